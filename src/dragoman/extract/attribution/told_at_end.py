"""Who tells a clause whose verb of saying stands behind it: "Le vote aura lieu, a précisé jeudi dans un communiqué la junte".

Between the verb and its subject French agencies put the day, the place, the paper and who was told. The parser then takes
the day for the subject, or what is told for a second act of somebody else. What settles it is order: behind the comma a
finite verb of saying without a subject, then a noun for somebody without a preposition.
"""

from __future__ import annotations

from dragoman.extract.attribution.cues import CueTable
from dragoman.extract.attribution.distant_clauses import THAT
from dragoman.extract.attribution.verb_forms import is_finite_verb
from dragoman.extract.attribution.who_can_speak import can_speak
from dragoman.extract.parse.french_words import TIMES
from dragoman.extract.parse.tree import children, has_label
from dragoman.records import Sentence, Token

_REACH = 16  # words from the verb to its subject
_NAMES = ("PER", "ORG", "LOC")
_INSIDE = ("flat", "compound", "amod", "det", "nummod")
_OPENING = frozenset((",", "»", '"', "”"))


def told_at_end(sentence: Sentence, table: CueTable) -> dict[int, tuple[int, str]]:
    """`..., a annoncé lundi à Genève le chef de la délégation`: that noun is the subject, what stands before is told."""
    found: dict[int, tuple[int, str]] = {}
    for start in sentence.tokens[2:]:
        if sentence.tokens[start.i - 1].text not in _OPENING or "VerbForm=Fin" not in start.morph:
            continue
        verb, last = _saying(sentence, start, table)
        main = _main(sentence, start.i) if verb is not None else None
        if verb is None or main is None or _has_content(sentence, last):
            continue
        # further acts behind it ("a annoncé une aide et a salué la foule") are those of the subject before
        who = None if _goes_on(sentence, last) else _speaker(sentence, last, table)
        if who is None:
            found |= _further_act(sentence, verb, main, table)
        if who is None or _has_subject(sentence, verb, who, start.i):
            continue
        found |= {verb.i: (main.i, "parataxis")} if main.head == main.i else {main.i: (verb.i, "ccomp")}
        found |= {start.i: (verb.i, "aux:tense")} if start.i != verb.i else {}
        found |= {last: (verb.i, "xcomp")} if last != verb.i else {}
        found |= {who.i: (verb.i, "nsubj")}
        for child in children(sentence, verb.i, "nsubj", "obj"):
            if child.i != who.i and child.i > verb.i and child.lemma in TIMES:
                found[child.i] = (verb.i, "obl:mod")
    return found


def _further_act(sentence: Sentence, verb: Token, main: Token, table: CueTable) -> dict[int, tuple[int, str]]:
    """`Le ministre a reçu l'envoyé, a rappelé la position de Paris`: a thing behind the verb recalls nothing itself."""
    behind = [t for t in children(sentence, verb.i, "nsubj", "obj") if t.i > verb.i and t.pos == "NOUN"]
    told = has_label(verb, "parataxis") and verb.head == main.i
    if not told or len(behind) != 1 or can_speak(sentence, behind[0], table, *_NAMES):
        return {}
    return {behind[0].i: (verb.i, "obj"), verb.i: (main.i, "conj")}


def _saying(sentence: Sentence, start: Token, table: CueTable) -> tuple[Token | None, int]:
    """Return the verb of saying that a finite form opens, with the last word of the verb ("a fait savoir")."""
    verb = start
    if start.lemma in ("avoir", "être"):
        behind = [t for t in sentence.tokens[start.i + 1 : start.i + 4] if t.pos != "ADV"]
        verb = behind[0] if behind and behind[0].pos in ("VERB", "AUX") else start
    second = sentence.tokens[verb.i + 1] if verb.i + 1 < len(sentence.tokens) else verb
    pair = table.pairs.get(verb.lemma, {}).get(second.lemma)
    if pair is not None:
        return (verb, second.i) if pair.row_for("clause") is not None else (None, verb.i)
    cue = table.words.get((verb.lemma, "VERB"))
    return (verb, verb.i) if cue is not None and cue.row_for("clause") is not None else (None, verb.i)


def _main(sentence: Sentence, start: int) -> Token | None:
    """Return the predicate of the clause before a comma: the outermost finite one, or None."""
    before = [t for t in sentence.tokens[:start] if is_finite_verb(sentence, t) or children(sentence, t.i, "cop")]
    root = next((t for t in before if t.head == t.i), None)
    outer = [t for t in before if t.head >= start and children(sentence, t.i, "nsubj", "nsubj:pass", "expl")]
    main = root or (outer[0] if outer else None)
    owned = main is not None and children(sentence, main.i, "nsubj", "nsubj:pass", "expl", "expl:subj", "csubj")
    return main if owned else None


def _has_content(sentence: Sentence, last: int) -> bool:
    """Tell whether what a verb of saying tells stands behind it: a clause with "que", a colon, a quotation."""
    behind = sentence.tokens[last + 1 :]
    if any(t.text in (":", "«", '"', "“") for t in behind[:1]):
        return True
    return any(t.text.lower() in THAT for t in behind[:1]) or any(t.text.lower() in THAT and t.pos == "SCONJ" for t in behind)


def _goes_on(sentence: Sentence, last: int) -> bool:
    """Tell whether a finite verb without a subject is coordinated behind a verb: several acts of the subject before."""
    joined = [t for t in sentence.tokens[last + 1 :] if has_label(t, "conj") and is_finite_verb(sentence, t)]
    return any(not children(sentence, t.i, "nsubj", "nsubj:pass") for t in joined)


def _speaker(sentence: Sentence, last: int, table: CueTable) -> Token | None:
    """Return the first noun for somebody behind a verb that no preposition governs, or None."""
    for token in sentence.tokens[last + 1 : last + 1 + _REACH]:
        if token.pos in ("VERB", "AUX") and "VerbForm=Fin" in token.morph:
            return None
        noun = token.pos in ("NOUN", "PROPN") and token.lemma not in TIMES and token.text.lower() not in TIMES
        inside = has_label(token, *_INSIDE) and token.head < token.i and token.head > last
        if noun and not inside and not _governed(sentence, token, last) and can_speak(sentence, token, table, *_NAMES):
            return token
    return None


def _governed(sentence: Sentence, token: Token, last: int) -> bool:
    """Tell whether a preposition stands before a noun, articles and adjectives between."""
    index = token.i - 1
    while index > last and sentence.tokens[index].pos in ("DET", "ADJ", "NUM") and not _contracted(sentence.tokens[index]):
        index -= 1
    before = sentence.tokens[index]
    return index > last and (before.pos == "ADP" or _contracted(before) or before.text in ("-", "(", "et", "ou"))


def _contracted(token: Token) -> bool:
    return token.text.lower() in ("du", "au", "aux") or (token.text.lower() == "des" and token.pos == "ADP")


def _has_subject(sentence: Sentence, verb: Token, who: Token, start: int) -> bool:
    """Tell whether the parser already has a subject for a verb: no day, and not what stands behind a preposition."""
    subjects = children(sentence, verb.i, "nsubj")
    return any(t.i != who.i and t.lemma not in TIMES and t.i >= start for t in subjects) or any(t.i == who.i for t in subjects)
