"""Addresses as the outside world knows them: absolute, in each edition, and ids that never change."""

from functools import lru_cache
from urllib.parse import urljoin

from django.conf import settings
from django.urls import reverse
from django.utils.translation import get_language, override


def page(name: str, *args, language: str = "") -> str:
    """The path of a page in the edition that is read, or in that of `language`.

    Remembered: a page of facts has a hundred links, and Django takes a fifth of its time to work them out.
    """
    return _page(language or get_language(), name, args)


@lru_cache(maxsize=20_000)
def _page(language, name, args):
    with override(language):
        return reverse(name, args=args)


def absolute(address: str) -> str:
    """A path of ours, or the address of a picture that may stand on another host, in full."""
    if address.startswith("/") and not address.startswith("//"):
        return settings.SITE_URL + address
    return urljoin(settings.SITE_URL + "/", address)


def editions(name: str, *args) -> dict[str, str]:
    """The same page in each edition, by language."""
    return {language: absolute(page(name, *args, language=language)) for language, _label in settings.LANGUAGES}


def permanent_id(noun: str, pk: int) -> str:
    """A tag URI (RFC 4151): it outlives the slug, the headline, the section and the domain."""
    return f"tag:{settings.TAG_AUTHORITY}:{noun}/{pk}"
