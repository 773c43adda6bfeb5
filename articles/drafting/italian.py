"""First drafts in Italian: a report, a preview, and a brief of five lines, from the facts of one match."""

from collections import Counter

from . import italian_grammar as it
from .italian_goals import by_scorer, story
from .italian_grammar import agree, at_minute, joined, start, the, verb
from .shapes import AWAY, HOME, Draft, MatchFacts, Ref, Run, Sentence, Variety, all_rows, other, paragraphs_of, rows_of, score_of

SIDES = (HOME, AWAY)
# Competitions before which Italian says "in" without an article.
_IN = ("Serie", "Champions", "Premier", "Bundesliga", "Ligue", "Europa", "Conference", "Coppa", "Eredivisie", "Nations")
# Rounds as the data call them.
_ROUNDS = {
    "final": "finale", "semi-finals": "semifinali", "quarter-finals": "quarti di finale", "round of 16": "ottavi di finale",
    "last 16": "ottavi di finale", "round of 32": "sedicesimi di finale", "match for third place": "finale per il terzo posto",
    "third place play-off": "finale per il terzo posto", "third-place play-off": "finale per il terzo posto",
}  # fmt: skip


def report(facts: MatchFacts, variety: Variety) -> Draft:
    return Draft(
        _headline(facts, variety),
        _standfirst(facts),
        paragraphs_of(
            [_result(facts, variety), _half_time(facts), _where(facts)],
            story(facts, variety),
            _dismissals(facts),
            [_table(facts), *(_run(facts, side) for side in SIDES)],
            [*(_next(facts, side) for side in SIDES), _referee(facts)],
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
            [_last_meeting(facts), _referee_to_come(facts)],
        ),
    )


def brief(facts: MatchFacts, variety: Variety) -> Draft:
    """Five lines at most, the most telling first."""
    runs = [_run(facts, side) for side in SIDES]
    lines = [_result(facts, variety), _scorers_line(facts), _table(facts), *runs, *_dismissals(facts), _next(facts, HOME)]
    return Draft(_headline(facts, variety), _standfirst(facts), paragraphs_of(*([line] for line in [*filter(None, lines)][:5])))


# The result


def _pair(facts):
    return f"{facts.home.name}-{facts.away.name}"


def _scorers_line(facts):
    goals = by_scorer(facts)
    return Sentence(f"A segno {goals}.", all_rows(facts.goals)) if goals and facts.goals_are_complete else None


def _of_winner(facts):
    """The score with the winner's goals first."""
    return score_of(facts.score if facts.winner == HOME else facts.score[::-1])


def _headline(facts, variety):
    words = f"{_pair(facts)} {score_of(facts.score)}"
    if facts.decision:
        return Sentence(f"{words}: la decisione a tavolino", (facts.ref,))
    if facts.shootout:
        return Sentence(f"{words}: {the(facts.club(facts.winner))} {_wins(facts)} ai rigori", (facts.ref,))
    if facts.winner is None:
        return Sentence(variety.one_of("headline", f"Finisce {score_of(facts.score)} tra {_both(facts)}", words), (facts.ref,))
    goal = facts.deciding
    if goal and goal.kind != "own_goal" and variety.one_of("headline", "scorer", "sides") == "scorer":
        return Sentence(f"{words}: decide {goal.scorer}", (facts.ref, *rows_of(goal)))
    return Sentence(start(_beats(facts, "batte", "battono")), (facts.ref,))


def _wins(facts):
    return verb(facts.club(facts.winner), "vince", "vincono")


def _both(facts):
    return f"{facts.home.name} e {facts.away.name}"


def _beats(facts, one, many):
    winner, loser = facts.club(facts.winner), facts.club(other(facts.winner))
    return f"{the(winner)} {verb(winner, one, many)} {the(loser)} {_of_winner(facts)}"


def _occasion(facts):
    round_ = (
        f"{it.feminine(it.ordinal(facts.matchday))} giornata" if facts.matchday else _ROUNDS.get(facts.round.lower(), facts.round)
    )
    return f"{facts.competition}, {round_}" if round_ else facts.competition


def _standfirst(facts):
    goals = by_scorer(facts)
    if facts.decision or not facts.goals_are_complete or not goals:
        return Sentence(f"{_occasion(facts)}: {_both(facts)}, {it.of_year(facts.day)}.", (facts.ref, _competition(facts)))
    return Sentence(f"{_occasion(facts)}: a segno {goals}.", (facts.ref, _competition(facts), *all_rows(facts.goals)))


def _result(facts, variety):
    rows = (facts.ref, facts.home.ref, facts.away.ref, _competition(facts))
    if facts.decision:
        return Sentence(f"{_pair(facts)} è {score_of(facts.score)} per decisione a tavolino.", rows)
    if facts.shootout:
        score = f"{score_of(facts.score)} dopo i tempi supplementari" if facts.extra_time else score_of(facts.score)
        kicks = score_of(facts.shootout if facts.winner == HOME else facts.shootout[::-1])
        told = f"{the(facts.club(facts.winner))} {_wins(facts)} ai rigori {kicks} contro {the(facts.club(other(facts.winner)))}"
        return Sentence(f"{_occasion(facts)}: {told}; la partita era finita {score}.", rows)
    if facts.winner is None:
        draw = f"{the(facts.home)} e {the(facts.away)} pareggiano {score_of(facts.score)}"
        return Sentence(f"{_occasion(facts)}: {draw}.", rows)
    ending = " dopo i tempi supplementari" if facts.extra_time else ""
    told = variety.one_of("result", _beats(facts, "batte", "battono"), _beats(facts, "supera", "superano"))
    return Sentence(f"{_occasion(facts)}: {told}{ending}.", rows)


def _half_time(facts):
    if facts.half_time is None or facts.decision:
        return None
    return Sentence(f"Il primo tempo era finito {score_of(facts.half_time)}.", (facts.ref,))


def _where(facts):
    if not facts.venue:
        return None
    thousands = f"{facts.attendance:,}".replace(",", ".") if facts.attendance else ""
    crowd = f", {thousands} spettatori" if thousands else ""
    return Sentence(f"Si è giocato {it.of_year(facts.day)} ({facts.venue}{crowd}).", (facts.ref,))


def _dismissals(facts):
    return [
        Sentence(
            f"{start(at_minute(each.minute))} {'espulsa' if facts.club(each.side).women else 'espulso'} {each.name} "
            f"({facts.club(each.side).name}){', per doppia ammonizione' if each.second_yellow else ''}.",
            (Ref("event", each.key), Ref("person", each.person_key), facts.club(each.side).ref),
        )
        for each in facts.dismissals
    ]


# The table, the runs, what comes


def _table(facts):
    told = [_place(facts, side) for side in SIDES if side in facts.places]
    rows = tuple(facts.club(side).ref for side in facts.places)
    return Sentence(f"In classifica {'; '.join(told)}.", (_competition(facts), *rows)) if told else None


def _place(facts, side):
    club, place = facts.club(side), facts.places[side]
    shared = " a pari merito" if place.shared else ""
    position = agree(club, it.ordinal(place.position))
    played = it.counted(place.played, "una partita", "partite")
    return f"{the(club)} {verb(club, 'è', 'sono')} {position}{shared} con {it.points(place.points)} dopo {played}"


def _run(facts, side):
    run: Run | None = facts.runs.get(side)
    if run is None:
        return None
    club, where = facts.club(side), _in(facts)
    if run.kind == "unbeaten":
        words = f"{start(the(club))} non {verb(club, 'perde', 'perdono')} da {it.cardinal(run.length)} partite {where}."
        return Sentence(words, (club.ref, _competition(facts)))
    one, many = ("vittoria", "vittorie") if run.kind == "won" else ("sconfitta", "sconfitte")
    words = f"Per {the(club)} è {it.the_nth(run.length)} {one} consecutiva {where}."
    if facts.score is None:
        words = f"{start(the(club))} {verb(club, 'arriva', 'arrivano')} da {it.cardinal(run.length)} {many} consecutive {where}."
    return Sentence(words, (club.ref, _competition(facts)))


def _in(facts):
    return f"in {facts.competition}" if facts.competition.startswith(_IN) else "nella competizione"


def _next(facts, side):
    fixture = facts.next.get(side)
    if fixture is None:
        return None
    where = "in casa" if fixture.at_home else "in trasferta"
    words = f"Prossimo impegno per {the(facts.club(side))}: {it.on_day(fixture.day)} {where} contro {the(fixture.opponent)}"
    return Sentence(f"{words} ({fixture.competition}).", (facts.club(side).ref, Ref("match", fixture.key), fixture.opponent.ref))


def _referee(facts):
    return _person_line("Arbitro", facts) if facts.referee else None


def _referee_to_come(facts):
    return _person_line("Arbitrerà", facts) if facts.referee else None


def _person_line(word, facts):
    words = f"{word}: {facts.referee}." if word == "Arbitro" else f"{word} {facts.referee}."
    return Sentence(words, (facts.ref, Ref("person", facts.referee_key)))


# Before the match


def _coming(facts, variety):
    ways = (f"{_pair(facts)}: come ci arrivano le due squadre", f"Verso {_pair(facts)}: classifica, forma e precedenti")
    return Sentence(variety.one_of("headline", *ways) if facts.places else f"{_pair(facts)}: le due squadre", (facts.ref,))


def _when(facts):
    return Sentence(f"{_occasion(facts)}: si gioca {_moment(facts)}.", (facts.ref, _competition(facts)))


def _moment(facts):
    return it.of_year(facts.day) + (f" alle {facts.time.replace(':', '.')}" if facts.time else "")


def _fixture(facts, variety):
    host, guest = facts.home, facts.away
    ways = (
        f"{start(the(host))} {verb(host, 'ospita', 'ospitano')} {the(guest)}",
        f"{start(the(guest))} {verb(guest, 'gioca', 'giocano')} in casa {joined('di', host)}",
    )
    venue = f" ({facts.venue})" if facts.venue else ""
    return Sentence(f"{variety.one_of('fixture', *ways)}{venue}.", (facts.ref, host.ref, guest.ref))


def _form(facts, side):
    letters = facts.forms.get(side, ())
    if len(letters) < 2:
        return None
    club, counts = facts.club(side), Counter(letters)
    told = [
        it.counted(counts[letter], one, many)
        for letter, one, many in (
            ("W", "una vittoria", "vittorie"),
            ("D", "un pareggio", "pareggi"),
            ("L", "una sconfitta", "sconfitte"),
        )
        if counts[letter]
    ]
    last = f"nelle ultime {it.cardinal(len(letters))} partite {_in(facts)}"
    words = f"{start(the(club))} {verb(club, 'arriva', 'arrivano')} da {it.all_of(told)} {last}."
    return Sentence(words, (club.ref,))


def _top(facts, side):
    if side not in facts.top:
        return None
    name, key, goals = facts.top[side]
    club = facts.club(side)
    who = "La migliore marcatrice" if club.women else "Il miglior marcatore"
    counted = "un gol" if goals == 1 else f"{it.cardinal(goals)} gol"
    return Sentence(f"{who} {joined('di', club)} {_in(facts)} è {name} con {counted}.", (club.ref, Ref("person", key)))


def _last_meeting(facts):
    last = facts.last_meeting
    if last is None:
        return None
    words = f"L'ultimo precedente è {last.home.name}-{last.away.name} {score_of(last.score)}, {it.of_year(last.day)}."
    return Sentence(words, (Ref("match", last.key), last.home.ref, last.away.ref))


def _competition(facts):
    return Ref("competition", facts.competition_key)
