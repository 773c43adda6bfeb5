"""A story as plain text copied from a news platform: bytes in, record out.

The layout: publisher; "·" and the date; headline; "In partnership with" with the partner below, to which the publisher's
name is glued; the date again; then the text, one paragraph a line. Blank lines mean nothing. Without a partner the
publisher stands there alone.
"""

import unicodedata
from typing import NamedTuple

from articles.importers.records import PlatformText
from articles.reading.dates import read_date
from teams.importers.records import Place, Refused
from teams.importers.rows import decoded
from teams.names import fold

PARTNERSHIP = {
    "in partnership with", "in collaborazione con", "in collaboration with", "en colaboracion con", "en partenariat avec",
    "en collaboration avec", "in partnerschaft mit", "in zusammenarbeit mit", "em parceria com",
}  # fmt: skip
LONGEST = {"publisher": 100, "partner": 200, "headline": 200}  # the partner has the publisher's name glued to it
# Letters that cannot be seen: control characters, zero width space, byte order mark, soft hyphen.
_UNSEEN = dict.fromkeys({*range(32), 0x7F, 0x200B, 0xFEFF, 0x00AD} - {ord(letter) for letter in "\t\n\r"})


class _Line(NamedTuple):
    number: int
    text: str


class _Lines:
    """The lines that say something, to be taken one by one, each with what is expected of it."""

    def __init__(self, content, file):
        self.file = file
        text = unicodedata.normalize("NFC", decoded(content, file)).translate(_UNSEEN)
        lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
        numbered = (_Line(number, " ".join(line.split())) for number, line in enumerate(lines, start=1))
        self.left = [line for line in numbered if line.text]
        self.last = len(lines)

    def next(self, expected):
        if not self.left:
            raise Refused(Place(self.file, self.last), f"{expected} was expected, but the text ends here")
        return self.left.pop(0)

    def short(self, what):
        """A line that is a name or a headline, and not a paragraph."""
        line = self.next(f"the {what}")
        if len(line.text) > LONGEST[what]:
            raise self.wrong(line, f"the {what}, at most {LONGEST[what]} characters long,")
        return line.text

    def date(self):
        line = self.next("a date such as “·6 November 2025”")
        if day := read_date(line.text.lstrip("·•- ")):
            return line, day
        raise self.wrong(line, "a date such as “·6 November 2025”")

    def wrong(self, line, expected):
        return Refused(Place(self.file, line.number), f"{expected} was expected, not “{line.text[:60]}”")


def read_platform_text(content: bytes, file: str) -> PlatformText:
    """The one story in the file; Refused, with the file and the line, if it has another layout."""
    lines = _Lines(content, file)
    publisher = lines.short("publisher")
    _, day = lines.date()
    headline = lines.short("headline")
    partner = _partner(lines, publisher)
    line, again = lines.date()
    if again != day:
        raise lines.wrong(line, f"the date of the second line again ({day:%d.%m.%Y})")
    paragraphs = (lines.next("the text").text, *(line.text for line in lines.left))
    return PlatformText(Place(file, 1), publisher, partner, day, headline, paragraphs)


def _partner(lines, publisher):
    """Who the publisher works with; the publisher's own name, glued or on its own line, is taken off."""
    line = lines.next(f"“In partnership with” or “{publisher}”")
    if fold(line.text) == fold(publisher):
        return ""
    if fold(line.text) not in PARTNERSHIP:
        raise lines.wrong(line, f"“In partnership with” or “{publisher}”")
    partner = lines.short("partner")
    if partner.endswith(publisher) and partner != publisher:
        return partner.removesuffix(publisher).rstrip()
    line = lines.next(f"“{publisher}”")
    if fold(line.text) != fold(publisher):
        raise lines.wrong(line, f"“{publisher}”")
    return partner
