"""Tying a story to facts, signing the ties, and keeping what it cites and whom it quotes."""

from collections.abc import Container, Iterable, Sequence
from typing import NamedTuple

from django.db import models, transaction

from articles.models import Article, Citation, Link, Quotation, RefusedLink, RefusedSource
from articles.models.links import LINKS
from teams import auditlog, clock
from teams.models import Person
from teams.names import fold

from .keeping import settle

BY_KIND = {model.TARGET: model for model in LINKS}
_LONGEST = RefusedSource._meta.get_field("folded").max_length
_BY_FACT = {model._meta.get_field(model.TARGET).related_model: model for model in LINKS}


class Tie(NamedTuple):
    """A fact that a story is to be tied to; one that nobody has agreed to yet is not signed."""

    fact: models.Model
    role: str = Link.Role.ABOUT
    is_agreed: bool = True

    @property
    def model(self):
        return _BY_FACT[type(self.fact)]


class Said(NamedTuple):
    """Somebody's words; `speaker` where it is certain who that is, `name` as the story calls them."""

    words: str
    name: str = ""
    speaker: Person | None = None


@transaction.atomic
def link(article: Article, fact: models.Model, *, by, role: str = Link.Role.ABOUT, confirmed: bool = True) -> Link:
    """Tie the story to a fact, or give the tie another role; new ties come last."""
    model = _BY_FACT[type(fact)]
    model(article=article, **{model.TARGET: fact}).clean()
    order = model.objects.filter(article=article).count()
    stamp = {"confirmed_by": by, "confirmed_at": clock.now()} if confirmed else {}
    tie, _created = model.objects.update_or_create(
        article=article,
        **{model.TARGET: fact},
        defaults={"role": role, **stamp},
        create_defaults={"role": role, "order": order, **stamp},
    )
    if confirmed:
        auditlog.record(by, "link", article, links=[_named(model, fact, role)])
    if article.status == Article.Status.PUBLISHED:
        settle(article, by=by, modified=False)
    return tie


@transaction.atomic
def unlink(article: Article, fact: models.Model, *, by) -> None:
    """Untie the story from a fact."""
    model = _BY_FACT[type(fact)]
    model.objects.filter(article=article, **{model.TARGET: fact}).delete()
    auditlog.record(by, "unlink", article, links=[_named(model, fact)])
    settle(article, by=by, modified=False)


@transaction.atomic
def tie(
    article: Article,
    ties: Sequence[Tie],
    *,
    by,
    refused: Iterable[models.Model] = (),
    known: Container[tuple[str, int]] | None = None,
) -> None:
    """Tie the story to exactly these facts, in this order; `settle` brings up to date what follows.

    Who keeps a tie signs it, unless it was signed before or is still only proposed. A proposal that is left out was refused,
    like those in `refused`: it is not proposed again for this story. `known`: the ties, as (kind, number), that whoever decides
    had before him; others that a colleague made meanwhile stay.
    """
    refused, told = set(refused), {"link": [], "unlink": []}
    for model in LINKS:
        rows = {getattr(row, f"{model.TARGET}_id"): row for row in model.objects.filter(article=article)}
        for order, wanted in enumerate(each for each in ties if each.model is model):
            row = rows.pop(wanted.fact.pk, None)
            told["link"] += [_named(model, wanted.fact, wanted.role)] if _keep(row, article, wanted, order, by) else []
        gone = [row.pk for number, row in rows.items() if known is None or (model.TARGET, number) in known]
        left = model.objects.filter(pk__in=gone).select_related(model.TARGET)
        refused |= {row.target for row in left if row.confirmed_at is None}
        told["unlink"] += [_named(model, row.target) for row in left if row.confirmed_at]
        left.delete()
    refuse(article, refused, by=by)
    RefusedLink.objects.filter(article=article).filter(_any_of(each.fact for each in ties)).delete()
    for verb, links in told.items():
        if links:
            auditlog.record(by, verb, article, links=links)


def refuse(article: Article, facts: Iterable[models.Model], *, by) -> None:
    """Remember that these were proposed in vain."""
    rows = [RefusedLink(article=article, kind=_BY_FACT[type(fact)].TARGET, target_id=fact.pk, refused_by=by) for fact in facts]
    RefusedLink.objects.bulk_create(rows, ignore_conflicts=True)


def confirm_links(article: Article, *, by) -> None:
    """Sign every tie that was only proposed."""
    for model in LINKS:
        model.objects.filter(article=article, confirmed_at=None).update(confirmed_by=by, confirmed_at=clock.now())


@transaction.atomic
def cite(article: Article, sources: Iterable[tuple[str, str]], *, by) -> None:
    """Cite exactly these sources, (name, address) each, in this order."""
    sources = list(sources)
    Citation.objects.filter(article=article).delete()
    Citation.objects.bulk_create(Citation(article=article, name=name, url=url, order=n) for n, (name, url) in enumerate(sources))
    _refused(article, RefusedSource.Kind.CITATION, [name for name, _url in sources]).delete()


@transaction.atomic
def quote(article: Article, said: Iterable[Said], *, by) -> None:
    """Note exactly these quotations, in this order; what the text quotes follows the text."""
    said = list(said)
    Quotation.objects.filter(article=article, from_text=False).delete()
    Quotation.objects.bulk_create(
        Quotation(article=article, words=one.words, name=one.name, speaker=one.speaker, order=n) for n, one in enumerate(said)
    )
    _refused(article, RefusedSource.Kind.QUOTATION, [one.words for one in said]).delete()


def refuse_sources(article: Article, proposed: Iterable[tuple[str, str]], *, by) -> None:
    """Remember that these, (kind, words) each, were proposed in vain."""
    rows = [RefusedSource(article=article, kind=kind, folded=folded(words), refused_by=by) for kind, words in proposed]
    RefusedSource.objects.bulk_create(rows, ignore_conflicts=True)


def folded(words: str) -> str:
    """Words as a refusal remembers them."""
    return fold(words)[:_LONGEST]


def _refused(article: Article, kind: str, words: Iterable[str]) -> models.QuerySet:
    return RefusedSource.objects.filter(article=article, kind=kind, folded__in={folded(one) for one in words})


def _keep(row: Link | None, article: Article, wanted: Tie, order: int, by) -> bool:
    """Whether anybody's say was needed: the tie is new, or was only proposed, or has another role."""
    row = row or wanted.model(article=article, role="", **{wanted.model.TARGET: wanted.fact})
    signs = wanted.is_agreed and (row.confirmed_at is None or row.role != wanted.role)
    if not signs and row.pk and (row.role, row.order) == (wanted.role, order):
        return False
    row.role, row.order = wanted.role, order
    if signs:
        row.confirmed_by, row.confirmed_at = by, clock.now()
    row.full_clean(exclude=["article", row.TARGET])
    row.save()
    return signs


def _any_of(facts: Iterable[models.Model]) -> models.Q:
    """The refusals of these facts; of none if there are none."""
    condition = models.Q(pk__in=[])
    for fact in facts:
        condition |= models.Q(kind=_BY_FACT[type(fact)].TARGET, target_id=fact.pk)
    return condition


def _named(model: type[Link], fact: models.Model, role: str = "") -> dict:
    return {"kind": model.TARGET, "id": fact.pk, "name": str(fact), **({"role": str(role)} if role else {})}
