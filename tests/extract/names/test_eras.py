"""For which state a capital stood at the time that is told of."""

from __future__ import annotations

import pytest

from dragoman.extract.names.eras import load_predecessors
from dragoman.kit import Kit
from extract.names.test_linking import actors_of, read


@pytest.mark.parametrize(
    ("text", "language", "date", "surface", "state"),
    [
        ("In 1964 Kenya expelled five envoys. Moscow protested.", "en", "2024-05-01", "Moscow", "SUN"),
        ("The Soviet Union lent Syria money. Moscow armed Egypt too.", "en", "2024-05-01", "Moscow", "SUN"),
        ("In 1964 Kenya expelled five envoys. The Kremlin protested.", "en", "2024-05-01", "Kremlin", "SUN"),
        ("Moscou a accusé Oslo d'ingérence.", "fr", "1975-03-01", "Moscou", "SUN"),
        ("Moscow criticised Oslo for leaving the 1987 treaty.", "en", "2024-05-01", "Moscow", "RUS"),
        ("The Soviet Union armed Egypt. Russia regrets it. Moscow accused Cairo.", "en", "2024-05-01", "Moscow", "RUS"),
        ("In 1964 Kenya expelled five envoys. Oslo protested.", "en", "2024-05-01", "Oslo", "NOR"),
    ],
)
def test_a_capital_stands_for_the_state_of_the_time_told_of(
    text: str, language: str, date: str, surface: str, state: str, kit: Kit
) -> None:
    """A year given as a date, or the former state named just before, says what time it is; a treaty's year does not."""
    assert actors_of(read(text, kit, date, language), surface)[0].split(".")[0] == state


def test_a_former_state_shares_capital_and_number_with_the_present_one(kit: Kit) -> None:
    """Only such pairs count: Germany has had two capitals, and the former East has its own number."""
    found = kit.compiled(load_predecessors)
    assert found["RUS"] == "SUN"
    assert "DEU" not in found
