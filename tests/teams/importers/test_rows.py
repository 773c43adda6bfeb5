"""Rows that know where they stand, and refuse in words that name file, line and cure."""

from datetime import date
from decimal import Decimal

import pytest

from teams.importers.records import Refused
from teams.importers.rows import each, read_list, read_one


def refusal(content, ask):
    row = read_one(content.encode(), "sheet.yaml")
    with pytest.raises(Refused) as refused:
        ask(row)
    return str(refused.value)


def test_a_row_answers_for_its_fields_in_the_type_that_is_asked_for():
    row = read_one(b"name: Inter\nfounded: 1908\nborn: 1997-08-22\nnorth: 45.47812\nloan: yes\n", "sheet.yaml")

    assert row.text("name") == "Inter"
    assert row.whole("founded") == 1908
    assert row.day("born") == date(1997, 8, 22)
    assert row.decimal("north") == Decimal("45.47812")
    assert row.flag("loan") is True


def test_yaml_guesses_nothing_about_times_and_words():
    row = read_one(b"kickoff: 20:45\nlanguage: no\nlabel: 2025-26\n", "sheet.yaml")

    assert [row.text(name) for name in ("kickoff", "language", "label")] == ["20:45", "no", "2025-26"]


def test_json_is_read_like_yaml_also_when_it_is_indented_with_tabs():
    row = read_one('{\n\t"name": "Çalhanoğlu",\n\t"goals": [{"minute": 66}]\n}'.encode(), "sheet.json")

    assert row.text("name") == "Çalhanoğlu"
    assert [goal.whole("minute") for goal in row.rows("goals")] == [66]
    assert row.rows("goals")[0].place.line == 3


def test_empty_null_and_absent_are_nothing_said():
    row = read_one(b"a:\nb: null\nc: ''\n", "sheet.yaml")

    assert [row.text(name) for name in "abcd"] == [None, None, None, None]


@pytest.mark.parametrize(
    ("content", "ask", "told"),
    [
        ("name:\n", lambda row: row.needed("name"), "sheet.yaml, line 1: name is missing; write it"),
        ("a: 1\nn: -3\n", lambda row: row.whole("n"), "sheet.yaml, line 2: n: a whole number was expected, not “-3”"),
        ("d: 5 Nov\n", lambda row: row.day("d"), "sheet.yaml, line 1: d: a date like 2025-11-05 was expected, not “5 Nov”"),
        ("x: east\n", lambda row: row.decimal("x"), "sheet.yaml, line 1: x: a number was expected, not “east”"),
        ("f: maybe\n", lambda row: row.flag("f"), "sheet.yaml, line 1: f: write yes or no, not “maybe”"),
        ("t: [a]\n", lambda row: row.text("t"), "sheet.yaml, line 1: t takes one value, not a list or a block"),
        ("t: {a: b}\n", lambda row: row.texts("t"), "sheet.yaml, line 1: t: a list of words was expected"),
        ("t: a\n", lambda row: row.rows("t"), "sheet.yaml, line 1: t: a list was expected, each line begun with a dash"),
        ("t: [a]\n", lambda row: row.rows("t"), "sheet.yaml, line 1: t: fields with names were expected here"),
        ("a: b\n", lambda row: row.block("home", short="team"), "sheet.yaml, line 1: home is missing; write it"),
    ],
)
def test_what_is_not_as_asked_is_refused_in_words(content, ask, told):
    assert refusal(content, ask) == told


def test_a_misspelt_field_is_refused_with_the_name_that_it_resembles():
    with pytest.raises(Refused, match=r"teams\.yaml, line 2: there is no field colur; did you mean colour\?"):
        each(read_list(b"- colour: red\n- colur: red\n", "teams.yaml"), lambda row: row.text("colour"))


def test_a_field_that_resembles_none_is_to_be_taken_out():
    with pytest.raises(Refused, match="there is no field xyz; take it out"):
        each(read_list(b"- xyz: 1\n", "teams.yaml"), lambda row: row.text("colour"))


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"home: Inter\nhome: Milan\n", "sheet.yaml, line 2: home is written twice; take one out"),
        (b"home: Inter\naway: [Milan\n", "sheet.yaml, line 3: this line cannot be read: "),
        (b"home: Inter\naway: \xe8\n", "sheet.yaml, line 2: this is not UTF-8; save the file as UTF-8"),
        (b"home: \x00\n", "sheet.yaml, line 1: "),
        (b"- home\n", "sheet.yaml, line 1: the file must begin with a field, like home: or competition:"),
    ],
)
def test_a_file_that_cannot_be_read_is_refused_at_its_line(content, told):
    with pytest.raises(Refused) as refused:
        read_one(content, "sheet.yaml")

    assert str(refused.value).startswith(told)


def test_a_list_file_must_be_a_list_of_entries():
    with pytest.raises(Refused, match=r"teams\.yaml, line 1: the file must be a list, each entry begun with a dash"):
        read_list(b"name: Inter\n", "teams.yaml")


def test_an_empty_list_file_holds_nothing():
    assert read_list(b"# nothing yet\n", "teams.yaml") == []
