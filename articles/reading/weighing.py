"""What speaks for each person who bears a name: squads of the day, matches told of, the words around, a full name elsewhere."""

from articles.reading.facts import PERSON, TEAM, Match, Ref
from articles.reading.fixtures import is_past
from articles.reading.given import is_form_of
from articles.reading.names import Name, Spot, key_of
from articles.reading.scene import Mention, Scene, Weight
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
    given = _given_behind(scene, spot)
    if given is not None and not _fits_given(scene, name, given):
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
    if (behind := _given_behind(scene, spot)) is not None and _fits_given(scene, name, behind):
        points, why = points + 4, "full name"
    if name.target in scene.full:
        points, why = points + 6, "named in full"
    if points:  # else none of his teams is there, and so nobody beside the name can be of one
        points += _company(scene, spot, name.target)
    points += _role(scene, spot, name.target)
    points += speaks_for(scene, spot, scene.people[name.target])
    points -= 3.0 * (several and _is_the_other(scene, spot, name.target))
    points -= 1.0 * (name.sort == "part" and any(other.sort not in ("part", "given") for other in spot.bearers))
    points -= 1.5 * (name.sort == "given" and any(other.sort != "given" for other in spot.bearers))
    points -= 1.0 * (several and name.sort == "surname" and scene.neighbours.has_article(spot))
    word = scene.words[spot.first].folded
    needed = _needed(scene, spot, name, word)
    alone = not several and not needed
    return Weight(points, why, alone, team) if points >= needed else None


def _given_behind(scene: Scene, spot: Spot) -> Token | None:
    """The first name that stands in brackets behind a surname: Thuram (Khephren)."""
    word = scene.neighbours.in_brackets_behind(spot)
    return word if word is not None and scene.neighbours.is_given_name(word) and not _is_team(scene, spot.last + 1) else None


def _is_team(scene: Scene, place: int) -> bool:
    return place in scene.mentions and scene.mentions[place].target.kind == TEAM


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
    if scene.neighbours.is_of_somebody(spot):
        return 1.9
    return 0.0


def _is_named_elsewhere(scene: Scene, spot: Spot, person: Ref) -> bool:
    """Whether the text names that person where the word can be nothing but a name."""
    others = [mention for place, mention in scene.mentions.items() if mention.target == person and place != spot.first]
    return any(not scene.words[mention.first].opens for mention in others)


def _belonging(scene: Scene, person: Ref) -> tuple[float, str, Ref | None]:
    """The strongest tie of a person to the teams and matches that the text speaks of."""
    present = scene.presence()
    best: tuple[float, str, Ref | None] = (0.0, "only one", None)
    for spell in scene.people[person].spells:
        weight = present.get(spell.team, 0.0)
        if not weight:
            continue
        if spell.holds_on(scene.day):
            named = scene.is_named(person)
            if named and weight <= 1.0:
                continue  # nobody but himself speaks for the team
            weight = min(weight, 1.0) if weight <= 1.5 and named else weight
            best = max(best, (weight, "coach" if spell.role == "coach" else "squad", spell.team), key=lambda tie: tie[0])
        elif weight >= 1.9:
            best = max(best, (1.0, "former", spell.team), key=lambda tie: tie[0])
    for match, scorers, is_over in _told(scene):
        scored = person in scorers
        if is_over and (scored or person in match.took_part):
            return best[0] + (1.5 if scored else 1.0), "scored" if scored else "played", best[2]
        if best[1] == "coach" and best[2] in match.sides:
            return best[0] + 0.7, *best[1:]
    return best


def _told(scene: Scene) -> list[tuple[Match, set[Ref | None], bool]]:
    """The matches told of, with those who did something in them, and whether they are over."""
    key = ("told", *(match.ref for match in scene.told))
    if key not in scene.memo:
        scene.memo[key] = [(match, {one.person for one in match.events}, is_past(scene, match)) for match in scene.told]
    return scene.memo[key]


def _role(scene: Scene, spot: Spot, person: Ref) -> float:
    """A word for a coach right before the name speaks for the coach among its bearers, and against players."""
    key = ("coach", spot.first)
    if key not in scene.memo:
        scene.memo[key] = scene.neighbours.is_coach(spot)
    if not scene.memo[key]:
        return 0.0
    roles = {role for _, role in scene.teams_of(person)} or {spell.role for spell in scene.people[person].spells}
    return 1.5 if "coach" in roles else -1.5


def _company(scene: Scene, spot: Spot, person: Ref) -> float:
    """Names in a row are of one team: "Kone e Cutrone"."""
    words, own = scene.words, {team for team, _ in scene.teams_of(person)}
    beside = scene.in_sentence(spot.first)
    if any(mention.target in own and _is_tied(scene, spot, mention) for mention in beside if mention.target.kind == TEAM):
        return 1.5
    if _made_the_goal_of_a_neighbour(scene, spot, person):
        return 1.0
    teams = {mention.target for mention in beside if mention.target.kind == TEAM}
    of_another_match = any(match is not scene.main and match.sides <= teams for match in scene.told)
    at_hand = (1.2 if of_another_match else 0.5) * bool(teams & own)
    people = {mention.target for mention in beside if mention.target.kind == PERSON and mention.first != spot.first} - {person}
    if not teams and people and all(own & {team for team, _ in scene.teams_of(one)} for one in people):
        at_hand = 0.6
    for mention in beside:
        if mention.target.kind != PERSON or mention.first - spot.last > 2 or spot.first - mention.last > 2:
            continue
        apart = words[spot.last + 1 : mention.first] if mention.first > spot.last else words[mention.last + 1 : spot.first]
        in_a_row = len(apart) <= 1 and all(word.folded in ("e", "and") for word in apart)
        if mention.first != spot.first and in_a_row and own & {team for team, _ in scene.teams_of(mention.target)}:
            return 0.8
    return at_hand


def _is_the_other(scene: Scene, spot: Spot, person: Ref) -> bool:
    """Whether "the other" of that name is said, and he is the one named by it before; or several are said, so that none is."""
    before = scene.neighbours.before(spot)
    if before is not None and before.folded in ("due", "tre", "two", "three", "fratelli", "brothers"):
        return True
    if before is None or before.folded not in ("altro", "other"):
        return False
    word = scene.words[spot.last].folded
    earlier = [one.target for one in scene.of_kind(PERSON) if one.first < spot.first and scene.words[one.last].folded == word]
    return earlier[-1:] == [person]


def _made_the_goal_of_a_neighbour(scene: Scene, spot: Spot, person: Ref) -> bool:
    """Whether a scorer is named right beside whose goal this person made: Mkhitaryan su invito di Thuram."""
    goals = [event for match in scene.told for event in match.events if event.assist == person]
    beside = {mention.target for mention in scene.of_kind(PERSON) if abs(mention.first - spot.first) <= 6} if goals else ()
    return any(event.person in beside for event in goals)


def _is_tied(scene: Scene, spot: Spot, team: Mention) -> bool:
    """Whether a team's name says whose the person is: Fulham's Wilson, il Milan di Conceição, Thuram della Juve."""
    start, end = scene.words[spot.first].start, scene.words[spot.last].end
    if team.first == spot.last + 1 and scene.neighbours.in_brackets_behind(spot):
        return True
    if team.end <= start:
        return scene.text[team.end : start].strip() in ("'s", "’s", "di")
    return scene.text[end : team.start].strip().rstrip("'’") in ("del", "della", "dell", "dello", "di", "of")
