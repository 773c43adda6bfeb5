"""Addresses of stories and of those who publish them."""

from django.urls import path

from articles import views

urlpatterns = [
    path("news/", views.news, name="news"),
    path("news/<slug:slug>-<int:pk>/", views.article, name="article"),
    path("publishers/", views.publishers, name="publishers"),
    path("publishers/<slug:slug>/", views.publisher, name="publisher"),
    path("topics/<slug:slug>/", views.topic, name="topic"),
    path("authors/<slug:slug>/", views.author, name="author"),
]
