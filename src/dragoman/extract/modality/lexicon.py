"""The words of `modality.csv`, compiled for look-up: what each passes to the words that it governs."""

from __future__ import annotations

from collections import defaultdict
from typing import NamedTuple

import msgspec

from dragoman.extract.parse.tree import has_label
from dragoman.kit import Kit
from dragoman.languages.rows import ModalityRow
from dragoman.records import Certainty, Sentence, Tense

# Weakest first: a chain is as sure as its weakest link.
CERTAINTIES: tuple[Certainty, ...] = ("underspecified", "possible", "probable", "certain")

_CLAUSAL = frozenset({"clause", "infinitive", "object"})
_USUAL_SLOTS = {
    "VERB": _CLAUSAL,
    "NOUN": frozenset({"clause", "infinitive", "nominal"}),
    "ADJ": frozenset({"clause", "infinitive", "subject", "head"}),
}
_HEAD = frozenset({"head"})


class Effect(NamedTuple):
    """What a word passes on; an empty part changes nothing. `certainty` is an index into CERTAINTIES."""

    polarity: str
    certainty: int | None
    time: Tense | None


class Word(NamedTuple):
    """One row, compiled."""

    kind: str
    pos: str
    positive: Effect
    negative: Effect
    slots: frozenset[str]


PhraseAt = tuple[int, int, int, Word]


class ModalityLexicon(msgspec.Struct, frozen=True):
    """All rows of one language: `words` by form, `phrases` by first word (the longest first), each as its words in order."""

    words: dict[str, tuple[Word, ...]]
    phrases: dict[str, tuple[tuple[tuple[str, ...], Word], ...]]

    def phrases_in(self, sentence: Sentence) -> list[PhraseAt]:
        """Return the fixed phrases of a sentence: first token, end, the token that the phrase hangs on, and its row."""
        found = []
        texts = tuple([token.text.lower() for token in sentence.tokens])
        for first, text in enumerate(texts):
            for words, word in self.phrases.get(text, ()):
                end = first + len(words)
                if texts[first:end] == words:
                    found.append((first, end, _outer_head(sentence, first, end), word))
                    break
        return found


def _outer_head(sentence: Sentence, first: int, end: int) -> int:
    """Return the token that a phrase changes.

    That is what its marks stand by where it introduces words ("instead of signing"), else what it hangs on as a whole.
    """
    last = sentence.tokens[end - 1]
    if has_label(last, "case", "mark") and last.head >= end:
        noun = sentence.tokens[last.head]
        if has_label(noun, "advcl", "acl", "xcomp", "ccomp", "root"):
            return last.head
        if not first <= noun.head < end:
            return noun.head
    heads = [sentence.tokens[index].head for index in range(first, end)]
    root = next((index for index, head in zip(range(first, end), heads, strict=True) if head == index), first)
    return next((head for head in heads if not first <= head < end), root)


def modality_lexicon(kit: Kit, language: str) -> ModalityLexicon:
    """Compile the table of one language (for `Kit.compiled`)."""
    words: dict[str, list[Word]] = defaultdict(list)
    phrases: dict[str, list[tuple[tuple[str, ...], Word]]] = defaultdict(list)
    for row in kit.languages[language].rows("modality", ModalityRow):
        word = _compile(row)
        if row.pos == "PHRASE":
            parts = tuple(row.form.split())
            phrases[parts[0]].append((parts, word))
        else:
            words[row.form].append(word)
    longest_first = {
        first: tuple(sorted(found, key=lambda entry: -len(entry[0]))) for first, found in phrases.items()
    }
    return ModalityLexicon(words={form: tuple(found) for form, found in words.items()}, phrases=longest_first)


def _compile(row: ModalityRow) -> Word:
    slots = frozenset(row.slots.split("|")) if row.slots else _USUAL_SLOTS.get(row.pos, _HEAD)
    return Word(row.kind, row.pos, _effect(row.positive), _effect(row.negative or row.positive), slots)


_TIMES: dict[str, Tense] = {"past": "past", "present": "present", "future": "future"}


def _effect(cell: str) -> Effect:
    polarity, certainty, time = [*cell.split("/"), "", "", ""][:3]
    return Effect(polarity, CERTAINTIES.index(certainty) if certainty else None, _TIMES.get(time))
