"""What speaks for each bearer of a name: squads of the day, the matches told of, the words around, a full name elsewhere."""

from typing import NamedTuple

from articles.reading.facts import PERSON, TEAM, Ref
from articles.reading.names import Name, Spot, key_of
from articles.reading.neighbours import is_form_of
from articles.reading.scene import Mention, Scene
from articles.reading.setting import FOOTBALL, MEN, OTHER_CLUBS
from articles.reading.shipped import common_surnames
from articles.reading.tokens import Token
from articles.reading.traits import speaks_for
from articles.reading.vocabulary import words

# Surnames that are words: at the beginning of a sentence they are a name only where that player is to be expected.
_ORDINARY = frozenset(
    words(
        """
    can son man wood rice young white burn stones cash mount king gray cook ward day may march long short best love pace
    bravo dia viola conte sala costa serra rosa marin prati piccoli felici italiano lucca gallo lazaro mina dele martin
    nicola bruno pedro sergio gabriel marco luis danilo angel mario rui diego kim fernando thiago raul jesus guido bassi
    neri
    """
    )
)
_LOCATIVE = frozenset(
    words(
        """
    al allo alla all a il lo l del dello dell della dal dallo dalla dall nel nello nell sul stadio the at in of impianto
    """
    )
)
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


class Weight(NamedTuple):
    """How much speaks for one bearer and why; `alone`: it needs no more, being the only one by that name."""

    points: float
    why: str
    alone: bool = False
    team: Ref | None = None
    given: Token | None = None


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
        if any(where == team for where, _ in scene.teams_of(mention.target)):
            points = max(points, 1.2 if 0 < mention.first - spot.last <= 3 else 0.3)
    bearers = {name.target for name in spot.bearers}
    earlier = [mention for mention in scene.of_kind(TEAM) if mention.first < spot.first and mention.target in bearers]
    return points + 0.55 * bool(earlier and earlier[-1].target == team) + _fixture(scene, spot, name)


def _fixture(scene: Scene, spot: Spot, name: Name) -> float:
    """Whether the team meets another one of the sentence in these days: "gli azzurri ricevono il Cagliari"."""
    team = name.target
    others = {mention.target for mention in scene.in_sentence(spot.first) if mention.target.kind == TEAM} - {team}
    weight = 1.0 if name.in_context else 0.4
    return weight * any(team in match.sides and match.against(team) in others for match in scene.near_matches)


def is_namesake(scene: Scene, spot: Spot) -> bool:
    """Whether a first name that none of our people has, or a title, stands before the surname."""
    around = scene.neighbours
    if around.is_official(spot):
        return True
    given = around.given_before(spot)
    if given is None or scene.neighbours.line_in_title_case(spot):
        return False
    if given.opens and not around.is_given_name(given):
        return False
    return not any(_fits_given(scene, name, given) for name in spot.bearers if name.target and name.target.kind == PERSON)


def _fits_given(scene: Scene, name: Name, given: Token) -> bool:
    person = scene.people.get(name.target)
    if person is None or name.sort == "given":
        return False
    return is_form_of(given.folded, " ".join(key_of(person.name))) or is_form_of(given.folded, " ".join(key_of(person.full_name)))


def may_be_person(scene: Scene, spot: Spot, name: Name) -> bool:
    around = scene.neighbours
    person = scene.people.get(name.target)
    if person is None or around.is_date(spot) or around.is_in_a_place(spot):
        return False
    if around.is_official(spot) and not person.is_referee:
        return False
    if not spot.is_single:
        return True
    if name.sort == "given" and around.is_first_of_two(spot):
        return False
    given = around.given_before(spot)
    if given is not None and not scene.neighbours.line_in_title_case(spot):
        if _fits_given(scene, name, given):
            return True
        if not given.opens or around.is_given_name(given):
            return False
    return around.stands_alone(spot, is_person=True)


def weigh_person(scene: Scene, spot: Spot, name: Name, several: bool) -> Weight | None:
    """A full name needs little; a surname the squads, the match, or that nobody else bears it."""
    points, why, team = _belonging(scene, name.target)
    given = scene.neighbours.given_before(spot) if spot.is_single else None
    if given is not None and not _fits_given(scene, name, given):
        given = None
    if given is not None or (not spot.is_single and name.sort in ("", "nickname", "form")):
        return Weight(points + (3 if name.sort == "form" else 4), "full name", True, team, given)
    if name.target in scene.full:
        points, why = points + 6, "named in full"
    points += _role(scene, spot, name.target) + _company(scene, spot, name.target)
    points += speaks_for(scene, spot, scene.people[name.target])
    points -= 1.5 * (name.sort == "given" and any(other.sort != "given" for other in spot.bearers))
    points -= 1.0 * (several and name.sort == "surname" and scene.neighbours.has_article(spot))
    word = scene.words[spot.first].folded
    needed = _needed(scene, spot, name, word)
    alone = not several and not needed
    return Weight(points, why, alone, team) if points >= needed else None


def _needed(scene: Scene, spot: Spot, name: Name, word: str) -> float:
    """How much more than its being found a name of one word asks for."""
    if name.sort == "given":
        return 2.0
    if name.in_context:
        return 1.0
    if word in _ORDINARY and (scene.words[spot.first].opens or scene.neighbours.has_article(spot)):
        return 1.0 if _is_named_elsewhere(scene, spot, name.target) else 2.6
    if word in common_surnames() and name.sort == "surname":
        return 1.0
    if any(other.target is None for other in spot.bearers):
        return 1.0
    if word in scene.namesakes:
        return 2.0
    return 0.0


def _is_named_elsewhere(scene: Scene, spot: Spot, person: Ref) -> bool:
    """Whether the text names that person where the word can be nothing but a name."""
    others = [mention for place, mention in scene.mentions.items() if mention.target == person and place != spot.first]
    return any(not scene.words[mention.first].opens for mention in others)


def _belonging(scene: Scene, person: Ref) -> tuple[float, str, Ref | None]:
    """The strongest tie of a person to the teams and matches that the text speaks of."""
    present = scene.presence()
    best: tuple[float, str, Ref | None] = (0.0, "only one", None)
    known = scene.people[person]
    for spell in known.spells:
        weight = present.get(spell.team, 0.0)
        if spell.holds_on(scene.day):
            named = scene.is_named(person)
            if named and weight <= 1.0:
                continue  # nobody but himself speaks for the team
            weight = min(weight, 1.0) if weight <= 1.5 and named else weight
            best = max(best, (weight, "coach" if spell.role == "coach" else "squad", spell.team), key=lambda tie: tie[0])
        elif weight >= 1.9:
            best = max(best, (1.0, "former", spell.team), key=lambda tie: tie[0])
    for match in scene.told:
        scored = any(event.person == person for event in match.events)
        if scored or person in match.took_part:
            return best[0] + (1.5 if scored else 1.0), "scored" if scored else "played", best[2]
        if best[1] == "coach" and best[2] in match.sides:
            return best[0] + 0.7, *best[1:]
    return best


def _role(scene: Scene, spot: Spot, person: Ref) -> float:
    """A word for a coach right before the name speaks for the coach among its bearers, and against players."""
    roles = {role for _, role in scene.teams_of(person)} or {spell.role for spell in scene.people[person].spells}
    if not scene.neighbours.is_coach(spot):
        return 0.0
    return 1.5 if "coach" in roles else -1.5


def _company(scene: Scene, spot: Spot, person: Ref) -> float:
    """Names in a row are of one team: "Kone e Cutrone"."""
    words, own = scene.words, {team for team, _ in scene.teams_of(person)}
    beside = scene.in_sentence(spot.first)
    if any(mention.target in own and _is_tied(scene, spot, mention) for mention in beside if mention.target.kind == TEAM):
        return 1.5
    if _made_the_goal_of_a_neighbour(scene, spot, person):
        return 1.0
    at_hand = 0.5 * any(mention.target in own for mention in beside if mention.target.kind == TEAM)
    for mention in beside:
        if mention.target.kind != PERSON or mention.first - spot.last > 2 or spot.first - mention.last > 2:
            continue
        apart = words[spot.last + 1 : mention.first] if mention.first > spot.last else words[mention.last + 1 : spot.first]
        in_a_row = len(apart) <= 1 and all(word.folded in ("e", "and") for word in apart)
        if mention.first != spot.first and in_a_row and own & {team for team, _ in scene.teams_of(mention.target)}:
            return 0.8
    return at_hand


def _made_the_goal_of_a_neighbour(scene: Scene, spot: Spot, person: Ref) -> bool:
    """Whether a scorer is named right beside whose goal this person made: Mkhitaryan su invito di Thuram."""
    goals = [event for match in scene.told for event in match.events if event.assist == person]
    beside = {mention.target for mention in scene.of_kind(PERSON) if abs(mention.first - spot.first) <= 6} if goals else ()
    return any(event.person in beside for event in goals)


def _is_tied(scene: Scene, spot: Spot, team: Mention) -> bool:
    """Whether a team's name says whose the person is: Fulham's Wilson, il Milan di Conceição, Thuram della Juve."""
    start, end = scene.words[spot.first].start, scene.words[spot.last].end
    if team.end <= start:
        return scene.text[team.end : start].strip() in ("'s", "’s", "di")
    return scene.text[end : team.start].strip().rstrip("'’") in ("del", "della", "dell", "dello", "di", "of")


def may_be_competition(scene: Scene, spot: Spot) -> bool:
    word = scene.words[spot.first]
    if scene.setting.section != MEN or scene.setting.sport != FOOTBALL:
        return False
    after = scene.neighbours.after(spot)
    if spot.is_single and scene.language == "en" and word.folded in ("champions", "premier"):
        return False
    return after is None or after.folded not in ("femminile", "women", "primavera", "winning")


def may_be_venue(scene: Scene, spot: Spot) -> bool:
    """A ground named after a person or with one word needs a word of place before it: al Franchi, at the Emirates."""
    name = spot.bearers[0].text
    before = scene.neighbours.before(spot)
    if not spot.is_single and "maradona" not in name.lower():
        return True
    if scene.setting.sport != FOOTBALL:
        return before is not None and before.folded in ("stadio", "stadium")
    located = before is not None and before.folded in _LOCATIVE and not (before.folded == "in" and scene.language == "it")
    at_home = before is None or before.folded in ("di", "of") or scene.words[spot.first].start < scene.headline_ends
    at_home = at_home and "maradona" not in name.lower() and _is_home(scene, spot)
    return (located or at_home or name in ("Anfield", "Molineux")) and scene.neighbours.stands_alone(spot, is_person=False)


def _is_home(scene: Scene, spot: Spot) -> bool:
    """Whether a team that is named plays there."""
    named = {mention.target for mention in scene.of_kind(TEAM)}
    return any(team.venue == name.target for team in scene.facts.teams(named).values() for name in spot.bearers)


def weigh_venue(scene: Scene, spot: Spot, name: Name, several: bool) -> Weight:
    present = scene.presence()
    at_home = [ref for ref, team in scene.facts.teams(present).items() if team.venue == name.target]
    home = max((present[ref] for ref in at_home), default=0.0)
    return Weight(home + 0.5, "name", alone=not several)
