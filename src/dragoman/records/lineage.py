"""Merge, documents: how they relate, and the stories that they make."""

from __future__ import annotations

from typing import Literal

from dragoman.records.base import Record, Span

Relation = Literal["original", "copy", "rewrite", "translation", "excerpt"]
LineageRelation = Literal[
    "identical", "near-copy", "excerpt", "edition", "translation", "rewrite", "shared-quotes", "same-event", "same-topic",
    "none",
]
Direction = Literal["left-first", "right-first", "unknown"]
Extent = Literal["whole", "left-in-right", "right-in-left", "partial"]


class StoryMember(Record, frozen=True, kw_only=True):
    """One document of a story and how it relates to the first; `parent` is the member that it was taken from."""

    document: str
    relation: Relation
    score: float
    reason: str = ""
    parent: str | None = None


class Story(Record, frozen=True, kw_only=True):
    """A lineage group: documents that go back to one report. `first` is the document that the others seem to follow."""

    id: str
    members: tuple[StoryMember, ...]
    first: str


class Fingerprint(Record, frozen=True, kw_only=True):
    """What a document is compared by before its text is looked at again.

    `whole` is a hash of its folded words, `keys` hashes of what survives copying (see merge/fingerprints.py), `code` the
    signs of its mean sentence vector; `day` counts from 0001-01-01.
    """

    document: str
    language: str
    day: int | None
    words: int
    whole: int
    keys: tuple[int, ...]
    code: bytes


class AlignedSpans(Record, frozen=True, kw_only=True, array_like=True):
    """A passage of the left document and the passage of the right one that says the same; `similarity` 0 to 1."""

    left: Span
    right: Span
    similarity: float


class LineageEdge(Record, frozen=True, kw_only=True):
    """How two documents relate. `left` is the smaller id; `probability` is that of the relation, calibrated.

    `relation`: identical, near-copy, excerpt (one is part of the other), edition (one has more, told in the same order),
    translation, rewrite, shared-quotes (one press release or interview behind both), same-event (told independently),
    same-topic, none; the first six make a story. `extent` says whether one text stands whole in the other; with it a
    translation of another edition can be told. `direction` says which text was first, and is unknown unless something
    shows it. Coverage is the share of a text's words in aligned passages; `order` the share of aligned passages that
    stand in the same order; `passages` follow the left text.
    """

    left: str
    right: str
    relation: LineageRelation
    direction: Direction = "unknown"
    extent: Extent = "partial"
    probability: float = 0.0
    left_coverage: float = 0.0
    right_coverage: float = 0.0
    order: float = 0.0
    passages: tuple[AlignedSpans, ...] = ()
    reasons: tuple[str, ...] = ()
