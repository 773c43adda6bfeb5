"""What a story's text may contain, and how plain text becomes it."""

from html import escape

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


def paragraphs_to_html(paragraphs) -> str:
    """Plain paragraphs as the body of a story: one <p> each, nothing else."""
    return "".join(f"<p>{escape(paragraph, quote=False)}</p>" for paragraph in paragraphs if paragraph.strip())
