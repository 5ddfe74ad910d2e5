"""Kappa, pi and S of portfolios."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.system.similarity import portfolios, similarity

levels = st.dictionaries(st.sampled_from("abcdefgh"), st.integers(0, 3), min_size=3)


@given(levels)
def test_a_portfolio_agrees_with_itself(portfolio: dict[str, int]) -> None:
    """1 by every measure, where there is any variation."""
    found = similarity(portfolio, portfolio)
    if len(set(portfolio.values())) > 1:
        assert (found.kappa, found.pi, found.s) == (1, 1, 1)
    else:
        assert found.kappa is None


@given(levels, levels)
def test_both_directions_agree(one: dict[str, int], other: dict[str, int]) -> None:
    """Who is compared with whom does not matter."""
    there, back = similarity(one, other, levels=(0, 3)), similarity(other, one, levels=(0, 3))
    assert there.kappa == pytest.approx(back.kappa) if there.kappa is not None else back.kappa is None
    assert there.pi == pytest.approx(back.pi) if there.pi is not None else back.pi is None
    assert there.s == pytest.approx(back.s) if there.s is not None else back.s is None


def test_rare_ties_inflate_s_and_not_kappa() -> None:
    """Two states with one ally each, not the same, among twenty: S is high, kappa says: no more than chance."""
    names = [f"n{number}" for number in range(20)]
    one, other = ({name: float(name == ally) for name in names} for ally in ("n0", "n1"))
    found = similarity(one, other)
    assert found.s == pytest.approx(0.8)
    assert found.kappa == pytest.approx(1 - 2 / (20 * (0.05 * 0.95 * 2)))
    assert found.kappa is not None
    assert found.kappa < 0


def test_kappa_and_pi_by_their_formulas() -> None:
    """Squared distances: expected from the variances and the gap of the means (kappa), from the pooled mean (pi)."""
    a, b = {"x": 0.0, "y": 1.0, "z": 3.0}, {"x": 1.0, "y": 1.0, "z": 2.0}
    observed, mean_a, mean_b = 2.0, 4 / 3, 4 / 3
    spread = sum((v - mean_a) ** 2 for v in a.values()) + sum((v - mean_b) ** 2 for v in b.values())
    found = similarity(a, b)
    assert found.kappa == pytest.approx(1 - observed / (spread + 3 * (mean_a - mean_b) ** 2))
    assert found.pi == pytest.approx(1 - observed / spread)
    absolute = similarity(a, b, distance="absolute")
    assert absolute.kappa != found.kappa


def test_portfolios_of_a_list_of_ties() -> None:
    """No tie is level 0; a state is its own closest ally; of several ties the highest counts."""
    found = portfolios([("A", "B", 1.0), ("B", "A", 3.0), ("A", "C", 2.0)])
    assert found["A"] == {"A": 3.0, "B": 3.0, "C": 2.0}
    assert found["C"]["B"] == 0
