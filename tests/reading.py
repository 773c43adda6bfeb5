"""Pages as a reader sees them: their text, piece by piece, on the morning of 6 November 2025."""

import re
from datetime import UTC, datetime, timedelta
from html import unescape

from tests import making

MORNING = datetime(2025, 11, 6, 8, 0, tzinfo=UTC)


def text_of(html):
    html = re.sub(r"<svg.*?</svg>|<script.*?</script>", "", html, flags=re.DOTALL)
    return re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]+>", " ", html))).strip()


def part(html, start, end):
    """What stands between two pieces of the page."""
    return text_of(html.partition(start)[2].partition(end)[0])


def read(client, address):
    """The text of a page's content, in English."""
    response = client.get(f"/en{address}")
    assert response.status_code == 200
    return part(response.content.decode(), '<main class="page" id="content">', "</main>")


def rows(client, address):
    """The rows of the first table of a page, as text."""
    html = client.get(address).content.decode()
    body = html.partition("<tbody>")[2].partition("</tbody>")[0]
    return [text_of(row) for row in body.split("</tr>")[:-1]]


def make_published(headline, **fields):
    """A story that came out an hour before the reader looks."""
    return making.make_published(headline, at=MORNING - timedelta(hours=1), **fields)
