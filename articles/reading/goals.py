"""Which events of a match a text tells of: goals, own goals, missed penalties, dismissals by the people it names."""

import re
from itertools import pairwise

from articles.reading.facts import DISMISSALS, GOALS, MISSES, PERSON, Event, Match
from articles.reading.fixtures import is_past
from articles.reading.scene import Mention, Scene
from articles.reading.scores import scores
from articles.reading.vocabulary import any_of

_SCORED = frozenset({"goal", "penalty_goal"})
_GOAL = any_of(
    r"""
    gol goal ret[ei] segn\w+ firm\w+ sblocc\w+ doppiett\w+ triplett\w+ raddopp\w+ pareggi\w+ marcat\w+ a_segno timbr\w+
    trasform\w+ infil\w+ batt\w+ insacc\w+ incorn\w+ rigore dischetto vantaggio tris poker bis apr\w+ chiud\w+
    accorci\w+ decid\w+ decis\w+ ribadi\w+ depos\w+ spedi\w+ centr(?:o|i|a|ato|ano|ò) sigill\w+ riaccend\w+ rimett\w+ passa
    colpi\w+ buca bucato trafig\w+ trafitt\w+ fulmin\w+ gonfia\w* sigl\w+ castig\w+ fredda\w* ribalt\w+ svett\w+ stacc\w+
    cal(?:a|are|ato)_il pari magia prodezza gioiello eurogol perla replica illud\w+ realizz\w+ beffa\w*
    a_bersaglio esult\w+ stoccata diagonale inzuccata incornata capocciata zuccata scaravent\w+ mette_(?:dentro|in_rete)
    porta_(?:avanti|in_vantaggio) riacciuff\w+ agguant\w+
    stend\w+ zampata tap-in gel[ao]\w* equilibrio finisce_alle_spalle goals? scor\w+ nett\w+
    strik(?!ers?\b)\w* struck equali[sz]\w+ winner opener brace hat-trick treble
    head(?!_coach)\w* nod\w* tapp\w+ convert\w+ spot penalty
    level\w* lead ahead front fir\w+ curl\w+ finish\w* found bent made_it completed restored open atoned profited
    pounc\w+ slot\w+ volley\w* swept drill\w+ put add\w+ doubl\w+ punish\w+ glanc\w+ stab\w+ bundl\w+ lash\w+ broke
    got_(?:one|two|three|both|a|the|his) bagged grabbed notched steered guided dinked chipped lobbed side-footed slammed crashed
    blasted prodded buried scrambled
    turned poked rifled smash\w+ sealed won_it pulled rescu\w+ corner net
    """
)
_OWN = any_of(
    r"""
    autogol autorete autoreti propri[oa]_(?:portiere|porta|rete) own[-_]goal own_net nella_porta_sbagliata into_his_own
    """
)
_OFF = any_of(
    r"""
    espuls\w* espell\w+ rosso cartellino_rosso secondo_giallo doppio_giallo doppia_ammonizione in_dieci sent_off
    red_card red dismiss\w* second_(?:yellow|booking) ten_men off
    """
)
TALLY = any_of(
    r"""
    capocannonier\w+ classifica_marcatori golden_boot in_carriera career_goals appaiat\w+ metà_dei
    (?:\d{1,3}|quattro|cinque|sei|sette|otto|nove|dieci|four|five|six|seven|eight|nine|ten)_(?:\w+_)?(?:gol|reti|centri|goals)
    """
)
_MINUTE = re.compile(r"\d['’′]|\bminut|\d-minute|\d(?:st|nd|rd|th)[- ]minute|\d-\d|ripresa|recupero|stoppage", re.IGNORECASE)
_NO_GOAL = any_of(
    r"""
    rigore_sbagliato sbaglia\w*_(?:un_|il_)?rigore missed_(?:a_|the_|his_)?penalty penalty_miss
    """
)
_SEVERAL = any_of(
    r"""
    doppiett\w+ triplett\w+ poker bis due_(?:gol|reti) brace hat-trick treble twice two_goals doubl\w+ double
    goals_(?:on|in|either|before|after)
    """
)
_OPENER = any_of(
    r"""
    sblocc\w+ apr\w+ primo_gol opener opened first_goal
    """
)
_ADDED_TIME = any_of(r"recupero stoppage[- ]time injury[- ]time added_time")
_MINUTES = re.compile(r"\b(\d{1,3})(?=['’′]|(?:st|nd|rd|th)?[- ]minute)|(?<=\bal )\d{1,2}\b")
_MISS = any_of(
    r"""
    sbagli\w* fall\w+ par\w+ respin\w+ error\w* spreca\w* miss\w* sav\w+ spurned kept_out denied push\w+(?:_\w+)?_away
    turn\w+(?:_\w+)?_(?:away|aside|behind|over) beaten_away guess\w+_right traversa palo post bar
    """
)


def events_told(scene: Scene) -> list[tuple[Match, Event]]:
    """The events, match by match, each in the order of the match."""
    found = []
    for match in scene.told:
        if is_past(scene, match):
            told = [event for event in match.events if _is_told(scene, match, event)]
            found += [(match, event) for event in told if _is_meant(scene, match, event, told)]
    return found


# What may stand between two who are named for the same: "Lautaro al 45' e Carlos Augusto", "Lautaro, 67' Carlos Augusto".
_JOINED = re.compile(
    r"^(?:[\s,;()\d'’+–-]|\b(?:al|alla|nel|e|ed|and|poi|then|con|with|minuto|minute|in|on|the|at|il|su|rigore)\b)*$"
)
# Behind a match told in passing: ha vinto a Cagliari con Zaniolo, won at Leicester through Garnacho.
_THANKS_TO = re.compile(
    r"(?:\b(?:con|grazie a|grazie al|through|thanks to|courtesy of) (?:un gol di |il gol di )?)\Z", re.IGNORECASE
)
_NAMES_AND_MINUTES = re.compile(r"[\s,;()\d'’+–-]|\b(?:e|and|pen|rig|og|aut|pt|st|due|two)\b\.?")
_NAMED_FOR = re.compile(r"^ ?(?:\w+ )?(?:di|del|da|by|from|of|for|through) (?:\w+ )?$|^: ?$")


def is_named_with_words(scene: Scene, mention: Mention, match: Match, event: Event) -> bool:
    """Whether a word for it belongs to this name, or to a list of names that this one stands in."""
    sentence = scene.words[mention.first].sentence
    people = [one for one in scene.in_sentence(mention.first) if one.target.kind == PERSON]
    doers = {one.person for one in match.events if pattern_of(one) is pattern_of(event)}
    words = [word for word in scene.words if word.sentence == sentence]
    for hit in pattern_of(event).finditer(scene.text, words[0].start, words[-1].end):
        bearer = _bearer(scene, hit, people)
        first, last = sorted((people.index(bearer), people.index(mention)))
        chain = people[first : last + 1]
        gaps = [scene.text[one.end : other.start] for one, other in pairwise(chain)]
        if all(one.target in doers for one in chain) and all(_JOINED.match(gap) for gap in gaps):
            return True
    return False


def _bearer(scene: Scene, hit: re.Match, people: list[Mention]) -> Mention:
    """Whose the word is: his whom "gol di" leads to, else the nearest."""
    following = next((one for one in people if one.start >= hit.end()), None)
    if following is not None and _NAMED_FOR.match(scene.text[hit.end() : following.start]):
        return following
    return min(people, key=lambda one: min(abs(one.start - hit.end()), abs(hit.start() - one.end)))


def _is_meant(scene: Scene, match: Match, event: Event, told: list[Event]) -> bool:
    """Of several goals of one scorer: all if the text says so or speaks of him twice, else the one that it tells apart."""
    goals = [other for other in told if other.person == event.person and other.kind in ("goal", "penalty_goal")]
    if event not in goals or len(goals) == 1:
        return True
    sentences = {
        scene.words[m.first].sentence: passage_around(scene, m, 60) for m in scene.of_kind(PERSON) if m.target == event.person
    }
    speaking = [passage for passage in sentences.values() if _GOAL.search(passage)]
    if _SEVERAL.search(scene.text) or len(speaking) != 1 or len(_MINUTES.findall(speaking[0])) > 1:
        return True
    first_of_match = next(other for other in match.events if other.kind in GOALS)
    told_apart = [other for other in goals if str(other.clock) in _MINUTES.findall(speaking[0])]
    if not told_apart and _OPENER.search(speaking[0]):
        told_apart = [other for other in goals if other is first_of_match]
    if not told_apart:
        reached = [score for score in scores(speaking[0]) if match.score is None or not score.fits(match.score)]
        told_apart = [other for other in goals if any(score.fits(_score_after(match, other)) for score in reached)]
    if len(told_apart) != 1 and _ADDED_TIME.search(speaking[0]):
        told_apart = [other for other in goals if other.stoppage] or told_apart
    return event in told_apart if told_apart else True


def _score_after(match: Match, event: Event) -> tuple[int, int]:
    """What the score was with that goal: per il momentaneo 2-0."""
    goals = sorted((other for other in match.events if other.kind in GOALS), key=lambda other: (other.minute, other.stoppage))
    until = goals[: goals.index(event) + 1]
    home = sum(other.team == match.home for other in until)
    return home, len(until) - home


def _is_told(scene: Scene, match: Match, event: Event) -> bool:
    """Whether a sentence that names who did it speaks of such a thing, and of this match."""
    for mention in scene.of_kind(PERSON):
        if mention.target == event.person and _is_first_leg(scene, match):
            if is_named_with_words(scene, mention, match, event):
                return True
        elif mention.target == event.person and is_about(scene, mention, match):
            passage = passage_around(scene, mention, 60 if event.kind in GOALS | MISSES and match is scene.main else 9)
            if event.kind in _SCORED and (
                _stands_with_minute(scene, mention, event) or _is_named_for_it(scene, mention, match, passage)
            ):
                return True
            if speaks_of(event, passage):
                return True
    return False


def _stands_with_minute(scene: Scene, mention: Mention, event: Event) -> bool:
    """Whether the minute of his goal stands right beside his name: basta Soulé al 22'."""
    words = scene.words
    last = min(mention.last + 4, len(words) - 1)
    beside = scene.text[words[max(mention.first - 4, 0)].start : words[last].end + 1]
    return str(event.clock) in _MINUTES.findall(beside)


def _is_first_leg(scene: Scene, match: Match) -> bool:
    """Whether it is the earlier match between two who are about to meet again: what they did before was there."""
    main = scene.main
    return main is not None and match is not main and match.sides == main.sides and not is_past(scene, main)


def _is_named_for_it(scene: Scene, mention: Mention, match: Match, passage: str) -> bool:
    """Whether scorers are named for their goals here: in a report, or right with the score of a match told in passing."""
    thanked = bool(_THANKS_TO.search(scene.text[max(mention.start - 30, 0) : mention.start]))
    if thanked and scene.words[mention.first].sentence in scene.told_in.get(match.ref, ()):
        return True
    if match is scene.main:
        return _is_report(scene, match) and not TALLY.search(passage)
    sentence = passage_around(scene, mention, 60)
    if _is_in_list_of_scorers(scene, mention, match) or thanked:
        return True
    named = {other.target for other in scene.near(mention, 60)}
    both = named >= match.sides or (match.venue in named and match.away in named)
    return both and match.score is not None and any(score.fits(match.score) for score in scores(sentence))


def _is_in_list_of_scorers(scene: Scene, mention: Mention, match: Match) -> bool:
    """Whether the name stands in brackets with none but scorers of the match: Leicester-Wolves 0-3 (Guedes, Cunha)."""
    start, end = scene.text.rfind("(", 0, mention.start), scene.text.find(")", mention.end)
    if start < 0 or end < 0 or re.search(r"[).]", scene.text[start : mention.start]) or "(" in scene.text[mention.end : end]:
        return False
    people = [one for one in scene.in_sentence(mention.first) if one.target.kind == PERSON and start < one.start < end]
    scorers = {event.person for event in match.events if event.kind in GOALS}
    between = _NAMES_AND_MINUTES.sub("", "".join(scene.text[one.end : other.start] for one, other in pairwise(people)))
    return not between and all(one.target in scorers for one in people)


def speaks_of(event: Event, passage: str) -> bool:
    if event.kind in GOALS and (_NO_GOAL.search(passage) or (TALLY.search(passage) and not _MINUTE.search(passage))):
        return False
    return bool(pattern_of(event).search(passage))


def _is_report(scene: Scene, match: Match) -> bool:
    """Whether the text tells the match goal by goal: then who scored is named for that."""
    lead = scene.text[: scene.lead_ends]
    scorers = {event.person for event in match.events if event.kind in GOALS}
    named = scorers & {mention.target for mention in scene.of_kind(PERSON)}
    is_told = any(score.fits(match.score) for score in scores(lead)) or (len(named) > 1 and len(named) * 2 > len(scorers))
    return match is scene.main and is_told


def pattern_of(event: Event) -> re.Pattern:
    if event.kind == "own_goal":
        return _OWN
    return _OFF if event.kind in DISMISSALS else _MISS if event.kind in MISSES else _GOAL


def is_about(scene: Scene, mention: Mention, match: Match) -> bool:
    """Of the main match anything may be told anywhere; another one has to be spoken of in the same sentence."""
    if match is scene.main:
        return True
    sentence = scene.words[mention.first].sentence
    if sentence in scene.told_in.get(match.ref, ()):
        return True
    if any(one.sides == match.sides and sentence in scene.told_in.get(one.ref, ()) for one in scene.told):
        return False
    named = {other.target for other in scene.in_order() if scene.words[other.first].sentence == sentence}
    return bool(named & {*match.sides, match.venue})


def passage_around(scene: Scene, mention: Mention, reach: int) -> str:
    """The words of its sentence around a name."""
    first = last = mention.first
    sentence = scene.words[mention.first].sentence
    while first > 0 and scene.words[first - 1].sentence == sentence and mention.first - first < reach:
        first -= 1
    while last + 1 < len(scene.words) and scene.words[last + 1].sentence == sentence and last - mention.last < reach:
        last += 1
    return scene.text[scene.words[first].start : scene.words[last].end]
