"""Whole stories of the small world: whom they name, that nothing true is disputed, and that what is falsified is found."""

import re

import pytest

from articles.reading.claims import claims_of
from tests.articles.reading.world import named, reading

# {true|false}: a claim, and what it is falsified to. [name]: one that is none of ours.
STORIES = {
    "agency": (
        "it",
        """Thuram e Lautaro, l'Inter passa a Roma

ROMA - Basta una rete in avvio all'Inter di Chivu: all'Olimpico finisce {1-0|2-0} per i nerazzurri, con il gol di
{Lautaro Martínez|Thuram} al {6'|26'}. La Roma di Gasperini, già battuta {2-1|3-1} dal Napoli due settimane prima, non reagisce.
Se avesse segnato al 70' Dovbyk, si parlerebbe di un 1-1. Sabato l'Inter sarà ospite del {Napoli|Torino};
prima, mercoledì, riceve il
{Liverpool|Newcastle} in Champions.""",
        {"Inter", "Roma", "Napoli", "Liverpool", "Lautaro Martínez", "Marcus Thuram", "Artem Dovbyk"},
    ),
    "report": (
        "it",
        """Leão due volte, il Milan rimonta la Fiorentina

Il Milan batte la Fiorentina {2-1|3-1} a San Siro grazie alla {doppietta|tripletta} di Leão. Apre Gosens al {55'|45'}, poi
{Leão|Pulisic} pareggia al {63'|73'} e all'{86'|76'} firma il sorpasso. Per Allegri è una serata da ricordare; Pioli, l'ex, esce
tra gli applausi. Il sindaco [Sala] era in tribuna.""",
        {"Milan", "Fiorentina", "Rafael Leão", "Massimiliano Allegri", "Stefano Pioli"},
    ),
    "late winner": (
        "en",
        """Woltemade stuns Anfield at the death

Liverpool {1-2|2-2} Newcastle. Mohamed Salah had put the champions ahead in the {40th|30th} minute, but
{Anthony Gordon|Dan Burn}
equalised on {55|65} minutes and {Nick Woltemade|Dan Burn} won it in stoppage time. It could have been 3-1
before that. Eddie Howe's
team had lost 4-1 here last season. Arne Slot takes his side to San Siro on {Wednesday|Thursday} to face
{Inter|Napoli}. [Liverpool]
Women drew 0-0 with [Newcastle] on the same day.""",
        {"Liverpool", "Newcastle", "Mohamed Salah", "Anthony Gordon", "Nick Woltemade", "Eddie Howe", "Arne Slot", "Inter"},
    ),
    "short": (
        "en",
        """Haaland double sinks Spurs

Erling Haaland scored a {double|hat-trick} as Manchester City beat Tottenham {3-0|3-1} at the Etihad Stadium. He struck on
{10|20} minutes and in the {60th|70th} minute, and {Phil Foden|John Stones} added the third in the
{75th|85th} minute. Thomas Frank's
side had gone unbeaten away, but in 2019 they lost 5-0 here. "We could have lost 6-0," he said.""",
        {"Manchester City", "Tottenham", "Erling Haaland", "Phil Foden", "Thomas Frank"},
    ),
    "roundup": (
        "it",
        """Lookman e Scamacca, colpo della Dea a Cagliari

Dopo la sosta l'Atalanta di Jurić riparte: {2-0|3-0} al Cagliari, con i gol di {Lookman|De Ketelaere} al
{12'|22'} e di {Scamacca|De Ketelaere}
all'{80'|70'}. A Torino i granata superano il Napoli {1-0|2-0}: decide {Simeone|Vlašić} al {32'|42'}. Reti
bianche, {0-0|1-1}, tra
Lecce e Bologna. Domenica i granata vanno sul campo della {Lazio|Roma}. L'Atalanta Under 23 ha perso 3-2.""",
        {"Atalanta", "Cagliari", "Torino", "Napoli", "Lecce", "Bologna", "Lazio", "Ademola Lookman", "Gianluca Scamacca"},
    ),
    "elsewhere": (
        "it",
        """Basket, la Virtus [Bologna] sbanca [Milano]

La Virtus vince 88-79 sul parquet dell'Olimpia: decisivi i rimbalzi nell'ultimo quarto. Al 32' il canestro
del sorpasso. È la quarta
vittoria di fila in Eurolega, dove i bianconeri sono terzi con 8 punti.""",
        set(),
    ),
}
_MARKED = re.compile(r"\{([^|}]*)\|([^}]*)\}|\[([^]]*)\]")


def told(text, replaced=None):
    """The story without its marks, one line to a paragraph; the numbered claim falsified, and where its words stand then."""
    text, out, at, number, span = re.sub(r"(?<!\n)\n(?!\n)", " ", text), "", 0, 0, None
    for found in _MARKED.finditer(text):
        out, at = out + text[at : found.start()], found.end()
        words = found[3] or (found[2] if number == replaced else found[1])
        if not found[3]:
            span = (len(out), len(out) + len(words)) if number == replaced else span
            number += 1
        out += words
    return out + text[at:], span


def count(text):
    return sum(found[3] is None for found in _MARKED.finditer(text))


def wrong(text, language):
    return [claim for claim in claims_of(reading(text, language).scene) if claim.verdict == "wrong"]


@pytest.mark.parametrize("story", STORIES)
def test_a_whole_story_is_linked_and_nothing_true_in_it_is_disputed(story):
    language, text, names = STORIES[story]

    found = told(text)[0]

    assert wrong(found, language) == []
    assert names <= {whose for _words, whose in named(found, language)}


@pytest.mark.parametrize("story", STORIES)
def test_a_name_that_is_none_of_ours_is_left_alone(story):
    language, text, _names = STORIES[story]
    others = [found[3] for found in _MARKED.finditer(text) if found[3]]

    linked = [words for words, _whose in named(told(text)[0], language)]

    assert [linked.count(other) <= told(text)[0].count(other) - 1 for other in others] == [True] * len(others)


def test_of_the_claims_falsified_one_by_one_nearly_all_are_found():
    tried = found = 0
    for language, text, _names in STORIES.values():
        for number in range(count(text)):
            falsified, (start, end) = told(text, number)
            tried += 1
            found += any(claim.start < end and start < claim.end for claim in wrong(falsified, language))

    assert found >= tried * 0.85
