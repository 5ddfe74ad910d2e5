"""Tab-separated files: every line is read, mended or set aside and counted, and written back byte for byte."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from dragoman.errors import InputError
from dragoman.system.formats.delimited import read_tabs, write_tabs

COLUMNS = ("a", "b", "c")


def test_cells_are_text_as_they_stand() -> None:
    """Quotes, blanks and zeros mean nothing."""
    raw = read_tabs(b'a\tb\tc\n"x\t 01\t\nNA\t2 \ty"\n', COLUMNS, header=True)
    assert raw.table.to_pylist() == [{"a": '"x', "b": " 01", "c": ""}, {"a": "NA", "b": "2 ", "c": 'y"'}]
    assert raw.faults == ()
    assert raw.lines.tolist() == [2, 3]


def test_bad_lines_are_counted_and_the_rest_is_read() -> None:
    """Too few cells: set aside. Empty cells beyond the last: cut. Bytes of Windows: read as such. All by line number."""
    data = b"a\tb\tc\n1\t2\t3\nshort\n4\t5\t6\t\t\n7\tcaf\xe9\t9\n\n1\t2\t3\t4\n"
    raw = read_tabs(data, COLUMNS, header=True)
    assert raw.table["b"].to_pylist() == ["2", "5", "caf\u00e9"]
    assert raw.lines.tolist() == [2, 4, 5]
    assert {fault.kind: (fault.count, fault.lines) for fault in raw.faults} == {
        "wrong number of cells": (3, (3, 6, 7)), "empty cells at the end": (1, (4,)), "bytes that are no UTF-8": (1, (5,)),
    }  # fmt: skip
    assert write_tabs(raw) == data


@pytest.mark.parametrize("newline", [b"\n", b"\r\n", b"\r"])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
@pytest.mark.parametrize("last", [True, False])
def test_ends_of_lines_and_marks_are_kept(newline: bytes, mark: bytes, last: bool) -> None:
    """Line feeds, both, or carriage returns; a byte order mark; a last line without an end."""
    data = mark + newline.join([b"a\tb\tc", b"1\t2\t3", b"4\t5\t6"]) + (newline if last else b"")
    raw = read_tabs(data, COLUMNS, header=True)
    assert raw.table["c"].to_pylist() == ["3", "6"]
    assert write_tabs(raw) == data


def test_mixed_line_ends_are_told() -> None:
    """A file pasted from two systems is read, and says so."""
    raw = read_tabs(b"1\t2\t3\r\n4\t5\t6\n7\t8\t9\r\n", COLUMNS, header=False)
    assert raw.table.num_rows == 3
    assert raw.faults[0].kind == "mixed line ends"


def test_nothing_is_no_file() -> None:
    """An empty file without a header is refused; a header alone is an empty table."""
    with pytest.raises(InputError, match="no line"):
        read_tabs(b"", COLUMNS, header=False)
    assert read_tabs(b"a\tb\tc\n", COLUMNS, header=True).table.num_rows == 0


line = st.binary(max_size=12).map(lambda text: text.replace(b"\n", b"").replace(b"\r", b""))


@given(st.lists(st.one_of(line, st.just(b"1\t2\t3")), min_size=1, max_size=12))
@example([b""])
@example([b"\xef\xbb\xbf1\t2\t3"])
def test_any_bytes_come_back(lines: list[bytes]) -> None:
    """Whatever the lines hold, no byte is lost, and rows and lines set aside add up."""
    data = b"\n".join(lines) + b"\n"
    raw = read_tabs(data, COLUMNS, header=False)
    assert write_tabs(raw) == data
    aside = sum(fault.count for fault in raw.faults if fault.kind == "wrong number of cells")
    assert raw.table.num_rows + aside == len(lines)


def test_a_long_file_is_read_in_pieces() -> None:
    """Lines keep their numbers over the pieces that a file is read in."""
    good = b"x" * 200 + b"\t2\t3"
    lines = [good] * 90_000
    lines[85_000] = b"broken"
    raw = read_tabs(b"\n".join(lines) + b"\n", COLUMNS, header=False)
    assert raw.table.num_rows == 89_999
    assert raw.faults[0].lines == (85_001,)
    assert raw.lines[-1] == 90_000
