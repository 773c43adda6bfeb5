"""Where a text says that a team goes next: to a town or a ground, against the fixtures after its day."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from articles.reading.claims import places
from articles.reading.claims.days import WEEKDAYS, weekday_in
from articles.reading.claims.moments import competitions_of, moments
from articles.reading.claims.shapes import RIGHT, UNKNOWN, WRONG, Claim, Place, because
from articles.reading.facts import VENUE, Match, Ref, Team
from articles.reading.fixtures import is_past
from articles.reading.scene import Scene
from articles.reading.setting import FOOTBALL
from articles.reading.shipped import town_spellings
from articles.reading.vocabulary import any_of
from teams.names import fold

_GOES = re.compile(
    r"\b(?:impegnat[oaie]|di scena|trasferta|voler(?:à|anno)|andr(?:à|anno)|giocher(?:à|anno)|far(?:à|anno) tappa|viaggio"
    r"|travels?|trips?|go(?:es)?|heads?|visits?|journeys?|away|(?:is|are) (?:in|at))"
    r" (?:to |at |in |a |ad |di |al |allo |alla |all['’])?"
    r"(?:the )?(?P<place>[A-Z]\w+(?: upon Tyne)?)"
)
_WHEN = any_of(rf"{' '.join(WEEKDAYS)} domani ora adesso prossim\w+ next tomorrow stasera poi dopo_la_sosta midweek then now")
_NOT_AHEAD = any_of(
    r"""
    ha hanno è_stat\w+ scors[aoe] last lost won beat beaten drew was were had fu ieri yesterday coppa_(?!dei)\w+ cup nazionale
    supercoppa friendly amichevole international
    """
)
# What papers call a stretch of land by, with its town.
_REGIONS = {"merseyside": "liverpool", "tyneside": "newcastle upon tyne", "wearside": "sunderland", "teesside": "middlesbrough"}
AHEAD, SOON, AT_ONCE = timedelta(days=60), timedelta(days=21), timedelta(days=9)


def claimed_journeys(scene: Scene) -> Iterator[Claim]:
    for found in _GOES.finditer(scene.text) if scene.setting.sport == FOOTBALL else ():
        words = scene.text[slice(*places.sentence_of(scene, found.start()))]
        clause = scene.text[slice(*places.clause_of(scene, found.start()))]
        subject = places.team_before(scene, found.start()) or places.of_headline(scene)
        if subject is not None and _WHEN.search(words) and not (_NOT_AHEAD.search(clause) or places.SOMEBODY.search(clause)):
            yield from _claim(scene, found, subject)


def _claim(scene: Scene, found: re.Match, subject: Ref) -> Iterator[Claim]:
    fixtures = scene.facts.calendar(subject, scene.day, scene.day + AHEAD)
    ahead = [one for one in fixtures if not is_past(scene, one)]
    mention = next((one for one in scene.in_order() if one.start <= found.start("place") < one.end), None)
    if not ahead:
        return
    if mention is None:
        hosts = _of_the_town(scene, subject, found["place"])
        if hosts:
            yield _says(scene, Place(scene, *found.span("place")), ahead, [one for one in ahead if one.home in hosts], subject)
    elif mention.target.kind == VENUE:
        there = [one for one in ahead if one.venue == mention.target]
        yield _says(scene, Place(scene, mention.start, mention.end), ahead, there, subject, is_ground=True)


def _of_the_town(scene: Scene, subject: Ref, town: str) -> set[Ref]:
    """The teams of the town among those in the subject's tables; it is no journey to one's own."""
    told = _REGIONS.get(fold(town), fold(town))
    lines = [
        line
        for one in competitions_of(scene, subject)
        for moment in moments(scene)[:1]
        for line in scene.facts.standing(one, moment)
    ]
    teams: dict[Ref, Team] = scene.facts.teams({line.team for line in lines})
    return {ref for ref, team in teams.items() if ref != subject and told in town_spellings(team.city)}


def _says(scene: Scene, place: Place, ahead: list[Match], there: list[Match], subject: Ref, *, is_ground: bool = False) -> Claim:
    """Right if one of the next is there; wrong if none of the next weeks is."""
    following = _following(scene, ahead, place)
    first = {match.competition: match for match in reversed(ahead)}.values()
    near = next((one for one in there if one in first or one.day - scene.day <= AT_ONCE), None)
    is_right = near is not None and (following is near or following.day != _day_told(scene, place, following))
    soon = near is not None or (bool(there) and there[0].day - scene.day <= SOON)
    verdict = RIGHT if is_right else UNKNOWN if soon else WRONG
    match = near if is_right else following
    right = match.venue if is_ground else match.against(subject)
    return place.says(
        "venue" if is_ground else "next_match",
        place.surface,
        verdict,
        correct=right.key if right else None,
        because=because("fixture", day=match.day, home=match.home, away=match.away),
        rests_on=match,
    )


def _day_told(scene: Scene, place: Place, match: Match) -> date | None:
    weekday = weekday_in(scene.text[slice(*places.segment_of(scene, place.start))])
    return match.day if weekday == match.day.weekday() else None


def _following(scene: Scene, ahead: list[Match], place: Place) -> Match:
    """The fixture on the day of the week told, else the next."""
    weekday = weekday_in(scene.text[slice(*places.segment_of(scene, place.start))])
    on_that_day = [match for match in ahead if match.day.weekday() == weekday and match.day - scene.day <= AT_ONCE]
    return (on_that_day or ahead)[0]
