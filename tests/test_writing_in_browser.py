"""A story written in a real browser: blocks by keyboard, a quotation with its speaker, pastes; readers see all of it."""

from datetime import timedelta

import pytest
from django.utils import timezone

from articles import actions
from articles.models import Article
from tests.making import make_article, make_goal, make_match, make_spell
from tests.test_browser import press, violations
from tests.test_desk_in_browser import tab  # noqa: F401 - the window with somebody logged in

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True, serialized_rollback=True)]

# What the clipboard holds, as each program writes it.
WORD = """<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><meta name=Generator content="Microsoft Word 15">
<style><!-- p.MsoNormal {margin:0cm; font-family:Calibri} --></style>
<!--[if gte mso 9]><xml><w:WordDocument/></xml><![endif]--></head><body lang=IT><!--StartFragment--><h1>Da Word<o:p></o:p></h1>
<p class=MsoNormal style='margin-bottom:0cm'><span style='font-size:12.0pt'>Vince
<b style='mso-bidi-font-weight:normal'>l&#8217;Inter</b>, <i>a&nbsp;fatica</i>.<o:p></o:p></span></p>
<p class=MsoNormal><o:p>&nbsp;</o:p></p>
<p class=MsoListParagraphCxSpFirst style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]>
<span style='font-family:Symbol'><span style='mso-list:Ignore'>·<span style='font:7.0pt "Times New Roman"'>&nbsp;
</span></span></span><![endif]>primo<o:p></o:p></p>
<p class=MsoListParagraphCxSpLast style='mso-list:l0 level1 lfo1'><![if !supportLists]>
<span style='mso-list:Ignore'>·</span><![endif]>secondo<o:p></o:p></p><!--EndFragment--></body></html>"""
GOOGLE = """<meta charset='utf-8'><b style="font-weight:normal;" id="docs-internal-guid-7">
<p dir="ltr" style="line-height:1.38;"><span style="font-size:11pt;font-weight:700;">Nero</span>
<span style="font-weight:400">e </span><span style="font-style:italic;font-weight:400">azzurro</span></p>
<br /></b><br class="Apple-interchange-newline">"""
LIBRE = """<p style="line-height: 100%; margin-bottom: 0cm"><font face="Liberation Serif, serif">
<font size="3">Poi <b>niente</b>.</font></font></p><p style="margin-bottom: 0cm"><br/></p>"""
PAGE = """<div class="wrap"><script>alert(1)</script><p>Uno<br><br>due
<a href="https://www.example.org/" onclick="x()" class="y">qui</a> <a href="javascript:x()">no</a></p>
<figure><img src="https://tracker.example/x.gif"></figure><button>Condividi</button></div>"""
PASTE = """(html) => {
  const data = new DataTransfer();
  data.setData("text/html", html);
  data.setData("text/plain", "-");
  document.activeElement.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
}"""
READ = (
    "<h2>Da Word</h2><p>Vince <strong>l’Inter</strong>, <em>a fatica</em>.</p>"
    "<ul><li><p>primo</p></li><li><p>secondo</p></li></ul>"
    "<p><strong>Nero</strong> e <em>azzurro</em></p><p>Poi <strong>niente</strong>.</p>"
    '<p>Uno</p><p>due <a href="https://www.example.org/">qui</a> no</p>'
)


@pytest.fixture
def night():
    """Two matches of Inter a week apart, so that the table of the first day is another than today's."""
    first = make_match("Inter 1-0 Lazio", kickoff=timezone.now() - timedelta(days=8), stage=None)
    match = make_match("Inter 2-1 Kairat Almaty", kickoff=timezone.now() - timedelta(days=1))
    make_goal(match, "Lautaro Martínez", 45)
    make_spell("Cristian Chivu", match.home, role="coach")
    return first


def insert(tab, kind, query):  # noqa: F811
    """Press "/" on an empty line, choose the kind, type until the row is found."""
    tab.keyboard.type("/")
    tab.locator(f".story-choices [data-name={kind}]").click()
    tab.keyboard.type(query)
    tab.locator(".story-dialog [role=option]").first.wait_for()
    tab.keyboard.press("Enter")


@pytest.mark.parametrize("tab", [("Editor", 1280, "light")], indirect=True)
def test_a_story_is_written_with_blocks_quoted_pasted_and_read(tab, night):  # noqa: F811
    story = make_article("Una serata lunga", body="")
    tab.goto(f"/admin/articles/article/{story.pk}/change/")
    text = tab.locator(".ProseMirror[contenteditable=true]")
    text.click()
    insert(tab, "match", "inter kai")
    tab.keyboard.press("Enter")
    tab.locator(".story-block").wait_for()
    insert(tab, "table", "champions")
    tab.locator(".story-dialog [type=date]").fill(f"{timezone.localdate(night.kickoff):%Y-%m-%d}")
    tab.locator(".story-dialog [type=submit]").click()
    tab.locator(".story-block").nth(1).wait_for()
    tab.keyboard.type("«Abbiamo sofferto».")
    tab.locator('[data-name="blockquote"]').first.click()
    text.locator("blockquote footer button").click()
    tab.keyboard.type("chivu")
    tab.locator(".story-dialog [role=option]").first.click()
    tab.locator(".story-dialog [type=submit]").click()
    text.press("End")
    tab.keyboard.press("Enter")
    tab.keyboard.press("Enter")
    for html in (WORD, GOOGLE, LIBRE, PAGE):
        tab.evaluate(PASTE, html)
        tab.keyboard.press("Enter")
        tab.keyboard.press("Enter")
    framed = tab.frame_locator(".story-block iframe").first.locator(".match-card")
    framed.wait_for(timeout=5000)
    wrong = violations(tab)
    press(tab, "_continue")
    story = Article.objects.get(pk=story.pk)
    again = tab.locator("#id_body").input_value()
    actions.publish(story, by=None)
    tab.goto(story.get_absolute_url())

    assert again == story.body
    assert tab.locator(".prose .match-card-score").inner_text().split() == ["2", "–", "1"]
    assert tab.locator(".prose .block-table tbody td:nth-child(3)").all_inner_texts() == ["1", "0", "1"]
    assert tab.locator(".prose blockquote cite a").inner_text() == "Cristian Chivu"
    assert story.body.partition("</blockquote>")[2] == READ
    assert wrong == []


@pytest.mark.parametrize("tab", [("Editor", 768, "dark")], indirect=True)
def test_a_block_is_moved_changed_and_removed_by_keyboard_alone(tab, night):  # noqa: F811
    block = f'<story-block data-kind="match" data-id="{night.pk}"></story-block>'
    story = make_article("Una serata breve", body=f"<p>Prima.</p>{block}<p>Dopo.</p>")
    tab.goto(f"/admin/articles/article/{story.pk}/change/")
    text = tab.locator(".ProseMirror[contenteditable=true]")
    text.locator("p").first.click()
    tab.keyboard.press("End")
    tab.evaluate("() => new Promise(requestAnimationFrame)")  # the editor hears of the caret a moment later
    kept = tab.locator("#id_body")

    tab.keyboard.press("ArrowRight")
    tab.keyboard.press("Alt+ArrowUp")
    assert kept.input_value() == f"{block}<p>Prima.</p><p>Dopo.</p>"

    tab.keyboard.press("Enter")
    tab.locator(".story-dialog [role=combobox]").fill("kairat")
    tab.locator(".story-dialog [role=option]").first.wait_for()
    wrong = violations(tab)
    tab.keyboard.press("Enter")
    tab.keyboard.press("Enter")
    assert block not in kept.input_value()

    tab.keyboard.press("Delete")
    assert kept.input_value() == "<p>Prima.</p><p>Dopo.</p>"

    tab.keyboard.press("Control+z")
    assert "story-block" in kept.input_value()
    assert wrong == []
