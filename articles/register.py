"""The facts that a text is read against, from the database: the dictionary once per process, the rest when asked for."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date, datetime, timedelta
from datetime import time as clock_time
from threading import Lock
from zlib import crc32

from django.db.models import Aggregate, Count, Exists, Max, OuterRef, TextField
from django.utils import timezone

from articles.models import Publisher
from articles.reading import facts, shipped
from articles.reading.facts import COMPETITION, PERSON, TEAM, VENUE, Ref
from articles.reading.names import Dictionary, Name
from teams.models import Alias, Appearance, Competition, Match, MatchEvent, Person, Season, Spell, Stage, Team, Venue
from teams.tables import tables_for

_PEOPLE_KINDS = {Alias.Kind.PEOPLE}
# Our words for kinds of events where they differ from those of reading.
_KINDS = {MatchEvent.Kind.RED: "red_card", MatchEvent.Kind.SECOND_YELLOW: "second_yellow_card"}
_MODELS = {TEAM: Team, PERSON: Person, COMPETITION: Competition, VENUE: Venue}
_NAMED_BY = {
    Team: ("name", "name_en", "full_name", "city", "section"),
    Person: ("name", "surname"),
    Competition: ("name", "name_en", "full_name"),
    Venue: ("name",),
    Alias: ("text", "language", "scope", "kind", "team_id", "person_id", "competition_id", "venue_id"),
    Publisher: ("name",),
}
_lock = Lock()
_kept: dict[str, object] = {"stamp": None, "dictionary": None}


class DatabaseFacts:
    """What `reading.facts.Facts` asks for, from our tables; made for one text, it remembers what it was asked."""

    def __init__(self, dictionary: Dictionary | None = None):
        self.dictionary = dictionary or current_dictionary()
        self._teams: dict[Ref, facts.Team] = {}
        self._played: dict[tuple[frozenset, date, date], list[facts.Match]] = {}
        self._standings: dict[tuple[Ref, date], list[facts.Line]] = {}
        self._seasons: dict[Ref, list[facts.Match]] = {}
        self._calendars: dict[tuple[Ref, date, date], list[facts.Match]] = {}

    def people(self, refs: Iterable[Ref]) -> dict[Ref, facts.Person]:
        keys = [ref.key for ref in refs]
        spells = defaultdict(list)
        for person, team, role, *told in Spell.objects.filter(person__in=keys).values_list(
            "person_id", "team_id", "role", "start", "end", "shirt", "captain"
        ):
            spells[person].append(facts.Spell(Ref(TEAM, team), "player" if role == Spell.Role.PLAYER else "coach", *told))
        rows = Person.objects.filter(pk__in=keys).annotate(is_referee=Exists(Match.objects.filter(referee=OuterRef("pk"))))
        return {
            Ref(PERSON, pk): facts.Person(Ref(PERSON, pk), name, surname, tuple(spells[pk]), is_referee, "", *told)
            for pk, name, surname, is_referee, *told in rows.values_list(
                "pk", "name", "surname", "is_referee", "nationality", "position", "birth_date"
            )
        }

    def teams(self, refs: Iterable[Ref]) -> dict[Ref, facts.Team]:
        wanted = set(refs)
        if missing := wanted - self._teams.keys():
            self._teams |= self._find_teams(missing)
        return {ref: self._teams[ref] for ref in wanted & self._teams.keys()}

    def _find_teams(self, refs: Iterable[Ref]) -> dict[Ref, facts.Team]:
        rows = Team.objects.filter(pk__in=[ref.key for ref in refs]).values_list("pk", "name", "city", "home_venue_id")
        return {
            Ref(TEAM, pk): facts.Team(Ref(TEAM, pk), name, city, Ref(VENUE, venue) if venue else None)
            for pk, name, city, venue in rows
        }

    def grounds(self, refs: Iterable[Ref]) -> dict[Ref, str]:
        rows = Venue.objects.filter(pk__in=[ref.key for ref in refs]).values_list("pk", "name")
        return {Ref(VENUE, pk): name for pk, name in rows}

    def matches(self, teams: Iterable[Ref], since: date, until: date) -> list[facts.Match]:
        keys = frozenset(team.key for team in teams)
        if (keys, since, until) not in self._played:
            rows = Match.objects.filter(home__in=keys, away__in=keys, **_between(since, until))
            self._played[keys, since, until] = _matches(rows)
        return self._played[keys, since, until]

    def calendar(self, team: Ref, since: date, until: date) -> list[facts.Match]:
        if (team, since, until) not in self._calendars:
            self._calendars[team, since, until] = _matches(Match.objects.of(team.key).filter(**_between(since, until)))
        return self._calendars[team, since, until]

    def season(self, competition: Ref, until: datetime) -> list[facts.Match]:
        if competition not in self._seasons:
            season = Season.objects.filter(competition=competition.key, starts__lte=until).order_by("-starts").first()
            self._seasons[competition] = _matches(Match.objects.filter(stage__season=season)) if season else []
        return [match for match in self._seasons[competition] if match.kickoff <= until]

    def standing(self, competition: Ref, until: datetime) -> list[facts.Line]:
        """Of the stages with a table that were under way on that day; our tables know days, not hours."""
        key = (competition, until.date())
        if key not in self._standings:
            stages = Stage.objects.filter(season__competition=competition.key, season__starts__lte=until, season__ends__gte=until)
            found = tables_for([stage for stage in stages.select_related("season") if stage.has_table], until.date())
            self._standings[key] = [_line(row) for _stage, rows in found for row in rows]
        return self._standings[key]

    def table_of(self, team: Ref, position: int, points: int) -> tuple[Ref, date] | None:
        """The first table among those asked for in which the team stands so: its competition and its day."""
        for table, lines in self._standings.items():
            if any((line.team, line.position, line.points) == (team, position, points) for line in lines):
                return table
        return None


def _line(row) -> facts.Line:
    team = Ref(TEAM, row.team.pk)
    return facts.Line(team, row.position, row.points, row.played, row.won, row.drawn, row.lost, row.goals_for, row.goals_against)


def current_dictionary() -> Dictionary:
    """Every name that we know; built when first asked for, and anew when a name has changed since."""
    with _lock:
        stamp = _stamp()
        if _kept["stamp"] != stamp:
            _kept.update(stamp=stamp, dictionary=Dictionary(_names()))
        return _kept["dictionary"]


class _Joined(Aggregate):
    """All values of a column in one string: the quickest way to see whether any of them has changed."""

    function = "GROUP_CONCAT"
    output_field = TextField()

    def as_postgresql(self, compiler, connection, **context):
        template = "STRING_AGG((%(expressions)s)::text, ',' ORDER BY (%(expressions)s)::text)"
        return self.as_sql(compiler, connection, template=template, **context)


def _stamp() -> tuple:
    """Changes with every name, and with what says how a name counts."""
    return tuple(_digest(model, columns) for model, columns in _NAMED_BY.items())


def _digest(model, columns: tuple[str, ...]) -> tuple:
    asked = {f"all_{column}": _Joined(column) for column in columns}
    told = model.objects.order_by().aggregate(rows=Count("pk"), newest=Max("pk"), **asked)
    return tuple(crc32(value.encode()) if isinstance(value, str) else value for value in told.values())


def _names() -> Iterator[Name]:
    yield from shipped.names_of_others()
    yield from (Name(name, None) for name in Publisher.objects.values_list("name", flat=True))
    teams = Team.objects.values_list("pk", "section", "city", "name", "name_en", "full_name")
    for pk, section, city, *spellings in teams.iterator():
        spellings = list(dict.fromkeys(filter(None, spellings)))
        if section == Team.Section.MEN:
            yield from shipped.names_of_team(Ref(TEAM, pk), spellings, city)
        else:
            yield from (Name(text, Ref(TEAM, pk)) for text in spellings)
    for pk, name, surname in Person.objects.values_list("pk", "name", "surname").iterator():
        yield from shipped.names_of_person(Ref(PERSON, pk), name, surname)
    for pk, *spellings in Competition.objects.values_list("pk", "name", "name_en", "full_name"):
        yield from shipped.names_of("competitions", Ref(COMPETITION, pk), list(filter(None, spellings)))
    for pk, name in Venue.objects.values_list("pk", "name"):
        yield from shipped.names_of("venues", Ref(VENUE, pk), [name])
    yield from _aliases()


def _aliases() -> Iterator[Name]:
    columns = {"team_id": TEAM, "person_id": PERSON, "competition_id": COMPETITION, "venue_id": VENUE}
    for text, language, scope, kind, *ids in Alias.objects.values_list("text", "language", "scope", "kind", *columns):
        target = next(Ref(model, pk) for model, pk in zip(columns.values(), ids, strict=True) if pk)
        in_context = scope == Alias.Scope.CONTEXT
        if target.kind == TEAM and (kind in _PEOPLE_KINDS or text.islower()):
            yield from (name._replace(language=language or name.language) for name in shipped.people_names(text, target))
        else:
            yield Name(text, target, language, in_context, sort="nickname" if in_context and target.kind == PERSON else "")


def _between(since: date, until: date) -> dict:
    """Kick-offs from day to day, in the newsroom's zone."""
    first, end = (timezone.make_aware(datetime.combine(day, clock_time.min)) for day in (since, until + timedelta(days=1)))
    return {"kickoff__gte": first, "kickoff__lt": end}


_READ = (
    "pk", "stage__season__competition_id", "stage__name", "matchday", "kickoff", "home_id", "away_id", "home_goals", "away_goals",
    "home_half_time", "away_half_time", "home_ninety", "away_ninety", "home_shootout", "away_shootout", "venue_id", "status",
)  # fmt: skip


def _matches(rows) -> list[facts.Match]:
    """The rows as reading knows them, with what stands of their events and who was on their sheets."""
    rows = list(
        rows.exclude(status__in=[Match.Status.CANCELLED, Match.Status.ABANDONED]).order_by("kickoff", "pk").values_list(*_READ)
    )
    events, sheets = _events({row[0]: row[5:7] for row in rows}), defaultdict(set)
    for match, person in Appearance.objects.filter(match__in=[row[0] for row in rows]).values_list("match_id", "person_id"):
        sheets[match].add(Ref(PERSON, person))
    return [_match(row, events[row[0]], sheets[row[0]]) for row in rows]


def _match(row: tuple, events: list, sheet: set[Ref]) -> facts.Match:
    pk, competition, stage, matchday, kickoff, home, away, home_goals, away_goals, *parts, venue, status = row
    half_time, ninety, shootout = (_pair(*parts[at : at + 2]) for at in (0, 2, 4))
    score = (home_goals, away_goals) if status in Match.WITH_RESULT and home_goals is not None else None
    return facts.Match(
        pk,
        Ref(COMPETITION, competition),
        f"{stage} {matchday or ''}".strip(),
        timezone.localtime(kickoff),
        Ref(TEAM, home),
        Ref(TEAM, away),
        score,
        half_time,
        Ref(VENUE, venue) if venue else None,
        tuple(event for event in events if event.kind in facts.GOALS | facts.DISMISSALS | facts.MISSES),
        frozenset(sheet | {event.person for event in events if event.person}),
        has_events=bool(events) or score == (0, 0),
        shootout=shootout,
        score_90=ninety,
    )


def _pair(home: int | None, away: int | None) -> tuple[int, int] | None:
    return None if home is None or away is None else (home, away)


def _events(sides: dict[int, tuple[int, int]]) -> dict[int, list[facts.Event]]:
    found = defaultdict(list)
    columns = ("pk", "match_id", "kind", "minute", "stoppage", "side", "person_id", "second_person_id")
    for pk, match, kind, minute, stoppage, side, person, second in (
        MatchEvent.objects.standing()
        .filter(match__in=sides)
        .order_by("match", "period", "minute", "stoppage", "pk")
        .values_list(*columns)
    ):
        team = Ref(TEAM, sides[match][side != "home"])
        who, helper = (Ref(PERSON, one) if one else None for one in (person, second))
        found[match].append(facts.Event(pk, _KINDS.get(kind, kind), minute or 0, stoppage, team, who, helper))
    return found
