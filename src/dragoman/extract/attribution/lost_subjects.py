"""Subjects that the parser gave to no verb or to another one: the noun before it, the name before an apposition."""

from __future__ import annotations

from dragoman.extract.attribution.verb_forms import is_passive
from dragoman.extract.parse.tree import children, has_label
from dragoman.records import Sentence


def lost_subject(sentence: Sentence, verb: int) -> int | None:
    """Return the noun right before a finite verb to which the parser gave no subject, or None.

    Only adverbs, auxiliaries and what stands between commas may lie between, and the noun must open its clause.
    """
    token = sentence.tokens[verb]
    if token.pos == "VERB" and "VerbForm=Part" in token.morph and "Tense=Pres" in token.morph:
        return _of_main_clause(sentence, verb)
    if token.pos != "VERB" or is_passive(sentence, verb) or not _finite(sentence, verb):
        return None
    index = verb - 1
    while index >= 0 and sentence.tokens[index].pos in ("ADV", "AUX", "PART"):
        index -= 1
    if index > 0 and sentence.tokens[index].text in (",", ")"):
        return _name_before_apposition(sentence, index)
    if index < 0 or sentence.tokens[index].pos not in ("NOUN", "PROPN", "PRON", "NUM"):
        return None
    first = index
    while first > 0 and sentence.tokens[first - 1].pos in _IN_PHRASE:
        first -= 1
    return _first_of_list(sentence, index) if _opens_clause(sentence, first) else None


def _of_main_clause(sentence: Sentence, verb: int) -> int | None:
    """`Her spokesman backpedalled, explaining that ...`: behind a comma a participle has the subject of the sentence."""
    if not any(t.text == "," for t in sentence.tokens[max(0, verb - 3) : verb]):
        return None
    root = next(t for t in sentence.tokens if t.head == t.i)
    if root.i > verb:
        return None
    subject = next((t.i for t in children(sentence, root.i, "nsubj") if t.i < verb), None)
    return root.i if subject is None and root.pos in ("NOUN", "PROPN", "PRON") else subject


def _name_before_apposition(sentence: Sentence, comma: int) -> int | None:
    """`Ann Lee, the head of the office, wrote`: the last name before the commas that opens a clause."""
    for name in reversed(sentence.names):
        closed = name.last < comma and sentence.tokens[name.last].text in (",", "(")
        first = name.first
        while first > 0 and sentence.tokens[first - 1].pos in _IN_PHRASE:
            first -= 1
        if closed and name.label != "MISC" and _opens_clause(sentence, first):
            return _first_of_list(sentence, name.last - 1)
    return None


def _first_of_list(sentence: Sentence, index: int) -> int:
    """`Egypt, Algeria and Russia, whose envoys came, praised`: the first of those who are listed, where they open a clause."""
    place = index
    while has_label(sentence.tokens[place], "flat", "compound") and sentence.tokens[place].head < place:
        place = sentence.tokens[place].head
    listed = place
    while has_label(sentence.tokens[place], "conj") and sentence.tokens[place].head < place:
        place = sentence.tokens[place].head
    first = place
    while first > 0 and sentence.tokens[first - 1].pos in _IN_PHRASE:
        first -= 1
    joined = any(t.pos == "CCONJ" for t in sentence.tokens[place:listed])
    names = all(t.pos not in ("VERB", "AUX", "ADP") for t in sentence.tokens[first : index + 1])
    return place if joined and names and (first == 0 or sentence.tokens[first - 1].pos == "PUNCT") else index


def _opens_clause(sentence: Sentence, first: int) -> bool:
    return first == 0 or sentence.tokens[first - 1].pos in ("PUNCT", "CCONJ", "SCONJ")


_IN_PHRASE = ("DET", "ADJ", "NOUN", "PROPN", "NUM", "PRON")


def _finite(sentence: Sentence, verb: int) -> bool:
    tensed = (sentence.tokens[verb], *children(sentence, verb, "aux"))
    return any("VerbForm=Fin" in t.morph for t in tensed)
