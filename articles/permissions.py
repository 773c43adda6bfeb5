"""Who may do what with which story, and why: the one place that decides it.

Django's own permissions (groups) say what somebody may do at all, a `Membership` for whom, the story's state when.
A reporter writes, and changes their own stories until these are let out; an editor of the story's publisher publishes,
schedules and edits; a desk chief corrects and withdraws. What readers do not see is seen by those who work for its publisher.
"""

from dataclasses import dataclass, field

from django.contrib.auth import get_user_model
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import models
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from articles.models import Article, Membership, Publisher
from articles.models.states import KEPT, UNSEEN, State

PUBLISH = "articles.publish_article"
ADD = "articles.add_article"
VIEW = "articles.view_article"

Role = Membership.Role
EDITING = (Role.EDITOR, Role.CHIEF)
_RANK = {None: 0, Role.REPORTER: 1, Role.EDITOR: 2, Role.CHIEF: 3}


class Verb(models.TextChoices):
    SEE = "see", pgettext_lazy("with a story", "See")
    COMMENT = "comment", pgettext_lazy("with a story", "Comment")
    CHANGE = "change", pgettext_lazy("with a story", "Change")
    SEND_FOR_REVIEW = "send_for_review", _("Send for review")
    SEND_BACK = "send_back", _("Send back")
    ASSIGN = "assign", _("Assign")
    PUBLISH = "publish", _("Publish")
    SCHEDULE = "schedule", _("Schedule")
    UNSCHEDULE = "unschedule", _("Take off the schedule")
    COVER = "cover", _("Follow live")
    CORRECT = "correct", _("Correct in public")
    WITHDRAW = "withdraw", _("Withdraw")
    REPUBLISH = "republish", _("Republish")
    BIN = "bin", _("Put into the bin")
    BRING_BACK = "bring_back", _("Bring back from the bin")


@dataclass(frozen=True)
class Rule:
    """What a verb asks: a permission, a role at the story's publisher, a state of the story.

    `own`: the states in which a reporter may, too, with a story of their own.
    """

    permission: str
    role: str
    states: frozenset[State]
    own: frozenset[State] = field(default_factory=frozenset)


RULES = {
    Verb.COMMENT: Rule(VIEW, Role.REPORTER, KEPT),
    Verb.CHANGE: Rule("articles.change_article", Role.EDITOR, KEPT, own=UNSEEN),
    Verb.SEND_FOR_REVIEW: Rule("articles.change_article", Role.EDITOR, frozenset({State.DRAFT}), own=frozenset({State.DRAFT})),
    Verb.SEND_BACK: Rule(PUBLISH, Role.EDITOR, frozenset({State.REVIEW})),
    Verb.ASSIGN: Rule(PUBLISH, Role.EDITOR, KEPT),
    Verb.PUBLISH: Rule(PUBLISH, Role.EDITOR, UNSEEN | {State.SCHEDULED}),
    Verb.SCHEDULE: Rule(PUBLISH, Role.EDITOR, UNSEEN | {State.SCHEDULED}),
    Verb.UNSCHEDULE: Rule(PUBLISH, Role.EDITOR, frozenset({State.SCHEDULED})),
    Verb.COVER: Rule("articles.change_article", Role.EDITOR, frozenset({State.PUBLISHED})),
    Verb.CORRECT: Rule("articles.correct_article", Role.CHIEF, frozenset({State.PUBLISHED})),
    Verb.WITHDRAW: Rule("articles.correct_article", Role.CHIEF, frozenset({State.PUBLISHED})),
    Verb.REPUBLISH: Rule("articles.correct_article", Role.CHIEF, frozenset({State.WITHDRAWN})),
    Verb.BIN: Rule("articles.delete_article", Role.EDITOR, UNSEEN | {State.WITHDRAWN}, own=frozenset({State.DRAFT})),
    Verb.BRING_BACK: Rule("articles.delete_article", Role.EDITOR, frozenset({State.BINNED}), own=frozenset({State.BINNED})),
}


@dataclass(frozen=True)
class Decision:
    """Whether somebody may, and because of what; the same words stand on the page and in the refusal."""

    verb: Verb
    allowed: bool
    because: str


def decide(user, verb: Verb, article: Article) -> Decision:
    if verb == Verb.SEE:
        return Decision(verb, *_seeing(user, article))
    allowed, because = _who(user, RULES[verb], article)
    if allowed and article.state not in RULES[verb].states:
        allowed, because = False, _wrong_state(article)
    return Decision(verb, allowed, because)


def reasons(user, article: Article) -> list[Decision]:
    """Every verb, in the order in which a story meets them."""
    return [decide(user, verb, article) for verb in Verb]


def may(user, verb: Verb, article: Article) -> bool:
    return decide(user, verb, article).allowed


def require(user, verb: Verb, article: Article) -> None:
    """PermissionDenied if somebody may not, ValidationError if the story's state is not one for it. None: the system."""
    if user is not None:
        allowed, because = _who(user, RULES[verb], article)
        if not allowed:
            raise PermissionDenied(because)
    if article.state not in RULES[verb].states:
        raise ValidationError(_wrong_state(article))


def may_see(user, article: Article) -> bool:
    return may(user, Verb.SEE, article)


def may_follow(user, article: Article) -> bool:
    """Whether somebody sees how a story came about, its versions, comments and acts, and not only what readers see."""
    return may_see(user, article) and works_for(user, article.publisher)


def may_change(user, article: Article) -> bool:
    return may(user, Verb.CHANGE, article)


def may_delete(user, article: Article) -> bool:
    return may(user, Verb.BIN, article)


def visible(user, articles: models.QuerySet | None = None) -> models.QuerySet:
    """Of these stories, what somebody of the desk may see: all of their publishers', of the others what readers see."""
    articles = Article.objects.all() if articles is None else articles
    roles = roles_of(user)
    if not (user.has_perm(VIEW) or user.has_perm("articles.change_article")):
        return articles.none()
    return articles if works_everywhere(user) else articles.seen_from(roles)


def may_write_for(user) -> models.QuerySet:
    """The publishers for which somebody may write stories."""
    roles = roles_of(user)
    if not user.has_perm(ADD):
        return Publisher.objects.none()
    return Publisher.objects.all() if works_everywhere(user) else Publisher.objects.filter(pk__in=roles)


def proposed_publisher(user) -> Publisher | None:
    """For whom a new story of theirs most likely is: the only publisher that they write for, else the own desk among them."""
    found = list(may_write_for(user)[:2])  # own desks are listed first
    return found[0] if len(found) == 1 or (found and not found[0].is_partner) else None


def may_write(user) -> bool:
    return user.has_perm(ADD) and (user.is_superuser or bool(roles_of(user)))


def role_at(user, publisher_id: int | None) -> str | None:
    """The highest role that somebody has at a publisher; at none yet: the highest of all."""
    roles = roles_of(user)
    held = roles.values() if publisher_id is None else (roles.get(None), roles.get(publisher_id))
    return max(held, key=_RANK.get, default=None)


def works_for(user, publisher: Publisher) -> bool:
    return user.is_superuser or role_at(user, publisher.pk) is not None


def works_everywhere(user) -> bool:
    return user.is_superuser or None in roles_of(user)


def colleagues(publisher_id: int | None = None) -> models.QuerySet:
    """The logins that work for a publisher; None: for any."""
    there = models.Q(publisher=None) | models.Q(publisher=publisher_id) if publisher_id else models.Q()
    works = models.Q(pk__in=Membership.objects.filter(there).values("user")) | models.Q(is_superuser=True)
    return get_user_model().objects.filter(works, is_active=True).order_by("first_name", "last_name", "username")


def edited_by(user) -> models.Q:
    """The stories of the publishers at which somebody is editor or chief, as a condition on stories."""
    edited = {publisher for publisher, role in roles_of(user).items() if role in EDITING}
    return models.Q() if user.is_superuser or None in edited else models.Q(publisher__in=edited)


def roles_of(user) -> dict[int | None, str]:
    """The roles of a login by publisher, None being every publisher; read once per request, as Django reads permissions."""
    if not hasattr(user, "_desk_roles"):
        known = user.pk is not None
        user._desk_roles = dict(Membership.objects.filter(user=user).values_list("publisher", "role")) if known else {}
    return user._desk_roles


def is_reporter(user) -> bool:
    """Whether it is for reporters anywhere: what is their own counts there."""
    return not user.is_superuser and Role.REPORTER in roles_of(user).values()


def is_own(user, article: Article) -> bool:
    """Begun by, assigned to or signed by this login."""
    return user.pk in (article.created_by_id, article.assigned_to_id) or signed_by(user, article)


def signed_by(user, article: Article) -> bool:
    """Whether one of the bylines is that of this login. Read the story with its bylines to ask nothing more."""
    return article.pk is not None and any(byline.author.user_id == user.pk for byline in article.bylines.all())


def own(user) -> models.Q:
    """The stories that are somebody's own, as a condition; the counterpart of `is_own`."""
    signed = Article.objects.filter(bylines__author__user=user).values("pk")
    return models.Q(created_by=user) | models.Q(assigned_to=user) | models.Q(pk__in=signed)


def _seeing(user, article) -> tuple[bool, str]:
    if not (user.has_perm(VIEW) or user.has_perm("articles.change_article")):
        return False, _no_permission(VIEW)
    if user.is_superuser:
        return True, gettext("A superuser sees everything.")
    if article.is_public:
        return True, gettext("Readers see it, so everybody on the desk does.")
    if role_at(user, article.publisher_id):
        return True, gettext("Works for %(publisher)s.") % {"publisher": _publisher(article)}
    return False, gettext("Readers do not see it, and this login does not work for %(publisher)s.") % {
        "publisher": _publisher(article)
    }


def _who(user, rule, article) -> tuple[bool, str]:
    """Whether this is somebody who may at all, and why."""
    if user.is_superuser and user.is_active:
        return True, gettext("A superuser may do all that the story's state allows.")
    if not user.has_perm(rule.permission):
        return False, _no_permission(rule.permission)
    role = role_at(user, article.publisher_id)
    told = {"role": role and Role(role).label, "needed": Role(rule.role).label, "publisher": _publisher(article)}
    if _RANK[role] >= _RANK[rule.role]:
        return True, gettext("%(role)s at %(publisher)s.") % told
    if role == Role.REPORTER and rule.own:
        return _reporter(user, rule, article)
    if role:
        return False, gettext("%(role)s at %(publisher)s; it takes the role “%(needed)s”.") % told
    return False, gettext("No role at %(publisher)s; it takes the role “%(needed)s”.") % told


def _reporter(user, rule, article) -> tuple[bool, str]:
    if not is_own(user, article):
        return False, gettext("A reporter does so with stories that they began, that carry their byline or are assigned to them.")
    if article.state not in rule.own:
        return False, gettext("A reporter, and the story is let out: an editor can.")
    return True, gettext("A reporter, and the story is theirs.")


def _publisher(article) -> str:
    return str(article.publisher) if article.publisher_id else gettext("any publisher")


def _no_permission(permission) -> str:
    return gettext("No group of this login gives the permission “%(permission)s”.") % {"permission": permission}


def _wrong_state(article) -> str:
    return gettext("Not in this state: %(state)s.") % {"state": article.state.label}
