"""Addresses of teams, people, matches and competitions."""

from django.urls import path

from teams import calendars, views

urlpatterns = [
    path("teams/", views.teams, name="teams"),
    path("teams/<slug:slug>/", views.team, name="team"),
    path("teams/<slug:slug>/against/<slug:other>/", views.head_to_head, name="head-to-head"),
    path("teams/<slug:slug>/fixtures.ics", calendars.team, name="team-fixtures"),
    path("players/<slug:slug>/", views.person, name="person"),
    path("matches/", views.matches, name="matches"),
    path("matches/<slug:slug>/", views.match, name="match"),
    path("matches/<slug:slug>/live/", views.match_live, name="match-live"),
    path("matches/<slug:slug>/events/<int:pk>/", views.event, name="event"),
    path("competitions/", views.competitions, name="competitions"),
    path("competitions/<slug:slug>/", views.competition, name="competition"),
    path("competitions/<slug:slug>/fixtures.ics", calendars.competition, name="competition-fixtures"),
    path("competitions/<slug:slug>/<slug:season>/", views.season, name="season"),
]
