"""Weights of our small logistic models: tables of a feature and what it adds to the log-odds of the decision.

`antecedents`: whom a pronoun means among those spoken of before (`training/antecedents/train.py`). `cues`: whether a cue
word in its place reports what somebody says (`training/cues/train.py`). `certainty`: whether an event report is right
(`training/certainty/train.py`). All are made from texts written for this project.
"""

from __future__ import annotations

from pathlib import Path

import msgspec

from dragoman.errors import KnowledgeError
from dragoman.kit import Kit
from dragoman.tables import read_table

ANTECEDENTS = Path(__file__).parent / "antecedents" / "weights.csv"
CUES = Path(__file__).parent / "cues" / "weights.csv"
CERTAINTY = Path(__file__).parent / "certainty" / "weights.csv"


class Weight(msgspec.Struct, frozen=True, kw_only=True):
    """One row of a table of weights."""

    feature: str
    weight: float


def load_weights(_kit: Kit, file: Path) -> dict[str, float]:
    """Read the weights by feature; ask for them through `kit.compiled(load_weights, CUES)`.

    Raises:
        KnowledgeError: the table has faults; all are listed.
    """
    faults: list[str] = []
    weights = {row.feature: row.weight for _, row in read_table(file, Weight, faults)}
    if faults:
        raise KnowledgeError(faults)
    return weights
