"""Minutes that a text counts from something: from the break, from the end, from the goal before; and the hours of a clock."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from articles.reading.facts import Event
from articles.reading.numbers import CARDINAL, number_of

_NUMBER = rf"(?P<n>{CARDINAL})"
_MINUTES = r"(?:minut[oi]|minutes?)"
_ENDS = r"(?:time|the end|full[- ]time|the final whistle|the whistle)"
_RESTS = r"(?:break|interval|half[- ]time|pause)"
_BACK = r"(?:restart|resumption|second half|second period|break|interval|half[- ]time)"
# What is counted: from which minute, with which sign.
_COUNTS = (
    (90, -1, re.compile(rf"\b{_NUMBER} {_MINUTES} (?:from|before) {_ENDS}", re.IGNORECASE)),
    (90, -1, re.compile(rf"\bwith (?:just |only |barely )?{_NUMBER} {_MINUTES} (?:left|remaining|to go|to play)", re.IGNORECASE)),
    (90, -1, re.compile(rf"\b{_NUMBER}(?: {_MINUTES})? (?:dalla fine|dal termine|dal fischio finale|dal 90['’])", re.IGNORECASE)),
    (45, 1, re.compile(rf"\b{_NUMBER} {_MINUTES} (?:after|into|from|of) (?:the )?{_BACK}", re.IGNORECASE)),
    (45, 1, re.compile(rf"\b{_NUMBER} {_MINUTES} (?:della ripresa|del secondo tempo|dopo l['’]intervallo)", re.IGNORECASE)),
    (45, -1, re.compile(rf"\b{_NUMBER} {_MINUTES} before (?:the )?{_RESTS}", re.IGNORECASE)),
    (
        45,
        -1,
        re.compile(rf"\b{_NUMBER} {_MINUTES} (?:prima dell['’]intervallo|dall['’]intervallo|prima del riposo)", re.IGNORECASE),
    ),
)
_CLOCK = re.compile(
    r"(?:\bthe |\bal(?:la)? |\bun(?:a)? |\ban? |\bdopo |\bafter |\bhalf )?"
    r"(?P<what>hour(?: mark)?|half[- ](?:an )?hour(?: mark)?|quarter of an hour|mezz['’]ora|quarto d['’]ora)(?![\w-])"
    r"(?P<ripresa> (?:della ripresa|del secondo tempo|into the second half|after the (?:break|restart|interval)))?",
    re.IGNORECASE,
)
_LED = re.compile(
    r"\b(?:on|past|after|before|around|about|by|at|inside|within|approaching|alla|al|dopo|sulla|intorno)"
    r"(?: (?:just|about|around|only|the|an?|circa|meno di))* ?$",
    re.IGNORECASE,
)
_NO_TIME = re.compile(
    r"^ (?:later|dopo|più tardi|earlier|prima|from (?:time|the end)|dalla fine|dal termine|before|of the)", re.IGNORECASE
)
LATER = re.compile(
    rf"\b(?:just |barely |solo |appena )?{_NUMBER} {_MINUTES}"
    r" (?:later|dopo(?! (?:l['’]intervallo|il fischio))|più tardi|afterwards)\b",
    re.IGNORECASE,
)
# A count is as exact as a minute; who speaks of the hour rounds it.
CLOSE, ROUNDED = 2, 5


class Time(NamedTuple):
    """A time told: where its words stand (code points), which minute of the match it is, and how far off it may be."""

    start: int
    end: int
    minute: int
    slack: int


def counted(text: str) -> Iterator[Time]:
    """The minutes counted from the break or the end, and those told as on a clock.

    >>> [(time.minute, time.slack) for time in counted("Segna a sette minuti dalla fine. He scored on the hour.")]
    [(83, 2), (60, 5)]
    """
    for start, sign, pattern in _COUNTS:
        for found in pattern.finditer(text):
            number = number_of(found["n"])
            if number is not None and number <= 45:
                yield Time(found.start("n"), found.end(), start + sign * number, CLOSE)
    for found in _CLOCK.finditer(text):
        is_led = _LED.search(text, max(0, found.start() - 24), found.start("what"))
        if is_led and not _NO_TIME.match(text, found.end()):
            yield Time(found.start(), found.end(), _of_clock(found["what"].lower()) + 45 * bool(found["ripresa"]), ROUNDED)


def _of_clock(words: str) -> int:
    return 15 if words.startswith("quart") else 60 if words.startswith("hour") else 30


def later(text: str) -> Iterator[tuple[int, int, int]]:
    """Where words stand that count so many minutes from what was told before, and how many."""
    for found in LATER.finditer(text):
        number = number_of(found["n"])
        if number is not None and number < 90:
            yield found.start("n"), found.end(), number


def after_another(events: Iterable[Event], number: int) -> list[Event]:
    """The events that came so many minutes after another one, give or take a minute."""
    events = list(events)
    return [one for one in events if any(abs(one.clock - other.clock - number) <= 1 and other is not one for other in events)]
