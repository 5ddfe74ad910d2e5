"""Base forms of English verbs that the model gets wrong, put right by how English is spelled.

The model takes "staged" for a form of "stag" and "raped" for one of "rap", and of verbs that it does not know ("readmitted")
it only cuts off the last letter. Of the 1,700 verbs of the event table, fifty had a wrong base form in a plain sentence.
"""

from __future__ import annotations

import re
from collections.abc import Container

from dragoman.extract.parse.french_words import Words

# a syllable with one short vowel and one consonant doubles it before an ending: "hopped" is of "hop", "hoped" is of "hope"
_DOUBLING = re.compile(r"(?:[^aeiouy]|qu)*[aeiou][bdfgklmnprtvz]")
_ENDINGS = ("ed", "ing")


def mend_lemmas(words: Words, known: Container[str]) -> None:
    """Put right the base forms of the verbs of a sentence; `known` are the words of the tables, with which others are read."""
    for index, pos in enumerate(words.pos):
        if pos == "VERB":
            words.lemmas[index] = base_form(words.texts[index].lower(), words.lemmas[index], known)


def base_form(form: str, lemma: str, known: Container[str]) -> str:
    """Return the base form of a verb, given the one that the model has: that one, where the spelling allows it."""
    if any(form == lemma + ending for ending in _ENDINGS) and _DOUBLING.fullmatch(lemma):
        return lemma + "e"
    if form.endswith("ed") and lemma == form[:-1] and lemma not in known:  # an unknown word: the model cut off the "d"
        stem = form[:-2]
        candidates = (stem, stem[:-1] if stem[-1:] == stem[-2:-1] else stem, stem[:-1] + "y" if stem.endswith("i") else stem)
        return next((word for word in candidates if word in known), lemma)
    return lemma
