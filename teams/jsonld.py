"""Facts in the words of schema.org: each function makes one node of a page's graph from rows that are loaded already."""

import json

from django.utils import timezone
from django.utils.html import mark_safe
from django.utils.translation import gettext as _

from teams import nations
from teams.addresses import absolute
from teams.models import Match

SPORT = "Soccer"
STATUS = {
    Match.Status.POSTPONED: "https://schema.org/EventPostponed",
    Match.Status.CANCELLED: "https://schema.org/EventCancelled",
}
# Nothing within a <script> may look like markup to a parser of HTML.
_ESCAPES = {ord("<"): "\\u003c", ord(">"): "\\u003e", ord("&"): "\\u0026", 0x2028: "\\u2028", 0x2029: "\\u2029"}


def script(nodes):
    """The graph as it stands in the page, empty values left out."""
    graph = {"@context": "https://schema.org", "@graph": [filled(node) for node in nodes]}
    return mark_safe(json.dumps(graph, ensure_ascii=False).translate(_ESCAPES))


def filled(node):
    """The node without what is not known, however deep."""
    if isinstance(node, dict):
        pairs = {key: filled(value) for key, value in node.items()}
        return {key: value for key, value in pairs.items() if value not in (None, "", [], {})}
    return [filled(item) for item in node] if isinstance(node, (list, tuple)) else node


def identity(row, fragment):
    return f"{absolute(row.get_absolute_url())}#{fragment}"


def breadcrumbs(steps):
    """`steps`: (name, address) from the front page to this one."""
    items = [
        {"@type": "ListItem", "position": place, "name": str(name), "item": absolute(address)}
        for place, (name, address) in enumerate(steps, 1)
    ]
    return {"@type": "BreadcrumbList", "itemListElement": items}


def named(row):
    """A team as others refer to it."""
    return {"@type": "SportsTeam", "@id": identity(row, "team"), "name": str(row), "url": absolute(row.get_absolute_url())}


def team(row, coaches=(), squad=()):
    """`coaches`, `squad`: spells with their people. Reads row.home_venue."""
    return {
        **named(row),
        "alternateName": row.full_name if row.full_name != str(row) else "",
        "sport": SPORT,
        "foundingDate": str(row.founded or ""),
        "location": place(row.home_venue) if row.home_venue else _town(row),
        "sameAs": row.website,
        "coach": [reference(spell.person) for spell in coaches],
        "athlete": [reference(spell.person) for spell in squad],
    }


def reference(row):
    """A person as others refer to him."""
    return {"@type": "Person", "@id": identity(row, "person"), "name": row.name, "url": absolute(row.get_absolute_url())}


def person(row, spells=()):
    """`spells`: where the person belongs now, with their teams."""
    return {
        **reference(row),
        "givenName": row.given_name,
        "familyName": row.surname,
        "birthDate": row.birth_date and row.birth_date.isoformat(),
        "birthPlace": row.birth_place and {"@type": "Place", "name": row.birth_place},
        "nationality": row.nationality and {"@type": "Country", "name": row.nationality_name},
        "height": row.height and {"@type": "QuantitativeValue", "value": row.height, "unitCode": "CMT"},
        "jobTitle": [str(spell.get_role_display()) for spell in spells],
        "memberOf": [named(spell.team) for spell in spells],
        "sameAs": row.wikidata and f"https://www.wikidata.org/wiki/{row.wikidata}",
    }


def fixture(row):
    """A match as others refer to it: who plays whom, when and where."""
    return {
        "@type": "SportsEvent",
        "@id": identity(row, "event"),
        "name": f"{row.home} - {row.away}",
        "url": absolute(row.get_absolute_url()),
        "startDate": _start(row),
        "location": place(row.venue) if row.venue else _town(row.home),
        "homeTeam": named(row.home),
        "awayTeam": named(row.away),
    }


def match(row):
    """Reads what `Match.objects.for_page()` loads. schema.org has no word for a score: it is told in the description."""
    home, away = named(row.home), named(row.away)
    return {
        "@type": "SportsEvent",
        "@id": identity(row, "event"),
        "name": f"{row.home} - {row.away}",
        "description": told(row),
        "url": absolute(row.get_absolute_url()),
        "startDate": _start(row),
        "endDate": timezone.localtime(row.expected_end).isoformat() if row.kickoff_confirmed else "",
        "eventStatus": STATUS.get(row.status, "https://schema.org/EventScheduled"),
        "eventAttendanceMode": "https://schema.org/OfflineEventAttendanceMode",
        "sport": SPORT,
        "location": place(row.venue or row.home.home_venue) if row.venue or row.home.home_venue else _town(row.home),
        "homeTeam": home,
        "awayTeam": away,
        "competitor": [{"@id": home["@id"]}, {"@id": away["@id"]}],
        "referee": row.referee and reference(row.referee),
        "superEvent": season(row.stage.season),
    }


def told(row):
    """The match in a line: who, how it ended if it did, and where it belongs."""
    line = f"{row.home} {row.score if row.is_over else '-'} {row.away}"
    matchday = _("matchday %(number)s") % {"number": row.matchday} if row.matchday else ""
    return ", ".join(str(part) for part in (line, row.stage, row.round or matchday) if part)


def season(row):
    return {
        "@type": "EventSeries",
        "@id": identity(row, "season"),
        "name": str(row),
        "url": absolute(row.get_absolute_url()),
        "startDate": row.starts.isoformat(),
        "endDate": row.ends.isoformat(),
    }


def place(row):
    known = row.latitude is not None and row.longitude is not None
    geo = {"@type": "GeoCoordinates", "latitude": float(row.latitude), "longitude": float(row.longitude)} if known else None
    return {"@type": "Place", "name": row.name, "address": _address(row), "geo": geo}


def _town(row):
    """Where a club is at home, for want of its ground."""
    name = row.city or nations.nation_name(row.country)
    return {"@type": "Place", "name": name, "address": _address(row)} if name else None


def _address(row):
    return {"@type": "PostalAddress", "addressLocality": row.city, "addressCountry": nations.nation_name(row.country)}


def _start(row):
    start = timezone.localtime(row.kickoff)
    return start.isoformat() if row.kickoff_confirmed else start.date().isoformat()
