"""`manage.py read_text` and `read_corpus`: what a text asks for and claims, told to people and to programs."""

import json
from datetime import UTC, datetime
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from articles.register import DatabaseFacts
from teams.models import Alias, Person
from tests.making import make_goal, make_match, make_spell, make_stage, make_team

TOLD = """Inter, la notte del Toro
L'Inter batte il Kairat Almaty 2-1 a Milano. Al 45' Lautaro sblocca il risultato, poi decide Carlos Augusto.
Con 3 punti i nerazzurri di Chivu guardano avanti: domenica, in campionato, arriva la Lazio.
"""


@pytest.fixture
def evening(db):
    inter = make_team("Inter", city="Milano")
    make_spell("Lautaro Martínez", inter)
    make_spell("Josep Martínez", inter)
    make_spell("Carlos Augusto", inter)
    make_spell("Cristian Chivu", inter, role="coach")
    match = make_match("Inter 2-1 Kairat Almaty")
    make_goal(match, "Lautaro Martínez", 45)
    make_goal(match, "Ofri Arad", 55, side="away")
    make_goal(match, "Carlos Augusto", 67)
    make_match("Inter v Lazio", kickoff=datetime(2025, 11, 9, 19, 45, tzinfo=UTC), stage=make_stage("Serie A"))
    return match


def reading(folder, text=TOLD, **options):
    file = folder / "text.txt"
    file.write_text(text, encoding="utf-8")
    output = StringIO()
    call_command("read_text", file, date=datetime(2025, 11, 6, tzinfo=UTC).date(), stdout=output, **options)
    return output.getvalue()


def test_links_are_told_with_their_words_reasons_and_roles(evening, tmp_path):
    told = json.loads(reading(tmp_path, json=True))

    lautaro = next(link for link in told["links"] if link["name"] == "Lautaro Martínez")
    assert (lautaro["kind"], lautaro["role"], [word["text"] for word in lautaro["words"]]) == (
        "person",
        "about",
        ["Toro", "Lautaro"],
    )
    assert "at Inter that day" in lautaro["why"]
    kinds = [(link["kind"], link["name"]) for link in told["links"] if link["kind"] in ("match", "matchevent")]
    assert kinds[0] == ("match", "Inter 2-1 Kairat Almaty")
    assert len(kinds) == 3


def test_claims_are_told_with_the_row_that_they_rest_on(evening, tmp_path):
    told = reading(tmp_path).splitlines()

    claims = [line.split() for line in told[told.index("Claims") + 1 :]]
    assert [(line[0], line[1]) for line in claims][:2] == [("right", "score"), ("right", "minute")]
    assert "  right    next_match  “Lazio” Inter - Lazio is on Nov. 9, 2025" in told


def test_a_wrong_score_is_told_with_the_right_one(evening, tmp_path):
    told = json.loads(reading(tmp_path, TOLD.replace("2-1", "3-1"), json=True))

    wrong = [claim for claim in told["claims"] if claim["verdict"] == "wrong"]
    assert [(claim["surface"], claim["replacement"], claim["row"]["name"]) for claim in wrong] == [
        ("3-1", "2-1", "Inter 2-1 Kairat Almaty")
    ]
    assert wrong[0]["because"] == "Inter - Kairat Almaty ended 2-1"


def test_a_text_in_no_language_needs_to_be_told_which(evening, tmp_path):
    with pytest.raises(CommandError, match="neither clearly Italian nor clearly English"):
        reading(tmp_path, "Inter Kairat Lautaro\n")


def test_a_file_that_is_not_there_is_told(db):
    with pytest.raises(CommandError, match="cannot be read"):
        call_command("read_text", "nowhere.txt", stdout=StringIO())


def test_the_dictionary_is_built_once_and_anew_when_a_name_changes(evening):
    first = DatabaseFacts().dictionary
    again = DatabaseFacts().dictionary

    Person.objects.filter(slug="ofri-arad").update(name="Ofir Arad")
    renamed = DatabaseFacts().dictionary
    Alias.objects.create(text="Kaz", team=make_team("Kairat Almaty"))

    assert again is first
    assert renamed is not first
    assert DatabaseFacts().dictionary is not renamed


def test_two_people_of_one_name_are_not_linked(evening, tmp_path):
    Person.objects.create(name="Lautaro Martínez", surname="Martínez", slug="lautaro-martinez-2")
    make_spell(Person.objects.get(slug="lautaro-martinez-2"), make_team("Inter"))
    told = json.loads(
        reading(tmp_path, "Inter\nL'Inter ha un portiere: Lautaro Martinez aspetta il calcio che conta.", lang="it", json=True)
    )

    assert [link["name"] for link in told["links"]] == ["Inter"]


KNOWLEDGE = {
    "competitions": [{"id": "comp:serie-a", "name": "Serie A", "aliases": []}],
    "teams": [
        {"id": "team:roma", "official_name": "Associazione Sportiva Roma", "short_name": "Roma", "city": "Roma",
         "aliases": ["giallorossi", "la Magica"], "venue": "venue:olimpico"},
        {"id": "team:inter", "official_name": "Football Club Internazionale Milano", "short_name": "Inter", "city": "Milano",
         "aliases": ["Bauscia"], "venue": None},
    ],
    "venues": [{"id": "venue:olimpico", "name": "Stadio Olimpico", "aliases": ["the Olimpico"]}],
    "coaches": [{"id": "coach:chivu", "known_as": "Cristian Chivu", "surfaces": ["Chivu"],
                 "spells": [{"team": "team:inter", "from": "2025-06-09", "to": None}]}],
    "players": [{"id": "player:lautaro", "known_as": "Lautaro Martínez", "surname": "Martínez",
                 "surfaces": ["Lautaro", "Martinez"],
                 "spells": [{"team": "team:inter", "from": None, "to": None}]}],
    "matches": [{"id": "match:roma-inter", "competition": "comp:serie-a", "round": "Matchday 7", "date": "2025-10-18",
                 "kickoff": "20:45", "home": "team:roma", "away": "team:inter", "score": [0, 1], "half_time": [0, 1],
                 "venue": "venue:olimpico", "events": [{"id": "event:1", "type": "goal", "minute": 6, "team": "team:inter",
                                                        "player": "player:lautaro", "score": [0, 1]}]}],
}  # fmt: skip
TEXT = {
    "id": "it-1", "lang": "it", "date": "2025-10-18",
    "text": "Roma-Inter 0-2\n\nDecide Martinez al 6': la Bauscia di Chivu sorride, i giallorossi no.",
}  # fmt: skip


@pytest.mark.parametrize(
    ("lean", "teams"), [(False, ["Roma", "Inter", "Bauscia", "giallorossi"]), (True, ["Roma", "Inter", "giallorossi"])]
)
def test_a_corpus_is_read_against_its_own_knowledge_base(tmp_path, lean, teams):
    files = [tmp_path / name for name in ("texts.jsonl", "kb.json", "predictions.jsonl")]
    files[0].write_text(json.dumps(TEXT) + "\n", encoding="utf-8")
    files[1].write_text(json.dumps(KNOWLEDGE), encoding="utf-8")

    call_command("read_corpus", files[0], kb=files[1], out=files[2], lean=lean, stdout=StringIO())

    found = json.loads(files[2].read_text(encoding="utf-8"))
    mentions = [(TEXT["text"][one["start"] : one["end"]], one["entity_id"]) for one in found["mentions"]]
    assert [surface for surface, key in mentions if key.startswith("team:")] == teams
    assert ("Martinez", "player:lautaro") in mentions
    assert found["links"]["match_ids"] == ["match:roma-inter"]
    assert found["links"]["events"] == ["event:1"]
    assert found["links"]["coaches"] == ["coach:chivu"]
    assert [claim["correct_value"] for claim in found["flagged_claims"]] == ["0-1"]


def test_a_corpus_that_cannot_be_read_is_told(tmp_path):
    with pytest.raises(CommandError, match="The corpus cannot be read"):
        call_command("read_corpus", tmp_path / "none.jsonl", kb=tmp_path / "none.json", out=tmp_path / "out", stdout=StringIO())
