"""Mends French sentences that open with something else than their subject: a participle, a quotation, "s'est dit « ... »".

As in `french_tree`, heads and labels change, tokens never do.
"""

from __future__ import annotations

from collections.abc import Container

from dragoman.extract.parse.french_words import TIMES, Words

_HAVE = frozenset(("a", "ont", "avait", "avaient"))
_ONESELF = frozenset(("se", "s'", "s’"))
_CALLING = frozenset(("dire", "déclarer", "montrer", "juger", "affirmer"))
_OPENING = (",", "»", '"', "”")
_NAMING = ("NOUN", "PROPN")
_LOOSE = ("appos", "conj", "nmod", "dep", "obl", "dislocated")
_SPEAKING = ("obj", "xcomp", "obl", "nsubj", "appos", "nmod")  # labels that the parser gives who speaks
_ANY = frozenset(("un", "une", "des", "de", "d'", "plusieurs", "quelques", "deux", "trois"))
_ASIDES = frozenset((",", "(", "qui", "que", "qu'", "dont", "où", "lequel", "laquelle"))
_WITHOUT_AGENT = frozenset(("avec", "sans"))


def mend_openings(words: Words) -> None:
    """Apply the repairs of what a sentence opens with."""
    _participles(words)
    _quoted_predicates(words)
    _agents_behind_circumstances(words)
    _participles_behind(words)


def mend_tellers(words: Words, lemmas: Container[str]) -> None:
    """Make the noun behind ", a averti" the subject of that verb: `La frontière restera fermée, a averti Minsk`.

    The parser takes the quoted clause for part of the telling one, whose verb is one of the `lemmas`.
    """
    for auxiliary in range(2, len(words.texts) - 2):
        verb = auxiliary + 1
        opened = words.texts[auxiliary - 1] in _OPENING and words.texts[auxiliary].lower() in _HAVE
        if not opened or words.heads[auxiliary] != verb or words.lemmas[verb] not in lemmas:
            continue
        noun = _bare_noun(words, verb + 1)
        if noun is None or words.label(noun) not in _SPEAKING or words.has(noun, "cop"):
            continue
        if any(words.texts[i].lower() in _ANY for i in range(verb + 1, noun)):
            continue  # "a annoncé des mesures"
        subjects = [c for c in words.children(verb) if words.label(c) == "nsubj" and c < auxiliary]
        early = [c for c in subjects if words.pos[c] not in ("VERB", "AUX")]
        root = next((i for i, head in enumerate(words.heads) if head == i), 0)
        if root == verb:
            if not _free_quotation(words, verb, early):
                continue
        elif early or root > auxiliary or words.label(verb) in ("conj", "acl") or _is_aside(words, root):
            continue
        elif words.label(verb) != "parataxis":
            words.hang(verb, root, "parataxis")
        words.hang(noun, verb, "nsubj")


def _bare_noun(words: Words, start: int) -> int | None:
    """Return the noun of the phrase without a preposition that begins at a word, behind a day or hour ("dimanche le maire")."""
    while start < len(words.texts) and words.texts[start].lower() in TIMES:
        start += 1
    index = start
    while index < len(words.texts) and words.pos[index] in ("DET", "ADJ") and words.heads[index] > index:
        index += 1
    return index if index < len(words.texts) and words.pos[index] in _NAMING and index - start <= 2 else None


def _free_quotation(words: Words, verb: int, early: list[int]) -> bool:
    """Let the verb of what is quoted lead the sentence, with the subject that the telling verb was given; tell whether it does.

    Not where the finite verb only stands in an aside on that subject: "La Suède, qui craint un raid, a annoncé l'envoi de".
    """
    subject = early[-1] if early else 0
    rest = range(subject + 1, verb - 2)
    if not early or any(words.texts[i].lower() in _ASIDES for i in rest):
        return False
    copula = words.has(subject, "cop")
    lead = subject if copula else next((i for i in rest if _can_lead(words, i)), None)
    if lead is None:
        return False
    words.heads[lead], words.deps[lead] = lead, "root"
    words.heads[verb], words.deps[verb] = lead, "parataxis"
    for other in early:
        if other != lead:
            words.hang(other, lead, "nsubj")
    return True


def _is_aside(words: Words, verb: int) -> bool:
    """Tell whether a verb stands in a relative clause: it is no quoted one ("Madrid, qui présidait, a remercié Lima")."""
    before = (c for c in words.children(verb) if c < verb and words.label(c) in ("nsubj", "obj"))
    return any(words.texts[c].lower() in _ASIDES for c in before)


def _can_lead(words: Words, index: int) -> bool:
    finite = words.pos[index] in ("VERB", "AUX") and "VerbForm=Fin" in words.morphs[index]
    return finite and words.label(index) not in ("aux", "cop")


def _participles(words: Words) -> None:
    """`Accueilli par Oslo, le ministre a salué ...`: the finite verb leads, the noun behind the comma is its subject."""
    comma = next((i for i, text in enumerate(words.texts) if text == ","), len(words.texts))
    _names_for_participles(words, comma)
    if "VerbForm=Part" not in words.morphs[0] or words.pos[0] != "VERB" or words.has(0, "aux", "nsubj"):
        return
    verb = next((i for i in range(comma, len(words.texts)) if _is_finite(words, i)), None)
    if verb is None or words.has(verb, "mark"):
        return
    if words.heads[0] == 0:
        if words.heads[verb] != 0 or words.label(verb) not in ("parataxis", "conj", "ccomp", "advcl"):
            return
        words.heads[verb], words.deps[verb] = verb, "root"
        words.heads[0], words.deps[0] = verb, "advcl"
    if words.heads[0] != verb:
        return
    noun = _bare_noun(words, comma + 1)
    if noun is None or noun >= verb or words.label(noun) not in _LOOSE or words.heads[noun] > comma:
        return
    for name in [c for c in words.children(verb) if words.label(c) == "nsubj"]:
        if not noun < name < verb or words.has(name, "det"):
            return
        words.hang(noun, verb, "nsubj")
        words.hang(name, noun, "appos")
    words.hang(noun, verb, "nsubj")


def _names_for_participles(words: Words, comma: int) -> None:
    """`Arrivés à Rome, les ministres ont signé`: the first word is no name, where another noun follows the comma."""
    form = words.texts[0].lower()
    named = words.pos[0] == "PROPN" and form.endswith(("és", "ées")) and len(words.texts) > 1 and words.pos[1] == "ADP"
    noun = _bare_noun(words, comma + 1) if named and comma + 1 < len(words.texts) and words.pos[comma + 1] == "DET" else None
    verb = words.heads[0]
    below = noun is not None and words.heads[noun] == 0 and words.label(noun) in _LOOSE
    if noun is not None and below and words.label(0) == "nsubj" and noun < verb:
        words.pos[0], words.morphs[0] = "VERB", "Number=Plur|Tense=Past|VerbForm=Part"
        words.lemmas[0] = form.rstrip("s").removesuffix("e").removesuffix("é") + "er"
        words.hang(noun, verb, "nsubj")
        words.deps[0] = "advcl"


def _is_finite(words: Words, index: int) -> bool:
    if words.pos[index] not in ("VERB", "AUX") or words.label(index) in ("aux", "cop", "acl"):
        return False
    return "VerbForm=Fin" in words.morphs[index] or words.has(index, "aux")


def _quoted_predicates(words: Words) -> None:
    """`Quito s'est dit, lundi, « choqué » et a ...`: what somebody calls himself hangs on that verb, not it on that."""
    for verb in range(2, len(words.texts)):
        word = words.heads[verb]
        above = words.lemmas[verb] in _CALLING and words.pos[verb] == "VERB" and word > verb and words.label(verb) == "advcl"
        if not above or not words.has(verb, "nsubj") or words.has(word, "nsubj", "cop"):
            continue
        if not any(words.texts[c].lower() in _ONESELF for c in words.children(verb)) or words.texts[word].endswith("ant"):
            continue
        rooted = words.heads[word] == word
        words.heads[verb], words.deps[verb] = (verb, "root") if rooted else (words.heads[word], words.deps[word])
        words.heads[word], words.deps[word] = verb, "xcomp"
        for clause in [c for c in words.children(word) if words.label(c) == "conj" and words.has(c, "aux")]:
            words.hang(clause, verb, "conj")


def _agents_behind_circumstances(words: Words) -> None:
    """`rejetée avec force par Oslo`: the agent of a passive hangs on it, not on how it is done."""
    for agent in range(3, len(words.texts)):
        how = words.heads[agent]
        by = any(words.label(c) == "case" and words.texts[c].lower() == "par" for c in words.children(agent))
        if not by or words.pos[agent] not in _NAMING or words.label(how) != "obl" or how > agent:
            continue
        verb = words.heads[how]
        cases = {words.texts[c].lower() for c in words.children(how) if words.label(c) == "case"}
        passive = any(words.deps[c] == "aux:pass" for c in words.children(verb))
        done = any(words.deps[c] == "obl:agent" for c in words.children(verb))
        if passive and not done and cases and cases <= _WITHOUT_AGENT:
            words.hang(agent, verb, "obl:agent")


def _participles_behind(words: Words) -> None:
    """`Lima a rejeté une offre, signée par Oslo`: the participle is said of the noun with which it agrees, not the subject."""
    for clause in range(3, len(words.texts)):
        form = _form(words, clause)
        part = words.label(clause) == "advcl" and "VerbForm=Part" in words.morphs[clause] and words.texts[clause - 1] == ","
        if not part or len(form) < len(_FORMS) or words.has(clause, "nsubj", "aux") or words.heads[clause] > clause:
            continue
        if not any(words.deps[c] == "obl:agent" for c in words.children(clause)):
            continue
        noun = clause - 2
        while words.label(noun) in ("amod", "nmod", "flat") and _form(words, noun) != form and words.heads[noun] < noun:
            noun = words.heads[noun]
        subjects = [c for c in words.children(words.heads[clause]) if words.label(c) == "nsubj"]
        told = words.pos[noun] == "NOUN" and words.label(noun) in ("obj", "obl", "nmod") and _form(words, noun) == form
        if told and subjects and all(_form(words, subject) != form for subject in subjects):
            words.hang(clause, noun, "acl")


_FORMS = ("Gender", "Number")


def _form(words: Words, index: int) -> frozenset[str]:
    """Return gender and number of a word."""
    return frozenset(part for part in words.morphs[index].split("|") if part.startswith(_FORMS))
