"""What every scorer returns, and the arithmetic that they share."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

import msgspec

from dragoman.errors import InputError
from dragoman.records import Span


class Score(msgspec.Struct, frozen=True, kw_only=True):
    """The result of one evaluation.

    `figures` are the rates asked for, 0 to 1 unless their name says otherwise; `counts` what they were computed from;
    `errors` one row for every miss and false find, with enough text to work on it.
    """

    kind: str
    gold: str
    figures: dict[str, float]
    counts: dict[str, int] = {}
    errors: tuple[dict[str, Any], ...] = ()


def precision_recall(right: int, found: int, wanted: int) -> tuple[float, float, float]:
    """Return precision, recall and F1; each is 0 where it is undefined."""
    precision = right / found if found else 0.0
    recall = right / wanted if wanted else 0.0
    return precision, recall, 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def characters(spans: Iterable[Span]) -> set[int]:
    """Return all offsets that lie in some span."""
    return {offset for start, end in spans for offset in range(start, end)}


def jaccard(left: Sequence[Span], right: Sequence[Span]) -> float:
    """Return the overlap of two sets of spans: shared characters by all characters."""
    a, b = characters(left), characters(right)
    return len(a & b) / len(a | b) if a | b else 0.0


def macro_f1(gold: Sequence[str], predicted: Sequence[str | None], labels: Iterable[str] | None = None) -> float:
    """Return the unweighted mean F1 over the labels (by default those that occur in gold)."""
    names = sorted(set(labels) if labels is not None else set(gold))
    values = []
    for name in names:
        right = sum(g == name == p for g, p in zip(gold, predicted, strict=True))
        values.append(precision_recall(right, sum(p == name for p in predicted), sum(g == name for g in gold))[2])
    return sum(values) / len(values) if values else 0.0


class GoldRow(dict[str, Any]):
    """A row of a gold file that says where it stands when a scorer asks for a field that it does not have."""

    place = ""

    def __missing__(self, field: str) -> Any:
        """Raise `InputError` in the place of a `KeyError`."""
        raise InputError("bad_gold", f"{self.place} has no field {field!r}; is this gold of the kind that you named?")


def read_object(path: Path) -> GoldRow:
    """Return the one JSON object of a gold file. Raises `InputError` where it holds anything else."""
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
    except ValueError as error:
        raise InputError("bad_gold", f"{path}: {error}; give a file with one JSON object") from error
    return _gold_row(found, str(path))


def _gold_row(found: Any, place: str) -> GoldRow:
    if not isinstance(found, dict):
        raise InputError("bad_gold", f"{place} is no JSON object; is this gold of the kind that you named?")
    row = GoldRow(found)
    row.place = place
    return row


def read_jsonl(path: Path) -> Iterator[dict[str, Any]]:
    """Yield the objects of a JSON-lines file. Raises `InputError` with file and line where one is broken."""
    with path.open(encoding="utf-8") as handle:
        for number, line in enumerate(handle, start=1):
            if not line.strip():
                continue
            try:
                row = json.loads(line)
            except json.JSONDecodeError as error:
                raise InputError("bad_gold", f"{path}:{number}: {error}; correct this line of the gold file") from error
            yield _gold_row(row, f"{path}:{number}")
