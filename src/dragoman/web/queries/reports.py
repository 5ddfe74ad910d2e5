"""Reports with their two sides, their evidence and the sentence that they stand in, cut for marking."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from dragoman.web.pieces import Mark, cut
from dragoman.web.reader import Row
from dragoman.web.room import Room

_FAR = 300  # characters around a trigger that are shown where its sentence is not stored


def chunks(values: Iterable[str], size: int = 500) -> Iterable[list[str]]:
    """Yield distinct values in lists that SQLite can bind."""
    listed = sorted(set(values))
    for start in range(0, len(listed), size):
        yield listed[start : start + size]


def grouped(room: Room, query: str, key: str, values: Iterable[str]) -> dict[str, list[Row]]:
    """Return the rows of a query over many ids (at `{ids}`), gathered by one column."""
    found: dict[str, list[Row]] = defaultdict(list)
    for part in chunks(values):
        for row in room.reader.rows(query.replace("{ids}", ",".join("?" * len(part))), part):
            found[row[key]].append(row)
    return found


def with_parts(room: Room, reports: Sequence[Row]) -> list[Row]:
    """Return reports with `actors` and `recipients` (id, name, words, span) and `evidence`."""
    ids = [report["id"] for report in reports]
    sides = "SELECT * FROM report_parties WHERE report IN ({ids}) ORDER BY report, side, position"
    parties = grouped(room, sides, "report", ids)
    evidence = grouped(room, "SELECT * FROM evidence WHERE owner IN ({ids}) ORDER BY owner, position", "owner", ids)
    names = room.names(party["actor"] for rows in parties.values() for party in rows)
    return [
        {
            **report,
            "mutual": bool(report["mutual"]),
            "actors": _side(parties[report["id"]], "actor", names),
            "recipients": _side(parties[report["id"]], "recipient", names),
            "evidence": [{key: row[key] for key in ("role", "start", "end", "quote")} for row in evidence[report["id"]]],
        }
        for report in reports
    ]


def _side(parties: Sequence[Row], side: str, names: dict[str, str]) -> list[dict[str, Any]]:
    return [
        {"id": row["actor"], "name": names[row["actor"]], "words": row["name"], "state": row["state"], "start": row["start"],
         "end": row["end"]}
        for row in parties if row["side"] == side
    ]  # fmt: skip


def with_sentences(room: Room, reports: Sequence[Row]) -> list[Row]:
    """Return reports with their parts and with `pieces`: the sentence, cut at the evidence."""
    full = with_parts(room, reports)
    documents = {report["document"] for report in full}
    texts = {key: rows[0]["text"] for key, rows in
             grouped(room, "SELECT id, text FROM documents WHERE id IN ({ids})", "id", documents).items()}  # fmt: skip
    sentences = grouped(room, "SELECT * FROM sentences WHERE document IN ({ids})", "document", documents)
    spans = {(row["document"], row["position"]): (row["start"], row["end"]) for rows in sentences.values() for row in rows}
    return [{**report, "pieces": _pieces(report, texts[report["document"]], spans)} for report in full]


def _pieces(report: Row, text: str, spans: dict[tuple[str, int], tuple[int, int]]) -> list[Any]:
    around = (max(0, report["trigger_start"] - _FAR), min(len(text), report["trigger_end"] + _FAR))
    start, end = spans.get((report["document"], report["sentence"]), around)
    marks = [Mark(row["start"], row["end"], row["role"], report["id"]) for row in report["evidence"]]
    return cut(text, start, end, marks)
