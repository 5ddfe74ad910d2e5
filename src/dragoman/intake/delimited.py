"""Rows of CSV and TSV files: one document each. A row whose quotation marks or cells do not fit is refused by itself.

An opened quotation mark that nobody closes would swallow all rows below it without an error: such a row is given up, and
reading goes on at the next line.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence

from dragoman.errors import InputError
from dragoman.intake.fields import NAMES, has_text
from dragoman.records import Record

_DELIMITERS = (",", ";", "\t", "|")  # ";": what spreadsheets write in countries with a decimal comma


class DelimitedRow(Record, frozen=True, kw_only=True):
    """A row: the number of its first line, its lines as they stand, and its cells by column, or why there are none."""

    line: int
    raw: str
    cells: dict[str, str] | None = None
    fault: str = ""


def split_table(text: str, *, whole: bool) -> list[DelimitedRow]:
    """Return the rows of a table with a header; of a cut file (not `whole`) without the last, broken one.

    Raises:
        InputError: no column of the header holds the text.
    """
    csv.field_size_limit(max(csv.field_size_limit(), len(text) + 1))
    lines = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").split("\n")
    first = next((number for number, line in enumerate(lines) if line.strip()), len(lines))
    header, delimiter = _header(lines[first] if first < len(lines) else "")
    rows = list(_rows(lines, first + 1, header, delimiter))
    return rows if whole else rows[:-1]


def _header(line: str) -> tuple[list[str], str]:
    """Return the names of the columns, and what stands between cells: what makes one of them the text."""
    for delimiter in _DELIMITERS:
        names = next(csv.reader([line], delimiter=delimiter), [])
        if has_text(names):
            return names, delimiter
    wanted = ", ".join(NAMES["text"][:3])
    raise InputError("no_text", f"no column of the first line is called {wanted} ...: name the one that holds the articles")


def _rows(lines: Sequence[str], position: int, header: Sequence[str], delimiter: str) -> Iterator[DelimitedRow]:
    while position < len(lines):
        if not lines[position].strip():
            position += 1
            continue
        feed = _Feed(lines, position)
        try:
            cells = next(csv.reader(feed, delimiter=delimiter, strict=True))
            fault = _misfit(cells, header)
        except (csv.Error, StopIteration) as error:
            feed.position = position + 1
            cells, fault = [], f"a quotation mark is not closed, or stands inside a cell ({error})"
        raw = "\n".join(lines[position : feed.position])
        found = None if fault else dict(zip(header, cells, strict=False))
        yield DelimitedRow(line=position + 1, raw=raw, cells=found, fault=fault)
        position = feed.position


def _misfit(cells: Sequence[str], header: Sequence[str]) -> str:
    """Say how the cells of a row do not fit the header, if they do not; empty ones beyond it do."""
    if len(cells) < len(header) or any(cell.strip() for cell in cells[len(header) :]):
        return f"the row has {len(cells)} cells, the header {len(header)}; a quotation mark may be missing"
    return ""


class _Feed:
    """Gives lines to a reader of one row, and keeps count of how many it took."""

    def __init__(self, lines: Sequence[str], position: int) -> None:
        self._lines = lines
        self.position = position

    def __iter__(self) -> _Feed:
        return self

    def __next__(self) -> str:
        if self.position >= len(self._lines):
            raise StopIteration
        self.position += 1
        return self._lines[self.position - 1] + "\n"
