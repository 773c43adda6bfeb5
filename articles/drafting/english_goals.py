"""The goals of a match in English: who scored, minute by minute, and what each goal did."""

from . import english_grammar as en
from .english_grammar import in_minute, start, the
from .moves import Move, moves
from .shapes import AWAY, HOME, Goal, MatchFacts, Sentence, Variety, rows_of, score_of


def by_scorer(facts: MatchFacts) -> str:
    """Lautaro Martínez (45, 60) for Inter, Ofri Arad (55) for Kairat Almaty."""
    told = []
    for side in (HOME, AWAY):
        minutes: dict[tuple[str, str], list[str]] = {}
        for goal in facts.goals:
            if goal.side == side:
                minutes.setdefault((goal.scorer, goal.kind), []).append(goal.minute)
        names = [f"{name} ({', '.join(each)}{_mark(kind)})" for (name, kind), each in minutes.items()]
        told += [f"{en.all_of(names)} for {the(facts.club(side))}"] if names else []
    return ", ".join(told)


def _mark(kind):
    return {"own_goal": " og", "penalty_goal": " pen"}.get(kind, "")


def story(facts: MatchFacts, variety: Variety) -> list[Sentence]:
    """One sentence a goal; none where a scorer or a minute is not known."""
    if not facts.goals_are_complete or facts.decision:
        return []
    return [Sentence(f"{start(_told(facts, goal, move, variety))}.", rows_of(goal)) for goal, move in moves(facts.goals)]


def _told(facts, goal: Goal, move: Move, variety: Variety) -> str:
    club, when, score = the(facts.club(goal.side)), in_minute(goal.minute), score_of(goal.score)
    if goal.kind == "own_goal":
        return f"an own goal by {goal.scorer} {when} made it {score}"
    from_ = " from the penalty spot" if goal.kind == "penalty_goal" else ""
    set_up = f", set up by {goal.assist}" if goal.assist else ""
    match move:
        case Move.OPENER:
            ways = (f"{goal.scorer} put {club} ahead{from_} {when}", f"{goal.scorer} opened the scoring{from_} {when}")
            return f"{variety.one_of(str(goal.key), *ways)}{set_up}"
        case Move.LEVEL:
            return f"{goal.scorer} equalised{from_} {when}{set_up}: {score}"
        case Move.AHEAD_AGAIN:
            return f"{goal.scorer} put {club} back in front{from_} {when}{set_up}: {score}"
        case Move.TURNED:
            return f"{goal.scorer} completed the comeback{from_} {when}{set_up}: {score}"
        case Move.CLOSER:
            return f"{goal.scorer} pulled one back{from_} {when}{set_up}: {score}"
    return f"{goal.scorer} made it {score}{from_} {when}{set_up}"
