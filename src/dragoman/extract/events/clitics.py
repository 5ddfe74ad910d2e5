"""Whom a French object pronoun before its verb stands for: "l'a critiqué", "les a accusés", "lui a promis".

The antecedent is never the subject of the same verb, nor another voice of the subject's state. Nearer sentences count
first, in a sentence its subject, a person before a state; number must agree, gender where the words show it. The plural
takes a coordination, a plural, or the two states last spoken of.
"""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence

import msgspec

from dragoman.extract.events.words import Lexicon
from dragoman.extract.names.forms import fold
from dragoman.extract.names.lookup import Lookup
from dragoman.extract.parse.french_words import LATTER
from dragoman.extract.parse.tree import ancestors, children, conjuncts, has_label
from dragoman.records import Sentence, Token

_SINGULAR = frozenset(("le", "la", "l'", "l’", "lui"))
_PLURAL = frozenset(("les", "leur"))
_DATIVE = frozenset(("lui", "leur", "nous", "vous"))
_NOBODY = frozenset(("place", "region", "treaty", "outlet", "format", "gathering"))
_SUBJECTS = frozenset(("il", "elle"))
_STRESSED = frozenset(("lui", "elle", "eux", "elles"))
_SEVERAL = frozenset(("les", "leur", "eux", "elles"))
_OWN_FRENCH = frozenset(("son", "sa", "ses", "leur", "leurs"))
_OWN = frozenset(("his", "her", "its", "their")) | _OWN_FRENCH
_OF_SEVERAL = frozenset(("leur", "leurs", "their"))
_REACH = 2  # sentences back in which a clitic finds its noun
_PLURAL_LATTER = frozenset(("ceux", "celles", "derniers", "dernières"))
_MOST_CLAUSES = 3  # between a relative pronoun and the clause that hangs on its noun


class Antecedent(msgspec.Struct, frozen=True, kw_only=True):
    """A noun that a clitic may stand for, and the states that its actors stand for."""

    sentence: Sentence
    head: int
    states: frozenset[str]
    person: bool
    subject: bool
    woman: bool = True


def is_clitic(token: Token) -> bool:
    """Tell whether a token is a French object pronoun that points to somebody named before."""
    word = token.text.lower()
    return token.pos == "PRON" and has_label(token, "obj", "iobj") and word in _SINGULAR | _PLURAL


def is_deed_pronoun(sentence: Sentence, token: Token, lexicon: Lexicon) -> bool:
    """Tell whether a token is French "y" for what was asked or done ("s'y refuse", "y voit une menace")."""
    return is_place_pronoun(token) and sentence.tokens[token.head].lemma in lexicon.words("y-deed")


def is_cause_pronoun(sentence: Sentence, token: Token, lexicon: Lexicon) -> bool:
    """Tell whether a token is French "en" for what somebody did ("s'en est félicité")."""
    if token.pos != "PRON" or token.text.lower() != "en":
        return False
    return sentence.tokens[token.head].lemma in lexicon.words("en-deed")


def is_place_pronoun(token: Token) -> bool:
    """Tell whether a token is French "y" for a place or a state named before ("y a dépêché un navire"; not "il y a")."""
    return token.pos == "PRON" and token.text.lower() == "y" and has_label(token, "obl", "iobj", "obj", "expl", "advmod")


def places_meant(sentences: Sequence[Sentence], lookup: Lookup, sentence: Sentence, pronoun: Token) -> Iterator[int]:
    """Yield the mentions of places and states that "y" can stand for, the last named first, not who acts there."""
    barred = _subject_states(lookup, sentence, pronoun)
    for number in range(sentence.index, max(-1, sentence.index - 2), -1):
        for index in reversed(lookup.of_sentence(number)):
            mention = lookup.mention(index)
            if mention.start >= pronoun.start or mention.kind not in ("place", "state", "region"):
                continue
            words = [t for t in sentences[number].tokens if mention.start <= t.start < mention.end]
            if not any(word.pos == "ADJ" for word in words) and not _states(lookup, index) & barred:
                yield index


def is_stressed(token: Token) -> bool:
    """Tell whether a token is a French pronoun behind a preposition ("avec elle", "contre lui")."""
    return token.pos == "PRON" and has_label(token, "obl", "nmod") and token.text.lower() in _STRESSED


def is_subject_pronoun(token: Token) -> bool:
    """Tell whether a token is "il" or "elle" as a real subject: in French a state too is spoken of so."""
    if token.pos != "PRON":
        return False
    return token.lemma == LATTER or (has_label(token, "nsubj") and token.text.lower() in _SUBJECTS)


def relative_antecedent(sentence: Sentence, token: Token, lexicon: Lexicon) -> int | None:
    """Return the noun that a relative pronoun stands for ("à qui", "dont"): that of its clause, else the one right before."""
    if token.pos not in ("PRON", "DET") or token.text.lower() not in lexicon.words("relative"):
        return None
    for steps, above in enumerate(ancestors(sentence, token.i)):
        if has_label(above, "acl") and above.head < token.i:
            return above.head
        if steps == _MOST_CLAUSES:
            break
    before = token.i - 1
    while before >= 0 and sentence.tokens[before].pos in ("ADP", "PUNCT", "ADJ"):
        before -= 1
    named = before >= 0 and sentence.tokens[before].pos in ("NOUN", "PROPN") and not has_label(token, "nsubj")
    return before if named else None


def datives(sentence: Sentence, index: int) -> Iterator[Token]:
    """Yield the pronouns that stand for "à" with a noun beside a verb ("leur a promis")."""
    for token in children(sentence, index, "iobj", "obj"):
        if token.pos == "PRON" and token.text.lower() in _DATIVE and token.i < index:
            yield token


def antecedents(
    sentences: Sequence[Sentence], lookup: Lookup, sentence: Sentence, clitic: Token, women: frozenset[str] = frozenset(),
    people: Container[str] = (),
) -> tuple[tuple[Sentence, int], ...]:
    """Return the head nouns that a clitic stands for: one, several for a plural, none where nothing fits.

    `women` are the given names of women, folded: "la" is no man. `people` are the nouns for those who can act: "le régime
    biélorusse" is such a noun with its state.
    """  # fmt: skip
    barred = frozenset() if is_subject_pronoun(clitic) else _subject_states(lookup, sentence, clitic)
    first = max(0, sentence.index - _REACH)
    spans = [
        [noun for noun in _nouns(lookup, sentences[number], clitic, women, people) if not noun.states & barred]
        for number in range(sentence.index, first - 1, -1)
    ]
    if is_subject_pronoun(clitic):  # people are linked before; what is left speaks of the state that led the clause before
        spans = [[noun for noun in nouns if noun.subject and not noun.person] for nouns in spans[:2]]
    if clitic.lemma == LATTER:
        return _latter(lookup, sentences, sentence, clitic)
    if clitic.text.lower() in _SEVERAL:
        things = clitic.text.lower() == "les" and not spans[0] and _names_things(sentence, clitic, people)
        found = () if things else _several(spans, people=True)
    else:
        feminine = _feminine(sentence, clitic)
        objects = [noun for noun in spans[0] if _is_joined_object(noun, clitic) and _agrees(noun, feminine)]
        found = tuple(objects[-1:]) if objects and not is_subject_pronoun(clitic) else _single(spans, feminine)
    return tuple((noun.sentence, noun.head) for noun in found)


def owners(
    sentences: Sequence[Sentence], lookup: Lookup, sentence: Sentence, noun: Token
) -> tuple[tuple[Sentence, int], ...]:
    """Return whose a thing with "son" or "leurs" is: the subject's of its clause; a subject's, of the subject before."""
    words = {token.text.lower() for token in children(sentence, noun.i, "det", "nmod:poss")}
    if not words & _OWN:
        return ()
    if (coming := _coming(sentence, noun)) or not (words & _OWN_FRENCH or has_label(noun, "nsubj")):
        return coming  # an English subject's own forces as its object ("refused to hand over its agents") say nothing new
    if not has_label(noun, "nsubj"):
        for above in ancestors(sentence, noun.i):
            subjects = children(sentence, above.i, "nsubj") if above.pos in ("VERB", "AUX") else []
            if subjects:
                return tuple((sentence, token.i) for token in conjuncts(sentence, subjects[0].i))
        return ()
    spans = [
        [found for found in _nouns(lookup, sentences[number], noun) if found.subject]
        for number in range(sentence.index, max(-1, sentence.index - _REACH), -1)
    ]
    if words & _OF_SEVERAL:
        return tuple((found.sentence, found.head) for found in _several(spans))
    return tuple((found.sentence, found.head) for found in _single(spans, None))


def _coming(sentence: Sentence, noun: Token) -> tuple[tuple[Sentence, int], ...]:
    """Return the subject of the main clause behind a clause whose subject is this noun: "before his tanks rolled in, X ..."."""
    clause = sentence.tokens[noun.head]
    main = sentence.tokens[clause.head]
    if not has_label(noun, "nsubj") or not has_label(clause, "advcl", "acl", "obl") or clause.i == main.i:
        return ()
    while main.pos == "NOUN" and has_label(main, "obl", "nmod") and main.head != main.i:  # "days before his tanks ..."
        main = sentence.tokens[main.head]
    subjects = [token for token in children(sentence, main.i, "nsubj") if token.i > clause.i]
    return tuple((sentence, token.i) for token in conjuncts(sentence, subjects[0].i)) if subjects else ()


def _latter(
    lookup: Lookup, sentences: Sequence[Sentence], sentence: Sentence, pronoun: Token
) -> tuple[tuple[Sentence, int], ...]:
    """Return the noun for which "celui-ci" stands: the last one named that agrees, in its sentence or the one before."""
    barred = _subject_states(lookup, sentence, pronoun) if not has_label(pronoun, "nsubj") else frozenset()
    plural = pronoun.text.lower() in _PLURAL_LATTER
    feminine = pronoun.text.lower().startswith(("celle", "dernière"))
    for number in (sentence.index, sentence.index - 1):
        nouns = list(_nouns(lookup, sentences[number], pronoun)) if number >= 0 else []
        fitting = [noun for noun in nouns if not noun.states & barred]
        if plural:
            several = _several([fitting])
            if several:
                return tuple((noun.sentence, noun.head) for noun in several)
            continue
        for noun in reversed(fitting):
            if _agrees(noun, feminine):
                return ((noun.sentence, noun.head),)
    return ()


def _subject_states(lookup: Lookup, sentence: Sentence, clitic: Token) -> frozenset[str]:
    """Return the states of the subject of the clitic's verb; a clitic never stands for it."""
    verb = sentence.tokens[clitic.head]
    found: set[str] = set()
    for subject in children(sentence, verb.i, "nsubj"):
        antecedent = sentence.tokens[verb.head] if has_label(verb, "acl") else subject
        for token in (*conjuncts(sentence, subject.i), antecedent):
            mention = lookup.for_head(sentence, token.i)
            found |= _states(lookup, mention) if mention is not None else set()
    while not found and has_label(verb, "conj", "xcomp") and verb.head != verb.i:
        verb = sentence.tokens[verb.head]
        for subject in children(sentence, verb.i, "nsubj"):
            for token in conjuncts(sentence, subject.i):
                mention = lookup.for_head(sentence, token.i)
                found |= _states(lookup, mention) if mention is not None else set()
    return frozenset(found)


def _states(lookup: Lookup, mention: int) -> set[str]:
    return {lookup.state_of(actor) or actor for actor in lookup.actor_ids(mention)}


def _nouns(
    lookup: Lookup, sentence: Sentence, clitic: Token, women: frozenset[str] = frozenset(), people: Container[str] = ()
) -> Iterator[Antecedent]:
    """Yield the nouns of a sentence, before the clitic, that name somebody who can act."""
    for index in lookup.of_sentence(sentence.index):
        mention = lookup.mention(index)
        if mention.start >= clitic.start or mention.kind in _NOBODY or not lookup.actor_ids(index):
            continue
        inside = [token for token in sentence.tokens if mention.start <= token.start < mention.end]
        head = next((t for t in inside if not mention.start <= sentence.tokens[t.head].start < mention.end), None)
        head = head or (inside[0] if inside else None)
        described = head is not None and head.dep == "amod" and sentence.tokens[head.head].lemma in people
        if described and head is not None and mention.kind == "state" and head.head < head.i:
            head = sentence.tokens[head.head]
        if head is None or has_label(head, "amod", "flat", "compound"):
            continue
        subject = has_label(head, "nsubj") or (has_label(head, "conj") and has_label(_first(sentence, head), "nsubj"))
        actors = [actor for i in lookup.actor_ids(index) if (actor := lookup.actor(i)) is not None]
        person = mention.kind in ("person", "role") or any(actor.kind == "person" for actor in actors)
        named = [actor.name for actor in actors if " " in actor.name]
        yield Antecedent(
            sentence=sentence, head=head.i, states=frozenset(_states(lookup, index)), person=person, subject=subject,
            woman=not (women and person and named and fold(named[0].split()[0]) not in women),
        )  # fmt: skip


def _first(sentence: Sentence, token: Token) -> Token:
    return next((above for above in ancestors(sentence, token.i) if above.dep != "conj"), token)


def _feminine(sentence: Sentence, clitic: Token) -> bool | None:
    """Return the gender that a clitic shows, itself or by the participle that agrees with it; None: it does not say."""
    word = clitic.text.lower()
    if word in ("le", "la", "il", "elle"):
        return word in ("la", "elle")
    verb = sentence.tokens[clitic.head]
    if word.startswith("l") and len(word) == 2 and any(t.dep == "aux:tense" for t in children(sentence, verb.i)):
        return verb.text.lower().endswith("e")
    return None


def _agrees(noun: Antecedent, feminine: bool | None) -> bool:
    token = noun.sentence.tokens[noun.head]
    if "Number=Plur" in token.morph and (len(noun.states) > 1 or token.pos == "NOUN"):
        return False
    if feminine is None:
        return True
    if feminine and not noun.woman:
        return False
    if any(child.text.lower() in ("les", "des", "aux") for child in children(noun.sentence, noun.head, "det", "case")):
        return False
    if token.pos == "PROPN":  # the model guesses the gender of names, the article shows it
        articles = {child.text.lower() for child in children(noun.sentence, noun.head, "det")}
        return ("le" if feminine else "la") not in articles
    return ("Gender=Masc" if feminine else "Gender=Fem") not in token.morph


def _single(spans: Sequence[Sequence[Antecedent]], feminine: bool | None) -> tuple[Antecedent, ...]:
    """Return the one noun that fits a singular: the nearest sentence first, its person, its subject, its last noun.

    A state in the clitic's own sentence gives way to a person who is the subject of the sentence before, and one of two
    subjects to whom they act on: "Lima et Quito ont écrit à Cuba ; Oslo lui a répondu".
    """
    ranked = []
    for distance, nouns in enumerate(spans):
        for place, noun in enumerate(nouns):
            if _agrees(noun, feminine):
                leading = noun.person and noun.subject
                far = distance - (1 if leading and distance == 1 else 0)
                alone = noun.subject and not (not noun.person and _coordinated(noun))
                ranked.append(((far, not noun.person, not alone, distance, -place), noun))
    return (min(ranked, key=lambda item: item[0])[1],) if ranked else ()


def _is_joined_object(noun: Antecedent, clitic: Token) -> bool:
    """Tell whether a noun is whom the verb acts on to which the clitic's is joined ("a aidé Cuba et va lui livrer du blé")."""
    tokens = noun.sentence.tokens
    verb = tokens[clitic.head]
    while has_label(verb, "xcomp") and verb.head != verb.i:
        verb = tokens[verb.head]
    joined = verb.dep == "conj" and not children(noun.sentence, verb.i, "nsubj")
    return joined and tokens[noun.head].head == verb.head and has_label(tokens[noun.head], "obj", "iobj")


def _names_things(sentence: Sentence, clitic: Token, people: Container[str]) -> bool:
    """Tell whether "les" stands for things named before it in its sentence ("des missiles ; Oslo menace de les détruire")."""
    return any(
        token.pos == "NOUN" and "Number=Plur" in token.morph and has_label(token, "obj", "nsubj", "conj")
        and token.lemma not in people and not token.text[:1].isupper()
        for token in sentence.tokens[: clitic.i]
    )  # fmt: skip


def _several(spans: Sequence[Sequence[Antecedent]], people: bool = False) -> tuple[Antecedent, ...]:
    """Return the nouns that fit a plural; `people`: the people of one state go before two states."""
    so_far: dict[frozenset[str], Antecedent] = {}
    for nouns in spans:
        for noun in nouns:
            if len(noun.states) > 1:
                return (noun,)
        joined = [noun for noun in nouns if _coordinated(noun)]
        if len(joined) > 1:
            return tuple(joined)
        if several := [noun for noun in nouns if people and _is_described_plural(noun)]:
            return tuple(several[-1:])
        for noun in nouns:
            so_far.setdefault(noun.states, noun)
        if len(so_far) == 2:
            return tuple(so_far.values())
        if len(so_far) > 2:
            return ()
    plural = [noun for noun in so_far.values() if "Number=Plur" in noun.sentence.tokens[noun.head].morph]
    return tuple(plural[:1])


def _is_described_plural(noun: Antecedent) -> bool:
    """Tell whether a noun is a plural of people of one state: "des policiers kényans", "trois Nigériens"."""
    token = noun.sentence.tokens[noun.head]
    if token.pos != "NOUN" or "Number=Plur" not in token.morph or has_label(token, "conj"):
        return False
    return bool(children(noun.sentence, noun.head, "amod")) or token.text[:1].isupper()


def _coordinated(noun: Antecedent) -> bool:
    token = noun.sentence.tokens[noun.head]
    return token.dep == "conj" or bool(children(noun.sentence, noun.head, "conj"))
