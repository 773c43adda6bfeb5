"""A goal is cancelled after the papers told of it, in a real browser: exactly the stories that state it come to an editor."""

import pytest
from playwright.sync_api import expect

from articles import impact
from articles.models import Article, Impact
from teams.models import MatchEvent
from tests.desk import make_login
from tests.test_browser import MATCH, violations

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True, serialized_rollback=True)]

STATE_IT = {
    "arte-di-vincere-male",
    "inter-kairat-cronaca",
    "inter-kairat-la-serata-in-breve",
    "inter-kairat-match-report",
    "inter-kairat-minuto-per-minuto",
    "inter-kairat-rigore-tolto-al-var",
    "lautaro-a-captain-who-does-not-smile",
    "lautaro-capocannoniere-d-europa",
    "lautaro-europes-nerazzurro",
    "lautaro-segna-e-si-arrabbia",
    "lavagna-gol-inter-chivu",
    "the-two-minute-penalty",
}


@pytest.fixture
def tab(chromium, seeded_site, client):
    """A window of somebody who keeps the facts and answers for the stories."""
    client.force_login(make_login(None, "boss", is_superuser=True))
    context = chromium.new_context(base_url=seeded_site.url, viewport={"width": 1280, "height": 900}, locale="it-IT")
    context.add_cookies([{"name": "sessionid", "value": client.cookies["sessionid"].value, "url": seeded_site.url}])
    tab = context.new_page()
    wrong = []
    tab.on("pageerror", lambda error: wrong.append(f"{tab.url}: {error}"))
    yield tab
    context.close()
    assert wrong == []


def test_a_cancelled_goal_brings_the_stories_that_state_it_and_one_is_corrected_in_public(tab):
    goal = MatchEvent.objects.goals().get(match__slug=MATCH, person__slug="lautaro-martinez")
    tab.goto(f"/admin/teams/matchevent/{goal.pk}/cancel/")
    tab.locator("[name=reason]").fill("fuorigioco")
    with tab.expect_navigation():
        tab.locator("#content-main [type=submit]").first.click()
    impact.review()
    overtaken = set(Impact.objects.open().values_list("article__slug", flat=True))
    story = Article.objects.get(slug="inter-kairat-rigore-tolto-al-var")

    tab.goto("/admin/articles/article/changed/")
    found = violations(tab)
    row = tab.locator(".overtaken", has_text=story.headline).first
    expect(row.locator("mark")).to_have_text("Lautaro Martínez")
    row.get_by_role("link", name="Rettifica").click()
    sentence = tab.locator("textarea[name^=sentence_]").first
    sentence.fill("Per aprirla davvero ha dovuto aspettare la ripresa.")
    found += violations(tab)
    with tab.expect_navigation():
        tab.get_by_role("button", name="Rettifica pubblicamente").click()
    tab.goto("/it/corrections/")

    assert found == []
    assert overtaken == STATE_IT
    expect(tab.locator("main")).to_contain_text(story.headline)
    tab.get_by_role("link", name=story.headline).first.click()
    expect(tab.locator("main")).to_contain_text("ha dovuto aspettare la ripresa")
    assert not Impact.objects.open().filter(article=story).exists()
