"""Clauses of reporting verbs are hung anew, and nothing else is; sentences of our own."""

from __future__ import annotations

from conftest import make_document

from dragoman.extract.attribution.cues import make_cue_table
from dragoman.extract.attribution.reported_clauses import hung, mended
from dragoman.extract.parse.sentences import split_sentences
from dragoman.extract.speakers.quotes import find_quotes
from dragoman.kit import Kit
from dragoman.records import Block, Document, DocumentFacts, Links, Sentence


def read(text: str, kit: Kit, language: str) -> tuple[Document, tuple[Sentence, ...]]:
    """Return the document and the sentences of a text that is all body."""
    document = make_document(text, language)
    return document, split_sentences(document, (Block(start=0, end=len(text), kind="body"),), kit)


def said(text: str, kit: Kit, language: str) -> list[tuple[str, str]]:
    """Return source and content of every attribution, as words."""
    document, sentences = read(text, kit, language)
    blocks = (Block(start=0, end=len(text), kind="body"),)
    quotes = find_quotes(document, blocks, sentences, Links(), DocumentFacts(), kit)
    return [
        (text[slice(*q.source)] if q.source else "", " ... ".join(text[start:end] for start, end in q.content)) for q in quotes
    ]


def test_sentences_without_a_cue_stay_as_they_are(kit: Kit) -> None:
    """Most sentences are not rebuilt."""
    _, sentences = read("Il pleut sur la ville.", kit, "fr")
    assert mended(sentences[0], kit.compiled(make_cue_table, "fr")) is sentences[0]


def test_no_circle_is_made(kit: Kit) -> None:
    """A word is never hung below one of its own dependents, or on itself."""
    _, sentences = read("The minister said that the port would reopen.", kit, "en")
    sentence = sentences[0]
    said_, port = 2, 5
    assert hung(sentence, {said_: (port, "conj"), port: (port, "obj")}) == sentence


def test_children_follow_the_new_heads(kit: Kit) -> None:
    """A word that hangs anew stands among the dependents of its new governor, and nowhere else."""
    _, sentences = read("The minister said that the port would reopen.", kit, "en")
    changed = hung(sentences[0], {5: (2, "obj")})
    assert 5 in changed.children[2]
    assert all(changed.tokens[child].head == head for head, below in enumerate(changed.children) for child in below)
