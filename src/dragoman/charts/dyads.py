"""Series of dyads: the log ratio with its band over the number of events, and the four classes as bars up and down."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any, cast

import numpy as np

from dragoman.charts.style import COLOURS, DASHES, GREY, MARKERS, PALE, Form, figure, image, nothing
from dragoman.system.dyads import QUADS, Series
from dragoman.system.event_table import days
from dragoman.system.periods import Period, period_labels, period_numbers

_MOST = 6  # lines that can be told apart
_POINTS = 40  # periods up to which each is marked
_TICKS = 14  # labels of periods
_QUAD_WORDS = ("verbal cooperation", "material cooperation", "verbal conflict", "material conflict")
_HATCHES = ("", "////", "", "\\\\\\\\")
_MEASURES = {
    "log_ratio": ("low", "high", "log ratio of cooperation to conflict"),
    "relative": ("relative_low", "relative_high", "log ratio against all dyads"),
    "mean_intensity": ("mean_low", "mean_high", "mean intensity"),
}
_Row = Mapping[str, Any]


def dyad_chart(series: Series, form: Form = "svg", title: str = "", measure: str = "log_ratio") -> bytes:
    """Return the picture of some dyads over time: one line each with its 95 % band, and below how many events it rests on.

    Of more than six lines those with the most events are drawn, and the small print says so.
    """
    if measure not in _MEASURES:
        raise ValueError(f"{measure!r} is none of {', '.join(_MEASURES)}")
    lines, left = _lines(series)
    periods = _periods(series)
    title = title or f"{_MEASURES[measure][2].capitalize()}, by {series.period}"
    note = _left_words(left) + "Bands: 95 % intervals. " + series.warning
    with figure(9, 5.6, note) as made:
        if not lines:
            nothing(made, "no events to draw")
            return image(made, form, title)
        above, below = made.subplots(2, 1, sharex=True, height_ratios=[3, 1])
        above.set_title(title)
        above.axhline(0, color=GREY, linewidth=0.8)
        for number, (name, rows) in enumerate(lines):
            _draw_line(above, number, name, rows, periods, measure)
            places, events = _broken([(periods[row["period"]], row["events"]) for row in rows])
            below.plot(places, events, color=COLOURS[number], linestyle=DASHES[number], linewidth=1.2,
                       marker=_marker(number, len(periods)), markersize=3)  # fmt: skip
        above.set_ylabel(_MEASURES[measure][2])
        below.set_ylabel("events")
        below.set_ylim(bottom=0)
        below.yaxis.get_major_locator().set_params(integer=True, nbins=4)
        above.legend(loc="upper left", bbox_to_anchor=(1.0, 1.0), fontsize=9)
        _ticks(below, periods, cast(Period, series.period))
        return image(made, form, title)


def quad_chart(series: Series, form: Form = "svg", title: str = "") -> bytes:
    """Return the four classes of each dyad by period: cooperation upwards, conflict downwards."""
    lines, left = _lines(series)
    periods = _periods(series)
    title = title or f"Events by class and {series.period}"
    with figure(9, 1.2 + 1.9 * max(1, len(lines)), _left_words(left) + series.warning) as made:
        if not lines:
            nothing(made, "no events to draw")
            return image(made, form, title)
        panels = made.subplots(len(lines), 1, sharex=True, squeeze=False)[:, 0]
        for axes, (name, rows) in zip(panels, lines, strict=True):
            _draw_bars(axes, rows, periods)
            axes.set_title(name, fontsize=10)
            axes.set_ylabel("events")
        made.suptitle(title, x=0.01, ha="left", fontweight="bold", fontsize=12)
        handles, labels = panels[0].get_legend_handles_labels()
        made.legend(handles, labels, loc="outside upper right", ncols=2, fontsize=8.5)
        _ticks(panels[-1], periods, cast(Period, series.period))
        return image(made, form, title)


def _lines(series: Series) -> tuple[list[tuple[str, list[_Row]]], int]:
    """Return the rows of each dyad (and part), those with the most events first, and how many are left out."""
    arrow = "to" if series.directed else "and"
    found: dict[str, list[_Row]] = defaultdict(list)
    for row in series.table.to_pylist():
        part = f", {row[series.split] or 'unknown'}" if series.split else ""
        found[f"{row['source']} {arrow} {row['target']}{part}"].append(row)
    order = sorted(found.items(), key=lambda item: (-sum(row["events"] for row in item[1]), item[0]))
    return order[:_MOST], max(0, len(order) - _MOST)


def _left_words(left: int) -> str:
    return f"The {_MOST} with the most events; {left} more are not drawn. " if left else ""


def _periods(series: Series) -> dict[str, int]:
    """Return the number of each period, so that periods without events leave a gap."""
    starts = days(series.table["start"])
    known = np.where(starts == np.iinfo(np.int64).min, 0, starts)
    numbers = period_numbers(known, cast(Period, series.period))
    return dict(zip(series.table["period"].to_pylist(), numbers.tolist(), strict=True))


def _draw_line(axes: Any, number: int, name: str, rows: Sequence[_Row], periods: Mapping[str, int], measure: str) -> None:
    low, high, _ = _MEASURES[measure]
    known = [row for row in rows if row[measure] is not None and not math.isnan(row[measure])]
    places, values, lows, highs = _broken([(periods[row["period"]], row[measure], row[low], row[high]) for row in known])
    style = {"color": COLOURS[number], "linestyle": DASHES[number], "linewidth": 1.7}
    gaps = len(places) > len(known)
    marker = MARKERS[number] if gaps or len(known) < 3 else _marker(number, len(periods))
    axes.plot(places, values, marker=marker, markersize=5, label=name, zorder=3, **style)
    axes.fill_between(places, lows, highs, color=COLOURS[number], alpha=0.15, linewidth=0)
    if gaps or len(known) < 3:  # a band of one point has no width
        axes.vlines(places, lows, highs, color=COLOURS[number], linewidth=1.2, alpha=0.6)


def _broken(rows: Sequence[tuple[float, ...]]) -> list[list[float]]:
    """Return rows as columns in order of their places, with a hole wherever periods are missing: no line is drawn across."""
    found: list[tuple[float, ...]] = []
    for row in sorted(rows):
        if found and row[0] > found[-1][0] + 1:
            found.append((row[0] - 1, *[math.nan] * (len(row) - 1)))
        found.append(row)
    return [list(column) for column in zip(*found, strict=True)] if found else [[] for _ in range(4)]


def _marker(number: int, periods: int) -> str:
    return MARKERS[number] if periods <= _POINTS else ""


def _draw_bars(axes: Any, rows: Sequence[_Row], periods: Mapping[str, int]) -> None:
    places = [periods[row["period"]] for row in rows]
    start = {1: [0.0] * len(rows), -1: [0.0] * len(rows)}
    for number, (quad, words) in enumerate(zip(QUADS, _QUAD_WORDS, strict=True)):
        sign = 1 if number < 2 else -1
        values = [sign * row[quad] for row in rows]
        colour = COLOURS[0] if number < 2 else COLOURS[1]
        face = colour if number % 2 == 0 else "white"
        axes.bar(places, values, bottom=start[sign], width=0.8, label=words, hatch=_HATCHES[number], edgecolor=colour,
                 linewidth=0.6, facecolor=face)  # fmt: skip
        start[sign] = [before + value for before, value in zip(start[sign], values, strict=True)]
    axes.axhline(0, color=GREY, linewidth=0.8)
    axes.yaxis.get_major_locator().set_params(integer=True)
    axes.yaxis.set_major_formatter(lambda value, _: f"{abs(value):g}")
    axes.grid(axis="y", color=PALE, linewidth=0.5)
    axes.set_axisbelow(True)


def _ticks(axes: Any, periods: Mapping[str, int], period: Period) -> None:
    """Name some of the periods on the axis, at even distances; those without events too."""
    first, last = min(periods.values()), max(periods.values())
    step = max(1, math.ceil((last - first + 1) / _TICKS))
    places = np.arange(first, last + 1, step)
    _write_ticks(axes, places, period_labels(places, period))


def name_ticks(axes: Any, names: Sequence[str]) -> None:
    """Name some of the places on an axis, at even distances."""
    step = max(1, math.ceil(len(names) / _TICKS))
    _write_ticks(axes, np.arange(0, len(names), step), names[::step])


def _write_ticks(axes: Any, places: Any, names: Sequence[str]) -> None:
    crowded = len(names[0]) > 4 and len(places) > 8
    axes.set_xticks(places, names, rotation=45 if crowded else 0, ha="right" if crowded else "center")
