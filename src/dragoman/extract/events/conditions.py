"""The conditions of a row: what else must stand beside an event word for it to mean the act (a preposition, no object)."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from dragoman.extract.events.clitics import is_cause_pronoun, is_place_pronoun
from dragoman.extract.events.passives import is_passive, undergone
from dragoman.extract.events.phrases import astray, case_of
from dragoman.extract.events.verbs import objects, surface_subject
from dragoman.extract.events.words import Entry, Lexicon
from dragoman.extract.parse.tree import children, has_label
from dragoman.records import Sentence, Token

_WHO = frozenset(("who", "which", "that", "qui"))
_DATIVES = frozenset(("lui", "leur", "nous", "vous"))
_ON = frozenset(("on", "in", "at", "en", "à"))  # "until Friday" is what a row with "until" asks for; "on Friday" is when
_ONESELF = frozenset(("it", "we", "i", "nous", "je", "j'"))
_MANY = frozenset(("they", "we", "you", "i"))
_MUST = frozenset(("must", "should", "need", "ought", "devoir", "falloir"))


class Reading(NamedTuple):
    """An entry read on a sentence: its head word stands on `token`, its other words on `others`."""

    sentence: Sentence
    token: Token
    others: Sequence[int]
    entry: Entry
    lexicon: Lexicon

    def dependents(self) -> Sequence[Token]:
        """Return the words that hang on the head word."""
        return children(self.sentence, self.token.i)


Test = Callable[[Reading, tuple[str, ...]], bool]


def meets(reading: Reading) -> bool:
    """Tell whether a sentence meets every condition of the entry read on it; `EventWordRow` tells what they mean."""
    return all(TESTS[name](reading, words) for name, words in reading.entry.requires)


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
    group = objects(sentence, token.i, lexicon.control, lexicon.days) if not found and token.pos in ("VERB", "AUX") else None
    if group is not None:
        found += group.heads
    return found


def _acting_object(reading: Reading, words: tuple[str, ...]) -> bool:
    """Tell whether the object is somebody (a name, or a noun for people and bodies), not something done."""
    sentence, token, lexicon = reading.sentence, reading.token, reading.lexicon
    pronouns = lexicon.words("somebody")
    for index in _objects(sentence, token, lexicon):
        noun = sentence.tokens[index]
        word = noun.text.lower()
        if noun.pos == "PROPN" or noun.lemma in lexicon.actors or word in lexicon.actors or word in pronouns:
            return True
    return False


def _has_subject(reading: Reading, words: tuple[str, ...]) -> bool:
    """Tell whether one of some words does it: its subject or agent, or what the clause above lends it ("is to leave")."""
    sentence, token, lexicon = reading.sentence, reading.token, reading.lexicon
    subjects = [c for c in sentence.children[token.i] if has_label(sentence.tokens[c], "nsubj", "obl:agent")]
    if has_label(token, "acl") and all(sentence.tokens[index].text.lower() in _WHO for index in subjects):
        subjects = [token.head]
    if not subjects and not is_passive(sentence, token.i):
        group = surface_subject(sentence, token.i, lexicon.control)
        subjects = list(group.heads) if group is not None else []
    return any(_is(sentence.tokens[index], words) for index in subjects)


def _has_preposition(reading: Reading, words: tuple[str, ...]) -> bool:
    """Tell whether something stands under one of some prepositions; of "turned its back on", "on" may hang on any word."""
    sentence, token = reading.sentence, reading.token
    near = (token.i, *reading.others, *astray(sentence, token.i, words, reading.entry.mutual))
    if any(_governs(sentence, index, words, reading.lexicon) for index in near):
        return True
    if "à" in words and (undergone(sentence, token.i) is not None or _has_dative(reading.dependents())):
        return True
    return _has_adverbial_pronoun(reading, words)


def _has_dative(dependents: Sequence[Token]) -> bool:
    """Tell whether a French pronoun stands for "à" with a noun ("nous a livré un radar"): beside an object, or as one."""
    pronouns = [t for t in dependents if t.pos == "PRON" and t.text.lower() in _DATIVES and has_label(t, "iobj", "obj")]
    return any(t.dep == "iobj" or any(o.dep == "obj" and o is not t for o in dependents) for t in pronouns)


def _has_adverbial_pronoun(reading: Reading, words: Sequence[str]) -> bool:
    """Tell whether French "y" or "en" stands for what a preposition would lead to ("s'en est félicité")."""
    sentence = reading.sentence
    if sentence.language != "fr" or not {"à", "en", "dans", "de"} & set(words):
        return False
    before = [t for t in reading.dependents() if t.i < reading.token.i]
    there = {"à", "en", "dans"} & set(words) and any(map(is_place_pronoun, before))
    return bool(there) or ("de" in words and any(is_cause_pronoun(sentence, t, reading.lexicon) for t in before))


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


def _has_object(reading: Reading, words: tuple[str, ...]) -> bool:
    """Tell whether a verb has an object (in the passive: a subject); with words, one of these or holding one of them."""
    sentence, token = reading.sentence, reading.token
    found = _objects(sentence, token, reading.lexicon)
    found += [child for child in sentence.children[token.i] if sentence.tokens[child].dep == "ccomp"]
    if not words:
        return bool(found)
    near = [*found, *(child for index in found for child in sentence.children[index])]
    return any(_is(sentence.tokens[index], words) for index in near)


def _is(token: Token, lemmas: tuple[str, ...]) -> bool:
    word = token.text.lower()
    if token.lemma in lemmas or word in lemmas:
        return True
    return token.pos in ("NOUN", "PROPN") and word.endswith("s") and word[:-1] in lemmas


def _is_without_case(reading: Reading, words: tuple[str, ...]) -> bool:
    """Tell whether a noun stands under none of some prepositions without an article: "en représailles" only says why."""
    under = set(words) & set(case_of(reading.sentence, reading.token.i))
    return not under or bool(children(reading.sentence, reading.token.i, "det"))


def _is_bare(reading: Reading, words: tuple[str, ...]) -> bool:
    """Tell whether the other words have no article: "a déclaré le responsable" holds nobody responsible."""
    return not any(has_label(t, "det") for index in reading.others for t in children(reading.sentence, index))


def _is_copular(reading: Reading, words: tuple[str, ...]) -> bool:
    return any(has_label(t, "cop") for t in reading.dependents())


def _is_plural(reading: Reading, words: tuple[str, ...]) -> bool:
    return "Number=Plur" in reading.token.morph


def _is_nominal(reading: Reading, words: tuple[str, ...]) -> bool:
    return reading.token.dep not in ("amod", "compound")


def _has_particle(reading: Reading, words: tuple[str, ...]) -> bool:
    return any(_is_particle(t, words) for t in reading.dependents())


def _has_clause(reading: Reading, words: tuple[str, ...]) -> bool:
    return any(_is_clause(t, words) for t in reading.dependents())


def _has_reflexive(reading: Reading, words: tuple[str, ...]) -> bool:
    return any(_is_reflexive(t, words) for t in reading.dependents())


def _has_infinitive(reading: Reading, words: tuple[str, ...]) -> bool:
    """Tell whether an infinitive follows; of "prié par Rome de partir" the parser hangs it on the agent."""
    sentence, below = reading.sentence, reading.dependents()
    behind = [clause for t in below if t.dep == "obl:agent" for clause in children(sentence, t.i)]
    if not any(_is_infinitive(sentence, t) for t in (*below, *behind)):
        return False
    asks = reading.entry.row.type == "REQUEST"  # "l'a convié à Lima pour négocier" asks nothing
    return not (asks and _only_purposes(sentence, reading.token))


def _has_no_infinitive(reading: Reading, words: tuple[str, ...]) -> bool:
    """Tell whether no infinitive follows; of "called on Iran to stop" the parser may hang it on the name."""
    sentence, below = reading.sentence, reading.dependents()
    deeper = [clause for t in below for clause in children(sentence, t.i)]
    return not any(_is_infinitive(sentence, t) for t in (*below, *deeper))


def _has_bidding(reading: Reading, words: tuple[str, ...]) -> bool:
    return any(_is_bidden(reading.sentence, t) for t in reading.dependents() if has_label(t, "ccomp"))


def _has_obligation(reading: Reading, words: tuple[str, ...]) -> bool:
    return any(_obliged(reading.sentence, t) for t in reading.dependents() if has_label(t, "ccomp", "parataxis"))


def _has_predicate(reading: Reading, words: tuple[str, ...]) -> bool:
    return any(_is_predicated(reading.sentence, t) and (not words or _is(t, words)) for t in reading.dependents())


def _stands_behind(reading: Reading, words: tuple[str, ...]) -> bool:
    """Tell whether the other words stand before the first, and its subject behind it: "so did Chile"."""
    before = all(index < reading.token.i for index in reading.others)
    return before and any(has_label(t, "nsubj") and t.i > reading.token.i for t in reading.dependents())


def _has_genitive(reading: Reading, words: tuple[str, ...]) -> bool:
    """Tell whether a word of the phrase stands behind "of" under a noun: "the severing of ties"."""
    sentence = reading.sentence
    return any(sentence.tokens[i].head == reading.token.i and "of" in case_of(sentence, i) for i in reading.others)


def _not(test: Test) -> Test:
    return lambda reading, words: not test(reading, words)


TESTS: Mapping[str, Test] = {
    "prt": _has_particle,
    "prep": _has_preposition,
    "obj": _has_object,
    "noobj": _not(_has_object),
    "inf": _has_infinitive,
    "noinf": _has_no_infinitive,
    "comp": _has_clause,
    "nocomp": _not(_has_clause),
    "refl": _has_reflexive,
    "norefl": _not(_has_reflexive),
    "plural": _is_plural,
    "nominal": _is_nominal,
    "who": _acting_object,
    "what": _not(_acting_object),
    "cop": _is_copular,
    "subj": _has_subject,
    "must": _has_obligation,
    "bid": _has_bidding,
    "pred": _has_predicate,
    "bare": _is_bare,
    "nocase": _is_without_case,
    "before": _stands_behind,
    "genitive": _has_genitive,
}
