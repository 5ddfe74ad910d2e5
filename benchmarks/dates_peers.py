"""Time expressions: our tagger and dateparser on the same phrases with the same anchors.

Run: `python benchmarks/dates_peers.py [FILE ...]` (default: the phrases of the tests). dateparser is given each expression cut
out of its sentence, its language and its anchor, so finding it is not tested; its period (day, week, month, year) is
taken for the interval. Ours reads the whole sentence.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

from dateparser.date import DateDataParser

from dragoman.evaluate.dates import read_row, score_mentions
from dragoman.extract.dates.calendar import unit_around
from dragoman.kit import load_kit

GOLD = Path(__file__).parent.parent / "tests" / "gold" / "dates"


def read_with_dateparser(row: dict[str, Any]) -> list[dict[str, Any]]:
    """Return dateparser's reading of the expression of a row, as a mention."""
    if row["start"] is None:
        return []
    base = {"RELATIVE_BASE": datetime.fromisoformat(row["anchor"])} if row["anchor"] else {}
    parser = DateDataParser(languages=[row["language"]], settings={"PREFER_DATES_FROM": "past", **base})
    data = parser.get_date_data(row["text"][row["start"] : row["end"]])
    value = None
    if data.date_obj is not None:
        unit = data.period if data.period in ("week", "month", "year") else "day"
        around = unit_around(data.date_obj.date(), unit)
        value = {"start": str(around.start), "end": str(around.end), "precision": unit}
    return [{"start": row["start"], "end": row["end"], "value": value}]


def main(paths: list[Path]) -> None:
    """Print one line a tagger and file."""
    kit = load_kit()
    taggers: dict[str, Callable[[dict[str, Any]], list[Any]]] = {
        "dragoman": lambda row: read_row(row, kit),
        "dateparser": read_with_dateparser,
    }
    for path in paths:
        rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
        for name, read in taggers.items():
            read(rows[0])  # models and tables load before the clock starts
            start = time.perf_counter()
            score = score_mentions(rows, [read(row) for row in rows], str(path))
            seconds = time.perf_counter() - start
            accuracy, wrong = score.figures["value_accuracy"], score.counts["wrong_directions"]
            print(f"{path.name:16} {name:11} value {accuracy:.3f}  wrong directions {wrong:3d}  {seconds:.1f} s")


if __name__ == "__main__":
    main([Path(argument) for argument in sys.argv[1:]] or sorted(GOLD.glob("*.jsonl")))
