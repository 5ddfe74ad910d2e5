"""Which clause words belong to in French, and verbs found by what stands around them, as whole sentences show it."""

from __future__ import annotations

import pytest
from conftest import make_document

from dragoman.extract.parse.french_clauses import mend_clauses
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


@pytest.mark.parametrize(
    ("text", "verb", "label", "word"),
    [
        ("Seule Lima la reconnaît.", "reconnaît", "obj", "la"),
        ("Lomé, puis Accra, avaient aussitôt rompu avec la Suède.", "rompu", "nsubj", "Lomé"),
        ("New Delhi et Islamabad se sont mutuellement accusés.", "accusés", "nsubj", "New"),
        ("Le Gabon ne livre plus de bois à la Chine.", "livre", "nsubj", "Gabon"),
        ("Lisbonne commande à Séoul des sous-marins.", "commande", "nsubj", "Lisbonne"),
        ("Le ministre reproche à Quito de ne pas avoir prévenu.", "reproche", "xcomp", "prévenu"),
        ("Le Maroc a dépêché au Mali des avions de secours.", "dépêché", "obj", "avions"),
        ("Oslo menace de les expulser.", "menace", "xcomp", "expulser"),
    ],
)
def test_words_hang_on_their_verb(kit: Kit, text: str, verb: str, label: str, word: str) -> None:
    """A verb is found where no noun can stand, and has the subject, object or infinitive that grammar gives it."""
    sentence = parse(text, kit)
    head = next(token for token in sentence.tokens if token.text == verb)
    dependent = next(token for token in sentence.tokens if token.text == word)
    assert head.pos == "VERB"
    assert (dependent.head, dependent.dep.partition(":")[0]) == (head.i, label)


def test_clause_with_que_describes_the_noun_before_it() -> None:
    """A clause with "que" and no object hangs on the noun right before, whatever verb it was put under."""
    words = make_words(
        [
            ("L'Unesco", "PROPN", "", 5, "nsubj"),
            (",", "PUNCT", "", 0, "punct"),
            ("que", "SCONJ", "", 4, "mark"),
            ("Dakar", "PROPN", "", 4, "nsubj"),
            ("quitte", "VERB", "Tense=Pres|VerbForm=Fin", 5, "advcl"),
            ("proteste", "VERB", "Tense=Pres|VerbForm=Fin", 5, "root"),
        ]
    )
    mend_clauses(words)
    assert (words.heads[4], words.deps[4]) == (0, "acl:relcl")
    assert (words.heads[2], words.deps[2]) == (4, "obj")


def test_present_goes_with_the_present_that_reports() -> None:
    """In "X says that it has not ... and accuses", the accusing is coordinated with the saying."""
    words = make_words(
        [
            ("Dakar", "PROPN", "", 1, "nsubj"),
            ("jure", "VERB", "Tense=Pres|VerbForm=Fin", 1, "root"),
            ("avoir", "AUX", "VerbForm=Inf", 3, "aux:tense"),
            ("payé", "VERB", "Tense=Past|VerbForm=Part", 1, "xcomp"),
            ("et", "CCONJ", "", 5, "cc"),
            ("accuse", "VERB", "Tense=Pres|VerbForm=Fin", 3, "conj"),
            ("Banjul", "PROPN", "", 5, "obj"),
        ]
    )
    mend_clauses(words)
    assert words.heads[5] == 1


def test_noun_behind_dont_is_the_subject_of_the_verb_behind_it() -> None:
    """A relative clause headed by a mere noun takes the verb behind it; what stands behind the verb is its object."""
    words = make_words(
        [
            ("Niger", "PROPN", "", 0, "root"),
            ("dont", "PRON", "PronType=Rel", 3, "nmod"),
            ("le", "DET", "", 3, "det"),
            ("chef", "NOUN", "", 0, "acl:relcl"),
            (",", "PUNCT", "", 0, "punct"),
            ("Tiani", "PROPN", "", 0, "dep"),
            (",", "PUNCT", "", 7, "punct"),
            ("accuse", "VERB", "Tense=Pres|VerbForm=Fin", 0, "parataxis"),
            ("Cotonou", "PROPN", "", 7, "nsubj"),
        ]
    )
    mend_clauses(words)
    assert (words.heads[3], words.deps[3]) == (7, "nsubj")
    assert (words.heads[7], words.deps[7]) == (0, "acl:relcl")
    assert words.deps[8] == "obj"


def test_plural_verb_has_both_names() -> None:
    """A single subject of a plural verb takes the name before "et" as well."""
    words = make_words(
        [
            ("traité", "NOUN", "", 0, "root"),
            (",", "PUNCT", "", 2, "punct"),
            ("Reagan", "PROPN", "Number=Sing", 0, "conj"),
            ("et", "CCONJ", "", 4, "cc"),
            ("Thatcher", "PROPN", "Number=Sing", 5, "nsubj"),
            ("dînaient", "VERB", "Mood=Ind|Number=Plur|Tense=Imp|VerbForm=Fin", 0, "advcl"),
        ]
    )
    mend_clauses(words)
    assert (words.heads[2], words.deps[2]) == (5, "nsubj")
    assert (words.heads[4], words.deps[4]) == (2, "conj")
