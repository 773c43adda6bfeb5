"""What all pages of the desk share: pickers that know their row, native dates, search word by word, addresses that last."""

from django import forms
from django.contrib import admin
from django.contrib.admin.widgets import AutocompleteSelect, RelatedFieldWidgetWrapper
from django.db import models
from django.db.models import Q

from teams.actions import rename, save_named
from teams.models import Alias
from teams.names import fold

from .audited import Audited
from .moments import DayAndTime, ToTheMinute


class RowSelect(AutocompleteSelect):
    """A picker by typing. Where the page has already read the chosen row, drawing it asks the database nothing."""

    chosen = None

    def optgroups(self, name, value, attrs=None):
        if self.chosen is None or value != [str(self.chosen.pk)]:
            return super().optgroups(name, value, attrs)
        options = [] if self.is_required else [self.create_option(name, "", "", False, 0)]
        label = self.choices.field.label_from_instance(self.chosen)
        return [(None, [*options, self.create_option(name, self.chosen.pk, label, True, len(options))], 0)]


class DeskForm(forms.ModelForm):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():
            widget = getattr(field.widget, "widget", field.widget)
            if isinstance(widget, RowSelect) and self._meta.model._meta.get_field(name).is_cached(self.instance):
                widget.chosen = getattr(self.instance, name)

    def clean(self):
        data = super().clean()
        for name in data.keys() - set(self.changed_data):
            if isinstance(self.fields.get(name), ToTheMinute):
                data[name] = self.initial.get(name)
        return data


class TableRowForm(DeskForm):
    """A line of a table: the column's title is the name of each of its inputs."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            widget = getattr(field.widget, "widget", field.widget)
            widget.attrs.setdefault("aria-label", field.label)


class _Pickers:
    """Every relation of `autocomplete_fields` is picked by typing, under the label that its own admin gives."""

    formfield_overrides = {
        models.DateField: {"widget": forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})},
        models.DateTimeField: {"form_class": ToTheMinute, "widget": DayAndTime},
        models.URLField: {"assume_scheme": "https"},
    }

    def formfield_for_foreignkey(self, db_field, request, **kwargs):
        if db_field.name in self.get_autocomplete_fields(request):
            kwargs["widget"] = RowSelect(db_field, self.admin_site, using=kwargs.get("using"))
        field = super().formfield_for_foreignkey(db_field, request, **kwargs)
        if field and self.admin_site.is_registered(db_field.related_model):
            field.label_from_instance = label_with(self.admin_site.get_model_admin(db_field.related_model))
        return field


class DeskAdmin(_Pickers, Audited, admin.ModelAdmin):
    form = DeskForm
    show_full_result_count = False
    list_per_page = 50
    save_on_top = True

    class Media:
        js = [
            "admin/js/jquery.init.js",
            "admin/js/autocomplete.js",
            "admin-desk/desk.js",
            forms.Script("admin-desk/moments.js", defer=True),
        ]

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        """Nothing is deleted in passing, from the form of something else."""
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if field and isinstance(field.widget, RelatedFieldWidgetWrapper):
            field.widget.can_delete_related = False
        return field

    def offered(self, request, field, rows):
        """Of the rows that a relation of this form can lead to, those that the picker offers."""
        return rows

    def get_deleted_objects(self, objs, request):
        """The site knows whose eyes the rows that go along are for."""
        return self.admin_site.what_goes(objs, request)

    def label(self, row):
        """What pickers call the row; enough to tell it from its namesakes."""
        return str(row)

    def named(self, word):
        """The rows that a word, already folded, may be meant for, as a condition."""
        return Q(slug__contains=word.replace("'", "")) | Q(name__icontains=word)

    def get_search_results(self, request, queryset, search_term):
        """Every word must fit; accents and capitals do not matter, and other names count."""
        for word in fold(search_term).split():
            queryset = queryset.filter(self.named(word))
        return queryset, False


class AddressedAdmin(DeskAdmin):
    """Rows with a page of their own: after a change of address the old one leads to the new for ever."""

    prepopulated_fields = {"slug": ["name"]}

    def keep(self, request, row):
        save_named(row, by=request.user)

    def save_model(self, request, obj, form, change):
        slug = obj.slug
        if change:
            obj.slug = form.initial["slug"]
        self.keep(request, obj)
        rename(obj, slug, by=request.user)


class TableInline(_Pickers, admin.TabularInline):
    form = TableRowForm
    extra = 0

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        """A table has room for its pickers only, not for buttons to add and change what they point to."""
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if field and isinstance(field.widget, RelatedFieldWidgetWrapper):
            field.widget = field.widget.widget
        return field


def label_with(model_admin):
    """How an admin calls its rows; those of Django's own apps go by their names."""
    return getattr(model_admin, "label", str)


def called(word, thing):
    """The teams, people ... that a folded word may mean, as a condition on them: by address, name or other name."""
    known = Alias.objects.filter(**{f"{thing}__isnull": False}, folded__contains=word)
    return Q(slug__contains=word.replace("'", "")) | Q(name__icontains=word) | Q(pk__in=known.values(thing))
