"""The words of a phrase: the span of a noun phrase with what belongs to it, and of a verb with its auxiliaries."""

from __future__ import annotations

from collections.abc import Iterable

from dragoman.extract.parse.tree import children, has_label, subtree
from dragoman.records import Sentence, Span, Token

_NO_PART = ("acl", "parataxis", "punct", "advcl", "dep", "cop", "ccomp", "mark", "cc:preconj")


def noun_phrase(sentence: Sentence, head: int, joined: bool = True) -> Span:
    """Return the span of a noun phrase without relative clauses, what stands behind a comma, and prepositions.

    `joined`: with what is coordinated with it.
    """
    kept = [head]
    for child in sentence.children[head]:
        if not joined and has_label(sentence.tokens[child], "conj", "cc"):
            continue
        if _part_of_phrase(sentence, head, child):
            kept += subtree(sentence, child)
    return tight_span(sentence, kept)


def _part_of_phrase(sentence: Sentence, head: int, child: int) -> bool:
    token = sentence.tokens[child]
    if has_label(token, *_NO_PART) or _cleaves(sentence, head, token) or (has_label(token, "case") and child < head):
        return False
    if has_label(token, "appos", "nmod", "obl") and _comma_between(sentence, head, child):
        return False
    if sentence.language == "fr" and child < head and token.dep == "nmod" and _behind_case(sentence, token):
        return False  # French complements follow: "par téléphone avec le président"
    if has_label(token, "conj"):
        return not starts_clause(sentence, child)
    if has_label(token, "cc"):
        return any(
            t.i > child and not starts_clause(sentence, t.i) for t in children(sentence, head, "conj")
        )
    return True


def _cleaves(sentence: Sentence, head: int, token: Token) -> bool:
    """`It is | the bank | that demands`: the pronoun before a form of "to be" is no part of the phrase behind it."""
    cleaving = has_label(token, "nsubj", "expl") and token.i < head and token.pos == "PRON"
    return cleaving and bool(children(sentence, head, "cop"))


def _behind_case(sentence: Sentence, token: Token) -> bool:
    return any(has_label(sentence.tokens[child], "case") for child in sentence.children[token.i])


def starts_clause(sentence: Sentence, index: int) -> bool:
    """Tell whether a token is the predicate of a clause."""
    return sentence.tokens[index].pos in ("VERB", "AUX") or bool(children(sentence, index, "nsubj", "cop"))


def _comma_between(sentence: Sentence, left: int, right: int) -> bool:
    low, high = sorted((left, right))
    return any(token.text in (",", "(", "-", "–", "—") for token in sentence.tokens[low:high])


def tight_span(sentence: Sentence, indices: Iterable[int]) -> Span:
    """Return the span from the first to the last of some tokens, without punctuation at its ends."""
    kept = sorted(indices)
    while len(kept) > 1 and sentence.tokens[kept[0]].pos == "PUNCT":
        kept = kept[1:]
    while len(kept) > 1 and sentence.tokens[kept[-1]].pos == "PUNCT":
        kept = kept[:-1]
    return sentence.tokens[kept[0]].start, sentence.tokens[kept[-1]].end


def cue_span(sentence: Sentence, verb: int) -> Span:
    """Return a verb with its auxiliaries, negation and particle where they stand together."""
    first = last = verb
    near = {t.i for t in children(sentence, verb, "aux", "cop", "advmod", "compound:prt", "expl")}
    while first - 1 in near:
        first -= 1
    while last + 1 in near and has_label(sentence.tokens[last + 1], "compound:prt"):
        last += 1
    return sentence.tokens[first].start, sentence.tokens[last].end
