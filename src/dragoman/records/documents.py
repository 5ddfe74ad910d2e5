"""Intake: one document, what surrounds its text, and what became of every input."""

from __future__ import annotations

from typing import Literal

from dragoman.records.base import Evidence, Record, When

BlockKind = Literal[
    "headline", "dek", "body", "subhead", "caption", "credit", "byline", "dateline", "provenance", "furniture"
]
Outcome = Literal["accepted", "duplicate", "rejected"]


class Document(Record, frozen=True, kw_only=True):
    """One input as it was read. `id` is the SHA-256 of its raw bytes; `text` is never altered afterwards.

    `declared_*` is what the input itself or the caller states (a JSONL row's fields, the flags of `dragoman read`);
    it is metadata, not text, so it carries no span.
    """

    id: str
    text: str
    path: str
    member: str = ""
    media_type: str = "text/plain"
    encoding: str = "utf-8"
    extractor: str = ""
    language: str = "und"
    declared_title: str | None = None
    declared_published: str | None = None
    declared_outlet: str | None = None
    declared_author: str | None = None
    url: str | None = None


class Block(Record, frozen=True, kw_only=True):
    """A stretch of the text and what it is on the page. `detail` names the sort of furniture (widget, related ...)."""

    start: int
    end: int
    kind: BlockKind
    detail: str = ""
    rule: str = ""


class Provenance(Record, frozen=True, kw_only=True):
    """Who stands behind a text or a picture, as a line of the page says it.

    `kind`: publisher, source, agency, submitted-by, translation (the line says that the text is translated), author,
    contributor, photo. A photo credit is never a source.
    """

    kind: str
    name: str
    start: int
    end: int


class DocumentFacts(Record, frozen=True, kw_only=True):
    """Who published a document, and when; each field with its evidence (empty for declared metadata)."""

    title: str | None = None
    outlet: str | None = None
    author: str | None = None
    published: When | None = None
    provenance: tuple[Provenance, ...] = ()
    evidence: tuple[Evidence, ...] = ()


class Issue(Record, frozen=True, kw_only=True):
    """What could not be read, and why. Never silent: every one is stored and listed."""

    document: str | None
    path: str
    stage: str
    kind: str
    message: str


class LedgerRow(Record, frozen=True, kw_only=True):
    """One input of one run: accepted + duplicate + rejected = inputs seen."""

    path: str
    member: str
    outcome: Outcome
    reason: str
    document: str | None
