"""The pages of facts are read on the morning after Inter-Kairat."""

import pytest
from django.utils import timezone

from tests.reading import MORNING


@pytest.fixture(autouse=True)
def _the_morning_after(settings, monkeypatch):
    settings.NEWSROOM_CLOCK = MORNING
    monkeypatch.setattr("teams.clock._started", timezone.now())
