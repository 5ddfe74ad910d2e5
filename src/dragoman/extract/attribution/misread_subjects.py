"""Hangs the subjects of reporting verbs where they belong, in shapes that grammar settles.

Small parsers take the noun behind a preposition for the subject though the speaker stands behind the comma ("In May, Ann Lee
said"), make the speaker a compound of the verb ("Lee boasted" as if it were one noun), and take "claims" for a noun.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.extract.attribution.verb_forms import is_finite
from dragoman.extract.parse.nominals import told_without_article, undetermined
from dragoman.extract.parse.tree import children, has_label, subtree
from dragoman.records import Sentence, Token

if TYPE_CHECKING:
    from dragoman.extract.attribution.cues import CueTable


_SINGLE = ("persons", "participants", "interviewee")  # classes of nouns that name one person


def behind_openings(sentence: Sentence, table: CueTable) -> dict[int, tuple[int, str]]:
    """`With ten days until the vote, Ann Lee said`: a noun behind a preposition is no subject, its "apposition" is.

    So is the apposition behind a clause that opens the sentence ("As he appears set to sue the bank, Ann Lee disagrees"), where
    the verb has no other subject.
    """
    found: dict[int, tuple[int, str]] = {}
    for name in sentence.tokens:
        if not has_label(name, "appos") or name.pos not in ("NOUN", "PROPN") or name.head > name.i:
            continue
        noun = sentence.tokens[name.head]
        verb = _verb_behind(sentence, name)
        if verb is None or table.cue(verb) is None or not _behind_comma(sentence, noun, name):
            continue
        if has_label(noun, "nsubj") and noun.head == verb.i and _behind_preposition(sentence, noun):
            found |= {name.i: (verb.i, "nsubj"), noun.i: (verb.i, "obl")}
        early = any(clause.i < noun.i for clause in children(sentence, verb.i, "csubj", "advcl"))
        if early and not has_label(noun, "nsubj") and not children(sentence, verb.i, "nsubj", "nsubj:pass", "expl"):
            found[name.i] = (verb.i, "nsubj")
    return found


def _verb_behind(sentence: Sentence, name: Token) -> Token | None:
    """Return the finite verb behind a name, with adverbs, auxiliaries and what stands between commas in between."""
    index = name.i + 1
    tokens = sentence.tokens
    if index < len(tokens) and tokens[index].text == ",":
        closing = next((t.i for t in tokens[index + 1 :] if t.text == ","), None)
        if closing is None or any(t.pos in ("VERB", "AUX") for t in tokens[index:closing]):
            return None
        index = closing + 1
    while index < len(tokens) and tokens[index].pos in ("ADV", "AUX", "PART"):
        index += 1
    verb = tokens[index] if index < len(tokens) else None
    return verb if verb is not None and verb.pos == "VERB" and is_finite(sentence, verb) else None


def _behind_comma(sentence: Sentence, noun: Token, name: Token) -> bool:
    """Tell whether a comma and nothing but the phrase of the name stands between it and the noun before it."""
    between = sentence.tokens[noun.i + 1 : name.i]
    return bool(between) and between[0].text == "," and all(t.pos in ("DET", "ADJ", "NOUN", "PROPN") for t in between[1:])


def _behind_preposition(sentence: Sentence, noun: Token) -> bool:
    """Tell whether a preposition stands right before a noun phrase."""
    first = min((t.i for t in children(sentence, noun.i, "det", "amod", "compound", "nummod", "nmod:poss")), default=noun.i)
    first = min(first, noun.i)
    return first > 0 and sentence.tokens[first - 1].pos == "ADP" and has_label(sentence.tokens[first - 1], "case", "advmod")


def compounds_of_verbs(sentence: Sentence, table: CueTable) -> dict[int, tuple[int, str]]:
    """`Lee boasted`: a noun that the parser makes a compound of a finite verb without a subject is its subject."""
    found: dict[int, tuple[int, str]] = {}
    for verb in sentence.tokens:
        if verb.pos != "VERB" or table.cue(verb) is None or not is_finite(sentence, verb):
            continue
        before = [t for t in children(sentence, verb.i, "compound") if t.i == verb.i - 1 and t.pos in ("NOUN", "PROPN")]
        if before and before[0].text[:1].isupper() and not children(sentence, verb.i, "nsubj", "nsubj:pass"):
            found[before[0].i] = (verb.i, "nsubj")
    return found


def bare_ordinals(sentence: Sentence, table: CueTable) -> dict[int, tuple[int, str]]:
    """`Le second juge que`: an adjective that the parser hangs on the finite verb behind it is the subject."""
    found: dict[int, tuple[int, str]] = {}
    for verb in sentence.tokens:
        if verb.pos != "VERB" or table.cue(verb) is None or "VerbForm=Fin" not in verb.morph:
            continue
        adjectives = [t for t in children(sentence, verb.i, "amod") if t.i == verb.i - 1]
        articles = [t for t in children(sentence, verb.i, "det") if t.i == verb.i - 2]
        if adjectives and articles and not children(sentence, verb.i, "nsubj", "nsubj:pass"):
            found |= {adjectives[0].i: (verb.i, "nsubj"), articles[0].i: (adjectives[0].i, "det")}
    return found


def behind_place(sentence: Sentence, table: CueTable) -> dict[int, tuple[int, str]]:
    """`À Gao, des commerçants racontent que`: what opens a sentence behind a preposition is no subject.

    The noun before the verb is: the French parser takes an unknown name for the subject, and hangs the true one on it.
    """
    found: dict[int, tuple[int, str]] = {}
    for verb in sentence.tokens:
        if verb.pos != "VERB" or table.cue(verb) is None:
            continue
        first = min((t.i for t in children(sentence, verb.i, "aux", "expl")), default=verb.i)
        noun = sentence.tokens[first - 1] if first > 0 else verb
        for place in children(sentence, verb.i, "nsubj"):
            opens = any(t.i == 0 for t in children(sentence, place.i, "case")) and noun.i > place.i
            apart = opens and any(t.text == "," for t in sentence.tokens[place.i : noun.i])
            if apart and noun.pos in ("NOUN", "PROPN") and noun.head == place.i:
                found |= {noun.i: (verb.i, "nsubj"), place.i: (verb.i, "obl")}
    return found


def objects_of_participles(sentence: Sentence, table: CueTable) -> dict[int, tuple[int, str]]:
    """`Le parti a salué le geste et pressé ses alliés d'en faire autant`: behind the second participle stands its object."""
    found: dict[int, tuple[int, str]] = {}
    for verb in sentence.tokens:
        participle = "VerbForm=Part" in verb.morph and has_label(verb, "conj") and not children(sentence, verb.i, "aux")
        if not participle or table.cue(verb) is None:
            continue
        above = sentence.tokens[verb.head]
        shared = any(t.i < above.i for t in children(sentence, above.i, "aux")) and "VerbForm=Part" in above.morph
        behind = [t for t in children(sentence, verb.i, "nsubj") if t.i > verb.i and t.pos in ("NOUN", "PROPN")]
        if shared and behind and children(sentence, above.i, "nsubj", "nsubj:pass"):
            found[behind[0].i] = (verb.i, "obj")
    return found


def goes_on_in_relative(sentence: Sentence, table: CueTable) -> dict[int, tuple[int, str]]:
    """`..., selon son chef, qui met en garde et prévient que`: a verb goes on with the relative clause, no comma before "and".

    A relative clause that a comma opens is closed by a comma.
    """
    found: dict[int, tuple[int, str]] = {}
    for verb in sentence.tokens:
        if verb.pos != "VERB" or not has_label(verb, "conj") or table.cue(verb) is None or not is_finite(sentence, verb):
            continue
        joint = next((t for t in children(sentence, verb.i, "cc") if t.i < verb.i), None)
        if joint is None or children(sentence, verb.i, "nsubj", "nsubj:pass", "mark"):
            continue
        who = next((t for t in reversed(sentence.tokens[verb.head : joint.i]) if t.text.lower() in ("qui", "who")), None)
        inner = sentence.tokens[who.head] if who is not None else verb
        opened = who is not None and who.i > 0 and sentence.tokens[who.i - 1].text == ","
        closed = any(t.text in (",", "»", ";") for t in sentence.tokens[inner.i : joint.i])
        if opened and not closed and inner.pos == "VERB" and verb.head < inner.i < joint.i and has_label(inner, "acl"):
            found[verb.i] = (inner.i, "conj")
    return found


def verbs_made_adjectives(sentence: Sentence, table: CueTable) -> dict[int, tuple[int, str]]:
    """`"It is their affair", added representative of the Kremlin`: no adjective, but the verb by which a quotation is told."""
    found: dict[int, tuple[int, str]] = {}
    for verb in sentence.tokens:
        cue = table.cue(verb) if verb.pos == "VERB" and has_label(verb, "amod") and verb.i + 1 <= verb.head else None
        row = cue.row_for("quote") if cue is not None else None
        noun = sentence.tokens[verb.head]
        if row is None or row.group != "speech" or table.sources.get(noun.lemma) not in _SINGLE:
            continue
        if told_without_article(sentence, verb.i + 1) and undetermined(sentence, noun):
            root = next(t.i for t in sentence.tokens if t.head == t.i)
            found |= {verb.i: (root, "parataxis"), noun.i: (verb.i, "nsubj")} if root != noun.i else {}
    return found


def described_behind_name(sentence: Sentence, table: CueTable) -> dict[int, tuple[int, str]]:
    """`Le Brésil, principal client de la Bolivie, dénonce`: what stands between commas behind a name describes it.

    The French parser takes the description for the subject, and hangs the name on the verb beside it.
    """
    found: dict[int, tuple[int, str]] = {}
    for noun in sentence.tokens:
        verb = sentence.tokens[noun.head]
        if not has_label(noun, "nsubj") or noun.pos != "NOUN" or noun.i > verb.i or table.cue(verb) is None:
            continue
        phrase = subtree(sentence, noun.i)
        first, last = next(i for i in phrase if sentence.tokens[i].pos != "PUNCT"), phrase[-1]
        name = sentence.tokens[first - 2] if first > 1 and sentence.tokens[first - 1].text == "," else noun
        closed = any(t.text == "," for t in sentence.tokens[last : last + 2])
        if closed and name is not noun and _opens_with_name(sentence, name, verb) and not children(sentence, noun.i, "conj"):
            top = _top_of(sentence, name, verb)
            found |= {top.i: (verb.i, noun.dep), noun.i: (top.i, "appos")}
    return found


def _opens_with_name(sentence: Sentence, name: Token, verb: Token) -> bool:
    """Tell whether a name, its article and nothing else opens a sentence, and hangs on a verb."""
    top = _top_of(sentence, name, verb)
    phrase = subtree(sentence, top.i)
    named = name.pos == top.pos == "PROPN" and top.head == verb.i and phrase[0] == 0 and not has_label(top, "vocative")
    words = [t for t in sentence.tokens[: name.i + 1] if t.pos != "PROPN"]
    return named and all(t.pos == "DET" for t in words)


def _top_of(sentence: Sentence, name: Token, verb: Token) -> Token:
    """Return the word of a name that hangs on a verb, else the name itself."""
    top = name
    while top.head not in (verb.i, top.i):
        top = sentence.tokens[top.head]
    return top if top.head == verb.i else name
