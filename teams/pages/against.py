"""Two teams and all their matches against each other: balance, meetings, who scored in them, where they stand together."""

from dataclasses import replace

from django.db.models import Case, Q, When

from teams.models import Match, MatchEvent, Person, Team
from teams.models.matches import bring_together, stages_of
from teams.rules import event_kinds
from teams.stats import scorers
from teams.stats.head_to_head import head_to_head

SCORERS = 10


def gather(first: Team, second: Team) -> dict:
    """`meetings` is the balance as the first sees it; matches the latest first."""
    matches = list(Match.objects.of(first).of(second).order_by("-kickoff", "-pk"))
    bring_together(matches, teams={first.pk: first, second.pk: second}, stages=stages_of(matches))
    results = [match for match in matches if match.status in Match.WITH_RESULT]
    return {
        "meetings": head_to_head(results, first, second),
        "past": results,
        "coming": [match for match in reversed(matches) if match.is_under_way or match.is_to_come],
        "scorers": scorers_between(first, second, results),
    }


def scorers_between(first: Team, second: Team, results: list[Match]) -> list[scorers.Scorer]:
    """Who scored most in these matches, for whichever of the two."""
    goals = MatchEvent.objects.standing().filter(match__in=[match.pk for match in results])
    rows = (
        goals.filter(kind__in=event_kinds.SCORED_BY_PERSON)
        .annotate(team_id=Case(When(Q(side="home"), then="match__home"), default="match__away"))
        .order_by("match__kickoff", "pk")
        .values_list("kind", "status", "person_id", "second_person_id", "team_id", named=True)
    )
    lines = scorers.scorers(rows)[:SCORERS]
    people, teams = Person.objects.in_bulk({line.person for line in lines}), {first.pk: first, second.pk: second}
    return [replace(line, person=people[line.person], teams=tuple(teams[pk] for pk in line.teams)) for line in lines]
