"""Scores of the signed network against `gold/system.json`: whether each coded tie is in it with the right sign.

Every document is read alone and its reports make the network, all statuses and voices counted. A coded tie can be carried
by a report where it has a sign and both its ends are actors of the tables. It is found where the network has events of its
sign between the two states (`recall`), and found in place where evidence of such a report overlaps the coded passage
(`recall_in_place`). `net_sign` looks at each pair of a document once: the sign of all its coded ties together against the
sign of the network. The coding is not exhaustive, so there is no precision.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from dragoman.evaluate.score import Score, precision_recall, read_object
from dragoman.evaluate.texts import gold_document, gold_file
from dragoman.kit import Kit
from dragoman.languages.rows import NameRow
from dragoman.records import EventReport, Record
from dragoman.system.event_table import event_table
from dragoman.system.formats.own import rows_of
from dragoman.system.network import SignedNetwork, TieRule, signed_network

_ALL = TieRule(statuses=())


class Read(Record, frozen=True, kw_only=True):
    """One document's reports, the network that they make, and how many characters its text has."""

    reports: dict[str, EventReport]
    positive: SignedNetwork
    negative: SignedNetwork
    both: SignedNetwork


def evaluate(gold: Path, kit: Kit, predictions: Path | None = None) -> Score:
    """Read the documents that a gold file names and score their networks."""
    from dragoman.pipeline import read_document

    gold = gold_file(gold, "system.json")
    rows = read_object(gold)["ties"]
    found = {
        name: network_of(read_document(gold_document(gold, name, kit.settings), kit).reports)
        for name in sorted({str(row["doc"]) for row in rows})
    }
    return score(rows, str(gold), found, kit.compiled(_names))


def network_of(reports: Sequence[EventReport]) -> Read:
    """Return the network of one document's reports: each report an event, and the ties of either sign apart."""
    table = event_table(row for report in reports for row in rows_of(_as_event(report)))
    positive = signed_network(table, TieRule(statuses=(), quads=(1, 2)))
    negative = signed_network(table, TieRule(statuses=(), quads=(3, 4)))
    return Read(
        reports={report.id: report for report in reports}, positive=positive, negative=negative,
        both=signed_network(table, _ALL),
    )  # fmt: skip


def _as_event(report: EventReport) -> dict[str, Any]:
    when = report.when
    return {
        "id": report.id, "quad": report.quad, "intensity": report.intensity, "type": report.type, "mode": report.mode,
        "status": report.status, "mutual": report.mutual, "independent_sources": (1, 1), "reports": [report.id],
        "stories": [report.document], "when": {"start": when.start, "end": when.end} if when else None,
        "actor_states": [party.state for party in report.actors],
        "recipient_states": [party.state for party in report.recipients],
    }  # fmt: skip


def _names(kit: Kit) -> dict[str, frozenset[str]]:
    """Return for each id and name of the tables the states that it can stand for in a network."""
    found: dict[str, set[str]] = defaultdict(set)
    entities = kit.knowledge.entities
    for identifier, actor in entities.items():
        if actor.kind in ("state", "organisation", "group", "treaty", "format", "region"):
            found[identifier.casefold()] |= {actor.state or identifier}
    for code in sorted(kit.languages):
        for row in kit.languages[code].rows("names", NameRow):
            if row.entity.casefold() in found and row.kind in ("name", "short", "acronym"):
                found[row.form.casefold()] |= found[row.entity.casefold()]
    return {name: frozenset(states) for name, states in found.items()}


def score(
    rows: Sequence[Mapping[str, Any]], name: str, found: Mapping[str, Read], names: Mapping[str, frozenset[str]]
) -> Score:
    """Score the networks of documents against coded ties."""
    counts = dict.fromkeys(("gold", "no_sign", "no_actor", "carried", "found", "in_place", "pairs", "pairs_right"), 0)
    errors: list[dict[str, Any]] = []
    nets: dict[tuple[str, frozenset[str], frozenset[str]], int] = defaultdict(int)
    for row in rows:
        counts["gold"] += 1
        a, b = names.get(str(row["a"]).casefold()), names.get(str(row["b"]).casefold())
        if row["sign"] not in (1, -1):
            counts["no_sign"] += 1
            continue
        if a is None or b is None:
            counts["no_actor"] += 1
            errors.append(_error("no actor of the tables", row))
            continue
        counts["carried"] += 1
        first, second = (a, b) if sorted(a) <= sorted(b) else (b, a)
        nets[str(row["doc"]), first, second] += row["sign"]
        errors += _judge(row, a, b, found[str(row["doc"])], counts)
    for (document, first, second), net in nets.items():
        sign = _net_sign(found[document], first, second)
        if net and sign:
            counts["pairs"] += 1
            counts["pairs_right"] += (net > 0) == (sign > 0)
    figures = {
        "recall": precision_recall(counts["found"], 0, counts["carried"])[1],
        "recall_in_place": precision_recall(counts["in_place"], 0, counts["carried"])[1],
        "net_sign": precision_recall(counts["pairs_right"], 0, counts["pairs"])[1],
    }
    return Score(kind="ties", gold=name, figures=figures, counts=counts, errors=tuple(errors))


def _judge(
    row: Mapping[str, Any], a: frozenset[str], b: frozenset[str], read: Read, counts: dict[str, int]
) -> list[dict[str, Any]]:
    """Count one coded tie; return what is wrong with it."""
    events = _events(read, a, b, int(row["sign"]))
    counts["found"] += bool(events)
    start, end = (int(offset) for offset in row["span"])
    at = [event for event in events if _overlaps(read.reports[event], start, end)]
    counts["in_place"] += bool(at)
    if at:
        return []
    there = [report for report in read.reports.values() if _overlaps(report, start, end)]
    instead = [f"{report.type} {_side(report, 'actors')} > {_side(report, 'recipients')} {report.status}" for report in there]
    kind = "found elsewhere" if events else "missed"
    return [_error(kind, row) | {"reports_there": sorted(instead)}]


def _events(read: Read, a: Iterable[str], b: Iterable[str], sign: int) -> list[str]:
    """Return the events that speak for a sign between two states; cooperation that is negated speaks for the negative."""
    found: list[str] = []
    for network in (read.positive, read.negative):
        for first in a:
            for second in b:
                tie = network.tie(first, second)
                if tie is not None and (tie.positive if sign > 0 else tie.negative):
                    found += tie.events
    return found


def _net_sign(read: Read, a: Iterable[str], b: Iterable[str]) -> int:
    ties = [read.both.tie(first, second) for first in a for second in b]
    return next((tie.sign for tie in ties if tie is not None), 0)


def _overlaps(report: EventReport, start: int, end: int) -> bool:
    """Tell whether the word of the act, or half of its evidence, lies in a passage."""
    if start < report.trigger[1] and report.trigger[0] < end:
        return True
    inside = [piece for piece in report.evidence if start <= piece.start and piece.end <= end]
    return 2 * len(inside) >= len(report.evidence) > 0


def _side(report: EventReport, side: str) -> str:
    return ",".join(party.state or party.name for party in getattr(report, side)) or "-"


def _error(kind: str, row: Mapping[str, Any]) -> dict[str, Any]:
    keys = ("doc", "a", "b", "sign", "kind", "modality", "evidence")
    return {"error": kind, **{f"tie_{key}" if key == "kind" else key: row.get(key) for key in keys}}
