"""On which day a chart draws an event: its own, or, where it has none and the reader asks so, that of its first article."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from dragoman.web.ask import Ask
from dragoman.web.charts import HEIGHT, recent, timeline

_TOLD = """(SELECT min(d.published ->> '$.start') FROM event_reports y JOIN reports s ON s.id = y.report
JOIN documents d ON d.id = s.document WHERE y.event = e.id AND d.published ->> '$.start' = d.published ->> '$.end')"""


def over_time(ask: Ask, counts: Sequence[tuple[str | None, int, int]], height: int = HEIGHT) -> dict[str, Any]:
    """Return the chart of events counted by day (None: without one) and quad class, and how many it leaves out.

    `undated` have no day; `earlier` are the few of long before, which are drawn too where the reader asks for it (`span=all`).
    """
    dated = [(day, quad, events) for day, quad, events in counts if day]
    kept, earlier = (dated, 0) if ask.choice("span", ("all",)) else recent(dated)
    undated = sum(events for day, _, events in counts if not day)
    return {**timeline(kept, height), "undated": undated, "earlier": earlier}


def by_telling(ask: Ask) -> bool:
    """Tell whether undated events are drawn on the day of their first article (`dated=telling`), as ICEWS and GDELT do."""
    return ask.choice("dated", ("telling",)) == "telling"


def event_day(ask: Ask) -> str:
    """Return the SQL for the day of the event `e`; null where there is none."""
    return f"coalesce(e.day, {_TOLD})" if by_telling(ask) else "e.day"
