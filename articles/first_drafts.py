"""First drafts: gathers the facts of a match, lets `articles.drafting` tell them, and keeps the story as any other draft."""

from collections.abc import Iterable
from functools import partial

from django.db import models, transaction
from django.utils import translation
from django.utils.html import escape
from django.utils.timezone import localtime

from articles import actions
from articles.drafting import BRIEF, PREVIEW, REPORT, first_draft
from articles.drafting.shapes import (
    AWAY,
    HOME,
    Club,
    Dismissal,
    Draft,
    Fixture,
    Goal,
    MatchFacts,
    Meeting,
    Place,
    Ref,
    Run,
)
from articles.models import Article, Link, Publisher
from teams import clock, tables
from teams.models import Competition, Match, MatchEvent, Person, Team
from teams.stats import form

ORIGIN = "first-draft"
KINDS = {REPORT: Article.Kind.REPORT, PREVIEW: Article.Kind.PREVIEW, BRIEF: Article.Kind.NEWS}
_MODELS = {"team": Team, "person": Person, "competition": Competition, "match": Match, "event": MatchEvent}
_SIDES = (HOME, AWAY)
# A run shorter than this is no news.
_WORTH_TELLING = {"won": 2, "lost": 2, "unbeaten": 3}


def kinds_for(match: Match) -> tuple[str, ...]:
    """What can be drafted of it now: a preview before it is played, a report and a brief when it is over."""
    return (PREVIEW,) if match.is_to_come else (REPORT, BRIEF) if match.is_over else ()


def draft_of(match: Match, kind: str, language: str) -> Draft:
    """The sentences with the rows they rest on; nothing is kept. ValueError where the match is not at that point."""
    return first_draft(facts_of(match, language), kind, language)


def rows_of(draft: Draft) -> dict[Ref, models.Model]:
    """Every row that the draft rests on, one query for each kind."""
    wanted: dict[str, set] = {}
    for sentence in draft.sentences:
        for ref in sentence.rows:
            wanted.setdefault(ref.kind, set()).add(ref.key)
    return {Ref(kind, pk): row for kind, keys in wanted.items() for pk, row in _MODELS[kind].objects.in_bulk(keys).items()}


def is_one(article: Article) -> bool:
    """Whether a story began as a first draft, so that the desk says so."""
    return (article.origin or "").startswith(f"{ORIGIN}:")


def origin_of(match: Match, kind: str, language: str, publisher: Publisher) -> str:
    return f"{ORIGIN}:{match.slug}:{kind}:{language}:{publisher.pk}"[:190]


@transaction.atomic
def begin(match: Match, kind: str, language: str, publisher: Publisher, *, by) -> Article:
    """Keep it as a publisher's draft, marked as such, with its ties proposed; where that was done before, what came of it."""
    origin = origin_of(match, kind, language, publisher)
    if begun := Article.objects.filter(origin=origin).first():
        return begun
    told = draft_of(match, kind, language)
    return actions.draft(
        by=by,
        kind=KINDS[kind],
        language=language,
        headline=told.headline.words,
        slug=_address(match, kind),
        standfirst=told.standfirst.words,
        body="".join(f"<p>{escape(text)}</p>" for text in told.texts),
        publisher=publisher,
        canonical_policy=publisher.canonical_policy,
        origin=origin,
        created_by=by,
        links=_links(told),
    )


def _address(match, kind):
    return f"{match.slug}-{kind}"[:120]


def _links(told: Draft) -> list[tuple[models.Model, str]]:
    """What the head and the first paragraph tell of is what the story is about; the rest is mentioned."""
    rows = rows_of(told)
    first = {ref for sentence in (told.headline, told.standfirst, *told.paragraphs[0]) for ref in sentence.rows}
    every = dict.fromkeys(ref for sentence in told.sentences for ref in sentence.rows)
    return [(rows[ref], Link.Role.ABOUT if ref in first else Link.Role.MENTIONS) for ref in every]


def facts_of(match: Match, language: str) -> MatchFacts:
    """The facts as of the match's own day, or of today for one to come, under the names of that language. [about 12 queries]"""
    with translation.override(language):
        match = Match.objects.for_page().get(pk=match.pk)
        season, day = match.stage.season, localtime(match.kickoff).date()
        events = list(match.events.standing().select_related("person", "second_person"))
        return MatchFacts(
            key=match.pk,
            home=_club(match.home),
            away=_club(match.away),
            competition=str(season.competition),
            competition_key=season.competition_id,
            day=day,
            time=f"{localtime(match.kickoff):%H:%M}" if match.kickoff_confirmed else "",
            matchday=match.matchday,
            round=match.round,
            venue=str(match.venue or ""),
            attendance=match.attendance,
            referee=str(match.referee or ""),
            referee_key=match.referee_id,
            goals=_goals(match),
            dismissals=_dismissals(events),
            last_meeting=_last_meeting(match),
            **_result(match),
            **_season(match),
        )


def _club(team: Team) -> Club:
    return Club(team.pk, str(team), team.section == Team.Section.WOMEN, team.kind == Team.Kind.NATIONAL)


def _result(match: Match) -> dict:
    if not match.is_over:
        return {}
    pair = partial(_pair, match)
    return {
        "score": pair("goals"),
        "half_time": pair("half_time"),
        "extra_time": match.went_to_extra_time,
        "shootout": pair("shootout"),
        "decision": match.decision if match.status == Match.Status.AWARDED else "",
    }


def _pair(match, part):
    home, away = getattr(match, f"home_{part}"), getattr(match, f"away_{part}")
    return None if home is None else (home, away)


def _goals(match: Match) -> tuple[Goal, ...]:
    return tuple(
        Goal(
            key=event.pk,
            side=event.side,
            minute=event.clock_label.rstrip("'"),
            score=moment.score,
            kind=event.kind,
            scorer=str(event.person or ""),
            scorer_key=event.person_id,
            assist=str(event.second_person or ""),
            assist_key=event.second_person_id,
        )
        for moment in tables.timeline_of(match).scored
        for event in [moment.event]
    )


def _dismissals(events: Iterable[MatchEvent]) -> tuple[Dismissal, ...]:
    return tuple(
        Dismissal(
            event.pk,
            event.side,
            event.clock_label.rstrip("'"),
            str(event.person),
            event.person_id,
            event.kind == MatchEvent.Kind.SECOND_YELLOW,
        )
        for event in sorted(events, key=lambda e: (e.period, e.minute or 0, e.stoppage, e.order))
        if event.kind in MatchEvent.DISMISSALS and event.person_id and event.minute
    )


def _season(match: Match) -> dict:
    """Table, runs, form, what comes next and who scores most, by side.

    What a later match has overtaken is left out: a report made weeks afterwards would say "is third" of what was.
    """
    season = Match.objects.in_season(match.stage.season).results()
    rows = {row.team.pk: row for row in tables.table_of(match.stage) if row.played} if match.stage.has_table else {}
    scorers = [] if match.is_over else tables.scorers_of(match.stage.season)
    facts: dict[str, dict] = {"places": {}, "runs": {}, "forms": {}, "next": {}, "top": {}}
    for side in _SIDES:
        team = match.team_on(side)
        played = list(_played(season.of(team)))
        if match.is_over and played[-1].pk != match.pk:
            continue
        outcomes = form.outcomes(played, team.pk)
        told = {
            "places": _place(rows.get(team.pk)),
            "runs": _run(form.streaks(outcomes)),
            "forms": tuple(outcome.letter for outcome in outcomes[-5:]),
            "next": _next(match, team),
            "top": _top(scorers, team),
        }
        for name, value in told.items():
            if value:
                facts[name][side] = value
    return facts


def _place(row) -> Place | None:
    return row and Place(row.position, row.points, row.played, row.shared)


def _played(matches):
    rows = matches.order_by("kickoff", "pk")
    return rows.values_list("pk", "home", "away", "home_goals", "away_goals", named=True)


def _run(streaks: form.Streaks) -> Run | None:
    lengths = {kind: getattr(streaks, kind) for kind in _WORTH_TELLING}
    return next((Run(kind, length) for kind, length in lengths.items() if length >= _WORTH_TELLING[kind]), None)


def _next(match: Match, team: Team) -> Fixture | None:
    if not match.is_over:
        return None
    coming = Match.objects.of(team).fixtures().filter(kickoff__gt=max(clock.now(), match.kickoff)).for_card().first()
    if coming is None or coming.status == Match.Status.POSTPONED:
        return None
    side = coming.side_of(team)
    opponent = coming.away if side == HOME else coming.home
    competition = str(coming.stage.season.competition)
    return Fixture(coming.pk, _club(opponent), side == HOME, localtime(coming.kickoff).date(), competition)


def _top(scorers, team: Team) -> tuple[str, int, int] | None:
    """The one who scored most for the team; nobody where two are level."""
    lines = [line for line in scorers if line.goals and line.teams and line.teams[-1].pk == team.pk]
    if not lines or (len(lines) > 1 and lines[0].goals == lines[1].goals):
        return None
    return str(lines[0].person), lines[0].person.pk, lines[0].goals


def _last_meeting(match: Match) -> Meeting | None:
    if match.is_over:
        return None
    last = Match.objects.of(match.home).of(match.away).results().filter(kickoff__lt=match.kickoff).for_card().first()
    if last is None:
        return None
    score = (last.home_goals, last.away_goals)
    return Meeting(last.pk, _club(last.home), _club(last.away), score, localtime(last.kickoff).date())
