"""Which stretches of a page are the article, and what the rest is.

Rules that hold for text of any outlet: wording comes from the tables (languages/*/furniture.csv), the rest from a line's
shape and its place between the first and the last long paragraph. Nothing is deleted, lines are only marked.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dragoman.intake.datelines import find_dateline
from dragoman.intake.furniture import compile_furniture
from dragoman.intake.lines import fold, split_lines
from dragoman.intake.marks import mark_lines
from dragoman.kit import Kit
from dragoman.records import Block, BlockKind, Document, Span

BODY_KINDS: tuple[BlockKind, ...] = ("body", "dek", "subhead")


def find_blocks(document: Document, kit: Kit) -> tuple[Block, ...]:
    """Return the blocks of a document: one a line or paragraph, in order, none overlapping.

    A text of one paragraph is body. Every line gets exactly one block.
    """
    lines = split_lines(document.text)
    marks = mark_lines(lines, document.declared_title, kit.compiled(compile_furniture), kit.compiled(outlet_names))
    blocks = [
        Block(start=line.start, end=line.end, kind=mark.kind, detail=mark.detail, rule=mark.rule)
        for line, mark in zip(lines, marks, strict=True)
    ]
    return tuple(_with_opening_dateline(blocks, document.text, kit))


def _with_opening_dateline(blocks: list[Block], text: str, kit: Kit) -> Iterator[Block]:
    """Yield the blocks, the dateline that opens the first or second paragraph as a block of its own."""
    seen = 0
    for block in blocks:
        seen += block.kind in ("body", "dek")
        opening = None
        if block.kind in ("body", "dek") and seen <= 2:
            opening = find_dateline(text[block.start : block.end], kit.compiled(names_in_capitals))
        if opening is None or block.start + opening.length >= block.end:
            yield block
            continue
        yield Block(start=block.start, end=block.start + opening.end, kind="dateline", rule="opening")
        yield Block(
            start=block.start + opening.length, end=block.end, kind=block.kind, detail=block.detail, rule=block.rule
        )
        seen = 2


def names_in_capitals(kit: Kit) -> frozenset[str]:
    """Return the ids and names of organisations that are written in capitals, which no dateline begins with."""
    actors = kit.knowledge.entities.values()
    return frozenset(form for actor in actors for form in (actor.id, actor.name) if form.isupper())


def body_spans(blocks: Sequence[Block], text: str) -> tuple[Span, ...]:
    """Return the text to read: body, lead and sub-headlines, joined across the white space between them."""
    spans: list[Span] = []
    for block in blocks:
        if block.kind not in BODY_KINDS:
            continue
        if spans and not text[spans[-1][1] : block.start].strip():
            spans[-1] = (spans[-1][0], block.end)
        else:
            spans.append((block.start, block.end))
    return tuple(spans)


def outlet_names(kit: Kit) -> frozenset[str]:
    """Return the names of all known publishers and agencies, folded."""
    names = set()
    for row in kit.knowledge.outlets.values():
        names |= {row.name, *row.aliases.split("|")}
    return frozenset(fold(name) for name in names if name)
