"""Pages of teams, people, matches, events and competitions."""

from django.core.cache import cache
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.template.loader import render_to_string
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from teams import clock, conditional, heads
from teams.models import Competition, Match, MatchEvent, Person, Team
from teams.pages import against, dates, days, lists
from teams.pages import match as match_page
from teams.pages import person as person_page
from teams.pages import season as season_page
from teams.pages import team as team_page
from teams.stats.tallies import ALL, PARTS


def teams(request):
    return render(request, "teams/teams.html", {"listed": lists.teams(), "head": heads.listing("teams", _("Teams"))})


def team(request, slug):
    team = get_object_or_404(Team.objects.select_related("home_venue"), slug=slug)
    gathered = team_page.gather(team)
    head = heads.team(team, gathered["coaches"], gathered["players"])
    return render(request, "teams/team.html", {"team": team, "head": head, **gathered})


def head_to_head(request, slug, other):
    teams = {team.slug: team for team in Team.objects.filter(slug__in=[slug, other])}
    if len(teams) != 2:
        raise Http404(_("There are no two such teams."))
    first, second = teams[slug], teams[other]
    head = heads.head_to_head(first, second)
    return render(
        request, "teams/against.html", {"first": first, "second": second, "head": head, **against.gather(first, second)}
    )


def person(request, slug):
    person = get_object_or_404(Person, slug=slug)
    gathered = person_page.gather(person)
    head = heads.person(person, gathered["spells_now"])
    return render(request, "teams/person.html", {"person": person, "head": head, **gathered})


def matches(request):
    """The days about ?on=, or about today."""
    day, wrong = dates.asked(request)
    head = heads.listing("matches", _("Matches"))
    return render(request, "teams/matches.html", {"wrong": wrong, "head": head, **days.about(day or clock.today())})


def match(request, slug):
    match = get_object_or_404(Match.objects.with_veiled().for_page(), slug=slug)
    return render(request, "teams/match.html", {"match": match, "head": heads.match(match), **match_page.gather(match)})


@require_safe
def match_live(request, slug):
    """What has changed on the page of a match since it was drawn; a minute later also what hangs on other rows."""
    row = get_object_or_404(Match.objects.with_veiled().only("changed_at", "lineups_embargo", "result_embargo"), slug=slug)
    state = (row.changed_at, clock.now().replace(second=0, microsecond=0))

    def write():
        match = Match.objects.with_veiled().for_page().get(pk=row.pk)
        return render_to_string("teams/match/live.html", {"match": match, **match_page.live(match)}).encode()

    def remembered():
        return cache.get_or_set(f"match-live {get_language()} {row.pk} {state}".replace(" ", "/"), write, 60)

    return conditional.answer(
        request,
        remembered,
        content_type="text/html; charset=utf-8",
        changed=row.changed_at,
        state=state,
        max_age=match_page.ASK_LIVE,
    )


def event(request, slug, pk):
    event = get_object_or_404(MatchEvent.objects.for_page(), pk=pk, match__slug=slug)
    head = heads.event(event)
    return render(request, "teams/event.html", {"event": event, "match": event.match, "head": head, **match_page.of_event(event)})


def competitions(request):
    head = heads.listing("competitions", _("Competitions"))
    return render(request, "teams/competitions.html", {"competitions": lists.competitions(), "head": head})


def competition(request, slug):
    """The season that is on or was the last; before the first, the one to come."""
    competition = get_object_or_404(Competition, slug=slug)
    seasons = competition.seasons.all()
    if season := seasons.at(clock.today()).first() or seasons.order_by("starts").first():
        return redirect(season)
    return render(request, "teams/competition.html", {"competition": competition, "head": heads.competition(competition)})


def season(request, slug, season):
    """With ?on= as it stood at the end of that day; with ?round= that round; with ?table= at home, away, of the last five."""
    season, seasons = season_page.find(slug, season)
    on, wrong = dates.asked(request)
    asked = {"season": season, "seasons": seasons, "on": on, "wrong": wrong, "head": heads.season(season)}
    part = request.GET.get("table", ALL)
    gathered = season_page.gather(season, on, request.GET.get("round", ""), part if part in PARTS else ALL)
    return render(request, "teams/season.html", {**asked, **gathered})
