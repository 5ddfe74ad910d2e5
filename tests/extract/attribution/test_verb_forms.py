"""The form of a verb: passives and what only looks like one; sentences of our own."""

from __future__ import annotations

from dragoman.kit import Kit
from extract.attribution.test_misread_subjects import sources


def test_who_is_convinced_speaks(kit: Kit) -> None:
    """`They're convinced that ...` is what they think, and no short perfect."""
    assert sources("They're convinced that the dam will hold.", kit)["convinced"] == "They"
