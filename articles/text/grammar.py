"""What a story's text may contain: one configuration drives the editor and the sanitiser."""

import re

from .blocks import ATTRIBUTE, CHECKS, ELEMENT, KINDS, TAG, VOID, attributes, read, written

# What a word processor or another page calls it, and what we do.
RENAMED = {"b": "strong", "i": "em", "h1": "h2", "h4": "h3", "h5": "h3", "h6": "h3"}

# What can be typed equals what is kept.
BODY_EXTENSIONS = {
    "Bold": True,
    "Italic": True,
    "Heading": {"levels": [2, 3]},
    "BulletList": True,
    "OrderedList": True,
    "ListItem": True,
    "Quotation": True,
    "Link": {"protocols": ["http", "https", "mailto"], "enableTarget": False},
    "HardBreak": True,
    "History": True,
    "Table": True,
    "TableRow": True,
    "TableHeader": True,
    "TableCell": True,
    "StoryBlock": {"kinds": {kind: [*needed, *also] for kind, (needed, also) in KINDS.items()}},
    "Paste": {"renamed": RENAMED},
}


# A line told while it happens has no headings, tables or blocks of its own.
LINE_EXTENSIONS = {
    name: BODY_EXTENSIONS[name] for name in ("Bold", "Italic", "BulletList", "ListItem", "Quotation", "Link", "HardBreak")
}


def _allow_quotation(_config, allowed):
    allowed["tags"].add("blockquote")
    allowed["attributes"].setdefault("blockquote", set()).update({"data-person", "data-speaker"})


def _allow_blocks(_config, allowed):
    allowed["tags"].add(ELEMENT)
    allowed["attributes"].setdefault(ELEMENT, set()).update({"data-kind", *(f"data-{name}" for name in CHECKS)})


def _allow_nothing(_config, _allowed):
    """An extension that changes how one types, not what is kept."""


# What our own extensions of the editor let through the sanitiser, as django_prose_editor asks for it.
ALLOWANCES = {"Quotation": _allow_quotation, "StoryBlock": _allow_blocks, "Paste": _allow_nothing}


def modernised(html: str) -> str:
    """Before sanitising: tags of other programs by our names, without the <b> that Google Docs puts around everything."""
    html = re.sub(r"<b\b[^>]*font-weight:\s*(?:normal|400)[^>]*>", "", html, flags=re.IGNORECASE)
    old = "|".join(RENAMED)
    return re.sub(rf"<(/?)({old})(?=[\s>/])", lambda tag: f"<{tag[1]}{RENAMED[tag[2].lower()]}", html, flags=re.IGNORECASE)


def tidied(html: str) -> str:
    """After sanitising: blocks empty, whole and at the top level; speakers well named; no empty paragraphs between."""
    out, open_tags, start = [], [], 0
    for tag in TAG.finditer(html):
        out.append(html[start : tag.start()])
        start = tag.end()
        if tag["name"] == ELEMENT:
            out.append(_kept_block(tag) if not open_tags else "")
            continue
        out.append(_kept_quotation(tag) if tag["name"] == "blockquote" and not tag["end"] else tag[0])
        if tag["end"]:
            open_tags.pop()
        elif tag["name"] not in VOID:
            open_tags.append(tag["name"])
        if not open_tags and tag["name"] == "p":
            _drop_empty(out)
    tidy = "".join([*out, html[start:]]).strip()
    return tidy if ELEMENT in tidy or _says_something(tidy) else ""


def _says_something(html):
    return bool(TAG.sub("", html).replace("&nbsp;", " ").strip())


def _kept_block(tag):
    kept = None if tag["end"] else read(tag)
    return written(kept) if kept else ""


def _kept_quotation(tag):
    """Whoever is named is named in at most a hundred letters; a number without a name says nothing to readers."""
    told = attributes(tag)
    name, person = told.get("data-speaker", "").strip(), told.get("data-person", "")
    if not name or len(name) > 100:
        return "<blockquote>"
    kept = {"data-person": person} if CHECKS["id"](person) else {}
    raw = dict(ATTRIBUTE.findall(tag["attributes"]))
    return "<blockquote" + "".join(f' {key}="{raw[key]}"' for key in (*kept, "data-speaker")) + ">"


def _drop_empty(out):
    """Take back a paragraph that has just ended and holds nothing."""
    for start in range(len(out) - 1, -1, -1):
        if out[start].startswith("<p"):
            inside = re.sub(r"<br>|&nbsp;", "", "".join(out[start + 1 : -1]))
            if not inside.strip():
                del out[start:]
            return
