"""Plain and lightly marked text as the body of a story; what comes out is what the editor's field keeps."""

import pytest

from articles.models import Article
from articles.text import marked_to_html, paragraphs_to_html


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
    assert Article._meta.get_field("body").clean(html, None) == html


def test_a_link_leads_to_an_address_of_the_web():
    assert marked_to_html("[qui](https://www.example.org/a?b=1)") == '<p><a href="https://www.example.org/a?b=1">qui</a></p>'
