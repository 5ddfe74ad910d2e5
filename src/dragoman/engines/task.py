"""What engines take and give, whatever runs them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any, Protocol

import msgspec

from dragoman.errors import SettingsError
from dragoman.kit import Kit

Function = Callable[[Any, Kit], Any]

_SETTING = "setting"


class Done(msgspec.Struct, frozen=True):
    """What became of one item: its result, or why there is none.

    `reason` is empty where the function returned; else a short code (`failed`, `timeout`, `worker_died`, `setting`), and
    `message` says it in words.
    """

    item: Any
    result: Any = None
    reason: str = ""
    message: str = ""


class Engine(Protocol):
    """Runs a module-level function over items. Items may be a generator: no more than a few are drawn ahead."""

    def map(self, function: Function, items: Iterable[Any]) -> Iterator[Done]:
        """Yield one `Done` for every item, in the order of the items."""
        ...

    def close(self) -> None:
        """Stop what the engine started."""
        ...


def run_one(function: Function, item: Any, kit: Kit) -> Done:
    """Run the function on one item. Whatever it raises becomes the reason: one document never stops a batch."""
    try:
        return Done(item, function(item, kit))
    except SettingsError as error:
        return Done(item, reason=_SETTING, message=str(error))
    except Exception as error:  # noqa: BLE001 - a fault of a stage on one document is recorded in the ledger by name
        return Done(item, reason="failed", message=describe(error))


def settled(done: Done) -> Done:
    """Return what became of an item, unless a setting stood in its way: that would reject every other document too.

    Raises:
        SettingsError: a setting has a value that it cannot take (a model that is not installed).
    """
    if done.reason == _SETTING:
        raise SettingsError(done.message)
    return done


def describe(error: BaseException) -> str:
    """Return an exception in one line: its class, its message, and the function of ours where it arose."""
    place = ""
    trace = error.__traceback__
    while trace is not None:
        module = trace.tb_frame.f_globals.get("__name__", "")
        if module.startswith("dragoman.") and module != __name__:
            place = f" in {module}.{trace.tb_frame.f_code.co_name}"
        trace = trace.tb_next
    words = " ".join(str(error).split())[:300]
    return f"{type(error).__name__}{': ' if words else ''}{words}{place}"
