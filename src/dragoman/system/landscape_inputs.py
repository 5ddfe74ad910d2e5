"""Sizes and propensities: from tables that the user has, or from the network of the record."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Literal

from dragoman.errors import InputError
from dragoman.system.network import SignedNetwork

Sizing = Literal["equal", "events"]

_MOST_ACTORS = 17  # 65,536 divisions: at once on any machine


def read_sizes(content: bytes) -> dict[str, float]:
    """Read a CSV table of sizes: a header, then rows whose last column is the size and the one before it the actor.

    Raises:
        InputError: the table is broken.
    """
    rows = _rows(content)
    sizes: dict[str, float] = {}
    for number, row in enumerate(rows[1:], start=2):
        if len(row) < 2:
            raise InputError("bad_table", f"line {number} of the sizes has {len(row)} column; give actor and size")
        sizes[row[-2].strip()] = _number(row[-1], f"line {number} of the sizes")
    return sizes


def read_propensities(
    content: bytes, *, neutral: float = 0.0, names: Sequence[str] | None = None
) -> dict[tuple[str, str], float]:
    """Read a CSV table of propensities: rows of `a,b,value` under such a header, or a square table with names on both sides.

    Args:
        content: the file.
        neutral: the value that stands for indifference; it is subtracted (3 on a scale of 1 to 5).
        names: call the rows and columns of a square table so, in order, instead of by its own names.

    Raises:
        InputError: the table is broken, or not symmetric.
    """
    rows = _rows(content)
    header = [cell.strip().casefold() for cell in rows[0]] if rows else []
    pairs = _long(rows[1:]) if len(header) == 3 and header[:2] == ["a", "b"] else _square(rows, names)
    found: dict[tuple[str, str], float] = {}
    for (a, b), value in pairs.items():
        if pairs.get((b, a), value) != value:
            raise InputError("bad_table", f"{a} and {b} have two propensities; they must be symmetric")
        found.setdefault((min(a, b), max(a, b)), value - neutral)
    return found


def _rows(content: bytes) -> list[list[str]]:
    """Return the rows of a CSV file in UTF-8 or Latin-1, with any line ends."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = content.decode("latin-1")
    plain = text.replace("\r\n", "\n").replace("\r", "\n")
    return [row for row in csv.reader(io.StringIO(plain)) if any(cell.strip() for cell in row)]


def _number(cell: str, where: str) -> float:
    try:
        return float(cell)
    except ValueError:
        raise InputError("bad_table", f"{where}: {cell!r} is no number") from None


def _long(rows: Sequence[Sequence[str]]) -> dict[tuple[str, str], float]:
    found: dict[tuple[str, str], float] = {}
    for number, row in enumerate(rows, start=2):
        if len(row) != 3:
            raise InputError("bad_table", f"line {number} of the propensities has {len(row)} columns instead of 3")
        found[row[0].strip(), row[1].strip()] = _number(row[2], f"line {number} of the propensities")
    return found


def _square(rows: Sequence[Sequence[str]], names: Sequence[str] | None) -> dict[tuple[str, str], float]:
    """Read a square table: its first row and column are names; an empty cell says nothing."""
    count = len(rows) - 1
    columns = [cell.strip() for cell in rows[0][-count:]] if count > 0 else []
    own = [row[0].strip() for row in rows[1:]]
    called = list(names) if names is not None else columns
    if len(called) != count or (names is None and own != columns):
        message = f"{count} rows and columns {', '.join(columns)}: a square table has the same names on both sides"
        raise InputError("bad_table", f"the propensities are no square table: {message}")
    found: dict[tuple[str, str], float] = {}
    for i, row in enumerate(rows[1:]):
        cells = [*row[1:], *[""] * (count + 1 - len(row))]
        for j, cell in enumerate(cells[-count:]):
            if cell.strip() and i != j:
                found[called[i], called[j]] = _number(cell, f"row {own[i]}, column {columns[j]}")
    return found


def from_network(
    network: SignedNetwork, sizes: Mapping[str, float] | Sizing = "equal", most: int = _MOST_ACTORS
) -> tuple[dict[str, float], dict[tuple[str, str], float], tuple[str, ...]]:
    """Return sizes, propensities and the actors left out, from the record.

    The propensity of a pair is its log ratio of cooperation to conflict: what is reported, not what they want. Sizes are given,
    or equal, or the number of events that an actor takes part in, which is attention and not power. Of more than `most`
    actors those with the most ties stay.
    """
    degree: Counter[str] = Counter()
    events: Counter[str] = Counter()
    for tie in network.pairs:
        for name in (tie.a, tie.b):
            degree[name] += 1
            events[name] += len(tie.events)
    known = [name for name in degree if isinstance(sizes, str) or name in sizes]
    kept = sorted(known, key=lambda name: (-degree[name], -events[name], name))[:most]
    weight = {name: 1.0 if sizes == "equal" else float(events[name]) if isinstance(sizes, str) else sizes[name]
              for name in sorted(kept)}  # fmt: skip
    pairs = {(tie.a, tie.b): tie.log_ratio for tie in network.pairs if tie.a in weight and tie.b in weight}
    return weight, pairs, tuple(sorted(set(degree) - set(weight)))
