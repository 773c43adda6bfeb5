"""English for first drafts: possessives, ordinals, numbers, minutes, dates. Teams take a plural verb, as British papers write."""

from datetime import date

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_CARDINALS = ("nil", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_ORDINALS = ("", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
# Nations that English writes with an article.
WITH_ARTICLE = {
    "Czech Republic",
    "Faroe Islands",
    "Gambia",
    "Netherlands",
    "Philippines",
    "United Arab Emirates",
    "United States",
}


def the(club) -> str:
    return f"the {club.name}" if club.national and club.name in WITH_ARTICLE else club.name


def of(club) -> str:
    """
    >>> from articles.drafting.shapes import Club
    >>> of(Club(1, "Inter")), of(Club(1, "Young Boys"))
    ("Inter's", "Young Boys'")
    """
    return the(club) + ("'" if club.name.endswith("s") else "'s")


def cardinal(number: int) -> str:
    return _CARDINALS[number] if 0 < number <= 10 else str(number)


def ordinal(number: int) -> str:
    """In words up to ten: third, 11th, 22nd.

    >>> ordinal(3), ordinal(11), ordinal(22), ordinal(33)
    ('third', '11th', '22nd', '33rd')
    """
    return _ORDINALS[number] if number <= 10 else nth(number)


def nth(number: int) -> str:
    ending = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


def counted(number: int, one: str, many: str) -> str:
    """
    >>> counted(1, "win", "wins"), counted(3, "win", "wins"), counted(12, "point", "points")
    ('one win', 'three wins', '12 points')
    """
    return f"{cardinal(number)} {one if number == 1 else many}"


def in_minute(minute: str) -> str:
    """
    >>> in_minute("45"), in_minute("45+2"), in_minute("90+1")
    ('in the 45th minute', 'two minutes into first-half stoppage time', 'one minute into stoppage time')
    """
    number, _, stoppage = minute.partition("+")
    if not stoppage:
        return f"in the {nth(int(number))} minute"
    half = "first-half stoppage time" if number == "45" else "stoppage time"
    return f"{counted(int(stoppage), 'minute', 'minutes')} into {half}"


def on_day(day: date) -> str:
    return f"on {WEEKDAYS[day.weekday()]} {day.day} {MONTHS[day.month - 1]}"


def of_year(day: date) -> str:
    return f"{on_day(day)} {day.year}"


def all_of(names: list[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


def start(words: str) -> str:
    return words[0].upper() + words[1:]
