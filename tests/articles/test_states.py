"""From draft to republished: each verb does one thing, is in the audit log, and nobody outside sees anything too early."""

from datetime import UTC, datetime, timedelta

import pytest
from django.core import mail
from django.core.exceptions import ValidationError

from articles import actions, listing
from articles.models import Article
from teams import auditlog, clock
from tests.desk import as_sent, change, make_login, save, told
from tests.making import make_article, make_published

pytestmark = pytest.mark.django_db

HOUR = timedelta(hours=1)


@pytest.fixture
def chief():
    return make_login("Desk chief", first_name="Ada", last_name="Neri", email="ada@example.org")


@pytest.fixture
def desk(client, chief):
    client.force_login(chief)
    return client


def test_every_step_is_told_by_the_audit_log(chief):
    article = make_article()

    actions.send_for_review(article, by=chief)
    actions.send_back(article, by=chief, words="Manca il risultato")
    actions.publish(article, by=chief, at=clock.now() + HOUR)
    actions.unschedule(article, by=chief)
    actions.publish(article, by=chief)
    actions.withdraw(article, by=chief, note="Nomi scambiati")
    actions.republish(article, by=chief)

    steps = ["send_for_review", "send_back", "comment", "schedule", "unschedule", "publish", "withdraw", "republish"]
    assert [entry.verb for entry in auditlog.of(article).order_by("pk")] == steps
    assert auditlog.of(article).get(verb="withdraw").details == {"note": "Nomi scambiati"}


def test_a_republished_story_keeps_its_number_its_address_and_its_hour(client, chief):
    article = make_published()
    before = (article.pk, article.get_absolute_url(), article.published_at)

    actions.withdraw(article, by=chief, note="Nomi scambiati")
    gone = client.get(article.get_absolute_url())
    actions.republish(article, by=chief)
    back = Article.objects.published().get()

    assert (gone.status_code, "Nomi scambiati" in gone.content.decode()) == (410, True)
    assert (back.pk, back.get_absolute_url(), back.published_at, back.withdrawal_note) == (*before, "")
    assert client.get(article.get_absolute_url()).status_code == 200


@pytest.mark.parametrize("verb", [actions.withdraw, actions.unschedule, actions.republish])
def test_a_verb_that_does_not_fit_the_state_changes_nothing_and_names_the_state(verb):
    article = make_article()

    with pytest.raises(ValidationError, match=str(article.state.label)):
        verb(article, by=None)

    article.refresh_from_db()
    assert article.status == "draft"


def test_of_two_editors_at_once_the_second_is_told(chief):
    article = make_article()
    other = Article.objects.get(pk=article.pk)

    actions.publish(article, by=chief)

    with pytest.raises(ValidationError):
        actions.publish(other, by=make_login("Editor"))


# Embargo


def test_what_is_published_under_embargo_goes_out_when_that_ends_and_the_desk_says_so(desk):
    ends = clock.now().replace(microsecond=0) + HOUR
    article = make_article(embargo_until=ends)

    answer = save(desk, article, _publish="1")

    article.refresh_from_db()
    assert (article.state, article.published_at) == ("scheduled", ends)
    assert "UTC" in told(answer)[0]
    assert not Article.objects.published().exists()


def test_an_hour_before_the_end_of_the_embargo_is_refused():
    article = make_article(embargo_until=clock.now() + 2 * HOUR)

    with pytest.raises(ValidationError, match="embargo"):
        actions.publish(article, by=None, at=clock.now() + HOUR)

    assert article.state == "draft"


def test_an_embargo_that_is_over_stops_nothing():
    article = make_article(embargo_until=clock.now() - HOUR)

    assert actions.publish(article, by=None).is_public


# Hours


def test_an_hour_that_comes_twice_is_asked_about_on_the_form_of_a_story_with_the_text_still_there(desk, settings):
    settings.NEWSROOM_CLOCK = datetime(2026, 10, 24, 12, tzinfo=UTC)
    article = make_article()
    typed = {"published_at_0": "2026-10-25", "published_at_1": "02:30", "headline": "Titolo nuovo", "_publish": "1"}

    asked = desk.post(change(article), as_sent(desk.get(change(article)), **typed))
    answer = desk.post(change(article), {**as_sent(asked), "published_at_2": "second", "_publish": "1"}, follow=True)

    assert asked.status_code == 200 and b"Titolo nuovo" in asked.content
    article.refresh_from_db()
    assert (article.headline, article.published_at) == ("Titolo nuovo", datetime(2026, 10, 25, 1, 30, tzinfo=UTC))
    assert "02:30 Europe/Rome = 01:30 UTC" in told(answer)[0]


def test_the_button_says_what_it_will_do_in_both_zones(desk, settings):
    settings.NEWSROOM_CLOCK = datetime(2025, 11, 6, 8, tzinfo=UTC)
    planned = make_article(published_at=datetime(2025, 11, 6, 9, 30, tzinfo=UTC))

    page = desk.get(change(planned)).content.decode()

    assert "10:30 Europe/Rome = 09:30 UTC</button>" in page
    assert 'name="_publish_now"' in page


def test_what_was_due_while_nothing_ran_is_out_with_its_true_time_and_the_log_says_how_late_it_was_told():
    due = clock.now() - HOUR
    with clock.at(due - HOUR):
        article = actions.publish(make_article(), by=None, at=due)

    listing.raise_those_that_appeared(due - HOUR, clock.now())

    assert Article.objects.published().get().published_at == due
    entry = auditlog.of(article).get(verb="appear")
    assert (entry.by, entry.details["late"]) == (None, 60)


# Assignment


def test_who_is_given_a_story_gets_a_letter_and_a_stranger_to_its_publisher_is_refused_with_all_that_was_typed(desk):
    article = make_article()
    reporter = make_login("Reporter", publisher=article.publisher, email="reporter@example.org")
    stranger = make_login(username="stranger")

    save(desk, article, assigned_to=reporter.pk)
    with pytest.raises(ValidationError, match="stranger"):
        actions.assign(article, by=None, to=stranger)

    article.refresh_from_db()
    assert article.assigned_to == reporter
    assert [(letter.to, article.headline in letter.subject) for letter in mail.outbox] == [(["reporter@example.org"], True)]
    assert f"/admin/articles/article/{article.pk}/change/" in mail.outbox[0].body
