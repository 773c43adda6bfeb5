"""The live desk: one page per match, made for the night."""

from django.urls import path

from . import lineups, pages


def urls():
    """Below the addresses of matches on the desk."""
    return [
        path("<int:pk>/live/", pages.page, name="teams_match_live"),
        path("<int:pk>/live/reading/", pages.reading, name="teams_match_live_reading"),
        path("<int:pk>/live/state/", pages.state, name="teams_match_live_state"),
        path("<int:pk>/live/whistle/", pages.whistle, name="teams_match_live_whistle"),
        path("<int:pk>/live/undo/", pages.undo, name="teams_match_live_undo"),
        path("<int:pk>/live/lineups/<str:side>/", lineups.page, name="teams_match_live_lineup"),
    ]
