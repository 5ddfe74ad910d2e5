"""Mends what the French parser makes of names: tagged as adverbs, cut at an apostrophe, not seen as subjects of their verb.

The second half of `french_tree`, under the same rule: one shape of tree that grammar rules out, never the words of one text.
"""

from __future__ import annotations

from dragoman.extract.parse.french_words import Words

_ADVERBS = frozenset(  # those that open a sentence: any other capital tagged as one before a verb is a name
    (
        "hier", "demain", "aujourd'hui", "ainsi", "aussi", "alors", "puis", "ensuite", "enfin", "ici", "là", "jamais",
        "souvent", "parfois", "désormais", "dorénavant", "déjà", "bientôt", "tôt", "tard", "encore", "toujours", "pourtant",
        "cependant", "toutefois", "néanmoins", "certes", "surtout", "même", "tout", "toute", "tous", "plus", "moins",
        "mieux", "pis", "peu", "beaucoup", "trop", "assez", "autant", "tant", "ailleurs", "dehors", "dedans", "dessus",
        "dessous", "partout", "auparavant", "jadis", "naguère", "autrefois", "sitôt", "aussitôt", "soudain", "or", "donc",
        "non", "oui", "si", "comment", "pourquoi", "combien", "quand", "où", "voici", "voilà", "bref", "bien", "loin",
        "près", "outre", "notamment", "quasi", "presque", "reste", "rien", "personne", "nul", "chacun", "aucun", "certains",
        "quelques", "plusieurs", "autre", "ne", "y", "en",
    )
)  # fmt: skip
_NOT_NAMES = frozenset(("ADV", "X", "INTJ", "AUX", "ADP", "NUM", "PRON", "SCONJ"))
_BEFORE_VERBS = frozenset(("PRON", "AUX", "ADV"))
_LOST = ("obl", "advmod", "dep", "appos", "nmod", "parataxis", "conj", "dislocated", "vocative", "obj")
_LONGEST_GAP = 5  # pronouns, negation and auxiliaries between a subject and its verb


def mend_names(words: Words) -> None:
    """Apply the repairs of names."""
    _cut_at_apostrophes(words)
    _tagged_as_words(words)
    _tagged_in_sentences(words)
    _lost_subjects(words)
    _two_subjects(words)
    _halves_for_subjects(words)
    _joined_subjects(words)


def _is_capital(words: Words, index: int) -> bool:
    text = words.texts[index]
    return text[:1].isupper() and len(text) > 1 and not text.isupper()


def _two_subjects(words: Words) -> None:
    """Read "Son confrère belge Paul Martin se montre" as one subject: a name right behind a noun for a person is that person's.

    The noun is the verb's subject as well, and nothing but adjectives stands between.
    """
    for name, verb in enumerate(words.heads):
        if words.deps[name] != "nsubj" or words.pos[name] != "PROPN" or words.pos[verb] not in ("VERB", "AUX"):
            continue
        first = name - 1
        while first > 0 and words.pos[first] == "ADJ":
            first -= 1
        if words.deps[first] == "nsubj" and words.heads[first] == verb and words.pos[first] == "NOUN":
            words.hang(name, first, "appos")


def _halves_for_subjects(words: Words) -> None:
    """Keep "l'opposition de Santa Cruz craint" whole: the second half of a name is no subject beside the noun of the first."""
    for half, verb in enumerate(words.heads):
        first = half - 1
        if half < 1 or words.deps[half] != "nsubj" or words.pos[half] != "PROPN" or not _is_capital(words, half):
            continue
        noun = words.heads[first]
        owner = words.pos[first] == "PROPN" and words.label(first) == "nmod" and words.has(first, "case")
        if owner and words.deps[noun] == "nsubj" and words.heads[noun] == verb and words.pos[noun] == "NOUN":
            words.hang(half, first, "flat:name")


def _cut_at_apostrophes(words: Words) -> None:
    """Make "N'" before a capital a part of the name: "N'Djamena" negates nothing."""
    for index in range(len(words.texts) - 1):
        if words.texts[index] in ("N'", "N’") and words.texts[index + 1][:1].isupper():
            words.pos[index], words.lemmas[index] = "PROPN", words.texts[index].lower()
            words.hang(index, index + 1, "compound")


def _tagged_as_words(words: Words) -> None:
    """Make a capital behind a name a part of that name, where it was tagged as an adverb or the like ("Emmanuel Macron")."""
    for index in range(1, len(words.texts)):
        before = index - 1
        named = words.pos[before] == "PROPN" and _is_capital(words, before)
        if named and words.pos[index] in _NOT_NAMES and _is_capital(words, index) and words.heads[index] != index:
            words.pos[index], words.lemmas[index] = "PROPN", words.texts[index].lower()
            words.hang(index, before, "flat:name")


def _tagged_in_sentences(words: Words) -> None:
    """Make a capital behind a small word a name, whatever it was tagged as ("a appelé Poutine"), and a subject that opens.

    In French only names have capitals inside a sentence; behind quotation marks and colons a sentence begins anew.
    """
    for index, text in enumerate(words.texts):
        if words.pos[index] not in _NOT_NAMES or not _is_capital(words, index) or text.lower() in _ADVERBS:
            continue
        if index:
            named = words.texts[index - 1].isalpha() and words.texts[index - 1].islower() and words.pos[index] != "AUX"
        else:
            opens = words.pos[0] in ("ADV", "X", "INTJ") and not text.endswith("ment") and text.isalpha()
            named = opens and words.label(0) in _LOST and _verb_after(words, 0) is not None
        if named:
            words.pos[index], words.lemmas[index] = "PROPN", text.lower()


def _lost_subjects(words: Words) -> None:
    """Give a finite verb without subject the bare name right before it ("Varsovie l'a critiqué")."""
    for name, pos in enumerate(words.pos):
        if pos != "PROPN" or not words.texts[name][:1].isupper() or words.has(name, "case"):
            continue
        if words.label(name) not in _LOST or (name and words.pos[name - 1] == "ADP"):
            continue
        verb = _verb_after(words, _end_of_name(words, name))
        if verb is not None and words.heads[name] != name and _lacks_subject(words, verb):
            words.hang(name, verb, "nsubj")


def _end_of_name(words: Words, name: int) -> int:
    last = name
    while last + 1 < len(words.texts) and words.heads[last + 1] in (name, last) and words.label(last + 1) == "flat":
        last += 1
    return last


def _verb_after(words: Words, name: int) -> int | None:
    """Return the verb that follows a name with nothing but pronouns, negation and auxiliaries between."""
    for index in range(name + 1, min(name + 1 + _LONGEST_GAP, len(words.texts))):
        if words.pos[index] == "VERB":
            return index
        if words.pos[index] not in _BEFORE_VERBS or words.texts[index].lower() in ("qui", "que", "dont"):
            return None
    return None


def _lacks_subject(words: Words, verb: int) -> bool:
    """Tell whether a verb is finite and nothing but perhaps another verb, which cannot be one, stands as its subject."""
    if "VerbForm=Fin" not in words.morphs[verb] and not words.has(verb, "aux"):
        return False
    return all(words.pos[c] == "VERB" for c in words.children(verb) if words.label(c) == "nsubj")


def _joined_subjects(words: Words) -> None:
    """Join a bare name to the subject behind "et" ("Riga et Tallinn adressèrent": the parser took Riga for a place)."""
    for joint in range(1, len(words.texts) - 1):
        name = joint - 1
        if words.texts[joint].lower() != "et" or words.pos[name] != "PROPN" or words.has(name, "case"):
            continue
        other = joint + (2 if words.pos[joint + 1] == "DET" else 1)
        if other >= len(words.texts) or words.label(other) != "nsubj" or words.pos[other] not in ("PROPN", "NOUN"):
            continue
        while words.label(name) == "flat" and words.heads[name] < name:
            name = words.heads[name]
        verb = words.heads[other]
        before = words.pos[name - 1] if name else ""
        if words.heads[name] == verb and words.label(name) in _LOST and before != "ADP" and not words.has(name, "case"):
            words.hang(name, verb, "nsubj")
            words.hang(other, name, "conj")
            words.hang(joint, other, "cc")
