"""What providers call our rows, and addresses that are still free."""

from collections.abc import Callable, Iterable

from teams.models import ExternalId
from teams.names import to_slug

_CHUNK = 500


def ids_of(provider: str, kind: str, keys: Iterable[str]) -> dict[str, int]:
    """The rows that these keys of a provider mean."""
    keys, found = [key[:190] for key in keys], {}
    for start in range(0, len(keys), _CHUNK):
        rows = ExternalId.objects.filter(source=provider, key__in=keys[start : start + _CHUNK]).exclude(**{kind: None})
        found |= dict(rows.values_list("key", f"{kind}_id"))
    return found


def free_slug(slug: str, is_free: Callable[[str], bool], *more: str) -> str:
    """An address that nobody has: with the city or the year of birth behind it, then with a number."""
    for tried in (slug, *(f"{slug}-{to_slug(str(word))}" for word in more if word)):
        if is_free(tried[:80]):
            return tried[:80]
    number = 2
    while not is_free(f"{slug[:75]}-{number}"):
        number += 1
    return f"{slug[:75]}-{number}"
