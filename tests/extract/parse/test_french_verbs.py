"""Verbs that the French parser missed."""

from __future__ import annotations

import pytest
from conftest import make_document

from dragoman.extract.parse.french_forms import compile_verb_forms
from dragoman.extract.parse.french_verbs import mend_verbs
from dragoman.extract.parse.french_words import Words
from dragoman.extract.parse.sentences import split_sentences
from dragoman.kit import Kit
from dragoman.records import Block, Sentence


def parse(text: str, kit: Kit) -> Sentence:
    """Return the parse of one French sentence."""
    (sentence,) = split_sentences(make_document(text, "fr"), [Block(start=0, end=len(text), kind="body")], kit)
    return sentence


def make_words(rows: list[tuple[str, str, str, int, str]]) -> Words:
    """Return words from (text, tag, features, head, label)."""
    texts, pos, morphs, heads, deps = (list(column) for column in zip(*rows, strict=True))
    return Words(texts=texts, pos=pos, lemmas=[text.lower() for text in texts], morphs=morphs, heads=heads, deps=deps)


def test_a_present_taken_for_a_participle_leads_the_sentence(kit: Kit) -> None:
    """A form that is no participle takes the place of the name before it, which becomes its subject."""
    words = make_words(
        [
            ("Le", "DET", "", 1, "det"),
            ("Malawi", "PROPN", "", 1, "root"),
            ("expulse", "VERB", "VerbForm=Part", 1, "acl"),
            ("deux", "NUM", "", 4, "nummod"),
            ("journalistes", "NOUN", "", 1, "nmod"),
        ]
    )
    mend_verbs(words, kit.compiled(compile_verb_forms, "fr"))
    assert words.deps[2] == "root"
    assert (words.heads[1], words.deps[1]) == (2, "nsubj")
    assert (words.heads[4], words.deps[4]) == (2, "obj")


def test_an_adjective_before_an_article_is_a_verb(kit: Kit) -> None:
    """Behind "et", with an article after it, "ferme" closes something, and does so with the subject of the verb before."""
    words = make_words(
        [
            ("Lusaka", "PROPN", "", 1, "nsubj"),
            ("rappelle", "VERB", "Tense=Pres|VerbForm=Fin", 1, "root"),
            ("ses", "DET", "", 3, "det"),
            ("diplomates", "NOUN", "", 1, "obj"),
            ("et", "CCONJ", "", 5, "cc"),
            ("ferme", "ADJ", "", 3, "conj"),
            ("la", "DET", "", 7, "det"),
            ("frontière", "NOUN", "", 3, "nmod"),
        ]
    )
    mend_verbs(words, kit.compiled(compile_verb_forms, "fr"))
    assert (words.pos[5], words.lemmas[5]) == ("VERB", "fermer")
    assert (words.heads[5], words.deps[5]) == (1, "conj")
    assert (words.heads[7], words.deps[7]) == (5, "obj")


@pytest.mark.parametrize("text", ["Une réponse ferme la semaine dernière a surpris Oslo.", "Leur demande a été rejetée."])
def test_nouns_and_adjectives_stay(text: str, kit: Kit) -> None:
    """A word with its own article, or before a time, is no verb."""
    sentence = parse(text, kit)
    assert not [token.text for token in sentence.tokens if token.pos == "VERB" and token.text in ("ferme", "demande")]
