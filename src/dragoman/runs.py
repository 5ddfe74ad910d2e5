"""The machinery of a run: which inputs are left, who reads them, what becomes of each in the ledger.

Inputs are settled one by one in the order of their names, whatever order the workers finish in; so the store after a cut
holds exactly the first inputs of the list, and a run that goes on ends as an undisturbed one would.
"""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

import msgspec

from dragoman.engines.task import Done, Engine
from dragoman.errors import RecordError
from dragoman.ids import digest
from dragoman.intake.files import Input, InputItem, Overrides, list_inputs, read_input
from dragoman.intake.raw import scrub
from dragoman.kit import Kit
from dragoman.records import Document, Issue, LedgerRow, Reading
from dragoman.store.lineage import HeldEdges, compare_waiting, fingerprint_rest, note_pairs
from dragoman.store.queries import has_document, is_stale, path_of
from dragoman.store.renew import renew, sketch_rest
from dragoman.store.store import Store
from dragoman.store.write import Run, finish_file, finish_run, save_input

Progress = Callable[[int], None]
ReadDocument = Callable[[Document, Kit], Reading]

_SMALL_FILES, _SMALL_BYTES = 8, 200_000  # below, starting workers (5 to 10 s with models) takes longer than reading


def choose_workers(asked: int, items: Sequence[InputItem]) -> int:
    """Return the number of processes: as asked; for 0 one a core, or this process alone where there is little to read."""
    if asked:
        return asked
    if len(items) <= _SMALL_FILES and sum(_size(item) for item in items) <= _SMALL_BYTES:
        return 1
    return min(_cores(), max(len(items), 2))


def _cores() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _size(item: InputItem) -> int:
    try:
        return Path(item.file).stat().st_size
    except OSError:
        return 0


class FileTask(msgspec.Struct, frozen=True):
    """A file for a worker to open, and what the caller declares about it."""

    item: InputItem
    declared: Overrides


def read_file(task: FileTask, kit: Kit) -> list[Input]:
    """Return the documents of one input file, and what of it could not be read."""
    return [_storable(given) for given in read_input(task.item, kit.settings, task.declared)]


def _storable(given: Input) -> Input:
    """Put U+FFFD for lone surrogates in everything that a document states: no database or file can hold them."""
    if given.document is None:
        return given
    broken = {
        name: scrub(value)[0]
        for name in Document.__struct_fields__
        if isinstance(value := getattr(given.document, name), str) and not value.isascii() and scrub(value)[1]
    }
    document = msgspec.structs.replace(given.document, **broken) if broken else given.document
    return msgspec.structs.replace(given, document=document)


def find_inputs(paths: Iterable[str | Path] | str | Path) -> list[InputItem]:
    """Return the files to read, in the order of their names; bytes of a name that are no UTF-8 are spelled out."""
    return [
        msgspec.structs.replace(item, path=os.fsencode(item.path).decode("utf-8", "backslashreplace"))
        for item in list_inputs(paths)
    ]


def plan(items: Sequence[InputItem], run: Run, declared: Overrides) -> Iterator[FileTask]:
    """Yield the files that the run has not finished."""
    for item in items:
        if item.path not in run.files:
            yield FileTask(item, declared)


def digest_inputs(items: Sequence[InputItem], declared: Overrides) -> str:
    """Return what tells one list of inputs from another, with what the caller declares about them."""
    return digest(*(item.path for item in items), *msgspec.structs.astuple(declared))


class _Entry(msgspec.Struct, frozen=True):
    """What is to be settled next: an input, or the end of a file (`entry` None)."""

    path: str
    entry: Input | None = None
    same_as: str = ""
    to_read: bool = False


class Settling:
    """Settles the inputs of one run, in order."""

    def __init__(self, store: Store, run: Run, progress: Progress | None = None) -> None:
        self._store = store
        self._run = run
        self._progress = progress
        self._pending: deque[_Entry] = deque()
        self._drawn: dict[str, str] = {}  # documents on their way in this run, with where they were found
        self._failed: dict[str, str] = {}  # those of them that could not be read, with the reason

    def settle(self, engine: Engine, tasks: Iterable[FileTask], read_document: ReadDocument) -> None:
        """Read the files, and the documents in them, on the engine; store what comes of each."""
        files = engine.map(read_file, tasks)
        for done in engine.map(read_document, self._documents(files)):
            self._settle_waiting()
            self._settle_read(self._pending.popleft(), done)
        self._settle_waiting()

    def _documents(self, files: Iterable[Done]) -> Iterator[Document]:
        """Yield the documents to read; note everything else on the way, so that it is settled in its turn."""
        for done in files:
            path = done.item.item.path
            members: set[str] = set()
            for given in _entries(done):
                entry = _with_own_member(given, members)
                if (path, entry.member) in self._run.inputs:
                    continue  # settled before the run was cut off
                document = entry.document
                same_as = self._known(document.id) if document is not None else ""
                to_read = document is not None and not same_as
                self._pending.append(_Entry(path, entry, same_as, to_read))
                if document is not None and to_read:
                    self._drawn[document.id] = _place(entry)
                    yield document
            self._pending.append(_Entry(path))

    def _known(self, identifier: str) -> str:
        """Return where a document with the same bytes stands, or ""."""
        if identifier in self._drawn:
            return self._drawn[identifier]
        with self._store.reading() as connection:
            return path_of(connection, identifier) if has_document(connection, identifier) else ""

    def _settle_waiting(self) -> None:
        """Settle what stands before the next document that was read."""
        while self._pending and not self._pending[0].to_read:
            waiting = self._pending.popleft()
            if waiting.entry is None:
                finish_file(self._store, self._run.number, waiting.path)
                if self._progress:
                    self._progress(1)
            elif waiting.entry.document is not None:
                self._settle_duplicate(waiting.entry, waiting.entry.document.id, waiting.same_as)
            else:
                self._reject(waiting.entry, waiting.entry.reason)

    def _settle_duplicate(self, entry: Input, identifier: str, same_as: str) -> None:
        if identifier in self._failed:
            self._reject(entry, self._failed[identifier])
            return
        self._save(entry, _row(entry, "duplicate", f"same bytes as {same_as}", identifier))

    def _settle_read(self, waiting: _Entry, done: Done) -> None:
        entry = waiting.entry
        assert entry is not None
        assert entry.document is not None
        if done.reason:
            self._fail(entry, entry.document, f"{done.reason}: {done.message}")
            return
        reading: Reading = done.result
        row = _row(entry, "accepted", entry.reason, entry.document.id)
        try:
            self._save(entry, row, reading, (*entry.issues, *reading.issues))
        except RecordError as error:
            self._fail(entry, entry.document, f"failed: {error}")

    def _fail(self, entry: Input, document: Document, reason: str) -> None:
        self._failed[document.id] = reason
        self._reject(entry, reason)

    def _reject(self, entry: Input, reason: str) -> None:
        kind, _, message = reason.partition(": ")
        stage = "read" if entry.document is not None else "intake"
        issue = Issue(document=None, path=entry.path, stage=stage, kind=kind, message=message or kind)
        own = tuple(msgspec.structs.replace(given, document=None) for given in entry.issues)
        self._save(entry, _row(entry, "rejected", reason, None), None, (*own, issue))

    def _save(
        self, entry: Input, row: LedgerRow, reading: Reading | None = None, issues: tuple[Issue, ...] = ()
    ) -> None:
        save_input(self._store, self._run.number, row, reading=reading, issues=issues, damaged=entry.damaged)


def _entries(done: Done) -> list[Input]:
    """Return the inputs of a file; one rejected input where the file as a whole could not be read."""
    if not done.reason:
        inputs: list[Input] = done.result
        return inputs
    return [Input(path=done.item.item.path, member="", document=None, reason=f"{done.reason}: {done.message}")]


def _with_own_member(entry: Input, members: set[str]) -> Input:
    """Give an input a name of its own in its file, should two parts have the same."""
    member, number = entry.member, 1
    while member in members:
        number += 1
        member = f"{entry.member}#{number}"
    members.add(member)
    return entry if member == entry.member else msgspec.structs.replace(entry, member=member)


def _row(entry: Input, outcome: Any, reason: str, document: str | None) -> LedgerRow:
    return LedgerRow(path=entry.path, member=entry.member, outcome=outcome, reason=reason, document=document)


def _place(entry: Input) -> str:
    return f"{entry.path} {entry.member}".rstrip()


def merge_stored(store: Store, run: int, kit: Kit) -> None:
    """Compare the documents that came in with all others, bring the record of the world up to date, and end the run.

    What takes long only reads, or adds to the working memory of the merge, so that an analyst can judge meanwhile. Edges and
    record change in one transaction at the end, and judgements made until then are laid over them.
    """
    with store.reading() as connection:
        stale = is_stale(connection)
    if not stale:
        finish_run(store, run, None)
        return
    fingerprint_rest(store, kit)
    note_pairs(store)
    sketch_rest(store, kit)
    with store.reading() as connection:
        edges = HeldEdges(connection, compare_waiting(connection, kit))
        finish_run(store, run, renew(connection, kit), edges)
