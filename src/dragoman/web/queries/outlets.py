"""Outlets: whose texts the project has, since when, how many of them are taken over from others, and what only they tell."""

from __future__ import annotations

from typing import Any

from dragoman.web import words
from dragoman.web.ask import Ask
from dragoman.web.queries.dyads import by_name
from dragoman.web.room import Room

COLUMNS = ("outlet", "documents", "languages", "first", "last", "own", "taken", "statements", "events", "alone", "quads")

_DOCUMENTS = """
SELECT coalesce(d.outlet, '') AS outlet, count(*) AS documents, group_concat(DISTINCT d.language) AS spoken,
min(json_extract(d.published, '$.start')) AS first, max(json_extract(d.published, '$.start')) AS last,
sum(coalesce(m.relation, 'original') <> 'original') AS taken,
sum((SELECT count(*) FROM statements s WHERE s.document = d.id)) AS statements
FROM documents d LEFT JOIN story_members m ON m.document = d.id GROUP BY 1 ORDER BY documents DESC, outlet
"""
_REPORTED = """
SELECT x.event, e.quad, r.document FROM event_reports x JOIN events e ON e.id = x.event JOIN reports r ON r.id = x.report
"""


def _carried(room: Room) -> tuple[dict[str, dict[int, int]], dict[str, int]]:
    """Return for each outlet its events by quad class, and how many of them no other outlet reports.

    An event counts once for each outlet that reports it. Who published what is read once: rows of documents are long.
    """
    outlet_of = dict(room.reader.tuples("SELECT id, coalesce(outlet, '') FROM documents"))
    tellers: dict[tuple[str, int], set[str]] = {}
    for event, quad, document in room.reader.tuples(_REPORTED):
        tellers.setdefault((event, quad), set()).add(outlet_of[document])
    carried: dict[str, dict[int, int]] = {}
    alone: dict[str, int] = {}
    for (_, quad), outlets in tellers.items():
        for outlet in outlets:
            counts = carried.setdefault(outlet, {})
            counts[quad] = counts.get(quad, 0) + 1
            alone[outlet] = alone.get(outlet, 0) + (len(outlets) == 1)
    return carried, alone


def outlet_list(room: Room, ask: Ask) -> dict[str, Any]:
    """Return the outlets, those with most documents first; the documents without one come last, as outlet ""."""
    carried, alone = _carried(room)
    rows = [
        {
            "outlet": row["outlet"], "documents": row["documents"], "languages": sorted(row["spoken"].split(",")),
            "first": row["first"], "last": row["last"], "own": row["documents"] - row["taken"], "taken": row["taken"],
            "statements": row["statements"], "events": sum(carried.get(row["outlet"], {}).values()),
            "alone": alone.get(row["outlet"], 0), "quads": by_name(carried.get(row["outlet"], {})),
        }
        for row in room.reader.rows(_DOCUMENTS)
    ]  # fmt: skip
    rows.sort(key=lambda row: not row["outlet"])
    named = sum(bool(row["outlet"]) for row in rows)
    return {
        "title": "Outlets",
        "total": named,
        "rows": rows[: max(ask.rows(), 500)],
        "next": None,
        "languages": {code: words.language_name(code) for row in rows for code in row["languages"]},
    }
