"""Next opponents that a text states, against the fixtures after its day."""

import re
from collections.abc import Iterator
from datetime import timedelta

from articles.reading.claims import places
from articles.reading.claims.shapes import RIGHT, UNKNOWN, WRONG, Claim, Place, because
from articles.reading.facts import PERSON, TEAM, Match, Ref
from articles.reading.fixtures import is_past
from articles.reading.scene import Mention, Scene
from articles.reading.setting import FOOTBALL
from articles.reading.vocabulary import any_of

AHEAD = timedelta(days=120)
_NEXT = any_of(
    r"""
    ospiter\w+ ricever\w+ ricev(?:e|ono) ospita(?:no)? affronter\w+ affronta(?:no)? far(?:à|anno)_visita
    attes[aoie]_(?:dal|dall|dalla|dallo)
    sfider\w+ arriver\w+ arriva c.è tocca prossim[oa]_(?:\w+_)?(?:\w+_)?(?:\w+_)?(?:con|contro) sarà_con sarà_in_trasferta_con
    (?:assignment|game|match|fixture|stop)_is(?:_away)?_(?:at|to|against) travels?_to trip_to hosts? faces? visits?
    welcomes? next_up
    """
)
_COMES = re.compile(r"(?:['’]s)? (?:visit|come to|comes to|arrive|arriverà|arriva)\b")
_STRICTLY = any_of(r"prossimo_(?:turno|impegno|esame|avversari\w+) next turno_successivo")
_SURELY = any_of(
    r"""
    ospiter\w+ ricever\w+ ricev(?:e|ono) affronter\w+ far(?:à|anno)_visita andr\w+ attes[aoie] sfider\w+ arriver\w+ c.è arriva
    domenica sabato lunedì martedì mercoledì giovedì venerdì domani next travel(?:s)? visit(?:s)? host(?:s)?
    welcome(?:s)? face(?:s)?
    """
)
SOON = 21
_CUP = any_of(r"coppa cup supercoppa carabao amichevole friendly mondiale")
_LIST = re.compile(r"(?:prossime avversarie|prossimi avversari|next opponents|next four|next three)", re.IGNORECASE)


_POSSESSIVE = frozenset(["del", "dei", "della", "dello", "dell"])


def claimed_opponents(scene: Scene) -> Iterator[Claim]:
    if scene.setting.sport != FOOTBALL:
        return
    for mention in scene.of_kind(TEAM):
        claim = _claim(scene, mention)
        if claim is not None:
            yield claim


def _claim(scene: Scene, mention: Mention) -> Claim | None:
    """That the team is the next opponent of the one whom the sentence speaks of."""
    first, last = places.clause_of(scene, mention.start)
    sentence = places.sentence_of(scene, mention.start)
    clause = scene.text[first:last]
    if (
        scene.is_former(mention)
        or _CUP.search(scene.text[sentence[0] : sentence[1]])
        or not _is_opponent(scene, mention, sentence)
    ):
        return None
    subject = _subject(scene, mention, sentence)
    if subject is None or scene.words[mention.first - 1].folded in _POSSESSIVE:
        return None
    ahead = [match for match in scene.facts.calendar(subject, scene.day, scene.day + AHEAD) if not is_past(scene, match)]
    place = Place(scene, mention.start, mention.end)
    listed = bool(_LIST.search(scene.text[sentence[0] : sentence[1]]))
    chosen = next((match for match in _near(scene, ahead, listed) if match.against(subject) == mention.target), None)
    value = mention.target.key
    if chosen is not None:
        return place.says(
            "next_match",
            value,
            RIGHT,
            correct=value,
            because=because("fixture", day=chosen.day, home=chosen.home, away=chosen.away),
            rests_on=chosen,
        )
    following = _following(scene, ahead, subject)
    if following is None or _may_be_later(scene, mention, subject, ahead, clause):
        return place.says("next_match", value, UNKNOWN) if following else None
    return place.says(
        "next_match",
        value,
        WRONG,
        correct=following.against(subject).key,
        because=because("fixture", day=following.day, home=following.home, away=following.away),
        rests_on=following,
    )


def _is_opponent(scene: Scene, mention: Mention, sentence: tuple[int, int]) -> bool:
    """Whether the words right before the name, or right behind it, make it somebody's next opponent; or it stands in a list."""
    before = scene.text[max(sentence[0], mention.start - 42) : mention.start]
    after = scene.text[mention.end : mention.end + 14]
    cut = max(
        (
            other.end - mention.start + len(before)
            for other in scene.near(mention)
            if other.target.kind == TEAM and other.end <= mention.start
        ),
        default=0,
    )
    before = before[max(cut, 0) :]
    return bool(_NEXT.search(before) or _COMES.match(after) or _LIST.search(scene.text[sentence[0] : sentence[1]]))


def _may_be_later(scene: Scene, mention: Mention, subject: Ref, ahead: list[Match], clause: str) -> bool:
    """Whether the words leave it open when: then a fixture of the next weeks will do."""
    if _STRICTLY.search(clause):
        return any(match.against(subject) == mention.target for match in ahead[:1])
    soon = [match for match in ahead if (match.day - scene.day).days <= SOON]
    is_side = scene.main is not None and subject in scene.main.sides
    return not is_side or any(match.against(subject) == mention.target for match in soon) or not _SURELY.search(clause)


def _near(scene: Scene, ahead: list[Match], listed: bool) -> list[Match]:
    """The fixtures that may be called the next ones: the next of each competition and all of the next two weeks, or a list's."""
    if listed:
        return ahead
    first = {match.competition: match for match in reversed(ahead)}
    return [match for match in ahead if match in first.values() or (match.day - scene.day).days <= 9]


def _following(scene: Scene, ahead: list[Match], subject: Ref) -> Match | None:
    """The next fixture in the competition of the match told of."""
    competition = next((match.competition for match in scene.told if subject in match.sides), None)
    same = [match for match in ahead if match.competition == competition]
    return (same or ahead or [None])[0]


def _subject(scene: Scene, mention: Mention, sentence: tuple[int, int]) -> Ref | None:
    """Whose next opponent: the team before it in the clause or the sentence; else that of the headline, if it plays."""
    before = [(one.start, one.target) for one in places.within(scene, sentence, TEAM) if one.target != mention.target]
    before += [
        (one.start, team)
        for one in places.within(scene, sentence, PERSON)
        for team, _role in scene.teams_of(one.target)
        if team != mention.target
    ]
    before = sorted(pair for pair in before if pair[0] < mention.start)
    if before:
        listed = _LIST.search(scene.text[sentence[0] : sentence[1]])
        return before[0 if listed else -1][1]
    after = [one for one in places.within(scene, sentence, TEAM) if one.start > mention.start and one.target != mention.target]
    if after:
        return None
    told = [
        one.target for one in scene.of_kind(TEAM) if one.start < mention.start and scene.main and one.target in scene.main.sides
    ]
    team = places.team_before(scene, mention.start)
    return team if team and team != mention.target else (told[0] if told and told[0] != mention.target else None)
