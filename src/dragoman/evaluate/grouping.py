"""Scores of grouping: which reports are one event in the world, across documents and languages.

Gold is the seed form of events: rows with the same `link` are the same event, a row without one is an event of its own.
All documents of the file are read and merged together. Scored are the reports that match a row, one a row, so that what
reading misses does not count here (`dragoman eval events` counts it): pairs of reports that stand together or apart, and
the usual figures of coreference: MUC, B-cubed, CEAF-e, and their mean, the CoNLL score (Pradhan and others 2014).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations
from pathlib import Path
from typing import Any

import numpy as np
from scipy.optimize import linear_sum_assignment

from dragoman.evaluate.events import Coded, Found, code_document, fits, reduce_reports, stands_at
from dragoman.evaluate.score import Score, precision_recall, read_jsonl
from dragoman.evaluate.texts import gold_document, gold_file
from dragoman.intake.blocks import body_spans
from dragoman.kit import Kit
from dragoman.merge.inputs import MergeDocument
from dragoman.merge.record import build_record
from dragoman.pipeline import read_document
from dragoman.records import Document

Labels = Mapping[str, str]  # report -> event
Figures = tuple[float, float, float]  # precision, recall, F1


def evaluate(gold: Path, kit: Kit, predictions: Path | None = None) -> Score:
    """Score a gold file of events; `predictions` is an export of the table reports."""
    rows = list(read_jsonl(gold_file(gold, "events.jsonl")))
    documents = {name: gold_document(gold, name, kit.settings) for name in sorted({str(row["doc"]) for row in rows})}
    coded = [code_document(name, document.text, rows, gold) for name, document in documents.items()]
    read = [merge_input(document, kit) for document in documents.values()]
    wanted, texts = match_reports(coded, dict(zip(documents, read, strict=True)))
    events = _exported(predictions) if predictions is not None else dict(build_record(read, kit).event_of)
    return score_grouping(wanted, events, texts, str(gold))


def _exported(predictions: Path) -> dict[str, str]:
    """Return the event of each report of an export; a rejected report stands alone."""
    return {row["id"]: row["event"] or row["id"] for row in read_jsonl(predictions)}


def merge_input(document: Document, kit: Kit) -> MergeDocument:
    """Read a document for the merge."""
    reading = read_document(document, kit)
    body = body_spans(reading.blocks, document.text)
    return MergeDocument(
        id=document.id, path=document.path, language=document.language, text=document.text, body=body,
        sentences=tuple(span for span in reading.sentences if any(s <= span[0] and span[1] <= e for s, e in body)),
        facts=reading.facts, mentions=reading.mentions, links=reading.links, actors=reading.actors,
        reports=reading.reports, statements=reading.statements,
    )  # fmt: skip


def match_reports(coded: Sequence[Coded], read: Mapping[str, MergeDocument]) -> tuple[dict[str, str], dict[str, str]]:
    """Return the coded event of each report that matches a row, and its words for the list of errors."""
    wanted: dict[str, str] = {}
    words: dict[str, str] = {}
    for document in coded:
        reports = read[document.name].reports
        for number, index in match_rows(document, reduce_reports(reports, document.text)).items():
            row, report = document.rows[number], reports[index]
            wanted[report.id] = str(row.get("link") or f"{document.name} {number}")
            words[report.id] = f"{document.name}: {row['evidence']}"
    return wanted, words


def match_rows(document: Coded, found: Sequence[Found]) -> dict[int, int]:
    """Return, for each row that a report matches, one such report; no report is taken twice."""
    taken: dict[int, int] = {}
    for number, (row, spans) in enumerate(zip(document.rows, document.spans, strict=True)):
        at = [i for i, report in enumerate(found) if i not in taken.values() and stands_at(report, spans) and fits(report, row)]
        if at:
            taken[number] = max(at, key=lambda i: (found[i].status == row["status"], -i))
    return taken


def score_grouping(wanted: Labels, found: Mapping[str, str], words: Mapping[str, str], name: str) -> Score:
    """Compare two groupings of the same reports; a report that `found` does not place stands alone."""
    got = {report: found.get(report, report) for report in wanted}
    gold_pairs, got_pairs = _pairs(wanted), _pairs(got)
    right = len(gold_pairs & got_pairs)
    precision, recall, f1 = precision_recall(right, len(got_pairs), len(gold_pairs))
    scores = {"muc": muc(wanted, got), "b_cubed": b_cubed(wanted, got), "ceaf_e": ceaf_e(wanted, got)}
    errors: list[dict[str, Any]] = [
        {"error": error, "left": words[a], "right": words[b]}
        for error, pairs in (("missed", gold_pairs - got_pairs), ("false", got_pairs - gold_pairs))
        for a, b in sorted(tuple(sorted(pair)) for pair in pairs)
    ]
    return Score(
        kind="grouping",
        gold=name,
        figures={
            "p": precision, "r": recall, "f1": f1,
            **{measure: figures[2] for measure, figures in scores.items()},
            "conll": sum(figures[2] for figures in scores.values()) / 3,
        },
        counts={
            "reports": len(wanted), "gold_events": len(set(wanted.values())), "found_events": len(set(got.values())),
            "gold_pairs": len(gold_pairs), "found_pairs": len(got_pairs), "right_pairs": right,
        },
        errors=tuple(errors),
    )  # fmt: skip


def _groups(labels: Labels) -> list[frozenset[str]]:
    groups: dict[str, set[str]] = defaultdict(set)
    for report, label in labels.items():
        groups[label].add(report)
    return [frozenset(group) for _, group in sorted(groups.items())]


def _pairs(labels: Labels) -> set[frozenset[str]]:
    return {frozenset(pair) for group in _groups(labels) for pair in combinations(sorted(group), 2)}


def muc(wanted: Labels, got: Labels) -> Figures:
    """Return Vilain and others' (1995) link measure: how few links would turn one grouping into the other."""

    def share(of: Labels, by: Labels) -> tuple[int, int]:
        groups = [group for group in _groups(of) if len(group) > 1]
        kept = sum(len(group) - len({by[report] for report in group}) for group in groups)
        return kept, sum(len(group) - 1 for group in groups)

    (recalled, links), (kept, found) = share(wanted, got), share(got, wanted)
    return _figures(kept / found if found else 0.0, recalled / links if links else 0.0)


def b_cubed(wanted: Labels, got: Labels) -> Figures:
    """Return Bagga and Baldwin's (1998) measure: the overlap of each report's two groups."""
    gold_of = {report: group for group in _groups(wanted) for report in group}
    got_of = {report: group for group in _groups(got) for report in group}
    shared = {report: len(gold_of[report] & got_of[report]) for report in wanted}
    return _figures(
        _mean(shared[report] / len(got_of[report]) for report in wanted),
        _mean(shared[report] / len(gold_of[report]) for report in wanted),
    )


def ceaf_e(wanted: Labels, got: Labels) -> Figures:
    """Return Luo's (2005) entity measure: the best one-to-one match of groups, by twice the overlap over both sizes."""
    gold, found = _groups(wanted), _groups(got)
    if not gold or not found:
        return 0.0, 0.0, 0.0
    alike = np.array([[2 * len(a & b) / (len(a) + len(b)) for b in found] for a in gold])
    rows, columns = linear_sum_assignment(-alike)
    total = float(alike[rows, columns].sum())
    return _figures(total / len(found), total / len(gold))


def _mean(values: Iterable[float]) -> float:
    listed = list(values)
    return sum(listed) / len(listed) if listed else 0.0


def _figures(precision: float, recall: float) -> Figures:
    f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    return precision, recall, f1
