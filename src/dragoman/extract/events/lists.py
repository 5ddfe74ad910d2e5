"""Lists of parties ("Japan, Australia and Canada"), read by the marks between the names: the parse of a long list often breaks.

`peoples` tells from a text where such a list ends.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Sequence
from typing import Any

from dragoman.extract.events.linked import LinkedParties
from dragoman.extract.events.peoples import list_end
from dragoman.extract.events.verbs import clause_openers
from dragoman.extract.names.lookup import Lookup
from dragoman.extract.parse.keeping import keep
from dragoman.extract.parse.tree import ancestors, has_label
from dragoman.records import Party, Sentence, Span


class Lists:
    """Reads the lists of one document off the spans of those named in a sentence."""

    def __init__(self, text: str, lookup: Lookup, linked: LinkedParties) -> None:
        self._text = text
        self._lookup = lookup
        self._linked = linked
        self.kept: dict[tuple[Hashable, ...], Any] = {}

    def begins_before(self, sentence: Sentence, parties: Sequence[Party]) -> bool:
        """Tell whether a list of parties begins earlier than the parse has it."""
        spans = self._spans(sentence)
        start, end = min(party.start for party in parties), max(party.end for party in parties)
        inside = [n for n, span in enumerate(spans) if start <= span[0] and span[1] <= end]
        return bool(inside) and any(list_end(self._text, spans, n) >= inside[-1] for n in range(inside[0]))

    def after(self, sentence: Sentence, head: int, party: Party) -> Iterator[Party]:
        """Yield who follows a party in a list; `head` is the head of the party's phrase."""
        spans = self._spans(sentence)
        first = next((n for n, (start, end) in enumerate(spans) if party.start < end and start < party.end), None)
        if first is None:
            return
        last = list_end(self._text, spans, first)
        if last == first:
            return
        openers = clause_openers(sentence)
        above = {head, *(token.i for token in ancestors(sentence, head))}
        for from_, to in spans[first + 1 : last + 1]:
            inside = [token for token in sentence.tokens if from_ <= token.start < to]
            if any((has_label(token, "nsubj") and token.head not in above) or token.i in openers for token in inside):
                return  # the next clause begins
            for token in inside[-1:]:
                yield from self._linked.at(sentence, token, False)

    @keep
    def _spans(self, sentence: Sentence) -> list[Span]:
        """Return the spans of those named in a sentence who can act, in order."""
        mentions = (self._lookup.mention(index) for index in self._linked.acting_mentions(sentence))
        return [(mention.start, mention.end) for mention in mentions]
