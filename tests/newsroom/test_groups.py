"""Who may do what: reporters write, editors publish, the data desk keeps the facts."""

import importlib

import pytest
from django.apps import apps
from django.contrib.auth.models import Group
from django.urls import reverse

from articles.models import Article, Author, Membership
from tests.desk import as_sent, make_login
from tests.making import make_article, make_goal, make_match, make_published, make_team

pytestmark = pytest.mark.django_db

FACTS = ("alias", "appearance", "competition", "externalid", "match", "matchevent", "person", "pointsadjustment")
FACTS += ("season", "spell", "stage", "team", "venue")


def test_a_reporter_writes_stories_reads_facts_and_publishes_nothing():
    reporter = make_login("Reporter")

    assert all(reporter.has_perm(f"articles.{action}_article") for action in ("add", "change", "view"))
    assert all(reporter.has_perm(f"articles.{action}_image") for action in ("add", "change", "view"))
    assert not reporter.has_perm("articles.publish_article")
    assert not reporter.has_perm("articles.delete_image")
    assert not any(reporter.has_perm(f"articles.{action}_publisher") for action in ("add", "change", "delete"))
    assert not any(reporter.has_perm(f"articles.{action}_author") for action in ("add", "change", "delete"))
    assert all(reporter.has_perm(f"teams.view_{fact}") for fact in FACTS)
    assert not any(reporter.has_perm(f"teams.{action}_{fact}") for fact in FACTS for action in ("add", "change", "delete"))


def test_an_editor_has_the_stories_whole_and_only_reads_facts():
    editor = make_login("Editor")

    assert editor.has_perm("articles.publish_article")
    for model in ("article", "image", "publisher", "author"):
        assert all(editor.has_perm(f"articles.{action}_{model}") for action in ("add", "change", "delete", "view"))
    assert all(editor.has_perm(f"taggit.{action}_tag") for action in ("add", "change", "delete", "view"))
    assert all(editor.has_perm(f"teams.view_{fact}") for fact in FACTS)
    assert not any(editor.has_perm(f"teams.{action}_{fact}") for fact in FACTS for action in ("add", "change", "delete"))
    assert not editor.has_perm("auth.view_user")


def test_the_data_desk_has_the_facts_whole_and_only_reads_stories():
    desk = make_login("Data desk")

    assert all(desk.has_perm(f"teams.{action}_{fact}") for fact in FACTS for action in ("add", "change", "delete", "view"))
    assert all(desk.has_perm(f"teams.{action}_{row}") for row in ("placedecision", "overruled") for action in ("add", "change"))
    assert all(desk.has_perm(f"teams.{action}_{row}") for row in ("reviewitem", "merge") for action in ("change", "view"))
    assert desk.has_perm("articles.view_article")
    assert not any(desk.has_perm(f"articles.{action}_article") for action in ("add", "change", "delete", "publish"))


def test_the_groups_can_be_taken_back_and_made_again():
    migration = importlib.import_module("newsroom.migrations.0001_reporters_editors_and_the_data_desk")
    before = {group.name: group.permissions.count() for group in Group.objects.all()}

    members = importlib.import_module("newsroom.migrations.0004_members_work_for_publishers_and_chiefs_correct")
    members.unmake(apps, None)
    migration.unmake_groups(apps, None)
    assert not Group.objects.exists()
    migration.make_groups(apps, None)
    migration.make_groups(apps, None)
    importlib.import_module("newsroom.migrations.0002_the_data_desk_reviews_names_and_decides_places").give(apps, None)
    members.make_chiefs(apps, None)

    assert {group.name: group.permissions.count() for group in Group.objects.all()} == before


def test_what_a_reporter_adds_carries_his_byline_and_is_his_to_change(client):
    reporter = make_login("Reporter", first_name="Ada", last_name="Rossi")
    client.force_login(reporter)
    story = make_article("Una bozza").publisher
    page = client.get(reverse("admin:articles_article_add"))

    client.post(page.request["PATH_INFO"], as_sent(page, headline="La mia storia", body="<p>Sì.</p>", publisher=story.pk))

    article = Article.objects.get(headline="La mia storia")
    assert [str(byline) for byline in article.bylines.all()] == ["Ada Rossi"]
    assert article.status == "draft"
    assert client.get(reverse("admin:articles_article_change", args=[article.pk])).context["has_change_permission"]


def test_a_reporter_reads_but_does_not_change_the_drafts_of_others_nor_what_is_published(client):
    reporter = make_login("Reporter")
    author = Author.objects.create(name="Ada", slug="ada", user=reporter)
    of_others, own = make_article("Di altri"), make_published("Già uscita")
    own.bylines.create(author=author)
    client.force_login(reporter)

    for article in (of_others, own):
        address = reverse("admin:articles_article_change", args=[article.pk])
        assert client.get(address).context["has_change_permission"] is False
        assert client.post(address, {"headline": "Cambiata"}).status_code == 403
        assert client.post(reverse("admin:articles_article_delete", args=[article.pk]), {"post": "yes"}).status_code == 403

    assert sorted(Article.objects.values_list("headline", flat=True)) == ["Di altri", "Già uscita"]


def test_a_reporter_neither_sees_the_buttons_to_publish_nor_gets_past_them(client):
    reporter = make_login("Reporter")
    article = make_article("La mia")
    article.bylines.create(author=Author.objects.create(name="Ada", slug="ada", user=reporter))
    address = reverse("admin:articles_article_change", args=[article.pk])
    client.force_login(reporter)
    page = client.get(address)
    chosen = {"action": "publish", "_selected_action": [article.pk]}

    assert b'name="_publish' not in page.content
    assert b'name="published_at_0"' not in page.content
    client.post(address, as_sent(page, _publish="1"))
    client.post(reverse("admin:articles_article_changelist"), chosen)

    article.refresh_from_db()
    assert (article.status, article.published_at) == ("draft", None)


def test_nobody_deletes_a_published_story(client):
    client.force_login(make_login(username="boss", is_superuser=True))
    article = make_published()

    refused = client.post(reverse("admin:articles_article_delete", args=[article.pk]), {"post": "yes"})

    assert refused.status_code == 403
    assert Article.objects.published().get() == article


@pytest.mark.parametrize("group", ["Reporter", "Editor", None])
def test_only_the_data_desk_changes_facts(client, group):
    client.force_login(make_login(group))
    match = make_match()
    goal = make_goal(match)

    refused = [
        client.post(reverse("admin:teams_match_change", args=[match.pk]), {}),
        client.post(reverse("admin:teams_team_add"), {}),
        client.post(reverse("admin:teams_matchevent_decide", args=[goal.pk, "cancel"]), {"reason": "VAR"}),
        client.post(reverse("admin:teams_matchevent_delete", args=[goal.pk]), {"post": "yes"}),
    ]

    assert [response.status_code for response in refused] == [403, 403, 403, 403]
    goal.refresh_from_db()
    assert goal.counts


def test_pickers_offer_nothing_to_those_who_may_not_look(client):
    make_team("Inter")
    picker = reverse("admin:autocomplete") + "?app_label=articles&model_name=teamlink&field_name=team&term=inter"
    of_logins = reverse("admin:autocomplete") + "?app_label=articles&model_name=author&field_name=user&term=e"

    assert client.get(picker).status_code == 302
    client.force_login(make_login())
    assert client.get(picker).status_code == 403
    client.force_login(make_login("Editor"))
    assert [row["text"] for row in client.get(picker).json()["results"]] == ["Inter"]
    assert client.get(of_logins).status_code == 403


def test_whoever_worked_here_before_there_were_roles_may_do_what_they_did():
    members = importlib.import_module("newsroom.migrations.0004_members_work_for_publishers_and_chiefs_correct")
    editor, reporter, stranger = make_login("Editor"), make_login("Reporter"), make_login()
    Membership.objects.all().delete()

    members.make(apps, None)

    roles = dict(Membership.objects.values_list("user", "role"))
    assert roles == {editor.pk: "chief", reporter.pk: "reporter"}
    assert set(Membership.objects.values_list("publisher", flat=True)) == {None}
    assert editor.groups.filter(name="Desk chief").exists() and not stranger.groups.exists()
    members.unmake(apps, None)
    assert not Membership.objects.exists()
