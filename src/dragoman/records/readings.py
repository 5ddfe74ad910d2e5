"""Everything that one document says, in one record."""

from __future__ import annotations

from dragoman.records.base import Record, Span
from dragoman.records.documents import Block, Document, DocumentFacts, Issue
from dragoman.records.lineage import Fingerprint
from dragoman.records.mentions import Actor, Link, Mention
from dragoman.records.reports import EventReport, Position, Statement


class Reading(Record, frozen=True, kw_only=True):
    """Everything one document says, each record with its evidence."""

    document: Document
    blocks: tuple[Block, ...] = ()
    facts: DocumentFacts = DocumentFacts()
    sentences: tuple[Span, ...] = ()
    mentions: tuple[Mention, ...] = ()
    links: tuple[Link, ...] = ()
    actors: tuple[Actor, ...] = ()
    reports: tuple[EventReport, ...] = ()
    statements: tuple[Statement, ...] = ()
    positions: tuple[Position, ...] = ()
    issues: tuple[Issue, ...] = ()
    fingerprint: Fingerprint | None = None
