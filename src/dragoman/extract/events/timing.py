"""Which time expression of a sentence dates an act: that of its own clause, or of a clause whose time it shares.

A date belongs to the word that it hangs on in the parse. One that hangs on another verb (a participle: "a treaty signed in
1999", a relative clause, a complement) or inside a noun ("the 2015 deal", "the summit of 12 June") dates that, not the act.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import msgspec

from dragoman.extract.dates.grammar import date_lexicon
from dragoman.extract.events.phrases import case_of
from dragoman.extract.parse.tree import ancestors, children, has_label, subtree
from dragoman.kit import Kit
from dragoman.records import DateMention, Sentence, Span, Token

_OF = frozenset(("of", "de"))
_WITHIN = ("compound", "nummod", "amod", "nmod:poss", "appos", "flat", "dep")  # a date inside a name or before its noun
_CLAUSES = ("acl", "advcl", "ccomp", "csubj", "parataxis", "xcomp", "root")
_AT_ONCE = frozenset(("by", "en", "lorsque", "lorsqu'", "lorsqu’", "pour", "quand", "to", "tout", "when", "while"))
_SUBJECTS = ("nsubj", "csubj")
_UNTIL = ("until", "deadline")
_DEEP = 6  # words between a date and its verb, or clauses between an act and the one that dates it; more is a parse fault
_NONE = (None, None)


class Act(msgspec.Struct, frozen=True, kw_only=True):
    """The words of an act, the head first, whether it was done (not planned, asked for or denied), and who did it."""

    head: int
    tokens: frozenset[int]
    done: bool
    actors: tuple[Span, ...] = ()


class _Held(NamedTuple):
    """An expression, the word that it dates, and the nouns between them."""

    date: DateMention
    holder: int
    nouns: int


def time_nouns(kit: Kit, language: str) -> frozenset[str]:
    """Return the words of a language's date table for stretches of time ("night", "week"; for `Kit.compiled`)."""
    lexicon = kit.compiled(date_lexicon, language)
    forms = (lexicon.words(kind) for kind in ("daypart", "part", "season", "unit", "units"))
    return frozenset(word for kind in forms for form in kind for word in form.split())


def date_of(
    sentence: Sentence, act: Act, dates: Sequence[DateMention], time_nouns: frozenset[str], day: str | None = None
) -> DateMention | None:
    """Return the expression that dates an act; None where none does, or where the one that does has no known interval.

    Args:
        sentence: where the act stands.
        act: its words.
        dates: the expressions of the sentence.
        time_nouns: words for stretches of time, through which a date dates its clause ("the night of 12 June").
        day: the day of the document; what is done lies not behind it.
    """
    held = [_Held(date, *_holder(sentence, date, act.tokens, time_nouns)) for date in dates if _may_date(date, act, day)]
    own = _own_words(sentence, act)
    for depth, clause in enumerate(_clauses(sentence, act)):
        if depth == 0:
            here = [each for each in held if each.holder in own]
        else:
            here = [each for each in held if each.holder == clause and _is_shared(sentence, each.date, clause, act)]
        if here:
            known = [each for each in here if each.date.when.start is not None]
            start = sentence.tokens[act.head].start
            return min(known, key=lambda each: (each.nouns, abs(each.date.start - start))).date if known else None
    return None


def _may_date(date: DateMention, act: Act, day: str | None) -> bool:
    """Tell whether an act can have happened then: what is done has no deadline and lies not behind the document's day."""
    if not act.done:
        return True
    return not date.rule.startswith(_UNTIL) and not (day and date.when.start and date.when.start > day)


def _holder(sentence: Sentence, date: DateMention, act: frozenset[int], time_nouns: frozenset[str]) -> tuple[int, int]:
    """Return the word that an expression dates and through how many nouns: a verb, a noun that it is part of, or -1."""
    token = sentence.tokens[head_at(sentence, date.start, date.end)]
    while token.dep == "conj" and token.head != token.i and sentence.tokens[token.head].pos in ("NUM", "PROPN", "NOUN"):
        token = sentence.tokens[token.head]  # "in 2022 and 2023"
    through = 0
    for _ in range(_DEEP):
        above = sentence.tokens[token.head]
        if above.i == token.i or has_label(token, "parataxis"):
            return -1, through
        if above.i in act or above.pos in ("VERB", "AUX") or children(sentence, above.i, "cop"):
            return above.i, through
        if above.text.lower() not in time_nouns and not _is_astray(sentence, token, above):
            if has_label(above, *_SUBJECTS, *_CLAUSES) or not (through or _is_loose(sentence, token, above)):
                return above.i, through
            through += 1
        token = above
    return -1, _DEEP


def _is_astray(sentence: Sentence, date: Token, noun: Token) -> bool:
    """Tell whether the parser took a date at the head of a clause for a part of the name behind it: "On Monday Peru ..."."""
    return noun.pos == "PROPN" and date.dep == "compound" and not children(sentence, noun.i, "det", "nmod:poss")


def _own_words(sentence: Sentence, act: Act) -> frozenset[int]:
    """Return the words of an act ("hold ... talks" is one), and of one to come what is planned: "plans to visit"."""
    if act.done:
        return act.tokens
    return act.tokens | {token.i for token in children(sentence, act.head, "xcomp")}


def _is_loose(sentence: Sentence, date: Token, noun: Token) -> bool:
    """Tell whether a date behind a noun may belong to the clause, as parsers confuse these: "signed a pact on Monday"."""
    return not has_label(date, *_WITHIN) and date.i > noun.i and not _OF & set(case_of(sentence, date.i))


def _clauses(sentence: Sentence, act: Act) -> Iterator[int]:
    """Yield the words whose dates are those of an act: its own head, then the verbs above whose time it shares."""
    yield act.head
    token = sentence.tokens[act.head]
    if token.pos not in ("VERB", "AUX"):
        verb = _verb_of(sentence, token, act)
        if verb is None:
            return
        yield verb.i
        token = verb
    for _ in range(_DEEP):
        above = sentence.tokens[token.head]
        if above.i == token.i or not _shares_time(sentence, token, above, act):
            return
        clause = _clause_at(sentence, above)
        if clause is None:
            return
        yield clause.i
        token = clause


def _verb_of(sentence: Sentence, noun: Token, act: Act) -> Token | None:
    """Return the verb that tells of an act named by a noun: its subject is the act ("talks resumed") or who did it."""
    verb = next((each for each in ancestors(sentence, noun.i) if each.pos in ("VERB", "AUX")), None)
    if verb is None:
        return None
    if verb.i in act.tokens or (noun.head == verb.i and has_label(noun, *_SUBJECTS)):
        return verb
    for subject in children(sentence, verb.i, *_SUBJECTS):
        words = [sentence.tokens[index] for index in subtree(sentence, subject.i)]
        if any(start <= word.start < end for start, end in act.actors for word in words):
            return verb
    return None


def _clause_at(sentence: Sentence, token: Token) -> Token | None:
    """Return the head of the clause in which a word stands."""
    clauses = (each for each in (token, *ancestors(sentence, token.i)))
    return next((each for each in clauses if each.pos in ("VERB", "AUX") or children(sentence, each.i, "cop")), None)


def _shares_time(sentence: Sentence, verb: Token, above: Token, act: Act) -> bool:
    """Tell whether what a verb says happened when what is said above it did."""
    if has_label(verb, "conj"):
        first = _clause_at(sentence, above)  # a verb that the parser coordinates with a noun goes on where the noun's verb is
        return first is not None and _tense(sentence, verb) in (_NONE, _tense(sentence, first))
    if has_label(verb, "parataxis"):
        return above.i < verb.i and _tense(sentence, verb) == _tense(sentence, above)
    if has_label(verb, "advcl"):
        return _goes_along(sentence, verb, above, act)
    if has_label(verb, "xcomp"):
        return act.done and above.pos in ("VERB", "AUX")
    describes = has_label(verb, "acl") and not has_label(verb, "acl:relcl") and not children(sentence, verb.i, "mark")
    return act.done and describes and "VerbForm=Part" in verb.morph and "Tense=Pres" in verb.morph  # "a note accusing X"


def _goes_along(sentence: Sentence, verb: Token, above: Token, act: Act) -> bool:
    """Tell whether an adverbial clause tells of the same time: "when ...", "accusing ...", not "after ..." nor "having ..."."""
    marks = {token.text.lower() for token in children(sentence, verb.i, "mark", "advmod", "case") if token.i < verb.i}
    if _tense(sentence, verb) != _NONE:
        return bool(marks & _AT_ONCE) and _tense(sentence, verb) == _tense(sentence, above)
    perfect = any(token.lemma in ("have", "avoir") for token in children(sentence, verb.i, "aux"))
    return act.done and not perfect and (marks <= _AT_ONCE or not children(sentence, verb.i, "mark"))


def _is_shared(sentence: Sentence, date: DateMention, clause: int, act: Act) -> bool:
    """Tell whether a date of a clause above an act is also that of the act: a closed one, and before a further sentence."""
    if date.when.start is not None and date.when.end is None:
        return False
    aside = any(has_label(each, "parataxis") for each in (sentence.tokens[act.head], *_below(sentence, act.head, clause)))
    return not aside or date.end <= sentence.tokens[clause].start


def _below(sentence: Sentence, index: int, top: int) -> Iterator[Token]:
    for token in ancestors(sentence, index):
        if token.i == top:
            return
        yield token


def _tense(sentence: Sentence, verb: Token) -> tuple[str | None, str | None]:
    """Return the tense of a clause's finite word and the lemma of its auxiliary, each None where the clause has none."""
    for word in (*children(sentence, verb.i, "aux", "cop"), verb):
        if "VerbForm=Fin" in word.morph or "Mood=Ind" in word.morph:
            tense = next((each for each in word.morph.split("|") if each.startswith("Tense=")), None)
            return tense or "", "perfect" if word.i != verb.i and word.lemma in ("have", "avoir", "être") else None
    return _NONE


def head_at(sentence: Sentence, start: int, end: int) -> int:
    """Return the token of a span whose governor lies outside it."""
    inside = [token for token in sentence.tokens if token.start < end and start < token.end]
    members = {token.i for token in inside}
    top = [token.i for token in inside if token.head not in members or token.head == token.i]
    return top[-1] if top else (inside[0].i if inside else 0)
