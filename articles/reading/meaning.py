"""Who is meant: names in a text settled by what else it speaks of, the squads of the day and the matches told of."""

from articles.reading import clubs, grounds, weighing
from articles.reading.facts import COMPETITION, PERSON, TEAM, VENUE, Ref
from articles.reading.fixtures import tell_matches
from articles.reading.names import Name, Spot
from articles.reading.scene import Mention, Scene, Weight
from articles.reading.setting import FOOTBALL, MEN

# The least that a name needs in its favour where several bear it or it counts only in context, and by how much it must lead.
ENOUGH, CLEARLY = 1.0, 0.5


def settle(scene: Scene, spots: list[Spot]) -> None:
    """Fill the scene with mentions: first the certain ones, then, twice, what follows from them."""
    spots = [spot for spot in spots if any(name.target for name in spot.bearers)]
    _note_others(scene, spots)
    candidates = [(spot, [name for name in spot.bearers if name.target and _may_be(scene, spot, name)]) for spot in spots]
    for spot, names in candidates:
        _settle(scene, spot, names, certain=True)
    tell_matches(scene)
    for _ in range(2):
        for spot, names in candidates:
            _settle(scene, spot, names, certain=False)
        tell_matches(scene)


def _note_others(scene: Scene, spots: list[Spot]) -> None:
    """Who is named in full, and who else bears a surname that the text uses."""
    for spot in spots:
        people = {name.target for name in spot.bearers if name.target and name.target.kind == PERSON}
        if not spot.is_single:
            scene.full |= people if len(people) == 1 else set()
        elif people and weighing.is_namesake(scene, spot):
            scene.namesakes.add(scene.words[spot.first].folded)


def _settle(scene: Scene, spot: Spot, names: list[Name], *, certain: bool) -> None:
    candidates = [name for name in names if name.target.kind != VENUE or grounds.may_be_venue(scene, spot)]
    if not candidates:
        scene.put(spot.first, None)
        return
    if certain and not _is_certain(candidates, spot):
        return
    plain = {name.target for name in candidates if not name.in_context and name.sort != "given"}
    candidates = [name for name in candidates if name.target not in plain or (not name.in_context and name.sort != "given")]
    several = len({name.target for name in candidates if name.sort not in ("given", "part")}) > 1
    weights = {name.target: weight for name in candidates if (weight := _weigh(scene, spot, name, several))}
    chosen = _choose(weights, certain)
    if chosen:
        scene.put(spot.first, _mention(scene, spot, *chosen))
        if chosen[1].given is not None:
            scene.full.add(chosen[0])
    else:
        scene.put(spot.first, None)


def _is_certain(candidates: list[Name], spot: Spot) -> bool:
    """One bearer, by its name: what needs nothing else of the text."""
    one = len({name.target for name in candidates}) == 1
    return one and not any(name.in_context or name.sort for name in candidates)


def _choose(weights: dict[Ref, Weight], certain: bool) -> tuple[Ref, Weight] | None:
    """The bearer that the text speaks for most; None where none has enough, or two have about the same."""
    ordered = sorted(weights.items(), key=lambda pair: -pair[1].points)
    if not ordered:
        return None
    best, *others = ordered
    enough = 0.0 if best[1].alone else ENOUGH
    if best[1].points < enough or (others and best[1].points - others[0][1].points < CLEARLY):
        return None
    return best


def _may_be(scene: Scene, spot: Spot, name: Name) -> bool:
    """Whether nothing around the name forbids that it is this one."""
    kind = name.target.kind
    if kind == TEAM and clubs.is_town(scene, spot, name):
        scene.towns[spot.first] = name.target
        return False
    if kind == TEAM:
        return clubs.may_be_team(scene, spot, name)
    if kind == PERSON:
        return (
            scene.setting.sport == FOOTBALL
            and (scene.setting.section == MEN or not spot.is_single)
            and weighing.may_be_person(scene, spot, name)
        )
    if kind == COMPETITION:
        return grounds.may_be_competition(scene, spot)
    return True  # of a ground it depends on who is named, so it is asked each time


def _weigh(scene: Scene, spot: Spot, name: Name, several: bool) -> Weight | None:
    if name.target.kind == TEAM:
        return clubs.weigh_team(scene, spot, name, several)
    if name.target.kind == PERSON:
        return weighing.weigh_person(scene, spot, name, several)
    if name.target.kind == VENUE:
        return grounds.weigh_venue(scene, spot, name, several)
    return Weight(1.0, "name", alone=True)


def _mention(scene: Scene, spot: Spot, target: Ref, weight: Weight) -> Mention:
    first = spot.first if weight.given is None else spot.first - 1
    start, end = scene.words[first].start, scene.words[spot.last].end
    return Mention(start, end, scene.text[start:end], target, weight.why, first, spot.last, weight.team)
