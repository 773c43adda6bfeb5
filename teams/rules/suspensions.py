"""When cards keep a player out of the next match: the counts of bookings, by competition and year."""

from collections.abc import Iterable
from dataclasses import dataclass

from teams.rules.competitions import year_of

AFTER_QUARTER_FINALS = ("Semi-finals", "Third place", "Final")


@dataclass(frozen=True, slots=True)
class Bookings:
    """A ban at each of `at`, and from the last of them on at every `then` more. In the `fresh` rounds counting begins anew.

    `by`: the number of the team's match by which each of `at` must be reached to count. `within`: only bookings of the team's
    last so many matches add up, and none that has brought a ban.
    """

    at: tuple[int, ...]
    then: int
    fresh: tuple[str, ...] = ()
    by: tuple[int, ...] = ()
    within: int = 0

    def bans(self, booked: Iterable[int]) -> set[int]:
        """Of the matches in which a player was booked, by their numbers among his team's, those that kept him out of the next."""
        if self.within:
            return self._rolling(booked)
        return {number for count, number in enumerate(booked, 1) if self._ban(count, number)}

    def _ban(self, count: int, number: int) -> bool:
        last = self.at[-1]
        if count in self.at[: len(self.by)]:
            return number <= self.by[self.at.index(count)]
        return count in self.at or (count > last and (count - last) % self.then == 0)

    def _rolling(self, booked: Iterable[int]) -> set[int]:
        found: set[int] = set()
        counted: list[int] = []
        for number in booked:
            counted = [*(one for one in counted if one > number - self.within), number]
            if len(counted) == self.at[0]:
                found.add(number)
                counted = []
        return found


def serie_a(year: int) -> Bookings | None:
    """Codice di giustizia sportiva of the FIGC, article 9 (until 2019 article 19), since 2015-16: a match at the fifth
    booking, then after five, four, three and two more, then at every one.
    """
    return Bookings((5, 10, 14, 17, 19), then=1) if year >= 2015 else None


def premier_league(year: int) -> Bookings | None:
    """Premier League Handbook and the FA's Standard Directive on cautions, since 2019-20: at the fifth booking where it comes by
    the team's 19th match of the league, at the tenth by the 32nd (two matches), at the fifteenth (three), at the twentieth.
    """
    return Bookings((5, 10, 15), then=5, by=(19, 32)) if year >= 2019 else None


def every_fifth(year: int) -> Bookings | None:
    """La Liga: Código Disciplinario of the RFEF ("acumulación de amonestaciones"). Bundesliga: Durchführungsbestimmungen of
    the DFB to its Spielordnung ("fünfte Verwarnung"). A match at every fifth booking; told from 2010-11 on.
    """
    return Bookings((5,), then=5) if year >= 2010 else None


def ligue_1(year: int) -> Bookings | None:
    """Règlement disciplinaire of the LFP: until 2024-25 at the third booking within ten matches, of which those of the league
    are counted here; since 2025-26 at every fifth (Conseil d'administration of 3 June 2025).
    """
    if year >= 2025:
        return Bookings((5,), then=5)
    return Bookings((3,), then=3, within=10) if year >= 2010 else None


def uefa(year: int) -> Bookings | None:
    """UEFA club competition regulations ("Yellow and red cards"), since 2014-15: a match at the third booking and at every
    odd one after it; bookings lapse with the quarter-finals.
    """
    return Bookings((3,), then=2, fresh=AFTER_QUARTER_FINALS) if year >= 2014 else None


def tournament(year: int) -> Bookings | None:
    """FIFA World Cup and UEFA Euro regulations ("Yellow and red cards"), since 2010 and 2012: a match at every second
    booking; bookings lapse with the quarter-finals.
    """
    return Bookings((2,), then=2, fresh=AFTER_QUARTER_FINALS) if year >= 2010 else None


_RULES = {
    "serie-a": serie_a,
    "premier-league": premier_league,
    "la-liga": every_fifth,
    "bundesliga": every_fifth,
    "ligue-1": ligue_1,
    "champions-league": uefa,
    "europa-league": uefa,
    "conference-league": uefa,
    "world-cup": tournament,
    "euro": tournament,
}


def bookings_for(slug: str, season: str) -> Bookings | None:
    """The counts of this competition in that season; None where they are not known here."""
    rules = _RULES.get(slug)
    return rules(year_of(season)) if rules else None
