"""Words of a body changed in place: its markup stays, nothing typed becomes markup."""

import pytest

from articles.passages import plain, replaced

BODY = "<p>Al 67' <em>Carlos Augusto</em> firma il <strong>2-1</strong>.</p><p>L&amp;R, fine.</p>"
SENTENCE = "Al 67' Carlos Augusto firma il 2-1"


def test_blocks_are_parted_by_lines_and_entities_are_letters():
    assert plain(BODY) == "Al 67' Carlos Augusto firma il 2-1.\nL&R, fine."


@pytest.mark.parametrize(
    "new",
    [
        "Al 67' Lautaro firma il 2-2",
        "",
        "Nessun gol",
        "Al 67' Carlos Augusto firma il 2-1, poi <b>niente</b> & basta",
        "Prima, al 67' Carlos Augusto firma il 2-1",
    ],
)
def test_the_words_become_what_was_typed_and_nothing_else_moves(new):
    changed = replaced(BODY, 0, len(SENTENCE), new)

    assert plain(changed) == f"{new}.\nL&R, fine."
    assert changed.endswith(".</p><p>L&amp;R, fine.</p>")


def test_each_change_keeps_the_markup_around_it():
    changed = replaced(BODY, 0, len(SENTENCE), "Al 72' Lautaro firma il 2-2")

    assert changed.startswith("<p>Al 72' <em>Lautaro</em> firma il <strong>2-2</strong>.")
