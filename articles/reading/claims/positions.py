"""Places in a table that a text states, from the top or from the bottom; any place is right in part within a tie on points."""

import re
from collections.abc import Iterator

from articles.reading.claims import places
from articles.reading.claims.moments import lines
from articles.reading.claims.shapes import PARTLY, RIGHT, UNKNOWN, WRONG, Claim, Place, because
from articles.reading.claims.standings import of_line
from articles.reading.claims.wording import with_number
from articles.reading.facts import TEAM, Line, Ref
from articles.reading.numbers import ORDINAL, number_of
from articles.reading.scene import Scene
from articles.reading.setting import FOOTBALL
from articles.reading.vocabulary import any_of, words

_VERB = (
    r"è|sono|resta|restano|rimane|rimangono|sale|salgono|scivola|scivolano|scende|scendono|chiude|chiudono|chiuso|sempre|ora|adesso"
    r"|al|il|in|si prende per ora il|vola|volano|diventa|diventano|sta|stanno"
    r"|stay|stays|are|is|sit|sits|to|move up to|lie|lies|lying|remain|remains|leaves? (?:them|it|him)"
    r"|into|up to|down to|sul|sull['’]|occupa|occupano|consolida il|risale al"
    r"|leaves the \w+|finish|finished|end up|in|drop|now|currently"
)
_PLACE = re.compile(
    rf"\b(?P<before>{_VERB}) (?P<place>{ORDINAL})"
    r"(?: (?P<noun>posto|posizione|gradino|place|spot|position|in classifica|in the table))?"
    r"(?=[,.;:)]|$| (?P<next>\w+))"
    rf"|(?:^|[,;:] )(?P<alone>{ORDINAL})(?<!prima)(?<!primo)(?<!first)(?=[,.;:)]| (?:con|a|with|on) \d| (?:posto|place)\b)"
    rf"|\b(?P<bare>[Bb]iancocelesti|[A-Z]\w+[iae]|\w+[ie]) (?P<after>second[ie]|terz[ie]|quart[ie]|quint[ie]"
    rf"|sest[ie]|settim[ie]|ottav[ie]|non[ie]|decim[ie]|\w+esim[ie])(?=[,.;:)])",
)
_FROM_BELOW = re.compile(
    r"\b(?P<below>quartultim|terzultim|penultim)[oaie]\b(?! (?:giornat|partit|gar|turno|minut))"
    r"|\b(?:è|sono|rest\w+|sempre|ancora|,) (?P<last>ultim[oaie])(?= in classifica| con \d| a (?:quota )?\d|[.;)])"
    r"|\b(?:are|is|stay|remain|sit|still|rooted to the) (?P<bottom>bottom)(?= of the (?:table|league)| (?:on|with) \d|[.;,)])",
    re.IGNORECASE,
)
# Right before a team's name: "quarta la Juventus", "third-placed Arsenal"; and right behind it: "Arsenal in third".
_BEFORE_A_TEAM = re.compile(
    rf"(?:(?:^|[.;:,»] |\b(?:e|ed|mentre|and) )(?P<it>{ORDINAL}),?(?: è| resta| sale| c['’]è| ora)?"
    r" (?:il |la |lo |l['’]|i |gli |le )"
    rf"|(?P<en>{ORDINAL})-placed? )$",
    re.IGNORECASE,
)
_BEHIND_A_TEAM = re.compile(rf"(?:,? (?:who are |sitting )?in|, now) (?P<place>{ORDINAL})(?=[.,;)])")
_BELOW = {"penultim": 2, "terzultim": 3, "quartultim": 4}
_NOT_A_PLACE = frozenset(
    words(
        """
    half tempo goal gol vittoria sconfitta volta time in_a anno leg season stagione win defeat straight consecutiv giornata
    minuto minute period round punto successo pareggio turno of
    """
    )
)
_AFTER_A_PLACE = frozenset(
    words(
        """
    on with at con a e and but ma in overnight after dopo dietro behind level alle while mentre six five four three two one sei
    per     by
    only before place
    """
    )
)
_ELSEWHERE = any_of(
    r"girone_di_ritorno ranking marcator\w+ capocannonier\w+ rigorist\w+ scelta choice gerarch\w+ portiere keeper"
)


def claimed_places(scene: Scene) -> Iterator[Claim]:
    if scene.setting.sport != FOOTBALL:
        return
    for found in _PLACE.finditer(scene.text):
        group = next(name for name in ("place", "alone", "after") if found[name])
        value = number_of(found[group])
        follows = (found["next"] or "").lower()
        if value is None or value > 40 or _is_no_place(found, group, follows):
            continue
        end = found.end("noun") if found["noun"] else found.end(group)
        claim = _place(scene, found.start(group), end, value)
        if claim is not None:
            yield claim
    yield from _beside_names(scene)
    for found in _FROM_BELOW.finditer(scene.text):
        claim = _from_below(scene, found.start(), found.end(), _BELOW.get((found["below"] or "").lower(), 1))
        if claim is not None:
            yield claim


def _beside_names(scene: Scene) -> Iterator[Claim]:
    """Places that stand right before or behind the name of whose they are."""
    for mention in scene.of_kind(TEAM):
        start, _end = places.sentence_of(scene, mention.start)
        before = _BEFORE_A_TEAM.search(scene.text, max(start, mention.start - 34), mention.start)
        behind = _BEHIND_A_TEAM.match(scene.text, mention.end)
        if before:
            group = "it" if before["it"] else "en"
            claim = _of(scene, Place(scene, *before.span(group)), number_of(before[group]), mention.target)
        else:
            claim = (
                _of(scene, Place(scene, *behind.span("place")), number_of(behind["place"]), mention.target) if behind else None
            )
        if claim is not None:
            yield claim


def _of(scene: Scene, place: Place, value: int | None, team: Ref) -> Claim | None:
    known = lines(scene, team, places.competitions_in(scene, place.start))
    return _against(place, value, known) if value and not _ELSEWHERE.search(_segment(scene, place.start)) else None


def _segment(scene: Scene, start: int) -> str:
    return scene.text[slice(*places.segment_of(scene, start))]


def _is_no_place(found: re.Match, group: str, follows: str) -> bool:
    if group == "place" and found["before"].lower() in ("al", "il", "in", "sul", "sull'", "sull’") and not found["noun"]:
        return True
    if found["noun"]:
        return False
    return any(follows.startswith(word) for word in _NOT_A_PLACE) or bool(follows and follows not in _AFTER_A_PLACE)


def _place(scene: Scene, start: int, end: int, value: int) -> Claim | None:
    if _ELSEWHERE.search(_segment(scene, start)) or places.is_of_a_player(scene, start):
        return None
    return _against(Place(scene, start, end), value, _known(scene, start))


def _against(place: Place, value: int, known: list[tuple[Line, list[Line]]]) -> Claim | None:
    """The place told against those at each moment."""
    for line, table in known:
        is_right, is_level = line.position == value, _highest(line, table) <= value <= _lowest(line, table)
        if is_right or is_level:
            verdict = RIGHT if is_right else PARTLY
            return place.says(
                "position", value, verdict, correct=line.position, because=_why(line, table, is_right), rests_on=line.team
            )
    line = next((line for line, _table in known), None)
    if line is None or line.played < 3:
        return None
    replacement = with_number(place.surface, line.position)
    return place.says(
        "position", value, WRONG, correct=line.position, because=of_line(line), rests_on=line.team, replacement=replacement
    )


def _from_below(scene: Scene, start: int, end: int, value: int) -> Claim | None:
    """Penultimate and the like: nobody counts so exactly from below with teams level, so only what is far off is wrong."""
    known = [(line, table) for line, table in _known(scene, start) if len(table) > value]
    if not known:
        return None
    place = Place(scene, start, end)
    for line, table in known:
        at = len(table) + 1 - value
        if _highest(line, table) <= at <= _lowest(line, table):
            verdict = RIGHT if line.position == at else PARTLY
            return place.says("position", at, verdict, correct=line.position, because=of_line(line), rests_on=line.team)
    line, table = known[0]
    at = len(table) + 1 - value
    verdict = WRONG if places.is_subject_clear(scene, start) and line.played > 3 else UNKNOWN
    return place.says("position", at, verdict, correct=line.position, because=of_line(line), rests_on=line.team)


def _known(scene: Scene, start: int) -> list[tuple[Line, list[Line]]]:
    named = places.competitions_in(scene, start)
    return [pair for team in places.bearers(scene, start) for pair in lines(scene, team, named)]


def _why(line: Line, table: list[Line], is_right: bool):
    level = [other.team for other in table if other.points == line.points and other.team != line.team]
    if is_right or not level:
        return of_line(line)
    return because("level", team=line.team, points=line.points, place=line.position, others=level)


def _highest(line: Line, table: list[Line]) -> int:
    return 1 + sum(other.points > line.points for other in table)


def _lowest(line: Line, table: list[Line]) -> int:
    return sum(other.points >= line.points for other in table)
