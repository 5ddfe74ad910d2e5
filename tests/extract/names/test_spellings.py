"""Tests of comparing spellings."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.extract.names.forms import fold, surname_of
from dragoman.extract.names.spellings import likeness, romanised


@pytest.mark.parametrize(
    ("left", "right"),
    [("Shoigu", "Choïgou"), ("Shoigu", "Schoigu"), ("Putin", "Poutine"), ("Zelenskiy", "Selenskyj"), ("Lavrov", "Lavroff")],
)
def test_romanisations_agree(left: str, right: str) -> None:
    """What languages romanise differently has one spelling."""
    assert romanised(left) == romanised(right)


@pytest.mark.parametrize(("left", "right"), [("Esper", "Espersen"), ("Putin", "Putinov"), ("Lavrov", "Larsson")])
def test_other_names_are_unlike(left: str, right: str) -> None:
    """Different family names stay below what counts as damage."""
    assert likeness(left, right) < 0.84


@given(st.text(max_size=40))
def test_folding_keeps_the_length(text: str) -> None:
    """A folded text has the same offsets as the text."""
    assert len(fold(text)) == len(text)


@given(st.text(max_size=20), st.text(max_size=20))
def test_likeness_is_symmetric_and_bounded(left: str, right: str) -> None:
    """Likeness lies between 0 and 1 and does not depend on the order."""
    assert 0 <= likeness(left, right) <= 1
    assert likeness(left, right) == pytest.approx(likeness(right, left))


@pytest.mark.parametrize(
    ("name", "state", "family"),
    [
        ("Jean-Yves Le Drian", "FRA", "Le Drian"),
        ("Ursula von der Leyen", "DEU", "von der Leyen"),
        ("Xi Jinping", "CHN", "Xi"),
        ("Margrethe II of Denmark", "DNK", ""),
    ],
)
def test_family_name(name: str, state: str, family: str) -> None:
    """The family name is what news uses alone."""
    assert surname_of(name, state) == family
