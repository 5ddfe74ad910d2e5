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
# An event counts once for each outlet that reports it, and as told by it alone where no other does.
_EVENTS = """
WITH carried AS (
SELECT DISTINCT x.event, e.quad, coalesce(d.outlet, '') AS outlet FROM event_reports x JOIN events e ON e.id = x.event
JOIN reports r ON r.id = x.report JOIN documents d ON d.id = r.document)
SELECT outlet, quad, count(*) AS events, sum(alone) AS alone
FROM (SELECT outlet, quad, count(*) OVER (PARTITION BY event) = 1 AS alone FROM carried) GROUP BY outlet, quad
"""


def outlet_list(room: Room, ask: Ask) -> dict[str, Any]:
    """Return the outlets, those with most documents first; the documents without one come last, as outlet ""."""
    carried: dict[str, dict[int, int]] = {}
    alone: dict[str, int] = {}
    for row in room.reader.rows(_EVENTS):
        carried.setdefault(row["outlet"], {})[row["quad"]] = row["events"]
        alone[row["outlet"]] = alone.get(row["outlet"], 0) + row["alone"]
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
