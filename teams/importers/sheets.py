"""A match record as the guards look at it: what disagrees in it is told, and taken all the same."""

from collections.abc import Mapping

from teams.guards import Event, Line, Sheet
from teams.importers.people import printed
from teams.importers.records import MatchRecord, PersonRecord


def sheet_of_record(record: MatchRecord, people: Mapping[str, PersonRecord]) -> Sheet:
    """`people` are those whom the source calls by a number."""

    def name(text: str | None) -> str:
        if not text:
            return ""
        return people[text].name if text in people else printed(text)

    lines = (Line(line.person, name(line.person), line.side, line.starter, line.place) for line in record.appearances)
    events = (
        Event(
            event.kind, event.side, event.period, event.minute, event.stoppage,
            event.person, name(event.person), event.second_person, name(event.second_person), event.place,
        )
        for event in record.events
    )  # fmt: skip
    return Sheet(
        goals=record.goals if record.status == "finished" else None,
        half_time=record.half_time,
        shootout=record.shootout,
        extra_time=record.ninety is not None or record.shootout is not None,
        lines=tuple(lines),
        events=tuple(events),
    )
