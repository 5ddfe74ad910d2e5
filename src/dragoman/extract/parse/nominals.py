"""What the form of a noun phrase says: definite or not, plural, described or bare."""

from __future__ import annotations

from dragoman.extract.parse.tree import children, conjuncts, has_label, subtree
from dragoman.records import Sentence, Token

_DEFINITE = {"the", "this", "that", "these", "those", "both", "le", "la", "les", "l'", "l’", "ce", "cet", "cette", "ces"}
_DEFINITE |= {"his", "her", "its", "their", "son", "sa", "leur"}
COUNTED = {"number", "series", "group", "majority", "couple", "nombre", "majorité", "série"}


def is_definite(sentence: Sentence, token: Token) -> bool:
    """Tell whether a noun has a definite determiner or a possessor."""
    return any(t.text.lower() in _DEFINITE for t in children(sentence, token.i, "det", "nmod:poss")) or token.lemma in (
        "both", "two",
    )  # fmt: skip


def lacks_article(sentence: Sentence, token: Token) -> bool:
    """Tell whether a noun that names somebody by itself stands without any determiner ("emphasized diplomat").

    In English and French no single person is named so: the text was translated from a language without articles.
    """
    return undetermined(sentence, token) and not has_label(token, "appos", "compound", "nmod", "amod")


def undetermined(sentence: Sentence, token: Token) -> bool:
    """Tell whether a singular noun has no article, owner, number, preposition, nor a noun beside it."""
    if token.pos not in ("NOUN", "ADJ") or "Number=Plur" in token.morph:
        return False
    return not children(sentence, token.i, "det", "nmod:poss", "nummod", "case", "cop", "cc", "conj")


def is_one_of_them(sentence: Sentence, token: Token) -> bool:
    """`L'un d'eux`, `l'une d'elles`: tell whether a French word is one of several without a name."""
    near = [t.text.lower().replace("’", "'") for t in sentence.tokens[max(0, token.i - 1) : token.i + 3]]
    return len(near) == 4 and near[0] == "l'" and near[1] in ("un", "une") and near[2] == "d'" and near[3] in ("eux", "elles")


def is_bare(sentence: Sentence, token: Token, beside: bool = False) -> bool:
    """Tell whether a noun has nothing that says who: no name, state or complement.

    `beside`: what stands behind a comma does not count ("the text, proposed by two members, demands").
    """
    told = [
        t for t in children(sentence, token.i, "amod", "compound", "nmod", "appos", "flat", "acl", "nmod:poss")
        if not beside or t.i < token.i or all(between.text != "," for between in sentence.tokens[token.i : t.i])
    ]  # fmt: skip
    return all(has_label(t, "amod") and t.text.islower() for t in told)


def lemmas_of(sentence: Sentence, token: Token) -> frozenset[str]:
    """Return the lemmas of a noun phrase with what stands in apposition to it."""
    kept = subtree(sentence, token.i)
    return frozenset(
        sentence.tokens[i].lemma for i in kept if sentence.tokens[i].pos in ("NOUN", "PROPN", "ADJ")
    )


def is_plural(sentence: Sentence, noun: Token) -> bool:
    """A plural noun, several nouns, or a number of them ("a number of states")."""
    if "Number=Plur" in noun.morph or len(conjuncts(sentence, noun.i)) > 1:
        return True
    return noun.lemma in COUNTED and any("Number=Plur" in t.morph for t in children(sentence, noun.i, "nmod"))


_MARKS = frozenset("\"'”»“«")
_SET_APART = _MARKS | frozenset(",-–—")


def told_without_article(sentence: Sentence, first: int) -> bool:
    """`"We agree", stressed | head of government`: a phrase right behind the verb by which a quotation is told."""
    verb = sentence.tokens[first - 1] if first > 1 else None
    if verb is None or verb.pos != "VERB":
        return False
    start = verb.i
    while start > 0 and sentence.tokens[start - 1].pos in ("AUX", "ADV"):
        start -= 1
    quoted = any(t.text in _MARKS for t in sentence.tokens[:start])
    return quoted and start > 0 and sentence.tokens[start - 1].text in _SET_APART
