"""Pictures on the desk: every one says what it shows and whose it is, and where to look first."""

from django.contrib import admin
from django.db.models import Q
from django.shortcuts import redirect
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext_lazy as _

from articles import actions
from articles.models import Image
from teams.admin.desk import DeskAdmin

from .picture_forms import ImageForm

SHOWN_USES = 20


@admin.register(Image)
class ImageAdmin(DeskAdmin):
    form = ImageForm
    list_display = ["alt_text", "thumbnail", "credit", "size", "created_at"]
    date_hierarchy = "created_at"
    search_fields = ["alt_text", "caption", "credit"]
    readonly_fields = ["size", "uses"]
    fieldsets = [
        (
            _("Picture"),
            {
                "fields": ["file", "focal_point", "size"],
                "description": _("Once it is saved, click on it where one should look first: every crop keeps that point."),
            },
        ),
        (_("Words"), {"fields": ["alt_text", "caption", "credit"]}),
        (_("Where it is used"), {"fields": ["uses"]}),
    ]

    def named(self, word):
        return Q(alt_text__icontains=word) | Q(caption__icontains=word) | Q(credit__icontains=word)

    def label(self, image):
        return f"{image.alt_text} ({image.credit})"

    def save_model(self, request, obj, form, change):
        actions.save_picture(obj, by=request.user)

    def response_post_save_add(self, request, obj):
        """Stays on the page, where the focal point can be set now."""
        return redirect("admin:articles_image_change", obj.pk)

    @admin.display(description=_("picture"))
    def thumbnail(self, image):
        return format_html('<img src="{}" alt="" width="120" height="68" loading="lazy">', image.wide.url)

    @admin.display(description=_("size"))
    def size(self, image):
        return f"{image.width} × {image.height}" if image.width else "–"

    @admin.display(description=_("articles"))
    def uses(self, image):
        used = image.articles.all()[:SHOWN_USES] if image.pk else ()
        return format_html_join("", "<p>{}</p>", ([article.headline] for article in used)) or "–"
