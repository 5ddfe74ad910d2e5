"""Choosing the relation of a given pair: what the words say and what the model says, weighed together.

The word tables know which acts the sentence names and how near they stand to the pair; the model has learnt which of them is
the pair's. Neither is best alone (docs/measured.md). Counting together all readings that come to one relation ("will visit",
"agreed to meet") was tried and gave no more than the plain choice of a type.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from typing import cast

from dragoman.extract.events.codes import compile_codes
from dragoman.kit import Kit
from dragoman.models.relations import TYPES, Prediction, load_relation_model, marked_pair
from dragoman.records import EventType, Record, Span, Status

MODEL_LANGUAGES = ("en", "fr")
_WORDS = 3.0  # weight of a rating (0 to 1) against the log probability; swept 1 to 14 on PLV development, flat from 2 to 5
_FLOOR = 1e-4
_CALM = 1.2  # certainties are spread by this, so that of those around 0.8 about eighty in a hundred are right (same rows)
_NAMES = re.compile(r"(\[ ).+?( \])|(\{ ).+?( \})")


class Choice(Record, frozen=True, kw_only=True):
    """The chosen type, the mode and the status that the model sees, and how certain the type is, 0 to 1."""

    type: EventType
    mode: str
    status: Status
    certainty: float


def choose(text: str, source: Span, target: Span, ratings: Mapping[str, float], kit: Kit) -> Choice:
    """Return the best type, given the best rating that the word tables give to each.

    The model reads the sentence twice, with the names of the pair and without: what counts is what stands between them, and
    the mean of both is steadier than either.
    """
    marked = marked_pair(text, source, target)
    hidden = _NAMES.sub(lambda match: "[ A ]" if match.group(1) else "{ B }", marked)
    seen = mean(kit.compiled(load_relation_model).predict([marked, hidden]))
    weighed = {type_: math.log(seen.types[type_] + _FLOOR) + _WORDS * ratings.get(type_, 0.0) for type_ in TYPES}
    chosen = max(TYPES, key=lambda type_: weighed[type_])
    total = sum(math.exp((value - weighed[chosen]) / _CALM) for value in weighed.values())
    status = max(seen.statuses, key=lambda name: seen.statuses[name])
    return Choice(
        type=chosen, mode=likely_mode(chosen, seen, kit), status=cast(Status, status), certainty=round(1.0 / total, 3)
    )


def mean(predictions: list[Prediction]) -> Prediction:
    """Return the mean of several predictions for one pair."""

    def of(values: list[Mapping[str, float]]) -> dict[str, float]:
        return {name: sum(value[name] for value in values) / len(values) for name in values[0]}

    return Prediction(
        types=of([p.types for p in predictions]),
        statuses=of([p.statuses for p in predictions]),
        modes=of([p.modes for p in predictions]),
    )


def likely_mode(type_: str, seen: Prediction, kit: Kit) -> str:
    """Return the likeliest mode among those that the type has; none where none is likelier."""
    modes = [mode for kind, mode in kit.compiled(compile_codes).rows if kind == type_]
    return max(modes, key=lambda mode: seen.modes.get(mode, 0.0))
