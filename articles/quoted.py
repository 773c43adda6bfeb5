"""Whom a story quotes: the quotation blocks of its text that name who speaks, and beside them what was noted by hand."""

from typing import NamedTuple

from articles.models import Article, Quotation
from articles.passages import plain
from articles.reading.quotations import is_quotation, quoted_spans
from articles.text.blocks import TAG, attributes
from teams.models import Absorbed, Person
from teams.names import fold


class InText(NamedTuple):
    """What a quotation block says: the words without their speech marks, who speaks, and his number if he is of the game."""

    words: str
    name: str
    person: int | None


def rebuild(article: Article) -> None:
    """Make the rows that follow the text agree with it; those noted by hand stay as they are."""
    kept, wanted = _kept_and_wanted(article)
    if kept != wanted:
        Quotation.objects.filter(article=article, from_text=True).delete()
        Quotation.objects.bulk_create(
            Quotation(article=article, words=words, name=name, speaker_id=person, order=n, from_text=True)
            for n, (words, name, person) in enumerate(wanted)
        )


def differs(article: Article) -> bool:
    """Whether the rows say something else than the text."""
    kept, wanted = _kept_and_wanted(article)
    return kept != wanted


def in_text(body: str) -> list[InText]:
    """What the quotation blocks of a text say, in their order; one that names nobody is not among them.

    >>> in_text('<blockquote data-person="7" data-speaker="Chivu"><p>«Colpa mia».</p></blockquote>')
    [InText(words='Colpa mia', name='Chivu', person=7)]
    """
    found, opened = [], []
    for tag in TAG.finditer(body):
        if tag["name"] == "blockquote" and not tag["end"]:
            opened.append(tag)
        elif tag["name"] == "blockquote" and opened:
            opening = opened.pop()
            found.append(_said(attributes(opening), body[opening.end() : tag.start()]))
    return [one for one in found if one.words and one.name]


def is_in_text(words: str, body: str) -> bool:
    """Whether a quotation block says these words and who speaks, so that nobody has to note it again."""
    return any(f" {fold(words)} " in f" {fold(one.words)} " for one in in_text(body))


def _said(told: dict[str, str], html: str) -> InText:
    words = _without_marks(" ".join(_without_marks(line) for line in plain(html).split("\n")))
    person = told.get("data-person")
    return InText(words, told.get("data-speaker", ""), int(person) if person else None)


def _without_marks(words: str) -> str:
    words = words.strip()
    if not is_quotation(words):
        return words
    start, end = quoted_spans(words)[0]
    return words[start:end].strip()


def _kept_and_wanted(article: Article) -> tuple[list[InText], list[InText]]:
    """The rows that follow the text, as they are and as they should be [2 queries, 1 where the text names nobody]."""
    rows = Quotation.objects.filter(article=article).values_list("from_text", "words", "name", "speaker")
    by_hand, kept = {}, []
    for from_text, words, name, speaker in rows:
        if from_text:
            kept.append(InText(words, name, speaker))
        else:
            by_hand[fold(words)] = by_hand.get(fold(words)) or speaker
    return kept, [one for one in _known(in_text(article.body)) if not _is_noted(one, by_hand)]


def _is_noted(one: InText, by_hand: dict[str, int | None]) -> bool:
    """Words noted by hand are not told twice, unless only the text knows whose they are."""
    words = fold(one.words)
    return words in by_hand and (by_hand[words] is not None or one.person is None)


def _known(said: list[InText]) -> list[InText]:
    """Each once, under the number that the speaker has today; one that is nobody's any more is left out, the name stays."""
    numbers = {one.person for one in said if one.person}
    people = {pk: pk for pk in Person.objects.filter(pk__in=numbers).values_list("pk", flat=True)} if numbers else {}
    if gone := numbers - people.keys():
        people |= Absorbed.objects.now(Person, gone)
    known = [one._replace(person=people.get(one.person)) for one in said]
    return list({(fold(one.words), one.name, one.person): one for one in reversed(known)}.values())[::-1]
