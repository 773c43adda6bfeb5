"""What readers have not seen is for its publisher's people alone: every address of the desk, asked by somebody of another."""

import re
from datetime import timedelta
from types import SimpleNamespace
from uuid import uuid4

import pytest
from django.contrib import admin
from django.contrib.auth.models import Group
from django.contrib.contenttypes.models import ContentType
from django.db import models, transaction
from django.utils import timezone

from articles import actions, arranging, first_drafts, presence
from articles.actions import Said
from articles.models import Article, Comment, Image, Impact, ShareLink, Slot, Version
from teams.auditlog import record
from teams.models import FactChange
from tests.desk import make_login
from tests.making import (
    make_appearance,
    make_article,
    make_goal,
    make_match,
    make_person,
    make_published,
    make_publisher,
    make_spell,
)

pytestmark = pytest.mark.django_db

# Stories that are not for these eyes are called so, and found by the first word; no answer may hold the second.
ASKED, SECRET = "quaderno", "zibaldone"
HEADLINE = "Quaderno zibaldone"
FRONT = arranging.Key("front", 0, "it")
# Pages that log out or change the login itself; they lead to no row.
PASSED_OVER = {"logout", "password_change", "password_change_done"}
KEPT = (Article, Comment, ShareLink, Slot, Version)


@pytest.fixture
def scene():
    """A draft of one publisher with all that can hang on one, and a chief of another who also keeps the facts."""
    theirs, own = make_publisher("Kairat Daily"), make_publisher("Terzo Tempo", kind="own")
    writer = make_login("Editor", "writer", publisher=theirs)
    partner = make_login("Desk chief", "partner", publisher=own)
    partner.groups.add(Group.objects.get(name="Data desk"))
    match = make_match()
    person, goal = make_person(), make_goal(match)
    make_appearance(match, person, 10)
    make_spell(person, match.home)
    image = Image.objects.create(file="pictures/1.jpg", width=1600, height=900, alt_text="Un gol", credit="Agenzia")
    body = f'<p>{SECRET}</p><story-block data-kind="picture" data-id="{image.pk}"></story-block>'
    told = {"publisher": theirs, "standfirst": SECRET, "body": body, "created_by": writer, "image": image}
    facts = [match.home, person, match, goal, match.stage.season.competition]
    draft = make_article(HEADLINE, about=facts, topics=["Coppa"], **told)
    for story in (draft, scheduled := make_article(f"{HEADLINE} in attesa", language="it", **told)):
        actions.settle(story, by=writer, modified=False)
    actions.publish(scheduled, by=None, at=timezone.now() + timedelta(hours=1))
    withdrawn = make_published(f"{HEADLINE} ritirato", **told)
    correction = actions.correct(withdrawn, note=f"Nota {SECRET}", by=None)
    actions.withdraw(withdrawn, by=None)
    actions.arrange(FRONT, [arranging.Pin(0, scheduled.pk), arranging.Pin(1, withdrawn.pk)], by=None)
    return SimpleNamespace(
        draft=draft, scheduled=scheduled, withdrawn=withdrawn, correction=correction, image=image, match=match, person=person,
        goal=goal, theirs=theirs, own=own, writer=writer, partner=partner, **hanging_on(draft, writer, person, match),
        mine=sister_of(withdrawn, own),
    )  # fmt: skip


def hanging_on(draft, writer, person, match):
    actions.quote(draft, [Said(f"Ho un {SECRET}", "Lautaro", person)], by=writer)
    presence.enter(presence.of_article(draft), uuid4(), by=writer)
    record(writer, "change", draft, message=SECRET)
    change = FactChange.objects.create(kind="match", row_id=match.pk, verb="save", details={"was": "2-1", "now": "2-2"})
    words = {"part": "body", "sentence": SECRET, "offset": 0, "surface": SECRET, "verdict": "wrong", "was": "2-1", "now": "2-2"}
    return {
        "comment": actions.comment(draft, by=writer, words=SECRET),
        "link": actions.share(draft, by=writer, lasting=timedelta(days=1)),
        "copy": actions.keep_copy(uuid4(), [["headline", SECRET]], by=writer, article=draft),
        "impact": Impact.objects.create(change=change, article=draft, **words),
    }


def sister_of(withdrawn, own):
    """A story of the partner's own publisher that is linked to one that its people may not see."""
    mine = make_article("Il nostro", language="en", publisher=own, image=withdrawn.image)
    actions.tie_translations(mine, withdrawn, by=None)
    actions.begin_translation(make_article("Altro", publisher=own), "en", by=make_login(username="boss", is_superuser=True))
    return mine


def addresses():
    """(name, pattern) of every address of the desk."""

    def of(patterns, before):
        for each in patterns:
            pattern = f"{before}{each.pattern}"
            yield from of(each.url_patterns, pattern) if hasattr(each, "url_patterns") else [(each.name or "", pattern)]

    return [(name, pattern) for name, pattern in of(admin.site.urls[0], "/admin/") if name not in PASSED_OVER]


def filled(name, pattern, scene):
    """The address of the secret thing, or of the fact that it hangs on."""
    kind = re.search(r"/admin/(\w+)/(\w+)/", pattern)
    pk = row_of(kind[2] if kind else "", name, scene).pk
    numbers = {"articles_article_comment": scene.comment.pk}
    values = {
        "pk": pk, "object_id": pk, "id": pk, "link": scene.link.pk, "number": numbers.get(name, 1), "answer": "settle",
        "match": scene.match.pk, "key": scene.copy.key, "kind": "front", "target": 0, "language": "it", "side": "home",
        "content_type_id": ContentType.objects.get_for_model(Article).pk, "decision": "cancel", "app_label": "articles",
        "url": "nowhere/",
    }  # fmt: skip
    plain = re.sub(r"\(\?P<(\w+)>[^)]*\)", r"<\1>", pattern)
    return re.sub(r"<(?:\w+:)?(\w+)>", lambda part: str(values.get(part[1], pk)), plain).replace("^", "").replace("$", "")


def row_of(kind, name, scene):
    if name == "articles_correction_amend":
        return scene.correction
    rows = {"person": scene.person, "team": scene.match.home, "competition": scene.match.stage.season.competition,
            "season": scene.match.stage.season, "stage": scene.match.stage, "match": scene.match, "matchevent": scene.goal,
            "image": scene.image, "publisher": scene.theirs, "user": scene.writer,
            "tag": scene.draft.tags.first()}  # fmt: skip
    return rows.get(kind, scene.draft)


def questions(scene):
    """(method, address, what is sent): every address as it is, with what it may be asked, and with what it may be sent."""
    pk = scene.draft.pk
    for name, pattern in addresses():
        address = filled(name, pattern, scene)
        asked = {} if name.endswith("_changelist") else {"article": pk, "match": scene.match.pk, "whose": "all", "check": 1}
        yield "get", address, {}
        yield "get", address, {"q": ASKED, **asked}
        yield "post", address, {"article": pk, "post": "yes", "tab": uuid4(), "words": "x", "name": "x", "days": 1, "_mine": 1,
                                "data": "[]", "key": uuid4(), "note": "x", "_publish": 1, "kept": 1, "reason": "x"}  # fmt: skip
    yield from pickers()
    yield from guesses(scene)


def pickers():
    for model in admin.site._registry:
        for field in model._meta.get_fields():
            if isinstance(field, models.ForeignKey | models.ManyToManyField):
                asked = {"app_label": model._meta.app_label, "model_name": model._meta.model_name, "field_name": field.name}
                yield "get", "/admin/autocomplete/", {**asked, "term": ASKED}
                yield "get", "/admin/autocomplete/", {**asked, "term": ""}


def guesses(scene):
    """What needs more than an address: a number where another's is expected, a block, a list's own choices."""
    stories, front = "/admin/articles/article/", "/admin/articles/arrangement/front/0/it/"
    for kind in ("match", "event", "person", "table", "team", "picture", "correction"):
        for asked in ({"q": ASKED}, {"q": ""}, {"id": scene.correction.pk}):
            yield "get", f"{stories}blocks/find/", {"kind": kind, **asked}
        yield "get", f"{stories}blocks/preview/", {"kind": kind, "id": scene.correction.pk}
    for chosen in ({"standing": "draft"}, {"standing": "late"}, {"bin": "yes"}, {"publisher__id__exact": scene.theirs.pk}):
        yield "get", stories, chosen
    for page in ("change/", "history/", "history/compare/", "acts/", "delete/", "who/"):
        yield "get", f"{stories}{scene.mine.pk}/{page}", {}
    for page in (front, f"{front}preview/"):
        yield "post", page, {**places(scene.draft.pk), "tab": uuid4()}
    yield "post", f"{stories}{scene.mine.pk}/sister/", {"sister": scene.draft.pk}
    yield "post", f"{stories}{scene.mine.pk}/translate/", {}
    for decision in (f"right {scene.impact.pk}", f"right change {scene.impact.change_id}"):
        yield "post", f"{stories}changed/decide/", {"decide": decision}
    actions_ = ("publish", "withdraw", "add_topic", "assign_to_me", "bin", "bring_back")
    for action in actions_:
        yield "post", stories, {"action": action, "_selected_action": [scene.draft.pk], "topic": "x"}
    for story in (scene.withdrawn, scene.scheduled):
        for page in ("change/", "history/", "preview/", "share/", "comments/", "correct/"):
            yield "get", f"{stories}{story.pk}/{page}", {}


def places(number):
    empty = {f"slot-{position}-{name}": "" for position in range(4) for name in ("story", "until_0", "until_1")}
    return {**empty, "slot-2-story": number, "starts_at_0": "", "starts_at_1": ""}


def kept():
    """All that a story is and has, to see that it stays so."""
    return {model: list(model.objects.order_by("pk").values()) for model in KEPT}


def hidden(client, method, address, sent):
    """Whether the answer, and the page that it leads to, keep the secret. Nothing that was sent has happened afterwards."""
    with transaction.atomic():
        answer = getattr(client, method)(address, sent, follow=True)
        transaction.set_rollback(True)
    page = b"".join(answer) if answer.streaming else answer.content
    return SECRET not in (page.decode(errors="replace") + str(answer.redirect_chain)).lower()


def test_what_is_looked_for_is_there_for_those_whom_it_is_for(client, scene):
    scene.writer.groups.add(Group.objects.get(name="Data desk"))
    client.force_login(scene.writer)
    stories = "/admin/articles/article/"
    pages = ["/admin/", stories, *(f"{stories}{page}" for page in ("changed/", f"{scene.draft.pk}/change/"))]
    pages += [f"/admin/teams/person/{scene.person.pk}/delete/", f"/admin/articles/image/{scene.image.pk}/change/"]

    assert [page for page in pages if hidden(client, "get", page, {})] == []


def test_no_address_of_the_desk_tells_of_a_story_of_others(client, scene):
    client.force_login(scene.partner)

    leaks = [question for question in questions(scene) if not hidden(client, *question)]

    assert leaks == []


def test_every_address_of_a_story_refuses_those_whom_it_is_not_for_and_leaves_it_as_it_is(client, scene):
    client.force_login(scene.partner)
    before, answers = kept(), {}
    for name, pattern in addresses():
        if not re.search(r"/article/<(path|int):\w+>/", pattern):
            continue
        address, elsewhere = filled(name, pattern, scene), ("/admin/", f"/admin/articles/article/{scene.draft.pk}/change/")
        for method in ("get", "post"):
            answer = getattr(client, method)(address, {"post": "yes", "words": "x", "name": "x", "days": 1, "_theirs": 1})
            if answer.status_code not in (403, 404, 405) and answer.headers.get("Location") not in elsewhere:
                answers[method, address] = answer.status_code

    assert answers == {}
    assert kept() == before


def test_nobody_is_led_to_a_row_past_the_eyes_that_it_is_for(client, scene):
    client.force_login(scene.partner)
    kind = ContentType.objects.get_for_model(Article).pk
    led = f"/admin/r/{ContentType.objects.get_for_model(scene.person).pk}/{scene.person.pk}/"

    answers = [client.get(f"/admin/r/{told}/{scene.draft.pk}/").status_code for told in (kind, f"%20{kind}", f"0{kind}", "x")]

    assert answers == [404, 404, 404, 404]
    assert client.get(led).url == scene.person.get_absolute_url()


def test_a_story_that_one_may_not_see_keeps_its_place_when_another_is_arranged(client, scene):
    client.force_login(scene.partner)
    page = "/admin/articles/arrangement/front/0/it/"
    ours = make_published("Nostra", publisher=scene.own)
    held = {"slot-0-story": scene.scheduled.pk, "slot-1-story": scene.withdrawn.pk, "slot-2-story": ours.pk}

    client.post(page, {**places(""), **held, "tab": uuid4(), "based_on": 1})

    assert [slot.article for slot in arranging.in_force(FRONT).slots.all()] == [scene.scheduled, scene.withdrawn, ours]


def test_each_publisher_begins_its_own_first_draft_of_a_match(scene):
    theirs, ours, again = (
        first_drafts.begin(scene.match, "report", "it", publisher, by=None) for publisher in (scene.theirs, scene.own, scene.own)
    )

    assert (ours.publisher, again) == (scene.own, ours)
    assert theirs != ours
