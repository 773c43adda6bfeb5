"""Stories on the desk: nothing typed is lost, nothing harmful is kept, and what is published shows everywhere at once."""

from datetime import UTC, datetime, timedelta
from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from PIL import Image as Picture
from taggit.models import Tag

from articles.models import Article, Author, Byline, EventLink, Image, MatchLink, PersonLink
from teams import clock
from tests.desk import as_sent, make_login, new_line, told
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


def change(row):
    return reverse(f"admin:{row._meta.app_label}_{row._meta.model_name}_change", args=[row.pk])


def save(client, article, **typed):
    return client.post(change(article), as_sent(client.get(change(article)), **typed), follow=True)


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

    assert {"Bold", "Italic", "Heading", "BulletList", "OrderedList", "Blockquote", "Link", "Table"} <= set(config)


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


def test_lines_added_without_a_place_come_last_and_are_confirmed_by_who_added_them(desk, editor):
    match = make_match()
    goal, lautaro = make_goal(match), make_person()
    article = make_article(about=[make_person("Cristian Chivu")])
    data = as_sent(desk.get(change(article)))
    new_line(data, "event_links", event=goal.pk, role="about", order="")
    new_line(data, "person_links", person=lautaro.pk, role="mentions", order="")
    new_line(data, "match_links", match=match.pk, role="about", order="")

    desk.post(change(article), data)

    proposed, added = PersonLink.objects.all()
    assert (str(proposed.person), proposed.confirmed_at) == ("Cristian Chivu", None)
    assert (added.person, added.role, added.order, added.confirmed_by) == (lautaro, "mentions", 1, editor)
    assert (EventLink.objects.get().confirmed_by, MatchLink.objects.get().confirmed_by) == (editor, editor)


def test_a_fact_is_tied_to_a_story_only_once(desk):
    lautaro = make_person()
    article = make_article(about=[lautaro])
    data = new_line(as_sent(desk.get(change(article))), "person_links", person=lautaro.pk, role="mentions", order="")

    answer = desk.post(change(article), data)

    assert answer.status_code == 200
    assert PersonLink.objects.count() == 1


def test_a_line_taken_away_leaves_its_lists_at_once(desk):
    inter = make_team("Inter")
    article = make_published(about=[inter])

    save(desk, article, **{"team_links-0-DELETE": "on"})

    assert not Article.objects.published().listed("team", inter.pk, "it").exists()


def test_a_wrong_form_comes_back_with_all_that_was_typed(desk):
    article = make_article()

    answer = save(desk, article, headline="", body="<p>Una frase nuova.</p>", standfirst="Sommario")

    article.refresh_from_db()
    assert list(answer.context["adminform"].errors) == ["headline"]
    assert "Una frase nuova." in answer.content.decode()
    assert article.body == "<p>Testo.</p>"


def test_a_change_of_text_shows_as_modified_and_a_change_of_links_does_not(desk):
    article = make_published(about=[make_team("Inter")])

    save(desk, article, **{"team_links-0-role": "mentions"})
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


def test_a_published_story_keeps_a_time_and_may_move_past_its_last_change(desk):
    article = make_published()
    save(desk, article, body="<p>Corretto.</p>")
    tomorrow = clock.now() + timedelta(days=1)

    without = save(desk, article, published_at_0="", published_at_1="")
    moved = save(desk, article, published_at_0=f"{tomorrow:%Y-%m-%d}", published_at_1="12:00")

    article.refresh_from_db()
    assert list(without.context["adminform"].errors) == ["published_at"]
    assert moved.status_code == 200 and not article.is_public and article.modified_at is None


# Publishing


def test_publishing_from_the_page_keeps_what_was_typed_first_and_confirms_every_link(desk, editor):
    lautaro = make_person()
    article = make_article(about=[lautaro])

    answer = save(desk, article, headline="Titolo nuovo", _publish="1")

    published = Article.objects.published().get()
    assert published.headline == "Titolo nuovo"
    assert PersonLink.objects.get().confirmed_by == editor
    assert len(told(answer)) == 1
    assert answer.redirect_chain == [(change(article), 302)]


def test_what_cannot_be_published_yet_is_saved_and_says_what_is_missing(desk):
    article = make_article()

    answer = save(desk, article, headline="Titolo nuovo", body="", _publish="1")

    article.refresh_from_db()
    assert (article.headline, article.status) == ("Titolo nuovo", "draft")
    assert len(told(answer)) == 2
    assert not Article.objects.published().exists()


def test_a_later_time_waits_and_says_so_until_somebody_publishes_at_once(desk):
    article = make_article()
    tomorrow = clock.now() + timedelta(days=1)

    save(desk, article, published_at_0=f"{tomorrow:%Y-%m-%d}", published_at_1="18:00", _publish="1")
    waiting = desk.get("/admin/articles/article/", {"standing": "waiting"}).context["cl"].result_list
    assert (list(waiting), Article.objects.published().count()) == ([article], 0)
    assert 'name="_publish_now"' in desk.get(change(article)).content.decode()

    save(desk, article, _publish_now="1")
    assert Article.objects.published().get() == article


def test_what_waits_can_be_a_draft_again(desk):
    article = make_published(at=clock.now() + timedelta(days=1))

    save(desk, article, _withdraw="1")

    article.refresh_from_db()
    assert (article.status, article.withdrawn_at) == ("draft", None)


def test_a_withdrawn_story_leaves_every_list(desk):
    inter = make_team("Inter")
    article = make_published(about=[inter])

    save(desk, article, _withdraw="1")

    assert Article.objects.get().status == "withdrawn"
    assert not Article.objects.listed("team", inter.pk, "it").exists()
    assert not Article.objects.listed("front", 0, "it").exists()


def test_many_are_published_at_once_and_one_that_cannot_be_stops_none(desk):
    good, empty = make_article("Buona"), make_article("Vuota", body="")
    chosen = {"action": "publish", "_selected_action": [good.pk, empty.pk]}

    answer = desk.post("/admin/articles/article/", chosen, follow=True)

    assert [article.headline for article in Article.objects.published()] == ["Buona"]
    assert [message.split(":")[0] for message in sorted(told(answer))] == ["Buona", "Vuota"]


def test_a_state_is_never_changed_by_looking(desk):
    article = make_article()

    desk.get(change(article), {"_publish": "1"})
    desk.get("/admin/articles/article/", {"action": "publish", "_selected_action": article.pk})

    assert not Article.objects.published().exists()


def test_the_desk_asks_for_its_token(editor):
    from django.test import Client

    strict = Client(enforce_csrf_checks=True)
    strict.force_login(editor)
    article = make_article()

    assert strict.post(change(article), {"_publish": "1"}).status_code == 403


def test_the_list_tells_each_standing_truly(desk):
    make_article("Bozza")
    make_published("Fuori")
    make_published("Dopo", at=clock.now() + timedelta(days=1))
    page = "/admin/articles/article/"

    shown = {
        value: [str(row) for row in desk.get(page, {"standing": value}).context["cl"].result_list]
        for value in ("draft", "out", "waiting", "withdrawn")
    }

    assert shown == {"draft": ["Bozza"], "out": ["Fuori"], "waiting": ["Dopo"], "withdrawn": []}


@pytest.mark.parametrize("typed", ["perche lautaro", "PERCHÉ", "rossi lautaro"])
def test_a_story_is_found_by_headline_or_byline_however_it_is_typed(desk, typed):
    article = make_article("Perché Lautaro ride")
    Byline.objects.create(article=article, author=Author.objects.create(name="Ada Rossi", slug="ada-rossi"))
    make_article("Altro")

    assert list(desk.get("/admin/articles/article/", {"q": typed}).context["cl"].result_list) == [article]


def test_the_first_page_shows_the_drafts_and_only_to_those_who_may_read_them(client):
    make_article("Da finire")
    client.force_login(make_login("Editor"))
    to_the_editor = client.get("/admin/")
    client.force_login(make_login())
    to_a_stranger = client.get("/admin/")

    assert "Da finire" in to_the_editor.content.decode()
    assert "Da finire" not in to_a_stranger.content.decode()


def test_a_draft_published_on_the_desk_appears_wherever_it_belongs(desk):
    """The main job: what an import proposed, an editor publishes with one button."""
    match = make_match("Inter 2-1 Kairat Almaty")
    goal, chivu = make_goal(match), make_person("Cristian Chivu")
    draft = make_article(
        about=[match.home, match.away, goal.person, chivu, match, goal],
        mentions=[make_competition()],
        citations=["la Repubblica"],
    )
    pages = [goal, match, match.home, match.away, goal.person, chivu, draft.publisher]
    before = [draft.headline in desk.get(page.get_absolute_url()).content.decode() for page in pages]

    save(desk, draft, _publish="1")

    after = [draft.headline in desk.get(page.get_absolute_url()).content.decode() for page in [*pages, draft]]
    assert before == [False] * 7
    assert after == [True] * 8


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
    with django_assert_num_queries(5):
        page = desk.get(change(topic))

    topic.refresh_from_db()
    assert (topic.name, topic.slug) == ("Calciomercato", "mercato")
    assert "Racconto" not in page.content.decode()


# Pictures


def picture(kind="JPEG", size=(1600, 900), name=None):
    output = BytesIO()
    Picture.new("RGB", size, "#0b1560").save(output, kind)
    return SimpleUploadedFile(name or f"picture.{kind.lower()}", output.getvalue())


def add_picture(client, file, **typed):
    page = client.get("/admin/articles/image/add/")
    words = {"alt_text": "Lautaro esulta", "credit": "Foto: Terzo Tempo", **typed}
    return client.post("/admin/articles/image/add/", {**as_sent(page, **words), "file": file})


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "AVIF"])
def test_a_picture_that_can_be_printed_is_kept_with_every_size(desk, kind):
    answer = add_picture(desk, picture(kind))

    image = Image.objects.get()
    assert answer.status_code == 302
    assert (image.width, image.height) == (1600, 900)
    assert all(image.file.storage.exists(getattr(image.file, size).removeprefix("/media/")) for size in image.file.field.formats)


def bomb():
    """A few kilobytes that claim to be four hundred million pixels."""
    output = BytesIO()
    Picture.new("1", (20000, 20000)).save(output, "PNG")
    return SimpleUploadedFile("small.png", output.getvalue())


@pytest.mark.parametrize(
    "file",
    [
        lambda: picture("TIFF", name="photo.jpg"),
        lambda: picture("GIF"),
        lambda: SimpleUploadedFile("photo.jpg", b"<script>alert(1)</script>", "image/jpeg"),
        lambda: SimpleUploadedFile("photo.svg", b'<svg xmlns="http://www.w3.org/2000/svg"/>', "image/svg+xml"),
        lambda: SimpleUploadedFile("photo.jpg", b""),
        lambda: SimpleUploadedFile("photo.jpg", picture().read()[:900]),
        bomb,
    ],
    ids=["disguised", "gif", "script", "svg", "empty", "cut off", "bomb"],
)
def test_what_is_no_picture_is_refused_beside_the_field(desk, file):
    answer = add_picture(desk, file())

    assert list(answer.context["adminform"].errors) == ["file"]
    assert not Image.objects.exists()


@pytest.mark.parametrize("left_out", ["alt_text", "credit"])
def test_a_picture_says_what_it_shows_and_whose_it_is(desk, left_out):
    answer = add_picture(desk, picture(), **{left_out: ""})

    assert list(answer.context["adminform"].errors) == [left_out]


def test_a_picture_is_cropped_around_the_point_that_was_clicked(desk):
    add_picture(desk, picture())
    image = Image.objects.get()
    before = image.file.square

    desk.post(change(image), as_sent(desk.get(change(image)), focal_point="0.100x0.900"))
    refused = desk.post(change(image), as_sent(desk.get(change(image)), focal_point="1e9x<b>"))

    image.refresh_from_db()
    assert image.focal_point == "0.100x0.900"
    assert image.file.square != before
    assert image.file.storage.exists(image.file.square.removeprefix("/media/"))
    assert list(refused.context["adminform"].errors) == ["focal_point"]


def test_a_picture_in_use_stays_and_says_where_it_is_used(desk):
    add_picture(desk, picture())
    image = Image.objects.get()
    make_article("Con la foto", image=image)

    page = desk.get(change(image)).content.decode()
    answer = desk.post(f"/admin/articles/image/{image.pk}/delete/", {"post": "yes"})

    assert "Con la foto" in page
    assert (answer.status_code, Image.objects.count()) == (200, 1)


# Counting


@pytest.mark.parametrize("rows", [1, 3])
def test_a_story_page_asks_as_much_for_one_line_as_for_three(desk, django_assert_num_queries, rows):
    article = make_article(citations=[f"Source {number}" for number in range(rows)], topics=[f"topic {n}" for n in range(rows)])
    data = as_sent(desk.get(change(article)))
    for number in range(rows):
        match = make_match(f"Team {number}0 1-0 Team {number}1")
        goal = make_goal(match, f"Player {number}")
        make_spell(goal.person, match.home, shirt=number)
        author = Author.objects.create(name=f"Author {number}", slug=f"author-{number}", publisher=article.publisher)
        new_line(data, "match_links", match=match.pk, role="about", order="")
        new_line(data, "event_links", event=goal.pk, role="about", order="")
        new_line(data, "person_links", person=goal.person.pk, role="about", order="")
        new_line(data, "team_links", team=match.home.pk, role="about", order="")
        new_line(data, "competition_links", competition=make_competition(f"Cup {number}").pk, role="about", order="")
        new_line(data, "bylines", author=author.pk, order="")
    desk.post(change(article), data)
    assert PersonLink.objects.count() == Byline.objects.count() == rows

    with django_assert_num_queries(21):
        desk.get(change(article))


@pytest.mark.parametrize("rows", [1, 3])
def test_the_list_of_stories_asks_as_much_for_one_row_as_for_three(desk, django_assert_num_queries, rows):
    for number in range(rows):
        article = make_published(f"Storia {number}", publisher=make_publisher(f"Publisher {number}"))
        Byline.objects.create(article=article, author=Author.objects.create(name=f"A {number}", slug=f"a-{number}"))
    desk.get("/admin/articles/article/")

    with django_assert_num_queries(11):
        desk.get("/admin/articles/article/")


@pytest.mark.parametrize("rows", [1, 3])
def test_the_lists_of_authors_and_pictures_ask_as_much_for_one_row_as_for_three(desk, django_assert_num_queries, rows):
    for number in range(rows):
        publisher = make_publisher(f"Publisher {number}")
        Author.objects.create(name=f"A {number}", slug=f"a-{number}", publisher=publisher, user=make_login(username=f"u{number}"))
        add_picture(desk, picture())

    with django_assert_num_queries(8):
        desk.get("/admin/articles/author/")
    with django_assert_num_queries(7):
        desk.get("/admin/articles/image/")


# Languages


@pytest.mark.parametrize(("asked", "title"), [("it", "Modifica"), ("en", "Change")])
def test_the_desk_speaks_the_language_of_who_sits_at_it(desk, asked, title):
    page = desk.get(change(make_article()), headers={"accept-language": asked})

    assert page.context["title"].startswith(title)
