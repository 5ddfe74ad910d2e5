"""How an example is shown to the model in one pass: with the names of the pair or without, straight or turned round."""

from __future__ import annotations

import random
import re
from dataclasses import replace

from read_sentences import Example

_MARKED = re.compile(r"\[\[.+?\]\]|\{\{.+?\}\}")
_MASKED = {"[": "[[A]]", "{": "{{B}}"}
_ONE_SIDED = frozenset(
    {"REQUEST", "ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "COERCE", "AID", "MOBILIZE"}
)  # who is accused accuses nobody; talks, agreements, fights and the like may go both ways
_HIDDEN = 0.5


def modes_of(examples: list[Example]) -> list[str]:
    """Return all modes with their type, in order; modes of fewer than ten examples count as none."""
    count: dict[str, int] = {}
    for example in examples:
        count[example.mode] = count.get(example.mode, 0) + 1
    return sorted(mode for mode, number in count.items() if number >= 10 or not mode)


def view(example: Example, chance: random.Random, turned: float) -> Example:
    """Return the example as seen this time.

    In half of the passes the names are hidden: what counts is what is said between the two. Now and then the pair of a
    one-sided act is turned round, and then the source does nothing to the target.
    """
    marked, type_, mode = example.marked, example.type, example.mode
    if type_ in _ONE_SIDED and chance.random() < turned:
        marked, type_, mode = turn(marked), "NONE", ""
    if chance.random() < _HIDDEN:
        marked = _MARKED.sub(lambda match: _MASKED[match.group()[0]], marked)
    return replace(example, type=type_, mode=mode, marked=marked)


def turn(marked: str) -> str:
    """Let source and target change their marks."""
    return marked.translate(str.maketrans("[]{}", "{}[]"))
