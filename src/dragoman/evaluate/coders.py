"""Scores against several coders of one sentence (CAMEO_ConfliBERT form): events by trigger and type.

An event is found where a report's trigger overlaps a coder's action words and both have one type. The coders are scored
against each other in the same way: that is the human ceiling. Statements and appeals (CAMEO 01, 02) are no events in
PLOVER and are left out on all sides; 08 is CONCEDE or RETREAT, 09 and 11 are ACCUSE, 18 to 20 ASSAULT.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import permutations
from typing import Any

from dragoman.evaluate.score import Score, precision_recall
from dragoman.evaluate.who_whom import read_sentence
from dragoman.kit import Kit
from dragoman.records import Span

_ROOTS = {
    3: "AGREE", 4: "CONSULT", 5: "SUPPORT", 6: "COOPERATE", 7: "AID", 8: "YIELD", 9: "ACCUSE", 10: "REQUEST",
    11: "ACCUSE", 12: "REJECT", 13: "THREATEN", 14: "PROTEST", 15: "MOBILIZE", 16: "SANCTION", 17: "COERCE",
    18: "ASSAULT", 19: "ASSAULT", 20: "ASSAULT",
}  # fmt: skip
_MERGED = {"CONCEDE": "YIELD", "RETREAT": "YIELD"}
Coding = list[tuple[str, tuple[Span, ...]]]


def score_coders(rows: Sequence[Mapping[str, Any]], name: str, kit: Kit) -> Score:
    """Score our reports against each coder, averaged, and the coders against each other."""
    codings: dict[str, dict[str, Coding]] = defaultdict(dict)
    for row in rows:
        codings[str(row["rater"])][str(row["sentence"])] = coding_of(row)
    ours = {text: _own(text, kit) for text in sorted({str(row["sentence"]) for row in rows})}
    against = [_compare(coding, ours) for coding in codings.values()]
    between = [_compare(codings[a], codings[b]) for a, b in permutations(sorted(codings), 2)]
    pairs = [value for value in between if value is not None]
    mine = [value for value in against if value is not None]
    ceiling = sum(f1 for _, _, f1 in pairs) / len(pairs) if pairs else 0.0
    f1 = sum(value for _, _, value in mine) / len(mine) if mine else 0.0
    figures = {
        "precision": sum(p for p, _, _ in mine) / len(mine) if mine else 0.0,
        "recall": sum(r for _, r, _ in mine) / len(mine) if mine else 0.0,
        "f1": f1, "coders_f1": ceiling, "share_of_coders": f1 / ceiling if ceiling else 0.0,
    }  # fmt: skip
    counts = {"sentences": len(ours), "coders": len(codings), "reports": sum(map(len, ours.values()))}
    return Score(kind="events", gold=name, figures=figures, counts=counts, errors=tuple(_errors(codings, ours)))


def coding_of(row: Mapping[str, Any]) -> Coding:
    """Return a coder's events of a sentence: type and action spans; statements and appeals left out."""
    events: Coding = []
    for event in row["events"]:
        number = re.search(r"-(\d+) ", str(event["cameo"]))
        type_ = _ROOTS.get(int(number[1])) if number else None
        spans = tuple((int(start), int(start) + len(words)) for words, start in event["Action"])
        if type_ and spans:
            events.append((type_, spans))
    return events


def _own(text: str, kit: Kit) -> Coding:
    return [(_MERGED.get(r.reduced_type, r.reduced_type), (r.trigger,)) for r in read_sentence(text, kit)]


def _compare(
    gold: Mapping[str, Coding], found: Mapping[str, Coding]
) -> tuple[float, float, float] | None:
    """Return precision, recall and F1 over the sentences that both coded; None where they share none."""
    shared = sorted(set(gold) & set(found))
    if not shared:
        return None
    right = sum(_hits(gold[text], found[text]) for text in shared)
    return precision_recall(right, sum(len(found[text]) for text in shared), sum(len(gold[text]) for text in shared))


def _hits(gold: Coding, found: Coding) -> int:
    left = list(found)
    hits = 0
    for type_, spans in gold:
        match = next((event for event in left if event[0] == type_ and _touch(spans, event[1])), None)
        if match is not None:
            left.remove(match)
            hits += 1
    return hits


def _touch(left: Sequence[Span], right: Sequence[Span]) -> bool:
    return any(a[0] < b[1] and b[0] < a[1] for a in left for b in right)


def _errors(codings: Mapping[str, Mapping[str, Coding]], ours: Mapping[str, Coding]) -> list[dict[str, Any]]:
    rows = []
    for text, own in ours.items():
        coded = [coding[text] for coding in codings.values() if text in coding]
        if any(_hits(coding, own) < max(len(coding), len(own)) for coding in coded):
            said = [[(type_, [text[s:e] for s, e in spans]) for type_, spans in coding] for coding in coded]
            rows.append({"text": text, "coders": said, "found": [(t, [text[s:e] for s, e in sp]) for t, sp in own]})
    return rows
