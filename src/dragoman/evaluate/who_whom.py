"""Scores of who acts on whom: spans of source and target in single sentences, no pair given.

A span is right at a Jaccard overlap of 0.5 in characters. A sentence can report several acts and its gold marks one:
the reading that agrees best with gold is scored, all spans of that reading count. Reciprocal parties (R) count as both.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from dragoman.evaluate.score import Score, jaccard, precision_recall, read_jsonl
from dragoman.extract.events.stage import find_events
from dragoman.extract.names.linking import link_mentions
from dragoman.extract.names.mentions import find_mentions
from dragoman.extract.parse.sentences import split_sentences
from dragoman.ids import digest
from dragoman.kit import Kit
from dragoman.records import Block, Document, DocumentFacts, EventReport, Span

_RIGHT = 0.5
Sides = tuple[list[Span], list[Span]]


def evaluate(gold: Path, kit: Kit, predictions: Path | None = None) -> Score:
    """Score a file of tagged sentences; `predictions` has one object {"tags"} a line."""
    rows = list(read_jsonl(gold))
    given = list(read_jsonl(predictions)) if predictions is not None else None
    readings = []
    for index, row in enumerate(rows):
        text, spans = joined(row["tokens"])
        if given is not None:
            readings.append([tagged(spans, given[index]["tags"])])
        else:
            readings.append([reading for report in read_sentence(text, kit) for reading in sides(report)])
    return score_sides(rows, readings, str(gold))


def joined(tokens: Sequence[str]) -> tuple[str, list[Span]]:
    """Return the sentence as text and the span of each token in it."""
    spans, place = [], 0
    for token in tokens:
        spans.append((place, place + len(token)))
        place += len(token) + 1
    return " ".join(tokens), spans


def tagged(spans: Sequence[Span], tags: Sequence[str]) -> Sides:
    """Return the source and target spans of a tagged sentence."""
    found: dict[str, list[Span]] = {"S": [], "T": [], "R": []}
    last = ""
    for span, tag in zip(spans, tags, strict=True):
        begin, _, kind = tag.partition("-")
        if kind not in found:
            last = ""
            continue
        if begin == "I" and kind == last:
            found[kind][-1] = (found[kind][-1][0], span[1])
        else:
            found[kind].append(span)
        last = kind
    return found["S"] + found["R"], found["T"] + found["R"]


def read_sentence(text: str, kit: Kit, language: str = "en") -> tuple[EventReport, ...]:
    """Return the reports of one sentence that stands alone: no date, no outlet, no quotes."""
    document = Document(id=digest("text", text), text=text, path="", language=language)
    sentences = split_sentences(document, (Block(start=0, end=len(text), kind="body"),), kit)
    facts = DocumentFacts()
    mentions = find_mentions(document, sentences, kit)
    links = link_mentions(document, mentions, sentences, facts, kit)
    return find_events(document, sentences, links, (), (), facts, kit)


def sides(report: EventReport) -> list[Sides]:
    """Return the spans of actors and recipients; in a mutual act all act on all, or the first on the rest."""
    spans = {role: [(e.start, e.end) for e in report.evidence if e.role == role] for role in ("actor", "recipient")}
    if report.mutual and not spans["recipient"]:
        ordered = sorted(spans["actor"])
        whole = [(ordered[0][0], max(end for _, end in ordered))] if ordered else []
        return [(ordered[:1], ordered[1:]), (ordered, ordered), (whole, whole)]
    return [(spans["actor"], spans["recipient"])]


def score_sides(rows: Sequence[Mapping[str, Any]], readings: Sequence[Sequence[Sides]], name: str) -> Score:
    """Compare spans: precision, recall and F1 of source and of target."""
    counts = dict.fromkeys(("right_source", "found_source", "gold_source", "right_target", "found_target", "gold_target"), 0)
    errors = []
    for row, read in zip(rows, readings, strict=True):
        text, spans = joined(row["tokens"])
        wanted = tagged(spans, row["tags"])
        best = max(read, key=lambda reading: _agreement(wanted, reading), default=([], []))
        for side, index in (("source", 0), ("target", 1)):
            right = _hits(wanted[index], best[index])
            counts[f"right_{side}"] += right
            counts[f"found_{side}"] += len(best[index])
            counts[f"gold_{side}"] += len(wanted[index])
        if _agreement(wanted, best)[0] < len(wanted[0]) + len(wanted[1]):
            errors.append(_error(text, wanted, best, len(read)))
    figures: dict[str, float] = {}
    for side in ("source", "target"):
        values = precision_recall(counts[f"right_{side}"], counts[f"found_{side}"], counts[f"gold_{side}"])
        figures |= {f"{side}_{part}": value for part, value in zip(("p", "r", "f1"), values, strict=True)}
    return Score(kind="who-whom", gold=name, figures=figures, counts=counts, errors=tuple(errors))


def _hits(wanted: Sequence[Span], found: Sequence[Span]) -> int:
    """Return how many wanted spans a found span matches, one to one."""
    left = list(found)
    hits = 0
    for span in wanted:
        match = next((other for other in left if jaccard([span], [other]) >= _RIGHT), None)
        if match is not None:
            left.remove(match)
            hits += 1
    return hits


def _agreement(wanted: Sides, found: Sides) -> tuple[int, int]:
    """Order readings: most spans right, then fewest too many."""
    hits = _hits(wanted[0], found[0]) + _hits(wanted[1], found[1])
    return hits, -(len(found[0]) + len(found[1]))


def _error(text: str, wanted: Sides, found: Sides, readings: int) -> dict[str, Any]:
    def words(spans: Sequence[Span]) -> list[str]:
        return [text[start:end] for start, end in spans]

    return {
        "text": text, "readings": readings, "gold_source": words(wanted[0]), "gold_target": words(wanted[1]),
        "found_source": words(found[0]), "found_target": words(found[1]),
    }  # fmt: skip
