"""Minutes that a text states, against the events of the people whom it names with them; a minute off by one is right in part."""

import re
from collections.abc import Iterable, Iterator

from articles.reading.claims import places
from articles.reading.claims.counted import after_another, counted, later
from articles.reading.claims.shapes import PARTLY, RIGHT, WRONG, Claim, Place, because
from articles.reading.claims.wording import with_number
from articles.reading.facts import DISMISSALS, GOALS, MISSES, PERSON, Event, Match, Ref
from articles.reading.fixtures import is_past
from articles.reading.numbers import CARDINAL, ORDINAL_WORD, number_of
from articles.reading.scene import Mention, Scene
from articles.reading.vocabulary import any_of

_MINUTE = re.compile(
    r"(?<![\d.,-])(?P<plain>\d{1,3})(?:\s?\+\s?(?P<stoppage>\d{1,2}))?\s?['’′](?!\w)"
    rf"|\b(?P<nth>\d{{1,3}})(?:st|nd|rd|th)[ -]minute|\b(?P<word>{ORDINAL_WORD})[ -](?:minute|minuto)"
    rf"|\b(?:al|dal|minuto|on|inside|within|after|needed (?:only|barely|just)|only|lasted only) (?P<after>{CARDINAL}) minut\w+"
    r"|\bdopo (?P<dopo>[2-9]\d) minuti\b|\btook(?: just| only)? (?P<took>\d{1,2}) minutes\b"
    r"|(?P<mark>\d{1,3})[- ]minute mark\b|\bcronometro segna(?:va)? (?:il )?(?P<segna>\d{1,3})(?: minuti|['’]|°)"
    r"|\bon (?P<bare>\d{1,2})(?=[,.;] |,? (?:and|but|before|with|from|after|when)\b)(?! (?:points|goals))"
    r"|\b(?:al|il|minuto) (?P<minuto>\d{1,3})(?:°|º)? minuto|\bminuto (?P<behind>\d{1,3})\b",
    re.IGNORECASE,
)
_TWO = re.compile(rf"\bon (?P<first>{CARDINAL})(?: minutes)? and (?P<last>{CARDINAL}) minutes", re.IGNORECASE)
_RELATIVE = any_of(
    r"""
    later from_time from_the_end from_full-time dalla_fine dal_termine after_the_(?:break|interval|restart) earlier
    (?:before|prima)_(?:the_break|half-time|the_interval|the_end|della_fine|dell_intervallo|del_termine|del_riposo)
    into_the_second_half of_the_(?:second_half|restart|break|interval) into_the_half
    """
)
_FROM_THERE = any_of(r"dopo prima after before")
_AT = re.compile(r"(?:\bal|\ball['’]|\bdal|\bminuto|\bthe|\bon) ?$", re.IGNORECASE)
_ADDED = any_of(r"(?:of|in)_(?:added|stoppage|injury)_time di_recupero del_recupero")
_SECOND_HALF = any_of(
    r"della_ripresa del_secondo_tempo in(?:to)?_the_second_half of_the_second_half after_the_(?:break|interval|restart)"
)
_GOAL = any_of(
    r"""
    gol ret[ei] segna\w* batt\w+ passa(?:no)? pareggi\w+ pari sblocc\w+ raddoppi\w+ rigore dischetto accorcia\w* vantaggio insacca
    incorna firma\w* doppiett\w+ triplett\w+ bis tris poker cinquina tap-in colpi\w+ infila\w* autogol autorete apre chiude
    a_segno decide stende gela ribalta sigillo zampata diagonale destro sinistro colpo_di_testa tiro
    scored? goals? equali[sz]\w+ header penalty winner opener struck netted strike\w* headed levelled put tapped converted added
    his_(?:first|second|third) drilled lobbed thumped curled finished poked swept nodded slotted fired volleyed turned_in
    opened doubled restored broke scoring spot made_it (?:pulled|got)_one_back effort
    """
)
_CARD = any_of(
    r"""
    espuls\w+ espell\w+ rosso secondo_giallo doppio_giallo doppia_ammonizione cacci\w+ in_dieci
    sent_off red dismiss\w+ second_(?:yellow|booking) ten_men down_to_ten
    """
)
_OTHER = any_of(
    r"""
    para parata parat\w+ palo traversa occasion\w+ miracol\w+ respin\w+ fuorigioco annullat\w+ ammonit\w+ var check
    sostitu\w+ entra\w* esce uscit\w+ cambi\w* infortun\w+ rileva\w* inserisc\w+ subentr\w+ fischio
    chance saved? saves (?<!near_)(?<!far_)(?<!back_)post bar crossbar offside disallowed ruled_out booked yellow_card miss\w*
    wide denied replac\w+ substituted limped came_on comes_on introduced injur\w+ withdrawn possession
    """
)
_OPENS = any_of(r"sblocc\w+ vantaggio aprir\w* apre open\w+ deadlock ahead lead breakthrough")
# How far honest sources differ: that much is no mistake, and not quite right either.
CLOSE = 1
# A name so many letters away has to do with a minute only if nobody is named nearer.
FAR = 70


def claimed_minutes(scene: Scene) -> Iterator[Claim]:
    main = scene.main
    if main is None:
        return
    all_told = list(_told(scene))
    minutes = {value for _start, _end, value in all_told}
    for start, end, value in all_told:
        claim = _claim(scene, start, end, value, minutes)
        if claim is not None:
            yield claim
    taken = {place for start, end, _value in all_told for place in range(start, end)}
    for time in counted(scene):
        claim = _counted(scene, Place(scene, time.start, time.end), time.minute, time.slack)
        if claim is not None and not taken & set(range(time.start, time.end)):
            yield claim
    for start, end, number in later(scene):
        claim = _later(scene, Place(scene, start, end), number)
        if claim is not None:
            yield claim


def _counted(scene: Scene, place: Place, value: int, slack: int) -> Claim | None:
    """A minute counted from the break or the end, or told as on a clock: against the goals of who is named with it."""
    match, pairs = _told_of(scene, place)
    if match is None:
        return None
    goals = [event for _one, event in pairs] or _opening(scene, match, place)
    near = min(goals, key=lambda one: _off(one, value), default=None)
    if near is None:
        return None
    if _off(near, value) <= slack:
        return _says(place, value, RIGHT if _off(near, value) * 2 <= slack else PARTLY, near)
    named = {one.target for one in places.within(scene, _segment(scene, place.start), PERSON)}
    is_anothers = any(_off(event, value) <= slack for event in match.events if event.person in named)
    if is_anothers or _OTHER.search(_words(scene, place.start, place.end)):
        return None
    return place.says("minute", value, WRONG, correct=near.clock, because=because("minute", minute=near.clock), rests_on=near)


def _off(event: Event, value: int) -> int:
    """How far a goal is from the minute told; added time is that of the half's last minute too."""
    return min(abs(event.clock - value), abs(event.minute - value))


def _told_of(scene: Scene, place: Place) -> tuple[Match | None, "Pairs"]:
    """The match that the words tell of, and the goals in it of who is named between the same commas."""
    match = places.match_at(scene, place.start)
    if match is None or not match.has_events or not is_past(scene, match):
        return None, []
    pairs, is_beside = _events_beside(scene, match, place, _words(scene, place.start, place.end))
    return match, pairs if is_beside else []


def _opening(scene: Scene, match: Match, place: Place) -> list[Event]:
    """The first goal, where the words say that they tell of it and name nobody."""
    words = _words(scene, place.start, place.end)
    named = places.within(scene, places.segment_of(scene, place.start), PERSON)
    return [one for one in match.events if one.kind in GOALS][:1] if not named and _OPENS.search(words) else []


def _later(scene: Scene, place: Place, number: int) -> Claim | None:
    """So many minutes after the goal told before: wrong where his goal came so long after none."""
    match, pairs = _told_of(scene, place)
    own = [event for _one, event in pairs]
    if match is None or not own:
        return None
    goals = [event for event in match.events if event.kind in GOALS | DISMISSALS | MISSES]
    told = {one.target for one in scene.of_kind(PERSON) if one.start < place.start}
    event = next((one for one in after_another(goals, number) if one in own), None)
    if event is not None:
        return place.says("minute", number, RIGHT, because=because("minute", minute=event.clock), rests_on=event)
    before = [one for one in goals if one.clock < own[-1].clock and one.person in told]
    if not before or _OTHER.search(_words(scene, place.start, place.end)):
        return None
    gap = own[-1].clock - before[-1].clock
    return place.says(
        "minute",
        number,
        WRONG,
        correct=gap,
        because=because("minute", minute=own[-1].clock),
        rests_on=own[-1],
        replacement=with_number(place.surface, gap) if gap > 1 else None,
    )


def _told(scene: Scene) -> Iterator[tuple[int, int, int]]:
    """The minutes of the text: where their words stand, and which they are from the kick-off on."""
    taken: set[int] = set()
    for pattern in (_TWO, _MINUTE):
        for found in pattern.finditer(scene.text):
            for start, end, number in _numbers(found):
                after = scene.text[end : end + 34].strip()
                if start in taken or (_is_relative(scene, start, after) and not _SECOND_HALF.match(after)):
                    continue
                taken.add(start)
                value = number + (90 if _ADDED.match(after) else 45 if _SECOND_HALF.match(after) else 0)
                is_bare = found.re is _MINUTE and found["bare"]
                if 1 <= value <= 130 and not (is_bare and not _GOAL.search(scene.text, max(0, start - 45), start)):
                    yield start, end, value


def _is_relative(scene: Scene, start: int, after: str) -> bool:
    """So many minutes after something else: "due minuti dopo", not "al 53' dopo un rimpallo"."""
    is_at = _AT.search(scene.text[max(0, start - 8) : start])
    return bool(_RELATIVE.match(after) or (_FROM_THERE.match(after) and not is_at))


def _numbers(found: re.Match) -> Iterator[tuple[int, int, int]]:
    told = {name: text for name, text in found.groupdict().items() if text}
    stoppage = int(told.pop("stoppage", 0) or 0)
    for name, text in told.items():
        number = number_of(text)
        if number is not None:
            end = found.end(name) if name == "first" else found.end()
            yield found.start(name), end, number + stoppage


def _claim(scene: Scene, start: int, end: int, value: int, minutes: set[int]) -> Claim | None:
    """The claim, with the event of those who are named with it in the match that the sentence tells of."""
    match = places.match_at(scene, start) or scene.main
    if match is None or not match.has_events or not is_past(scene, match):
        return None
    place, words = Place(scene, start, end), _words(scene, start, end)
    pairs, is_beside = _events_beside(scene, match, place, words)
    own = [event for _one, event in pairs]
    told_of = _GOAL.search(words) or _CARD.search(words)
    close = _closest(own, value) or _exactly(scene, match, place, value, is_beside=is_beside)
    close = close or (None if is_beside and told_of else _closest(match.events, value))
    if close:
        exact = value in (close.clock, close.minute)
        return _says(place, value, RIGHT if exact else PARTLY, close)
    if _OTHER.search(words) or _is_change(match, scene, start, value) or _is_anothers_goal(match, own, value):
        return None
    meant = _meant(pairs, place, value, minutes) if own else _left_over(scene, match, place, value, minutes)
    return _says(place, value, WRONG, meant) if meant else None


def _is_anothers_goal(match: Match, own: list[Event], value: int) -> bool:
    """Whether somebody else of the side scored in that very minute: then it is the name that is wrong."""
    teams = {event.team for event in own}
    return any(event.kind in GOALS and event.team in teams and value == event.clock for event in match.events)


def _exactly(scene: Scene, match: Match, place: Place, value: int, *, is_beside: bool) -> Event | None:
    """The event of that very minute, if who did it is named in the sentence; not behind the minute, if another one is beside."""
    sentence = places.sentence_of(scene, place.start)
    span = (sentence[0], _segment(scene, place.start)[1]) if is_beside else sentence
    named = {mention.target for mention in places.within(scene, span, PERSON)}
    return next((one for one in match.events if one.person in named and value in (one.clock, one.minute)), None)


def _says(place: Place, value: int, verdict: str, event: Event) -> Claim:
    told = f"{event.minute}+{event.stoppage}" if event.stoppage else event.minute
    replacement = with_number(place.surface, event.clock) if verdict != RIGHT else None
    why = because("minute", minute=told)
    return place.says("minute", value, verdict, correct=event.clock, because=why, rests_on=event, replacement=replacement)


def _words(scene: Scene, start: int, end: int) -> str:
    """The words between two commas with the minute, without the names of people."""
    first, last = _segment(scene, start)
    masked = scene.text
    for mention in places.within(scene, (first, last), PERSON):
        masked = masked[: mention.start] + "·" * (mention.end - mention.start) + masked[mention.end :]
    return masked[max(first, start - 70) : start] + "|" + masked[end : min(last, end + 70)]


def _segment(scene: Scene, start: int) -> tuple[int, int]:
    """The words between two commas; a minute in brackets belongs to those before them."""
    first, last = places.segment_of(scene, start)
    return (places.segment_of(scene, start - 2)[0], last) if scene.text[start - 1] == "(" else (first, last)


Pairs = list[tuple[Mention, Event]]


def _events_beside(scene: Scene, match: Match, place: Place, words: str) -> tuple[Pairs, bool]:
    """What those did who are named between the same commas, or else not far away in the sentence; and which of the two."""
    kinds = DISMISSALS if _CARD.search(words) and not _GOAL.search(words) else GOALS | MISSES
    segment, sentence = _segment(scene, place.start), places.sentence_of(scene, place.start)
    own = [
        (one, event)
        for one in places.within(scene, sentence, PERSON)
        for event in match.events
        if event.person == one.target and event.kind in kinds
    ]
    beside = [(one, event) for one, event in own if segment[0] <= one.start < segment[1]]
    if beside:
        nearest = min((one for one, _event in beside), key=lambda one: _distance(one, place.start))
        return [pair for pair in beside if pair[0] is nearest], True
    return [pair for pair in own if _distance(pair[0], place.start) < FAR], False


def _closest(events: Iterable[Event], value: int) -> Event | None:
    """The event of that minute, give or take one, exact ones first."""
    near = (event for event in events if abs(event.clock - value) <= CLOSE or value == event.minute)
    return min(near, key=lambda one: abs(one.clock - value), default=None)


def _meant(pairs: Pairs, place: Place, value: int, told: set[int]) -> Event:
    """Of several the one whose minute the text does not tell elsewhere, then the nearest."""
    return min(
        pairs,
        key=lambda pair: (
            bool(told & {pair[1].clock, pair[1].minute}),
            _distance(pair[0], place.start),
            abs(pair[1].clock - value),
        ),
    )[1]


def _left_over(scene: Scene, match: Match, place: Place, value: int, told: set[int]) -> Event | None:
    """The event that is meant where nobody is named with the minute: one that the text leaves without its minute."""
    sentence = scene.text[slice(*places.sentence_of(scene, place.start))]
    is_card = bool(_CARD.search(_words(scene, place.start, place.end)))
    if match is not scene.main or not (is_card or _GOAL.search(sentence)):
        return None
    kinds = DISMISSALS if is_card else GOALS
    left = [event for event in match.events if event.kind in kinds and not told & {event.clock, event.minute}]
    return min(left, key=lambda event: (event.person not in _named(scene), abs(event.clock - value)), default=None)


def _named(scene: Scene) -> set[Ref]:
    return {mention.target for mention in scene.of_kind(PERSON)}


def _distance(mention: Mention, start: int) -> int:
    return min(abs(mention.start - start), abs(mention.end - start))


def _is_change(match: Match, scene: Scene, start: int, value: int) -> bool:
    named = {mention.target for mention in places.within(scene, places.sentence_of(scene, start), PERSON)}
    return any(person in named and abs(minute - value) <= CLOSE for person, minute, _way in match.substituted)
