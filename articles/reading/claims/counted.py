"""Minutes that a text counts from something: from the break, from the end, from the goal before; and the hours of a clock."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from articles.reading.claims.figures import at_numbers
from articles.reading.facts import Event
from articles.reading.numbers import CARDINAL, number_of
from articles.reading.scene import Scene

_MINUTES = r"(?:minut[oi]|minutes?)"
_ENDS = r"(?:time|the end|full[- ]time|the final whistle|the whistle)"
_BACK = r"(?:restart|resumption|second half|second period|break|interval|half[- ]time)"
# What is counted: back from the end, on from the break, back from the break.
_COUNT = re.compile(
    rf"\b(?P<n>{CARDINAL}) (?:{_MINUTES} |(?=dalla fine|dal termine|dal 90))"
    rf"(?:(?P<end>(?:from|before) {_ENDS}|left|remaining|to go|to play|dalla fine|dal termine|dal fischio finale|dal 90['’])"
    rf"|(?P<on>(?:after|into|from|of) (?:the )?{_BACK}|della ripresa|del secondo tempo|dopo l['’]intervallo)"
    r"|(?P<back>before (?:the )?(?:break|interval|half[- ]time|pause)|(?:prima del|dal)l['’]intervallo|prima del riposo))",
    re.IGNORECASE,
)
_CLOCK = re.compile(
    r"\b(?P<what>hour(?: mark)?|half[- ](?:an )?hour(?: mark)?|quarter of an hour|mezz['’]ora|quarto d['’]ora)(?![\w-])"
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
    rf"\b(?P<n>{CARDINAL}) {_MINUTES}"
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


def counted(scene: Scene) -> Iterator[Time]:
    """The minutes counted from the break or the end, and those told as on a clock."""
    for found in at_numbers(scene, _COUNT):
        number = number_of(found["n"])
        if number is not None and number <= 45:
            minute = 90 - number if found["end"] else 45 + number if found["on"] else 45 - number
            yield Time(*found.span(), minute, CLOSE)
    for found in _CLOCK.finditer(scene.text):
        is_led = _LED.search(scene.text, max(0, found.start() - 24), found.start())
        if is_led and not _NO_TIME.match(scene.text, found.end()):
            yield Time(*found.span(), _of_clock(found["what"].lower()) + 45 * bool(found["ripresa"]), ROUNDED)


def _of_clock(words: str) -> int:
    return 15 if words.startswith("quart") else 60 if words.startswith("hour") else 30


def later(scene: Scene) -> Iterator[tuple[int, int, int]]:
    """Where words stand that count so many minutes from what was told before, and how many."""
    for found in at_numbers(scene, LATER):
        number = number_of(found["n"])
        if number is not None and number < 90:
            yield found.start("n"), found.end(), number


def after_another(events: Iterable[Event], number: int) -> list[Event]:
    """The events that came so many minutes after another one, give or take a minute."""
    events = list(events)
    return [one for one in events if any(abs(one.clock - other.clock - number) <= 1 and other is not one for other in events)]
