"""Who shares a bloc with whom, over draws of the stories: a matrix with its numbers written in."""

from __future__ import annotations

from typing import Any

import numpy as np

from dragoman.charts.style import GREY, PALE, Form, figure, image, nothing
from dragoman.system.balance import Partition
from dragoman.system.bootstrap import CoMembership
from dragoman.system.network import WARNING

_MOST = 45  # actors that a page can hold
_NUMBERS = 28  # actors up to which the shares are written into the cells


def matrix_chart(drawn: CoMembership, blocs: Partition, form: Form = "svg", title: str = "") -> bytes:
    """Return the matrix of the shares of draws in which two actors share a bloc, ordered by the blocs of all stories."""
    order = _order(drawn, blocs)
    title = title or f"Share of {drawn.draws} draws of {drawn.stories} stories in which two share a bloc"
    hatch = "Hatched: no draw joins the two, so nothing is known of them. "
    note = hatch + (f"{drawn.warning[0].upper()}{drawn.warning[1:]}. " if drawn.warning else "") + WARNING
    side = 2.2 + 0.34 * min(len(order), _MOST)
    with figure(max(6.4, side + 1.2), max(3.2, side), note) as made:
        if not order:
            nothing(made, "no draw joins any two actors")
            return image(made, form, title)
        axes = made.add_subplot()
        axes.set_title(title, fontsize=10.5)
        shares = np.array([[1.0 if a == b else _share(drawn, a, b) for b in order] for a in order])
        _draw(made, axes, shares, order, blocs)
        return image(made, form, title)


def _order(drawn: CoMembership, blocs: Partition) -> list[str]:
    """Return the actors by bloc, then by how often they are joined to others; of too many the most often joined."""
    joined = dict.fromkeys(drawn.actors, 0)
    for (a, b), count in drawn.joined.items():
        joined[a] += count
        joined[b] += count
    most = sorted(joined, key=lambda name: (-joined[name], name))[:_MOST]
    return sorted(most, key=lambda name: (blocs.blocs.get(name, len(blocs.blocs)), -joined[name], name))


def _share(drawn: CoMembership, a: str, b: str) -> float:
    share = drawn.probability(a, b)
    return float("nan") if share is None else share


def _draw(made: Any, axes: Any, shares: Any, order: list[str], blocs: Partition) -> None:
    from matplotlib.colors import LinearSegmentedColormap

    colours = LinearSegmentedColormap.from_list("shares", ["#FFFFFF", "#9EC9E2", "#2171B5"]).with_extremes(bad="white")
    picture = axes.imshow(np.ma.masked_invalid(shares), cmap=colours, vmin=0, vmax=1)
    axes.set_xticks(range(len(order)), order, rotation=90, fontsize=8)
    axes.set_yticks(range(len(order)), order, fontsize=8)
    axes.tick_params(length=0)
    for side in axes.spines.values():
        side.set_visible(True)
        side.set_color(PALE)
    for i, j in zip(*np.nonzero(np.isnan(shares)), strict=True):
        axes.add_patch(_hatched(i, j))
    if len(order) <= _NUMBERS:
        for i, j in zip(*np.nonzero(~np.isnan(shares)), strict=True):
            if i == j:
                axes.add_patch(_square(i, PALE))
            else:
                dark = shares[i, j] > 0.7
                axes.text(j, i, f"{shares[i, j]:.2f}".lstrip("0"), ha="center", va="center", fontsize=6.2,
                          color="white" if dark else "black")  # fmt: skip
    places = [blocs.blocs.get(name, -1) for name in order]
    for place in range(1, len(order)):
        if places[place] != places[place - 1]:
            axes.axhline(place - 0.5, color="black", linewidth=1.2)
            axes.axvline(place - 0.5, color="black", linewidth=1.2)
    bar = made.colorbar(picture, ax=axes, shrink=0.7, pad=0.02)
    bar.set_label("share of the draws that join them", color=GREY, fontsize=8.5)
    bar.outline.set_edgecolor(PALE)
    bar.ax.tick_params(labelsize=8)


def _square(i: int, colour: str) -> Any:
    from matplotlib.patches import Rectangle

    return Rectangle((i - 0.5, i - 0.5), 1, 1, facecolor=colour, linewidth=0)


def _hatched(i: int, j: int) -> Any:
    from matplotlib.patches import Rectangle

    return Rectangle((j - 0.5, i - 0.5), 1, 1, facecolor="white", edgecolor=PALE, hatch="////", linewidth=0)
