"""One record of a document for the panel beside its text: what was read, from which words, by which rule."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import msgspec

from dragoman.web.queries.reports import with_parts
from dragoman.web.queries.statements import as_list
from dragoman.web.reader import Row
from dragoman.web.room import Room

Record = dict[str, Any]


def describe(room: Room, document: str, identifier: str) -> Record | None:
    """Return a report, statement or mention of a document with its evidence and reasons; None where it has no such record.

    `at` is where its words begin: the page opens there; `words` are what a citation quotes.
    """
    make = _KINDS.get(identifier[:1])
    found = make(room, document, identifier) if make else None
    if found is not None:
        found["judgements"] = judgements_on(room, [identifier])
    return found


def _report(room: Room, document: str, identifier: str) -> Record | None:
    rows = with_parts(room, room.reader.rows(_REPORT, [identifier, document]))
    if not rows:
        return None
    report = rows[0]
    inside = room.reader.rows("SELECT * FROM statements WHERE document = ?", [document])
    holding = [row for row in inside if any(s <= report["trigger_start"] < e for s, e in row["content"])]
    return {
        "kind": "report",
        "id": identifier,
        "report": report,
        "quote": next((piece["quote"] for piece in report["evidence"] if piece["role"] == "trigger"), ""),
        "statements": as_list(room, [_placed(row, report) for row in holding]),
        "at": report["trigger_start"],
        "words": _sentence(room, document, report),
        "lit": [[piece["start"], piece["end"], piece["role"]] for piece in report["evidence"]],
    }


def _sentence(room: Room, document: str, report: Row) -> str:
    """Return the sentence that a report stands in, its line breaks as blanks."""
    found = room.reader.value(
        "SELECT substr(d.text, t.start + 1, t.\"end\" - t.start) FROM sentences t JOIN documents d ON d.id = t.document "
        "WHERE t.document = ? AND t.position = ?", [document, report["sentence"]])  # fmt: skip
    return " ".join((found or "").split())


_REPORT = """
SELECT r.*, x.event, d.path, d.title, d.outlet, d.published, e.documents, e.least_sources, e.most_sources
FROM reports r JOIN documents d ON d.id = r.document LEFT JOIN event_reports x ON x.report = r.id
LEFT JOIN events e ON e.id = x.event WHERE r.id = ? AND r.document = ?
"""


def _statement(room: Room, document: str, identifier: str) -> Record | None:
    rows = room.reader.rows(
        "SELECT s.*, d.path, d.title, d.outlet, d.published FROM statements s JOIN documents d ON d.id = s.document "
        "WHERE s.id = ? AND s.document = ?",
        [identifier, document],
    )
    if not rows:
        return None
    row = rows[0]
    reports = with_parts(room, room.reader.rows(_INSIDE, [document]))
    names = room.names(row["speakers"])
    evidence = room.reader.rows(
        'SELECT role, start, "end", quote FROM evidence WHERE owner = ? ORDER BY position', [identifier]
    )
    return {
        "kind": "statement",
        "id": identifier,
        "statement": {**as_list(room, [row])[0], "rule": row["rule"], "parent": row["parent"]},
        "speakers": [{"id": actor, "name": names[actor]} for actor in row["speakers"]],
        "evidence": evidence,
        "reports": [report for report in reports if any(s <= report["trigger_start"] < e for s, e in row["content"])],
        "positions": _positions(room, document, identifier),
        "at": row["content"][0][0] if row["content"] else None,
        "words": row["quote"],
        "lit": [[s, e, "content"] for s, e in row["content"]],
    }


_INSIDE = """
SELECT r.*, x.event FROM reports r LEFT JOIN event_reports x ON x.report = r.id WHERE r.document = ? ORDER BY r.trigger_start
"""


def _positions(room: Room, document: str, statement: str) -> list[Row]:
    """Return what a statement foresees, in its own words."""
    rows = room.reader.rows("SELECT * FROM positions WHERE statement = ?", [statement])
    if not rows:
        return []
    text = room.reader.value("SELECT text FROM documents WHERE id = ?", [document])
    spans = [msgspec.json.decode(row["outcome"], type=tuple[int, int]) for row in rows]  # a name that the ledger has too
    return [
        {**row, "outcome": span, "outcome_words": text[slice(*span)],
         "condition_words": text[slice(*row["condition"])] if row["condition"] else ""}
        for row, span in zip(rows, spans, strict=True)
    ]  # fmt: skip


def _mention(room: Room, document: str, identifier: str) -> Record | None:
    row = room.reader.row("SELECT * FROM mentions WHERE id = ? AND document = ?", [identifier, document])
    if row is None:
        return None
    others = [actor for actor, _ in row["alternatives"] or []]
    names = room.names([*row["actors"], *others])
    office = room.knowledge.offices.get(row["office"] or "")
    return {
        "kind": "mention",
        "id": identifier,
        "mention": row,
        "actors": [{"id": actor, "name": names[actor]} for actor in row["actors"]],
        "alternatives": [{"id": actor, "name": names[actor], "score": score} for actor, score in row["alternatives"] or []],
        "office": office.name if office is not None else row["office"],
        "reports": with_parts(room, room.reader.rows(_TAKING_PART, [document, row["start"], row["end"]])),
        "at": row["start"],
        "words": row["surface"],
        "lit": [[row["start"], row["end"], "mention"]],
    }


_TAKING_PART = """
SELECT r.*, x.event FROM reports r LEFT JOIN event_reports x ON x.report = r.id WHERE r.id IN
(SELECT report FROM report_parties WHERE document = ? AND start < ?3 AND "end" > ?2) ORDER BY r.trigger_start LIMIT 20
"""

_KINDS: dict[str, Callable[[Room, str, str], Record | None]] = {"r": _report, "s": _statement, "m": _mention}


def _placed(statement: Row, report: Row) -> Row:
    return {**statement, **{name: report[name] for name in ("path", "title", "outlet", "published")}}


def judgements_on(room: Room, identifiers: list[str]) -> list[Row]:
    """Return the judgements about some records, newest first."""
    marks = ",".join("?" * len(identifiers))
    return room.reader.rows(
        f"SELECT * FROM judgements WHERE left IN ({marks}) OR right IN ({marks}) ORDER BY number DESC LIMIT 50",
        [*identifiers, *identifiers],
    )
