"""Scores of positions against `gold/system.json`: recall of forecasts and of claims about the order, by evidence.

A gold row is found when positions of its sort cover half of its evidence. The coding is not exhaustive, so no precision.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from dragoman.evaluate.score import Score, characters, read_object
from dragoman.evaluate.texts import gold_document, gold_file
from dragoman.kit import Kit
from dragoman.pipeline import read_document
from dragoman.records import Position, Span

SORTS: Mapping[str, frozenset[str]] = {
    "forecasts": frozenset(("forecast", "conditional")),
    "polarity_claims": frozenset(("polarity-claim",)),
}
_ENOUGH = 0.5


def evaluate(gold: Path, kit: Kit, predictions: Path | None = None) -> Score:
    """Read the documents that a gold file names and score their positions."""
    gold = gold_file(gold, "system.json")
    rows = read_object(gold)
    found: dict[str, Sequence[Position]] = {}
    for name in sorted({str(row["doc"]) for sort in SORTS for row in rows.get(sort, ())}):
        found[name] = read_document(gold_document(gold, name, kit.settings), kit).positions
    return score(rows, str(gold), found)


def score(rows: Mapping[str, Any], name: str, found: Mapping[str, Sequence[Position]]) -> Score:
    """Score positions by document against gold rows."""
    figures: dict[str, float] = {}
    counts: dict[str, int] = {}
    errors: list[dict[str, Any]] = []
    for sort, kinds in SORTS.items():
        wanted = list(rows.get(sort, ()))
        missed = [row for row in wanted if not _covered(row, found.get(str(row["doc"]), ()), kinds)]
        figures[f"{sort}_recall"] = 1 - len(missed) / len(wanted) if wanted else 0.0
        counts[f"{sort}_gold"] = len(wanted)
        counts[f"{sort}_found"] = sum(p.kind in kinds for positions in found.values() for p in positions)
        errors += [
            {"error": "missed", "kind": sort, "document": row["doc"], "evidence": str(row["evidence"])[:300]}
            for row in missed
        ]
    return Score(kind="positions", gold=name, figures=figures, counts=counts, errors=tuple(errors))


def _covered(row: Mapping[str, Any], positions: Sequence[Position], kinds: frozenset[str]) -> bool:
    """Tell whether one position covers half of a row's evidence with its outcome and condition."""
    evidence = characters([(int(row["span"][0]), int(row["span"][1]))])
    for position in positions:
        spans: list[Span] = [position.outcome, *([position.condition] if position.condition else [])]
        if position.kind in kinds and len(evidence & characters(spans)) >= _ENOUGH * len(evidence):
            return True
    return False
