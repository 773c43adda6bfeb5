"""Scores that a text states, against those of the matches: final, at half-time, on the way, on penalties, over two legs."""

import re
from collections.abc import Iterator
from datetime import timedelta

from articles.reading.claims import places
from articles.reading.claims.shapes import RIGHT, UNKNOWN, WRONG, Claim, Place, because
from articles.reading.claims.wording import with_score
from articles.reading.facts import GOALS, PERSON, TEAM, VENUE, Event, Match, Ref
from articles.reading.fixtures import BEFORE, FIRST_LEG, MONTH_NUMBERS, is_past
from articles.reading.scene import Scene
from articles.reading.scores import Score
from articles.reading.vocabulary import any_of

_HALF_TIME = any_of(
    r"""
    intervallo riposo primo_tempo half-time half_time halftime interval break
    """
)
_MADE_IT = re.compile(
    r"\b(?:(?:made|makes|making|to make) it|(?:segn|firm|trov|sigl|realizz|mett)\w* (?:il|lo|l['’])"
    r"|(?:gol|rete) (?:del|dell['’])|per il)"
    r" ?(?:gol del(?:l['’])? ?)?(?:momentaneo |provvisorio )?$",
    re.IGNORECASE,
)
# Right with the score they say when it stood so; "nel primo tempo" alone may tell when a goal fell.
_AT_THE_BREAK = re.compile(
    r"(?:all['’]intervallo|(?:all?|per il|il) riposo|primo tempo (?:\w+ ){0,2}(?:chiuso|finito|terminato|conclus[oa])"
    r"|at (?:half[- ]?time|the (?:break|interval))|by (?:half[- ]?time|the (?:break|interval))|half[- ]time (?:score|lead))"
    r"[^.;,]{0,30}$"
    r"|^ ?(?:\w+ ){0,2}(?:all['’]intervallo|al riposo|at (?:half[- ]?time|the (?:break|interval))|by (?:half[- ]?time"
    r"|the (?:break|interval)))",
    re.IGNORECASE,
)
_COUNTED = re.compile(r"\bgol\b|\bgoals?\b|\bbatt|\bbeat|\bsegn", re.IGNORECASE)
_SHOOTOUT = any_of(
    r"""
    rigori d\.?c\.?r\.? lotteria penalties shoot-?out spot-kicks
    """
)
_BOTH_LEGS = any_of(
    r"""
    aggregate complessiv\w+ totale doppio_confronto andata_e_ritorno over_two_legs
    """
)
_LEG = any_of(
    r"""
    andata ritorno first_leg second_leg reverse_fixture (?:first|second|third|primo|secondo|terzo|due|two)_sets? tie-?break
    """
)
_OF_A_LEG = re.compile(
    r"^ (?:(?:\w+ )?(?:dell['’]|all['’]|nell['’])andata|(?:in|from) the first leg|first[- ]leg)", re.IGNORECASE
)
_NOT_THIS = any_of(r"coppa(?!_dei_campioni) cup primo_tempo half-time intervallo (?:19|20)\d\d")
_RUNNING = any_of(
    r"""
    momentane\w+ provvisori\w+ parziale vantaggio gol_del gol_dell[o'’] rete_del rete_dello portar\w+ port\w+ accorci\w+
    raddoppi\w+ avanti sotto lead led leading up down ahead make_it made_it made makes_it from tris poker cancell\w+ risal\w+
    rimont\w+ recuper\w+ sullo sul dallo dal
    """
)
_OTHER_SEASON = any_of(
    r"""
    last_season stagione_scorsa scorsa_stagione anno_scorso (?:nel|in|ottobre|agosto|maggio|marzo)_(?:19|20)\d\d
    ultima_volta last_time un_anno_fa
    precedenti nella_storia
    """
)
_OTHER_TIME = any_of(
    r"""
    (?<!since_)(?<!dal_)(?:19|20)\d\d record precedent\w+ coppa(?!_dei_campioni) cup amichevol\w+ friendly nazionale
    international\w*
    """
)
_FINAL = any_of(
    r"""
    sconfitt\w+ vittori\w+ vittorios\w+ vinc\w+ vint\w+ vinse batt\w+ successo finisce finita finito finì termina\w* pareggi\w+
    pers\w+ perde perdono ko espugn\w* impon\w+ impost\w+ super\w+ pieg\w+ stend\w+ stes[oaie] regol\w+ travol\w+ affond\w+
    schiant\w+ domin\w+ passa(?:no)? sbanc\w+ liquid\w+ annient\w+ surclass\w+ strapazz\w+ demol\w+ umili\w+ sgambett\w+
    blitz tonfo crolla crollo cade cadono inciampa\w* definitivo finale trionf\w+ goleada manita cinquina bloccat[oaie]
    fermat[oaie] ferma
    ended ends finished finishes full-time
    beat beaten beating won win wins winners winning victory lost loss lose loses losing defeat\w* draw draws drawing drew drawn
    thrash\w* rout routed demolition hammer\w* thump\w* triumph\w* eased edg(?:ed|ing) cruis(?:ed|ing) sank held saw_off final
    dispatch\w* brush\w*_aside swept_aside overcame overcoming downed stunn\w+ crush\w+ outclass\w+ success stalemate
    """
)
# A final score told long after, with "dopo lo 0-3", speaks of another match than the one before; two legs lie that far apart.
A_SEASON = timedelta(days=300)
BETWEEN_LEGS = timedelta(days=40)


def claimed_scores(scene: Scene) -> Iterator[Claim]:
    for score in places.scores_in(scene, (0, len(scene.text))):
        claim = _claim(scene, score)
        if claim is not None:
            yield claim


def _claim(scene: Scene, score: Score) -> Claim | None:
    if (made := _on_the_way(scene, score)) is not None:
        return made
    before, after = _around(scene, score)
    of_a_leg = bool(_OF_A_LEG.match(after))
    for pattern, reader in ((_SHOOTOUT, _on_penalties), (_BOTH_LEGS, _over_two_legs), (_HALF_TIME, _at_half_time)):
        is_named = pattern.search(after[:30]) or pattern.search(before[-30:])
        if is_named and not (of_a_leg and reader is _over_two_legs):
            found = reader(scene, score)
            if found is not None:
                return found
    return _earlier(scene, score) or _final(scene, score)


def _earlier(scene: Scene, score: Score) -> Claim | None:
    """The match between the two of the main one that came long before, if the words around say that they mean it."""
    clause = scene.text[slice(*places.clause_of(scene, score.start))]
    named = {mention.target for mention in places.within(scene, places.sentence_of(scene, score.start), TEAM)}
    months = {number for name, number in MONTH_NUMBERS.items() if re.search(rf"\b{name}\b", clause, re.IGNORECASE)}
    main = scene.main
    if main is None or not (FIRST_LEG.search(clause) or months) or named - main.sides or _NOT_THIS.search(clause):
        return None
    earlier = scene.facts.matches(main.sides, main.day - A_SEASON, main.day - timedelta(days=1))
    meant = [match for match in earlier if match.score and (not months or match.day.month in months)]
    if len(meant) != 1:
        return None
    verdict = RIGHT if score.fits(meant[0].score) else WRONG
    return _says(scene, score, meant[0], meant[0].score, verdict, "ended")


def _final(scene: Scene, score: Score) -> Claim | None:
    segment = places.segment_of(scene, score.start)
    named = {mention.target for mention in places.within(scene, segment, TEAM)}
    bound = places.played_between(scene, score.start)
    for match in dict.fromkeys([*(_beside(scene, score) or ([] if named else scene.told)), *bound]):
        if is_past(scene, match) and any(score.fits(known) for known in _known(match)):
            return _says(scene, score, match, match.score, RIGHT, "ended")
    match = _meant(scene, score, bound)
    if match is not None and not match.sides <= named and (other := _of_another(scene, score, named & match.sides)):
        return _says(scene, score, other, other.score, RIGHT, "ended")
    if match is None or not _speaks_of(scene, score, match, is_bound=bound == [match]):
        return None
    if _stood_so(match, score) and not _is_final(scene, score):
        return _says(scene, score, match, match.score, UNKNOWN, "stood so on the way")
    return _says(scene, score, match, match.score, WRONG, "ended")


def _meant(scene: Scene, score: Score, bound: list[Match]) -> Match | None:
    """The one match that the words around the score speak of."""
    if len(bound) == 1:
        return bound[0]
    match = places.match_at(scene, score.start)
    return match if match is not None and is_past(scene, match) and (not bound or match in bound) else None


def _beside(scene: Scene, score: Score) -> list[Match]:
    """The told matches of the teams or at the ground beside the score; and any of teams that its sentence names both."""
    segment, sentence = places.segment_of(scene, score.start), places.sentence_of(scene, score.start)
    named = {mention.target for mention in places.within(scene, segment, TEAM)} | places.towns_in(scene, segment)
    grounds = {mention.target for mention in places.within(scene, segment, VENUE)}
    both = [match for match in scene.told if match.sides <= named]
    near = both or [match for match in scene.told if match.sides & named] or [one for one in scene.told if one.venue in grounds]
    if both or not near:
        return near
    around = {mention.target for mention in places.within(scene, sentence, TEAM)}
    return near + [match for match in scene.told if match.sides <= around and match not in near]


def _of_another(scene: Scene, score: Score, teams: set[Ref]) -> Match | None:
    """A match of these days with that score between one of the teams and somebody whom the text does not name as a team."""
    for team in teams:
        for match in scene.facts.calendar(team, scene.day - BEFORE, scene.day):
            if is_past(scene, match) and score.fits(match.score):
                return match
    return None


def _on_the_way(scene: Scene, score: Score) -> Claim | None:
    """The score that a goal made, with its scorer before it: "Kulusevski made it 2-0", "Acerbi trova il 3-3"."""
    first, _last = places.segment_of(scene, score.start)
    people = places.within(scene, (first, score.start), PERSON)
    match = places.match_at(scene, score.start)
    if not people or match is None or not is_past(scene, match) or not match.has_events:
        return None
    between = scene.text[people[-1].end : score.start]
    stood = [at for event, at in _course(match) if event.person == people[-1].target]
    if not stood or not _MADE_IT.search(between) or any(score.fits(known) for known in _known(match)):
        return None
    right = next((at for at in stood if score.fits(at)), None)
    if right is None and len(stood) > 1 and any(score.fits(at) for _event, at in _course(match)):
        return None
    return _says(scene, score, match, right or stood[0], RIGHT if right else WRONG, "stood so")


def _course(match: Match) -> list[tuple[Event, tuple[int, int]]]:
    """The goals in their order, each with the score that it made."""
    at, found = [0, 0], []
    for event in sorted((one for one in match.events if one.kind in GOALS), key=lambda one: one.minute * 100 + one.stoppage):
        at[event.team != match.home] += 1
        found.append((event, (at[0], at[1])))
    return found


def _says(scene: Scene, score: Score, match: Match, right: tuple[int, int], verdict: str, why: str) -> Claim:
    place = Place(scene, score.start, score.end)
    return place.says(
        "score",
        f"{score.first}-{score.second}",
        verdict,
        correct=f"{right[0]}-{right[1]}",
        because=because(why, score=f"{right[0]}-{right[1]}", home=match.home, away=match.away),
        rests_on=match,
        replacement=with_score(place.surface, score, *right) if verdict == WRONG else None,
    )


def _at_half_time(scene: Scene, score: Score) -> Claim | None:
    match = places.match_at(scene, score.start)
    if match is None or match.half_time is None or not is_past(scene, match):
        return None
    if score.fits(match.half_time):
        return _says(scene, score, match, match.half_time, RIGHT, "at half-time")
    is_at_rest = _is_at_rest(scene, score)
    if not is_at_rest and (score.fits(match.score) or _is_final(scene, score)):
        return None
    return _says(scene, score, match, match.half_time, WRONG if is_at_rest else UNKNOWN, "at half-time")


def _is_at_rest(scene: Scene, score: Score) -> bool:
    """Whether the words for half-time stand right with the score, and no goal is told of."""
    before, after = _around(scene, score)
    return bool(_AT_THE_BREAK.search(after[:24]) or _AT_THE_BREAK.search(before)) and not _COUNTED.search(before[-25:])


def _on_penalties(scene: Scene, score: Score) -> Claim | None:
    match = places.match_at(scene, score.start)
    if match is None or match.shootout is None:
        return None
    right = score.fits(match.shootout)
    if not right and score.fits(match.score):
        return None
    return _says(scene, score, match, match.shootout, RIGHT if right else WRONG, "on penalties")


def _over_two_legs(scene: Scene, score: Score) -> Claim | None:
    """The sum of the match told of and the one before it between the two, if it was the same competition's."""
    match = places.match_at(scene, score.start)
    if match is None or not is_past(scene, match):
        return None
    earlier = scene.facts.matches(match.sides, match.day - BETWEEN_LEGS, match.day - timedelta(days=1))
    first = [one for one in earlier if one.competition == match.competition and one.home == match.away and one.score]
    if not first:
        return None
    total = (match.score[0] + first[-1].score[1], match.score[1] + first[-1].score[0])
    return _says(scene, score, match, total, RIGHT if score.fits(total) else WRONG, "over two legs")


def _is_first_leg(scene: Scene, match: Match) -> bool:
    """Whether the two will meet again within weeks, the other at home."""
    ahead = scene.facts.calendar(match.home, match.day + timedelta(days=1), match.day + BETWEEN_LEGS)
    return any(one.home == match.away and one.away == match.home and one.competition == match.competition for one in ahead)


def _known(match: Match) -> list[tuple[int, int]]:
    """The scores that a match may be told by."""
    return [score for score in (match.score, match.shootout, match.score_90) if score is not None]


def _stood_so(match: Match, score: Score) -> bool:
    """Whether that was the score at some time on the way; where the goals are not known, whether it can have been."""
    if not match.has_events:
        return max(score.first, score.second) <= max(match.score)
    found = {(0, 0), *(at for _event, at in _course(match))}
    return any(score.fits(known) for known in found) or (match.half_time is not None and score.fits(match.half_time))


def _around(scene: Scene, score: Score) -> tuple[str, str]:
    start, end = places.clause_of(scene, score.start)
    return scene.text[max(start, score.start - 45) : score.start], scene.text[score.end : min(end, score.end + 30)]


def _is_final(scene: Scene, score: Score) -> bool:
    before, after = _around(scene, score)
    finals = [found.start() for found in _FINAL.finditer(before)]
    running = [found.start() for found in _RUNNING.finditer(before) if found.start() >= len(before) - 25]
    if running and not (finals and finals[-1] > running[-1]):
        return False
    return bool(finals or _FINAL.search(after) or _is_told_first(scene, score))


def _is_told_first(scene: Scene, score: Score) -> bool:
    """Whether headline or first sentences tell it with both sides of the main match: papers begin with how it ended."""
    named = {mention.target for mention in places.within(scene, places.sentence_of(scene, score.start), TEAM)}
    is_goalless = score.first == score.second == 0
    return score.start < scene.lead_ends and not is_goalless and scene.main is not None and scene.main.sides <= named


def _speaks_of(scene: Scene, score: Score, match: Match, *, is_bound: bool) -> bool:
    """Whether the score can only be that of this match: it, or one of its sides, is in the sentence, and no other time or cup."""
    start, end = places.sentence_of(scene, score.start)
    sentence = scene.text[start:end]
    before, after = _around(scene, score)
    named = {mention.target for mention in places.within(scene, (start, end), TEAM)}
    grounds = {mention.target for mention in places.within(scene, (start, end), VENUE)}
    segment = scene.text[slice(*places.segment_of(scene, score.start))]
    is_leg = (_LEG.search(before) or _LEG.search(after)) and not _is_first_leg(scene, match)
    if _OTHER_SEASON.search(sentence) or _OTHER_TIME.search(segment) or is_leg:
        return False
    if not named and not grounds and match is scene.main and _is_final(scene, score):
        return True
    if {mention.target for mention in places.within(scene, places.segment_of(scene, score.start), TEAM)} - match.sides:
        return False
    beside = {mention.target for mention in places.within(scene, places.clause_of(scene, score.start), TEAM)}
    if (beside - match.sides and not match.sides <= named and not is_bound) or not (
        named & match.sides or match.venue in grounds
    ):
        return False
    if match.has_events and not _stood_so(match, score):
        return True
    is_running = _RUNNING.search(before[-25:]) or _RUNNING.search(after[:20])
    return _is_final(scene, score) or (not is_running and (match.sides <= named or match.venue in grounds))
