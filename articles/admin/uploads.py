"""Many pictures at once: they are kept as they come, and then each is given its words."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import JsonResponse
from django.shortcuts import redirect
from django.template.loader import render_to_string
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from articles import actions, pictures
from articles.models import Image

from .picture_forms import WordsForm

ROW = "admin/articles/image/row.html"


class Uploads:
    """The page "Add pictures". A window that another form has opened to get one picture shows the usual form instead."""

    def add_view(self, request, form_url="", extra_context=None):
        if "_popup" in {**request.GET.dict(), **request.POST.dict()}:
            return super().add_view(request, form_url, extra_context)
        if not self.has_add_permission(request):
            raise PermissionDenied
        told, refused = self._told(request), []
        if request.method == "POST":
            new, refused = self._taken_in(request)
            if not new and not refused and told and all(form.is_valid() for form in told):
                return self._all_told(request, told)
            told += new
        context = {
            **self.admin_site.each_context(request),
            "title": _("Add pictures"),
            "opts": self.opts,
            "media": self.media,
            "rows": told,
            "refused": refused,
            "credit": request.POST.get("credit", ""),
            "accepted": pictures.ACCEPTED,
            "most_bytes": pictures.MAX_BYTES,
            "megabytes": pictures.MAX_BYTES // 2**20,
            "megapixels": pictures.MAX_PIXELS // 10**6,
        }
        return TemplateResponse(request, "admin/articles/image/add.html", context)

    def upload_view(self, request):
        """One file, sent by the page itself: the lines for its words, or why it was refused."""
        if not self.has_add_permission(request):
            raise PermissionDenied
        new, refused = self._taken_in(request)
        if not new:
            return JsonResponse({"refused": [line for _name, line in refused] or [_("No file has come.")]}, status=422)
        return JsonResponse({"row": render_to_string(ROW, {"form": new[0]}, request)})

    def _taken_in(self, request):
        """The lines for the words of what was kept, and (name, reason) of what was refused."""
        new, refused = [], []
        for file in request.FILES.getlist("files"):
            try:
                image = actions.take_in_picture(by=request.user, file=file, credit=request.POST.get("credit", "").strip()[:150])
                new.append(WordsForm(image))
            except ValidationError as error:
                refused.append((file.name, " ".join(error.messages)))
        return new, refused

    def _told(self, request):
        """The lines that came back with words in them; each is saved, unless it cannot be."""
        numbers = [number for number in request.POST.getlist("picture") if number.isdecimal()]
        if numbers and not self.has_change_permission(request):
            raise PermissionDenied
        forms = [WordsForm(image, request.POST) for image in Image.objects.kept().filter(pk__in=numbers).order_by("pk")]
        for form in forms:
            if form.is_valid() and form.has_changed():
                actions.save_picture(form.instance, by=request.user)
        return forms

    def _all_told(self, request, told):
        images = [form.instance for form in told]
        if wordless := sum(bool(actions.missing_of_picture(image)) for image in images):
            line = ngettext(
                "%(count)s picture still lacks words; it can be published with them.",
                "%(count)s pictures still lack words; they can be published with them.",
                wordless,
            )
            messages.warning(request, line % {"count": wordless})
        line = ngettext("%(count)s picture is in the library.", "%(count)s pictures are in the library.", len(images))
        messages.success(request, line % {"count": len(images)})
        return redirect("admin:articles_image_changelist")
