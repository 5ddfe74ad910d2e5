"""What body "the charity" or "the company" is: the one that the text names beside that noun ("Clean Rivers, a charity")."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.extract.attribution.cues import CueTable
from dragoman.extract.parse.tree import children, has_label
from dragoman.extract.speakers.memory import Speaker
from dragoman.extract.speakers.naming import NamedSources
from dragoman.records import Sentence, Token


class Bodies:
    """The nouns of one document beside which a body is named, by lemma; built once."""

    def __init__(self, sentences: Sequence[Sentence], said: NamedSources, table: CueTable) -> None:
        self._said = said
        self._nouns: dict[str, list[tuple[Sentence, Token, Token]]] = {}
        for sentence in sentences:
            for noun in sentence.tokens:
                if noun.pos != "NOUN" or table.sources.get(noun.lemma) != "organisation" or "Number=Plur" in noun.morph:
                    continue
                name = _beside(sentence, noun)
                if name is not None:
                    self._nouns.setdefault(noun.lemma, []).append((sentence, noun, name))

    def named_so(self, token: Token) -> Speaker | None:
        """Return the body last named beside a noun before a word, or None."""
        for sentence, noun, name in reversed(self._nouns.get(token.lemma, ())):
            if max(noun.start, name.start) < token.start:
                return self._said.named(sentence, name) or self._said.by_name(sentence, name)
        return None


def _beside(sentence: Sentence, noun: Token) -> Token | None:
    """Return the head of the name to which a noun stands in apposition, or that stands in apposition to it."""
    above = sentence.tokens[noun.head]
    if has_label(noun, "appos") and above.pos == "PROPN":
        return above
    behind = (t for t in children(sentence, noun.i, "appos", "flat") if t.pos == "PROPN" and t.i > noun.i)
    return next(behind, None)
