"""Scores in all the forms in which Football.TXT writes them."""

import pytest

from teams.importers.football_txt.scores import RESULT, Score, read_score


@pytest.mark.parametrize(
    ("text", "score"),
    [
        ("2-1", Score((2, 1))),
        ("2-1 (1-0)", Score((2, 1), (1, 0))),
        ("2 - 1 (1-0)", Score((2, 1), (1, 0))),
        ("10-1", Score((10, 1))),
        ("3-2 a.e.t. (3-0, 1-0)", Score((3, 2), (1, 0), (3, 0), None, True)),
        ("3-0aet (0-0, 0-0)", Score((3, 0), (0, 0), (0, 0), None, True)),
        ("1-2 a.e.t. (1-1)", Score((1, 2), None, (1, 1), None, True)),
        ("2-1 aet/gg (1-1, 0-0)", Score((2, 1), (0, 0), (1, 1), None, True)),
        ("1-0 aet/sg", Score((1, 0), None, None, None, True)),
        ("3-3 a.e.t. (2-2, 2-0) 4-2 pen.", Score((3, 3), (2, 0), (2, 2), (4, 2), True)),
        ("3-3 a.e.t., 4-2 pen.", Score((3, 3), None, None, (4, 2), True)),
        ("1-4 pen. 0-1 a.e.t. (0-1, 0-1)", Score((0, 1), (0, 1), (0, 1), (1, 4), True)),
        ("5-4pen 3-3aet (1-1)", Score((3, 3), None, (1, 1), (5, 4), True)),
        ("3-2 pen. 0-0 a.e.t. (0-0)", Score((0, 0), None, (0, 0), (3, 2), True)),
        ("1-1 (aet, win 3-4 on pens)", Score((1, 1), None, None, (3, 4), True)),
        ("1-1 (HT 1-0, FT 1-1, AET, PEN 3-4)", Score((1, 1), (1, 0), (1, 1), (3, 4), True)),
        ("2-1 (HT 1-0, FT 1-1, AET 2-1)", Score((2, 1), (1, 0), (1, 1), None, True)),
        ("2-1 (1-0) (agg 4-4, win 1-2 on away goals)", Score((2, 1), (1, 0))),
        ("1-1 (agg 3-2)", Score((1, 1))),
        ("9-8 pen. (0-0)", Score((0, 0), None, None, (9, 8))),
        ("5-4 pen. (3-3, 0-2)", Score((3, 3), (0, 2), None, (5, 4))),
        ("4-2 a.e.t. 2-2", Score((4, 2), None, (2, 2), None, True)),
        ("2:2 2:3nV", Score((2, 3), None, (2, 2), None, True)),
        ("1:1 0:0nV", Score((1, 1), None, (1, 1), None, True)),
        ("1:1 2:1nV", Score((2, 1), None, (1, 1), None, True)),
    ],
)
def test_a_score_is_read_in_every_form(text, score):
    found = RESULT.search(f"Inter  {text}  Milan")

    assert found[0].strip() == text
    assert read_score(found[0]) == score


@pytest.mark.parametrize("text", ["Schalke 04 - 1. FC Köln", "Mainz 05 v Bayer 04", "Como 1907 v TSV 1860 München", "1. FC Köln"])
def test_the_number_of_a_club_is_no_score(text):
    assert RESULT.search(text) is None
