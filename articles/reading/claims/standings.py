"""Points that a text states, and how many lie between two teams, against the tables as of its day."""

import re
from collections.abc import Iterator

from articles.reading.claims import places
from articles.reading.claims.figures import at_numbers
from articles.reading.claims.moments import lines
from articles.reading.claims.shapes import RIGHT, WRONG, Because, Claim, Place, because
from articles.reading.claims.wording import with_number
from articles.reading.facts import PERSON, TEAM, Line, Ref
from articles.reading.numbers import CARDINAL, ORDINAL, number_of
from articles.reading.scene import Scene
from articles.reading.setting import FOOTBALL
from articles.reading.vocabulary import any_of

_AT = r"resta(?:no)?|ferm[oaie]|sal(?:e|gono)(?: anche)?|guida(?:no)?|inseguono|insegue|in vetta|aggancia\w*|ultim[oaie]"
_ON = r"stay|stays|remain|remains|stuck|bottom|top"
_POINTS = re.compile(
    rf"\bquota (?P<quota>{CARDINAL})\b"
    rf"|\b(?:{_AT}) (?:a|con) (?P<bare>\d{{1,3}})(?=[,.;:)]|$| )(?! (?:punt|gol|ret|giornat|minut|second))"
    rf"|\bsal(?:e|gono) a (?P<word>{CARDINAL})(?=[,.;:)]|$| come | in classifica)"
    rf"|\b(?:{_ON}) (?:on|with) (?P<on>\d{{1,3}})(?=[,.;:)]|$| )(?! (?:point|goal|league|game|m))",
    re.IGNORECASE,
)
_COUNTED = re.compile(
    rf"\b(?P<points>{CARDINAL}) (?P<noun>punt[oi]|points?)\b"
    rf"|\b(?:{ORDINAL}) (?:a|con) (?P<bare>\d{{1,3}})(?=[,.;:)]|$| )(?! (?:punt|gol|ret|giornat|minut|second))"
    rf"|\b(?:{ORDINAL}) (?:on|with) (?P<on>\d{{1,3}})(?=[,.;:)]|$| )(?! (?:point|goal|league|game|m))",
    re.IGNORECASE,
)
_GAP = re.compile(
    r"^\s*(?:punt[oi]|points?)?\s*(?:dal|dalla|dall|dallo|dai|di (?:distacco|vantaggio|ritardo)"
    r"|(?:in )?(?:più|meno) (?:di|del\w*|dell['’]|dei)|in più|in meno|more than|better|sopra"
    r"|sotto|sul|sulla|behind|ahead|clear"
    r"|adrift|above|below|off|from safety|to spare|from the|short|su \w+|in palio|per blindare|fondamental|d'oro"
    r"|pesant|preziosi|da recuperare|in (?:\d|\w+) (?:giornat|partit))",
    re.IGNORECASE,
)
_IN_SO_MANY = re.compile(r"^ ?(?:in|dopo|from|after) (?:\w+ )?(?:giornat|partit|gar|games?|match|outing)", re.IGNORECASE)
_ALL = re.compile(
    rf"^ ?(?:in|dopo|from|after) (?:le prime )?(?P<played>{CARDINAL}) (?:giornat|partit|gar|games?|match)", re.IGNORECASE
)
_NUMBER = re.compile(
    rf"(?:,(?: (?:{ORDINAL}),?)?)?(?: (?:a|con|on|with|have|has|ha|ne ha|hanno|ne hanno))? (\d{{1,3}})"
    r"(?=[:.,;)]| ed? (?:è|sono)| with (?:a game|one game|\w+ games) in hand|$)(?! (?:gol|goal|ret|giornat|minut))",
    re.IGNORECASE,
)
_FROM = re.compile(r" (?:from|ahead of|over|clear of) ")
_OF_POINTS = any_of(r"punti points")
_BEHIND = re.compile(
    rf"\b({CARDINAL}) (?:(?:punti |points? )?(?:behind|ahead of|clear of|adrift of|more than|fewer than|above|below|off)(?= )"
    r"|lunghezz[ae] (?:dal\w*|dall['’]|su\w*|sull['’])"
    r"|(?:punt[oi] )?(?:in )?(?:più|meno) (?:del|dell['’]|della|dei|degli|rispetto)"
    r"|(?:punt[oi] )?(?:dietro|davanti|sopra|sotto|avanti)(?: al?(?:l['’]|la|lo)?)? (?:il |la |l['’]|i )?(?=[A-Z]))"
    rf"|\b({CARDINAL}) points? of\b",
)
_SIGNED = re.compile(
    rf"\bmeno ({CARDINAL}) (?:dal(?:l['’]|la)?|dai) ?(?!(?:vetta|primo|testa|capolista|fine|termine))"
    r"|(?<![\w])[+−-](\d{1,2}) (?:sul|sull['’]|sulla|sui|dal|dall['’]|dalla|on|over|from)(?= |\w)",
)
# So many letters before, a text that has just counted points goes on to count them.
A_SENTENCE = 220
# A name so few letters behind a gap is whom it is counted to, whoever else is named.
RIGHT_BEHIND = 12
_TOP = r"(?:vetta|primo posto|testa(?: della classifica)?|capolista|top|summit|lead|pace|leaders)"
_FROM_THE_TOP = re.compile(
    rf"(?<![\w-])(?:meno |-|–)?(?P<gap>{CARDINAL}) ?(?:punt[oi] |points? |lunghezz[ae] )?"
    rf"(?:(?:dalla|dal|dalle|sotto la) {_TOP}|(?:off|adrift of|behind|from) the {_TOP})"
    rf"(?! (?:four|five|six|flight|half))|\b(?P<clear>{CARDINAL}) points clear(?! of)"
    rf"|\b(?P<lead>{CARDINAL})-point (?:lead|cushion|advantage)(?! over)",
    re.IGNORECASE,
)
_LENGTHS = re.compile(
    rf"\b(?:avanti|davanti|vantaggio|ritardo|dietro|distacco) (?:di )(?P<gap>{CARDINAL}) lunghezze", re.IGNORECASE
)
_LEVEL = re.compile(
    r"\b(?:a pari (?:merito|punti)|appaiat[oaie]|level(?: on points)?) (?:con|a|al|with)(?: il| la| lo| l['’]| the)? ?$",
    re.IGNORECASE,
)
_OF_GOALS = any_of(r"marcator\w+ capocannonier\w+ doppiett\w+ triplett\w+ bomber centri gol reti classifica_cannonieri")
_NOT_THE_TABLE = any_of(r"canestr\w+ rimbalz\w+ ranking patente licenza penalizzazione deduct\w+ fantacalcio fpl sutura stitches")


def claimed_points(scene: Scene) -> Iterator[Claim]:
    if scene.setting.sport != FOOTBALL:
        return
    for found in (*at_numbers(scene, _COUNTED), *_POINTS.finditer(scene.text)):
        group = next(name for name, told in found.groupdict().items() if told)
        claim = _claimed(scene, found, group, number_of(found[group]))
        if claim is not None:
            yield claim


def _claimed(scene: Scene, found: re.Match, group: str, value: int | None) -> Claim | None:
    start, end = found.start(group), found.end("noun") if found.groupdict().get("noun") else found.end(group)
    after = scene.text[found.end(group) : found.end(group) + 40]
    behind = scene.text[end : end + 40]
    sentence = scene.text[slice(*places.sentence_of(scene, start))]
    is_small = value is not None and value <= 3 and not (group == "quota" or _IN_SO_MANY.match(behind))
    if value is None or is_small or _NOT_THE_TABLE.search(sentence):
        return None
    if group != "points" and _OF_GOALS.search(sentence) and not _OF_POINTS.search(sentence):
        return None
    if (_GAP.match(after) and not _ALL.match(behind)) or scene.text[max(0, start - 7) : start].endswith(("by ", "within ")):
        return _gap(scene, start, end, value)
    return _points(scene, start, end, value)


def claimed_bare_points(scene: Scene) -> Iterator[Claim]:
    """A number right behind a team's name where the sentence speaks of points: "il Napoli ha 79 punti, l'Inter 78"."""
    for mention in scene.in_order() if scene.setting.sport == FOOTBALL else ():
        if mention.target.kind not in (TEAM, PERSON) or places.is_player(scene, mention):
            continue
        found = _NUMBER.match(scene.text[mention.end : mention.end + 32])
        first, last = places.sentence_of(scene, mention.start)
        if found and _OF_POINTS.search(scene.text, max(0, first - A_SENTENCE), last):
            claim = _points(scene, mention.end + found.start(1), mention.end + found.end(1), int(found[1]))
            if claim is not None:
                yield claim


def claimed_gaps(scene: Scene) -> Iterator[Claim]:
    """ "six behind Liverpool", "tre in più dei bergamaschi": how far apart two teams are, without the word points."""
    for found in (*at_numbers(scene, _BEHIND), *_SIGNED.finditer(scene.text)) if scene.setting.sport == FOOTBALL else ():
        group = found.lastindex
        value = number_of(found[group])
        claim = _gap(scene, found.start(group), found.end(), value) if value else None
        if claim is not None:
            yield claim


def claimed_gaps_to_the_top(scene: Scene) -> Iterator[Claim]:
    """ "a meno tre dalla vetta", "22 points off the pace": how far a team is behind who leads, or leads who is second."""
    for pattern in (_FROM_THE_TOP, _LENGTHS) if scene.setting.sport == FOOTBALL else ():
        for found in pattern.finditer(scene.text):
            told = next(value for value in found.groupdict().values() if value)
            value, team = number_of(told), places.team_before(scene, found.start())
            known = [(line, _to_the_top(line, table)) for line, table in lines(scene, team)] if team and value else []
            if known:
                line, gap = next((pair for pair in known if pair[1] == value), known[0])
                yield _told_gap(Place(scene, *found.span()), value, line, gap)


def _to_the_top(line: Line, table: list[Line]) -> int:
    others = [other.points for other in table if other.team != line.team]
    return abs(max(others, default=line.points) - line.points)


def _told_gap(place: Place, value: int, line: Line, gap: int) -> Claim:
    if gap == value:
        return place.says("points", value, RIGHT, correct=value, because=of_line(line), rests_on=line.team)
    replacement = with_number(place.surface, gap)
    return place.says("points", value, WRONG, correct=gap, because=of_line(line), rests_on=line.team, replacement=replacement)


def claimed_levels(scene: Scene) -> Iterator[Claim]:
    """ "a pari merito con la Lazio", "level on points with Bayern"."""
    for mention in scene.of_kind(TEAM) if scene.setting.sport == FOOTBALL else ():
        first, _last = places.clause_of(scene, mention.start)
        led = _LEVEL.search(scene.text[first : mention.start])
        team = (places.team_before(scene, first + led.start()) or _before(scene, mention.start)) if led else None
        if team is None or team == mention.target:
            continue
        known = _gaps(lines(scene, team), lines(scene, mention.target))
        if known:
            gap = min(gap for _line, gap in known)
            told = because("gap", team=team, other=mention.target, number=gap)
            place = Place(scene, mention.start, mention.end)
            yield place.says("points", 0, RIGHT if gap == 0 else WRONG, because=told, rests_on=team)


def _points(scene: Scene, start: int, end: int, value: int) -> Claim | None:
    place, named = Place(scene, start, end), places.competitions_in(scene, start)
    bearers = places.bearers(scene, start)
    known = {team: lines(scene, team, named) for team in bearers}
    right = next((line for team in bearers for line, _table in known[team] if line.points == value), None)
    if right is not None:
        return place.says("points", value, RIGHT, correct=value, because=of_line(right), rests_on=right.team)
    line = next((known[team][0][0] for team in bearers if known[team]), None)
    if (
        line is None
        or places.is_of_another(scene, start)
        or all(one.played < 3 for lines_of in known.values() for one, _table in lines_of)
    ):
        return None
    replacement = with_number(place.surface, line.points)
    return place.says(
        "points", value, WRONG, correct=line.points, because=of_line(line), rests_on=line.team, replacement=replacement
    )


def _gap(scene: Scene, start: int, end: int, value: int) -> Claim | None:
    """How many points lie between the team spoken of and the one named right after or before the words."""
    span = places.clause_of(scene, start)
    team = places.team_before(scene, start)
    if (
        scene.text[:start].endswith("by ")
        and not _FROM.match(scene.text, end)
        and (led := [m for m in places.within(scene, span, TEAM) if m.start < start])
    ):
        team = places.team_before(scene, led[-1].start) or _before(scene, led[-1].start)
    place = Place(scene, start, end)
    around = [m for m in places.within(scene, span, TEAM) if m.target != team and -45 < m.start - end < 45]
    named = [m for m in around if 0 <= m.start - end <= RIGHT_BEHIND] or [m for m in around if m.start >= start] or around
    if len({mention.target for mention in named}) != 1:
        return None
    theirs = lines(scene, named[0].target)
    for subject in _counting(scene, start, team, named[0].target):
        gaps = _gaps(lines(scene, subject), theirs)
        line = next((line for line, gap in gaps if gap == value), None)
        if line is not None:
            return place.says(
                "points", value, RIGHT, correct=value, because=_between(line, named[0].target, value), rests_on=subject
            )
    known = _gaps(lines(scene, team), theirs) if team else []
    if not known:
        return None
    line, gap = known[0]
    replacement = with_number(place.surface, gap)
    why = _between(line, named[0].target, gap)
    return place.says("points", value, WRONG, correct=gap, because=why, rests_on=team, replacement=replacement)


def _counting(scene: Scene, start: int, team: Ref | None, other: Ref) -> list[Ref]:
    """From whose points the other's may be counted: the team spoken of; who opens the sentence, if it names none nearer."""
    clause = {places.team_of(scene, one) for one in places.within(scene, places.clause_of(scene, start), TEAM)}
    opens = [one.target for one in places.within(scene, places.sentence_of(scene, start), TEAM)][:1]
    return [one for one in dict.fromkeys([team, *([] if team in clause else opens)]) if one not in (None, other)]


def _gaps(ours: list[tuple[Line, list[Line]]], theirs: list[tuple[Line, list[Line]]]) -> list[tuple[Line, int]]:
    """How far apart two teams are at each moment, where both are in one table."""
    pairs = zip(ours, theirs, strict=False)
    return [(one, abs(one.points - other.points)) for (one, table), (other, whole) in pairs if table == whole]


def _between(line: Line, other: Ref, gap: int) -> Because:
    return because("gap", team=line.team, other=other, number=gap, points=line.points, place=line.position)


def _before(scene: Scene, offset: int) -> Ref | None:
    """The team that "they" may mean: the last one named in the sentence before."""
    named = [mention.target for mention in scene.of_kind(TEAM) if mention.start < places.sentence_of(scene, offset)[0]]
    return named[-1] if named else None


def of_line(line: Line) -> Because:
    return because("line", team=line.team, points=line.points, place=line.position, played=line.played)
