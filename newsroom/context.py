"""What every template knows, without asking the database."""

from django.conf import settings

from teams import clock


def paper(request):
    return {
        "SITE_NAME": settings.SITE_NAME,
        "SITE_URL": settings.SITE_URL,
        "now": clock.now(),
        "clock_is_shifted": clock.is_shifted(),
    }
