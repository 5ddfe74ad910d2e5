"""Noun phrases of events that point back to somebody: "both countries", "the three governments", "its neighbour"."""

from __future__ import annotations

from dragoman.extract.events.words import Lexicon
from dragoman.extract.parse.nominals import is_definite
from dragoman.extract.parse.tree import children, has_label
from dragoman.records import Sentence, Token

_EACH = frozenset(("each", "chaque"))
_NAMING = ("amod", "compound", "nmod", "flat", "appos", "acl")  # what can say which one is meant


def points_back(sentence: Sentence, head: Token, lexicon: Lexicon) -> bool:
    """Tell whether a phrase can only be understood from what was said before."""
    how = _how(head, lexicon)
    if how == "pronoun" or (head.pos == "NUM" and plural_number(sentence, head, lexicon) > 1):
        return True
    if how == "counted":  # "les deux hommes"; "les hommes" are anybody
        return plural_number(sentence, head, lexicon) > 1
    return bool(how) and (is_definite(sentence, head) or plural_number(sentence, head, lexicon) >= 0)


def plural_number(sentence: Sentence, head: Token, lexicon: Lexicon) -> int:
    """Return how many a plural that points back counts: 2 for "both", 0 where it does not say, -1 where it is none."""
    how = _how(head, lexicon)
    both = how == "both" and head.pos != "DET"
    several = 2 if both else _of_several(sentence, head, lexicon) or _bare(sentence, head, lexicon)
    if several:
        return several
    if how == "pronoun":
        return 0
    if how == "group" and any(child.text.lower() in _EACH for child in children(sentence, head.i, "det")):
        return 2
    if how not in ("group", "counted", "one") or "Number=Plur" not in head.morph:
        return -1
    counted = [_number(child, lexicon) for child in children(sentence, head.i, "det", "nummod", "amod")]
    number = next((n for n in counted if n), 0)
    named = any(
        token.text[:1].isupper() and not (number > 1 and _is_circle(sentence, token))
        for token in children(sentence, head.i, *_NAMING) if not has_label(token, "nummod")
    )  # fmt: skip
    every = any(lexicon.pointers.get(child.text.lower()) == "all" for child in children(sentence, head.i, "det"))
    if named or not (number or (how == "group" and (every or is_definite(sentence, head)))):
        return -1
    return number


def _is_circle(sentence: Sentence, token: Token) -> bool:
    """Tell whether a name in capitals behind "of" only says to what several belong: "les deux partenaires de l'OTAN"."""
    marked = any(case.text.lower() in _OF for case in children(sentence, token.i, "case"))
    return has_label(token, "nmod") and token.text.isupper() and len(token.text) > 1 and marked


def _how(head: Token, lexicon: Lexicon) -> str:
    word = head.text.lower()
    return lexicon.pointers.get(word) or lexicon.pointers.get(head.lemma) or lexicon.pointers.get(word.removesuffix("s"), "")


def _number(token: Token, lexicon: Lexicon) -> int:
    word = token.text.lower()
    if word in lexicon.pointers:
        return 2 if lexicon.pointers[word] == "both" else 0
    return int(word) if word.isdigit() and len(word) < 3 else lexicon.numbers.get(word, 0)


_OF = frozenset(("of", "from", "de", "des", "d'"))


def _of_several(sentence: Sentence, head: Token, lexicon: Lexicon) -> int:
    """Return how many states a plural is of that points back ("officials of both countries", "des experts des deux pays")."""
    plural = "Number=Plur" in head.morph and not head.text[:1].isupper()
    for token in children(sentence, head.i, "nmod") if plural else ():
        marked = any(case.text.lower() in _OF for case in children(sentence, token.i, "case", "det"))
        if marked and _how(token, lexicon) == "group" and (number := plural_number(sentence, token, lexicon)) > 1:
            return number
    return 0


def _bare(sentence: Sentence, head: Token, lexicon: Lexicon) -> int:
    """Return how many a number alone counts behind its article ("the two later exchanged envoys"); 0 for other words."""
    naming = children(sentence, head.i, *_NAMING)
    apart = [t for t in naming if has_label(t, "acl") and sentence.tokens[t.i - 1].text == ","]  # "the two, hosted by Oman"
    alone = head.pos == "NUM" and is_definite(sentence, head) and len(apart) == len(naming)
    return _number(head, lexicon) if alone else 0
