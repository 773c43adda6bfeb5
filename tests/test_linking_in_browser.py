"""The panel of links in a real browser: an imported text is read, taken in one click but for one, put in order by keyboard."""

from io import StringIO

import pytest
from django.core.management import call_command

from articles.models import Article, RefusedLink
from tests.desk import make_login
from tests.test_browser import COPIED, HEADLINE, press, violations

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True, serialized_rollback=True)]


@pytest.fixture
def site(seeded_site, tmp_path):
    """The demo's morning, and a draft as it was copied from a platform."""
    copied = tmp_path / "story.txt"
    copied.write_text(COPIED.replace("prima dell’intervallo", "al 45’ e l’Inter è prima a 12 punti"), encoding="utf-8")
    call_command("import_articles", copied, stdout=StringIO())
    return seeded_site


@pytest.fixture
def tab(chromium, site, client):
    client.force_login(make_login("Editor"))
    context = chromium.new_context(base_url=site.url, viewport={"width": 1280, "height": 900}, locale="it-IT")
    context.add_cookies([{"name": "sessionid", "value": client.cookies["sessionid"].value, "url": site.url}])
    tab = context.new_page()
    wrong = []
    tab.on("pageerror", lambda error: wrong.append(f"{tab.url}: {error}"))
    yield tab
    context.close()
    assert wrong == []


def test_an_imported_story_is_linked_in_one_click_and_checked(tab):
    story = Article.objects.get(headline=HEADLINE)
    panel = tab.locator("#links")
    tab.goto(f"/admin/articles/article/{story.pk}/change/")
    panel.locator(".proposed-words").first.wait_for()
    assert panel.locator(".link").count() == 0
    panel.locator(".proposed li", has_text="“Toro”").last.hover()
    marked = tab.evaluate("[...CSS.highlights.get('read')].map(String)")
    found = violations(tab)

    panel.locator(".proposed li", has_text="Champions League").get_by_role("checkbox").last.uncheck()
    panel.locator(".links-button.is-first").click()
    tab.locator("#links-search").fill("67")
    panel.get_by_role("option", name="Carlos Augusto").wait_for()
    found += violations(tab)
    tab.keyboard.press("Enter")
    panel.locator("[data-key^=event] [data-tool=up]").last.press("Enter")
    panel.locator("[data-key^=match] summary").click()
    panel.locator(".link-events li", has_text="55'").get_by_role("checkbox").check()
    panel.locator("[data-key^=person] [data-tool=role]").last.select_option("mentions")
    panel.locator("[data-key^=person] [data-tool=remove]").first.click()
    panel.locator(".links-undo").click()
    people = panel.locator("[data-key^=person]").count()
    found += violations(tab)
    press(tab, "_continue")

    story.refresh_from_db()
    assert found == []
    assert {"Lautaro Martinez", "Toro"} <= set(marked)
    minutes = [link.event.minute for link in story.event_links.select_related("event")]
    assert sorted(minutes) == sorted({*minutes, 55, 67}) and minutes.index(67) < len(minutes) - 1
    assert story.person_links.count() == people and story.person_links.last().role == "mentions"
    assert all(link.confirmed_by for link in story.team_links.all())
    assert RefusedLink.objects.filter(article=story).count() == 1


def test_topics_are_suggested_while_somebody_types(tab):
    story = Article.objects.get(headline=HEADLINE)
    known = Article.tags.first().name
    tab.goto(f"/admin/articles/article/{story.pk}/change/")
    box = tab.locator("#topics-search")
    box.press_sequentially(known[:4])
    tab.locator("#topics-found [role=option]", has_text=known).first.click()
    box.fill("calcio femminile")
    tab.locator("#topics-found [role=option]").last.wait_for()
    box.press("Enter")
    press(tab, "_continue")

    assert set(story.tags.names()) == {known, "calcio femminile"}
