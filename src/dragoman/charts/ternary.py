"""One state between three poles: where its ties put it in a triangle, beside the intervals that this rests on."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from dragoman.charts.style import COLOURS, GREY, MARKERS, PALE, Form, figure, image, nothing
from dragoman.system.position import IdealPoint, Position, Tie

_CORNERS = np.array([[0.0, 0.0], [1.0, 0.0], [0.5, math.sqrt(3) / 2]])
_HELP = (
    "In the triangle: odds of cooperation with each pole as shares; grey bars: how far the 95 % interval lets each share go. "
)


def position_chart(found: Position, form: Form = "svg", title: str = "") -> bytes:
    """Return the position of a state: a triangle for three poles, the log ratios, and ideal points where there are any."""
    title = title or f"{found.state} between {', '.join(found.poles[:-1])} and {found.poles[-1]}"
    triangle = len(found.poles) == 3
    columns = triangle + 1 + bool(found.ideal_points)
    with figure(3.4 * columns + 1.2, 4.4, (_HELP if triangle else "") + found.warning) as made:
        if not found.ties:
            nothing(made, f"no events between {found.state} and these poles")
            return image(made, form, title)
        panels = list(made.subplots(1, columns, squeeze=False, width_ratios=[1.25] * triangle + [1] * (columns - triangle))[0])
        if triangle:
            _draw_triangle(panels.pop(0), found)
        _draw_ratios(panels.pop(0), found)
        if panels:
            _draw_points(panels[0], found.ideal_points, (found.state, *found.poles))
        made.suptitle(title, x=0.01, ha="left", fontweight="bold", fontsize=12)
        return image(made, form, title)


def _draw_triangle(axes: Any, found: Position) -> None:
    from matplotlib.patches import Polygon

    axes.set_axis_off()
    axes.set_aspect("equal")
    axes.add_patch(Polygon(_CORNERS, closed=True, facecolor="none", edgecolor=GREY, linewidth=1.2))
    for part in (0.25, 0.5, 0.75):
        for corner in range(3):
            others = [_CORNERS[other] for other in range(3) if other != corner]
            ends = np.array([part * _CORNERS[corner] + (1 - part) * other for other in others])
            axes.plot(*ends.T, color=PALE, linewidth=0.6, zorder=1)
    for (x, y), pole, (dx, dy) in zip(_CORNERS, found.poles, ((0, -0.05), (0, -0.05), (0, 0.03)), strict=True):
        axes.text(x + dx, y + dy, pole, ha="center", va="bottom" if dy > 0 else "top", fontweight="bold")
    places = [place for place in found.places if place.shares]
    if not places:
        axes.text(0.5, 0.3, "no period has ties\nwith all three poles", ha="center", va="center", color=GREY, fontsize=9)
    points = np.array([[place.shares[pole] for pole in found.poles] @ _CORNERS for place in places])
    for place in places if len(places) <= 3 else places[-1:]:
        _draw_range(axes, place.shares, place.ranges, found.poles)
    if len(places) > 1:
        axes.plot(*points.T, color=COLOURS[0], linewidth=1, zorder=3)
    for number, (place, (x, y)) in enumerate(zip(places, points, strict=True)):
        last = number == len(places) - 1
        axes.plot(x, y, marker=MARKERS[0], color=COLOURS[0], markersize=9 if last else 4, zorder=4,
                  markerfacecolor=COLOURS[0] if last else "white")  # fmt: skip
        if len(places) <= 12 or number in (0, len(places) - 1):
            axes.annotate(place.period if place.period != "all" else found.state, (x, y), textcoords="offset points",
                          xytext=(7, 5), fontsize=8.5, zorder=5)  # fmt: skip
    axes.set_xlim(-0.12, 1.12)


def _draw_range(
    axes: Any, shares: Mapping[str, float], ranges: Mapping[str, tuple[float, float]], poles: Sequence[str]
) -> None:
    """Draw how far each share can go, the two others keeping their proportion."""
    for corner, pole in enumerate(poles):
        ends = []
        for bound in ranges[pole]:
            rest = 1 - shares[pole]
            scale = (1 - bound) / rest if rest else 0.0
            mixed = [bound if other == pole else shares[other] * scale for other in poles]
            ends.append(np.array(mixed) @ _CORNERS)
        axes.plot(*np.array(ends).T, color=GREY, linewidth=2.2, alpha=0.55, solid_capstyle="butt", zorder=2 + corner * 0.01)


def _draw_ratios(axes: Any, found: Position) -> None:
    """Draw the log ratio with each pole: one point each, or lines over the periods."""
    periods = sorted({tie.period for tie in found.ties})
    axes.axhline(0, color=GREY, linewidth=0.8)
    for number, pole in enumerate(found.poles):
        ties = [tie for tie in found.ties if tie.pole == pole]
        if len(periods) == 1:
            _draw_one(axes, number, pole, ties)
            continue
        places = [periods.index(tie.period) for tie in ties]
        colour, lows, highs = COLOURS[number], [tie.low for tie in ties], [tie.high for tie in ties]
        axes.plot(places, [tie.log_ratio for tie in ties], color=colour, marker=MARKERS[number], markersize=4, label=pole)
        axes.fill_between(places, lows, highs, color=colour, alpha=0.15, linewidth=0)
    axes.set_title("log ratio, 95 % interval", fontsize=10)
    if len(periods) == 1:
        events = {tie.pole: tie.events for tie in found.ties}
        names = [f"{pole}\n{events.get(pole, 0):,.0f} events" for pole in found.poles]
        axes.set_xticks(range(len(found.poles)), names, fontsize=8.5)
        axes.set_xlim(-0.6, len(found.poles) - 0.4)
    else:
        step = max(1, math.ceil(len(periods) / 5))
        axes.set_xticks(range(0, len(periods), step), periods[::step], fontsize=8)
        axes.legend(fontsize=8.5)


def _draw_one(axes: Any, number: int, pole: str, ties: Sequence[Tie]) -> None:
    for tie in ties:
        reach = [[tie.log_ratio - tie.low], [tie.high - tie.log_ratio]]
        axes.errorbar(number, tie.log_ratio, yerr=reach, color=COLOURS[number], marker=MARKERS[number], markersize=8, capsize=4,
                      label=pole)  # fmt: skip


def _draw_points(axes: Any, points: Sequence[IdealPoint], states: Sequence[str]) -> None:
    """Draw the ideal points of votes over the sessions, or of one session."""
    years = sorted({point.year for point in points})
    shown = [state for state in states if any(point.state == state for point in points)]
    for number, state in enumerate(shown):
        own = sorted((point for point in points if point.state == state), key=lambda point: point.year)
        style = {"color": (GREY, *COLOURS)[number], "marker": ("*", *MARKERS)[number]}
        if len(years) == 1:
            axes.errorbar(number, own[0].point, yerr=[[own[0].point - own[0].low], [own[0].high - own[0].point]], markersize=8,
                          capsize=4, **style)  # fmt: skip
        else:
            when, lows, highs = [p.year for p in own], [p.low for p in own], [p.high for p in own]
            axes.plot(when, [p.point for p in own], markersize=3, label=state, **style)
            axes.fill_between(when, lows, highs, color=style["color"], alpha=0.15)
    if len(years) == 1:
        axes.set_xticks(range(len(shown)), shown)
        axes.set_xlim(-0.6, len(shown) - 0.4)
    else:
        axes.legend(fontsize=8.5)
    axes.set_title(f"UN votes: ideal point, 90 %{f', {years[0]}' if len(years) == 1 else ''}", fontsize=10)
