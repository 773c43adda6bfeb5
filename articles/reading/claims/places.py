"""Who and what stands near the words of a claim: its sentence, its clause, the team or the person that it speaks of."""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator
from itertools import groupby
from operator import attrgetter

from articles.reading.facts import COMPETITION, PERSON, TEAM, VENUE, Match, Ref
from articles.reading.fixtures import BEFORE, is_past
from articles.reading.numbers import ORDINAL
from articles.reading.scene import Mention, Scene
from articles.reading.scores import Score, scores
from articles.reading.tokens import Token
from articles.reading.vocabulary import any_of, words


def word_at(scene: Scene, offset: int) -> int:
    """The number of the word that stands there, or of the last one before."""
    starts = scene.memo.get("starts")
    if starts is None:
        starts = scene.memo["starts"] = [word.start for word in scene.words]
    return max(0, bisect_right(starts, offset) - 1)


def sentence_of(scene: Scene, offset: int) -> tuple[int, int]:
    return _span(scene, offset, "sentence")


def clause_of(scene: Scene, offset: int) -> tuple[int, int]:
    return _span(scene, offset, "clause")


def _span(scene: Scene, offset: int, what: str) -> tuple[int, int]:
    spans = scene.memo.get(what)
    if spans is None:
        spans = scene.memo[what] = _spans_by(scene, attrgetter(what))
    return spans[word_at(scene, offset)]


def _spans_by(scene: Scene, number_of: Callable[[Token], int]) -> list[tuple[int, int]]:
    """For each word, where what it belongs to begins and ends."""
    found = []
    for _number, group in groupby(scene.words, key=number_of):
        words = list(group)
        found += [(words[0].start, words[-1].end)] * len(words)
    return found


def scores_in(scene: Scene, span: tuple[int, int]) -> list[Score]:
    """The scores of the text that stand in the span."""
    found = scene.memo.get("scores")
    if found is None:
        found = scene.memo["scores"] = scores(scene.text)
    return [score for score in found if span[0] <= score.start < span[1]]


def within(scene: Scene, span: tuple[int, int], kind: str) -> list[Mention]:
    """The mentions of that kind that stand in the span, in order."""
    return [mention for mention in scene.of_kind(kind) if span[0] <= mention.start < span[1] and not scene.is_former(mention)]


def team_before(scene: Scene, offset: int) -> Ref | None:
    """The team that the words speak of: the last one named before them in the clause, in the sentence, or whose person is."""
    if (apposed := _apposed(scene, offset)) is not None:
        return apposed
    spans = clause_of(scene, offset), sentence_of(scene, offset)
    found = [_last_subject(scene, span, offset) for span in spans]
    return found[0] or found[1] or _object(scene, *spans, offset)


def subjects(scene: Scene, offset: int) -> list[Ref]:
    """The teams that no preposition makes an object, before the words in their clause or sentence."""
    found = [_last_subject(scene, span, offset) for span in (clause_of(scene, offset), sentence_of(scene, offset))]
    return [team for team in dict.fromkeys(found) if team is not None]


def _apposed(scene: Scene, offset: int) -> Ref | None:
    """The team that a place or a sum is set beside: "l'Inter, seconda con 44 punti", "Fulham, ninth, have"."""
    start, _end = sentence_of(scene, offset)
    before = [one for one in scene.in_order() if start <= one.start and one.end <= offset and one.target.kind in (TEAM, PERSON)]
    if not before or scene.is_former(before[-1]) or is_player(scene, before[-1]):
        return None
    return team_of(scene, before[-1]) if _APPOSED.fullmatch(scene.text, before[-1].end, offset) else None


def _last_subject(scene: Scene, span: tuple[int, int], offset: int) -> Ref | None:
    """The last team or coach before the place that no preposition makes an object: "Il Milan, dopo il ko con la Roma, è"."""
    for mention, team in reversed(_told(scene, span, offset)):
        is_beside = offset - mention.end <= NEXT and scene.text[mention.end] not in ",;:"
        if not _is_object(scene, mention) or is_beside or _RELATIVE.match(scene.text, mention.end):
            return team
    return None


def _object(scene: Scene, clause: tuple[int, int], sentence: tuple[int, int], offset: int) -> Ref | None:
    """Who is meant where all are objects: the one that opens the sentence, "all'Inter basta un gol"; else the last one."""
    told = _told(scene, sentence, offset)
    if len(told) > 1 and told[0][0].start - sentence[0] <= OPENING:
        return told[0][1]
    near = _told(scene, clause, offset) or told
    return near[-1][1] if near else None


def _told(scene: Scene, span: tuple[int, int], offset: int) -> list[tuple[Mention, Ref]]:
    """The teams and people named in the span before the place, with their teams."""
    named = [one for one in scene.in_order() if span[0] <= one.start < offset and one.target.kind in (TEAM, PERSON)]
    return [(one, team) for one in named if not scene.is_former(one) and (team := team_of(scene, one)) is not None]


def team_of(scene: Scene, mention: Mention) -> Ref | None:
    """The team itself, or that of a coach or a player who has one only."""
    if mention.target.kind == TEAM:
        return mention.target
    belonging = scene.teams_of(mention.target)
    return belonging[0][0] if len(belonging) == 1 else None


def _is_object(scene: Scene, mention: Mention) -> bool:
    """Whether a preposition stands before the name, with or without an article between."""
    first = mention.first
    while first and (scene.words[first - 1].folded in _ARTICLES or scene.words[first - 1].folded.isdigit()):
        first -= 1
    before = scene.words[first - 1] if first else None
    return before is not None and before.sentence == scene.words[mention.first].sentence and before.folded in _OBJECT


_APPOSED = re.compile(
    rf"(?:[’']s (?:team|side|men|players|charges))?(?:,| \() ?(?:(?:who are|who sit|che è|ora|adesso|now|ancora|sempre|still) )?"
    rf"(?:(?:{ORDINAL})(?: posto| place)?(?: in classifica)?(?:,? (?:e |and )?(?:con|a|on|with|a quota|have|has|ha|are|is)) )?",
    re.IGNORECASE,
)
# A number right behind a name is that name's, whatever stands before: "con l'Inter a 61".
NEXT = 5
# So few letters from the beginning of a sentence a name opens it, with a preposition and an article before it.
OPENING = 9
# Who is told of in a clause of his own is its subject: "at Liverpool, who travel to".
_RELATIVE = re.compile(r",? (?:who|che|now|ora|adesso|attes[aoie]|impegnat[aoie]|reduc[ei]|ferm[aoie])\b")
# Words for a team that are no name.
SOMEBODY = any_of(
    r"""
    campioni champions holders detentori capolista leaders ospiti hosts visitors squadra avversari\w* padroni rivali rivals
    neighbours neopromoss\w+ promoted altr[aei] others
    """
)
_STRANGER = re.compile(
    r"(?!They|It|He|She|Who|This|That|All|Both|Chi|Lui|Lei|Loro|Non|Ora|Now)[A-Z]\w+"
    r" (?:ha|hanno|è|sono|sale|resta|has|have|is|are|sits?|stays?)\b"
)
_ARTICLES = frozenset(("il", "lo", "la", "l", "i", "gli", "le", "the"))
_OBJECT = frozenset(
    words(
        """
    con contro dal dalla dall dallo dai dagli al alla all allo agli ai sul sulla sull sui col coi del della dell dei degli
    nel nella nell tra fra against to at over with than behind of by from past beat thrash off above below
    batte battono piega piegano supera superano stende stendono travolge regola affonda elimina sconfigge ospita riceve sfida
    affronta battuto superato piegato sconfitto eliminato thrashed edged edge downed defeated hammered thumped host hosts
    face faces meet visit
    """
    )
)


def bearers(scene: Scene, offset: int) -> list[Ref]:
    """Every team whose points or place the words may tell, the likeliest first.

    The one spoken of with the others of its clause; where none is named before, all that the sentence or the match has.
    """
    team = team_before(scene, offset)
    if team is not None and (is_subject_clear(scene, offset) or _apposed(scene, offset) == team):
        return [team]
    if team is None:
        return sorted(teams_around(scene, offset), key=lambda one: one != of_headline(scene))
    span = clause_of(scene, offset)
    if _teams_in(scene, (sentence_of(scene, offset)[0], offset)) == {team} and _is_subject_first(scene, span, offset):
        return [team]
    others = sorted(_teams_in(scene, span), key=str)
    unnamed = [] if team in _teams_in(scene, segment_of(scene, offset)) or not scene.main else [scene.main.home, scene.main.away]
    return list(dict.fromkeys([team, *others, *unnamed]))


def _is_subject_first(scene: Scene, span: tuple[int, int], offset: int) -> bool:
    """Whether the only team named before is no object, and no words for another without a name follow it."""
    told = _told(scene, span, offset)
    return bool(told) and not _is_object(scene, told[0][0]) and not SOMEBODY.search(scene.text, told[0][0].end, offset)


def _teams_in(scene: Scene, span: tuple[int, int]) -> set[Ref]:
    """The teams named there, themselves or by their people."""
    named = {team_of(scene, one) for one in within(scene, span, TEAM) + within(scene, span, PERSON)}
    return {team for team in named if team is not None}


def is_subject_clear(scene: Scene, offset: int) -> bool:
    """Whether the team spoken of is named between the same commas as the words, and no other is."""
    first, last = segment_of(scene, offset)
    before = [one for one in within(scene, (first, offset), TEAM) + within(scene, (first, offset), PERSON) if team_of(scene, one)]
    is_one = _teams_in(scene, (first, last)) == {team_before(scene, offset)}
    return is_one and bool(before) and not all(_is_object(scene, one) for one in before if one.target.kind == TEAM)


def is_of_a_player(scene: Scene, offset: int) -> bool:
    """Whether a player stands right before the words: "Kean, secondo a 19" is a place among scorers."""
    before = [one for one in scene.in_order() if one.end <= offset]
    return bool(before) and offset - before[-1].end <= 12 and is_player(scene, before[-1])


def is_player(scene: Scene, mention: Mention) -> bool:
    return mention.target.kind == PERSON and all(role == "player" for _team, role in scene.teams_of(mention.target))


def is_of_another(scene: Scene, offset: int) -> bool:
    """Whether the sentence begins with a name that we do not know: "Conte ha 74 punti, Inzaghi 71"."""
    start, _end = sentence_of(scene, offset)
    return bool(_STRANGER.match(scene.text, start)) and team_before(scene, offset) is None


def of_headline(scene: Scene) -> Ref | None:
    """The team that the text names first, if it plays in the match told of."""
    sides = scene.main.sides if scene.main else frozenset()
    return next((one.target for one in scene.of_kind(TEAM) if one.target in sides), None)


def person_before(scene: Scene, offset: int) -> Ref | None:
    """The last person named before in the sentence; where it names none, the only one of the headline."""
    span = sentence_of(scene, offset)
    people = within(scene, span, PERSON)
    before = [mention for mention in people if mention.start < offset]
    if before:
        return before[-1].target
    headline = {mention.target for mention in scene.of_kind(PERSON) if mention.start < scene.headline_ends}
    return headline.pop() if len(headline) == 1 and not people else None


def people_before(scene: Scene, offset: int) -> tuple[list[Ref], list[Ref]]:
    """Whose a count may be, the likeliest first; and apart, those who are only told of with a preposition or a cross."""
    before = [one for one in within(scene, sentence_of(scene, offset), PERSON) if one.start < offset]
    own = [
        one for one in before if not scene.text[one.end : one.end + 3].startswith(("'s ", "’s ")) and not _is_object(scene, one)
    ]
    fallback = person_before(scene, offset) if own or not before else None
    likely = list(dict.fromkeys([*(one.target for one in reversed(own)), *([fallback] if fallback else [])]))
    return likely, [one.target for one in before if one.target not in likely]


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
    """The told match that the words between two commas, those before them, the clause, the sentence name, themselves or by
    their players; the main one where none is named.
    """
    left = scene.told
    for span in _spans(scene, offset):
        named = {mention.target for mention in within(scene, span, TEAM)}
        both = [match for match in left if match.sides <= named]
        if len(both) == 1 or (both and both[0] is scene.main):
            return both[0]
        if both:
            return None
        players = {team for mention in within(scene, span, PERSON) if (team := team_of(scene, mention))}
        one = [match for match in left if match.sides & named] or [match for match in left if match.sides & players]
        if len(one) == 1 or scene.main in one:
            return one[0] if len(one) == 1 else scene.main
        left = one or left
    return scene.main if left is scene.told else None


def _spans(scene: Scene, offset: int) -> Iterator[tuple[int, int]]:
    """The words between two commas, then those before them in the clause, back to its beginning; the clause, the sentence."""
    clause = start, _end = clause_of(scene, offset)
    span = segment_of(scene, offset)
    yield span
    while span[0] > start:
        span = segment_of(scene, span[0] - 1)[0], span[0]
        yield span
    yield clause
    yield sentence_of(scene, offset)


def played_between(scene: Scene, offset: int) -> list[Match]:
    """The matches of the last days that the words may speak of: between teams named together, or one of them and others there."""
    for span in (segment_of(scene, offset), clause_of(scene, offset), sentence_of(scene, offset)):
        named = {mention.target for mention in within(scene, span, TEAM)} | towns_in(scene, span)
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


def towns_in(scene: Scene, span: tuple[int, int]) -> set[Ref]:
    """The teams that the towns named there may stand for: "passa 2-0 a Venezia"."""
    return {team for place, team in scene.towns.items() if span[0] <= scene.words[place].start < span[1]}


def _recent(scene: Scene) -> list[Match]:
    """The matches of the last days between teams of the text; of the same two only the last one."""
    last = {match.sides: match for match in scene.near_matches if is_past(scene, match) and match.day >= scene.day - BEFORE}
    return sorted(last.values(), key=lambda match: match.kickoff)


def _partners(scene: Scene, span: tuple[int, int]) -> set[Ref]:
    """Who besides the teams named in the words has a part in them: teams of its sentence, of its people, of the main match."""
    sentence = sentence_of(scene, span[0])
    teams = {mention.target for mention in within(scene, sentence, TEAM)}
    people = {team for mention in within(scene, sentence, PERSON) for team, _role in scene.teams_of(mention.target)}
    before = [mention.target for mention in scene.of_kind(TEAM) if mention.start < sentence[0]]
    return teams | people | set(before[-1:]) or (set(scene.main.sides) if scene.main else set())


def segment_of(scene: Scene, offset: int) -> tuple[int, int]:
    """Where the words between two commas, or two conjunctions, begin and end."""
    start, end = clause_of(scene, offset)
    breaks = scene.memo.get(("breaks", start))
    if breaks is None:
        breaks = scene.memo["breaks", start] = [found.start() for found in _BREAK.finditer(scene.text, start, end)]
    return max([place for place in breaks if place <= offset], default=start), min(
        [place for place in breaks if place > offset], default=end
    )


_BREAK = re.compile(r",| and | e | ed | then | while | mentre | poi | but | ma | only for ")
