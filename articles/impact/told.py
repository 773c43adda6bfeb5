"""Where the words of a text say that something happened: narrower than reading, for an editor is called because of it."""

import re
from bisect import bisect_right

from articles.reading.claims.places import clause_of, sentence_of, within
from articles.reading.facts import PERSON, TEAM, Event, Match
from articles.reading.fixtures import MONTH_NUMBERS
from articles.reading.goals import is_about, is_named_with_words, passage_around, pattern_of, speaks_of
from articles.reading.quotations import quoted_spans
from articles.reading.scene import Mention, Scene
from teams.names import fold

_TIMES = re.compile(r"(\d{1,3})(?:\+(\d{1,2}))?\s?['’′]|\b(?:al|minuto|minute) (\d{1,3})\b|(\d{1,3})(?:st|nd|rd|th) minute")
# What compares or is always so, and tells of no one goal: "ha segnato più di lui", "dopo un gol pensa già al prossimo".
_IN_GENERAL = re.compile(
    r"\b(?:(?:ha|hanno|aveva|avevano) segnato (?:di )?più|scored (?:more|fewer|as many)|passaggi decisivi|"
    r"(?:dopo|senza|ogni|after|without|every) (?:un |a )?(?:gol|goal|rete))\b",
    re.IGNORECASE,
)
_DAYS = re.compile(r"\b(\d{1,2})º?(?:st|nd|rd|th)?(?: of)? ([^\W\d]{3,})|\b([^\W\d]{3,}) (\d{1,2})\b")


def told_at(scene: Scene, match: Match, event: Event) -> list[Mention]:
    """Where the words say that it happened, outside speech marks: the name of who did it, once for each sentence.

    Narrower than `events_told`: who is only named in a report, or beside another's goal, is not said to have scored.
    """
    quoted = quoted_spans(scene.text)
    found: dict[int, Mention] = {}
    for mention in scene.of_kind(PERSON):
        is_own = mention.target == event.person and not any(a <= mention.start < b for a, b in quoted)
        is_there = is_own and is_about(scene, mention, match) and not tells_of_others(scene, mention.start, match)
        if is_there and _is_stated(scene, mention, match, event):
            found.setdefault(scene.words[mention.first].sentence, mention)
    return list(found.values())


def tells_of_others(scene: Scene, place: int, match: Match) -> bool:
    """Whether the day given, or the teams named nearest to it, in its clause or else in its sentence, are not the match's."""
    spans = clause_of(scene, place), sentence_of(scene, place)
    days = next(filter(None, (_days_in(scene, span) for span in spans)), None)
    if days and (match.day.day, match.day.month) not in days:
        return True
    named = next(filter(None, ({one.target for one in within(scene, span, TEAM)} for span in spans)), set())
    return bool(named - match.sides) and not match.sides <= named


def _days_in(scene: Scene, span: tuple[int, int]) -> set[tuple[int, int]]:
    """The days that are written out there, as (day, month)."""
    found = ((a or d, MONTH_NUMBERS.get(fold(b or c))) for a, b, c, d in _DAYS.findall(scene.text[slice(*span)]))
    return {(int(day), month) for day, month in found if month}


def is_spoken_of(scene: Scene, place: int, event: Event) -> bool:
    """Whether the sentence there has a word for such a thing."""
    sentence = scene.words[bisect_right(scene.words, place, key=lambda word: word.start) - 1].sentence
    words = [word for word in scene.words if word.sentence == sentence]
    return bool(pattern_of(event).search(scene.text, words[0].start, words[-1].end))


def _is_stated(scene: Scene, mention: Mention, match: Match, event: Event) -> bool:
    passage = passage_around(scene, mention, 60)
    times = [int(a or c or d) + int(b or 0) for a, b, c, d in _TIMES.findall(passage)]
    own = [one.clock for one in match.events if one.person == event.person and one.kind == event.kind]
    if len(own) > 1 and set(times) & set(own) and event.clock not in times:
        return False  # the sentence tells of another goal of his
    beside = scene.text[max(0, mention.start - 12) : mention.start] + "|" + scene.text[mention.end : mention.end + 12]
    if any(int(a or c or d) + int(b or 0) == event.clock for a, b, c, d in _TIMES.findall(beside)):
        return True
    clause = scene.text[slice(*clause_of(scene, mention.start))]
    if _IN_GENERAL.search(clause) and not speaks_of(event, _IN_GENERAL.sub("", clause)):
        return False
    return speaks_of(event, passage) and is_named_with_words(scene, mention, match, event)
