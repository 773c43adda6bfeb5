"""What a person has done as a coach: this season, and in all matches, team by team."""

from collections import defaultdict
from collections.abc import Container

from teams.models import Match, Team
from teams.stats import form


def rows_of(person) -> list:
    """All results of the sides that he coached, the latest first: what a record is made of, and no more."""
    read = ("pk", "stage", "home", "away", "home_goals", "away_goals", "home_coach")
    return list(Match.objects.coached_by(person).results().values_list(*read, named=True))


def latest_of(rows: list, number: int) -> list[Match]:
    """The first so many of these as matches."""
    wanted = [row.pk for row in rows[:number]]
    found = Match.objects.in_bulk(wanted) if wanted else {}
    return [found[pk] for pk in wanted]


def by_team(person, rows: list) -> dict[int, list]:
    """The same by the team that he coached, the one he coached last first."""
    found = defaultdict(list)
    for row in rows:
        found[row.home if row.home_coach == person.pk else row.away].append(row)
    return found


def gather(by_team: dict[int, list], teams: dict[int, Team], stages: Container[int]) -> dict:
    """`coaching`: his record in these stages; `coached_teams`: with each team, the one he coached last first."""
    season = [outcome for pk, those in by_team.items() for outcome in form.outcomes(those, pk) if outcome.result.stage in stages]
    records = [(teams[pk], form.record(form.outcomes(those, pk))) for pk, those in by_team.items()]
    return {"coaching": form.record(season), "coached_teams": records}
