"""The panel that holds what a text claims against the facts: it advises, and locks nothing."""

from django.utils.http import urlencode
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from articles import actions, permissions
from articles.actions.standing_by import reasons_for, text_of
from articles.checking import Checked, checked
from articles.models import Article
from articles.models.states import UNSEEN, State
from articles.proposals import read_text
from articles.reading.reading import Reading
from teams.admin.printed import short

# The verbs that ask for a reason where the facts dispute what the story says, and the field that it is typed in.
ASK_WHY = (actions.publish, actions.publish_now)
REASON, SHOWN = "publish_reason", 3

VERDICTS = {
    "wrong": _("wrong"),
    "partly": _("right in part"),
    "unknown": _("cannot be told"),
    "right": pgettext_lazy("verdict", "right"),
}
QUOTED = _("somebody's words")


def verdicts(found: Reading) -> list[dict]:
    """Every claim of a text that was read, as plain values, those that need somebody first."""
    told = [verdict(one, found.scene.text) for one in checked(found)]
    return sorted(told, key=lambda one: (one["is_quoted"], list(VERDICTS).index(one["verdict"]), one["start"]))


def verdict(one: Checked, whole: str) -> dict:
    """A claim with its verdict in words, its sentence in three parts, and the page of the row that decides."""
    data = one.as_data()
    row = one.row
    if row is not None:
        data["row"]["url"] = row.get_absolute_url() if hasattr(row, "get_absolute_url") else ""
    begins = whole.rfind("\n", 0, one.claim.start) + 1
    before, _surface, after = data["sentence"].partition(data["surface"])
    return {
        **data,
        "told": str(QUOTED if one.claim.is_quoted else VERDICTS[one.claim.verdict]),
        "line": whole.count("\n", 0, one.claim.start),
        "place": {"start": one.claim.start - begins, "end": one.claim.end - begins},
        "before": before,
        "after": after,
    }


def panel(request, article: Article | None) -> dict:
    """What the page of a story shows of its claims before any script has asked: all, if publishing was just refused."""
    state = article.state if article else State.DRAFT
    shown = verdicts(read_text(text_of(article))) if article and "check" in request.GET else []
    return {
        "claims": shown,
        "asks": state in UNSEEN or state == State.SCHEDULED,
        "reason": request.POST.get(REASON, request.GET.get("why", "")),
        "kept": kept(article) if shown and permissions.may_follow(request.user, article) else [],
    }


def kept(article: Article | None) -> list[str]:
    """Why it was published in spite of the facts, as a line each; the last first."""
    said = reasons_for(article)[:SHOWN] if article else ()
    words = _("%(who)s, %(when)s, published it all the same: %(why)s")
    return [words % {"who": one.who, "when": short(one.at), "why": one.details["reason"]} for one in said]


def why(request) -> dict[str, str]:
    """The reason that was typed, as the verbs take it."""
    return {"reason": request.POST.get(REASON, "").strip()}


def to_answer(request) -> str:
    """The rest of the address of the page that asks for the reason, with what was typed still there."""
    return "?" + urlencode({"check": 1, "why": why(request)["reason"]}) + "#check"
