"""What a text says of somebody beside his name: role, nation, age, shirt, that he is captain; and whether it is true of one."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from articles.reading.facts import Person
from articles.reading.names import Spot
from articles.reading.neighbours import ARTICLES
from articles.reading.numbers import number_of
from articles.reading.scene import Scene
from articles.reading.shipped import nations
from articles.reading.tokens import Token
from articles.reading.vocabulary import words

GOALKEEPER, DEFENDER, MIDFIELDER, FORWARD = "GK", "DF", "MF", "FW"
_LINES = (GOALKEEPER, DEFENDER, MIDFIELDER, FORWARD)
_ROLES = {
    GOALKEEPER: "portiere portierone numero_uno estremo keeper goalkeeper stopper shot-stopper",
    DEFENDER: """
        difensore centrale terzino stopper marcatore libero defender centre-half centre-back center-back full-back left-back
        right-back wing-back back
    """,
    MIDFIELDER: "centrocampista mediano regista mezzala interno midfielder playmaker",
    FORWARD: "attaccante centravanti bomber punta ala seconda_punta prima_punta striker forward winger centre-forward frontman",
}
_ROLE_OF = {word: role for role, listed in _ROLES.items() for word in words(listed) if "_" not in word and "-" not in word}
_CAPTAIN = frozenset(["capitano", "captain", "skipper", "capitan"])
_COACH = frozenset(words("tecnico allenatore mister ct coach manager boss"))
# What may stand between a description and the name, or within it: il giovane portiere del Milan.
_LINKING = frozenset(
    words("di s suo his their suoi nuovo giovane ex former young veteran new big esperto numero number no the a an il lo la l un")
)
_IN_GOAL_BEFORE = re.compile(
    r"\b(?:in porta|in goal|[tf]ra i pali|between the (?:posts|sticks))(?: [a-zà-ù’']+){0,2} (?:c['’]è )?$", re.IGNORECASE
)
_LEADS_THE_LINE = re.compile(r" (?:guida|guiderà|in) l?['’]?attacco\b| (?:leads?|led|leading) the (?:line|attack)\b")
_KEEPS = frozenset(
    words(
        """
    para respinge devia blocca neutralizza parava parato respinto vola saves saved denied denies parries parried tips tipped
    kept keeps clawed palmed beaten
    """
    )
)
_IS_BEATEN = frozenset(words("beat beating past batte battere battuto supera trafigge infila parata parate save saves"))


class Traits(NamedTuple):
    """What is told; empty or None where nothing is."""

    nations: frozenset[str] = frozenset()
    roles: frozenset[str] = frozenset()
    is_coach: bool = False
    is_captain: bool = False
    age: int | None = None
    shirt: int | None = None


NOTHING = Traits()


def speaks_for(scene: Scene, spot: Spot, person: Person) -> float:
    """How well what is told beside the name is true of that person: each thing known adds a point, or takes more than one."""
    told = _traits(scene, spot)
    if told == NOTHING:
        return 0.0
    points = _verdict(person.nation in told.nations if told.nations and person.nation else None)
    points += _verdict(_plays_there(person.position, told.roles))
    points += _verdict(any(spell.role == "coach" for spell in person.spells) if told.is_coach else None)
    spells = [spell for spell in person.spells if spell.holds_on(scene.day)]
    if told.is_captain:
        points += any(spell.is_captain for spell in spells)
    if told.shirt is not None:
        shirts = {spell.shirt for spell in spells if spell.shirt}
        points += _verdict(told.shirt in shirts if shirts else None)
    if told.age is not None and person.born:
        had = (scene.day.month, scene.day.day) >= (person.born.month, person.born.day)
        points += _verdict(scene.day.year - person.born.year - (not had) == told.age)
    return points


def _verdict(is_true: bool | None) -> float:
    return 0.0 if is_true is None else 1.0 if is_true else -1.5


def _plays_there(position: str, roles: frozenset[str]) -> bool | None:
    """Whether a role fits a position: between neighbouring lines papers differ, but nobody takes a forward for a back."""
    if not position or not roles:
        return None
    apart = min(abs(_LINES.index(position) - _LINES.index(role)) for role in roles)
    if apart == 0:
        return True
    return False if apart > 1 or GOALKEEPER in (*roles, position) else None


def _traits(scene: Scene, spot: Spot) -> Traits:
    key = ("traits", spot.first, spot.last)
    if key not in scene.memo:
        scene.memo[key] = _told(scene, spot)
    return scene.memo[key]


def _told(scene: Scene, spot: Spot) -> Traits:
    beside = [word.folded for word in (*reversed([*_before(scene.words, spot)]), *_behind(scene.words, spot))]
    roles = {_ROLE_OF[word] for word in beside if word in _ROLE_OF}
    if _keeps_goal(scene, spot):
        roles = {GOALKEEPER}
    ages = [int(found[1]) for word in beside if (found := re.fullmatch(r"(\d\d)enne", word))]
    text = " ".join(beside)
    ages += [int(found[1]) for found in re.finditer(r"\b(\d\d) year old\b", text)]
    shirts = [number_of(found[1]) for found in re.finditer(r"\b(?:numero|number|no) (\w+)", text)]
    if _LEADS_THE_LINE.match(scene.text, scene.words[spot.last].end):
        roles = {FORWARD}
    return Traits(
        frozenset(code for word in beside for code in nations().get(word, ())),
        frozenset(roles),
        not _COACH.isdisjoint(word.folded for word in _behind(scene.words, spot)),
        not _CAPTAIN.isdisjoint(beside),
        next(iter(ages), None),
        next(filter(None, shirts), None),
    )


def _before(all_words: Sequence[Token], spot: Spot) -> Iterator[Token]:
    """The words of a description that leads to the name: l'attaccante argentino, the Chelsea goalkeeper."""
    sentence = all_words[spot.first].sentence
    for place in range(spot.first - 1, max(spot.first - 8, -1), -1):
        word, following = all_words[place], all_words[place + 1]
        if word.sentence != sentence or following.gap.strip() not in ("", "'", "’", "-") or not _describes(word):
            return
        yield word


def _behind(all_words: Sequence[Token], spot: Spot) -> list[Token]:
    """The words between the commas behind the name: Gomes, the Wolves midfielder, was booked."""
    found: list[Token] = []
    place = spot.last + 1
    if place >= len(all_words) or all_words[place].gap.strip() not in (",", "("):
        return []
    if not _describes(all_words[place]) or all_words[place].is_capital:
        return []
    while place < len(all_words) and len(found) < 7 and (not found or all_words[place].gap.strip() in ("", "'", "’", "-")):
        found.append(all_words[place])
        place += 1
    ends = place >= len(all_words) or all_words[place].gap.strip() != ""
    return found if ends else []


def _describes(word: Token) -> bool:
    return (
        word.folded in _ROLE_OF
        or word.folded in nations()
        or word.folded in _CAPTAIN
        or word.folded in _COACH
        or word.folded in _LINKING
        or word.folded in ARTICLES
        or word.folded in ("year", "old", "enne")
        or word.folded[:2].isdigit()
        or word.is_capital
    )


def _keeps_goal(scene: Scene, spot: Spot) -> bool:
    """Whether he is said to be in goal, to save, or to be beaten: in porta Martinez, Martinez saves, past Sanchez."""
    before, after = scene.neighbours.before(spot), scene.neighbours.after(spot)
    ends = scene.words[spot.last].end
    if before is not None and _IN_GOAL_BEFORE.search(scene.text[: scene.words[spot.first].start][-40:]):
        return True
    if re.match(r" (?:[a-zà-ù]+ ){0,2}(?:in porta|in goal|[tf]ra i pali|between the posts)\b", scene.text[ends : ends + 40]):
        return True
    if after is not None and after.folded in _KEEPS and after.gap == " ":
        return True
    if before is None:
        return False
    led_by = scene.neighbours.before(spot, 2) if before.folded in ("di", "by", "from", "a") else before
    return led_by is not None and led_by.folded in _IS_BEATEN
