"""The names that the product knows by itself: what papers call the clubs, people, grounds and competitions of the big leagues."""

from collections.abc import Hashable, Iterable, Iterator
from functools import cache
from pathlib import Path

import yaml

from articles.reading.names import Name, declined, key_of
from teams.names import fold

_FOLDER = Path(__file__).parent / "known"
# Names of teams that are words, too: they count where the text speaks of the team otherwise.
_WORDS = frozenset(["derby", "reading", "bury", "orient", "barrow", "dover", "alloa", "sporting", "union", "racing"])
_ITALIAN_ARTICLES = ("il ", "lo ", "la ", "i ", "gli ", "le ", "the ")


@cache
def _read(file: str) -> dict:
    return yaml.safe_load((_FOLDER / f"{file}.yaml").read_text(encoding="utf-8"))


@cache
def given_names() -> frozenset[str]:
    """First names, folded, by which namesakes are told apart."""
    return frozenset(fold(name) for name in (_FOLDER / "given_names.txt").read_text(encoding="utf-8").split())


@cache
def common_surnames() -> frozenset[str]:
    """Surnames, folded, that so many bear that one alone says nothing."""
    return frozenset(fold(name) for name in (_FOLDER / "common_surnames.txt").read_text(encoding="utf-8").split())


@cache
def nations() -> dict[str, frozenset[str]]:
    """Words for nations and for those who come from there, folded, each with the FIFA codes that it may mean.

    >>> nations()["argentino"], nations()["dutchman"]
    (frozenset({'ARG'}), frozenset({'NED'}))
    """
    found: dict[str, set[str]] = {}
    for code, spellings in _read("nations").items():
        for word in map(fold, spellings):
            found.setdefault(word, set()).add(code)
    return {word: frozenset(codes) for word, codes in found.items()}


def town_spellings(town: str) -> frozenset[str]:
    """How papers spell a town, folded.

    >>> sorted(town_spellings("Zagreb")), sorted(town_spellings("Verona"))
    (['zagabria', 'zagreb'], ['verona'])
    """
    return _towns().get(fold(town), frozenset([fold(town)]))


@cache
def _towns() -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for town, others in _read("towns").items():
        spellings = frozenset(map(fold, (town, *others)))
        for spelling in spellings:
            found.setdefault(spelling, spellings)
        found[fold(town)] = spellings
    return found


@cache
def derbies() -> dict[str, tuple[str, ...]]:
    """What papers call a match, in small letters, with the two clubs by their usual names."""
    return {name.lower(): tuple(clubs) for name, clubs in _read("derbies").items()}


def names_of_others() -> Iterator[Name]:
    """Names that hold one of ours and mean something else."""
    for names in _read("others").values():
        yield from (Name(name, None) for name in names)


def names_of_team(target: Hashable, spellings: Iterable[str], city: str = "") -> Iterator[Name]:
    """What papers call the team that is kept under these names, beside them."""
    known = _club(spellings)
    towns = {fold(town) for town in (*known.get("towns", ()), city)}
    for text in (*spellings, *known.get("names", ())):
        yield Name(text, target, in_context=fold(text) in _WORDS, town=fold(text) in towns)
    yield from (Name(text, target, language="en") for text in known.get("en", ()))
    for text in known.get("context", ()):
        yield Name(text, target, in_context=True, town=fold(text) in towns)
    for sort in ("colours", "people"):
        for word in known.get(sort, ()):
            yield from people_names(word, target, sort)
    for word in known.get("regions", ()):
        yield from (name._replace(in_context=True) for name in people_names(word, target, "people"))


def people_names(word: str, target: Hashable, sort: str = "colours") -> Iterator[Name]:
    """A word for the people of a club, in all its forms."""
    for form in sorted(declined(word)):
        yield Name(form, target, language="" if form == word else "it", sort=sort)


def names_of_person(target: Hashable, name: str, surname: str) -> Iterator[Name]:
    yield from _person_spellings(target, name, surname)
    for nickname in _by_key("people").get(_key(name), ()):
        yield Name(nickname, target, in_context=True, sort="nickname")


def names_of(kind: str, target: Hashable, spellings: Iterable[str]) -> Iterator[Name]:
    """What papers call a ground ("venues") or a competition ("competitions") that is kept under these names, and these."""
    known = _by_key(kind)
    others = (other for text in spellings for other in known.get(_key(text), ()))
    yield from (Name(text, target) for text in dict.fromkeys(without_article(text) for text in (*spellings, *others)))


def without_article(text: str) -> str:
    """>>> without_article("la Dea"), without_article("Lazio")
    ('Dea', 'Lazio')
    """
    for article in _ITALIAN_ARTICLES:
        if text.lower().startswith(article):
            return text[len(article) :]
    return text


def _person_spellings(target: Hashable, name: str, surname: str) -> Iterator[Name]:
    yield Name(name, target)
    if surname and surname != name:
        yield Name(surname, target, sort="surname")
    words = key_of(name)
    if len(words) > 1 and len(words[-1]) > 3 and (surname == name or "-" in surname):
        yield Name(words[-1].title(), target, in_context=True, sort="part")
    given = words[:1]
    if given and given[0] not in key_of(surname or name):
        yield Name(name.split()[0], target, sort="given")


def _club(spellings: Iterable[str]) -> dict:
    clubs = _clubs()
    return next((clubs[_key(text)] for text in spellings if _key(text) in clubs), {})


@cache
def _clubs() -> dict[str, dict]:
    found = {}
    for name, told in _read("clubs").items():
        for text in (name, *told.get("also", ())):
            found.setdefault(_key(text), told)
    return found


@cache
def _by_key(file: str) -> dict[str, list[str]]:
    return {_key(name): others or [] for name, others in _read(file).items()}


def _key(text: str) -> str:
    return " ".join(key_of(text))
