"""Keeps the places that lots decided, as rows that the desk can see and change."""

from collections import defaultdict
from collections.abc import Iterable

from teams.importers.records import Place
from teams.importers.store.keeping import Tally, Wish, keep
from teams.models import Match, PlaceDecision, Season, Stage
from teams.names import fold
from teams.rules import lots

# Whose word they are: that of the rules that are shipped.
_SOURCE = "rules"


def store_lots(seasons: Iterable[Season], *, tally: Tally) -> None:
    """The lots of these seasons, each for a group in which both its teams play."""
    for season in seasons:
        for lot in lots.drawn(season.competition.slug, season.label):
            if wishes := list(_wishes(season, lot)):
                keep(PlaceDecision, wishes, source=_SOURCE, tally=tally)


def _wishes(season: Season, lot: lots.Lot) -> Iterable[Wish]:
    for stage, bearing in _groups(season).items():
        pair = [next((bearing[word] for word in words if word in bearing), None) for words in (lot.first, lot.second)]
        for number, team in enumerate(pair if None not in pair else ()):
            said = {"position": lot.place + number, "on": lot.on, "reason": lot.reason}
            yield Wish(Place("rules", 1), {"stage_id": stage, "team_id": team}, said)


def _groups(season: Season) -> dict[int, dict[str, int]]:
    """For each group who bears a word in the name."""
    groups: dict[int, dict[str, int]] = defaultdict(dict)
    for side in ("home", "away"):
        rows = Match.objects.filter(stage__season=season, stage__kind=Stage.Kind.GROUP).order_by("pk")
        for stage, team, name in rows.values_list("stage", side, f"{side}__name"):
            groups[stage] |= dict.fromkeys(fold(name).split(), team)
    return groups
