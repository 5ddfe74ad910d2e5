"""What a reader of one document has found out about a sentence it keeps: later steps ask the same again and again."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from functools import wraps
from typing import Any, Concatenate, ParamSpec, Protocol, TypeVar

from dragoman.records import Sentence


class Keeper(Protocol):
    """A reader of one document. `kept` holds what its methods returned, by their names, sentence and arguments."""

    kept: dict[tuple[Hashable, ...], Any]


Reader = TypeVar("Reader", bound=Keeper)
Asked = ParamSpec("Asked")
Answer = TypeVar("Answer")
_Method = Callable[Concatenate[Reader, Sentence, Asked], Answer]


def keep(method: _Method[Reader, Asked, Answer]) -> _Method[Reader, Asked, Answer]:
    """Let a method that is a pure function of its sentence and hashable arguments work out each answer once."""
    name = method.__name__

    @wraps(method)
    def answer(self: Reader, sentence: Sentence, /, *asked: Asked.args, **named: Asked.kwargs) -> Answer:
        key = (name, sentence.index, asked, *named.items())
        kept = self.kept
        if key not in kept:
            kept[key] = method(self, sentence, *asked, **named)
        found: Answer = kept[key]
        return found

    return answer
