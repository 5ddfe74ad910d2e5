"""The walk from the root of a sentence down to one word, gathering what every word on the way passes on."""

from __future__ import annotations

from itertools import pairwise
from typing import NamedTuple

from dragoman.extract.modality_lexicon import Effect, ModalityLexicon, Word
from dragoman.extract.modality_operators import Operators, read_operators
from dragoman.extract.tree import children, has_label
from dragoman.records import Sentence, Span, Tense, Token

CERTAIN = 3


class View(NamedTuple):
    """How things stand at one point of the walk. `certainty` is an index into CERTAINTIES; `time` is "" while unknown.

    `reported`: somebody else says so; `denied`: somebody disputes it; `supposed`: it holds only if, or only in question.
    """

    affirmed: bool = True
    certainty: int = CERTAIN
    time: Tense | None = None
    reported: bool = False
    denied: bool = False
    supposed: bool = False
    progressive: bool = False
    cues: tuple[Span, ...] = ()


def walk(sentence: Sentence, trigger: int, lexicon: ModalityLexicon, inside_report: bool) -> View:
    """Return how the event at a token stands, from the root down."""
    path = _path(sentence, trigger)
    outer = View()
    operators = read_operators(sentence, path[0], lexicon)
    view = apply_operators(outer, operators)
    for above, here in pairwise(path):
        own = read_operators(sentence, here, lexicon)
        if here.dep == "conj":
            base = apply_operators(outer, operators) if _shares(above, here, own) else outer
        else:
            base = outer = _pass_down(sentence, view, above, here, lexicon, inside_report)
        operators, view = own, apply_operators(base, own)
    return view


def _path(sentence: Sentence, trigger: int) -> list[Token]:
    token = sentence.tokens[trigger]
    path = [token]
    while token.head != token.i:
        token = sentence.tokens[token.head]
        path.append(token)
    return path[::-1]


def _shares(first: Token, second: Token, own: Operators) -> bool:
    """Tell whether a coordinated word stands under the auxiliaries and the negation of the first."""
    if first.pos not in ("VERB", "AUX"):
        return not own.tensed
    same_form = ("VerbForm=Fin" in first.morph) == ("VerbForm=Fin" in second.morph)
    return same_form and not own.tensed and not own.subject


def apply_operators(view: View, operators: Operators) -> View:
    """Apply what stands by the word itself: negation, modals, adverbs, tense, conditions."""
    affirmed = view.affirmed != operators.negated
    certainty, time = view.certainty, operators.time or view.time
    for word in operators.words:
        effect = word.negative if operators.negated else word.positive
        certainty = _weaker(certainty, effect)
        time = _tense(effect) or time
    return view._replace(
        affirmed=affirmed,
        certainty=certainty,
        time=time,
        reported=view.reported or operators.reported,
        denied=view.denied or operators.denied,
        supposed=view.supposed or operators.supposed,
        progressive=operators.progressive,
        cues=view.cues + operators.cues,
    )


def _pass_down(
    sentence: Sentence, view: View, above: Token, here: Token, lexicon: ModalityLexicon, inside_report: bool
) -> View:
    """Return the view that a word hands to one of its dependents."""
    slot = slot_of(sentence, above, here)
    word, cues = governing_word(sentence, above, here, slot, lexicon)
    if word is not None:
        return _embed(view, word, cues, inside_report)
    if slot == "conditional":
        return _fresh(view)._replace(supposed=True, time=None)
    if slot == "purpose":
        return view._replace(certainty=min(view.certainty, 2), time="future")
    if slot == "background":
        return _fresh(view)
    if slot == "opposed":
        return view._replace(affirmed=False)
    return view


def _fresh(view: View) -> View:
    """A clause or a definite noun that its surroundings take for granted: only who says so still holds."""
    return View(reported=view.reported, cues=view.cues)


def _embed(view: View, word: Word, cues: tuple[Span, ...], inside_report: bool) -> View:
    effect = word.positive if view.affirmed else word.negative
    reporting = word.kind in ("reporting", "denial")
    if reporting and inside_report:
        return View(cues=view.cues)
    if word.kind == "factive":
        return View(reported=view.reported, cues=view.cues)
    affirmed = view.affirmed if effect.polarity in ("", "=") else effect.polarity == "+"
    return view._replace(
        affirmed=affirmed,
        certainty=view.certainty if reporting else _weaker(view.certainty, effect),
        time=_tense(effect) or (None if reporting else view.time),
        reported=view.reported or reporting,
        denied=view.denied or (word.kind == "denial" and view.affirmed),
        cues=view.cues + cues,
    )


def _weaker(certainty: int, effect: Effect) -> int:
    return certainty if effect.certainty is None else min(certainty, effect.certainty)


def _tense(effect: Effect) -> Tense | None:
    if effect.time == "future":
        return "future"
    if effect.time == "past":
        return "past"
    return "present" if effect.time == "present" else None


def governing_word(
    sentence: Sentence, above: Token, here: Token, slot: str, lexicon: ModalityLexicon
) -> tuple[Word | None, tuple[Span, ...]]:
    """Return the row by which one word governs another in this slot, and the words that it consists of."""
    for form, parts in _forms(sentence, above, here):
        for word in lexicon.words.get(form, ()):
            if slot in word.slots and _fits(word.pos, above.pos):
                return word, tuple((part.start, part.end) for part in parts)
    return None, ()


def _fits(wanted: str, pos: str) -> bool:
    return wanted == pos or {wanted, pos} <= {"VERB", "AUX"} or {wanted, pos} <= {"NOUN", "PROPN"}


def _forms(sentence: Sentence, above: Token, here: Token) -> list[tuple[str, tuple[Token, ...]]]:
    """The forms by which a word may stand in the table: with its particle, with the preposition before its dependent, alone."""
    forms = []
    for child in children(sentence, above.i, "compound:prt"):
        forms.append((f"{above.lemma} {child.text.lower()}", (above, child)))
    for child in children(sentence, here.i, "case", "mark"):
        forms.append((f"{above.lemma} {child.text.lower()}", (above, child)))
    forms.append((above.lemma, (above,)))
    return forms


_PLAIN_SLOTS = {
    "obj": "object", "iobj": "object", "nsubj:pass": "object", "obl": "object", "nsubj": "subject",
    "nmod": "nominal", "compound": "nominal", "parataxis": "background", "appos": "background",
}  # fmt: skip


def slot_of(sentence: Sentence, above: Token, here: Token) -> str:
    """Name the place of a word under another: clause, infinitive, object, subject, nominal, conditional, purpose ..."""
    if has_label(here, "ccomp", "csubj"):
        return "clause" if _finite(sentence, here) else "infinitive"
    if has_label(here, "xcomp"):
        return "infinitive" if here.pos in ("VERB", "AUX") else "object"
    if has_label(here, "advcl", "acl"):
        return _clause_slot(sentence, above, here)
    return _PLAIN_SLOTS.get(here.dep) or _PLAIN_SLOTS.get(here.dep.partition(":")[0], "other")


def _clause_slot(sentence: Sentence, above: Token, here: Token) -> str:
    marks = [child.text.lower() for child in children(sentence, here.i, "mark", "case")]
    if any(mark in ("if", "unless", "si", "s'") for mark in marks):
        return "conditional"
    if any(mark in ("without", "sans") for mark in marks):
        return "opposed"
    if has_label(here, "acl:relcl"):
        return "background"
    if "VerbForm=Inf" in here.morph:
        return "infinitive" if above.pos in ("NOUN", "PROPN", "ADJ") else "purpose"
    return "background"


def _finite(sentence: Sentence, token: Token) -> bool:
    if "VerbForm=Fin" in token.morph:
        return True
    return any("VerbForm=Fin" in child.morph for child in children(sentence, token.i, "aux", "cop"))
