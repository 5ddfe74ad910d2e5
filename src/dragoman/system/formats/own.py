"""The table `events` of a project, as `dragoman export events` writes it: one row an event, with lists of states.

It does not say which outlets and voices stand behind an event, nor which report belongs to which of its stories: the stories
are dealt out in order, so that their number is right. A project, or the event table, says all of it.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping
from itertools import product
from typing import Any

from dragoman.system.event_table import Table, event_table


def events(table: Table) -> Table:
    """Return the event table of a table `events`."""
    return event_table(row for record in table.to_pylist() for row in rows_of(record))


def rows_of(event: Mapping[str, Any], **more: Any) -> Iterator[dict[str, Any]]:
    """Yield the rows of one event: a row for each pair of a state that acts and one that it acts on, both ways if mutual.

    An event that names nobody on one side has a row with no target, so that it is counted as what it is.
    """
    when = event["when"] or {}
    least, most = event["independent_sources"] or (1, 1)
    shared = {
        "event": event["id"], "record": event["id"], "day": _day(when.get("start")), "last_day": _day(when.get("end")),
        "quad": event["quad"], "intensity": event["intensity"], "type": event["type"], "mode": event["mode"] or "",
        "status": event["status"], "mutual": bool(event["mutual"]), "least_sources": least, "most_sources": most,
    } | more  # fmt: skip
    if "reports" not in more:
        reports, stories = list(event["reports"]), list(event["stories"]) or [""]
        shared |= {"reports": reports, "stories": [stories[min(place, len(stories) - 1)] for place in range(len(reports))]}
    for source, target in _pairs(event):
        yield shared | {"source": source, "target": target}


def _pairs(event: Mapping[str, Any]) -> list[tuple[str | None, str | None]]:
    actors = sorted({state for state in event["actor_states"] if state})
    recipients = sorted({state for state in event["recipient_states"] if state})
    if not event["mutual"]:
        return list(product(actors or [None], recipients or [None]))
    parties = sorted({*actors, *recipients})
    return [(a, b) for a, b in product(parties, parties) if a != b] or [(party, None) for party in parties] or [(None, None)]


def _day(text: str | None) -> datetime.date | None:
    return datetime.date.fromisoformat(text[:10]) if text else None
