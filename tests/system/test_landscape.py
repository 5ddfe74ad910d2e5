"""Landscape theory."""

from __future__ import annotations

import csv
import io
import itertools
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.system import Landscape, landscape
from dragoman.system.landscape import configurations, descend, lowest

NAMES = "abcde"
PAIRS = list(itertools.combinations(NAMES, 2))


@given(
    st.lists(st.integers(1, 9), min_size=5, max_size=5), st.lists(st.integers(-2, 2), min_size=len(PAIRS), max_size=len(PAIRS))
)
def test_no_switch_improves_a_minimum_and_every_such_division_is_listed(sizes: list[int], values: list[int]) -> None:
    """The minima are exactly the divisions from which no single change of sides lowers the energy."""
    made = landscape(dict(zip(NAMES, sizes, strict=True)), dict(zip(PAIRS, values, strict=True)))
    expected = set()
    for others in itertools.product([True, False], repeat=4):
        side = frozenset(["a", *(name for name, inside in zip("bcde", others, strict=True) if inside)])
        if all(made.energy(side ^ {name}) >= made.energy(side) - 1e-9 for name in NAMES):
            expected.add(side)
    assert {side for side, _ in made.minima} == expected
    assert all(energy == pytest.approx(made.energy(side)) for side, energy in made.minima)


@given(
    st.lists(st.integers(1, 9), min_size=5, max_size=5), st.lists(st.integers(-2, 2), min_size=len(PAIRS), max_size=len(PAIRS))
)
def test_the_least_energy_is_that_of_all_divisions_that_fit(sizes: list[int], values: list[int]) -> None:
    """With a pair forced together or apart, the division given is the best of those that respect it."""
    made = landscape(dict(zip(NAMES, sizes, strict=True)), dict(zip(PAIRS, values, strict=True)))
    every = configurations(made)
    assert len(every) == len({side for side, _ in every}) == 16
    assert all(energy == pytest.approx(made.energy(side)) for side, energy in every)
    for pair in (("a", "b"), ("d", "e")):
        with_each = [energy for side, energy in every if (pair[0] in side) == (pair[1] in side)]
        assert lowest(made, together=[pair])[1] == pytest.approx(min(with_each))
        assert lowest(made, apart=[pair])[1] == pytest.approx(min(e for s, e in every if (pair[0] in s) != (pair[1] in s)))
    camp, _ = descend(made, {"a", "c"})
    assert camp in {side for side, _ in made.minima}


@given(
    st.lists(st.integers(1, 9), min_size=5, max_size=5), st.lists(st.integers(-2, 2), min_size=len(PAIRS), max_size=len(PAIRS))
)
def test_minima_do_not_depend_on_the_unit(sizes: list[int], values: list[int]) -> None:
    """Sizes and propensities in tenths, which no computer holds exactly, have the minima of the whole numbers."""
    whole = landscape(dict(zip(NAMES, sizes, strict=True)), dict(zip(PAIRS, values, strict=True)))
    tenths = landscape(
        dict(zip(NAMES, (n / 10 for n in sizes), strict=True)), dict(zip(PAIRS, (n / 10 for n in values), strict=True))
    )
    assert {side for side, _ in tenths.minima} == {side for side, _ in whole.minima}


@given(
    st.lists(st.integers(-2, 2), min_size=len(PAIRS), max_size=len(PAIRS)),
    st.dictionaries(st.sampled_from(NAMES), st.integers(0, 1)),
)
def test_of_equally_low_divisions_the_nearest_is_taken(values: list[int], near: dict[str, int]) -> None:
    """No division of the least energy has fewer actors elsewhere than the one that is given; unknown actors do not count."""
    made = landscape(dict.fromkeys(NAMES, 1), dict(zip(PAIRS, values, strict=True)))

    def elsewhere(side: frozenset[str]) -> int:
        count = sum((name not in side) != near[name] for name in near)
        return min(count, len(near) - count)

    side, energy = lowest(made, near=near)
    assert energy == pytest.approx(lowest(made)[1])
    assert elsewhere(side) == min(elsewhere(s) for s, e in configurations(made) if e == pytest.approx(energy))


def test_friends_end_up_together() -> None:
    """Two friends and their common enemy: the friends share a camp."""
    made = landscape({"a": 1, "b": 2, "c": 3}, {("a", "b"): 1, ("b", "c"): -1, ("c", "a"): -1})
    assert made.minima[0] == (frozenset({"a", "b"}), made.energy({"c"}))
    assert made.frustration("a", {"a", "b"}) == -3


def test_propensities_must_be_symmetric() -> None:
    """Two values for one pair are refused."""
    with pytest.raises(ValueError, match="symmetric"):
        landscape({"a": 1, "b": 1}, {("a", "b"): 1, ("b", "a"): 2})


def test_an_unknown_actor_is_named() -> None:
    """A side with a misspelt actor is an error that lists the actors."""
    with pytest.raises(ValueError, match="Narnia"):
        landscape({"a": 1, "b": 1}, {}).energy({"Narnia"})


def read_syria(folder: Path, sizes: str) -> tuple[Landscape, list[dict[str, str]]]:
    """Read Furnas and Axelrod's inputs (CR line ends, latin-1) and their table of configurations."""

    def rows(name: str) -> list[list[str]]:
        return list(
            csv.reader(io.StringIO((folder / name).read_bytes().decode("latin-1").replace("\r\n", "\n").replace("\r", "\n")))
        )

    names = ["US", "Rus", "Syr", "Tur", "S.A.", "Iran", "ISIS", "Hez", "IqKrd", "Nursa", "Iraq"]
    strengths = {name: float(row[2]) for name, row in zip(names, rows(sizes)[1:], strict=True)}
    table = [row for row in rows("Pairwise_propensity_Feb_20.csv") if row][1:]
    # the file gives 1 to 5, 3 being indifferent
    pairs = {(names[i], names[j]): float(table[i][j + len(table[i]) - 11]) - 3 for i, j in itertools.combinations(range(11), 2)}
    results = rows("Landscape_Favored_Alignments_2016-02-20.csv")
    return landscape(strengths, pairs), [dict(zip(results[0], row, strict=True)) for row in results[1:] if len(row) > 20]


def test_alignments_in_the_syrian_war(shared: Path) -> None:
    """Every published energy is met, and the single minimum with its members."""
    made, table = read_syria(shared / "data/system/landscape_syria", "Actor_data.csv")
    for row in table:
        side = {name for name in made.actors if row[name] == row["US"]}
        assert made.energy(side) == pytest.approx(float(row["Energy"]))
    assert [(side, energy) for side, energy in made.minima] == [(frozenset(made.actors) - {"Tur", "ISIS", "Nursa"}, -83200.0)]


def test_a_weaker_syria_moves_turkey(shared: Path) -> None:
    """The published what-if: with Syria's strength at 10, Turkey changes sides."""
    made, _ = read_syria(shared / "data/system/landscape_syria", "Actor_data_weaksyria.csv")
    assert made.minima == ((frozenset(made.actors) - {"ISIS", "Nursa"}, -65600.0),)


def test_all_divisions_of_the_syrian_war(shared: Path) -> None:
    """All 1,024 published divisions: energy, each actor's frustration, and which are local minima."""
    folder = shared / "data/system/landscape_syria"
    made, _ = read_syria(folder, "Actor_data.csv")
    text = (folder / "Landscape_Results_2016-02-20.csv").read_bytes().decode("latin-1").replace("\r", "\n")
    rows = [row for row in csv.reader(io.StringIO(text)) if row]
    start = next(number for number, row in enumerate(rows) if "Rus" in row and "Energy" in row)
    header, first = rows[start], rows[start].index("US")
    ours = dict(configurations(made))
    lowest_sides = {side for side, _ in made.minima}
    published = 0
    for row in rows[start + 1 :]:
        camps = dict(zip(made.actors, row[first : first + len(made.actors)], strict=True))
        side = frozenset(name for name, camp in camps.items() if camp == camps["US"])
        assert ours[side] == pytest.approx(float(row[header.index("Energy")]))
        for name in made.actors:
            weighted = made.sizes[name] * made.frustration(name, side)  # the table has each actor's share of the energy
            assert weighted == pytest.approx(float(row[header.index(f"{name}_Frustration")]))
        assert ((side in lowest_sides) or (frozenset(made.actors) - side in lowest_sides)) == (row[-1].upper() == "TRUE")
        published += 1
    assert (published, len(ours)) == (1024, 1024)
