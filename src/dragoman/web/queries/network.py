"""The network of states: who deals with whom, in what class of acts, drawn with its ties as springs."""

from __future__ import annotations

from math import log, sqrt
from typing import Any

import numpy as np

from dragoman.web import words
from dragoman.web.ask import Ask
from dragoman.web.queries.documents import outlets
from dragoman.web.queries.dyads import balance, by_name
from dragoman.web.queries.selection import FILTERS, pair_counts
from dragoman.web.room import Room

# Gephi and others take a table of ties by the names of its first columns.
COLUMNS = ("source", "target", "weight", "a", "b", "a_name", "b_name", "events", "sign", "quads")

WIDTH, HEIGHT = 1000, 620
_MOST_STATES, _MOST_TIES = 32, 120  # more cannot be read in a drawing; the table has as many as are asked for
_ROUNDS = 250  # of moving the states; the drawing changes little after 150


def network(room: Room, ask: Ask) -> dict[str, Any]:
    """Return the states with most events and the ties between them: sign, class, and where to draw them."""
    counts = pair_counts(room, ask)
    ranked = sorted(counts.items(), key=lambda item: (-sum(item[1].values()), item[0]))
    weight: dict[str, int] = {}
    for (a, b), quads in ranked:
        for state in (a, b):
            weight[state] = weight.get(state, 0) + sum(quads.values())
    states = sorted(weight, key=lambda state: (-weight[state], state))[:_MOST_STATES]
    names = room.names(state for pair, _ in ranked[: max(ask.rows(), 500)] for state in pair)
    ties = [_tie(pair, quads, names) for pair, quads in ranked]
    drawn = [tie for tie in ties if tie["a"] in states and tie["b"] in states][:_MOST_TIES]
    places = lay_out(states, drawn)
    return {
        "title": "Network",
        "total": len(ties),
        "rows": ties if ask.as_table and not ask.text("limit") else ties[: ask.rows()],
        "next": None,
        "states": place_names(states, names, weight, places),
        "drawn": [{**tie, "x1": places[tie["a"]][0], "y1": places[tie["a"]][1], "x2": places[tie["b"]][0],
                   "y2": places[tie["b"]][1], "width": round(1 + log(tie["events"]), 2)} for tie in drawn],
        "all_states": len(weight), "all_ties": len(ties), "width": WIDTH, "height": HEIGHT,
        "filters": {name: ask.text(name) for name in FILTERS},
        "outlets": outlets(room),
    }  # fmt: skip


def _tie(pair: tuple[str, str], quads: dict[int, int], names: dict[str, str]) -> dict[str, Any]:
    a, b = pair
    good, bad = quads.get(1, 0) + quads.get(2, 0), quads.get(3, 0) + quads.get(4, 0)
    known = balance(quads)
    return {
        "a": a, "b": b, "a_name": names.get(a, a), "b_name": names.get(b, b), "events": sum(quads.values()),
        "source": names.get(a, a), "target": names.get(b, b), "weight": sum(quads.values()),
        "quads": by_name(quads), "quad": max(words.QUADS, key=lambda quad: (quads.get(quad, 0), -quad)),
        "sign": 1 if good > bad else -1 if bad > good else 0, "sure": known["low"] > 0.5 or known["high"] < 0.5, **known,
    }  # fmt: skip


_LETTER, _LINE = 7.6, 17.0  # of a name in the drawing: its width for each letter, its height
_LONGEST = 22  # letters of a name; of longer ones the id stands, where it is short


def place_names(
    states: list[str], names: dict[str, str], weight: dict[str, int], places: dict[str, tuple[float, float]]
) -> list[dict[str, Any]]:
    """Return the states with where to draw each and its name: to the right of it, or where it covers least of the others."""
    nodes = {state: (*places[state], round(4 + 9 * sqrt(weight[state] / weight[states[0]]), 1)) for state in states}
    taken = [(x - r, y - r, x + r, y + r) for x, y, r in nodes.values()]
    found = []
    for state in states:
        x, y, r = nodes[state]
        name = names[state] if len(names[state]) <= _LONGEST or len(state) > 8 else state
        label = name if len(name) <= _LONGEST else f"{name[: _LONGEST - 1].rstrip()}\N{HORIZONTAL ELLIPSIS}"
        wide = _LETTER * len(label)
        choices = [
            ("start", x + r + 4, y + 4.5, (x + r + 3, y - _LINE / 2)),
            ("end", x - r - 4, y + 4.5, (x - r - 4 - wide, y - _LINE / 2)),
            ("middle", x, y - r - 5, (x - wide / 2, y - r - 3 - _LINE)),
            ("middle", x, y + r + 14, (x - wide / 2, y + r + 2)),
        ]  # fmt: skip
        own = taken[states.index(state)]
        boxes = [(left, top, left + wide, top + _LINE) for *_, (left, top) in choices]
        cost = [sum(_covered(box, other) for other in taken if other is not own) + _outside(box) for box in boxes]
        best = min(range(4), key=lambda number: (round(cost[number]), number))
        taken.append(boxes[best])
        anchor, at_x, at_y, _ = choices[best]
        found.append({"id": state, "name": names[state], "events": weight[state], "x": x, "y": y, "radius": r, "label": label,
                      "anchor": anchor, "label_x": round(at_x, 1), "label_y": round(at_y, 1)})  # fmt: skip
    return found


Box = tuple[float, float, float, float]


def _covered(one: Box, other: Box) -> float:
    """Return the area that two boxes share."""
    wide, high = min(one[2], other[2]) - max(one[0], other[0]), min(one[3], other[3]) - max(one[1], other[1])
    return max(wide, 0.0) * max(high, 0.0)


def _outside(box: Box) -> float:
    """Return the area of a box that lies outside the drawing, counted double."""
    return 2 * ((box[2] - box[0]) * (box[3] - box[1]) - _covered(box, (0.0, 0.0, float(WIDTH), float(HEIGHT))))


def lay_out(states: list[str], ties: list[dict[str, Any]]) -> dict[str, tuple[float, float]]:
    """Return where to draw each state: ties pull, states push each other apart (Fruchterman and Reingold 1991).

    It begins on a circle in order of the ids, without any chance, so that the same network is drawn the same way.
    """
    if not states:
        return {}
    order = {state: number for number, state in enumerate(sorted(states))}
    angle = 2 * np.pi * np.arange(len(states)) / len(states)
    at = np.stack([np.cos(angle), np.sin(angle)], axis=1)
    pull = np.zeros((len(states), len(states)))
    for tie in ties:
        a, b = order[tie["a"]], order[tie["b"]]
        pull[a, b] = pull[b, a] = 0.25 * (1 + log(tie["events"])) * (1.0 if tie["sign"] >= 0 else 0.5)
    near = 2.2 / sqrt(len(states))
    for step in range(_ROUNDS):
        apart = at[:, None, :] - at[None, :, :]
        distance = np.maximum(np.sqrt((apart**2).sum(axis=2)), 1e-3)
        force = (near**2 / distance**2 - pull * distance / near)[:, :, None] * apart
        move = force.sum(axis=1) - 0.55 * at
        length = np.maximum(np.sqrt((move**2).sum(axis=1)), 1e-9)[:, None]
        at = at + move / length * np.minimum(length, 0.12 * (1 - step / _ROUNDS))
    return {state: _fit(at, number) for state, number in order.items()}


def _fit(at: Any, number: int) -> tuple[float, float]:
    """Return a place on the drawing, which leaves room for names at its edges."""
    low, high = at.min(axis=0), at.max(axis=0)
    x, y = (at[number] - low) / np.maximum(high - low, 1e-9)
    return round(60 + float(x) * (WIDTH - 250), 1), round(40 + float(y) * (HEIGHT - 80), 1)
