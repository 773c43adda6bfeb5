"""The site's address book and, to compare with, a view of one line behind the same middleware."""

from django.http import HttpResponse
from django.urls import path

from newsroom.urls import urlpatterns as site

urlpatterns = [*site, path("one-line/", lambda request: HttpResponse("one line"))]
