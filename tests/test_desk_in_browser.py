"""The desk in a real browser: rich text that stays as it was typed, a goal picked by "inter kai 67", nobody shut out."""

import re

import pytest
from django.core.files.base import ContentFile
from playwright.sync_api import expect

from articles import actions
from articles.models import Article, EventLink, Image
from tests.desk import make_login, picture_file
from tests.making import make_appearance, make_article, make_event, make_goal, make_match, make_spell
from tests.test_browser import CONTRAST_ONLY, press, violations

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True, serialized_rollback=True)]


@pytest.fixture
def story():
    """A draft tied to a match with a sheet, to its goals and to their scorer."""
    match = make_match("Inter 2-1 Kairat Almaty")
    goal = make_goal(match, "Lautaro Martínez", 45)
    make_goal(match, "Carlos Augusto", 67)
    make_event(match, "yellow", "Nicolò Barella", 45, stoppage=2)
    make_spell(goal.person, match.home, shirt=10)
    make_appearance(match, goal.person, 10, captain=True)
    photo = actions.add_picture(
        by=None, file=ContentFile(picture_file().read(), "p.jpg"), alt_text="Esulta", credit="Foto: Terzo Tempo"
    )
    return make_article(about=[match, goal, goal.person, match.home], citations=["la Repubblica"], image=photo)


@pytest.fixture
def tab(chromium, live_server, client, request):
    """A window with somebody logged in; a script that fails fails the test."""
    who, width, scheme = getattr(request, "param", ("Editor", 1280, "light"))
    boss = who == "boss"
    client.force_login(make_login(None if boss else who, who.lower(), is_superuser=boss))
    context = chromium.new_context(
        base_url=live_server.url,
        viewport={"width": width, "height": 900},
        color_scheme=scheme,
        locale="it-IT",
        reduced_motion="reduce",
    )
    context.add_cookies([{"name": "sessionid", "value": client.cookies["sessionid"].value, "url": live_server.url}])
    tab = context.new_page()
    wrong = []
    tab.on("pageerror", lambda error: wrong.append(f"{tab.url}: {error}"))
    yield tab
    context.close()
    assert wrong == []


@pytest.mark.parametrize("tab", [("boss", 1280, "light")], indirect=True)
def test_no_page_of_the_desk_shuts_anybody_out(tab, story):
    """Every rule of axe on a desk's screen and a tablet's; the dark colours change only what has to do with contrast."""
    match, goal = story.match_links.get().match, story.event_links.get().event
    found = []
    for address in (
        "/admin/",
        "/admin/articles/article/",
        "/admin/articles/article/add/",
        f"/admin/articles/article/{story.pk}/change/",
        f"/admin/articles/article/{story.pk}/delete/",
        f"/admin/articles/article/{story.pk}/history/",
        f"/admin/articles/article/{story.pk}/acts/",
        f"/admin/articles/article/{story.pk}/comments/",
        f"/admin/articles/article/{story.pk}/share/",
        f"/admin/articles/article/{story.pk}/who/",
        f"/admin/articles/article/first-draft/{match.pk}/",
        "/admin/articles/article/changed/",
        "/admin/articles/arrangement/",
        "/admin/articles/arrangement/front/0/it/",
        "/admin/articles/membership/",
        "/admin/teams/auditentry/",
        "/admin/teams/alias/",
        "/admin/teams/reviewitem/",
        "/admin/teams/overruled/audit/",
        "/admin/teams/match/import/",
        f"/admin/teams/match/{match.pk}/live/",
        f"/admin/articles/image/{story.image_id}/change/",
        "/admin/articles/image/",
        "/admin/articles/publisher/add/",
        "/admin/taggit/tag/",
        "/admin/teams/match/",
        f"/admin/teams/match/{match.pk}/change/",
        f"/admin/teams/matchevent/{goal.pk}/change/",
        f"/admin/teams/matchevent/{goal.pk}/give/",
        f"/admin/teams/matchevent/{goal.pk}/delete/",
        f"/admin/teams/person/{goal.person_id}/change/",
        f"/admin/teams/team/{match.home_id}/change/",
        f"/admin/teams/stage/{match.stage_id}/change/",
        "/admin/password_change/",
    ):
        tab.goto(address)
        tab.wait_for_load_state("networkidle")
        found += violations(tab)
        tab.emulate_media(color_scheme="dark")
        found += violations(tab, **CONTRAST_ONLY)
        tab.emulate_media(color_scheme="light")
        tab.set_viewport_size({"width": 768, "height": 900})
        found += violations(tab)
        tab.set_viewport_size({"width": 1280, "height": 900})

    assert found == []


def test_login_and_errors_and_messages_shut_nobody_out(tab, story):
    tab.goto(f"/admin/articles/article/{story.pk}/change/")
    tab.locator("[name=headline]").fill("")
    press(tab, "_save")
    found = violations(tab)
    tab.locator("[name=headline]").fill("Titolo")
    press(tab, "_save")
    found += violations(tab)
    tab.context.clear_cookies()
    tab.goto("/admin/login/")
    found += violations(tab)

    assert found == []


def test_what_is_typed_with_every_tool_is_what_is_kept(tab, story):
    tab.goto(f"/admin/articles/article/{story.pk}/change/")
    tab.locator(".ProseMirror[contenteditable=true]").click()
    expect(tab.get_by_role("button", name="grassetto")).to_be_visible()  # to those who see it and those who hear it
    assert tab.locator(".prose-menubar__option").all_text_contents() == ["Titolo 2", "Titolo 3", "Paragrafo"]
    keys, tool = tab.keyboard, lambda name: tab.locator(f".prose-menubar button[title='{name}']").click()
    keys.press("Control+A")
    keys.type("Con ")
    keys.press("Control+B")
    keys.type("forza")
    keys.press("Control+B")
    keys.press("Shift+Enter")
    keys.type("a capo")
    keys.press("Enter")
    keys.type("## Titolo")
    for button, said in (("elenco puntato", "uno"), ("elenco numerato", "due"), ("citazione", "«Lavoriamo»")):
        keys.press("Enter")
        tool(button)
        keys.type(said)
        keys.press("Enter")
    keys.press("Enter")
    tool("Inserisci tabella")
    tab.locator(".prose-editor-dialog [type=submit]").click()
    tab.locator(".ProseMirror table").wait_for()
    keys.type("qui")
    keys.press("Shift+Home")
    expect(tab.locator(".prose-menubar [data-name=link]")).not_to_have_class(re.compile("disabled"))  # the editor saw it
    tool("inserisci collegamento")
    tab.locator(".prose-editor-dialog [name=href]").fill("https://example.org/")
    tab.locator(".prose-editor-dialog [type=submit]").click()
    tab.locator(".ProseMirror a").wait_for()
    typed = tab.locator("[name=body]").evaluate("box => box.value")

    press(tab, "_continue")

    kept = Article.objects.get().body
    assert kept == typed
    assert all(f"<{tag}" in kept for tag in ("strong", "br", "h2", "ul", "ol", "blockquote", 'a href="https', "table"))


def test_an_editor_picks_a_goal_by_match_and_minute_publishes_and_sees_it_on_the_site(tab, story):
    tab.goto(f"/admin/articles/article/{story.pk}/change/")
    tab.locator("#links-search").fill("inter kai 67")
    tab.get_by_role("option", name="Carlos Augusto").click()
    press(tab, "_publish")

    assert [str(link.event.person) for link in EventLink.objects.all()] == ["Lautaro Martínez", "Carlos Augusto"]
    assert tab.locator(".messagelist .success").count() == 1
    tab.goto(story.get_absolute_url())
    assert tab.get_by_role("heading", level=1).inner_text() == story.headline


def test_a_focal_point_is_set_by_a_click_and_by_the_arrow_keys_and_every_crop_follows_at_once(tab, story):
    tab.goto(f"/admin/articles/image/{story.image_id}/change/")
    tab.locator(".focus-board").click(position={"x": 0, "y": 0})
    tab.get_by_role("slider").first.focus()
    for key in ("ArrowRight", "ArrowRight", "Tab", "ArrowRight"):
        tab.keyboard.press(key)
    cuts = tab.locator(".crop img").evaluate_all("shown => shown.map((one) => getComputedStyle(one).objectPosition)")
    press(tab, "_continue")

    assert cuts == ["2% 1%"] * 4
    assert Image.objects.get().focal_point == "0.02x0.01"


def test_pictures_are_dropped_and_pasted_and_given_their_words(tab):
    tab.goto("/admin/articles/image/add/")
    for kind, name, size in (("drop", "gol.png", 40), ("paste", "curva.png", 60)):
        hand_over(tab, kind, name, size)
        tab.locator(".new-picture").nth(("drop", "paste").index(kind)).wait_for()
    tab.set_input_files("#files", {"name": "festa.jpg", "mimeType": "image/jpeg", "buffer": b"GIF89a"})
    tab.locator(".upload-refused").wait_for()
    refused = tab.locator(".upload-refused").inner_text()
    found = violations(tab)
    tab.locator("textarea[name$=alt_text]").first.fill("Un gol")
    tab.locator("[type=submit][value]").last.click()
    tab.wait_for_url("**/admin/articles/image/")

    assert "festa.jpg" in refused and "GIF" in refused
    assert found == []
    assert [(image.alt_text, image.width) for image in Image.objects.order_by("pk")] == [("Un gol", 40), ("", 60)]


def hand_over(tab, kind, name, size):
    """Drop or paste a picture, as the browser tells the page of it."""
    tab.evaluate(
        """async ([kind, name, size]) => {
            const canvas = Object.assign(document.createElement("canvas"), { width: size, height: size });
            const blob = await new Promise((made) => canvas.toBlob(made));
            const data = new DataTransfer();
            data.items.add(new File([blob], name, { type: "image/png" }));
            const event = kind === "drop"
                ? new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true })
                : new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true });
            document.body.dispatchEvent(event);
        }""",
        [kind, name, size],
    )


@pytest.mark.parametrize("tab", [("Editor", 768, "light"), ("Editor", 1280, "light")], indirect=True)
def test_the_desk_does_not_scroll_sideways(tab, story):
    wide = []
    for address in ("/admin/", "/admin/articles/article/", f"/admin/articles/article/{story.pk}/change/", "/admin/teams/match/"):
        tab.goto(address)
        if tab.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth"):
            wide.append(address)

    assert wide == []
