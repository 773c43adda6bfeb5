"""The whole address book."""

from django.conf import settings
from django.conf.urls.i18n import i18n_patterns
from django.contrib import admin
from django.urls import include, path

from articles.feeds.opml import opml
from newsroom import sitemaps, views
from newsroom.media import media
from newsroom.robots import robots

urlpatterns = [
    path("", views.home, name="home"),
    path("admin/", admin.site.urls),
    path("health/", views.health, name="health"),
    path("robots.txt", robots, name="robots"),
    path("sitemap.xml", sitemaps.index, name="sitemap"),
    path("sitemaps/<slug:section>-<int:block>.xml", sitemaps.section, name="sitemap-section"),
    path("news-sitemap.xml", sitemaps.news, name="news-sitemap"),
    path("feeds.opml", opml, name="feeds"),
]
urlpatterns += i18n_patterns(
    path("", views.front, name="front"),
    path("search/", views.search, name="search"),
    path("about/", views.about, name="about"),
    path("", include("articles.urls")),
    path("", include("teams.urls")),
    prefix_default_language=True,
)
if settings.MEDIA_URL.startswith("/"):
    urlpatterns.append(path(f"{settings.MEDIA_URL.lstrip('/')}<path:path>", media))
