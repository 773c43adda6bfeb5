"""Facts held in memory: what a corpus is read against, and what tests are told."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable
from datetime import date, datetime

from articles.reading.facts import Line, Match, Person, Ref, Team
from articles.reading.names import Dictionary


class Register:
    """All facts at once, with the dictionary of their names."""

    def __init__(
        self,
        dictionary: Dictionary,
        people: Iterable[Person],
        teams: Iterable[Team],
        matches: Iterable[Match],
        grounds: dict[Ref, str] | None = None,
    ):
        self.dictionary = dictionary
        self._people = {person.ref: person for person in people}
        self._teams = {team.ref: team for team in teams}
        self._grounds = grounds or {}
        self._standings: dict[tuple[Ref, datetime], list[Line]] = {}
        self._of_team: dict[Ref, list[Match]] = defaultdict(list)
        self._of_competition: dict[Ref, list[Match]] = defaultdict(list)
        for match in sorted(matches, key=lambda match: match.kickoff):
            self._of_competition[match.competition].append(match)
            for side in match.sides:
                self._of_team[side].append(match)

    def people(self, refs: Iterable[Ref]) -> dict[Ref, Person]:
        return {ref: self._people[ref] for ref in refs if ref in self._people}

    def teams(self, refs: Iterable[Ref]) -> dict[Ref, Team]:
        return {ref: self._teams[ref] for ref in refs if ref in self._teams}

    def grounds(self, refs: Iterable[Ref]) -> dict[Ref, str]:
        return {ref: self._grounds[ref] for ref in refs if ref in self._grounds}

    def matches(self, teams: Iterable[Ref], since: date, until: date) -> list[Match]:
        teams = set(teams)
        found = {match.ref: match for team in teams for match in self.calendar(team, since, until) if match.sides <= teams}
        return sorted(found.values(), key=lambda match: match.kickoff)

    def calendar(self, team: Ref, since: date, until: date) -> list[Match]:
        return [match for match in self._of_team.get(team, ()) if since <= match.day <= until]

    def season(self, competition: Ref, until: datetime) -> list[Match]:
        played = self._of_competition.get(competition, [])
        return played[: bisect_right(played, until, key=lambda match: match.kickoff)]

    def standing(self, competition: Ref, until: datetime) -> list[Line]:
        """By points, goal difference and goals; knock-out rounds are no part of it. Counted once for every moment."""
        if (competition, until) not in self._standings:
            self._standings[competition, until] = self._stand(competition, until)
        return self._standings[competition, until]

    def _stand(self, competition: Ref, until: datetime) -> list[Line]:
        tallies: dict[Ref, list[int]] = defaultdict(lambda: [0] * 7)
        for match in self._of_competition.get(competition, []):
            for team in match.sides:
                tallies[team][0] += 0
        for match in self.season(competition, until):
            if match.score is not None and not match.round.startswith(("Finals", "Playoffs")):
                _count(tallies[match.home], *match.score)
                _count(tallies[match.away], *reversed(match.score))
        ordered = sorted(tallies.items(), key=lambda pair: (-pair[1][0], pair[1][6] - pair[1][5], -pair[1][5]))
        return [Line(team, place, *tally) for place, (team, tally) in enumerate(ordered, start=1)]


def _count(tally: list[int], goals: int, against: int) -> None:
    """Add a result to points, played, won, drawn, lost, goals for and against."""
    won, drawn = goals > against, goals == against
    for place, number in enumerate((3 * won + drawn, 1, won, drawn, goals < against, goals, against)):
        tally[place] += number
