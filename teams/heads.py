"""What the head of a page tells machines, and the heads of the pages of facts; drawn by components/head.html."""

from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _

from teams import jsonld
from teams.addresses import absolute, editions


@dataclass(frozen=True)
class Picture:
    url: str
    width: int
    height: int
    alt: str


@dataclass(frozen=True)
class Story:
    """What OpenGraph asks of an article."""

    published: datetime
    modified: datetime
    section: str
    tags: list[str]
    authors: list[str]


@dataclass(frozen=True)
class Head:
    """`page`: the name of the address and its arguments. `feed`: the noun whose feeds belong to this page, and its slug.

    `steps`: (name, address) of the pages above it. `original`: the page that search engines should show instead of this one.
    `twins`: the addresses of a page that is translated one by one, by language, its own among them.
    """

    title: str
    description: str
    page: tuple[str, ...]
    feed: tuple[str, str] = ("", "")
    steps: tuple[tuple[str, str], ...] = ()
    nodes: tuple[dict, ...] = ()
    type: str = "website"
    picture: Picture | None = None
    story: Story | None = None
    original: str = ""
    indexable: bool = True
    translated: bool = True
    query: str = ""
    twins: tuple[tuple[str, str], ...] = ()

    @cached_property
    def alternates(self):
        """The same page in each edition, by language; a story has only its own, unless it has a sister."""
        if self.twins:
            return {language: absolute(path) for language, path in self.twins}
        name, *args = self.page
        return editions(name, *args) if self.translated and not self.query else {}

    @property
    def address(self):
        """The one address of this page, in this edition."""
        name, *args = self.page
        path = reverse(name, args=args)
        return absolute(f"{path}?{self.query}" if self.query else path)

    @property
    def canonical(self):
        return self.original or self.address

    @property
    def default_edition(self):
        return self.alternates.get(settings.LANGUAGE_CODE)

    @property
    def script(self):
        front = (settings.SITE_NAME, reverse("front"))
        trail = jsonld.breadcrumbs([front, *self.steps, (self.title, self.address)])
        return jsonld.script([*self.nodes, trail] if self.page != ("front",) else self.nodes)


def listing(name, title):
    """The head of a page that lists rows: all teams, all matches."""
    return Head(title=title, description=f"{title} – {settings.SITE_NAME}", page=(name,))


def team(team, coaches=(), squad=()):
    return Head(
        title=str(team),
        description=_("%(team)s: news, results, fixtures, squad and table.") % {"team": team},
        page=("team", team.slug),
        feed=("team", team.slug),
        steps=((_("Teams"), reverse("teams")),),
        nodes=(jsonld.team(team, coaches, squad),),
    )


def head_to_head(first, second):
    """Two addresses, one for each of the two who may come first, tell the same; search engines are shown one of them."""
    told = {"first": first, "second": second}
    one, other = sorted((first.slug, second.slug))
    return Head(
        title=f"{first} – {second}",
        description=_("%(first)s and %(second)s head to head: results, balance and scorers.") % told,
        page=("head-to-head", first.slug, second.slug),
        steps=((_("Teams"), reverse("teams")), (str(first), first.get_absolute_url())),
        original=absolute(reverse("head-to-head", args=[one, other])),
    )


def person(person, spells=()):
    where = ", ".join(f"{spell.get_role_display()}, {spell.team}" for spell in spells)
    known = _("%(name)s: career, matches, goals and stories.") % {"name": person}
    return Head(
        title=str(person),
        description=f"{known} {where}." if where else known,
        page=("person", person.slug),
        feed=("person", person.slug),
        nodes=(jsonld.person(person, spells),),
        type="profile",
    )


def match(match):
    return Head(
        title=f"{match.home} {match.score if match.is_over else '-'} {match.away}",
        description=_("%(match)s: events, line-ups and stories.") % {"match": jsonld.told(match)},
        page=("match", match.slug),
        feed=("match", match.slug),
        steps=((_("Matches"), reverse("matches")),),
        nodes=(jsonld.match(match),),
    )


def event(event):
    told = jsonld.told(event.match)
    return Head(
        title=f"{event}, {event.match.home} - {event.match.away}",
        description=f"{event}: {told}.",
        page=("event", event.match.slug, event.pk),
        feed=("match", event.match.slug),
        steps=((_("Matches"), reverse("matches")), (f"{event.match.home} - {event.match.away}", event.match.get_absolute_url())),
    )


def competition(competition):
    """For a competition that has no season yet."""
    return Head(
        title=str(competition),
        description=str(competition.full_name or competition),
        page=("competition", competition.slug),
        feed=("competition", competition.slug),
        steps=((_("Competitions"), reverse("competitions")),),
    )


def season(season):
    competition = season.competition
    return Head(
        title=str(season),
        description=_("%(season)s: table, results, fixtures and scorers.") % {"season": season},
        page=("season", competition.slug, season.label),
        feed=("competition", competition.slug),
        steps=((_("Competitions"), reverse("competitions")),),
        nodes=(jsonld.season(season),),
    )
