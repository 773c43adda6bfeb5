"""The command that imports: what it makes, counts, refuses and leaves alone."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from teams.models import Alias, Competition, ExternalId, Match, MatchEvent, Person, ReviewItem, Season, Stage, Team

pytestmark = pytest.mark.django_db

LEAGUE = """= Italian Serie A 2024/25
▪ Matchday 1
Sat Aug 17 2024
  18:30  Inter  v AC Milan    2-1 (1-0)
      (Marcus Thuram 12', Lautaro Martínez 45+2'(p); Leão 70')
         Como 1907 v SS Lazio  0-0
▪ Matchday 2
Sat Aug 24
  20:45  AC Milan v Como 1907  1-1
"""


@pytest.fixture
def told(tmp_path):
    """Runs the command over a file with that text; returns what it printed, refusals included."""

    def run(text=LEAGUE, source="football-txt", name="a.txt", **options):
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        out, err = StringIO(), StringIO()
        given = {"competition": "serie-a", "season": "2024-25", **options}
        try:
            call_command("import_matches", source, str(path), stdout=out, stderr=err, **given)
        except CommandError as error:
            err.write(str(error))
        return out.getvalue() + err.getvalue()

    return run


def counts(printed):
    """{kind: (new, changed, same)} of the lines with counts."""
    lines = [line.split() for line in printed.splitlines() if line.endswith("the same")]
    return {line[0]: (int(line[1]), int(line[3]), int(line[5])) for line in lines}


def test_a_season_comes_into_an_empty_database_with_one_command(told):
    printed = told()

    assert counts(printed) == {
        "competition": (1, 0, 0), "season": (1, 0, 0), "stage": (1, 0, 0), "team": (4, 0, 0), "person": (3, 0, 0),
        "match": (3, 0, 0), "matchevent": (3, 0, 0),
    }  # fmt: skip
    assert [str(match) for match in Match.objects.all()] == [
        "Inter 2-1 AC Milan",
        "Como 1907 0-0 SS Lazio",
        "AC Milan 1-1 Como 1907",
    ]
    assert [(event.clock_label, str(event.person)) for event in MatchEvent.objects.all()] == [
        ("12'", "Marcus Thuram"), ("45+2'", "Lautaro Martínez"), ("70'", "Leão"),
    ]  # fmt: skip


def test_what_was_not_there_begins_with_the_shipped_rules(told):
    told()

    season = Season.objects.select_related("competition").get()
    stage = Stage.objects.get()
    assert (season.competition.name, season.competition.country, str(season.starts), str(season.ends)) == (
        "Serie A", "ITA", "2024-08-17", "2024-08-24",
    )  # fmt: skip
    assert (stage.kind, stage.tie_breaks[0], stage.points_for_win) == ("league", "head_to_head_points", 3)


def test_a_season_may_be_written_with_a_stroke(told):
    told(season="2024/25")

    assert Season.objects.get().label == "2024-25"


def test_running_it_twice_changes_nothing(told):
    told()

    assert counts(told()) == {"match": (0, 0, 3), "matchevent": (0, 0, 3)}
    assert (Team.objects.count(), Person.objects.count(), ReviewItem.objects.count()) == (4, 3, 7)


def test_a_dry_run_counts_the_same_and_leaves_no_trace(told):
    printed = told(dry_run=True)

    assert counts(printed)["match"] == (3, 0, 0)
    assert [Competition.objects.exists(), Match.objects.exists(), Team.objects.exists(), ReviewItem.objects.exists()] == [
        False
    ] * 4


def test_a_new_name_is_listed_for_review_with_those_near_it(told):
    inter = Team.objects.create(name="FC Inter Milano", slug="fc-inter-milano")

    told()

    item = ReviewItem.objects.get(kind="team", key="Inter")
    assert (item.status, item.near, item.place, Team.objects.get(pk=item.row_id).name) == (
        "open",
        [inter.pk],
        "a.txt, line 4",
        "Inter",
    )


def test_a_strict_import_refuses_a_name_that_nothing_bears(told):
    assert "refused: a.txt, line 4: no team is called “Inter”" in told(strict=True)
    assert not Match.objects.exists()


def test_a_name_that_two_rows_bear_waits_in_the_queue(told):
    rows = [Team.objects.create(name="Inter", slug=slug) for slug in ("inter", "inter-miami")]
    Team.objects.filter(pk=rows[0].pk).update(slug="internazionale")

    printed = told(keep_good=True)

    assert (
        "refused: a.txt, line 4: more than one team is called “Inter”: inter-miami, internazionale; decide under names" in printed
    )
    assert Match.objects.count() == 2
    assert ReviewItem.objects.values_list("status", "row_id", "near").get(key="Inter") == ("open", None, [row.pk for row in rows])


def test_the_question_remains_when_the_whole_file_is_refused_for_it(told):
    for slug in ("internazionale", "inter-miami"):
        Team.objects.create(name="Inter", slug=slug)

    told()

    assert not Match.objects.exists()
    assert list(ReviewItem.objects.values_list("key", flat=True)) == ["Inter"]


def test_other_names_and_keys_of_a_source_find_their_row(told):
    inter, milan = (Team.objects.create(name=name, slug=name.lower()) for name in ("Internazionale", "Milan"))
    Alias.objects.create(team=inter, text="INTER")
    ExternalId.objects.create(source="openfootball", key="AC Milan", team=milan)

    told()

    assert set(Match.objects.values_list("home__slug", flat=True)) == {"internazionale", "como-1907", "milan"}


def test_a_row_that_was_renamed_is_found_again_by_the_key_of_the_source(told):
    told()
    Team.objects.filter(name="AC Milan").update(name="Il Diavolo", slug="diavolo")
    Person.objects.filter(name="Leão").update(name="Rafael Leão", surname="Leão", slug="rafael-leao")

    assert counts(told()) == {"match": (0, 0, 3), "matchevent": (0, 0, 3)}


def test_one_bad_line_refuses_the_whole_file_or_with_keep_good_only_its_match(told):
    bad = LEAGUE.replace("Como 1907 v SS Lazio  0-0", "Como 1907  0-0")

    assert "refused: a.txt, line 6: two teams were expected" in told(bad)
    assert not Match.objects.exists()

    assert counts(told(bad, keep_good=True))["match"] == (2, 0, 0)


def test_a_surname_alone_means_who_bears_it_in_the_squad(told):
    told()

    told(LEAGUE.replace("Lautaro Martínez 45+2'(p)", "Martínez 45+2'(p)"), name="b.txt")

    assert MatchEvent.objects.values_list("person__name", flat=True).get(minute=45) == "Lautaro Martínez"
    assert Person.objects.count() == 3


def test_a_surname_that_two_of_a_squad_bear_is_never_guessed(told):
    two = "      (Lautaro Martínez 12', Josep Martínez 20'; Leão 70')"

    told(LEAGUE.replace(LEAGUE.splitlines()[4], two))
    told(LEAGUE.replace(LEAGUE.splitlines()[4], two).replace("AC Milan v Como 1907  1-1", "AC Milan v Inter 0-1\n(Martínez 5')"))

    item = ReviewItem.objects.get(kind="person", row_id=None)
    assert MatchEvent.objects.get(minute=5).person is None
    assert {Person.objects.get(pk=pk).name for pk in item.near} == {"Lautaro Martínez", "Josep Martínez"}


def test_namesakes_at_two_clubs_are_two_people(told):
    text = LEAGUE.replace("Leão 70'", "Danilo 70'").replace("1-1", "1-1\n      (Leão 2'; Danilo 8')")

    told(text)

    assert list(Person.objects.filter(name="Danilo").order_by("pk").values_list("slug", flat=True)) == [
        "danilo",
        "danilo-como-1907",
    ]


def test_a_second_source_without_the_result_takes_nothing_back(told):
    told()
    told(
        '{"matches": [{"round": "Matchday 1", "date": "2024-08-17", "team1": "Inter", "team2": "AC Milan", "score": {}}]}',
        source="football-json",
        name="it.json",
    )

    assert Match.objects.values_list("status", "home_goals").get(home__name="Inter") == ("finished", 2)


def test_a_second_source_without_the_hour_takes_the_hour_not_back(told):
    told()
    row = '{"round": "Matchday 1", "date": "2024-08-17", "team1": "Inter", "team2": "AC Milan", "score": {"ft": [2, 1]}}'
    told(f'{{"matches": [{row}]}}', source="football-json", name="it.json")

    kickoff, confirmed = Match.objects.values_list("kickoff", "kickoff_confirmed").get(home__name="Inter")
    assert (str(kickoff), confirmed) == ("2024-08-17 16:30:00+00:00", True)


def test_one_goal_is_not_two_because_its_scorer_is_spelt_in_two_ways(told):
    told()
    row = '{"round": "Matchday 1", "date": "2024-08-17", "team1": "Inter", "team2": "AC Milan", "score": {"ft": [2, 1]}, '
    row += '"goals2": [{"name": "Rafa Leao", "minute": 70}]}'

    for _ in range(2):
        told(f'{{"matches": [{row}]}}', source="football-json", name="it.json")

    assert list(MatchEvent.objects.filter(side="away").values_list("person__name", flat=True)) == ["Leão"]


def test_a_source_that_names_no_competition_needs_to_be_told_it(told):
    assert "football-txt names neither competition nor season" in told(competition=None)


def test_results_of_the_csv_template_are_imported_too(told):
    text = "date,kickoff,home,away,status,home_goals,away_goals,matchday\n2024-08-17,18:30,Inter,Milan,finished,2,1,1\n"

    assert counts(told(text, source="csv", name="a.csv"))["match"] == (1, 0, 0)
    assert Match.objects.values_list("stage__season__competition__slug", "matchday").get() == ("serie-a", 1)


def test_a_match_sheet_is_imported_with_its_own_competition(told):
    text = "competition: coppa-italia\nseason: 2024-25\nround: Final\ndate: 2025-05-14\nscore: 0-1\nhome: Milan\naway: Bologna\n"

    told(text, source="match-sheet", name="a.yaml", competition=None, season=None)

    match = Match.objects.select_related("stage__season__competition").get()
    assert (str(match), match.stage.season.competition.name, match.round) == ("Milan 0-1 Bologna", "Coppa Italia", "Final")
