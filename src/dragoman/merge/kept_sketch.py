"""Sketches as they are kept between runs: a few hundred bytes each, and what says whom a report is held against.

A run that adds ten documents to thousands need not look at the thousands again: their sketches lie in the project file.
`keys` are hashes of the meeting points of a report (see meetings.py), `place` is where it stands among those who meet
there, `traits` tell most pairs apart without a look at the sketches.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import msgspec

from dragoman.merge.garble import sentence_garble
from dragoman.merge.hashing import hash_texts
from dragoman.merge.inputs import MergeDocument
from dragoman.merge.meetings import meeting_points, place_in_line, traits_of
from dragoman.merge.sketches import Sketch
from dragoman.records import EventReport, EventType, Place, Record, Span, Status, When


class KeptSketch(Record, frozen=True, kw_only=True):
    """The sketch of one report as it is kept. `damage` is that of the sentence around its trigger, 0 to 1."""

    report: str
    document: str
    trigger: Span
    place: str
    keys: bytes
    traits: bytes
    damage: float
    body: bytes


class _Body(msgspec.Struct, frozen=True, array_like=True):
    """What weighing two reports looks at; lists are sorted, so that the same sketch always has the same bytes."""

    sentence: int
    trigger: Span
    type: EventType
    reduced_type: EventType
    mode: str
    quad: int
    mutual: bool
    status: Status
    when: tuple[str | None, str | None, str, str] | None
    place: tuple[str | None, str | None] | None
    language: str
    published: int | None
    actors: list[str]
    recipients: list[str]
    people: list[tuple[str, list[str]]]
    low: int | None
    high: int | None
    marks: list[tuple[int, int]]
    venues: list[str]
    words: list[str]
    quoted: list[str]
    head: str
    definite: bool
    borrowed: list[str]


_encode = msgspec.msgpack.Encoder().encode
_decode = msgspec.msgpack.Decoder(_Body).decode


def keep_sketches(document: MergeDocument, sketches: Sequence[Sketch]) -> list[KeptSketch]:
    """Return the sketches of one document as they are kept."""
    points = [sorted(meeting_points(sketch)) for sketch in sketches]
    hashes = hash_texts([point for listed in points for point in listed])
    damage: dict[Span, float] = {}
    kept = []
    for sketch, listed, traits in zip(sketches, points, traits_of(sketches), strict=True):
        trigger = sketch.report.trigger
        if trigger not in damage:
            damage[trigger] = sentence_garble(document, trigger)
        keys, hashes = hashes[: len(listed)], hashes[len(listed) :]
        kept.append(KeptSketch(
            report=sketch.id, document=document.id, trigger=trigger, place=place_in_line(sketch), damage=damage[trigger],
            keys=keys.astype("<u8").tobytes(), traits=traits, body=_encode(_body(sketch)),
        ))  # fmt: skip
    return kept


def _body(sketch: Sketch) -> _Body:
    report = sketch.report
    when, place = report.when, report.place
    return _Body(
        sentence=report.sentence, trigger=report.trigger, type=report.type, reduced_type=report.reduced_type,
        mode=report.mode, quad=report.quad, mutual=report.mutual, status=report.status,
        when=(when.start, when.end, when.precision, when.basis) if when is not None else None,
        place=(place.id, place.state) if place is not None else None,
        language=sketch.language, published=sketch.published, actors=sorted(sketch.sides[0]),
        recipients=sorted(sketch.sides[1]),
        people=[(state, sorted(people)) for state, people in sorted(sketch.people.items())],
        low=sketch.low, high=sketch.high, marks=sorted(sketch.marks), venues=sorted(sketch.venues),
        words=sorted(sketch.words), quoted=sorted(sketch.quoted), head=sketch.head, definite=sketch.definite,
        borrowed=sorted(sketch.borrowed),
    )  # fmt: skip


def read_sketch(body: bytes, report: str, document: str, story: str = "") -> Sketch:
    """Return a sketch that was kept. Its report has what weighing two reports looks at, and nothing else."""
    kept = _decode(body)
    return Sketch(
        report=_report(kept, report, document), story=story or document, language=kept.language, published=kept.published,
        sides=(frozenset(kept.actors), frozenset(kept.recipients)), people=_people(kept.people), low=kept.low, high=kept.high,
        marks=frozenset(kept.marks), venues=frozenset(kept.venues), words=frozenset(kept.words),
        quoted=frozenset(kept.quoted), head=kept.head, definite=kept.definite, borrowed=frozenset(kept.borrowed),
    )  # fmt: skip


def _people(listed: Sequence[tuple[str, list[str]]]) -> Mapping[str, frozenset[str]]:
    return {state: frozenset(people) for state, people in listed}


def _report(kept: _Body, report: str, document: str) -> EventReport:
    start, end, precision, basis = kept.when or (None, None, "unknown", "none")
    when = When(start=start, end=end, precision=precision, basis=basis) if kept.when is not None else None  # type: ignore[arg-type]
    place = Place(name="", id=kept.place[0], state=kept.place[1]) if kept.place is not None else None
    return EventReport(
        id=report, document=document, sentence=kept.sentence, type=kept.type, reduced_type=kept.reduced_type,
        mode=kept.mode, quad=kept.quad, intensity=0.0, cameo="", contexts=(), actors=(), recipients=(), mutual=kept.mutual,
        status=kept.status, polarity="+", certainty="certain", time="past", according_to=(), when=when, place=place,
        score=0.0, trigger=kept.trigger, evidence=(),
    )  # fmt: skip
