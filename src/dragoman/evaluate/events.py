"""Scores of event reports: against coded documents (seed form), and against coders of single sentences.

Seed form (`gold/events.jsonl`, rules in docs/records): a report matches a row when its trigger lies in the row's evidence
(or its evidence spans cover half of it), its type is accepted, and its states agree. The coding is not exhaustive: the
fair precision leaves out what repeats a coded event elsewhere or what a tie of `system.json` supports.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import msgspec

from dragoman.errors import InputError
from dragoman.evaluate import coders
from dragoman.evaluate.score import Score, precision_recall, read_jsonl
from dragoman.evaluate.texts import gold_document, gold_file
from dragoman.kit import Kit
from dragoman.records import Document, EventReport, Span
from dragoman.store.rows import inside

_AGREE = 0.5  # Jaccard of the states on each side
_COVER = 0.5  # share of a row's evidence that a report's own evidence must cover where the trigger lies outside


class Found(msgspec.Struct, frozen=True, kw_only=True):
    """One report, reduced to what is compared."""

    type: str
    reduced_type: str
    quad: int
    actors: frozenset[str]
    recipients: frozenset[str]
    mutual: bool
    status: str
    according_to: tuple[str, ...]
    trigger: Span
    evidence: tuple[Span, ...]
    text: str = ""
    score: float = 0.0


class Coded(msgspec.Struct, frozen=True, kw_only=True):
    """One coded document: its rows with the spans of their evidence, its ties, its body where that is coded too."""

    name: str
    text: str
    rows: tuple[Mapping[str, Any], ...]
    spans: tuple[tuple[Span, ...], ...]
    ties: tuple[Mapping[str, Any], ...]
    body: tuple[Span, ...]


def evaluate(gold: Path, kit: Kit, predictions: Path | None = None) -> Score:
    """Score a gold file in either form; `predictions` is an export of the table reports (seed form only)."""
    rows = list(read_jsonl(gold_file(gold, "events.jsonl")))
    if rows and "rater" in rows[0]:
        return coders.score_coders(rows, str(gold), kit)
    documents = _documents(rows, gold, kit)
    if predictions is not None:
        found = _exported(predictions)
    else:
        found = {name: _read(document, kit) for name, document in documents.items()}
    coded = [code_document(name, document.text, rows, gold) for name, document in sorted(documents.items())]
    return score_documents(coded, found, str(gold))


# ---------------------------------------------------------------- reading gold and reports


def _documents(rows: Sequence[Mapping[str, Any]], gold: Path, kit: Kit) -> dict[str, Document]:
    return {name: gold_document(gold, name, kit.settings) for name in sorted({str(row["doc"]) for row in rows})}


def _read(document: Document, kit: Kit) -> list[Found]:
    from dragoman.pipeline import read_document

    return reduce_reports(read_document(document, kit).reports, document.text)


def reduce_reports(reports: Sequence[EventReport], text: str) -> list[Found]:
    """Return the reports of one text as they are compared with gold."""
    return [
        Found(
            type=report.type, reduced_type=report.reduced_type, quad=report.quad,
            actors=frozenset(filter(None, (_side_of(party.state, party.actor) for party in report.actors))),
            recipients=frozenset(filter(None, (_side_of(party.state, party.actor) for party in report.recipients))),
            mutual=report.mutual, status=report.status, according_to=report.according_to, trigger=report.trigger,
            evidence=tuple((evidence.start, evidence.end) for evidence in report.evidence),
            text=text[report.trigger[0] : report.trigger[1]], score=report.score,
        )
        for report in reports
    ]  # fmt: skip


def _exported(path: Path) -> dict[str, list[Found]]:
    """Read an export of the table reports, by the name of the document's file."""
    by_document: dict[str, list[Found]] = defaultdict(list)
    for row in read_jsonl(path):
        found = Found(
            type=row["type"], reduced_type=row.get("reduced_type", row["type"]), quad=row["quad"],
            actors=_states(row, "actor"), recipients=_states(row, "recipient"), mutual=row["mutual"],
            status=row["status"], according_to=tuple(row["according_to"]), trigger=tuple(row["trigger"]),
            evidence=tuple((e["start"], e["end"]) for e in row["evidence"]), score=row.get("score", 0.0),
        )  # fmt: skip
        stem = Path(str(row["path"])).stem
        for name in {stem, stem.split("_")[0]}:
            by_document[name].append(found)
    return by_document


def _states(row: Mapping[str, Any], side: str) -> frozenset[str]:
    pairs = zip(row[f"{side}_states"], row[f"{side}s"], strict=True)
    return frozenset(filter(None, (_side_of(state, actor) for state, actor in pairs)))


def _side_of(state: str | None, actor: str) -> str | None:
    """Return what stands for a party in gold: its state, else its own id; nothing for an unknown actor."""
    return state or (None if actor.startswith("nil:") else actor)


def code_document(name: str, text: str, rows: Sequence[Mapping[str, Any]], gold: Path) -> Coded:
    """Return what gold says of one document."""
    own = tuple(row for row in rows if str(row["doc"]) == name)
    for row in own:
        if str(row["evidence"]) not in text:
            raise InputError("bad_gold", f"{gold}: evidence {row['evidence']!r} is not in document {name!r}; correct it")
    return Coded(
        name=name, text=text, rows=own,
        spans=tuple(_occurrences(text, str(row["evidence"])) for row in own),
        ties=tuple(tie for tie in _beside(gold, "system.json").get("ties", ()) if str(tie["doc"]).startswith(name)),
        body=_body(_beside(gold, "body_spans.json"), name),
    )  # fmt: skip


def _body(spans: Mapping[str, Any], name: str) -> tuple[Span, ...]:
    """Return the coded body of a document, which that file names in full or as the gold does."""
    own = next((value for key, value in sorted(spans.items()) if Path(key).stem == name or key.startswith(f"{name}_")), ())
    return tuple((int(start), int(end)) for start, end in own)


def _beside(gold: Path, name: str) -> dict[str, Any]:
    file = (gold if gold.is_dir() else gold.parent) / name
    if not file.is_file():
        return {}
    content = msgspec.json.decode(file.read_bytes())
    return content if isinstance(content, dict) else {}


def _occurrences(text: str, words: str) -> tuple[Span, ...]:
    found, place = [], text.find(words)
    while place >= 0:
        found.append((place, place + len(words)))
        place = text.find(words, place + 1)
    return tuple(found)


# ---------------------------------------------------------------- comparing


def score_documents(coded: Sequence[Coded], found: Mapping[str, Sequence[Found]], name: str) -> Score:
    """Count matches, repeats and wrong reports over all documents."""
    counts = dict.fromkeys(
        ("core", "core_found", "rows", "rows_found", "reports", "right", "excused", "status_right", "said_right"), 0
    )
    errors: list[dict[str, Any]] = []
    sure: list[tuple[float, bool]] = []
    for document in coded:
        _score_one(document, found.get(document.name, ()), counts, errors, sure)
    fair = counts["reports"] - counts["excused"]
    matched = counts["rows_found"]
    figures = {
        "core_recall": precision_recall(counts["core_found"], 0, counts["core"])[1],
        "recall": precision_recall(matched, 0, counts["rows"])[1],
        "strict_precision": precision_recall(counts["right"], counts["reports"], 0)[0],
        "fair_precision": precision_recall(counts["right"], fair, 0)[0],
        "status": precision_recall(counts["status_right"], matched, 0)[0],
        "according_to": precision_recall(counts["said_right"], matched, 0)[0],
        "calibration_error": calibration_error(sure),
    }
    return Score(kind="events", gold=name, figures=figures, counts=counts, errors=tuple(errors))


def calibration_error(sure: Sequence[tuple[float, bool]]) -> float:
    """Return how far scores are from the share of right reports: mean distance over ten bins, weighted by their reports.

    Naeini, Cooper and Hauskrecht, Obtaining Well Calibrated Probabilities Using Bayesian Binning, AAAI 2015.
    """
    bins: dict[int, list[tuple[float, bool]]] = defaultdict(list)
    for score, right in sure:
        bins[min(int(score * 10), 9)].append((score, right))
    far = (abs(sum(score for score, _ in found) - sum(right for _, right in found)) for found in bins.values())
    return sum(far) / len(sure) if sure else 0.0


def label_reports(document: Coded, found: Sequence[Found]) -> list[str]:
    """Return for each report whether it is right, wrong, excused (a repeat, or a coded tie) or outside of what is coded."""
    matched = _matched(document, {i: report for i, report in enumerate(found) if _is_coded(report, document)})
    right = {index for _, index in matched if index is not None}
    return [
        "outside" if not _is_coded(report, document)
        else "right" if index in right
        else "excused" if _is_excused(report, document)
        else "wrong"
        for index, report in enumerate(found)
    ]  # fmt: skip


def _is_coded(report: Found, document: Coded) -> bool:
    return not document.body or inside(report.trigger, document.body)


def _is_excused(report: Found, document: Coded) -> bool:
    return _repeats(report, document) or _supported(report, document.ties)


def _matched(document: Coded, reports: Mapping[int, Found]) -> list[tuple[Mapping[str, Any], int | None]]:
    """Return each row of gold with the report that matches it, none twice.

    Core rows choose first: an inner act that is coded as extra lies within the evidence of the act that holds it.
    """
    taken: set[int] = set()
    matched: list[tuple[Mapping[str, Any], int | None]] = []
    for row, spans in sorted(zip(document.rows, document.spans, strict=True), key=lambda pair: pair[0]["need"] != "core"):
        at = [i for i, report in reports.items() if i not in taken and stands_at(report, spans) and fits(report, row)]
        best = max(at, key=lambda i: reports[i].status == row["status"]) if at else None
        matched.append((row, best))
        taken |= {best} if best is not None else set()
    return matched


def _score_one(
    document: Coded, found: Sequence[Found], counts: dict[str, int], errors: list[dict[str, Any]],
    sure: list[tuple[float, bool]],
) -> None:
    reports = [report for report in found if _is_coded(report, document)]
    matched = _matched(document, dict(enumerate(reports)))
    taken = {index for _, index in matched if index is not None}
    for row, best in matched:
        core = row["need"] == "core"
        counts["rows"] += 1
        counts["core"] += core
        if best is None:
            errors.append({"kind": "missed", "document": document.name, "need": row["need"], "gold": row["evidence"],
                           "types": row["types"]})  # fmt: skip
            continue
        counts["rows_found"] += 1
        counts["core_found"] += core
        counts["right"] += 1
        counts["status_right"] += reports[best].status == row["status"]
        counts["said_right"] += _said(reports[best], str(row["according_to"]))
        if reports[best].status != row["status"]:
            errors.append({"kind": "status", "document": document.name, "gold": row["evidence"],
                           "wanted": row["status"], "found": reports[best].status})  # fmt: skip
    for index, report in enumerate(reports):
        counts["reports"] += 1
        if index in taken:
            sure.append((report.score, True))
            continue
        excused = _is_excused(report, document)
        counts["excused"] += excused
        if not excused:
            sure.append((report.score, False))
            errors.append({"kind": "wrong", "document": document.name, "type": report.type, "trigger": report.text,
                           "at": report.trigger[0], "actors": sorted(report.actors),
                           "recipients": sorted(report.recipients)})  # fmt: skip


def stands_at(report: Found, spans: Sequence[Span]) -> bool:
    """Tell whether a report stands at a row: its trigger inside, or its evidence over half of it."""
    if inside(report.trigger, spans):
        return True
    for start, end in spans:
        covered = {i for s, e in report.evidence for i in range(max(s, start), min(e, end))}
        if len(covered) >= _COVER * (end - start):
            return True
    return False


def fits(report: Found, row: Mapping[str, Any]) -> bool:
    """Tell whether type and states of a report agree with a row of gold."""
    if report.type not in row["types"] and report.reduced_type not in row["types"]:
        return False
    a, b = frozenset(row["a"]), frozenset(row["b"])
    if row["mutual"] or report.mutual:
        return len((a | b) & (report.actors | report.recipients)) >= 2
    return _jaccard(a, report.actors) >= _AGREE and _jaccard(b, report.recipients) >= _AGREE


def _jaccard(left: frozenset[str], right: frozenset[str]) -> float:
    return len(left & right) / len(left | right) if left | right else 1.0


def _said(report: Found, wanted: str) -> bool:
    """Tell whether a speaker of the chain is the one that gold names (both none counts)."""
    if not wanted or not report.according_to:
        return not wanted and not report.according_to
    return any(name.casefold() in wanted.casefold() or wanted.casefold() in name.casefold() for name in report.according_to)


def _repeats(report: Found, document: Coded) -> bool:
    """Tell whether a report says elsewhere in the document what a row codes."""
    return any(
        fits(report, row) and not stands_at(report, spans) for row, spans in zip(document.rows, document.spans, strict=True)
    )


def _supported(report: Found, ties: Sequence[Mapping[str, Any]]) -> bool:
    """Tell whether a coded tie holds between the sides with the sign of the report's class."""
    sign = 1 if report.quad in (1, 2) else -1
    everyone = report.actors | report.recipients
    return any({tie["a"], tie["b"]} <= everyone and tie["sign"] in (sign, 0) for tie in ties)
