"""The front page, search, and what the paper says about itself."""

from django.db import connection
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.views.decorators.vary import vary_on_headers

from newsroom import front as front_page
from newsroom import heads
from newsroom.search import search as find


@vary_on_headers("Accept-Language")
def home(request):
    """Sends the reader to the edition in his language."""
    return redirect("front")


def front(request):
    language = get_language()
    strip = front_page.strip(language)
    context = {
        "front": front_page.compose(language),
        "elsewhere": front_page.elsewhere(language),
        "strip": strip,
        "table": front_page.table_of(strip),
        "head": heads.front(),
    }
    return render(request, "newsroom/front.html", context)


def search(request):
    return render(request, "newsroom/search.html", {"found": find(request.GET, get_language())})


def about(request):
    return render(request, "newsroom/about.html", {"head": heads.about()})


def health(request):
    """For load balancers: 200 while the database answers."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    return HttpResponse("ok\n", content_type="text/plain")
