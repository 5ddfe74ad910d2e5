"""The sides of a verb by the order of words alone, for sentences whose parse gives none.

News prose in English and French puts who acts before the verb and whom it concerns behind it. Where the parser lost a
subject or hung an object elsewhere, the nearest phrase that names somebody is taken: before the verb one without a
preposition, behind it one in the same clause. What is found so counts less than what the parse says.
"""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.extract.events.matching import Match
from dragoman.extract.events.nouns import Group, coordinated
from dragoman.extract.events.phrases import case_of
from dragoman.extract.events.words import Lexicon
from dragoman.extract.parse.tree import children, has_label
from dragoman.records import Sentence, Token

_STOPS = frozenset((";", ":", "."))
_RELATIVES = frozenset(
    ("who", "which", "that", "whom", "whose", "where", "qui", "que", "qu'", "dont", "où", "lequel", "laquelle")
)
_FARTHEST = 18  # words behind an act in which its aim is looked for: about a clause
_LONGEST_ASIDE = 25  # words
_WEIGHT = 0.75  # against 1.0 for a place in the parse; counted on development texts, three in four were right
_SOURCES = frozenset(("according", "selon", "d'après"))
_INSIDE_NAMES = ("ADP", "DET", "CCONJ", "PUNCT")  # "of" inside a body's name heads no phrase
_MODIFIERS = ("amod", "compound", "nmod:poss", "flat", "appos", "det", "nummod")


def subject_before(sentence: Sentence, verb: int, named: frozenset[int]) -> Group | None:
    """Return the nearest named phrase without a preposition before a verb; `named` are the words that name somebody."""
    tokens = sentence.tokens
    for index in range(_before_aside(sentence, _group_start(sentence, verb)) - 1, -1, -1):
        token = tokens[index]
        if token.text in _STOPS:
            return None
        head = _phrase_head(sentence, token)
        if index in named and head.i < verb and not _is_governed(sentence, head):
            return Group(heads=coordinated(sentence, head.i), slot="linear", weight=_WEIGHT)
        if has_label(token, "nsubj") and token.pos in ("NOUN", "PRON") and token.text.lower() not in _RELATIVES:
            return None  # somebody or something unnamed is the subject
    return None


def _before_aside(sentence: Sentence, start: int) -> int:
    """Return where a relative clause between commas begins that ends right before a place ("Madrid, qui ..., exprime")."""
    tokens = sentence.tokens
    if not start or tokens[start - 1].text != ",":
        return start
    for index in range(start - 2, max(0, start - _LONGEST_ASIDE), -1):
        if tokens[index].text == "," and tokens[index + 1].text.lower() in _RELATIVES:
            return index
    return start


def _group_start(sentence: Sentence, verb: int) -> int:
    """Return the first word of a verb with its auxiliaries, pronouns and adverbs."""
    start = verb
    while start and sentence.tokens[start - 1].pos in ("AUX", "ADV", "PART"):
        start -= 1
    return start


def _phrase_head(sentence: Sentence, token: Token) -> Token:
    """Return the head of the phrase that a name or adjective belongs to ("the Geneva police", "la police genevoise")."""
    while has_label(token, *_MODIFIERS) and token.head != token.i:
        token = sentence.tokens[token.head]
    return token


def _is_governed(sentence: Sentence, head: Token) -> bool:
    """Tell whether a phrase stands under a preposition or another noun: then it is no subject."""
    if case_of(sentence, head.i) or has_label(head, "nmod", "obj"):
        return True
    above = sentence.tokens[head.head]
    return head.dep == "conj" and bool(case_of(sentence, above.i))


def aims_after(sentence: Sentence, match: Match, named: frozenset[int], lexicon: Lexicon) -> Iterator[Group]:
    """Yield the named phrases behind an act, in order, up to the end of its clause."""
    tokens = sentence.tokens
    first = match.head + 1  # of two objects the phrase has the second one: "handed Fiji a boat"
    for index in range(first, min(max(match.tokens) + 1 + _FARTHEST, len(tokens))):
        token = tokens[index]
        if index in match.tokens:
            continue
        if _ends_clause(sentence, token) or _goes_on(sentence, token):
            return
        if index not in named or token.pos in _INSIDE_NAMES:
            continue
        head = _phrase_head(sentence, token)
        if head.i in match.tokens and index < max(match.tokens):
            continue
        cases = case_of(sentence, head.i)
        if _is_source(sentence, head):
            continue
        if has_label(head, "nsubj") or (cases and not lexicon.words("towards") & set(cases)):
            continue
        yield Group(heads=coordinated(sentence, head.i), slot="linear", weight=_WEIGHT)


def _is_source(sentence: Sentence, head: Token) -> bool:
    """Tell whether a phrase only says whose words these are: "according to the United Nations"."""
    before = (*children(sentence, head.i, "case"), sentence.tokens[head.head])
    return any(token.text.lower() in _SOURCES for token in before)


def _goes_on(sentence: Sentence, token: Token) -> bool:
    """Tell whether a coordinated participle with an object of its own begins: "a rejeté l'offre et adressé une lettre à"."""
    joined = token.dep == "conj" and token.pos == "VERB" and sentence.tokens[token.head].pos == "VERB"
    return joined and bool(children(sentence, token.i, "obj"))


def _ends_clause(sentence: Sentence, token: Token) -> bool:
    if token.text in _STOPS or (token.text.lower() in _RELATIVES and token.pos in ("PRON", "SCONJ")):
        return True
    return token.pos in ("VERB", "AUX") and (
        "VerbForm=Fin" in token.morph or bool(children(sentence, token.i, "nsubj"))
    )
