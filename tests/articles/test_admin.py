"""Stories on the desk: nothing typed is lost, nothing harmful is kept, and what is published shows everywhere at once."""

import re
from datetime import UTC, datetime, timedelta

import pytest
from taggit.models import Tag

from articles import actions
from articles.models import Article, Author, Byline, Quotation
from teams import clock
from teams.models import Venue
from tests.desk import add_picture, as_sent, change, make_login, picture_file, save
from tests.making import (
    make_article,
    make_competition,
    make_goal,
    make_match,
    make_person,
    make_published,
    make_publisher,
    make_spell,
    make_team,
)

pytestmark = pytest.mark.django_db
ADD = "/admin/articles/article/add/"


@pytest.fixture
def editor():
    return make_login("Editor")


@pytest.fixture
def desk(client, editor):
    client.force_login(editor)
    return client


# The text

HARMFUL = """<p onclick="alert(1)" style="color:red" class="x">Uno <script>alert(2)</script></p>
<p><a href="javascript:alert(3)">due</a></p>
<img src="x" onerror="alert(4)"><iframe src="https://evil.example"></iframe><svg onload="alert(5)"></svg>
<p><a href="data:text/html,<script>alert(6)</script>">tre</a></p>
<p><a href="https://example.org/" onmouseover="alert(7)">quattro</a></p>"""
WHOLE = (
    "<h2>Titolo</h2><h3>Sottotitolo</h3><p><strong>Forte</strong>, <em>corsivo</em><br>a capo</p>"
    "<ul><li><p>uno</p></li></ul><ol><li><p>due</p></li></ol><blockquote><p>«Lavoriamo»</p></blockquote>"
    '<p><a href="https://example.org/a?b=1&amp;c=2">qui</a> e <a href="mailto:desk@example.org">qui</a></p>'
    '<table><tbody><tr><th rowspan="1" colspan="1"><p>Squadra</p></th>'
    '<td rowspan="1" colspan="2"><p>Inter</p></td></tr></tbody></table>'
)


def test_what_could_harm_a_reader_is_not_kept(desk):
    article = make_article()

    save(desk, article, body=HARMFUL)

    article.refresh_from_db()
    assert all(bad not in article.body for bad in ("script", "alert", "style", "class=", "<img", "iframe", "svg", "data:", " on"))
    assert article.body.count("<a") == 3 and article.body.count("href") == 1
    assert "quattro" in article.body


def test_the_verbs_keep_no_more_than_the_form_does():
    drafted = make_article(body=HARMFUL)
    published = make_published("Altra", body=HARMFUL)
    actions.revise(published, by=None, body=HARMFUL + "<p>Ancora.</p>")

    for article in (drafted, published):
        article.refresh_from_db()
        assert all(bad not in article.body for bad in ("script", "alert", "style", "<img", "iframe", "svg", "data:", " on"))


def test_what_can_be_typed_is_what_is_kept_however_often_it_is_saved(desk):
    article = make_article()

    save(desk, article, body=WHOLE)
    article.refresh_from_db()
    once = article.body
    save(desk, article)

    article.refresh_from_db()
    assert (once, article.body) == (WHOLE, WHOLE)


def test_the_editor_has_a_tool_for_every_kind_of_text_that_is_kept(desk):
    config = desk.get(ADD).context["adminform"].form.fields["body"].config["extensions"]

    assert {"Bold", "Italic", "Heading", "BulletList", "OrderedList", "Quotation", "Link", "Table", "StoryBlock"} <= set(config)


# Writing


def test_a_new_story_is_a_draft_with_an_address_made_from_its_headline(desk):
    publisher = make_publisher(canonical_policy="noindex")
    page = desk.get(ADD)

    desk.post(
        ADD, as_sent(page, headline="L’Inter è già qui", body="<p>Sì.</p>", publisher=publisher.pk, tags="mercato, arbitri")
    )

    article = Article.objects.get()
    assert (article.status, article.slug, article.canonical_policy) == ("draft", "linter-e-gia-qui", "noindex")
    assert sorted(article.tags.names()) == ["arbitri", "mercato"]
    assert not Article.objects.published().exists()


def test_view_on_site_leads_to_the_page_that_readers_see_and_a_draft_has_none(desk):
    story, draft = make_published("Retroscena", language="en"), make_article("Bozza")

    leads = [
        re.findall(r'<a href="([^"]+)"[^>]*>Vedi sul sito', desk.get(change(each)).content.decode()) for each in (story, draft)
    ]

    assert leads == [[f"/en/news/retroscena-{story.pk}/"], []]
    assert "<h1>Retroscena</h1>" in desk.get(leads[0][0], follow=True).content.decode()


def test_a_wrong_form_comes_back_with_all_that_was_typed(desk):
    article = make_article()

    answer = save(desk, article, headline="", body="<p>Una frase nuova.</p>", standfirst="Sommario")

    article.refresh_from_db()
    assert list(answer.context["adminform"].errors) == ["headline"]
    assert "Una frase nuova." in answer.content.decode()
    assert article.body == "<p>Testo.</p>"


def test_a_change_of_text_shows_as_modified_and_a_change_of_links_does_not(desk):
    article = make_published(about=[make_team("Inter")])

    save(desk, article, ties=f"mentions team {article.team_links.get().team_id}")
    article.refresh_from_db()
    assert article.modified_at is None

    save(desk, article, body="<p>Corretto.</p>")
    article.refresh_from_db()
    assert article.modified_at >= article.published_at


def test_saving_what_nobody_changed_keeps_the_very_instant_of_publication(desk):
    article = make_published(at=datetime(2025, 11, 5, 22, 10, 42, 123456, tzinfo=UTC))

    save(desk, article)

    article.refresh_from_db()
    assert article.published_at == datetime(2025, 11, 5, 22, 10, 42, 123456, tzinfo=UTC)
    assert article.modified_at is None


def test_a_published_story_keeps_a_time_and_is_not_put_off_by_typing_another(desk):
    article = make_published()
    save(desk, article, body="<p>Corretto.</p>")
    tomorrow = clock.now() + timedelta(days=1)

    without = save(desk, article, published_at_0="", published_at_1="")
    moved = save(desk, article, published_at_0=f"{tomorrow:%Y-%m-%d}", published_at_1="12:00")

    article.refresh_from_db()
    assert [list(page.context["adminform"].errors) for page in (without, moved)] == [["published_at"], ["published_at"]]
    assert article.is_public and article.modified_at


# Who publishes, who signs, and topics


@pytest.mark.parametrize("make", [make_publisher, lambda: Author.objects.create(name="Ada", slug="ada")])
def test_a_new_address_of_publisher_or_author_leaves_the_old_one_leading_to_it(desk, make):
    row = make()
    old = row.get_absolute_url()

    desk.post(change(row), as_sent(desk.get(change(row)), slug="a-new-address"))

    row.refresh_from_db()
    assert row.slug == "a-new-address"
    assert desk.get(old).headers["Location"] == row.get_absolute_url()


def test_only_those_who_see_logins_give_one_a_byline(desk):
    author = Author.objects.create(name="Ada", slug="ada")

    desk.post(change(author), as_sent(desk.get(change(author)), user=make_login("Reporter").pk))

    author.refresh_from_db()
    assert author.user is None


def test_a_topic_keeps_its_address_and_its_page_does_not_grow(desk, django_assert_num_queries):
    for number in range(3):
        make_article(f"Racconto {number}", topics=["mercato"])
    topic = Tag.objects.get()

    desk.post(change(topic), as_sent(desk.get(change(topic)), name="Calciomercato", slug="altro"))
    with django_assert_num_queries(6):
        page = desk.get(change(topic))

    topic.refresh_from_db()
    assert (topic.name, topic.slug) == ("Calciomercato", "mercato")
    assert "Racconto" not in page.content.decode()


# Counting


@pytest.mark.parametrize("rows", [1, 3])
def test_a_story_page_asks_as_much_for_one_line_as_for_three(desk, django_assert_num_queries, rows):
    ties = []
    for number in range(rows):
        match = make_match(f"Team {number}0 1-0 Team {number}1")
        goal = make_goal(match, f"Player {number}")
        make_spell(goal.person, match.home, shirt=number)
        ground = Venue.objects.create(name=f"Ground {number}", slug=f"ground-{number}")
        ties += [match, goal, goal.person, match.home, make_competition(f"Cup {number}"), ground]
    article = make_article(about=ties, citations=[f"Source {n}" for n in range(rows)], topics=[f"topic {n}" for n in range(rows)])
    for number in range(rows):
        author = Author.objects.create(name=f"Author {number}", slug=f"author-{number}", publisher=article.publisher)
        Byline.objects.create(article=article, author=author, order=number)
        Quotation.objects.create(article=article, words=f"Words {number}", speaker=goal.person, order=number)
    desk.get(change(article))

    with django_assert_num_queries(19):
        page = desk.get(change(article))

    assert len(as_sent(page)["ties"].splitlines()) == 6 * rows


def test_whoever_works_for_one_publisher_alone_asks_no_more_for_a_story(client, django_assert_max_num_queries):
    own = make_publisher("Terzo Tempo", kind="own")
    client.force_login(make_login("Editor", publisher=own))
    article = make_article(publisher=own, about=[make_goal(make_match()), make_person()])
    client.get(change(article))

    with django_assert_max_num_queries(20):
        client.get(change(article))


@pytest.mark.parametrize("rows", [1, 3])
def test_the_list_of_stories_asks_as_much_for_one_row_as_for_three(desk, django_assert_num_queries, rows):
    for number in range(rows):
        article = make_published(f"Storia {number}", publisher=make_publisher(f"Publisher {number}"))
        Byline.objects.create(article=article, author=Author.objects.create(name=f"A {number}", slug=f"a-{number}"))
    desk.get("/admin/articles/article/")

    with django_assert_num_queries(9):
        desk.get("/admin/articles/article/")


@pytest.mark.parametrize("rows", [1, 3])
def test_the_lists_of_authors_and_pictures_ask_as_much_for_one_row_as_for_three(desk, django_assert_num_queries, rows):
    for number in range(rows):
        publisher = make_publisher(f"Publisher {number}")
        Author.objects.create(name=f"A {number}", slug=f"a-{number}", publisher=publisher, user=make_login(username=f"u{number}"))
        add_picture(desk, picture_file())

    with django_assert_num_queries(8):
        desk.get("/admin/articles/author/")
    with django_assert_num_queries(10):
        desk.get("/admin/articles/image/")


# Languages


@pytest.mark.parametrize(("asked", "title"), [("it", "Modifica"), ("en", "Change")])
def test_the_desk_speaks_the_language_of_who_sits_at_it(desk, asked, title):
    page = desk.get(change(make_article()), headers={"accept-language": asked})

    assert page.context["title"].startswith(title)
