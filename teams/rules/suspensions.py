"""When cards keep a player out of the next match: the counts of bookings, by competition and year."""

from dataclasses import dataclass

from teams.rules.competitions import year_of

AFTER_QUARTER_FINALS = ("Semi-finals", "Third place", "Final")


@dataclass(frozen=True, slots=True)
class Bookings:
    """A ban at each of `at`, and from the last of them on at every `then` more. In the `fresh` rounds counting begins anew."""

    at: tuple[int, ...]
    then: int
    fresh: tuple[str, ...] = ()

    def ban(self, count: int) -> bool:
        """Whether the booking of that number, counted from 1, keeps its player out of the next match."""
        last = self.at[-1]
        return count in self.at or (count > last and (count - last) % self.then == 0)


def serie_a(year: int) -> Bookings | None:
    """Codice di giustizia sportiva of the FIGC, article 9 (until 2019 article 19), since 2015-16: a match at the fifth
    booking, then after five, four, three and two more, then at every one.
    """
    return Bookings((5, 10, 14, 17, 19), then=1) if year >= 2015 else None


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
