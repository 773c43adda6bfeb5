"""Fills a scratch database: 40 teams, 1,000 people, 800 matches with line-ups and events, and as many stories as asked for."""

import random
from datetime import UTC, date, datetime, timedelta
from itertools import permutations

from django.contrib.contenttypes.models import ContentType
from taggit.models import Tag, TaggedItem

from articles.listing import rows_of
from articles.models import (
    Article,
    Author,
    Byline,
    EventLink,
    FeedState,
    Image,
    Listing,
    MatchLink,
    PersonLink,
    Publisher,
    TeamLink,
)
from articles.models.listings import ListKind
from teams import clock
from teams.models import Appearance, Competition, Match, MatchEvent, Person, Season, Spell, Stage, Team, Venue
from teams.rules import periods

KICKOFF = datetime(2025, 8, 23, 18, 0, tzinfo=UTC)
WORDS = (
    "il la squadra gol minuto partita allenatore difesa attacco campionato punti classifica primo tempo ripresa assist rigore "
    "rosso arbitro stadio tifosi vittoria pareggio sconfitta gara mister centrocampo fascia cross traversa palo portiere parata"
).split()
draw = random.Random(1908)  # the same archive every time


def fill(articles: int) -> None:
    """Everything, by bulk_create; lists are worked out here as `articles.listing` would, and a sample is compared with it."""
    leagues = [_league(name) for name in ("Serie A", "Premier League")]
    teams = [_team(n) for n in range(40)]
    Team.objects.bulk_create(teams)
    squads = _squads(teams)
    matches = [match for n, stage in enumerate(leagues) for match in _season(stage, teams[20 * n : 20 * n + 20])]
    Match.objects.bulk_create(matches)
    events = _sheets(matches, squads)
    _stories(articles, matches, squads, events)


def _league(name):
    slug = name.lower().replace(" ", "-")
    competition = Competition.objects.create(name=name, slug=slug, kind="league")
    season = Season.objects.create(competition=competition, label="2025-26", starts=date(2025, 8, 1), ends=date(2026, 6, 30))
    return Stage.objects.create(season=season, kind="league", zones=[{"first": 1, "last": 4, "kind": "champions-league"}])


def _team(n):
    ground = Venue.objects.create(name=f"Stadio {n}", slug=f"stadio-{n}", city=f"Città {n}", capacity=40000)
    colours = {"primary_colour": "#0b1560", "secondary_colour": "#f0c000", "pattern": draw.choice(Team.Pattern.values)}
    return Team(pk=n + 1, name=f"Squadra {n}", slug=f"squadra-{n}", code=f"S{n}", city=ground.city, home_venue=ground, **colours)


def _squads(teams):
    """24 players and a coach for each of 40 teams: a thousand people."""
    people, spells, squads = [], [], {}
    for team in teams:
        squads[team.pk] = []
        for shirt in range(1, 26):
            n = len(people) + 1
            position = ("GK", "DF", "DF", "MF", "MF", "FW")[shirt % 6]
            people.append(
                Person(
                    pk=n,
                    name=f"Nome Cognome{n}",
                    given_name="Nome",
                    surname=f"Cognome{n}",
                    slug=f"cognome-{n}",
                    position=position,
                    nationality="ITA",
                    birth_date=date(1998, 1, 1) + timedelta(days=n),
                )
            )
            squads[team.pk].append(people[-1])
            role = {"role": "coach"} if shirt == 25 else {"role": "player", "shirt": shirt}
            spells.append(Spell(person=people[-1], team=team, start=date(2024, 7, 1), **role))
    Person.objects.bulk_create(people)
    Spell.objects.bulk_create(spells)
    return squads


def _season(stage, teams):
    """400 matches: home and away, and twenty of a third round; the last eighty are still to come."""
    pairs = list(permutations(teams, 2))
    draw.shuffle(pairs)
    first = (stage.pk - 1) * 400
    for n, (home, away) in enumerate((pairs + [(away, home) for home, away in pairs])[:400]):
        over = n < 320
        goals = {"home_goals": draw.choice((0, 1, 1, 2, 3)), "away_goals": draw.choice((0, 0, 1, 1, 2))} if over else {}
        yield Match(
            pk=first + n + 1,
            stage=stage,
            matchday=n // 10 + 1,
            home=home,
            away=away,
            slug=f"match-{stage.pk}-{n}",
            kickoff=KICKOFF + timedelta(days=n // 10 * 7 - n // 200 * 7, hours=n % 10),
            venue_id=home.home_venue_id,
            status="finished" if over else "scheduled",
            **goals,
        )


def _sheets(matches, squads):
    """Line-ups of twenty-three a side and some fifteen events for every match that is over."""
    appearances, events = [], {}
    for match in matches:
        if match.status != "finished":
            continue
        for side, team_id in (("home", match.home_id), ("away", match.away_id)):
            squad = squads[team_id][:23]
            appearances += [
                Appearance(
                    match=match, person=person, side=side, shirt=shirt, starter=shirt <= 11, order=shirt, position=person.position
                )
                for shirt, person in enumerate(squad, 1)
            ]
            goals = match.home_goals if side == "home" else match.away_goals
            told = [("goal", draw.choice(squad[1:11]), None) for _ in range(goals)]
            told += [("yellow", draw.choice(squad[:11]), None) for _ in range(2)]
            told += [("substitution", on, off) for on, off in zip(squad[11:15], squad[7:11], strict=True)]
            events.setdefault(match.pk, []).extend(_event(match, side, *row) for row in told)
    Appearance.objects.bulk_create(appearances, batch_size=2000)
    rows = [event for match_events in events.values() for event in match_events]
    for pk, event in enumerate(rows, 1):
        event.pk = pk
    MatchEvent.objects.bulk_create(rows, batch_size=2000)
    return events


def _event(match, side, kind, person, second):
    minute = draw.randint(1, 90)
    return MatchEvent(
        match=match, kind=kind, side=side, period=periods.period_of(minute), minute=minute, person=person, second_person=second
    )


def _stories(count, matches, squads, events):
    desk = [Publisher(pk=n, name=f"Testata {n}", slug=f"testata-{n}", kind="own" if n == 1 else "partner") for n in range(1, 21)]
    Publisher.objects.bulk_create(desk)
    Author.objects.bulk_create(Author(pk=n, name=f"Firma {n}", slug=f"firma-{n}", publisher=desk[n % 20]) for n in range(1, 101))
    Tag.objects.bulk_create(Tag(pk=n, name=f"tema {n}", slug=f"tema-{n}") for n in range(1, 51))
    Image.objects.bulk_create(
        Image(pk=n, file=f"pictures/{n}.jpg", width=1600, height=900, alt_text=f"Foto {n}", credit="Agenzia", made_for="0.5x0.5")
        for n in range(1, 201)
    )
    played = [match for match in matches if match.status == "finished"]
    for first in range(1, count + 1, 1000):
        _batch(range(first, min(first + 1000, count + 1)), count, played, squads, events)
    lists = Listing.objects.values_list("kind", "target_id", "language").distinct()
    FeedState.objects.bulk_create(FeedState(kind=k, target_id=t, language=lang, changed_at=clock.now()) for k, t, lang in lists)
    _compare_with_the_verb(count)


def _batch(numbers, count, played, squads, events):
    """A thousand stories: each about a match and two of its events, its teams and a person; one in four about the same team."""
    subject = ContentType.objects.get_for_model(Article)
    stories, bylines, tagged, links, listings = [], [], [], {MatchLink: [], EventLink: [], TeamLink: [], PersonLink: []}, []
    favourite = [match for match in played if 1 in (match.home_id, match.away_id)]
    for pk in numbers:
        match = draw.choice(favourite if pk % 4 == 0 else played)
        about, person = draw.sample(events[match.pk], 2), draw.choice(squads[match.home_id])
        story = _story(pk, count)
        stories.append(story)
        bylines.append(Byline(article=story, author_id=pk % 100 + 1))
        tagged += [TaggedItem(tag_id=tag, object_id=pk, content_type=subject) for tag in {pk % 50 + 1, pk % 7 + 1}]
        stamp = {"article": story, "role": "about", "confirmed_at": story.published_at}
        links[MatchLink].append(MatchLink(match=match, **stamp))
        links[EventLink] += [EventLink(event=event, order=n, **stamp) for n, event in enumerate(about)]
        links[TeamLink] += [TeamLink(team_id=team, order=n, **stamp) for n, team in enumerate((match.home_id, match.away_id))]
        links[PersonLink].append(PersonLink(person=person, **stamp))
        lists = {
            (ListKind.FRONT, 0),
            (ListKind.PUBLISHER, story.publisher_id),
            (ListKind.AUTHOR, pk % 100 + 1),
            (ListKind.MATCH, match.pk),
            (ListKind.TEAM, match.home_id),
            (ListKind.TEAM, match.away_id),
            (ListKind.COMPETITION, match.stage.season.competition_id),
            (ListKind.PERSON, person.pk),
            *((ListKind.TOPIC, tag) for tag in (pk % 50 + 1, pk % 7 + 1)),
            *((ListKind.EVENT, event.pk) for event in about),
            *((ListKind.PERSON, event.person_id) for event in about),
        }
        listings += [
            Listing(article=story, kind=kind, target_id=target, language=story.language, published_at=story.published_at)
            for kind, target in lists
        ]
    Article.objects.bulk_create(stories)
    Byline.objects.bulk_create(bylines)
    TaggedItem.objects.bulk_create(tagged)
    for model, rows in links.items():
        model.objects.bulk_create(rows)
    Listing.objects.bulk_create(listings, batch_size=2000)


def _story(pk, count):
    """The newest is an hour old, the others lie behind it, evenly over seven months."""
    published = clock.now() - timedelta(hours=1) - timedelta(days=210) * (count - pk) / count
    text = "".join(f"<p>{' '.join(draw.choices(WORDS, k=60)).capitalize()}.</p>" for _ in range(6))
    return Article(
        pk=pk,
        kind="news",
        language="en" if pk % 5 == 0 else "it",
        headline=f"{' '.join(draw.choices(WORDS, k=8)).capitalize()} {pk}",
        slug=f"storia-{pk}",
        standfirst=" ".join(draw.choices(WORDS, k=25)).capitalize(),
        body=text,
        publisher_id=pk % 20 + 1,
        image_id=pk % 200 + 1,
        status="published",
        published_at=published,
        created_at=published,
        updated_at=published,
    )


def _compare_with_the_verb(count):
    def stated(rows):
        return {(row.kind, row.target_id, row.language, row.published_at) for row in rows}

    for article in Article.objects.filter(pk__in=draw.sample(range(1, count + 1), 50)):
        if stated(Listing.objects.filter(article=article)) != stated(rows_of(article)):
            raise SystemExit(f"bench/archive.py and articles/listing.py disagree about story {article.pk}")
