"""Words for a time without a minute, "late winner", "nel recupero": right where the goal fits them, else right in part."""

import re
from collections.abc import Callable, Iterator

from articles.reading.claims import places
from articles.reading.claims.shapes import PARTLY, RIGHT, Claim, Place, because
from articles.reading.facts import GOALS, PERSON, Event
from articles.reading.fixtures import is_past
from articles.reading.scene import Scene
from articles.reading.vocabulary import any_of

LATE, SOON, AFTER_THE_BREAK = 80, 15, 60
_SORTS: tuple[tuple[re.Pattern[str], Callable[[Event], bool]], ...] = (
    (
        any_of(r"nel_recupero in_(?:stoppage|added|injury)_time all['’]ultimo_respiro deep_into_(?:stoppage|added)_time"),
        lambda event: event.stoppage > 0 or event.minute >= 90,
    ),
    (
        any_of(r"late_(?:winner|goal|equali[sz]er|header|strike) nel_finale in_the_closing_(?:stages|minutes) allo_scadere"),
        lambda event: event.minute >= LATE,
    ),
    (
        any_of(r"in_avvio_di_ripresa a_inizio_ripresa early_in_the_second_half"),
        lambda event: 45 < event.minute <= AFTER_THE_BREAK,
    ),
    (any_of(r"early_(?:goal|header|opener|strike) pronti_via"), lambda event: event.minute <= SOON),
)


def claimed_times(scene: Scene) -> Iterator[Claim]:
    """Held against the goals of who is named between the same commas; where he has several, one that fits is enough."""
    main = scene.main
    if main is None or not is_past(scene, main) or not main.has_events:
        return
    for pattern, fits in _SORTS:
        for found in pattern.finditer(scene.text):
            span = places.segment_of(scene, found.start())
            named = {mention.target for mention in places.within(scene, span, PERSON)}
            goals = [event for event in main.events if event.kind in GOALS and event.person in named]
            if goals and places.match_at(scene, found.start()) is main:
                event = next(filter(fits, goals), goals[-1])
                why = because("minute", minute=event.clock)
                place = Place(scene, found.start(), found.end())
                verdict = RIGHT if fits(event) else PARTLY
                yield place.says("minute", found[0], verdict, correct=event.clock, because=why, rests_on=event)
