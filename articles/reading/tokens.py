"""The words of a text with what stands around them: capitals, sentences, clauses, the marks between."""

import re
from typing import NamedTuple

from teams.names import fold

_WORD = re.compile(r"\w+")
_SENTENCE_END = re.compile(r"[.!?…][\"'»”’)\]]*\s|\n")
_CLAUSE_END = re.compile(r"[;:()«»“”\"]|\s[–—-]\s|[.!?…]")
_OPENS_QUOTE = re.compile(r"[«“\"‘:–—]\s*$")
# "St. James", "F.C.", "A. Martin": a full stop behind so short a word with a capital ends no sentence.
_ABBREVIATIONS = {"st", "mr", "mrs", "dr", "man", "nottm", "jr", "utd"}

# "Serie A", "Group B": the letter behind is no initial.
_LETTERED = {"serie", "group", "girone", "gruppo", "league"}


class Token(NamedTuple):
    """One word: where it stands (code points), how it is compared, and its surroundings.

    `gap`: what stands between it and the word before. `opens`: it begins a sentence, a quotation or a line.
    """

    start: int
    end: int
    folded: str
    is_capital: bool
    sentence: int
    clause: int
    line: int
    opens: bool
    gap: str


def folded(word: str) -> str:
    """A word of letters and figures as it is compared: the same as `fold`, without the work where there is none."""
    return word.lower() if word.isascii() else fold(word)


def tokens(text: str) -> list[Token]:
    """The words of the text in order.

    >>> [(word.folded, word.sentence, word.opens) for word in tokens("L’Inter vince. Oggi")]
    [('l', 0, True), ('inter', 0, False), ('vince', 0, False), ('oggi', 1, True)]
    """
    found: list[Token] = []
    sentence = clause = line = end = 0
    for match in _WORD.finditer(text):
        gap = text[end : match.start()]
        ends = bool(found) and _ends_sentence(gap, found[-2:], match[0])
        line += gap.count("\n")
        sentence += ends
        clause += ends or bool(_CLAUSE_END.search(gap) if found and not _is_decimal(gap) else False)
        opens = not found or ends or bool(_OPENS_QUOTE.search(gap))
        word = match[0]
        found.append(Token(match.start(), match.end(), folded(word), word[0].isupper(), sentence, clause, line, opens, gap))
        end = match.end()
    return found


def _ends_sentence(gap: str, last: list[Token], word: str) -> bool:
    """Whether a sentence ends between the last two words and this one."""
    before, is_lettered = last[-1], last[0].folded in _LETTERED
    if "\n" in gap:
        return True
    if not _SENTENCE_END.search(gap):
        return False
    is_short = (
        gap.startswith(".")
        and before.is_capital
        and before.folded.isalpha()
        and ((len(before.folded) == 1 and not is_lettered) or before.folded in _ABBREVIATIONS)
    )
    return not is_short and not word[0].islower()


def _is_decimal(gap: str) -> bool:
    return gap in (".", ",", ":")
