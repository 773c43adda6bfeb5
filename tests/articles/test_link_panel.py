"""The panel of links: what is agreed to is tied and signed, what is refused stays refused, what a line gets wrong is named."""

import pytest
from django.urls import reverse

from articles.models import Article, PersonLink, Quotation, RefusedLink, RefusedSource, TeamLink, VenueLink
from teams import clock
from teams.models import AuditEntry, Venue
from tests.desk import as_sent, change, make_login, save
from tests.making import (
    make_article,
    make_competition,
    make_goal,
    make_match,
    make_person,
    make_published,
    make_spell,
    make_team,
)

pytestmark = pytest.mark.django_db
READ, SEARCH, EVENTS = (f"admin:articles_links_{name}" for name in ("read", "search", "events"))


@pytest.fixture
def editor():
    return make_login("Editor")


@pytest.fixture
def desk(client, editor):
    client.force_login(editor)
    return client


def links(article):
    """Every tie as (kind, name, role, whether somebody signed it), in order."""
    found = (article.match_links, article.event_links, article.person_links, article.team_links, article.venue_links)
    return [(tie.TARGET, str(tie.target), tie.role, tie.confirmed_at is not None) for each in found for tie in each.all()]


def test_the_lines_say_all_that_a_story_is_tied_to(desk):
    match = make_match()
    goal = make_goal(match)
    make_spell(goal.person, match.home, shirt=10)
    article = make_article(about=[match.home, goal.person, goal, match], mentions=[make_competition()])

    lines = as_sent(desk.get(change(article)))["ties"].splitlines()

    assert [line.split(" ", 4)[:3] for line in lines] == [
        ["?", "about", "match"],
        ["?", "about", "event"],
        ["?", "about", "person"],
        ["?", "about", "team"],
        ["?", "mentions", "competition"],
    ]
    assert lines[2].endswith("Lautaro Martínez (Inter 10)")


def test_lines_are_tied_in_their_order_and_signed_by_who_wrote_them(desk, editor):
    lautaro, chivu = make_person(), make_person("Cristian Chivu")
    ground = Venue.objects.create(name="San Siro", slug="san-siro")
    article = make_article(about=[chivu])

    save(desk, article, ties=f"about person {lautaro.pk} whatever\nmentions person {chivu.pk}\nmentions venue {ground.pk}")

    assert links(article) == [
        ("person", "Lautaro Martínez", "about", True),
        ("person", "Cristian Chivu", "mentions", True),
        ("venue", "San Siro", "mentions", True),
    ]
    assert PersonLink.objects.first().confirmed_by == editor
    assert VenueLink.objects.get().confirmed_by == editor
    told = AuditEntry.objects.filter(verb="link").first().details["links"]
    assert [(one["kind"], one["name"], one["role"]) for one in told] == [
        ("person", "Lautaro Martínez", "about"),
        ("person", "Cristian Chivu", "mentions"),
        ("venue", "San Siro", "mentions"),
    ]


def test_saving_what_nobody_touched_signs_nothing(desk):
    article = make_article(about=[make_person()])

    save(desk, article, headline="Titolo nuovo")

    assert PersonLink.objects.get().confirmed_at is None
    assert not AuditEntry.objects.filter(verb="link").exists()


def test_an_order_alone_signs_nothing_anew(desk):
    first, second = make_person("Uno"), make_person("Due")
    article = make_article(about=[first, second])
    save(desk, article, ties=f"about person {first.pk}\nabout person {second.pk}")
    signed = set(PersonLink.objects.values_list("person", "confirmed_at"))

    save(desk, article, ties=f"about person {second.pk}\nabout person {first.pk}")

    assert [link.person for link in PersonLink.objects.all()] == [second, first]
    assert set(PersonLink.objects.values_list("person", "confirmed_at")) == signed


def test_a_tie_of_a_published_story_that_is_taken_away_leaves_its_lists_at_once(desk):
    inter = make_team("Inter")
    article = make_published(about=[inter])

    save(desk, article, ties="")

    assert not Article.objects.published().listed("team", inter.pk, "it").exists()
    assert not TeamLink.objects.exists()


def test_a_proposal_left_out_was_refused_and_is_not_made_again(desk, editor):
    inter = make_team("Inter")
    article = make_article("L'Inter vince", about=[inter], body="<p>Bella vittoria dell'Inter.</p>")

    save(desk, article, ties="")

    refused = RefusedLink.objects.get()
    assert (refused.kind, refused.target_id, refused.refused_by) == ("team", inter.pk, editor)
    assert read(desk, article)["links"] == []
    save(desk, article, ties=f"about team {inter.pk}")
    assert not RefusedLink.objects.exists()


def test_what_was_refused_while_reading_is_remembered_by_its_line(desk):
    inter = make_team("Inter")
    article = make_article()

    save(desk, article, ties=f"not team {inter.pk} Inter")

    assert RefusedLink.objects.get().target_id == inter.pk
    assert links(article) == []


def test_a_source_or_a_quotation_that_was_refused_is_not_proposed_again_until_it_is_noted(desk):
    body = "<p>Come scrive la Gazzetta dello Sport, il tecnico ha parlato.</p><p>«Abbiamo vinto con merito questa sera».</p>"
    article = make_article("L'Inter vince", body=body)
    found = read(desk, article)
    cited, said = found["citations"][0], found["quotations"][0]["words"]

    save(desk, article, refused_sources=f"citations {cited}\nquotations {said}\nnonsense")

    again = read(desk, article)
    assert (again["citations"], again["quotations"]) == ([], [])
    save(desk, article, citations=cited, quotations=said)
    assert not RefusedSource.objects.exists()


def test_a_tie_that_a_colleague_added_meanwhile_stays(desk):
    lautaro, chivu = make_person(), make_person("Cristian Chivu")
    article = make_article()
    form = as_sent(desk.get(change(article)), ties=f"about person {lautaro.pk}")
    PersonLink.objects.create(article=article, person=chivu, confirmed_at=clock.now())

    desk.post(change(article), form)

    assert {str(link.person) for link in PersonLink.objects.all()} == {"Lautaro Martínez", "Cristian Chivu"}


def test_without_a_number_a_line_is_searched_for(desk):
    make_match("Inter 2-1 Kairat Almaty")
    make_person("Lautaro Martínez")
    article = make_article()

    save(desk, article, ties="about inter kairat\nmentions Lautaro")

    assert links(article) == [
        ("match", "Inter 2-1 Kairat Almaty", "about", True),
        ("person", "Lautaro Martínez", "mentions", True),
    ]


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("about person 999999 Nobody", "Non esiste person 999999."),
        ("about planet 3 Mars", "non comincia come"),
        ("nonsense", "non comincia come"),
        ("about zzz", "Nulla si chiama «zzz»."),
        ("about martinez", "può voler dire più cose"),
        ("about person 99999999999999999999", "Nulla si chiama"),
    ],
)
def test_a_line_that_is_wrong_is_named_and_all_that_was_typed_stays(desk, line, why):
    make_person("Lautaro Martínez")
    make_person("Josep Martínez")
    inter = make_team("Inter")
    article = make_article()

    page = save(desk, article, ties=f"about team {inter.pk}\n{line}", headline="Titolo nuovo")

    (message,) = page.context["adminform"].form.errors["ties"]
    assert "2: " in message and why in message
    assert line in page.content.decode() and "Titolo nuovo" in page.content.decode()
    assert links(article) == []


def test_a_fact_is_tied_to_a_story_only_once(desk):
    inter = make_team("Inter")
    article = make_article()

    save(desk, article, ties=f"about team {inter.pk}\nmentions team {inter.pk}\nnot team {inter.pk}")

    assert links(article) == [("team", "Inter", "about", True)]
    assert not RefusedLink.objects.exists()


def test_sources_and_quotations_are_kept_from_their_lines(desk):
    chivu = make_person("Cristian Chivu")
    article = make_article()

    save(
        desk,
        article,
        citations="la Repubblica | https://www.repubblica.it/\nLa Gazzetta dello Sport",
        quotations=f"Mi prendo la responsabilità | l'allenatore | {chivu.pk} Cristian Chivu\nBravi tutti",
    )

    assert list(article.citations.values_list("name", "url")) == [
        ("la Repubblica", "https://www.repubblica.it/"),
        ("La Gazzetta dello Sport", ""),
    ]
    assert list(Quotation.objects.values_list("words", "name", "speaker")) == [
        ("Mi prendo la responsabilità", "l'allenatore", chivu.pk),
        ("Bravi tutti", "", None),
    ]


@pytest.mark.parametrize(
    ("name", "typed"),
    [
        ("citations", "la Repubblica | not an address"),
        ("citations", "la Repubblica\nla Repubblica | https://www.repubblica.it/"),
        ("citations", "a | b | c"),
        ("quotations", "words | name | nobody"),
        ("quotations", "words | name | 999999"),
        ("quotations", f"words | {'n' * 101}"),
    ],
)
def test_a_source_that_is_wrong_is_told_and_nothing_is_kept(desk, name, typed):
    article = make_article()

    page = save(desk, article, **{name: typed})

    assert list(page.context["adminform"].form.errors) == [name]
    assert not article.citations.exists() and not article.quotations.exists()


# What the panel asks for


def read(client, article=None, **typed):
    told = {"headline": "", "body": "", "language": "it", "article": article.pk if article else "", **typed}
    if article:
        told |= {"headline": article.headline, "body": article.body}
    answer = client.post(reverse(READ), told)
    assert answer.status_code == 200
    return answer.json()


def test_the_unsaved_text_is_read_with_words_reasons_and_verdicts_and_nothing_is_kept(desk):
    match = make_match()
    goal = make_goal(match)
    make_spell(goal.person, match.home, shirt=10)
    body = "<p>L'Inter batte il Kairat Almaty 3-1. Decide Lautaro Martínez al 45'.</p><p>Come scrive La Repubblica, è festa.</p>"

    found = read(desk, headline="Inter, vittoria sul Kairat Almaty", body=body, published_at_0="2025-11-06")

    assert [(one["kind"], one["id"], one["role"]) for one in found["links"]] == [
        ("match", match.pk, "about"),
        ("event", goal.pk, "mentions"),
        ("person", goal.person.pk, "about"),
        ("team", match.home_id, "about"),
        ("team", match.away_id, "about"),
    ]
    lautaro = found["links"][2]
    word = lautaro["words"][0]
    assert found["text"][word["line"]][word["start"] : word["end"]] == word["text"] == "Lautaro Martínez"
    assert lautaro["why"] and lautaro["line"] == f"about person {goal.person.pk} Lautaro Martínez (Inter 10)"
    assert found["citations"] == ["La Repubblica"]
    disputed = next(one for one in found["claims"] if one["surface"] == "3-1")
    assert (disputed["verdict"], disputed["replacement"], disputed["row"]["url"]) == ("wrong", "2-1", match.get_absolute_url())
    assert found["claims"][0] == disputed
    assert not Article.objects.exists() and not RefusedLink.objects.exists()


def test_the_search_answers_in_groups_with_lines_ready_to_be_linked(desk):
    match = make_match()

    (group,) = desk.get(reverse(SEARCH), {"q": "inter kai", "on": "2025-11-06"}).json()["groups"]

    (fact,) = group["facts"]
    assert (group["kind"], fact["id"]) == ("match", match.pk)
    assert fact["line"] == f"about match {match.pk} {fact['label']}"


def test_the_events_of_a_match_are_listed_to_be_ticked(desk):
    match = make_match()
    goal = make_goal(match)

    (event,) = desk.get(reverse(EVENTS), {"match": match.pk}).json()["events"]

    assert (event["kind"], event["id"], event["short"]) == ("event", goal.pk, str(goal))


@pytest.mark.parametrize("name", [READ, SEARCH, EVENTS])
def test_only_who_may_change_the_story_may_ask(client, name):
    article = make_published()
    ask = client.post if name == READ else client.get
    match = make_match()

    for login, answer in (("Editor", 200), ("Reporter", 403), (None, 404)):
        client.force_login(make_login(login))
        assert ask(reverse(name), {"article": article.pk, "match": match.pk, "q": "inter"}).status_code == answer


@pytest.mark.parametrize("match", ["", "x", "99999999"])
def test_a_match_that_is_not_there_is_not_found(desk, match):
    assert desk.get(reverse(EVENTS), {"match": match}).status_code == 404
