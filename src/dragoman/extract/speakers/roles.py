"""Who "the mayor" or "the diplomat" is: whoever was last quoted, named or introduced with that noun."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from dragoman.extract.attribution.cues import CueTable
from dragoman.extract.names.name_table import NameTable
from dragoman.extract.parse.nominals import is_bare, is_definite, lemmas_of
from dragoman.extract.parse.tree import children, has_label
from dragoman.extract.speakers.memory import RECENT, Memory, Speaker
from dragoman.extract.speakers.naming import NamedSources
from dragoman.records import Sentence, Token

SINGLE = ("persons", "participants")  # classes of nouns that name one person
_NEAR = 2  # sentences in which a colleague is taken up by the word for the profession
_REACH = 30  # sentences in which somebody introduced by a description is taken up by its noun


class Roles:
    """The nouns of one document that say what a person is, by lemma; built once."""

    def __init__(self, sentences: Sequence[Sentence], names: NameTable, said: NamedSources, table: CueTable) -> None:
        self.sentences, self.names, self.said = sentences, names, said
        self._table = table
        self._colleagues = tuple(word for word in table.marks if table.is_marked(word, "colleague"))
        self.starts = [sentence.start for sentence in sentences]
        self.nouns: dict[str, list[tuple[int, Token]]] = {}
        for sentence in sentences:
            for token in sentence.tokens:
                if token.pos == "NOUN" and table.sources.get(token.lemma) in SINGLE and "Number=Plur" not in token.morph:
                    self.nouns.setdefault(token.lemma, []).append((sentence.index, token))

    def latest(self, sentence: Sentence, token: Token, memory: Memory) -> Speaker | None:
        """Return the last person quoted, named or introduced with a noun before a word, or None."""
        steps = (
            self._heard_as(token, memory), self._named_as(sentence, token), self._introduced(sentence, token),
            self._colleague(sentence, token),
        )  # fmt: skip
        found = [each for each in steps if each is not None]
        return max(found, key=lambda each: each[0])[1] if found else None

    @staticmethod
    def _heard_as(token: Token, memory: Memory) -> tuple[int, Speaker] | None:
        """Return the last of those quoted whose description has a word, with the sentence of the quote."""
        recent = reversed(memory.spoken[-RECENT:])
        return next(((n, s) for n, s in recent if s.kind in ("person", "unnamed") and token.lemma in s.words), None)

    def _named_as(self, sentence: Sentence, token: Token) -> tuple[int, Speaker] | None:
        """Return the last person named whom the text describes with a word."""
        person = self.names.last_with(token.lemma, sentence.start)
        if person is None:
            return None
        number = bisect_right(self.starts, person.start) - 1
        return number, self.said.of_actor(person.actor, lemmas_of(sentence, token))

    def _colleague(self, sentence: Sentence, token: Token) -> tuple[int, Speaker] | None:
        """`Her colleague Bo Hansen is less worried. The expert believes`: a colleague is what the one before him is."""
        if not self._table.is_marked(token.lemma, "anyone"):
            return None
        named = (self.names.last_with(word, sentence.start) for word in self._colleagues)
        last = max((person for person in named if person is not None), key=lambda person: person.start, default=None)
        number = bisect_right(self.starts, last.start) - 1 if last is not None else 0
        near = last is not None and 0 < sentence.index - number <= _NEAR
        return (number, self.said.of_actor(last.actor, lemmas_of(sentence, token))) if last is not None and near else None

    def just_named(self, sentence: Sentence, token: Token) -> Speaker | None:
        """`She accused Prince X. The former crown prince denied it`: whom the sentence before names with that noun."""
        found = self._named_as(sentence, token)
        return found[1] if found is not None and 0 <= sentence.index - found[0] <= 1 else None

    def _introduced(self, sentence: Sentence, token: Token) -> tuple[int, Speaker] | None:
        """Return somebody without a name whom an earlier phrase introduced with a word ("a Western diplomat disagreed")."""
        for number, noun in reversed(self.nouns.get(token.lemma, ())):
            other = self.sentences[number]
            if noun.start >= token.start or sentence.index - number > _REACH or _is_sworn_in(other, noun):
                continue
            bare = is_definite(other, noun) and is_bare(other, noun)
            if not bare and not has_label(noun, "compound", "appos", "nmod:poss") and self.names.person_in(other, noun) is None:
                return number, self.said.unnamed(other, noun)
        return None


def _is_sworn_in(sentence: Sentence, noun: Token) -> bool:
    """`Ann Lee was sworn in as president`: a noun behind "as" tells what somebody else becomes and names nobody."""
    return any(t.text.lower() in ("as", "comme") for t in children(sentence, noun.i, "case", "mark"))
