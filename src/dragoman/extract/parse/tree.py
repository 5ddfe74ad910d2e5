"""Walking the parse of a sentence: the few questions that every later stage asks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache

from dragoman.records import Sentence, Span, Token


def children(sentence: Sentence, index: int, *labels: str) -> tuple[Token, ...]:
    """Return the dependents of a token, in order; with labels, only those (a label covers its subtypes: nsubj, nsubj:pass)."""
    below = sentence.children[index]
    if not below:
        return ()
    tokens = sentence.tokens
    if not labels:
        return tuple([tokens[child] for child in below])
    found = []
    for child in below:  # spelt out: asked more often than anything else
        token = tokens[child]
        dep = token.dep
        if dep in labels or (":" in dep and _is_subtype(dep, labels)):
            found.append(token)
    return tuple(found)


def has_label(token: Token, *labels: str) -> bool:
    """Tell whether a token's relation is one of the labels or a subtype of one."""
    dep = token.dep
    return dep in labels or (":" in dep and _is_subtype(dep, labels))


@lru_cache(maxsize=16_384)  # a few dozen relations in a few hundred sets of labels
def _is_subtype(dep: str, labels: tuple[str, ...]) -> bool:
    return any(dep.startswith(label + ":") for label in labels)


def subtree(sentence: Sentence, index: int, *without: str) -> tuple[int, ...]:
    """Return the token indices under a token, itself among them, in order; branches labelled `without` are left out."""
    children_of = sentence.children
    below: Iterable[int] = children_of[index]
    if without:
        below = [child for child in below if not has_label(sentence.tokens[child], *without)]
    found, open_ = [index], list(below)
    while open_:
        current = open_.pop()
        found.append(current)
        open_ += children_of[current]
    found.sort()
    return tuple(found)


def ancestors(sentence: Sentence, index: int) -> Iterator[Token]:
    """Yield the governors of a token, the nearest first."""
    while sentence.tokens[index].head != index:
        index = sentence.tokens[index].head
        yield sentence.tokens[index]


def conjuncts(sentence: Sentence, index: int) -> tuple[Token, ...]:
    """Return a token and all that is coordinated with it, in order ("Washington and Paris" gives both)."""
    found = [sentence.tokens[index]]
    for child in children(sentence, index, "conj"):
        found += conjuncts(sentence, child.i)
    return tuple(found)


def first_conjunct(sentence: Sentence, index: int) -> Token:
    """Return the head of the coordination that a token belongs to."""
    token = sentence.tokens[index]
    while token.dep == "conj" and token.head != token.i:
        token = sentence.tokens[token.head]
    return token


def cover(sentence: Sentence, indices: Iterable[int]) -> Span:
    """Return the document span from the first to the last of some tokens."""
    tokens = [sentence.tokens[index] for index in indices]
    return min(token.start for token in tokens), max(token.end for token in tokens)


def trimmed(text: str, start: int, end: int, marks: str = " \t\r\n\u00a0,;:.\"'“”‘’«»–—-") -> Span:
    """Shrink a span until neither end is one of the marks (by default blanks, commas, quotes and dashes)."""
    while start < end and text[start] in marks:
        start += 1
    while end > start and text[end - 1] in marks:
        end -= 1
    return start, end


def overlap(left: Span, right: Span) -> int:
    """Return how many characters two spans share."""
    return max(0, min(left[1], right[1]) - max(left[0], right[0]))
