"""Two documents side by side: what stands in both, passage by passage, the rest between them."""

from __future__ import annotations

from typing import Any

from dragoman.web.reader import Row
from dragoman.web.room import Room

_MOST = 400  # passages on one page


def side_by_side(room: Room, left: str, right: str) -> dict[str, Any]:
    """Return two documents as rows of two cells: aligned passages beside each other, the words between them as they come.

    A row has `left` and `right` text (empty where one has nothing there) and `score`, null between passages.
    """
    found = room.reader.rows(
        "SELECT id, title, path, outlet, language, published, text, body FROM documents WHERE id IN (?, ?)", [left, right]
    )
    documents = {row["id"]: row for row in found}
    edge = room.reader.row("SELECT * FROM story_edges WHERE left = ? AND right = ?", sorted([left, right]))
    passages = [_turned(passage, edge["left"] == left) for passage in edge["passages"]] if edge else []
    rows = _rows(documents[left], documents[right], passages[:_MOST])
    return {
        "left": _head(documents[left]),
        "right": _head(documents[right]),
        "edge": {key: edge[key] for key in ("relation", "direction", "extent", "probability", "left_coverage",
                                            "right_coverage", "reasons")} if edge else None,
        "turned": bool(edge) and edge is not None and edge["left"] != left,
        "aligned": len(passages),
        "rows": rows,
    }  # fmt: skip


def _head(row: Row) -> Row:
    return {key: row[key] for key in ("id", "title", "path", "outlet", "language", "published")}


def _turned(passage: list[Any], as_stored: bool) -> tuple[list[int], list[int], float]:
    """Return an aligned passage with the span of the left-hand document first."""
    one, other, score = passage
    return (one, other, score) if as_stored else (other, one, score)


def _rows(left: Row, right: Row, passages: list[tuple[list[int], list[int], float]]) -> list[dict[str, Any]]:
    """Return the rows in the order of the left text. A passage that stands elsewhere in the right text says so."""
    if not passages:
        return [{"left": part, "right": "", "score": None, "moved": False} for part in _body(left, 0, len(left["text"]))] + [
            {"left": "", "right": part, "score": None, "moved": False} for part in _body(right, 0, len(right["text"]))
        ]
    ordered = sorted(passages, key=lambda passage: passage[0])
    rows: list[dict[str, Any]] = []
    at_left = at_right = 0
    for one, other, score in ordered:
        moved = other[0] < at_right
        between_left = _body(left, at_left, one[0])
        between_right = [] if moved else _body(right, at_right, other[0])
        rows += _between(between_left, between_right)
        rows.append({"left": left["text"][slice(*one)], "right": right["text"][slice(*other)], "score": score, "moved": moved})
        at_left, at_right = max(at_left, one[1]), max(at_right, other[1])
    return rows + _between(_body(left, at_left, len(left["text"])), _body(right, at_right, len(right["text"])))


def _between(left: list[str], right: list[str]) -> list[dict[str, Any]]:
    """Return what stands in one of the two only, as one row."""
    if not left and not right:
        return []
    return [{"left": "\n".join(left), "right": "\n".join(right), "score": None, "moved": False}]


def _body(document: Row, start: int, end: int) -> list[str]:
    """Return what of the text to read lies between two offsets."""
    parts = [document["text"][max(start, s) : min(end, e)].strip() for s, e in document["body"] if s < end and e > start]
    return [part for part in parts if part]
