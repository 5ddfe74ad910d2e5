"""Repairs of English clauses whose subject or content the parser hangs elsewhere: acronyms read as verbs, "for its part that".

The model was trained on other news than that of states: an acronym that it has not seen becomes a verb, and a clause with
"that" is given to the noun right before it.
"""

from __future__ import annotations

from dragoman.extract.parse.french_words import Words

_SHORTEST = 3  # letters of an acronym
_PART = "part"


def acronyms_as_names(words: Words) -> None:
    """Read "the bloc ECOWAS, from which three states withdrew, urged" as what the bloc urged: no verb is all capitals.

    Only where the sentence is not all capitals, and the acronym stands right behind the noun taken for its subject.
    """
    if all(text.isupper() for text in words.texts if text.isalpha()):
        return
    for name, verb in enumerate(words.heads):
        text = words.texts[name]
        if words.pos[name] != "VERB" or not text.isupper() or not text.isalpha() or len(text) < _SHORTEST:
            continue
        noun = next((c for c in words.children(name) if words.label(c) == "nsubj" and c == name - 1), None)
        if noun is None or verb <= name or words.pos[verb] != "VERB" or words.has(verb, "nsubj"):
            continue
        words.pos[name], words.morphs[name] = "PROPN", "Number=Sing"
        words.heads[noun], words.deps[noun] = verb, "nsubj"
        words.heads[name], words.deps[name] = noun, "appos"
        return


def told_for_its_part(words: Words) -> None:
    """Read "affirmed for its part that it will go" as what is affirmed: a clause with "that" does not say which part."""
    for clause, part in enumerate(words.heads):
        if words.label(clause) != "acl" or words.lemmas[part] != _PART or not words.has(part, "case"):
            continue
        that = any(words.texts[child].lower() == "that" and words.label(child) == "mark" for child in words.children(clause))
        verb = words.heads[part]
        if that and words.pos[verb] == "VERB" and not words.has(verb, "ccomp"):
            words.heads[clause], words.deps[clause] = verb, "ccomp"
