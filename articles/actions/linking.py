"""Tying a story to facts, and signing the ties."""

from django.db import models, transaction

from articles.models import Article, Link
from articles.models.links import LINKS
from teams import clock

from .keeping import settle


@transaction.atomic
def link(article: Article, fact: models.Model, *, by, role: str = Link.Role.ABOUT, confirmed: bool = True) -> Link:
    """Tie the story to a fact, or give the tie another role; new ties come last."""
    model = next(model for model in LINKS if model._meta.get_field(model.TARGET).related_model is type(fact))
    model(article=article, **{model.TARGET: fact}).clean()
    order = model.objects.filter(article=article).count()
    stamp = {"confirmed_by": by, "confirmed_at": clock.now()} if confirmed else {}
    tie, _created = model.objects.update_or_create(
        article=article,
        **{model.TARGET: fact},
        defaults={"role": role, **stamp},
        create_defaults={"role": role, "order": order, **stamp},
    )
    if article.status == Article.Status.PUBLISHED:
        settle(article, by=by, modified=False)
    return tie


@transaction.atomic
def unlink(article: Article, fact: models.Model, *, by) -> None:
    """Untie the story from a fact."""
    for model in LINKS:
        if model._meta.get_field(model.TARGET).related_model is type(fact):
            model.objects.filter(article=article, **{model.TARGET: fact}).delete()
    settle(article, by=by, modified=False)


def confirm_link(tie: Link, *, by) -> Link:
    """Keep a tie that somebody made or changed by hand, and sign it."""
    tie.confirmed_by, tie.confirmed_at = by, clock.now()
    tie.full_clean()
    tie.save()
    return tie


def confirm_links(article: Article, *, by) -> None:
    """Sign every tie that was only proposed."""
    for model in LINKS:
        model.objects.filter(article=article, confirmed_at=None).update(confirmed_by=by, confirmed_at=clock.now())
