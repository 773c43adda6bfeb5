"""Sends requests for a former address on to the present one, for pages, feeds and calendars alike."""

from django.apps import apps
from django.http import HttpResponsePermanentRedirect
from django.urls import reverse

from teams.models import FormerSlug

# The first word of an address' name says what its slug names; these are the exceptions.
MODELS = {"event": "match", "season": "competition", "topic": "tag"}
LABELS = {"publisher": "articles", "author": "articles", "tag": "taggit"}


class FormerAddresses:
    """Middleware: a page that was not found may have moved."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        if response.status_code != 404 or request.method not in ("GET", "HEAD"):
            return response
        return self.forward(request) or response

    def forward(self, request):
        found = request.resolver_match
        slug = found.kwargs.get("slug") if found and found.url_name else None
        if not slug:
            return None
        kind = found.url_name.split("-")[0]
        kind = MODELS.get(kind, kind)
        former = FormerSlug.objects.filter(kind=kind, slug=slug).first()
        row = former and apps.get_model(LABELS.get(kind, "teams"), kind).objects.filter(pk=former.target_id).first()
        if row is None or row.slug == slug:
            return None
        address = reverse(found.view_name, kwargs={**found.kwargs, "slug": row.slug})
        query = request.META.get("QUERY_STRING")
        return HttpResponsePermanentRedirect(f"{address}?{query}" if query else address)
