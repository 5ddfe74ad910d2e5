"""Rows of the language tables are refused where they ask for what nothing reads."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from dragoman.kit import Kit
from dragoman.languages.rows import CueRow, EventWordRow
from dragoman.tables import read_table


@pytest.mark.parametrize(
    ("column", "value", "wrong"), [("requires", "obj|objekt:x", "objekt"), ("roles", "subj,who>obj", "who")]
)
def test_an_unknown_condition_or_slot_is_a_fault_of_its_line(tmp_path: Path, column: str, value: str, wrong: str) -> None:
    """A slip in a table is told with file and line when it is read, not at the first text with the word."""
    file = tmp_path / "events.csv"
    file.write_text(f'pattern,pos,type,{column}\nhelp,VERB,AID,\naid,VERB,AID,"{value}"\n', encoding="utf-8")
    faults: list[str] = []
    rows = read_table(file, EventWordRow, faults)
    assert [row.pattern for _, row in rows] == ["help"]
    assert len(faults) == 1
    assert faults[0].startswith("events.csv:3:")
    assert repr(wrong) in faults[0]


@pytest.mark.parametrize("code", ["en", "fr"])
def test_a_noun_for_a_source_is_of_one_class(kit: Kit, code: str) -> None:
    """A noun that stood twice among the sources would silently be what its later row says."""
    rows = kit.languages[code].rows("cues", CueRow)
    counts = Counter(row.lemma for row in rows if row.pos == "SOURCE")
    assert [lemma for lemma, count in counts.items() if count > 1] == []
