"""Pages of teams, people, matches and competitions."""

from django.shortcuts import get_object_or_404, redirect, render

from teams import clock
from teams.models import Competition, Match, MatchEvent, Person, Season, Team


def teams(request):
    return render(request, "teams/teams.html", {"teams": Team.objects.all()})


def team(request, slug):
    team = get_object_or_404(Team.objects.select_related("home_venue"), slug=slug)
    return render(request, "teams/team.html", {"team": team})


def person(request, slug):
    return render(request, "teams/person.html", {"person": get_object_or_404(Person, slug=slug)})


def matches(request):
    return render(request, "teams/matches.html", {})


def match(request, slug):
    return render(request, "teams/match.html", {"match": get_object_or_404(Match.objects.for_page(), slug=slug)})


def event(request, slug, pk):
    event = get_object_or_404(MatchEvent.objects.for_page(), pk=pk, match__slug=slug)
    return render(request, "teams/event.html", {"event": event, "match": event.match})


def competitions(request):
    return render(request, "teams/competitions.html", {"competitions": Competition.objects.all()})


def competition(request, slug):
    """The season that is on, or the last one."""
    competition = get_object_or_404(Competition, slug=slug)
    return redirect(get_object_or_404(competition.seasons.at(clock.today())[:1]))


def season(request, slug, season):
    season = get_object_or_404(Season.objects.select_related("competition"), competition__slug=slug, label=season)
    return render(request, "teams/season.html", {"season": season})
