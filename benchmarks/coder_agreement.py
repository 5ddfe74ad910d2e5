"""How far two coders of the same documents agree: the ceiling of what can be asked of the program.

`python benchmarks/coder_agreement.py tests/gold` compares `coders/first.jsonl` and `coders/second.jsonl` by the rule of
`dragoman eval events`: overlapping evidence, a common type, the same states on each side (half of them at least). Of the
acts that one coder calls core, how many has the other at all? The mean of both ways, as F1, is what a third coder, or a
program, could reach. Prints one JSON object.
"""

from __future__ import annotations

import json
import sys
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from dragoman.evaluate.events import Coded, Found, code_document, fits, stands_at
from dragoman.evaluate.score import read_jsonl
from dragoman.evaluate.texts import gold_document
from dragoman.records import Span
from dragoman.settings import load_settings

Row = dict[str, Any]


def as_found(row: Row, type_: str, span: Span) -> Found:
    """Return a coder's row in the form in which reports are compared."""
    return Found(
        type=type_, reduced_type=type_, quad=0, actors=frozenset(row["a"]), recipients=frozenset(row["b"]),
        mutual=bool(row["mutual"]), status=row["status"], according_to=(), trigger=span, evidence=(span,),
    )  # fmt: skip


def same(row: Row, span: Span, other: Row, there: Sequence[Span]) -> bool:
    """Tell whether another coder's row means the act of this one."""
    found = (as_found(row, type_, span) for type_ in row["types"])
    return any(stands_at(each, there) and fits(each, other) for each in found)


def partners(one: Coded, other: Coded) -> list[tuple[Row, Row | None]]:
    """Return each row of one coder with its first free partner among the rows of the other, core rows first."""
    free = list(zip(other.rows, other.spans, strict=True))
    pairs: list[tuple[Row, Row | None]] = []
    for row, spans in sorted(zip(one.rows, one.spans, strict=True), key=lambda pair: pair[0]["need"] != "core"):
        match = next((pair for pair in free if any(same(dict(row), span, dict(pair[0]), pair[1]) for span in spans)), None)
        if match is not None:
            free.remove(match)
        pairs.append((dict(row), dict(match[0]) if match is not None else None))
    return pairs


def agreement(gold: Path) -> dict[str, float]:
    """Return the share of each coder's core acts that the other has, their F1, and the share of equal statuses."""
    settings = load_settings()
    coded: dict[str, dict[str, Coded]] = defaultdict(dict)
    for coder in ("first", "second"):
        rows = list(read_jsonl(gold / "coders" / f"{coder}.jsonl"))
        for name in sorted({str(row["doc"]) for row in rows}):
            coded[name][coder] = code_document(name, gold_document(gold, name, settings).text, rows, gold)
    both = [pair for pair in coded.values() if len(pair) == 2]
    shares = {}
    statuses: list[bool] = []
    for one, other in (("first", "second"), ("second", "first")):
        pairs = [pair for document in both for pair in partners(document[one], document[other])]
        core = [there for row, there in pairs if row["need"] == "core"]
        shares[one] = sum(there is not None for there in core) / len(core)
        statuses += [row["status"] == there["status"] for row, there in pairs if there is not None]
    mean = 2 * shares["first"] * shares["second"] / (shares["first"] + shares["second"])
    return {
        "documents": len(both), "first_in_second": shares["first"], "second_in_first": shares["second"], "f1": mean,
        "status": sum(statuses) / len(statuses),
    }  # fmt: skip


if __name__ == "__main__":
    print(json.dumps({name: round(value, 4) for name, value in agreement(Path(sys.argv[1])).items()}, indent=1))
