"""How sure a report is, as a share: of a hundred reports with score 0.8, about eighty should be right.

A logistic model over how a report was read (the weight of its word's row, how its sides were found and how far they stand,
the kind of clause) and over what its document tells besides: an act between two who deal with each other all through a text
is seldom a mistake. Weights and their making: `models/certainty`, `training/certainty/train.py`.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence

from dragoman.extract.events.draft import Draft
from dragoman.extract.parse.tree import ancestors, has_label
from dragoman.records import EventReport, Party, Sentence

LEAST_SURE = 0.5  # what is more likely wrong than right is dropped from a text
_FAR = 200  # characters: as far as a side of an act stands from its word, within a sentence
_MANY = 5  # acts between two: more say nothing more
_FEW = 4  # reports of a document, under which it says nothing about the company of each: the mean of longer ones stands for it
_USUAL = {"pair share": 0.23, "pair often": 0.44, "pair again": 0.28, "pair in kind": 0.48}
_CLAUSES = ("xcomp", "advcl", "parataxis")


def features_of(sentence: Sentence, draft: Draft, report: EventReport) -> dict[str, float]:
    """Return how a report was read, as numbers from 0 to about 1 by name."""
    word = sentence.tokens[draft.match.head]
    found = {
        "raw": draft.score,
        "weight": draft.match.entry.row.weight,
        "whole": not draft.lone and bool(draft.mutual or (draft.actors and draft.recipients)),
        "mutual": report.mutual,
        "words": min(len(draft.match.tokens), 4) / 4,
        "recipients": min(len(_sides(report.recipients)), 3) / 3,
        "unknown recipient": any(party.actor.startswith("nil:") for party in report.recipients),
        "said": bool(report.according_to),
        "deep": min(sum(1 for _ in ancestors(sentence, word.i)), 10) / 10,
        f"context {draft.context or 'none'}": True,
    }
    found |= {f"clause {label}": has_label(word, label) for label in _CLAUSES}
    if report.actors:
        found["actor outside"], found["actor far"] = _distance(sentence, word.start, report.actors[0])
    if report.recipients:
        found["recipient outside"] = _distance(sentence, word.start, report.recipients[0])[0]
        found["recipient after"] = report.recipients[0].start > word.start
    return {name: float(value) for name, value in found.items() if value}


def _sides(parties: Sequence[Party]) -> frozenset[str]:
    return frozenset(party.state or party.actor for party in parties)


def _distance(sentence: Sentence, at: int, party: Party) -> tuple[float, float]:
    """Return whether a party stands outside the sentence, and how far from a place in it."""
    inside = sentence.start <= party.start < sentence.end
    return float(not inside), min(abs(party.start - at), _FAR) / _FAR if inside else 1.0


def with_company(reports: Sequence[EventReport], features: Sequence[Mapping[str, float]]) -> list[dict[str, float]]:
    """Add to the features of every report of one document what the others tell of the same two (or more) sides."""
    if len(reports) < _FEW:
        return [{**own, **_USUAL} for own in features]
    pairs = [_sides(report.actors) | _sides(report.recipients) for report in reports]
    count = Counter(pairs)
    types = Counter((pair, report.type) for pair, report in zip(pairs, reports, strict=True))
    classes = Counter((pair, report.quad) for pair, report in zip(pairs, reports, strict=True))
    return [
        {
            **own,
            "pair share": (count[pair] - 1) / max(1, len(reports) - 1),
            "pair often": min(count[pair] - 1, _MANY) / _MANY,
            "pair again": float(types[pair, report.type] > 1),
            "pair in kind": float(classes[pair, report.quad] > 1),
        }
        for pair, report, own in zip(pairs, reports, features, strict=True)
    ]


def probability(features: Mapping[str, float], weights: Mapping[str, float]) -> float:
    """Return how sure a report is, 0 to 1; a feature that the weights do not know counts nothing."""
    value = weights["always"] + sum(weights.get(name, 0.0) * share for name, share in features.items())
    return round(1.0 / (1.0 + math.exp(-value)), 3)
