"""The French press conditional as a statement of nobody named, on sentences of our own."""

from __future__ import annotations

import pytest

import dragoman
from dragoman.kit import Kit


def unattributed(text: str, kit: Kit) -> list[str]:
    """Return what the press conditional of a French text passes on."""
    found = dragoman.read_text(text, kit=kit, published="2024-03-05", language="fr").statements
    assert all(not s.speaker_name and s.form == "unattributed" for s in found if s.rule == "press-conditional")
    return [s.quote for s in found if s.rule == "press-conditional"]


def test_a_press_conditional_is_a_statement_without_a_speaker(kit: Kit) -> None:
    """What the paper does not vouch for has an unnamed source."""
    text = "Le port est fermé depuis lundi. Deux navires auraient été saisis au large de Malte."
    assert unattributed(text, kit) == ["Deux navires auraient été saisis au large de Malte"]


@pytest.mark.parametrize(
    "text",
    [
        "Si le traité échouait, deux navires auraient été saisis.",  # a condition
        "Si le traité avait échoué, tout changeait. Deux navires auraient été saisis.",  # the condition stands before it
        "Le ministre a dit que deux navires auraient été saisis.",  # it has a speaker
        "Selon le ministre, deux navires auraient été saisis.",
        "Deux navires auraient-ils été saisis ?",
        "Cela aurait été une erreur.",
        "Les parties devraient signer lundi.",
        "Deux navires ont été saisis au large de Malte.",
    ],
)
def test_other_uses_of_the_mood_are_none(kit: Kit, text: str) -> None:
    """Conditions, questions, reported speech and verbs of duty are no hearsay."""
    assert unattributed(text, kit) == []
