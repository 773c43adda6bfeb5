"""What a story's text may contain, and how plain text becomes it."""

import re
from collections.abc import Iterable
from html import escape

from articles.reading.quotations import is_quotation

# One configuration drives the editor and the sanitiser: what can be typed equals what is kept.
BODY_EXTENSIONS = {
    "Bold": True,
    "Italic": True,
    "Heading": {"levels": [2, 3]},
    "BulletList": True,
    "OrderedList": True,
    "ListItem": True,
    "Blockquote": True,
    "Link": {"protocols": ["http", "https", "mailto"], "enableTarget": False},
    "HardBreak": True,
    "History": True,
    "Table": True,
    "TableRow": True,
    "TableHeader": True,
    "TableCell": True,
}


def paragraphs_to_html(paragraphs: Iterable[str]) -> str:
    """Plain paragraphs as the body of a story: one <p> each; one that is a quotation from end to end stands in <blockquote>.

    The words stay as they came, speech marks included.
    """
    return "".join(_paragraph(paragraph.strip()) for paragraph in paragraphs if paragraph.strip())


def marked_to_html(text: str) -> str:
    """Text with light marks as the body of a story (docs/stories.md): blocks part at blank lines.

    "## " and "### " make headings, "> " a quotation, "- " a list, "|" a table with its heads above a line of hyphens;
    within a line **bold**, *italic*, [words](address).
    """
    blocks = [block.strip() for block in re.split(r"\n\s*\n", text) if block.strip()]
    return "".join(_block(block) for block in blocks)


def _paragraph(text):
    html = f"<p>{escape(text, quote=False)}</p>"
    return f"<blockquote>{html}</blockquote>" if is_quotation(text) else html


def _block(block):
    lines = [line.strip() for line in block.split("\n")]
    if heading := re.fullmatch(r"(##|###) (.+)", block):
        level = len(heading[1])
        return f"<h{level}>{_inline(heading[2])}</h{level}>"
    if all(line.startswith("- ") for line in lines):
        return "<ul>" + "".join(f"<li><p>{_inline(line[2:])}</p></li>" for line in lines) + "</ul>"
    if all(line.startswith("|") for line in lines):
        return _table([[cell.strip() for cell in line.strip("|").split("|")] for line in lines])
    if all(line.startswith("> ") for line in lines):
        return f"<blockquote><p>{_inline(' '.join(line[2:] for line in lines))}</p></blockquote>"
    return f"<p>{_inline(' '.join(lines))}</p>"


def _table(rows):
    heads, _, *body = rows
    drawn = [_row("th", heads), *(_row("td", row) for row in body)]
    return f"<table><tbody>{''.join(drawn)}</tbody></table>"


def _row(tag, cells):
    return "<tr>" + "".join(f"<{tag}><p>{_inline(cell)}</p></{tag}>" for cell in cells) + "</tr>"


def _inline(text):
    html = escape(text, quote=False)
    html = re.sub(r"\[([^\]]+)\]\((https?://[^)\s\"]+|mailto:[^)\s\"]+)\)", r'<a href="\2">\1</a>', html)
    html = re.sub(r"\*\*(.+?)\*\*", r"<strong>\1</strong>", html)
    return re.sub(r"\*(.+?)\*", r"<em>\1</em>", html)
