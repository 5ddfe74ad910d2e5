"""Where the two sides of an act stand in the parse: who does it, to whom.

`side_groups` yields, best first, groups of token indices (heads of noun phrases) that may fill a side; whether such a
phrase is somebody who can act is decided by the caller. A verb's own sides come from `verbs`, a noun's from `nouns`; a
noun has those of the light verb that carries it too ("held talks").
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec

from dragoman.extract.events.clitics import datives
from dragoman.extract.events.matching import Match
from dragoman.extract.events.nouns import Group, coordinated, linear_between, loose_between, noun_slot
from dragoman.extract.events.passives import agent, is_passive, makers, stray_agent
from dragoman.extract.events.phrases import case_of
from dragoman.extract.events.verbs import RELATIVE, objects, surface_subject
from dragoman.extract.events.words import Lexicon
from dragoman.extract.parse.tree import children, has_label, subtree
from dragoman.records import Sentence

_AGAINST = frozenset(("against", "with", "à", "contre", "avec"))
_TOGETHER = frozenset(("with", "avec"))
_TAKING_PART = frozenset(
    (
        "in", "during", "at", "after", "following", "through", "on", "lors", "pendant", "durant", "à", "après", "en", "au",
        "dans",
    )
)


def side_groups(
    sentence: Sentence, match: Match, slots: Iterable[tuple[str, tuple[str, ...]]], lexicon: Lexicon
) -> Iterator[Group]:
    """Yield the groups of noun-phrase heads that may fill a side, the best first."""
    nominal = match.entry.row.pos == "NOUN"
    for name, words in slots:
        yield from (_of_noun if nominal else _of_verb)(sentence, match, name, words, lexicon)


def _of_verb(
    sentence: Sentence, match: Match, name: str, words: tuple[str, ...], lexicon: Lexicon
) -> Iterator[Group]:
    verb = match.head
    if name == "subj":
        group = None
        if is_passive(sentence, verb):
            group = agent(sentence, verb) or stray_agent(sentence, verb, lexicon.occasions)
        group = group or (None if is_passive(sentence, verb) else surface_subject(sentence, verb, lexicon.control))
        if group is not None:
            yield group
            yield from _behind(sentence, verb, lexicon)
    elif name == "obj":
        group = objects(sentence, verb, lexicon.control)
        if group is not None and set(group.heads) & set(match.tokens):
            yield from _owners(sentence, group.heads, verb)
        elif group is not None:
            yield group
    elif name == "iobj":
        for token in children(sentence, verb, "iobj"):
            yield Group(heads=coordinated(sentence, token.i), slot=name, weight=1.0)
    elif name == "comp":
        yield from _complement(sentence, verb)
    elif name == "that":
        yield from _in_clause(sentence, match)
    else:
        yield from _dependents(sentence, match, name, words, lexicon)


def _owners(sentence: Sentence, heads: Iterable[int], verb: int) -> Iterator[Group]:
    """Yield whose the object of a phrase is ("expelled two Chinese diplomats")."""
    for head in heads:
        for name in ("poss", "adj", "of"):
            for owners in noun_slot(sentence, head, name, ()):
                yield Group(heads=owners, slot=name, weight=0.9)
        for by in makers(sentence, head, verb):
            yield Group(heads=by, slot="by", weight=0.85)


def _behind(sentence: Sentence, verb: int, lexicon: Lexicon) -> Iterator[Group]:
    """Yield who stands behind a thing that acts ("issued a statement calling on"): the subject of its verb."""
    token = sentence.tokens[verb]
    noun = sentence.tokens[token.head]
    above = sentence.tokens[noun.head]
    if not has_label(token, "acl") or is_passive(sentence, verb) or above.pos != "VERB" or not has_label(noun, "obj", "obl"):
        return
    group = surface_subject(sentence, above.i, lexicon.control)
    if group is not None and above.i != noun.i:
        yield msgspec.structs.replace(group, weight=group.weight * 0.8)


def _dependents(
    sentence: Sentence, match: Match, name: str, words: tuple[str, ...], lexicon: Lexicon
) -> Iterator[Group]:
    """Yield the groups under any word of a phrase: "imposed sanctions on Russia" may hang "on" on either word."""
    for index in match.tokens:
        for heads in noun_slot(sentence, index, name, words):
            if not set(heads) & set(match.tokens) or sentence.tokens[heads[0]].pos == "PROPN":  # "entrer dans l'OTAN"
                yield Group(heads=heads, slot=name, weight=1.0)
            elif set(heads) <= set(match.tokens):
                yield from _owners(sentence, heads, match.head)
    if name == "prep" and "à" in words:
        for token in (token for index in match.tokens for token in datives(sentence, index)):
            yield Group(heads=(token.i,), slot="iobj", weight=1.0)
    if name == "prep" and _TOGETHER & set(words):
        yield from _beyond(sentence, match, words, lexicon)
    if name == "prep":
        for index in match.tokens[1:]:
            for token in children(sentence, index, "nmod", "obj"):
                for heads in noun_slot(sentence, token.i, name, words):
                    yield Group(heads=heads, slot=name, weight=0.8)
        yield from _loose_names(sentence, match, words)


def _beyond(sentence: Sentence, match: Match, words: tuple[str, ...], lexicon: Lexicon) -> Iterator[Group]:
    """Yield with whom something is done where the parser hung it on what stands between ("conferred for hours with X").

    Not what belongs to a noun of an act ("discussed its talks with X").
    """
    together = tuple(word for word in words if word in _TOGETHER)
    for token in children(sentence, match.head, "obj", "obl"):
        if token.i > match.head and token.i not in match.tokens and token.lemma not in lexicon.occasions:
            for heads in noun_slot(sentence, token.i, "prep", together):
                yield Group(heads=heads, slot="prep", weight=0.75)


def _loose_names(sentence: Sentence, match: Match, words: tuple[str, ...]) -> Iterator[Group]:
    """Yield names under a wanted preposition that the parser hung on a neighbour ("imposed by the EU on Belarus")."""
    direct = {child for index in match.tokens for child in sentence.children[index]}
    for index in subtree(sentence, match.head, "conj", "ccomp", "advcl", "nsubj"):
        token = sentence.tokens[index]
        astray = index > match.head and index not in direct and sentence.tokens[token.head].pos == "PROPN"
        if astray and token.pos == "PROPN" and set(words) & set(case_of(sentence, index)):
            yield Group(heads=coordinated(sentence, index), slot="prep", weight=0.7)


def _in_clause(sentence: Sentence, match: Match) -> Iterator[Group]:
    """Yield of whom the clause of a phrase's noun speaks ("voiced alarm that Peru was arming")."""
    for index in match.tokens[1:]:
        for clause in children(sentence, index, "acl", "ccomp"):
            for subject in children(sentence, clause.i, "nsubj"):
                if clause.i > index and subject.text.lower() not in RELATIVE:
                    yield Group(heads=coordinated(sentence, subject.i), slot="comp", weight=0.85)


def _complement(sentence: Sentence, verb: int) -> Iterator[Group]:
    """Yield the sides named in what is agreed, asked or threatened: its subject, then its object, then the rest."""
    for clause in children(sentence, verb, "xcomp", "ccomp", "advcl", "acl"):
        for labels in (("nsubj",), ("obj",), ("obl", "nmod"), ("xcomp", "ccomp")):
            for token in children(sentence, clause.i, *labels):
                nouns = [token] if not has_label(token, "xcomp", "ccomp") else []
                nouns += children(sentence, token.i, "nsubj", "obj", "obl", "nmod")  # "refused to let the convoy in"
                for noun in nouns:
                    yield Group(heads=coordinated(sentence, noun.i), slot="comp", weight=0.85)


def _of_noun(  # noqa: PLR0912
    sentence: Sentence, match: Match, name: str, words: tuple[str, ...], lexicon: Lexicon
) -> Iterator[Group]:
    noun = match.head
    verb = carrier(sentence, noun, lexicon)
    if name == "cop":
        group = surface_subject(sentence, noun, lexicon.control) if children(sentence, noun, "cop") else None
        if group is not None:
            yield group
        return
    if name in ("between", "subj") and has_label(sentence.tokens[noun], "nsubj"):
        yield from _brought_together(sentence, noun, lexicon)
    if name == "subj":
        if verb is not None and not has_label(sentence.tokens[noun], "nsubj"):
            yield from _of_verb(sentence, Match(entry=match.entry, head=verb, tokens=(verb, noun)), "subj", (), lexicon)
        return
    for heads in noun_slot(sentence, noun, name, words):
        if set(heads) <= set(match.tokens):
            yield from _owners(sentence, heads, noun)
        else:
            yield Group(heads=heads, slot=name, weight=1.0)
    if verb is not None and name in ("prep", "between", "by"):
        for heads in noun_slot(sentence, verb, name, words):
            yield Group(heads=heads, slot=name, weight=0.9)
    if name == "prep":
        for owner in (head for group in noun_slot(sentence, noun, "of", ()) for head in group):
            for heads in noun_slot(sentence, owner, name, words):
                yield Group(heads=heads, slot=name, weight=0.8)
    if name == "between":
        yield from loose_between(sentence, noun)
        yield from linear_between(sentence, noun)


def carrier(sentence: Sentence, noun: int, lexicon: Lexicon) -> int | None:
    """Return the light verb that a noun is the object or subject of ("hold talks", "talks took place"), if any."""
    token = sentence.tokens[noun]
    if token.dep == "conj":
        token = sentence.tokens[token.head]
    verb = sentence.tokens[token.head]
    carries = verb.i != token.i and verb.pos in ("VERB", "AUX") and verb.lemma in lexicon.light
    if carries and has_label(token, "obj", "nsubj", "obl"):
        return verb.i
    if has_label(token, "nsubj", "obj", "obl"):
        return None
    for child in children(sentence, noun, "acl"):
        if child.lemma in lexicon.light and child.pos == "VERB":
            return child.i
    return None


def _brought_together(sentence: Sentence, noun: int, lexicon: Lexicon) -> Iterator[Group]:
    """Yield whom an occasion brings together or sets at odds: "clashes pitted A against B", "un sommet a réuni A et B"."""
    verb = sentence.tokens[sentence.tokens[noun].head]
    if verb.lemma not in lexicon.gathering or is_passive(sentence, verb.i):
        return
    found = [heads for t in children(sentence, verb.i, "obj") for heads in [coordinated(sentence, t.i)]]
    found += [
        coordinated(sentence, t.i)
        for t in children(sentence, verb.i, "obl", "nmod")
        if _AGAINST & set(case_of(sentence, t.i))
    ]
    heads = tuple(head for group in found for head in group)
    if heads:
        yield Group(heads=heads, slot="between", weight=0.95)


def clause_subject(sentence: Sentence, noun: int, lexicon: Lexicon) -> Group | None:
    """Return the subject of the clause in which a noun is a circumstance ("said at a meeting with ...")."""
    token = sentence.tokens[noun]
    verb = sentence.tokens[token.head]
    if not has_label(token, "obl", "advcl") or verb.pos not in ("VERB", "AUX"):
        return None
    if not _TAKING_PART & set(case_of(sentence, noun)):
        return None
    group = surface_subject(sentence, verb.i, lexicon.control)
    return msgspec.structs.replace(group, weight=group.weight * 0.7, slot="clause") if group else None
