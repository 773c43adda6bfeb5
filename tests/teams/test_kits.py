"""Shirts: the team's colours and pattern, safe to print, drawn once."""

from teams.models import Team
from teams.templatetags.kits import kit


def test_a_shirt_has_the_colours_and_the_pattern_of_the_team():
    inter = Team(primary_colour="#0b3b8c", secondary_colour="#0b0b0c", pattern="stripes")

    assert kit(inter, "large") == (
        '<svg class="kit kit-large" viewBox="0 0 40 40" fill="#0b3b8c" color="#0b0b0c" stroke="none" '
        'aria-hidden="true" focusable="false"><use href="#kit-stripes"/></svg>'
    )


def test_the_trim_is_drawn_where_there_is_one():
    assert 'stroke="#111111"' in kit(Team(primary_colour="#ffd100", trim_colour="#111111"))


def test_a_colour_that_is_none_cannot_break_out_of_its_attribute():
    assert "<script>" not in kit(Team(primary_colour='"><script>'))
