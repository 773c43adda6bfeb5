"""Which language a text is written in, told from its commonest words."""

import re

READ = ("it", "en")
# The other languages are here so that their texts are not taken for Italian, with which they share words.
_LISTS = {
    "it": """
        il lo la i gli le un uno una l di del dello della dei degli delle a al allo alla ai agli alle da dal dalla dai
        dalle in nel nella nei nelle con su sul sulla per tra fra e ed o ma se che chi cui non più anche come quando
        dopo prima è sono ha hanno era si ci suo sua questo questa anno così poi solo contro già ora oggi ieri domani
        stasera mercoledì sabato domenica
    """,
    "en": """
        the a an of to in on at by for from with and or but if that which who not no more also as when after before is
        are was were has have had be been it its he his they their this these then only against already now out up
        into today yesterday tonight wednesday saturday sunday
    """,
    "es": """
        el la los las un una de del al a en por para con y o pero que se su lo no más es son ha han fue era como
        cuando este esta ya sin sobre también contra
    """,
    "fr": """
        le la les l un une des de du d au aux à en dans par pour avec et ou mais que qui qu se sa son il elle ne pas
        plus est sont a ont été ce cette comme sur contre
    """,
    "de": """
        der die das den dem des ein eine einen einem und oder aber in im an am auf aus bei mit nach von zu zum zur für
        gegen nicht auch ist sind war hat haben sich er sie es als wie noch nur
    """,
    "pt": """
        o a os as um uma de do da dos das em no na nos nas por para com e ou mas que se seu sua não mais é são foi
        como quando este esta já também contra ao
    """,
}
COMMON_WORDS = {language: frozenset(words.split()) for language, words in _LISTS.items()}
_WORD = re.compile(r"[^\W\d_]+")


def language_of(text: str) -> str:
    """ "it" or "en" where the text is clearly in it; empty where another language leads, or none does.

    Clearly: one word in eight is common in it, and half as many again as in any other. Running prose has about four in ten.

    >>> language_of("L’Inter continua a vincere, ma lo fa con più fatica del previsto."), language_of("Kairat")
    ('it', '')
    """
    words = [word.lower() for word in _WORD.findall(text)]
    counts = {language: sum(word in common for word in words) for language, common in COMMON_WORDS.items()}
    (best, most), (_, next_most) = sorted(counts.items(), key=lambda pair: -pair[1])[:2]
    is_clear = best in READ and most * 8 >= len(words) and most * 2 > next_most * 3
    return best if is_clear else ""
