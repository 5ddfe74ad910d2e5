"""Which stretches of a page are the article, and what the rest is.

Rules that hold for text of any outlet: wording comes from the tables (languages/*/furniture.csv), the rest from a line's
shape and its place between the first and the last long paragraph. Nothing is deleted, lines are only marked.
"""

from __future__ import annotations

from collections.abc import Sequence

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
    return tuple(
        Block(start=line.start, end=line.end, kind=mark.kind, detail=mark.detail, rule=mark.rule)
        for line, mark in zip(lines, marks, strict=True)
    )


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
