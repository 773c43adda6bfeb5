"""The audit log on the desk: searched by who, what, verb and row; changed by nobody; silent about what one may not see."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.urls import reverse

from articles import actions
from teams.auditlog import of, record
from teams.models import AuditEntry
from tests.desk import change, make_login, save
from tests.making import make_article, make_publisher, make_team

pytestmark = pytest.mark.django_db

LOG = "/admin/teams/auditentry/"


def found(client, **asked):
    return [(entry.verb, entry.what) for entry in client.get(LOG, asked).context["cl"].result_list]


def test_it_is_searched_by_who_what_verb_and_row(client):
    boss = make_login(username="boss", is_superuser=True, first_name="Ada", last_name="Neri")
    article = make_article("Il derby")
    actions.publish(article, by=boss)
    actions.assign(make_article("Altro"), by=make_login("Editor"), to=None)
    client.force_login(boss)

    asked = ({"q": "neri derby"}, {"verb": "assign"}, {"q": str(article.pk), "kind": "articles.article"}, {"kind": "teams.team"})
    answers = [found(client, **query) for query in asked]

    assert answers == [[("publish", "Il derby")], [("assign", "Altro")], [("publish", "Il derby")], []]


def test_what_was_done_its_moment_and_its_details_are_told_in_the_readers_language(client):
    """A verb or a detail without words would stand there in English; Italian writes its months small."""
    boss = make_login(username="boss", is_superuser=True)
    article = make_article("Il derby")
    with time_machine.travel(datetime(2025, 11, 6, 9, tzinfo=ZoneInfo("Europe/Rome")), tick=False):
        record(boss, "share", article, until="2025-11-07T09:00:00+01:00")
    client.force_login(boss)

    listed = client.get(LOG, {"q": "derby"}).content.decode()
    history = client.get(f"/admin/articles/article/{article.pk}/acts/").content.decode()

    for said in ("6 nov 2025, 09:00", "ha creato un link segreto a", "Fino al: 7 nov 2025, 09:00"):
        assert said in listed
    assert "6 nov 2025, 09:00:00" in history


def test_nobody_adds_changes_or_removes_a_line_not_even_a_superuser(client):
    boss = make_login(username="boss", is_superuser=True)
    client.force_login(boss)
    article = make_article()
    actions.publish(article, by=boss)
    entry = AuditEntry.objects.get(verb="publish")

    refused = [
        client.post(f"{LOG}add/", {}).status_code,
        client.post(f"{LOG}{entry.pk}/change/", {"verb": "x"}).status_code,
        client.post(f"{LOG}{entry.pk}/delete/", {"post": "yes"}).status_code,
    ]

    assert refused == [403, 403, 403]
    assert list(AuditEntry.objects.filter(verb="publish")) == [entry]


def test_a_chief_reads_nothing_there_of_stories_that_they_may_not_see(client):
    chief = make_login("Desk chief", publisher=make_publisher("Their own"))
    for name in ("Their own", "Another"):
        actions.send_for_review(make_article(f"Di {name}", publisher=make_publisher(name)), by=None)
    client.force_login(chief)

    assert found(client) == [("send_for_review", "Di Their own")]


def test_a_save_of_a_form_is_in_it_with_what_was_changed_and_shows_on_the_page_of_the_row(client):
    desk = make_login("Data desk", first_name="Ugo", last_name="Bassi")
    client.force_login(desk)
    team = make_team("Inter")

    save(client, team, name="Internazionale")
    save(client, team)

    assert [(entry.verb, entry.who) for entry in of(team)] == [("change", "Ugo Bassi")]
    page = client.get(reverse("admin:teams_team_history", args=[team.pk])).content.decode()
    assert "Ugo Bassi" in page


def test_what_was_done_with_a_story_is_one_link_away_from_it(client):
    editor = make_login("Editor", first_name="Ada", last_name="Neri")
    article = make_article()
    actions.publish(article, by=editor)
    client.force_login(editor)
    acts = reverse("admin:articles_article_acts", args=[article.pk])

    assert acts in client.get(change(article)).content.decode()
    assert "Ada Neri" in client.get(acts).content.decode()
