"""The numbers of lineage: levels of likeness by pair of languages, and the weights of the relations.

Both are small tables, made by `training/lineage/train.py` from texts written for this project; see the card beside them.
"""

from __future__ import annotations

import csv
from collections.abc import Mapping
from pathlib import Path

import msgspec
import numpy as np
import numpy.typing as npt

from dragoman.errors import KnowledgeError
from dragoman.kit import Kit
from dragoman.records import LineageRelation, Record
from dragoman.tables import read_table

FOLDER = Path(__file__).parent / "lineage"


class Levels(msgspec.Struct, frozen=True, kw_only=True):
    """levels.csv: what likeness strangers (one pair in twenty) and true partners (one in two) reach, by pair of languages.

    `pair` is two codes in alphabetical order, or `same` or `cross` for all others.
    """

    pair: str
    gram_low: float
    gram_high: float
    meaning_low: float
    meaning_high: float


class Weights(Record, frozen=True, kw_only=True):
    """A multinomial logistic model: one row of weights for each kind of pair, one column for each feature (and `bias`).

    A relation can have several rows, one for each way in which it comes about; its probability is their sum.
    """

    relations: tuple[LineageRelation, ...]
    features: tuple[str, ...]
    weights: tuple[tuple[float, ...], ...]

    def probabilities(self, features: Mapping[str, float]) -> dict[LineageRelation, float]:
        """Return the probability of every relation."""
        values = np.array([1.0 if name == "bias" else features[name] for name in self.features])
        scores: npt.NDArray[np.float64] = np.array(self.weights) @ values
        shifted = np.exp(scores - scores.max())
        found = dict.fromkeys(self.relations, 0.0)
        for relation, value in zip(self.relations, shifted / shifted.sum(), strict=True):
            found[relation] += float(value)
        return found


def load_levels(kit: Kit) -> dict[str, Levels]:
    """Read the levels by pair of languages; ask for them through `kit.compiled(load_levels)`.

    Raises:
        KnowledgeError: the table has faults; all are listed.
    """
    faults: list[str] = []
    levels = {row.pair: row for _, row in read_table(FOLDER / "levels.csv", Levels, faults)}
    if faults:
        raise KnowledgeError(faults)
    return levels


def levels_of(levels: Mapping[str, Levels], left: str, right: str) -> Levels:
    """Return the levels of two languages."""
    named = "-".join(sorted((left, right)))
    return levels.get(named) or levels["same" if left == right else "cross"]


def load_weights(kit: Kit) -> dict[str, Weights]:
    """Read the weights for pairs of one language (`same`) and of two (`cross`)."""
    return {case: _read_weights(case) for case in ("same", "cross")}


def _read_weights(case: str) -> Weights:
    with (FOLDER / f"{case}.csv").open(encoding="utf-8", newline="") as handle:
        header, *rows = list(csv.reader(handle))
    return Weights(
        relations=msgspec.convert([row[0] for row in rows], tuple[LineageRelation, ...]),
        features=tuple(header[1:]),
        weights=tuple(tuple(float(cell) for cell in row[1:]) for row in rows),
    )
