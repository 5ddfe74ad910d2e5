"""The one columnar table that every function of `system` takes: one row for each event and directed pair of states.

An event is a distinct event, however many reports it has; an event of several states has several rows with one `event`.
A mutual event (talks, an agreement) has a row in both directions. The reports behind a row stand in six lists of equal
length, so that a report can be left out: `reports[i]` appeared in `outlets[i]`, in `languages[i]`, belongs to `stories[i]`,
`voices[i]` says it, and it was read with `scores[i]`. Tables of aggregated counts (an ICEWS dyad-year) are rows with `count`
other than 1.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import islice
from typing import Any

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

Integers = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]
Table = Any  # a pyarrow.Table with EVENT_SCHEMA: pyarrow has no types of its own

_CODE = pa.dictionary(pa.int32(), pa.string())

COLUMNS: dict[str, tuple[Any, str]] = {
    "event": (pa.string(), "what is counted: one id for one event, in all its rows"),
    "record": (pa.string(), "id of the row in its own source (an event of the project, an Event ID of ICEWS)"),
    "day": (pa.date32(), "first day on which it can have happened; null: unknown"),
    "last_day": (pa.date32(), "last such day; equal to `day` where the day is known"),
    "told_day": (pa.date32(), "first day on which an article told of it; null: unknown"),
    "source": (_CODE, "who acts: ISO alpha-3 or an organisation's id"),
    "target": (_CODE, "on whom; null: nobody in particular"),
    "mutual": (pa.bool_(), "whether both do the same to each other; then the row of the other direction is there too"),
    "quad": (pa.int8(), "1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict"),
    "intensity": (pa.float64(), "on its source's scale: PLOVER, or Goldstein's of ICEWS and GDELT, -10 to +10"),
    "type": (_CODE, "PLOVER type; for CAMEO files the type of its root code"),
    "mode": (_CODE, "PLOVER mode, empty where none"),
    "cameo": (_CODE, "CAMEO code, with its leading zero; empty where none"),
    "status": (_CODE, "happened, ongoing, planned, hypothetical, alleged, denied or negated"),
    "source_sector": (_CODE, "sector of who acts, as its source has it; empty where unknown"),
    "target_sector": (_CODE, "sector of on whom"),
    "reports": (pa.list_(pa.string()), "ids of the reports behind it"),
    "outlets": (pa.list_(pa.string()), "for each report its outlet, empty where unknown"),
    "languages": (pa.list_(pa.string()), "for each report its language, empty where unknown"),
    "stories": (pa.list_(pa.string()), "for each report its story: copies and versions of one report share it"),
    "voices": (pa.list_(pa.string()), "for each report who says so: official, expert, narration, other; empty: unknown"),
    "scores": (pa.list_(pa.float64()), "for each report how sure its reading is, 0 to 1; null: its source gives no score"),
    "least_sources": (pa.int32(), "independent sources behind it, at least"),
    "most_sources": (pa.int32(), "independent sources behind it, at most"),
    "count": (pa.float64(), "events that the row stands for: 1, or a number of an aggregated table"),
}

EVENT_SCHEMA = pa.schema([pa.field(name, kind) for name, (kind, _) in COLUMNS.items()])

_AT_ONCE = 5000  # rows that are mappings at a time: as such they take ten times the memory

REPORT_COLUMNS = {"report": "reports", "outlet": "outlets", "language": "languages", "story": "stories", "voice": "voices"}
_LISTS = (*REPORT_COLUMNS.values(), "scores")  # all of them have an entry for each report

DEFAULTS: dict[str, Any] = {
    "mutual": False, "mode": "", "cameo": "", "status": "happened", "source_sector": "", "target_sector": "",
    "least_sources": 1, "most_sources": 1, "count": 1.0,
}  # fmt: skip


def event_table(rows: Iterable[Mapping[str, Any]]) -> Table:
    """Return an event table from mappings; what is missing takes its default, and the lists of reports one empty entry."""
    left = map(_filled, rows)
    parts = [EVENT_SCHEMA.empty_table()]
    while some := list(islice(left, _AT_ONCE)):
        parts.append(pa.Table.from_pylist(some, schema=EVENT_SCHEMA))
    return join_events(parts)


def _filled(row: Mapping[str, Any]) -> dict[str, Any]:
    unknown = row.keys() - COLUMNS.keys()
    if unknown:
        raise ValueError(f"an event table has no column {', '.join(sorted(unknown))}; its columns are {', '.join(COLUMNS)}")
    full = {**DEFAULTS, **row}
    full.setdefault("record", full["event"])
    full.setdefault("last_day", full.get("day"))
    lengths = [len(full[name]) for name in REPORT_COLUMNS.values() if full.get(name)]
    length = max(lengths, default=1)
    full.setdefault("reports", [full["record"]] * length)
    full.setdefault("stories", full["reports"])
    for name in REPORT_COLUMNS.values():
        full.setdefault(name, [""] * length)
    full.setdefault("scores", [None] * length)
    if any(len(full[name]) != length for name in _LISTS):
        raise ValueError(f"event {full['event']}: the lists of its reports differ in length")
    return full


def from_columns(columns: Mapping[str, Any], rows: int) -> Table:
    """Return an event table from whole columns (Arrow arrays); what is missing takes its default."""
    arrays = []
    for name, (kind, _) in COLUMNS.items():
        if name in columns:
            arrays.append(as_kind(columns[name], kind))
        elif name in REPORT_COLUMNS.values():
            arrays.append(one_each(pa.repeat("", rows)))
        elif name == "scores":
            arrays.append(one_each(pa.nulls(rows)).cast(kind))
        else:
            value = DEFAULTS.get(name)
            plain = kind.value_type if pa.types.is_dictionary(kind) else kind
            arrays.append(as_kind(pa.repeat(pa.scalar(value, plain), rows), kind))
    return pa.Table.from_arrays(arrays, schema=EVENT_SCHEMA)


def as_kind(values: Any, kind: Any) -> Any:
    """Return an Arrow array in the type of its column."""
    array = values.combine_chunks() if isinstance(values, pa.ChunkedArray) else values
    if array.type == kind:
        return array
    if pa.types.is_dictionary(kind):
        return array.cast(pa.string()).dictionary_encode()
    return array.cast(kind)


def one_each(values: Any) -> Any:
    """Return a list column with one value in each row."""
    array = as_kind(values, pa.string())
    return pa.ListArray.from_arrays(pa.array(np.arange(len(array) + 1, dtype=np.int32)), array)


def check_events(table: Table) -> Table:
    """Return the table with its columns in order.

    A file written before the day of telling or the scores of reports were kept has none: they are unknown there.

    Raises:
        ValueError: a column is missing or of another type.
    """
    if "told_day" not in table.column_names:
        table = table.append_column("told_day", pa.nulls(table.num_rows, pa.date32()))
    if "scores" not in table.column_names and "reports" in table.column_names:
        table = table.append_column("scores", _nulls_beside(table["reports"].combine_chunks()))
    missing = [name for name in COLUMNS if name not in table.column_names]
    if missing:
        raise ValueError(f"this is no event table: it has no column {', '.join(missing)}")
    arrays = [as_kind(table[name], kind) for name, (kind, _) in COLUMNS.items()]
    return pa.Table.from_arrays(arrays, schema=EVENT_SCHEMA)


def _nulls_beside(lists: Any) -> Any:
    """Return a list column with a null for each entry of another."""
    lengths = pc.fill_null(pc.list_value_length(lists), 0).to_numpy(zero_copy_only=False)
    offsets = np.concatenate(([0], np.cumsum(lengths))).astype(np.int32)
    return pa.ListArray.from_arrays(pa.array(offsets), pa.nulls(int(offsets[-1]), pa.float64()))


def join_events(tables: Sequence[Table]) -> Table:
    """Return several event tables as one."""
    return pa.concat_tables(tables).unify_dictionaries().combine_chunks()


def date_by_telling(table: Table) -> Table:
    """Return the table with each event of unknown date on the first day on which an article told of it.

    The convention of ICEWS, GDELT and POLECAT, which give every event the day of its article: right for fresh news, wrong for
    history told without a date, which then stands on the day of its telling.
    """
    undated = pc.is_null(table["day"])
    for name in ("last_day", "day"):
        table = _replaced(table, name, pc.if_else(undated, table["told_day"], table[name]))
    return table


# ---------------------------------------------------------------- columns as NumPy arrays


def codes(column: Any) -> tuple[Integers, list[str]]:
    """Return a column of strings as numbers, -1 for null, and the sorted values that they stand for."""
    array = column.combine_chunks() if isinstance(column, pa.ChunkedArray) else column
    if not pa.types.is_dictionary(array.type):
        array = array.dictionary_encode()
    values = array.dictionary.to_pylist()
    order = sorted(range(len(values)), key=lambda position: values[position])
    rank = np.empty(len(values) + 1, dtype=np.int64)
    rank[order] = np.arange(len(values))
    rank[-1] = -1
    indices = pc.fill_null(array.indices, len(values)).to_numpy(zero_copy_only=False).astype(np.int64)
    return rank[indices], [values[position] for position in order]


def days(column: Any) -> Integers:
    """Return a column of dates as days since 1970-01-01; unknown is the smallest number."""
    array = pc.cast(column, pa.int32())
    return pc.fill_null(pc.cast(array, pa.int64()), np.iinfo(np.int64).min).to_numpy(zero_copy_only=False)  # type: ignore[no-any-return]


def numbers(column: Any) -> Floats:
    """Return a column of numbers; unknown is NaN."""
    values: Floats = pc.cast(column, pa.float64()).to_numpy(zero_copy_only=False)
    return values


def flags(column: Any) -> npt.NDArray[np.bool_]:
    """Return a column of yes and no; unknown is no."""
    values: npt.NDArray[np.bool_] = pc.fill_null(column, False).to_numpy(zero_copy_only=False)
    return values


def flattened(table: Table, name: str) -> tuple[Integers, Integers, list[str]]:
    """Return a list column as one row for each report: the row of the table, the value as a number, the values."""
    column = table[name]
    array = column.combine_chunks() if isinstance(column, pa.ChunkedArray) else column
    if isinstance(array, pa.ChunkedArray):  # an empty column has no chunk to combine
        array = pa.array([], type=COLUMNS[name][0])
    parents = pc.list_parent_indices(array).to_numpy(zero_copy_only=False).astype(np.int64)
    numbered, values = codes(pc.list_flatten(array))
    return parents, numbered, values


def keep(table: Table, mask: npt.NDArray[np.bool_]) -> Table:
    """Return the rows where the mask is true."""
    return table.filter(pa.array(mask))


# ---------------------------------------------------------------- choosing rows


def choose(
    table: Table,
    *,
    status: Sequence[str] | None = None,
    voice: str | None = None,
    outlet: str | None = None,
    language: str | None = None,
    states: Iterable[str] | None = None,
) -> Table:
    """Return the rows of these statuses and of these states (both ends), with the reports of this voice, outlet, language."""
    if status is not None:
        table = keep(table, isin(table["status"], status))
    if states is not None:
        wanted = sorted(set(states))
        table = keep(table, isin(table["source"], wanted) & isin(table["target"], wanted))
    for name, value in (("voice", voice), ("outlet", outlet), ("language", language)):
        if value is not None:
            table = only(table, name, value)
    return table


def isin(column: Any, wanted: Sequence[str]) -> npt.NDArray[np.bool_]:
    """Tell for each row whether its value is one of those wanted."""
    numbered, values = codes(column)
    hit = np.array([value in set(wanted) for value in values] + [False], dtype=bool)
    return hit[numbered]  # -1, unknown, is the last


def only(table: Table, name: str, value: str) -> Table:
    """Return the table with only the reports of one outlet, story, voice or language, and the events that then remain."""
    _, numbered, values = flattened(table, REPORT_COLUMNS[name])
    return _with_reports(table, _equal(numbered, values, value))


def without(table: Table, name: str, value: str) -> Table:
    """Return the table without the reports of one outlet, story, voice or language; events with no other report go."""
    _, numbered, values = flattened(table, REPORT_COLUMNS[name])
    return _with_reports(table, ~_equal(numbered, values, value))


def surest(table: Table, least: float) -> Table:
    """Return the table with only the reports that were read with at least this score; events with no other report go.

    Raises:
        ValueError: the table has reports, and no score of any: its source gives none.
    """
    scores = pc.list_flatten(table["scores"])
    if len(scores) and scores.null_count == len(scores):
        raise ValueError("these events have no scores: only those of a project do")
    return _with_reports(table, pc.fill_null(pc.greater_equal(scores, least), False).to_numpy(zero_copy_only=False))


def _equal(numbered: Integers, values: Sequence[str], value: str) -> npt.NDArray[np.bool_]:
    equal: npt.NDArray[np.bool_] = numbered == (values.index(value) if value in values else -2)
    return equal


def _with_reports(table: Table, kept: npt.NDArray[np.bool_]) -> Table:
    """Return the table with these of its reports; rows left without any go, and no row has more sources than stories."""
    parents, stories, _ = flattened(table, "stories")
    rows = table.num_rows
    lengths = np.bincount(parents[kept], minlength=rows)
    offsets = pa.array(np.concatenate(([0], np.cumsum(lengths))).astype(np.int32))
    chosen = pa.array(np.flatnonzero(kept))
    for name in _LISTS:
        flat = pc.list_flatten(table[name])
        flat = flat.combine_chunks() if isinstance(flat, pa.ChunkedArray) else flat
        table = _replaced(table, name, pa.ListArray.from_arrays(offsets, flat.take(chosen)))
    if len(stories):
        distinct = np.unique(np.stack([parents[kept], stories[kept]]), axis=1)[0]
        most = np.bincount(distinct, minlength=rows)
        for name in ("least_sources", "most_sources"):
            least = np.minimum(numbers(table[name]), np.maximum(most, 1))
            table = _replaced(table, name, pa.array(least, from_pandas=True).cast(pa.int32()))
    return keep(table, lengths > 0)


def _replaced(table: Table, name: str, array: Any) -> Table:
    return table.set_column(table.column_names.index(name), pa.field(name, COLUMNS[name][0]), array)
