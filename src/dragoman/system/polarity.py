"""How concentrated power is, by several indices side by side: who is a pole depends on the index.

With s_i the shares among N states: CON = sqrt((sum s_i^2 - 1/N) / (1 - 1/N)) (Singer, Bremer and Stuckey 1972), 0 for equal
shares and 1 for one state alone; the effective number of poles 1 / sum s_i^2; the shares of the first and of the first two.
As a rule of thumb CON of 0.4 to 0.5 is read as unipolar, 0.2 to 0.4 as bipolar or multipolar; it does not tell these apart,
the effective number does. Claims about polarity are statements with speakers, and are never counted in here.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence

from dragoman.records import Record
from dragoman.system.dyads import DEFAULT_STATUSES, countable
from dragoman.system.event_table import Table, codes, numbers
from dragoman.system.grouping import group_entries, numbered


class Polarity(Record, frozen=True, kw_only=True):
    """Indices of concentration over the same shares. `shares` are in order of size; `of` says of what."""

    of: str
    states: int
    con: float | None
    effective_number: float
    first: float
    first_two: float
    shares: tuple[tuple[str, float], ...]
    year: int | None = None


class MajorPower(Record, frozen=True, kw_only=True):
    """A spell in which a state is counted as a major power; years inclusive, no end: still."""

    state: str
    start: int
    end: int | None = None


def con(values: Iterable[float]) -> float | None:
    """Return the concentration of capabilities of some states; none for fewer than two, or where all have nothing."""
    shares = _shares(list(values))
    if len(shares) < 2:
        return None
    return math.sqrt(max(sum(share**2 for share in shares) - 1 / len(shares), 0.0) / (1 - 1 / len(shares)))


def effective_number(values: Iterable[float]) -> float:
    """Return 1 / sum of squared shares: how many equal poles would be as concentrated."""
    squares = sum(share**2 for share in _shares(list(values)))
    return 1 / squares if squares else 0.0


def _shares(values: Sequence[float]) -> list[float]:
    if any(not value >= 0 for value in values):
        raise ValueError("capabilities are numbers from 0; leave out a state whose value is not known")
    total = sum(values)
    return [value / total for value in values] if total > 0 else []


def polarity(capabilities: Mapping[str, float], of: str = "capabilities", year: int | None = None) -> Polarity:
    """Return the indices for states and their capabilities (or the sizes of blocs, or whatever is shared out)."""
    order = sorted(capabilities, key=lambda state: (-capabilities[state], state))
    shares = _shares([capabilities[state] for state in order]) or [0.0] * len(order)
    return Polarity(
        of=of, year=year, states=len(order), con=con(capabilities.values()),
        effective_number=effective_number(capabilities.values()), first=sum(shares[:1]), first_two=sum(shares[:2]),
        shares=tuple(zip(order, shares, strict=True)),
    )  # fmt: skip


def polarity_by_year(
    capabilities: Iterable[tuple[str, int, float]], majors: Sequence[MajorPower] | None = None, of: str = "capabilities"
) -> list[Polarity]:
    """Return the indices of each year, among the major powers of that year where spells are given, else among all states."""
    by_year: dict[int, dict[str, float]] = {}
    for state, year, value in capabilities:
        if majors is None or any(_counts(spell, state, year) for spell in majors):
            by_year.setdefault(year, {})[state] = value
    return [polarity(by_year[year], of, year) for year in sorted(by_year)]


def _counts(spell: MajorPower, state: str, year: int) -> bool:
    return spell.state == state and spell.start <= year and (spell.end is None or year <= spell.end)


def bloc_polarity(blocs: Mapping[str, int], sizes: Mapping[str, float] | None = None) -> Polarity:
    """Return the indices over blocs: each as large as its members together, or as their number where no sizes are given."""
    found: dict[str, float] = {}
    for state in sorted(blocs):
        size = 1.0 if sizes is None else sizes.get(state, 0.0)
        found[f"bloc {blocs[state]}"] = found.get(f"bloc {blocs[state]}", 0.0) + size
    return polarity(found, "number of members" if sizes is None else "size of members")


def activity(table: Table, *, status: Sequence[str] | None = DEFAULT_STATUSES) -> Polarity:
    """Return the indices over the events in which each state acts on another: who is reported to act, not who can."""
    rows, _ = countable(table, "all", status)
    sources, names = codes(rows["source"])
    groups = group_entries((sources,))
    first = groups.first_of(numbered(rows["event"]))
    totals = groups.total(groups.of_entry[first], numbers(rows["count"])[first])
    counts = {names[int(key)]: float(total) for key, total in zip(groups.keys[0], totals, strict=True)}
    return polarity(counts, "events in which a state acts")
