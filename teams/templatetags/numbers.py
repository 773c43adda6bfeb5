"""Numbers as a sports page prints them."""

from django import template
from django.utils import formats

register = template.Library()


@register.filter
def signed(number):
    """A difference with its sign: +3, 0, −2."""
    return f"+{number}" if number > 0 else str(number).replace("-", "−")


@register.filter
def grouped(number):
    """69.983 in Italian, 69,983 in English."""
    return formats.number_format(number, force_grouping=True)
