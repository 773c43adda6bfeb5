"""Topics: whatever a name is typed like, it leads to one; two that are one are merged, and nothing that led to them breaks."""

import pytest
from django.urls import reverse
from taggit.models import Tag

from articles import topics
from articles.actions.topics import merge_topics
from articles.models import Article, FeedState, TopicAlias
from teams.models import AuditEntry
from tests.desk import as_sent, change, make_login, new_line, save
from tests.making import make_article, make_published

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk(client):
    client.force_login(make_login(username="boss", is_superuser=True))
    return client


def make_topic(name, *others):
    topic = Tag.objects.create(name=name)
    for other in others:
        TopicAlias.objects.create(topic=topic, name=other)
    return topic


def names_of(article):
    return sorted(article.tags.names())


def test_an_other_name_leads_to_its_topic_however_it_is_typed(desk):
    make_topic("Mercato", "Calciomercato", "Transfers")
    article = make_article(topics=["CALCIOMERCATO"])

    save(desk, article, tags="transfers, mercàto, Coppa d'Africa")

    assert names_of(article) == ["Coppa d'Africa", "Mercato"]
    assert Tag.objects.count() == 2


def test_only_commas_part_topics(desk):
    article = make_article()

    save(desk, article, tags="calcio femminile")

    assert names_of(article) == ["calcio femminile"]


def test_suggestions_begin_with_what_is_typed_and_say_the_other_name(desk, django_assert_num_queries):
    make_topic("Mercato", "Calciomercato")
    make_topic("Super mercato")
    make_article(topics=["Mercato"])

    with django_assert_num_queries(2):
        found = topics.suggest("calciom")

    assert found == [("Mercato", "Calciomercato")]
    assert [name for name, _also in topics.suggest("merc")] == ["Mercato", "Super mercato"]
    assert desk.get(reverse("admin:taggit_tag_suggest"), {"q": "calciom"}).json() == {
        "topics": [{"name": "Mercato", "also": "Calciomercato"}]
    }


def test_merged_topics_bring_their_stories_feeds_names_and_addresses_along(desk):
    kept, gone = make_topic("Mercato"), make_topic("Calciomercato", "Trasferimenti")
    both = make_published("Tutti e due", topics=["Mercato", "Calciomercato"])
    one = make_published("Uno", topics=["Calciomercato"])
    before = FeedState.objects.get(kind="topic", target_id=kept.pk).changed_at
    old = reverse("topic", args=[gone.slug])

    page = desk.post(reverse("admin:taggit_tag_merge", args=[gone.pk]), {"kept": kept.pk})

    assert page.headers["Location"] == change(kept)
    assert [names_of(both), names_of(one)] == [["Mercato"], ["Mercato"]]
    assert set(Article.objects.listed("topic", kept.pk, "it")) == {both, one}
    assert FeedState.objects.get(kind="topic", target_id=kept.pk).changed_at > before
    assert sorted(TopicAlias.objects.filter(topic=kept).values_list("name", flat=True)) == ["Calciomercato", "Trasferimenti"]
    assert desk.get(old).headers["Location"] == reverse("topic", args=[kept.slug])
    assert desk.get(f"{old}feed.rss").headers["Location"] == f"{reverse('topic', args=[kept.slug])}feed.rss"
    assert AuditEntry.objects.get(verb="merge topics").details["stories"] == 2


def test_a_topic_that_was_merged_into_one_that_is_merged_leads_on():
    first, second, third = make_topic("Uno"), make_topic("Due"), make_topic("Tre")
    merge_topics(second, first, by=None)

    merge_topics(third, second, by=None)

    article = make_article(topics=["uno", "due"])
    assert names_of(article) == ["Tre"]


def test_a_topic_is_not_merged_with_itself(desk):
    topic = make_topic("Mercato")

    page = desk.post(reverse("admin:taggit_tag_merge", args=[topic.pk]), {"kept": topic.pk})

    assert page.context["form"].errors["kept"] == ["Scegliere un tema diverso da questo."]
    assert Tag.objects.get() == topic


def test_a_name_that_belongs_to_another_topic_is_refused_with_a_word_on_merging(desk):
    make_topic("Arbitri")
    topic = make_topic("Mercato")
    data = new_line(as_sent(desk.get(change(topic))), "other_names", name="arbitri")

    page = desk.post(change(topic), data)

    assert "se sono lo stesso tema, unire i due" in page.content.decode()
    assert not TopicAlias.objects.exists()


def test_a_reporter_merges_nothing(client):
    client.force_login(make_login("Reporter"))
    kept, gone = make_topic("Mercato"), make_topic("Calciomercato")

    answer = client.post(reverse("admin:taggit_tag_merge", args=[gone.pk]), {"kept": kept.pk})

    assert answer.status_code == 403
    assert Tag.objects.count() == 2
