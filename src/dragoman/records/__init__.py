"""Every record type, and nothing else: the glossary of the project.

All records are frozen. A span is `(start, end)`, half-open, in Unicode code points of `Document.text`; for every piece of
evidence `document.text[start:end] == quote`. Two levels are never mixed: a *report*, *statement* or *mention* is what one
document says; an *event*, *actor* or *story* belongs to the record of the world.

The modules follow the line of work: documents (intake), mentions and reports (extract), readings, lineage and world (merge),
offices (knowledge). Everybody else imports from here.
"""

from __future__ import annotations

from dragoman.records.base import (
    Basis,
    Evidence,
    Place,
    Precision,
    Record,
    Span,
    When,
)
from dragoman.records.documents import (
    Block,
    BlockKind,
    Document,
    DocumentFacts,
    Issue,
    LedgerRow,
    Outcome,
    Provenance,
)
from dragoman.records.lineage import (
    AlignedSpans,
    Direction,
    Extent,
    Fingerprint,
    LineageEdge,
    LineageRelation,
    Relation,
    Story,
    StoryMember,
)
from dragoman.records.mentions import (
    Actor,
    ActorKind,
    DateMention,
    Link,
    Links,
    Mention,
    MentionKind,
    Name,
    Sentence,
    Token,
)
from dragoman.records.offices import (
    Office,
    Tenure,
)
from dragoman.records.readings import (
    Reading,
)
from dragoman.records.reports import (
    Certainty,
    EventReport,
    EventType,
    Party,
    Polarity,
    Position,
    Quote,
    Statement,
    StatementKind,
    Status,
    Tense,
)
from dragoman.records.world import (
    Disagreement,
    Event,
    Judgement,
    NameRepair,
    Version,
)

__all__ = [
    "Actor",
    "ActorKind",
    "AlignedSpans",
    "Basis",
    "Block",
    "BlockKind",
    "Certainty",
    "DateMention",
    "Direction",
    "Disagreement",
    "Document",
    "DocumentFacts",
    "Event",
    "EventReport",
    "EventType",
    "Evidence",
    "Extent",
    "Fingerprint",
    "Issue",
    "Judgement",
    "LedgerRow",
    "LineageEdge",
    "LineageRelation",
    "Link",
    "Links",
    "Mention",
    "MentionKind",
    "Name",
    "NameRepair",
    "Office",
    "Outcome",
    "Party",
    "Place",
    "Polarity",
    "Position",
    "Precision",
    "Provenance",
    "Quote",
    "Reading",
    "Record",
    "Relation",
    "Sentence",
    "Span",
    "Statement",
    "StatementKind",
    "Status",
    "Story",
    "StoryMember",
    "Tense",
    "Tenure",
    "Token",
    "Version",
    "When",
]
