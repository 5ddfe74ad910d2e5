"""Events as pages show them, and one event with every report, its words and its sources."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from dragoman.web import words
from dragoman.web.ask import Ask, NotFoundError
from dragoman.web.queries import differences
from dragoman.web.queries.reports import with_sentences
from dragoman.web.queries.statements import as_list
from dragoman.web.reader import Row
from dragoman.web.room import Room

_FIELDS = (
    "e.id, e.type, e.mode, e.quad, e.intensity, e.actors, e.recipients, e.actor_states, e.recipient_states, e.mutual, "
    "e.status, e.\"when\", e.day, e.place, e.stories, e.documents, e.least_sources, e.most_sources, e.source_reasons"
)
_MOST_REPORTS = 200  # shown on one page; an event with more says so


# The events in which two states take part, as two of its parties.
PAIR = (
    "SELECT a.event FROM event_parties a CROSS JOIN event_parties b ON b.event = a.event "
    "WHERE a.state = :state AND b.state = :with AND (a.side <> b.side OR a.position <> b.position)"
)


def newest_first(few: bool) -> str:
    """Return the order of events; of few it sorts what was gathered, of many it walks the index."""
    return f"ORDER BY {'+' if few else ''}coalesce(e.day, '') DESC, e.id DESC"


def taking_part(room: Room, column: str, name: str, value: str) -> tuple[str, bool]:
    """Return the condition that an actor (or state) takes part in event `e`, and whether it does so in few events."""
    if room.frequent(f"SELECT 1 FROM event_parties WHERE {column} = :value", {"value": value}):
        return f"EXISTS (SELECT 1 FROM event_parties WHERE event = e.id AND {column} = :{name})", False
    return f"e.id IN (SELECT event FROM event_parties WHERE {column} = :{name})", True


def event_rows(room: Room, found: Iterable[Row], *, heard: bool = True) -> list[Row]:
    """Return events as pages show them: with the names of both sides, and the words of one report if they are `heard`."""
    rows = list(found)
    names = room.names(actor for row in rows for actor in (*row["actors"], *row["recipients"]))
    triggers = _triggers(room, [row["id"] for row in rows]) if heard else {}
    return [_event_row(row, names, triggers.get(row["id"])) for row in rows]


def _event_row(row: Row, names: dict[str, str], trigger: Row | None) -> Row:
    when = row["when"] or {}
    return {
        "id": row["id"], "address": f"/events/{row['id']}", "type": row["type"], "mode": row["mode"], "quad": row["quad"],
        "intensity": row["intensity"], "status": row["status"], "when": row["when"], "start": when.get("start"),
        "end": when.get("end"), "precision": when.get("precision"), "actors": row["actors"], "recipients": row["recipients"],
        "actor_names": [names[actor] for actor in row["actors"]],
        "recipient_names": [names[actor] for actor in row["recipients"]],
        "actor_states": row["actor_states"], "recipient_states": row["recipient_states"], "mutual": bool(row["mutual"]),
        "place": row["place"], "documents": row["documents"], "least_sources": row["least_sources"],
        "most_sources": row["most_sources"], "source_reasons": row["source_reasons"], "stories": row["stories"],
        "words": trigger,
    }  # fmt: skip


def _triggers(room: Room, events: Sequence[str]) -> dict[str, Row]:
    """Return for each event the surest of its reports: its document and the word of the act."""
    if not events:
        return {}
    marks = ",".join("?" * len(events))
    rows = room.reader.rows(
        f"SELECT x.event, r.id AS report, r.document, r.sentence, max(r.score) AS score, d.outlet, d.title, d.path, v.quote "
        f"FROM event_reports x JOIN reports r ON r.id = x.report JOIN documents d ON d.id = r.document "
        f"LEFT JOIN evidence v ON v.owner = r.id AND v.role = 'trigger' "
        f"WHERE x.event IN ({marks}) GROUP BY x.event",
        list(events),
    )
    return {row["event"]: {key: row[key] for key in ("report", "document", "outlet", "path", "title", "quote")} for row in rows}


def event(room: Room, ask: Ask) -> dict[str, Any]:
    """Return one event: who, whom, what, when, where, according to whom, and each report with its sentence."""
    identifier = ask.parts["event"]
    found = room.reader.rows(f"SELECT {_FIELDS} FROM events e WHERE e.id = :id", {"id": identifier})
    if not found:
        raise NotFoundError(f"No event has the id {identifier}. A run or a judgement may have joined it to another.")
    row = event_rows(room, found)[0]
    reports = _reports(room, identifier)
    return {
        "title": headline(row),
        "event": row,
        "reports": reports,
        "more_reports": max(0, _count_reports(room, identifier) - len(reports)),
        "chains": _chains(reports),
        "disagreements": differences.of_event(room, identifier, reports),
        "stories": _stories(room, row["stories"]),
        "statements": _statements_about(room, reports),
        "similar": _similar(room, row),
        "cite": room.cite(
            identifier, ask.path, source=words.and_words(sorted({report["outlet"] or report["path"] for report in reports})),
            date=words.when_words(row["when"]),
        ),
    }  # fmt: skip


def headline(row: Row) -> str:
    """Return an event in one line: France confers with Germany."""
    left, right = words.and_words(row["actor_names"]), words.and_words(row["recipient_names"])
    act = words.verb(row["type"], len(row["actors"]), len(row["recipients"]))
    return f"{left or 'Somebody'} {act}{' ' + right if right else ''}"


_REPORTS = """
SELECT r.*, d.path, d.title, d.outlet, d.language, d.published, m.story, m.relation
FROM event_reports x JOIN reports r ON r.id = x.report JOIN documents d ON d.id = r.document
LEFT JOIN story_members m ON m.document = d.id
WHERE x.event = :event
ORDER BY json_extract(d.published, '$.start') IS NULL, json_extract(d.published, '$.start'), d.id, r.trigger_start LIMIT :limit
"""


def _reports(room: Room, identifier: str) -> list[Row]:
    return with_sentences(room, room.reader.rows(_REPORTS, {"event": identifier, "limit": _MOST_REPORTS}))


def _count_reports(room: Room, identifier: str) -> int:
    return int(room.reader.value("SELECT count(*) FROM event_reports WHERE event = ?", [identifier]))


def _chains(reports: Iterable[Row]) -> list[dict[str, Any]]:
    """Return who carries the reports: every chain of speakers, and how many reports have it. Empty is the narrator."""
    found: dict[tuple[str, ...], int] = {}
    for report in reports:
        chain = tuple(report["according_to"])
        found[chain] = found.get(chain, 0) + 1
    return [{"chain": list(chain), "reports": count} for chain, count in sorted(found.items(), key=lambda item: -item[1])]


def _stories(room: Room, identifiers: Sequence[str]) -> list[Row]:
    marks = ",".join("?" * len(identifiers))
    return room.reader.rows(
        f"SELECT s.id, d.title, d.path, d.outlet, (SELECT count(*) FROM story_members m WHERE m.story = s.id) AS members "
        f"FROM stories s JOIN documents d ON d.id = s.first WHERE s.id IN ({marks}) ORDER BY s.id",
        list(identifiers),
    )


def _statements_about(room: Room, reports: Sequence[Row]) -> list[Row]:
    """Return the statements in which the reports stand: the trigger lies in what is said."""
    found: list[Row] = []
    for document in sorted({report["document"] for report in reports})[:50]:
        starts = [report["trigger_start"] for report in reports if report["document"] == document]
        rows = room.reader.rows("SELECT s.*, d.path, d.title, d.outlet, d.published FROM statements s "
                                "JOIN documents d ON d.id = s.document WHERE s.document = ?", [document])  # fmt: skip
        found += [row for row in rows if any(s <= at < e for s, e in row["content"] for at in starts)]
    return as_list(room, found[:20])


def _similar(room: Room, row: Row) -> list[Row]:
    """Return events that could be the same: same kind of act, a common party, at most a week apart."""
    if not row["start"] or not row["actors"]:
        return []
    found = room.reader.rows(
        f"SELECT {_FIELDS} FROM events e INDEXED BY events_by_day_and_quad WHERE e.quad = :quad AND e.id <> :id "
        "AND e.day BETWEEN date(:day, '-7 days') AND date(:day, '+7 days') AND EXISTS "
        "(SELECT 1 FROM event_parties WHERE event = e.id AND (actor = :actor OR state = :state)) ORDER BY e.type <> :type, "
        "abs(julianday(e.day) - julianday(:day)), e.id LIMIT 8",
        {"quad": row["quad"], "id": row["id"], "day": row["start"], "actor": row["actors"][0], "type": row["type"],
         "state": (row["actor_states"] or [None])[0]},
    )  # fmt: skip
    return event_rows(room, found)
