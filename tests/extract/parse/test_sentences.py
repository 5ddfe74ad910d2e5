"""Sentences, offsets and the one shape of the parse."""

from __future__ import annotations

import pytest
from conftest import make_document
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.extract.parse.sentences import plain, split_sentences
from dragoman.extract.parse.tree import ancestors
from dragoman.kit import Kit
from dragoman.records import Block, Sentence, Token


def sentences_of(text: str, kit: Kit, language: str = "en") -> tuple[Sentence, ...]:
    """Split a text that is all body."""
    return split_sentences(make_document(text, language), [Block(start=0, end=len(text), kind="body")], kit)


def word(sentence: Sentence, text: str) -> Token:
    """Return the first token with this text."""
    return next(token for token in sentence.tokens if token.text == text)


def relation(sentence: Sentence, text: str) -> tuple[str, str]:
    """Return the label and the governor of a word."""
    token = word(sentence, text)
    return token.dep, sentence.tokens[token.head].text


def test_prepositions_become_case_marks_of_their_noun(kit: Kit) -> None:
    """The noun hangs on the verb, the preposition on the noun."""
    (sentence,) = sentences_of("Norway consulted with Kenya in Oslo.", kit)
    assert relation(sentence, "Kenya") == ("obl", "consulted")
    assert relation(sentence, "with") == ("case", "Kenya")


def test_a_passive_agent_is_named_as_such(kit: Kit) -> None:
    """The word "by" marks the agent, the subject is passive."""
    (sentence,) = sentences_of("The talks were hosted by Norway.", kit)
    assert relation(sentence, "Norway") == ("obl:agent", "hosted")
    assert relation(sentence, "talks") == ("nsubj:pass", "hosted")


def test_the_predicate_heads_a_clause_with_be(kit: Kit) -> None:
    """The verb "be" is a copula in both languages."""
    (english,) = sentences_of("Norway is a neighbour of Russia.", kit)
    assert relation(english, "is") == ("cop", "neighbour")
    assert relation(english, "Norway")[1] == "neighbour"
    (french,) = sentences_of("La Norvège est une alliée de la France.", kit, "fr")
    assert relation(french, "est") == ("cop", "alliée")


def test_every_tree_is_a_tree(kit: Kit) -> None:
    """After rewriting, every word still leads up to one root, without circles."""
    text = (
        "Because of what was agreed on in and around Oslo, neither side is to blame for the delay, officials in Kenya say. "
        "It was at the harbour that they met. To whom is he loyal? What the ministry, which is in Oslo, said is that it is so."
    )
    found = sentences_of(text, kit)
    assert len(found) > 3
    for sentence in found:
        roots = {([*ancestors(sentence, token.i)] or [token])[-1].i for token in sentence.tokens}
        assert len(roots) == 1
        assert all(child in sentence.children[sentence.tokens[child].head] for c in sentence.children for child in c)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\u2028", "\x85", "\n\n\n"])
def test_offsets_hold_for_all_line_ends(kit: Kit, end: str) -> None:
    """Every token's span gives back its text, whatever ends the lines."""
    text = f"“Oslo agreed,” she said.{end}Kenya\u00a0thanked Oslo.{end}"
    found = sentences_of(text, kit)
    assert len(found) == 2
    for sentence in found:
        assert all(plain(text[token.start : token.end]) == token.text for token in sentence.tokens)


def test_a_language_that_is_not_read_gives_no_sentences(kit: Kit) -> None:
    """No English parse is forced on other languages."""
    assert sentences_of("Министры встретились в Осло.", kit, "ru") == ()


def test_only_readable_blocks_are_parsed(kit: Kit) -> None:
    """Furniture and captions give no sentences."""
    text = "Oslo agreed.\nSubscribe now to our letter."
    blocks = [Block(start=0, end=12, kind="body"), Block(start=13, end=len(text), kind="furniture")]
    assert [text[s.start : s.end] for s in split_sentences(make_document(text), blocks, kit)] == ["Oslo agreed."]


@given(st.text(max_size=200))
def test_plain_keeps_the_length(text: str) -> None:
    """The copy that the parser sees has one character for each of the original."""
    assert len(plain(text)) == len(text)


@settings(max_examples=40, deadline=None)
@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=120))
def test_any_text_survives(kit: Kit, text: str) -> None:
    """No text raises, and all spans lie in order within it."""
    position = 0
    for sentence in sentences_of(text, kit):
        assert position <= sentence.start < sentence.end <= len(text)
        position = sentence.end


def test_a_long_paragraph_is_cut_without_loss(kit: Kit) -> None:
    """A paragraph longer than the parser's portion is read whole."""
    text = "Norway thanked Kenya for its help in the matter of the boats. " * 150
    found = sentences_of(text, kit)
    assert sum(token.text == "Norway" for sentence in found for token in sentence.tokens) == 150


@pytest.mark.parametrize(
    "text",
    [
        "Oslo et Nairobi ont expulsé mardi huit diplomates péruviens.",
        "La guerre de 1926-1928 a laissé des traces entre Oslo et Nairobi.",
        "Le ministre norvégien a rencontré le gén. Hakim Sabra à Nairobi, a indiqué l'ambassade.",
        "« Sans cela, notre travail commence », a souligné la haute représentante Ingrid Solberg.",
        "Le président du Kenya Odongo Wafula a reçu Mme Solberg, qui l'a remercié ; elle repartira lundi.",
    ],
)
def test_no_french_sentence_begins_after_a_name_or_before_a_comma(kit: Kit, text: str) -> None:
    """The parser may not break a French sentence where no final mark stands."""
    assert len(sentences_of(text, kit, "fr")) == 1


def test_sentences_still_end_at_their_stops(kit: Kit) -> None:
    """Where a stop stands before a capital letter, the next sentence begins, also after a closing quote."""
    french = sentences_of("Oslo a protesté. « Nous partons. » Nairobi regrette ce départ.", kit, "fr")
    assert [sentence.tokens[0].text for sentence in french] == ["Oslo", '"', "Nairobi"]
    english = sentences_of("Oslo protested. Nairobi, for its part, regretted the step. Both hope for talks.", kit)
    assert len(english) == 3


@given(st.text(alphabet="aB .,;:!?\"')-\n", max_size=60))
@settings(max_examples=30, deadline=None)
def test_pieces_never_begin_with_a_small_letter(kit: Kit, text: str) -> None:
    """Whatever the punctuation, a sentence that is not the first of its line never begins in lower case."""
    for sentence in sentences_of(text, kit, "fr"):
        line_start = text.rfind("\n", 0, sentence.start) + 1
        assert not text[sentence.start].islower() or not text[line_start : sentence.start].strip()
