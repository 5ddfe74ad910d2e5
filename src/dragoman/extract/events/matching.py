"""Where the event words of a sentence are found: readings of a word, each a row whose words stand on the parse.

A match is a head word (verb, noun or adjective) with the other words of its row among its dependents. Only words that
stand in the table are looked at, so the cost follows the number of candidate words, not the size of the tree.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from dragoman.extract.events.conditions import Reading, meets
from dragoman.extract.events.passives import is_passive
from dragoman.extract.events.words import Entry, Lexicon
from dragoman.extract.parse.tree import children, has_label
from dragoman.records import Sentence, Token

_POS = {
    "VERB": ("VERB", "AUX"), "NOUN": ("NOUN", "PROPN"), "ADJ": ("ADJ", "VERB", "ADV"), "LIGHT": ("VERB", "AUX"),
    "ECHO": ("VERB", "AUX"),
}  # fmt: skip
_HEADS = frozenset(pos for several in _POS.values() for pos in several)
_ADDRESSED = ("obl:arg", "iobj", "obl:agent")  # "ordonné à l'envoyé de partir": the parser hangs the clause on the envoy
_NO_ACT = "-"  # a phrase that looks like an act and is none ("called an election"): its words are not read
_NEGATIONS = frozenset(("not", "n't", "never", "ne", "n'", "n’"))
_PROSPECTS = frozenset(("THREATEN", "CONCEDE", "RETREAT", "AID"))  # what is announced is taken back by "not"
_CLOSE = 7  # words between a verb and a circumstance that still make one phrase ("took the men into custody")


class Match(msgspec.Struct, frozen=True, kw_only=True):
    """An entry found in a sentence: its head token, and all tokens that the row's words stand on."""

    entry: Entry
    head: int
    tokens: tuple[int, ...]


def find_readings(sentence: Sentence, lexicon: Lexicon) -> tuple[tuple[Match, ...], ...]:
    """Return, for every event word of a sentence, all its readings, the most specific first."""
    found = []
    forms = [_forms(sentence, token) for token in sentence.tokens]
    for token in sentence.tokens:
        for lemma in forms[token.i] if token.pos in _HEADS else ():
            entries = lexicon.entries.get(lemma)
            if entries and (readings := _ordered(sentence, _readings(sentence, token, lexicon, entries, forms))):
                found.append(readings)
                break
    stopped = {index for readings in found for match in readings if match.entry.row.type == _NO_ACT for index in match.tokens}
    whole = (tuple(match for match in readings if match.entry.row.type != _NO_ACT) for readings in found)
    return tuple(readings for readings in whole if readings and readings[0].head not in stopped)


def _ordered(sentence: Sentence, readings: Iterator[Match]) -> tuple[Match, ...]:
    """Return readings with most words first; of two with as many, the one whose words the verb governs itself.

    "Seoul withdrew its complaint at the World Trade Organization" withdraws a complaint, from no organization.
    """
    return tuple(sorted(readings, key=lambda m: (-len(m.tokens), -sum(_is_core(sentence, m.head, i) for i in m.tokens[1:]))))


def _is_core(sentence: Sentence, head: int, index: int) -> bool:
    token = sentence.tokens[index]
    return token.head == head and has_label(token, "obj", "iobj", "xcomp", "compound:prt", "nsubj:pass")


def _forms(sentence: Sentence, token: Token) -> tuple[str, ...]:
    """Return the forms under which a token may stand in the table; the parser's lemma can be wrong out of domain.

    First come those of the whole word, where the parser has cut it at a hyphen ("cease-fire").
    """
    word = token.text.lower()
    forms: tuple[str, ...] = (token.lemma,) if word == token.lemma else (token.lemma, word)
    if token.pos in ("NOUN", "PROPN") and word.endswith("s"):
        forms += (word[:-1],)
    if token.i > 1 and sentence.tokens[token.i - 1].text == "-":
        first, hyphen = sentence.tokens[token.i - 2 : token.i]
        if first.end == hyphen.start and hyphen.end == token.start:
            return (*(f"{first.text.lower()}-{form}" for form in forms), *forms)
    return forms


def _readings(
    sentence: Sentence, token: Token, lexicon: Lexicon, entries: Sequence[Entry], forms: Sequence[tuple[str, ...]]
) -> Iterator[Match]:
    """Yield the entries that can be read on a token; `forms` are those of every token of the sentence."""
    reach: list[tuple[int, frozenset[str]]] | None = None
    there: frozenset[str] = frozenset()
    for entry in entries:
        if token.pos not in _POS[entry.row.pos] or (entry.row.pos == "ADJ" and _acts_on(sentence, token)):
            continue
        if entry.others and reach is None:
            near = (index for index in _reach(sentence, token.i) if not _is_month(sentence.tokens[index]))
            reach = [(index, frozenset(forms[index])) for index in near]
            there = frozenset().union(*(forms for _, forms in reach))
        if entry.others and there.isdisjoint(entry.others[0]):
            continue
        others = _others(reach or (), entry.others)
        if others is None or not _without_negation(sentence, entry, others):
            continue
        if meets(Reading(sentence, token, others, entry, lexicon)):
            yield Match(entry=entry, head=token.i, tokens=(token.i, *others))
            if entry.row.type == _NO_ACT:
                return  # what is less specific is not meant


def _without_negation(sentence: Sentence, entry: Entry, others: Sequence[int]) -> bool:
    """Tell whether no infinitive of a phrase is negated, unless the phrase has the negation itself.

    "Vowed not to attack" is no threat; but "told the envoy not to return" bars him as "told to leave" does.
    """
    return entry.row.type not in _PROSPECTS or not any(
        child.text.lower() in _NEGATIONS and child.i not in others
        for index in others
        if sentence.tokens[index].pos == "VERB" and has_label(sentence.tokens[index], "xcomp", "advcl", "acl")
        for child in children(sentence, index, "advmod")
    )


def _acts_on(sentence: Sentence, token: Token) -> bool:
    """Tell whether a word that could be an adjective is a verb with an object: "alarmed NATO", "a irrité Rome"."""
    return bool(children(sentence, token.i, "obj")) and not is_passive(sentence, token.i)


def _is_month(token: Token) -> bool:
    """Tell whether a word that could be another is the name of a month ("joined in March" joins no march)."""
    return token.pos == "PROPN" and token.text in ("March", "May")


def _others(
    reach: Sequence[tuple[int, frozenset[str]]], words: tuple[frozenset[str], ...]
) -> tuple[int, ...] | None:
    """Find the other words of a phrase among the dependents of its head, and theirs; `reach` gives these with their forms."""
    found: list[int] = []
    for lemmas in words:
        for index, forms in reach:
            if index not in found and not forms.isdisjoint(lemmas):
                found.append(index)
                break
        else:
            return None
    return tuple(found)


def _reach(sentence: Sentence, head: int) -> tuple[int, ...]:
    """Return the tokens a phrase may take its words from: dependents, those of them, a participle's noun, a purpose."""
    tokens = sentence.tokens
    near = [
        i
        for i in sentence.children[head]
        if not has_label(tokens[i], "conj") and tokens[i].dep != "nsubj"
        if not has_label(tokens[i], "ccomp", "advcl") or _is_secondary(sentence, tokens[i]) or _is_bare(sentence, tokens[i])
        if not has_label(tokens[i], "obl", "nmod") or _words_between(sentence, i, head) < _CLOSE
    ]
    deeper = [
        child
        for i in near
        for child in sentence.children[i]
        if has_label(tokens[child], "case", "amod", "compound", "conj", "nmod", "det", "fixed", "obj", "obl", "appos")
        or (tokens[i].dep in _ADDRESSED and has_label(tokens[child], "acl") and "VerbForm=Inf" in tokens[child].morph)
    ]
    above = []
    if has_label(tokens[head], "acl") and tokens[head].head != head:
        above = [tokens[head].head]
    purposes = [
        index
        for i in sentence.children[head]
        if i not in near and has_label(tokens[i], "advcl")
        if _is_infinitive(sentence, tokens[i]) or _is_governed_gerund(sentence, tokens[i])
        for index in (i, *(t.i for t in children(sentence, i, "obj")))
    ]  # "rang her to thank her", "wrote to express support", "stopped them from landing troops"
    ready = [
        t.i
        for i in near
        if tokens[i].pos == "ADJ" and has_label(tokens[i], "xcomp", "ccomp")
        for t in children(sentence, i, "xcomp", "advcl", "acl")
        if t.i > i and _is_infinitive(sentence, t)
    ]  # "se dit prêt à frapper"
    announced = [
        t.i for t in children(sentence, head, "ccomp") if t.i not in near and _is_announced(sentence, t)
    ]  # "told Oslo that it would strike"
    return (*near, *above, *deeper, *ready, *purposes, *announced)


_WILL = frozenset(("will", "would", "shall", "'ll", "’ll"))
_ANNOUNCING = frozenset(("it", "he", "she", "they", "we", "i"))


def _is_announced(sentence: Sentence, clause: Token) -> bool:
    """Tell whether a clause of telling says what its teller will do: "told Oslo that it would strike"."""
    subjects = children(sentence, clause.i, "nsubj")
    will = any(t.text.lower() in _WILL for t in children(sentence, clause.i, "aux"))
    negated = any(t.text.lower() in _NEGATIONS for t in children(sentence, clause.i, "advmod"))
    passive = is_passive(sentence, clause.i)
    return will and not negated and not passive and bool(subjects) and all(t.text.lower() in _ANNOUNCING for t in subjects)


def _words_between(sentence: Sentence, left: int, right: int) -> int:
    between = sentence.tokens[min(left, right) + 1 : max(left, right)]
    return sum(token.pos != "PUNCT" and token.text != "-" for token in between)


_BEHIND = frozenset(("from", "at", "against", "into", "to", "of"))


def _is_governed_gerund(sentence: Sentence, token: Token) -> bool:
    """Tell whether a clause is what a verb governs by a preposition: "kept the inspectors from visiting"."""
    if not has_label(token, "advcl") or not ("VerbForm=Ger" in token.morph or token.text.lower().endswith("ing")):
        return False
    marks = children(sentence, token.i, "mark", "case")
    return bool(marks) and all(mark.text.lower() in _BEHIND for mark in marks) and not children(sentence, token.i, "nsubj")


def _is_bare(sentence: Sentence, token: Token) -> bool:
    """Tell whether a clause is an infinitive with a subject of its own: "let the men go" (the parser has xcomp there, too).

    "Let" takes no other clause: what the parser reads as present there is one, too.
    """
    return has_label(token, "ccomp") and (_is_infinitive(sentence, token) or sentence.tokens[token.head].lemma == "let")


def _is_infinitive(sentence: Sentence, token: Token) -> bool:
    finite = any(has_label(child, "aux") and "VerbForm=Fin" in child.morph for child in children(sentence, token.i))
    return "VerbForm=Inf" in token.morph and not finite


def _is_secondary(sentence: Sentence, token: Token) -> bool:
    """Tell whether a clause is only a word said of the object: "held Peru responsible", "sent them packing"."""
    verbless = token.pos == "NOUN" and has_label(token, "ccomp") and not children(sentence, token.i, "cop", "mark")
    if token.pos == "ADJ" or verbless:  # "declared the envoy persona non grata"
        return True
    bare = not any(has_label(sentence.tokens[child], "obj", "obl", "mark", "punct") for child in sentence.children[token.i])
    return bare and has_label(token, "advcl") and "VerbForm=Part" in token.morph
