"""Two texts side by side: the words that came and went, each in its block, and nothing else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.differences import ADDED, REMOVED, Block, blocks_of, compare, lines_of, words_changed


def told(rows):
    """Each changed row as "old → new", with the words that went in [-...-] and those that came in {+...+}."""
    marks = {REMOVED: "[-{}-]", ADDED: "{{+{}+}}"}

    def side(pieces):
        return "".join(marks.get(piece.kind, "{}").format(piece.text) for piece in pieces or ())

    return [f"{side(row.old)} → {side(row.new)}" for row in rows if row.is_changed]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("<p>Uno due tre.</p>", "<p>Uno due tre.</p>", []),
        ("<p>Segna Lautaro al 45’.</p>", "<p>Segna Thuram al 45’.</p>", ["Segna [-Lautaro-] al 45’. → Segna {+Thuram+} al 45’."]),
        ("<p>Il gol di rigore.</p>", "<p>Il palo di testa.</p>", ["Il [-gol-] di [-rigore-]. → Il {+palo+} di {+testa+}."]),
        ("<p>Gran gol.</p>", "<p>Bel palo.</p>", ["[-Gran gol-]. → {+Bel palo+}."]),
        ("<p>Finisce 2-1.</p>", "<p>Finisce 2-2.</p>", ["Finisce 2-[-1-]. → Finisce 2-{+2+}."]),
        ("<p>Uno.</p><p>Due.</p>", "<p>Uno.</p><p>Mezzo.</p><p>Due.</p>", [" → {+Mezzo.+}"]),
        ("<p>Uno.</p><p>Due.</p>", "<p>Due.</p>", ["[-Uno.-] → "]),
        ("<p>Forte</p>", "<p><strong>Forte</strong></p>", ["Forte → {+**+}Forte{+**+}"]),
        (
            '<p><a href="https://a.it/">qui</a></p>',
            '<p><a href="https://b.it/">qui</a></p>',
            ["[qui](https://[-a.it-]/) → [qui](https://{+b.it+}/)"],
        ),
        (
            "<p>La cronaca della gara.</p><p>Il commento finale.</p>",
            "<h2>Titolo</h2><p>La cronaca della partita.</p><p>Altro, tutto nuovo qui.</p>",
            [
                " → {+Titolo+}",
                "La cronaca della [-gara-]. → La cronaca della {+partita+}.",
                "[-Il commento finale.-] → ",
                " → {+Altro, tutto nuovo qui.+}",
            ],
        ),
    ],
)
def test_only_what_differs_is_marked(old, new, expected):
    assert told(compare(blocks_of(old), blocks_of(new))) == expected


def test_headings_lists_tables_and_cards_are_blocks_of_their_own():
    html = (
        "<h2>Titolo</h2><ul><li><p>uno</p></li><li><p>due</p></li></ul><blockquote><p>Detto</p></blockquote>"
        '<table><tbody><tr><th><p>Squadra</p></th></tr></tbody></table><p>a<br>capo</p><match-card data-id="12"></match-card>'
    )

    assert blocks_of(html) == [
        Block("h2", "Titolo"),
        Block("li", "uno"),
        Block("li", "due"),
        Block("blockquote", "Detto"),
        Block("th", "Squadra"),
        Block("p", "a\ncapo"),
        Block("p", "⟨match-card 12⟩"),
    ]


def test_words_are_counted_where_they_came_and_where_they_went():
    assert words_changed(lines_of("uno due due tre"), lines_of("tre due quattro cinque")) == (2, 2)


TEXTS = st.lists(st.text("ab cd.", min_size=1), max_size=6)


@given(TEXTS, TEXTS)
def test_each_side_reads_as_its_own_text_from_beginning_to_end(old, new):
    old, new = ([Block("p", text) for text in texts] for texts in (old, new))

    rows = compare(old, new)

    for side, texts in (("old", old), ("new", new)):
        shown = ["".join(p.text for p in getattr(row, side)) for row in rows if getattr(row, side) is not None]
        assert shown == [block.text for block in texts]
