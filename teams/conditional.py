"""Answers that programs ask for again and again: validators that tell the truth, 304 where nothing changed."""

import gzip
import hashlib
import re
from collections.abc import Callable
from datetime import UTC, datetime

from django.http import HttpRequest, HttpResponse
from django.utils.cache import get_conditional_response
from django.utils.http import http_date

BEGINNING = datetime(2025, 1, 1, tzinfo=UTC)  # what never had anything in it stays as it was then
MAX_AGE = 300
_GZIP = re.compile(r"\bgzip\b(?!\s*;\s*q=0(\.0*)?\s*(,|$))")


def answer(
    request: HttpRequest,
    write: Callable[[], bytes],
    *,
    content_type: str,
    changed: datetime | None,
    state: object = "",
    max_age: int = MAX_AGE,
) -> HttpResponse:
    """What `write()` makes; it is not called for a client that already holds this state.

    changed: when that last changed, None if it never had content; state: whatever else tells one state from another;
    max_age: for how many seconds nobody need ask again.
    The tag is weak because the plain and the compressed bytes share it.
    """
    changed = changed or BEGINNING
    seen = f"{request.get_full_path()} {content_type} {changed.isoformat()} {state}"
    modified = int(changed.timestamp())
    headers = {
        "ETag": f'W/"{hashlib.sha256(seen.encode()).hexdigest()[:32]}"',
        "Last-Modified": http_date(modified),
        "Cache-Control": f"public, max-age={max_age}",
        "Vary": "Accept-Encoding",
    }
    response = HttpResponse(content_type=content_type, headers=headers)
    response = get_conditional_response(request, headers["ETag"], modified, response)
    response.depends_on_address_alone = True
    return _filled(request, response, write()) if response.status_code == 200 else response


def _filled(request, response, body):
    """HEAD gets the headers of GET, and every compression of the same bytes is the same."""
    if _GZIP.search(request.headers.get("Accept-Encoding", "")):
        body = gzip.compress(body, 6, mtime=0)
        response.headers["Content-Encoding"] = "gzip"
    response.headers["Content-Length"] = str(len(body))
    if request.method != "HEAD":
        response.content = body
    return response
