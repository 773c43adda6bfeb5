"""Lines of Football.TXT that mean something: without comments, and in one piece where they run over several."""

import re
from collections.abc import Iterator

_BLOCK_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_COMMENT = re.compile(r"(?:^|\s)#.*$")
_LABEL = re.compile(r"[^\d@:()\[][^@:()]{0,60}:(?:\s|$)")
_DIVIDER = re.compile(r"[=\-_*~]{3,}")


def logical_lines(text: str) -> Iterator[tuple[int, str]]:
    """The lines with their numbers, from 1; scorers and line-ups that run on come under the number of their first line."""
    text = _BLOCK_COMMENT.sub(lambda found: "\n" * found[0].count("\n"), text)
    held, start = "", 0
    for number, raw in enumerate(text.expandtabs(4).lstrip("\ufeff").splitlines(), 1):
        line = _COMMENT.sub("", raw).strip()
        if not line or _DIVIDER.fullmatch(line):
            continue
        held, start = (f"{held} {line}", start) if held else (line, number)
        if goes_on(held):
            continue
        yield start, held
        held = ""
    if held:
        yield start, held


def goes_on(block: str) -> bool:
    """Whether scorers in parentheses or a labelled list of names is not at its end yet."""
    if block.startswith("("):
        return not re.match(r"\(\d+\)\s", block) and block.count("(") > block.count(")")
    if block.startswith("["):
        return block.count("[") > block.count("]")
    if _LABEL.match(block):
        return block.endswith((",", ";", " -")) or block.count("(") > block.count(")")
    return False


def comments(text: str) -> str:
    """What the comments say: the head of a file tells there from when to when the season lasts."""
    return "\n".join(found[0].strip(" #") for line in text.splitlines() if (found := _COMMENT.search(line)))
