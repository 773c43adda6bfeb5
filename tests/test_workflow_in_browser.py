"""From a reporter's draft to a story scheduled across a change of clocks, in a real browser; nobody shut out on the way."""

from datetime import UTC, datetime

import pytest

from articles.models import Article, Comment
from tests.desk import make_login
from tests.making import make_article
from tests.test_browser import violations

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True, serialized_rollback=True)]


@pytest.fixture
def window(chromium, live_server, client, settings):
    """Opens a window for a login; the paper's clock stands on the day before the clocks go back."""
    settings.NEWSROOM_CLOCK = datetime(2026, 10, 24, 12, tzinfo=UTC)
    contexts, wrong = [], []

    def opened(user, width=1280):
        client.force_login(user)
        context = chromium.new_context(base_url=live_server.url, viewport={"width": width, "height": 900}, locale="en-GB")
        context.add_cookies([{"name": "sessionid", "value": client.cookies["sessionid"].value, "url": live_server.url}])
        contexts.append(context)
        tab = context.new_page()
        tab.on("pageerror", lambda error: wrong.append(f"{tab.url}: {error}"))
        return tab

    yield opened
    for context in contexts:
        context.close()
    assert wrong == []


def test_a_story_is_sent_for_review_talked_about_and_scheduled_for_the_second_of_two_hours(window):
    reporter, editor = make_login("Reporter"), make_login("Editor")
    article = make_article("Il derby di notte", created_by=reporter)
    desk = window(reporter)
    desk.goto("/admin/")
    desk.get_by_role("button", name="Il derby di notte").click()
    desk.wait_for_load_state()
    assert Article.objects.get().status == "review"

    tab = window(editor)
    tab.goto("/admin/")
    found = violations(tab)
    tab.get_by_role("link", name="Il derby di notte").first.click()
    tab.locator("[name=headline]").fill("Il derby di notte, rivisto")
    tab.locator("#comment_words").fill("Manca il risultato")
    tab.locator(".comment-new button[type=submit]").click()
    tab.locator(".comment-words", has_text="Manca il risultato").wait_for()
    assert tab.locator("[name=headline]").input_value() == "Il derby di notte, rivisto"
    assert Comment.objects.get().made_by == editor

    tab.locator("[name=published_at_0]").fill("2026-03-29")
    tab.locator("[name=published_at_1]").fill("02:30")
    skipped = tab.locator("[name=_publish]").inner_text()
    tab.locator("[name=published_at_0]").fill("2026-10-25")
    tab.locator("[name=published_at_2]").select_option("second")
    button = tab.locator("[name=_publish]")
    assert "02:30 Europe/Rome = 01:30 UTC" in button.inner_text()
    assert "UTC" not in skipped
    found += violations(tab)
    button.click()
    tab.locator(".messagelist .success").wait_for()

    article.refresh_from_db()
    assert (article.headline, article.state) == ("Il derby di notte, rivisto", "scheduled")
    assert article.published_at == datetime(2026, 10, 25, 1, 30, tzinfo=UTC)
    tab.goto("/admin/")
    found += violations(tab)
    tab.set_viewport_size({"width": 768, "height": 900})
    assert not tab.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth")
    assert found == []
