"""Goals that a text counts: of somebody in a match or a season, with his assists, and of a team, scored and conceded."""

import re
from collections.abc import Callable, Iterator

from articles.reading.claims import places
from articles.reading.claims.figures import at_numbers
from articles.reading.claims.moments import competitions_of, lines, moments, played
from articles.reading.claims.shapes import RIGHT, UNKNOWN, WRONG, Because, Claim, Place, because
from articles.reading.claims.wording import with_number
from articles.reading.facts import COMPETITION, PERSON, TEAM, Event, Ref
from articles.reading.fixtures import is_past
from articles.reading.numbers import CARDINAL, ORDINAL, number_of
from articles.reading.scene import Mention, Scene
from articles.reading.setting import FOOTBALL
from articles.reading.vocabulary import any_of

# More goals than that nobody scores in a league season: they are a team's, or a career's.
_MOST = 45
_SCORED = ("goal", "penalty_goal")
_LEAGUE = r"(?:league |premier league |serie a |champions league )?"
_TALLY = re.compile(
    rf"\b(?P<number>{CARDINAL})(?P<what> {_LEAGUE}(?:gol|goals?|reti|centri|sigilli)\b)"
    rf"|\b(?P<nth>{ORDINAL})(?P<goal> {_LEAGUE}(?:gol|goal|centro|rete|sigillo)\b)",
    re.IGNORECASE,
)
_INVOLVED = re.compile(rf"\b(?P<number>{CARDINAL}) (?:goal involvements|gol e assist|goals and assists)", re.IGNORECASE)
_ASSISTS = re.compile(rf"\b(?P<number>{CARDINAL}) (?P<what>assists?)\b", re.IGNORECASE)
_SEASON = any_of(
    r"""
    campionato league_goals? questa_champions questo_campionato this_season torneo stagione stagional\w+ in_serie_a in_premier
    (?:of_the|league)_(?:season|campaign) in_champions sua_champions premier_league_goals? league_phase
    """
)
_RACE = any_of(r"capocannonier\w+ golden_boot classifica_marcatori re_dei_bomber top_scorer leading_scorer")
_BARE = re.compile(
    r"\b(?:secondo|terzo|appaiati|fermo|ended|finished|managed|quota)(?: on| with| a)? (\d{1,2}|nove|otto|sette"
    r"|dieci|undici|dodici)\b"
)
# A number of the season, told of somebody: "Isak has 20 in the league", "which takes Kean to 15 for the season".
_HAS = re.compile(
    r"(?:,? who)? (?:now |already |still )?(?:has|is on|has \w+|to|up to|stands on) (?P<n>\d{1,2})"
    r"(?= (?:in the league|for the (?:league )?(?:season|campaign)|in (?:this|the) (?:league|season)|this season|league)\b)"
    r"(?! (?:\w+ ){0,3}(?:appearances|games|assists|caps|starts|points|yellow))"
)
_ARE = re.compile(
    rf"\b(?:gol|rete|centro|goal) (?:numero|number) (\d{{1,2}})\b(?! (?:in carriera|career))"
    rf"|\b(?:gol|reti|centri|goals)\b[^.;:,]{{0,28}}"
    rf" (?:sono|salgono a|diventano|sono già|sono ora|now number) ({CARDINAL})\b(?! (?:in|nelle) )",
    re.IGNORECASE,
)
_OF_GOALS = any_of(
    r"rete gol goal centro marcator\w+ capocannonier\w+ doppiett\w+ triplett\w+ bomber centri gol reti goals golden_boot"
)
_CAREER = any_of(
    r"""
    carriera career storia history di_sempre all-time ever attività gare partite presenze matches appearances games nazionale
    international club(?:'s)? clean coppe all_competitions tutte_le_competizioni in_\d+ last ultim\w+ primo first european
    subiti incassati conceded
    """
)
_FOR = re.compile(
    rf"\b(?P<number>{CARDINAL}) (?:gol|reti) (?:fatti|segnat[ie]|realizzat[ie]|\w+$|\w+(?=[.:,;)]))"
    r"|\bscored (?P<scored>\d{2})\b"
    rf"|\b(?:ha|hanno) (?:segnato|realizzato|fatto) (?:già |finora )?(?P<fatti>{CARDINAL}) (?:gol|reti)\b"
)
_AGAINST = re.compile(
    rf"\b(?P<number>{CARDINAL}) (?:gol|reti) (?:subit[ie]|incassat[ie]|al passivo)|\bconceded (?P<conceded>\d{{2}})\b"
    rf"|\b(?:ha|hanno) (?:subito|incassato) (?:già |finora |appena |solo )?(?P<presi>{CARDINAL}) (?:gol|reti)\b",
    re.IGNORECASE,
)
_SEVERAL = {
    "twice": 2,
    "two goals": 2,
    "three goals": 3,
    "four goals": 4,
    "due gol": 2,
    "due reti": 2,
    "tre gol": 3,
    "tre reti": 3,
}
_SEVERAL |= {"doppiett": 2, "brace": 2, "double": 2, "triplett": 3, "hat-trick": 3, "treble": 3, "poker": 4}
_ANOTHER = any_of(
    r"""
    andata ritorno scors\w+ ultim\w+ last previous prim[oa] first stagion\w+ season campionato league coppa cup quota
    second[oa]?(?![-_]half)
    terz[oa] third carriera career quasi almost nearly sfior\w+ cerca seek\w* looking
    """
)
Counted = Callable[[Event, Ref], bool]
_BRACE = re.compile(
    r"\b(doppiett|triplett|poker|hat-trick|brace|twice|(?:two|three|four) goals|(?:due|tre) (?:gol|reti))[ae]?\b"
    r"(?! (?:mancat|sfiorat|in (?:\w+ )?(?:games|matches|partite)|for the season|this season|in campionato|stagional))",
    re.IGNORECASE,
)


def claimed_tallies(scene: Scene) -> Iterator[Claim]:
    if scene.setting.sport != FOOTBALL:
        return
    for pattern, counted in ((_TALLY, _is_goal), (_INVOLVED, _is_involved), (_ASSISTS, _is_assist)):
        for found in at_numbers(scene, pattern):
            group = "number" if found["number"] else "nth"
            value = number_of(found[group])
            if value is not None and value >= 4:
                claim = _tally(scene, found.start(group), found.end(), value, counted)
                if claim is not None:
                    yield claim


def claimed_bare_tallies(scene: Scene) -> Iterator[Claim]:
    """A number that only the sentence says are goals: "doppietta e quota nove", "Haaland managed 22", "Lookman a dodici"."""
    if scene.setting.sport != FOOTBALL:
        return
    for mention in scene.of_kind(PERSON):
        found = re.compile(rf" a ({CARDINAL})(?=[,.;:)])").match(scene.text, mention.end)
        if found:
            yield from _bare(scene, found)
        if (has := _HAS.match(scene.text, mention.end)) and places.is_player(scene, mention):
            claim = _tally(scene, *has.span("n"), int(has["n"]), _is_goal)
            yield from [claim] if claim else []
    for found in (*_BARE.finditer(scene.text), *_ARE.finditer(scene.text)):
        yield from _bare(scene, found)


def _bare(scene: Scene, found: re.Match) -> Iterator[Claim]:
    group = found.lastindex
    value = number_of(found[group])
    sentence = scene.text[slice(*places.sentence_of(scene, found.start()))]
    if value and _OF_GOALS.search(sentence) and not re.search(r"\b(?:punti|points)\b", sentence):
        claim = _tally(scene, found.start(group), found.end(group), value, _is_goal)
        if claim is not None:
            yield claim


def _is_goal(event: Event, person: Ref) -> bool:
    return event.person == person and event.kind in _SCORED


def _is_assist(event: Event, person: Ref) -> bool:
    return event.assist == person


def _is_involved(event: Event, person: Ref) -> bool:
    return _is_goal(event, person) or _is_assist(event, person)


def _tally(scene: Scene, start: int, end: int, value: int, counted: Counted) -> Claim | None:
    """Somebody's goals of the season in one competition: only where the words say so, and all its goals are known."""
    first, last = places.sentence_of(scene, start)
    beside = scene.text[max(first, start - 60) : min(last, end + 20)]
    of_season = (
        _BARE.search(beside)
        or _SEASON.search(scene.text[first:last])
        or _RACE.search(scene.text[: scene.lead_ends] + scene.text[first:last])
    )
    if not of_season or _CAREER.search(beside) or value > _MOST or _is_a_teams(scene, end):
        return None
    likely, others = places.people_before(scene, start)
    people = list(dict.fromkeys([*(likely or [*_named_before(scene, first), *_told_of(scene)]), *others]))
    wanted = list(dict.fromkeys(mention.target for mention in places.within(scene, (first, last), COMPETITION)))
    counts = {person: _goals(scene, person, wanted, counted) for person in people}
    place = Place(scene, start, end)
    right = next((person for person in people if value in counts[person]), None)
    if right is not None:
        return place.says("tally", value, RIGHT, correct=value, because=_count(right, value), rests_on=right)
    person = next((person for person in people if counts[person]), None)
    if person is None:
        return None
    number = counts[person][0]
    return place.says(
        "tally",
        value,
        WRONG,
        correct=number,
        because=_count(person, number),
        rests_on=person,
        replacement=with_number(place.surface, number),
    )


def _is_a_teams(scene: Scene, end: int) -> bool:
    """Whether the name of a team stands right behind: "78 gol orobici"."""
    behind = (scene.text[end : one.start] for one in scene.of_kind(TEAM) if 0 <= one.start - end < 15)
    return any(not re.search(r"[.,;:!?\n]", between) for between in behind)


def _told_of(scene: Scene) -> list[Ref]:
    """Whose the count may be where nobody is named with it: "per il capitano è il decimo gol"; who the headline names first."""
    main = scene.main
    scorers = {event.person for event in main.events if event.kind in _SCORED} if main and is_past(scene, main) else set()
    named = [one.target for one in scene.of_kind(PERSON) if one.target in scorers]
    return list(dict.fromkeys(named))


def _named_before(scene: Scene, first: int) -> list[Ref]:
    """Whom a description without a name may mean, "the striker ended on 25": the last person of the sentence before."""
    start, _end = places.sentence_of(scene, max(0, first - 2))
    people = [one.target for one in places.within(scene, (start, first), PERSON) if places.is_player(scene, one)]
    return people[-1:]


def _count(person: Ref, number: int) -> Because:
    return because("count", person=person, number=number)


def _goals(scene: Scene, person: Ref, wanted: list[Ref], counted: Counted) -> list[int]:
    """How many at each moment; nothing where the goals of a match of his are not known, or nobody's assists."""
    teams = {spell.team for spell in scene.people[person].spells if spell.role == "player"}
    competitions = wanted or list(dict.fromkeys(one for team in teams for one in competitions_of(scene, team)))
    found = []
    for competition in competitions:
        for moment in moments(scene):
            matches = played(scene, [competition], moment, teams)
            if not matches or not all(match.has_events for match in matches):
                continue
            events = [event for match in matches for event in match.events]
            if counted is _is_goal or any(event.assist for event in events):
                found.append(sum(counted(event, person) for event in events))
    return found


def claimed_braces(scene: Scene) -> Iterator[Claim]:
    """Two or three goals of somebody in the match told of: "la doppietta di Thuram", "Mbappe's hat-trick"."""
    for found in _BRACE.finditer(scene.text) if scene.setting.sport == FOOTBALL else ():
        match = places.match_at(scene, found.start()) or scene.main
        whose = _whose(scene, found)
        person = whose.target if whose else None
        if match is None or person is None or not is_past(scene, match) or not match.has_events:
            continue
        number, scored = _SEVERAL[found[1].lower()], sum(_is_goal(event, person) for event in match.events)
        plays = any(team in match.sides for team, _role in scene.teams_of(person))
        if plays and (scored or number == 1):
            place = Place(scene, min(found.start(), whose.start), max(found.end(), whose.end))
            why = because("goals in the match", person=person, number=scored)
            named = {one.target for one in places.within(scene, places.clause_of(scene, found.start()), TEAM)}
            is_clear = (match is scene.main or bool(match.sides & named)) and not _ANOTHER.search(
                scene.text[slice(*places.clause_of(scene, found.start()))]
            )
            verdict = RIGHT if scored == number else WRONG if is_clear else UNKNOWN
            yield place.says("tally", number, verdict, correct=scored, because=why, rests_on=match)


def _whose(scene: Scene, found: re.Match) -> Mention | None:
    """Right behind with "di", or right before with "’s" or as the subject."""
    for mention in scene.of_kind(PERSON):
        between = scene.text[found.end() : mention.start]
        if 0 < len(between) < 20 and re.fullmatch(r" (?:\w+ )?(?:di|del|by|from|for) (?:\w+ )?", between):
            return mention
        between = scene.text[mention.end : found.start()]
        if 0 < len(between) < 40 and re.fullmatch(
            r"(?:[’']s (?:\w+ )?| (?:(?:[\w-]+ ){0,4}(?:with|con))? ?(?:scor|struck|net|fa|firma|segna|con una"
            r"|with a|hit a|scored a|grabbed a"
            r"|completed (?:a|his))\w* ?(?:[\w-]+ )?| (?:[\w-]+ ){0,4}(?:with|con) )",
            between,
        ):
            return mention
    return None


def claimed_team_goals(scene: Scene) -> Iterator[Claim]:
    """Goals for and against of a season: "78 gol orobici", "19 gol subiti", "have conceded 15"."""
    for pattern, which in ((_FOR, "goals_for"), (_AGAINST, "goals_against")):
        for found in pattern.finditer(scene.text) if scene.setting.sport == FOOTBALL else ():
            group = next(name for name, text in found.groupdict().items() if text)
            value = number_of(found[group])
            if value and value >= 8:
                yield from _team_goals(scene, found.start(group), found.end(), value, which)


def _team_goals(scene: Scene, start: int, end: int, value: int, which: str) -> Iterator[Claim]:
    first, last = places.sentence_of(scene, start)
    beside = scene.text[max(first, start - 60) : min(last, end + 30)]
    named = [mention.target for mention in places.within(scene, (start, end), TEAM)]
    team = named[0] if named else places.team_before(scene, start)
    is_anothers = which == "goals_for" and not named and places.person_before(scene, start) is not None
    if team is None or is_anothers or re.search(r"carriera|career|storia|history|ultim|last|\bin \d", beside):
        return
    known = [getattr(line, which) for line, _table in lines(scene, team, places.competitions_in(scene, start))]
    if not known:
        return
    place, why = Place(scene, start, end), because(which, team=team, number=known[0])
    if value in known:
        yield place.says("tally", value, RIGHT, correct=value, because=why, rests_on=team)
    else:
        replacement = with_number(place.surface, known[0])
        yield place.says("tally", value, WRONG, correct=known[0], because=why, rests_on=team, replacement=replacement)
