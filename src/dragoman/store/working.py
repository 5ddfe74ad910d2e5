"""The working memory of the merge in the project file: what a run can use again instead of working it out anew.

It holds nothing that the records do not say: the sketch of each report, the pairs of reports that agree, and the states of
actors that repaired names filled in. `export` leaves it out, and a run that finds it missing, or made by another version of
the program or of the tables of facts and words, makes it anew.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from importlib import resources
from importlib.metadata import version
from typing import Any

import numpy as np
import numpy.typing as npt
from sqlalchemy import Connection

from dragoman.ids import digest
from dragoman.kit import Kit
from dragoman.languages.rows import DateWordRow, DescriptionRow, NameRow
from dragoman.merge.event_pairs import Kind
from dragoman.merge.kept_sketch import KeptSketch, read_sketch
from dragoman.merge.sketches import Sketch

KINDS: tuple[Kind, ...] = ("within", "aligned", "beside", "hint", "across")
WITHIN, ALIGNED, BESIDE, HINT, ACROSS = range(len(KINDS))

_READ = 2000  # rows in memory at once
_KEPT = 20_000  # sketches in memory at once: about 60 MB

_TABLES = (
    "CREATE TABLE merge_sketches (number INTEGER PRIMARY KEY, report TEXT NOT NULL UNIQUE, document TEXT NOT NULL, "
    "start INTEGER NOT NULL, end INTEGER NOT NULL, place TEXT NOT NULL, keys BLOB NOT NULL, traits BLOB NOT NULL, "
    "damage REAL NOT NULL, body BLOB NOT NULL)",
    "CREATE INDEX merge_sketches_by_document ON merge_sketches(document)",
    "CREATE TABLE merge_pairs (left INTEGER NOT NULL, right INTEGER NOT NULL, kind INTEGER NOT NULL, score REAL NOT NULL, "
    "PRIMARY KEY (left, right)) WITHOUT ROWID",
    "CREATE INDEX merge_pairs_by_right ON merge_pairs(right)",
    "CREATE TABLE merge_states (actor TEXT PRIMARY KEY, state TEXT)",
    "CREATE TABLE merge_facts (key TEXT PRIMARY KEY, value TEXT NOT NULL)",
)
_NAMES = ("merge_sketches", "merge_pairs", "merge_states", "merge_facts")


def made_with(kit: Kit) -> str:
    """Return what tells whether the working memory can be used: program, its code for the merge, tables of facts and words."""
    merge = resources.files("dragoman.merge")
    code = [entry.read_bytes() for entry in sorted(merge.iterdir(), key=lambda e: e.name) if entry.name.endswith(".py")]
    words = [
        repr(language.rows(table, row)) for _, language in sorted(kit.languages.items())
        for table, row in (("dates", DateWordRow), ("descriptions", DescriptionRow), ("names", NameRow))
    ]  # fmt: skip
    return digest(version("dragoman"), kit.knowledge.version, *code, *words)


def prepare(connection: Connection, mark: str) -> None:
    """Make the tables, empty, unless those that are there were made with the same."""
    if _exists(connection):
        found = connection.exec_driver_sql("SELECT value FROM merge_facts WHERE key = 'made_with'").scalar()
        if found == mark:
            return
        for name in _NAMES:
            connection.exec_driver_sql(f"DROP TABLE {name}")
    for statement in _TABLES:
        connection.exec_driver_sql(statement)
    connection.exec_driver_sql("INSERT INTO merge_facts VALUES ('made_with', ?)", (mark,))


def _exists(connection: Connection) -> bool:
    query = "SELECT count(*) FROM sqlite_master WHERE name = 'merge_facts'"
    return bool(connection.exec_driver_sql(query).scalar())


def is_built_on(connection: Connection) -> bool:
    """Tell whether the record of the world in the file came of this working memory."""
    return connection.exec_driver_sql("SELECT value FROM merge_facts WHERE key = 'world'").scalar() is not None


def mark_built(connection: Connection) -> None:
    """Note that the record of the world came of this working memory."""
    connection.exec_driver_sql("INSERT OR REPLACE INTO merge_facts VALUES ('world', '1')")


def mark_foreign(connection: Connection) -> None:
    """Note that the record of the world came from elsewhere: the next merge begins from nothing."""
    if _exists(connection):
        connection.exec_driver_sql("DELETE FROM merge_facts")


# ---------------------------------------------------------------- sketches


def save_sketches(connection: Connection, sketches: Iterable[KeptSketch]) -> None:
    """Store sketches, each in the place of the one that its report had; its number stays."""
    rows = [(s.report, s.document, *s.trigger, s.place, s.keys, s.traits, s.damage, s.body) for s in sketches]
    if not rows:
        return
    connection.exec_driver_sql(
        "INSERT INTO merge_sketches (report, document, start, end, place, keys, traits, damage, body) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (report) DO UPDATE SET place = excluded.place, keys = excluded.keys, "
        "traits = excluded.traits, damage = excluded.damage, body = excluded.body",
        rows,
    )


def numbers_of(connection: Connection, document: str) -> dict[str, int]:
    """Return the numbers of the sketches of a document, by report."""
    found = connection.exec_driver_sql("SELECT report, number FROM merge_sketches WHERE document = ?", (document,))
    return dict(found.cursor.fetchall())


def read_lines(connection: Connection) -> Iterator[tuple[Any, ...]]:
    """Yield number, report, document, trigger, place in line, keys, traits and damage of all sketches, in order."""
    found = connection.exec_driver_sql(
        "SELECT number, report, document, start, end, place, keys, traits, damage FROM merge_sketches "
        "ORDER BY document, start, end, report"
    ).cursor
    while rows := found.fetchmany(_READ):
        yield from rows


class Shelf:
    """The sketches by their index in a list, loaded when they are asked for; the last some thousands are kept."""

    def __init__(
        self, connection: Connection, numbers: Sequence[int], fresh: dict[int, bytes], story_of: dict[str, str]
    ) -> None:
        """Take the number of each sketch; `fresh` has those that are not stored yet, by number."""
        self._cursor = connection.connection.cursor()
        self._numbers = numbers
        self._fresh = fresh
        self._story_of = story_of
        self._kept: dict[int, Sketch] = {}

    def __getitem__(self, index: int) -> Sketch:
        found = self._kept.get(index)
        if found is None:
            if len(self._kept) >= _KEPT:
                for old in list(self._kept)[: _KEPT // 2]:
                    del self._kept[old]
            found = self._kept[index] = self._load(int(self._numbers[index]))
        return found

    def _load(self, number: int) -> Sketch:
        query = "SELECT body, report, document FROM merge_sketches WHERE number = ?"
        body, report, document = self._cursor.execute(query, (number,)).fetchone()
        return read_sketch(self._fresh.get(number, body), report, document, self._story_of.get(document, ""))




# ---------------------------------------------------------------- pairs

PAIRS = np.dtype([("left", "<i8"), ("right", "<i8"), ("kind", "u1"), ("score", "<f8")])
Pairs = npt.NDArray[np.void]


def read_pairs(connection: Connection) -> Pairs:
    """Return all pairs by the numbers of their sketches."""
    found = connection.exec_driver_sql("SELECT left, right, kind, score FROM merge_pairs").cursor
    parts = [np.zeros(0, dtype=PAIRS)]
    while rows := found.fetchmany(_READ):
        parts.append(np.array(rows, dtype=PAIRS))
    return np.concatenate(parts)


def save_pairs(connection: Connection, pairs: Pairs) -> None:
    """Store pairs of sketches, known by their numbers."""
    for first in range(0, len(pairs), _READ):
        some = pairs[first : first + _READ].tolist()
        connection.exec_driver_sql("INSERT OR REPLACE INTO merge_pairs VALUES (?, ?, ?, ?)", some)


def drop_pairs(connection: Connection, pairs: Pairs) -> None:
    """Strike out pairs of sketches."""
    for first in range(0, len(pairs), _READ):
        gone = [(left, right) for left, right, *_ in pairs[first : first + _READ].tolist()]
        connection.exec_driver_sql("DELETE FROM merge_pairs WHERE left = ? AND right = ?", gone)


# ---------------------------------------------------------------- states


def read_states(connection: Connection) -> dict[str, str | None]:
    """Return the states that repaired names were filled in with at the last merge, by actor."""
    return dict(connection.exec_driver_sql("SELECT actor, state FROM merge_states").cursor.fetchall())


def save_states(connection: Connection, states: Mapping[str, str | None]) -> None:
    """Put the states that repaired names are filled in with in the place of the old ones."""
    connection.exec_driver_sql("DELETE FROM merge_states")
    if states:
        connection.exec_driver_sql("INSERT INTO merge_states VALUES (?, ?)", sorted(states.items(), key=lambda item: item[0]))
