"""What stands by a word itself and changes how it is presented: negation, auxiliaries, adverbs, tense, a condition."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from dragoman.extract.modality.lexicon import ModalityLexicon, PhraseAt, Word
from dragoman.extract.parse.tree import children, has_label
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


_FLAGS = ("negation", "reporting", "attribution", "denial", "conditional")  # kinds told by a flag, not by an effect


class Operators(NamedTuple):
    """What stands by one word. `words` weaken or date it; `tensed`: it has an auxiliary of its own; `subject`: likewise.

    `attributed`: the clause names whose words it gives; `press_conditional`: its mood leaves the claim to others.
    """

    negated: bool
    words: tuple[Word, ...]
    time: Tense | None
    reported: bool
    denied: bool
    supposed: bool
    attributed: bool
    press_conditional: bool
    tensed: bool
    subject: bool
    cues: tuple[Span, ...]


def read_operators(
    sentence: Sentence, token: Token, lexicon: ModalityLexicon, phrases: Sequence[PhraseAt], idiom: Sequence[int] = ()
) -> Operators:
    """Gather the operators of one word; the negation that is part of an `idiom` (its tokens) denies nothing."""
    told = [*_words_by(sentence, token, lexicon, phrases), *_no_arguments(sentence, token, lexicon)]
    found = [item for item in told if not (idiom and item[0].kind == "negation" and _is_part(sentence, item[1], idiom))]
    kinds = {word.kind for word, _ in found}
    time = _time(sentence, token)
    return Operators(
        negated="negation" in kinds,
        words=tuple(word for word, _ in found if word.kind not in _FLAGS),
        time=time,
        attributed=_is_attributed(sentence, token, lexicon, phrases),
        reported="reporting" in kinds,
        denied="denial" in kinds,
        supposed="conditional" in kinds or _depends_on_condition(sentence, token, lexicon, phrases),
        press_conditional=_is_conditional_mood(sentence, token) and not _is_modal(token, lexicon),
        tensed=bool(children(sentence, token.i, "aux", "cop")),
        subject=bool(children(sentence, token.i, "nsubj", "csubj")),
        cues=tuple(span for _, span in found),
    )


def _is_part(sentence: Sentence, span: Span, idiom: Sequence[int]) -> bool:
    """Tell whether a negation belongs to an idiom: one of its words, or the partner of its "ne" ("ne cède pas")."""
    own = [sentence.tokens[index] for index in idiom]
    return any(token.lemma == "ne" or (token.start < span[1] and span[0] < token.end) for token in own)


def _words_by(
    sentence: Sentence, token: Token, lexicon: ModalityLexicon, phrases: Sequence[PhraseAt]
) -> list[tuple[Word, Span]]:
    """Return the rows of the words and phrases that hang on a word, in order of the text."""
    found: list[tuple[Word, Span]] = []
    covered: set[int] = set()
    for first, last, head, phrase in phrases:
        if head == token.i:
            span = (sentence.tokens[first].start, sentence.tokens[last - 1].end)
            found.append((phrase, span))
        covered.update(range(first, last))
    for child in children(sentence, token.i):
        own = None if child.i in covered else operator(child, lexicon)
        if own is not None and own.kind == "negation-ne":
            own = own._replace(kind="negation") if _has_ne(sentence, token) else None
        if own is not None:
            found.append((own, (child.start, child.end)))
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


def _no_arguments(sentence: Sentence, token: Token, lexicon: ModalityLexicon) -> list[tuple[Word, Span]]:
    """Return what in a subject or object denies the verb: "no agreement was signed", "ni Rome ni Paris n'ont signé"."""
    if token.pos not in ("VERB", "AUX"):
        return []
    return [
        (word._replace(kind="negation"), (child.start, child.end))
        for argument in children(sentence, token.i, "nsubj", "obj")
        for child in (*children(sentence, argument.i, "det"), *_joining_words(sentence, argument))
        if (word := operator(child, lexicon)) is not None
        and (word.kind == "negation" or (word.kind == "negation-ne" and _has_ne(sentence, token)))
    ]


def _joining_words(sentence: Sentence, argument: Token) -> list[Token]:
    """Return the words that join the members of a row; those of the first stand by the first or by the next."""
    members = (argument, *children(sentence, argument.i, "conj"))
    return [word for member in members for word in children(sentence, member.i, "cc")]


def _depends_on_condition(
    sentence: Sentence, token: Token, lexicon: ModalityLexicon, phrases: Sequence[PhraseAt]
) -> bool:
    """Tell whether a condition hangs on this word, or the sentence asks whether it is so."""
    if token.head == token.i and sentence.tokens[-1].text == "?":
        return True
    return any(_is_condition(sentence, clause, lexicon, phrases) for clause in children(sentence, token.i, "advcl"))


def _is_condition(
    sentence: Sentence, clause: Token, lexicon: ModalityLexicon, phrases: Sequence[PhraseAt]
) -> bool:
    words = (operator(mark, lexicon) for mark in children(sentence, clause.i, "mark", "advmod"))
    if any(word is not None and word.kind == "conditional" for word in words):
        return True
    return any(head == clause.i and word.kind == "conditional" for _, _, head, word in phrases)


def _finite_verbs(sentence: Sentence, token: Token) -> list[Token]:
    return [each for each in (*children(sentence, token.i, "aux", "cop"), token) if "VerbForm=Fin" in each.morph]


def _is_attributed(
    sentence: Sentence, token: Token, lexicon: ModalityLexicon, phrases: Sequence[PhraseAt]
) -> bool:
    """Tell whether the clause is said to be somebody's: "according to Moscow", "..., a dit le ministre"."""
    if any(head == token.i and word.kind == "attribution" for _, _, head, word in phrases):
        return True
    inserted = children(sentence, token.i, "parataxis")
    return any(word.kind == "reporting" for clause in inserted for word in lexicon.words.get(clause.lemma, ()))


def _is_conditional_mood(sentence: Sentence, token: Token) -> bool:
    """Tell whether the verb stands in the conditional, by which the French press marks what it does not vouch for."""
    return any(is_conditional(verb) for verb in _finite_verbs(sentence, token))


_IMPERFECT = ("ais", "ait", "ions", "iez", "aient")


def is_conditional(verb: Token) -> bool:
    """Tell whether a finite verb stands in the conditional, also where the model takes it for an imperfect.

    French forms both with the same endings, the conditional after an "r": "rendrait". An imperfect ends so only where the
    stem does: "retirait" of "retirer".
    """
    if "Mood=Cnd" in verb.morph:
        return True
    ending = next((each for each in _IMPERFECT if verb.text.lower().endswith(each)), None)
    if "Tense=Imp" not in verb.morph or ending is None:
        return False
    stem = verb.text.lower().removesuffix(ending)
    return stem.endswith("r") and stem != verb.lemma[:-2]


def _is_modal(token: Token, lexicon: ModalityLexicon) -> bool:
    """Tell whether a verb is itself one of wish or duty, whose conditional is mere politeness."""
    return any(word.kind in ("modal", "volitional", "hedge") for word in lexicon.words.get(token.lemma, ()))


def _time(sentence: Sentence, token: Token) -> Tense | None:
    """Return the time that the verb's own form tells."""
    finite = _finite_verbs(sentence, token)
    morph = finite[0].morph if finite else ""
    if finite and is_conditional(finite[0]):
        return "past" if finite[0] is not token and not has_label(finite[0], "aux:pass", "cop") else None
    if not finite and (told := _time_of_infinitive(sentence, token)) is not None:
        return told
    if "Tense=Fut" in morph:
        return "future"
    if "Tense=Past" in morph or "Tense=Imp" in morph:
        return "past"
    if "Tense=Pres" not in morph:
        return "past" if "Tense=Past" in token.morph and token.dep == "root" else None
    return "past" if _is_perfect(sentence, token, finite[0]) else "present"


def _is_headline_future(sentence: Sentence, token: Token) -> bool:
    """Tell whether an infinitive with "to" leads its sentence, as in headlines: "France to send jets"."""
    top = sentence.tokens[token.head] if token.dep == "conj" else token
    return top.dep == "root" and _has_to(sentence, top) and bool(children(sentence, top.i, "nsubj"))


def _has_to(sentence: Sentence, token: Token) -> bool:
    """Tell whether a verb stands in the infinitive with "to"."""
    return any(mark.text.lower() == "to" for mark in children(sentence, token.i, "mark"))


_HAVE = ("have", "avoir", "être")


def _time_of_infinitive(sentence: Sentence, token: Token) -> Tense | None:
    """Return the time that a form without a finite verb tells by itself."""
    if _is_past_infinitive(sentence, token):
        return "past"
    return "future" if _is_headline_future(sentence, token) else None


def _is_past_infinitive(sentence: Sentence, token: Token) -> bool:
    """Tell whether a verb stands in the perfect infinitive or gerund: "to have signed", "having signed", "avoir signé"."""
    auxiliaries = [each for each in children(sentence, token.i, "aux") if "VerbForm=Fin" not in each.morph]
    modal = any("VerbForm=Fin" in each.morph for each in children(sentence, token.i, "aux"))
    return not modal and any(each.lemma in _HAVE for each in auxiliaries) and token.pos in ("VERB", "AUX")


def _is_perfect(sentence: Sentence, token: Token, finite: Token) -> bool:
    """Tell whether a present auxiliary makes a perfect: "has signed", "has been signed", "a signé", "est arrivé".

    French "être" with a participle may also be a passive in the present ("est signé"); the parser cannot tell, and news
    mostly means what is done.
    """
    if finite is token or "Aspect=Prog" in token.morph:
        return False
    if finite.dep == "aux:tense":
        return True
    auxiliaries = children(sentence, token.i, "aux")
    if len(auxiliaries) > 1 and any("Tense=Past" in each.morph for each in auxiliaries):
        return True
    passive = has_label(finite, "aux:pass", "cop") and finite.lemma != "être"
    return "Tense=Past" in token.morph and not passive
