"""Merge, the record of the world: events, contradictions, repaired names, and what analysts say of them."""

from __future__ import annotations

from dragoman.records.base import Place, Record, When
from dragoman.records.reports import EventType, Status


class Event(Record, frozen=True, kw_only=True):
    """Something that happened once in the world, however many documents report it."""

    id: str
    type: EventType
    mode: str
    quad: int
    intensity: float
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    actor_states: tuple[str | None, ...]
    recipient_states: tuple[str | None, ...]
    mutual: bool
    status: Status
    when: When | None
    place: Place | None
    reports: tuple[str, ...]
    stories: tuple[str, ...]
    documents: int
    independent_sources: tuple[int, int]
    source_reasons: tuple[str, ...]


class Version(Record, frozen=True, kw_only=True):
    """What one document has for a field in which versions or reports differ, and the words that say so."""

    document: str
    value: str
    start: int
    end: int
    quote: str


class Disagreement(Record, frozen=True, kw_only=True):
    """A field in which two documents contradict each other: shown, never merged away.

    `event` is null where the passages of a story differ without any report of an event. `field`: status, date, people,
    name, number.
    """

    id: str
    event: str | None
    field: str
    versions: tuple[Version, ...]
    reason: str


class NameRepair(Record, frozen=True, kw_only=True):
    """A reading of a damaged or unclear name that aligned versions of the text propose; the text stays as it is.

    `proposed` is what should stand there, `actor` whom it names. The witness is the passage that shows it; `votes` is the
    number of versions that do.
    """

    id: str
    document: str
    start: int
    end: int
    quote: str
    proposed: str
    actor: str | None
    confidence: float
    votes: int
    reason: str
    witness: Version


class Judgement(Record, frozen=True, kw_only=True):
    """An analyst's verdict: an appended row on top of the record, never an overwrite.

    `verdict`: same, different (of two reports or two documents), reject (a report), wrong-actor (`right` does not stand in
    the report `left`; `value` does, where it is not null), undo (of the judgement whose number is `left`).
    """

    number: int = 0
    left: str
    right: str | None
    verdict: str
    value: str | None = None
    user: str
    created: str
    note: str
