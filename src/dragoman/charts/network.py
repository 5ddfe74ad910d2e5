"""The signed network drawn with its blocs: each bloc a cluster with a shape of its own, violated ties in heavy strokes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

from dragoman.charts.style import COLOURS, GREY, MARKERS, VERMILION, Form, figure, image, nothing
from dragoman.system.balance import Partition
from dragoman.system.network import WARNING
from dragoman.system.signed import Tie, signed_graph

_ROUNDS = 300
_MOST_LABELS = 90  # names beyond which only the best tied are written
_Places = npt.NDArray[np.float64]


def network_chart(ties: Sequence[Tie], blocs: Partition, form: Form = "svg", title: str = "") -> bytes:
    """Return the picture of a network and a division of it."""
    graph = signed_graph(ties)
    kind = "proven" if blocs.proven else "best found"
    title = title or f"{len(blocs.members)} blocs, {blocs.value} of {len(ties)} ties violated ({kind})"
    with figure(9, 7.2, WARNING) as made:
        if not graph.pairs:
            nothing(made, "no ties")
            return image(made, form, title)
        weights = graph.weights()
        labels = np.array([blocs.blocs[name] for name in graph.names])
        places = layout(weights, labels)
        axes = made.add_subplot()
        axes.set_axis_off()
        axes.set_title(title)
        _draw_ties(axes, weights, labels, places)
        _draw_actors(axes, graph.names, weights, labels, places)
        _legend(axes, labels)
        axes.set_aspect("equal")
        axes.margins(0.08)
        return image(made, form, title)


def layout(weights: _Places, labels: npt.NDArray[np.int64]) -> _Places:
    """Place the actors: blocs around a circle by size, friends near each other, everybody apart; always the same way."""
    count = len(labels)
    blocs = int(labels.max()) + 1
    sizes = np.bincount(labels, minlength=blocs)
    radius = np.sqrt(sizes)
    angles = np.pi + 2 * np.pi * (np.cumsum(radius) - radius / 2) / radius.sum()
    spread = 0.0 if blocs == 1 else 1.25 * np.sqrt(count)
    centres = spread * np.stack([np.cos(angles), 0.75 * np.sin(angles)], axis=1)
    turn = np.arange(count) * 2.399963  # the golden angle: an even disc to start from
    disc = 0.2 * np.sqrt(np.arange(count) % 97 + 1)[:, None] * np.stack([np.cos(turn), np.sin(turn)], axis=1)
    places: _Places = centres[labels] + disc
    pull = np.where(weights > 0, 0.012, 0.0)
    for step in range(_ROUNDS):
        apart = places[:, None, :] - places[None, :, :]
        distance = np.sqrt((apart**2).sum(axis=2)) + 1e-6
        push = (apart / distance[:, :, None] ** 2 * (distance < 6)[:, :, None]).sum(axis=1) * 0.55
        draw = -(apart * pull[:, :, None]).sum(axis=1) - 0.16 * (places - centres[labels])
        move = push + draw
        length = np.sqrt((move**2).sum(axis=1, keepdims=True)) + 1e-9
        places = places + move / length * np.minimum(length, 0.6 * (1 - step / _ROUNDS) + 0.01)
    return places


def _draw_ties(axes: Any, weights: _Places, labels: npt.NDArray[np.int64], places: _Places) -> None:
    """Positive ties are solid, negative dashed; those that the division violates heavy and darker."""
    from matplotlib.collections import LineCollection

    first, second = np.nonzero(np.triu(weights))
    positive = weights[first, second] > 0
    broken = positive != (labels[first] == labels[second])
    segments = np.stack([places[first], places[second]], axis=1)
    faint = max(0.18, min(0.75, 40 / max(1, len(first))))
    for sign, wrong, colour, style, width, alpha in (
        (True, False, COLOURS[0], "-", 1.1, faint), (False, False, COLOURS[1], (0, (4, 3)), 1.0, faint),
        (True, True, COLOURS[0], "-", 2.6, 0.95), (False, True, VERMILION, (0, (4, 2)), 2.6, 0.95),
    ):  # fmt: skip
        chosen = (positive == sign) & (broken == wrong)
        stroke: dict[str, Any] = {"colors": colour, "linestyles": [style], "linewidths": width, "alpha": alpha}
        axes.add_collection(LineCollection(segments[chosen], zorder=1 + wrong, **stroke))


def _draw_actors(axes: Any, names: Sequence[str], weights: _Places, labels: npt.NDArray[np.int64], places: _Places) -> None:
    degree = (weights != 0).sum(axis=1)
    size = 260 if len(names) <= 40 else 110
    for bloc in range(int(labels.max()) + 1):
        marker, colour = _look(labels, bloc)
        axes.scatter(
            *places[labels == bloc].T, s=size if colour != GREY else size / 3, marker=marker, zorder=3, linewidth=1.8,
            facecolor="white" if colour != GREY else GREY, edgecolor=colour,
        )  # fmt: skip
    written = set(np.argsort(-degree, kind="stable")[:_MOST_LABELS].tolist())
    for node, name in enumerate(names):
        if node in written:
            axes.annotate(
                name, places[node], textcoords="offset points", xytext=(0, 9 if len(names) <= 40 else 6), ha="center",
                va="bottom", fontsize=9 if len(names) <= 40 else 6.5, zorder=4,
                bbox={"boxstyle": "square,pad=0.08", "facecolor": "white", "edgecolor": "none", "alpha": 0.8},
            )  # fmt: skip


def _look(labels: npt.NDArray[np.int64], bloc: int) -> tuple[str, str]:
    """Return marker and colour of a bloc; those who stand alone share one, as do blocs beyond the eighth."""
    alone = int((labels == bloc).sum()) == 1 and int(labels.max()) > 1
    return (".", GREY) if alone or bloc >= len(MARKERS) else (MARKERS[bloc], COLOURS[bloc])


def _legend(axes: Any, labels: npt.NDArray[np.int64]) -> None:
    from matplotlib.lines import Line2D

    sizes = np.bincount(labels)
    handles = [
        Line2D([], [], color=COLOURS[0], label="positive tie"),
        Line2D([], [], color=COLOURS[1], linestyle=(0, (4, 3)), label="negative tie"),
        Line2D([], [], color=GREY, linewidth=2.8, label="heavy: violated"),
    ]
    handles += [
        Line2D([], [], marker=_look(labels, bloc)[0], linestyle="", markerfacecolor="white", markersize=9,
               markeredgecolor=_look(labels, bloc)[1], markeredgewidth=1.8, label=f"bloc {bloc + 1} ({sizes[bloc]})")
        for bloc in range(len(sizes)) if _look(labels, bloc)[1] != GREY
    ]  # fmt: skip
    rest = sum(_look(labels, bloc)[1] == GREY for bloc in range(len(sizes)))
    if rest:
        handles.append(Line2D([], [], marker=".", linestyle="", color=GREY, markersize=10, label=f"alone or small ({rest})"))
    axes.legend(handles=handles, loc="upper center", bbox_to_anchor=(0.5, 0.01), ncols=5, fontsize=8.5)
