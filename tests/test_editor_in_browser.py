"""An editor's morning in a real browser: a story copied from a platform is on the front page, with all it needs, at once."""

from io import StringIO

import pytest
from django.core.management import call_command

from articles.models import Article, Image
from teams.models import MatchEvent
from tests.desk import change, make_login
from tests.test_browser import MATCH, press, violations
from tests.test_desk_in_browser import hand_over

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True, serialized_rollback=True)]

HEADLINE = "Inter, la rabbia del capitano nella notte del Kairat"
COPIED = f"""Inter News 24
·6 novembre 2025
{HEADLINE}

In partnership with
Yahoo sportsInter News 24
·6 novembre 2025

L’Inter di Cristian Chivu batte 2-1 il Kairat Almaty in Champions League: segna Lautaro Martinez, che poi se la prende con tutti.
Come racconta La Repubblica, il Toro non era contento della sua gara.
«Ci prendiamo i tre punti – ha dichiarato l’allenatore – ma dovevamo fare meglio».
Con 12 punti in classifica e il primo posto nel girone, l’Inter aspetta la Lazio.
"""


@pytest.fixture
def site(seeded_site, tmp_path):
    copied = tmp_path / "story.txt"
    copied.write_text(COPIED, encoding="utf-8")
    call_command("import_articles", copied, stdout=StringIO())
    return seeded_site


@pytest.fixture
def tab(chromium, site, client):
    """A desk chief's window; a script that fails, or an answer of 500, fails the test."""
    client.force_login(make_login("Desk chief"))
    context = chromium.new_context(base_url=site.url, viewport={"width": 1280, "height": 900}, locale="it-IT")
    context.add_cookies([{"name": "sessionid", "value": client.cookies["sessionid"].value, "url": site.url}])
    tab = context.new_page()
    context.set_default_timeout(10_000)
    wrong = []
    tab.on("pageerror", lambda error: wrong.append(f"{tab.url}: {error}"))
    tab.on("response", lambda response: wrong.append(f"{response.status} {response.url}") if response.status >= 500 else None)
    yield tab
    context.close()
    assert wrong == []


def add_a_picture(tab):
    tab.goto("/admin/articles/image/add/")
    hand_over(tab, "drop", "capitano.png", 400)
    tab.locator(".new-picture textarea[name$=alt_text]").fill("Lautaro scaglia il pallone in tribuna")
    tab.locator(".new-picture [name$=credit]").fill("Foto: Terzo Tempo")
    with tab.expect_navigation():
        tab.locator("[type=submit][value]").last.click()


def complete(tab):
    """All that the text asks to be tied to, a standfirst, a picture, a topic."""
    tab.locator("#links .proposed-words").first.wait_for()
    tab.locator("#links .links-button.is-first").click()
    tab.locator("[name=standfirst]").fill("Vince l'Inter, ma il Toro esce scuro in volto.")
    tab.locator(".field-image .select2-selection").click()
    tab.locator(".select2-search__field").fill("scaglia")
    tab.locator(".select2-results__option", has_text="scaglia").click()
    tab.locator("#topics-search").fill("retroscena")
    tab.locator("#topics-found [role=option]").last.wait_for()
    tab.locator("#topics-search").press("Enter")


def schedule(tab, time):
    tab.locator("[name=published_at_0]").fill("2025-11-06")
    tab.locator("[name=published_at_1]").fill(time)
    press(tab, "_publish")


def preview(tab):
    with tab.expect_popup() as opened:
        tab.locator(".bar-preview [formtarget=story-preview]").click()
    page = opened.value
    page.wait_for_load_state()
    headlines = [page.frame_locator(f".preview-{width} iframe").locator("h1").inner_text() for width in ("phone", "desk")]
    page.close()
    return headlines


def put_on_top_of_the_front(tab):
    tab.goto("/admin/articles/arrangement/front/0/it/")
    tab.locator(".candidate", has_text=HEADLINE).get_by_role("button").click()
    with tab.expect_navigation():
        tab.locator("#arrangement_form .default").click()


def test_a_copied_story_goes_from_its_import_to_the_top_of_the_front_page(tab):
    story = Article.objects.get(headline=HEADLINE)
    add_a_picture(tab)
    tab.goto(change(story))
    complete(tab)
    claim = tab.locator("#check .claim", has_text="il primo posto nel girone").first
    verdict = claim.get_attribute("class")
    found = violations(tab)
    shown = preview(tab)
    schedule(tab, "21:30")
    asked = tab.locator("#id_publish_reason")
    asked.fill("Prima a pari punti: così l'ha scritto chi ha firmato.")
    schedule(tab, "21:30")
    story.refresh_from_db()
    state = story.state
    press(tab, "_publish_now")
    put_on_top_of_the_front(tab)

    story = Article.objects.published().get(pk=story.pk)
    goal = MatchEvent.objects.goals().get(match__slug=MATCH, person__slug="lautaro-martinez")
    assert "claim-partly" in verdict
    assert (state, story.image, found) == ("scheduled", Image.objects.get(alt_text__contains="scaglia"), [])
    assert shown == [HEADLINE, HEADLINE]
    tab.goto("/it/")
    assert HEADLINE in tab.locator("main a").first.inner_text()
    for address in (
        f"/it/matches/{MATCH}/",
        f"/it/matches/{MATCH}/events/{goal.pk}/",
        "/it/teams/inter/",
        "/it/players/lautaro-martinez/",
        "/it/players/cristian-chivu/",
        "/it/topics/retroscena/",
    ):
        tab.goto(address)
        assert tab.get_by_role("link", name=HEADLINE).count() >= 1, address
    for address in ("/it/feed.rss", "/it/teams/inter/feed.atom", f"/it/matches/{MATCH}/feed.json"):
        assert HEADLINE in tab.request.get(address).text(), address
