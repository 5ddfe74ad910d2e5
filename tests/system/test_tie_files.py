"""Ties in CSV files."""

from __future__ import annotations

import pytest

from dragoman.errors import InputError
from dragoman.system.tie_files import read_ties


def test_ties_are_read_with_any_other_columns_and_neutral_rows_skipped() -> None:
    """Signs may be written as whole or decimal numbers; 0 is no tie."""
    assert read_ties(b"note,a,b,sign\nx,FRA,USA,1.0\ny,FRA,RUS,-1\nz,FRA,CHN,0\n") == [("FRA", "USA", 1), ("FRA", "RUS", -1)]


def test_a_window_is_chosen() -> None:
    """Only the rows of the window that is asked for are read."""
    content = "a,b,sign,window\nFRA,USA,1,46-49\nFRA,USA,-1,48-51\nCôte,Éire,1,48-51\n".encode("latin-1")
    assert read_ties(content, "46-49") == [("FRA", "USA", 1)]
    assert read_ties(content, "48-51")[1] == ("Côte", "Éire", 1)
    for window in (None, "50-53"):
        with pytest.raises(InputError, match="46-49"):
            read_ties(content, window)


@pytest.mark.parametrize("content", [b"", b"a,b\nFRA,USA\n", b"a,b,sign\nFRA,USA,good\n", b"a,b,sign\nFRA,FRA,1\n",
                                     b"a,b,sign\nFRA,USA,2\n", b"a,b,sign\nFRA\n"])  # fmt: skip
def test_broken_files_are_refused_with_their_line(content: bytes) -> None:
    """A missing column, a sign that is none, a tie to oneself."""
    with pytest.raises(InputError):
        read_ties(content)
