"""The conditions of a row: what else must stand beside an event word for it to mean the act (a preposition, no object)."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from dragoman.extract.events.clitics import is_cause_pronoun, is_place_pronoun
from dragoman.extract.events.passives import is_passive, undergone
from dragoman.extract.events.phrases import astray, case_of
from dragoman.extract.events.verbs import objects, surface_subject
from dragoman.extract.events.words import Entry, Lexicon
from dragoman.extract.parse.tree import children, has_label
from dragoman.records import Sentence, Token

_WHO = frozenset(("who", "which", "that", "qui"))
_PEOPLE = frozenset(("him", "her", "them", "us", "me", "who", "whom", "qui", "le", "la", "les", "l'"))
_DATIVES = frozenset(("lui", "leur", "nous", "vous"))
_ON = frozenset(("on", "in", "at", "en", "à"))  # "until Friday" is what a row with "until" asks for; "on Friday" is when
_ONESELF = frozenset(("it", "we", "i", "nous", "je", "j'"))
_MANY = frozenset(("they", "we", "you", "i"))
_MUST = frozenset(("must", "should", "need", "ought", "devoir", "falloir"))


def meets(sentence: Sentence, token: Token, others: Sequence[int], entry: Entry, lexicon: Lexicon) -> bool:
    """Tell whether a sentence meets every requirement of an entry whose words stand on a token and some others."""
    for name, words in entry.requires:
        if name in ("who", "what"):
            met = _acting_object(sentence, token, lexicon) == (name == "who")
        elif name == "prep":  # of "turned its back on", "on" may hang on any word
            near = (token.i, *others, *astray(sentence, token.i, words, entry.mutual))
            met = any(_governs(sentence, index, words, lexicon) for index in near) or (
                "à" in words
                and (undergone(sentence, token.i) is not None or _has_dative([*children(sentence, token.i)]))
            )
            met = met or _has_adverbial_pronoun(sentence, token, words)
        elif name == "subj":
            met = _has_subject(sentence, token, words, lexicon)
        elif name == "nocase":  # "en représailles" only says why
            met = not set(words) & set(case_of(sentence, token.i)) or bool(children(sentence, token.i, "det"))
        elif name == "bare":  # "a déclaré le responsable" holds nobody responsible
            met = not any(has_label(t, "det") for index in others for t in children(sentence, index))
        else:
            met = _meets_one(sentence, token, name, words, lexicon)
            if met and name == "inf" and entry.row.type == "REQUEST":  # "l'a convié à Lima pour négocier" asks nothing
                met = not _only_purposes(sentence, token)
        if not met:
            return False
    return True


def is_day(token: Token, lexicon: Lexicon) -> bool:
    """Tell whether a word names a day, month or year: "called Seoul on Monday" calls on nobody."""
    word = token.text.lower()
    if word not in lexicon.times:
        return len(word) == 4 and word.isdecimal()
    return token.text[:1].isupper() or (token.pos not in ("VERB", "AUX") and word != "march")


def _governs(sentence: Sentence, index: int, words: tuple[str, ...], lexicon: Lexicon) -> bool:
    """Tell whether a word has a dependent under one of some prepositions, also a clause ("call for X to come")."""
    for child in sentence.children[index]:
        cases = [word for word in case_of(sentence, child) if word in words]
        if cases and not (is_day(sentence.tokens[child], lexicon) and _ON.issuperset(cases)):
            return True
    clauses = children(sentence, index, "advcl", "ccomp", "xcomp", "acl") if "for" in words else ()
    return any(
        mark.text.lower() == "for" for clause in clauses
        if children(sentence, clause.i, "nsubj") or clause.text.lower().endswith("ing")  # "attacked Oslo for arming them"
        for mark in children(sentence, clause.i, "mark")
    )  # fmt: skip


def _objects(sentence: Sentence, token: Token, lexicon: Lexicon) -> list[int]:
    """Return what a verb acts on, also where the clause shares it with another ("flew home and was criticised")."""
    found = [child for child in sentence.children[token.i] if has_label(sentence.tokens[child], "obj", "nsubj:pass")]
    if has_label(token, "acl") and token.head != token.i:
        found.append(token.head)
    if not found and token.pos in ("VERB", "AUX") and (group := objects(sentence, token.i, lexicon.control)) is not None:
        found += group.heads
    return found


def _acting_object(sentence: Sentence, token: Token, lexicon: Lexicon) -> bool:
    """Tell whether the object is somebody (a name, or a noun for people and bodies), not something done."""
    for index in _objects(sentence, token, lexicon):
        noun = sentence.tokens[index]
        word = noun.text.lower()
        if noun.pos == "PROPN" or noun.lemma in lexicon.actors or word in lexicon.actors or word in _PEOPLE:
            return True
    return False


def _meets_one(sentence: Sentence, token: Token, name: str, words: tuple[str, ...], lexicon: Lexicon) -> bool:
    """Check one requirement of a row; the requirements are documented with `EventWordRow`."""
    if name in ("obj", "noobj"):
        return _has_object(sentence, token, words, lexicon) == (name == "obj")
    if name == "cop":
        return any(has_label(sentence.tokens[child], "cop") for child in sentence.children[token.i])
    if name in ("plural", "nominal"):
        return "Number=Plur" in token.morph if name == "plural" else token.dep not in ("amod", "compound")
    return _has_dependent(sentence, [sentence.tokens[child] for child in sentence.children[token.i]], name, words)


def _has_subject(sentence: Sentence, token: Token, words: tuple[str, ...], lexicon: Lexicon) -> bool:
    """Tell whether one of some words does it: its subject or agent, or what the clause above lends it ("is to leave")."""
    subjects = [c for c in sentence.children[token.i] if has_label(sentence.tokens[c], "nsubj", "obl:agent")]
    if has_label(token, "acl") and all(sentence.tokens[index].text.lower() in _WHO for index in subjects):
        subjects = [token.head]
    if not subjects and not is_passive(sentence, token.i):
        group = surface_subject(sentence, token.i, lexicon.control)
        subjects = list(group.heads) if group is not None else []
    return any(_is(sentence.tokens[index], words) for index in subjects)


def _has_dependent(sentence: Sentence, dependents: list[Token], name: str, words: tuple[str, ...]) -> bool:
    if name == "bid":
        return any(_is_bidden(sentence, t) for t in dependents if has_label(t, "ccomp"))
    if name == "must":
        return any(_obliged(sentence, t) for t in dependents if has_label(t, "ccomp", "parataxis"))
    if name == "inf":  # "prié par Rome de partir": the parser hangs the clause on the agent
        behind = [sentence.tokens[child] for t in dependents if t.dep == "obl:agent" for child in sentence.children[t.i]]
        return any(_is_infinitive(sentence, t) for t in (*dependents, *behind))
    if name == "noinf":  # "called on Iran to stop": the parser may hang the clause on the name
        deeper = [sentence.tokens[child] for t in dependents for child in sentence.children[t.i]]
        return not any(_is_infinitive(sentence, t) for t in (*dependents, *deeper))
    if name == "pred":
        return any(_is_predicated(sentence, t) for t in dependents)
    return any(_DEPENDENTS[name](t, words) for t in dependents) != name.startswith("no")


def _has_dative(dependents: list[Token]) -> bool:
    """Tell whether a French pronoun stands for "à" with a noun ("nous a livré un radar"): beside an object, or as one."""
    pronouns = [t for t in dependents if t.pos == "PRON" and t.text.lower() in _DATIVES and has_label(t, "iobj", "obj")]
    return any(t.dep == "iobj" or any(o.dep == "obj" and o is not t for o in dependents) for t in pronouns)


def _has_adverbial_pronoun(sentence: Sentence, token: Token, words: Sequence[str]) -> bool:
    """Tell whether French "y" or "en" stands for what a preposition would lead to ("s'en est félicité")."""
    if sentence.language != "fr" or not {"à", "en", "dans", "de"} & set(words):
        return False
    before = [t for t in children(sentence, token.i) if t.i < token.i]
    there = {"à", "en", "dans"} & set(words) and any(map(is_place_pronoun, before))
    return bool(there) or ("de" in words and any(is_cause_pronoun(sentence, t) for t in before))


def _is_predicated(sentence: Sentence, token: Token) -> bool:
    """Tell whether a dependent of a verb is what it says of its object: "as a threat", "deemed it unfair"."""
    labels = ("xcomp", "advcl", "ccomp")
    if (token.pos == "ADJ" and has_label(token, "advmod", *labels)) or (token.pos == "NOUN" and has_label(token, *labels)):
        return True
    if token.pos == "VERB" and token.text.lower().endswith("ing") and not children(sentence, token.i, "obj", "mark"):
        return has_label(token, "xcomp")  # "called it worrying"
    near = (token, *(sentence.tokens[child] for child in sentence.children[token.i]))
    return any(t.text.lower() in ("as", "comme") and has_label(t, "case", "mark", "advmod") for t in near)


def _is_particle(token: Token, words: tuple[str, ...]) -> bool:
    return token.text.lower() in words and has_label(token, "compound:prt", "advmod", "case", "mark")


def _is_clause(token: Token, words: tuple[str, ...]) -> bool:
    return has_label(token, "xcomp", "ccomp") or ("acl" in words and has_label(token, "acl"))


def _is_reflexive(token: Token, words: tuple[str, ...]) -> bool:
    return token.dep.startswith("expl") or token.text.lower() in ("se", "s'", "s’", *words)


_DEPENDENTS: dict[str, Callable[[Token, tuple[str, ...]], bool]] = {
    "prt": _is_particle, "comp": _is_clause, "nocomp": _is_clause, "refl": _is_reflexive, "norefl": _is_reflexive,
}  # fmt: skip


def _only_purposes(sentence: Sentence, token: Token) -> bool:
    """Tell whether the infinitives behind a French verb only say what for ("pour y négocier")."""
    if sentence.language != "fr":
        return False
    clauses = [sentence.tokens[child] for child in sentence.children[token.i]]
    found = [clause for clause in clauses if _is_infinitive(sentence, clause)]
    marks = [{mark.text.lower() for mark in children(sentence, clause.i, "mark", "case")} for clause in found]
    return bool(found) and all("pour" in words or "afin" in words for words in marks)


def _is_infinitive(sentence: Sentence, clause: Token) -> bool:
    """Tell whether a dependent is an infinitive clause ("to meet", "de rencontrer")."""
    if clause.pos not in ("VERB", "AUX", "NOUN", "ADJ") or not has_label(clause, "xcomp", "ccomp", "acl", "advcl", "dep"):
        return False
    marks = [sentence.tokens[child] for child in sentence.children[clause.i]]
    if any(m.pos == "PART" and m.text.lower() == "to" for m in marks):
        return True
    finite = any(has_label(m, "aux") and "VerbForm=Fin" in m.morph for m in marks)  # "that they will not open"
    return "VerbForm=Inf" in clause.morph and not finite


def _is_bidden(sentence: Sentence, clause: Token) -> bool:
    """Tell whether a clause with a subject has a bare verb, as only what is asked for has: "proposed that Oslo pay"."""
    below = [sentence.tokens[child] for child in sentence.children[clause.i]]
    subjects = [word for word in below if has_label(word, "nsubj")]
    helped = any(has_label(word, "aux") and word.text.lower() not in ("be", "not") for word in below)
    bare = clause.text.lower() == clause.lemma or any(word.text.lower() == "be" for word in below if has_label(word, "aux"))
    singular = any("Number=Plur" not in word.morph and word.text.lower() not in _MANY for word in subjects)
    told = any(word.text.lower() == "that" for word in below if has_label(word, "mark"))
    return told and bool(subjects) and not helped and bare and (singular or "VerbForm=Inf" in clause.morph)


def _obliged(sentence: Sentence, clause: Token) -> bool:
    """Tell whether a clause says what somebody must do ("Iran must stop")."""
    words = [clause, *(sentence.tokens[child] for child in sentence.children[clause.i])]
    if any(has_label(word, "nsubj") and word.text.lower() in _ONESELF for word in words[1:]):
        return False  # "said that it might have to go ahead alone"
    if any(has_label(word, "aux") and word.lemma in _MUST for word in words[1:]):
        return True
    if clause.lemma in _MUST:  # "must pay two million", not "owes (doit) two million"
        return not any(has_label(word, "obj") and word.pos in ("NOUN", "PROPN", "NUM") for word in words[1:])
    return clause.lemma == "have" and any(has_label(word, "xcomp") for word in words[1:])


def _has_object(sentence: Sentence, token: Token, words: tuple[str, ...], lexicon: Lexicon) -> bool:
    """Tell whether a verb has an object (in the passive: a subject); with words, one of these or holding one of them."""
    found = _objects(sentence, token, lexicon) + [c for c in sentence.children[token.i] if sentence.tokens[c].dep == "ccomp"]
    if not words:
        return bool(found)
    near = [*found, *(child for index in found for child in sentence.children[index])]
    return any(_is(sentence.tokens[index], words) for index in near)


def _is(token: Token, lemmas: tuple[str, ...]) -> bool:
    word = token.text.lower()
    if token.lemma in lemmas or word in lemmas:
        return True
    return token.pos in ("NOUN", "PROPN") and word.endswith("s") and word[:-1] in lemmas
