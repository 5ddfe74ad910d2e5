"""On which day a chart draws an event: its own, or, where it has none and the reader asks so, that of its first article."""

from __future__ import annotations

from dragoman.web.ask import Ask

_TOLD = """(SELECT min(d.published ->> '$.start') FROM event_reports y JOIN reports s ON s.id = y.report
JOIN documents d ON d.id = s.document WHERE y.event = e.id AND d.published ->> '$.start' = d.published ->> '$.end')"""


def by_telling(ask: Ask) -> bool:
    """Tell whether undated events are drawn on the day of their first article (`dated=telling`), as ICEWS and GDELT do."""
    return ask.choice("dated", ("telling",)) == "telling"


def event_day(ask: Ask) -> str:
    """Return the SQL for the day of the event `e`; null where there is none."""
    return f"coalesce(e.day, {_TOLD})" if by_telling(ask) else "e.day"
