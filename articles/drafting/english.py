"""First drafts in English: a report, a preview, and a brief of five lines, from the facts of one match."""

from collections import Counter

from . import english_grammar as en
from .english_goals import by_scorer, story
from .english_grammar import in_minute, of, start, the
from .shapes import AWAY, HOME, Draft, MatchFacts, Ref, Sentence, Variety, all_rows, other, paragraphs_of, rows_of, score_of

SIDES = (HOME, AWAY)
# Competitions that English names without an article: in Serie A, but in the Champions League.
_BARE = ("Serie", "Ligue", "La Liga", "LaLiga", "Euro ")


def report(facts: MatchFacts, variety: Variety) -> Draft:
    return Draft(
        _headline(facts, variety),
        _standfirst(facts),
        paragraphs_of(
            [_result(facts, variety), _half_time(facts), _where(facts)],
            story(facts, variety),
            _dismissals(facts),
            [_table(facts), *(_run(facts, side) for side in SIDES)],
            [*(_next(facts, side) for side in SIDES), _referee(facts, "The referee was")],
        ),
    )


def preview(facts: MatchFacts, variety: Variety) -> Draft:
    return Draft(
        _coming(facts, variety),
        _when(facts),
        paragraphs_of(
            [_fixture(facts, variety)],
            [_table(facts), *(_run(facts, side) for side in SIDES)],
            [*(_form(facts, side) for side in SIDES), *(_top(facts, side) for side in SIDES)],
            [_last_meeting(facts), _referee(facts, "The referee will be")],
        ),
    )


def brief(facts: MatchFacts, variety: Variety) -> Draft:
    """Five lines at most, the most telling first."""
    runs = [_run(facts, side) for side in SIDES]
    lines = [_result(facts, variety), _scorers_line(facts), _table(facts), *runs, *_dismissals(facts), _next(facts, HOME)]
    return Draft(_headline(facts, variety), _standfirst(facts), paragraphs_of(*([line] for line in [*filter(None, lines)][:5])))


# The result


def _scorers_line(facts):
    goals = by_scorer(facts)
    return Sentence(f"Scorers: {goals}.", all_rows(facts.goals)) if goals and facts.goals_are_complete else None


def _of_winner(facts):
    """The score with the winner's goals first."""
    return score_of(facts.score if facts.winner == HOME else facts.score[::-1])


def _plain(facts):
    return f"{facts.home.name} {score_of(facts.score)} {facts.away.name}"


def _headline(facts, variety):
    if facts.decision:
        return Sentence(f"{_plain(facts)}: the result is awarded", (facts.ref,))
    if facts.winner is None:
        ways = (f"{facts.home.name} and {facts.away.name} draw {score_of(facts.score)}", _plain(facts))
        return Sentence(variety.one_of("headline", *ways), (facts.ref,))
    if facts.shootout:
        winner, loser = facts.club(facts.winner), facts.club(other(facts.winner))
        return Sentence(f"{winner.name} beat {loser.name} on penalties", (facts.ref,))
    goal = facts.deciding
    if goal and goal.kind != "own_goal" and variety.one_of("headline", "scorer", "sides") == "scorer":
        return Sentence(f"{goal.scorer} decides it: {_plain(facts)}", (facts.ref, *rows_of(goal)))
    return Sentence(f"{start(_beat(facts, 'beat'))}", (facts.ref,))


def _beat(facts, word):
    return f"{the(facts.club(facts.winner))} {word} {the(facts.club(other(facts.winner)))} {_of_winner(facts)}"


def _occasion(facts):
    round_ = f"matchday {facts.matchday}" if facts.matchday else facts.round
    return f"{facts.competition}, {round_}" if round_ else facts.competition


def _standfirst(facts):
    goals = by_scorer(facts)
    if facts.decision or not facts.goals_are_complete or not goals:
        words = f"{_occasion(facts)}: {facts.home.name} and {facts.away.name}, {en.of_year(facts.day)}."
        return Sentence(words, (facts.ref, _competition(facts)))
    return Sentence(f"{_occasion(facts)}: {goals}.", (facts.ref, _competition(facts), *all_rows(facts.goals)))


def _result(facts, variety):
    rows = (facts.ref, facts.home.ref, facts.away.ref, _competition(facts))
    if facts.decision:
        return Sentence(f"{_plain(facts)} is the result by decision of the competition.", rows)
    if facts.shootout:
        kicks = score_of(facts.shootout if facts.winner == HOME else facts.shootout[::-1])
        winner, loser = the(facts.club(facts.winner)), the(facts.club(other(facts.winner)))
        after = " after extra time" if facts.extra_time else ""
        words = (
            f"{start(winner)} beat {loser} {kicks} on penalties {_in(facts)}; the match had ended {score_of(facts.score)}{after}."
        )
        return Sentence(words, rows)
    if facts.winner is None:
        return Sentence(f"{start(the(facts.home))} and {the(facts.away)} drew {score_of(facts.score)} {_in(facts)}.", rows)
    ending = " after extra time" if facts.extra_time else ""
    told = variety.one_of("result", _beat(facts, "beat"), _beat(facts, "defeated"))
    return Sentence(f"{start(told)}{ending} {_in(facts)}.", rows)


def _half_time(facts):
    if facts.half_time is None or facts.decision:
        return None
    return Sentence(f"It was {score_of(facts.half_time)} at half-time.", (facts.ref,))


def _where(facts):
    if not facts.venue:
        return None
    crowd = f", attendance {facts.attendance:,}" if facts.attendance else ""
    return Sentence(f"The match was played {en.of_year(facts.day)} ({facts.venue}{crowd}).", (facts.ref,))


def _dismissals(facts):
    return [
        Sentence(
            f"{each.name} ({facts.club(each.side).name}) was sent off {in_minute(each.minute)}"
            f"{' for a second yellow card' if each.second_yellow else ''}.",
            (Ref("event", each.key), Ref("person", each.person_key), facts.club(each.side).ref),
        )
        for each in facts.dismissals
    ]


# The table, the runs, what comes


def _table(facts):
    told = [_place(facts, side) for side in SIDES if side in facts.places]
    rows = tuple(facts.club(side).ref for side in facts.places)
    return Sentence(f"{start('; '.join(told))}.", (_competition(facts), *rows)) if told else None


def _place(facts, side):
    club, place = facts.club(side), facts.places[side]
    shared = "joint " if place.shared else ""
    played = en.counted(place.played, "match", "matches")
    points = {0: "no points", 1: "one point"}.get(place.points, f"{place.points} points")
    return f"{the(club)} are {shared}{en.ordinal(place.position)} in the table with {points} after {played}"


def _run(facts, side):
    run = facts.runs.get(side)
    if run is None:
        return None
    club, rows = facts.club(side), (facts.club(side).ref, _competition(facts))
    if run.kind == "unbeaten":
        return Sentence(f"{start(the(club))} are unbeaten in {en.cardinal(run.length)} matches {_in(facts)}.", rows)
    noun = "win" if run.kind == "won" else "defeat"
    if facts.score is None:
        many = "wins" if run.kind == "won" else "defeats"
        words = f"{start(the(club))} come into it with {en.cardinal(run.length)} consecutive {many} {_in(facts)}."
        return Sentence(words, rows)
    return Sentence(f"It is {of(club)} {en.ordinal(run.length)} consecutive {noun} {_in(facts)}.", rows)


def _in(facts):
    article = "" if facts.competition.startswith(_BARE) else "the "
    return f"in {article}{facts.competition}"


def _next(facts, side):
    fixture = facts.next.get(side)
    if fixture is None:
        return None
    where = "at home to" if fixture.at_home else "away to"
    words = f"Next for {the(facts.club(side))}: {where} {the(fixture.opponent)} {en.on_day(fixture.day)}"
    return Sentence(f"{words} ({fixture.competition}).", (facts.club(side).ref, Ref("match", fixture.key), fixture.opponent.ref))


def _referee(facts, words):
    if not facts.referee:
        return None
    return Sentence(f"{words} {facts.referee}.", (facts.ref, Ref("person", facts.referee_key)))


# Before the match


def _coming(facts, variety):
    pair = f"{facts.home.name} v {facts.away.name}"
    ways = (f"{pair}: how the two sides stand", f"{pair}: table, form and last meeting")
    return Sentence(variety.one_of("headline", *ways) if facts.places else f"{pair}: the preview", (facts.ref,))


def _when(facts):
    time = f" at {facts.time}" if facts.time else ""
    words = f"{_occasion(facts)}: it is played {en.of_year(facts.day)}{time}."
    return Sentence(words, (facts.ref, _competition(facts)))


def _fixture(facts, variety):
    host, guest = the(facts.home), the(facts.away)
    venue = f" ({facts.venue})" if facts.venue else ""
    words = variety.one_of("fixture", f"{host} host {guest}", f"{guest} visit {host}")
    return Sentence(f"{start(words)}{venue}.", (facts.ref, facts.home.ref, facts.away.ref))


def _form(facts, side):
    letters = facts.forms.get(side, ())
    if len(letters) < 2:
        return None
    counts = Counter(letters)
    kinds = (("W", "win", "wins"), ("D", "draw", "draws"), ("L", "defeat", "defeats"))
    told = [en.counted(counts[letter], one, many) for letter, one, many in kinds if counts[letter]]
    last = f"their last {en.cardinal(len(letters))} matches {_in(facts)}"
    return Sentence(f"{start(the(facts.club(side)))} have {en.all_of(told)} from {last}.", (facts.club(side).ref,))


def _top(facts, side):
    if side not in facts.top:
        return None
    name, key, goals = facts.top[side]
    counted = en.counted(goals, "goal", "goals")
    club = facts.club(side)
    return Sentence(f"{start(of(club))} top scorer {_in(facts)} is {name} with {counted}.", (club.ref, Ref("person", key)))


def _last_meeting(facts):
    last = facts.last_meeting
    if last is None:
        return None
    words = f"The last meeting ended {last.home.name} {score_of(last.score)} {last.away.name}, {en.of_year(last.day)}."
    return Sentence(words, (Ref("match", last.key), last.home.ref, last.away.ref))


def _competition(facts):
    return Ref("competition", facts.competition_key)
