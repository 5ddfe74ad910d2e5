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
    "a cue outside of the text": ("UPDATE statements SET cue = '[5, 100000]'", "statements"),
    "a rejected input with a document": (
        "UPDATE ledger SET document = (SELECT id FROM documents) WHERE outcome = 'rejected'", "ledger"
    ),
    "a report that nobody has a part in": ("DELETE FROM report_parties", "reports"),
    "an event in too many documents": ("UPDATE events SET documents = documents + 1", "events"),
    "more sources than documents": ("UPDATE events SET most_sources = documents + 1", "events"),
    "a report in no event, rejected by nobody": ("UPDATE event_reports SET event = NULL", "event_reports"),
    "the undoing of no judgement": (
        "INSERT INTO judgements (number, verdict, \"left\", user, created, note) VALUES (9, 'undo', '5', 'ana', 'now', '')",
        "judgements",
    ),
    "the undoing of itself": (
        "INSERT INTO judgements (number, verdict, \"left\", user, created, note) VALUES (1, 'undo', '1', 'ana', 'now', '')",
        "judgements",
    ),
}  # fmt: skip


@pytest.mark.parametrize("planted", PLANTED)
def test_a_planted_fault_is_found(copied: Path, planted: str) -> None:
    """Each kind of damage to a project's rows is reported for the table that it stands in."""
    statement, table = PLANTED[planted]
    with sqlite3.connect(copied / "dragoman.sqlite") as file:
        assert file.execute(statement).rowcount > 0, "nothing to damage"
    assert table in faults(copied)


def test_documents_without_their_accepted_inputs_are_found_beside_other_faults(copied: Path) -> None:
    """Inputs that lost their document hide no document that lost its input."""
    with sqlite3.connect(copied / "dragoman.sqlite") as file:
        file.execute("UPDATE ledger SET document = NULL WHERE outcome = 'accepted'")
    with open_store(copied) as store:
        found = check_store(store).faults
    assert "documents" in {fault.table for fault in found}
    assert any(fault.message == "accepted, but its document is None" for fault in found)


def test_only_a_verdict_on_the_report_itself_takes_it_out_of_every_event(copied: Path) -> None:
    """A report that stands in no event is sound where it was rejected, not where it was merely compared."""
    fields = 'number, verdict, "left", "right", user, created, note'
    add = f"INSERT INTO judgements ({fields}) VALUES (1, ?, ?, ?, 'a', 'now', '')"  # no words of others in it
    for verdict, expected in (("different", True), ("reject", False)):
        with sqlite3.connect(copied / "dragoman.sqlite") as file:
            first, second = (row[0] for row in file.execute("SELECT id FROM reports ORDER BY id LIMIT 2"))
            file.execute("DELETE FROM judgements")
            file.execute(add, (verdict, first, second if verdict == "different" else None))
            file.execute("UPDATE event_reports SET event = NULL WHERE report = ?", (first,))
        assert ("event_reports" in faults(copied)) is expected


def test_a_damaged_page_is_found(copied: Path) -> None:
    """Overwritten bytes of the file itself are reported, by the check or on opening."""
    path = copied / "dragoman.sqlite"
    raw = bytearray(path.read_bytes())
    raw[4096 * 30 : 4096 * 34] = b"\xa5" * (4096 * 4)
    path.write_bytes(raw)
    assert "(file)" in faults(copied)
