"""The sides of a noun: owner, adjective, "of", "by", "between" and other prepositions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from dragoman.extract.events.phrases import case_of
from dragoman.extract.parse.tree import ancestors, children, conjuncts, has_label, subtree
from dragoman.extract.speakers.first_person import POSSESSIVES
from dragoman.records import Sentence, Token


class Group(msgspec.Struct, frozen=True, kw_only=True):
    """Heads of coordinated noun phrases that fill one slot, and how sure the place in the tree is."""

    heads: tuple[int, ...]
    slot: str
    weight: float


def coordinated(sentence: Sentence, head: int, *without: int) -> tuple[int, ...]:
    """Return a noun and the nouns coordinated with it."""
    return tuple(
        token.i
        for token in conjuncts(sentence, head)
        if token.i == head or (token.pos in ("NOUN", "PROPN", "PRON", "NUM", "ADJ") and token.i not in without)
        if token.i == head or not begins_clause(sentence, token)
    )


def begins_clause(sentence: Sentence, token: Token) -> bool:
    """Tell whether a noun begins the clause behind a phrase put first: "To the anger of Rome, Oslo signed".

    The parser joins it to the noun before the comma, as if in a list, and leaves the verb without a subject.
    """
    if token.dep != "conj" or children(sentence, token.i, "cc"):
        return False
    tokens = sentence.tokens
    phrase = subtree(sentence, token.i)
    if not phrase[0] or tokens[phrase[0] - 1].text not in (",", "，") or phrase[-1] + 1 >= len(tokens):
        return False
    behind = tokens[phrase[-1] + 1]
    verb = tokens[behind.head] if behind.pos == "AUX" and has_label(behind, "aux", "cop") else behind
    if "VerbForm=Fin" not in behind.morph or children(sentence, verb.i, "nsubj"):
        return False
    top = token
    while has_label(top, "conj", "nmod") and top.head != top.i:
        top = tokens[top.head]
    return has_label(top, "obl", "advcl") and top.head == verb.i and top.i < verb.i


_OWN_CASES = {"of": ("of", "de"), "by": ("by", "par"), "between": ("between", "entre", "among")}


def noun_slot(sentence: Sentence, noun: int, name: str, words: tuple[str, ...]) -> Iterator[tuple[int, ...]]:
    """Yield groups of heads in one slot of a noun: poss, adj, of, by, between, prep."""
    wanted = _OWN_CASES.get(name, words)
    for token in children(sentence, noun):
        if name == "poss" and (owner := possessor(sentence, token)) is not None:
            yield coordinated(sentence, owner)
        elif (name == "poss" and _is_owner(token)) or (name == "adj" and _is_modifier(sentence, token)):
            yield coordinated(sentence, token.i)
        elif name in ("of", "by", "between", "prep") and has_label(token, "nmod", "obl", "acl", "obj", "appos"):
            cases = case_of(sentence, token.i)
            if any(word in wanted for word in cases):
                yield coordinated(sentence, token.i)


def possessor(sentence: Sentence, token: Token) -> int | None:
    """Return for whom "whose" stands: the noun of its relative clause ("China, whose envoy ..."); None for other words."""
    if token.text.lower() != "whose":
        return None
    return next((above.head for above in ancestors(sentence, token.i) if has_label(above, "acl")), None)


def _is_owner(token: Token) -> bool:
    """Tell whether a word says whose something is; in French "notre" is an article that names the speaker."""
    return token.dep == "nmod:poss" or (token.dep == "det" and token.text.lower() in POSSESSIVES)


_REPORTED = ("ccomp", "parataxis")


def tellers(sentence: Sentence, index: int) -> Iterator[tuple[int, ...]]:
    """Yield who tells what stands in a reported clause ("Kyiv said that Moscow was to blame"), the nearest first."""
    token = sentence.tokens[index]
    while token.head != token.i:
        above = sentence.tokens[token.head]
        if has_label(token, *_REPORTED) and above.pos == "VERB":
            verb = above
            while verb.dep == "conj" and not children(sentence, verb.i, "nsubj") and verb.head != verb.i:
                verb = sentence.tokens[verb.head]
            for subject in children(sentence, verb.i, "nsubj")[:1]:
                yield coordinated(sentence, subject.i)
        elif not has_label(token, "conj", "xcomp", *_REPORTED):
            return
        token = above


def _is_modifier(sentence: Sentence, token: Token) -> bool:
    if has_label(token, "amod", "compound"):
        return True
    return token.dep == "nmod" and not case_of(sentence, token.i) and token.pos in ("PROPN", "ADJ")


def loose_between(sentence: Sentence, noun: int) -> Iterator[Group]:
    """Yield "between" phrases that the parser hung deeper under the noun, or beside it on its verb."""
    direct = set(sentence.children[noun])
    top = sentence.tokens[noun]
    roots = [noun] + ([top.head] if has_label(top, "nsubj", "obj") else [])
    for root in roots:
        for index in subtree(sentence, root, "ccomp", "advcl", "conj"):
            if index > noun and index not in direct and {"between", "entre"} & set(case_of(sentence, index)):
                yield Group(heads=coordinated(sentence, index), slot="between", weight=0.8)


_CHUNK_END = frozenset(("VERB", "AUX", "SCONJ", "ADV"))
_MOST_WORDS = 30  # between "between" and the end of its phrase; longer is not read without the parse


def linear_between(sentence: Sentence, noun: int) -> Iterator[Group]:
    """Yield the parties after "between" by the order of words alone: long titles break the coordination in the parse."""
    tokens = sentence.tokens
    start = next((t.i for t in tokens[noun + 1 : noun + 8] if t.text.lower() in ("between", "entre")), None)
    if start is None:
        return
    chunks: list[list[Token]] = [[]]
    joined = False
    for token in tokens[start + 1 : start + 1 + _MOST_WORDS]:
        holder = token.pos == "ADP" and token.text.lower() in ("of", "de", "du", "des", "d'", "d’", "for")
        if token.pos == "CCONJ":
            joined = True
        if token.pos == "CCONJ" or token.text == ",":
            chunks.append([])
        elif token.pos in _CHUNK_END or token.pos == "PUNCT" or (token.pos == "ADP" and joined and not holder):
            break
        else:
            chunks[-1].append(token)
    heads = tuple(head for chunk in chunks if (head := _chunk_head(chunk)) is not None)
    if len(heads) > 1:
        yield Group(heads=heads, slot="between", weight=0.75)


def _chunk_head(chunk: Sequence[Token]) -> int | None:
    """Return the word that names somebody in a phrase: its last name, else its noun."""
    names = [token.i for token in chunk if token.pos == "PROPN"]
    nouns = [token.i for token in chunk if token.pos == "NOUN"]
    return names[-1] if names else (nouns[0] if nouns else None)
