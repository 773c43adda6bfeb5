"""Which papers and stations a text cites."""

import re
from collections.abc import Iterable

from articles.reading.names import Dictionary, Name
from articles.reading.tokens import tokens

# Each with the shorter ways of writing it. The article belongs to the name: "La Stampa" is a paper, "la stampa" is the press.
PAPERS = {
    "la Repubblica": ("Repubblica",), "La Gazzetta dello Sport": ("Gazzetta dello Sport", "Gazzetta"), "La Stampa": (),
    "Corriere della Sera": (), "Corriere dello Sport": (), "Tuttosport": (), "Il Messaggero": (), "Il Giornale": (),
    "Il Secolo XIX": (), "Il Mattino": (), "Il Resto del Carlino": (), "Sky Sport": ("Sky", "Sky Sports"), "DAZN": (),
    "Mediaset": (), "Prime Video": (), "ANSA": (), "Marca": (), "Mundo Deportivo": (), "L’Équipe": (), "Kicker": (), "Bild": (),
    "Olé": (), "TyC Sports": (), "La Nación": (), "A Bola": (), "The Guardian": ("Guardian",), "The Times": (),
    "The Athletic": (), "The Daily Telegraph": ("Telegraph",), "BBC": ("BBC Sport",), "ESPN": (), "Reuters": (),
    "Associated Press": (), "AFP": (),
}  # fmt: skip
# None of them is the paper: countries, prizes and the like that begin with one of those names.
NOT_PAPERS = ("Repubblica Ceca", "Repubblica Dominicana", "Repubblica Italiana")
_TELLING = re.compile(
    r"\b(raccont|riport|scriv|scritt|rivel|spieg|sottoline|riferi|aggiung|anticip|evidenzi|intervist|second[oa] |stando a"
    r"|microfoni|edizione|pagine|report|accord|told|writes|wrote|says|said|reveal|according|via|quoted|speaking to)",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"[^.!?\n]+")
_SPELLINGS = [Name(spelling, paper) for paper, others in PAPERS.items() for spelling in (paper, *others)]


def cited_papers(text: str, others: Iterable[str] = ()) -> list[str]:
    """The papers that a sentence of the text names while it tells who said so, as the text writes them, each once.

    `others`: the names of further publishers.

    >>> cited_papers("Come racconta La Repubblica, il Toro non ha esultato. Domani in Repubblica Ceca.")
    ['La Repubblica']
    """
    found = {}
    dictionary = Dictionary([*_SPELLINGS, *(Name(other, None) for other in NOT_PAPERS), *(Name(one, one) for one in others)])
    for sentence in _SENTENCE.findall(text):
        if _TELLING.search(sentence):
            for paper, surface in _named(sentence, dictionary):
                if not surface.split()[-1][0].islower():
                    found.setdefault(paper, surface)
    return list(found.values())


def _named(sentence: str, dictionary: Dictionary) -> list[tuple[str, str]]:
    words = tokens(sentence)
    spots = dictionary.spots(sentence, words)
    return [
        (spot.bearers[0].target, sentence[words[spot.first].start : words[spot.last].end])
        for spot in spots
        if spot.bearers[0].target
    ]
