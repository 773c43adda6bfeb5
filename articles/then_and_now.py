"""Where the teams of a story stood when it was written, and where they stand now, in the competition of its match."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.core.cache import cache
from django.db.models import Count, Max, Q
from django.utils import timezone

from articles.models import Article, Link
from articles.ties import Ties
from teams import clock, embargo
from teams.models import Match, Stage, Team
from teams.tables import tables_on

KEPT = 600  # seconds, for what no match tells of: points taken away


@dataclass(frozen=True, slots=True)
class Standing:
    """A team's place, points and matches played, then and now."""

    team: Team
    then: tuple[int, int, int]
    now: tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class ThenAndNow:
    on: date
    stage: Stage
    standings: list[Standing]


def of(article: Article, ties: Ties) -> ThenAndNow | None:
    """None where there is no table, or nothing has changed in it since [0 queries on the day, then 1, with cold tables 4]."""
    told = _last_told(article)
    match, written = ties.match, timezone.localdate(told)
    if match is None or match.is_veiled or not match.stage.has_table or written >= clock.today():
        return None
    last = _last_day_told(told, match, written)
    changed, later = _changes(match.stage, last)
    if not later:
        return None
    then, now = _lines(match.stage, last, changed)
    rows = [Standing(team, then[team.pk], now[team.pk]) for team in _teams(ties, match) if team.pk in then and team.pk in now]
    rows = [row for row in rows if row.then[2] and row.then != row.now]
    return ThenAndNow(written, match.stage, rows) if rows else None


def _last_told(article: Article) -> datetime:
    """When it was written: what is followed live goes on being written until it ends."""
    return article.last_changed if article.live_from else article.published_at


def _last_day_told(told: datetime, match: Match, written: date) -> date:
    """The last day whose matches the writer knew: that of his own match, if he wrote after it, else the day before."""
    played = timezone.localdate(match.kickoff) == written and match.kickoff < told
    return written if played else written - timedelta(days=1)


def _changes(stage: Stage, since: date) -> tuple[str, int]:
    """A mark that changes with every match of the stage, and how many have been played after that day."""
    later = Q(status__in=Match.WITH_RESULT, kickoff__date__gt=since)
    told = Match.objects.filter(stage=stage).aggregate(
        changed=Max("changed_at"), rows=Count("pk"), later=Count("pk", filter=later)
    )
    return f"{told['changed']:%Y%m%d%H%M%S%f}-{told['rows']}-{embargo.applies():d}", told["later"]


def _lines(stage: Stage, on: date, changed: str) -> list[dict[int, tuple[int, int, int]]]:
    """Place, points and matches of each team, as of that day and of today; kept until a match of the stage changes."""
    days = [on, clock.today()]

    def read():
        found = tables_on(stage, days)
        return [{row.team.pk: (row.position, row.points, row.played) for row in rows} for rows in found]

    return cache.get_or_set(f"then-and-now/{stage.pk}/{days}/{changed}".replace(" ", ""), read, KEPT)


def _teams(ties: Ties, match: Match) -> list[Team]:
    """Those of the match that the story is about; both where it does not say."""
    about = {row for row, role in ties.facts if isinstance(row, Team) and role == Link.Role.ABOUT}
    sides = [match.home, match.away]
    return [team for team in sides if team in about] or sides
