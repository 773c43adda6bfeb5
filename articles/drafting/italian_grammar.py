"""Italian for first drafts: the article of a team's name, prepositions joined to it, agreement, ordinals, minutes, dates."""

import re
from datetime import date

from .shapes import Club

# Clubs of feminine name, by its first word or words; all the others are masculine, as foreign clubs are.
FEMININE_CLUBS = """
    alessandria, atalanta, carrarese, casertana, cavese, cremonese, dinamo, feralpisalò, fermana, fidelis andria, fiorentina,
    giana erminio, inter, internazionale, juve, juventus, juve stabia, lazio, lokomotiv, lucchese, massese, nocerina,
    pergolettese, pistoiese,
    pro patria, pro sesto, pro vercelli, real sociedad, reggiana, reggina, roma, salernitana, sambenedettese, samp,
    sampdoria, sanremese, spal, stella rossa, steaua, ternana, torres, triestina, turris, udinese, vis pesaro, virtus
"""
FEMININE_NATIONS = """
    arabia, bosnia, corea, costa, gambia, guinea, inghilterra, irlanda, macedonia, nuova, repubblica
"""
MASCULINE_NATIONS = "botswana, canada, ghana, guatemala, kenya, nicaragua, sri lanka, venezuela, ruanda, guyana"
PLURAL_NATIONS = {"paesi bassi": "m", "stati uniti": "m", "emirati arabi uniti": "m", "isole fær øer": "f", "filippine": "f"}
WITHOUT_ARTICLE = """
    andorra, aruba, capo verde, cipro, cuba, curaçao, gibilterra, haiti, hong kong, israele, malta, monaco, panama, porto rico,
    san marino, singapore, trinidad e tobago
"""

_JOINED = {
    "di": ("del ", "dell'", "dello ", "della ", "dei ", "degli ", "delle "),
    "a": ("al ", "all'", "allo ", "alla ", "ai ", "agli ", "alle "),
    "da": ("dal ", "dall'", "dallo ", "dalla ", "dai ", "dagli ", "dalle "),
    "su": ("sul ", "sull'", "sullo ", "sulla ", "sui ", "sugli ", "sulle "),
    "in": ("nel ", "nell'", "nello ", "nella ", "nei ", "negli ", "nelle "),
}
_ARTICLES = ("il ", "l'", "lo ", "la ", "i ", "gli ", "le ")
_VOWELS = "aeiouàáâäåæèéêëìíîïòóôöøùúûü"
# Letters whose names begin with a vowel sound: l'FCSB, but il PSV.
_SPOKEN_WITH_A_VOWEL = "AEFHILMNORSX"

WEEKDAYS = ("lunedì", "martedì", "mercoledì", "giovedì", "venerdì", "sabato", "domenica")
MONTHS = (
    *("gennaio", "febbraio", "marzo", "aprile", "maggio", "giugno"),
    *("luglio", "agosto", "settembre", "ottobre", "novembre", "dicembre"),
)
_UNITS = ("", "uno", "due", "tre", "quattro", "cinque", "sei", "sette", "otto", "nove")
_TEENS = (
    *("dieci", "undici", "dodici", "tredici", "quattordici"),
    *("quindici", "sedici", "diciassette", "diciotto", "diciannove"),
)
_TENS = ("", "", "venti", "trenta", "quaranta", "cinquanta", "sessanta", "settanta", "ottanta", "novanta")
_ORDINALS = ("", "primo", "secondo", "terzo", "quarto", "quinto", "sesto", "settimo", "ottavo", "nono", "decimo")


def _listed(names: str) -> tuple[str, ...]:
    return tuple(name.strip() for name in names.split(","))


def _begins(name: str, names: str) -> bool:
    return any(name == known or name.startswith(f"{known} ") for known in _listed(names))


def is_plural(club: Club) -> bool:
    return club.national and club.name.lower() in PLURAL_NATIONS


def is_feminine(club: Club) -> bool:
    """
    >>> [is_feminine(Club(1, name)) for name in ("Inter", "Milan", "Real Sociedad", "Real Madrid", "Juve Stabia")]
    [True, False, True, False, True]
    """
    name = club.name.lower()
    if not club.national:
        return _begins(name, FEMININE_CLUBS)
    if name in PLURAL_NATIONS:
        return PLURAL_NATIONS[name] == "f"
    return _begins(name, FEMININE_NATIONS) or (name.endswith("a") and not _begins(name, MASCULINE_NATIONS))


def _form(club: Club) -> int:
    """Which of the seven forms of article and joined preposition its name takes."""
    name, feminine, plural = club.name, is_feminine(club), is_plural(club)
    if plural:
        return 6 if feminine else 5 if _vowel(name) or _impure(name) else 4
    if _vowel(name):
        return 1
    if feminine:
        return 3
    return 2 if _impure(name) else 0


def _vowel(name: str) -> bool:
    first = name.split()[0]
    if _spelled(first):
        return first[0] in _SPOKEN_WITH_A_VOWEL
    return first[0].lower() in _VOWELS or bool(re.match(f"h[{_VOWELS}]", first.lower()))


def _spelled(word: str) -> bool:
    """Whether it is read letter by letter: PSV, FCSB."""
    return word.isupper() and len(word) > 1 and not any(letter in "AEIOU" for letter in word)


def _impure(name: str) -> bool:
    """Before these Italian says lo: lo Spezia, lo Young Boys, lo Zenit."""
    return not _spelled(name.split()[0]) and bool(re.match(rf"s[^{_VOWELS}\W]|z|x|gn|ps|pn|y[{_VOWELS}]", name.lower()))


def _bare(club: Club) -> bool:
    return club.national and club.name.lower() in _listed(WITHOUT_ARTICLE)


def the(club: Club) -> str:
    """
    >>> [the(Club(1, name)) for name in ("Inter", "Spezia", "Milan", "PSV", "FCSB", "Roma", "Hellas Verona", "Stella Rossa")]
    ["l'Inter", 'lo Spezia', 'il Milan', 'il PSV', "l'FCSB", 'la Roma', "l'Hellas Verona", 'la Stella Rossa']
    """
    return club.name if _bare(club) else _ARTICLES[_form(club)] + club.name


def joined(preposition: str, club: Club) -> str:
    """A preposition and the team: di, a, da, su, in join with the article; con, contro, per, tra do not.

    >>> joined("di", Club(1, "Inter")), joined("a", Club(1, "Spezia")), joined("da", Club(1, "Italia", national=True))
    ("dell'Inter", 'allo Spezia', "dall'Italia")
    """
    if _bare(club):
        return f"{preposition} {club.name}"
    if preposition in _JOINED:
        return _JOINED[preposition][_form(club)] + club.name
    return f"{preposition} {the(club)}"


def agree(club: Club, word: str) -> str:
    """A participle or adjective in -o with the ending that the team asks for.

    >>> agree(Club(1, "Inter"), "terzo"), agree(Club(1, "Paesi Bassi", national=True), "terzo")
    ('terza', 'terzi')
    """
    feminine, plural = is_feminine(club), is_plural(club)
    if plural and not feminine and re.search("[cg]o$", word):
        return word[:-1] + ("hi" if word.endswith("go") else "i")
    return word[:-1] + ("e" if plural and feminine else "i" if plural else "a" if feminine else "o")


def verb(club: Club, one: str, many: str) -> str:
    return many if is_plural(club) else one


def cardinal(number: int) -> str:
    """In words up to ten, in figures above; nought and one as they stand before a noun are the caller's.

    >>> cardinal(4), cardinal(12)
    ('quattro', '12')
    """
    return _words(number) if 1 < number <= 10 else str(number)


def _words(number: int) -> str:
    if number < 10:
        return _UNITS[number]
    if number < 20:
        return _TEENS[number - 10]
    tens, unit = _TENS[number // 10], _UNITS[number % 10]
    return (tens[:-1] if number % 10 in (1, 8) else tens) + unit


def ordinal(number: int) -> str:
    """
    >>> ordinal(3), ordinal(11), ordinal(23), ordinal(26), ordinal(34)
    ('terzo', 'undicesimo', 'ventitreesimo', 'ventiseiesimo', 'trentaquattresimo')
    """
    if number <= 10:
        return _ORDINALS[number]
    word = _words(number)
    return f"{word}esimo" if number > 20 and number % 10 in (3, 6) else f"{word[:-1]}esimo"


def feminine(word: str) -> str:
    return word[:-1] + "a"


def the_nth(number: int) -> str:
    """
    >>> the_nth(4), the_nth(8), the_nth(11)
    ('la quarta', "l'ottava", "l'undicesima")
    """
    word = feminine(ordinal(number))
    return f"l'{word}" if word[0] in _VOWELS else f"la {word}"


def points(number: int) -> str:
    return {0: "nessun punto", 1: "un punto"}.get(number, f"{number} punti")


def counted(number: int, one: str, many: str) -> str:
    """
    >>> counted(1, "una vittoria", "vittorie"), counted(3, "una vittoria", "vittorie")
    ('una vittoria', 'tre vittorie')
    """
    return one if number == 1 else f"{cardinal(number)} {many}"


def at_minute(minute: str) -> str:
    """Of the minute as printed: al 45', all'8', all'80', al 45'+2.

    >>> at_minute("45"), at_minute("8"), at_minute("11"), at_minute("81"), at_minute("45+2")
    ("al 45'", "all'8'", "all'11'", "all'81'", "al 45'+2")
    """
    number, _, stoppage = minute.partition("+")
    told = f"{number}'" + (f"+{stoppage}" if stoppage else "")
    return f"all'{told}" if number in ("8", "11") or re.fullmatch(r"8\d", number) else f"al {told}"


def of_year(day: date) -> str:
    return f"{_day(day)} {day.year}"


def _day(day: date) -> str:
    return f"{WEEKDAYS[day.weekday()]} {'1º' if day.day == 1 else day.day} {MONTHS[day.month - 1]}"


def on_day(day: date) -> str:
    return _day(day)


def all_of(names: list[str]) -> str:
    """
    >>> all_of(["uno"]), all_of(["uno", "due", "tre"])
    ('uno', 'uno, due e tre')
    """
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} e {names[-1]}"


def start(words: str) -> str:
    return words[0].upper() + words[1:]
