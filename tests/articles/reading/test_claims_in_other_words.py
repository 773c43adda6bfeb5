"""The same facts in the many words that a desk has for them, true and false."""

import pytest

from tests.articles.reading.test_more_claims import CITY, ROME, disputed


@pytest.mark.parametrize(
    ("text", "language", "true", "false"),
    [
        (ROME + "Dopo {} minuti Lautaro trova la via della rete.", "it", None, "36"),
        (CITY + "Foden struck on the {}-minute mark.", "en", "75", "66"),
        (CITY + "It took {} minutes for Foden to score.", "en", "75", "66"),
        (CITY + "It ended {}.", "en", "3-0", "5-0"),
        (ROME + "È {} a segnare.", "it", "Lautaro", "Thuram"),
        (ROME + "Ci pensa {} a sbloccarla.", "it", "Lautaro", "Thuram"),
        (CITY + "{} was the goalscorer late on.", "en", "Foden", "Stones"),
        (ROME + "Adesso per l'Inter c'è il {}.", "it", "Napoli", "Torino"),
        (ROME + "Prossimo avversario dell'Inter: il {}.", "it", "Liverpool", "Torino"),
        (ROME + "L'Inter prepara la sfida con il {}.", "it", "Napoli", "Torino"),
    ],
)
def test_what_is_so_is_right_and_what_is_not_is_wrong(text, language, true, false):
    assert true is None or disputed(text.format(true), language) == []
    assert len(disputed(text.format(false), language)) == 1
