"""Finds the scorer of a kind of gold and runs it."""

from __future__ import annotations

import importlib
from pathlib import Path

from dragoman.errors import DragomanError
from dragoman.evaluate.score import Score
from dragoman.kit import Kit, load_kit
from dragoman.settings import load_settings


def evaluate_kind(kind: str, gold: Path, predictions: Path | None = None) -> Score:
    """Load a kit as the settings say, and score with it; see `score_kind`."""
    return score_kind(kind, gold, load_kit(load_settings()), predictions)


def score_kind(kind: str, gold: Path, kit: Kit, predictions: Path | None = None) -> Score:
    """Score the readings (or given predictions) against a gold file; `kind` names the scorer, such as "who-whom".

    Raises:
        DragomanError: there is no scorer of this kind.
    """
    name = f"dragoman.evaluate.{kind.replace('-', '_')}"
    try:
        module = importlib.import_module(name)
    except ModuleNotFoundError as error:
        if error.name != name:
            raise
        raise DragomanError(f"gold of the kind {kind!r} cannot be scored by this version of dragoman") from error
    score: Score = module.evaluate(gold, kit, predictions)
    return score
