"""Whether a text speaks of scoring."""

import re

_SCORING = {
    "it": r"gol|goal|ret[ei]|segn(a|ato|ando|are|ano|ò)|sblocc\w+|doppiett\w+|triplett\w+|raddoppi\w*|pareggi(o|are|ato|ando)"
    r"|marcat(ore|ura|ori|ure)|a segno|autore del",
    "en": r"goals?|scor(e[ds]?|ers?|ing)|nett?ed|strikes?|struck|equali[sz]\w+|winners?|openers?|brace|hat-trick|headed",
}
_PATTERNS = {language: re.compile(rf"\b({words})\b", re.IGNORECASE) for language, words in _SCORING.items()}


def speaks_of_scoring(text: str, language: str) -> bool:
    """Whether some word of the text is one that goals are told with, in that language.

    >>> speaks_of_scoring("Il capitano ha sbloccato il risultato", "it"), speaks_of_scoring("He was booked", "en")
    (True, False)
    """
    return bool(_PATTERNS[language].search(text))
