"""The bin: nothing is lost by deleting, nothing of it is public, and only a superuser ends it."""

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from articles import actions
from articles.models import Article, Version
from teams.models import AuditEntry
from tests.desk import change, make_login, told
from tests.making import make_article, make_published, make_team

pytestmark = pytest.mark.django_db
LIST = "/admin/articles/article/"


@pytest.fixture
def desk(client):
    client.force_login(make_login("Editor"))
    return client


@pytest.fixture
def boss(client):
    client.force_login(make_login(username="boss", is_superuser=True))
    return client


def shown(client, **query):
    return [str(article) for article in client.get(LIST, query).context["cl"].result_list]


def test_what_is_deleted_goes_to_the_bin_and_comes_back_with_its_ties_and_its_address(desk):
    article = make_article("Da buttare", about=[make_team("Inter")])
    address = article.get_absolute_url()

    asked = desk.get(f"{LIST}{article.pk}/delete/")
    desk.post(f"{LIST}{article.pk}/delete/")
    binned = (shown(desk), shown(desk, bin="yes"), shown(desk, q="buttare"))
    page = desk.get(change(article))
    desk.post(f"{LIST}{article.pk}/restore/")

    article.refresh_from_db()
    assert asked.status_code == 200 and binned == ([], ["Da buttare"], [])
    assert 'form="restore-form"' in page.content.decode() and not page.context["has_change_permission"]
    assert (shown(desk), article.binned_at, article.get_absolute_url()) == (["Da buttare"], None, address)
    assert article.team_links.get().team == make_team("Inter")
    assert [entry.verb for entry in AuditEntry.objects.order_by("pk")][-2:] == ["bin", "bring_back"]


def test_what_readers_see_is_withdrawn_before_it_is_thrown_away_and_its_address_goes_on_saying_so(desk):
    article = make_published("Fuori")
    with pytest.raises(ValidationError):
        actions.put_into_bin(article, by=None)
    assert desk.post(f"{LIST}{article.pk}/delete/").status_code == 403

    actions.withdraw(article, by=None)
    actions.put_into_bin(article, by=None)

    assert desk.get(article.get_absolute_url()).status_code == 410
    assert Article.objects.get().binned_at


def test_pickers_and_lists_leave_out_what_is_in_the_bin(boss):
    make_article("Da tenere")
    article = make_article("Da buttare")
    actions.put_into_bin(article, by=None)

    asked = {"app_label": "articles", "model_name": "article", "field_name": "translated_from", "term": "Da"}
    offered = [row["text"] for row in boss.get("/admin/autocomplete/", asked).json()["results"]]
    assert (offered, shown(boss)) == (["Da tenere (Italiano)"], ["Da tenere"])


def test_nobody_changes_or_publishes_what_is_in_the_bin(desk):
    article = make_article()
    actions.put_into_bin(article, by=None)

    with pytest.raises(ValidationError):
        actions.publish(article, by=None)
    assert desk.post(change(article), {"headline": "Altro"}).status_code == 403


def test_only_a_superuser_deletes_for_good_and_the_audit_log_keeps_it(client, boss):
    article = make_article("Da buttare")
    actions.put_into_bin(article, by=None)

    asked = boss.get(f"{LIST}{article.pk}/end/").content.decode()
    answer = boss.post(f"{LIST}{article.pk}/end/", follow=True)

    assert "Da buttare" in asked and len(told(answer)) == 1
    assert not Article.objects.exists() and not Version.objects.exists()
    entry = AuditEntry.objects.get(verb="delete")
    assert (entry.what, entry.row_id, entry.details["slug"]) == ("Da buttare", article.pk, "da-buttare")


def test_nobody_else_and_nothing_outside_the_bin_is_deleted_for_good(desk):
    article, binned = make_article("Uno"), make_article("Due")
    actions.put_into_bin(binned, by=None)

    with pytest.raises(PermissionDenied):
        actions.end_for_good(binned, by=make_login("Editor"))
    with pytest.raises(ValidationError):
        actions.end_for_good(article, by=None)
    assert desk.post(f"{LIST}{binned.pk}/end/").status_code == 403
