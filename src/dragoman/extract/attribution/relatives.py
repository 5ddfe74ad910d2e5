"""Relative pronouns as subjects: which they are, and the noun that they stand for."""

from __future__ import annotations

from dragoman.extract.parse.tree import children, has_label, subtree
from dragoman.records import Sentence, Token

_RELATIVES = {"who", "which", "that", "whom", "whose", "qui", "que", "lequel", "laquelle", "lesquels", "lesquelles"}
_WHO = ("qui", "who")
_CLEAVING = (*_WHO, "that")  # "it is Lima that wants the war"
_QUANTIFIERS = frozenset(("both", "all", "some", "many", "most", "few", "several", "none", "each", "one", "two", "three"))


def is_relative(token: Token) -> bool:
    """Tell whether a token is a relative pronoun."""
    return token.text.lower() in _RELATIVES


def antecedent_of(sentence: Sentence, subject: int, verb: int) -> int:
    """Return the noun that a relative pronoun stands for."""
    agreeing = _agreeing(sentence, sentence.tokens[subject])
    return _antecedent(sentence, subject, verb) if agreeing is None else agreeing


def _antecedent(sentence: Sentence, subject: int, verb: int) -> int:
    clause = verb
    while has_label(sentence.tokens[clause], "conj", "xcomp") and sentence.tokens[clause].head != clause:
        clause = sentence.tokens[clause].head
    if not has_label(sentence.tokens[clause], "acl"):
        named = _noun_before(sentence, subject, *_CLEAVING) if is_relative(sentence.tokens[subject]) else None
        told = named is not None and (_cleft(sentence, named) or _told_of(sentence, named, subject))
        return named if named is not None and told else subject
    antecedent = sentence.tokens[clause].head
    near = _name_at_comma(sentence, subject, antecedent)
    if near is not None:
        return near
    if is_relative(sentence.tokens[subject]):
        named = _noun_before(sentence, subject, *_WHO) if sentence.tokens[antecedent].pos in ("VERB", "AUX") else None
        return antecedent if named is None else named
    inside = [sentence.tokens[index] for index in subtree(sentence, subject)]
    if sentence.tokens[subject].lemma in _QUANTIFIERS and any(is_relative(t) for t in inside):
        return antecedent  # "both of whom say"
    if any(is_relative(t) and not has_label(t, "nmod:poss", "det") for t in inside):
        # "makes statements, the purpose of which is to show": whoever makes them
        governor = sentence.tokens[antecedent].head
        subjects = children(sentence, governor, "nsubj")
        return subjects[0].i if subjects else subject
    return subject


_FORMS = {
    "lequel": ("Masc", "Sing"), "laquelle": ("Fem", "Sing"), "lesquels": ("Masc", "Plur"), "lesquelles": ("Fem", "Plur"),
}  # fmt: skip


def _agreeing(sentence: Sentence, pronoun: Token) -> int | None:
    """`La résolution du Parlement, laquelle exige`: the last noun before the comma of the gender and number of "lequel"."""
    form = _FORMS.get(pronoun.text.lower())
    if form is None or pronoun.i == 0 or sentence.tokens[pronoun.i - 1].text != ",":
        return None
    gender, number = (f"Gender={form[0]}", f"Number={form[1]}")
    nouns = (t for t in reversed(sentence.tokens[: pronoun.i]) if t.pos == "NOUN")
    return next((t.i for t in nouns if gender in t.morph and number in t.morph), None)


def _name_at_comma(sentence: Sentence, pronoun: int, antecedent: int) -> int | None:
    """`Le départ de l'envoyé inquiète Lima, qui a offert`: the name at the comma, where it belongs to no other noun."""
    if pronoun < 2 or sentence.tokens[pronoun].text.lower() != "qui" or sentence.tokens[pronoun - 1].text != ",":
        return None
    name = sentence.tokens[pronoun - 2]
    while has_label(name, "flat", "compound") and name.head < name.i:
        name = sentence.tokens[name.head]
    bound = name.i == antecedent or has_label(name, "appos", "nmod", "conj") or children(sentence, name.i, "case", "cc")
    return None if name.pos != "PROPN" or bound else name.i


def is_relative_phrase(sentence: Sentence, noun: int) -> bool:
    """Tell whether a noun phrase holds a relative pronoun: "the purpose of which" speaks for nobody, "many of whom" do."""
    if sentence.tokens[noun].lemma in _QUANTIFIERS or sentence.tokens[noun].pos != "NOUN":
        return False
    inside = [sentence.tokens[index] for index in subtree(sentence, noun, "acl", "appos", "ccomp")]
    return any(t.text.lower() in ("which", "whom", "duquel", "desquels", "laquelle") and t.i > noun for t in inside)


def _cleft(sentence: Sentence, noun: int) -> bool:
    """Tell whether "c'est" or "it is" stands before a noun phrase ("c'est la banque qui réclame")."""
    before = [t.text.lower() for t in sentence.tokens[max(0, noun - 4) : noun]]
    return any(word in ("c'", "c’", "ce", "it") for word in before) and any(t in ("est", "is", "was", "sont") for t in before)


def _told_of(sentence: Sentence, name: int, pronoun: int) -> bool:
    """Tell whether a clause behind a comma tells of a name right before it (`s'est réjoui Paul Martin, qui a salué`)."""
    comma = sentence.tokens[pronoun - 1].text == "," and sentence.tokens[name].pos == "PROPN"
    return comma and not children(sentence, name, "case")


def _noun_before(sentence: Sentence, pronoun: int, *pronouns: str) -> int | None:
    """`C'est X qui demande`, `celle prise par X, qui prie`: the name right before "who" where the parse gives no noun."""
    before = [t for t in sentence.tokens[max(0, pronoun - 2) : pronoun] if t.text != ","]
    token = before[-1] if before else None
    if token is None or token.pos not in ("NOUN", "PROPN") or sentence.tokens[pronoun].text.lower() not in pronouns:
        return None
    while has_label(token, "flat", "compound") and token.head != token.i:
        token = sentence.tokens[token.head]
    return token.i
