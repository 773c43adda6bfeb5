"""The day on which a text says that its match was: by its date, or by the day of the week."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from articles.reading.claims import places
from articles.reading.claims.days import DATE, NEAR, WEEKDAY, WEEKDAYS, date_of, says_day, weekday_name, written
from articles.reading.claims.shapes import Claim
from articles.reading.facts import TEAM, VENUE, Match
from articles.reading.fixtures import is_past
from articles.reading.scene import Scene
from articles.reading.setting import FOOTBALL
from articles.reading.vocabulary import any_of

# What tells of a match that is over.
_PLAYED = any_of(
    r"""
    giocat[aoie] disputat[aoie] andat[ao]_in_scena vittori\w+ successo sconfitt\w+ pareggi\w+ vint[oa] vinc\w+ vince batt\w+
    pers[oa] perd\w+ ko superat[oaie] supera supera(?:no)? stende piega espugn\w+ finit[oa] partita gara match
    played beat beaten won win wins victory lost lose defeat\w* draw drew drawn thrash\w* edged held game meeting staged
    """
)
_OF_ANOTHER_TIME = any_of(
    r"""
    prossim\w+ next will ospiter\w+ affronter\w+ giocher\w+ dovr\w+
    andr\w+ arriv\w+ prima_di before after dopo ahead_of
    atteso attesa coppa_(?!dei)\w+ cup friendly amichevole nazionale international under primavera
    scors[ao]_(?:anno|stagione) last_season
    conferenza rifinitura allenament\w+ training press said says told detto spiegat\w+ parlat\w+ dichiarat\w+ announced confirmed
    contratt\w+ contract deal loan signed firmat\w+ nato born compleanno birthday since dal until fino andata ritorno
    first_leg second_leg against_whom preparing prepar\w+ torn\w+ return\w* back ricev\w+ ospita host\w* visit\w* travel\w*
    fac(?:e|es|ing) to_(?:play|face|meet|come) c['’]è due trasferta calendar\w* c['’]era would could
    """
)
_NEGATED = re.compile(r"\b(?:not|non|mai|never|since|dal|from|until|entro|by)(?: \w+)? $", re.IGNORECASE)
_THE_MATCH = re.compile(r"\b(?:la partita|la gara|il match|si è giocat[oa]|the (?:match|game) was)\b", re.IGNORECASE)
A_WEEK = timedelta(days=6)


def claimed_matchdays(scene: Scene) -> Iterator[Claim]:
    """Right on the day of the match; wrong where the words can tell of no other match that we know."""
    main = scene.main
    if main is None or not is_past(scene, main) or scene.setting.sport != FOOTBALL:
        return
    for found in DATE.finditer(scene.text):
        told = date_of(found, scene.day)
        if told is not None and abs(told - main.day) <= NEAR and told <= scene.day:
            start, end = found.start("day" if found["day"] else "month2"), found.end()
            yield from _claim(scene, main, (start, end), told, written(scene, found, main.day))
    for found in WEEKDAY.finditer(scene.text) if scene.day - main.day <= A_WEEK else ():
        if not DATE.match(scene.text, found.start()):
            back = (scene.day.weekday() - WEEKDAYS[found[0].lower()]) % 7
            right = weekday_name(found[0], main.day)
            yield from _claim(scene, main, found.span(), scene.day - timedelta(days=back), right)


def _claim(scene: Scene, main: Match, span: tuple[int, int], told: date, right: str) -> Iterator[Claim]:
    segment = places.segment_of(scene, span[0])
    words = scene.text[slice(*segment)]
    if not _PLAYED.search(words) or _OF_ANOTHER_TIME.search(words) or _NEGATED.search(scene.text[: span[0]][-24:]):
        return
    if places.match_at(scene, span[0]) is not main or not _is_of_main(scene, main, segment):
        return
    if told == main.day:
        yield says_day(scene, *span, scene.text[slice(*span)], True, main, right)
    elif _is_sure(scene, main, segment, told) and not any(
        scene.facts.calendar(team, told, told) for team in (main.home, main.away)
    ):
        yield says_day(scene, *span, scene.text[slice(*span)], False, main, right)


def _is_sure(scene: Scene, main: Match, segment: tuple[int, int], told: date) -> bool:
    """Whether the words cannot mean a match before, of a cup that we do not keep: sides, ground or score are there."""
    teams = {one.target for one in places.within(scene, segment, TEAM)}
    if told > main.day or _THE_MATCH.search(scene.text, *segment):
        return True
    return main.sides <= teams or bool(places.within(scene, segment, VENUE) or places.scores_in(scene, segment))


def _is_of_main(scene: Scene, main: Match, segment: tuple[int, int]) -> bool:
    """Whether no other team and no other ground is named in the words, and something there is the match's own."""
    teams = {one.target for one in places.within(scene, segment, TEAM)}
    grounds = {one.target for one in places.within(scene, segment, VENUE)}
    scores = places.scores_in(scene, segment)
    if teams - main.sides or grounds - {main.venue} or not all(score.fits(main.score) for score in scores):
        return False
    sentence = {one.target for one in places.within(scene, places.sentence_of(scene, segment[0]), TEAM)}
    return bool(teams or grounds or scores or not sentence - main.sides)
