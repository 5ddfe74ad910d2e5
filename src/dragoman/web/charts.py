"""Charts as geometry: a page draws them as plain SVG, so they stand without any script."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from itertools import accumulate
from typing import Any

from dragoman.web.words import MONTHS, day_words

WIDTH, HEIGHT = 1180, 176  # of the drawing for wide windows; text in it is not scaled
NARROW, LOW = 340, 150  # of the one for telephones
ABOVE_LIST = 112  # high where a list stands below
_LEFT, _BOTTOM, _TOP = 30, 22, 12
_BINS = 60  # at most: more would be thinner than a finger or an eye can tell
_STEPS = ("day", "week", "month", "quarter", "year", "decade")
_LENGTHS = {"month": 1, "quarter": 3, "year": 12, "decade": 120}  # months


def timeline(counts: Sequence[tuple[str, int, int]], height: int = HEIGHT) -> dict[str, Any]:
    """Return bars of events over time: cooperation above the line, conflict below it.

    `counts` are (day, quad class, events). The step of time is the finest that needs no more than 60 bars. A bin has its first
    and last day, and what people call that stretch of time.
    """
    if not counts:
        return {"step": None, "bins": [], "drawings": []}
    first, last = min(day for day, _, _ in counts), max(day for day, _, _ in counts)
    step = next((step for step in _STEPS if len(_spread(first, last, step)) <= _BINS), "decade")
    starts = _spread(first, last, step)
    totals: dict[str, list[int]] = {start: [0, 0, 0, 0] for start in starts}
    for day, quad, events in counts:
        if (start := bin_of(day, step)) in totals:
            totals[start][quad - 1] += events
    bins = [{"start": start, "end": _last_day(start, step), "name": stretch_words(start, step), "quads": totals[start]}
            for start in starts]  # fmt: skip
    wide, narrow = _drawing(bins, step, WIDTH, height), _drawing(bins, step, NARROW, min(height, LOW))
    return {"step": step, "bins": bins, "drawings": [{"name": "wide", **wide}, {"name": "narrow", **narrow}]}


def recent(counts: Sequence[tuple[str, int, int]]) -> tuple[list[tuple[str, int, int]], int]:
    """Return the counts without the few of long before, and how many events those are.

    Texts tell of old days too; one event of 1945 would press ten years into one bar. Years that lie before those of three
    quarters of the events are left out where that shortens the time to be drawn to half or less.
    """
    days = sorted(counts)
    spare = sum(events for _, _, events in days) // 4
    passed = accumulate(events for _, _, events in days)
    begin = next((day[:4] for (day, _, _), events in zip(days, passed, strict=True) if events > spare), "")
    kept = [found for found in days if found[0] >= begin]
    if not kept or _years(kept[0][0], days[-1][0]) * 2 > _years(days[0][0], days[-1][0]):
        return days, 0
    return kept, sum(events for day, _, events in days if day < begin)


def _years(first: str, last: str) -> float:
    (one, month, _), (other, last_month, _) = _parts(first), _parts(last)
    return other - one + (last_month - month) / 12


def stretch_words(start: str, step: str) -> str:
    """Return what people call a stretch of time: 5 October 2021, October 2021, 1990s."""
    year, month, _ = _parts(start)
    if step == "decade":
        return f"{year}s"
    if step == "year":
        return f"{year}"
    if step == "quarter":
        return f"{MONTHS[month - 1]}\N{EN DASH}{MONTHS[month + 1]} {year}"
    return {"month": f"{MONTHS[month - 1]} {year}", "week": f"week of {day_words(start)}"}.get(step, day_words(start))


def _last_day(start: str, step: str) -> str:
    """Return the last day of a stretch of time."""
    return start if step == "day" else (_moment(*_parts(_next(start, step))) - timedelta(days=1)).isoformat()


def bin_of(day: str, step: str) -> str:
    """Return the first day of the stretch of time that a day lies in."""
    year, month, number = _parts(day)
    if (length := _LENGTHS.get(step)) is not None:
        return _first_of((year * 12 + month - 1) // length * length)
    moment = _moment(year, month, number)
    return (moment - timedelta(days=moment.weekday()) if step == "week" else moment).isoformat()


def _first_of(month: int) -> str:
    """Return the first day of a month, counted from the beginning of year 0."""
    return f"{month // 12:04d}-{month % 12 + 1:02d}-01"


def _parts(day: str) -> tuple[int, int, int]:
    """Return year, month and day of an ISO date, whole or cut; what is missing is the first."""
    parts = [int(part) for part in day[:10].split("-") if part.isdigit()]
    year, month, number = (*parts, 1, 1)[:3]
    return year, min(max(month, 1), 12), min(max(number, 1), 31)


def _moment(year: int, month: int, number: int) -> date:
    while True:
        try:
            return date(min(max(year, 1), 9999), month, number)
        except ValueError:
            number -= 1


def _spread(first: str, last: str, step: str) -> list[str]:
    """Return the starts of all stretches of time from the first to the last, one more than can be drawn at most."""
    starts = [bin_of(first, step)]
    end = bin_of(last, step)
    while starts[-1] < end and len(starts) <= _BINS:
        starts.append(_next(starts[-1], step))
    return starts


def _next(start: str, step: str) -> str:
    year, month, number = _parts(start)
    if step in ("day", "week"):
        return (_moment(year, month, number) + timedelta(days=7 if step == "week" else 1)).isoformat()
    return _first_of(year * 12 + month - 1 + _LENGTHS[step])


def _drawing(bins: Sequence[dict[str, Any]], step: str, width: int, height: int) -> dict[str, Any]:
    """Return rectangles, the zero line, and labels; of each bar verbal acts lie next to the line."""
    above = max((sum(found["quads"][:2]) for found in bins), default=0)
    below = max((sum(found["quads"][2:]) for found in bins), default=0)
    unit = (height - _TOP - _BOTTOM) / max(above + below, 1)
    zero = _TOP + above * unit
    pitch = (width - _LEFT) / max(len(bins), 1)
    thick = min(pitch * 0.78, 26)
    bars = []
    for number, found in enumerate(bins):
        bars += list(_stack(_LEFT + number * pitch + (pitch - thick) / 2, zero, thick, unit, found))
    return {
        "width": width, "height": height, "left": _LEFT, "zero": round(zero, 2), "bars": bars, "pitch": round(pitch, 2),
        "ticks": _ticks(bins, pitch, step, width), "scale": _scale(above, below, zero, unit),
    }  # fmt: skip


def _stack(x: float, zero: float, thick: float, unit: float, found: dict[str, Any]) -> Iterable[dict[str, Any]]:
    verbal, material, harsh, hostile = found["quads"]
    for quad, count, y in (
        (1, verbal, zero - verbal * unit),
        (2, material, zero - (verbal + material) * unit),
        (3, harsh, zero),
        (4, hostile, zero + harsh * unit),
    ):
        if count:
            yield {"quad": quad, "x": round(x, 2), "y": round(y, 2), "width": round(thick, 2), "height": round(count * unit, 2),
                   "count": count, "start": found["start"]}  # fmt: skip


def _ticks(bins: Sequence[dict[str, Any]], pitch: float, step: str, width: int) -> list[dict[str, Any]]:
    """Return as many labels of time as fit below the bars."""
    every = max(1, -(-len(bins) * 74 // width))
    centres = [(_LEFT + number * pitch + pitch / 2, found) for number, found in enumerate(bins) if number % every == 0]
    return [{"x": round(x, 2), "label": _tick_words(found["start"], step)} for x, found in centres if x <= width - 24]


def _tick_words(start: str, step: str) -> str:
    """Return a stretch of time in few letters: 5 Oct 21, Oct 2021, 2021, 1990s."""
    year, month, number = _parts(start)
    short = MONTHS[month - 1][:3]
    if step in ("day", "week"):
        return f"{number} {short} {year % 100:02d}"
    return f"{short} {year}" if step in ("month", "quarter") else stretch_words(start, step)


def _scale(above: int, below: int, zero: float, unit: float) -> list[dict[str, Any]]:
    """Return the numbers on the left: the most on either side of the line, and zero."""
    marks = [{"y": round(zero, 2), "label": "0"}]
    if above:
        marks.append({"y": round(zero - above * unit, 2), "label": str(above)})
    if below:
        marks.append({"y": round(zero + below * unit, 2), "label": str(below)})
    return marks
