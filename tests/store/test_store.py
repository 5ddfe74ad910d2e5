"""The project file: opening, versions, one writer, search."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import select

from dragoman.errors import StoreError
from dragoman.ids import digest
from dragoman.store import schema
from dragoman.store.lock import WriterLock
from dragoman.store.queries import search_documents, search_expression
from dragoman.store.schema import SCHEMA_VERSION
from dragoman.store.store import FILE_NAME, Store, open_store, reading_mode


def test_a_folder_without_a_project_is_refused_with_advice(tmp_path: Path) -> None:
    """Looking at a folder that holds no project says how to make one, and makes nothing."""
    with pytest.raises(StoreError, match="dragoman read PATH"):
        open_store(tmp_path)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(("version", "word"), [("0", "an older"), ("99", "a newer")])
def test_another_schema_version_is_refused_with_both_numbers(copied: Path, version: str, word: str) -> None:
    """A file of an older or newer dragoman is not touched: the message names both versions."""
    with sqlite3.connect(copied / "dragoman.sqlite") as file:
        file.execute("UPDATE meta SET value = ? WHERE key = 'schema'", (version,))
    wanted = f"{word} dragoman: its tables have version {version}, this one reads version {SCHEMA_VERSION}"
    with pytest.raises(StoreError, match=wanted):
        open_store(copied)


def test_a_file_that_is_no_database_is_refused(tmp_path: Path) -> None:
    """Garbage in the place of the project file gives a message, not a traceback of the driver."""
    (tmp_path / "dragoman.sqlite").write_bytes(b"this is no database" * 100)
    with pytest.raises(StoreError, match="cannot be read"):
        open_store(tmp_path)


def test_a_file_that_is_no_database_is_not_written_to_either(tmp_path: Path) -> None:
    """What `read` finds in the place of a project is told in words, and stays as it is."""
    (tmp_path / "dragoman.sqlite").write_bytes(b"hello")
    with pytest.raises(StoreError, match="not a database"):
        open_store(tmp_path, create=True)
    assert (tmp_path / "dragoman.sqlite").read_bytes() == b"hello"


def test_a_second_writer_is_told_who_writes(tmp_path: Path) -> None:
    """A second writer gets a message with the process of the first one; after the first has ended it may write."""
    code = (
        "import sys; from pathlib import Path; from dragoman.store.lock import WriterLock\n"
        "with WriterLock(Path(sys.argv[1])): print('held', flush=True); sys.stdin.read()"
    )
    holder = subprocess.Popen(
        [sys.executable, "-c", code, str(tmp_path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert holder.stdout is not None
    assert holder.stdout.readline() == "held\n"
    with pytest.raises(StoreError, match=f"another process writes.*process {holder.pid}"), WriterLock(tmp_path):
        pass
    holder.kill()  # a writer that dies leaves no lock behind
    holder.communicate()
    with WriterLock(tmp_path):
        pass


def test_readers_see_one_state_while_a_writer_works(copied: Path) -> None:
    """A reader neither waits for an open transaction nor sees half of it."""
    with open_store(copied) as writer, open_store(copied) as reader:
        with writer.writing() as writing:
            writing.execute(schema.meta.insert(), [{"key": "probe", "value": "1"}])
            with reader.reading() as reading:
                assert reading.scalar(select(schema.meta.c.value).where(schema.meta.c.key == "probe")) is None
        with reader.reading() as reading:
            assert reading.scalar(select(schema.meta.c.value).where(schema.meta.c.key == "probe")) == "1"


def test_who_may_only_read_the_folder_sees_what_others_write(copied: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """While a colleague has the project open, its log is read too; where nobody has, the file alone is enough."""
    path = copied / FILE_NAME
    with open_store(copied) as writer:
        with writer.writing() as connection:
            connection.execute(schema.meta.insert(), [{"key": "new", "value": "1"}])
        monkeypatch.setattr(os, "access", lambda *_: False)
        assert reading_mode(path) == "mode=ro"
        with open_store(copied) as store, store.reading() as connection:
            assert connection.scalar(select(schema.meta.c.value).where(schema.meta.c.key == "new")) == "1"
    assert reading_mode(path) == "immutable=1"
    with open_store(copied) as store, store.reading() as connection:
        assert connection.scalar(select(schema.meta.c.value).where(schema.meta.c.key == "new")) == "1"


def test_a_failed_write_leaves_nothing(copied: Path) -> None:
    """What was written before an error in the same block is not there afterwards."""
    with open_store(copied) as store:
        with pytest.raises(RuntimeError):
            _write_and_fail(store)
        with store.reading() as reading:
            assert reading.scalar(select(schema.meta.c.value).where(schema.meta.c.key == "probe")) is None


def _write_and_fail(store: Store) -> None:
    with store.writing() as writing:
        writing.execute(schema.meta.insert(), [{"key": "probe", "value": "1"}])
        raise RuntimeError


def test_search_finds_words_without_their_accents(finished: Path) -> None:
    """A word is found whatever its case and accents."""
    with open_store(finished) as store, store.reading() as connection:
        assert [row["path"] for row in search_documents(connection, "SIGNE cederons")] == ["b/accords.txt"]


@given(st.text(max_size=60) | st.sampled_from(['"', "a AND", "foo:bar", "NEAR(", "*", "a-b ^c", "x" * 100_000]))
def test_no_question_breaks_the_search(question: str) -> None:
    """Whatever signs a question holds, the index takes it as words."""
    file = sqlite3.connect(":memory:")
    file.execute("CREATE VIRTUAL TABLE t USING fts5(text)")
    expression = search_expression(question)
    if expression:
        file.execute("SELECT * FROM t WHERE t MATCH ?", (expression,)).fetchall()
    file.close()


def test_every_column_is_explained() -> None:
    """The data dictionary has a comment for every table and column."""
    for table in schema.metadata.sorted_tables:
        assert table.comment, table.name
        assert all(column.comment for column in table.columns), table.name


def test_tables_that_change_get_another_version(tmp_path: Path) -> None:
    """The tables of a new file are those of its version: whoever changes one raises SCHEMA_VERSION, and the digest here.

    Else an older project would be opened as if it were of today, and fail somewhere in the middle.
    """
    open_store(tmp_path, create=True).close()
    with sqlite3.connect(tmp_path / FILE_NAME) as file:
        rows = file.execute("SELECT type, name, sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY type, name").fetchall()
    ours = [sql for kind, name, sql in rows if kind != "table" or not name.startswith("documents_search_")]  # else SQLite's
    words = " ".join(" ".join(ours).split())
    assert (SCHEMA_VERSION, digest(words)) == (4, "cee35fca96c2c062")


def test_a_full_disk_is_said_and_loses_nothing(copied: Path) -> None:
    """When the file cannot grow, the message says so, and what was stored before is still there."""
    with open_store(copied) as store:
        with store.writing() as writing:
            writing.exec_driver_sql(f"PRAGMA max_page_count = {writing.exec_driver_sql('PRAGMA page_count').scalar()}")
        with pytest.raises(StoreError, match="full; free the disk"):
            _write_much(store)
        with store.reading() as reading:
            assert reading.scalar(select(schema.meta.c.value).where(schema.meta.c.key == "probe")) is None
            assert len(reading.execute(select(schema.documents.c.id)).all()) == 5


def _write_much(store: Store) -> None:
    with store.writing() as writing:
        writing.execute(schema.meta.insert(), [{"key": "probe", "value": "x" * 1_000_000}])
