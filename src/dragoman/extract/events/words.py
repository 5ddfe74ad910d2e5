"""The words of acts: the event table of a language, compiled for look-up by lemma and matched on the parse.

A match is a head word (verb, noun or adjective) with the other words of its row among its dependents. Only words that
stand in the table are looked at, so the cost follows the number of candidate words, not the size of the tree.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence

import msgspec

from dragoman.extract.events.rows import classes_of, number_words, slots_of, spelled_out, time_words
from dragoman.extract.parse.tree import children, has_label
from dragoman.kit import Kit
from dragoman.languages.rows import EventWordRow
from dragoman.records import Sentence, Token

_POS = {
    "VERB": ("VERB", "AUX"), "NOUN": ("NOUN", "PROPN"), "ADJ": ("ADJ", "VERB", "ADV"), "LIGHT": ("VERB", "AUX"),
}  # fmt: skip
_NO_ACT = "-"  # a phrase that looks like an act and is none ("called an election"): its words are not read
_FRENCH_CASES = {"du": "de", "des": "de", "d'": "de", "d’": "de", "au": "à", "aux": "à"}


class Entry(msgspec.Struct, frozen=True, kw_only=True):
    """One compiled row: its head lemmas and the lemmas after them, where the sides stand, and what narrows the reading."""

    row: EventWordRow
    heads: tuple[str, ...]
    others: tuple[frozenset[str], ...]
    actors: tuple[tuple[str, tuple[str, ...]], ...]
    recipients: tuple[tuple[str, tuple[str, ...]], ...]
    mutual: bool
    requires: tuple[tuple[str, tuple[str, ...]], ...]


class Match(msgspec.Struct, frozen=True, kw_only=True):
    """An entry found in a sentence: its head token, and all tokens that the row's words stand on."""

    entry: Entry
    head: int
    tokens: tuple[int, ...]


class Lexicon(msgspec.Struct, frozen=True, kw_only=True):
    """All entries of a language by the lemma of their head word.

    `light` verbs lend their sides to a noun; `actors` are nouns for people and bodies that act, with their sector;
    `control` gives the prepositions of whoever is asked to do something ("call on X to"). `pointers` are words that can
    point back to somebody known ("both countries", "its neighbour"), with how they do: one, group or pronoun;
    `numbers` the number words, `times` the names of days and months: capitals that name nobody;
    `gathering` verbs bring together what is their object ("the summit gathered"). `deeds` sum up what somebody did
    ("the decision", "it").
    """

    entries: dict[str, tuple[Entry, ...]]
    light: frozenset[str]
    actors: dict[str, str]
    control: dict[str, tuple[str, ...]]
    pointers: dict[str, str] = {}
    numbers: dict[str, int] = {}
    times: frozenset[str] = frozenset()
    gathering: frozenset[str] = frozenset()
    deeds: frozenset[str] = frozenset()


DEFAULT_ROLES = {
    "VERB": "subj>obj",
    "ADJ": "subj>prep:to/with/of/by/toward/towards/against/on/à/de/envers/avec/contre",
    "NOUN": "poss,adj,by,of>prep:to/against/on/with/for/from/over/toward/towards/at/in/à/contre/avec/envers/sur/pour/en",
    "LIGHT": "subj>obj",
}


def compile_lexicon(kit: Kit, language: str) -> Lexicon:
    """Return the event words of a language, ready for look-up. Use as `kit.compiled(compile_lexicon, "en")`."""
    found: dict[str, list[Entry]] = defaultdict(list)
    classes = classes_of(kit, language)
    light = set()
    gathering = set()
    actors = {}
    pointers = {}
    deeds = set()
    for row in kit.languages[language].rows("events", EventWordRow):
        if row.pos == "LIGHT":
            light.add(row.pattern)
            if row.mode == "gathering":
                gathering.add(row.pattern)
        elif row.pos == "ACTOR":
            actors[row.pattern] = row.mode
        elif row.pos == "POINTER" and row.mode == "deed":
            deeds.add(row.pattern)
        elif row.pos == "POINTER":
            pointers[row.pattern] = row.mode
        elif row.pos != "CLASS":
            entry = _entry(row, classes)
            for lemma in entry.heads:
                found[lemma].append(entry)
    ranked = {
        lemma: tuple(sorted(entries, key=lambda e: (-len(e.others), -len(e.requires), -e.row.weight)))
        for lemma, entries in found.items()
    }
    return Lexicon(
        entries=ranked, light=frozenset(light), actors=actors, control=_control(ranked), pointers=pointers,
        numbers=number_words(kit, language), times=time_words(kit, language),
        gathering=frozenset(gathering), deeds=frozenset(deeds),
    )  # fmt: skip


def _control(entries: dict[str, tuple[Entry, ...]]) -> dict[str, tuple[str, ...]]:
    """Return, for verbs that move somebody to act, the prepositions of that somebody."""
    found: dict[str, tuple[str, ...]] = {}
    for lemma, readings in entries.items():
        for entry in readings:
            if entry.row.pos == "VERB" and entry.row.type in ("REQUEST", "REJECT", "COERCE", "ACCUSE") and not entry.others:
                words = tuple(w for name, case in entry.recipients if name == "prep" for w in case)
                found[lemma] = found.get(lemma, ()) + words
    return found


def _entry(row: EventWordRow, classes: Mapping[str, tuple[str, ...]]) -> Entry:
    heads, *others = (spelled_out(word.split("/"), classes) for word in row.pattern.split())
    roles = row.roles or DEFAULT_ROLES[row.pos]
    mutual = "+" in roles
    actors, _, recipients = roles.partition("+" if mutual else ">")
    return Entry(
        row=row,
        heads=heads,
        others=tuple(map(frozenset, others)),
        actors=slots_of(actors, ","),
        recipients=slots_of(recipients, ","),
        mutual=mutual,
        requires=tuple((name, spelled_out(words, classes)) for name, words in slots_of(row.requires, "|")),
    )


def case_of(sentence: Sentence, index: int) -> tuple[str, ...]:
    """Return the prepositions of a noun, in order, contracted French articles undone ("aux" gives "à")."""
    below = sentence.children[index]
    if not below:
        return ()
    words = []
    for child in below:
        token = sentence.tokens[child]
        if (token.dep == "case" or (token.dep == "mark" and token.pos == "ADP")) and token.pos != "PART":
            word = token.text.lower()
            words.append(_FRENCH_CASES.get(word, word))
    return tuple(words)


def find_readings(sentence: Sentence, lexicon: Lexicon) -> tuple[tuple[Match, ...], ...]:
    """Return, for every event word of a sentence, all its readings, the most specific first."""
    found = []
    for token in sentence.tokens:
        for lemma in _lemmas(token):
            entries = lexicon.entries.get(lemma)
            if entries and (readings := _ordered(sentence, _readings(sentence, token, lexicon, entries))):
                found.append(readings)
                break
    stopped = {index for readings in found for match in readings if match.entry.row.type == _NO_ACT for index in match.tokens}
    whole = (tuple(match for match in readings if match.entry.row.type != _NO_ACT) for readings in found)
    return tuple(readings for readings in whole if readings and readings[0].head not in stopped)


def _ordered(sentence: Sentence, readings: Iterator[Match]) -> tuple[Match, ...]:
    """Return readings with most words first; of two with as many, the one whose words the verb governs itself.

    "Seoul withdrew its complaint at the World Trade Organization" withdraws a complaint, from no organization.
    """
    return tuple(sorted(readings, key=lambda m: (-len(m.tokens), -sum(_is_core(sentence, m.head, i) for i in m.tokens[1:]))))


def _is_core(sentence: Sentence, head: int, index: int) -> bool:
    token = sentence.tokens[index]
    return token.head == head and has_label(token, "obj", "iobj", "xcomp", "compound:prt", "nsubj:pass")


def _lemmas(token: Token) -> Iterator[str]:
    """Yield the forms under which a token may stand in the table; the parser's lemma can be wrong out of domain."""
    yield token.lemma
    word = token.text.lower()
    if word != token.lemma:
        yield word
    if token.pos in ("NOUN", "PROPN") and word.endswith("s"):
        yield word[:-1]


def _readings(sentence: Sentence, token: Token, lexicon: Lexicon, entries: Sequence[Entry]) -> Iterator[Match]:
    reach: list[tuple[int, frozenset[str]]] | None = None
    there: frozenset[str] = frozenset()
    for entry in entries:
        if token.pos not in _POS[entry.row.pos]:
            continue
        if entry.others and reach is None:
            reach = [(index, frozenset(_lemmas(sentence.tokens[index]))) for index in _reach(sentence, token.i)]
            there = frozenset().union(*(forms for _, forms in reach))
        if entry.others and there.isdisjoint(entry.others[0]):
            continue
        others = _others(reach or (), entry.others)
        if others is not None and _meets(sentence, token, others, entry, lexicon):
            yield Match(entry=entry, head=token.i, tokens=(token.i, *others))
            if entry.row.type == _NO_ACT:
                return  # what is less specific is not meant


def _others(
    reach: Sequence[tuple[int, frozenset[str]]], words: tuple[frozenset[str], ...]
) -> tuple[int, ...] | None:
    """Find the other words of a phrase among the dependents of its head, and theirs; `reach` gives these with their forms."""
    found: list[int] = []
    for lemmas in words:
        for index, forms in reach:
            if index not in found and not forms.isdisjoint(lemmas):
                found.append(index)
                break
        else:
            return None
    return tuple(found)


_CLOSE = 7  # words between a verb and a circumstance that still make one phrase ("took the men into custody")


def _reach(sentence: Sentence, head: int) -> tuple[int, ...]:
    """Return the tokens a phrase may take its words from: dependents, their close dependents, a participle's noun."""
    tokens = sentence.tokens
    near = [
        i
        for i in sentence.children[head]
        if not has_label(tokens[i], "conj") and tokens[i].dep != "nsubj"
        if not has_label(tokens[i], "ccomp", "advcl") or _is_secondary(sentence, tokens[i])
        if not has_label(tokens[i], "obl", "nmod") or abs(i - head) <= _CLOSE
    ]
    deeper = [
        child
        for i in near
        for child in sentence.children[i]
        if has_label(tokens[child], "case", "amod", "compound", "conj", "nmod", "det", "fixed", "obj", "obl", "appos")
    ]
    above = []
    if has_label(tokens[head], "acl") and tokens[head].head != head:
        above = [tokens[head].head]
    return (*near, *above, *deeper)


def _is_secondary(sentence: Sentence, token: Token) -> bool:
    """Tell whether a clause is only a word said of the object: "held Peru responsible", "sent them packing"."""
    if token.pos == "ADJ":
        return True
    bare = not any(has_label(sentence.tokens[child], "obj", "obl", "mark", "punct") for child in sentence.children[token.i])
    return bare and has_label(token, "advcl") and "VerbForm=Part" in token.morph


def _is(token: Token, lemmas: tuple[str, ...]) -> bool:
    word = token.text.lower()
    if token.lemma in lemmas or word in lemmas:
        return True
    return token.pos in ("NOUN", "PROPN") and word.endswith("s") and word[:-1] in lemmas


def _meets(sentence: Sentence, token: Token, others: Sequence[int], entry: Entry, lexicon: Lexicon) -> bool:
    for name, words in entry.requires:
        if name in ("who", "what"):
            met = _acting_object(sentence, token, lexicon) == (name == "who")
        elif name == "prep":  # of "turned its back on", "on" may hang on any word
            met = any(_governs(sentence, index, words) for index in (token.i, *others)) or (
                "à" in words and _has_dative([sentence.tokens[child] for child in sentence.children[token.i]])
            )
        elif name == "bare":  # "a déclaré le responsable" holds nobody responsible
            met = not any(has_label(t, "det") for index in others for t in children(sentence, index))
        else:
            met = _meets_one(sentence, token, name, words)
        if not met:
            return False
    return True


def _governs(sentence: Sentence, index: int, words: tuple[str, ...]) -> bool:
    """Tell whether a word has a dependent under one of some prepositions."""
    return any(word in words for child in sentence.children[index] for word in case_of(sentence, child))


def _objects(sentence: Sentence, token: Token) -> list[int]:
    found = [child for child in sentence.children[token.i] if has_label(sentence.tokens[child], "obj", "nsubj:pass")]
    if has_label(token, "acl") and token.head != token.i:
        found.append(token.head)
    return found


def _acting_object(sentence: Sentence, token: Token, lexicon: Lexicon) -> bool:
    """Tell whether the object is somebody (a name, or a noun for people and bodies), not something done."""
    for index in _objects(sentence, token):
        noun = sentence.tokens[index]
        word = noun.text.lower()
        if noun.pos == "PROPN" or noun.lemma in lexicon.actors or word in lexicon.actors or word in _PEOPLE:
            return True
    return False


_WHO = frozenset(("who", "which", "that", "qui"))
_PEOPLE = frozenset(("him", "her", "them", "us", "me", "who", "whom", "qui", "le", "la", "les", "l'"))


def _meets_one(sentence: Sentence, token: Token, name: str, words: tuple[str, ...]) -> bool:
    """Check one requirement of a row; the requirements are documented with `EventWordRow`."""
    if name in ("obj", "noobj"):
        return _has_object(sentence, token, words) == (name == "obj")
    if name == "subj":
        subjects = [c for c in sentence.children[token.i] if has_label(sentence.tokens[c], "nsubj", "obl:agent")]
        if has_label(token, "acl") and all(sentence.tokens[index].text.lower() in _WHO for index in subjects):
            subjects = [token.head]
        return any(_is(sentence.tokens[index], words) for index in subjects)
    if name == "cop":
        return any(has_label(sentence.tokens[child], "cop") for child in sentence.children[token.i])
    if name in ("plural", "nominal"):
        return "Number=Plur" in token.morph if name == "plural" else token.dep not in ("amod", "compound")
    return _has_dependent(sentence, [sentence.tokens[child] for child in sentence.children[token.i]], name, words)


def _has_dependent(sentence: Sentence, dependents: list[Token], name: str, words: tuple[str, ...]) -> bool:
    if name == "must":
        return any(_obliged(sentence, t) for t in dependents if has_label(t, "ccomp", "parataxis"))
    if name == "inf":
        return any(_is_infinitive(sentence, t) for t in dependents)
    if name == "noinf":  # "called on Iran to stop": the parser may hang the clause on the name
        deeper = [sentence.tokens[child] for t in dependents for child in sentence.children[t.i]]
        return not any(_is_infinitive(sentence, t) for t in (*dependents, *deeper))
    if name == "pred":
        return any(_is_predicated(sentence, t) for t in dependents)
    return any(_DEPENDENTS[name](t, words) for t in dependents) != name.startswith("no")


_DATIVES = frozenset(("lui", "leur", "nous", "vous"))


def _has_dative(dependents: list[Token]) -> bool:
    """Tell whether a French pronoun stands for "à" with a noun ("nous a livré un radar"): beside an object, or as one."""
    pronouns = [t for t in dependents if t.pos == "PRON" and t.text.lower() in _DATIVES and has_label(t, "iobj", "obj")]
    return any(t.dep == "iobj" or any(o.dep == "obj" and o is not t for o in dependents) for t in pronouns)


def _is_predicated(sentence: Sentence, token: Token) -> bool:
    """Tell whether a dependent of a verb is what it says of its object: "as a threat", "deemed it unfair"."""
    labels = ("xcomp", "advcl", "ccomp")
    if (token.pos == "ADJ" and has_label(token, "advmod", *labels)) or (token.pos == "NOUN" and has_label(token, *labels)):
        return True
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


def _is_infinitive(sentence: Sentence, clause: Token) -> bool:
    """Tell whether a dependent is an infinitive clause ("to meet", "de rencontrer")."""
    if clause.pos not in ("VERB", "AUX", "NOUN", "ADJ") or not has_label(clause, "xcomp", "ccomp", "acl", "advcl"):
        return False
    marks = [sentence.tokens[child] for child in sentence.children[clause.i]]
    if any(m.pos == "PART" and m.text.lower() == "to" for m in marks):
        return True
    finite = any(has_label(m, "aux") and "VerbForm=Fin" in m.morph for m in marks)  # "that they will not open"
    return "VerbForm=Inf" in clause.morph and not finite


_MUST = frozenset(("must", "should", "need", "ought", "devoir", "falloir"))


def _obliged(sentence: Sentence, clause: Token) -> bool:
    """Tell whether a clause says what somebody must do ("Iran must stop")."""
    words = [clause, *(sentence.tokens[child] for child in sentence.children[clause.i])]
    if any(word.lemma in _MUST and (word is clause or has_label(word, "aux")) for word in words):
        return True
    return clause.lemma == "have" and any(has_label(word, "xcomp") for word in words[1:])


def _has_object(sentence: Sentence, token: Token, words: tuple[str, ...]) -> bool:
    """Tell whether a verb has an object (in the passive: a subject); with words, one of these or holding one of them."""
    objects = _objects(sentence, token) + [c for c in sentence.children[token.i] if sentence.tokens[c].dep == "ccomp"]
    if not words:
        return bool(objects)
    near = [*objects, *(child for index in objects for child in sentence.children[index])]
    return any(_is(sentence.tokens[index], words) for index in near)
