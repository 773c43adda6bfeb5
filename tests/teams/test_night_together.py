"""Two people on one match at the same moment: nobody's entry is lost, and none pushes in."""

from threading import Barrier, Thread
from uuid import uuid4

import pytest
from django.db import connection

from teams import night
from teams.live.console import Reading
from teams.models import Match
from tests.making import make_match, make_person

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)
EACH = 8


def test_what_two_people_enter_at_once_is_all_there_in_one_order():
    match = night.start(make_match("Inter v Kairat Almaty"), by=None)
    scorers = {"home": make_person("Lautaro Martínez").pk, "away": make_person("Ofri Arad").pk}
    together, wrong = Barrier(2), []

    def keep(side):
        try:
            together.wait(10)
            for _goal in range(EACH):
                night.enter_event(match, Reading("goal", "1", 10, 0, side, scorers[side]), entry=uuid4(), by=None)
        except Exception as error:
            wrong.append(error)
        finally:
            connection.close()

    threads = [Thread(target=keep, args=[side]) for side in scorers]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)

    assert wrong == []
    assert Match.objects.get().score == f"{EACH}-{EACH}"
    assert sorted(match.events.values_list("order", flat=True)) == list(range(1, 2 * EACH + 1))
