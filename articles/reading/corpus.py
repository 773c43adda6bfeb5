"""A knowledge base in the format of the corpora by which reading is measured: one JSON object with teams, people, matches."""

from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

from articles.reading import shipped
from articles.reading.claims import WRONG, claims_of
from articles.reading.facts import COMPETITION, PERSON, TEAM, VENUE, Event, Match, Person, Ref, Spell, Team
from articles.reading.names import Dictionary, Name, key_of, surname_of
from articles.reading.reading import read
from articles.reading.register import Register
from teams.names import fold

# CB, LB, CDM, CAM, RM, RW, ST and the like by their last letter; a K keeps goal.
_POSITIONS = {"K": "GK", "B": "DF", "M": "MF", "W": "FW", "T": "FW"}
KINDS = {"team": TEAM, "player": PERSON, "coach": PERSON, "comp": COMPETITION, "venue": VENUE}


def register_of(knowledge: dict[str, Any], *, lean: bool = False) -> Register:
    """The facts of the knowledge base, its ids kept as keys; `lean`: without its aliases and nicknames."""
    dictionary = Dictionary(_names(knowledge, lean))
    people = [_person(row, "player") for row in knowledge["players"]] + [_person(row, "coach") for row in knowledge["coaches"]]
    teams = [Team(ref(row["id"]), row["short_name"], row["city"], _maybe(row.get("venue"))) for row in knowledge["teams"]]
    grounds = {ref(row["id"]): row["name"] for row in knowledge["venues"]}
    return Register(dictionary, people, teams, [_match(row) for row in knowledge["matches"]], grounds)


def ref(key: str) -> Ref:
    """>>> ref("coach:cristian-chivu").kind
    'person'
    """
    return Ref(KINDS[key.split(":")[0]], key)


def _maybe(key: str | None) -> Ref | None:
    return ref(key) if key else None


def _names(knowledge: dict[str, Any], lean: bool) -> Iterator[Name]:
    yield from shipped.names_of_others()
    for row in knowledge["teams"]:
        target = ref(row["id"])
        known = list(shipped.names_of_team(target, [row["official_name"], row["short_name"]], row["city"]))
        yield from known
        if not lean:
            yield from _aliases(row, target, {key_of(name.text) for name in known})
    for row in knowledge["players"] + knowledge["coaches"]:
        yield from _person_names(row, lean)
    for kind, rows in (("competitions", knowledge["competitions"]), ("venues", knowledge["venues"])):
        for row in rows:
            yield from shipped.names_of(kind, ref(row["id"]), [row["name"], *([] if lean else row["aliases"])])


def _aliases(row: dict[str, Any], target: Ref, known: set[tuple[str, ...]]) -> Iterator[Name]:
    for alias in row["aliases"]:
        text = shipped.without_article(alias)
        if key_of(text) in known:
            continue
        if text[0].islower():
            yield from shipped.people_names(text, target)
        else:
            yield Name(text, target, in_context=" " not in text, town=text == row["city"])


def _person_names(row: dict[str, Any], lean: bool) -> Iterator[Name]:
    target, name = ref(row["id"]), row["known_as"]
    surname = row.get("surname") or surname_of(name)
    yield from shipped.names_of_person(target, name, surname)
    if row.get("full_name"):
        yield Name(row["full_name"], target)
    for text in [] if lean else row["surfaces"]:
        if key_of(text) not in (key_of(name), key_of(surname)):
            yield Name(shipped.without_article(text), target, in_context=" " not in text, sort="" if " " in text else "nickname")


def _person(row: dict[str, Any], role: str) -> Person:
    spells = tuple(Spell(ref(one["team"]), role, _day(one["from"]), _day(one["to"]), one.get("shirt")) for one in row["spells"])
    surname = row.get("surname") or surname_of(row["known_as"])
    position = _POSITIONS.get((row.get("position") or "")[-1:], "")
    nation = next(iter(shipped.nations().get(fold(row.get("nation") or ""), ())), "")
    full_name, born = row.get("full_name") or "", _day(row.get("birth_date"))
    return Person(ref(row["id"]), row["known_as"], surname, spells, False, full_name, nation, position, born)


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _match(row: dict[str, Any]) -> Match:
    events = tuple(_event(one) for one in row.get("events") or ())
    changes = row.get("substitutions") or ()
    substituted = tuple(
        (Ref(PERSON, f"player:{name}"), _minute(minute), way)
        for _, minute, out, on in changes
        for name, way in ((out, "out"), (on, "in"))
    )
    booked = {Ref(PERSON, f"player:{name}") for _, _, name in row.get("yellow_cards") or ()}
    took_part = booked | {person for person, _, _ in substituted}
    took_part |= {person for event in events for person in (event.person, event.assist) if person}
    return Match(
        row["id"],
        ref(row["competition"]),
        row["round"],
        datetime.fromisoformat(f"{row['date']}T{row['kickoff']}"),
        ref(row["home"]),
        ref(row["away"]),
        tuple(row["score"]),
        row.get("half_time") and tuple(row["half_time"]),
        _maybe(row.get("venue")),
        events,
        frozenset(took_part),
        substituted,
        row.get("events") is not None,
        row.get("penalties") and tuple(row["penalties"]),
        row.get("score_90") and tuple(row["score_90"]),
    )


def _event(row: dict[str, Any]) -> Event:
    return Event(
        row["id"],
        row["type"],
        row["minute"],
        row.get("stoppage", 0),
        ref(row["team"]),
        _maybe(row["player"]),
        _maybe(row.get("assist")),
    )


def _minute(text: str) -> int:
    return sum(int(part) for part in str(text).split("+"))


def prediction(key: str, text: str, register: Register, day: date, language: str) -> dict[str, Any]:
    """What reading the text as of the day gives, in the format that the corpora are scored in."""
    found = read(text, register, day=day, language=language)
    people = [one.key for one in found.people]
    return {
        "id": key,
        "mentions": [{"start": m.start, "end": m.end, "entity_id": m.target.key} for m in found.mentions],
        "links": {
            "teams": [one.key for one in found.teams],
            "players": [one for one in people if one.startswith("player:")],
            "coaches": [one for one in people if one.startswith("coach:")],
            "competitions": [one.key for one in found.competitions],
            "match_ids": [match.ref for match in found.matches],
            "events": [event.ref for _, event in found.events],
        },
        "flagged_claims": [
            {"start": claim.start, "end": claim.end, "correct_value": claim.correct}
            for claim in claims_of(found.scene)
            if claim.verdict == WRONG
        ],
    }
