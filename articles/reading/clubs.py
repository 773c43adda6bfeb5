"""What speaks for each team that bears a name: its article, the other teams and people of the text, whom it meets."""

import re

from articles.reading.facts import PERSON, TEAM, Ref
from articles.reading.names import Name, Spot, key_of
from articles.reading.scene import Mention, Scene, Weight
from articles.reading.setting import FOOTBALL, MEN, OTHER_CLUBS
from articles.reading.vocabulary import any_of, words

# What stands next to an adjective of a club's people when it speaks of the club: la squadra partenopea, il tecnico salentino.
_OF_A_CLUB = frozenset(
    words(
        """
    squadra club formazione undici tecnico allenatore mister portiere difensore centrocampista attaccante esterno
    terzino mediano trequartista bomber centravanti capitano difesa attacco centrocampo retroguardia porta area maglia
    panchina tifosi tifoseria curva gol rete reti ultras dirigenza societa presidente ambiente spogliatoio squadre
    giocatori gioco talento fantasista ala numero punta pressing assedio manovra derby reazione vantaggio pareggio
    rimonta meta sponda marca casa campo club patron dirigente fascia corsia catenaccio baluardo estremo vice
    """
    )
)


# In a text on something else they say that a name is the club's.
_CLUB_TALK = frozenset(
    words(
        """
    tifoso tifosa tifosi tifare calcio calciatore calciatori club squadra partita derby stadio maglia allenatore attaccante
    difensore portiere centrocampista scudetto campionato ex gol
    fan fans supporter supporters football footballer footballers soccer club team match stadium shirt coach manager striker
    defender goalkeeper midfielder winger league goal goals season
    """
    )
)


# Between two teams they say that these two meet; and what begins another thought.
_MEETING = any_of(
    r"""
    contro ospit\w+ affront\w+ ricev\w+ batt\w+ sfid\w+ visita travol\w+ pareggi\w+_con against beat hosts? faces? welcomed?
    welcomes? visits? plays? met meets?
    """
)
_TURNS = re.compile(r",|\b(?:e|ed|and|ma|but|mentre|while|poi|then)\b")


def may_be_team(scene: Scene, spot: Spot, name: Name) -> bool:
    around = scene.neighbours
    if scene.setting.section != MEN or around.is_side(spot) or around.meets_a_side(spot) or around.is_in_a_place(spot):
        return False
    if name.sort in ("people", "colours"):
        return (
            not around.is_counted(spot)
            and scene.setting.sport == FOOTBALL
            and (scene.words[spot.first].end - scene.words[spot.first].start > 3)
            and _is_of_a_club(scene, spot, name)
        )
    if spot.is_single and not around.stands_alone(spot, is_person=False):
        return False
    if around.is_of_place(spot) or scene.setting.sport == OTHER_CLUBS:
        return False
    if scene.setting.sport == FOOTBALL:
        return True
    return not name.in_context and not around.is_tied(spot) and _is_club_elsewhere(scene, spot, name)


def _is_club_elsewhere(scene: Scene, spot: Spot, name: Name) -> bool:
    """Whether a text on something else names the club: "tifoso del Milan", "an Arsenal fan"; not "the police in Chelsea"."""
    after = scene.neighbours.after(spot)
    is_followed = after is not None and after.folded in ("fan", "fans", "supporter", "supporters")
    if is_followed or (scene.language == "it" and scene.neighbours.has_article(spot)):
        return True
    is_place = name.town and scene.neighbours.may_be_town(spot)
    if not is_place and key_of(name.text) == key_of(scene.teams[name.target].name):
        return True
    return not is_place and bool(_CLUB_TALK.intersection(scene.words_of_sentence(spot.first)))


def is_town(scene: Scene, spot: Spot, name: Name) -> bool:
    return name.town and scene.neighbours.may_be_town(spot) and scene.neighbours.is_town(spot)


def _is_of_a_club(scene: Scene, spot: Spot, name: Name) -> bool:
    """A word for a region's people in the singular counts only beside a word of the game."""
    if name.sort == "colours" or _is_plural(scene, spot, name):
        return True
    beside = (scene.neighbours.before(spot), scene.neighbours.after(spot), scene.neighbours.before(spot, 2))
    return any(other is not None and other.folded in _OF_A_CLUB for other in beside)


def _is_plural(scene: Scene, spot: Spot, name: Name) -> bool:
    word = scene.words[spot.last].folded
    return word == key_of(name.text)[-1] and word.endswith("i")


def weigh_team(scene: Scene, spot: Spot, name: Name, several: bool) -> Weight:
    """A team by its name needs nothing; by a nickname that others have or that is a word, the text has to speak of it."""
    present = scene.presence()
    points = (
        present.get(name.target, 0.0)
        if scene.is_named(name.target, but=spot.first) or (scene.main and name.target in scene.main.sides)
        else min(present.get(name.target, 0.0), 1.5)
    )
    blocked = spot.is_single and (
        scene.words[spot.first].folded in scene.blocked or (name.sort != "" and _is_blocked(scene, name.target))
    )
    is_from_there = name.sort == "people" and not _is_plural(scene, spot, name) and any(ref != name.target for ref in present)
    needs_more = name.in_context or is_from_there
    alone = not several and not needs_more and not blocked
    if blocked and not (scene.main and name.target in scene.main.sides):
        points = 0.0
    if several or name.in_context:
        points += _nearby(scene, spot, name)
    if several and scene.neighbours.has_article(spot) and any(other.sort == "surname" for other in spot.bearers):
        points += 1.0
    if alone and any(other.sort == "given" for other in spot.bearers):
        points += 3.0
    if several and scene.main and name.target in scene.main.sides:
        points += 0.6 if name.sort else 1.0
    return Weight(points, "name" if alone else "context", alone)


def _is_blocked(scene: Scene, team: Ref) -> bool:
    """Whether the text speaks of another side that has this one's name in its own: Inter Miami, Milan Futuro."""
    return any(word in scene.blocked for word in key_of(scene.teams[team].name))


def _nearby(scene: Scene, spot: Spot, name: Name) -> float:
    """What the sentence says: people of that team in it, their coach right behind ("i nerazzurri di Gasperini")."""
    points, team = 0.0, name.target
    people = [m for m in scene.in_sentence(spot.first) if m.target.kind == PERSON and m.first != spot.first]
    for mention in people:
        roles = [role for where, role in scene.teams_of(mention.target) if where == team]
        if roles and _belongs_behind(scene, spot, mention):
            points = max(points, 2.6 if "coach" in roles else 1.2)
        elif roles:
            points = max(points, 1.2 if 0 < mention.first - spot.last <= 3 else 0.3)
    bearers = {name.target for name in spot.bearers}
    earlier = [mention for mention in scene.of_kind(TEAM) if mention.first < spot.first and mention.target in bearers]
    points += 0.55 * bool(earlier and earlier[-1].target == team) + _fixture(scene, spot, name)
    return points - 5.0 * _meets_itself(scene, spot, team)


def _belongs_behind(scene: Scene, spot: Spot, mention: Mention) -> bool:
    """Whether a name stands behind the team's as its own: i nerazzurri di Inzaghi."""
    between = scene.text[scene.words[spot.last].end : mention.start]
    return between.strip() in ("di", "di mister", "di coach", "del tecnico", "of", "under")


def _meets_itself(scene: Scene, spot: Spot, team: Ref) -> bool:
    """Whether the team is the one that the clause has meet this one: "la Roma ospita i giallorossi" is about others."""
    clause = scene.words[spot.first].clause
    for mention in scene.in_sentence(spot.first):
        if mention.target == team and mention.last < spot.first and scene.words[mention.first].clause == clause:
            between = scene.text[mention.end : scene.words[spot.first].start]
            if _MEETING.search(between) and not _TURNS.search(between):
                return True
    return False


def _fixture(scene: Scene, spot: Spot, name: Name) -> float:
    """Whether the team meets another one of the sentence in these days: "gli azzurri ricevono il Cagliari"."""
    team = name.target
    others = {mention.target for mention in scene.in_sentence(spot.first) if mention.target.kind == TEAM} - {team}
    weight = 1.0 if name.in_context else 0.4
    return weight * any(team in match.sides and match.against(team) in others for match in scene.near_matches)
