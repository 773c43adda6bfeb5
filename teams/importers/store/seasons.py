"""Makes the competitions, seasons and stages that a file speaks of and that are not there yet, with the shipped rules."""

from collections import defaultdict
from collections.abc import Iterable

from django.utils import timezone

from teams.importers.competitions import known
from teams.importers.reading import Reading
from teams.importers.records import MatchRecord, StageRecord
from teams.importers.stages import order_of, slot
from teams.importers.store.keeping import Tally
from teams.importers.store.reference import shipped_rules
from teams.importers.store.register import Register
from teams.models import Competition, Season, Stage
from teams.names import to_slug

# What an Italian paper calls the stages that sources name in English.
_ITALIAN = {
    "League phase": "Fase campionato",
    "Group stage": "Fase a gironi",
    "Knock-out stage": "Fase a eliminazione diretta",
    "Qualifying": "Qualificazioni",
    "Play-offs": "Spareggi",
    "Final round": "Girone finale",
}


def make_seasons(reading: Reading, *, tally: Tally) -> list[Season]:
    """Everything above a match. What is there already is left as it is."""
    competitions, of_season, seasons = Register(Competition), defaultdict(list), []
    for match in reading.matches:
        of_season[match.competition, match.season].append(match)
    for (name, label), matches in of_season.items():
        bearing = competitions.bearing(name)
        if len(bearing) == 1:
            competition = Competition.objects.get(pk=next(iter(bearing)))
        else:
            competition = _make_competition(name, tally)
            competitions.add(competition.pk, competition.slug, competition.name, name)
        season = _season(competition, label, matches, tally)
        _make_stages(season, reading, matches, tally)
        seasons.append(season)
    return seasons


def _make_competition(name: str, tally: Tally) -> Competition:
    about = known(to_slug(name))
    fields = {"name_en": about.name_en, "kind": about.kind, "country": about.country, "weight": about.weight}
    competition = Competition(name=about.name, slug=to_slug(name), **fields)
    competition.full_clean()
    competition.save()
    tally.count(competition, "new")
    return competition


def _season(competition: Competition, label: str, matches: Iterable[MatchRecord], tally: Tally) -> Season:
    days = sorted(timezone.localdate(match.kickoff, timezone.get_default_timezone()) for match in matches)
    season, is_new = Season.objects.get_or_create(
        competition=competition, label=label, defaults={"starts": days[0], "ends": days[-1]}
    )
    if is_new:
        tally.count(season, "new")
    if not is_new and (days[0] < season.starts or days[-1] > season.ends):
        season.starts, season.ends = min(days[0], season.starts), max(days[-1], season.ends)
        season.save()
    return season


def _make_stages(season: Season, reading: Reading, matches: Iterable[MatchRecord], tally: Tally) -> None:
    there = {name for names in season.stages.values_list("name", "name_en") for name in names if name}
    there |= {""} if season.stages.filter(name="").exists() else set()
    for match in matches:
        if match.stage in there or (not match.stage and season.stages.count() == 1 and not reading.stages):
            continue
        record = reading.stages.get(match.stage) or _guessed(match, season)
        stage = Stage(
            season=season,
            name=_italian(record.name),
            name_en=record.name if _italian(record.name) != record.name else "",
            kind=record.kind,
            **shipped_rules(season.competition.slug, season.label, record, record.order or 1),
            **({"order": record.order} if record.order else {}),
        )
        stage.full_clean()
        stage.save()
        there |= {stage.name, stage.name_en, record.name}
        tally.count(stage, "new", match.place)


def _guessed(match: MatchRecord, season: Season) -> StageRecord:
    """A stage of which a source gives the name only."""
    where = slot([match.stage] if match.stage else [], league=season.competition.kind == Competition.Kind.LEAGUE)
    return StageRecord(place=match.place, name=match.stage, kind=where.kind, order=order_of(where))


def _italian(name: str) -> str:
    if name in _ITALIAN:
        return _ITALIAN[name]
    return name.replace("Second stage, ", "Seconda fase, ").replace("Group ", "Gruppo ")
