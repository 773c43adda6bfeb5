"""The keyboard on the desk in a real browser: what it lists, where it leads, and where it keeps quiet."""

import re

import pytest
from playwright.sync_api import expect

from articles.models import Article
from tests.desk import change, make_login
from tests.making import make_article
from tests.test_browser import violations

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True, serialized_rollback=True)]

LIST = "/admin/articles/article/"


@pytest.fixture
def tab(chromium, live_server, client):
    client.force_login(make_login("Desk chief"))
    context = chromium.new_context(base_url=live_server.url, viewport={"width": 1280, "height": 900}, locale="en-GB")
    context.add_cookies([{"name": "sessionid", "value": client.cookies["sessionid"].value, "url": live_server.url}])
    tab, wrong = context.new_page(), []
    tab.on("pageerror", lambda error: wrong.append(f"{tab.url}: {error}"))
    yield tab
    context.close()
    assert wrong == []


def press(tab, *keys):
    for key in keys:
        tab.keyboard.press(key)


def test_keys_lead_around_the_desk_and_are_listed_on_a_question_mark(tab):
    make_article("Il derby")
    tab.goto("/admin/")
    press(tab, "g", "a")
    expect(tab).to_have_url(re.compile("/admin/articles/article/$"))

    expect(tab.get_by_role("button", name="Shortcuts")).to_be_visible()
    press(tab, "?")
    dialog = tab.get_by_role("dialog", name="Keyboard shortcuts")
    expect(dialog).to_be_visible()
    listed = [line.get_attribute("data-keys") for line in dialog.locator("li:visible").all()]
    found = violations(tab)
    press(tab, "n", "Escape")
    expect(dialog).to_be_hidden()
    press(tab, "/")
    expect(tab.locator("#searchbar")).to_be_focused()
    press(tab, "g", "h", "?")

    assert (listed, found) == (["?", "g h", "g a", "n", "g p", "g m", "/"], [])
    expect(tab.locator("#searchbar")).to_have_value("gh?")
    expect(tab).to_have_url(re.compile("/admin/articles/article/$"))


def test_single_keys_are_switched_off_for_good_and_the_button_still_opens_the_list(tab):
    tab.goto(LIST)
    tab.get_by_role("button", name="Shortcuts").click()
    tab.get_by_role("checkbox", name="Single keys work, in this browser").uncheck()
    press(tab, "Escape")
    tab.reload()
    press(tab, "?", "n")

    expect(tab.get_by_role("dialog")).to_be_hidden()
    expect(tab).to_have_url(re.compile("/admin/articles/article/$"))
    tab.get_by_role("button", name="Shortcuts").click()
    expect(tab.get_by_role("checkbox", name="Single keys work, in this browser")).not_to_be_checked()


def test_a_story_is_saved_from_within_its_text_and_the_next_step_is_reached_but_not_taken(tab):
    article = make_article("Il derby")
    tab.goto(change(article))
    text = tab.get_by_role("textbox", name="Text", exact=True)
    text.click()
    tab.keyboard.type("? gh n ")
    with tab.expect_navigation():
        press(tab, "Control+s")

    tab.locator("h2").first.click(force=True)
    press(tab, "Control+Enter")
    expect(tab.locator("[name=_publish]")).to_be_focused()
    with tab.context.expect_page() as opened:
        press(tab, "Control+Alt+p")
    opened.value.close()

    assert "? gh n" in Article.objects.get().body
    assert Article.objects.get().status == "draft"


def test_a_choice_is_kept_and_two_sisters_are_made_by_hand(tab):
    make_article("Il derby")
    tab.goto(f"{LIST}?q=derby")
    tab.get_by_label("Save this choice as").fill("Derby")
    tab.get_by_role("group", name="Saved filters").get_by_role("button", name="Save").click()
    expect(tab.get_by_role("link", name="Derby", exact=True)).to_have_attribute("aria-current", "true")
    tab.locator("[name=action]").select_option("add_topic")
    topic = tab.locator("[name=topic]")
    expect(topic).to_be_visible()
    tab.locator("[name=action]").select_option("publish")
    expect(topic).to_be_hidden()
    on_the_list = violations(tab)

    tab.goto(change(Article.objects.get()))
    expect(tab.get_by_role("textbox", name="Text", exact=True)).to_be_visible()
    tab.wait_for_function("document.getAnimations().length === 0")
    on_the_form = violations(tab)
    tab.get_by_role("button", name="Begin it in English").click()
    expect(tab.get_by_role("link", name="Il derby")).to_be_visible()

    assert (on_the_list, on_the_form) == ([], [])
    assert Article.objects.get(language="en").translated_from == Article.objects.get(language="it")
