"""Fixtures that many tests share. The kit and its models load once a run."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from dragoman.kit import Kit, load_kit
from dragoman.records import Document

# Tests are not timed: on a busy machine drawing examples may take its while.
settings.register_profile("untimed", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("untimed")

SHARED = Path(__file__).parent.parent.parent / "shared"


@pytest.fixture(scope="session")
def kit() -> Kit:
    """Return the bundled knowledge, languages and models."""
    return load_kit()


@pytest.fixture(scope="session")
def shared() -> Path:
    """Return the folder of development data, or skip: it is not part of the project."""
    if not SHARED.is_dir():
        pytest.skip("development data (../shared) is not here")
    return SHARED


def make_document(text: str, language: str = "en", **fields: str) -> Document:
    """Return a document of our own text, as intake would give it."""
    return Document(id="0" * 64, text=text, path="test.txt", language=language, **fields)
