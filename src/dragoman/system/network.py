"""The signed network of states, from the table of events: who is tied to whom, with which sign, on what evidence.

The rule, all of it in `TieRule`: of the distinct events between two states (each counted once, whoever acts), those of
verbal and material cooperation speak for a positive tie, those of verbal and material conflict for a negative one. An act of
cooperation that is said *not* to take place speaks for a negative tie; a conflict that does not, for nothing, nor does what is
denied, on which accounts differ.
The tie has the sign of the majority; where both are equal, or too few, the pair has no sign. A pair without events is
unknown, not neutral. `log_ratio` is ln((positive + .5) / (negative + .5)) with its standard error: the tie is uncertain where
the interval of 1.96 errors holds zero.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Literal

import numpy as np
import numpy.typing as npt

from dragoman.records import Record
from dragoman.system.dyads import Z95, ratio_of
from dragoman.system.event_table import Integers, Table, choose, codes, days, flattened, isin, keep, numbers, only
from dragoman.system.signed import Tie

Weight = Literal["one", "events"]
_ROUNDING = 1e-9
_HEAVIEST = 99  # repetitions of one tie: more would only slow the solver

WARNING = (
    "Ties are what is reported, not affinity: outlets choose what they report. Levels of different pairs do not compare. "
    "A pair without a tie is unknown, not neutral."
)


class TieRule(Record, frozen=True, kw_only=True):
    """Which events make a tie, and of which weight. An empty list lets all pass.

    `weight`: each tie counts "one", or as many as its positive and negative events differ by ("events"). `least` events must
    speak for one sign more than for the other; with `certain`, only ties whose interval leaves out zero are kept. With
    `relative`, the log ratio of all pairs together is taken off each: machine-coded files hold so much cooperation that nearly
    every pair is positive; then `least` is asked of all events of a pair.
    """

    statuses: tuple[str, ...] = ("happened", "ongoing")
    voices: tuple[str, ...] = ()
    quads: tuple[int, ...] = (1, 2, 3, 4)
    states: tuple[str, ...] = ()
    start: str | None = None
    end: str | None = None
    weight: Weight = "one"
    least: int = 1
    certain: bool = False
    relative: bool = False


class NetworkTie(Record, frozen=True, kw_only=True):
    """One pair: its sign (+1, -1, or 0 where its events do not decide), and the events behind either sign."""

    a: str
    b: str
    sign: int
    weight: int
    positive: float
    negative: float
    log_ratio: float
    error: float
    events: tuple[str, ...]
    outlets: tuple[str, ...]
    stories: tuple[str, ...]
    voices: tuple[str, ...]

    @property
    def uncertain(self) -> bool:
        """Whether the interval of the log ratio holds zero."""
        return abs(self.log_ratio) < Z95 * self.error


class SignedNetwork(Record, frozen=True, kw_only=True):
    """All pairs with events under a rule, in order of their names."""

    rule: TieRule
    pairs: tuple[NetworkTie, ...]

    def ties(self) -> list[Tie]:
        """Return the ties with a sign, each as often as its weight."""
        return [(tie.a, tie.b, tie.sign) for tie in self.pairs if tie.sign for _ in range(tie.weight)]

    def tie(self, a: str, b: str) -> NetworkTie | None:
        """Return the pair of two states; None where nothing is reported of them."""
        wanted = (min(a, b), max(a, b))
        return next((tie for tie in self.pairs if (tie.a, tie.b) == wanted), None)


def signed_network(table: Table, rule: TieRule | None = None, weights: Mapping[str, float] | None = None) -> SignedNetwork:
    """Return the network of an event table under a rule.

    Args:
        table: events in the form of `event_table`.
        rule: which of them count, and how.
        weights: how often each story counts, 1 where it is not named (for resampling); an event of several stories counts
            their mean.
    """
    rule = rule or TieRule()
    chosen = _chosen(table, rule)
    if not chosen.num_rows:
        return SignedNetwork(rule=rule, pairs=())
    pairs = _Pairs(chosen, None if weights is None else _story_weights(chosen, weights))
    whole = ratio_of(pairs.positive.sum(), pairs.negative.sum())[0] if rule.relative else 0.0
    found = (_tie(pairs, row, rule, whole) for row in range(len(pairs.ends)))
    return SignedNetwork(rule=rule, pairs=tuple(filter(None, found)))


def _chosen(table: Table, rule: TieRule) -> Table:
    """Return the rows that the rule lets count: of its statuses, voices, quads, states and time, with a sign."""
    table = choose(table, states=rule.states or None)
    if rule.statuses:
        table = keep(table, isin(table["status"], rule.statuses))
    if rule.voices:
        table = _of_voices(table, rule.voices)
    mask = np.isin(numbers(table["quad"]), rule.quads)
    source, _ = codes(table["source"])
    target, _ = codes(table["target"])
    mask &= (source >= 0) & (target >= 0)
    if rule.start is not None:
        mask &= days(table["day"]) >= _day(rule.start)
    if rule.end is not None:
        last = days(table["last_day"])
        mask &= (last <= _day(rule.end)) & (last > np.iinfo(np.int64).min)
    return keep(table, mask & (_signs(table) != 0))


def _day(date: str) -> int:
    return int(np.datetime64(date, "D").astype(np.int64))


def _of_voices(table: Table, voices: Iterable[str]) -> Table:
    from dragoman.system.event_table import join_events

    parts = [only(table, "voice", voice) for voice in sorted(set(voices))]
    return join_events(parts)  # an event that two voices report has a row for each: pairs count it once


def _signs(table: Table) -> npt.NDArray[np.int64]:
    """Return for each row what its event speaks for: 1, -1, or 0."""
    positive = numbers(table["quad"]) <= 2
    signs = np.where(positive, 1, -1)
    negated = isin(table["status"], ["negated"])
    signs[negated] = np.where(positive[negated], -1, 0)
    signs[isin(table["status"], ["denied"])] = 0
    return signs.astype(np.int64)


def _story_weights(table: Table, weights: Mapping[str, float]) -> npt.NDArray[np.float64]:
    """Return for each row the mean weight of its different stories."""
    rows, stories, names = flattened(table, "stories")
    once = np.unique(np.stack([rows, stories]), axis=1)
    value = np.array([weights.get(name, 1.0) for name in names] or [1.0])[once[1]]
    count = np.bincount(once[0], minlength=table.num_rows)
    return np.bincount(once[0], weights=value, minlength=table.num_rows) / np.maximum(count, 1)


class _Pairs:
    """The rows of a table by unordered pair: each event once for a pair and sign."""

    def __init__(self, table: Table, weights: npt.NDArray[np.float64] | None) -> None:
        self.table = table
        self.source, self.sources = _shared_codes(table)
        first, second = np.minimum(*self.source), np.maximum(*self.source)
        apart = first != second
        events, self.events = codes(table["event"])
        signs = _signs(table)
        value = numbers(table["count"]) * (1.0 if weights is None else weights)
        index = np.flatnonzero(apart)
        key = np.stack([first[index], second[index], events[index], signs[index]])
        unique, place = np.unique(key, axis=1, return_inverse=True)
        place = place.ravel()
        amount = np.zeros(unique.shape[1])
        np.maximum.at(amount, place, value[index])  # both directions of a mutual event are one event
        self.ends, pair = np.unique(unique[:2].T, axis=0, return_inverse=True)
        pair = pair.ravel()
        self.positive = np.bincount(pair, weights=amount * (unique[3] > 0), minlength=len(self.ends))
        self.negative = np.bincount(pair, weights=amount * (unique[3] < 0), minlength=len(self.ends))
        self.rows = _grouped(pair[place], index, len(self.ends))
        self.lists = {name: _row_values(table, name) for name in ("outlets", "stories", "voices")}
        self.event_of = events

    def names(self, row: int) -> tuple[str, str]:
        """Return the names of the two ends of a pair, in order."""
        a, b = (self.sources[code] for code in self.ends[row])
        return (a, b) if a < b else (b, a)

    def listed(self, row: int, name: str) -> tuple[str, ...]:
        """Return the different outlets, stories or voices of a pair's events."""
        values = self.lists[name]
        return tuple(sorted({value for index in self.rows[row] for value in values[index] if value}))


def _shared_codes(table: Table) -> tuple[tuple[Integers, Integers], list[str]]:
    """Return both ends of each row as numbers of one list of names."""
    source, sources = codes(table["source"])
    target, targets = codes(table["target"])
    names = sorted({*sources, *targets})
    number = {name: place for place, name in enumerate(names)}
    left = np.array([number[name] for name in sources] or [0])[source]
    right = np.array([number[name] for name in targets] or [0])[target]
    return (left.astype(np.int64), right.astype(np.int64)), names


def _grouped(groups: Integers, values: Integers, count: int) -> list[list[int]]:
    found: list[list[int]] = [[] for _ in range(count)]
    for group, value in zip(groups.tolist(), values.tolist(), strict=True):
        found[group].append(value)
    return found


def _row_values(table: Table, name: str) -> dict[int, set[str]]:
    rows, numbered, values = flattened(table, name)
    found: dict[int, set[str]] = defaultdict(set)
    for row, number in zip(rows.tolist(), numbered.tolist(), strict=True):
        found[row].add(values[number])
    return found


def _tie(pairs: _Pairs, row: int, rule: TieRule, whole: float) -> NetworkTie | None:
    a, b = pairs.names(row)
    positive, negative = float(pairs.positive[row]), float(pairs.negative[row])
    if positive + negative == 0:
        return None
    ratio, error = ratio_of(positive, negative)
    ratio -= whole
    # Whole numbers are at least N where they are more than N - 1; a drawn event of two stories, one of them drawn, is a half.
    enough = (positive + negative if rule.relative else abs(positive - negative)) > rule.least - 1 + _ROUNDING
    decided = enough and not (rule.certain and abs(ratio) < Z95 * error)
    sign = int(np.sign(ratio)) if decided else 0
    return NetworkTie(
        a=a, b=b, sign=sign, positive=positive, negative=negative, log_ratio=ratio, error=error,
        weight=min(_HEAVIEST, max(1, round(abs(positive - negative)))) if rule.weight == "events" else 1,
        events=tuple(sorted({pairs.events[pairs.event_of[index]] for index in pairs.rows[row]})),
        outlets=pairs.listed(row, "outlets"), stories=pairs.listed(row, "stories"), voices=pairs.listed(row, "voices"),
    )  # fmt: skip
