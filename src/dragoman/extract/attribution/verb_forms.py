"""What the form of a verb tells: whether it is passive, whether it is finite."""

from __future__ import annotations

from dragoman.extract.parse.tree import children
from dragoman.records import Sentence, Token

_WITH_BE = ("convenu", "parvenu", "revenu")  # French verbs whose perfect has "être": "ils sont convenus de"
# those whose object hears or feels it, so that their past participle is a passive
TOLD = {"tell", "ask", "inform", "remind", "warn", "advise", "assure", "convince", "show", "teach", "concern", "worry"}


def is_passive(sentence: Sentence, verb: int) -> bool:
    """Tell whether a verb is in the passive; "he's said that" is not, though the parser takes it for one."""
    if not children(sentence, verb, "nsubj:pass", "aux:pass", "csubj:pass"):
        return _absolute(sentence, verb)
    return not _perfect(sentence, verb) and not _with_have(sentence, verb)


def _absolute(sentence: Sentence, verb: int) -> bool:
    """`With both leaders expected to attend`: behind "with", a bare past participle says what is done to its subject."""
    token = sentence.tokens[verb]
    past = sentence.language == "en" and "VerbForm=Part" in token.morph and "Tense=Past" in token.morph
    return past and not children(sentence, verb, "aux") and any(
        t.text.lower() == "with" and t.i < verb for t in children(sentence, verb, "mark")
    )


def _with_have(sentence: Sentence, verb: int) -> bool:
    """`Il a promis`: a French perfect with "avoir" alone is no passive, whatever the parser calls its subject."""
    if sentence.language != "fr":
        return False
    helpers = {t.lemma for t in children(sentence, verb, "aux")}
    return "avoir" in helpers and "être" not in helpers


def _perfect(sentence: Sentence, verb: int) -> bool:
    """`He's said that ...`, `who's called for ...`: the short form of "has" before a verb with what is said behind it."""
    if sentence.language != "en":
        return sentence.tokens[verb].text.lower().startswith(_WITH_BE)
    if sentence.tokens[verb].lemma in TOLD:
        return False
    marks = [t.text.lower() for t in children(sentence, verb, "aux:pass")]
    if not marks or not set(marks) <= {"'s", "’s", "'d", "’d", "'ve", "’ve"}:
        return False
    told = [t for t in children(sentence, verb, "ccomp", "obj") if t.i > verb]
    wanted = [t for t in children(sentence, verb, "obl", "advcl") if t.i > verb and sentence.tokens[verb].lemma == "call"]
    return bool(told or wanted)


def is_finite(sentence: Sentence, verb: Token) -> bool:
    """Tell whether a verb or one of its auxiliaries is finite."""
    return any("VerbForm=Fin" in t.morph for t in (verb, *children(sentence, verb.i, "aux")))


def is_finite_verb(sentence: Sentence, token: Token) -> bool:
    """Tell whether a word is a verb and finite; a noun or adjective with a copula is none."""
    return token.pos in ("VERB", "AUX") and is_finite(sentence, token)
