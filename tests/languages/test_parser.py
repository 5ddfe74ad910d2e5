"""Models run faster to the same result."""

from __future__ import annotations

import pytest
import spacy
from spacy.pipeline import AttributeRuler

from dragoman.kit import Kit
from dragoman.languages.parser import KnownRules

TEXTS = {
    "en": "We did n't think that they'd agree. Let's see: who has gone? It ain't so. There were talks; the talks had to end.",
    "fr": "Le ministre n'a pas signé l'accord. Qu'en dira-t-on à Paris ? Les deux pays se sont rencontrés au sommet.",
}


@pytest.mark.parametrize("code", ["en", "fr"])
def test_rules_remembered_are_those_of_the_ruler(code: str, kit: Kit) -> None:
    """Every rule of a model meets the same words, at the first and at the second asking."""
    model = kit.model(code)
    ruler = model.get_pipe("attribute_ruler")
    tagged = model(TEXTS[code], disable=["attribute_ruler", "lemmatizer"])
    for _ in range(2):
        found = ruler.match(tagged)
        assert found
        assert found == [tuple(match) for match in AttributeRuler.match(ruler, tagged)]


def test_rules_for_several_words_and_for_spelling_are_kept() -> None:
    """A rule for two words, one that looks at the spelling, and one for what we do not remember apply as before."""
    model = spacy.blank("en")
    ruler = model.add_pipe("attribute_ruler")
    ruler.add([[{"ORTH": "May"}]], {"POS": "PROPN"})
    ruler.add([[{"LOWER": "let"}, {"LOWER": "'s"}], [{"LOWER": "us"}]], {"LEMMA": "us"}, index=-1)
    ruler.add([[{"LENGTH": {">=": 6}}]], {"POS": "NOUN"})
    rules = KnownRules(ruler)
    for text in ("Let's see us in May or may be.", "May we let's", "longer words", ""):
        doc = model.make_doc(text)
        assert rules.match(doc) == [tuple(match) for match in AttributeRuler.match(ruler, doc)]


def test_models_multiply_through_numpy(kit: Kit) -> None:
    """No layer is left to BLIS."""
    model = kit.model("en")
    networks = [component.model for _, component in model.pipeline if getattr(component, "model", None) is not None]
    assert {layer.ops.use_blis for network in networks for layer in network.walk()} == {False}


def test_french_quote_behind_an_elision_is_a_word_of_its_own(kit: Kit) -> None:
    """An elided word, an opening quote and the word in it are three; an apostrophe inside a word cuts nothing."""
    words = [token.text for token in kit.model("fr").tokenizer("accusé d'\"agression\" aujourd'hui")]
    assert words == ["accusé", "d'", '"', "agression", '"', "aujourd'hui"]
