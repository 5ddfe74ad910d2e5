"""Whose words they are where only a place or "on" is told; sentences of our own."""

from __future__ import annotations

import pytest

from dragoman.kit import Kit
from extract.speakers.test_pronouns import speaker_of

PLACED = [
    ("À Paris, on affirme que la paix est proche.", "France"),
    ("Du côté de l'opposition, on affirme que la paix est proche.", "opposition"),
    ("Chez les rebelles, on affirme que la paix est proche.", "rebelles"),
    ("Dans les rangs de l'armée, on affirme que la paix est proche.", "armée"),
    # nobody is told
    ("On affirme que la paix est proche.", "On"),
    ("Chez eux, sous la pluie, on affirme que la paix est proche.", "on"),
    ("« Voyez : la paix est proche », murmure-t-on.", "on"),
]


@pytest.mark.parametrize(("text", "speaker"), PLACED)
def test_those_among_whom_one_says_it_speak(text: str, speaker: str, kit: Kit) -> None:
    """French "on" is whoever speaks at the place, on the side or among the people told at the head; else nobody known."""
    assert speaker_of("la paix est proche", text, "fr", kit) == speaker
