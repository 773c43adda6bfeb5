"""Keeps competitions, grounds, teams and people, with their other names."""

from collections.abc import Iterable
from dataclasses import fields
from typing import Any

from django.db import models, transaction

from teams.importers.records import (
    CompetitionRecord,
    PersonRecord,
    SeasonRecord,
    SpellRecord,
    StageRecord,
    TeamRecord,
    VenueRecord,
)
from teams.importers.store.keeping import Tally, Wish, keep
from teams.importers.store.register import Register
from teams.models import Alias, Competition, ExternalId, Person, Season, Spell, Stage, Team, Venue
from teams.names import fold
from teams.rules.competitions import rules_for

# What a record holds beside what it says of the columns of its row: where it stands, what makes it that row, what hangs off it.
_APART = {
    VenueRecord: ("place", "slug", "aliases"),
    TeamRecord: ("place", "slug", "aliases", "ids", "home_venue"),
    CompetitionRecord: ("place", "slug", "aliases", "ids", "seasons"),
    SeasonRecord: ("place", "label", "stages"),
    StageRecord: ("place", "name"),
    PersonRecord: ("place", "slug", "aliases", "spells"),
    SpellRecord: ("place", "team", "role"),
}


@transaction.atomic
def store_venues(records: Iterable[VenueRecord], *, source: str, tally: Tally) -> None:
    _keep_named(Venue, list(records), source, tally)


@transaction.atomic
def store_teams(records: Iterable[TeamRecord], *, source: str, tally: Tally) -> None:
    records, venues = list(records), Register(Venue)
    grounds = [venues.find_if_named(record.home_venue, record.place) for record in records]
    extra = [{"home_venue_id": ground} if ground else {} for ground in grounds]
    _keep_named(Team, records, source, tally, extra)


@transaction.atomic
def store_competitions(records: Iterable[CompetitionRecord], *, source: str, tally: Tally) -> None:
    records = list(records)
    rows = _keep_named(Competition, records, source, tally)
    seasons = [(row, season) for row, record in zip(rows, records, strict=True) if row for season in record.seasons]
    wishes = [
        Wish(season.place, {"competition_id": competition.pk, "label": season.label}, _columns(season))
        for competition, season in seasons
    ]
    kept = keep(Season, wishes, source=source, tally=tally)
    stages = [
        Wish(
            stage.place,
            {"season_id": row.pk, "name": stage.name},
            _columns(stage),
            shipped_rules(competition.slug, season.label, stage, n),
        )
        for row, (competition, season) in zip(kept, seasons, strict=True)
        if row
        for n, stage in enumerate(season.stages, 1)
    ]
    keep(Stage, stages, source=source, tally=tally)


@transaction.atomic
def store_people(records: Iterable[PersonRecord], *, source: str, tally: Tally) -> None:
    records, teams = list(records), Register(Team)
    rows = _keep_named(Person, records, source, tally)
    spells = [
        Wish(
            spell.place,
            {"person_id": row.pk, "team_id": teams.find(spell.team, spell.place), "role": spell.role},
            _columns(spell),
        )
        for row, record in zip(rows, records, strict=True)
        if row
        for spell in record.spells
    ]
    keep(Spell, spells, source=source, tally=tally)


def _keep_named(model, records, source, tally, extra=None) -> list[models.Model | None]:
    """Rows with an address, then their other names and ids."""
    extra = extra or [{}] * len(records)
    wishes = [
        Wish(record.place, {"slug": record.slug}, _columns(record) | more) for record, more in zip(records, extra, strict=True)
    ]
    rows = keep(model, wishes, source=source, tally=tally)
    target = f"{model._meta.model_name}_id"
    pairs = [(row, record) for row, record in zip(rows, records, strict=True) if row]
    aliases = [
        Wish(
            alias.place,
            {"folded": fold(alias.text), target: row.pk, "language": alias.language},
            {"text": alias.text, "kind": alias.kind, "scope": alias.scope},
        )
        for row, record in pairs
        for alias in record.aliases
    ]
    keep(Alias, aliases, source=source, tally=tally)
    ids = [
        Wish(record.place, {"source": name, "key": key, target: row.pk})
        for row, record in pairs
        for name, key in getattr(record, "ids", ())
    ]
    keep(ExternalId, ids, source=source, tally=tally)
    return rows


def _columns(record: Any) -> dict[str, Any]:
    """What the record says about the columns of its row; None is nothing said."""
    said = {one.name: getattr(record, one.name) for one in fields(record) if one.name not in _APART[type(record)]}
    return {name: list(value) if isinstance(value, tuple) else value for name, value in said.items() if value is not None}


def shipped_rules(competition: str, season: str, stage: StageRecord, order: int) -> dict[str, Any]:
    """What a new stage begins with where the source leaves it open: the rules of its competition in that season."""
    begins_with = {"order": order, **rules_for(competition, season).as_columns()}
    return {name: value for name, value in begins_with.items() if getattr(stage, name, None) is None}
