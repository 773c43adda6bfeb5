"""How a team has been doing: its last results as letters, and the runs that are on."""

from collections import Counter
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from teams.stats.tallies import Result

WON, DRAWN, LOST = "W", "D", "L"


@dataclass(frozen=True, slots=True)
class Outcome:
    """One result as one of the two teams sees it."""

    letter: str
    result: Any
    at_home: bool
    scored: int
    conceded: int


@dataclass(frozen=True, slots=True)
class Streaks:
    """How many matches in a row, up to the last one."""

    won: int
    unbeaten: int
    without_win: int
    lost: int
    scored: int
    clean_sheets: int


def letter(scored: int, conceded: int) -> str:
    """W, D or L; a match that a shoot-out decided is a draw, as in the statistics of FIFA and UEFA."""
    return WON if scored > conceded else LOST if scored < conceded else DRAWN


def outcomes(results: Iterable[Result], team: Hashable) -> list[Outcome]:
    """The results of one team, in the order given."""
    told = []
    for result in results:
        if team in (result.home, result.away):
            at_home = result.home == team
            goals = (result.home_goals, result.away_goals)
            scored, conceded = goals if at_home else goals[::-1]
            told.append(Outcome(letter(scored, conceded), result, at_home, scored, conceded))
    return told


def forms(results: Iterable[Result], last: int = 5) -> dict[Hashable, tuple[str, ...]]:
    """The last letters of every team; `results` and letters go from the oldest to the latest."""
    letters: dict[Hashable, list[str]] = {}
    for result in reversed(list(results)):
        home, away = letters.setdefault(result.home, []), letters.setdefault(result.away, [])
        if len(home) < last:
            home.append(letter(result.home_goals, result.away_goals))
        if len(away) < last:
            away.append(letter(result.away_goals, result.home_goals))
    return {team: tuple(reversed(latest)) for team, latest in letters.items()}


@dataclass(frozen=True, slots=True)
class CleanSheets:
    """Matches in which a team has conceded nothing."""

    team: Any
    matches: int
    played: int


def clean_sheets(results: Iterable[Result]) -> list[CleanSheets]:
    """Every team with a clean sheet, most of them first, in fewer matches first."""
    kept: Counter[Hashable] = Counter()
    played: Counter[Hashable] = Counter()
    for result in results:
        played.update((result.home, result.away))
        kept.update({result.home: result.away_goals == 0, result.away: result.home_goals == 0})
    lines = [CleanSheets(team, kept[team], played[team]) for team in sorted(played) if kept[team]]
    return sorted(lines, key=lambda line: (-line.matches, line.played))


@dataclass(frozen=True, slots=True)
class Record:
    """What these matches come to, as one side of them sees it."""

    played: int = 0
    won: int = 0
    drawn: int = 0
    lost: int = 0
    goals_for: int = 0
    goals_against: int = 0

    @property
    def won_of_hundred(self) -> int:
        return round(100 * self.won / self.played) if self.played else 0


def record(outcomes: Sequence[Outcome]) -> Record:
    letters = Counter(outcome.letter for outcome in outcomes)
    return Record(
        played=len(outcomes),
        won=letters[WON],
        drawn=letters[DRAWN],
        lost=letters[LOST],
        goals_for=sum(outcome.scored for outcome in outcomes),
        goals_against=sum(outcome.conceded for outcome in outcomes),
    )


def streaks(outcomes: Sequence[Outcome]) -> Streaks:
    """The runs that are on after the last of these; `outcomes` from the oldest to the latest."""
    latest_first = outcomes[::-1]
    return Streaks(
        won=_run(outcome.letter == WON for outcome in latest_first),
        unbeaten=_run(outcome.letter != LOST for outcome in latest_first),
        without_win=_run(outcome.letter != WON for outcome in latest_first),
        lost=_run(outcome.letter == LOST for outcome in latest_first),
        scored=_run(outcome.scored > 0 for outcome in latest_first),
        clean_sheets=_run(outcome.conceded == 0 for outcome in latest_first),
    )


def _run(holds: Iterable[bool]) -> int:
    """How many hold before the first that does not."""
    length = 0
    for each in holds:
        if not each:
            break
        length += 1
    return length
