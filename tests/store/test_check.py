"""`check` finds what cannot be right."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from dragoman.store.check import check_store
from dragoman.store.store import open_store


def faults(folder: Path) -> list[str]:
    """Return the tables in which a check finds faults."""
    with open_store(folder) as store:
        return [fault.table for fault in check_store(store).faults]


def test_a_sound_project_has_no_fault(finished: Path) -> None:
    """What a read leaves behind passes, and the check has looked at something."""
    with open_store(finished) as store:
        result = check_store(store)
    assert result.faults == ()
    assert result.checked["mentions"] > 5
    assert result.checked["ledger"] == 8


PLANTED = {
    "a quote that its span does not hold": ("UPDATE evidence SET quote = quote || 'x' WHERE rowid = 1", "evidence"),
    "a span outside of the text": ('UPDATE mentions SET "end" = 100000 WHERE rowid = 1', "mentions"),
    "a span with a negative start": ("UPDATE blocks SET start = -1 WHERE rowid = 1", "blocks"),
    "a span that ends before it starts": ('UPDATE sentences SET start = "end" + 1 WHERE rowid = 1', "sentences"),
    "a mention that names nobody": ("UPDATE mentions SET actor = 'nobody' WHERE actor IS NOT NULL", "mentions"),
    "a document that no input was": ("DELETE FROM ledger WHERE outcome = 'accepted' AND path = 'a/visit.txt'", "documents"),
    "an accepted input without a document": ("UPDATE ledger SET document = NULL WHERE outcome = 'accepted'", "ledger"),
    "an unknown outcome": ("UPDATE ledger SET outcome = 'lost' WHERE outcome = 'rejected'", "ledger"),
    "a document in no story": ("DELETE FROM story_members", "documents"),
    "an event without a report": ("DELETE FROM event_reports", "events"),
    "a report of no document": ("UPDATE reports SET document = 'gone'", "reports"),
    "an actor whom nobody names": ("INSERT INTO actors VALUES ('x', 'person', 'X', NULL, NULL, 0, 1)", "actors"),
    "a statement with another quote": ("UPDATE statements SET quote = 'Never said.'", "statements"),
}


@pytest.mark.parametrize("planted", PLANTED)
def test_a_planted_fault_is_found(copied: Path, planted: str) -> None:
    """Each kind of damage to a project's rows is reported for the table that it stands in."""
    statement, table = PLANTED[planted]
    with sqlite3.connect(copied / "dragoman.sqlite") as file:
        assert file.execute(statement).rowcount > 0, "nothing to damage"
    assert table in faults(copied)


def test_a_damaged_page_is_found(copied: Path) -> None:
    """Overwritten bytes of the file itself are reported, by the check or on opening."""
    path = copied / "dragoman.sqlite"
    raw = bytearray(path.read_bytes())
    raw[4096 * 30 : 4096 * 34] = b"\xa5" * (4096 * 4)
    path.write_bytes(raw)
    assert "(file)" in faults(copied)
