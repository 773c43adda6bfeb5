"""Plain text and text with light marks as the body of a story."""

import json
import re
from collections.abc import Iterable
from html import escape, unescape
from itertools import groupby

import yaml

from articles.reading.quotations import is_quotation

from .blocks import ELEMENT


def paragraphs_to_html(paragraphs: Iterable[str]) -> str:
    """Plain paragraphs as the body of a story: one <p> each; one that is a quotation from end to end stands in <blockquote>.

    The words stay as they came, speech marks included.
    """
    return "".join(_paragraph(paragraph.strip()) for paragraph in paragraphs if paragraph.strip())


def marked_to_html(text: str) -> str:
    """Text with light marks as the body of a story (docs/stories.md): blocks part at blank lines.

    "## " and "### " make headings, "> " a quotation, "- " a list, "|" a table with its heads above a line of hyphens;
    within a line **bold**, *italic*, [words](address). {match: its-address} alone is a block: an element that still names
    its row, in `data-named` as JSON, as a quotation that ends in "> -- address" names its speaker; whoever keeps it finds
    their numbers. ValueError for a block that cannot be read.
    """
    blocks = [block.strip() for block in re.split(r"\n\s*\n", text) if block.strip()]
    return "".join(_block(block) for block in blocks)


def lines_to_html(text: str) -> str:
    """What is typed in a plain box: each line a paragraph, "> " a quotation, "- " a list, marks within a line as above.

    >>> lines_to_html("**Gol**\n- uno")
    '<p><strong>Gol</strong></p><ul><li><p>uno</p></li></ul>'
    """
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    runs = groupby(lines, lambda line: line[:2] if line[:2] in ("> ", "- ") else "")
    return "".join(_run(mark, [_inline(line[len(mark) :]) for line in run]) for mark, run in runs)


def html_to_lines(html: str) -> str:
    """The lines that `lines_to_html` makes this of, to be typed over."""
    html = re.sub(r"<blockquote[^>]*>(.*?)</blockquote>", lambda found: found[1].replace("<p>", "<p>&gt; "), html)
    for pattern, mark in _AS_TYPED:
        html = re.sub(pattern, mark, html)
    return unescape(re.sub(r"<[^>]*>", "", html)).strip()


_AS_TYPED = (
    (r'<a\b[^>]*?href="([^"]*)"[^>]*>(.*?)</a>', r"[\2](\1)"),
    (r"</?strong>", "**"),
    (r"</?em>", "*"),
    (r"<li>", "- "),
    (r"</p>|<br>", "\n"),
)


def _run(mark, lines):
    paragraphs = [f"<p>{line}</p>" for line in lines]
    match mark:
        case "- ":
            return "<ul>" + "".join(f"<li>{each}</li>" for each in paragraphs) + "</ul>"
        case "> ":
            return f"<blockquote>{''.join(paragraphs)}</blockquote>"
    return "".join(paragraphs)


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
        return _quotation([line[2:] for line in lines])
    if block.startswith("{") and block.endswith("}"):
        return _named(block)
    return f"<p>{_inline(' '.join(lines))}</p>"


def _quotation(lines):
    speaker = lines.pop().removeprefix("-- ").strip() if lines[-1].startswith("-- ") else ""
    named = f' data-named="{escape(speaker)}"' if speaker else ""
    return f"<blockquote{named}><p>{_inline(' '.join(lines))}</p></blockquote>"


def _named(block):
    try:
        told = yaml.load(block, yaml.BaseLoader)  # noqa: S506 - it makes words only, and every value stays the words that it is
    except yaml.YAMLError:
        told = None
    if not isinstance(told, dict) or not all(value and isinstance(value, str) for value in told.values()):
        raise ValueError(f"{block}: a block is written like {{match: inter-kairat-almaty-2025-11-05}}")
    return f'<{ELEMENT} data-named="{escape(json.dumps(told, ensure_ascii=False))}"></{ELEMENT}>'


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
