"""Rows of JSON-lines files: one document a line. A faulty line is refused by itself, with its number."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any, NoReturn

from dragoman.errors import InputError
from dragoman.intake.declared import Declared


def split_rows(raw: bytes, *, whole: bool) -> Iterator[tuple[int, bytes]]:
    """Yield number and bytes of each line that is not blank; of a cut file (not `whole`) not the last, broken one."""
    if raw.startswith(b"\xef\xbb\xbf"):
        raw = raw[3:]
    lines = raw.split(b"\n")
    if not whole:
        lines = lines[:-1]
    for number, line in enumerate(lines, start=1):
        stripped = line.strip(b" \t\r")
        if stripped:
            yield number, stripped


def read_row(line: bytes) -> tuple[str, Declared]:
    """Return the text of a row and what the row declares.

    Raises:
        InputError: the line is no JSON object with a `text`, or states a field twice.
    """
    row = _parse(line)
    text = row.get("text")
    if not isinstance(text, str):
        raise InputError("no_text", "the row has no field `text` that holds a string")
    if not text.strip():
        raise InputError("empty", "the field `text` holds nothing but blanks")
    return text, Declared(
        title=_field(row, "title"),
        published=_field(row, "published"),
        author=_field(row, "author"),
        outlet=_field(row, "outlet"),
        url=_field(row, "url"),
        language=_field(row, "language"),
    )


def _parse(line: bytes) -> dict[str, Any]:
    try:
        row = json.loads(
            line.decode("utf-8"), parse_constant=_refuse_constant, object_pairs_hook=_without_doubles
        )
    except UnicodeDecodeError as error:
        raise InputError("bad_encoding", f"the line is not UTF-8 (byte {error.start})") from error
    except RecursionError as error:
        raise InputError("bad_json", "the line is nested too deeply") from error
    except ValueError as error:
        raise InputError("bad_json", f"the line is not valid JSON: {error}") from error
    if not isinstance(row, dict):
        raise InputError("bad_json", "the line is no JSON object")
    return row


def _refuse_constant(name: str) -> NoReturn:
    raise ValueError(f"{name} is no JSON value")


def _without_doubles(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    row = dict(pairs)
    if len(row) != len(pairs):
        names = [name for name, _ in pairs]
        double = next(name for name in names if names.count(name) > 1)
        raise ValueError(f"the field {double[:40]!r} stands twice")
    return row


def _field(row: dict[str, Any], name: str) -> str | None:
    """Return an optional field as text: strings, whole numbers, and lists of strings joined by a comma."""
    value = row.get(name)
    if isinstance(value, list) and value and all(isinstance(item, str) for item in value):
        value = ", ".join(value)
    if isinstance(value, int) and not isinstance(value, bool) and abs(value) < 10**14:
        value = str(value)
    if not isinstance(value, str) or not value.strip():
        return None
    return value.strip().encode("utf-8", "replace").decode("utf-8")[:1_000]
