"""Whether two canonical names mean the same."""

from __future__ import annotations

import pytest

from dragoman.evaluate.entities import compile_names, same_entities
from dragoman.kit import Kit


@pytest.mark.parametrize(
    ("gold", "found", "same"),
    [
        (["Arab League"], ["League of Arab States"], True),
        (["Abdoulaye Maiga"], ["Abdoulaye Maïga"], True),
        (["the Holy See", "Italy"], ["Italy", "Holy See"], True),
        (["Arab League"], ["African Union"], False),
        (["a diplomat"], ["a minister"], False),
        (["Korea"], ["North Korea"], False),
        (["Italy"], ["Italy", "France"], False),
        (["Italy", "Italy"], ["Italy", "France"], False),
    ],
)
def test_names_of_one_body_are_one(kit: Kit, gold: list[str], found: list[str], same: bool) -> None:
    """Two names of the base for one person or body are the same; what the base does not know must be written alike."""
    assert same_entities(gold, found, kit.compiled(compile_names)) is same
