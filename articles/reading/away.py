"""Matches told of by where they were: lo 0-2 di Napoli, beaten in Paris, espugna il Bluenergy."""

from collections.abc import Iterator
from datetime import timedelta
from itertools import pairwise

from articles.reading.facts import GOALS, PERSON, TEAM, VENUE, Match, Ref, Team
from articles.reading.scene import Scene
from articles.reading.scores import Score
from articles.reading.shipped import town_spellings
from articles.reading.tokens import Token
from articles.reading.vocabulary import any_of

BEFORE, LONG_BEFORE, AFTER = timedelta(days=10), timedelta(days=21), timedelta(days=8)
# The presence of a team that the text names.
NAMED = 1.9
_BEFORE_A_TOWN = {"it": frozenset(["a", "ad", "di"]), "en": frozenset(["in", "at"])}
_TOLD = any_of(
    r"""
    espugn\w+ sbanc\w+ corsar\w+ blitz cad(?:e|uta|uto|uti) ferm\w+ ripres[oai] riprend\w+ pass(?:a|ato|ata) batt\w+
    vin(?:ce|to|cono|ta|ti)\w* vittori\w+ successo sconfitt\w+ pers[oaie] perde pareggi\w+ pari ko k\.o\. travol\w+ crolla\w*
    beat(?:en)? won win victory lost loss defeat\w* drew draw held thrash\w* hammer\w* went_down stunned fell
    """
)
_TO_COME = any_of(
    r"""
    prossim\w+ andr\w+ voler\w+ attes[aoie] sar\w+ giocher\w+ far\w+_visita tornerà domani next will tomorrow before visit
    """
)
_GOES = any_of(
    r"""
    part(?:e|ono|ita|ire|enza) vol(?:a|ano|ata|o) trasferta convocat\w+ stasera domani vigilia andr\w+ sar\w+ va gioca giocher\w+
    torna sbarca viaggia si_gioca trip travels? travell?ing heads? head_to away tonight tomorrow without will squad miss(?:es)?
    """
)


def told_away(scene: Scene, told: list[Score]) -> list[Match]:
    """Of each sentence that names a team and a ground or another town, the match that the team has played there."""
    found = []
    for first, last in _sentences(scene):
        start, end = scene.words[first].start, scene.words[last - 1].end
        beside = [score for score in told if start <= score.start < end]
        teams = [m.target for m in scene.in_sentence(first) if m.target.kind == TEAM and not scene.is_former(m)]
        people = {m.target for m in scene.in_sentence(first) if m.target.kind == PERSON}
        if (beside or people) and not teams:
            teams = [team for team, weight in scene.presence().items() if weight >= NAMED]
        places = _places(scene, first, last) if teams else ()
        if not places:
            continue
        is_told = bool(_TOLD.search(scene.text, start, end)) and not _TO_COME.search(scene.text, start, end)
        if beside or is_told or people:
            there = [
                match for team in dict.fromkeys(teams) for one in places for match in _played_there(scene, team, {one}, beside)
            ]
            there = [match for match in dict.fromkeys(there) if beside or is_told or people & _scorers(match)]
            for match in there:
                scene.told_in.setdefault(match.ref, set()).add(scene.words[first].sentence)
            found += there
    return found


def _scorers(match: Match) -> set[Ref | None]:
    return {event.person for event in match.events if event.kind in GOALS}


def _sentences(scene: Scene) -> Iterator[tuple[int, int]]:
    """The first word of each sentence, and the one behind its last."""
    begun: dict[int, int] = {}
    for place, word in enumerate(scene.words):
        begun.setdefault(word.sentence, place)
    yield from pairwise([*begun.values(), len(scene.words)])


def _places(scene: Scene, first: int, last: int) -> list[Ref | str]:
    """The grounds and towns that a sentence names: grounds and the teams of towns as rows, other towns as words."""
    grounds = [m.target for m in scene.in_sentence(first) if m.target.kind == VENUE]
    towns = [team for place, team in scene.towns.items() if first <= place < last]
    words = [word.folded for before, word in pairwise(scene.words[first:last]) if _is_town(scene, before, word)]
    return list(dict.fromkeys([*grounds, *towns, *words]))


def _is_town(scene: Scene, before: Token, word: Token) -> bool:
    return word.is_capital and word.gap == " " and before.folded in _BEFORE_A_TOWN.get(scene.language, ())


def _played_there(scene: Scene, team: Ref, places: set[Ref | str], beside: list[Score]) -> list[Match]:
    main = scene.main.ref if scene.main else None
    there = [
        match
        for match in _away_there(scene, team, places)
        if match.score is not None and match.day <= scene.day and match.ref != main
    ]
    if beside:
        return [match for match in there if any(score.fits(match.score) for score in beside)][-1:]
    return [match for match in there if scene.day - match.day <= BEFORE][-1:]


def hosted(scene: Scene) -> list[Match]:
    """The matches that a team named plays on a ground that the text names, or in a town where it says that it will be."""
    found: list[Match] = []
    for first, last in _sentences(scene):
        places = set(_places(scene, first, last))
        start, end = scene.words[first].start, scene.words[last - 1].end
        if not places or (
            not any(isinstance(one, Ref) and one.kind == VENUE for one in places) and not _leads_there(scene, start, end)
        ):
            continue
        for team, weight in scene.presence().items():
            if weight >= NAMED:
                found += [match for match in _away_there(scene, team, places) if match.day >= scene.day - BEFORE]
    return list(dict.fromkeys(found))


def _leads_there(scene: Scene, start: int, end: int) -> bool:
    return start < scene.lead_ends and bool(_GOES.search(scene.text, start, end))


def _away_there(scene: Scene, team: Ref, places: set[Ref | str]) -> list[Match]:
    calendar = scene.facts.calendar(team, scene.day - LONG_BEFORE, scene.day + AFTER)
    away = [match for match in calendar if match.away == team]
    homes = scene.facts.teams({match.home for match in away})
    return [match for match in away if _is_there(match, homes.get(match.home), places)]


def _is_there(match: Match, home: Team | None, places: set[Ref | str]) -> bool:
    if match.venue in places or match.home in places:
        return True
    return home is not None and not places.isdisjoint(town_spellings(home.city))
