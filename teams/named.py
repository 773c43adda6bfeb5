"""Rows and days by what somebody typed on a command line: an address, a name, another name."""

from datetime import date
from difflib import get_close_matches

from django.db.models import Model, Q

from teams.models import Alias, Competition, Season, Stage, Team
from teams.names import fold, season_label


class NotNamed(LookupError):
    """Nothing, or more than one thing, bears that name; the message says it to whoever typed it."""


def day(text: str | None) -> date | None:
    if text is None:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise NotNamed(f"“{text}” is not a day: write it like 2025-11-06") from None


def competition(text: str) -> Competition:
    return _one(Competition, text, "competition")


def team(text: str) -> Team:
    return _one(Team, text, "team")


def team_in(of: Season, text: str) -> Team:
    """One of the season by all that it is called or by words that no other one of it has in its name; else anyone so called."""
    playing = Team.objects.filter(Q(home_matches__stage__season=of) | Q(away_matches__stage__season=of)).distinct()
    try:
        called = team(text)
    except NotNamed:
        called = None
    found = [one for one in playing if one == called] or [one for one in playing if _words(text) <= _words(one.name)]
    if len(found) == 1:
        return found[0]
    if called:
        return called
    near = [one.name for one in found] or [one.name for one in playing if _resembles(text, one.name)]
    raise NotNamed(f"no team is called “{text}” in {of}" + (f"; near it: {', '.join(sorted(near))}" if near else ""))


def _words(text: str) -> set[str]:
    return set(fold(text).split())


def _resembles(text: str, name: str) -> bool:
    """Whether a word of the one begins with, or is nearly, one of the other."""
    words = _words(name)
    return any(get_close_matches(word, words, cutoff=0.75) or any(one.startswith(word) for one in words) for word in _words(text))


def season(of: str, label: str) -> Season:
    found = competition(of).seasons.select_related("competition")
    for each in found:
        if each.label == season_label(label):
            return each
    labels = ", ".join(each.label for each in found) or "none"
    raise NotNamed(f"{of} has no season {label}; there are: {labels}")


def stages(of: Season, name: str | None = None) -> list[Stage]:
    """The stages of a season that have a table, or the one of that name (in either language)."""
    tabled = [stage for stage in of.stages.order_by("order") if stage.has_table]
    if name is None:
        return tabled
    found = [stage for stage in tabled if fold(name) in (fold(stage.name), fold(stage.name_en))]
    if found:
        return found
    names = "; ".join(filter(None, (stage.name_en or stage.name for stage in tabled))) or "one without a name"
    raise NotNamed(f"{of} has no stage “{name}” with a table; there are: {names}")


def _one(model: type[Model], text: str, noun: str):
    """By its address; then by a name that only one row bears."""
    if exact := model.objects.filter(slug=text).first():
        return exact
    wanted = fold(text)
    rows = {row.pk: row for row in model.objects.all()}
    bearing = {pk for pk, row in rows.items() if wanted in map(fold, (row.name, row.name_en, row.full_name))}
    bearing |= set(Alias.objects.named(text).filter(**{f"{noun}__isnull": False}).values_list(noun, flat=True))
    if len(bearing) == 1:
        return rows[bearing.pop()]
    if bearing:
        raise NotNamed(f"more than one {noun} is called “{text}”: {', '.join(sorted(rows[pk].slug for pk in bearing))}")
    near = get_close_matches(text, [row.slug for row in rows.values()], cutoff=0.5)
    raise NotNamed(f"no {noun} is called “{text}”" + (f"; near it: {', '.join(near)}" if near else ""))
