"""Mends what is joined to what in a French parse: titled persons, subjects and clauses in a row, "trois des" before its noun.

As in `french_tree`, tags, heads and labels change, tokens never do.
"""

from __future__ import annotations

from dragoman.extract.parse.french_words import Words


def mend_rows(words: Words) -> None:
    """Apply the repairs of rows."""
    _joined_to_names(words)
    _titles_in_rows(words)
    _subjects_in_rows(words)
    _second_clauses(words)
    _several_of(words)


def _joined_to_names(words: Words) -> None:
    """Join a noun to the titled noun, not to the name behind its title: "le président X et son homologue Y"."""
    for index, label in enumerate(words.deps):
        name = words.heads[index]
        if label != "conj" or words.pos[index] != "NOUN" or words.pos[name] != "PROPN" or not words.has(index, "det"):
            continue
        top = name
        while words.label(top) in ("appos", "flat", "nmod") and words.heads[top] < top and not words.has(top, "case", "det"):
            top = words.heads[top]
        titled = top != name and words.pos[top] == "NOUN" and words.has(top, "det") and words.texts[top].islower()
        if titled and not any(words.texts[i] == "(" for i in range(top, index)):
            words.hang(index, top, "conj")


def _titles_in_rows(words: Words) -> None:
    """Join the second of three titled persons, no apposition to the first: "le président X, le chancelier Y et le roi Z"."""
    for index, label in enumerate(words.deps):
        first = words.heads[index]
        if label != "appos" or words.pos[index] not in ("NOUN", "PROPN") or not words.has(index, "det") or first > index:
            continue
        row = [c for c in words.children(index) if words.label(c) == "conj" and words.has(c, "cc") and words.has(c, "det")]
        named = any(words.label(c) in ("appos", "flat", "nmod") and words.pos[c] == "PROPN" for c in words.children(first))
        owned = any(words.label(c) in ("appos", "flat") and words.pos[c] == "PROPN" for c in words.children(index))
        if row and named and owned and words.label(first) in ("nsubj", "obj", "obl") and "," in words.texts[first:index]:
            words.deps[index] = "conj"


def _subjects_in_rows(words: Words) -> None:
    """Join two subjects of one verb with a comma between them: "le Japon, l'Australie et le Canada ont signé"."""
    for second, label in enumerate(words.deps):
        if not label.startswith("nsubj") or words.pos[second] not in ("PROPN", "NOUN"):
            continue
        if not any(words.label(c) == "conj" and words.has(c, "cc") for c in words.children(second)):
            continue
        verb = words.heads[second]
        start = min([second, *(c for c in words.children(second) if words.label(c) == "det" and c < second)])
        first = start - 2
        named = first >= 0 and words.texts[start - 1] == "," and words.pos[first] in ("PROPN", "NOUN") and second < verb
        while named and words.label(first) in ("flat", "amod") and words.heads[first] < first:
            first = words.heads[first]
        bare = named and words.label(first) in ("nsubj", "obl", "nmod", "dislocated") and not words.has(first, "case")
        if bare and words.heads[first] == verb:
            words.hang(first, verb, label)
            words.hang(second, first, "conj")


def _second_clauses(words: Words) -> None:
    """Give the verb behind "et" with a noun that noun as its subject ("a aidé Tunis et un navire a fait escale")."""
    for verb, pos in enumerate(words.pos):
        finite = pos == "VERB" and ("VerbForm=Fin" in words.morphs[verb] or words.has(verb, "aux"))
        if not finite or words.has(verb, "nsubj", "mark", "cc") or words.label(verb) not in ("advcl", "conj", "parataxis"):
            continue
        start = min([verb, *(c for c in words.children(verb) if words.label(c) in ("aux", "expl", "advmod"))])
        noun = start - 1
        while noun > 0 and words.label(noun) in ("amod", "flat") and words.heads[noun] < noun:
            noun = words.heads[noun]
        joined = noun > 0 and words.pos[noun] in ("NOUN", "PROPN") and words.label(noun) == "conj" and words.has(noun, "cc")
        above = words.heads[noun] if joined else -1
        if joined and words.label(above) in ("obl", "nmod", "obj") and words.heads[verb] < above:
            joint = next(c for c in words.children(noun) if words.label(c) == "cc")
            words.hang(noun, verb, "nsubj")
            words.hang(joint, verb, "cc")
            words.deps[verb] = "conj"


_SEVERAL = frozenset(
    (
        "plusieurs", "certains", "certaines", "quelques-uns", "beaucoup", "nombre", "deux", "trois", "quatre", "cinq", "six",
        "sept", "huit", "neuf", "dix", "un", "une", "dizaine", "centaine", "moitié", "tiers", "millier", "milliers",
    )
)  # fmt: skip


def _several_of(words: Words) -> None:
    """Make the noun behind "plusieurs de", "trois des" the object or subject that the parser took the first word for."""
    for index in range(len(words.texts) - 2):
        counted = words.pos[index] in ("NUM", "DET", "PRON", "ADV", "ADJ")
        bare = words.deps[index] == "obl:mod" and words.pos[index] == "NUM" and not words.has(words.heads[index], "obj")
        if words.texts[index].lower() not in _SEVERAL or not counted or words.has(index, "case"):
            continue
        if words.label(index) not in ("obj", "nsubj") and not bare:
            continue
        case = index + 1
        noun = words.heads[case]
        if words.texts[case].lower() not in ("de", "des", "d'") or noun <= case or words.pos[noun] != "NOUN":
            continue
        if words.heads[noun] not in (index, words.heads[index]):
            continue
        verb, label = words.heads[index], "obj" if bare else words.deps[index]
        words.hang(noun, verb, label)
        for child in [c for c in words.children(index) if c != noun]:
            words.heads[child] = noun
        words.hang(index, noun, "det")
        words.hang(case, noun, "dep")
