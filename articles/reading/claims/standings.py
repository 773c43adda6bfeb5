"""Points and places that a text states, against the tables as of its day."""

import re
from collections.abc import Iterator

from articles.reading.claims import places
from articles.reading.claims.moments import lines
from articles.reading.claims.shapes import PARTLY, RIGHT, UNKNOWN, WRONG, Because, Claim, Place, because
from articles.reading.facts import TEAM, Line, Ref
from articles.reading.numbers import CARDINAL, ORDINAL, number_of
from articles.reading.scene import Scene
from articles.reading.setting import FOOTBALL
from articles.reading.vocabulary import any_of

_POINTS = re.compile(
    rf"\b(?:quota|a quota) (?P<quota>{CARDINAL})\b|\b(?P<points>{CARDINAL}) (?:punti|points)\b"
    rf"|(?:resta(?:no)?|ferm[oaie]|sal(?:e|gono)|guida(?:no)?|inseguono|insegue|in vetta|aggancia\w*) (?:a"
    rf"|con) (?P<bare>\d{{1,3}})(?=[,.;:)]|$| )(?! (?:punt|gol|ret))",
    re.IGNORECASE,
)
_GAP = re.compile(
    r"^\s*(?:punti|points)?\s*(?:dal|dalla|dall|dallo|dai|di (?:distacco|vantaggio|ritardo)|in più|in meno|sopra"
    r"|sotto|sul|sulla|behind|ahead|clear"
    r"|adrift|above|below|off|from safety|to spare|from the|short|su \w+|in palio|per blindare|fondamental|d'oro"
    r"|pesant|preziosi|in (?:\d|\w+) (?:giornat|partit))",
    re.IGNORECASE,
)
_NUMBER = re.compile(r" (?:a )?(\d{1,3})(?=[:.,;)])")
_OF_POINTS = any_of(r"punti points")
_BEHIND = re.compile(rf"\b({CARDINAL}) (?:behind|ahead of|clear of|adrift of)(?= )", re.IGNORECASE)
_OF_GOALS = any_of(r"marcator\w+ capocannonier\w+ doppiett\w+ triplett\w+ bomber centri gol reti classifica_cannonieri")
_VERB = (
    r"è|sono|resta|restano|rimane|rimangono|sale|salgono|scivola|scivolano|scende|scendono|chiude|chiudono|chiuso"
    r"|al|il|in|si prende per ora il|vola"
    r"|stay|stays|are|is|sit|sits|up to|down to|move to|move up to|climb to|remain|remains|leaves? (?:them|it|him)"
    r"|leaves the \w+|finish|finished|end up|in"
)
_PLACE = re.compile(
    rf"\b(?P<before>{_VERB}) (?P<place>{ORDINAL})(?: (?P<noun>posto|place|in classifica|in the table))?(?=[,.;:)]|$"
    rf"| (?P<next>\w+))"
    rf"|(?:^|[,;:] )(?P<alone>{ORDINAL})(?<!prima)(?<!primo)(?<!first)(?=[,.;:)])"
    rf"|\b(?P<bare>[Bb]iancocelesti|[A-Z]\w+[iae]|\w+[ie]) (?P<after>second[ie]|terz[ie]|quart[ie]|quint[ie]"
    rf"|sest[ie]|settim[ie]|ottav[ie]|non[ie]|decim[ie]|\w+esim[ie])(?=[,.;:)])",
)
_NOT_A_PLACE = frozenset(
    [
        "half",
        "tempo",
        "goal",
        "gol",
        "vittoria",
        "sconfitta",
        "volta",
        "time",
        "in_a",
        "anno",
        "leg",
        "season",
        "stagione",
        "win",
        "defeat",
        "straight",
        "consecutiv",
        "giornata",
        "minuto",
        "period",
        "round",
    ]
)


def claimed_points(scene: Scene) -> Iterator[Claim]:
    if scene.setting.sport != FOOTBALL:
        return
    for found in _POINTS.finditer(scene.text):
        group = next(name for name in ("quota", "points", "bare") if found[name])
        value = number_of(found[group])
        after = scene.text[found.end(group) : found.end(group) + 40]
        if value is None or (value <= 3 and group != "quota"):
            continue
        before = scene.text[max(0, found.start() - 4) : found.start()]
        if group == "quota" and _OF_GOALS.search(scene.text[slice(*places.sentence_of(scene, found.start()))]):
            continue
        if _GAP.match(after) or before.endswith("by "):
            claim = _gap(scene, found.start(group), found.end(group), value)
        else:
            claim = _points(scene, found.start(group), found.end(group), value)
        if claim is not None:
            yield claim


def claimed_bare_points(scene: Scene) -> Iterator[Claim]:
    """A number right behind a team's name where the sentence speaks of points: "il Napoli ha 79 punti, l'Inter 78"."""
    for mention in scene.of_kind(TEAM) if scene.setting.sport == FOOTBALL else ():
        found = _NUMBER.match(scene.text[mention.end : mention.end + 6])
        sentence = scene.text[slice(*places.sentence_of(scene, mention.start))]
        if found and _OF_POINTS.search(sentence):
            claim = _points(scene, mention.end + found.start(1), mention.end + found.end(1), int(found[1]))
            if claim is not None:
                yield claim


def claimed_gaps(scene: Scene) -> Iterator[Claim]:
    """ "six behind Liverpool": how far apart two teams are, without the word points."""
    for found in _BEHIND.finditer(scene.text):
        value = number_of(found[1])
        claim = _gap(scene, found.start(1), found.end(), value) if value else None
        if claim is not None:
            yield claim


def _points(scene: Scene, start: int, end: int, value: int) -> Claim | None:
    team, named = places.team_before(scene, start), places.competitions_in(scene, start)
    place = Place(scene, start, end)
    for bearer in dict.fromkeys([*([team] if team else []), *places.teams_around(scene, start)]):
        right = next((line for line, _table in lines(scene, bearer, named) if line.points == value), None)
        if right is not None:
            return place.says("points", value, RIGHT, correct=value, because=_because(right), rests_on=bearer)
    if team is None:
        return None
    known = lines(scene, team, named)
    if not known or all(line.played < 3 for line, _table in known):
        return None
    line = known[0][0]
    return place.says("points", value, WRONG, correct=line.points, because=_because(line), rests_on=team)


def _gap(scene: Scene, start: int, end: int, value: int) -> Claim | None:
    """How many points lie between the team spoken of and the one named right after or before the words."""
    span = places.clause_of(scene, start)
    team = places.team_before(scene, start)
    named = [m for m in places.within(scene, span, TEAM) if m.target != team and -45 < m.start - end < 45]
    if team is None or len({mention.target for mention in named}) != 1:
        return None
    ours, theirs = lines(scene, team), lines(scene, named[0].target)
    gaps = [abs(one.points - other.points) for (one, table), (other, whole) in zip(ours, theirs, strict=False) if table == whole]
    if not gaps:
        return None
    verdict = RIGHT if value in gaps else WRONG
    return Place(scene, start, end).says("points", value, verdict, correct=gaps[0] if verdict == WRONG else value, rests_on=team)


def _because(line: Line) -> Because:
    return because("line", points=line.points, place=line.position, played=line.played)


def claimed_places(scene: Scene) -> Iterator[Claim]:
    if scene.setting.sport != FOOTBALL:
        return
    for found in _PLACE.finditer(scene.text):
        group = next(name for name in ("place", "alone", "after") if found[name])
        value = number_of(found[group])
        follows = (found["next"] or "").lower()
        if value is None or value > 20 or _is_no_place(found, group, follows):
            continue
        claim = _place(scene, found.start(group), found.end(group), value)
        if claim is not None:
            yield claim


def _is_no_place(found: re.Match, group: str, follows: str) -> bool:
    if group == "place" and found["before"].lower() in ("al", "il", "in") and not found["noun"]:
        return True
    if found["noun"]:
        return False
    return any(follows.startswith(word) for word in _NOT_A_PLACE) or (follows and follows not in _AFTER_A_PLACE)


_AFTER_A_PLACE = frozenset(
    [
        "on",
        "with",
        "at",
        "con",
        "a",
        "e",
        "and",
        "but",
        "ma",
        "in",
        "after",
        "dopo",
        "dietro",
        "behind",
        "level",
        "alle",
        "while",
        "mentre",
        "six",
        "five",
        "four",
        "three",
        "two",
        "one",
        "sei",
        "per",
        "by",
        "only",
    ]
)


def _place(scene: Scene, start: int, end: int, value: int) -> Claim | None:
    team = places.team_before(scene, start)
    subjects = list(dict.fromkeys([*([team] if team else []), *places.teams_around(scene, start)]))
    known = [(line, table) for subject in subjects for line, table in lines(scene, subject, places.competitions_in(scene, start))]
    place = Place(scene, start, end)
    for line, _table in known:
        if line.position == value:
            return place.says("position", value, RIGHT, correct=value, because=_because(line), rests_on=line.team)
    for line, table in known:
        if _highest(line, table) <= value <= _lowest(line, table):
            why = because("level", points=line.points, place=line.position)
            return place.says("position", value, PARTLY, correct=line.position, because=why, rests_on=line.team)
    subject = team or next((ref for ref in subjects if _is_subject(scene, ref)), None)
    line = next((line for line, _table in known if line.team == subject), None)
    if line is None or line.played < 3:
        return None
    verdict = WRONG if team or scene.main else UNKNOWN
    return place.says("position", value, verdict, correct=line.position, because=_because(line), rests_on=line.team)


def _is_subject(scene: Scene, team: Ref) -> bool:
    """Whether it is the team that the headline names first."""
    named = [mention.target for mention in scene.of_kind(TEAM)]
    return bool(named) and named[0] == team


def _highest(line: Line, table: list[Line]) -> int:
    return 1 + sum(other.points > line.points for other in table)


def _lowest(line: Line, table: list[Line]) -> int:
    return sum(other.points >= line.points for other in table)
