"""Who and what stands near the words of a claim: its sentence, its clause, the team or the person that it speaks of."""

import re
from bisect import bisect_right

from articles.reading.facts import COMPETITION, PERSON, TEAM, VENUE, Match, Ref
from articles.reading.fixtures import BEFORE, is_past
from articles.reading.scene import Mention, Scene
from articles.reading.vocabulary import words


def word_at(scene: Scene, offset: int) -> int:
    """The number of the word that stands there, or of the last one before."""
    return max(0, bisect_right(scene.words, offset, key=lambda word: word.start) - 1)


def sentence_of(scene: Scene, offset: int) -> tuple[int, int]:
    return _span(scene, offset, "sentence")


def clause_of(scene: Scene, offset: int) -> tuple[int, int]:
    return _span(scene, offset, "clause")


def _span(scene: Scene, offset: int, what: str) -> tuple[int, int]:
    first = last = word_at(scene, offset)
    number = getattr(scene.words[first], what)
    while first > 0 and getattr(scene.words[first - 1], what) == number:
        first -= 1
    while last + 1 < len(scene.words) and getattr(scene.words[last + 1], what) == number:
        last += 1
    return scene.words[first].start, scene.words[last].end


def within(scene: Scene, span: tuple[int, int], kind: str) -> list[Mention]:
    """The mentions of that kind that stand in the span, in order."""
    return [mention for mention in scene.of_kind(kind) if span[0] <= mention.start < span[1] and not scene.is_former(mention)]


def team_before(scene: Scene, offset: int) -> Ref | None:
    """The team that the words speak of: the last one named before them in the clause, in the sentence, or whose person is."""
    for span in (clause_of(scene, offset), sentence_of(scene, offset)):
        teams = [mention for mention in within(scene, span, TEAM) if mention.start < offset]
        if teams:
            return _subject(scene, teams).target
        for mention in reversed([one for one in within(scene, span, PERSON) if one.start < offset]):
            belonging = [team for team, _role in scene.teams_of(mention.target)]
            if len(belonging) == 1:
                return belonging[0]
    return None


def _subject(scene: Scene, teams: list[Mention]) -> Mention:
    """Of the teams before a verb the last one that no preposition makes an object: "Il Milan, dopo il ko con la Roma, è"."""
    for mention in reversed(teams):
        before = scene.words[mention.first - 1] if mention.first else None
        if before is None or before.sentence != scene.words[mention.first].sentence or before.folded not in _OBJECT:
            return mention
    return teams[-1]


_OBJECT = frozenset(
    words(
        """
    con contro dal dalla dall dallo dai dagli al alla all allo agli ai sul sulla sull sui col coi del della dell dei degli
    nel nella nell tra fra against to at over with than behind of by from past beat thrash off above below
    """
    )
)


def person_before(scene: Scene, offset: int) -> Ref | None:
    """The last person named before in the sentence; where it names none, the only one of the headline."""
    span = sentence_of(scene, offset)
    people = within(scene, span, PERSON)
    before = [mention for mention in people if mention.start < offset]
    if before:
        return before[-1].target
    headline = {mention.target for mention in scene.of_kind(PERSON) if mention.start < scene.headline_ends}
    return headline.pop() if len(headline) == 1 and not people else None


def teams_around(scene: Scene, offset: int) -> list[Ref]:
    """Every team that the words might speak of: those of the sentence; if there is none, of its people and the main match."""
    span = sentence_of(scene, offset)
    teams = [mention.target for mention in within(scene, span, TEAM)]
    people = [team for mention in within(scene, span, PERSON) for team, _role in scene.teams_of(mention.target)]
    sides = (
        [scene.main.home, scene.main.away] if scene.main and not any(m.start < offset for m in within(scene, span, TEAM)) else []
    )
    return list(dict.fromkeys([*teams, *people, *sides]))


def competitions_in(scene: Scene, offset: int) -> list[Ref]:
    """The competitions that the sentence names."""
    return [mention.target for mention in within(scene, sentence_of(scene, offset), COMPETITION)]


def match_at(scene: Scene, offset: int) -> Match | None:
    """The told match that the words between two commas, the clause, the sentence name; the main one where none is named."""
    for span in (segment_of(scene, offset), clause_of(scene, offset), sentence_of(scene, offset)):
        named = {mention.target for mention in within(scene, span, TEAM)}
        both = [match for match in scene.told if match.sides <= named]
        if len(both) == 1 or (both and both[0] is scene.main):
            return both[0]
        if both:
            return None
        one = [match for match in scene.told if match.sides & named]
        if one:
            return one[0] if len(one) == 1 else scene.main if scene.main in one else None
    return scene.main


def played_between(scene: Scene, offset: int) -> list[Match]:
    """The matches of the last days that the words may speak of: between teams named together, or one of them and others there."""
    for span in (segment_of(scene, offset), clause_of(scene, offset), sentence_of(scene, offset)):
        named = {mention.target for mention in within(scene, span, TEAM)}
        grounds = {mention.target for mention in within(scene, span, VENUE)}
        recent = _recent(scene)
        both = [match for match in recent if match.sides <= named]
        if both:
            return both
        partners = _partners(scene, span)
        one = [match for match in recent if match.sides & named and match.sides - named <= partners]
        at = [match for match in recent if match.venue in grounds and match.sides & (named | partners)]
        if one or at:
            return [match for match in one if match in at] or one or at
    return []


def _recent(scene: Scene) -> list[Match]:
    """The matches of the last days between teams of the text; of the same two only the last one."""
    last = {match.sides: match for match in scene.near_matches if is_past(scene, match) and match.day >= scene.day - BEFORE}
    return sorted(last.values(), key=lambda match: match.kickoff)


def _partners(scene: Scene, span: tuple[int, int]) -> set[Ref]:
    """Who besides the teams named in the words has a part in them: teams of its sentence, of its people, of the main match."""
    sentence = sentence_of(scene, span[0])
    teams = {mention.target for mention in within(scene, sentence, TEAM)}
    people = {team for mention in within(scene, sentence, PERSON) for team, _role in scene.teams_of(mention.target)}
    return teams | people or (set(scene.main.sides) if scene.main else set())


def segment_of(scene: Scene, offset: int) -> tuple[int, int]:
    """Where the words between two commas, or two conjunctions, begin and end."""
    start, end = clause_of(scene, offset)
    breaks = [found.start() for found in _BREAK.finditer(scene.text, start, end)]
    return max([place for place in breaks if place <= offset], default=start), min(
        [place for place in breaks if place > offset], default=end
    )


_BREAK = re.compile(r",| and | e | then | while | mentre | poi ")
