"""Sizes and propensities from files and from the record."""

from __future__ import annotations

from pathlib import Path

import pytest
from test_network import event

from dragoman.errors import InputError
from dragoman.system.event_table import event_table
from dragoman.system.landscape import landscape
from dragoman.system.landscape_inputs import from_network, read_propensities, read_sizes
from dragoman.system.network import signed_network


def test_sizes_are_the_last_column() -> None:
    """A table with ids before the names is read, with any line ends."""
    assert read_sizes(b"id,actor,strength\r1,North,10\r2,South,2.5\r") == {"North": 10, "South": 2.5}


def test_both_forms_of_propensities_say_the_same() -> None:
    """Rows of pairs and a square table give the same propensities."""
    long = read_propensities(b"a,b,value\nN,S,5\nS,E,1\n", neutral=3)
    square = read_propensities(b",N,S,E\nN,,5,\nS,5,,1\nE,,1,\n", neutral=3)
    assert long == square == {("N", "S"): 2, ("E", "S"): -2}


@pytest.mark.parametrize(
    "content", [b",N,S\nN,,1\nS,2,\n", b",N,S\nN,,x\nS,x,\n", b"a,b,value\nN,S\n", b",N,S\nN,,1\nT,1,\n"]
)
def test_broken_tables_are_refused(content: bytes) -> None:
    """What is not symmetric, no number or not square is an error of the input."""
    with pytest.raises(InputError):
        read_propensities(content)


def test_the_record_gives_log_ratios() -> None:
    """Propensities are the log ratios of the network; sizes equal or the number of events."""
    rows = [event(1, "FRA", "USA", 1), event(2, "FRA", "USA", 1), event(3, "FRA", "RUS", 4)]
    network = signed_network(event_table(rows))
    sizes, pairs, left = from_network(network, "events")
    assert sizes == {"FRA": 3, "RUS": 1, "USA": 2}
    assert pairs["FRA", "USA"] > 0 > pairs["FRA", "RUS"]
    assert left == ()
    sizes, pairs, left = from_network(network, {"FRA": 1.0, "USA": 2.0})
    assert (set(sizes), left) == ({"FRA", "USA"}, ("RUS",))
    assert from_network(network, most=2)[2] == ("RUS",)


def test_the_published_inputs_are_read(shared: Path) -> None:
    """Furnas and Axelrod's own files give the published minimum; their square table names its actors in short."""
    folder = shared / "data/system/landscape_syria"
    sizes = read_sizes((folder / "Actor_data.csv").read_bytes())
    pairs = read_propensities((folder / "Pairwise_propensity_Feb_20.csv").read_bytes(), neutral=3, names=list(sizes))
    assert landscape(sizes, pairs).minima[0][1] == -83200
