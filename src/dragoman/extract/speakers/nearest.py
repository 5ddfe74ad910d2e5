"""Words that choose among those just named: "the former", "the latter", "celui-ci", "ces derniers", "l'intéressé".

A pronoun takes up whoever the text is about; these words exist to say that it is not he. "The former" and "the latter" choose
between two named together; "celui-ci" and "ce dernier" are the last one named before them, of their number and gender; who is
concerned ("l'intéressé") is the person last named.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from dragoman.extract.names.forms import fold
from dragoman.extract.names.lookup import Lookup
from dragoman.extract.names.name_table import NameTable
from dragoman.extract.parse.nominals import is_plural
from dragoman.extract.parse.tree import children
from dragoman.extract.speakers.antecedents import gender_of, named_in
from dragoman.extract.speakers.memory import Speaker
from dragoman.extract.speakers.naming import NamedSources
from dragoman.records import Sentence, Token

_FIRST = frozenset(("former", "premier", "première"))
_SECOND = frozenset(("latter", "second", "seconde", "deuxième"))
_LAST = frozenset(("dernier", "dernière"))
_LASTS = frozenset(("derniers", "dernières"))
_THIS = frozenset(("ce", "cet", "cette", "ces"))
_THE = frozenset(("the", "le", "la", "l'", "l’", *_THIS))
_NEAR = frozenset(("celui", "celle", "celui-ci", "celle-ci"))
_NEARS = frozenset(("ceux", "celles", "ceux-ci", "celles-ci"))
_CONCERNED = frozenset(("intéressé", "intéressée"))
_BACK = 3  # sentences
_PERSONAL = frozenset(("person", "unnamed"))

Named = list[tuple[Sentence, Token, Speaker]]


class Nearest:
    """Those named in one document, in the order of the text, for the words that choose among the last of them."""

    def __init__(
        self, sentences: Sequence[Sentence], said: NamedSources, names: NameTable, lookup: Lookup, women: frozenset[str]
    ) -> None:
        """`women` are the given names of women, folded."""
        self.sentences, self.said, self.names, self.lookup, self.women = sentences, said, names, lookup, women
        self.table = said.table

    def chosen(
        self, sentence: Sentence, token: Token, read: Callable[[Sentence, int, bool], Speaker]
    ) -> Speaker | None:
        """Return whom a choosing word stands for; None for other words, and where nobody fits. `read` reads a noun phrase."""
        word = token.text.lower()
        alone = not children(sentence, token.i, "nmod", "amod", "flat", "appos", "acl")
        determiners = {sentence.tokens[token.i - 1].text.lower()} if token.i else set()
        if word in _FIRST | _SECOND and alone and determiners & _THE:
            pair = self._pair(sentence, token)
            if pair:
                return pair[0 if word in _FIRST else 1]
            return self._nearest(sentence, token, word) if word == "latter" else None
        if word in _CONCERNED and alone and determiners & _THE:
            return self._nearest(sentence, token, word, persons=True)
        if (word in _LAST and determiners & (_THIS | {"le", "la"}) and alone) or (word in _NEAR and _this(sentence, token)):
            return self._nearest(sentence, token, word)
        if (word in _LASTS and determiners & {*_THIS, "les"} and alone) or (word in _NEARS and _this(sentence, token)):
            return self._several(sentence, token, read)
        return None

    def _before(self, sentence: Sentence, token: Token) -> Sequence[tuple[Sentence, int]]:
        """Return the stretches of text before a word, the nearest first: sentences with where to stop in them."""
        back = self.sentences[max(0, sentence.index - _BACK) : sentence.index]
        return [(sentence, token.start), *((other, other.end) for other in reversed(back))]

    def _named(self, sentence: Sentence, limit: int) -> Named:
        """Return who is named in a sentence before a position, in order; nouns of persons count."""
        found: Named = [
            (sentence, head, self.said.native(sentence, head) or speaker)  # "the Venezuelan" is no state
            for head, speaker in named_in(sentence, limit, self.said, self.names, self.lookup)
        ]
        taken = {head.i for _, head, _ in found}
        for noun in sentence.tokens:
            role = noun.pos == "NOUN" and self.table.sources.get(noun.lemma) == "persons" and "Number=Plur" not in noun.morph
            named = role and self.names.person_in(sentence, noun) is not None
            if role and not named and noun.start < limit and noun.i not in taken:
                found.append((sentence, noun, self.said.unnamed(sentence, noun)))
        return sorted(found, key=lambda each: each[1].i)

    def _pair(self, sentence: Sentence, token: Token) -> list[Speaker]:
        """Return the two persons, else the two of any kind, that one sentence before a word names; none where it is unclear."""
        for other, limit in self._before(sentence, token):
            speakers = {speaker.actors: speaker for _, _, speaker in self._named(other, limit)}
            persons = [speaker for speaker in speakers.values() if speaker.kind in _PERSONAL]
            named = [speaker for speaker in persons if speaker.kind == "person"]
            for group in (named, persons, list(speakers.values())):
                if len(group) == 2:
                    return group
        return []

    def _nearest(self, sentence: Sentence, token: Token, word: str, persons: bool = False) -> Speaker | None:
        """Return the last one named before a word whose gender fits; a person before a body."""
        feminine = word.endswith(("e", "e-ci")) if word not in ("latter",) and sentence.language == "fr" else None
        for other, limit in self._before(sentence, token):
            fitting = [
                speaker for place, head, speaker in self._named(other, limit)
                if feminine is None or self._gender(place, head, speaker) in (None, feminine)
            ]  # fmt: skip
            people = [speaker for speaker in fitting if speaker.kind in _PERSONAL]
            found = people or ([] if persons else fitting)
            if found:
                return found[-1]
        return None

    def _gender(self, sentence: Sentence, head: Token, speaker: Speaker) -> bool | None:
        """Tell whether somebody is a woman by grammar, else by a woman's given name; None where nothing shows it."""
        given = fold(speaker.name.split()[0]) if speaker.kind == "person" and " " in speaker.name else ""
        shown = gender_of(sentence, head, self.table)
        return True if shown is None and given in self.women else shown

    def _several(
        self, sentence: Sentence, token: Token, read: Callable[[Sentence, int, bool], Speaker]
    ) -> Speaker | None:
        """Return the last several named before a word."""
        for other, limit in self._before(sentence, token):
            for noun in reversed([t for t in other.tokens if t.start < limit and t.pos in ("NOUN", "PROPN")]):
                speaks = noun.lemma in self.table.sources or self.lookup.at(noun) is not None
                if speaks and is_plural(other, noun) and noun.head != token.i:
                    return read(other, noun.i, True)
        return None


def _this(sentence: Sentence, token: Token) -> bool:
    """Tell whether "-ci" follows or belongs to a word: "celui qui" chooses nobody."""
    behind = "".join(t.text for t in sentence.tokens[token.i + 1 : token.i + 3]).lower()
    return token.text.lower().endswith("-ci") or behind.startswith(("-ci", "ci"))
