"""Addresses of stories and of those who publish them."""

from django.urls import path

from articles import views
from articles.feeds import corrections
from articles.feeds import views as feeds

urlpatterns = [
    path("news/", views.news, name="news"),
    path("news/<slug:slug>-<int:pk>/", views.article, name="article"),
    path("news/<slug:slug>-<int:pk>/live/", views.article_live, name="article-live"),
    path("shared/<str:secret>/", views.shared, name="shared"),
    path("publishers/", views.publishers, name="publishers"),
    path("publishers/<slug:slug>/", views.publisher, name="publisher"),
    path("players/<slug:slug>/quotations/", views.quotations, name="person-quotations"),
    path("topics/<slug:slug>/", views.topic, name="topic"),
    path("authors/<slug:slug>/", views.author, name="author"),
    path("corrections/", views.corrections, name="corrections"),
    path("corrections/feed.<slug:format>", corrections.feed, name="corrections-feed"),
]

# The feed of every list of stories stands under the page that shows it: front-feed, team-feed, person-feed ...
PAGES = {
    "front": "",
    "team": "teams/<slug:slug>/",
    "person": "players/<slug:slug>/",
    "match": "matches/<slug:slug>/",
    "competition": "competitions/<slug:slug>/",
    "publisher": "publishers/<slug:slug>/",
    "topic": "topics/<slug:slug>/",
    "author": "authors/<slug:slug>/",
}
urlpatterns += [
    path(f"{page}feed.<slug:format>", feeds.feed, {"kind": kind}, name=f"{kind}-feed") for kind, page in PAGES.items()
]
