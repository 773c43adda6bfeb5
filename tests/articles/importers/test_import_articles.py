"""`manage.py import_articles`: a copied story becomes a draft that is tied to what it names, once."""

from datetime import UTC, datetime
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from articles import actions
from articles.models import Article, Link, Publisher
from articles.models.links import LINKS
from teams.models import Alias
from tests.making import (
    make_event,
    make_goal,
    make_match,
    make_person,
    make_publisher,
    make_stage,
    make_team,
)

pytestmark = pytest.mark.django_db

TOLD = """Inter News 24
·6 novembre 2025
Lautaro Inter, la notte strana del capitano contro il Kairat

In partnership with
Yahoo sportsInter News 24
·6 novembre 2025

L’Inter di Cristian Chivu batte il Kairat Almaty in Champions League. Lautaro Martinez ha sbloccato la gara prima dell’intervallo.
Secondo La Repubblica, il Toro voleva restare in campo. Tra i kazaki ha pareggiato Arad.
«Ci prendiamo i punti – ha detto l’allenatore – e lavoriamo».
Ora il calendario: Atletico Madrid e Liverpool in Europa, la Lazio in campionato; poi si vola a Roma.
"""


@pytest.fixture
def match():
    """The evening of the story: who played, who scored, what comes next, and names that lay traps."""
    inter, kairat = make_team("Inter", full_name="FC Internazionale Milano", city="Milano"), make_team("Kairat Almaty")
    Alias.objects.create(text="Kairat", team=kairat)
    make_team("Roma", city="Roma")
    make_team("Inter Miami")
    for name in ("Atlético Madrid", "Liverpool", "Milan"):
        make_team(name)
    lautaro, arad = make_person("Lautaro Martínez"), make_person("Ofri Arad")
    make_person("Josep Martínez")
    make_person("Cristian Chivu")
    Alias.objects.create(text="Lautaro", person=lautaro)
    Alias.objects.create(text="Toro", person=lautaro, scope="context")
    match = make_match("Inter 2-1 Kairat Almaty")
    make_goal(match, lautaro, 45)
    make_goal(match, arad, 55, side="away")
    make_goal(match, "Carlos Augusto", 67)
    make_match("Inter v Lazio", kickoff=datetime(2025, 11, 9, 19, 45, tzinfo=UTC), stage=make_stage("Serie A"))
    assert inter == match.home
    return match


def importing(folder, *texts, **options):
    files = [folder / f"{number}.txt" for number in range(len(texts))]
    for file, text in zip(files, texts, strict=True):
        file.write_text(text, encoding="utf-8")
    output = StringIO()
    call_command("import_articles", *files, stdout=output, **options)
    return output.getvalue()


def links_of(article):
    """Every tie, as {kind: [(name, role)]}; an event is told as its minute and person."""
    ties = {model.TARGET: model.objects.filter(article=article) for model in LINKS}
    ties = {kind: [(tie.target, tie.role) for tie in rows.select_related(kind)] for kind, rows in ties.items()}
    ties["event"] = [(f"{event.clock_label} {event.person}", role) for event, role in ties["event"]]
    return {kind: [(str(target), role) for target, role in rows] for kind, rows in ties.items()}


def test_a_copied_story_becomes_a_draft_with_everything_that_it_says(match, tmp_path):
    importing(tmp_path, TOLD)

    article = Article.objects.get()
    assert (article.status, article.published_at) == (Article.Status.DRAFT, None)
    assert article.headline == "Lautaro Inter, la notte strana del capitano contro il Kairat"
    assert article.slug == "lautaro-inter-la-notte-strana-del-capitano-contro-il-kairat"
    assert (article.publisher.name, article.publisher.kind, article.partner) == ("Inter News 24", "partner", "Yahoo sports")
    assert (article.language, f"{article.dateline}", article.canonical_policy) == ("it", "2025-11-06", "noindex")
    assert (article.standfirst, article.source_url, article.image, list(article.tags.all())) == ("", "", None, [])
    assert [citation.name for citation in article.citations.all()] == ["La Repubblica"]
    assert article.body.count("<p>") == 4
    assert article.body.startswith("<p>L’Inter di Cristian Chivu batte")
    assert "<blockquote><p>«Ci prendiamo i punti – ha detto l’allenatore – e lavoriamo».</p></blockquote>" in article.body


def test_it_is_tied_to_what_it_names_and_to_nothing_else(match, tmp_path):
    importing(tmp_path, TOLD)

    assert links_of(Article.objects.get()) == {
        "team": [
            ("Inter", "about"),
            ("Kairat Almaty", "about"),
            ("Atlético Madrid", "mentions"),
            ("Liverpool", "mentions"),
            ("Lazio", "mentions"),
        ],
        "person": [("Lautaro Martínez", "about"), ("Cristian Chivu", "about"), ("Ofri Arad", "mentions")],
        "competition": [("Champions League", "about")],
        "match": [("Inter 2-1 Kairat Almaty", "about")],
        "event": [("45' Lautaro Martínez", "about"), ("55' Ofri Arad", "mentions")],
        "venue": [],
    }


def test_its_ties_are_only_proposed_until_an_editor_publishes(match, tmp_path):
    importing(tmp_path, TOLD)
    article = Article.objects.get()
    ties = [tie for model in LINKS for tie in model.objects.filter(article=article)]
    assert {tie.confirmed_at for tie in ties} == {None}

    actions.publish(article, by=None)

    assert all(tie.confirmed_at for model in LINKS for tie in model.objects.filter(article=article))


def test_twice_is_once_even_when_it_was_edited_and_published_in_between(match, tmp_path):
    importing(tmp_path, TOLD)
    article = Article.objects.get()
    actions.revise(article, by=None, headline="Il capitano e la notte strana")
    actions.publish(article, by=None)

    told = importing(tmp_path, TOLD)

    assert told.startswith("Already here, left alone: Il capitano e la notte strana")
    assert Article.objects.count() == 1
    assert Publisher.objects.filter(name="Inter News 24").count() == 1


def test_a_story_in_the_bin_is_left_there_and_told_of(match, tmp_path):
    importing(tmp_path, TOLD)
    article = actions.put_into_bin(Article.objects.get(), by=None)

    told = importing(tmp_path, TOLD)

    assert told == f"In the bin, left there: {article.headline} (bring it back: /admin/articles/article/{article.pk}/change/)\n"
    assert Article.objects.get().binned_at == article.binned_at


def test_one_bad_file_among_several_leaves_nothing(match, tmp_path):
    with pytest.raises(CommandError, match=r"1.txt, line 2: a date such as .* Nothing was imported"):
        importing(tmp_path, TOLD, "A recipe\nfor soup")

    assert (Article.objects.count(), Publisher.objects.count()) == (0, 0)


def test_a_file_that_is_not_there_is_told(tmp_path):
    with pytest.raises(CommandError, match=r"No such file or directory: .*nowhere.txt"):
        call_command("import_articles", tmp_path / "nowhere.txt")


def test_a_text_in_neither_language_needs_to_be_told_which(match, tmp_path):
    foreign = TOLD[: TOLD.index("L’Inter di")] + "Kairat Almaty. Kairat Almaty. Kairat Almaty."
    foreign = foreign.replace("Lautaro Inter, la notte strana del capitano contro il Kairat", "Inter, Kairat")
    with pytest.raises(CommandError, match=r"neither clearly Italian nor clearly English; say which with --language"):
        importing(tmp_path, foreign)

    importing(tmp_path, foreign, language="en")

    assert Article.objects.get().language == "en"


def test_a_publisher_that_is_known_is_used_and_its_rule_for_search_engines_kept(match, tmp_path):
    known = make_publisher("INTER NEWS 24", canonical_policy="own")

    importing(tmp_path, TOLD)

    article = Article.objects.get()
    assert (article.publisher, article.canonical_policy) == (known, "own")


def test_without_the_address_of_an_original_search_engines_are_asked_to_leave_the_copy_out(match, tmp_path):
    make_publisher("Inter News 24", canonical_policy="original")

    importing(tmp_path, TOLD)

    assert Article.objects.get().canonical_policy == "noindex"


def test_of_two_goals_of_one_scorer_the_one_that_the_text_tells_of_is_linked(match, tmp_path):
    make_goal(match, "Lautaro Martínez", 80)

    importing(tmp_path, TOLD)

    assert links_of(Article.objects.get())["event"] == [("45' Lautaro Martínez", "about"), ("55' Ofri Arad", "mentions")]


def test_a_goal_that_was_taken_back_is_not_linked(match, tmp_path):
    for goal in match.events.filter(person__slug="lautaro-martinez"):
        goal.status, goal.reason, goal.decided_at = "cancelled", "Offside", match.kickoff
        goal.save()
    make_event(match, "yellow", "Lautaro Martínez", 60)

    importing(tmp_path, TOLD)

    assert links_of(Article.objects.get())["event"] == [("55' Ofri Arad", "mentions")]


def test_a_preview_is_tied_to_the_match_to_come(match, tmp_path):
    preview = TOLD.replace(
        "Lautaro Inter, la notte strana del capitano contro il Kairat", "Inter-Lazio, Chivu pensa al campionato"
    )
    preview = (
        preview[: preview.index("L’Inter di")] + "Domenica c’è la Lazio per l’Inter, che mercoledì ha battuto il Kairat Almaty."
    )

    importing(tmp_path, preview)

    links = links_of(Article.objects.get())
    assert links["match"] == [("Inter - Lazio", "about")]
    assert links["team"] == [("Inter", "about"), ("Lazio", "about"), ("Kairat Almaty", "mentions")]
    assert links["event"] == []


def test_of_two_matches_that_fit_none_is_guessed(match, tmp_path):
    match.events.all().delete()
    make_match("Kairat Almaty 0-1 Inter", kickoff=datetime(2025, 11, 4, 17, tzinfo=UTC), slug="the-other")

    importing(tmp_path, TOLD)

    assert links_of(Article.objects.get())["match"] == []


def test_a_match_of_another_month_is_not_meant(match, tmp_path):
    importing(tmp_path, TOLD.replace("6 novembre 2025", "6 dicembre 2025"))

    links = links_of(Article.objects.get())
    assert (links["match"], links["event"]) == ([], [])
    assert ("Inter", Link.Role.ABOUT) in links["team"]


def test_a_competition_needs_its_whole_name(match, tmp_path):
    importing(tmp_path, TOLD.replace("Champions League", "Coppa League"))

    assert links_of(Article.objects.get())["competition"] == []
