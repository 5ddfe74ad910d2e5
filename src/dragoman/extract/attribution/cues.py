"""Cue words: the verbs, nouns, adjectives and phrases that introduce what somebody says, thinks or wants."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from dragoman.extract.parse.tree import children
from dragoman.kit import Kit
from dragoman.languages.rows import CueRow
from dragoman.records import Sentence, Token

_POS = {"VERB": "VERB", "AUX": "VERB", "NOUN": "NOUN", "PROPN": "NOUN", "ADJ": "ADJ"}
_GENERAL = frozenset({"clause", "quote"})  # what a cue without named contexts takes
_PARTS = ("obj", "obl", "xcomp", "ccomp", "advmod", "compound", "fixed", "iobj", "dep")  # how a second word hangs on its verb


@dataclass(frozen=True, slots=True)
class Cue:
    """A cue word of one language: a row for each reading, in the order of the table; `frames` of all of them."""

    rows: tuple[tuple[CueRow, frozenset[str]], ...]

    def row_for(self, frame: str) -> CueRow | None:
        """Return the first reading that takes a frame, or None."""
        return next((row for row, frames in self.rows if frame in frames), None)

    def reading(self, *groups: str) -> CueRow | None:
        """Return the first reading of one of some groups, or None."""
        return next((row for row, _ in self.rows if row.group in groups), None)

    def prepositions(self) -> frozenset[str]:
        """Return the prepositions under which this cue has its content."""
        return frozenset(
            frame.removeprefix("prep:") for _, frames in self.rows for frame in frames if frame.startswith("prep:")
        )


@dataclass(frozen=True, slots=True)
class CueTable:
    """The cues of one language: words by lemma and part of speech, phrases by their first word, the longest first.

    `pairs` are cues of two words by the lemma of the verb: "faire savoir", "rule out", "rendre hommage".
    `sources` gives the class of a noun that names a source without naming anybody: document, organisation, participants,
    countries; `documents` are those of the first class. `marks` are what else is told of such nouns (`CueRow`),
    `veils` the forms with which a source asks not to be named ("speaking on condition of anonymity").
    """

    words: dict[tuple[str, str], Cue]
    pairs: dict[str, dict[str, Cue]]
    phrases: dict[str, tuple[tuple[tuple[str, ...], CueRow], ...]]
    possessives: dict[str, CueRow]
    documents: frozenset[str]
    sources: dict[str, str]
    marks: dict[str, frozenset[str]]
    veils: frozenset[str]

    def is_marked(self, lemma: str, mark: str) -> bool:
        """Tell whether a noun for a source has one of SOURCE_MARKS: `anyone` ("the expert"), `company`, `fighter` ..."""
        return mark in self.marks.get(lemma, ())

    def cue(self, token: Token) -> Cue | None:
        """Return the cue that a token is, or None."""
        pos = _POS.get(token.pos)
        found = None if pos is None else self.words.get((token.lemma, pos))
        if found is None and token.pos == "VERB" and "VerbForm=Part" in token.morph:  # "disposée à", "determined to"
            word = token.text.lower()
            found = self.words.get((word, "ADJ")) or self.words.get((word.removesuffix("s").removesuffix("e"), "ADJ"))
        return found

    def cue_in(self, sentence: Sentence, token: Token) -> tuple[Cue, Token] | None:
        """Return the cue that a token is, alone or with a second word, and the word on which its content hangs, or None."""
        for child in children(sentence, token.i, *_PARTS) if token.lemma in self.pairs and token.pos in _POS else ():
            pair = self.pairs[token.lemma].get(child.lemma)
            if pair is not None and child.i > token.i:
                return pair, child
        helper = sentence.tokens[token.i - 1] if token.i else token
        if helper.head == token.i and token.pos == "VERB" and helper.lemma in self.pairs:  # "a fait observer"
            pair = self.pairs[helper.lemma].get(token.lemma)
            if pair is not None:
                return pair, token
        cue = self.cue(token)
        return (cue, token) if cue is not None else None


def make_cue_table(kit: Kit, code: str) -> CueTable:
    """Build the cue table of a language; ask for it through `kit.compiled`."""
    words: dict[tuple[str, str], list[tuple[CueRow, frozenset[str]]]] = defaultdict(list)
    pairs: dict[str, dict[str, list[tuple[CueRow, frozenset[str]]]]] = defaultdict(lambda: defaultdict(list))
    phrases: list[tuple[tuple[str, ...], CueRow]] = []
    possessives: dict[str, CueRow] = {}
    sources: dict[str, str] = {}
    marks: dict[str, frozenset[str]] = {}
    veils: set[str] = set()
    for row in kit.languages[code].rows("cues", CueRow):
        frames = frozenset(row.needs.split("|")) if row.needs else _GENERAL
        if row.pos == "SOURCE":
            if row.group != "-":
                sources[row.lemma] = row.group
            if row.needs:
                marks[row.lemma] = frames
        elif row.pos == "VEIL":
            veils.add(row.lemma)
        elif row.pos == "VERB" and " " in row.lemma:
            verb, _, second = row.lemma.partition(" ")
            pairs[verb][second].append((row, frames))
        elif row.pos != "PHRASE":
            words[row.lemma, row.pos].append((row, frames))
        elif "in-possessive" in frames:
            possessives[row.lemma] = row
        elif "source-after" in frames:
            phrases.append((_parts_of(row.lemma), row))
    phrases.sort(key=lambda entry: (-len(entry[0]), entry[0]))
    by_word: dict[str, list[tuple[tuple[str, ...], CueRow]]] = defaultdict(list)
    for phrase, row in phrases:
        by_word[phrase[0]].append((phrase, row))
    opening = {word: tuple(rows) for word, rows in by_word.items()}
    documents = frozenset(lemma for lemma, group in sources.items() if group == "document")
    cues = {key: Cue(tuple(rows)) for key, rows in words.items()}
    double = {verb: {word: Cue(tuple(rows)) for word, rows in found.items()} for verb, found in pairs.items()}
    return CueTable(cues, double, opening, possessives, documents, sources, marks, frozenset(veils))


def phrases_in(sentence: Sentence, table: CueTable) -> Iterator[tuple[int, int, CueRow]]:
    """Yield the cue phrases of a sentence ("according to") as first token, token behind the last, row."""
    behind = -1
    for first, token in enumerate(sentence.tokens):
        if first < behind:
            continue
        for phrase, row in table.phrases.get(_parts_of(token.text)[0], ()):
            last = _match(sentence, first, phrase)
            if last is not None:
                yield first, last, row
                behind = last
                break


def _match(sentence: Sentence, first: int, phrase: tuple[str, ...]) -> int | None:
    """Return the token behind a phrase that starts at a token, or None. A token may hold several words."""
    position, place = first, 0
    while place < len(phrase):
        here = _parts_of(sentence.tokens[position].text) if position < len(sentence.tokens) else ()
        if not here or phrase[place : place + len(here)] != here:
            return None
        place += len(here)
        position += 1
    return position


def _parts_of(text: str) -> tuple[str, ...]:
    """Return the words that a token or phrase holds, in small letters and split at elisions."""
    word = text.lower()
    if word.isalpha():
        return (word,)
    return tuple(part for piece in word.replace("’", "'").split() for part in _parts(piece)) or (word,)


def _parts(word: str) -> list[str]:
    """Split a French elision as the model's tokens do: `d'après` is `d'` and `après`."""
    head, apostrophe, tail = word.partition("'")
    return [head + apostrophe, *([tail] if tail else [])] if apostrophe else [word]
