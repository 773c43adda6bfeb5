"""A story from another one: what a copy begins with, its sister in the other language, and what ties the two."""

import re

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils.translation import gettext as _

from articles import actions
from articles.actions.copying import IN_WORDS
from articles.models import Article, Author, Citation, Image, Quotation
from articles.models.links import LINKS
from teams import auditlog
from tests.desk import change, make_login, save, told
from tests.making import make_article, make_goal, make_match, make_published, make_publisher, make_team

pytestmark = pytest.mark.django_db


@pytest.fixture
def chief():
    return make_login("Desk chief")


@pytest.fixture
def desk(client, chief):
    client.force_login(chief)
    return client


@pytest.fixture
def picture():
    return Image.objects.create(file="pictures/gol.png", alt_text="Il gol", credit="Anna Rossi", width=1600, height=900)


@pytest.fixture
def story(picture):
    """Published, with all that a story can have."""
    match = make_match()
    goal = make_goal(match)
    author = Author.objects.create(name="Anna Bianchi", slug="anna-bianchi")
    article = make_published(
        "Lautaro, retroscena", about=[match, goal], mentions=[make_team("Inter")], authors=[author], topics=["Mercato"],
        citations=["la Repubblica"], image=picture, image_caption="Il gol", partner="Yahoo sports", kind="quotes",
        source_url="https://partner.example/gol/", canonical_policy="original", origin="feed:1", standfirst="Occhiello.",
    )  # fmt: skip
    Citation.objects.update(url="https://repubblica.example/")
    Quotation.objects.create(article=article, words="Ho segnato", name="Lautaro", speaker=goal.person)
    actions.correct(article, by=None, note="Il minuto era un altro.")
    return article


def ties_of(article):
    rows = [row for model in LINKS for row in model.objects.filter(article=article)]
    return [(row.target, row.role) for row in rows], {row.confirmed_at for row in rows}


# Duplicate as new


def test_a_copy_is_a_draft_of_whoever_made_it_with_the_text_and_the_ties_proposed_anew(story, picture):
    reporter = make_login("Reporter", first_name="Ugo", last_name="Verdi")

    copy = Article.objects.get(pk=actions.duplicate(story, by=reporter).pk)

    same = ("headline", "standfirst", "body", "kind", "language", "partner", "publisher", "image_caption")
    assert {name: getattr(copy, name) for name in same} == {name: getattr(story, name) for name in same}
    assert (copy.image, copy.created_by, copy.state, copy.published_at) == (picture, reporter, "draft", None)
    assert (copy.source_url, copy.origin, copy.canonical_policy) == ("", None, "noindex")
    assert ties_of(copy) == (ties_of(story)[0], {None})
    assert list(copy.tags.names()) == ["Mercato"]
    assert list(copy.citations.values_list("name", "url")) == [("la Repubblica", "https://repubblica.example/")]
    assert [(each.words, each.speaker.name) for each in copy.quotations.all()] == [("Ho segnato", "Lautaro Martínez")]
    assert [str(byline) for byline in copy.bylines.all()] == ["Ugo Verdi"]
    assert (copy.corrections.count(), copy.comments.count()) == (0, 0)
    assert auditlog.of(copy).get().details == {"of": story.pk}


def test_a_copy_leaves_the_corrections_of_the_other_story_out_of_its_text(story, chief):
    note = story.corrections.get()
    actions.revise(story, by=None, body=f'<p>Uno.</p><story-block data-kind="correction" data-id="{note.pk}"></story-block>')

    assert actions.duplicate(story, by=chief).body == "<p>Uno.</p>"


def test_a_copy_has_no_picture_that_lies_in_the_bin(story, picture, chief):
    actions.bin_picture(picture, by=None)

    assert actions.duplicate(Article.objects.get(pk=story.pk), by=chief).image is None


@pytest.mark.parametrize("verb", [actions.duplicate, lambda article, by: actions.begin_translation(article, "en", by=by)])
def test_who_does_not_see_a_story_or_does_not_write_for_its_publisher_begins_nothing_with_it(verb):
    stranger = make_login("Editor", publisher=make_publisher("Altrove"))

    for article in (make_article("Bozza"), make_published("Fuori")):
        with pytest.raises(PermissionDenied):
            verb(article, by=stranger)

    assert Article.objects.count() == 2


def test_the_address_of_a_copy_follows_its_new_headline_until_it_is_out(desk, story):
    copy = actions.duplicate(story, by=make_login("Desk chief"))

    save(desk, copy, headline="Lautaro, un anno dopo")

    copy.refresh_from_db()
    assert copy.slug == "lautaro-un-anno-dopo"


def test_an_address_that_somebody_chose_or_that_readers_know_stays(desk):
    chosen, known = make_article("Uno", slug="scelto"), make_published("Due")

    save(desk, chosen, headline="Uno nuovo")
    save(desk, known, headline="Due nuovo")

    assert list(Article.objects.order_by("pk").values_list("slug", flat=True)) == ["scelto", "due"]


# Translations


def test_a_translation_is_begun_with_everything_to_be_written_over_and_knows_its_sister(story, chief, picture):
    sister = Article.objects.get(pk=actions.begin_translation(story, "en", by=chief).pk)

    assert (sister.language, sister.translated_from, sister.state, sister.created_by) == ("en", story, "draft", chief)
    assert (sister.headline, sister.body, sister.kind, sister.image) == (story.headline, story.body, "quotes", picture)
    assert ties_of(sister) == (ties_of(story)[0], {None})
    assert [str(byline) for byline in sister.bylines.all()] == ["Anna Bianchi"]


def test_there_is_one_sister_in_each_language_and_never_one_in_the_same(story, chief):
    actions.begin_translation(story, "en", by=chief)

    for language in ("en", "it"):
        with pytest.raises(ValidationError, match="Lautaro, retroscena"):
            actions.begin_translation(story, language, by=chief)

    assert Article.objects.count() == 2


def test_that_there_is_a_sister_is_told_without_her_words_to_who_may_not_see_her(story):
    other = make_article("Segreto", language="en", publisher=make_publisher("Altrove"))
    actions.tie_translations(story, other, by=None)

    with pytest.raises(ValidationError) as refused:
        actions.begin_translation(story, "en", by=make_login("Editor", publisher=story.publisher))

    assert refused.value.messages == [_("There is one in %(language)s already.") % {"language": IN_WORDS["en"]}]


@pytest.mark.parametrize("swapped", [False, True])
def test_two_stories_are_linked_from_either_and_the_elder_is_the_root(chief, swapped):
    elder, younger = make_published("Gol"), make_published("Goal", language="en")
    tokens = [elder.token, younger.token]

    actions.tie_translations(*((younger, elder) if swapped else (elder, younger)), by=chief)

    for each in (elder, younger):
        each.refresh_from_db()
    assert (elder.translated_from, younger.translated_from) == (None, elder)
    assert [elder.token, younger.token] == tokens
    assert younger.versions.first().data["translated_from"] == elder.pk


def test_stories_of_one_language_and_stories_that_have_a_sister_are_not_linked(chief):
    italian, english = make_article("Gol"), make_article("Goal", language="en")
    actions.tie_translations(italian, english, by=chief)

    for one, other in (
        (italian, make_article("Rete")),
        (english, make_article("Rete due")),
        (italian, english),
        (italian, italian),
    ):
        fresh = [Article.objects.get(pk=each.pk) for each in (one, other)]
        with pytest.raises(ValidationError):
            actions.tie_translations(*fresh, by=chief)

    assert Article.objects.exclude(translated_from=None).get() == english


def test_who_may_not_change_both_links_neither(chief):
    mine, theirs = make_article("Gol"), make_published("Goal", language="en", publisher=make_publisher("Altrove"))

    with pytest.raises(PermissionDenied):
        actions.tie_translations(mine, theirs, by=make_login("Editor", publisher=mine.publisher))

    assert not Article.objects.exclude(translated_from=None).exists()


@pytest.mark.parametrize("from_root", [True, False])
def test_sisters_are_parted_from_either_side(chief, from_root):
    pair = [make_article("Gol"), make_article("Goal", language="en")]
    actions.tie_translations(*pair, by=chief)

    actions.untie_translations(Article.objects.get(pk=pair[0 if from_root else 1].pk), by=chief)

    assert not Article.objects.exclude(translated_from=None).exists()


def test_a_story_without_a_sister_is_parted_from_nothing(chief):
    with pytest.raises(ValidationError):
        actions.untie_translations(make_article(), by=chief)


# On the desk


def post(desk, article, address, **typed):
    return desk.post(f"/admin/articles/article/{article.pk}/{address}/", typed, follow=True)


def test_a_story_is_duplicated_and_translated_from_its_page_which_then_leads_to_the_new_one(desk, story):
    copied = post(desk, story, "duplicate")
    begun = post(desk, story, "translate")

    copy, sister = Article.objects.exclude(pk=story.pk).order_by("pk")
    assert [copied.redirect_chain[0][0], begun.redirect_chain[0][0]] == [change(copy), change(sister)]
    assert sister.language == "en"
    assert f'<a href="{change(sister)}" lang="en">' in desk.get(change(story)).content.decode()
    assert f'<a href="{change(story)}" lang="it">' in desk.get(change(sister)).content.decode()


def test_what_cannot_be_linked_is_told_on_the_page_of_the_story(desk):
    one, other = make_article("Gol"), make_article("Rete")

    same_language, nothing = post(desk, one, "sister", sister=other.pk), post(desk, one, "sister")

    assert told(same_language) == [_("A story has one sister in each language: these two cannot be linked.")]
    assert told(nothing) == [_("Choose the story that says the same in the other language.")]


def test_two_stories_are_linked_and_parted_on_the_page(desk):
    one, other = make_article("Gol"), make_article("Goal", language="en")

    post(desk, one, "sister", sister=other.pk)
    linked = Article.objects.get(pk=other.pk).translated_from
    post(desk, other, "sister/part")

    assert (linked, Article.objects.get(pk=other.pk).translated_from) == (one, None)


@pytest.mark.parametrize("which", [0, 1])
def test_the_language_of_a_sister_stays_until_the_two_are_parted(desk, which):
    pair = [make_article("Gol"), make_article("Goal", language="en")]
    actions.tie_translations(*pair, by=None)
    other_language = pair[1 - which].language

    refused = save(desk, pair[which], language=other_language)
    actions.untie_translations(Article.objects.get(pk=pair[which].pk), by=None)
    save(desk, pair[which], language=other_language)

    errors = refused.context["adminform"].form.errors
    assert errors["language"] == [_("It is linked to its translation: part the two first.")]
    assert Article.objects.get(pk=pair[which].pk).language == other_language


def test_looking_changes_nothing_and_a_stranger_finds_nothing(client, story):
    draft = make_article("Bozza")
    client.force_login(make_login("Editor", publisher=make_publisher("Altrove")))

    for address in ("duplicate", "translate", "sister", "sister/part"):
        page = f"/admin/articles/article/{draft.pk}/{address}/"
        assert (client.get(page).status_code, client.post(page).status_code) == (405, 404)
    assert client.post(f"/admin/articles/article/{story.pk}/duplicate/").status_code == 403
    assert Article.objects.count() == 2


def test_the_sister_that_somebody_may_not_see_is_not_named_on_the_desk(client):
    seen, secret = make_article("Gol"), make_article("Secret goal", language="en", publisher=make_publisher("Altrove"))
    actions.tie_translations(seen, secret, by=None)
    client.force_login(make_login("Editor", publisher=seen.publisher))

    assert "Secret goal" not in client.get(change(seen)).content.decode()


# For readers


def linked():
    pair = make_published("Il gol", canonical_policy="own"), make_published("The goal", language="en", canonical_policy="own")
    actions.tie_translations(*pair, by=None)
    return pair


def editions_of(client, article):
    page = client.get(article.get_absolute_url()).content.decode()
    return dict(re.findall(r'<link rel="alternate" hreflang="([\w-]+)" href="http://testserver([^"]+)">', page)), page


def test_sisters_offer_each_other_to_readers_and_name_each_other_to_search_engines(client):
    italian, english = linked()

    (from_italian, page), (from_english, twin) = editions_of(client, italian), editions_of(client, english)

    it, en = italian.get_absolute_url(), english.get_absolute_url()
    assert from_italian == from_english == {"it": it, "en": en, "x-default": it}
    assert f'<p class="byline-sister"><a href="{en}" lang="en" hreflang="en">Read it in English</a></p>' in page
    assert f'<a href="{en}" lang="en" hreflang="en">English</a>' in page
    assert f'<a href="{it}" lang="it" hreflang="it">Italiano</a>' in twin


def test_a_sister_that_readers_do_not_see_is_not_offered(client):
    italian, english = linked()
    actions.withdraw(Article.objects.get(pk=english.pk), by=None)

    alternates, page = editions_of(client, italian)

    assert (alternates, "byline-sister" in page, english.get_absolute_url() in page) == ({}, False, False)


def test_a_copy_that_search_engines_leave_out_is_offered_to_readers_only(client):
    italian, english = linked()
    actions.revise(Article.objects.get(pk=english.pk), by=None, canonical_policy="noindex")

    alternates, page = editions_of(client, italian)

    assert (alternates, "byline-sister" in page) == ({}, True)


def test_the_sitemap_names_both_under_each(client):
    italian, english = linked()
    make_published("Sola", canonical_policy="own")

    sitemap = client.get("/sitemaps/articles-0.xml").content.decode()

    assert sitemap.count(f'hreflang="it" href="http://testserver{italian.get_absolute_url()}"') == 2
    assert sitemap.count(f'hreflang="en" href="http://testserver{english.get_absolute_url()}"') == 2
    assert sitemap.count("hreflang=") == 6


def test_a_sister_costs_no_query(client):
    alone, (italian, _english) = make_published("Sola"), linked()
    asked = []

    for story in (alone, italian):
        client.get(story.get_absolute_url())
        with CaptureQueriesContext(connection) as queries:
            client.get(story.get_absolute_url())
        asked.append(len(queries))

    assert asked[0] == asked[1]


@pytest.mark.skipif(connection.vendor != "sqlite", reason="reads the plan that SQLite makes")
def test_in_an_archive_without_translations_the_sister_is_looked_for_by_an_index(story):
    for number in range(30):
        make_article(f"Storia {number}")
    connection.cursor().execute("ANALYZE")

    plan = Article.objects.for_page().filter(pk=story.pk).explain()

    assert "article_translated_once_into_each_language" in plan, plan
