"""Judgements carried from one project to another of the same texts: applied where it reads the same, else told why not."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import msgspec
import pytest
from sqlalchemy import select, update

from dragoman.errors import InputError
from dragoman.kit import Kit
from dragoman.project import open_project
from dragoman.store import schema
from dragoman.store.judgement_files import Outcome, carried, lay_over, read_carried
from dragoman.store.judgements import append, current, undo
from dragoman.store.store import Store, open_store

NOW = "2026-01-05T10:00:00+00:00"


@pytest.fixture
def other(finished: Path, tmp_path: Path) -> Path:
    """Return a second project with the same record and no judgements."""
    return Path(shutil.copytree(finished, tmp_path / "other"))


def report_of(store: Store, kind: str) -> Any:
    """Return the first report of a type."""
    with store.reading() as connection:
        query = select(schema.reports).where(schema.reports.c.type == kind).order_by(schema.reports.c.id)
        return connection.execute(query).first()


def judge(store: Store, verdict: str, left: str, right: str | None = None, value: str | None = None) -> int:
    """Append a judgement and return its number."""
    made = append(store, verdict=verdict, left=left, right=right, value=value, user="ana", now=NOW, note="so it is")
    return made.number


def written(store: Store) -> bytes:
    """Return the file of a project's judgements."""
    with store.reading() as connection:
        return b"".join(msgspec.json.encode(line) + b"\n" for line in carried(connection))


def brought(store: Store, data: bytes) -> list[Outcome]:
    """Lay the judgements of a file over a project."""
    return lay_over(store, read_carried(data))


def test_judgements_come_over_with_who_when_and_why_and_only_once(copied: Path, other: Path) -> None:
    """All kinds of verdict are applied to the same record; a second time they are there already; undone ones stay behind."""
    with open_store(copied) as mine, open_store(other) as theirs:
        act = report_of(mine, "ACCUSE").id
        with mine.reading() as connection:
            events = sorted(connection.scalars(select(schema.events.c.id)))
            documents = sorted(connection.scalars(select(schema.documents.c.id)))
        judge(mine, "wrong-actor", act, "GRC", "BGR")
        judge(mine, "same", events[0], events[1])
        judge(mine, "different", documents[0], documents[1])
        judge(mine, "reject", act)
        undo(mine, judge(mine, "same", events[0], events[2]), user="ana", now=NOW)
        data = written(mine)
        assert [one.outcome for one in brought(theirs, data)] == ["applied"] * 4
        with mine.reading() as here, theirs.reading() as there:
            assert current(here) == current(there)
            for table in (schema.events, schema.stories):
                assert sorted(map(repr, here.execute(select(table)))) == sorted(map(repr, there.execute(select(table))))
        assert [(one.outcome, one.made) for one in brought(theirs, data)] == [("already there", n) for n in (1, 2, 3, 4)]


def test_a_rejection_is_not_laid_over_another_reading(copied: Path, other: Path) -> None:
    """Where the other project reads another type at the same words, under the same id, the report is not what was judged."""
    with open_store(copied) as mine, open_store(other) as theirs:
        act = report_of(mine, "ACCUSE")
        judge(mine, "reject", act.id)
        with theirs.writing() as connection:
            connection.execute(update(schema.reports).where(schema.reports.c.id == act.id).values(type="REJECT"))
        (told,) = brought(theirs, written(mine))
        assert told.outcome == "not applied"
        assert "judged was ACCUSE TUR > GRC, this project reads REJECT TUR > GRC" in told.reason
        assert "c/rows.jsonl" in told.reason
        with theirs.reading() as connection:
            assert current(connection) == ()


def test_a_report_is_found_where_its_words_moved_a_little(copied: Path, other: Path) -> None:
    """Another reading takes more words for the act, so that the id is another: the same act of the same two is meant."""
    with open_store(copied) as mine, open_store(other) as theirs:
        act = report_of(mine, "ACCUSE")
        judge(mine, "reject", act.id)
        data = written(mine).replace(act.id.encode(), b"r-of-another-reading")
        start, end = act.trigger_start, act.trigger_end
        data = data.replace(f"[{start},{end}]".encode(), f"[{start},{end + 5}]".encode())
        (told,) = brought(theirs, data)
        assert told.outcome == "applied"
        with theirs.reading() as connection:
            assert [made.left for made in current(connection)] == [act.id]


def test_the_same_text_in_another_file_is_the_same_document(copied: Path, kit: Kit, tmp_path: Path) -> None:
    """A text that was saved anew, with another mark at its beginning, keeps its judgements; one that is missing is told."""
    texts = {"a.txt": "Turkey accused Greece of violating its airspace.\n"}
    (tmp_path / "a.txt").write_text(texts["a.txt"], encoding="utf-8")
    (tmp_path / "b.txt").write_text(texts["a.txt"], encoding="utf-8-sig")
    for name, file in (("one", "a.txt"), ("two", "b.txt")):
        with open_project(tmp_path / name, kit) as project:
            project.read([tmp_path / file], workers=1, language="en")
    with open_store(tmp_path / "one") as mine, open_store(tmp_path / "two") as theirs, open_store(copied) as foreign:
        judge(mine, "reject", report_of(mine, "ACCUSE").id)
        assert [one.outcome for one in brought(theirs, written(mine))] == ["applied"]
        judge(foreign, "reject", report_of(foreign, "AGREE").id)
        (told,) = brought(theirs, written(foreign))
        assert (told.outcome, "no document with the text of" in told.reason) == ("not applied", True)


def test_a_file_that_is_no_file_of_judgements_is_refused_whole() -> None:
    """The line is named; a file of verdicts that nobody knows is none either."""
    with pytest.raises(InputError, match="line 2 is no judgement"):
        read_carried(b'\n{"verdict": "same"}\n')
    line = b'{"number":1,"verdict":"praise","left":{"document":"d"},"user":"ana","created":"2026"}'
    with pytest.raises(InputError, match="line 1 is no judgement"):
        read_carried(line)
    assert read_carried(line.replace(b"praise", b"reject"))[0].left.document == "d"


def test_judgements_are_taken_out_of_a_project_of_another_dragoman(copied: Path) -> None:
    """A file whose tables have another version opens for nothing but this, and says so."""
    with open_store(copied) as store:
        judge(store, "reject", report_of(store, "ACCUSE").id)
        with store.writing() as connection:
            connection.execute(update(schema.meta).where(schema.meta.c.key == "schema").values(value="1"))
    with pytest.raises(Exception, match="dragoman judge export"):
        open_store(copied)
    with open_store(copied, any_version=True) as store:
        assert len(read_carried(written(store))) == 1
