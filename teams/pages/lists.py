"""All teams and all competitions, as the paper orders them."""

from collections import defaultdict

from django.db.models import Prefetch

from teams import clock
from teams.models import Competition, Match, Season, Team
from teams.names import fold


def teams() -> list[tuple]:
    """Every competition of these seasons with its teams; then, under None, the teams that play in none of them."""
    rows = {team.pk: team for team in Team.objects.all()}
    playing = teams_by_competition()
    listed = [
        (competition, by_name(rows[pk] for pk in playing[competition.pk]))
        for competition in Competition.objects.filter(pk__in=playing)
    ]
    others = by_name(rows[pk] for pk in set(rows).difference(*playing.values()))
    return [*listed, (None, others)] if others else listed


def teams_by_competition() -> dict[int, set[int]]:
    in_season = Match.objects.filter(stage__season__in=Season.objects.current(clock.today()))
    found = defaultdict(set)
    for competition, home, away in in_season.values_list("stage__season__competition", "home", "away").order_by().distinct():
        found[competition] |= {home, away}
    return found


def by_name(teams) -> list[Team]:
    return sorted(teams, key=lambda team: fold(str(team)))


def competitions() -> list[Competition]:
    """Competitions that have a season to show, with `begun`: their seasons so far, the latest first."""
    begun = Season.objects.at(clock.today()).select_related("competition")
    with_seasons = Competition.objects.filter(pk__in=Season.objects.values("competition"))
    return list(with_seasons.prefetch_related(Prefetch("seasons", begun, to_attr="begun")))
