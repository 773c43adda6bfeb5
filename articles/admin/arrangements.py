"""Arranging the top of a front page, a team's or a competition's: by dragging or by picking, previewed, scheduled, kept."""

from copy import copy
from datetime import timedelta
from uuid import UUID, uuid4

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import path, resolve, reverse
from django.utils import translation
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.clickjacking import xframe_options_sameorigin
from django.views.decorators.http import require_POST

from articles import actions, arranging, permissions, presence
from articles.arranging import NAMES, PLACES, Key, Pin
from articles.models import Arrangement, Article, Membership, Publisher, Slot
from articles.models.listings import ListKind
from teams import clock, embargo
from teams.admin.moments import DayAndTime, ToTheMinute
from teams.models import Competition, Team

from . import presence as presence_of
from .session import in_place

CANDIDATES = 40
VERSIONS = 8
OFFERED = 12  # teams and competitions on the page of choices
PREFIX = "slot-"
UNSEEN = _("A story that this login may not see")
MODELS = {ListKind.TEAM: Team, ListKind.COMPETITION: Competition}


class SlotForm(forms.Form):
    """One place: the story that holds it, and until when; an empty one goes by recency and weight."""

    story = forms.TypedChoiceField(required=False, coerce=int, empty_value=None, label=_("Story"))
    until = ToTheMinute(required=False, label=_("Until"), widget=DayAndTime)

    def __init__(self, *args, stories, unseen=(), **kwargs):
        super().__init__(*args, **kwargs)
        named = [(story.pk, f"{story.headline} ({story.publisher})") for story in stories]
        held = [(number, UNSEEN) for number in unseen]
        self.fields["story"].choices = [("", _("– by recency and weight –")), *held, *named]


class WhenForm(forms.Form):
    tab = forms.UUIDField(widget=forms.HiddenInput)
    starts_at = ToTheMinute(
        required=False, label=_("From"), widget=DayAndTime, help_text=_("Empty: at once. In the newsroom's time zone.")
    )
    based_on = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def clean_starts_at(self):
        starts_at = self.cleaned_data["starts_at"]
        if starts_at and starts_at < clock.now() - timedelta(minutes=1):
            raise ValidationError(gettext("That hour is over; leave it empty for at once."))
        return starts_at


@admin.register(Arrangement)
class ArrangementAdmin(admin.ModelAdmin):
    """No list of rows: the pages that can be arranged, each with a page of its own."""

    def get_urls(self):
        def wrapped(view):
            return self.admin_site.admin_view(lambda request, **kwargs: _for_editors(view, self, request, **kwargs))

        page = "<slug:kind>/<int:target>/<slug:language>/"
        return [
            path("", wrapped(choose), name="articles_arrangement_changelist"),
            path(page, wrapped(arrange), name="articles_arrangement_arrange"),
            path(f"{page}preview/", xframe_options_sameorigin(wrapped(preview)), name="articles_arrangement_preview"),
            path(f"{page}presence/", in_place(self, beat), name="articles_arrangement_presence"),
            path(f"{page}bring-back/<int:number>/", wrapped(bring_back), name="articles_arrangement_bring_back"),
        ]

    def has_view_permission(self, request, obj=None):
        return may_arrange(request.user)

    has_module_permission = has_change_permission = has_view_permission

    def has_add_permission(self, request):
        return False

    def has_delete_permission(self, request, obj=None):
        return False


def may_arrange(user) -> bool:
    """The front is the house's: for editors of every publisher or of the own desk, not for those of a partner alone.

    Read once per request, as the roles are: every page of the desk asks it several times for its bar.
    """
    if not hasattr(user, "_may_arrange"):
        user._may_arrange = user.has_perm(permissions.PUBLISH) and _edits_the_house(user)
    return user._may_arrange


def _edits_the_house(user) -> bool:
    edited = {publisher for publisher, role in permissions.roles_of(user).items() if role != Membership.Role.REPORTER}
    own = Publisher.objects.filter(kind=Publisher.Kind.OWN, pk__in=edited - {None})
    return user.is_superuser or None in edited or own.exists()


def _for_editors(view, model_admin, request, **asked):
    if not may_arrange(request.user):
        raise PermissionDenied
    if not asked:
        return view(request, model_admin.admin_site.each_context(request))
    number = asked.pop("number", None)
    key, row = _key(**asked)
    context = {**model_admin.admin_site.each_context(request), "opts": Arrangement._meta, "key": key, "row": row}
    return view(request, context, key, row, *([number] if number else []))


def _key(kind, target, language):
    """The list that the address names, and the row that it is of; None for a front page."""
    if kind not in PLACES or language not in Article.Language or (kind == ListKind.FRONT) != (target == 0):
        raise Http404
    row = get_object_or_404(MODELS[kind], pk=target) if target else None
    return Key(kind, target, language), row


def _address(key, page="arrange"):
    return reverse(f"admin:articles_arrangement_{page}", args=tuple(key))


def choose(request, context):
    """The front pages, and the teams and competitions of which there are the latest stories."""
    fronts = [(language.label, _address(Key(ListKind.FRONT, 0, language.value))) for language in Article.Language]
    rows = [(NAMES[kind], _offered(kind, model, request.GET.get("q", ""))) for kind, model in MODELS.items()]
    context |= {"title": gettext("Front pages"), "fronts": fronts, "offered": rows, "opts": Arrangement._meta}
    return render(request, "admin/articles/arrangement/choose.html", context)


def _offered(kind, model, typed):
    rows = model.objects.filter(name__icontains=typed).order_by("name" if typed or kind == ListKind.TEAM else "weight")[:OFFERED]
    languages = Article.Language
    return [(row, [(language.label, _address(Key(kind, row.pk, language.value))) for language in languages]) for row in rows]


def arrange(request, context, key, row):
    now, planned = arranging.in_force(key), arranging.coming(key)
    stories = _stories(key, [now, *planned], request.GET.get("q", ""), request.user)
    slots = _slot_forms(request.POST or None, key, stories, now)
    when = WhenForm(request.POST or None, initial={"based_on": arranging.last_number(key), "tab": uuid4()})
    holder = _holder(request, key, when)
    sent = request.method == "POST" and "take-over" not in request.POST
    if sent and _all_valid(slots, when) and _free(when, holder) and _kept(request, key, slots, when):
        return redirect(_address(key))
    context |= {
        "title": _title(key, row),
        "slots": slots,
        "when": when,
        "holder": holder,
        "presence": _address(key, "presence"),
        "stories": stories,
        "query": request.GET.get("q", ""),
        "now": now,
        "coming": planned,
        "versions": _told(arranging.versions(key)[:VERSIONS], request.user),
        "page": _page(key, row),
        "preview": f"{_address(key, 'preview')}?{request.GET.urlencode()}",
    }
    return render(request, "admin/articles/arrangement/arrange.html", context, status=400 if sent else 200)


def _stories(key, arrangements, typed, user):
    """What can be put in a place, the newest first: the list, what waits for its hour, what stands there, what was searched."""
    slots = Slot.objects.filter(arrangement__in=filter(None, arrangements), article__isnull=False)
    published = Article.objects.published().listed(*key)
    searched = published.filter(headline__icontains=typed)[:CANDIDATES] if typed else ()
    waiting = permissions.visible(user, Article.objects.waiting()).listed(*key)[:CANDIDATES]
    wanted = {
        *slots.values_list("article", flat=True),
        *(story.pk for each in (published[:CANDIDATES], searched, waiting) for story in each),
    }
    return list(permissions.visible(user).filter(pk__in=wanted, binned_at=None).for_card().newest_first())


def _told(versions, user):
    """The versions, each with its places and what stood there, as far as this login may see it [no query]."""
    for version in versions:
        held = [(slot.position + 1, slot.article) for slot in version.slots.all() if slot.article_id]
        version.places = [(place, story if permissions.may_see(user, story) else UNSEEN) for place, story in held]
    return versions


def _slot_forms(sent, key, stories, now):
    """A form for each place; what holds one already can stay there, also where its name is not for these eyes."""
    held = {slot.position: slot for slot in now.slots.select_related("article")} if now else {}
    kept = {slot.article_id for slot in held.values() if slot.article and not slot.article.binned_at}
    unseen = kept - {story.pk for story in stories}
    return [
        SlotForm(
            sent,
            prefix=f"{PREFIX}{position}",
            stories=stories,
            unseen=unseen,
            initial={"story": held[position].article_id, "until": held[position].pinned_until} if position in held else {},
        )
        for position in range(PLACES[key.kind])
    ]


def _subject(key):
    return f"arrangement {key.kind} {key.target_id} {key.language}"


def _holder(request, key, when):
    """Who arranges this page already, if it is somebody else."""
    try:
        tab = UUID(str(when["tab"].value()))
    except ValueError:
        return None  # the form says that it is no good
    if "take-over" in request.POST:
        presence.take_over(_subject(key), tab, by=request.user)
    return presence.holder(_subject(key), tab, by=request.user)


def _free(when, holder):
    if holder:
        words = gettext("%(who)s is arranging this page. Take it over, or wait; what you chose is still here.")
        when.add_error(None, words % {"who": holder.user.get_full_name() or holder.user.get_username()})
    return holder is None


@require_POST
def beat(request, model_admin, kind, target, language):
    """That the page is still open, and who else has it open."""
    if not may_arrange(request.user):
        raise PermissionDenied
    key, _row = _key(kind, target, language)
    return presence_of.beat(request, _subject(key))


def _all_valid(slots, when):
    """All of them are asked, so that each shows what is wrong with it."""
    return False not in [form.is_valid() for form in (*slots, when)]


def _pins(slots):
    chosen = [(int(form.prefix.removeprefix(PREFIX)), form.cleaned_data) for form in slots]
    return [Pin(position, data["story"], data["until"]) for position, data in chosen if data["story"]]


def _kept(request, key, slots, when):
    """Whether it could be kept; what stands against it is shown over the form, with all that was chosen."""
    data = when.cleaned_data
    try:
        made = actions.arrange(key, _pins(slots), by=request.user, starts_at=data["starts_at"], based_on=data["based_on"])
    except ValidationError as error:
        when.add_error(None, error)
        return False
    told = gettext("Arranged: readers see it now.") if made.starts_at <= clock.now() else gettext("Arranged for later.")
    messages.success(request, told)
    return True


def preview(request, context, key, row):
    """The reader's own page, as it would be with what is chosen and not kept."""
    stories = _stories(key, [arranging.in_force(key), *arranging.coming(key)], request.GET.get("q", ""), request.user)
    slots = _slot_forms(request.POST, key, stories, None)
    pins = _pins([form for form in slots if form.is_valid()])
    with translation.override(key.language), embargo.for_readers(), arranging.as_if(key, pins):
        asked = copy(request)
        asked.method, asked.GET, asked.path = "GET", QueryDict(), _page(key, row)
        asked.path_info = asked.path
        view, arguments, named = resolve(asked.path)
        return view(asked, *arguments, **named)


def bring_back(request, context, key, row, number):
    """A former arrangement once more, as a new version."""
    if request.method != "POST":
        return redirect(_address(key))
    former = get_object_or_404(arranging.versions(key), number=number)
    pins = [Pin(slot.position, slot.article_id, slot.pinned_until) for slot in former.slots.all() if slot.article_id]
    try:
        actions.arrange(key, pins, by=request.user)
        messages.success(request, gettext("Version %(number)s is back.") % {"number": number})
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
    return redirect(_address(key))


def _title(key, row):
    return f"{row or NAMES[key.kind]} ({Article.Language(key.language).label})"


def _page(key, row):
    """The address of the page that readers see."""
    with translation.override(key.language):
        return row.get_absolute_url() if row else reverse("front")
