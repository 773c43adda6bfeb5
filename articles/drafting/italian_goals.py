"""The goals of a match in Italian: who scored, minute by minute, and what each goal did."""

from . import italian_grammar as it
from .italian_grammar import at_minute, start, the, verb
from .moves import Move, moves
from .shapes import AWAY, HOME, Goal, MatchFacts, Sentence, Variety, rows_of, score_of


def by_scorer(facts):
    """Lautaro Martínez (45', 60') per l'Inter, Arad (55') per il Kairat."""
    told = []
    for side in (HOME, AWAY):
        minutes = {}
        for goal in facts.goals:
            if goal.side == side:
                minutes.setdefault((goal.scorer, goal.kind), []).append(f"{goal.minute}'")
        names = [f"{_scorer(*key)} ({', '.join(each)})" for key, each in minutes.items()]
        told += [f"{it.all_of(names)} per {the(facts.club(side))}"] if names else []
    return ", ".join(told)


def _scorer(name, kind):
    return f"{name} in autogol" if kind == "own_goal" else f"{name} su rigore" if kind == "penalty_goal" else name


def story(facts: MatchFacts, variety: Variety) -> list[Sentence]:
    """One sentence a goal; none where a scorer or a minute is not known."""
    if not facts.goals_are_complete or facts.decision:
        return []
    return [Sentence(_told(facts, goal, move, variety), rows_of(goal)) for goal, move in moves(facts.goals)]


def _told(facts, goal: Goal, move: Move, variety: Variety):
    club, when, score = facts.club(goal.side), at_minute(goal.minute), score_of(goal.score)
    if goal.kind == "own_goal":
        return f"{start(when)} l'autogol di {goal.scorer} vale {_the_score(goal.score)} per {the(club)}."
    by = f"{goal.scorer} su rigore" if goal.kind == "penalty_goal" else goal.scorer
    pass_ = f", su assist di {goal.assist}" if goal.assist else ""
    match move:
        case Move.OPENER:
            ways = (
                f"{the(club)} {verb(club, 'passa', 'passano')} in vantaggio {when} con {by}",
                f"{by} sblocca la partita {when}",
            )
            return f"{start(variety.one_of(str(goal.key), *ways))}{pass_}."
        case Move.LEVEL:
            return f"{start(variety.one_of(str(goal.key), f'{when} pareggia {by}', f'{by} pareggia {when}'))}{pass_}: {score}."
        case Move.AHEAD_AGAIN:
            return f"{start(the(club))} {verb(club, 'torna', 'tornano')} avanti {when} con {by}{pass_}: {score}."
        case Move.TURNED:
            return f"{start(the(club))} {verb(club, 'completa', 'completano')} la rimonta {when} con {by}{pass_}: {score}."
        case Move.CLOSER:
            return f"{start(when)} accorcia {by}{pass_}: {score}."
    return f"{start(when)} {by} segna {_the_score(goal.score)}{pass_}."


def _the_score(score):
    article = {0: "lo ", 1: "l'", 8: "l'", 11: "l'"}.get(score[0], "il ")
    return f"{article}{score_of(score)}"
