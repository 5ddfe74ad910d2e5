"""Records to rows: what one document's reading becomes in the tables."""

from __future__ import annotations

import struct
from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import Table

from dragoman.intake.blocks import body_spans
from dragoman.records import Actor, Evidence, Fingerprint, Issue, Reading, Span
from dragoman.store import schema

Rows = list[dict[str, Any]]

_DIGITS = 4  # of scores: more mean nothing, and the last bits differ between processors


def reading_rows(reading: Reading) -> Iterator[tuple[Table, Rows]]:
    """Yield the rows of a reading, table by table, in an order that keeps every reference good."""
    yield schema.documents, [_document(reading)]
    yield schema.fingerprints, [fingerprint_row(reading.fingerprint)] if reading.fingerprint is not None else []
    yield schema.blocks, _blocks(reading)
    yield schema.sentences, _sentences(reading)
    yield schema.document_actors, _document_actors(reading)
    yield schema.mentions, _mentions(reading)
    yield schema.reports, _reports(reading)
    yield schema.report_parties, _parties(reading)
    yield schema.statements, _statements(reading)
    yield schema.positions, _positions(reading)
    yield schema.evidence, list(_evidence(reading))


def fingerprint_row(found: Fingerprint) -> dict[str, Any]:
    """Return the row of a fingerprint that was not compared yet."""
    return {
        "document": found.document, "language": found.language, "day": found.day, "words": found.words,
        "whole": found.whole, "keys": struct.pack(f"<{len(found.keys)}q", *found.keys), "code": found.code,
        "compared": False,
    }  # fmt: skip


def issue_rows(issues: Sequence[Issue], member: str) -> Rows:
    """Return the rows of issues."""
    return [
        {"document": i.document, "path": i.path, "member": member, "stage": i.stage, "kind": i.kind, "message": i.message}
        for i in issues
    ]


def _document(reading: Reading) -> dict[str, Any]:
    document, facts = reading.document, reading.facts
    return {
        "id": document.id,
        "path": document.path,
        "member": document.member,
        "text": document.text,
        "language": document.language,
        "media_type": document.media_type,
        "encoding": document.encoding,
        "extractor": document.extractor,
        "title": facts.title,
        "outlet": facts.outlet,
        "author": facts.author,
        "url": document.url,
        "published": facts.published,
        "provenance": facts.provenance,
        "declared": {
            "title": document.declared_title,
            "published": document.declared_published,
            "outlet": document.declared_outlet,
            "author": document.declared_author,
        },
        "body": body_spans(reading.blocks, document.text),
    }


def _blocks(reading: Reading) -> Rows:
    document = reading.document.id
    return [
        {
            "document": document, "position": position, "start": block.start, "end": block.end,
            "kind": block.kind, "detail": block.detail, "rule": block.rule,
        }
        for position, block in enumerate(reading.blocks)
    ]  # fmt: skip


def _sentences(reading: Reading) -> Rows:
    document = reading.document.id
    return [
        {"document": document, "position": position, "start": start, "end": end}
        for position, (start, end) in enumerate(reading.sentences)
    ]


def _document_actors(reading: Reading) -> Rows:
    return [
        {
            "document": reading.document.id, "actor": actor.id, "kind": actor.kind, "name": actor.name,
            "state": actor.state, "wikidata": actor.wikidata, "resolved": actor.resolved,
        }
        for actor in described_actors(reading)
    ]  # fmt: skip


def described_actors(reading: Reading) -> list[Actor]:
    """Return the actors of a reading, and one by its bare id for every id that a record uses but none describes."""
    known = {actor.id: actor for actor in reading.actors}
    used = {actor for link in reading.links for actor in link.actors}
    used |= {party.actor for report in reading.reports for party in report.actors + report.recipients}
    used |= {actor for statement in reading.statements for actor in statement.speakers + statement.about}
    bare = [Actor(id=actor, kind="unresolved", name=actor, resolved=False) for actor in sorted(used - known.keys())]
    return [*known.values(), *bare]


def _mentions(reading: Reading) -> Rows:
    links = {link.mention: link for link in reading.links}
    rows = []
    for mention in reading.mentions:
        link = links.get(mention.id)
        rows.append({
            "id": mention.id,
            "document": reading.document.id,
            "start": mention.start,
            "end": mention.end,
            "surface": mention.surface,
            "kind": mention.kind,
            "sentence": mention.sentence,
            "actor": link.actors[0] if link and link.actors else None,
            "actors": link.actors if link else (),
            "office": link.office if link else None,
            "score": round(link.score, _DIGITS) if link else 0.0,
            "reason": link.reason if link else "",
            "alternatives": [(actor, round(score, _DIGITS)) for actor, score in link.alternatives] if link else (),
        })  # fmt: skip
    return rows


def _reports(reading: Reading) -> Rows:
    return [
        {
            "id": report.id,
            "document": report.document,
            "sentence": report.sentence,
            "type": report.type,
            "reduced_type": report.reduced_type,
            "mode": report.mode,
            "quad": report.quad,
            "intensity": round(report.intensity, _DIGITS),
            "cameo": report.cameo,
            "contexts": report.contexts,
            "mutual": report.mutual,
            "status": report.status,
            "polarity": report.polarity,
            "certainty": report.certainty,
            "time": report.time,
            "according_to": report.according_to,
            "when": report.when,
            "place": report.place,
            "score": round(report.score, _DIGITS),
            "trigger_start": report.trigger[0],
            "trigger_end": report.trigger[1],
            "rule": report.rule,
        }
        for report in reading.reports
    ]


def _parties(reading: Reading) -> Rows:
    return [
        {
            "report": report.id, "side": side, "position": position, "document": report.document, "actor": party.actor,
            "name": party.name, "state": party.state, "start": party.start, "end": party.end,
        }
        for report in reading.reports
        for side, parties in (("actor", report.actors), ("recipient", report.recipients))
        for position, party in enumerate(parties)
    ]  # fmt: skip


def _statements(reading: Reading) -> Rows:
    return [
        {
            "id": statement.id,
            "document": statement.document,
            "sentence": statement.sentence,
            "speakers": statement.speakers,
            "speaker_name": statement.speaker_name,
            "speaker_surface": statement.speaker_surface,
            "cue": statement.cue,
            "content": statement.content,
            "quote": statement.quote,
            "kind": statement.kind,
            "form": statement.form,
            "chain": statement.chain,
            "parent": statement.parent,
            "addressee": statement.addressee,
            "medium": statement.medium,
            "reports": statement.reports,
            "quote_key": statement.quote_key,
            "about": statement.about,
            "act": statement.act,
            "stance": statement.stance,
            "score": round(statement.score, _DIGITS),
            "rule": statement.rule,
        }
        for statement in reading.statements
    ]


def _positions(reading: Reading) -> Rows:
    return [
        {
            "id": position.id, "document": position.document, "statement": position.statement,
            "speaker_name": position.speaker_name, "condition": position.condition, "outcome": position.outcome,
            "horizon": position.horizon, "hedge": position.hedge, "kind": position.kind,
        }
        for position in reading.positions
    ]  # fmt: skip


def _evidence(reading: Reading) -> Iterator[dict[str, Any]]:
    document = reading.document.id
    yield from _evidence_of(document, "document", document, reading.facts.evidence)
    for report in reading.reports:
        yield from _evidence_of(report.id, "report", document, report.evidence)
    for statement in reading.statements:
        yield from _evidence_of(statement.id, "statement", document, statement.evidence)


def _evidence_of(owner: str, kind: str, document: str, pieces: Sequence[Evidence]) -> Iterator[dict[str, Any]]:
    for position, piece in enumerate(pieces):
        yield {
            "owner": owner, "position": position, "owner_kind": kind, "document": document,
            "role": piece.role, "start": piece.start, "end": piece.end, "quote": piece.quote,
        }  # fmt: skip


def inside(span: Span, spans: Sequence[Span]) -> bool:
    """Tell whether a span lies in one of the others."""
    return any(start <= span[0] and span[1] <= end for start, end in spans)
