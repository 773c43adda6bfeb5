"""A whole night in real browsers: one keeps the match, another at the desk and a reader at home see it."""

import pytest
from django.test import Client
from playwright.sync_api import expect

from teams.models import Match
from tests.desk import make_login
from tests.making import make_match, make_spell, make_stage
from tests.test_browser import violations

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True, serialized_rollback=True)]

SQUADS = {
    "home": ["Yann Sommer", "Nicolò Barella", "Hakan Çalhanoğlu", "Lautaro Martínez", "Pio Esposito"],
    "away": ["Temirlan Anarbekov", "Ofri Arad", "Dastan Satpaev"],
}
PASTED = "3-5-2\n1 Sommer\n2 Barella\n4 Lautaro (c)\n\n3 Calhanoglu\n5 Esposito"


@pytest.fixture
def match():
    """Tonight's, with squads and no line-ups."""
    match = make_match("Inter v Kairat Almaty", stage=make_stage("Serie A"))
    for side, names in SQUADS.items():
        for shirt, name in enumerate(names, 1):
            make_spell(name, match.team_on(side), shirt=shirt)
    return match


@pytest.fixture
def window(chromium, live_server):
    """Opens a window for somebody of the desk, or for a reader; a script that fails fails the test."""
    contexts, wrong = [], []

    def open_window(username=None, **options):
        context = chromium.new_context(base_url=live_server.url, locale="it-IT", **options)
        if username:
            client = Client()
            client.force_login(make_login("Data desk", username))
            context.add_cookies([{"name": "sessionid", "value": client.cookies["sessionid"].value, "url": live_server.url}])
        tab = context.new_page()
        tab.on("pageerror", lambda error: wrong.append(f"{tab.url}: {error}"))
        contexts.append(context)
        return tab

    yield open_window
    for context in contexts:
        context.close()
    assert wrong == []


def desk(match, rest=""):
    return f"/admin/teams/match/{match.pk}/live/{rest}"


def press(tab, verb):
    tab.locator(f"form:has([name=verb][value={verb}]) button").first.click()


def type_line(tab, line, read):
    """Types a line, waits for what it was read as, keeps it."""
    tab.locator("#line").fill(line)
    expect(tab.locator("#reading")).to_contain_text(read)
    tab.keyboard.press("Enter")
    expect(tab.locator("#line")).to_have_value("")


def test_a_night_is_kept_at_a_keyboard_and_everybody_sees_it(window, match):
    anna, bruno = window("anna"), window("bruno")
    anna.goto(desk(match, "lineups/home/"))
    anna.locator("#text").fill(PASTED)
    expect(anna.locator("#preview")).to_contain_text("Hakan Çalhanoğlu")
    anna.locator("[name=keep]").click()
    press(anna, "start")
    expect(anna.locator(".live-time")).to_contain_text("1'")
    bruno.goto(desk(match))
    reader = window()
    reader.goto(match.get_absolute_url())
    score = reader.locator(".scorehead-score")

    type_line(anna, "gol lautaro (barella)", "Lautaro Martínez, assist di Nicolò Barella")
    expect(bruno.locator(".live-score b")).to_have_text("1–0", timeout=8000)
    expect(score).to_have_text("1–0", timeout=12000)
    expect(reader.locator(".timeline")).to_contain_text("Lautaro Martínez")

    assert violations(reader) == []

    bruno.locator("[data-undo] button").click()
    expect(anna.locator(".live-score b")).to_have_text("0–0", timeout=8000)
    expect(score).to_have_text("0–0", timeout=12000)
    expect(reader.locator("[data-live=timeline]")).not_to_contain_text("Lautaro Martínez")

    type_line(anna, "1 gol lautaro", "Lautaro Martínez")
    type_line(bruno, "1 giallo arad", "Ofri Arad")
    type_line(anna, "2 var gol annullato", "Lautaro Martínez")
    expect(anna.locator(".live-score b")).to_have_text("0–0")
    expect(anna.locator(".live-events")).to_contain_text("Ofri Arad")
    press(anna, "pause")
    expect(anna.locator(".live-buttons [name=verb][value=resume]")).to_have_count(1)
    press(anna, "resume")
    expect(anna.locator(".live-time")).to_contain_text("46'")
    type_line(anna, "71 sub calhanoglu barella", "Hakan Çalhanoğlu")
    type_line(anna, "88 autogol arad", "Ofri Arad")
    expect(anna.locator(".live-score b")).to_have_text("1–0")
    press(anna, "finish")
    expect(anna.locator(".live-buttons [name=verb][value=reopen]")).to_have_count(1)

    expect(score).to_have_text("1–0", timeout=12000)
    expect(reader.locator(".timeline s").first).to_contain_text("Lautaro Martínez")
    row = Match.objects.get()
    assert (row.status, row.score, row.half_time_score, row.home_formation) == ("finished", "1-0", "0-0", "3-5-2")
    assert [event.kind for event in match.events.all()] == ["goal", "yellow", "var", "substitution", "own_goal"]


def test_enter_keeps_nothing_that_has_not_been_shown(window, match):
    tab = window("anna")
    tab.goto(desk(match))
    press(tab, "start")
    expect(tab.locator(".live-time")).to_contain_text("1'")
    tab.locator("#line").fill("1 gol nessuno")
    tab.keyboard.press("Enter")

    expect(tab.locator("#reading")).to_contain_text("nessuno")
    assert match.events.count() == 0


def test_a_line_that_was_not_sent_stays_and_is_kept_once(window, match):
    tab = window("anna")
    tab.goto(desk(match))
    press(tab, "start")
    expect(tab.locator(".live-time")).to_contain_text("1'")
    tab.locator("#line").fill("1 gol lautaro")
    expect(tab.locator("#reading")).to_contain_text("Lautaro Martínez")

    tab.route(f"**{desk(match)}", lambda route: route.abort())
    tab.keyboard.press("Enter")
    expect(tab.locator("#reading.is-unclear")).to_have_count(1)
    tab.unroute(f"**{desk(match)}")
    tab.keyboard.press("Enter")

    expect(tab.locator("#line")).to_have_value("")
    assert match.events.count() == 1


@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (1280, "dark"), (390, "light")])
def test_the_live_desk_shuts_nobody_out(window, match, width, scheme):
    tab = window("anna", viewport={"width": width, "height": 900}, color_scheme=scheme)
    found = []
    tab.goto(desk(match, "lineups/home/"))
    tab.locator("#text").fill(PASTED + "\n99 Nessuno")
    expect(tab.locator("#preview tr.is-unclear")).to_have_count(1)
    found += violations(tab)
    tab.goto(desk(match))
    press(tab, "start")
    expect(tab.locator(".live-time")).to_contain_text("1'")
    type_line(tab, "1 gol lautaro", "Lautaro Martínez")
    expect(tab.locator(".live-event")).to_have_count(1)
    tab.locator("#line").fill("1 gol nessuno")
    expect(tab.locator("#reading.is-unclear")).to_have_count(1)
    found += violations(tab)
    wide = tab.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")

    assert found == []
    assert wide <= 0
