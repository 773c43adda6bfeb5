"""The desk in a real browser: rich text that stays as it was typed, a goal picked by "inter kai 67", nobody shut out."""

import pytest
from django.core.files.base import ContentFile

from articles import actions
from articles.models import Article, EventLink, Image
from tests.desk import make_login, picture_file
from tests.making import make_appearance, make_article, make_event, make_goal, make_match, make_spell
from tests.test_browser import violations

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
    client.force_login(make_login(who, is_superuser=who == "boss"))
    context = chromium.new_context(
        base_url=live_server.url, viewport={"width": width, "height": 900}, color_scheme=scheme, locale="it-IT"
    )
    context.add_cookies([{"name": "sessionid", "value": client.cookies["sessionid"].value, "url": live_server.url}])
    tab = context.new_page()
    wrong = []
    tab.on("pageerror", lambda error: wrong.append(f"{tab.url}: {error}"))
    yield tab
    context.close()
    assert wrong == []


@pytest.mark.parametrize("tab", [("boss", 1280, "light"), ("boss", 1280, "dark"), ("boss", 768, "light")], indirect=True)
def test_no_page_of_the_desk_shuts_anybody_out(tab, story):
    match, goal = story.match_links.get().match, story.event_links.get().event
    found = []
    for address in (
        "/admin/",
        "/admin/articles/article/",
        "/admin/articles/article/add/",
        f"/admin/articles/article/{story.pk}/change/",
        f"/admin/articles/article/{story.pk}/delete/",
        f"/admin/articles/article/{story.pk}/history/",
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

    assert found == []


def test_login_and_errors_and_messages_shut_nobody_out(tab, story):
    tab.goto(f"/admin/articles/article/{story.pk}/change/")
    tab.locator("[name=headline]").fill("")
    tab.locator("[name=_save]").first.click()
    tab.wait_for_load_state("networkidle")
    found = violations(tab)
    tab.locator("[name=headline]").fill("Titolo")
    tab.locator("[name=_save]").first.click()
    tab.wait_for_load_state("networkidle")
    found += violations(tab)
    tab.context.clear_cookies()
    tab.goto("/admin/login/")
    found += violations(tab)

    assert found == []


def test_what_is_typed_with_every_tool_is_what_is_kept(tab, story):
    tab.goto(f"/admin/articles/article/{story.pk}/change/")
    tab.get_by_role("textbox", name="Testo").click()
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
    tool("inserisci collegamento")
    tab.locator(".prose-editor-dialog [name=href]").fill("https://example.org/")
    tab.locator(".prose-editor-dialog [type=submit]").click()
    tab.locator(".ProseMirror a").wait_for()
    typed = tab.locator("[name=body]").evaluate("box => box.value")

    tab.locator("[name=_continue]").first.click()
    tab.wait_for_load_state()

    kept = Article.objects.get().body
    assert kept == typed
    assert all(f"<{tag}" in kept for tag in ("strong", "br", "h2", "ul", "ol", "blockquote", 'a href="https', "table"))


def test_an_editor_picks_a_goal_by_match_and_minute_publishes_and_sees_it_on_the_site(tab, story):
    tab.goto(f"/admin/articles/article/{story.pk}/change/")
    tab.locator("#event_links-group .add-row a").click()
    tab.locator("#event_links-1 .select2-selection").click()
    tab.keyboard.type("inter kai 67")
    tab.get_by_role("option", name="Carlos Augusto").click()
    tab.locator("[name=_publish]").first.click()
    tab.wait_for_load_state()

    assert [str(link.event.person) for link in EventLink.objects.all()] == ["Lautaro Martínez", "Carlos Augusto"]
    assert tab.locator(".messagelist .success").count() == 1
    tab.locator(".viewsitelink").click()
    assert tab.get_by_role("heading", level=1).inner_text() == story.headline


def test_a_focal_point_is_set_by_a_click_and_by_the_arrow_keys(tab, story):
    tab.goto(f"/admin/articles/image/{story.image_id}/change/")
    shown = tab.locator(".imagefield-preview-image")
    shown.click(position={"x": 0, "y": 0})
    shown.focus()
    for key in ("ArrowRight", "ArrowRight", "ArrowDown"):
        tab.keyboard.press(key)
    tab.locator("[name=_continue]").first.click()
    tab.wait_for_load_state()

    x, y = map(float, Image.objects.get().focal_point.split("x"))
    assert (round(x, 1), round(y, 2)) == (0.1, 0.05)


@pytest.mark.parametrize("tab", [("Editor", 768, "light"), ("Editor", 1280, "light")], indirect=True)
def test_the_desk_does_not_scroll_sideways(tab, story):
    wide = []
    for address in ("/admin/", "/admin/articles/article/", f"/admin/articles/article/{story.pk}/change/", "/admin/teams/match/"):
        tab.goto(address)
        if tab.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth"):
            wide.append(address)

    assert wide == []
