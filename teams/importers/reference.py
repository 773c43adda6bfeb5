"""Reads the files that say who exists: competitions, grounds, teams and people (YAML or JSON, one list a file)."""

from teams.importers.records import (
    AliasRecord,
    CompetitionRecord,
    PersonRecord,
    SeasonRecord,
    SpellRecord,
    StageRecord,
    TeamRecord,
    VenueRecord,
)
from teams.importers.rows import Row, each, read_list
from teams.names import to_slug


def read_venues(content: bytes, file: str) -> tuple[VenueRecord, ...]:
    return each(read_list(content, file), _venue)


def read_teams(content: bytes, file: str) -> tuple[TeamRecord, ...]:
    return each(read_list(content, file), _team)


def read_competitions(content: bytes, file: str) -> tuple[CompetitionRecord, ...]:
    return each(read_list(content, file), _competition)


def read_people(content: bytes, file: str) -> tuple[PersonRecord, ...]:
    return each(read_list(content, file), _person)


def _venue(row: Row) -> VenueRecord:
    return VenueRecord(
        **_named(row),
        city=row.text("city"),
        country=row.text("country"),
        capacity=row.whole("capacity"),
        latitude=row.decimal("latitude"),
        longitude=row.decimal("longitude"),
        aliases=each(row.rows("aliases", short="text"), _alias),
    )


def _team(row: Row) -> TeamRecord:
    words = ("name_en", "full_name", "code", "kind", "section", "city", "country", "primary_colour", "secondary_colour")
    words += ("trim_colour", "pattern", "home_venue", "website")
    return TeamRecord(
        **_named(row),
        **{name: row.text(name) for name in words},
        founded=row.whole("founded"),
        aliases=each(row.rows("aliases", short="text"), _alias),
        ids=row.pairs("ids"),
    )


def _competition(row: Row) -> CompetitionRecord:
    return CompetitionRecord(
        **_named(row),
        **{name: row.text(name) for name in ("name_en", "full_name", "kind", "country", "colour")},
        weight=row.whole("weight"),
        seasons=each(row.rows("seasons"), _season),
        aliases=each(row.rows("aliases", short="text"), _alias),
        ids=row.pairs("ids"),
    )


def _season(row: Row) -> SeasonRecord:
    return SeasonRecord(
        place=row.place,
        label=row.needed("label"),
        starts=row.needed_day("starts"),
        ends=row.needed_day("ends"),
        stages=each(row.rows("stages"), _stage),
    )


def _stage(row: Row) -> StageRecord:
    return StageRecord(
        place=row.place,
        name=row.text("name", ""),
        name_en=row.text("name_en"),
        kind=row.text("kind"),
        order=row.whole("order"),
        points_for_win=row.whole("points_for_win"),
        tie_breaks=row.texts("tie_breaks"),
        zones=each(row.rows("zones"), _zone) if row.has("zones") else None,
    )


def _zone(row: Row) -> dict:
    return {"first": row.whole("first"), "last": row.whole("last"), "kind": row.needed("kind")}


def _person(row: Row) -> PersonRecord:
    name = row.needed("name")
    _given, _, rest = name.partition(" ")
    surname = row.text("surname", rest or name)
    return PersonRecord(
        place=row.place,
        slug=row.text("slug", to_slug(name)),
        name=name,
        surname=surname,
        given_name=row.text("given_name", name.removesuffix(surname).strip()),
        birth_date=row.day("born"),
        birth_place=row.text("birth_place"),
        nationality=row.text("nationality"),
        position=row.text("position"),
        height=row.whole("height"),
        wikidata=row.text("wikidata"),
        spells=each(row.rows("spells"), _spell),
        aliases=each(row.rows("aliases", short="text"), _alias),
    )


def _spell(row: Row) -> SpellRecord:
    return SpellRecord(
        place=row.place,
        team=row.needed("team"),
        role=row.text("role", "player"),
        start=row.day("from"),
        end=row.day("until"),
        shirt=row.whole("shirt"),
        on_loan=row.flag("on_loan"),
        captain=row.flag("captain"),
    )


def _alias(row: Row) -> AliasRecord:
    return AliasRecord(
        place=row.place,
        text=row.needed("text"),
        language=row.text("language", ""),
        kind=row.text("kind", "name"),
        scope=row.text("scope", "anywhere"),
    )


def _named(row: Row) -> dict:
    name = row.needed("name")
    return {"place": row.place, "name": name, "slug": row.text("slug", to_slug(name))}
