"""Where reports of different texts meet: at points that name parties and something that says when, where, who or in what words.

Nobody meets everybody at a point: its reports stand in line, and each meets the next few only. So the cost grows with the
number of reports, however many tell of one day of one war. All lines are arrays: some hundred bytes a report, and the
meetings of a few new reports among many old ones are found in an instant.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations
from struct import Struct
from typing import Literal, get_args

import numpy as np
import numpy.typing as npt

from dragoman.merge.event_agreement import CONFUSABLE, DAYS_APART, dated
from dragoman.merge.hashing import hash_texts
from dragoman.merge.sketches import REALITY, Sketch
from dragoman.records import EventType

Indices = npt.NDArray[np.int64]
Keys = npt.NDArray[np.uint64]
Mask = npt.NDArray[np.bool_]
Traits = npt.NDArray[np.void]

IN_LINE = 20  # reports that each one meets before and behind it
_MOST_PARTIES = 6  # of one report that points are made for
_LONGEST = 31  # days of an interval that is narrow enough to look for others of the same time
_AT_ONCE = 50_000  # places in line that are looked at together: 100 MB

_TYPES: tuple[str, ...] = get_args(EventType)
_REALITIES = ("real", "planned", *sorted(set(REALITY.values()) - {"real", "planned"}))
_CONFUSED = np.array([[frozenset((a, b)) in CONFUSABLE for b in _TYPES] for a in _TYPES])
_PHONE, _PLACED = 1, 2
_SIDES: tuple[Literal["left"], Literal["right"]] = ("left", "right")

_TYPE_NUMBER = {name: number for number, name in enumerate(_TYPES)}
_ROW = Struct("<iiQQBBBB")
TRAITS = np.dtype([
    ("low", "<i4"), ("high", "<i4"), ("place", "<u8"), ("state", "<u8"), ("type", "u1"), ("reduced", "u1"),
    ("reality", "u1"), ("flags", "u1"),
])  # fmt: skip


# ---------------------------------------------------------------- one report


def meeting_points(sketch: Sketch) -> set[str]:
    """Return the points where a report meets others: its couples of parties, each with what it has in common with them."""
    said = [
        *(["day"] if _is_narrow(sketch) else []),
        *(f"at {venue}" for venue in sketch.venues),
        *(f"by {person} {sketch.report.type}" for person in _undated_people(sketch)),
        *(f"so {words}" for words in sketch.quoted),
        *(f"in {half} {sketch.report.type}" for half in _days_of_paper(sketch)),
    ]
    return {"\x1f".join((*couple, str(sketch.cooperative), each)) for couple in couples(sketch) for each in said}


def _is_narrow(sketch: Sketch) -> bool:
    """All dated reports of a couple stand in one line: in order of their days, neighbours are near in time."""
    return dated(sketch) and (sketch.high or 0) - (sketch.low or 0) < _LONGEST


def _undated_people(sketch: Sketch) -> Iterable[str]:
    """Undated reports meet those of the same people and type."""
    return () if dated(sketch) else {person for people in sketch.people.values() for person in people}


def _days_of_paper(sketch: Sketch) -> set[int]:
    """Reports meet those of the same type that were published, or date the act, in the same days."""
    days = {day for day in (sketch.published, sketch.low if dated(sketch) else None) if day is not None}
    return {half for day in days for half in (day // 2, day // 2 + 1)}  # overlapping, so that no border parts them


def couples(sketch: Sketch) -> list[tuple[str, ...]]:
    """Return the couples of parties that a report is looked up by; the one party where there is no other."""
    parties = sorted(sketch.everyone)[:_MOST_PARTIES]
    return list(combinations(parties, 2)) if len(parties) > 1 else [tuple(parties)]


def place_in_line(sketch: Sketch) -> str:
    """Return what orders the reports at a point: by day, type and words, so that those of one act stand together."""
    return "\0".join((f"{sketch.low or 0:07}{sketch.high or 0:07}{sketch.report.type}", sketch.head, sketch.id))


def traits_of(sketches: Sequence[Sketch]) -> list[bytes]:
    """Return what tells each report from most others without a look at its words (TRAITS)."""
    places = [sketch.report.place for sketch in sketches]
    names = [name or "" for place in places if place is not None for name in (place.id, place.state)]
    numbers = iter(hash_texts(names).tolist())
    found = []
    for sketch, place in zip(sketches, places, strict=True):
        low, high = (sketch.low or 0, sketch.high or 0) if dated(sketch) else (-1, -1)
        at, state = (next(numbers), next(numbers)) if place is not None else (0, 0)
        flags = _PHONE * (sketch.report.mode == "phone") + _PLACED * (place is not None)
        kinds = _TYPE_NUMBER[sketch.report.type], _TYPE_NUMBER[sketch.report.reduced_type], _REALITIES.index(sketch.reality)
        found.append(_ROW.pack(low, high, at, state, *kinds, flags))
    return found


def may_agree(left: Traits, right: Traits) -> Mask:
    """Tell which pairs of reports of two texts may agree; of the others `agree_apart` would say 0."""
    both = (left["low"] >= 0) & (right["low"] >= 0)
    gap = np.maximum(left["low"] - right["high"], right["low"] - left["high"])
    width = np.maximum(left["high"] - left["low"], right["high"] - right["low"]) + 1
    fulfilled = (left["reality"] <= 1) & (right["reality"] <= 1) & both & (width <= DAYS_APART + 1)
    fits = ~(both & (gap > DAYS_APART)) & ((left["reality"] == right["reality"]) | fulfilled)
    fits &= (left["flags"] & _PHONE) == (right["flags"] & _PHONE)
    placed = (left["flags"] & right["flags"] & _PLACED) > 0
    fits &= ~(placed & (left["place"] != right["place"]) & (left["state"] != right["state"]))
    kin = _CONFUSED[left["type"], right["type"]]
    for mine in ("type", "reduced"):
        for yours in ("type", "reduced"):
            kin = kin | (left[mine] == right[yours])
    agree: Mask = fits & kin
    return agree


# ---------------------------------------------------------------- all of them


class Meetings:
    """All lines of many reports, which are known by their index."""

    def __init__(self, keys: Keys, counts: Indices, places: Sequence[str]) -> None:
        """Put the reports in line: `keys` are those of the first report, then of the second ...; `counts` says how many."""
        order = sorted(range(len(places)), key=places.__getitem__)
        rank = np.empty(len(places), dtype=np.int64)
        rank[order] = np.arange(len(places))
        owner = np.repeat(np.arange(len(places), dtype=np.int64), counts)
        line = np.lexsort((rank[owner], keys))
        self._count = len(places)
        self._rank = rank
        self._keys = keys[line]
        self._owner = owner[line].astype(np.int32)
        self._stands = np.empty(len(line), dtype=np.int32)
        self._stands[line] = np.arange(len(line), dtype=np.int32)
        self._first = np.concatenate([np.zeros(1, dtype=np.int64), np.cumsum(counts)])

    def pairs(self, of: Indices) -> Iterator[tuple[Indices, Indices]]:
        """Yield all pairs that meet and hold one of some reports (sorted), each once, the smaller first."""
        asked = np.zeros(self._count, dtype=bool)
        asked[of] = True
        for some in self._parts(of):
            stands = np.concatenate([self._stands[self._first[i] : self._first[i + 1]] for i in some])
            found = np.unique(np.concatenate([self._meet(stands, step) for step in range(-IN_LINE, IN_LINE + 1) if step]))
            own, other = found // self._count, found % self._count
            once = ~asked[other] | (own < other)  # of two that are both asked for, the smaller one brings the pair
            own, other = own[once], other[once]
            yield np.minimum(own, other), np.maximum(own, other)

    def _parts(self, of: Indices) -> Iterator[Indices]:
        """Yield the reports some at a time, as many as stand in so many places."""
        sizes = self._first[of + 1] - self._first[of]
        kept, sizes = of[sizes > 0], sizes[sizes > 0]
        part = np.cumsum(sizes) // _AT_ONCE
        for number in np.unique(part):
            yield kept[part == number]

    def _meet(self, stands: npt.NDArray[np.int32], step: int) -> Indices:
        other = stands + step
        inside = (other >= 0) & (other < len(self._keys))
        stands, other = stands[inside], other[inside]
        same = self._keys[stands] == self._keys[other]
        codes: Indices = self._owner[stands[same]].astype(np.int64) * self._count + self._owner[other[same]]
        return codes

    def still_meet(self, lefts: Indices, rights: Indices) -> Mask:
        """Tell which of some pairs meet: others may have come between them."""
        return np.fromiter(
            (self._near(left, right) for left, right in zip(lefts.tolist(), rights.tolist(), strict=True)),
            dtype=bool, count=len(lefts),
        )  # fmt: skip

    def _near(self, left: int, right: int) -> bool:
        mine = self._stands[self._first[left] : self._first[left + 1], None]
        yours = self._stands[None, self._first[right] : self._first[right + 1]]
        return bool(((abs(mine - yours) <= IN_LINE) & (self._keys[mine] == self._keys[yours])).any())

    def around(self, key: int, report: int) -> Indices:
        """Return the reports that stand in a line next to where a report would stand, or stands."""
        first, last = (int(np.searchsorted(self._keys, np.uint64(key), side)) for side in _SIDES)
        line = self._owner[first:last].astype(np.int64)
        at = int(np.searchsorted(self._rank[line], self._rank[report]))
        near: Indices = line[max(0, at - IN_LINE) : at + IN_LINE + 1]
        return near

    def in_line_with(self, some: Indices) -> Mask:
        """Tell which reports stand in a line that one of some reports stands in."""
        if not len(some):
            return np.zeros(self._count, dtype=bool)
        stands = np.concatenate([self._stands[self._first[i] : self._first[i + 1]] for i in some])
        shared = np.isin(self._keys, np.unique(self._keys[stands]))
        found = np.zeros(self._count, dtype=bool)
        found[self._owner[shared]] = True
        return found


def all_meetings(sketches: Sequence[Sketch]) -> tuple[Meetings, Traits]:
    """Return the lines and the traits of sketches in memory."""
    points = [sorted(meeting_points(sketch)) for sketch in sketches]
    keys = hash_texts([point for listed in points for point in listed])
    counts = np.array([len(listed) for listed in points], dtype=np.int64)
    traits = np.frombuffer(b"".join(traits_of(sketches)), dtype=TRAITS)
    return Meetings(keys, counts, [place_in_line(sketch) for sketch in sketches]), traits
