"""The side of an act that its sentence leaves out, taken from what the document said before.

"Paris recalled its ambassador" has a recipient that every reader knows. Candidates are tried from the closest to the
loosest: the plural that points back ("both countries"), the thing's own story ("the accusation": whoever accused), the
last dealings of the actor, what a third party reacts to, the dyad that the document is about. What is found is scored
lower than what a sentence says itself, and its evidence is the antecedent.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from dragoman.extract.events.counterparts import CERTAINTY, Counterparts, sureness
from dragoman.extract.events.draft import Draft
from dragoman.extract.events.echoes import echoed
from dragoman.extract.events.filling import states_of
from dragoman.extract.events.memory import Memory
from dragoman.extract.events.parties import PartyFinder
from dragoman.extract.events.passives import is_passive
from dragoman.extract.events.past import is_returned, one_a_state, sides_apart
from dragoman.extract.events.plurals import Plurals
from dragoman.extract.events.vague import is_negated
from dragoman.extract.events.verbs import surface_subject
from dragoman.extract.events.words import Lexicon
from dragoman.extract.parse.tree import ancestors, has_label
from dragoman.records import Party, Sentence

_AGENTLESS = frozenset(  # whose doer a passive may leave out: "was declared persona non grata"
    ("SANCTION", "COERCE", "ASSAULT", "ACCUSE", "REQUEST", "REJECT", "THREATEN", "MOBILIZE", "RETREAT")
)
_SURE_AGENT = 0.8


class Context:
    """Fills the open sides of a document's acts, in the order of the text. `memory` is what it has told so far."""

    def __init__(self, sentences: Sequence[Sentence], drafts: Iterable[Draft], finder: PartyFinder, lexicon: Lexicon) -> None:
        self._finder = finder
        self._lexicon = lexicon
        self.memory = Memory(sentences, drafts, finder)
        self._plurals = Plurals(self.memory, finder)
        self._counterparts = Counterparts(self.memory, self._plurals, finder, lexicon)

    def fill(self, sentence: Sentence, draft: Draft) -> Draft | None:  # noqa: PLR0911
        """Return a draft with its open side filled; without an antecedent, what the sentence alone gives."""
        if draft.pointer:
            found = self._together(sentence, draft)
            return found or draft.alone
        if is_negated(sentence, draft.match.head, draft.match.tokens):
            return draft.alone
        if draft.lack == "act":
            return echoed(self.memory.acts, sentence, draft)
        if draft.lack != "recipient":
            return self._lacking(sentence, draft) or draft.alone
        if draft.mutual and self._is_circle(draft):
            return draft.alone
        for name, sure, parties in self._counterparts.of(sentence, draft):
            apart = sides_apart(parties, draft.actors)
            if apart:
                filled = replace(draft, context=name, score=draft.score * sure, open=False, alone=None)
                if draft.mutual:
                    return replace(filled, actors=draft.actors + apart)
                return replace(filled, recipients=apart)
        return draft.alone

    def _is_circle(self, draft: Draft) -> bool:
        """Tell whether the one side named is a format or an organisation: its meeting is among its own members."""
        kinds = [actor.kind for party in draft.actors if (actor := self._finder.lookup.actor(party.actor)) is not None]
        return bool(kinds) and all(kind in ("organisation", "format") for kind in kinds)

    def _lacking(self, sentence: Sentence, draft: Draft) -> Draft | None:
        """Let the state most in mind be who did something to a known side, or the two most in mind the pair that met."""
        token = sentence.tokens[draft.match.head]
        at = token.start
        if draft.lack == "pair":
            pair = self.memory.pair(sentence, at, frozenset())
            score = draft.score * CERTAINTY["plural"]
            return replace(draft, actors=pair, context="pair", score=score, open=False, alone=None) if pair else None
        states = states_of(draft.recipients)
        subject = self._subject_above(sentence, draft, states)
        if subject:
            return replace(draft, actors=subject, context="subject", score=draft.score * 0.8, open=False, alone=None)
        if draft.actors and (found := self._whose(sentence, draft, states)):
            return found
        return self._agent(sentence, draft, states)

    def _agent(self, sentence: Sentence, draft: Draft, states: frozenset[str]) -> Draft | None:
        """Let the state that deals most with a victim be who acted, where the sentence names nobody or only "the court"."""
        row, verb = draft.match.entry.row, sentence.tokens[draft.match.head]
        nameless = all(party.name[:1].islower() for party in draft.actors)
        if row.type not in _AGENTLESS or verb.pos == "NOUN" or not nameless:
            return None
        if not draft.actors and not is_passive(sentence, verb.i):
            return None
        rated = self.memory.salience.rated(sentence, verb.start, states, self.memory.dealings(sentence, states, row.type))
        if not rated or rated[0][0] < _SURE_AGENT:
            return None
        score = draft.score * sureness(rated[0][0])
        return replace(draft, actors=(rated[0][1],), context="agent", score=score, open=False, alone=None)

    def _whose(self, sentence: Sentence, draft: Draft, states: frozenset[str]) -> Draft | None:
        """Give somebody without a state ("militants", "a drone") the state of the place where the sentence has it."""
        at = sentence.tokens[draft.match.head].start
        there = self.memory.salience.places(sentence, at, states)
        if not there:
            return None
        actors = tuple(replace(party, state=there) for party in draft.actors)
        return replace(draft, actors=actors, context="place", score=draft.score * 0.8, open=False, alone=None)

    def _subject_above(self, sentence: Sentence, draft: Draft, states: frozenset[str]) -> tuple[Party, ...]:
        """Return the subject of the clause in which an act without its actor stands ("answered with the expulsion of")."""
        token = sentence.tokens[draft.match.head]
        if token.pos != "NOUN" or has_label(token, "nsubj", "acl"):
            return ()  # what a clause says of a noun ("who was the target of a raid") is nobody's doing above it
        for above in ancestors(sentence, token.i):
            if above.pos in ("VERB", "AUX"):
                group = surface_subject(sentence, above.i, self._lexicon.control)
                return one_a_state(self._finder.of_group(sentence, group.heads), states) if group is not None else ()
        return ()

    def _together(self, sentence: Sentence, draft: Draft) -> Draft | None:
        """Let "both countries", as actors, stand for the sides of the last act with that many states."""
        at = sentence.tokens[draft.match.head].start
        subject = self._plurals.last_subject(sentence, at) if draft.number == 0 else ()
        if len(states_of(subject)) == 1:  # "the Saudis ... they", "les États-Unis ... ils": a plural that is one state
            score = draft.score * CERTAINTY["plural"]
            one = replace(draft, actors=subject, context="plural", score=score, pointer=False, number=-1, mutual=False)
            return replace(one, open=False, alone=None) if one.recipients else self.fill(sentence, one)
        others = states_of(draft.recipients)  # "they asked Oslo": not Oslo itself
        group = self._plurals.group(sentence, at, draft.number, others)
        if not group:
            return None
        score = draft.score * CERTAINTY["plural"]
        together = replace(draft, actors=group, context="plural", score=score, open=False, alone=None)
        if draft.recipients or draft.mutual or is_returned(sentence, draft.match.head):
            return replace(together, mutual=not draft.recipients)
        about = self._counterparts.of(sentence, replace(together, pointer=False, number=-1))  # "both countries denounced it"
        thing = next((sides_apart(parties, group) for name, _, parties in about if name == "thing" and parties), ())
        return replace(together, recipients=thing, mutual=not thing)
