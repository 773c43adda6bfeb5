"""Which matches a text tells of: found by who plays whom, the scores and scorers told, and how far away the day is."""

import re
from collections import Counter
from datetime import timedelta

from articles.reading.away import AFTER, BEFORE, LONG_BEFORE, hosted, told_away
from articles.reading.dates import MONTHS
from articles.reading.derbies import told_by_name
from articles.reading.facts import GOALS, PERSON, TEAM, VENUE, Match, Ref
from articles.reading.legs import awaits_second_leg
from articles.reading.outlook import awaited, is_led_with, is_past, leads_to, scores_of
from articles.reading.scene import Mention, Scene
from articles.reading.scores import Score
from articles.reading.setting import FOOTBALL
from articles.reading.vocabulary import any_of
from teams.names import fold

# What a match needs to be the one that a text is about: both sides named and one thing more.
ENOUGH = 2.6
# A text that tells of so many matches is a round-up: it begins with the first of them.
ROUNDUP = 3
_TOLD = any_of(
    r"""
    contro battut\w+ bat(?:te|tere|tuto) vint\w+ vittori\w+ successo sconfitt\w+ pers[oaie] pareggi\w+ ko k\.o\. rimont\w+
    raggiunt\w+ acciuff\w+ ripres[oai] beffat\w+ fermat\w+ bloccat\w+ travol\w+ demoli\w+ schiant\w+ umilia\w+
    espugn\w+ sbanc\w+ stun\w+ shock\w+ frustrated blanked down(?:s|ed) s(?:aw|een)_off humbl\w+ outclass\w+
    interno esterno trasferta eliminat\w+ super(?:ato|ata|ando|a) stes[oa] piega\w* against beat(?:en)? won win victory
    lost loss defeat\w* drew draw thrash\w* hammer\w* thump\w* hold held knock\w* rout\w* went_down crush\w* edg\w+ sank
    sink dopo_l[ao] after
    """
)
_TO_COME = any_of(
    r"""
    prossim\w+ ospiter\w+ ricever\w+ affronter\w+ andr\w+ far\w+_visita voler\w+ attes[aoie] impegnat\w+ sfider\w+
    arriver\w+ torner\w+ next will host(?:s)? travel(?:s)? visit(?:s)? face(?:s)? await(?:s)? before ritorno
    poi_toccher\w+ domani tomorrow
    (?:domenica|sabato|lunedì|martedì|mercoledì|giovedì|venerdì)_(?:c.è|arriv\w+|tocca|ci_sarà)
    (?:potrebbe|dovrebbe|punta_a|vuole|spera_di)(?:_\w+){0,3}_(?:già_)?(?:domenica|sabato|lunedì|martedì|mercoledì|giovedì|venerdì)
    (?:could|should|may|hopes_to|set_to)(?:_\w+){0,4}_on_(?:mon|tues|wednes|thurs|fri|satur|sun)day
    """
)
_BREAK = re.compile(r",| and | e | then | while | mentre | poi ")
FIRST_LEG = any_of(
    r"""
    (?<!è_)(?<!era_)andata(?!_(?:oltre|avanti|via|vicin\w)) reverse_fixture first_leg earlier_this_season
    """
)
MONTH_NUMBERS = {fold(name): number for language in ("it", "en") for number, name in enumerate(MONTHS[language].split(), start=1)}


def tell_matches(scene: Scene) -> None:
    """Set the scene's main match and all that the text tells of, the main one first, the others as they come."""
    scene.near_matches = _candidates(scene)
    if scene.setting.sport != FOOTBALL:
        return
    near = [match for match in scene.near_matches if _both_there(scene, match)]
    away = hosted(scene)
    near += [match for match in away if match not in near]
    scene.receive({match.home for match in away})
    is_preview = leads_to(scene.text[: scene.lead_ends]) or awaits_second_leg(scene.text, scene.day, near)
    next_match = awaited(scene, near)
    is_preview = is_preview or next_match is not None
    told = scores_of(scene.text)
    ranks = ((_rank(scene, match, is_preview, told) + 6.0 * (match is next_match), match) for match in near)
    ranked = sorted(ranks, key=lambda pair: -pair[0])
    if is_preview:
        ranked = _without_first_legs(scene, ranked)
    if _is_tie(ranked):
        near = [match for match in near if match.sides != ranked[0][1].sides]
        ranked = []
    main = ranked[0][1] if ranked and ranked[0][0] >= ENOUGH else None
    scene.tell(main, [main] if main else [])
    others = list(dict.fromkeys(_others(scene, near, told)))
    if main is None or (main in others[:-1] and len(others) >= ROUNDUP and not _is_headlined(scene, main)):
        main = next(iter(others), main)
    scene.tell(main, [main, *(match for match in others if match is not main)] if main else [])


def _without_first_legs(scene: Scene, ranked: list[tuple[float, Match]]) -> list[tuple[float, Match]]:
    """A text that looks ahead to a match is not about the last one between the two, however much it tells of it."""
    to_come = {match.sides for points, match in ranked if points >= ENOUGH and _comes(scene, match, is_preview=True)}
    return [pair for pair in ranked if pair[1].sides not in to_come or _comes(scene, pair[1], is_preview=True)]


def _comes(scene: Scene, match: Match, *, is_preview: bool) -> bool:
    return match.score is None or match.day > scene.day or (match.day == scene.day and is_preview)


def _is_tie(ranked: list[tuple[float, Match]]) -> bool:
    """Whether the same two met twice and nothing says which is meant."""
    return (
        len(ranked) > 1
        and ranked[0][0] >= ENOUGH
        and ranked[0][1].sides == ranked[1][1].sides
        and ranked[0][0] - ranked[1][0] < 0.6
    )


def _candidates(scene: Scene) -> list[Match]:
    present = {team for team, weight in scene.presence().items() if weight >= 1.0} | scene.possible
    since = scene.day - LONG_BEFORE
    if FIRST_LEG.search(scene.text) or _named_months(scene):
        since = scene.day - timedelta(days=300)
    return scene.facts.matches(present, since, scene.day + AFTER) if len(present) > 1 else []


def _both_there(scene: Scene, match: Match) -> bool:
    """At least one side is named, as what it is now; the other at least by its people."""
    named = {mention.target for mention in scene.of_kind(TEAM) if not scene.is_former(mention)}
    present = {team for team, weight in scene.presence().items() if weight >= 1.0}
    return bool(match.sides & named) and match.sides <= present


def _rank(scene: Scene, match: Match, is_preview: bool, told: list[Score]) -> float:
    """How much speaks for the match being the one that the text is about."""
    sides = [_side(scene, side) for side in match.sides]
    points = sum(sides) + _together(scene, match) + (2.0 if is_preview else 1.0) * (min(sides) >= 2.0)
    days = (match.day - scene.day).days
    if days < -BEFORE.days or days > AFTER.days:
        return 0.0
    if any(mention.target == match.venue for mention in scene.of_kind(VENUE)):
        points += 0.8
    points += 2.0 * is_led_with(scene, match)
    if _comes(scene, match, is_preview=is_preview):
        return points + (1.5 if is_preview else -1.5) + _to_come(scene, match) - 0.35 * days
    return points + 0.25 * days + _played(scene, match, is_preview, told)


def _played(scene: Scene, match: Match, is_preview: bool, told: list[Score]) -> float:
    """What speaks for a match that is over: its scorers and players named, its score told."""
    named = {mention.target for mention in scene.of_kind(PERSON)}
    scorers = Counter(event.person for event in match.events if event.kind in GOALS and event.person in named)
    fitting = [score for score in told if score.fits(match.score)]
    points = min(2.4, 0.8 * len(scorers)) + min(1.0, 0.15 * len(match.took_part & named))
    if told and told[0].start < scene.headline_ends and told[0].fits(match.score):
        points += 1.0
    if any(count > 1 and _in_headline(scene, person) for person, count in scorers.items()):
        points += 1.0
    if is_preview and not fitting:
        points -= 1.0
    if not scorers and not fitting:
        points -= 0.8
    return points + 2.0 * bool(fitting) + 1.5 * any(score.start < scene.lead_ends for score in fitting)


def _is_headlined(scene: Scene, match: Match) -> bool:
    """Whether the headline names a side of the match or somebody of one."""
    named = [mention for mention in scene.in_order() if mention.start < scene.headline_ends]
    return match.venue in {mention.target for mention in named} or bool(match.sides & _there(scene, named))


def _in_headline(scene: Scene, person: Ref) -> bool:
    return any(mention.target == person and mention.start < scene.headline_ends for mention in scene.of_kind(PERSON))


def _to_come(scene: Scene, match: Match) -> float:
    """Whether a sentence with both sides says that they will meet."""
    for mention in scene.of_kind(TEAM):
        if mention.target in match.sides and match.against(mention.target) in _there(scene, scene.near(mention, 15)):
            start, end = _clause(scene, mention)
            if _TO_COME.search(scene.text[start:end]):
                return 1.0
    return 0.0


def _there(scene: Scene, mentions: list[Mention]) -> set[Ref]:
    """The teams that are named or whose people are."""
    people = [one for one in mentions if one.target.kind == PERSON]
    return {one.target for one in mentions} | {team for one in people for team, _ in scene.teams_of(one.target)}


def _side(scene: Scene, team: Ref) -> float:
    """What the places say where a team is named: in the headline, the first sentences, or only through its people."""
    places = [mention.start for mention in scene.of_kind(TEAM) if mention.target == team and not scene.is_former(mention)]
    if places:
        return (
            1.0
            + 1.0 * (places[0] < scene.headline_ends)
            + 0.5 * any(scene.headline_ends <= place < scene.lead_ends for place in places)
        )
    people = [m.start for m in scene.of_kind(PERSON) if any(where == team for where, _ in scene.teams_of(m.target))]
    by_people = (0.4 + 0.5 * (people[0] < scene.lead_ends)) if people else 0.0
    return max(by_people, 1.0 * (team in scene.hosts))


def _together(scene: Scene, match: Match) -> float:
    """Whether the two sides stand in one sentence, or tied by a hyphen: Inter-Napoli."""
    mentions = scene.of_kind(TEAM)
    best = 0.0
    for one in mentions:
        for other in scene.near(one, 15) if one.target in match.sides else ():
            if other.target in match.sides and other.target != one.target:
                between = scene.text[one.end : other.start]
                best = max(best, 1.5 if between.strip() in ("-", "–", "v", "vs", "contro") else 0.8)
    return best


def _others(scene: Scene, near: list[Match], told: list[Score]) -> list[Match]:
    """The matches told of sentence by sentence: an opponent with a score or a word for a result, and who met him."""
    found = []
    for mention in scene.of_kind(TEAM):
        if not scene.is_former(mention):
            match = _told_beside(scene, mention, near, told)
            if match is not None:
                found.append(match)
    found += _first_leg(scene, near, told)
    return found + told_away(scene, told) + told_by_name(scene, told)


def _told_beside(scene: Scene, mention: Mention, near: list[Match], told: list[Score]) -> Match | None:
    """The match against this team that the words around its name tell of."""
    start, end = _clause(scene, mention)
    clause = scene.text[start:end]
    beside = [score for score in told if start <= score.start < end]
    tied = [other for other in scene.near(mention, 3) if other.target.kind == TEAM and _is_tied(scene, mention, other)]
    if not beside and not tied and _TO_COME.search(clause):
        return None
    if not beside and not tied and not _TOLD.search(clause):
        return _just_played(scene, mention, near)
    months = {MONTH_NUMBERS[word] for word in re.findall(r"\w+", clause.lower()) if word in MONTH_NUMBERS}
    for partners in _partners(scene, mention, tied):
        played = [
            match
            for match in near
            if mention.target in match.sides and match.against(mention.target) in partners and is_past(scene, match)
        ]
        left = [
            score
            for score in beside
            if any(score.fits(match.score) for match in played) or not _is_anothers(scene, score, mention, near)
        ]
        if beside and not left and not tied:
            return None
        surely = _is_sure(scene, mention, partners, left)
        chosen = _which(scene, played, left, months, bool(FIRST_LEG.search(clause)), surely)
        if chosen is not None:
            return chosen
    return None


def _is_anothers(scene: Scene, score: Score, mention: Mention, near: list[Match]) -> bool:
    """Whether another match of the last days, told of in the same sentence, accounts for the score."""
    named = {other.target for other in scene.near(mention, 60)}
    return any(
        score.fits(match.score) and match.sides <= named and mention.target not in match.sides
        for match in near
        if is_past(scene, match) and (scene.day - match.day).days <= 3
    )


def _is_sure(scene: Scene, mention: Mention, partners: set[Ref], left: list[Score]) -> bool:
    """Whether a score is told with this team and one partner between two commas, so that it is theirs even if it is wrong."""
    start, end = _clause(scene, mention)
    parts = [found.start() for found in _BREAK.finditer(scene.text, start, end)]
    first = max((place for place in parts if place <= mention.start), default=start)
    last = min((place for place in parts if place > mention.start), default=end)
    named = {other.target for other in scene.of_kind(TEAM) if first <= other.start < last} - {mention.target}
    is_theirs = len(named & partners) == 1 == len(named) or (not named and len(partners) <= 2)
    has_score = any(first <= score.start < last for score in left)
    return has_score and is_theirs and bool(_TOLD.search(scene.text[first:last]))


def _first_leg(scene: Scene, near: list[Match], told: list[Score]) -> list[Match]:
    """The earlier match between the two of the main one, where the text speaks of it: with the score beside the word, if any."""
    found = FIRST_LEG.search(scene.text)
    if found is None or scene.main is None:
        return []
    beside = [score for score in told if -30 < score.start - found.end() < 30 or -30 < score.end - found.start() < 30]
    earlier = [
        match for match in near if match.sides == scene.main.sides and match.day < scene.main.day and is_past(scene, match)
    ]
    fitting = [match for match in earlier if any(score.fits(match.score) for score in beside)]
    return (fitting or ([] if beside else earlier))[-1:]


def _just_played(scene: Scene, mention: Mention, near: list[Match]) -> Match | None:
    """The match of the last days between this team and one named before it: in its clause, or with a scorer in its sentence."""
    clause = scene.words[mention.first].clause
    before = [m for m in scene.near(mention, 40) if m.target.kind == TEAM and m.first < mention.first]
    others = {m.target for m in before}
    beside = {m.target for m in before if scene.words[m.first].clause == clause and mention.first - m.last <= 12}
    people = {m.target for m in scene.near(mention, 40) if m.target.kind == PERSON}
    for match in reversed(near):
        if mention.target in match.sides and is_past(scene, match) and (scene.day - match.day).days <= 3:
            other = match.against(mention.target)
            if other in beside or (other in others and people & {event.person for event in match.events}):
                return match
    return None


def _which(
    scene: Scene, played: list[Match], beside: list[Score], months: set[int], first_leg: bool, surely: bool
) -> Match | None:
    """Of the matches between two: the one with the score told, in the month told; else the latest, if it is not long ago."""
    fitting = [match for match in played if any(score.fits(match.score) for score in beside)]
    if months or first_leg:
        dated = [match for match in played if match.day.month in months or (first_leg and (scene.day - match.day).days > 30)]
        dated = [match for match in dated if match in fitting] if beside else dated
        return dated[-1] if dated else None
    recent = [match for match in fitting or played if scene.day - match.day <= (LONG_BEFORE if fitting else BEFORE)]
    if beside and not fitting and recent and recent[-1] is not scene.main and not surely:
        return None
    return recent[-1] if recent else None


def _partners(scene: Scene, mention: Mention, tied: list[Mention]) -> list[set[Ref]]:
    """Who may have met this team, the likeliest first: tied to its name, in its sentence, its people there, spoken of before."""
    beside = scene.near(mention, 40)
    teams = {other.target for other in beside if other.target.kind == TEAM and not scene.is_former(other)} - {mention.target}
    people = {team for other in beside if other.target.kind == PERSON for team, _ in scene.teams_of(other.target)} - {
        mention.target
    }
    before = [other for other in scene.of_kind(TEAM) if other.first < mention.first and other.target != mention.target]
    last = {before[-1].target} if before else set()
    if tied:
        return [{other.target for other in tied}]
    return [teams, people, last | (set(scene.main.sides) if scene.main else set())]


def _is_tied(scene: Scene, one: Mention, other: Mention) -> bool:
    first, second = sorted((one, other), key=lambda mention: mention.start)
    return scene.text[first.end : second.start].strip() in ("-", "–", "v", "vs", "vs.")


def _clause(scene: Scene, mention: Mention) -> tuple[int, int]:
    """Where the clause with the name begins and ends."""
    clause = scene.words[mention.first].clause
    first = last = mention.first
    while first > 0 and scene.words[first - 1].clause == clause and mention.first - first < 14:
        first -= 1
    while last + 1 < len(scene.words) and scene.words[last + 1].clause == clause and last - mention.last < 14:
        last += 1
    return scene.words[first].start, scene.words[last].end


def _named_months(scene: Scene) -> bool:
    return any(word.folded in MONTH_NUMBERS and word.folded not in ("may", "march") for word in scene.words)
