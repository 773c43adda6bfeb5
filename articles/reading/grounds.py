"""What speaks for a ground or a competition that bears a name: the words of place before it, and whose ground it is."""

from articles.reading.facts import TEAM
from articles.reading.names import Name, Spot
from articles.reading.scene import Scene, Weight
from articles.reading.setting import FOOTBALL, MEN
from articles.reading.vocabulary import words

_LOCATIVE = frozenset(
    words(
        """
    al allo alla all a il lo l del dello dell della dal dallo dalla dall nel nello nell sul stadio the at in of impianto
    """
    )
)


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
