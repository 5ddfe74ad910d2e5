"""Choosing the type of a relation between a given pair: what the words say and what the model says, weighed together.

The word tables know which acts the sentence names and how near they stand to the pair; the model has learnt which of them is
the pair's. Neither is best alone: on the 1,050 rows of PLV's development split the tables reach 0.74 root macro-F1, and both
together more (docs/measured.md).
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from typing import cast

from dragoman.kit import Kit
from dragoman.models.relations import load_relation_model, marked_pair
from dragoman.records import EventType, Span, Status

MODEL_LANGUAGE = "en"  # the base model knows English only
_WORDS = 14.0  # weight of a rating (0 to 1) against the log probability; swept 0.5 to 14 on PLV development, flat from 10
_FLOOR = 1e-4
_NAMES = re.compile(r"(\[ ).+?( \])|(\{ ).+?( \})")


def choose_type(
    text: str, source: Span, target: Span, ratings: Mapping[str, float], kit: Kit
) -> tuple[EventType, Status, float]:
    """Return the best type, the model's status and how certain the type is, 0 to 1, given the best rating of each type.

    The model reads the sentence twice, with the names of the pair and without: what counts is what stands between them, and
    the mean of both is steadier than either.
    """
    marked = marked_pair(text, source, target)
    hidden = _NAMES.sub(lambda match: "[ A ]" if match.group(1) else "{ B }", marked)
    named, unnamed = kit.compiled(load_relation_model).predict([marked, hidden])
    weighed = {
        type_: math.log((value + unnamed.types[type_]) / 2 + _FLOOR) + _WORDS * ratings.get(type_, 0.0)
        for type_, value in named.types.items()
        if type_ != "NONE"
    }
    choice = max(sorted(weighed), key=lambda type_: weighed[type_])
    total = sum(math.exp(value - weighed[choice]) for value in weighed.values())
    status = max(named.statuses, key=lambda name: named.statuses[name] + unnamed.statuses[name])
    return cast(EventType, choice), cast(Status, status), round(1.0 / total, 3)
