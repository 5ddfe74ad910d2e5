"""Gives verbs the subject that both parsers, the English and the French one, hang elsewhere: on an auxiliary, on an opening."""

from __future__ import annotations

from dragoman.extract.parse.french_words import Words


def mend_subjects(words: Words) -> None:
    """Apply the repairs of this module."""
    _of_auxiliaries(words)
    _after_openings(words)


def _of_auxiliaries(words: Words) -> None:
    """Hang what hangs on an auxiliary on its verb: in Universal Dependencies an auxiliary governs nothing."""
    for index, head in enumerate(words.heads):
        if head != index and words.label(head) == "aux" and words.heads[head] != index and words.label(index) == "nsubj":
            words.hang(index, words.heads[head], words.deps[index])


def _is_finite(words: Words, root: int) -> bool:
    """Tell whether a clause has a finite form: the verb or an auxiliary of it."""
    return any("VerbForm=Fin" in words.morphs[index] for index in (root, *words.children(root)))


def _after_openings(words: Words) -> None:
    """Give a clause the subject that the parser takes for another name of what opens it.

    "According to a diplomat, Rome and Paris agree", "In Oslo, which votes in May, the leader of the left has promised": a
    finite verb has a subject, and nothing else before it can be that.
    """
    root = words.root()
    if root is None or words.pos[root] != "VERB" or words.has(root, "nsubj", "csubj") or not _is_finite(words, root):
        return
    if any(words.deps[child] in ("expl", "expl:subj") for child in words.children(root)):  # "s'" is none
        return
    for name, label in enumerate(words.deps[:root]):
        if label != "appos" or words.pos[name] not in ("NOUN", "PROPN") or words.has(name, "case"):
            continue
        opens = (child for child in words.children(name) if words.label(child) in ("det", "amod", "compound"))
        first = min(opens, default=name)
        last = root - 1
        while last > name and (words.pos[last] in ("AUX", "ADV") or words.label(last) in ("aux", "expl")):
            last -= 1
        opening = words.heads[name]
        while words.heads[opening] not in (root, opening):
            opening = words.heads[opening]
        fronted = words.label(opening) in ("obl", "advmod", "advcl") and words.heads[opening] == root and opening < first
        listed = any(words.label(child) == "conj" for child in words.children(name))
        told = words.pos[name] == "NOUN" and (words.texts[last] == "," or words.has(name, "nmod"))
        if fronted and first > 0 and words.texts[first - 1] == "," and (listed or told):
            words.hang(name, root, "nsubj")
            return
