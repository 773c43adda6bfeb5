"""Groups, after a look at all matches of a file: those that it does not name, second stages, and play-offs within a group."""

import re
from collections import Counter
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import replace
from itertools import combinations
from typing import NamedTuple

from teams.importers.stages import GROUP, GROUPS, LEAGUE, Slot, play_off_of
from teams.names import fold
from teams.rules import draws
from teams.rules.competitions import rules_for

_LETTER = re.compile(r"Group [A-Z]")


class Placed(NamedTuple):
    """A match as its headings place it, with its two teams as they are written."""

    where: Slot
    home: str
    away: str


def settle(told: Iterable[Placed], *, competition: str = "", season: str = "", league: bool = False) -> list[Slot]:
    """The slots of a file's matches, in their order.

    Groups without a name are told by who meets whom. A second group stage is told from the first only where it uses the same
    letters. Matchdays that count days of a tournament, not matches of a team, are no matchdays of a group.
    """
    matches = list(told)
    if not league:
        matches = _grouped(matches, draws.heads(competition, season))
        matches = _second_stages(matches)
        if rules_for(competition, season).play_offs:
            matches = _played_off(matches)
    loose = _loose(matches)
    return [replace(one.where, matchday=None) if one.where.stage in loose else one.where for one in matches]


def _grouped(matches: list[Placed], heads: Sequence[str]) -> list[Placed]:
    """Parts what stands together as a group stage: each set of teams all of which meet each other is a group.

    It has the letter of the draw where that is known, else a number in the order of the file.
    """
    inside = [one for one in matches if one.where.stage == GROUPS or (one.where.kind == LEAGUE and not one.where.stage)]
    groups = _circles(inside)
    if len(groups) < 2 or not all(_complete(group, inside) for group in groups):
        return matches
    names = {team: name for group, name in zip(groups, _names(groups, heads), strict=True) for team in group}
    return [
        one._replace(where=replace(one.where, stage=f"Group {names[one.home]}", kind=GROUP)) if one in inside else one
        for one in matches
    ]


def _circles(matches: Iterable[Placed]) -> list[set[str]]:
    """The teams of these matches, together with all whom they meet, and whom those meet."""
    circles: list[set[str]] = []
    for one in matches:
        joined = {one.home, one.away}.union(*(circle for circle in circles if circle & {one.home, one.away}))
        first = next((n for n, circle in enumerate(circles) if circle & joined), len(circles))
        circles = [circle for circle in circles if not circle & joined]
        circles.insert(first, joined)
    return circles


def _complete(group: set[str], matches: Iterable[Placed]) -> bool:
    met = {frozenset((one.home, one.away)) for one in matches}
    return len(group) > 2 and all(frozenset(pair) in met for pair in combinations(group, 2))


def _names(groups: Sequence[set[str]], heads: Sequence[str]) -> list[str]:
    """The letters of groups, if each holds the head of just one; else numbers."""
    found = [[letter for letter, head in zip("ABCDEFGHIJKL", heads, strict=False) if _holds(group, head)] for group in groups]
    if all(len(letters) == 1 for letters in found) and len({letters[0] for letters in found}) == len(groups):
        return [letters[0] for letters in found]
    return [str(number) for number in range(1, len(groups) + 1)]


def _holds(group: Iterable[str], head: str) -> bool:
    return any(set(head.split()) <= set(fold(team).split()) for team in group)


def _second_stages(matches: list[Placed]) -> list[Placed]:
    """Groups with letters that come after groups with numbers are a second stage too, whether its heading says so or not."""
    names = [one.where.stage.removeprefix("Group ") for one in matches if one.where.kind == GROUP]
    if any(name.isdigit() for name in names):
        matches = [
            one._replace(where=replace(one.where, again=True)) if _LETTER.fullmatch(one.where.stage) else one for one in matches
        ]
    twice = {one.where.stage for one in matches if one.where.again} & {one.where.stage for one in matches if not one.where.again}
    return [
        one._replace(where=replace(one.where, stage=f"Second stage, {one.where.stage}"))
        if one.where.again and one.where.stage in twice
        else one
        for one in matches
    ]


def _played_off(matches: list[Placed]) -> list[Placed]:
    """Where the rules part level teams of a group by a play-off, two that meet there again play it, headed or not."""
    seen: set[Hashable] = set()
    settled = []
    for one in matches:
        pair = (one.where.stage, frozenset((one.home, one.away)))
        again = one.where.kind == GROUP and pair in seen
        settled.append(one._replace(where=play_off_of(one.where.stage)) if again else one)
        seen.add(pair)
    return settled


def _loose(matches: Iterable[Placed]) -> set[str]:
    """The groups in which matchdays are not the matches of a team, counted."""
    days: dict[str, set] = {}
    busy: Counter[tuple[str, str]] = Counter()
    for one in matches:
        if one.where.kind == GROUP:
            days.setdefault(one.where.stage, set()).add(one.where.matchday)
            busy.update([(one.where.stage, one.home), (one.where.stage, one.away)])
    most = {stage: max(count for (name, _), count in busy.items() if name == stage) for stage in days}
    return {stage for stage, numbers in days.items() if numbers != set(range(1, most[stage] + 1))}
