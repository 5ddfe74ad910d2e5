"""What a reader of a document keeps."""

from __future__ import annotations

from collections.abc import Hashable
from typing import Any

from dragoman.extract.parse.keeping import keep
from dragoman.records import Sentence


class Counting:
    """Counts how often it really looks."""

    def __init__(self) -> None:
        self.kept: dict[tuple[Hashable, ...], Any] = {}
        self.looked = 0

    @keep
    def width(self, sentence: Sentence, wide: bool = False) -> int | None:
        """Return the length of a sentence, None where it is asked for nothing."""
        self.looked += 1
        return sentence.end - sentence.start if wide else None


def _sentence(index: int, end: int) -> Sentence:
    return Sentence(
        index=index, start=0, end=end, block=0, kind="body", language="en", tokens=(), children=()
    )  # fmt: skip


def test_every_question_is_worked_out_once() -> None:
    """The same sentence and arguments are looked up, also where the answer is nothing; another sentence is read anew."""
    reader = Counting()
    assert [reader.width(_sentence(0, 5), True) for _ in range(3)] == [5, 5, 5]
    assert [reader.width(_sentence(0, 5)) for _ in range(2)] == [None, None]
    assert reader.width(_sentence(1, 7), True) == 7
    assert reader.looked == 3
