"""How fast event files become dyad series: generated ICEWS rows, read, counted by month; seconds and peak memory.

    python benchmarks/system.py [--rows 1000000] [--seed 7]

The rows are invented: names, sectors, codes and dates drawn at random in the shape of the published files.
"""

from __future__ import annotations

import argparse
import random
import resource
import sys
import tempfile
import time
from datetime import date, timedelta
from pathlib import Path

from dragoman.event_files import open_events
from dragoman.kit import load_kit
from dragoman.system.dyads import dyad_series
from dragoman.system.formats.icews import COLUMNS

CODES = (
    "010", "020", "036", "040", "042", "051", "057", "061", "070", "080", "090", "111", "112", "120", "130", "141", "173",
    "190",
)  # fmt: skip
STATES = (
    "France", "United States", "Russian Federation", "China", "United Kingdom", "Germany", "Japan", "India", "Brazil",
    "Turkey", "Iran", "Israel", "Egypt", "Nigeria", "South Africa", "Ukraine", "Poland", "Italy", "Spain", "Mexico",
    "Iraq", "Syria", "Pakistan", "Afghanistan", "North Korea", "South Korea", "Vietnam", "Australia", "Canada", "Mali",
)  # fmt: skip


def write_rows(path: Path, rows: int, seed: int) -> None:
    """Write a file of ICEWS rows."""
    chance = random.Random(seed)
    first = date(2010, 1, 1)
    days = [(first + timedelta(days=number)).isoformat() for number in range(3652)]
    sectors = ("Government,Executive,Foreign Ministry", "Military,Government", "General Population / Civilian / Social", "NA")
    with path.open("w", encoding="utf-8", newline="") as file:
        file.write("\t".join(COLUMNS) + "\n")
        for number in range(rows):
            source, target = chance.choice(STATES), chance.choice(STATES)
            cells = (
                str(20000000 + number), chance.choice(days), f"Foreign Affairs ({source})", chance.choice(sectors), source,
                "Make an optimistic comment on relations", chance.choice(CODES), f"{chance.uniform(-10, 8):.1f}",
                f"Head of Government ({target})", chance.choice(sectors), target, str(40000000 + number // 2),
                str(chance.randint(1, 6)), f"Agency {chance.randint(1, 300)}", "NA", "NA", "NA", target,
                f"{chance.uniform(-60, 70):.4f}", f"{chance.uniform(-180, 180):.4f}",
            )  # fmt: skip
            file.write("\t".join(cells) + "\n")


def main() -> None:
    """Write, read and count; print each step."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=1_000_000)
    parser.add_argument("--seed", type=int, default=7)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "events.tab"
        write_rows(path, arguments.rows, arguments.seed)
        print(f"{arguments.rows:,} rows, {path.stat().st_size / 1e6:,.0f} MB")
        start, work = time.perf_counter(), time.process_time()
        found = open_events(path, load_kit(), "icews")
        read = time.perf_counter()
        print(f"read    {read - start:6.1f} s  {len(found.faults)} sorts of faults")
        series = dyad_series(found.events, period="month")
        counted = time.perf_counter()
        print(f"counted {counted - read:6.1f} s  {series.table.num_rows:,} points with the ids of their events")
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1 if sys.platform == "darwin" else 1024)
    print(f"all     {counted - start:6.1f} s  ({time.process_time() - work:.1f} s of processor)  peak memory {peak:,.0f} MiB")


if __name__ == "__main__":
    main()
