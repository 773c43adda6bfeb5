"""Addresses as the outside world knows them: absolute, in each edition, and ids that never change."""

from urllib.parse import urljoin

from django.conf import settings
from django.urls import reverse
from django.utils.translation import override


def absolute(address: str) -> str:
    """A path of ours, or the address of a picture that may stand on another host, in full."""
    if address.startswith("/") and not address.startswith("//"):
        return settings.SITE_URL + address
    return urljoin(settings.SITE_URL + "/", address)


def editions(name: str, *args) -> dict[str, str]:
    """The same page in each edition, by language."""
    found = {}
    for language, _label in settings.LANGUAGES:
        with override(language):
            found[language] = absolute(reverse(name, args=args))
    return found


def permanent_id(noun: str, pk: int) -> str:
    """A tag URI (RFC 4151): it outlives the slug, the headline, the section and the domain."""
    return f"tag:{settings.TAG_AUTHORITY}:{noun}/{pk}"
