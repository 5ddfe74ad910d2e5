"""Answers that take long are kept until the project changes: fifty readers of one front page count it once."""

from __future__ import annotations

import sqlite3
import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable
from pathlib import Path
from typing import Any

from dragoman.store.store import FILE_NAME
from dragoman.web.reader import connect

_MOST = 64  # answers; each is a list of at most some hundred rows

State = tuple[int, ...]


class Kept:
    """The last answers, by question. The state is taken before the project is read, so an answer is never too old.

    The state is SQLite's own count of other connections' commits (`data_version`), and the file's inode, should somebody
    put another project in its place.
    """

    def __init__(self, folder: Path) -> None:
        self._path = folder / FILE_NAME
        self._answers: OrderedDict[Hashable, tuple[State, Any]] = OrderedDict()
        self._lock = threading.Lock()
        self._watching: tuple[int, sqlite3.Connection] | None = None

    def _state(self) -> State:
        """Return what changes with every commit; the caller holds the lock."""
        inode = self._path.stat().st_ino
        if self._watching is None or self._watching[0] != inode:
            if self._watching is not None:
                self._watching[1].close()
            self._watching = (inode, connect(self._path, shared=True))
        version = self._watching[1].execute("PRAGMA data_version").fetchone()[0]
        return (inode, version)

    def answer(self, question: Hashable, make: Callable[[], Any]) -> Any:
        """Return the answer that is kept for a question, or make it."""
        with self._lock:
            try:
                state = self._state()
            except (OSError, sqlite3.Error):
                state = ()  # no project to be read: the page itself tells that
            found = self._answers.get(question)
            if found is not None and state and found[0] == state:
                self._answers.move_to_end(question)
                return found[1]
        made = make()
        with self._lock:
            self._answers[question] = (state, made)
            self._answers.move_to_end(question)
            while len(self._answers) > _MOST:
                self._answers.popitem(last=False)
        return made
