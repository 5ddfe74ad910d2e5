"""Rows of the language tables are refused where they ask for what nothing reads."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from dragoman.extract.attribution.cues import make_cue_table
from dragoman.extract.events.rows import day_words
from dragoman.extract.names.forms import load_names
from dragoman.extract.names.nouns import load_small
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


def test_an_unknown_mark_of_a_source_is_a_fault_of_its_line(tmp_path: Path) -> None:
    """What a table tells of a noun for a source is one of the marks that the rules ask for."""
    file = tmp_path / "cues.csv"
    rows = ("lemma,pos,group,act,needs", "expert,SOURCE,persons,say,anyone", "rebel,SOURCE,persons,say,warrior")
    file.write_text("\n".join(rows), encoding="utf-8")
    faults: list[str] = []
    assert [row.lemma for _, row in read_table(file, CueRow, faults)] == ["expert"]
    assert [fault[:12] for fault in faults] == ["cues.csv:3: "]
    assert "'warrior'" in faults[0]


@pytest.mark.parametrize("code", ["en", "fr"])
def test_a_noun_that_is_no_source_has_a_mark_and_no_class(kit: Kit, code: str) -> None:
    """A row of class "-" only tells what a word can point to; who speaks is not read from it."""
    table = make_cue_table(kit, code)
    assert table.is_marked("camp", "body")
    assert "camp" not in table.sources
    assert table.marks["militant"] == {"fighter"}
    assert not table.is_marked("expert", "fighter")


def test_words_for_a_day_are_those_of_the_table_of_dates(kit: Kit) -> None:
    """A weekday or "hier" is a day by itself; "ce matin" is two words, and a month is no day."""
    days = day_words(kit, "fr")
    assert {"mercredi", "hier"} <= days
    assert days.isdisjoint(("ce matin", "janvier"))


def test_words_for_mediators_are_looked_up_by_themselves(kit: Kit) -> None:
    """A mediator is a role with its own row, so the word for who is no side makes no mention of its own."""
    assert "mediator" in load_small(kit, "en", "mediator")
    assert "médiateur" in load_small(kit, "fr", "mediator")
    assert [hit for hit in kit.compiled(load_names, "en").scan("the facilitator") if hit.of("word", "mediator")] == []
