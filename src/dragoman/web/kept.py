"""Answers that take long are kept until the project changes: fifty readers of one front page count it once."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable
from pathlib import Path
from typing import Any

from dragoman.store.store import FILE_NAME

_MOST = 64  # answers; each is a list of at most some hundred rows

State = tuple[int, ...]


def state_of(folder: Path) -> State:
    """Return what changes with every commit: size and time of the project file and of its write-ahead log."""
    found: list[int] = []
    for name in (FILE_NAME, f"{FILE_NAME}-wal"):
        try:
            status = (folder / name).stat()
        except FileNotFoundError:
            found += [0, 0]
        else:
            found += [status.st_mtime_ns, status.st_size]
    return tuple(found)


class Kept:
    """The last answers, by question. The state is taken before the project is read, so an answer is never too old."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._answers: OrderedDict[Hashable, tuple[State, Any]] = OrderedDict()
        self._lock = threading.Lock()

    def answer(self, question: Hashable, make: Callable[[], Any]) -> Any:
        """Return the answer that is kept for a question, or make it."""
        state = state_of(self._folder)
        with self._lock:
            found = self._answers.get(question)
            if found is not None and found[0] == state:
                self._answers.move_to_end(question)
                return found[1]
        made = make()
        with self._lock:
            self._answers[question] = (state, made)
            self._answers.move_to_end(question)
            while len(self._answers) > _MOST:
                self._answers.popitem(last=False)
        return made
