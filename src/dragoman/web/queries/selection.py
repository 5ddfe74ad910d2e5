"""The events that a page of the system draws: chosen by time, status, act, outlet, speaker and how surely they were read."""

from __future__ import annotations

from itertools import combinations, groupby
from operator import itemgetter
from typing import Any

import msgspec

from dragoman.web import words
from dragoman.web.ask import Ask
from dragoman.web.queries.conditions import like
from dragoman.web.room import Room

FILTERS = ("from", "to", "status", "quad", "outlet", "speaker", "min_score")


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
    speaker = ask.text("speaker")
    return " AND ".join(where + told_by(ask, msgspec.json.encode(speaker).decode(), given)), given


def told_by(ask: Ask, speaker: str, given: dict[str, Any]) -> list[str]:
    """Return the conditions on the reports of events `e`: their outlet, their speaker (as is to be sought), their score.

    A report that is too unsure counts for nothing, as with `--min-score`: the outlet and the speaker must have a surer one.
    """
    where: list[str] = []
    sure = surely(ask, given)
    if outlet := ask.text("outlet"):
        where.append(_REPORTED.format("d.outlet = :outlet" + sure))
        given["outlet"] = outlet
    if ask.text("speaker"):
        where.append(_REPORTED.format("r.according_to LIKE :speaker ESCAPE '\\'" + sure))
        given["speaker"] = like(speaker)
    if sure and not where:
        where.append(f"e.id IN (SELECT x.event FROM event_reports x JOIN reports r ON r.id = x.report WHERE true{sure})")
    return where


def surely(ask: Ask, given: dict[str, Any]) -> str:
    """Return the condition on the score of reports `r`, to be added to others; empty where no score is asked for."""
    least = ask.score("min_score")
    if least is None:
        return ""
    given["min_score"] = least
    return " AND r.score >= :min_score"


_REPORTED = (
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
