"""The moments as of which a text may speak of a table or a tally, and what the facts say at each."""

from collections.abc import Iterable
from datetime import datetime, time, timedelta

from articles.reading.facts import Line, Match, Ref
from articles.reading.fixtures import is_past
from articles.reading.scene import Scene


def moments(scene: Scene) -> list[datetime]:
    """With the match told of just played, before it, at the end of its day and of the text's; the likeliest first."""
    zone = scene.main.kickoff.tzinfo if scene.main else None
    ends = [datetime.combine(scene.day - timedelta(days=back), time.max, zone) for back in (0, 1)]
    main = scene.main
    if main is None or main.day > scene.day:
        return ends
    if is_past(scene, main):
        played = [_last_told(scene, main), datetime.combine(main.day, time.max, zone)]
        return [*played, *(end for end in ends if end.date() >= main.day)]
    return [main.kickoff - timedelta(minutes=1), datetime.combine(main.day - timedelta(days=1), time.max, zone), *ends]


def _last_told(scene: Scene, main: Match) -> datetime:
    """When the last match of that day and competition began that the text tells of: it was written after them all."""
    same = [match for match in scene.told if match.competition == main.competition and match.day == main.day]
    return max(match.kickoff for match in same if is_past(scene, match))


def moments_around(scene: Scene) -> list[datetime]:
    """The same, and right before the match told of: what a team came with."""
    return [*moments(scene), *([scene.main.kickoff - timedelta(minutes=1)] if scene.main else [])]


def competitions_of(scene: Scene, team: Ref) -> list[Ref]:
    """The competitions in which the team has played of late, that of the told match first."""
    found = [match.competition for match in scene.told if team in match.sides]
    recent = scene.facts.calendar(team, scene.day - timedelta(days=60), scene.day)
    return list(dict.fromkeys([*found, *(match.competition for match in recent)]))


def lines(scene: Scene, team: Ref, named: Iterable[Ref] = ()) -> list[tuple[Line, list[Line]]]:
    """The team's line and its whole table at each moment, in the competition of the main match; in all if others are `named`."""
    found = []
    competitions = competitions_of(scene, team)
    if scene.main and scene.main.competition in competitions and not set(named) - {scene.main.competition}:
        competitions = [scene.main.competition]
    for competition in competitions:
        for moment in moments(scene):
            table = scene.facts.standing(competition, moment)
            found += [(line, table) for line in table if line.team == team]
    return found


def played(scene: Scene, competitions: Iterable[Ref], moment: datetime, teams: Iterable[Ref]) -> list[Match]:
    """The matches of any of the teams in these competitions that began until then and are over, the earliest first."""
    key = (tuple(competitions), moment, frozenset(teams))
    if key not in scene.memo:
        scene.memo[key] = _played(scene, *key)
    return scene.memo[key]


def _played(scene: Scene, competitions: tuple[Ref, ...], moment: datetime, teams: frozenset[Ref]) -> list[Match]:
    matches = [match for competition in competitions for match in scene.facts.season(competition, moment)]
    found = [match for match in matches if (match.home in teams or match.away in teams) and match.score is not None]
    return found if len(competitions) == 1 else sorted(found, key=lambda match: match.kickoff)
