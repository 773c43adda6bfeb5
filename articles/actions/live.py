"""Following a published story entry by entry. Entries are no part of its versions: each keeps its own former wordings."""

from collections.abc import Iterable, Mapping
from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from articles import permissions
from articles.models import Article, Correction, LiveEntry
from articles.models.states import State
from articles.permissions import Verb
from teams import clock
from teams.auditlog import record

from .keeping import STALE, settle


@transaction.atomic
def add_entry(article: Article, *, by, **told) -> LiveEntry:
    """Tell readers what has just happened: `body`, and if there is one `headline`, `event`, `is_key`. The first one begins the
    coverage."""
    article = _held(article, by)
    if article.live_until:
        raise ValidationError(_("The coverage has ended: resume it first."))
    entry = _told(article, by, **told)
    _settle(article, by, "add_live_entry", entry.at, entry)
    return entry


@transaction.atomic
def retell(article: Article, told: Iterable[Mapping], *, by, until: datetime | None = None) -> Article:
    """Say all entries anew as they were told elsewhere, each at its hour; those that were here before are gone."""
    article = _held(article, by)
    article.live_entries.all().delete()
    article.live_from, article.live_until = None, until
    entries = [_told(article, by, **each) for each in told]
    return _settle(article, by, "retell", max([entry.at for entry in entries] + [until or article.published_at]))


@transaction.atomic
def edit_entry(entry: LiveEntry, *, by, note: str = "", **changes) -> LiveEntry:
    """Say an entry otherwise: its hour and address stay, its former wording is kept beside it. `note`: said in public too."""
    article, entry = _held(entry.article, by), _newest(entry)
    former = {"headline": entry.headline, "body": entry.body, "until": clock.now().isoformat(), "by": str(by or "")}
    for name, value in changes.items():
        setattr(entry, name, value)
    entry.former, entry.edited_at = [*entry.former, former], clock.now()
    _keep(entry)
    if note.strip():
        permissions.require(by, Verb.CORRECT, article)
        correction = Correction(article=article, note=note.strip(), made_by=by)
        correction.full_clean()
        correction.save()
        record(by, Verb.CORRECT, article, note=correction.note)
    _settle(article, by, "edit_live_entry", entry.edited_at, entry)
    return entry


@transaction.atomic
def withdraw_entry(entry: LiveEntry, *, by) -> LiveEntry:
    """Take an entry from the readers; it can come back."""
    return _show(entry, by, "withdraw_live_entry", clock.now())


@transaction.atomic
def bring_entry_back(entry: LiveEntry, *, by) -> LiveEntry:
    """Give the readers back an entry that was withdrawn, where it stood."""
    return _show(entry, by, "bring_live_entry_back", None)


@transaction.atomic
def end_coverage(article: Article, *, by, at: datetime | None = None) -> Article:
    """Say that nothing more is to come; the entries stay."""
    article = _held(article, by)
    if not article.live_from or article.live_until:
        raise ValidationError(_("Nobody is following this story live."))
    article.live_until = at or clock.now()
    return _settle(article, by, "end_coverage", article.live_until)


@transaction.atomic
def resume_coverage(article: Article, *, by) -> Article:
    """Follow on where it was ended."""
    article = _held(article, by)
    article.live_until = None
    return _settle(article, by, "resume_coverage", clock.now())


def _told(article, by, **told):
    """A new entry, with which the coverage begins unless it had begun before."""
    entry = LiveEntry(article=article, created_by=by, **told)
    _keep(entry)
    article.live_from = min(article.live_from or entry.at, entry.at)
    return entry


def _held(article, by):
    """The story as it is now: an entry changes nothing of its text, so a newer version of that is no hindrance.

    A seed may tell what nobody sees yet, because its hour is still to come.
    """
    article = Article.objects.select_for_update().get(pk=article.pk)
    if by is not None or article.state != State.SCHEDULED:
        permissions.require(by, Verb.COVER, article)
    return article


def _newest(entry):
    """The entry as it is now; refused if somebody has changed it since it was read."""
    newest = LiveEntry.objects.get(pk=entry.pk)
    if newest.edited_at != entry.edited_at:
        raise ValidationError(_("Somebody has changed this entry in the meantime: look at that wording first."), code=STALE)
    return newest


def _keep(entry):
    until = entry.event and entry.event.match.result_embargo
    if until and until > clock.now():
        raise ValidationError({"event": _("It is under embargo until later, and readers have this story already.")})
    entry.full_clean(exclude=["article"])
    entry.save()


def _show(entry, by, verb, withdrawn_at):
    article, entry = _held(entry.article, by), LiveEntry.objects.get(pk=entry.pk)
    entry.withdrawn_at = withdrawn_at
    entry.save(update_fields=["withdrawn_at"])
    _settle(article, by, verb, clock.now(), entry)
    return entry


def _settle(article, by, verb, at, entry=None):
    """Bring up to date what follows: the story is modified from then on, in lists, feeds and the search too."""
    article.modified_at = max(filter(None, (article.modified_at, article.published_at, at)))
    article.save(update_fields=["live_from", "live_until", "modified_at"])
    settle(article, by=by, modified=False)
    record(by, verb, article, **({"entry": entry.pk, "words": str(entry)[:200]} if entry else {}))
    return article
