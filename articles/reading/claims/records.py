"""How a team has fared in its last matches or all season: three wins in the last five, lost twice in the league."""

import re
from collections.abc import Iterator

from articles.reading.claims import places
from articles.reading.claims.moments import competitions_of, moments_around, played
from articles.reading.claims.shapes import RIGHT, UNKNOWN, WRONG, Claim, Place, because
from articles.reading.facts import Match, Ref
from articles.reading.numbers import CARDINAL, number_of
from articles.reading.scene import Scene
from articles.reading.setting import FOOTBALL
from articles.reading.vocabulary import any_of

_WORDS = {"vi": 1, "wi": 1, "su": 1, "wo": 1, "pe": -1, "sc": -1, "lo": -1, "be": -1, "de": -1, "ko": -1, "pa": 0, "dr": 0}
_TIMES = {"once": 1, "una volta": 1, "twice": 2, "due volte": 2}
_NUMBER = rf"(?P<number>{CARDINAL})"
_GAMES = r"(?: league)?(?: partite| gare| uscite| turni| giornate| games| matches| outings)?"
_LAST = re.compile(
    rf"\b{_NUMBER} (?P<what>vittorie|successi|sconfitte|ko|pareggi|wins|victories|defeats|losses|draws)"
    rf" (?:nelle|negli|in|from)(?: the| their| its)? (?:ultim[ei]|last|past) (?P<all>{CARDINAL}){_GAMES}"
    rf"|\b(?P<what2>won|lost|drawn) (?:just |only )?(?P<number2>{CARDINAL}|once|twice) (?:of|in|from) (?:their|its|the)"
    rf" (?:last|past) (?P<all2>{CARDINAL}){_GAMES}"
    rf"|\b(?P<what3>won|lost|drawn) (?:all of )?(?:their|its) (?:last|past) (?P<all3>{CARDINAL}){_GAMES}",
    re.IGNORECASE,
)
_SEASON = re.compile(
    rf"\b(?:ha|hanno|have|has|had) (?P<what>perso|vinto|pareggiato|lost|won|drawn) (?:solo |soltanto |only |just )?"
    rf"(?P<number>(?:{CARDINAL})\b|once|twice|una volta|due volte)"
    r"(?: partite| gare| volte| games| matches| times)?"
    r"(?! (?:of|straight|consecutiv\w+|successive|in a row|in succession|on the (?:spin|trot|bounce)|di fila|di seguito)\b)"
    rf"|\b(?:have|has|had|having)(?: now| already)? been (?P<what2>beaten)"
    rf" (?:only |just )?(?P<number2>(?:{CARDINAL})\b|once|twice)(?: times)?",
    re.IGNORECASE,
)
_OF_ALL = re.compile(
    rf"\b(?P<what>lost|won|drawn|beaten|perso|vinto|pareggiato) (?:only |just |solo |già )?(?P<number>{CARDINAL}|once|twice)"
    rf"(?: times| volte| partite| gare)? (?:of|in|from|su|delle)"
    rf" (?:their |its |his |the |le )?(?:first |prime )?(?P<all>{CARDINAL})"
    r"(?: league)?(?= games| matches| outings| partite| gare| giornate|[,.;])",
    re.IGNORECASE,
)
_IN_THE_LEAGUE = any_of(
    r"""
    in_campionato in_the_league league_\w+ this_league in_(?:questa_|questo_)?(?:serie_a|premier_league|campionato)
    """
)
_NARROWER = any_of(r"casa trasferta home away fuori derby coppa cup volte_su all_competitions ultim\w+ last previous")


def claimed_records(scene: Scene) -> Iterator[Claim]:
    for pattern in (_LAST, _SEASON, _OF_ALL) if scene.setting.sport == FOOTBALL else ():
        for found in pattern.finditer(scene.text):
            told = {name.rstrip("23"): text for name, text in found.groupdict().items() if text}
            sentence = scene.text[slice(*places.sentence_of(scene, found.start()))]
            team = places.team_before(scene, found.start())
            is_league = bool(_IN_THE_LEAGUE.search(sentence)) or (pattern is _OF_ALL and _are_all(scene, team, told))
            if pattern is _OF_ALL and not is_league:
                continue
            is_narrow = pattern is _SEASON and (not is_league or _NARROWER.search(sentence))
            if team is not None and not is_narrow:
                yield from _claim(scene, found, team, told, is_league)


def _are_all(scene: Scene, team: Ref | None, told: dict[str, str]) -> bool:
    """Whether the team has played just so many matches in the competition of the match told of."""
    main = scene.main.competition if scene.main else None
    number = number_of(told["all"])
    counts = [len(played(scene, [main], moment, [team])) for moment in moments_around(scene)]
    return number in counts


def _claim(scene: Scene, found: re.Match, team: Ref, told: dict[str, str], is_league: bool) -> Iterator[Claim]:
    """Right if it is so at any moment that may be meant; wrong only of the league, whose matches we all know."""
    among = number_of(told["all"]) if "all" in told else None
    value = (_TIMES.get(told["number"].lower()) or number_of(told["number"])) if "number" in told else among
    sign = {"vinto": 1, "won": 1, "pareggiato": 0}.get(told["what"].lower(), _WORDS.get(told["what"][:2].lower()))
    competitions = competitions_of(scene, team)
    main = scene.main.competition if scene.main and team in scene.main.sides else next(iter(competitions), None)
    scopes = [[one] for one in competitions] + ([] if is_league else [competitions])
    counts = [_count(scene, team, scope, sign, among) for scope in scopes]
    if value is None or sign is None or main is None:
        return
    place, right = Place(scene, *found.span()), next(iter(_count(scene, team, [main], sign, among)), None)
    is_right = any(value in known for known in counts)
    verdict = RIGHT if is_right else WRONG if is_league and right is not None else UNKNOWN
    why = because({1: "won", 0: "drawn", -1: "lost"}[sign], team=team, number=value if is_right else right)
    yield place.says("streak", value, verdict, correct=value if is_right else right, because=why, rests_on=team)


def _count(scene: Scene, team: Ref, competitions: list[Ref], sign: int, among: int | None) -> list[int]:
    """How many such results at each moment, of the last so many matches or of all."""
    found = []
    for moment in moments_around(scene):
        matches = played(scene, competitions, moment, [team])
        if matches and (among is None or len(matches) >= among):
            found.append(sum(_result(match, team) == sign for match in (matches[-among:] if among else matches)))
    return found


def _result(match: Match, team: Ref) -> int:
    difference = match.goals_of(team) - match.goals_of(match.against(team))
    return (difference > 0) - (difference < 0)
