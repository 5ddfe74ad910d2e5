"""Tab-separated files as they are found: read without losing a line in silence, and written back byte for byte.

A line that cannot be a row (too few or too many cells) is set aside and counted. A line that had to be mended (cells beyond
the last that are empty, bytes that are no UTF-8) is read, counted, and kept as it stood, so that writing gives the same bytes.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator, Sequence
from typing import Any

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc
from pyarrow import csv

from dragoman.errors import InputError
from dragoman.records import Record

_SHOWN = 5  # line numbers named in a fault
_BLOCK = 1 << 24  # bytes looked at together
_TAB = 9


class Fault(Record, frozen=True, kw_only=True):
    """Something wrong in a file: how many lines or values, and the numbers of the first (the first line is 1)."""

    kind: str
    count: int
    lines: tuple[int, ...] = ()
    message: str = ""


class Layout(Record, frozen=True, kw_only=True):
    """How a file was written: its header, end of line, and the lines that its columns do not reproduce, by number."""

    header: bytes | None = None
    newline: bytes = b"\n"
    ends_with_newline: bool = True
    byte_order_mark: bool = False
    odd_lines: tuple[tuple[int, bytes, bool], ...] = ()  # number, the line as it stood, whether it is a row of the table


class RawFile(Record, frozen=True, kw_only=True):
    """A delimited file: its cells as text under the names of its columns, how it was written, what is wrong with it."""

    table: Any
    layout: Layout
    lines: Any  # number of each row's line
    faults: tuple[Fault, ...] = ()


def read_tabs(data: bytes, columns: Sequence[str], *, header: bool) -> RawFile:
    """Return the cells of a tab-separated file. `columns` are the names its columns get; quotes mean nothing.

    Raises:
        InputError: the file holds no line.
    """
    mark = data.startswith(b"\xef\xbb\xbf")
    body = data[3:] if mark else data
    newline, body, faults = _line_ends(body)
    first, _, rest = body.partition(newline) if header else (None, b"", body)
    if not rest and first is None:
        raise InputError("empty", "the file holds no line; give a file of events")
    cells = _cells(rest, columns, newline, 2 if header else 1)
    table, foreign = _as_text(cells.rows, cells.lines)
    faults += _faults(cells.set_aside, "wrong number of cells", "set aside: not one cell for each column")
    faults += _faults(cells.mended, "empty cells at the end", "read without them")
    faults += _faults(foreign, "bytes that are no UTF-8", "read as Windows-1252")
    odd_lines = {
        **{number: (line, True) for number, line in (foreign | cells.mended).items()},
        **{number: (line, False) for number, line in cells.set_aside.items()},
    }
    layout = Layout(
        header=first, newline=newline, ends_with_newline=body.endswith(newline), byte_order_mark=mark,
        odd_lines=tuple((number, *odd_lines[number]) for number in sorted(odd_lines)),
    )  # fmt: skip
    return RawFile(table=table, layout=layout, lines=cells.lines, faults=tuple(faults))


def _line_ends(body: bytes) -> tuple[bytes, bytes, list[Fault]]:
    """Return the end of line of a file and its text with that one only."""
    returns = body.count(b"\r")
    if returns == 0:
        return b"\n", body, []
    feeds, pairs = body.count(b"\n"), body.count(b"\r\n")
    if pairs == feeds == returns:
        return b"\r\n", body, []
    if feeds == 0:
        return b"\r", body, []
    newline = b"\r\n" if 2 * pairs > feeds else b"\n"
    mended = body.replace(b"\r\n", b"\n").replace(b"\r", b" ")
    fault = Fault(kind="mixed line ends", count=min(pairs, feeds - pairs) + returns - pairs,
                  message="read as one kind; a carriage return inside a line as a blank")  # fmt: skip
    return newline, (mended.replace(b"\n", newline) if newline != b"\n" else mended), [fault]


class _Cells(Record, frozen=True, kw_only=True):
    """Cells as bytes, the number of each row's line, and the lines of another width: those mended, those set aside."""

    rows: Any
    lines: Any
    mended: dict[int, bytes]
    set_aside: dict[int, bytes]


def _cells(text: bytes, columns: Sequence[str], newline: bytes, first_line: int) -> _Cells:
    tables, lines = [_no_rows(columns)], [np.zeros(0, dtype=np.int64)]
    mended: dict[int, bytes] = {}
    set_aside: dict[int, bytes] = {}
    for block in _blocks(text, newline):
        right = _right_width(block, newline, len(columns))
        numbers = first_line + np.arange(len(right))
        if not right.all():
            block = _mend(block, newline, len(columns), numbers, right, mended, set_aside)  # noqa: PLW2901
        if block:
            tables.append(_parsed(block, columns))
        lines.append(numbers[right])
        first_line += len(numbers)
    rows = pa.concat_tables(tables).combine_chunks()
    return _Cells(rows=rows, lines=np.concatenate(lines), mended=mended, set_aside=set_aside)


def _blocks(text: bytes, newline: bytes) -> Iterator[bytes]:
    """Yield the text in pieces of whole lines."""
    start = 0
    while start < len(text):
        end = text.find(newline, start + _BLOCK)
        end = len(text) if end < 0 else end + len(newline)
        yield text[start:end]
        start = end


def _right_width(block: bytes, newline: bytes, width: int) -> npt.NDArray[np.bool_]:
    """Tell for each line of a block whether it has as many cells as there are columns."""
    signs = np.frombuffer(block, dtype=np.uint8)
    ends = np.flatnonzero(signs == newline[-1])
    if not block.endswith(newline):
        ends = np.append(ends, len(block))
    tabs = np.searchsorted(np.flatnonzero(signs == _TAB), ends)
    right: npt.NDArray[np.bool_] = np.diff(tabs, prepend=0) == width - 1
    return right


def _mend(
    block: bytes, newline: bytes, width: int, numbers: npt.NDArray[np.int64], right: npt.NDArray[np.bool_],
    mended: dict[int, bytes], set_aside: dict[int, bytes],
) -> bytes:  # fmt: skip
    """Return a block of whole rows: cut the empty cells at the end of lines, set aside the lines that are no rows."""
    lines = block.removesuffix(newline).split(newline)
    for place in np.flatnonzero(~right):
        cells = lines[place].split(b"\t", width)
        mendable = len(cells) > width and not cells[width].strip(b"\t ")
        (mended if mendable else set_aside)[int(numbers[place])] = lines[place]
        if mendable:
            lines[place] = b"\t".join(cells[:width])
            right[place] = True
    return newline.join(line for line, good in zip(lines, right, strict=True) if good)


def _no_rows(columns: Sequence[str]) -> Any:
    return pa.table({name: pa.array([], pa.binary()) for name in columns})


def _parsed(block: bytes, columns: Sequence[str]) -> Any:
    return csv.read_csv(
        io.BytesIO(block),
        read_options=csv.ReadOptions(column_names=list(columns), block_size=2 * len(block) + 1024),
        parse_options=csv.ParseOptions(
            delimiter="\t", quote_char=False, double_quote=False, escape_char=False, newlines_in_values=False,
            ignore_empty_lines=False,
        ),
        convert_options=csv.ConvertOptions(
            column_types=dict.fromkeys(columns, pa.binary()), strings_can_be_null=False, check_utf8=False,
        ),
    )  # fmt: skip


def _as_text(raw: Any, lines: npt.NDArray[np.int64]) -> tuple[Any, dict[int, bytes]]:
    """Return the cells as text, and the lines with bytes that are no UTF-8, which are read as Windows-1252."""
    foreign: set[int] = set()
    columns = []
    for column in raw.columns:
        try:
            columns.append(column.cast(pa.string()))
        except pa.ArrowInvalid:
            values = []
            for row, value in enumerate(column.to_pylist()):
                decoded, clean = _decoded(value)
                values.append(decoded)
                if not clean:
                    foreign.add(row)
            columns.append(pa.chunked_array([pa.array(values, pa.string())]))
    verbatim = {int(lines[row]): b"\t".join(column[row].as_py() for column in raw.columns) for row in sorted(foreign)}
    return pa.table(columns, names=raw.column_names), verbatim


def _decoded(value: bytes) -> tuple[str, bool]:
    try:
        return value.decode("utf-8"), True
    except UnicodeDecodeError:
        return value.decode("cp1252", "replace"), False


def _faults(lines: dict[int, Any], kind: str, message: str) -> list[Fault]:
    if not lines:
        return []
    return [Fault(kind=kind, count=len(lines), lines=tuple(sorted(lines)[:_SHOWN]), message=message)]


def write_tabs(raw: RawFile) -> bytes:
    """Return the bytes of a delimited file; of one that was read and not changed, the bytes that were read."""
    layout, table = raw.layout, raw.table
    joined = pc.binary_join_element_wise(*(column.cast(pa.binary()) for column in table.columns), b"\t")
    rows: list[bytes] = joined.to_pylist()
    if layout.odd_lines:
        rows = _with_odd_lines(rows, layout)
    parts = ([layout.header] if layout.header is not None else []) + rows
    text = layout.newline.join(parts) + (layout.newline if layout.ends_with_newline else b"")
    return (b"\xef\xbb\xbf" if layout.byte_order_mark else b"") + text


def _with_odd_lines(rows: list[bytes], layout: Layout) -> list[bytes]:
    odd = {number: (line, is_row) for number, line, is_row in layout.odd_lines}
    found: list[bytes] = []
    number = 1 if layout.header is None else 2
    remaining = iter(rows)
    total = len(rows) + sum(not is_row for _, is_row in odd.values())
    for line_number in range(number, number + total):
        line, is_row = odd.get(line_number, (None, True))
        row = next(remaining) if is_row else b""
        found.append(row if line is None else line)
    return found


def table_file(table: Any, header: Sequence[str] | None) -> RawFile:
    """Return a new file of text columns, with line feeds, ready to be written."""
    first = "\t".join(header).encode() if header is not None else None
    lines = np.arange(table.num_rows) + (1 if header is None else 2)
    return RawFile(table=table, layout=Layout(header=first), lines=lines)


def unquoted(raw: RawFile) -> RawFile:
    """Return a file without the quotation marks around its cells, where its header has them too (files of Dataverse)."""
    if raw.layout.header is None or not raw.layout.header.startswith(b'"'):
        return raw
    columns = [by_value(column, _without_quotes, pa.string()) for column in raw.table.columns]
    table = pa.table(columns, names=raw.table.column_names)
    return RawFile(table=table, layout=raw.layout, lines=raw.lines, faults=raw.faults)


def _without_quotes(cell: str) -> str:
    quoted = len(cell) >= 2 and cell[0] == cell[-1] == '"'
    return cell[1:-1].replace('""', '"') if quoted else cell


def by_value(column: Any, function: Callable[[str], Any], kind: Any) -> Any:
    """Return a function of each value of a text column, called once for each distinct value."""
    array = column.combine_chunks() if isinstance(column, pa.ChunkedArray) else column
    encoded = array.dictionary_encode()
    if isinstance(encoded, pa.ChunkedArray):
        encoded = encoded.combine_chunks()
    results = pa.array([function(value) for value in encoded.dictionary.to_pylist()], kind)
    return results.take(encoded.indices)
