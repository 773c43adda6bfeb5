"""Days and hours typed on the desk: in the newsroom's zone, UTC beside them; where clocks change, the hour is asked about."""

from datetime import UTC, datetime

from django import forms
from django.core.exceptions import ValidationError
from django.utils.dateparse import parse_date, parse_time
from django.utils.timezone import get_current_timezone, get_current_timezone_name, localtime
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from teams.wall_clock import instants

ASK, FIRST, SECOND = "ask", "first", "second"


class DayAndTime(forms.MultiWidget):
    """The browser's own pickers, and for an hour that comes twice the choice between the two."""

    template_name = "admin/widgets/day_and_time.html"
    supports_microseconds = False

    def __init__(self, attrs=None):
        parts = [
            forms.DateInput(format="%Y-%m-%d", attrs={"type": "date", "aria-label": _("Date")}),
            forms.TimeInput(format="%H:%M", attrs={"type": "time", "aria-label": _("Time")}),
            forms.Select(choices=[(ASK, _("Choose …")), (FIRST, _("the first")), (SECOND, _("the second"))]),
        ]
        super().__init__(parts, attrs)

    def decompress(self, value):
        if not value:
            return [None, None, ASK]
        shown = localtime(value)
        twice = len(instants(shown.replace(tzinfo=None, fold=0), shown.tzinfo)) == 2
        return [shown.date(), shown.time(), (SECOND if shown.fold else FIRST) if twice else ASK]

    def value_from_datadict(self, data, files, name):
        day, hour, which = super().value_from_datadict(data, files, name)
        return [day, hour, which or ASK]

    def get_context(self, name, value, attrs):
        context = super().get_context(name, value, attrs)
        parts = value if isinstance(value, list) else self.decompress(value)
        found = _found(*parts[:2])
        which = {FIRST: 0, SECOND: 1}.get(parts[2], 0 if len(found) == 1 else None)
        context["widget"] |= {
            "zone": get_current_timezone_name(),
            "twice": list(zip((FIRST, SECOND), found, strict=True)) if len(found) == 2 else [],
            "which": parts[2],
            "utc": found[which].astimezone(UTC) if found and which is not None else None,
        }
        return context

    def id_for_label(self, id_):
        return f"{id_}_0" if id_ else id_


class ToTheMinute(forms.SplitDateTimeField):
    """Shows hours and minutes; the seconds of an instant that nobody touched are no change."""

    widget = DayAndTime

    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        which = forms.ChoiceField(choices=[(name, name) for name in (ASK, FIRST, SECOND)], required=False)
        self.fields = (*self.fields, which)

    def has_changed(self, initial, data):
        return super().has_changed(initial and initial.replace(second=0, microsecond=0), data)

    def compress(self, data_list):
        day, hour, which = data_list or (None, None, ASK)
        if day is None and hour is None:
            return None
        for part, code in ((day, "invalid_date"), (hour, "invalid_time")):
            if part is None:
                raise ValidationError(self.error_messages[code], code=code)
        found = instants(datetime.combine(day, hour), get_current_timezone())
        if not found:
            raise ValidationError(gettext("This hour does not exist: clocks go forward over it that night."), "skipped")
        if len(found) == 2 and which not in (FIRST, SECOND):
            raise ValidationError(gettext("This hour comes twice, for clocks go back that night. Say which of the two."), "twice")
        return found[len(found) == 2 and which == SECOND]


def _found(day, hour):
    """The instants that these parts mean, be they typed or kept; none while they cannot be read."""
    try:
        day = parse_date(day) if isinstance(day, str) else day
        hour = parse_time(hour) if isinstance(hour, str) else hour
    except ValueError:
        return []
    if not day or not hour:
        return []
    return instants(datetime.combine(day, hour.replace(second=0, microsecond=0, fold=0)), get_current_timezone())
