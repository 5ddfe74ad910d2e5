"""What the merge takes and gives."""

from __future__ import annotations

import msgspec

from dragoman.intake.blocks import body_spans
from dragoman.records import (
    Actor,
    Disagreement,
    DocumentFacts,
    Event,
    EventReport,
    LineageEdge,
    Link,
    Mention,
    NameRepair,
    Reading,
    Record,
    Span,
    Statement,
    Story,
)


class MergeDocument(Record, frozen=True, kw_only=True):
    """What the merge needs of one document's reading. `sentences` are the spans of its body sentences.

    `mentions` and `links` belong together by index; `body` are the spans of the text to read.
    """

    id: str
    path: str
    language: str
    text: str
    body: tuple[Span, ...]
    sentences: tuple[Span, ...] = ()
    facts: DocumentFacts = DocumentFacts()
    mentions: tuple[Mention, ...] = ()
    links: tuple[Link, ...] = ()
    actors: tuple[Actor, ...] = ()
    reports: tuple[EventReport, ...] = ()
    statements: tuple[Statement, ...] = ()


def merge_document(reading: Reading) -> MergeDocument:
    """Return what the merge needs of a reading."""
    return MergeDocument(
        id=reading.document.id,
        path=reading.document.path,
        language=reading.document.language,
        text=reading.document.text,
        body=body_spans(reading.blocks, reading.document.text),
        sentences=reading.sentences,
        facts=reading.facts,
        mentions=reading.mentions,
        links=reading.links,
        actors=reading.actors,
        reports=reading.reports,
        statements=reading.statements,
    )


class WorldRecord(Record, frozen=True, kw_only=True):
    """The record of the world: every document in one story, every report in one event.

    `origins` names the agencies and outlets that each document was taken from, by its own lines.
    """

    stories: tuple[Story, ...]
    events: tuple[Event, ...]
    story_of: dict[str, str]
    event_of: dict[str, str]
    edges: tuple[LineageEdge, ...] = ()
    repairs: tuple[NameRepair, ...] = ()
    disagreements: tuple[Disagreement, ...] = ()
    origins: dict[str, tuple[str, ...]] = msgspec.field(default_factory=dict)
