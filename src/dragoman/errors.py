"""The exception classes. Every message says what to do next.

A bad *document* is no exception: it becomes a ledger row and an `Issue`. A bad *table row* or setting stops at once,
with all faults listed together.
"""

from __future__ import annotations

from collections.abc import Sequence


class DragomanError(Exception):
    """Base of everything that this package raises on purpose."""


class InputError(DragomanError):
    """An input cannot be read. `reason` is a short code for the ledger, the message says it in words.

    `damaged` is true where part of the input was lost (a cut archive), which a command reports by exit status 3.
    """

    def __init__(self, reason: str, message: str, *, damaged: bool = False) -> None:
        super().__init__(message)
        self.reason = reason
        self.damaged = damaged


class KnowledgeError(DragomanError):
    """Rows of the knowledge or language tables are wrong; every fault names its file and line."""

    def __init__(self, faults: Sequence[str]) -> None:
        super().__init__(
            f"{len(faults)} fault(s) in the tables; correct these rows and start again:\n"
            + "\n".join(f"  {fault}" for fault in faults)
        )
        self.faults = tuple(faults)


class SettingsError(DragomanError):
    """A setting has a value that it cannot take."""


class StoreError(DragomanError):
    """The project file cannot be opened, written or trusted."""


class RecordError(StoreError):
    """The records of one document contradict each other: two with one id, a link to nobody. Nothing was stored."""


class JudgementError(DragomanError):
    """A judgement names a record that the project does not have, or one that it cannot be about."""


class EngineError(DragomanError):
    """The workers that read documents failed as a whole (not on one document)."""
