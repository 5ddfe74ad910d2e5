"""For whom a plural stands: "both countries", "the Saudis ... they", "the four powers"."""

from __future__ import annotations

from dragoman.extract.events.filling import states_of
from dragoman.extract.events.memory import RECENT, TWO, Memory
from dragoman.extract.events.nouns import coordinated
from dragoman.extract.events.parties import PartyFinder
from dragoman.extract.events.past import one_a_state
from dragoman.extract.parse.tree import has_label
from dragoman.records import Party, Sentence

_LIST_WINDOW = 8  # sentences in which a list just read is what a plural points back to


class Plurals:
    """Finds for whom the plurals of a document stand by what it has told so far."""

    def __init__(self, memory: Memory, finder: PartyFinder) -> None:
        self._memory = memory
        self._finder = finder

    def last_subject(self, sentence: Sentence, at: int) -> tuple[Party, ...]:
        """Return the plural subject named last before a place in the sentence, else that of the sentence before."""
        before = [token for token in sentence.tokens if token.start < at]
        previous = self._memory.previous
        for where, tokens in ((sentence, before), (previous, previous.tokens if previous is not None else ())):
            for token in reversed(tokens):
                if where is None or not has_label(token, "nsubj") or token.pos not in ("NOUN", "PROPN"):
                    continue
                parties = one_a_state(self._finder.of_group(where, coordinated(where, token.i)), frozenset())
                plural = "Number=Plur" in token.morph or token.text.endswith(("s", "Unis"))
                if parties and plural:
                    return parties
        return ()

    def named_before(self, sentence: Sentence, at: int, without: frozenset[str]) -> tuple[Party, ...]:
        """Return the one state of a sentence's last plural before an act ("deplored the raids of Oslo's men, asked them").

        Nothing where the plural belongs to those who act, or where a list stands before the act.
        """
        if any(index == sentence.index and named[0].start < at for index, named in self._memory.lists):
            return ()
        for token in reversed([token for token in sentence.tokens if token.start < at]):
            if token.pos in ("NOUN", "PROPN") and "Number=Plur" in token.morph and not has_label(token, "compound", "amod"):
                parties = one_a_state(self._finder.of_group(sentence, (token.i,)), frozenset())
                if parties:
                    return parties if len(parties) == 1 and not states_of(parties) & without else ()
        return ()

    def group(self, sentence: Sentence, at: int, number: int, without: frozenset[str]) -> tuple[Party, ...]:
        """Return for whom a plural stands: a list just read, else the pair most in mind, else the sides of an act."""
        for index, named in reversed(self._memory.lists):
            if index < sentence.index - _LIST_WINDOW:
                break
            if named[0].start > at or states_of(named) & without:
                continue
            if len(named) == number or (number == 0 and index >= sentence.index - 1):
                return named
        if number in (0, TWO):
            return self._just_met(sentence, without, number) or self._memory.pair(sentence, at, without)
        for past in self._memory.recent(sentence, RECENT):
            for side in (past.actors + past.recipients, past.recipients, past.actors):
                parties = one_a_state(side, without)
                if len(parties) == number:
                    return parties
        known = self._memory.salience.states_before(sentence)
        return known if len(known) == number else ()  # "the three countries", where just three were spoken of

    def _just_met(self, sentence: Sentence, without: frozenset[str], number: int) -> tuple[Party, ...]:
        """Return the two who did something together earlier in the sentence ("A received B, and both leaders signed").

        For a plural that counts two, also those of whom one did something to the other ("A expelled B's envoy; the two later").
        """
        for past in self._memory.recent(sentence, 0):
            parties = one_a_state(past.actors + past.recipients, without)
            if (past.mutual or (number == TWO and not past.borrowed)) and len(parties) == TWO:
                return parties
        return ()
