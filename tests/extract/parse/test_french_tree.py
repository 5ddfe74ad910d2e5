"""Repairs of the French parse."""

from __future__ import annotations

import pytest
from conftest import make_document
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.extract.parse.french_forms import compile_verb_forms
from dragoman.extract.parse.french_tree import Words, infinitive, mend
from dragoman.extract.parse.sentences import split_sentences
from dragoman.kit import Kit
from dragoman.records import Block, Sentence


def parse(text: str, kit: Kit) -> Sentence:
    """Return the parse of one French sentence."""
    (sentence,) = split_sentences(make_document(text, "fr"), [Block(start=0, end=len(text), kind="body")], kit)
    return sentence


def relation(sentence: Sentence, text: str) -> tuple[str, str]:
    """Return the label and the governor of a word."""
    token = next(token for token in sentence.tokens if token.text == text)
    return token.dep, sentence.tokens[token.head].text


def make_words(rows: list[tuple[str, str, str, int, str]]) -> Words:
    """Return words from (text, tag, lemma, head, label)."""
    texts, pos, lemmas, heads, deps = (list(column) for column in zip(*rows, strict=True))
    return Words(texts=texts, pos=pos, lemmas=lemmas, morphs=[""] * len(rows), heads=heads, deps=deps)


def test_a_day_is_no_object(kit: Kit) -> None:
    """The day beside a verb is a circumstance, and whoever hangs on it or on the place is the object."""
    sentence = parse("La présidente kényane a reçu mardi à Nairobi son homologue norvégien.", kit)
    assert relation(sentence, "mardi")[0].startswith("obl")
    assert relation(sentence, "homologue") == ("obj", "reçu")


def test_a_bare_noun_under_a_noun_of_time_is_the_object(kit: Kit) -> None:
    """In "ont expulsé mercredi six diplomates" the people are expelled, not the day."""
    words = make_words(
        [
            ("ont", "AUX", "avoir", 1, "aux:tense"),
            ("expulsé", "VERB", "expulser", 1, "root"),
            ("mercredi", "NOUN", "mercredi", 1, "obl:mod"),
            ("six", "NUM", "six", 4, "nummod"),
            ("diplomates", "NOUN", "diplomate", 2, "nmod"),
        ]
    )
    mend(words, kit.compiled(compile_verb_forms, "fr"))
    assert (words.heads[4], words.deps[4]) == (1, "obj")


def test_names_joined_before_a_verb_are_its_subjects(kit: Kit) -> None:
    """Where the parser made the first name the sentence and its verb a coordination, both names become subjects."""
    words = make_words(
        [
            ("Oslo", "PROPN", "oslo", 0, "root"),
            ("et", "CCONJ", "et", 4, "cc"),
            ("Nairobi", "PROPN", "nairobi", 4, "nsubj"),
            ("ont", "AUX", "avoir", 4, "aux:tense"),
            ("protesté", "VERB", "protester", 0, "conj"),
        ]
    )
    mend(words, kit.compiled(compile_verb_forms, "fr"))
    assert (words.heads[4], words.deps[4]) == (4, "root")
    assert (words.heads[0], words.deps[0]) == (4, "nsubj")
    assert (words.heads[2], words.deps[2]) == (0, "conj")


def test_a_participle_behind_an_auxiliary_is_a_verb(kit: Kit) -> None:
    """An adjective that governs an auxiliary of the past is tagged as a verb with its infinitive."""
    words = make_words(
        [("Oslo", "PROPN", "oslo", 2, "nsubj"), ("a", "AUX", "avoir", 2, "aux:tense"), ("gelé", "ADJ", "gelé", 2, "root")]
    )
    mend(words, kit.compiled(compile_verb_forms, "fr"))
    assert (words.pos[2], words.lemmas[2]) == ("VERB", "geler")


def test_a_given_name_is_no_verb(kit: Kit) -> None:
    """A given name that the parser took for the verb gives its clause back to the real verb."""
    words = make_words(
        [
            ("ministre", "NOUN", "ministre", 1, "nsubj"),
            ("Odongo", "VERB", "odonger", 1, "root"),
            ("Wafula", "PROPN", "wafula", 1, "flat:name"),
            ("a", "AUX", "avoir", 4, "aux:tense"),
            ("protesté", "VERB", "protester", 1, "advcl"),
        ]
    )
    mend(words, kit.compiled(compile_verb_forms, "fr"))
    assert (words.pos[1], words.heads[1], words.deps[1]) == ("PROPN", 0, "appos")
    assert (words.heads[0], words.deps[0]) == (4, "nsubj")
    assert words.heads[4] == 4


@pytest.mark.parametrize(
    ("form", "expected"),
    [("reproche", "reprocher"), ("gelées", "geler"), ("armera", "armer"), ("rejoindra", "rejoindre"), ("menaçait", "menaçer")],
)
def test_regular_forms_lead_to_an_infinitive(form: str, expected: str) -> None:
    """The ending of a verb form tells its infinitive, spelling changes inside the stem apart."""
    assert infinitive(form) == expected


_TAGS = st.sampled_from(("VERB", "NOUN", "PROPN", "ADJ", "ADV", "AUX", "PRON", "CCONJ"))
_TEXTS = st.sampled_from(("Oslo", "gelé", "mardi", "six", "dernière", "et", "a", "Paul", "semaine"))
_DEPS = st.sampled_from(("nsubj", "obj", "obl:mod", "nmod", "conj", "aux:tense", "case", "det", "cc", "flat:name", "advcl"))


@given(st.lists(st.tuples(_TEXTS, _TAGS, _DEPS, st.integers(0, 30)), min_size=1, max_size=12))
@settings(max_examples=200, deadline=None)
def test_a_mended_tree_is_still_a_tree(kit: Kit, rows: list[tuple[str, str, str, int]]) -> None:
    """Whatever the parser gives, every word still leads up to one root."""
    heads = [0 if not index else row[3] % index for index, row in enumerate(rows)]
    words = make_words(
        [(text, tag, text.lower(), heads[i], dep if i else "root") for i, (text, tag, dep, _) in enumerate(rows)]
    )
    mend(words, kit.compiled(compile_verb_forms, "fr"))
    for index in range(len(rows)):
        steps, place = 0, index
        while words.heads[place] != place:
            place, steps = words.heads[place], steps + 1
            assert steps <= len(rows)
    assert sum(head == index for index, head in enumerate(words.heads)) == 1


def test_a_future_behind_an_object_pronoun_is_a_verb(kit: Kit) -> None:
    """A noun cannot follow an object pronoun: "les rejoindra" holds a verb."""
    words = make_words(
        [("Oslo", "PROPN", "oslo", 2, "nsubj"), ("les", "PRON", "le", 2, "obj"), ("rejoindra", "NOUN", "rejoindra", 2, "root")]
    )
    mend(words, kit.compiled(compile_verb_forms, "fr"))
    assert (words.pos[2], words.lemmas[2]) == ("VERB", "rejoindre")


@pytest.mark.parametrize(
    "text", ["Tokyo avait alors gelé les discussions sur un traité.", "Lima a également suspendu les livraisons de blé."]
)
def test_a_verb_does_not_hang_on_its_own_object(kit: Kit, text: str) -> None:
    """A participle with its auxiliary before a noun is the verb of the clause, not an adjective of the noun."""
    sentence = parse(text, kit)
    verb = next(token for token in sentence.tokens if token.text in ("gelé", "suspendu"))
    assert verb.head == verb.i
    assert relation(sentence, "Tokyo" if verb.text == "gelé" else "Lima") == ("nsubj", verb.text)
    assert relation(sentence, "discussions" if verb.text == "gelé" else "livraisons") == ("obj", verb.text)


def test_an_adjective_stays_with_its_noun(kit: Kit) -> None:
    """A participle without an auxiliary of its own stays an adjective: "les avoirs gelés"."""
    assert relation(parse("Paris a rendu les avoirs gelés.", kit), "gelés")[1] == "avoirs"


@pytest.mark.parametrize(
    ("text", "thing", "verb"),
    [
        ("Les avions ont frappé mardi des camps en Libye.", "camps", "frappé"),
        ("Le Pérou a frappé jeudi des dépôts en Bolivie.", "dépôts", "frappé"),
    ],
)
def test_des_behind_a_day_leads_the_object(kit: Kit, text: str, thing: str, verb: str) -> None:
    """Between a day and a noun "des" is an article: the noun is what is acted on."""
    assert relation(parse(text, kit), thing) == ("obj", verb)


def test_des_behind_a_day_leads_no_object_of_verbs_with_de(kit: Kit) -> None:
    """A verb that takes "de" keeps it across a day: "ont parlé mardi des otages"."""
    assert relation(parse("Les ministres ont parlé mardi des otages.", kit), "otages")[0] != "obj"


@pytest.mark.parametrize(
    ("text", "label"), [("Oslo est sorti du traité.", "nsubj"), ("Le blessé a été sorti du navire.", "nsubj:pass")]
)
def test_going_out_is_no_passive(kit: Kit, text: str, label: str) -> None:
    """"est sorti" is a perfect, "a été sorti" a passive."""
    sentence = parse(text, kit)
    verb = next(token for token in sentence.tokens if token.text == "sorti")
    assert label in {token.dep for token in sentence.tokens if token.head == verb.i and token.i < verb.i}
