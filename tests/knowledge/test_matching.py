"""Names made comparable: lower case, without accents and marks."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.knowledge.matching import folded


@pytest.mark.parametrize(
    ("name", "plain"),
    [
        ("Fort de Brégançon", "fort de bregancon"),
        ("Łódź", "lodz"),
        ("N'Djamena", "n djamena"),
        ("  Addis   Ababa ", "addis ababa"),
        ("GUINEA-BISSAU", "guinea bissau"),
    ],
)
def test_accents_marks_and_case_go(name: str, plain: str) -> None:
    """What differs only in accents, marks, case or spaces becomes the same words."""
    assert folded(name) == plain


@given(st.text(st.characters(max_codepoint=127)))
def test_plain_letters_fold_as_accented_ones_do(text: str) -> None:
    """The short way for plain letters gives what the long way gives beside an accent that falls off."""
    assert folded(text) == folded(f"{text}\N{COMBINING ACUTE ACCENT}")
