"""The front page: what is in the project, its events over time, and what came last."""

from __future__ import annotations

from typing import Any

from dragoman.web.ask import Ask
from dragoman.web.queries.days import by_telling, event_day, over_time
from dragoman.web.queries.documents import languages, outlets
from dragoman.web.queries.dyads import dyad_row
from dragoman.web.queries.events import _FIELDS as EVENT_FIELDS
from dragoman.web.queries.events import event_rows
from dragoman.web.queries.selection import pair_counts
from dragoman.web.queries.stories import newest_stories
from dragoman.web.reader import Row
from dragoman.web.room import Room

_TABLES = ("documents", "stories", "events", "reports", "statements", "actors", "judgements", "issues")
_LEADS = 8  # pairs and speakers to begin with


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
        "pairs": _pairs(room),
        "speakers": _speakers(room),
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
    return over_time(ask, [(row["day"], row["quad"], row["events"]) for row in rows])


def _pairs(room: Room) -> list[Row]:
    """Return the pairs of states that most events tie."""
    best = sorted(pair_counts(room, Ask()).items(), key=lambda item: (-sum(item[1].values()), item[0]))[:_LEADS]
    names = room.names(state for pair, _ in best for state in pair)
    return [dyad_row(pair, quads, names) for pair, quads in best]


def _speakers(room: Room) -> list[Row]:
    """Return those who are quoted most."""
    rows = room.reader.rows("SELECT actor AS id, count(*) AS statements FROM statement_actors WHERE role = 'speaker' "
                            "GROUP BY actor ORDER BY 2 DESC, 1 LIMIT ?", [_LEADS])  # fmt: skip
    names = room.names(row["id"] for row in rows)
    return [{**row, "name": names[row["id"]]} for row in rows]
