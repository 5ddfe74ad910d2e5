"""Mends what a verb governs in a French parse: its participles, infinitives, pronouns, and the noun behind a fixed phrase.

As in `french_tree`, tags, heads and labels change, tokens never do.
"""

from __future__ import annotations

from dragoman.extract.parse.french_forms import VerbForms
from dragoman.extract.parse.french_words import Words


def mend_government(words: Words, forms: VerbForms) -> None:
    """Apply the repairs of what a verb governs."""
    _gerunds(words, forms.voiced)
    _clitics_of_participles(words)
    _judged(words)
    _fronted_phrases(words)
    _behind_fixed(words)
    _departed(words)
    _demanded_of(words)
    _controlled(words, forms.moving)
    _said_ready(words)
    _dative_subjects(words)
    _clauses_behind_names(words)


def _gerunds(words: Words, voiced: frozenset[str]) -> None:
    """Hang "en envoyant", and a participle of speech behind a comma, on the verb: its subject is the clause's.

    What only people and bodies do (`voiced`) is said of the subject, not of the noun before: ", reprochant à X".
    """
    for index, above in enumerate(words.heads):
        gerund = words.pos[index] == "VERB" and words.texts[index].endswith("ant") and words.label(index) == "acl"
        if not gerund or above >= index or words.pos[above] not in ("NOUN", "PROPN", "PRON"):
            continue
        with_en = any(words.texts[c].lower() == "en" and c < index for c in words.children(index))
        spoken = words.texts[index - 1] == "," and words.lemmas[index] in voiced
        if not (with_en or spoken):
            continue
        verb, label = words.heads[above], words.label(above)
        while words.pos[verb] not in ("VERB", "AUX") and words.heads[verb] != verb:
            verb, label = words.heads[verb], words.label(verb)
        if words.pos[verb] == "VERB" and (with_en or label != "nsubj"):
            words.hang(index, verb, "advcl")


def _clitics_of_participles(words: Words) -> None:
    """Read an article right before a present participle as its object ("une résolution la sommant de partir")."""
    for index in range(1, len(words.texts) - 1):
        verb = index + 1
        article = words.texts[index].lower() in ("le", "la", "les", "l'") and words.pos[index] in ("DET", "PRON")
        if not article or words.pos[verb] != "VERB" or not words.texts[verb].endswith("ant"):
            continue
        words.pos[index], words.lemmas[index] = "PRON", "le"
        words.hang(index, verb, "obj")
        before = index - 1
        while before > 0 and (words.pos[before] != "NOUN" or words.texts[before] == ","):
            before -= 1
        if words.label(verb) == "obj" and words.pos[before] == "NOUN":
            words.hang(verb, before, "acl")


_JUDGING = frozenset(("juger", "estimer", "considérer", "trouver", "déclarer", "croire", "rendre"))

_QUOTES = frozenset(('"', "«", "“", "”", "»"))


def _judged(words: Words) -> None:
    """Hang an adjective in quotes on the verb that judges ("a jugé la menace « injustifiée »")."""
    for index, noun in enumerate(words.heads):
        if words.pos[index] != "ADJ" or words.label(index) != "acl" or words.label(noun) != "obj" or noun > index:
            continue
        verb = words.heads[noun]
        if words.lemmas[verb] in _JUDGING and any(words.texts[i] in _QUOTES for i in range(noun, index)):
            words.hang(index, verb, "xcomp")


_AT = frozenset(("à", "au", "aux", "dans", "en", "sur", "selon", "après", "avant", "depuis", "lors", "pour", "sous"))


def _fronted_phrases(words: Words) -> None:
    """Make the noun behind a phrase put first the subject, not an apposition: "Dans le Sinaï, les colonnes X ont pris"."""
    for place, label in enumerate(words.deps):
        cases = [words.texts[c].lower() for c in words.children(place) if words.label(c) == "case"]
        verb = words.heads[place]
        if not label.startswith("nsubj") or not cases or cases[0] not in _AT or verb <= place:
            continue
        named = [c for c in words.children(place) if words.label(c) in ("appos", "conj") and place < c < verb]
        noun = next((c for c in named if words.pos[c] in ("NOUN", "PROPN") and not words.has(c, "case", "cc")), None)
        if noun is None or "," not in words.texts[place:noun]:
            continue
        words.hang(noun, verb, label)
        words.hang(place, verb, "obl:mod")
        for clause in [c for c in words.children(place) if words.label(c) == "acl" and c > noun]:
            words.heads[clause] = noun


_FIXED = frozenset(("garde", "cause", "doute", "accusation", "examen", "demeure", "échec", "joue", "danger"))


def _behind_fixed(words: Words) -> None:
    """Make what stands bare behind "mis en garde" its object, with what is joined to it ("a mis en garde Rome et Oslo")."""
    for index, noun in enumerate(words.heads):
        verb = words.heads[noun]
        bare = words.label(index) in ("nmod", "appos", "obj") and not words.has(index, "case") and noun < index
        if not bare or words.texts[noun] not in _FIXED or words.lemmas[verb] not in ("mettre", "remettre"):
            continue
        if words.pos[index] not in ("PROPN", "NOUN") or words.has(verb, "obj") or words.pos[verb] != "VERB":
            continue
        words.hang(index, verb, "obj")
        for other in [c for c in words.children(noun) if words.label(c) == "conj" and c > index]:
            words.hang(other, index, "conj")


_GONE = frozenset(("partis", "parties", "venus", "venues", "arrivés", "arrivées"))


def _departed(words: Words) -> None:
    """Read "partis de Chypre" behind its noun as a participle, not as a second noun ("parties")."""
    for index in range(1, len(words.texts) - 1):
        taken = words.pos[index] == "NOUN" or (words.pos[index] == "VERB" and words.label(index) == "nsubj")
        if words.texts[index] not in _GONE or not taken or words.has(index, "det", "case"):
            continue
        before = index - 1
        noun = words.heads[before] if words.pos[before] == "ADJ" else before
        if words.pos[noun] != "NOUN" or words.texts[index + 1].lower() not in ("de", "d'", "du", "des") or noun > before:
            continue
        words.pos[index], words.lemmas[index] = "VERB", {"p": "partir", "v": "venir", "a": "arriver"}[words.texts[index][0]]
        words.morphs[index] = "Number=Plur|Tense=Past|VerbForm=Part"
        if words.heads[noun] == index:
            words.hang(noun, words.heads[index], words.deps[index])
        words.hang(index, noun, "acl")
        for child in words.children(index):
            if words.label(child) == "nmod":
                words.deps[child] = "obl:arg"


_HE = frozenset(("il", "elle", "ils", "elles"))


def _demanded_of(words: Words) -> None:
    """Hang "exiger de X qu'il parte" on the verb that demands, not on X as if that were said of X."""
    for mark in range(1, len(words.texts) - 1):
        verb = words.heads[mark]
        if words.texts[mark].lower() not in ("que", "qu'") or words.label(mark) != "mark" or words.label(verb) != "acl":
            continue
        asked = words.heads[verb]
        above = words.heads[asked]
        own = [c for c in words.children(verb) if words.label(c) == "nsubj" and words.texts[c].lower() in _HE]
        of = any(words.texts[c].lower() in ("de", "du", "d'", "des", "à", "au") for c in words.children(asked))
        if own and of and words.label(asked) == "obl" and words.pos[above] == "VERB" and asked < mark:
            words.hang(verb, above, "ccomp")


_TO = frozenset(("à", "de", "d'", "d’"))


def _controlled(words: Words, moving: frozenset[str]) -> None:
    """Hang an infinitive with "à" or "de" on the verb that moves somebody to it, not on that somebody."""
    for index, asked in enumerate(words.heads):
        if words.label(index) != "acl" or "VerbForm=Inf" not in words.morphs[index] or asked >= index:
            continue
        verb = words.heads[asked]
        if words.lemmas[verb] not in moving or words.label(asked) not in ("obj", "obl", "iobj") or verb >= asked:
            continue
        marked = [c for c in words.children(index) if c < index and words.texts[c].lower() in _TO]
        person = words.label(asked) != "obj" or words.pos[asked] == "PROPN" or "Number=Plur" in words.morphs[asked]
        if marked and person and not words.has(verb, "xcomp", "ccomp"):
            words.hang(index, verb, "xcomp")


_SAYING = frozenset(("disant", "déclarant", "montrant", "affirmant"))


def _said_ready(words: Words) -> None:
    """Let "se disant" govern the adjective behind it ("..., se disant prêt à négocier")."""
    for verb, text in enumerate(words.texts):
        ready = words.heads[verb]
        if text.lower() not in _SAYING or ready <= verb or words.pos[ready] != "ADJ" or words.label(verb) not in ("aux", "cop"):
            continue
        above = words.heads[ready]
        if above == ready:
            continue
        words.pos[verb] = "VERB"
        words.hang(verb, above, "advcl")
        words.hang(ready, verb, "xcomp")
        for child in [c for c in words.children(ready) if c < verb]:
            words.heads[child] = verb


def _dative_subjects(words: Words) -> None:
    """Read "lui" right before a verb as whom it is done to, not as its subject ("et lui a proposé son aide")."""
    for index in range(1, len(words.texts) - 1):
        if words.texts[index] not in ("lui", "leur") or words.label(index) != "nsubj" or words.heads[index] <= index:
            continue
        if words.pos[index] == "PRON" and words.pos[index + 1] in ("AUX", "VERB") and words.texts[index - 1] != ",":
            words.lemmas[index], words.deps[index] = "lui", "iobj"


def _clauses_behind_names(words: Words) -> None:
    """Hang "qui" with an object pronoun on the name right before it ("un ultimatum à Ankara, qui l'a ignoré")."""
    for verb, label in enumerate(words.deps):
        thing = words.heads[verb]
        who = next((c for c in words.children(verb) if words.texts[c].lower() == "qui" and words.label(c) == "nsubj"), None)
        if label != "acl:relcl" or who is None or who < 2 or words.texts[who - 1] != ",":
            continue
        name = who - 2
        while words.pos[name] == "PROPN" and words.label(name) in ("flat", "compound") and words.heads[name] < name:
            name = words.heads[name]
        pronoun = any(
            words.label(c) == "obj" and words.pos[c] == "PRON" and who < c < verb for c in words.children(verb)
        )
        if pronoun and name != thing and words.pos[name] == "PROPN" and words.pos[thing] == "NOUN" and thing < name:
            words.hang(verb, name, "acl:relcl")
