"""Topics as they are typed: names with commas between, each leading to the topic that it means."""

from django.db.models import Case, Count, Q, When
from taggit.forms import TagField
from taggit.models import Tag

from articles.actions.topics import topics_called
from articles.models import TopicAlias
from teams.names import fold, to_slug

SHOWN = 8


class TopicsField(TagField):
    """Only commas part names: "calcio mercato" is one topic."""

    def clean(self, value):
        typed = value if not value or "," in value or '"' in value else f"{value},"
        return sorted(topics_called(super().clean(typed)))


def suggest(typed: str) -> list[tuple[str, str]]:
    """The topics that a name begins or holds, most used first, each with the other name by which it was found [2 queries]."""
    word = fold(typed)
    if not word:
        return []
    others = dict(TopicAlias.objects.filter(folded__contains=word).order_by("-name").values_list("topic", "name"))
    slug = to_slug(typed)
    named = Q(slug__contains=slug) if slug else Q(pk__in=[])
    begins = Case(When(slug__startswith=slug, then=0), When(pk__in=list(others), then=0), default=1)
    topics = Tag.objects.filter(named | Q(pk__in=list(others))).annotate(stories=Count("taggit_taggeditem_items"))
    return [(topic.name, others.get(topic.pk, "")) for topic in topics.order_by(begins, "-stories", "name")[:SHOWN]]
