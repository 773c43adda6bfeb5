"""Who scored most and who set most up; own goals and shoot-out kicks are on nobody's account."""

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable
from dataclasses import dataclass, replace
from typing import Any, Protocol

from teams.rules import event_kinds


class Goal(Protocol):
    """An event, with `team_id`: for whom it was scored."""

    kind: str
    status: str
    person_id: int | None
    second_person_id: int | None
    team_id: Hashable


@dataclass(frozen=True, slots=True)
class Scorer:
    """One line of the list. `goals` holds `penalties`; `teams` are those he scored or assisted for, the latest last."""

    rank: int
    person: Any
    teams: tuple[Any, ...]
    goals: int
    penalties: int
    assists: int


def scorers(events: Iterable[Goal]) -> list[Scorer]:
    """Everybody with a goal, most goals first; equal numbers share a rank (1, 2, 2, 4).

    Within a rank the fewer penalties and the more assists come first, an order that gives no claim.
    """
    lines = [line for line in _lines(events) if line.goals]
    return _ranked(sorted(lines, key=lambda line: (-line.goals, line.penalties, -line.assists)), lambda line: line.goals)


def assist_makers(events: Iterable[Goal]) -> list[Scorer]:
    """Everybody with an assist, most assists first, ranked in the same way."""
    lines = [line for line in _lines(events) if line.assists]
    return _ranked(sorted(lines, key=lambda line: (-line.assists, -line.goals)), lambda line: line.assists)


class Counted(Protocol):
    """How many goals somebody has scored for one team in one competition."""

    competition: Hashable
    goals: int


def record_scorers(counted: Iterable[Counted]) -> dict[Hashable, list[Counted]]:
    """For each competition whoever has scored most, all of them where more than one has."""
    best: dict[Hashable, list[Counted]] = {}
    for line in counted:
        leaders = best.setdefault(line.competition, [])
        if leaders and line.goals > leaders[0].goals:
            leaders.clear()
        if not leaders or line.goals == leaders[0].goals:
            leaders.append(line)
    return best


def _lines(events: Iterable[Goal]) -> list[Scorer]:
    """The account of each person, by person so that the order of events says nothing."""
    goals, penalties, assists = Counter(), Counter(), Counter()
    teams: dict[int | None, dict[Hashable, None]] = defaultdict(dict)
    for event in events:
        if event.status == event_kinds.CONFIRMED and event.kind in event_kinds.SCORED_BY_PERSON:
            scorer, assistant = event.person_id, event.second_person_id if event.kind == event_kinds.GOAL else None
            goals[scorer] += 1
            penalties[scorer] += event.kind == event_kinds.PENALTY_GOAL
            assists[assistant] += 1
            for person in (scorer, assistant):
                teams[person].pop(event.team_id, None)  # so that the latest stands last
                teams[person][event.team_id] = None
    people = sorted(teams.keys() - {None})
    return [Scorer(0, each, tuple(teams[each]), goals[each], penalties[each], assists[each]) for each in people]


def _ranked(lines: list[Scorer], value) -> list[Scorer]:
    ranked: list[Scorer] = []
    for place, line in enumerate(lines, 1):
        level = ranked and value(ranked[-1]) == value(line)
        ranked.append(replace(line, rank=ranked[-1].rank if level else place))
    return ranked
