"""Mends which word leads a clause of a French parse: an auxiliary, a noun or an aside was taken for its verb.

As in `french_tree`, tags, heads and labels change, tokens never do.
"""

from __future__ import annotations

from dragoman.extract.parse.french_words import Words


def mend_leads(words: Words) -> None:
    """Apply the repairs of what leads a clause."""
    _adjectives_for_auxiliaries(words)
    _pronouns_for_articles(words)
    _light_verbs(words)
    _parted_perfects(words)
    _subjects_of_clauses(words)
    _asides_for_roots(words)


_AUXILIARIES = frozenset(("être", "avoir", "faire", "pouvoir", "devoir", "aller", "venir", "laisser"))


def _adjectives_for_auxiliaries(words: Words) -> None:
    """Read an auxiliary that is no form of "avoir" or "être", behind a noun, as its adjective ("des chars biélorusses")."""
    for index in range(1, len(words.texts)):
        noun = index - 1
        odd = words.pos[index] == "AUX" and words.lemmas[index] not in _AUXILIARIES and not words.label(index).startswith("aux")
        if odd and words.pos[noun] == "NOUN" and words.texts[index].endswith("s") and not words.has(index, "nsubj", "obj"):
            words.pos[index], words.lemmas[index] = "ADJ", words.texts[index].removesuffix("s")
            words.morphs[index] = "Number=Plur"
            words.hang(index, noun, "amod")


def _pronouns_for_articles(words: Words) -> None:
    """Read "les" as a pronoun where it stands before a verb as its object ("Bamako les avait condamnés")."""
    for index in range(len(words.texts) - 1):
        verb = words.heads[index]
        article = words.texts[index].lower() in ("le", "la", "les", "l'") and words.pos[index] == "DET"
        if article and words.label(index) == "obj" and verb > index and words.pos[verb] == "VERB":
            words.pos[index], words.lemmas[index] = "PRON", "le"


def _light_verbs(words: Words) -> None:
    """Let "ont fait" lead its bare noun, not hang on it ("des policiers ont fait irruption dans l'ambassade")."""
    for verb, label in enumerate(words.deps):
        noun = words.heads[verb]
        led = words.pos[noun] == "NOUN" and noun == verb + 1 and not words.has(noun, "det", "case", "cop")
        if label != "dep" or words.lemmas[verb] != "faire" or not led or not words.has(verb, "nsubj", "aux"):
            continue
        root = words.heads[noun] == noun
        words.heads[verb], words.deps[verb] = (verb, "root") if root else (words.heads[noun], words.deps[noun])
        for child in [c for c in words.children(noun) if c != verb and words.label(c) not in ("amod", "nmod")]:
            words.heads[child] = verb
        words.heads[noun], words.deps[noun] = verb, "obj"


_HAVE = frozenset(("a", "ont", "avait", "avaient", "aura", "auront", "aurait", "auraient", "ait", "aient"))
_LONGEST_GAP = 8  # words between an auxiliary and its participle: "a pour sa part", "avait dans un premier temps"


def _parted_perfects(words: Words) -> None:
    """Join "a" and its participle where a circumstance stands between them ("a, pour sa part, proposé")."""
    for auxiliary, text in enumerate(words.texts):
        if text not in _HAVE or words.pos[auxiliary] != "VERB" or words.has(auxiliary, "obj", "xcomp", "aux"):
            continue
        between = [c for c in words.children(auxiliary) if c > auxiliary and words.label(c) in ("obl", "advmod", "nmod")]
        verb = next(
            (
                c for top in between for c in words.children(top)
                if words.label(c) == "acl" and "Tense=Past|VerbForm=Part" in words.morphs[c] and c - auxiliary < _LONGEST_GAP
            ),
            None,
        )  # fmt: skip
        if verb is None:
            continue
        top = words.heads[verb]
        root = words.heads[auxiliary] == auxiliary
        words.heads[verb], words.deps[verb] = (verb, "root") if root else (words.heads[auxiliary], words.deps[auxiliary])
        for child in [c for c in words.children(auxiliary) if c != verb]:
            words.heads[child] = verb
        for child in [c for c in words.children(top) if c > verb]:
            words.hang(child, verb, "xcomp" if words.label(child) == "acl" else words.deps[child])
        words.pos[auxiliary] = "AUX"
        words.heads[auxiliary], words.deps[auxiliary] = verb, "aux:tense"


def _subjects_of_clauses(words: Words) -> None:
    """Make a capital that opens a sentence the subject of the verb right behind it, no noun that a clause describes."""
    if len(words.texts) < 3 or words.pos[0] not in ("NOUN", "PROPN", "X") or not words.texts[0][:1].isupper():
        return
    if words.heads[0] != 0 or words.has(0, "det", "case", "cop", "nsubj"):
        return
    verb = next((c for c in words.children(0) if words.label(c) == "acl" and words.pos[c] == "VERB"), None)
    finite = verb is not None and ("VerbForm=Fin" in words.morphs[verb] or words.has(verb, "aux"))
    if verb is None or not finite or words.has(verb, "nsubj") or any(words.texts[i] == "," for i in range(verb)):
        return
    between = range(1, verb)
    if all(words.heads[i] == verb and words.pos[i] in ("AUX", "PRON", "ADV") for i in between):
        words.heads[verb], words.deps[verb] = verb, "root"
        words.hang(0, verb, "nsubj")
        for child in [c for c in words.children(0) if c > verb]:
            words.heads[child] = verb


def _asides_for_roots(words: Words) -> None:
    """Let the finite verb lead where a participle set between commas was taken for it ("X, arrivé à Lima, a rencontré")."""
    for aside, pos in enumerate(words.pos):
        if pos != "VERB" or not aside or words.texts[aside - 1] != "," or "VerbForm=Part" not in words.morphs[aside]:
            continue
        if words.has(aside, "aux", "cop") or words.heads[aside] != aside:
            continue
        subject = next((c for c in words.children(aside) if words.deps[c] in ("nsubj", "nsubj:pass") and c < aside), None)
        verbs = [c for c in words.children(aside) if c > aside and words.pos[c] == "VERB" and words.has(c, "aux")]
        verb = next((c for c in verbs if words.label(c) in ("advcl", "conj", "parataxis", "ccomp", "dep")), None)
        if subject is None or verb is None or words.has(verb, "nsubj", "mark", "cc"):
            continue
        before = [c for c in words.children(verb) if words.label(c) in ("aux", "advmod", "expl", "obj", "iobj")]
        first = min(verb, *before)
        if words.texts[first - 1] != ",":
            continue
        words.heads[verb], words.deps[verb] = verb, "root"
        words.hang(subject, verb, "nsubj")
        words.hang(aside, subject, "acl")
        for child in [c for c in words.children(aside) if c < subject or (c > verb) or words.texts[c] == "."]:
            words.heads[child] = verb
