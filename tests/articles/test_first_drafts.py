"""First drafts from the rows: what is gathered, what is kept, and that nothing goes out by itself."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import User
from django.utils import timezone
from django.utils.timezone import localtime

from articles import actions, checking, first_drafts
from articles.models import Article, EventLink, PersonLink, TeamLink
from articles.proposals import Text
from tests.making import make_event, make_goal, make_match, make_publisher, make_stage, make_team

pytestmark = pytest.mark.django_db


@pytest.fixture
def match():
    """Inter 2-1 Kairat Almaty, their second match of the league phase; Lazio to come in Serie A."""
    stage = make_stage("Champions League", kind="league_phase")
    kickoff = timezone.now() - timedelta(days=2)
    make_match("Ajax 0-2 Inter", stage=stage, matchday=1, kickoff=kickoff - timedelta(days=14))
    match = make_match("Inter 2-1 Kairat Almaty", stage=stage, matchday=2, kickoff=kickoff)
    make_goal(match, "Lautaro Martínez", 45)
    make_goal(match, "Ofri Arad", 55, side="away")
    make_goal(match, "Carlos Augusto", 67)
    make_event(match, "red", "Jorginho", 80, side="away")
    make_match("Inter v Lazio", stage=make_stage("Serie A"), kickoff=timezone.now() + timedelta(days=3))
    return match


def told(draft):
    return "\n".join([draft.headline.words, draft.standfirst.words, *draft.texts])


@pytest.mark.parametrize(
    ("language", "sentences"),
    [
        (
            "it",
            ("l'Inter è prima con 6 punti dopo due partite", "seconda vittoria consecutiva", "in casa contro la Lazio (Serie A)"),
        ),
        ("en", ("Inter are first in the table with 6 points", "second consecutive win", "at home to Lazio")),
    ],
)
def test_a_report_gathers_table_run_and_next_match(match, language, sentences):
    text = told(first_drafts.draft_of(match, "report", language))

    assert [sentence for sentence in sentences if sentence not in text] == []


@pytest.mark.parametrize("language", ["it", "en"])
@pytest.mark.parametrize("kind", ["report", "brief"])
def test_its_own_check_finds_nothing_wrong_with_it(match, kind, language):
    draft = first_drafts.draft_of(match, kind, language)

    text = Text(draft.headline.words, (draft.standfirst.words, *draft.texts), language, localtime(match.kickoff).date())
    checked = checking.check(text)

    assert [each.sentence for each in checked if each.is_disputed] == []
    assert any(each.claim.verdict == "right" for each in checked)


def test_a_preview_of_what_is_to_come_passes_its_own_check_too(match):
    to_come = make_match("Kairat Almaty v Inter", stage=match.stage, matchday=3, kickoff=timezone.now() + timedelta(days=5))

    draft = first_drafts.draft_of(to_come, "preview", "it")

    assert "Il miglior marcatore del Kairat Almaty in Champions League è Ofri Arad con un gol." in told(draft)
    text = Text(draft.headline.words, (draft.standfirst.words, *draft.texts), "it", timezone.localdate())
    assert [each.sentence for each in checking.check(text) if each.is_disputed] == []


def test_it_is_kept_as_a_draft_that_is_marked_and_tied_to_its_rows(match):
    publisher = make_publisher("Terzo Tempo", kind="own")

    article = first_drafts.begin(match, "report", "it", publisher, by=None)

    assert (article.status, article.published_at, article.kind) == (Article.Status.DRAFT, None, Article.Kind.REPORT)
    assert article.origin == f"first-draft:{match.slug}:report:it:{publisher.pk}"
    assert first_drafts.is_one(article)
    assert {str(link.event.person) for link in EventLink.objects.filter(article=article)} == {
        "Lautaro Martínez", "Ofri Arad", "Carlos Augusto", "Jorginho",
    }  # fmt: skip
    assert TeamLink.objects.get(article=article, team=make_team("Lazio")).role == "mentions"
    assert not PersonLink.objects.filter(article=article).exclude(confirmed_at=None).exists()


def test_asked_for_twice_it_is_the_same_story_with_what_was_written_since(match):
    publisher = make_publisher("Terzo Tempo", kind="own")
    article = first_drafts.begin(match, "report", "it", publisher, by=None)
    Article.objects.filter(pk=article.pk).update(headline="Riscritto")

    again = first_drafts.begin(match, "report", "it", publisher, by=None)

    assert (again.pk, again.headline) == (article.pk, "Riscritto")


def test_the_desk_shows_each_sentence_with_its_rows_and_begins_the_story(match, client):
    make_publisher("Terzo Tempo", kind="own")
    client.force_login(User.objects.create_superuser("chief"))
    address = f"/admin/articles/article/first-draft/{match.pk}/"

    page = client.get(address, {"kind": "brief", "language": "en", "publisher": make_publisher("Terzo Tempo").pk})
    sent = client.post(address, {"kind": "brief", "language": "en", "publisher": make_publisher("Terzo Tempo").pk})

    assert "Scorers: Lautaro Martínez (45) and Carlos Augusto (67) for Inter" in page.content.decode()
    article = Article.objects.get()
    assert (sent.status_code, sent.url) == (302, f"/admin/articles/article/{article.pk}/change/")
    assert (article.status, article.language, article.kind) == ("draft", "en", "news")


def test_one_that_lies_in_the_bin_is_not_begun_again_but_shown_there(match, client):
    publisher = make_publisher("Terzo Tempo", kind="own")
    begun = actions.put_into_bin(first_drafts.begin(match, "brief", "en", publisher, by=None), by=None)
    client.force_login(User.objects.create_superuser("chief"))
    asked = {"kind": "brief", "language": "en", "publisher": publisher.pk}

    page = client.post(f"/admin/articles/article/first-draft/{match.pk}/", asked, follow=True)

    assert page.redirect_chain == [(f"/admin/articles/article/{begun.pk}/change/", 302)]
    assert page.context["may_restore"]


def test_what_is_to_come_has_no_report_and_a_bad_choice_is_refused(match, client):
    make_publisher("Terzo Tempo", kind="own")
    client.force_login(User.objects.create_superuser("chief"))

    page = client.get(f"/admin/articles/article/first-draft/{match.pk}/", {"kind": "preview", "language": "it", "publisher": "x"})

    assert page.status_code == 400
    assert not Article.objects.exists()


def test_who_may_not_write_sees_no_first_draft(match, client):
    client.force_login(User.objects.create_user("guest", is_staff=True))

    page = client.get(f"/admin/articles/article/first-draft/{match.pk}/")

    assert page.status_code == 403


def test_what_later_matches_have_overtaken_is_not_told_as_if_it_still_were(match):
    make_match("Inter 0-1 Ajax", stage=match.stage, matchday=3, kickoff=timezone.now() - timedelta(hours=20))

    text = told(first_drafts.draft_of(match, "report", "it"))

    assert "l'Inter è" not in text
    assert "il Kairat Almaty è" in text
    assert "vittoria consecutiva" not in text
