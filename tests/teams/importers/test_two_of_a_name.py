"""A name that two of a squad bear: it stands for nobody, waits in the queue, and the answer goes to all that waited."""

from datetime import date

import pytest

from teams import merging
from teams.importers.football_txt import read_football_txt
from teams.importers.store import Tally, store_reading
from teams.models import Appearance, MatchEvent, Person, ReviewItem
from tests.making import make_person, make_spell, make_team

pytestmark = pytest.mark.django_db

SPEZIA = """= Italian Serie A 2024/25
▪ Matchday 1
Sat Aug 17 2024
  Spezia v Como  2-1
    (Esposito 12', 30'; Cutrone 70')
"""


def spezia(text=SPEZIA):
    reading = read_football_txt(text.encode(), "a.txt", competition="serie-a", season="2024-25", zone="UTC")
    tally = Tally()
    store_reading(reading, source="football-txt", tally=tally)
    return tally


@pytest.fixture
def brothers(db):
    team = make_team("Spezia")
    brothers = make_person("Salvatore Esposito"), make_person("Sebastiano Esposito")
    for one in brothers:
        make_spell(one, team, start=date(2024, 7, 1))
    return brothers


def test_a_surname_that_two_of_a_squad_bear_leaves_the_event_without_its_person_and_asks(brothers):
    tally = spezia()

    item = ReviewItem.objects.get(row_id=None)
    assert (item.text, item.near) == ("Esposito", [one.pk for one in brothers])
    assert [event.person for event in MatchEvent.objects.filter(side="home")] == [None, None]
    assert not Person.objects.filter(name="Esposito").exists()
    assert tally.kept == [
        "a.txt, line 4: “Esposito” may be Salvatore Esposito or Sebastiano Esposito; say whom it means under names to review"
    ]


def test_the_answer_names_the_person_of_what_waited_and_the_next_import_changes_nothing(brothers, django_user_model):
    spezia()
    assert sum((spezia().new + spezia().changed).values()) == 0
    item = ReviewItem.objects.get(row_id=None)

    merging.answer(item, brothers[1], by=django_user_model.objects.create(username="desk"))

    assert [event.person for event in MatchEvent.objects.filter(side="home")] == [brothers[1]] * 2
    assert (ReviewItem.objects.get(pk=item.pk).status, ReviewItem.objects.get(pk=item.pk).waiting) == ("merged", [])
    again = spezia()
    assert (sum((again.new + again.changed).values()), again.kept, MatchEvent.objects.count()) == (0, [], 3)


def test_in_a_line_up_nobody_stands_in_for_a_name_that_two_bear(brothers):
    tally = spezia(SPEZIA + "\nSpezia: Esposito - Reca\n")

    assert list(Appearance.objects.values_list("person__name", flat=True)) == ["Reca"]
    assert len(tally.kept) == 1
