"""`manage.py seed` and `manage.py demo`: all or nothing, a login of the demo's own, and a clock that hides nothing."""

from datetime import datetime, timedelta
from io import StringIO
from zoneinfo import ZoneInfo

import pytest
from django.contrib.auth import authenticate, get_user_model
from django.core.management import CommandError, call_command

from articles import actions
from articles.models import Article, Comment
from newsroom import demo
from newsroom.management.commands import seed
from teams import clock
from teams.models import Team, Venue
from tests.making import make_article, make_match, make_published, make_publisher

pytestmark = pytest.mark.django_db

ROME = ZoneInfo("Europe/Rome")


@pytest.fixture
def folder(tmp_path, monkeypatch, settings):
    """Seeds with one club, and a place for the demo's files."""
    seeds = tmp_path / "seeds"
    seeds.mkdir()
    (seeds / "venues.yaml").write_text("- {name: San Siro}\n")
    (seeds / "teams.yaml").write_text("- {name: Inter, home_venue: san-siro}\n")
    (seeds / "pictures").mkdir()
    for name in ("competitions.yaml", "publishers.yaml", "pictures/pictures.yaml"):
        (seeds / name).write_text("[]\n")
    monkeypatch.setattr(seed, "FOLDER", seeds)
    settings.DATA_DIR = tmp_path
    return seeds


def run(*command):
    said = StringIO()
    call_command(*command, stdout=said)
    return said.getvalue()


def login(said):
    return dict(line.split() for line in said.splitlines() if line.startswith(("login", "password")))


def test_seed_says_what_was_new_and_what_was_there(folder):
    assert run("seed").splitlines() == [
        "team               1 new      0 changed      0 the same",
        "venue              1 new      0 changed      0 the same",
    ]
    assert run("seed").splitlines()[0] == "team               0 new      0 changed      1 the same"


def test_seed_tells_what_it_left_alone_when_asked_to_say_more(folder):
    run("seed")
    Venue.objects.all().delete()
    (folder / "teams.yaml").write_text("- {name: Inter}\n")

    assert "seeds/venues.yaml, line 1: this venue was deleted here and stays so" in run("seed", "-v2")


def test_seed_makes_no_login(folder):
    run("seed")

    assert not get_user_model().objects.exists()


def test_a_seed_that_cannot_be_read_loads_nothing_and_says_where(folder):
    (folder / "teams.yaml").write_text("- name: Inter\n  pattern: zigzag\n")

    with pytest.raises(CommandError, match=r"Nothing was loaded. seeds/teams\.yaml, line 1: pattern: "):
        run("seed")

    assert not Venue.objects.exists() and not Team.objects.exists()


def test_the_demo_has_an_editor_who_may_edit_stories_and_facts_and_no_more(folder):
    said = login(run("demo"))

    editor = authenticate(username=said["login"], password=said["password"])
    assert (editor.username, editor.is_staff, editor.is_superuser) == ("editor", True, False)
    assert editor.has_perms(["articles.publish_article", "teams.change_match"])
    assert not editor.has_perm("auth.change_user")


def test_the_demos_password_stays_the_same_and_is_never_in_the_repository(folder, settings):
    first, second = login(run("demo")), login(run("demo"))

    assert first == second
    assert (settings.DATA_DIR / "demo-password").stat().st_mode & 0o077 == 0


def test_a_password_that_the_editor_chose_is_kept_and_not_told(folder):
    run("demo")
    editor = get_user_model().objects.get(username="editor")
    editor.set_password("capocciata")
    editor.save()

    assert "password  (the one you chose)" in run("demo")
    assert authenticate(username="editor", password="capocciata")


def test_what_waits_on_the_demos_desk_is_laid_out_once_and_goes_to_no_reader(folder):
    with clock.at(demo.SEEDED):
        make_match("Inter v Lazio", kickoff=datetime(2025, 11, 9, 20, 45, tzinfo=ROME))
    make_publisher(kind="own")

    run("demo")
    run("demo")

    found = {(story.language, story.status, story.assigned_to and story.assigned_to.username) for story in Article.objects.all()}
    assert found == {("it", "review", None), ("en", "draft", "reporter")}
    assert set(Comment.objects.filter(to__isnull=False).values_list("to__username", flat=True)) == {"editor", "reporter"}
    assert demo.clock_start() == demo.STARTS


def test_the_clock_of_a_new_demo_starts_on_its_morning(folder):
    run("demo")

    assert run("demo", "--clock").strip() == "2025-11-06T09:00:00+01:00"


def test_the_demo_is_made_without_a_word_where_none_is_wanted(folder):
    assert run("demo", "-v0") == ""
    assert sorted(get_user_model().objects.values_list("username", flat=True)) == ["editor", "owner", "partner", "reporter"]


def test_asking_for_the_clock_does_nothing_else(folder):
    run("demo", "--clock")

    assert not Team.objects.exists() and not get_user_model().objects.exists()


def test_after_a_restart_the_clock_goes_on_from_the_last_change():
    published = datetime(2025, 11, 6, 10, 30, tzinfo=ROME)
    with clock.at(published):
        make_published(at=published)

    assert demo.clock_start() == published + timedelta(seconds=1)
    assert run("demo", "--clock").strip() == "2025-11-06T10:30:01+01:00"


def test_a_story_that_is_to_appear_on_saturday_does_not_move_the_clock_to_saturday():
    with clock.at(demo.STARTS):
        actions.publish(make_article(), by=None, at=datetime(2025, 11, 8, 18, tzinfo=ROME))

    assert demo.clock_start() == demo.STARTS + timedelta(seconds=1)


def test_seeding_a_paper_that_has_lived_on_never_says_that_it_was_done_before(folder):
    with clock.at(datetime(2025, 11, 7, 12, tzinfo=ROME)):
        make_match()

    assert demo.seeding_time() == datetime(2025, 11, 7, 12, tzinfo=ROME)
