"""How sure a report is, as a share: of a hundred reports with score 0.8, about eighty should be right.

The raw score multiplies the weight of the word's row by how sure the place of each side in the parse is. On development
texts of our own (`tests/gold/dev_events`, five bundled samples) and the seed documents, 185 reports were counted by raw
score and by how their sides were found; the steps below are the rounded shares of right ones, taken a little lower because
the rules were written with these texts in view. Reports that match nothing coded counted as wrong.
"""

from __future__ import annotations

from itertools import pairwise

_STEPS = ((0.0, 0.05), (0.4, 0.35), (0.55, 0.55), (0.65, 0.7), (0.75, 0.82), (1.0, 0.92))  # raw score, share right
_FROM_CONTEXT = {
    "thing": 0.8, "clause": 0.7, "plural": 0.8, "salient": 0.7, "doer": 0.5, "subject": 0.6, "pair": 0.6, "place": 0.6,
    "agent": 0.6, "echo": 0.75,
}  # fmt: skip
_ONE_SIDED = 0.5  # against states, an act without a counterpart was hardly ever coded
_USUAL = 0.85  # the weight of an ordinary row


def calibrated(raw: float, weight: float, context: str, complete: bool) -> float:
    """Return the score of a report: by its raw score, or by the step of the context that gave a side.

    `complete`: both sides are there.
    """
    share = _FROM_CONTEXT[context] * min(1.0, weight / _USUAL) if context else _stepped(raw)
    return round(share if complete else share * _ONE_SIDED, 3)


def _stepped(raw: float) -> float:
    """Interpolate between the steps."""
    for (low, below), (high, above) in pairwise(_STEPS):
        if raw <= high:
            return below + (above - below) * (raw - low) / (high - low)
    return _STEPS[-1][1]
