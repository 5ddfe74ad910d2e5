"""The walk from the root of a sentence down to one word, gathering what every word on the way passes on."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from dragoman.extract.modality.lexicon import Effect, ModalityLexicon, Word
from dragoman.extract.modality.operators import Operators, read_operators
from dragoman.extract.parse.tree import ancestors, children, has_label
from dragoman.records import Sentence, Span, Tense, Token

PROBABLE, CERTAIN = 2, 3  # indices into CERTAINTIES


class View(NamedTuple):
    """How things stand at one point of the walk. `certainty` is an index into CERTAINTIES.

    `reported`: somebody else says so; `denied`: somebody disputes it; `supposed`: it holds only if, or only in question;
    `quoted`: somebody's words, whether or not they count as reported here.
    """

    affirmed: bool = True
    certainty: int = CERTAIN
    time: Tense | None = None
    reported: bool = False
    denied: bool = False
    supposed: bool = False
    quoted: bool = False
    cues: tuple[Span, ...] = ()


def walk(
    sentence: Sentence, trigger: int, lexicon: ModalityLexicon, inside_report: bool, idiom: Sequence[int] = ()
) -> View:
    """Return how the event at a token stands, from the root down; `idiom`: all tokens of the words that express it."""
    path = _path(sentence, trigger)
    phrases = lexicon.phrases_in(sentence)
    outer = View()
    operators = read_operators(sentence, path[0], lexicon, phrases, idiom if path[0].i == trigger else ())
    view = apply_operators(outer, operators, inside_report)
    for above, here in pairwise(path):
        own = read_operators(sentence, here, lexicon, phrases, idiom if here.i == trigger else ())
        if _begins_anew(sentence, above, here):
            operators, outer = own, View()
            view = apply_operators(outer, own, inside_report)
            continue
        if has_label(here, "conj"):
            base = apply_operators(outer, operators, inside_report) if _shares(above, here, own) else outer
        else:
            part_of_phrase = any(first <= above.i < end for first, end, _, _ in phrases)
            words = None if part_of_phrase else lexicon
            base = outer = _pass_down(sentence, view, above, here, words, inside_report)
        operators, view = own, apply_operators(base, own, inside_report)
    return view


def _path(sentence: Sentence, trigger: int) -> list[Token]:
    token = sentence.tokens[trigger]
    return [*[*ancestors(sentence, trigger)][::-1], token]


def _shares(first: Token, second: Token, own: Operators) -> bool:
    """Tell whether a coordinated word stands under the auxiliaries and the negation of the first."""
    if first.pos not in ("VERB", "AUX"):
        return not own.tensed
    same_form = ("VerbForm=Fin" in first.morph) == ("VerbForm=Fin" in second.morph)
    return same_form and not own.tensed and not own.subject


def _begins_anew(sentence: Sentence, above: Token, here: Token) -> bool:
    """Tell whether a clause of its own stands behind a colon or semicolon: "The truce did not hold: in April they attacked".

    A colon after a word of saying is left to what it introduces, which the word governs.
    """
    if not has_label(here, "advcl", "conj", "parataxis") or not _finite(sentence, here) or here.i < above.i:
        return False
    return any(token.text in (":", ";") for token in sentence.tokens[above.i + 1 : here.i])


def apply_operators(view: View, operators: Operators, inside_report: bool) -> View:
    """Apply what stands by the word itself: negation, modals, adverbs, tense, conditions."""
    affirmed = view.affirmed != operators.negated
    certainty, time = view.certainty, operators.time or view.time
    quoted = view.quoted or operators.attributed
    for word in operators.words:
        plain = not quoted or operators.supposed if word.kind == "future-in-past" else operators.negated
        effect = word.negative if plain else word.positive
        if effect.polarity == "-":
            affirmed = not affirmed
        certainty = _weaker(certainty, effect)
        time = effect.time or time
    future_in_past = operators.press_conditional and quoted and not operators.time
    left_open = operators.press_conditional and not operators.supposed and not future_in_past
    by_others = operators.attributed and not inside_report
    return view._replace(
        affirmed=affirmed,
        certainty=certainty,
        time="future" if future_in_past else time,
        reported=view.reported or operators.reported or by_others or left_open,
        quoted=quoted,
        denied=view.denied or operators.denied,
        supposed=view.supposed or operators.supposed,
        cues=view.cues + operators.cues,
    )


def _pass_down(
    sentence: Sentence, view: View, above: Token, here: Token, lexicon: ModalityLexicon | None, inside_report: bool
) -> View:
    """Return the view that a word hands to one of its dependents; without a lexicon, only by its place in the tree."""
    slot = slot_of(sentence, above, here)
    word, cues = (None, ()) if lexicon is None else governing_word(sentence, above, here, slot, lexicon)
    if word is not None:
        told_by_narrator = word.kind == "reporting" and _is_imperative(sentence, above)
        return _fresh(view) if told_by_narrator else _embed(view, word, cues, inside_report)
    if slot == "purpose":
        fresh = _fresh(view) if not view.affirmed else view
        return fresh._replace(certainty=min(fresh.certainty, PROBABLE), time="future")
    if slot in ("background", "gerund", "subject"):
        return _fresh(view)
    if slot in ("object", "nominal", "other"):
        if _is_definite(sentence, here):
            return _fresh(view)
        return view if has_label(here, "obj") else view._replace(affirmed=True)
    return view


def _fresh(view: View) -> View:
    """A clause or a definite noun that its surroundings take for granted: only who says so still holds."""
    return View(reported=view.reported, quoted=view.quoted, cues=view.cues if view.reported else ())


def _is_imperative(sentence: Sentence, token: Token) -> bool:
    """Tell whether a verb calls on the reader: "Recall that relations have deteriorated", "Rappelons que ..."."""
    if token.pos != "VERB" or not has_label(token, "root") or children(sentence, token.i, "nsubj", "nsubj:pass", "expl", "aux"):
        return False
    first_word = next((each.i for each in sentence.tokens if each.pos not in ("PUNCT", "CCONJ", "ADV")), token.i)
    bare = token.text.lower() == token.lemma or token.text.lower().endswith(("ons", "ez"))
    return first_word == token.i and bare


def _is_definite(sentence: Sentence, token: Token) -> bool:
    """Tell whether a noun phrase points at something known: "the", "this", "their"."""
    marks = ("Definite=Def", "PronType=Dem", "Poss=Yes")
    return any(mark in child.morph for child in children(sentence, token.i, "det", "nmod:poss") for mark in marks)


def _embed(view: View, word: Word, cues: tuple[Span, ...], inside_report: bool) -> View:
    reporting = word.kind in ("reporting", "denial")
    if word.kind == "factive" and (view.affirmed or word.negative.certainty == CERTAIN):
        return _fresh(view)
    start = View(quoted=True) if reporting and inside_report else view
    effect = word.positive if view.affirmed else word.negative
    affirmed = view.affirmed if effect.polarity in ("", "=") else effect.polarity == "+"
    return start._replace(
        affirmed=affirmed,
        certainty=_weaker(start.certainty, effect),
        time=effect.time or (None if reporting else start.time),
        reported=start.reported or (reporting and not inside_report),
        denied=start.denied or (word.kind == "denial" and view.affirmed),
        quoted=start.quoted or reporting,
        cues=start.cues + (() if word.kind == "reporting" and inside_report else cues),
    )


def _weaker(certainty: int, effect: Effect) -> int:
    return certainty if effect.certainty is None else min(certainty, effect.certainty)


def governing_word(
    sentence: Sentence, above: Token, here: Token, slot: str, lexicon: ModalityLexicon
) -> tuple[Word | None, tuple[Span, ...]]:
    """Return the row by which one word governs another in this slot, and the words that it consists of."""
    for form, parts in _forms(sentence, above, here):
        for word in lexicon.words.get(form, ()):
            if _fits(word.pos, above.pos) and _governs(word, slot, len(parts)) and not _is_setting(here, parts):
                return word, tuple((part.start, part.end) for part in parts)
    return None, ()


def _governs(word: Word, slot: str, parts: int) -> bool:
    """Tell whether a row reaches a slot; a gerund only through the preposition that the row names ("refrain from")."""
    if slot in word.slots:
        return True
    return "infinitive" in word.slots and (slot == "purpose" or (slot == "gerund" and parts > 1))


def _is_setting(here: Token, parts: tuple[Token, ...]) -> bool:
    """Tell whether a phrase only says when or where: "discussed during a meeting" plans none, "called for a meeting" does."""
    return len(parts) == 1 and has_label(here, "obl") and here.dep != "obl:agent"


def _fits(wanted: str, pos: str) -> bool:
    return wanted == pos or {wanted, pos} <= {"VERB", "AUX"} or {wanted, pos} <= {"NOUN", "PROPN"} or (
        wanted == "ADJ" and pos == "VERB"
    )


def _forms(sentence: Sentence, above: Token, here: Token) -> list[tuple[str, tuple[Token, ...]]]:
    """The forms by which a word may stand in the table: with its particle, with the preposition before its dependent, alone."""
    own = (child for child in children(sentence, above.i, "compound:prt", "obj", "fixed") if child.i != here.i)
    beside = (*own, *children(sentence, here.i, "case", "mark"))
    forms = [(f"{above.lemma} {child.text.lower()}", (above, child)) for child in beside]
    plain = above.text.lower()
    return [*forms, (above.lemma, (above,)), *([(plain, (above,))] if plain != above.lemma else [])]


_PLAIN_SLOTS = {
    "obj": "object", "iobj": "object", "nsubj:pass": "object", "obl": "object", "nsubj": "subject",
    "nmod": "nominal", "compound": "nominal", "parataxis": "background", "appos": "background",
}  # fmt: skip


def slot_of(sentence: Sentence, above: Token, here: Token) -> str:
    """Name the place of a word under another: clause, infinitive, object, subject, nominal, purpose, background ..."""
    if has_label(here, "ccomp", "csubj"):
        return "clause" if _finite(sentence, here) else "infinitive"
    if has_label(here, "xcomp"):
        return "infinitive" if here.pos in ("VERB", "AUX") else "object"
    if has_label(here, "advcl", "acl"):
        return _clause_slot(sentence, above, here)
    return _PLAIN_SLOTS.get(here.dep) or _PLAIN_SLOTS.get(here.dep.partition(":")[0], "other")


def _clause_slot(sentence: Sentence, above: Token, here: Token) -> str:
    if has_label(here, "acl:relcl"):
        return "background"
    if "VerbForm=Inf" in here.morph:
        return "infinitive" if above.pos in ("NOUN", "PROPN", "ADJ") else "purpose"
    finite = _finite(sentence, here)
    if has_label(here, "acl") and finite:
        return "clause"  # "the fact that", "fears that"
    return "background" if finite else "gerund"


def _finite(sentence: Sentence, token: Token) -> bool:
    if "VerbForm=Fin" in token.morph:
        return True
    return any("VerbForm=Fin" in child.morph for child in children(sentence, token.i, "aux", "cop"))
