"""First drafts from facts: what they say of which match, and that they say nothing else."""

import re
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from articles.drafting import BRIEF, PREVIEW, REPORT, english_grammar, first_draft, italian_grammar
from articles.drafting.moves import Move, moves
from articles.drafting.shapes import AWAY, HOME, Club, Dismissal, Fixture, Goal, MatchFacts, Meeting, Place, Run

INTER, KAIRAT, LAZIO = Club(1, "Inter"), Club(2, "Kairat Almaty"), Club(5, "Lazio")
LAUTARO, ARAD, CARLOS = ("Lautaro Martínez", 11), ("Ofri Arad", 12), ("Carlos Augusto", 13)
FACTS = MatchFacts(
    key=9,
    home=INTER,
    away=KAIRAT,
    competition="Champions League",
    competition_key=3,
    day=date(2025, 11, 5),
    matchday=4,
    venue="San Siro",
    attendance=66000,
    score=(2, 1),
    half_time=(1, 0),
    goals=(
        Goal(101, HOME, "45", (1, 0), "goal", *LAUTARO),
        Goal(102, AWAY, "55", (1, 1), "goal", *ARAD),
        Goal(103, HOME, "67", (2, 1), "goal", *CARLOS),
    ),
    places={HOME: Place(3, 12, 4), AWAY: Place(34, 1, 4)},
    runs={HOME: Run("won", 4)},
    next={HOME: Fixture(40, LAZIO, True, date(2025, 11, 9), "Serie A")},
)


def told(facts, kind=REPORT, language="it"):
    draft = first_draft(facts, kind, language)
    return "\n".join([draft.headline.words, draft.standfirst.words, *draft.texts])


def test_a_report_tells_the_goals_in_order_and_what_each_did():
    draft = first_draft(FACTS, REPORT, "it")

    assert draft.texts[1] == (
        "Lautaro Martínez sblocca la partita al 45'. Ofri Arad pareggia al 55': 1-1. "
        "L'Inter torna avanti al 67' con Carlos Augusto: 2-1."
    )
    assert (
        "In classifica l'Inter è terza con 12 punti dopo quattro partite; il Kairat Almaty è trentaquattresimo con un punto"
        in (draft.texts[2])
    )


def test_an_english_report_takes_plural_verbs_and_possessives():
    text = told(FACTS, language="en")

    assert "Inter are third in the table with 12 points after four matches" in text
    assert "It is Inter's fourth consecutive win in the Champions League." in text
    assert "Carlos Augusto put Inter back in front in the 67th minute: 2-1." in text


def test_every_sentence_says_which_rows_it_rests_on():
    draft = first_draft(FACTS, REPORT, "it")

    assert all(sentence.rows for sentence in draft.sentences)
    assert {("event", 101), ("person", 11)} <= set(draft.paragraphs[1][0].rows)


def test_the_same_match_is_told_alike_and_others_otherwise():
    openings = {told(replace(FACTS, key=key)) for key in range(30)}

    assert told(FACTS) == told(FACTS)
    assert len(openings) > 3


def test_a_brief_has_five_lines_at_most():
    sent_off = Dismissal(104, AWAY, "80", "Jorginho", 14, second_yellow=True)

    draft = first_draft(replace(FACTS, dismissals=(sent_off,)), BRIEF, "it")

    assert [len(each) for each in draft.paragraphs] == [1, 1, 1, 1, 1]
    assert draft.texts[4] == "All'80' espulso Jorginho (Kairat Almaty), per doppia ammonizione."


def test_a_player_of_a_womens_side_is_sent_off_in_the_feminine():
    women = replace(FACTS, away=Club(2, "Roma", women=True), dismissals=(Dismissal(104, AWAY, "8", "Manuela Giugliano", 14),))

    assert "All'8' espulsa Manuela Giugliano (Roma)." in told(women)


def test_goals_that_do_not_add_up_are_not_told_one_by_one():
    text = told(replace(FACTS, goals=FACTS.goals[:2]))

    assert "Lautaro" not in text
    assert "2-1" in text


def test_a_shoot_out_says_who_goes_on_and_how_the_match_ended():
    level = replace(FACTS, score=(1, 1), goals=FACTS.goals[:2], extra_time=True, shootout=(3, 5), places={}, runs={})

    assert "il Kairat Almaty vince ai rigori 5-3 contro l'Inter; la partita era finita 1-1 dopo i tempi supplementari." in told(
        level
    )
    assert "Kairat Almaty beat Inter 5-3 on penalties" in told(level, language="en")


def test_an_awarded_match_is_told_as_a_decision_and_not_by_its_goals():
    awarded = replace(FACTS, score=(3, 0), goals=(), decision="Three players were not registered.")

    assert "Inter-Kairat Almaty è 3-0 per decisione a tavolino." in told(awarded)
    assert "batte" not in told(awarded)


def test_a_preview_says_how_both_come_to_it():
    facts = MatchFacts(
        9, INTER, LAZIO, "Serie A", 4, date(2025, 11, 9), "20:45", 11,
        places={HOME: Place(2, 21, 10), AWAY: Place(8, 15, 10, shared=True)},
        forms={HOME: tuple("WWWLD"), AWAY: tuple("WD")},
        runs={AWAY: Run("unbeaten", 3)},
        top={HOME: (*LAUTARO, 5)},
        last_meeting=Meeting(2, LAZIO, INTER, (0, 6), date(2024, 12, 16)),
    )  # fmt: skip

    text = told(facts, PREVIEW)

    assert "si gioca domenica 9 novembre 2025 alle 20.45." in text
    assert "L'Inter arriva da tre vittorie, un pareggio e una sconfitta nelle ultime cinque partite in Serie A." in text
    assert "La Lazio non perde da tre partite in Serie A." in text
    assert "Il miglior marcatore dell'Inter in Serie A è Lautaro Martínez con cinque gol." in text
    assert "L'ultimo precedente è Lazio-Inter 0-6, lunedì 16 dicembre 2024." in text


@pytest.mark.parametrize(("facts", "kind"), [(FACTS, PREVIEW), (replace(FACTS, score=None), REPORT)])
def test_what_has_not_happened_is_not_reported_and_what_has_is_not_previewed(facts, kind):
    with pytest.raises(ValueError, match=r"no (preview|report) of a match"):
        first_draft(facts, kind, "it")


def test_a_comeback_is_told_as_one():
    goals = [Goal(n, side, str(n), score) for n, side, score in ((1, AWAY, (0, 1)), (2, HOME, (1, 1)), (3, HOME, (2, 1)))]

    assert [move for _goal, move in moves(goals)] == [Move.OPENER, Move.LEVEL, Move.TURNED]


# Whatever the match, no name and no number comes from anywhere but its facts.

CLUBS = st.sampled_from(["Inter", "Spezia", "PSV", "Bodø/Glimt", "Real Sociedad", "Young Boys", "Hellas Verona", "Zenit", "Roma"])
PEOPLE = st.sampled_from(["Ofri Arad", "Ángel Di María", "Luka Jović", "Zvonimir Boban", "Aitana Bonmatí", "N'Golo Kanté"])
DAYS = st.dates(date(1930, 1, 1), date(2040, 1, 1))


@st.composite
def matches(draw):
    home, away = draw(st.lists(CLUBS, min_size=2, max_size=2, unique=True))
    score, goals, minute = [0, 0], [], 0
    for number in range(draw(st.integers(0, 5))):
        minute = draw(st.integers(minute + 1, minute + 17))
        side = draw(st.sampled_from([HOME, AWAY]))
        score[side == AWAY] += 1
        kind = draw(st.sampled_from(["goal", "own_goal", "penalty_goal"]))
        scorer, assist = draw(PEOPLE), draw(st.one_of(st.just(""), PEOPLE)) if kind == "goal" else ""
        goals.append(Goal(100 + number, side, str(minute), tuple(score), kind, scorer, 1, assist, 2 if assist else None))
    place = st.builds(Place, st.integers(1, 36), st.integers(0, 90), st.integers(1, 38), st.booleans())
    run = st.one_of(st.none(), st.builds(Run, st.sampled_from(["won", "lost", "unbeaten"]), st.integers(3, 20)))
    runs = {side: found for side in (HOME, AWAY) if (found := draw(run))}
    day = draw(DAYS)
    return MatchFacts(
        key=draw(st.integers(1, 10**6)),
        home=Club(1, home, women=draw(st.booleans())),
        away=Club(2, away),
        competition=draw(st.sampled_from(["Serie A", "Champions League", "La Liga", "Mondiali"])),
        competition_key=3,
        day=day,
        matchday=draw(st.one_of(st.none(), st.integers(1, 38))),
        venue=draw(st.sampled_from(["", "San Siro"])),
        attendance=draw(st.one_of(st.none(), st.integers(1, 200_000))),
        score=tuple(score),
        half_time=(0, 0),
        goals=tuple(goals),
        places={HOME: draw(place), AWAY: draw(place)},
        runs=runs,
        next={AWAY: Fixture(4, Club(5, "Lazio"), False, day + timedelta(days=4), "Coppa Italia")},
        forms={HOME: tuple(draw(st.lists(st.sampled_from("WDL"), max_size=5)))},
    )


def names_of(facts):
    goals = [name for goal in facts.goals for name in (goal.scorer, goal.assist)]
    dates = [*english_grammar.WEEKDAYS, *english_grammar.MONTHS]
    return [facts.home.name, facts.away.name, facts.competition, facts.venue, "Lazio", "Coppa Italia", *goals, *dates]


def numbers_of(facts):
    found = [facts.day.day, facts.day.year, facts.matchday, facts.attendance, *facts.score, *facts.half_time]
    found += [part for goal in facts.goals for part in (int(goal.minute), *goal.score)]
    found += [part for place in facts.places.values() for part in (place.position, place.points, place.played)]
    found += [run.length for run in facts.runs.values()] + [facts.next[AWAY].day.day]
    return {str(number) for number in found if number is not None}


@settings(max_examples=60, deadline=None)
@given(matches(), st.sampled_from([REPORT, BRIEF]), st.sampled_from(["it", "en"]))
def test_every_name_and_every_number_is_in_the_facts(facts, kind, language):
    text = told(facts, kind, language)

    for name in sorted(filter(None, names_of(facts)), key=len, reverse=True):
        text = text.replace(name, "")
    digits = re.findall(r"\d+", re.sub(r"(?<=\d)[.,](?=\d{3})", "", text))
    assert set(digits) <= numbers_of(facts)
    assert re.findall(r"(?<![.:\n;] )(?<!^)(?<!')\b[A-ZÀ-Þ]\w+", text, flags=re.MULTILINE) == []


@settings(max_examples=60, deadline=None)
@given(matches(), st.sampled_from([REPORT, BRIEF]), st.sampled_from(["it", "en"]))
def test_sentences_are_whole(facts, kind, language):
    draft = first_draft(facts, kind, language)

    for sentence in draft.sentences[1:]:
        assert re.fullmatch(r"[A-ZÀ-ÞN].*[.]", sentence.words), sentence.words
        assert not re.search(r"  |\bNone\b| ,|\(\)|\bil [aeiou]|\bla [aeiou]|\bl' ", sentence.words), sentence.words


def test_plural_nations_take_plural_verbs():
    dutch = replace(FACTS, home=Club(1, "Paesi Bassi", national=True), places={HOME: Place(1, 9, 3)})

    assert "i Paesi Bassi sono primi con 9 punti" in told(dutch)
    assert italian_grammar.verb(dutch.home, "batte", "battono") == "battono"
