"""The seeded paper in a real browser: an editor publishes and a reader reads, and no page shuts anybody out."""

from io import StringIO

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.core.management import call_command

from articles.models import Article
from teams.models import MatchEvent
from tests.desk import make_login

# What migrations wrote (the groups) is put back before each test, because the server needs committed rows.
pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True, serialized_rollback=True)]

MATCH = "inter-kairat-almaty-2025-11-05"
PASSWORD = "terzo-tempo-2025"
COPIED = """Inter News 24
·6 novembre 2025
Lautaro Inter, la notte strana del capitano contro il Kairat

In partnership with
Yahoo sportsInter News 24
·6 novembre 2025

L’Inter di Cristian Chivu batte il Kairat Almaty in Champions League. Lautaro Martinez ha sbloccato la gara prima dell’intervallo.
Secondo La Repubblica, il Toro voleva restare in campo.
«Ci prendiamo i punti – ha detto l’allenatore – e lavoriamo».
"""
HEADLINE = "Lautaro Inter, la notte strana del capitano contro il Kairat"


@pytest.fixture
def site(seeded_site, tmp_path):
    """The demo's morning, an editor, and a draft as it was copied from a platform."""
    copied = tmp_path / "story.txt"
    copied.write_text(COPIED, encoding="utf-8")
    call_command("import_articles", copied, stdout=StringIO())
    login = make_login("Editor", "editor")
    login.set_password(PASSWORD)
    login.save()
    return seeded_site


@pytest.fixture
def tab(chromium, site):
    """A new window; a script that fails, or an answer of 500, fails the test."""
    viewport = {"width": 1440, "height": 900}
    context = chromium.new_context(base_url=site.url, viewport=viewport, locale="it-IT", reduced_motion="reduce")
    tab = context.new_page()
    wrong = []
    tab.on("pageerror", lambda error: wrong.append(f"{tab.url}: {error}"))
    tab.on("response", lambda response: wrong.append(f"{response.status} {response.url}") if response.status >= 500 else None)
    yield tab
    context.close()
    assert not wrong, "\n".join(wrong)


def addresses():
    """One page of every type, the fullest that the seeds have."""
    story = Article.objects.published().in_language("it").filter(image__isnull=False).newest_first().first()
    english = Article.objects.published().in_language("en").newest_first().first()
    goal = MatchEvent.objects.goals().filter(match__slug=MATCH).first()
    return [
        "/it/",
        "/en/",
        "/it/news/",
        story.get_absolute_url(),
        english.get_absolute_url(),
        "/it/teams/",
        "/it/teams/inter/",
        "/it/players/lautaro-martinez/",
        "/it/players/cristian-chivu/",
        "/it/matches/",
        f"/it/matches/{MATCH}/",
        f"/it/matches/{MATCH}/events/{goal.pk}/",
        "/it/competitions/",
        "/it/competitions/serie-a/2025-26/",
        "/it/competitions/champions-league/2025-26/",
        "/it/publishers/",
        f"/it/publishers/{story.publisher.slug}/",
        f"/it/topics/{story.tags.first().slug}/",
        f"/it/authors/{story.authors.first().slug}/",
        "/it/search/?q=Lautaro",
        "/it/about/",
        "/it/this-page-does-not-exist/",
    ]


def violations(tab, **options):
    """What axe finds wrong, one line for each element."""
    found = Axe().run(tab, options=options).response["violations"]
    return [f"{tab.url} {rule['id']}: {node['target']} {node['html'][:120]}" for rule in found for node in rule["nodes"]]


def press(tab, name):
    """Send the story by one of its buttons, and wait for the page that follows."""
    with tab.expect_navigation():
        tab.locator(f"[name={name}]").first.click()
    tab.wait_for_load_state("networkidle")


CONTRAST_ONLY = {"runOnly": {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}}


def test_no_page_shuts_anybody_out(tab):
    """Every rule of axe on narrow and wide screens; the dark colours change only what has to do with contrast."""
    found = []
    for address in addresses():
        tab.goto(address)
        for width in (390, 1440):
            tab.set_viewport_size({"width": width, "height": 900})
            tab.emulate_media(color_scheme="light")
            found += violations(tab)
            tab.emulate_media(color_scheme="dark")
            found += violations(tab, **CONTRAST_ONLY)

    assert not found, "\n".join(found)


def test_no_page_scrolls_sideways(tab):
    wide = []
    for address in addresses():
        tab.goto(address)
        for width in (320, 390, 768, 1440):
            tab.set_viewport_size({"width": width, "height": 900})
            beyond = tab.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
            wide += [f"{address}: {beyond} px at {width}"] if beyond > 0 else []

    assert not wide, "\n".join(wide)


def test_an_editor_publishes_a_copied_draft_and_readers_see_it_at_once_wherever_it_belongs(tab):
    draft = Article.objects.get(headline=HEADLINE)
    tab.goto("/admin/")
    tab.get_by_label("Username").or_(tab.get_by_label("Nome utente")).fill("editor")
    tab.get_by_label("Password").fill(PASSWORD)
    with tab.expect_navigation():
        tab.locator("[type=submit]").click()

    tab.goto(f"/admin/articles/article/{draft.pk}/change/")
    assert tab.locator("[name=headline]").input_value() == HEADLINE
    press(tab, "_publish")

    assert Article.objects.published().filter(pk=draft.pk).exists()
    goal = MatchEvent.objects.goals().get(match__slug=MATCH, person__slug="lautaro-martinez")
    for address in (
        "/it/",
        f"/it/matches/{MATCH}/",
        f"/it/matches/{MATCH}/events/{goal.pk}/",
        "/it/teams/inter/",
        "/it/teams/kairat-almaty/",
        "/it/players/lautaro-martinez/",
        "/it/players/cristian-chivu/",
        "/it/publishers/inter-news-24/",
        "/it/news/",
    ):
        tab.goto(address)
        assert tab.get_by_role("link", name=HEADLINE).count() >= 1, address
    for address in (
        "/it/feed.rss",
        "/it/teams/inter/feed.atom",
        "/it/players/lautaro-martinez/feed.json",
        f"/it/matches/{MATCH}/feed.rss",
    ):
        assert HEADLINE in tab.request.get(address).text(), address
    tab.goto("/it/")
    tab.get_by_role("link", name=HEADLINE).first.click()
    assert tab.get_by_role("heading", level=1).inner_text() == HEADLINE


def test_a_reader_changes_edition_and_comes_back(tab):
    tab.goto("/it/teams/inter/")

    tab.get_by_role("link", name="English").first.click()
    assert tab.url.endswith("/en/teams/inter/")

    tab.get_by_role("link", name="Italiano").first.click()
    assert tab.url.endswith("/it/teams/inter/")


def test_every_page_reads_without_scripts(chromium, site):
    context = chromium.new_context(base_url=site.url, java_script_enabled=False)
    tab = context.new_page()

    unread = []
    for address in addresses():
        tab.goto(address)
        if tab.locator("h1").count() != 1 or len(tab.locator("main").inner_text()) < 80:
            unread.append(address)
    context.close()

    assert unread == []
