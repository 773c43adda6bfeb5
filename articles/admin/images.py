"""Pictures on the desk: many come in at once; each says what it shows and whose it is, where to look first, where it is used."""

from django.contrib import admin, messages
from django.db.models import Q
from django.forms import Script
from django.shortcuts import redirect
from django.urls import path, reverse
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from articles import actions, permissions, picture_uses
from articles.models import Image
from teams.admin.desk import DeskAdmin
from teams.admin.printed import short

from .filters import Filtered
from .picture_forms import ImageForm
from .uploads import Uploads


class ShelfFilter(admin.SimpleListFilter):
    """What is in the bin shows only to those who look there."""

    title = _("shelf")
    parameter_name = "shelf"

    def lookups(self, request, model_admin):
        return [("wordless", _("Words are missing")), ("bin", _("Bin"))]

    def queryset(self, request, queryset):
        if self.value() == "bin":
            return queryset.exclude(binned_at=None)
        wordless = Q(alt_text="") | Q(credit="") if self.value() == "wordless" else Q()
        return queryset.kept().filter(wordless)


@admin.register(Image)
class ImageAdmin(Uploads, Filtered, DeskAdmin):
    form = ImageForm
    list_display = ["name", "thumbnail", "credit", "size", "added"]
    list_filter = [ShelfFilter]
    date_hierarchy = "created_at"
    search_fields = ["alt_text", "caption", "credit"]
    readonly_fields = ["crops", "size", "uses", "created_at"]
    actions = ["bin", "restore"]
    change_form_template = "admin/articles/image/change_form.html"
    delete_confirmation_template = "admin/articles/image/bin.html"
    fieldsets = [
        (_("Picture"), {"fields": ["focal_point", "crops", "file", "size"]}),
        (_("Words"), {"fields": ["alt_text", "caption", "credit", "taken_at"]}),
        (_("Where it is used"), {"fields": ["uses", "created_at"]}),
    ]

    class Media:
        css = {"all": ["admin-desk/pictures.css"]}
        js = [Script("admin-desk/pictures.js", defer=True)]

    def named(self, word):
        return Q(alt_text__icontains=word) | Q(caption__icontains=word) | Q(credit__icontains=word) | Q(file__icontains=word)

    def label(self, image):
        return f"{image} ({image.credit})" if image.credit else str(image)

    def get_search_results(self, request, queryset, search_term):
        """Pickers offer nothing out of the bin."""
        if request.path == reverse("admin:autocomplete"):
            queryset = queryset.kept()
        return super().get_search_results(request, queryset, search_term)

    def get_urls(self):
        return [path("upload/", self.admin_site.admin_view(self.upload_view), name="articles_image_upload"), *super().get_urls()]

    def get_fieldsets(self, request, obj=None):
        """Where to look first, and what comes of it, can be said once the picture is there."""
        if obj:
            return super().get_fieldsets(request, obj)
        return [(_("Picture"), {"fields": ["file"]}), (_("Words"), {"fields": ["alt_text", "caption", "credit"]})]

    def get_object(self, request, object_id, from_field=None):
        """With the stories among which this login is shown its uses: drafts of others are not told of."""
        image = super().get_object(request, object_id, from_field)
        if image:
            image.told_among = permissions.visible(request.user)
        return image

    def save_model(self, request, obj, form, change):
        actions.save_picture(obj, by=request.user)

    def response_change(self, request, obj):
        if "_restore" not in request.POST or not self.has_delete_permission(request, obj):
            return super().response_change(request, obj)
        actions.restore_picture(obj, by=request.user)
        messages.success(request, gettext("Out of the bin; wherever it is used it shows again."))
        return redirect("admin:articles_image_change", obj.pk)

    # The bin

    def get_deleted_objects(self, objs, request):
        """Nothing goes with a picture: what uses it is told, and goes on using it."""
        return [], {}, set(), []

    def delete_view(self, request, object_id, extra_context=None):
        image = self.get_object(request, object_id)
        uses = picture_uses.uses(image, permissions.visible(request.user)) if image else ()
        return super().delete_view(request, object_id, {**(extra_context or {}), "uses": uses})

    def delete_model(self, request, obj):
        actions.bin_picture(obj, by=request.user)

    def log_deletions(self, request, queryset):
        """The audit log has it, as a move into the bin."""
        return []

    def response_delete(self, request, obj_display, obj_id):
        told = gettext("In the bin: %(picture)s. It comes back from there with all its uses.")
        messages.success(request, told % {"picture": obj_display})
        return redirect("admin:articles_image_changelist")

    @admin.action(description=_("Put the chosen pictures into the bin"), permissions=["delete"])
    def bin(self, request, queryset):
        for image in queryset.kept():
            actions.bin_picture(image, by=request.user)

    @admin.action(description=_("Take the chosen pictures out of the bin"), permissions=["delete"])
    def restore(self, request, queryset):
        for image in queryset.exclude(binned_at=None):
            actions.restore_picture(image, by=request.user)

    # What the pages show

    @admin.display(description=_("added"), ordering="created_at")
    def added(self, image):
        return short(image.created_at)

    @admin.display(description=_("what it shows"), ordering="alt_text")
    def name(self, image):
        return str(image)

    @admin.display(description=_("picture"))
    def thumbnail(self, image):
        return format_html('<img class="thumbnail" src="{}" alt="" loading="lazy">', image.wide.url)

    @admin.display(description=_("size"))
    def size(self, image):
        return f"{image.width} × {image.height}" if image.width else "–"

    @admin.display(description=_("crops"))
    def crops(self, image):
        told = [("wide", "16:9"), ("square", "1:1"), ("card", gettext("Shared, 1200 × 630")), ("whole", gettext("All of it"))]
        figures = format_html_join(
            "",
            '<figure class="crop crop-{}"><img src="{}" alt=""><figcaption>{}</figcaption></figure>',
            ((slot, image.whole.url, name) for slot, name in told),
        )
        return format_html('<div class="crops">{}</div>', figures)

    @admin.display(description=_("articles, publishers, authors"))
    def uses(self, image):
        return format_html_join(
            "",
            '<p>{}: <a href="{}">{}</a></p>',
            ((use.role, _change(use.row), use.row) for use in picture_uses.uses(image, image.told_among)),
        ) or gettext("Nowhere yet.")


def _change(row):
    return reverse(f"admin:{row._meta.app_label}_{row._meta.model_name}_change", args=[row.pk])
