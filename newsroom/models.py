"""The paper's own rows: when the worker last made each of its rounds."""

from django.db import models


class Round(models.Model):
    """One job that the worker does by the clock (`newsroom.ticking`): when it last did it, and how far it told the time."""

    name = models.CharField(max_length=60, unique=True)
    made_at = models.DateTimeField(null=True)
    reached = models.DateTimeField(help_text="The paper's time: what happened before it is dealt with.")

    class Meta:
        default_permissions = []

    def __str__(self):
        return self.name
