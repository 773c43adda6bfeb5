"""An editor who tries to lose a word in a real browser: logins that expire, lost networks, closed pages, two at once."""

import re

import pytest
from django.test import Client
from playwright.sync_api import expect

from articles.models import Article, WorkingCopy
from tests.desk import change, make_login
from tests.making import make_article
from tests.test_browser import violations

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True, serialized_rollback=True)]


@pytest.fixture
def sit_down(chromium, live_server):
    """Opens a window of somebody's own at a page of the desk."""
    windows, wrong = [], []

    def open_window(name, address):
        login = make_login("Editor", name)
        login.set_password("secret")
        login.save()
        client = Client()
        client.force_login(login)
        context = chromium.new_context(base_url=live_server.url, viewport={"width": 1280, "height": 900}, locale="en-GB")
        cookie = {"name": "sessionid", "value": client.cookies["sessionid"].value, "url": live_server.url}
        context.add_cookies([cookie])
        tab = context.new_page()
        tab.on("pageerror", lambda error: wrong.append(f"{tab.url}: {error}"))
        tab.goto(address)
        tab.wait_for_load_state("networkidle")
        windows.append(context)
        return tab

    yield open_window
    for window in windows:
        window.close()
    assert wrong == []


def write(tab, words):
    """Types into the story's text, as its last words."""
    tab.get_by_role("textbox", name="Text", exact=True).click()
    tab.keyboard.press("Control+End")
    tab.keyboard.type(words)


def in_bar(tab):
    return tab.locator(".saved-at")


def save(tab):
    tab.locator("[name=_continue]").first.click()


def test_write_lose_the_login_come_back_and_nothing_is_lost(sit_down):
    article = make_article("Uno")
    tab = sit_down("ada", change(article))
    write(tab, " Battuto.")
    expect(in_bar(tab)).to_contain_text("Working copy kept")
    tab.context.clear_cookies()
    write(tab, " Ancora.")
    expect(in_bar(tab)).to_contain_text("Your login has expired")
    save(tab)
    found = violations(tab)
    tab.get_by_label("Password").fill("wrong")
    tab.get_by_role("button", name="Log in", exact=True).click()
    expect(tab.locator(".session-error")).not_to_be_empty()
    tab.get_by_label("Password").fill("secret")
    tab.get_by_role("button", name="Log in", exact=True).click()
    expect(tab.locator(".messagelist .success")).to_be_visible()

    assert Article.objects.get().body == "<p>Testo. Battuto. Ancora.</p>"
    assert not WorkingCopy.objects.exists()
    assert found == []


def test_what_a_closed_page_left_is_offered_with_its_difference_before_anything_is_replaced(sit_down):
    article = make_article("Uno")
    tab = sit_down("ada", change(article))
    write(tab, " Mai salvato.")
    tab.goto("/admin/")
    tab.goto(change(article))
    offer = tab.locator(".offer")
    expect(offer).to_contain_text("that is not saved yet")
    untouched = tab.locator("[name=body]").input_value()
    offer.get_by_role("button", name="Look at the difference").click()
    expect(tab.locator("dialog ins")).to_contain_text("Mai salvato")
    found = violations(tab)
    tab.get_by_role("button", name="Close", exact=True).click()
    offer.get_by_role("button", name="Take it up again").click()
    expect(offer).to_have_count(0)
    save(tab)
    expect(tab.locator(".messagelist .success")).to_be_visible()

    assert untouched == "<p>Testo.</p>"
    assert Article.objects.get().body == "<p>Testo. Mai salvato.</p>"
    assert (WorkingCopy.objects.count(), found) == (0, [])


def test_without_a_network_the_browser_keeps_it_and_sends_it_when_back_even_from_another_page(sit_down):
    article = make_article("Uno")
    tab = sit_down("ada", change(article))
    tab.context.set_offline(True)
    write(tab, " Senza rete.")
    expect(in_bar(tab)).to_contain_text("There is no network")
    with tab.expect_event("requestfailed"):
        save(tab)
    expect(in_bar(tab)).to_contain_text("kept in this browser")
    tab.context.set_offline(False)
    expect(in_bar(tab)).to_contain_text("Working copy kept", timeout=10_000)
    sent = dict(pair[:2] for pair in WorkingCopy.objects.get().data)["body"]
    tab.context.set_offline(True)
    write(tab, " E chiuso.")
    expect(in_bar(tab)).to_contain_text("There is no network")
    tab.close(run_before_unload=False)

    again = tab.context.new_page()
    tab.context.set_offline(False)
    again.goto(change(article))
    again.get_by_role("button", name="Take it up again").click()
    expect(again.locator("[name=body]")).to_have_value("<p>Testo. Senza rete. E chiuso.</p>")

    assert sent == "<p>Testo. Senza rete.</p>"


def test_two_at_once_see_each_other_and_the_second_is_shown_both_texts_and_chooses(sit_down):
    article = make_article("Uno", standfirst="Prima")
    ada, grace = sit_down("ada", change(article)), sit_down("grace", change(article))
    expect(grace.locator("[data-here]")).to_contain_text("ada")
    ada.locator("[name=headline]").fill("Di Ada")
    write(ada, " Ada scrive.")
    grace.locator("[name=headline]").fill("Di Grace")
    grace.locator("[name=standfirst]").fill("Dopo")
    save(grace)
    expect(grace.locator(".messagelist .success")).to_be_visible()
    expect(ada.locator("[data-here]")).to_contain_text("grace saved a newer version", timeout=12_000)

    save(ada)
    conflict = ada.locator(".conflict")
    expect(conflict).to_contain_text("grace saved a newer version")
    found = violations(ada)
    before = Article.objects.get().headline
    conflict.get_by_role("group", name="Headline").get_by_label("The newer version").check()
    conflict.get_by_role("button", name="Save what is chosen").click()
    expect(ada.locator(".messagelist .success")).to_be_visible()

    saved = Article.objects.get()
    assert before == "Di Grace"
    assert (saved.headline, saved.standfirst, saved.body) == ("Di Grace", "Dopo", "<p>Testo. Ada scrive.</p>")
    assert found == []


def test_two_versions_are_compared_word_by_word_and_one_is_brought_back(sit_down):
    article = make_article("Uno", body="<p>Segna Lautaro al 45.</p>")
    tab = sit_down("ada", change(article))
    tab.locator("[name=headline]").fill("Due")
    write(tab, " Poi Thuram.")
    save(tab)
    expect(tab.locator(".messagelist .success")).to_be_visible()
    tab.goto(f"/admin/articles/article/{article.pk}/history/")
    found = violations(tab)
    tab.get_by_role("button", name="Show the difference").click()
    shown = tab.locator(".difference ins").all_inner_texts()
    found += violations(tab)
    tab.get_by_role("button", name="Bring version 1 back").click()
    expect(tab.locator(".messagelist .success")).to_contain_text("Version 1 is back")

    assert any(re.search(r"Poi Thuram", words) for words in shown)
    assert (Article.objects.get().headline, Article.objects.get().body) == ("Uno", "<p>Segna Lautaro al 45.</p>")
    assert [version.number for version in article.versions.all()] == [3, 2, 1]
    assert found == []
