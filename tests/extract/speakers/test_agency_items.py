"""Who speaks in short agency items: the share of statements with the speaker whom a reader names, a floor that should rise."""

from __future__ import annotations

import pytest

from dragoman.evaluate.statements import same_name
from dragoman.kit import Kit
from extract.speakers import diplomatic_items
from extract.speakers.agency_items import ENGLISH, FRENCH, Items
from extract.speakers.test_quotes import statements


def shares(kit: Kit, language: str, items: Items) -> tuple[int, int]:
    """Return how many coded statements have their speaker, and how many are coded."""
    right = coded = 0
    for text, wanted in items.values():
        _, found = statements(text, kit, language)
        for words, speakers in wanted.items():
            start = text.index(words)
            end = start + len(words)
            holding = [s for s in found if s.content[0][0] <= start and end <= s.content[-1][1]]
            inner = min(holding, key=lambda s: sum(b - a for a, b in s.content), default=None)
            coded += 1
            right += inner is not None and any(same_name(each, inner.speaker_name) for each in speakers.split(" / "))
    return right, coded


@pytest.mark.parametrize(("language", "items", "least"), [
    ("en", ENGLISH, 0.88), ("fr", FRENCH, 0.8), ("en", diplomatic_items.ENGLISH, 0.9), ("fr", diplomatic_items.FRENCH, 0.79)
])  # fmt: skip
def test_statements_of_agency_items_have_their_speakers(language: str, items: Items, least: float, kit: Kit) -> None:
    """Statements are found and given to the person or body who makes them, as often as measured."""
    right, coded = shares(kit, language, items)
    assert right / coded >= least, (right, coded)


@pytest.mark.parametrize("items", [ENGLISH, FRENCH, diplomatic_items.ENGLISH, diplomatic_items.FRENCH])
def test_coded_words_stand_once_in_their_item(items: Items) -> None:
    """The words that name a statement tell which one is meant."""
    assert [(name, words) for name, (text, said) in items.items() for words in said if text.count(words) != 1] == []
