"""Mends which clause words belong to in French: relative clauses without their noun, verbs coordinated with the wrong verb.

As in `french_tree`, each rule looks at one shape that grammar rules out: a singular subject of a plural verb behind "et", a
present coordinated with a perfect inside its own complement, a noun that heads a clause with no verb in it ("dont le chef").
"""

from __future__ import annotations

from dragoman.extract.parse.french_verbs import is_finite
from dragoman.extract.parse.french_words import TIMES, Words

_ARTICLES = frozenset(("le", "la", "les", "l'"))
_THAT = frozenset(("que", "qu'"))
_JOINING = frozenset(("puis", "et", "ou", "ni", "comme"))
_BEFORE_VERBS = ("AUX", "ADV", "PRON")
_NAMING = ("PROPN", "NOUN")
_LONGEST_ASIDE = 12  # words between "dont le chef" and its verb


def mend_clauses(words: Words) -> None:
    """Apply the repairs of clauses."""
    _articles_before_verbs(words)
    _infinitives_below_verbs(words)
    _plural_verbs(words)
    _rows_of_subjects(words)
    _relative_objects(words)
    _clauses_of_nouns(words)
    _tenses(words)


def _articles_before_verbs(words: Words) -> None:
    """Make an article right before a finite verb its object: a pronoun ("Ankara la reconnaît")."""
    for index in range(len(words.texts) - 1):
        verb = words.heads[index]
        if words.pos[index] != "DET" or words.texts[index].lower() not in _ARTICLES or verb != index + 1:
            continue
        if words.pos[verb] == "VERB" and "VerbForm=Fin" in words.morphs[verb] and not words.has(verb, "aux"):
            words.pos[index], words.deps[index] = "PRON", "obj"


def _infinitives_below_verbs(words: Words) -> None:
    """Make an infinitive with "de" or "à" under a verb its complement ("menace de les détruire")."""
    for index, pos in enumerate(words.pos):
        verb = words.heads[index]
        if pos != "VERB" or words.label(index) not in ("nmod", "acl") or "VerbForm=Inf" not in words.morphs[index]:
            continue
        if words.pos[verb] != "VERB" or verb > index:
            continue
        words.deps[index] = "xcomp"
        for child in [c for c in words.children(index) if words.label(c) == "case" and c < index]:
            words.deps[child] = "mark"


def _is_plural(words: Words, verb: int) -> bool:
    """Tell whether the finite part of a verb stands in the plural."""
    parts = [verb, *(c for c in words.children(verb) if words.label(c) in ("aux", "cop"))]
    return any("Number=Plur" in words.morphs[p] and "VerbForm=Fin" in words.morphs[p] for p in parts)


def _is_single(words: Words, noun: int) -> bool:
    """Tell whether a noun or name stands for one and is joined with no other."""
    plural = "Number=Plur" in words.morphs[noun]
    return words.pos[noun] in _NAMING and not plural and not words.has(noun, "conj")


def _plural_verbs(words: Words) -> None:
    """Join the name before "et" to the single subject of a plural verb ("Reagan et Thatcher se retrouvaient")."""
    for joint in range(1, len(words.texts) - 1):
        other = joint + (2 if words.pos[joint + 1] == "DET" else 1)
        if words.texts[joint].lower() != "et" or other >= len(words.texts) or words.label(other) != "nsubj":
            continue
        name, verb = joint - 1, words.heads[other]
        if words.pos[verb] != "VERB" or not _is_plural(words, verb) or not _is_single(words, other):
            continue
        while words.heads[name] < name and (words.label(name) == "flat" or _is_name_part(words, name)):
            name = words.heads[name]
        if words.pos[name] == "PROPN" and not words.has(name, "case") and words.label(name) in ("conj", "appos", "nmod", "dep"):
            _join(words, name, other, joint, verb)


def _is_name_part(words: Words, index: int) -> bool:
    """Tell whether a word goes on with the name right before it: "New Delhi", which the parser may take for a noun of New."""
    before = words.heads[index]
    capitals = words.texts[index][:1].isupper() and words.texts[before][:1].isupper()
    return capitals and before == index - 1 and not words.has(index, "case", "det")


def _join(words: Words, first: int, second: int, joint: int, verb: int) -> None:
    words.hang(first, verb, "nsubj")
    words.hang(second, first, "conj")
    words.hang(joint, second, "cc")


def _rows_of_subjects(words: Words) -> None:
    """Give a plural verb the names before it ("Bamako, puis Niamey, avaient rompu")."""
    for verb, pos in enumerate(words.pos):
        if pos != "VERB" or words.has(verb, "nsubj") or not is_finite(words, verb) or not _is_plural(words, verb):
            continue
        start = verb
        while start and words.pos[start - 1] in _BEFORE_VERBS:
            start -= 1
        second, joint, comma = start - 2, start - 3, start - 4
        if comma < 1 or words.texts[start - 1] != "," or words.texts[comma] != ",":
            continue
        first = comma - 1
        named = words.pos[first] == "PROPN" and words.pos[second] == "PROPN"
        if named and words.texts[joint].lower() in _JOINING and not words.has(first, "case"):
            _join(words, first, second, joint, verb)


# ---------------------------------------------------------------- relative clauses


def _relative_objects(words: Words) -> None:
    """Hang a clause with "que" and no object on the noun right before it ("l'Unesco, que les deux pays ont quittée")."""
    for mark in range(1, len(words.texts)):
        verb = words.heads[mark]
        clause = words.texts[mark].lower() in _THAT and words.label(mark) == "mark" and verb > mark
        if not clause or words.pos[verb] != "VERB" or not words.has(verb, "nsubj"):
            continue
        comma = words.texts[mark - 1] == ","
        above = words.heads[verb]
        adrift = words.label(verb) == "advcl" or (comma and words.label(verb) == "ccomp" and words.pos[above] in _NAMING)
        last = mark - (2 if comma else 1)
        if not adrift or last < 0 or words.pos[last] not in (*_NAMING, "ADJ"):
            continue
        inner = next((c for c in words.children(verb) if words.label(c) == "xcomp" and c > verb), verb)
        noun = _head_before(words, last, verb)
        if noun is not None and not words.has(inner, "obj", "ccomp") and not words.has(verb, "obj", "ccomp"):
            words.pos[mark], words.morphs[mark] = "PRON", "PronType=Rel"
            words.hang(verb, noun, "acl:relcl")
            words.hang(mark, inner, "obj")


def _head_before(words: Words, last: int, clause: int) -> int | None:
    """Return the head of the noun phrase that ends at a word; no noun of time."""
    head = last
    while words.heads[head] < head and words.pos[words.heads[head]] in (*_NAMING, "ADJ"):
        head = words.heads[head]
    apart = head == clause or words.texts[head].lower() in TIMES
    return None if apart or words.pos[head] not in _NAMING else head


def _clauses_of_nouns(words: Words) -> None:
    """Give "dont le chef, Untel, accuse" its verb: no relative clause is headed by a mere noun."""
    for noun, pos in enumerate(words.pos):
        owned = any(words.texts[c].lower() == "dont" for c in words.children(noun))
        if pos != "NOUN" or words.label(noun) != "acl" or not owned or words.has(noun, "cop", "aux"):
            continue
        verb = next((i for i in range(noun + 1, min(noun + _LONGEST_ASIDE, len(words.texts))) if is_finite(words, i)), None)
        if verb is None or any(c < verb for c in words.children(verb) if words.label(c) == "nsubj"):
            continue
        above = words.heads[noun]
        for late in [c for c in words.children(verb) if words.label(c) == "nsubj"]:
            words.deps[late] = "obj"
        words.heads[verb], words.deps[verb] = above, "acl:relcl"
        words.hang(noun, verb, "nsubj")


# ---------------------------------------------------------------- coordination


def _tenses(words: Words) -> None:
    """Coordinate a present with the present that reports, not with a perfect in what it reports ("jure que ... et accuse")."""
    for verb, pos in enumerate(words.pos):
        inner = words.heads[verb]
        present = pos == "VERB" and words.label(verb) == "conj" and "Tense=Pres|VerbForm=Fin" in words.morphs[verb]
        if not present or words.has(verb, "nsubj", "mark", "aux") or not words.has(inner, "aux") or inner > verb:
            continue
        above = words.heads[inner]
        while words.heads[above] != above and words.pos[above] not in ("VERB", "AUX"):
            above = words.heads[above]
        if words.pos[above] != "VERB" or "Tense=Pres|VerbForm=Fin" not in words.morphs[above] or words.has(above, "aux"):
            continue
        words.hang(verb, above, "conj")
        for index in range(verb + 1, len(words.texts)):
            if words.heads[index] == inner and words.label(index) in ("obj", "obl", "xcomp", "ccomp", "iobj"):
                bare = words.label(index) == "xcomp" and words.pos[index] == "NOUN" and words.has(index, "case")
                words.hang(index, verb, "obl:arg" if bare else words.deps[index])
