"""Cuts a text at the ends of spans, so that a page can mark passages that overlap. The browser never slices a text.

JavaScript counts UTF-16 units, the records count code points: so the server cuts. Spans may lie in each other or overlap;
each piece names every span that covers it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Any

import msgspec

# Of several records at one place, which one a click opens first: the smallest thing that a reader can mean.
LAYERS = ("trigger", "mention", "cue", "speaker", "time", "place", "condition", "outcome", "content", "actor", "recipient")
_RANK = {layer: rank for rank, layer in enumerate(LAYERS)}


class Mark(msgspec.Struct, frozen=True, order=True):
    """A span of the text that belongs to a record, in some role (trigger, actor, content ...)."""

    start: int
    end: int
    role: str
    record: str


class Piece(msgspec.Struct, frozen=True):
    """A stretch of text between two ends of spans, and the marks that cover it, the one to open first at the front."""

    start: int
    end: int
    text: str
    marks: tuple[Mark, ...] = ()


def cut(text: str, start: int, end: int, marks: Iterable[Mark]) -> list[Piece]:
    """Return text[start:end] in pieces: joined they are that text, and no piece lies partly in a mark."""
    inside = sorted(mark for mark in marks if mark.start < end and mark.end > start and mark.end > mark.start)
    starts, ends = {mark.start for mark in inside if mark.start > start}, {mark.end for mark in inside if mark.end < end}
    points = sorted({start, end} | starts | ends)
    pieces: list[Piece] = []
    active: list[Mark] = []
    waiting = 0
    for left, right in pairwise(points):
        active = [mark for mark in active if mark.end > left]
        while waiting < len(inside) and inside[waiting].start <= left:
            active.append(inside[waiting])
            waiting += 1
        pieces.append(Piece(left, right, text[left:right], tuple(sorted(active, key=_order))))
    return pieces


def _order(mark: Mark) -> tuple[int, int, int, str]:
    return (_RANK.get(mark.role, len(LAYERS)), mark.end - mark.start, mark.start, mark.record)


def cut_blocks(text: str, blocks: Sequence[dict[str, Any]], marks: Iterable[Mark]) -> list[dict[str, Any]]:
    """Return the whole text block by block, each in pieces. What lies between blocks is a block of kind "gap"."""
    ordered = sorted(marks)
    found: list[dict[str, Any]] = []
    active: list[Mark] = []
    waiting = 0
    for block in _with_gaps(len(text), text, blocks):
        start, end = block["start"], block["end"]
        active = [mark for mark in active if mark.end > start]
        while waiting < len(ordered) and ordered[waiting].start < end:
            active.append(ordered[waiting])
            waiting += 1
        found.append({**block, "pieces": cut(text, start, end, active)})
    return found


def _with_gaps(length: int, text: str, blocks: Sequence[dict[str, Any]]) -> Iterable[dict[str, Any]]:
    """Yield the blocks in order without overlap, and the stretches with words in between."""
    position = 0
    for block in sorted(blocks, key=lambda block: (block["start"], block["end"])):
        start, end = max(block["start"], position), block["end"]
        if end <= start:
            continue
        if text[position:start].strip():
            yield {"start": position, "end": start, "kind": "gap", "detail": "", "rule": ""}
        yield {"start": start, "end": end, "kind": block["kind"], "detail": block["detail"], "rule": block["rule"]}
        position = end
    if text[position:length].strip():
        yield {"start": position, "end": length, "kind": "gap", "detail": "", "rule": ""}
