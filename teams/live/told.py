"""A reading in words: "67' Goal: Carlos Augusto (Inter), assist Esposito"."""

from collections.abc import Mapping

from django.utils.translation import gettext_lazy as _

from teams.live.console import Reading
from teams.live.sheet import Night
from teams.rules import event_kinds, periods


def sentence(reading: Reading, night: Night, labels: Mapping[str, str]) -> str:
    """`labels`: what the kinds and decisions are called."""
    who, team = _who(reading, night), night.teams[reading.side]
    what = labels[reading.kind] + (f", {labels[reading.decision]}" if reading.decision else "")
    told = f"{what}: {who} ({team})" if who else f"{what}: {team}"
    return f"{periods.label(reading.minute, reading.stoppage)} {told}".strip()


def _who(reading, night):
    first, second = night.player(reading.person), night.player(reading.second_person)
    if not second:
        return first.name if first else ""
    names = {"first": first.name if first else "–", "second": second.name}
    if reading.kind == event_kinds.SUBSTITUTION:
        return _("%(first)s comes on for %(second)s") % names
    return _("%(first)s, assist %(second)s") % names
