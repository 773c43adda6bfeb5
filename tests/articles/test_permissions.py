"""Who may do what with which story: every role, state and publisher against every verb, and that nothing leaks past it."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.urls import reverse

from articles import actions, permissions
from articles.models import Article, Publisher
from articles.permissions import Verb
from teams import clock
from tests.desk import as_sent, change, make_login, picture_file, told
from tests.making import make_article, make_published, make_publisher

pytestmark = pytest.mark.django_db

# What each may do beside seeing and commenting, by the state of a story of their own publisher.
EDITOR = {
    "draft": "change send_for_review assign publish schedule bin",
    "review": "change send_back assign publish schedule bin",
    "scheduled": "change assign publish schedule unschedule",
    "published": "change assign cover",
    "withdrawn": "change assign bin",
    "binned": "bring_back",
}
MAY = {
    "Reporter": {},
    "Reporter, own": {"draft": "change send_for_review bin", "review": "change", "binned": "bring_back"},
    "Editor": EDITOR,
    "Desk chief": {
        **EDITOR,
        "published": "change assign cover correct withdraw",
        "withdrawn": "change assign republish bin",
    },
    "Data desk": {},
}
STATES = tuple(EDITOR)


def story(state, publisher, **fields):
    article = make_article(state, publisher=publisher, **fields)
    match state:
        case "review":
            actions.send_for_review(article, by=None)
        case "scheduled":
            actions.publish(article, by=None, at=clock.now() + timedelta(hours=1))
        case "published" | "withdrawn":
            actions.publish(article, by=None, at=clock.now() - timedelta(hours=1))
    if state == "withdrawn":
        actions.withdraw(article, by=None)
    if state == "binned":
        Article.objects.filter(pk=article.pk).update(binned_at=clock.now())
        article.refresh_from_db()
    return article


def allowed(user, article):
    return {decision.verb.value for decision in permissions.reasons(user, article) if decision.allowed}


@pytest.mark.parametrize("who", MAY)
def test_each_role_may_with_stories_of_its_publisher_what_the_table_says(who):
    publisher = make_publisher()
    user = make_login(who.split(",")[0], publisher=publisher)
    own = {"created_by": user} if "own" in who else {}

    found = {state: allowed(user, story(state, publisher, **own)) for state in STATES}

    everybody = {state: {"see"} | ({"comment"} if state != "binned" else set()) for state in STATES}
    assert found == {state: everybody[state] | set(MAY[who].get(state, "").split()) for state in STATES}


@pytest.mark.parametrize("group", ["Reporter", "Editor", "Desk chief", "Data desk"])
def test_nobody_does_or_sees_anything_of_another_publisher_but_what_readers_see(group):
    user = make_login(group, publisher=make_publisher("Their own"))
    other = make_publisher("Another")

    found = {state: allowed(user, story(state, other)) for state in STATES}

    assert found == {state: {"see"} if state == "published" else set() for state in STATES}


def test_a_superuser_may_what_the_state_allows_and_somebody_of_no_group_nothing():
    boss, nobody = make_login(username="boss", is_superuser=True), make_login()
    article = story("published", make_publisher())

    assert allowed(boss, article) == {"see", "comment", "change", "assign", "cover", "correct", "withdraw"}
    assert allowed(nobody, article) == set()


def test_the_reason_names_the_role_and_what_it_would_take():
    publisher = make_publisher("Inter News 24")
    editor = make_login("Editor", publisher=publisher)
    article = story("published", publisher)

    because = {decision.verb: decision.because for decision in permissions.reasons(editor, article)}

    assert "Inter News 24" in because[Verb.CHANGE]
    assert "articles.correct_article" in because[Verb.WITHDRAW]
    assert because[Verb.PUBLISH] != because[Verb.CHANGE]


def test_what_is_seen_and_what_is_listed_is_the_same():
    mine, other = make_publisher("Mine"), make_publisher("Other")
    user = make_login("Editor", publisher=mine)
    stories = [story(state, publisher) for publisher in (mine, other) for state in STATES]

    listed = set(permissions.visible(user))

    assert listed == {article for article in stories if permissions.may_see(user, article)}
    assert len(listed) == len(STATES) + 1


def test_the_verbs_refuse_whoever_the_table_refuses_and_say_why():
    article = story("draft", make_publisher("Another"))
    editor = make_login("Editor", publisher=make_publisher("Their own"))

    with pytest.raises(PermissionDenied, match="Another"):
        actions.publish(article, by=editor)


@pytest.fixture
def partner(client):
    """An editor of one publisher, logged in, and a draft of another."""
    editor = make_login("Editor", publisher=make_publisher("Their own"))
    client.force_login(editor)
    return make_article("Segreto del vicino", publisher=make_publisher("Another"))


def test_a_draft_of_another_publisher_shows_nowhere_on_the_desk(client, partner):
    picker = reverse("admin:autocomplete") + "?app_label=articles&model_name=slot&field_name=article&term=segreto"
    pages = ("/admin/", "/admin/articles/article/", "/admin/articles/article/?q=segreto", picker)

    shown = [address for address in pages if "Segreto del vicino" in client.get(address).content.decode()]
    gone = [
        client.get(f"/admin/articles/article/{partner.pk}/{page}/").status_code
        for page in ("change", "history", "delete", "comments", "who", "acts")
    ]

    assert shown == []
    assert set(gone) <= {302, 404}


def test_of_a_published_story_another_publisher_sees_what_readers_see_and_not_how_it_came_about(client, partner):
    article = make_published("Già uscito", publisher=partner.publisher)

    page = client.get(change(article)).content.decode()
    pages = ("history", "history/compare", "acts", "comments")
    answers = [client.get(change(article).replace("change", each)).status_code for each in pages]

    assert "Già uscito" in page and "panel-comments" not in page and "panel-history" not in page
    assert answers == [403] * 4


def test_a_story_that_one_may_only_read_shows_its_text_and_not_its_markup(client, partner):
    article = make_published("Già uscito", publisher=partner.publisher, body="<p>Due <strong>gol</strong>.</p>")

    page = client.get(change(article)).content.decode()

    assert "<p>Due <strong>gol</strong>.</p>" in page
    assert "panel-translations" not in page


def test_where_a_picture_is_used_names_no_draft_of_another_publisher(client, partner):
    photo = actions.take_in_picture(by=None, file=picture_file())
    Article.objects.filter(pk=partner.pk).update(image=photo)

    pages = [client.get(change(photo)), client.get(change(photo).replace("change", "delete"))]

    assert not any(partner.headline in page.content.decode() for page in pages)
    client.force_login(make_login("Desk chief"))
    assert partner.headline in client.get(change(photo)).content.decode()


def test_nothing_waits_for_a_front_page_under_the_eyes_of_another_publisher(client, partner):
    own = make_publisher("La nostra", kind="own")
    client.force_login(make_login("Editor", "ours", publisher=own))
    actions.publish(partner, by=None, at=clock.now() + timedelta(hours=1))

    page = client.get("/admin/articles/arrangement/front/0/it/")

    assert (page.status_code, partner.headline in page.content.decode()) == (200, False)


def test_what_was_agreed_with_a_publisher_is_for_those_who_work_for_it_and_only_who_works_for_all_deletes_one(client, partner):
    own = make_publisher("Their own")
    client.force_login(make_login("Desk chief", "chief", publisher=own))

    forms = [client.get(change(row)).content.decode() for row in (partner.publisher, own)]
    deleting = client.get(change(own).replace("change", "delete")).status_code

    assert ['name="terms"' in form for form in forms] == [False, True]
    assert deleting == 403


def test_a_bulk_action_moves_nothing_of_another_publisher(client, partner):
    client.post("/admin/articles/article/", {"action": "publish", "_selected_action": [partner.pk]})

    partner.refresh_from_db()
    assert partner.status == "draft"


def test_a_story_cannot_be_moved_to_a_publisher_for_which_one_does_not_work(client, partner):
    own = make_article("Mia", publisher=make_publisher("Their own"))
    offered = reverse("admin:autocomplete") + "?app_label=articles&model_name=article&field_name=publisher"

    answer = client.post(change(own), as_sent(client.get(change(own)), publisher=partner.publisher_id))

    assert answer.status_code == 200
    own.refresh_from_db()
    assert own.publisher.name == "Their own"
    assert [row["text"] for row in client.get(offered).json()["results"]] == ["Their own"]


@pytest.mark.parametrize(
    ("writes_for", "proposed"),
    [
        (["Inter News 24"], "Inter News 24"),
        (["Inter News 24", "Terzo Tempo"], "Terzo Tempo"),
        ([None], "Terzo Tempo"),
        (["Calcio Mercato", "Inter News 24"], None),
    ],
)
def test_a_new_story_is_proposed_for_the_only_publisher_or_for_the_own_desk(client, writes_for, proposed):
    make_publisher("Terzo Tempo", kind="own")
    for name in writes_for:
        login = make_login("Reporter", publisher=name and make_publisher(name))
    client.force_login(login)

    form = client.get("/admin/articles/article/add/").context["adminform"].form

    chosen = Publisher.objects.filter(pk=form["publisher"].value()).first()
    assert (chosen and chosen.name) == proposed


@pytest.mark.parametrize("own", [True, False])
def test_a_new_story_lacks_a_publisher_only_where_none_is_proposed(client, own):
    make_publisher("Desk", kind=Publisher.Kind.OWN if own else Publisher.Kind.PARTNER)
    make_publisher("Partner")
    client.force_login(make_login("Editor"))

    page = client.get(reverse("admin:articles_article_add"), headers={"accept-language": "en"}).content.decode()

    assert ("Say who publishes it." in page) is not own


def test_a_superuser_reads_why_somebody_else_may_not_and_others_read_of_themselves_only(client):
    publisher = make_publisher()
    article = make_article(publisher=publisher)
    reporter = make_login("Reporter", publisher=publisher)
    page = reverse("admin:articles_article_who", args=[article.pk])
    client.force_login(make_login(username="boss", is_superuser=True))
    asked = client.get(page, {"login": reporter.pk})
    client.force_login(reporter)
    of_self = client.get(page, {"login": "1"})

    assert asked.context["asked"] == reporter
    assert len(asked.context["rows"]) == 2
    assert (of_self.context["asked"], of_self.context["rows"]) == (reporter, [])


def test_a_reporter_writes_and_an_editor_of_the_publisher_takes_it_from_there(client):
    publisher = make_publisher()
    reporter, editor = make_login("Reporter", publisher=publisher), make_login("Editor", publisher=publisher)
    client.force_login(reporter)
    page = client.get("/admin/articles/article/add/")
    client.post(
        page.request["PATH_INFO"],
        as_sent(
            page,
            headline="La mia",
            body="<p>Sì.</p>",
            publisher=publisher.pk,
            _send_for_review="1",
            _send_for_review_words="Ecco",
        ),
    )
    article = Article.objects.get()
    assert (article.status, article.created_by, article.comments.get().words) == ("review", reporter, "Ecco")

    client.force_login(editor)
    client.post(change(article), as_sent(client.get(change(article)), _send_back="1", _send_back_words="Manca il risultato"))
    article.refresh_from_db()
    assert (article.status, article.comments.last().to) == ("draft", reporter)

    answer = client.post(change(article), as_sent(client.get(change(article)), _publish="1"), follow=True)
    assert Article.objects.published().get() == article
    assert len(told(answer)) == 1


def test_sending_back_asks_what_is_to_be_done():
    article = story("review", make_publisher())

    with pytest.raises(ValidationError, match="resta da fare"):
        actions.send_back(article, by=make_login("Editor"), words=" ")

    article.refresh_from_db()
    assert article.status == "review"


def test_a_published_story_is_put_off_by_no_later_hour_or_embargo_typed_into_its_form(client):
    article = make_published()
    client.force_login(make_login("Editor"))
    tomorrow = f"{clock.now() + timedelta(days=1):%Y-%m-%d}"

    for field in ("published_at", "embargo_until"):
        typed = {f"{field}_0": tomorrow, f"{field}_1": "12:00"}
        assert client.post(change(article), as_sent(client.get(change(article)), **typed)).status_code == 200

    assert Article.objects.published().get() == article
