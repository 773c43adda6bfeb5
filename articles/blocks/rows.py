"""Loads what blocks show: for each kind all of them at once, in the queries that stand beside it, and none for no blocks.

A block whose row is gone, or is not for whoever asks, has no entry. Under an embargo the rows themselves know nothing of it.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable
from datetime import date

from django.db.models import Count, Q

from articles.models import Correction, Image
from articles.text import Block
from articles.text.embeds import embed
from teams import clock, tables
from teams.models import Absorbed, Appearance, Match, MatchEvent, Person, Stage, Team
from teams.rules import event_kinds
from teams.stats import head_to_head, lineups

MEETINGS, FIXTURES = 5, 5
IN_ORDER = ("period", "minute", "stoppage", "order", "pk")

Contexts = dict[Block, dict]


def matches(blocks: list[Block]) -> Contexts:
    """[2 queries]"""
    found = Match.objects.with_veiled().for_card().in_bulk(_ids(blocks))
    goals = defaultdict(list)
    for goal in MatchEvent.objects.standing().goals().filter(match__in=found).select_related("person").order_by(*IN_ORDER):
        goal.match = found[goal.match_id]
        goals[goal.match_id].append(goal)
    return _each(blocks, found, lambda block, match: {"match": match, "goals": goals[match.pk]})


def events(blocks: list[Block]) -> Contexts:
    """[1 query]"""
    found = MatchEvent.objects.for_page().in_bulk(_ids(blocks))
    return _each(blocks, found, lambda block, event: {"event": event})


def people(blocks: list[Block]) -> Contexts:
    """[3 queries: who they are, where they play, what they have scored this season]"""
    today = clock.today()
    found = Person.objects.with_club_on(today).in_bulk(_ids(blocks))
    scored = MatchEvent.objects.standing().filter(
        person__in=found, kind__in=event_kinds.SCORED_BY_PERSON, match__stage__in=Stage.objects.current(today)
    )
    goals = dict(scored.order_by().values_list("person").annotate(Count("pk")))
    return _each(blocks, found, lambda block, person: {"person": person, "goals": goals.get(person.pk, 0)})


def standings(blocks: list[Block]) -> Contexts:
    """[1 query, and 3 for each day that is asked for]"""
    stages = Stage.objects.select_related("season__competition").in_bulk(_ids(blocks))
    days = defaultdict(set)
    for block in blocks:
        if block.id in stages and stages[block.id].has_table:
            days[block.get("on")].add(block.id)
    rows = {
        (stage.pk, on): rows
        for on, pks in days.items()
        for stage, rows in tables.tables_for([stages[pk] for pk in sorted(pks)], date.fromisoformat(on) if on else None)
    }
    return {
        block: {"stage": stages[block.id], "on": _day(block), "parts": [rows[block.id, block.get("on")]]}
        for block in blocks
        if rows.get((block.id, block.get("on")))
    }


def sheets(blocks: list[Block]) -> Contexts:
    """[3 queries]"""
    found = Match.objects.with_veiled().for_page().in_bulk(_ids(blocks))
    players, moments = defaultdict(list), defaultdict(list)
    for player in Appearance.objects.filter(match__in=found).for_sheet():
        players[player.match_id].append(player)
    for event in MatchEvent.objects.filter(match__in=found).for_timeline():
        moments[event.match_id].append(event)

    def sides(block, match):
        both = zip(("home", "away"), lineups.lineups(players[match.pk], moments[match.pk]), strict=True)
        wanted = [_side(match, side, lineup) for side, lineup in both if block.get("side") in ("", side)]
        return {"match": match, "sides": wanted} if players[match.pk] else None

    return _each(blocks, found, sides)


def meetings(blocks: list[Block]) -> Contexts:
    """[2 queries]"""
    teams = Team.objects.in_bulk(_ids(blocks) | {int(block.get("other")) for block in blocks})
    pairs = {block: (block.id, int(block.get("other"))) for block in blocks}
    pairs = {block: pair for block, pair in pairs.items() if pair[0] in teams and pair[1] in teams and pair[0] != pair[1]}
    wanted = Q(pk=None)
    for pair in pairs.values():
        wanted |= Q(home__in=pair, away__in=pair)
    results = list(Match.objects.results().filter(wanted).for_card())
    drawn = {block: _meetings(results, *(teams[pk] for pk in pair)) for block, pair in pairs.items()}
    return {block: shown for block, shown in drawn.items() if shown["past"]}


def fixtures(blocks: list[Block]) -> Contexts:
    """[2 queries]"""
    teams = Team.objects.in_bulk(_ids(blocks))
    coming = list(Match.objects.coming().filter(Q(home__in=teams) | Q(away__in=teams)).for_card())

    def of(block, team):
        return {"team": team, "matches": [match for match in coming if team.pk in (match.home_id, match.away_id)][:FIXTURES]}

    return _each(blocks, teams, of)


def corrections(blocks: list[Block]) -> Contexts:
    """[1 query]"""
    found = Correction.objects.public().in_bulk(_ids(blocks))
    return _each(blocks, found, lambda block, correction: {"correction": correction})


def pictures(blocks: list[Block]) -> Contexts:
    """[1 query]"""
    found = Image.objects.filter(binned_at=None).in_bulk(_ids(blocks))
    return _each(blocks, found, lambda block, image: {"image": image, "caption": block.get("caption") or image.caption})


def embeds(blocks: list[Block]) -> Contexts:
    """[no query]"""
    return {block: {"embed": embed(block.get("url"))} for block in blocks}


def speakers(blocks: list[Block]) -> Contexts:
    """Who said it; a name that belongs to nobody we know stays a name. [1 query, if one of them is known]"""
    wanted = {block.id for block in blocks if block.get("id")}
    found = Person.objects.in_bulk(wanted) if wanted else {}
    return {block: {"name": block.get("name"), "person": found.get(block.get("id") and block.id)} for block in blocks}


LOADERS: dict[str, Callable[[list[Block]], Contexts]] = {
    "match": matches,
    "event": events,
    "person": people,
    "table": standings,
    "lineup": sheets,
    "meetings": meetings,
    "fixtures": fixtures,
    "correction": corrections,
    "picture": pictures,
    "embed": embeds,
    "speaker": speakers,
}


# Of which rows the blocks of a kind name the numbers, where those can become one with others.
NAMED = {
    "match": Match,
    "event": MatchEvent,
    "person": Person,
    "lineup": Match,
    "meetings": Team,
    "fixtures": Team,
    "speaker": Person,
}


def load(blocks: Iterable[Block]) -> Contexts:
    """What each block shows, as its template reads it; a row that became one with another is looked for there."""
    blocks = set(blocks)
    drawn = _loaded(blocks)
    today = {block: _of_today(block) for block in blocks if _may_be_elsewhere(block, drawn)}
    again = _loaded({block for gone, block in today.items() if block != gone})
    return drawn | {gone: again[block] for gone, block in today.items() if block in again}


def _may_be_elsewhere(block, drawn) -> bool:
    if block.kind == "speaker":
        return bool(block.get("id")) and drawn[block]["person"] is None
    return block.kind in NAMED and block not in drawn


def _of_today(block: Block) -> Block:
    """The block with the numbers that its rows have now [1 query, more after merges]."""
    numbers = {name: int(value) for name, value in block.told if name in ("id", "other")}
    today = Absorbed.objects.now(NAMED[block.kind], numbers.values())
    told = {name: str(today.get(numbers.get(name), value)) for name, value in block.told}
    return Block(block.kind, tuple(sorted(told.items())))


def _loaded(blocks: Iterable[Block]) -> Contexts:
    kinds = defaultdict(list)
    for block in sorted(blocks):
        kinds[block.kind].append(block)
    return {block: context for kind, rows in kinds.items() for block, context in LOADERS[kind](rows).items()}


def _ids(blocks):
    return {block.id for block in blocks}


def _each(blocks, found, context):
    """The context of each block whose row was found, unless there is nothing to show."""
    drawn = {block: context(block, found[block.id]) for block in blocks if block.id in found}
    return {block: shown for block, shown in drawn.items() if shown}


def _day(block):
    return date.fromisoformat(block.get("on")) if block.get("on") else None


def _side(match, side, lineup):
    formation, coach = getattr(match, f"{side}_formation"), getattr(match, f"{side}_coach")
    return {"team": match.team_on(side), "lineup": lineup, "formation": formation, "coach": coach}


def _meetings(results, first, second):
    between = [match for match in results if {match.home_id, match.away_id} == {first.pk, second.pk}]
    balance = head_to_head.head_to_head(between, first, second)
    return {"first": first, "second": second, "meetings": balance, "past": between[:MEETINGS]}
