"""Mends what the French parser hangs on the wrong word of a phrase: what a verb governs, what is joined to a title.

As in `french_tree`, tags, heads and labels change, tokens never do.
"""

from __future__ import annotations

from dragoman.extract.parse.french_words import Words


def mend_government(words: Words) -> None:
    """Apply the repairs of what hangs on what."""
    _adjectives_for_auxiliaries(words)
    _fronted_phrases(words)
    _joined_to_names(words)
    _several_of(words)
    _departed(words)
    _demanded_of(words)
    _controlled(words)
    _said_ready(words)
    _dative_subjects(words)


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
        if titled and not any(words.texts[i] in (",", "(") for i in range(top, index)):
            words.hang(index, top, "conj")


def _adjectives_for_auxiliaries(words: Words) -> None:
    """Read an auxiliary that is no form of "avoir" or "être", behind a noun, as its adjective ("des chars biélorusses")."""
    for index in range(1, len(words.texts)):
        noun = index - 1
        odd = words.pos[index] == "AUX" and words.lemmas[index] not in _AUXILIARIES and not words.label(index).startswith("aux")
        if odd and words.pos[noun] == "NOUN" and words.texts[index].endswith("s") and not words.has(index, "nsubj", "obj"):
            words.pos[index], words.lemmas[index] = "ADJ", words.texts[index].removesuffix("s")
            words.morphs[index] = "Number=Plur"
            words.hang(index, noun, "amod")


_AUXILIARIES = frozenset(("être", "avoir", "faire", "pouvoir", "devoir", "aller", "venir", "laisser"))
_SEVERAL = frozenset(("plusieurs", "certains", "certaines", "quelques-uns", "beaucoup", "nombre"))


def _several_of(words: Words) -> None:
    """Make the noun behind "plusieurs de" the object or subject that the parser took the first word for."""
    for index in range(len(words.texts) - 2):
        if words.texts[index].lower() not in _SEVERAL or words.label(index) not in ("obj", "nsubj"):
            continue
        case = index + 1
        noun = words.heads[case]
        if words.texts[case].lower() not in ("de", "des", "d'") or noun <= case or words.pos[noun] != "NOUN":
            continue
        if words.heads[noun] not in (index, words.heads[index]):
            continue
        verb, label = words.heads[index], words.deps[index]
        words.hang(noun, verb, label)
        for child in [c for c in words.children(index) if c != noun]:
            words.heads[child] = noun
        words.hang(index, noun, "det")
        words.hang(case, noun, "dep")


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


_HE = frozenset(("il", "elle", "ils", "elles"))


_MOVING = frozenset(  # verbs that say what somebody is to do: "encourage X à", "propose à X de"
    (
        "encourager", "inviter", "appeler", "exhorter", "pousser", "inciter", "autoriser", "aider", "forcer", "contraindre",
        "obliger", "presser", "sommer", "prier", "charger", "empêcher", "convaincre", "persuader", "dissuader", "conjurer",
        "supplier", "adjurer", "demander", "ordonner", "interdire", "permettre", "proposer", "enjoindre", "conseiller",
        "recommander", "promettre", "intimer", "offrir", "défendre", "commander", "suggérer", "accuser", "soupçonner",
        "menacer", "reprocher", "remercier", "féliciter", "blâmer", "suspecter", "accorder", "refuser", "jurer",
    )
)  # fmt: skip
_TO = frozenset(("à", "de", "d'", "d’"))


def _controlled(words: Words) -> None:
    """Hang an infinitive with "à" or "de" on the verb that moves somebody to it, not on that somebody."""
    for index, asked in enumerate(words.heads):
        if words.label(index) != "acl" or "VerbForm=Inf" not in words.morphs[index] or asked >= index:
            continue
        verb = words.heads[asked]
        if words.lemmas[verb] not in _MOVING or words.label(asked) not in ("obj", "obl", "iobj") or verb >= asked:
            continue
        marked = [c for c in words.children(index) if c < index and words.texts[c].lower() in _TO]
        person = words.label(asked) != "obj" or words.pos[asked] == "PROPN" or "Number=Plur" in words.morphs[asked]
        if marked and person and not words.has(verb, "xcomp", "ccomp"):
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
