"""What is known of a competition before its first file comes: its names, what it is, where its hours are told."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Known:
    """`zone` is where hours without a zone are meant; empty for the newsroom's own. `national` sides play it, not clubs."""

    name: str
    name_en: str = ""
    kind: str = "league"
    country: str = ""
    zone: str = ""
    national: bool = False
    weight: int = 100


# UEFA tells its hours in central European time; openfootball and football.json follow that.
KNOWN = {
    "serie-a": Known("Serie A", country="ITA", zone="Europe/Rome", weight=10),
    "serie-b": Known("Serie B", country="ITA", zone="Europe/Rome", weight=60),
    "coppa-italia": Known("Coppa Italia", kind="cup", country="ITA", zone="Europe/Rome", weight=50),
    "premier-league": Known("Premier League", country="ENG", zone="Europe/London", weight=70),
    "championship": Known("Championship", country="ENG", zone="Europe/London"),
    "fa-cup": Known("FA Cup", kind="cup", country="ENG", zone="Europe/London"),
    "la-liga": Known("La Liga", country="ESP", zone="Europe/Madrid", weight=71),
    "bundesliga": Known("Bundesliga", country="GER", zone="Europe/Berlin", weight=72),
    "ligue-1": Known("Ligue 1", country="FRA", zone="Europe/Paris", weight=73),
    "league-cup": Known("League Cup", kind="cup", country="ENG", zone="Europe/London"),
    "copa-del-rey": Known("Copa del Rey", kind="cup", country="ESP", zone="Europe/Madrid"),
    "dfb-pokal": Known("DFB-Pokal", kind="cup", country="GER", zone="Europe/Berlin"),
    "coupe-de-france": Known("Coupe de France", kind="cup", country="FRA", zone="Europe/Paris"),
    "eredivisie": Known("Eredivisie", country="NED", zone="Europe/Amsterdam"),
    "primeira-liga": Known("Primeira Liga", country="POR", zone="Europe/Lisbon"),
    "champions-league": Known("Champions League", kind="tournament", zone="Europe/Zurich", weight=20),
    "europa-league": Known("Europa League", kind="tournament", zone="Europe/Zurich", weight=30),
    "conference-league": Known("Conference League", kind="tournament", zone="Europe/Zurich", weight=31),
    "world-cup": Known("Mondiali", "World Cup", kind="tournament", national=True, weight=15),
    "womens-world-cup": Known("Mondiali femminili", "Women's World Cup", kind="tournament", national=True, weight=17),
    "euro": Known("Europei", "European Championship", kind="tournament", zone="Europe/Zurich", national=True, weight=16),
    "copa-america": Known("Copa América", kind="tournament", national=True, weight=80),
}

# Where national sides met: hours without a zone are those of the hosts. Hosts with several zones are left out.
HOSTS = {
    ("world-cup", "1930"): "America/Montevideo",
    ("world-cup", "1934"): "Europe/Rome",
    ("world-cup", "1938"): "Europe/Paris",
    ("world-cup", "1950"): "America/Sao_Paulo",
    ("world-cup", "1954"): "Europe/Zurich",
    ("world-cup", "1958"): "Europe/Stockholm",
    ("world-cup", "1962"): "America/Santiago",
    ("world-cup", "1966"): "Europe/London",
    ("world-cup", "1970"): "America/Mexico_City",
    ("world-cup", "1974"): "Europe/Berlin",
    ("world-cup", "1978"): "America/Argentina/Buenos_Aires",
    ("world-cup", "1982"): "Europe/Madrid",
    ("world-cup", "1986"): "America/Mexico_City",
    ("world-cup", "1990"): "Europe/Rome",
    ("world-cup", "1998"): "Europe/Paris",
    ("world-cup", "2002"): "Asia/Tokyo",
    ("world-cup", "2006"): "Europe/Berlin",
    ("world-cup", "2010"): "Africa/Johannesburg",
    ("world-cup", "2022"): "Asia/Qatar",
    ("euro", "1996"): "Europe/London",
    ("euro", "2004"): "Europe/Lisbon",
}


def zone(slug: str | None, season: str | None) -> str:
    """Where hours without a zone are meant; empty where that is not known."""
    return HOSTS.get((slug, season)) or (known(slug).zone if slug else "")


def known(slug: str) -> Known:
    """What is known of the competition with this address; of any other its name, read off the address."""
    return KNOWN.get(slug) or Known(slug.replace("-", " ").title())
