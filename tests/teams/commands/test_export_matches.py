"""A season as CSV: what is exported is what the import reads."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from teams.models import Match, ReviewItem, Venue
from tests.making import make_match

pytestmark = pytest.mark.django_db

HEAD = (
    "competition,season,stage,matchday,round,date,kickoff,timezone,home,away,venue,status,"
    "home_goals,away_goals,home_half_time,away_half_time,decision,note"
)


def exported(*arguments, **options):
    out = StringIO()
    call_command("export_matches", *arguments, stdout=out, **options)
    return out.getvalue()


def test_a_season_is_a_line_a_match_under_the_heads_of_the_template():
    ground = Venue.objects.create(name="San Siro", slug="san-siro")
    make_match("Inter 2-1 Kairat Almaty", matchday=4, venue=ground, home_half_time=1, away_half_time=0)

    assert exported("champions-league", "2025-26").splitlines() == [
        HEAD,
        "champions-league,2025-26,,4,,2025-11-05,21:00,Europe/Rome,inter,kairat-almaty,san-siro,finished,2,1,1,0,,",
    ]
    assert exported(template=True) == f"{HEAD}\n"


def test_what_was_exported_is_imported_without_any_change(tmp_path):
    make_match("Inter 2-1 Kairat Almaty", matchday=4)
    make_match("Inter v Lazio", matchday=5, kickoff_confirmed=False)
    before = list(Match.objects.order_by("pk").values())
    (tmp_path / "season.csv").write_text(exported("champions-league", "2025-26"))

    call_command("import_matches", "csv", str(tmp_path / "season.csv"), stdout=StringIO())

    after = list(Match.objects.order_by("pk").values())
    hour = {"kickoff": None}
    assert [{**row, **hour} for row in after] == [{**row, **hour} for row in before]
    assert not ReviewItem.objects.exists()


def test_a_season_must_be_named():
    with pytest.raises(CommandError, match="which season"):
        exported()
