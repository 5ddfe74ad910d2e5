"""A series with its change points: every break that some setting finds, with its interval and how many settings find it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from dragoman.charts.dyads import name_ticks
from dragoman.charts.style import COLOURS, GREY, VERMILION, Form, figure, image, nothing
from dragoman.system.breaks import Break, Breaks

_LABEL = 0.13  # width of a label, as a share of the picture's
_NOTE = (
    "Lines: breaks under some of the settings, the heavier the more of them find it; shaded: 95 % interval. Dotted: the volume "
    "of reports breaks there too, so it may be coverage and not politics. Other costs and penalties find other breaks."
)


def breaks_chart(
    values: Sequence[float], labels: Sequence[str], found: Breaks, form: Form = "svg", title: str = "", measure: str = "value"
) -> bytes:
    """Return the picture of a series and the set of its breaks."""
    title = title or f"Change points of {len(labels)} periods under {len(found.settings)} settings"
    with figure(9, 4.6, _NOTE) as made:
        if not len(labels):
            nothing(made, "the series is empty")
            return image(made, form, title)
        axes = made.add_subplot()
        axes.set_title(title, pad=14 + 13 * (max(_rows([one.position for one in found.breaks], len(labels)), default=0) + 1))
        axes.plot(range(len(labels)), values, color=COLOURS[0], linewidth=1.1, zorder=3)
        place = {label: number for number, label in enumerate(labels)}
        rows = _rows([one.position for one in found.breaks], len(labels))
        for one, row in zip(found.breaks, rows, strict=True):
            _draw(axes, one, place, row)
        axes.set_ylabel(measure.replace("_", " "))
        axes.margins(x=0.01)
        name_ticks(axes, labels)
        return image(made, form, title)


def _rows(positions: Sequence[int], periods: int) -> list[int]:
    """Return for each break the row above the picture for its label: over those of the breaks that the label runs across."""
    rows: dict[int, int] = {}
    for position in sorted(positions, reverse=True):
        across = [row for other, row in rows.items() if other <= position + _LABEL * periods]
        rows[position] = max(across, default=-1) + 1
    return [rows[position] for position in positions]


def _draw(axes: Any, one: Break, place: dict[str, int], row: int) -> None:
    share = len(one.found_by) / max(one.settings, 1)
    style = ":" if one.flagged else "-"
    ends = place.get(one.earliest, one.position), place.get(one.latest, one.position)
    axes.axvspan(*ends, color=GREY, alpha=0.10, linewidth=0)
    axes.axvline(one.position, color=VERMILION, linestyle=style, linewidth=0.7 + 2.1 * share, zorder=2)
    axes.annotate(
        f"{one.label} ({len(one.found_by)} of {one.settings})", (one.position, 1), fontsize=7.5,
        xycoords=("data", "axes fraction"), textcoords="offset points", xytext=(2, 3 + 13 * row), va="bottom",
    )  # fmt: skip
    axes.annotate(
        "", (one.position, 1), xycoords=("data", "axes fraction"), textcoords="offset points", xytext=(0, 12 + 13 * row),
        arrowprops={"arrowstyle": "-", "color": GREY, "linewidth": 0.6, "shrinkA": 0, "shrinkB": 0}, annotation_clip=False,
    )  # fmt: skip
