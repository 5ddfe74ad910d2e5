"""The front page: what is in the project, its events over time, and what came last."""

from __future__ import annotations

from typing import Any

from dragoman.web.ask import Ask
from dragoman.web.charts import timeline
from dragoman.web.queries.days import by_telling, event_day
from dragoman.web.queries.documents import languages, outlets
from dragoman.web.queries.events import _FIELDS as EVENT_FIELDS
from dragoman.web.queries.events import event_rows
from dragoman.web.queries.stories import newest_stories
from dragoman.web.room import Room

_TABLES = ("documents", "stories", "events", "reports", "statements", "actors", "judgements", "issues")


def home(room: Room, ask: Ask) -> dict[str, Any]:
    """Return counts, the timeline by quad class, the newest events and stories, outlets, languages and the ledger's sum."""
    reader = room.reader
    counts = {table: reader.value(f"SELECT count(*) FROM {table}") for table in _TABLES}
    latest = reader.rows(
        f"SELECT {EVENT_FIELDS} FROM events e WHERE e.status IN ('happened', 'ongoing') "
        "ORDER BY coalesce(e.day, '') DESC, e.id DESC LIMIT 7")  # fmt: skip
    return {
        "title": room.folder.resolve().name,
        "counts": counts,
        "timeline": event_timeline(room, ask),
        "by_telling": by_telling(ask),
        "events": event_rows(room, latest),
        "stories": newest_stories(room, 6),
        "outlets": outlets(room, 10),
        "outlet_count": reader.value("SELECT count(DISTINCT outlet) FROM documents"),
        "languages": languages(room),
        "ledger": reader.rows("SELECT outcome, count(*) AS inputs FROM ledger GROUP BY outcome ORDER BY outcome"),
        "run": reader.row("SELECT number, state, started, ended, version, knowledge FROM runs ORDER BY number DESC LIMIT 1"),
        "stale": reader.value("SELECT value FROM meta WHERE key = 'stale'") == "1",
        "version": room.version,
    }


def event_timeline(room: Room, ask: Ask) -> dict[str, Any]:
    """Return the events counted by time and quad class, in bins that fit the span of time."""
    rows = room.reader.rows(
        f"SELECT {event_day(ask)} AS day, e.quad, count(*) AS events FROM events e GROUP BY 1, e.quad ORDER BY 1, e.quad")
    undated = sum(row["events"] for row in rows if row["day"] is None)
    return {**timeline([(row["day"], row["quad"], row["events"]) for row in rows if row["day"]]), "undated": undated}
