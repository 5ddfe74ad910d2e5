"""What stands by a word itself and changes how it is presented: negation, auxiliaries, adverbs, tense, a condition."""

from __future__ import annotations

from typing import NamedTuple

from dragoman.extract.modality_lexicon import ModalityLexicon, Word
from dragoman.extract.tree import children, has_label
from dragoman.records import Sentence, Span, Tense, Token

# The relations in which a word of each part of speech can stand to the word that it changes.
_PLACES = {
    "ADV": ("advmod", "cc", "dep"),
    "ADJ": ("amod",),
    "VERB": ("amod", "acl"),
    "DET": ("det",),
    "PRON": ("nsubj", "obj", "nsubj:pass"),
    "ADP": ("case", "mark"),
    "SCONJ": ("mark", "advmod"),
    "CCONJ": ("cc",),
    "AUX": ("aux",),
}


class Operators(NamedTuple):
    """What stands by one word. `words` weaken or date it; `tensed`: it has an auxiliary of its own; `subject`: likewise."""

    negated: bool
    words: tuple[Word, ...]
    time: Tense | None
    reported: bool
    denied: bool
    supposed: bool
    press_conditional: bool
    tensed: bool
    subject: bool
    cues: tuple[Span, ...]


def read_operators(sentence: Sentence, token: Token, lexicon: ModalityLexicon) -> Operators:
    """Gather the operators of one word."""
    found = _words_by(sentence, token, lexicon)
    kinds = {word.kind for word, _ in found}
    time = _time(sentence, token)
    return Operators(
        negated="negation" in kinds or _no_argument(sentence, token, lexicon),
        words=tuple(word for word, _ in found if word.kind not in ("negation", "reporting", "denial", "conditional")),
        time=time,
        reported="reporting" in kinds,
        denied="denial" in kinds,
        supposed="conditional" in kinds or _depends_on_condition(sentence, token, lexicon),
        press_conditional=_is_conditional_mood(sentence, token) and not _is_modal(token, lexicon),
        tensed=bool(children(sentence, token.i, "aux", "cop")),
        subject=bool(children(sentence, token.i, "nsubj", "csubj")),
        cues=tuple(span for _, span in found),
    )


def _words_by(sentence: Sentence, token: Token, lexicon: ModalityLexicon) -> list[tuple[Word, Span]]:
    """Return the rows of the words and phrases that hang on a word, in order of the text."""
    found, covered = [], set()
    for first, last, head, word in lexicon.phrases_in(sentence):
        if head == token.i:
            span = (sentence.tokens[first].start, sentence.tokens[last - 1].end)
            found.append((word, span))
        covered.update(range(first, last))
    for child in children(sentence, token.i):
        word = None if child.i in covered else operator(child, lexicon)
        if word is not None and word.kind == "negation-ne":
            word = word._replace(kind="negation") if _has_ne(sentence, token) else None
        if word is not None:
            found.append((word, (child.start, child.end)))
    return [(word, span) for word, span in found if word.kind != "neutral"]


def operator(token: Token, lexicon: ModalityLexicon) -> Word | None:
    """Return the row of a word that changes its head, if it stands where such a word does."""
    for form in (token.lemma, token.text.lower()):
        for word in lexicon.words.get(form, ()):
            if "head" in word.slots and has_label(token, *_PLACES.get(word.pos, ())):
                return word
    return None


def _has_ne(sentence: Sentence, token: Token) -> bool:
    governor = sentence.tokens[token.head]
    return any(child.lemma == "ne" for each in (token, governor) for child in children(sentence, each.i, "advmod"))


def _no_argument(sentence: Sentence, token: Token, lexicon: ModalityLexicon) -> bool:
    """Tell whether a subject or object with "no" denies the verb: "no agreement was signed"."""
    if token.pos not in ("VERB", "AUX"):
        return False
    for argument in children(sentence, token.i, "nsubj", "obj"):
        for child in children(sentence, argument.i, "det"):
            word = operator(child, lexicon)
            if word is not None and word.kind == "negation":
                return True
    return False


def _depends_on_condition(sentence: Sentence, token: Token, lexicon: ModalityLexicon) -> bool:
    """Tell whether a condition hangs on this word, or the sentence asks whether it is so."""
    if token.head == token.i and sentence.tokens[-1].text == "?":
        return True
    return any(_is_condition(sentence, clause, lexicon) for clause in children(sentence, token.i, "advcl"))


def _is_condition(sentence: Sentence, clause: Token, lexicon: ModalityLexicon) -> bool:
    words = (operator(mark, lexicon) for mark in children(sentence, clause.i, "mark", "advmod"))
    if any(word is not None and word.kind == "conditional" for word in words):
        return True
    return any(head == clause.i and word.kind == "conditional" for _, _, head, word in lexicon.phrases_in(sentence))


def _finite_verbs(sentence: Sentence, token: Token) -> list[Token]:
    return [each for each in (*children(sentence, token.i, "aux", "cop"), token) if "VerbForm=Fin" in each.morph]


def _is_conditional_mood(sentence: Sentence, token: Token) -> bool:
    """Tell whether the verb stands in the conditional, by which the French press marks what it does not vouch for."""
    return any("Mood=Cnd" in verb.morph for verb in _finite_verbs(sentence, token))


def _is_modal(token: Token, lexicon: ModalityLexicon) -> bool:
    """Tell whether a verb is itself one of wish or duty, whose conditional is mere politeness."""
    return any(word.kind in ("modal", "volitional", "hedge") for word in lexicon.words.get(token.lemma, ()))


def _time(sentence: Sentence, token: Token) -> Tense | None:
    """Return the time that the verb's own form tells."""
    finite = _finite_verbs(sentence, token)
    morph = finite[0].morph if finite else ""
    if "Tense=Fut" in morph:
        return "future"
    if "Tense=Past" in morph or "Tense=Imp" in morph:
        return "past"
    if "Tense=Pres" not in morph:
        return "past" if "Tense=Past" in token.morph and token.dep == "root" else None
    return "past" if _is_perfect(sentence, token, finite[0]) else "present"


def _is_perfect(sentence: Sentence, token: Token, finite: Token) -> bool:
    """Tell whether a present auxiliary makes a perfect: "has signed", "has been signed", "a signé", "est arrivé".

    French "être" with a participle may also be a passive in the present ("est signé"); the parser cannot tell, and news
    mostly means what is done.
    """
    if finite is token:
        return False
    auxiliaries = children(sentence, token.i, "aux")
    if len(auxiliaries) > 1 and any("Tense=Past" in each.morph for each in auxiliaries):
        return True
    passive = has_label(finite, "aux:pass", "cop") and finite.lemma != "être"
    return "Tense=Past" in token.morph and not passive
