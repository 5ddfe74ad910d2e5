"""The events that a page of the system draws: chosen by time, status, act, outlet and speaker."""

from __future__ import annotations

from itertools import combinations, groupby
from operator import itemgetter
from typing import Any

import msgspec

from dragoman.web import words
from dragoman.web.ask import Ask
from dragoman.web.queries.conditions import like
from dragoman.web.room import Room

FILTERS = ("from", "to", "status", "quad", "outlet", "speaker")


def selection(ask: Ask) -> tuple[str, dict[str, Any]]:
    """Return the condition that a question sets on events `e`, and its parameters."""
    where = ["1"]
    given: dict[str, Any] = {}
    if start := ask.day("from"):
        where.append("e.day >= :from")
        given["from"] = start
    if end := ask.day("to"):
        where.append("e.day <= :to")
        given["to"] = end + "~"
    if status := ask.choice("status", words.STATUSES):
        where.append("e.status = :status")
        given["status"] = status
    if quad := ask.choice("quad", ("1", "2", "3", "4")):
        where.append("e.quad = :quad")
        given["quad"] = int(quad)
    if outlet := ask.text("outlet"):
        where.append(REPORTED.format("d.outlet = :outlet"))
        given["outlet"] = outlet
    if speaker := ask.text("speaker"):
        where.append(REPORTED.format("r.according_to LIKE :speaker ESCAPE '\\'"))
        given["speaker"] = like(msgspec.json.encode(speaker).decode())
    return " AND ".join(where), given


REPORTED = (
    "e.id IN (SELECT x.event FROM event_reports x JOIN reports r ON r.id = x.report "
    "JOIN documents d ON d.id = r.document WHERE {})"
)

_PARTIES = "SELECT p.event, p.quad, p.state FROM event_parties p WHERE p.state IS NOT NULL{} ORDER BY p.event"


def pair_counts(room: Room, ask: Ask) -> dict[tuple[str, str], dict[int, int]]:
    """Return the events of every pair of states (or organisations), counted by quad class.

    The parties come event by event; pairing them here takes half the time of a join of the table with itself.
    """
    condition, given = selection(ask)
    chosen = f" AND p.event IN (SELECT e.id FROM events e WHERE {condition})" if given else ""
    found: dict[tuple[str, str], dict[int, int]] = {}
    parties = room.reader.tuples(_PARTIES.format(chosen), given)
    for (_, quad), rows in groupby(parties, key=itemgetter(0, 1)):
        for pair in combinations(sorted({row[2] for row in rows}), 2):
            counts = found.setdefault(pair, {})
            counts[quad] = counts.get(quad, 0) + 1
    return found
