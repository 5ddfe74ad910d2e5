"""Scores of time expressions against phrases with an anchor, one short text a row.

A row is `{"id", "text", "language", "anchor", "start", "end", "value", "note"}`: `anchor` the day of the text or null, `start`
and `end` the offsets of the expression (null where the text has none), `value` its `{"start", "end", "precision"}`, null
where nothing in the text or its date tells the day. Conventions: weeks run from Monday to Sunday; a count of units is as
precise as its unit ("two years ago" is a year); "since", "until" and "by" reach to the day of the text; a vague "coming days"
is seven days, weeks four, months six, years five; seasons are northern and meteorological, a winter belongs to the year in
which it begins; thirds of months are cut at the 10th and 20th.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from dragoman.evaluate.score import Score, precision_recall, read_jsonl
from dragoman.extract.dates.stage import find_dates
from dragoman.extract.parse.sentences import split_sentences
from dragoman.extract.parse.tree import overlap
from dragoman.kit import Kit
from dragoman.records import Block, Document, DocumentFacts, When

Row = Mapping[str, Any]
Value = Mapping[str, Any] | None


def evaluate(gold: Path, kit: Kit, predictions: Path | None = None) -> Score:
    """Score the intervals of time expressions; `predictions` has one object {"mentions": [{start, end, value}]} a line."""
    rows = list(read_jsonl(gold))
    if predictions is not None:
        found = [list(row["mentions"]) for row in read_jsonl(predictions)]
    else:
        found = [read_row(row, kit) for row in rows]
    return score_mentions(rows, found, str(gold))


def read_row(row: Row, kit: Kit) -> list[Row]:
    """Return the mentions that the tagger finds in one row, in the form of predictions."""
    text, anchor = str(row["text"]), row["anchor"]
    document = Document(id="", text=text, path="", language=str(row["language"]))
    sentences = split_sentences(document, (Block(start=0, end=len(text), kind="body"),), kit)
    published = When(start=anchor, end=anchor, precision="day", basis="text") if anchor else None
    mentions = find_dates(document, sentences, DocumentFacts(published=published), kit)
    return [{"start": each.start, "end": each.end, "value": _value(each.when), "rule": each.rule} for each in mentions]


def _value(when: When) -> Value:
    if when.start is None and when.end is None:
        return None
    return {"start": when.start, "end": when.end, "precision": when.precision}


def score_mentions(rows: Sequence[Row], found: Sequence[Sequence[Row]], name: str) -> Score:
    """Compare the mention that overlaps each expression most: found at all, right interval, wrong side of the anchor."""
    judged = [_judge(row, mentions) for row, mentions in zip(rows, found, strict=True)]
    wanted = [judgement for row, judgement in zip(rows, judged, strict=True) if row["start"] is not None]
    detected = sum(judgement["detected"] for judgement in wanted)
    false = sum(bool(mentions) for row, mentions in zip(rows, found, strict=True) if row["start"] is None)
    right = sum(judgement["right"] for judgement in wanted)
    precise = sum(judgement["precise"] for judgement in wanted)
    precision, recall, f1 = precision_recall(detected, detected + false, len(wanted))
    figures = {
        "value_accuracy": right / len(wanted) if wanted else 0.0,
        "precision_accuracy": precise / len(wanted) if wanted else 0.0,
        "detection_precision": precision,
        "detection_recall": recall,
        "detection_f1": f1,
    }
    counts = {
        "rows": len(rows),
        "expressions": len(wanted),
        "right": right,
        "wrong_directions": sum(judgement["wrong_direction"] for judgement in wanted),
    }
    errors = tuple(
        {"id": row["id"], "text": row["text"], "anchor": row["anchor"], "gold": row["value"], "found": list(mentions)}
        for row, mentions, judgement in zip(rows, found, judged, strict=True)
        if not judgement["right"]
    )
    return Score(kind="dates", gold=name, figures=figures, counts=counts, errors=errors)


def _judge(row: Row, mentions: Sequence[Row]) -> dict[str, bool]:
    if row["start"] is None:
        return {"right": not mentions}
    span = (int(row["start"]), int(row["end"]))
    best = max(mentions, key=lambda each: overlap(span, (each["start"], each["end"])), default=None)
    if best is None or not overlap(span, (best["start"], best["end"])):
        return {"detected": False, "right": False, "precise": False, "wrong_direction": False}
    gold, value = row["value"], best["value"]
    right = _same(gold, value)
    precise = right and (gold is None or gold["precision"] == value["precision"])
    return {"detected": True, "right": right, "precise": precise, "wrong_direction": _opposed(gold, value, row["anchor"])}


def _same(gold: Value, value: Value) -> bool:
    if gold is None or value is None:
        return gold is value
    return (gold["start"], gold["end"]) == (value["start"], value["end"])


def _opposed(gold: Value, value: Value, anchor: str | None) -> bool:
    """Tell whether two intervals lie on opposite sides of the anchor: a confident date in the wrong direction."""
    if gold is None or value is None or anchor is None:
        return False
    return (_after(gold, anchor) and _before(value, anchor)) or (_before(gold, anchor) and _after(value, anchor))


def _after(value: Row, anchor: str) -> bool:
    return value["start"] is not None and str(value["start"]) > anchor


def _before(value: Row, anchor: str) -> bool:
    return value["end"] is not None and str(value["end"]) < anchor
