"""Relations of a given pair."""

from __future__ import annotations

import pytest

from dragoman.extract.relations import classify_relation
from dragoman.kit import Kit


def at(text: str, words: str) -> tuple[int, int]:
    """Return the span of some words of a text."""
    start = text.index(words)
    return start, start + len(words)


@pytest.mark.parametrize(
    ("text", "source", "target", "type_"),
    [
        ("Oslo praised Helsinki but condemned Minsk.", "Oslo", "Minsk", "ACCUSE"),
        ("Oslo praised Helsinki but condemned Minsk.", "Oslo", "Helsinki", "SUPPORT"),
        ("Rebels who attacked the army were arrested by Chad.", "Chad", "Rebels", "COERCE"),
        ("Cuba, which Spain has helped, sued Panama.", "Cuba", "Panama", "ACCUSE"),
    ],
)
def test_pair_chooses_the_word(kit: Kit, text: str, source: str, target: str, type_: str) -> None:
    """Of several event words the one that ties the two given spans is taken."""
    relation = classify_relation(text, source=at(text, source), target=at(text, target), kit=kit)
    assert relation is not None
    assert relation.type == type_


def test_sides_may_be_missing(kit: Kit) -> None:
    """A pair with one side, or none, is still read."""
    text = "Lebanon rejected the offer."
    for source, target in ((None, None), (at(text, "Lebanon"), None), (None, at(text, "the offer"))):
        relation = classify_relation(text, source=source, target=target, kit=kit)
        assert relation is not None
        assert relation.type == "REJECT"


def test_no_event_word_no_relation(kit: Kit) -> None:
    """A text without any event word has no relation, an empty one neither."""
    assert classify_relation("The weather in Oslo is mild.", source=None, target=None, kit=kit) is None
    assert classify_relation("", source=None, target=None, kit=kit) is None
