"""Seasons in and out of the desk: a file is uploaded, what it would change is shown row by row, then it is confirmed."""

from collections.abc import Iterator

from django import forms
from django.conf import settings
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.core.validators import RegexValidator, validate_slug
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import path
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET

from teams import actions, spreadsheets
from teams.importers.reading import Reading
from teams.importers.records import Refused
from teams.importers.sources import NEED_BOTH, SINGLE, read_single, remembered_as
from teams.importers.store import Tally, store_reading
from teams.importers.store.preview import preview
from teams.importers.store.register import Register
from teams.models import Competition, Match, Season
from teams.names import season_label

from .held import Gone, Held, hold, let_go, opened

_MOST_BYTES = 10 * 1024 * 1024
_MOST_TOLD = 20

_WRITTEN = {
    "csv": _("CSV, our own columns"),
    "xlsx": _("XLSX, our own columns"),
    "football-txt": "Football.TXT",
    "football-json": "football.json",
    "match-sheet": _("Match sheet"),
}


class Upload(forms.Form):
    source = forms.ChoiceField(label=_("How it is written"), choices=[(name, _WRITTEN[name]) for name in SINGLE])
    competition = forms.CharField(
        label=_("Competition"), required=False, max_length=80, validators=[validate_slug], help_text=_("Its address: serie-a.")
    )
    season = forms.CharField(
        label=_("Season"),
        required=False,
        max_length=9,
        validators=[RegexValidator(r"^\d{4}([-/]\d{2}(\d{2})?)?$", _("Write it like 2025-26, or 2026."))],
        help_text=_("2025-26, or 2026 for a summer tournament."),
    )
    file = forms.FileField(label=_("File"), help_text=_("Up to 10 MB."))

    def clean_season(self):
        return season_label(self.cleaned_data["season"])

    def clean_file(self):
        file = self.cleaned_data["file"]
        if file.size > _MOST_BYTES:
            raise forms.ValidationError(gettext("The file is larger than 10 MB. Divide it, or import it on the server."))
        return file

    def clean(self):
        data = super().clean()
        if data.get("source") in NEED_BOTH:
            for name in ("competition", "season"):
                if not data.get(name) and name not in self.errors:
                    self.add_error(name, gettext("Such a file does not name it: write it here."))
        return data


class Download(forms.Form):
    """Without a season it is the empty sheet."""

    season = forms.ModelChoiceField(Season.objects.select_related("competition"), label=_("Season"), required=False)
    format = forms.ChoiceField(choices=[(name, name) for name in spreadsheets.FORMATS])


def urls():
    view = admin.site.admin_view
    return [
        path("import/", view(upload), name="teams_match_import"),
        path("import/confirm/", view(confirm), name="teams_match_import_confirm"),
        path("export/", view(export), name="teams_match_export"),
    ]


@never_cache
def upload(request):
    """The form and, for a file that was sent, what it would do."""
    _allowed(request)
    form = Upload(request.POST or None, request.FILES or None)
    if request.method != "POST" or not form.is_valid():
        return _page(request, form)
    data = form.cleaned_data
    content = data["file"].read()
    held = Held(data["source"], data["competition"], data["season"], data["file"].name)
    return _page(request, form, _looked_at(content, held, hold(content, held, request.user)))


@never_cache
def confirm(request):
    """The same bytes, for good. Where they are refused now, nothing is written and the preview is shown anew."""
    _allowed(request)
    if request.method != "POST":
        return redirect("admin:teams_match_import")
    token = request.POST.get("token", "")
    try:
        content, held = opened(token, request.user)
    except Gone:
        messages.error(
            request, gettext("That file does not wait here any more: it was imported, or an hour has passed. Send it again.")
        )
        return redirect("admin:teams_match_import")
    tally = Tally()
    try:
        refused = _stored(content, held, tally, keep_good="keep_good" in request.POST, by=request.user)
    except Refused as error:
        messages.error(request, gettext("Nothing was imported. %s") % error)
        return _page(request, Upload(initial=_chosen(held)), _looked_at(content, held, token))
    let_go(token, request.user)
    _tell(request, tally, refused)
    return redirect("admin:teams_match_import")


@require_GET
def export(request):
    """A season as a sheet, or the empty one."""
    if not request.user.has_perm("teams.view_match"):
        raise PermissionDenied
    form = Download(request.GET)
    if not form.is_valid():
        messages.error(request, gettext("Choose a season and a format."))
        return redirect("admin:teams_match_import")
    season, name = form.cleaned_data["season"], form.cleaned_data["format"]
    write, content_type = spreadsheets.FORMATS[name]
    title = f"{season.competition.slug}-{season.label}" if season else "template"
    heads = {"Content-Disposition": f'attachment; filename="{title}.{name}"', "Cache-Control": "private, no-store"}
    return HttpResponse(write(spreadsheets.lines(season) if season else ()), content_type=content_type, headers=heads)


def _allowed(request) -> None:
    if not request.user.has_perms(["teams.add_match", "teams.change_match"]):
        raise PermissionDenied


def _read(content: bytes, held: Held) -> Reading:
    chosen = {"competition": held.competition or None, "season": held.season or None, "zone": settings.TIME_ZONE}
    return read_single(held.source, content, held.name, **chosen)


@transaction.atomic
def _stored(content: bytes, held: Held, tally: Tally, *, keep_good: bool, by) -> list[Refused]:
    """What was refused; each season that the file speaks of remembers who imported it."""
    reading = _read(content, held)
    store_reading(reading, source=remembered_as(held.source), tally=tally, keep_good=keep_good)
    for season in _seasons_of(reading):
        actions.log(by, "import", season, f"{held.name}: {_counted(tally)}")
    return reading.refused


def _seasons_of(reading: Reading) -> Iterator[Season]:
    competitions = Register(Competition)
    for name, label in sorted({(match.competition, match.season) for match in reading.matches}):
        yield from Season.objects.filter(competition__in=competitions.bearing(name), label=label)


def _looked_at(content: bytes, held: Held, token: str) -> dict:
    """What the page shows of a file: its rows by what becomes of them, what is refused, what stays or is doubtful."""
    tally = Tally()
    try:
        reading = _read(content, held)
    except Refused as error:
        reading = Reading(refused=[error])
    rows = preview(reading, source=remembered_as(held.source), tally=tally)
    by_kind = {how: [row for row in rows if row.how == how] for how in ("new", "changed", "same")}
    kept = [*tally.kept, *map(str, reading.doubts)]
    good = any(one.row._meta.model is Match for one in tally.outcomes)
    return {"token": token, "name": held.name, "refused": reading.refused, "kept": kept, "good": good, **by_kind}


def _chosen(held: Held) -> dict:
    return {"source": held.source, "competition": held.competition, "season": held.season}


def _page(request, form, looked_at=None):
    context = {"title": _("Import"), "form": form, "preview": looked_at, "download": Download(), "opts": Match._meta}
    return render(request, "admin/teams/match/import.html", {**admin.site.each_context(request), **context})


def _counted(tally: Tally) -> str:
    new, changed, same = (sum(counts.values()) for counts in (tally.new, tally.changed, tally.same))
    told = gettext("Imported: %(new)d new, %(changed)d changed, %(same)d the same.")
    return told % {"new": new, "changed": changed, "same": same}


def _tell(request, tally: Tally, refused: list[Refused]) -> None:
    messages.success(request, _counted(tally))
    for error in refused[:_MOST_TOLD]:
        messages.warning(request, str(error))
    if more := len(refused[_MOST_TOLD:]):
        messages.warning(request, ngettext("And %d more refused.", "And %d more refused.", more) % more)
