"""Which mention stands at a word, and whom it names: the questions that events and statements ask of the links."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from dragoman.extract.parse.tree import children, has_label, subtree
from dragoman.records import Actor, Link, Links, Mention, Sentence, Token

# In a noun phrase, whom it stands for: "the head of staff, X" (appos), "Russia's envoy" (nmod:poss), "Syrian troops"
# (amod, compound), "Turkish-backed forces" (a mention inside the modifier), "representatives of the ministries" (nmod).
_INSIDE = ("appos", "flat", "nmod:poss", "compound", "amod", "nmod", "acl", "nummod", "det")
_STANDS_FOR = frozenset(("of", "for", "from", "in", "at", "with", "de", "du", "des", "d'", "pour", "à", "au", "en"))
_DEPTH = 3


class Lookup:
    """The links of one document, by word. Built once; every question is answered in logarithmic time."""

    def __init__(self, sentences: Sequence[Sentence], links: Links) -> None:
        self.sentences = sentences
        self.links = links
        order = sorted(range(len(links.mentions)), key=lambda index: links.mentions[index].start)
        self._order = order
        self._starts = [links.mentions[index].start for index in order]
        self._by_sentence: dict[int, list[int]] = {}
        for index in order:
            self._by_sentence.setdefault(links.mentions[index].sentence, []).append(index)

    def mention(self, index: int) -> Mention:
        """Return the mention with this index."""
        return self.links.mentions[index]

    def link(self, index: int) -> Link:
        """Return the link of the mention with this index."""
        return self.links.links[index]

    def at(self, token: Token) -> int | None:
        """Return the index of the mention that covers a token (the first, where a token holds two), or None."""
        return next(self.all_at(token), None)

    def all_at(self, token: Token) -> Iterator[int]:
        """Yield every mention that shares characters with a token: "Franco-Russian" may hold two."""
        place = max(0, bisect_right(self._starts, token.start) - 1)
        while place < len(self._order) and self._starts[place] < token.end:
            index = self._order[place]
            if self.links.mentions[index].end > token.start:
                yield index
            place += 1

    def of_sentence(self, number: int) -> tuple[int, ...]:
        """Return the indices of the mentions in a sentence, in order."""
        return tuple(self._by_sentence.get(number, ()))

    def for_head(self, sentence: Sentence, token_index: int) -> int | None:
        """Return the mention that a noun phrase stands for: at its head, else inside it, or None.

        Inside, the order is: an apposition, a possessor, a modifier ("the Syrian government", "Turkish-backed forces"),
        then a complement ("representatives of the French ministries").
        """
        return self._inside(sentence, token_index, 0)

    def _inside(self, sentence: Sentence, token_index: int, depth: int) -> int | None:
        found = self.at(sentence.tokens[token_index])
        if found is not None or depth == _DEPTH:
            return found
        for label in _INSIDE:
            for child in reversed(children(sentence, token_index, label)):
                if label == "nmod" and not (has_label(child, "nmod:poss") or _stands_for(sentence, child)):
                    continue
                found = self._inside(sentence, child.i, depth + 1)
                if found is None and has_label(child, "amod", "acl"):  # "Turkish-backed forces": anywhere in the modifier
                    within = (self.at(sentence.tokens[index]) for index in subtree(sentence, child.i))
                    found = next((index for index in within if index is not None), None)
                if found is not None and self.links.mentions[found].kind != "pronoun":
                    return found
        return None

    def actor_ids(self, index: int) -> tuple[str, ...]:
        """Return the actors that a mention names: one, several ("both countries") or none."""
        return self.links.links[index].actors

    def actor(self, identifier: str) -> Actor | None:
        """Return the record of a linked actor."""
        return self.links.actors.get(identifier)

    def state_of(self, identifier: str) -> str | None:
        """Return the state or organisation that an actor stands for, or None."""
        actor = self.links.actors.get(identifier)
        return actor.state if actor is not None else None


def _stands_for(sentence: Sentence, token: Token) -> bool:
    """Tell whether a complement names whom the phrase stands for ("of", "from"), not whom it concerns ("about")."""
    marks = children(sentence, token.i, "case")
    return not marks or marks[0].text.lower().replace("’", "'") in _STANDS_FOR
