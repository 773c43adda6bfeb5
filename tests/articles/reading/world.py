"""A small world to read texts against, told as a reporter tells it: squads, coaches and results of one invented autumn."""

import re
from datetime import date, datetime, timedelta

from articles.reading import shipped
from articles.reading.facts import COMPETITION, PERSON, TEAM, VENUE, Event, Match, Person, Ref, Spell, Team
from articles.reading.names import Dictionary, surname_of
from articles.reading.reading import read
from articles.reading.register import Register

TODAY = date(2025, 10, 20)
# Club: city, ground, coach, squad.
CLUBS = {
    "Inter": (
        "Milano",
        "San Siro",
        "Cristian Chivu",
        "Lautaro Martínez, Josep Martínez, Marcus Thuram, Nicolò Barella, Yann Sommer",
    ),
    "Milan": ("Milano", "San Siro", "Massimiliano Allegri", "Rafael Leão, Christian Pulisic, Luka Modrić, Samuele Ricci"),
    "Napoli": ("Napoli", "Stadio Diego Armando Maradona", "Antonio Conte", "Scott McTominay, Rasmus Højlund, Kevin De Bruyne"),
    "Roma": ("Roma", "Stadio Olimpico", "Gian Piero Gasperini", "Paulo Dybala, Artem Dovbyk, Matías Soulé, Manu Koné"),
    "Lazio": ("Roma", "Stadio Olimpico", "Maurizio Sarri", "Mattia Zaccagni, Pedro, Valentín Castellanos"),
    "Torino": ("Torino", "Stadio Olimpico Grande Torino", "Marco Baroni", "Giovanni Simeone, Nikola Vlašić, Cesare Casadei"),
    "Atalanta": ("Bergamo", "Gewiss Stadium", "Ivan Jurić", "Ademola Lookman, Charles De Ketelaere, Gianluca Scamacca"),
    "Bologna": ("Bologna", "Stadio Renato Dall'Ara", "Vincenzo Italiano", "Riccardo Orsolini, Santiago Castro"),
    "Lecce": ("Lecce", "Stadio Via del Mare", "Eusebio Di Francesco", "Wladimiro Falcone, Antonino Gallo"),
    "Cagliari": ("Cagliari", "Unipol Domus", "Fabio Pisacane", "Nicolas Viola, Elia Caprile, Leonardo Pavoletti"),
    "Fiorentina": ("Firenze", "Stadio Artemio Franchi", "Stefano Pioli", "Moise Kean, David De Gea"),
    "Liverpool": ("Liverpool", "Anfield", "Arne Slot", "Mohamed Salah, Virgil van Dijk, Alexander Isak, Andrew Robertson"),
    "Manchester City": ("Manchester", "Etihad Stadium", "Pep Guardiola", "Erling Haaland, Phil Foden, John Stones"),
    "Newcastle": ("Newcastle upon Tyne", "St James' Park", "Eddie Howe", "Anthony Gordon, Nick Woltemade, Dan Burn"),
    "Borussia Dortmund": ("Dortmund", "Signal Iduna Park", "Niko Kovač", "Emre Can, Serhou Guirassy"),
    "Tottenham": ("London", "Tottenham Hotspur Stadium", "Thomas Frank", "Cristian Romero, Richarlison, Micky van de Ven"),
}
# Of some: nation, position, birthday, shirt, whether he is captain.
KNOWN = {
    "Lautaro Martínez": ("ARG", "FW", date(1997, 8, 22), 10, True),
    "Josep Martínez": ("ESP", "GK", date(1998, 5, 27), 13, False),
}
# Day, competition, result, scorers by minute.
RESULTS = [
    (date(2025, 10, 18), "Serie A", "Roma 0-1 Inter", "Lautaro Martínez 6"),
    (date(2025, 10, 18), "Serie A", "Torino 1-0 Napoli", "Giovanni Simeone 32"),
    (date(2025, 10, 19), "Serie A", "Milan 2-1 Fiorentina", "Rafael Leão 63, Rafael Leão 86, Robin Gosens 55"),
    (date(2025, 10, 19), "Serie A", "Lecce 0-0 Bologna", ""),
    (date(2025, 10, 18), "Serie A", "Cagliari 0-2 Atalanta", "Ademola Lookman 12, Gianluca Scamacca 80"),
    (date(2025, 10, 4), "Serie A", "Napoli 2-1 Roma", "Scott McTominay 20, Rasmus Højlund 70, Paulo Dybala 90"),
    (date(2025, 10, 19), "Premier League", "Liverpool 1-2 Newcastle", "Mohamed Salah 40, Anthony Gordon 55, Nick Woltemade 90"),
    (
        date(2025, 10, 18),
        "Premier League",
        "Manchester City 3-0 Tottenham",
        "Erling Haaland 10, Erling Haaland 60, Phil Foden 75",
    ),
    (date(2025, 10, 25), "Serie A", "Napoli v Inter", ""),
    (date(2025, 10, 22), "Champions League", "Inter v Liverpool", ""),
    (date(2025, 10, 26), "Serie A", "Lazio v Torino", ""),
]


def team(name):
    return Ref(TEAM, name)


def person(name):
    return Ref(PERSON, name)


def match_of(day, competition, told, scorers=""):
    played = re.fullmatch(r"(.+?) (\d+)-(\d+) (.+)", told)
    home, away = (played[1], played[4]) if played else told.split(" v ")
    score = (int(played[2]), int(played[3])) if played else None
    events = [_goal(told, number, one, home, away) for number, one in enumerate(filter(None, scorers.split(", ")))]
    kickoff = datetime.combine(day, datetime.min.time()) + timedelta(hours=18)
    venue = Ref(VENUE, CLUBS[home][1])
    return Match(told, Ref(COMPETITION, competition), "", kickoff, team(home), team(away), score, None, venue, tuple(events))


def _goal(told, number, one, home, away):
    name, minute = one.rsplit(" ", 1)
    side = next((club for club in (home, away) if name in CLUBS[club][3]), away)
    return Event(f"{told}#{number}", "goal", int(minute), 0, team(side), person(name))


def _people():
    for club, (_, _, coach, squad) in CLUBS.items():
        yield Person(person(coach), coach, surname_of(coach), (Spell(team(club), "coach", date(2025, 7, 1), None),))
        for name in squad.split(", "):
            nation, position, born, shirt, is_captain = KNOWN.get(name, ("", "", None, None, False))
            spell = Spell(team(club), "player", date(2025, 7, 1), None, shirt, is_captain)
            yield Person(person(name), name, surname_of(name), (spell,), nation=nation, position=position, born=born)
    yield Person(person("Simone Inzaghi"), "Simone Inzaghi", "Inzaghi", (Spell(team("Inter"), "coach", None, date(2025, 6, 3)),))
    yield Person(person("Carlos Alcaraz"), "Carlos Alcaraz", "Alcaraz", ())


def _names(people):
    yield from shipped.names_of_others()
    for club, (city, ground, _, _) in CLUBS.items():
        yield from shipped.names_of_team(team(club), [club], city)
        yield from shipped.names_of("venues", Ref(VENUE, ground), [ground])
    for competition in ("Serie A", "Premier League", "Champions League"):
        yield from shipped.names_of("competitions", Ref(COMPETITION, competition), [competition])
    for one in people:
        yield from shipped.names_of_person(one.ref, one.name, one.surname)


PEOPLE = list(_people())
TEAMS = [Team(team(club), club, city, Ref(VENUE, ground)) for club, (city, ground, _, _) in CLUBS.items()]
GROUNDS = {Ref(VENUE, ground): ground for _, ground, _, _ in CLUBS.values()}
REGISTER = Register(Dictionary(_names(PEOPLE)), PEOPLE, TEAMS, [match_of(*told) for told in RESULTS], GROUNDS)


def reading(text, language="it", day=TODAY):
    return read(text, REGISTER, day=day, language=language)


def named(text, language="it"):
    """What the text names, as (words, whose they are)."""
    return [(mention.surface, mention.target.key) for mention in reading(text, language).mentions]
