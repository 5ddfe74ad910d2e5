"""Judgements in a project: views change, records never do, and taking one back leaves no trace."""

from __future__ import annotations

import threading
import time
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from dragoman.errors import JudgementError
from dragoman.kit import Kit
from dragoman.project import open_project
from dragoman.store import schema
from dragoman.store.check import check_store
from dragoman.store.judgements import append, current, listed, undo
from dragoman.store.store import Store, open_store

NOW = "2026-01-05T10:00:00+00:00"
VIEWS = (schema.events, schema.event_reports, schema.stories, schema.story_members)
RECORDS = (schema.documents, schema.reports, schema.report_parties, schema.evidence, schema.mentions, schema.statements)


def dump(store: Store, tables: Any = VIEWS) -> dict[str, list[Any]]:
    """Return the rows of some tables, sorted."""
    with store.reading() as connection:
        return {table.name: sorted(map(repr, connection.execute(select(table)))) for table in tables}


def judge(store: Store, verdict: str, left: str, right: str | None = None, value: str | None = None) -> int:
    """Append a judgement and return its number."""
    return append(store, verdict=verdict, left=left, right=right, value=value, user="ana", now=NOW).number


def event_ids(store: Store) -> list[str]:
    """Return the ids of all events, sorted."""
    with store.reading() as connection:
        return sorted(connection.scalars(select(schema.events.c.id)))


def reports_of(store: Store) -> dict[str, str | None]:
    """Return the event of each report."""
    with store.reading() as connection:
        rows = connection.execute(select(schema.event_reports))
        return {row.report: row.event for row in rows}


def test_two_events_judged_the_same_become_one_and_come_apart_again(copied: Path) -> None:
    """Joining changes the views only, and undoing gives the very same rows back."""
    with open_store(copied) as store:
        before, records = dump(store), dump(store, RECORDS)
        left, right = event_ids(store)[:2]
        number = judge(store, "same", left, right)
        assert len(event_ids(store)) == len(before["events"]) - 1
        assert dump(store, RECORDS) == records
        assert not check_store(store).faults
        undo(store, number, user="ana", now=NOW)
        assert dump(store) == before


def test_events_of_documents_with_repaired_names_are_judged_too(copied: Path) -> None:
    """A name repair of a document does not stand in the way of a judgement about its reports."""
    with open_store(copied) as store:
        report = next(iter(reports_of(store)))
        with store.writing() as connection:
            document = connection.scalar(select(schema.reports.c.document).where(schema.reports.c.id == report))
            version = {"document": document, "value": "France", "start": 0, "end": 3, "quote": "The"}
            repair = {"id": "n1", "document": document, "start": 0, "end": 3, "quote": "The", "proposed": "France",
                      "actor": "FRA", "confidence": 0.9, "votes": 1, "reason": "a test", "witness": version}  # fmt: skip
            connection.execute(schema.name_repairs.insert(), [repair])
        judge(store, "reject", report)
        assert reports_of(store)[report] is None


def test_a_document_is_named_by_the_end_of_its_path(copied: Path) -> None:
    """`visit.txt` is `a/visit.txt` where no other document goes by that name; a name that two bear is refused."""
    with open_store(copied) as store:
        before = dump(store)
        number = judge(store, "same", "visit.txt", "b/accords.txt")
        assert len(dump(store)["stories"]) == len(before["stories"]) - 1
        undo(store, number, user="ana", now=NOW)
        assert dump(store) == before
        with pytest.raises(JudgementError, match=r"sit\.txt"):
            judge(store, "same", "sit.txt", "accords.txt")
        with pytest.raises(JudgementError, match=r"2 documents go by 'rows\.jsonl'"):
            judge(store, "same", "rows.jsonl", "accords.txt")


def test_a_rejected_report_leaves_the_events(copied: Path) -> None:
    """Its event goes with it, its record stays, and the check knows why it stands nowhere."""
    with open_store(copied) as store:
        report, event = next(iter(reports_of(store).items()))
        judge(store, "reject", report)
        assert reports_of(store)[report] is None
        assert event not in event_ids(store)
        assert not check_store(store).faults


def test_undoing_brings_back_the_event_of_an_only_report(copied: Path) -> None:
    """Where the rejected report was all that its event had, the event comes back as it was."""
    with open_store(copied) as store:
        before = dump(store)
        events = list(reports_of(store).values())
        report = next(report for report, event in reports_of(store).items() if events.count(event) == 1)
        number = judge(store, "reject", report)
        assert len(event_ids(store)) == len(before["events"]) - 1
        undo(store, number, user="ana", now=NOW)
        assert dump(store) == before


def test_the_later_of_two_judgements_prevails(copied: Path) -> None:
    """After same and then different the two stand apart; the first one is listed as overruled."""
    with open_store(copied) as store:
        before = dump(store)
        left, right = list(reports_of(store))[:2]
        judge(store, "same", left, right)
        judge(store, "different", left, right)
        assert dump(store) == before
        with store.reading() as connection:
            assert [row.state for row in listed(connection)] == ["overruled", "in force"]


def test_taking_back_the_taking_back_restores_the_judgement(copied: Path) -> None:
    """An undo is a judgement too."""
    with open_store(copied) as store:
        left, right = list(reports_of(store))[:2]
        first = judge(store, "same", left, right)
        joined = dump(store)
        second = undo(store, first, user="ana", now=NOW).number
        undo(store, second, user="ben", now=NOW)
        assert dump(store) == joined
        with store.reading() as connection:
            assert [row.number for row in current(connection)] == [first]


def test_a_wrong_actor_is_replaced_in_the_event_only(copied: Path) -> None:
    """The event shows the corrected actor; the report keeps what was read."""
    with open_store(copied) as store:
        records = dump(store, RECORDS)
        with store.reading() as connection:
            party = connection.execute(select(schema.report_parties).where(schema.report_parties.c.actor == "JPN")).one()
        judge(store, "wrong-actor", party.report, "JPN", "KOR")
        event = reports_of(store)[party.report]
        with store.reading() as connection:
            row = connection.execute(select(schema.events).where(schema.events.c.id == event)).mappings().one()
        assert "KOR" in row["actors"] + row["recipients"]
        assert "JPN" not in row["actors"] + row["recipients"]
        assert "KOR" in row["actor_states"] + row["recipient_states"]
        assert dump(store, RECORDS) == records


def test_a_corrected_report_leaves_the_event_of_its_wrong_actor(copied: Path) -> None:
    """Of two accounts of one accusation one is corrected: they part; once all is undone they stand together again."""
    with open_store(copied) as store:
        before = dump(store)
        with store.reading() as connection:
            parties = connection.execute(select(schema.report_parties).where(schema.report_parties.c.actor == "TUR")).all()
            accused = sorted({party.report for party in parties})
        assert reports_of(store)[accused[0]] == reports_of(store)[accused[1]]
        first = judge(store, "wrong-actor", accused[0], "TUR", "BGR")
        assert reports_of(store)[accused[0]] != reports_of(store)[accused[1]]
        second = judge(store, "reject", accused[1])
        assert not check_store(store).faults
        undo(store, second, user="ana", now=NOW)
        undo(store, first, user="ana", now=NOW)
        assert dump(store) == before


def test_stories_are_joined_and_parted(copied: Path) -> None:
    """Two documents judged one story count as one source; judged different again, the stories are as before."""
    with open_store(copied) as store:
        before = dump(store)
        with store.reading() as connection:
            documents = sorted(connection.scalars(select(schema.stories.c.first)))[:2]
        judge(store, "same", *documents)
        with store.reading() as connection:
            of = {row.document: row.story for row in connection.execute(select(schema.story_members))}
        assert of[documents[0]] == of[documents[1]]
        assert not check_store(store).faults
        judge(store, "different", *documents)
        assert dump(store) == before


def test_a_later_run_lays_the_judgements_over_its_record(copied: Path, kit: Kit, tmp_path: Path) -> None:
    """New documents rebuild the record; what was judged still holds, and undoing still leads back to what was found."""
    with open_store(copied) as store:
        left, right = list(reports_of(store))[:2]
        number = judge(store, "same", left, right)
    late = tmp_path / "late.txt"
    late.write_text("Norway and Iceland signed a treaty on cod in Oslo on 4 April 2022.\n", encoding="utf-8")
    with open_project(copied, kit) as project:
        project.read([late], workers=1)
    with open_store(copied) as store:
        assert reports_of(store)[left] == reports_of(store)[right] is not None
        undo(store, number, user="ana", now=NOW)
        assert reports_of(store)[left] != reports_of(store)[right]
        assert not check_store(store).faults


def test_a_judgement_waits_for_a_writer_and_then_holds(copied: Path) -> None:
    """While another process stores something, judging waits its turn instead of failing."""
    begun = threading.Event()

    def write() -> None:
        with open_store(copied) as other, other.writing() as connection:
            connection.execute(schema.meta.update().where(schema.meta.c.key == "stale").values(value="0"))
            begun.set()
            time.sleep(0.3)

    writer = threading.Thread(target=write)
    writer.start()
    begun.wait(5)
    with open_store(copied) as store:
        left, right = list(reports_of(store))[:2]
        judge(store, "same", left, right)
        assert reports_of(store)[left] == reports_of(store)[right]
    writer.join()


@pytest.mark.parametrize(
    ("verdict", "left", "right"),
    [("same", "r0", "r1"), ("likely", "REPORT", "REPORT"), ("same", "REPORT", "REPORT"), ("same", "REPORT", None),
     ("reject", "a/visit.txt", None), ("wrong-actor", "REPORT", "ATL"), ("same", "REPORT", "a/visit.txt")],
)  # fmt: skip
def test_a_judgement_about_nothing_is_refused(copied: Path, verdict: str, left: str, right: str | None) -> None:
    """Unknown records and verdicts leave no row behind."""
    with open_store(copied) as store:
        report = next(iter(reports_of(store)))
        with pytest.raises(JudgementError):
            judge(store, verdict, report if left == "REPORT" else left, report if right == "REPORT" else right)
        with store.reading() as connection:
            assert listed(connection) == []
