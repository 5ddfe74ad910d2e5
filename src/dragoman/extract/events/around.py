"""Sides that stand around an act and its own slots: company, a condition, the clause on a measure, behind the doer's name."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from dragoman.extract.events.nouns import Group, coordinated, noun_slot
from dragoman.extract.events.passives import is_passive
from dragoman.extract.events.phrases import case_of
from dragoman.extract.events.verbs import RELATIVE
from dragoman.extract.events.words import Lexicon
from dragoman.extract.parse.tree import children, has_label
from dragoman.records import Sentence, Token

_COMPANY = frozenset(("together", "along", "alongside", "jointly", "ensemble", "conjointement"))
_TOGETHER = frozenset(("with", "avec"))
_IF = frozenset(("if", "unless", "should", "si", "s'", "s’"))
_UPON = frozenset(("on", "upon", "against", "to", "sur", "contre", "à"))


def with_company(sentence: Sentence, verb: int, group: Group) -> Group:
    """Add to who acts whoever does it together with them: "Oslo, together with Lima, condemned", "along with", "avec"."""
    around = [*children(sentence, verb, "obl"), *(t for head in group.heads for t in children(sentence, head, "nmod", "obl"))]
    for adverb in children(sentence, verb, "advmod"):
        if adverb.text.lower() in _COMPANY:
            around += children(sentence, adverb.i, "obl", "nmod")
    joined = [
        index
        for token in around
        if _TOGETHER & set(case_of(sentence, token.i)) and _is_company(sentence, token, verb)
        for index in coordinated(sentence, token.i)
    ]
    added = tuple(index for index in dict.fromkeys(joined) if index not in group.heads)
    return msgspec.structs.replace(group, heads=group.heads + added) if added else group


def _is_company(sentence: Sentence, token: Token, verb: int) -> bool:
    near = (*children(sentence, token.i, "advmod", "case"), sentence.tokens[token.head])
    return any(t.text.lower() in _COMPANY and t.i < token.i for t in near) and token.i != verb


def in_condition(sentence: Sentence, verb: int) -> Iterator[Group]:
    """Yield who is threatened, by the condition: "threatened to strike if Iran resumed its work"."""
    clauses = (verb, *(t.i for t in children(sentence, verb, "xcomp", "ccomp", "obj")))
    for clause in (t for index in clauses for t in children(sentence, index, "advcl")):
        if any(mark.text.lower() in _IF for mark in children(sentence, clause.i, "mark")):
            for subject in children(sentence, clause.i, "nsubj"):
                yield Group(heads=coordinated(sentence, subject.i), slot="comp", weight=0.8)


def aimed_at(sentence: Sentence, noun: int, lexicon: Lexicon) -> Iterator[Group]:
    """Yield whom a measure strikes, by the clause on it: "the ban that affected Oslo", "l'embargo qui pèse sur Oslo"."""
    for clause in children(sentence, noun, "acl"):
        if clause.lemma not in lexicon.aiming or clause.i < noun:
            continue
        passive = is_passive(sentence, clause.i)
        named = any(t.text.lower() not in RELATIVE for t in children(sentence, clause.i, "nsubj"))
        for token in () if named else children(sentence, clause.i, "obj", "obl", "nmod"):
            cases = set(case_of(sentence, token.i))
            if (cases and cases <= _UPON) or (not cases and not passive and has_label(token, "obj")):
                yield Group(heads=coordinated(sentence, token.i), slot="prep", weight=0.8)


def behind_doer(sentence: Sentence, noun: int, name: str, words: tuple[str, ...]) -> Iterator[Group]:
    """Yield what the parser hung on the name of who does it: "l'expulsion par Oslo de trois diplomates russes"."""
    for heads in noun_slot(sentence, noun, "by", ()):
        if sentence.tokens[heads[0]].text[:1].isupper():
            for behind in noun_slot(sentence, heads[0], name, words):
                yield Group(heads=behind, slot=name, weight=0.8)
