"""Goals of a season and runs of results that a text states, against the matches up to its day."""

import re
from collections.abc import Iterator

from articles.reading.claims import places
from articles.reading.claims.moments import competitions_of, moments, moments_around, played
from articles.reading.claims.shapes import RIGHT, UNKNOWN, WRONG, Claim, Place, because
from articles.reading.facts import COMPETITION, TEAM, Match, Ref
from articles.reading.numbers import CARDINAL, ORDINAL, number_of
from articles.reading.scene import Scene
from articles.reading.setting import FOOTBALL
from articles.reading.vocabulary import any_of

# More goals than that nobody scores in a league season: they are a team's, or a career's.
_MOST = 45
_SCORED = ("goal", "penalty_goal")
_TALLY = re.compile(
    rf"\b(?P<number>{CARDINAL})(?P<what> (?:league |premier league |serie a )?(?:gol|goals?|reti|centri|sigilli)\b)"
    rf"|\b(?P<nth>{ORDINAL})(?P<goal> (?:league |premier league )?(?:gol|goal|centro|rete|sigillo)\b)",
    re.IGNORECASE,
)
_SEASON = any_of(
    r"campionato league_goals? questa_champions questo_campionato this_season"
    r" stagional\w+ in_serie_a in_premier in_champions sua_champions"
)
_RACE = any_of(r"capocannonier\w+ golden_boot classifica_marcatori re_dei_bomber top_scorer")
_BARE = re.compile(
    r"\b(?:secondo|terzo|appaiati|fermo|ended|finished|managed|quota)(?: on| with| a)? (\d{1,2}|nove|otto|sette"
    r"|dieci|undici|dodici)\b"
)
_OF_GOALS = any_of(r"marcator\w+ capocannonier\w+ doppiett\w+ triplett\w+ bomber centri gol reti goals golden_boot")
_CAREER = any_of(
    r"""
    carriera career storia history di_sempre all-time ever attività gare partite presenze matches appearances games nazionale
    international club(?:'s)? clean coppe all_competitions tutte_le_competizioni in_\d+ last ultim\w+ primo first
    """
)
_STREAK = re.compile(
    rf"\b(?P<nth>{ORDINAL}) (?P<what>vittoria|sconfitta|pareggio|successo|ko|win|victory|defeat|loss"
    rf"|draw) (?:consecutiv\w+|di fila|in a row|in succession)"
    rf"|\b(?P<nth2>{ORDINAL}) (?:consecutive|straight|successive) (?:league )?(?P<what2>win|victory|defeat|loss|draw)"
    rf"|\b(?P<number>{CARDINAL}) (?P<what3>vittorie|sconfitte|pareggi|successi|ko|wins|victories|defeats|losses|draws) "
    r"(?:consecutiv\w+|di fila|in a row|in succession)"
    rf"|\b(?P<number2>{CARDINAL}) (?:consecutive|straight|successive) (?:league )?(?P<what4>wins|victories|defeats|losses|draws)"
    rf"|\b(?P<unbeaten>unbeaten|winless|imbattut[oaie]|senza vittorie|senza sconfitte) (?:in|da|nelle ultime"
    rf"|for)(?: the last)? (?P<number3>{CARDINAL})\b",
    re.IGNORECASE,
)
_WON, _LOST, _DRAWN, _UNBEATEN, _WINLESS = "won", "lost", "drawn", "unbeaten", "winless"
_KINDS = {
    "vit": _WON,
    "suc": _WON,
    "win": _WON,
    "vic": _WON,
    "sco": _LOST,
    "ko": _LOST,
    "def": _LOST,
    "los": _LOST,
    "par": _DRAWN,
    "dra": _DRAWN,
}
_RESULTS = {_WON: {1}, _LOST: {-1}, _DRAWN: {0}, _UNBEATEN: {0, 1}, _WINLESS: {0, -1}}


def claimed_tallies(scene: Scene) -> Iterator[Claim]:
    if scene.setting.sport != FOOTBALL:
        return
    for found in _TALLY.finditer(scene.text):
        group = "number" if found["number"] else "nth"
        value = number_of(found[group])
        if value is not None and value >= 4:
            claim = _tally(scene, found.start(group), found.end(), value)
            if claim is not None:
                yield claim


def claimed_bare_tallies(scene: Scene) -> Iterator[Claim]:
    """A number that only the sentence says are goals: "doppietta e quota nove", "Haaland managed 22"."""
    for found in _BARE.finditer(scene.text) if scene.setting.sport == FOOTBALL else ():
        value = number_of(found[1])
        if value and _OF_GOALS.search(scene.text[slice(*places.sentence_of(scene, found.start()))]):
            claim = _tally(scene, found.start(1), found.end(1), value)
            if claim is not None:
                yield claim


def _tally(scene: Scene, start: int, end: int, value: int) -> Claim | None:
    """Somebody's goals of the season in one competition: only where the words say so, and all its goals are known."""
    first, last = places.sentence_of(scene, start)
    beside = scene.text[max(first, start - 60) : min(last, end + 20)]
    person = places.person_before(scene, start)
    of_season = _BARE.search(beside) or _SEASON.search(scene.text[first:last]) or _RACE.search(scene.text[: scene.lead_ends])
    if person is None or not of_season or _CAREER.search(beside):
        return None
    if value > _MOST or any(0 <= mention.start - end < 15 for mention in scene.of_kind(TEAM)):
        return None
    counts = _goals(scene, person, _wanted(scene, first, last))
    if not counts:
        return None
    place = Place(scene, start, end)
    verdict = RIGHT if value in counts else WRONG
    return place.says(
        "tally",
        value,
        verdict,
        correct=value if verdict == RIGHT else counts[0],
        because=because("count", number=counts[0]),
        rests_on=person,
    )


def _wanted(scene: Scene, first: int, last: int) -> list[Ref]:
    """The competitions that the sentence names; none if it only says championship."""
    return list(dict.fromkeys(mention.target for mention in places.within(scene, (first, last), COMPETITION)))


def _goals(scene: Scene, person: Ref, wanted: list[Ref]) -> list[int]:
    """His goals at each moment; nothing where the goals of a match of his are not known."""
    teams = {spell.team for spell in scene.people[person].spells if spell.role == "player"}
    competitions = wanted or list(dict.fromkeys(one for team in teams for one in competitions_of(scene, team)))
    found = []
    for competition in competitions:
        for moment in moments(scene):
            matches = played(scene, [competition], moment, lambda match: bool(match.sides & teams))
            if not matches or not all(match.has_events for match in matches):
                continue
            found.append(sum(event.person == person and event.kind in _SCORED for match in matches for event in match.events))
    return found


def claimed_streaks(scene: Scene) -> Iterator[Claim]:
    if scene.setting.sport != FOOTBALL:
        return
    for found in _STREAK.finditer(scene.text):
        told = {name: value for name, value in found.groupdict().items() if value}
        number = next(number_of(value) for name, value in told.items() if name.startswith(("nth", "number")))
        word = told.get("unbeaten") or next(value for name, value in told.items() if name.startswith("what"))
        kind = _kind(word.lower())
        if number is not None and kind:
            claim = _streak(scene, found.start(), found.end(), number, kind)
            if claim is not None:
                yield claim


def _kind(word: str) -> str:
    if word.startswith(("unbeaten", "imbattut", "senza sconf")):
        return _UNBEATEN
    if word.startswith(("winless", "senza vit")):
        return _WINLESS
    return _KINDS.get(word[:3], "")


def _streak(scene: Scene, start: int, end: int, value: int, kind: str) -> Claim | None:
    team = places.team_before(scene, start)
    if team is None:
        return None
    sentence = places.sentence_of(scene, start)
    competitions = competitions_of(scene, team)
    runs = [_run(scene, team, [one], kind) for one in competitions] + [_run(scene, team, competitions, kind)]
    place = Place(scene, start, end)
    if any(run >= value for run in runs):
        return place.says("streak", value, RIGHT, correct=value, because=because("run", number=max(runs)), rests_on=team)
    is_league = bool(
        re.search(r"in campionato|in the league|league (?:win|defeat)", scene.text[sentence[0] : sentence[1]], re.IGNORECASE)
    )
    verdict = WRONG if is_league and runs else UNKNOWN
    return place.says(
        "streak", value, verdict, correct=max(runs, default=0), because=because("run", number=max(runs, default=0)), rests_on=team
    )


def _run(scene: Scene, team: Ref, competitions: list[Ref], kind: str) -> int:
    """The longest run with which the team stands at any of the moments."""
    return max(
        (
            _length(played(scene, competitions, moment, lambda match: team in match.sides), team, kind)
            for moment in moments_around(scene)
        ),
        default=0,
    )


def _length(matches: list[Match], team: Ref, kind: str) -> int:
    length = 0
    for match in reversed(matches):
        difference = match.goals_of(team) - match.goals_of(match.against(team))
        if (difference > 0) - (difference < 0) not in _RESULTS[kind]:
            break
        length += 1
    return length
