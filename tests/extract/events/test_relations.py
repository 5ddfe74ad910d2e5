"""Relations of a given pair."""

from __future__ import annotations

import pytest

from dragoman.errors import InputError
from dragoman.extract.events.relations import classify_relation, relation_by_model, relation_by_words
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


@pytest.mark.parametrize(
    ("text", "source", "target", "type_"),
    [
        ("La police kényane a arrêté jeudi deux avocats somaliens.", "La police kényane", "deux avocats somaliens", "COERCE"),
        ("Alger a rappelé son ambassadeur à Madrid et salué l'offre de Rome.", "Alger", "Rome", "SUPPORT"),
    ],
)
def test_french_pair(kit: Kit, text: str, source: str, target: str, type_: str) -> None:
    """French pairs are read by words and model too."""
    relation = classify_relation(text, source=at(text, source), target=at(text, target), kit=kit, language="fr")
    assert relation is not None
    assert relation.type == type_


def test_model_reads_where_no_word_is_known(kit: Kit) -> None:
    """An act that no row of the tables words is read by the model, and placed between the two names."""
    text = "Oslo glorped the frontier barriers shut against every lorry from Minsk, starving it of all trade."
    source, target = at(text, "Oslo"), at(text, "Minsk")
    relation = relation_by_model(text, source, target, kit)
    assert source[1] <= relation.trigger[0] < relation.trigger[1] <= target[0]
    assert 0.0 < relation.score <= 1.0


def test_words_alone(kit: Kit) -> None:
    """The word tables alone give the word itself as trigger, and nothing where no word is known."""
    text = "Oslo condemned Minsk."
    relation = relation_by_words(text, at(text, "Oslo"), at(text, "Minsk"), kit)
    assert relation is not None
    assert text[relation.trigger[0] : relation.trigger[1]] == "condemned"
    assert relation_by_words("Oslo, Minsk.", (0, 4), (6, 11), kit) is None


@pytest.mark.parametrize(("source", "target"), [((0, 99), (15, 20)), ((0, 4), (-3, 2)), (None, (9, 5))])
def test_a_span_outside_of_the_text_is_refused(
    kit: Kit, source: tuple[int, int] | None, target: tuple[int, int] | None
) -> None:
    """A wrong offset is the caller's mistake, not a pair without a relation."""
    with pytest.raises(InputError, match="does not lie in the text"):
        classify_relation("Oslo condemned Minsk.", source=source, target=target, kit=kit, language="en")
