"""The judgements: all that were ever made, newest first, and what has become of each."""

from __future__ import annotations

from typing import Any

from dragoman.merge.judgements import UNDO, find_bonds, in_force
from dragoman.records import Judgement
from dragoman.web.ask import Ask, QuestionError
from dragoman.web.reader import Row
from dragoman.web.room import Room

COLUMNS = ("number", "verdict", "left", "right", "value", "user", "created", "note", "state")

VERDICTS = {
    "same": "the same event or story",
    "different": "not the same",
    "reject": "not what the text says",
    "wrong-actor": "the wrong actor",
    "undo": "taken back",
}


def judgement_list(room: Room, ask: Ask) -> dict[str, Any]:
    """Return judgements, newest first."""
    after = ask.after(1)
    if after is not None and not after[0].isdigit():
        raise QuestionError("after is what the link to the next page says; go back to the first page")
    limit = ask.rows()
    every = room.reader.rows("SELECT * FROM judgements ORDER BY number DESC")
    states = _states(every)
    found = [row for row in every if after is None or row["number"] < int(after[0])][: limit + 1]
    rows = [{**row, "state": states[row["number"]], "address": _address(room, row)} for row in found[:limit]]
    return {
        "title": "Judgements",
        "rows": rows,
        "next": str(rows[-1]["number"]) if len(found) > limit else None,
        "user": ask.user,
        "done": ask.text("done"),
    }


def _states(rows: list[Row]) -> dict[int, str]:
    """Return for each judgement whether it is in force, undone, overruled, or takes another back."""
    judgements = [_judgement(row) for row in rows]
    standing = in_force(judgements)
    numbers = {judgement.number for judgement in standing}
    overruled = set(find_bonds(standing).overruled)
    return {
        judgement.number: "takes back" if judgement.verdict == UNDO
        else "overruled" if judgement.number in overruled
        else "in force" if judgement.number in numbers
        else "taken back"
        for judgement in judgements
    }  # fmt: skip


def _judgement(row: Row) -> Judgement:
    return Judgement(**{name: row[name] for name in Judgement.__struct_fields__})


def _address(room: Room, row: Row) -> str:
    """Return where the record that was judged can be seen."""
    left = row["left"]
    if row["verdict"] == UNDO:
        return "/judgements"
    if len(left) == 64:
        return f"/documents/{left}"
    document = room.reader.value("SELECT document FROM reports WHERE id = ?", [left])
    return f"/documents/{document}?record={left}#words" if document else "/judgements"
