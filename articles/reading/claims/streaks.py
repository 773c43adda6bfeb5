"""Runs and sums of results that a text states: the fourth win in a row, unbeaten in six, a tenth defeat of the season."""

import re
from collections.abc import Iterator

from articles.reading.claims import places
from articles.reading.claims.figures import at_numbers
from articles.reading.claims.moments import competitions_of, lines, moments_around, played
from articles.reading.claims.shapes import PARTLY, RIGHT, UNKNOWN, WRONG, Claim, Place, because
from articles.reading.claims.wording import with_number
from articles.reading.facts import Line, Match, Ref
from articles.reading.numbers import CARDINAL, ORDINAL, number_of
from articles.reading.scene import Scene
from articles.reading.setting import FOOTBALL
from articles.reading.vocabulary import any_of

_ONE = r"vittoria|sconfitta|pareggio|successo|ko|stop|win|victory|defeat|loss|draw"
_MANY = r"vittorie|sconfitte|pareggi|successi|ko|wins|victories|defeats|losses|draws"
_IN_A_ROW = r"(?:consecutiv\w+|di fila|di seguito|in a row|in succession|on the spin|on the trot|on the bounce)"
_STREAK = re.compile(
    rf"\b(?P<nth>{ORDINAL}) (?:league )?(?P<what>{_ONE}) {_IN_A_ROW}"
    rf"|\b(?P<nth2>{ORDINAL}) (?:consecutive|straight|successive) (?:league )?(?P<what2>{_ONE})"
    rf"|\b(?P<number>{CARDINAL}) (?:league )?(?P<what3>{_MANY}) {_IN_A_ROW}"
    rf"|\b(?P<number2>{CARDINAL}) (?:consecutive|straight|successive) (?:league )?(?P<what4>{_MANY})",
    re.IGNORECASE,
)
_RUN = re.compile(
    rf"\b(?:run|serie|streak) (?:of|di) (?P<number4>{CARDINAL}) (?:league )?(?:games|matches|partite|gare)"
    r" (?P<without>without (?:a win|defeat)|without winning|senza (?:vittorie|vincere|sconfitte|perdere))"
    rf"|\b(?P<what>won|lost|drawn) (?P<number>{CARDINAL}) (?:league )?(?:(?:games|matches) )?(?:straight|{_IN_A_ROW})"
    r"|\b(?P<unbeaten>unbeaten|winless|imbattut[oaie]|without a (?:league )?win|without (?:a )?(?:league )?defeat"
    r"|senza vittorie|senza sconfitte|senza (?:vincere|perdere)|non vinc(?:e|ono)|non perd(?:e|ono)"
    r"|(?:not|n['’]t) (?:lost|been beaten|won))"
    r"(?: in campionato| in serie a)?(?: in| da| nelle ultime| for)(?: (?:the|their|its) last)?"
    rf" (?P<number3>{CARDINAL})\b(?! (?:years|months|anni|mesi|giorni|days|visits|meetings))"
    rf"|\b(?P<what5>vinc(?:e|ono)|perd(?:e|ono)|pareggia(?:no)?)(?: in campionato| in serie a)? da (?P<number5>{CARDINAL})"
    r" (?:partite|gare|turni|giornate)",
    re.IGNORECASE,
)
_SUM = re.compile(
    rf"\b(?P<nth>{ORDINAL}) (?:league )?(?P<what>{_ONE})\b(?! (?:{_IN_A_ROW}|on the|in (?:\d|\w+ (?:gar|partit))))"
    rf"|\b(?P<nth2>{ORDINAL}) of the (?:league )?season",
    re.IGNORECASE,
)
_TIMES = re.compile(
    rf"\b(?P<what>beaten|lost|won|sconfitt[oaie]|battut[oaie]|perde|vince) (?:for the|per la) (?P<nth>{ORDINAL}) (?:time|volta)",
    re.IGNORECASE,
)
_WON, _LOST, _DRAWN, _UNBEATEN, _WINLESS = "won", "lost", "drawn", "unbeaten", "winless"
_KINDS = {
    "vit": _WON, "suc": _WON, "win": _WON, "vic": _WON, "sco": _LOST, "ko": _LOST, "sto": _LOST, "def": _LOST, "los": _LOST,
    "par": _DRAWN, "dra": _DRAWN, "bea": _LOST, "bat": _LOST, "per": _LOST, "won": _WON, "vin": _WON,
}  # fmt: skip
_RESULTS = {_WON: {1}, _LOST: {-1}, _DRAWN: {0}, _UNBEATEN: {0, 1}, _WINLESS: {0, -1}}
_IN_THE_LEAGUE = re.compile(
    r"in campionato|in the league|league (?:games|match|outing|win|defeat|victory|game|draw|loss)|of the league"
    r"|in serie a|in premier|in champions"
    r"|girone|league phase",
    re.IGNORECASE,
)
_EVERYWHERE = any_of(r"all_competitions tutte_le_competizioni tutte_le_coppe fra_campionato_e_\w+")
_AT_HOME = any_of(r"casalingh\w+ casa interne esterne trasferta home away road fuori_casa stracittadin\w+ derby")
# Not all of them: those against somebody, or one that was kept off.
_AGAINST = re.compile(r"^(?: \w+){0,2} (?:con|contro|col|against|to|at)\b", re.IGNORECASE)
_SEASON = any_of(r"campionato stagione stagional\w+ season torneo league campaign giornate")


def claimed_streaks(scene: Scene) -> Iterator[Claim]:
    if scene.setting.sport != FOOTBALL:
        return
    for found in (*at_numbers(scene, _STREAK), *_RUN.finditer(scene.text)):
        told = {name: value for name, value in found.groupdict().items() if value}
        number = next(number_of(value) for name, value in told.items() if name.startswith(("nth", "number")))
        word = (
            told.get("unbeaten") or told.get("without") or next(value for name, value in told.items() if name.startswith("what"))
        )
        kind = _kind(word.lower())
        if number is not None and kind:
            claim = _streak(scene, found.start(), found.end(), number, kind)
            if claim is not None:
                yield claim


def _kind(word: str) -> str:
    word = word.replace("league ", "").replace("without a def", "without def").replace("n't", "not").replace("n’t", "not")
    if word.startswith(("unbeaten", "imbattut", "senza sconf", "senza perd", "non perd", "without def", "not lost", "not been")):
        return _UNBEATEN
    if word.startswith(("winless", "senza vi", "non vin", "without a", "without win", "not won")):
        return _WINLESS
    return _KINDS.get(word[:3], "")


def _streak(scene: Scene, start: int, end: int, value: int, kind: str) -> Claim | None:
    segment, sentence = places.segment_of(scene, start), places.sentence_of(scene, start)
    if _AT_HOME.search(scene.text[start - 25 : min(segment[1], end + 30)]):
        return None
    words = scene.text[slice(*sentence)]
    is_league = bool(_IN_THE_LEAGUE.search(words)) and not _EVERYWHERE.search(words)
    told = [_told(scene, Place(scene, start, end), value, kind, team, is_league) for team in _teams(scene, start)]
    found = [claim for claim in told if claim is not None]
    return next((claim for claim in found if claim.verdict == RIGHT), next(iter(found), None))


def _teams(scene: Scene, start: int) -> list[Ref]:
    """Whose run it may be, the likeliest first: "1-0 al Girona, quinto successo" may set the words beside an opponent."""
    team, headline = places.team_before(scene, start), places.of_headline(scene)
    others = [] if team else [*places.teams_around(scene, start), headline]
    return list(dict.fromkeys(one for one in (team, *places.subjects(scene, start), *others) if one))


def _told(scene: Scene, place: Place, value: int, kind: str, team: Ref, is_league: bool) -> Claim | None:
    competitions = competitions_of(scene, team)
    runs = [length for one in competitions for length in _runs(scene, team, [one], kind)]
    runs += [] if is_league else _runs(scene, team, competitions, kind)
    if not runs:
        return None
    longest = max(runs)
    if value in runs:
        return place.says("streak", value, RIGHT, correct=value, because=because("run", team=team, number=value), rests_on=team)
    main = scene.main.competition if scene.main and team in scene.main.sides else None
    own = _runs(scene, team, [main], kind) if main else runs
    right = max(own or runs)
    verdict = WRONG if is_league and (value > longest or right != value) else PARTLY if value < longest else UNKNOWN
    replacement = with_number(place.surface, right) if verdict == WRONG and right > 1 else None
    why = because("run", team=team, number=right)
    return place.says("streak", value, verdict, correct=right, because=why, rests_on=team, replacement=replacement)


def _runs(scene: Scene, team: Ref, competitions: list[Ref], kind: str) -> list[int]:
    """The runs with which the team stands at each of the moments."""
    return [_length(played(scene, competitions, moment, [team]), team, kind) for moment in moments_around(scene)]


def _length(matches: list[Match], team: Ref, kind: str) -> int:
    length = 0
    for match in reversed(matches):
        difference = match.goals_of(team) - match.goals_of(match.against(team))
        if (difference > 0) - (difference < 0) not in _RESULTS[kind]:
            break
        length += 1
    return length


def claimed_sums(scene: Scene) -> Iterator[Claim]:
    """Wins, draws and defeats of the season: "l'undicesimo pareggio in campionato", "their 10th of the league season"."""
    for found in (*at_numbers(scene, _SUM), *_TIMES.finditer(scene.text)) if scene.setting.sport == FOOTBALL else ():
        group = next(name for name in ("nth", "nth2") if found.groupdict().get(name))
        value = number_of(found[group])
        first, last = places.sentence_of(scene, found.start())
        words = scene.text[first:last]
        word = found.groupdict().get("what") or next(
            iter(re.findall(r"\b(?:defeat|win|draw|victory|loss)", words[: found.start() - first])), ""
        )
        kind = _KINDS.get(word.lower()[:3])
        team = places.team_before(scene, found.start()) or places.of_headline(scene)
        is_told = value and value > 2 and kind and team and _SEASON.search(scene.text[found.start() : last])
        if (
            is_told
            and not _AGAINST.search(scene.text[found.end() : last])
            and not _AT_HOME.search(scene.text[max(first, found.start() - 25) : min(last, found.end() + 30)])
        ):
            yield from _sum(scene, found.start(group), found.end(), value, kind, team)


def _sum(scene: Scene, start: int, end: int, value: int, kind: str, team: Ref) -> Iterator[Claim]:
    known: list[Line] = [line for line, _table in lines(scene, team, places.competitions_in(scene, start))]
    counts = [getattr(line, kind) for line in known]
    if not counts:
        return
    place, why = Place(scene, start, end), because(kind, team=team, number=counts[0])
    verdict = RIGHT if value in counts else WRONG
    replacement = with_number(place.surface, counts[0]) if verdict == WRONG else None
    yield place.says("tally", value, verdict, correct=counts[0], because=why, rests_on=team, replacement=replacement)
