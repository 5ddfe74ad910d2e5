"""The choice between readings of a pair."""

from __future__ import annotations

import pytest

from dragoman.extract.events.codes import compile_codes
from dragoman.extract.events.relation_choice import choose, likely_mode, mean
from dragoman.kit import Kit
from dragoman.models.relations import Prediction

TEXT = "Oslo and Minsk spoke by telephone."
PAIR = ((0, 4), (9, 14))


def certain(type_: str, mode: str = "") -> Prediction:
    """Return a prediction that is sure of a type and a mode."""
    return Prediction(types={type_: 1.0}, statuses={"happened": 1.0}, modes={mode: 0.6, "": 0.4})


def test_words_can_outweigh_the_model(kit: Kit) -> None:
    """A full rating by the word tables moves the choice; without any the model decides."""
    alone = choose(TEXT, *PAIR, {}, kit)
    moved = choose(TEXT, *PAIR, {"MOBILIZE": 4.0}, kit)
    assert alone.type == "CONSULT"
    assert moved.type == "MOBILIZE"
    assert 0.0 < alone.certainty <= 1.0


def test_mode_belongs_to_the_type(kit: Kit) -> None:
    """Only modes of the type's own are given."""
    assert likely_mode("SANCTION", certain("SANCTION", "convict"), kit) == "convict"
    assert likely_mode("AGREE", certain("AGREE", "convict"), kit) == ""
    assert ("SANCTION", "convict") in kit.compiled(compile_codes).rows


def test_mean_of_predictions() -> None:
    """The mean halves what one of two predictions holds."""
    joined = mean([certain("AGREE"), Prediction(types={"AGREE": 0.0}, statuses={"happened": 1.0}, modes={"": 1.0})])
    assert joined.types["AGREE"] == pytest.approx(0.5)
    assert joined.statuses["happened"] == pytest.approx(1.0)
