"""Signed ties in a CSV file: columns a, b and sign, and perhaps a window that they belong to."""

from __future__ import annotations

import csv
import io

from dragoman.errors import InputError
from dragoman.system.signed import Tie


def read_ties(content: bytes, window: str | None = None) -> list[Tie]:
    """Read ties from CSV: columns `a`, `b`, `sign` (+1 or -1; 0 is skipped), with `window` only the rows of that window.

    Raises:
        InputError: a column is missing, a sign is none, several windows stand in the file and none is named.
    """
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = content.decode("latin-1")
    reader = csv.DictReader(io.StringIO(text))
    missing = [name for name in ("a", "b", "sign") if name not in (reader.fieldnames or [])]
    if missing:
        raise InputError("bad_ties", f"the file of ties has no column {', '.join(missing)}; it needs a, b and sign")
    rows = list(enumerate(reader, start=2))
    windows = sorted({row["window"] for _, row in rows if row.get("window")})
    if window is None and len(windows) > 1:
        raise InputError("bad_ties", f"the file has several windows; name one of {', '.join(windows)}")
    if window is not None and window not in windows:
        raise InputError("bad_ties", f"there is no window {window!r}; the windows are {', '.join(windows) or 'not named'}")
    return [tie for number, row in rows if (tie := _tie(number, row)) and (window is None or row["window"] == window)]


def _tie(number: int, row: dict[str, str]) -> Tie | None:
    try:
        sign = float(row["sign"])
    except (TypeError, ValueError):
        raise InputError("bad_ties", f"line {number} of the ties: {row['sign']!r} is no sign; give 1 or -1") from None
    if sign not in (1, -1, 0) or not row["a"] or not row["b"] or row["a"] == row["b"]:
        raise InputError("bad_ties", f"line {number} of the ties: two different actors and the sign 1, -1 or 0 are needed")
    return (row["a"], row["b"], int(sign)) if sign else None
