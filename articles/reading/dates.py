"""Dates as platforms print them: the day, the month in letters in one of several languages, the year."""

import re
from datetime import date

from teams.names import fold

MONTHS = {
    "it": "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
    "en": "january february march april may june july august september october november december",
    "es": "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "de": "januar februar märz april mai juni juli august september oktober november dezember",
    "pt": "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
}
_NUMBERS = {fold(name): number for months in MONTHS.values() for number, name in enumerate(months.split(), start=1)}
_DAY_FIRST = re.compile(r"(\d{1,2})(?:er|º|°|\.)? (?:de |of )?([^\W\d]+)\.?,? (?:de )?(\d{4})")
_MONTH_FIRST = re.compile(r"([^\W\d]+)\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})")


def read_date(text: str) -> date | None:
    """The date that the whole text is; None if it is none. Months may be cut to three letters or more where one fits.

    >>> read_date("6 novembre 2025"), read_date("November 6, 2025"), read_date("31 novembre 2025")
    (datetime.date(2025, 11, 6), datetime.date(2025, 11, 6), None)
    """
    text = " ".join(text.split())
    if found := _DAY_FIRST.fullmatch(text):
        day, month, year = found.groups()
    elif found := _MONTH_FIRST.fullmatch(text):
        month, day, year = found.groups()
    else:
        return None
    try:
        return date(int(year), _month(month), int(day))
    except ValueError:
        return None


def _month(word: str) -> int:
    """The month's number; ValueError unless the word, or what it was cut from, names exactly one."""
    word = fold(word)
    if word in _NUMBERS:
        return _NUMBERS[word]
    fitting = {number for name, number in _NUMBERS.items() if len(word) >= 3 and name.startswith(word)}
    if len(fitting) != 1:
        raise ValueError(f"{word} is no month")
    return fitting.pop()
