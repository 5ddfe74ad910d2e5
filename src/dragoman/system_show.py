"""How the results of `dragoman system` are printed for people."""

from __future__ import annotations

import math
from typing import Any

import msgspec
from rich.table import Table

from dragoman.show import printable, screen
from dragoman.system.dyads import QUADS, Series

_SHORT = dict(zip(QUADS, ("VC", "MC", "VK", "MK"), strict=True))


def rows_of(table: Any) -> list[dict[str, Any]]:
    """Return an Arrow table as rows for JSON."""
    rows: list[dict[str, Any]] = msgspec.to_builtins(table.to_pylist())
    return rows


def print_series(series: Series, limit: int) -> None:
    """Print a series of dyads, with the warning that belongs to it, and what was not counted."""
    rows = series.table.slice(0, limit).to_pylist()
    titles = ["dyad", "period", *([series.split] if series.split else []), "events", *_SHORT.values(), "mean intensity",
              "log ratio", "against all", "sources"]  # fmt: skip
    shown = [
        [
            f"{row['source']} {'->' if series.directed else '-'} {row['target']}", row["period"],
            *([row[series.split] or "unknown"] if series.split else []), f"{row['events']:,.0f}",
            *(f"{row[quad]:,.0f}" for quad in QUADS), interval(row["mean_intensity"], row["mean_low"], row["mean_high"]),
            interval(row["log_ratio"], row["low"], row["high"]),
            interval(row["relative"], row["relative_low"], row["relative_high"]), sources(row),
        ]
        for row in rows
    ]  # fmt: skip
    print_rows(titles, shown)
    console = screen()
    if series.table.num_rows > limit:
        console.print(f"... {series.table.num_rows - limit:,} more rows; --limit shows more, --json prints all")
    for reason, count in series.left_out.items():
        console.print(f"not counted: {count:,} rows: {reason}")
    console.print(series.warning)


def interval(value: float, low: float, high: float) -> str:
    """Return a value with its interval; nothing where there is none."""
    return "" if value is None or math.isnan(value) else f"{value:+.2f} [{low:+.2f}, {high:+.2f}]"


def sources(row: dict[str, Any]) -> str:
    """Return how many independent sources stand behind a row, in words where it is one."""
    least, most = row["least_sources"], row["most_sources"]
    if most == 0:
        return "not said"
    if most == 1:
        return "one source"
    return f"{least} to {most}" if least < most else str(most)


def print_rows(titles: list[str], rows: list[list[str]]) -> None:
    """Print a plain table."""
    table = Table(box=None, header_style="bold", pad_edge=False)
    for title in titles:
        table.add_column(title, overflow="fold")
    for row in rows:
        table.add_row(*(printable(cell) for cell in row))
    screen().print(table)
