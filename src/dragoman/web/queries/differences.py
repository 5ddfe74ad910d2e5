"""Where documents contradict each other, and where one repairs another's damaged name: shown side by side, never merged."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from dragoman.web.queries.reports import grouped
from dragoman.web.reader import Row
from dragoman.web.room import Room

_COMPARED = (("type", "kind of act"), ("place", "place"), ("mutual", "direction"))


def of_event(room: Room, event: str, reports: Sequence[Row]) -> list[dict[str, Any]]:
    """Return what the reports of an event disagree in: contradictions of the texts first, then of the coding."""
    stored = room.reader.rows("SELECT * FROM disagreements WHERE event = ? ORDER BY field, id", [event])
    return [*with_sources(room, stored), *_of_coding(reports)]


def of_documents(room: Room, documents: Sequence[str]) -> list[dict[str, Any]]:
    """Return where these documents disagree with each other."""
    found = grouped(room, "SELECT * FROM disagreements WHERE left IN ({ids}) ORDER BY field, id", "left", documents)
    inside = set(documents)
    return with_sources(room, [row for rows in found.values() for row in rows if row["right"] in inside])


def with_sources(room: Room, stored: Iterable[Row]) -> list[dict[str, Any]]:
    """Return stored disagreements, each version with the outlet or file that has it."""
    rows = list(stored)
    names = source_names(room, (version["document"] for row in rows for version in row["versions"]))
    return [
        {
            "field": row["field"], "reason": row["reason"],
            "versions": [{**version, "source": names[version["document"]]} for version in row["versions"]],
        }
        for row in rows
    ]  # fmt: skip


def source_names(room: Room, documents: Iterable[str]) -> dict[str, str]:
    """Return what to call documents: their outlet, else their file."""
    found = grouped(room, "SELECT id, outlet, path FROM documents WHERE id IN ({ids})", "id", documents)
    return {key: rows[0]["outlet"] or rows[0]["path"].rsplit("/", 1)[-1] for key, rows in found.items()}


def _of_coding(reports: Sequence[Row]) -> list[dict[str, Any]]:
    """Return the fields in which the reports were coded differently, each value with one of the reports that have it."""
    found = []
    for field, label in _COMPARED:
        values: dict[str, Row] = {}
        for report in reports:
            if (value := _comparable(field, report)) is not None:
                values.setdefault(value, report)
        if len(values) > 1:
            versions = [_version(value, report) for value, report in values.items()]
            found.append({"field": label, "reason": "reports are coded differently", "versions": versions})
    return found


def _comparable(field: str, report: Row) -> str | None:
    """Return a field in words; None where the report leaves it open, which is no disagreement."""
    value = report[field]
    if field == "place":
        return value["name"] if value else None
    if field == "mutual":
        return "each to the other" if value else "one way"
    return str(value)


def _version(value: str, report: Row) -> dict[str, Any]:
    quote = next((piece["quote"] for piece in report["evidence"] if piece["role"] == "trigger"), "")
    return {
        "document": report["document"], "value": value, "start": report["trigger_start"], "end": report["trigger_end"],
        "quote": quote, "source": report["outlet"] or report["path"].rsplit("/", 1)[-1],
    }  # fmt: skip


def repairs(room: Room, documents: Sequence[str]) -> list[Row]:
    """Return the names that another version of the text gives undamaged."""
    query = "SELECT * FROM name_repairs WHERE document IN ({ids}) ORDER BY document, start"
    rows = [row for found in grouped(room, query, "document", documents).values() for row in found]
    names = source_names(room, (name for row in rows for name in (row["document"], row["witness"]["document"])))
    return [
        {**row, "source": names[row["document"]], "witness": {**row["witness"], "source": names[row["witness"]["document"]]}}
        for row in rows
    ]
