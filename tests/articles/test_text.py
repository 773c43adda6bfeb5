"""What the text of a story may contain: plain and lightly marked text, what other programs write, and blocks."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from articles.models import Article
from articles.text import Block, marked_to_html, paragraphs_to_html, parts, pictures_in
from articles.text.embeds import embed

MATCH = '<story-block data-kind="match" data-id="12"></story-block>'


def kept(html):
    """As the field keeps it, whoever writes it."""
    return Article._meta.get_field("body").clean(html, None)


def test_each_plain_paragraph_is_one_and_letters_with_a_meaning_in_html_are_told():
    assert paragraphs_to_html(["Inter & Milan", " ", "2 < 3"]) == "<p>Inter &amp; Milan</p><p>2 &lt; 3</p>"


def test_only_a_paragraph_that_is_a_quotation_from_end_to_end_is_set_as_one():
    html = paragraphs_to_html(["«Colpa mia».", "Ha detto: «Colpa mia»."])

    assert html == "<blockquote><p>«Colpa mia».</p></blockquote><p>Ha detto: «Colpa mia».</p>"


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("una riga\ne la sua coda", "<p>una riga e la sua coda</p>"),
        ("## Testa\n\n### Coda", "<h2>Testa</h2><h3>Coda</h3>"),
        ("- uno\n- **due**", "<ul><li><p>uno</p></li><li><p><strong>due</strong></p></li></ul>"),
        ("> detto\n> così", "<blockquote><p>detto così</p></blockquote>"),
        ("| A | B |\n| --- | --- |\n| 1 | 2 |",
         "<table><tbody><tr><th><p>A</p></th><th><p>B</p></th></tr><tr><td><p>1</p></td><td><p>2</p></td></tr></tbody></table>"),
        ("*la Repubblica* & altri", "<p><em>la Repubblica</em> &amp; altri</p>"),
        ("<script>alert(1)</script>", "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>"),
        ("[x](javascript:alert)", "<p>[x](javascript:alert)</p>"),
    ],
)  # fmt: skip
def test_light_marks_become_what_the_field_keeps(text, html):
    assert marked_to_html(text) == html
    assert kept(html) == html


def test_a_link_leads_to_an_address_of_the_web():
    assert marked_to_html("[qui](https://www.example.org/a?b=1)") == '<p><a href="https://www.example.org/a?b=1">qui</a></p>'


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("{match: inter-lazio-2025-11-09}", '{"match": "inter-lazio-2025-11-09"}'),
        ("{table: serie-a 2025-26, on: 2025-11-03}", '{"table": "serie-a 2025-26", "on": "2025-11-03"}'),
        ("{embed: https://youtu.be/dQw4w9WgXcQ}", '{"embed": "https://youtu.be/dQw4w9WgXcQ"}'),
    ],
)
def test_a_line_in_braces_is_a_block_that_names_its_row(text, html):
    assert marked_to_html(text) == f'<story-block data-named="{html.replace(chr(34), "&quot;")}"></story-block>'


def test_a_quotation_in_a_file_names_its_speaker():
    assert marked_to_html("> Colpa mia.\n> -- cristian-chivu") == (
        '<blockquote data-named="cristian-chivu"><p>Colpa mia.</p></blockquote>'
    )


def test_braces_that_say_nothing_are_refused_with_the_words_to_write():
    with pytest.raises(ValueError, match=r"a block is written like \{match: inter-kairat-almaty-2025-11-05\}"):
        marked_to_html("{match}")


@pytest.mark.parametrize(
    "block",
    [
        MATCH,
        '<story-block data-kind="table" data-id="3" data-on="2025-11-03"></story-block>',
        '<story-block data-kind="meetings" data-id="3" data-other="4"></story-block>',
        '<story-block data-kind="lineup" data-id="3" data-side="away"></story-block>',
        '<story-block data-caption="Il &quot;gol&quot;" data-kind="picture" data-id="7"></story-block>',
        '<story-block data-kind="embed" data-url="https://youtu.be/dQw4w9WgXcQ"></story-block>',
        '<blockquote data-person="7" data-speaker="Cristian Chivu"><p>Colpa mia.</p></blockquote>',
        '<blockquote data-speaker="Un tifoso"><p>Bello.</p></blockquote>',
    ],
)
def test_a_block_is_kept_as_the_editor_writes_it(block):
    assert set(parts(kept(f"<p>a</p>{block}<p>b</p>"))) == set(parts(f"<p>a</p>{block}<p>b</p>"))


@pytest.mark.parametrize(
    ("typed", "html"),
    [
        ('<story-block data-kind="match" data-id="x"></story-block>', ""),
        ('<story-block data-kind="match" data-id="-1"></story-block>', ""),
        ('<story-block data-kind="meetings" data-id="1"></story-block>', ""),
        ('<story-block data-kind="secret" data-id="1"></story-block>', ""),
        ('<story-block data-kind="embed" data-url="https://example.org/v/1"></story-block>', ""),
        ('<story-block data-kind="embed" data-url="javascript:alert(1)"></story-block>', ""),
        ('<story-block data-kind="table" data-id="3" data-on="ieri"></story-block>',
         '<story-block data-kind="table" data-id="3"></story-block>'),
        ('<story-block data-kind="match" data-id="12" onclick="x()" data-on="2025-11-03">x</story-block>', f"{MATCH}x"),
        (f"<p>a{MATCH}b</p>", "<p>ab</p>"),
        (f"<ul><li><p>a</p>{MATCH}</li></ul>", "<ul><li><p>a</p></li></ul>"),
        ('<story-block data-kind="match" data-id="12"><p>b</p>', f"{MATCH}<p>b</p>"),
        ('<blockquote data-person="7"><p>a</p></blockquote>', "<blockquote><p>a</p></blockquote>"),
        ('<blockquote data-person="x" data-speaker="A"><p>a</p></blockquote>',
         '<blockquote data-speaker="A"><p>a</p></blockquote>'),
        ("<p>a</p><p>&nbsp;</p><p></p><p>b</p>", "<p>a</p><p>b</p>"),
        ("<h1>Testa</h1><p><b>uno</b> <i>due</i></p>", "<h2>Testa</h2><p><strong>uno</strong> <em>due</em></p>"),
        ('<b style="font-weight:normal"><p>a</p></b>', "<p>a</p>"),
        ('<p style="color:red" class="MsoNormal"><span>a</span><img src="x" onerror="y"></p>', "<p>a</p>"),
        ("<br><p>a<br>b</p>", "<br><p>a<br>b</p>"),
    ],
)  # fmt: skip
def test_what_the_editor_cannot_write_is_not_kept(typed, html):
    assert kept(typed) == html


TAGS = ["p", "b", "i", "em", "h1", "h2", "ul", "li", "blockquote", "table", "td", "story-block", "script", "br", "a", "o:p"]
PIECES = st.one_of(
    st.sampled_from([f"<{end}{tag}>" for tag in TAGS for end in ("", "/")]),
    st.sampled_from(
        [MATCH, MATCH.replace("</story-block>", ""), '<blockquote data-person="3" data-speaker="A &amp; &quot;B&quot; > C">']
    ),
    st.text(alphabet="ab<>&\"' =/\u00a0", max_size=8),
)


@settings(deadline=None)
@given(st.lists(PIECES, max_size=14).map("".join))
@example('<h1><story-block data-kind="match" data-id="12"><h1><')
def test_what_is_kept_once_is_kept_for_ever(html):
    once = kept(html)

    assert kept(once) == once
    assert "".join(part for part in parts(once) if isinstance(part, str)).count("<story-block") == 0


def test_a_text_comes_in_its_order_with_who_spoke_at_the_end_of_a_quotation():
    body = f'<p>a</p>{MATCH}<blockquote data-person="7" data-speaker="Chivu"><p>b</p></blockquote>'

    assert list(parts(body)) == [
        "<p>a</p>",
        Block("match", (("id", "12"),)),
        '<blockquote data-person="7" data-speaker="Chivu"><p>b</p>',
        Block("speaker", (("id", "7"), ("name", "Chivu"))),
        "</blockquote>",
    ]


def test_the_pictures_of_a_text_are_known_by_number():
    assert pictures_in('<p>a</p><story-block data-kind="picture" data-id="7"></story-block>' + MATCH) == {7}


@pytest.mark.parametrize(
    ("address", "frame"),
    [
        ("https://www.youtube.com/watch?feature=x&v=dQw4w9WgXcQ&t=3", "https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ?autoplay=1"),
        ("https://youtu.be/dQw4w9WgXcQ", "https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ?autoplay=1"),
        ("https://vimeo.com/123456789", "https://player.vimeo.com/video/123456789?dnt=1&autoplay=1"),
        ("https://www.dailymotion.com/video/x8abcde", "https://geo.dailymotion.com/player.html?video=x8abcde"),
        ("https://twitter.com/Inter/status/1234567890", "https://platform.twitter.com/embed/Tweet.html?dnt=true&id=1234567890"),
        ("https://x.com/Inter/status/1234567890", "https://platform.twitter.com/embed/Tweet.html?dnt=true&id=1234567890"),
        ("https://www.instagram.com/reel/CxYz12345/", "https://www.instagram.com/p/CxYz12345/embed/captioned/"),
        ("https://www.facebook.com/Inter/posts/pfbid02",
         "https://www.facebook.com/plugins/post.php?href=https%3A%2F%2Fwww.facebook.com%2FInter%2Fposts%2Fpfbid02"),
        ("https://www.tiktok.com/@inter/video/7123456789012345678", "https://www.tiktok.com/embed/v2/7123456789012345678"),
    ],
)  # fmt: skip
def test_the_frame_of_a_film_or_post_follows_from_its_address(address, frame):
    assert embed(address).frame == frame


@pytest.mark.parametrize(
    "address",
    [
        "https://evil.example/youtube.com/watch?v=dQw4w9WgXcQ",
        "https://youtube.com.evil.example/watch?v=dQw4w9WgXcQ",
        "ftp://youtu.be/dQw4w9WgXcQ",
        "x",
    ],
)
def test_only_what_a_known_provider_shows_can_be_shown(address):
    assert embed(address) is None
