"""Repairs that both parsers need: which clause a coordinated verb goes on with, and lost subjects."""

from __future__ import annotations

import pytest
from conftest import make_document

from dragoman.extract.parse.sentences import split_sentences
from dragoman.kit import Kit
from dragoman.records import Block, Sentence


def parse(text: str, kit: Kit, language: str) -> Sentence:
    """Return the parse of one sentence."""
    (sentence,) = split_sentences(make_document(text, language), [Block(start=0, end=len(text), kind="body")], kit)
    return sentence


@pytest.mark.parametrize(
    ("language", "text", "verb", "head"),
    [
        ("en", "Keir Starmer said that Britain does not seek a quarrel but expects an answer.", "expects", "seek"),
        ("en", "He said Iran would answer and called on Europe to act.", "called", "said"),
        ("en", "He said that Oslo was ready but warned Bern against delay.", "warned", "ready"),  # nothing tells: as parsed
        # a subject of its own, and no time that the two share
        ("en", "The minister said that talks would go on and Peru thanked Chile.", "thanked", "go"),
        ("en", "The envoy says that Peru will sign and praised Chile.", "praised", "says"),
        ("en", "The envoy said that Peru would sign and thank Chile.", "thank", "sign"),
        ("fr", "Le ministre a dit que le Pérou reviendrait et a salué le Chili.", "salué", "dit"),
        ("fr", "Le ministre a dit que le Pérou reviendrait et saluait le Chili.", "saluait", "reviendrait"),
        ("fr", "Il a dit que la Chine ne veut pas de guerre mais exige le respect.", "exige", "veut"),
        ("fr", "M. Lula a répété que le Brésil ne livrerait pas d'armes et a exhorté Moscou à cesser.", "exhorté", "répété"),
        ("fr", "Le ministre a affirmé que l'Iran répondrait et a appelé l'Europe à agir.", "appelé", "affirmé"),
        ("fr", "Elle a assuré que l'Allemagne livrera des chars et paiera la facture.", "paiera", "livrera"),
    ],
)
def test_a_verb_goes_on_with_the_clause_whose_time_it_shares(
    language: str, text: str, verb: str, head: str, kit: Kit
) -> None:
    """Of the clause told and the clause that tells, the one of the same time governs."""
    sentence = parse(text, kit, language)
    token = next(t for t in sentence.tokens if t.text == verb)
    assert sentence.tokens[token.head].text == head


@pytest.mark.parametrize(
    ("language", "text", "verb", "subject"),
    [
        ("en", "In Paraguay, which votes on 30 April, the candidate of the left has promised to review relations.", "promised",
         "candidate"),
        ("en", "According to a Dutch official, London and Rome support the plan.", "support", "London"),
        ("en", "Song Min-soon, who led the team of the Republic of Korea (ROK), confirmed the offer.", "confirmed", "Min"),
        ("fr", "À Washington, le secrétaire d'État américain, Antony Blinken, s'est félicité de cette rencontre.", "félicité",
         "secrétaire"),
        ("fr", "Il a par ailleurs souligné que le pont est sûr.", "souligné", "Il"),
    ],
)  # fmt: skip
def test_a_finite_verb_has_its_subject(language: str, text: str, verb: str, subject: str, kit: Kit) -> None:
    """The subject that the parser hangs on an opening, an auxiliary or a relative clause is given back."""
    sentence = parse(text, kit, language)
    token = next(t for t in sentence.tokens if t.text == verb)
    subjects = [t.text for t in sentence.tokens if t.head == token.i and t.dep.startswith("nsubj")]
    assert subject in subjects


def test_what_stands_before_a_colon_is_not_what_is_feared(kit: Kit) -> None:
    """Two clauses around a colon stay two."""
    sentence = parse("Her union is less happy: it fears that rents will double.", kit, "en")
    happy = next(t for t in sentence.tokens if t.text == "happy")
    assert happy.head == happy.i
