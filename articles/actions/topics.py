"""Topics: which one a typed name means, and two of them made one."""

from collections.abc import Iterable

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _
from taggit.models import Tag, TaggedItem

from articles import listing
from articles.models import Article, TopicAlias
from articles.models.listings import ListKind
from articles.permissions import Verb
from teams import auditlog
from teams.models import FormerSlug
from teams.names import fold, to_slug

from .keeping import settle
from .publishing import begin

# The name under which former addresses of topics are kept: that of their model.
KIND = Tag._meta.model_name
LONGEST = Tag._meta.get_field("name").max_length


def topics_called(names: Iterable[str]) -> list[str]:
    """The topics that are meant, each once: other names lead to theirs, whatever their accents and capitals; new ones stay."""
    names = [" ".join(name.split()) for name in names]
    others = TopicAlias.objects.filter(folded__in={fold(name) for name in names}).select_related("topic")
    known = {alias.folded: alias.topic.name for alias in others}
    known |= {fold(tag.name): tag.name for tag in Tag.objects.filter(slug__in={to_slug(name) for name in names})}
    return list(dict.fromkeys(known.get(fold(name), name) for name in names if name))


@transaction.atomic
def add_topic(article: Article, name: str, *, by) -> Article:
    """Put a story under one more topic, or under several with commas between."""
    begin(article, Verb.CHANGE, by)
    topics = topics_called(name.split(","))
    if any(len(topic) > LONGEST for topic in topics):
        raise ValidationError(_("The name of a topic has at most %(most)d characters.") % {"most": LONGEST})
    article.tags.add(*topics)
    auditlog.record(by, "change", article, topics=topics)
    return settle(article, by=by, modified=False)


@transaction.atomic
def merge_topics(kept: Tag, gone: Tag, *, by) -> None:
    """Make two topics one: stories and feeds move, the other's names become other names, its address leads here for ever."""
    if kept.pk == gone.pk:
        raise ValidationError(_("Choose another topic than this one."))
    number, name, slug = gone.pk, gone.name, gone.slug
    items = TaggedItem.objects.filter(tag=gone)
    have = TaggedItem.objects.filter(tag=kept)
    stories = items.count()
    for kind in items.values_list("content_type", flat=True).distinct():
        twice = have.filter(content_type=kind).values("object_id")
        items.filter(content_type=kind, object_id__in=list(twice.values_list("object_id", flat=True))).delete()
    items.update(tag=kept)
    listing.move(ListKind.TOPIC, gone.pk, kept.pk)
    TopicAlias.objects.filter(topic=gone).update(topic=kept)
    FormerSlug.objects.filter(kind=KIND, target_id=gone.pk).update(target_id=kept.pk)
    gone.delete()
    TopicAlias.objects.update_or_create(folded=fold(name)[:100], defaults={"topic": kept, "name": name})
    FormerSlug.objects.update_or_create(kind=KIND, slug=slug, defaults={"target_id": kept.pk})
    auditlog.record(by, "merge topics", kept, gone={"id": number, "name": name, "slug": slug}, stories=stories)
