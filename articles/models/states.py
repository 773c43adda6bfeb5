"""Where a story stands, as the desk speaks of it: its status, its hour and the bin taken together."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class State(models.TextChoices):
    DRAFT = "draft", _("Draft")
    REVIEW = "review", _("In review")
    SCHEDULED = "scheduled", pgettext_lazy("a story that waits for its hour", "Scheduled")
    PUBLISHED = "published", _("Published")
    WITHDRAWN = "withdrawn", _("Withdrawn")
    BINNED = "binned", _("In the bin")


KEPT = frozenset(State) - {State.BINNED}
# Nobody outside the newsroom has seen it, or been promised it.
UNSEEN = frozenset({State.DRAFT, State.REVIEW})
