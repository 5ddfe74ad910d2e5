"""False friends of the date tables: "may", "march", "mars", quantities that look like years, names of people."""

from __future__ import annotations

from dragoman.extract.dates.grammar import DateLexicon, Found
from dragoman.records import Sentence, Token

_CAPITAL_KINDS = ("month", "weekday")


def is_plausible(found: Found, original: str, sentence: Sentence, lexicon: DateLexicon) -> bool:
    """Tell whether a match is a time expression where it stands. `original` is the sentence's text with its capitals."""
    token = _token_at(sentence, sentence.start + found.start)
    if found.rule == "calendar" and set(found.slots) <= {"year"}:
        return _is_year(found, original, sentence)
    if not _case_fits(found, original, lexicon) or _is_title(found, original):
        return False
    if found.rule == "feast" and token is not None and token.dep.startswith("compound"):
        return " " in found.slots["feast"]  # the Victory Day parade is held that day, Christmas trees are not
    if set(found.slots) <= {"month"} or set(found.slots) <= {"weekday"}:
        return not _is_false_friend(found, original, sentence, token, lexicon)
    return True


def _token_at(sentence: Sentence, offset: int) -> Token | None:
    return next((token for token in sentence.tokens if token.start <= offset < token.end), None)


def _case_fits(found: Found, original: str, lexicon: DateLexicon) -> bool:
    """Months and weekdays take a capital in English and none in French, except at the start and in capital text."""
    surface = original[found.start : found.end]
    if surface.isupper():
        return True
    for kind in _CAPITAL_KINDS:
        form = found.slots.get(kind)
        if form is None:
            continue
        at = surface.lower().find(form)
        capital = surface[at].isupper()
        if lexicon.lower_case and capital and found.start + at > 0 and set(found.slots) <= {kind}:
            return False
        if not lexicon.lower_case and not capital:
            return False
    return True


def _is_title(found: Found, original: str) -> bool:
    """Tell whether a word like "today" is part of a name: a capital after another word ("USA Today")."""
    before = original[: found.start].rstrip()
    capital = original[found.start].isupper() and not original[found.start : found.end].isupper()
    return found.rule == "day-word" and capital and before[-1:].isalnum()


def _is_false_friend(
    found: Found, original: str, sentence: Sentence, token: Token | None, lexicon: DateLexicon
) -> bool:
    """Tell whether a lone month or weekday is a verb, a person's name or another word."""
    if token is None or token.pos in ("AUX", "VERB"):
        return True
    if any(name.label == "PER" and name.first <= token.i < name.last for name in sentence.names):
        return True
    form = next(iter(found.slots.values()))
    if ("ambiguous", form) not in lexicon.values:
        return False
    words = original[: found.start].lower().replace("-", " ").split()
    return not words or ("preposition", words[-1]) not in lexicon.values


def _is_year(found: Found, original: str, sentence: Sentence) -> bool:
    """Tell a year from a quantity: a plural noun that it counts makes it one, unless "the" or a preposition stands before."""
    year = int(found.slots["year"])
    token = _token_at(sentence, sentence.start + found.start)
    if token is None or token.end - sentence.start < found.end:
        return False
    before = sentence.tokens[token.i - 1] if token.i else None
    if token.dep.startswith("nummod") and sentence.tokens[token.head].i > token.i:
        head = sentence.tokens[token.head]
        determined = before is not None and before.pos in ("DET", "PRON")
        return determined or ("Number=Plur" not in head.morph and year >= 1800)
    prepositional = before is not None and before.pos in ("ADP", "SCONJ", "DET", "NOUN", "PROPN")
    return 1900 <= year <= 2099 or (prepositional and year >= 1500)
