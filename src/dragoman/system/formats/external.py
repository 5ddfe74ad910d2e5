"""Files that a user sets beside the record: ideal points of UN votes, capabilities, ties such as alliances."""

from __future__ import annotations

import csv
import math
from collections.abc import Iterator, Mapping

from dragoman.errors import InputError
from dragoman.system.formats.names import StateNames
from dragoman.system.position import IdealPoint

_POINT = ("IdealPoint", "IdealPointAll")
_LOW, _HIGH = ("Q5%", "Q5%All"), ("Q95%", "Q95%All")
_FIRST, _SECOND = ("a", "state1", "iso3_1", "ccode1"), ("b", "state2", "iso3_2", "ccode2")
_STATE = ("iso3c", "iso3", "state", "stateabb", "Countryname", "country")


def read_ideal_points(data: bytes) -> list[IdealPoint]:
    """Return the estimates of Bailey, Strezhnev and Voeten (2017), as their CSV has them: 5 %, mean and 95 % by session.

    Raises:
        InputError: the file has no such columns.
    """
    found = []
    for row in _rows(data):
        state, point, low, high = (_first(row, names) for names in (_STATE, _POINT, _LOW, _HIGH))
        values = [_number(value) for value in (point, low, high, row.get("session", ""))]
        if state and not any(math.isnan(value) for value in values):
            found.append(IdealPoint(state=state, session=int(values[3]), point=values[0], low=values[1], high=values[2]))
    if not found:
        raise InputError("format", "no ideal points: the file needs the columns iso3c, session, IdealPoint, Q5%, Q95%")
    return found


def read_capabilities(data: bytes, measure: str = "cinc") -> list[tuple[str, int, float]]:
    """Return state, year and a capability of each row; the state is its COW code where the file has `ccode`, else as written.

    Raises:
        InputError: the file has no such columns.
    """
    found = []
    for row in _rows(data):
        state = _code(row.get("ccode", "")) or _first(row, _STATE)
        year, value = _number(row.get("year", "")), _number(row.get(measure, ""))
        if state and not math.isnan(year) and value >= 0:  # a missing value is negative in COW's files
            found.append((state, int(year), value))
    if not found:
        raise InputError("format", f"no capabilities: the file needs the columns ccode (or state), year and {measure}")
    return found


def read_levels(data: bytes, states: StateNames) -> list[tuple[str, str, int | None, float]]:
    """Return two states, the year if there is one, and the level of their tie, from a CSV with a, b (year) and level.

    Raises:
        InputError: the file has no such columns.
    """
    found = []
    for row in _rows(data):
        first, second = _first(row, _FIRST), _first(row, _SECOND)
        level, year = _number(_first(row, ("level", "sign", "value"))), _number(row.get("year", ""))
        if first and second and not math.isnan(level):
            ends = [_code(name) if name.replace(".", "").isdigit() else states.named(name) or name for name in (first, second)]
            found.append((ends[0], ends[1], None if math.isnan(year) else int(year), level))
    if not found:
        raise InputError("format", "no ties: the file needs the columns a, b and level (and year, if ties change)")
    return found


def _rows(data: bytes) -> Iterator[Mapping[str, str]]:
    """Yield the rows of a CSV. These files are Latin-1 or UTF-8; the names that are used are ASCII in both."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("latin-1")
    try:
        for row in csv.DictReader(text.splitlines()):
            yield {key: value for key, value in row.items() if isinstance(key, str) and isinstance(value, str)}
    except csv.Error as error:
        raise InputError("format", f"the CSV cannot be read ({error}); write it again as plain CSV") from error


def _first(row: Mapping[str, str], names: tuple[str, ...]) -> str:
    return next((row[name].strip() for name in names if row.get(name, "").strip()), "")


def _number(text: str) -> float:
    try:
        return float(text)
    except ValueError:
        return math.nan


def _code(text: str) -> str:
    """Return a numeric code without the decimals that some programs add: 220.0 is 220."""
    value = _number(text)
    return "" if math.isnan(value) else str(int(value))


def read_series(data: bytes, column: str | None = None) -> tuple[list[str] | None, list[float]]:
    """Return the labels (of a column date, day, week, month, period or year) and values of one column of a CSV.

    Without `column` it is the first whose cells are all numbers. `column` may be the first words of its name.

    Raises:
        InputError: there is no such column, or a cell of it is no number.
    """
    rows = list(_rows(data))
    names = list(rows[0]) if rows else []
    labels = next((name for name in names if name.casefold() in ("date", "day", "week", "month", "period", "year")), None)
    candidates = [name for name in names if name != labels and (column is None or name.startswith(column))]
    values = next((name for name in candidates if all(math.isfinite(_number(row.get(name, ""))) for row in rows)), None)
    if values is None:
        raise InputError("format", f"no column {column or ''} of numbers in every row; the columns are {', '.join(names)}")
    return [row[labels] for row in rows] if labels else None, [_number(row[values]) for row in rows]
