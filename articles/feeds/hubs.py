"""Which WebSub hubs know when a feed changes: named in the feed, and in the answer that carries it."""

from django.conf import settings
from django.http import HttpResponse


def of_page(before: str) -> tuple[str, ...]:
    """Hubs follow the newest page alone; the older ones are other addresses, which nobody is told of."""
    return () if before else tuple(settings.WEBSUB_HUBS)


def named_in(response: HttpResponse, address: str, before: str) -> HttpResponse:
    """The same answer, with the hubs and the feed's own address in its headers, as subscribers look for them first."""
    if hubs := of_page(before):
        links = [f'<{hub}>; rel="hub"' for hub in hubs] + [f'<{address}>; rel="self"']
        response.headers["Link"] = ", ".join(links)
    return response
