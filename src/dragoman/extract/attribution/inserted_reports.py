"""Mends reporting verbs that stand behind or within what they report, and whose subject is the noun behind them."""

from __future__ import annotations

from dragoman.extract.attribution.cues import CueTable
from dragoman.extract.attribution.verb_forms import is_finite_verb
from dragoman.extract.parse.tree import children, has_label
from dragoman.records import Sentence, Token

_CLOSING = frozenset((",", "»", '"', "”"))


def speakers_behind(sentence: Sentence, table: CueTable) -> dict[int, tuple[int, str]]:
    """`..., croit savoir un diplomate`: the noun behind a cue of two verbs is the subject of the first."""
    found = {}
    for token in sentence.tokens:
        if token.lemma not in table.pairs or token.i == 0 or sentence.tokens[token.i - 1].text not in _CLOSING:
            continue
        second = next((t for t in children(sentence, token.i, "xcomp") if t.lemma in table.pairs[token.lemma]), None)
        if second is None or children(sentence, token.i, "nsubj", "mark"):
            continue
        root = next(t.i for t in sentence.tokens if t.head == t.i)
        if root < token.i and not has_label(token, "parataxis"):
            found[token.i] = (root, "parataxis")
        for noun in children(sentence, second.i, "obj"):
            if noun.i > second.i:
                found[noun.i] = (token.i, "nsubj")
    return found


def set_in(sentence: Sentence, table: CueTable) -> dict[int, tuple[int, str]]:
    """`Ce projet, a souligné la présidente, est une chance`: the parser gives the verb set in the subject before the comma."""
    found: dict[int, tuple[int, str]] = {}
    for token in sentence.tokens:
        if token.head <= token.i or token.pos != "VERB" or table.cue(token) is None:
            continue
        first = min((t.i for t in children(sentence, token.i, "aux")), default=token.i)
        early = [t for t in children(sentence, token.i, "nsubj") if t.i < first]
        late = [t for t in children(sentence, token.i, "obj") if t.i > token.i]
        inset = first > 0 and sentence.tokens[first - 1].text == "," and bool(early) and bool(late)
        closed = any(t.text == "," for t in sentence.tokens[late[0].i : token.head]) if inset else False
        if inset and closed and not children(sentence, token.head, "nsubj"):
            found |= {early[0].i: (token.head, "nsubj"), late[0].i: (token.i, "nsubj"), token.i: (token.head, "parataxis")}
    return found


def pronouns_behind(sentence: Sentence, table: CueTable) -> dict[int, tuple[int, str]]:
    """`Les prix, explique-t-il, vont monter`: a pronoun tied to a reporting verb between commas is its subject."""
    found: dict[int, tuple[int, str]] = {}
    tokens = sentence.tokens
    for token in tokens:
        cue = table.cue(token) if token.pos in ("VERB", "AUX") else None
        first = min((t.i for t in children(sentence, token.i, "aux", "expl", "iobj") if t.i < token.i), default=token.i)
        if cue is None or cue.row_for("clause") is None or first == 0 or tokens[first - 1].text != ",":
            continue
        who = next((t for t in tokens[first : token.i + 3] if t.text.lower().lstrip("-") in _TIED and t.text[0] == "-"), None)
        if who is None or has_label(token, "ccomp"):
            continue
        found |= {who.i: (token.i, "nsubj")} | {t.i: (token.i, "dep") for t in tokens[first : who.i] if t.text == "-t"}
        early = [t for t in children(sentence, token.i, "nsubj", "nsubj:pass") if t.i < first]
        main = tokens[token.head] if token.head != token.i else _behind_inset(sentence, token)
        if main is None:
            continue
        inset = token.head != token.i
        found[token.i if inset else main.i] = (main.i, "parataxis") if inset else (token.i, "ccomp")
        if early and not children(sentence, main.i, "nsubj", "nsubj:pass"):
            found[early[0].i] = (main.i, "nsubj")
    return found


_TIED = frozenset(("il", "elle", "ils", "elles", "on"))


def _behind_inset(sentence: Sentence, inset: Token) -> Token | None:
    """Return the predicate behind the comma that closes a clause set in, where the parser hangs it on the verb set in."""
    for verb in children(sentence, inset.i, "conj", "ccomp", "advcl", "parataxis", "xcomp", "obj"):
        closed = any(t.text == "," for t in sentence.tokens[inset.i : verb.i])
        own = children(sentence, verb.i, "mark", "cc")
        if closed and not own and (is_finite_verb(sentence, verb) or children(sentence, verb.i, "cop")):
            return verb
    return None


def said_before(sentence: Sentence, table: CueTable) -> dict[int, tuple[int, str]]:
    """`La Pologne va fermer deux consulats, a annoncé son ministre`: the clause before the comma is said by the noun behind."""
    found: dict[int, tuple[int, str]] = {}
    for token in sentence.tokens:
        cue = table.cue(token) if token.pos == "VERB" and token.head == token.i else None
        if cue is None or cue.row_for("clause") is None or children(sentence, token.i, "ccomp"):
            continue
        first = min((t.i for t in children(sentence, token.i, "aux", "advmod")), default=token.i)
        behind = [t for t in children(sentence, token.i, "obj", "nsubj") if t.i > token.i and t.pos in ("NOUN", "PROPN")]
        if first < 2 or sentence.tokens[first - 1].text != "," or not behind or _stands_between(sentence, token.i, behind[0].i):
            continue
        for clause in children(sentence, token.i, "advcl", "parataxis", "dep", "conj"):
            own = children(sentence, clause.i, "nsubj", "nsubj:pass", "expl")
            if clause.i < first and own and is_finite_verb(sentence, clause) and not children(sentence, clause.i, "mark"):
                found |= {clause.i: (token.i, "ccomp"), behind[0].i: (token.i, "nsubj")}
                break
    return found


def _stands_between(sentence: Sentence, left: int, right: int) -> bool:
    """Tell whether anything but articles and adjectives stands between two words."""
    return any(t.pos not in ("DET", "ADJ", "NUM", "ADV") for t in sentence.tokens[left + 1 : right])


def cut_subjects(sentence: Sentence, table: CueTable) -> dict[int, tuple[int, str]]:
    """`Le conflit, disent les habitants, n'a jamais cessé`: the subject before the first comma is that of the last verb."""
    found: dict[int, tuple[int, str]] = {}
    for token in sentence.tokens:
        cue = table.cue(token) if token.pos == "VERB" and token.head == token.i else None
        if cue is None or cue.row_for("clause") is None:
            continue
        first = min((t.i for t in children(sentence, token.i, "aux")), default=token.i)
        early = [t for t in children(sentence, token.i, "nsubj") if t.i < first]
        late = [t for t in children(sentence, token.i, "obj", "nsubj") if t.i > token.i]
        if not early or not late or sentence.tokens[first - 1].text != "," or _stands_between(sentence, token.i, late[0].i):
            continue
        for verb in children(sentence, token.i, "conj", "ccomp", "advcl", "parataxis", "xcomp"):
            closed = verb.i > late[0].i and any(t.text == "," for t in sentence.tokens[late[0].i : verb.i])
            joined = children(sentence, verb.i, "nsubj", "nsubj:pass", "mark", "cc")
            if closed and not joined and is_finite_verb(sentence, verb):
                found |= {verb.i: (token.i, "ccomp"), early[0].i: (verb.i, "nsubj"), late[0].i: (token.i, "nsubj")}
                break
    return found


def owners_of_speakers(sentence: Sentence, table: CueTable) -> dict[int, tuple[int, str]]:
    """`a ajouté le représentant du Kremlin`: what follows the noun of a speaker at once with "de" belongs to that noun."""
    found = {}
    for token in sentence.tokens:
        cue = table.cue(token) if token.pos == "VERB" else None
        if cue is None or cue.row_for("quote") is None:
            continue
        for noun in children(sentence, token.i, "nsubj", "obj"):
            case = sentence.tokens[noun.i + 1] if token.i < noun.i < len(sentence.tokens) - 2 else noun
            owner = sentence.tokens[case.head]
            own = case.text.lower() in ("du", "de", "des", "d'", "d’") and has_label(case, "case") and owner.head == token.i
            if own and has_label(owner, "obl") and table.sources.get(noun.lemma) in ("persons", "participants"):
                found[owner.i] = (noun.i, "nmod")
    return found


def told_behind(sentence: Sentence, table: CueTable) -> dict[int, tuple[int, str]]:
    """`a déclaré le ministre à une agence`: behind an inverted subject, a paper or people are told, and no part of it."""
    found = {}
    for token in sentence.tokens:
        cue = table.cue(token) if token.pos == "VERB" else None
        if cue is None or cue.reading("speech") is None:
            continue
        for noun in children(sentence, token.i, "nsubj", "obj"):
            for told in children(sentence, noun.i, "nmod") if noun.i > token.i else ():
                cases = {t.text.lower() for t in children(sentence, told.i, "case")}
                speaks = table.sources.get(told.lemma) in ("organisation", "persons", "participants")
                if cases & {"à", "au", "aux", "devant"} and speaks:
                    found[told.i] = (token.i, "obl:arg")
    return found
