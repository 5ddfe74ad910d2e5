"""The weights by which it is decided whether a cue word in its place reports what somebody says.

A logistic model of few features, made by `training/cues/train.py` from texts written for this project.
"""

from __future__ import annotations

from pathlib import Path

import msgspec

from dragoman.errors import KnowledgeError
from dragoman.kit import Kit
from dragoman.tables import read_table

FILE = Path(__file__).parent / "cues" / "weights.csv"


class Weight(msgspec.Struct, frozen=True, kw_only=True):
    """One row of weights.csv: a feature of an attribution and what it adds to the log-odds that it is one."""

    feature: str
    weight: float


def load_cue_weights(kit: Kit) -> dict[str, float]:
    """Read the weights by feature; ask for them through `kit.compiled(load_cue_weights)`.

    Raises:
        KnowledgeError: the table has faults; all are listed.
    """
    faults: list[str] = []
    weights = {row.feature: row.weight for _, row in read_table(FILE, Weight, faults)}
    if faults:
        raise KnowledgeError(faults)
    return weights
