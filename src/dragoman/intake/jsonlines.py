"""Rows of JSON-lines files and of JSON arrays: one document each. A faulty line is refused by itself, with its number."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any, NoReturn

from dragoman.errors import InputError
from dragoman.intake.declared import Declared
from dragoman.intake.fields import read_fields


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


def split_items(text: str) -> list[str] | None:
    """Return the parts of a file that is one JSON array, or one object; None where it is neither: lines, that is.

    What follows an item that is no JSON cannot be told apart: it is one part, which will be refused.
    """
    start = _after_blanks(text, 0)
    if text[start : start + 1] == "{":
        try:
            end = _DECODER.raw_decode(text, start)[1]
        except (ValueError, RecursionError):
            return None
        return [text[start:end]] if _after_blanks(text, end) == len(text) else None
    if text[start : start + 1] != "[":
        return None
    parts: list[str] = []
    position = _after_blanks(text, start + 1)
    while position < len(text) and text[position] != "]":
        try:
            end = _DECODER.raw_decode(text, position)[1]
        except (ValueError, RecursionError):
            return [*parts, text[position:]]
        parts.append(text[position:end])
        position = _after_blanks(text, end)
        if text[position : position + 1] == ",":
            position = _after_blanks(text, position + 1)
    return parts


def _after_blanks(text: str, position: int) -> int:
    while position < len(text) and text[position] in " \t\r\n":
        position += 1
    return position


def read_row(line: bytes) -> tuple[str, Declared]:
    """Return the text of a row and what the row declares.

    Raises:
        InputError: the line is no JSON object with a text, or states a field twice.
    """
    return read_fields(_parse(line))


def _parse(line: bytes) -> dict[str, Any]:
    try:
        row = _DECODER.decode(line.decode("utf-8"))
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


_DECODER = json.JSONDecoder(parse_constant=_refuse_constant, object_pairs_hook=_without_doubles)
