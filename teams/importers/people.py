"""The name of a person as a paper prints it, out of the ways in which sources write it: Enner VALENCIA, McKENNIE, A. Nagy."""

import re

from teams.importers.records import PersonRecord, Place
from teams.names import to_slug

_PARTICLES = {
    "DE",
    "DA",
    "DI",
    "DO",
    "DOS",
    "DAS",
    "DEL",
    "DELLA",
    "VAN",
    "VON",
    "DER",
    "DEN",
    "TER",
    "TEN",
    "LA",
    "LE",
    "Y",
    "E",
}
_NUMERAL = re.compile(r"[IVX]{1,4}")
_PART = re.compile(r"[^\s'’-]+")


def person_named(text: str, place: Place, **said) -> PersonRecord:
    """A record of the person whom a source calls so, to begin a new row with; the surname is what stands in capitals."""
    name = printed(text)
    given, surname = _parts(text)
    return PersonRecord(
        place=place, slug=to_slug(name) or "person", name=name, given_name=printed(given), surname=printed(surname), **said
    )


def printed(text: str) -> str:
    """The name without shouting: Matthijs DE LIGT becomes Matthijs de Ligt, and what is not in capitals stays as it is."""
    words = text.split()
    return " ".join(_word(word, place, words) for place, word in enumerate(words))


def is_full(text: str) -> bool:
    """Whether a name has more than a surname with an initial: Cody Gakpo, but not Nagy nor Zs. Nagy."""
    words = text.split()
    return len(words) > 1 and not words[0].endswith(".")


def _word(word: str, place: int, words: list[str]) -> str:
    letters = re.sub(r"\W", "", word)
    if not letters.isupper() or len(letters) < 2 or word.endswith(".") or _NUMERAL.fullmatch(letters):
        return re.sub(r"\b(Mc|Mac|O')([A-Z]+)\b", lambda found: found[1] + found[2].capitalize(), word)
    if word in _PARTICLES and place and place + 1 < len(words):
        return word.lower()
    return _PART.sub(lambda part: part[0].capitalize(), word)


def _parts(text: str) -> tuple[str, str]:
    """Given name and surname: by the capitals where both kinds stand, else the first word and the rest."""
    words = text.split()
    shouted = [
        place
        for place, word in enumerate(words)
        if len(re.sub(r"\W", "", word)) > 1 and re.sub(r"\W|^Mc|^Mac", "", word).isupper()
    ]
    if shouted and len(shouted) < len(words) and shouted[0]:
        return " ".join(words[: shouted[0]]), " ".join(words[shouted[0] :])
    return (words[0], " ".join(words[1:])) if len(words) > 1 else ("", text.strip())
