"""The side of an act that its sentence leaves out, taken from what the document said before.

"Paris recalled its ambassador" has a recipient that every reader knows. Candidates are tried from the closest to the
loosest: the plural that points back ("both countries"), the thing's own story ("the accusation": whoever accused), the
last dealings of the actor, what a third party reacts to, the dyad that the document is about. What is found is scored
lower than what a sentence says itself, and its evidence is the antecedent.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations

import msgspec
from msgspec.structs import replace

from dragoman.extract.event_draft import Draft, states_of
from dragoman.extract.event_nouns import coordinated, noun_slot
from dragoman.extract.event_parties import PartyFinder
from dragoman.extract.event_sides import surface_subject
from dragoman.extract.event_words import Lexicon
from dragoman.extract.tree import ancestors, children
from dragoman.records import Party, Sentence

_WARM = frozenset(("SUPPORT", "AID", "COOPERATE"))
_COLD = frozenset(("ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"))
_ACCORD = frozenset(("AGREE", "SUPPORT", "COOPERATE", "CONSULT", "CONCEDE"))
_TASTE = frozenset(("SUPPORT",))  # acts that can be about anything: only what is known already points to somebody
_WINDOW = 6  # sentences back in which an actor's dealings are still in mind: about two news paragraphs
_REACTION = 0  # the same for somebody new who reacts: the same sentence; wider, two in three were wrong on development texts
_SHARED_STEM = 5  # letters: accus-e, accus-ation
_CERTAINTY = {"plural": 0.85, "thing": 0.8, "sentence": 0.85, "dealings": 0.75, "reaction": 0.7, "dyad": 0.65}


class Past(msgspec.Struct, frozen=True, kw_only=True):
    """An act already reported: where, what, by whom, to whom. `borrowed`: its recipients came from the context."""

    sentence: int
    type: str
    stems: frozenset[str]
    actors: tuple[Party, ...]
    recipients: tuple[Party, ...]
    mutual: bool
    borrowed: bool
    depth: int

    def across(self, states: frozenset[str]) -> tuple[Party, ...]:
        """Return the side that faces some states; nothing where they take no part."""
        if self.mutual:
            rest = tuple(party for party in self.actors + self.recipients if party.state not in states)
            return rest if len(rest) < len(self.actors + self.recipients) else ()
        if states & states_of(self.actors):
            return self.recipients
        return self.actors if states & states_of(self.recipients) else ()


class Context:
    """What a document has reported so far. Filled in the order of the text."""

    def __init__(self, drafts: Iterable[Draft], finder: PartyFinder, lexicon: Lexicon) -> None:
        self._past: list[Past] = []
        self._lists: list[tuple[int, tuple[Party, ...]]] = []
        self._nouns: dict[str, tuple[Sentence, int]] = {}
        self._finder = finder
        self._lexicon = lexicon
        self._partners = _partners(drafts)

    def open(self, sentence: Sentence) -> None:
        """Remember who is named side by side in a sentence ("Finland and Sweden"), for the plurals that point back."""
        for token in sentence.tokens:
            if token.dep == "conj" or token.pos not in ("NOUN", "PROPN", "ADJ") or not children(sentence, token.i, "conj"):
                continue
            parties = _one_a_state(self._finder.of_group(sentence, coordinated(sentence, token.i)), frozenset())
            if len(parties) > 1:
                self._lists.append((sentence.index, parties))

    def close(self, sentence: Sentence) -> None:
        """Remember the things that a sentence speaks of, for those that come back ("a bill", then "the bill")."""
        for token in sentence.tokens:
            if token.pos == "NOUN":
                self._nouns[token.lemma] = (sentence, token.i)

    def note(self, sentence: Sentence, draft: Draft) -> None:
        """Remember an act."""
        stems = frozenset(sentence.tokens[index].lemma[:_SHARED_STEM] for index in draft.match.tokens)
        self._past.append(
            Past(
                sentence=sentence.index, type=draft.match.entry.row.type, stems=stems, actors=draft.actors,
                recipients=draft.recipients, mutual=draft.mutual, borrowed=bool(draft.context),
                depth=sum(1 for _ in ancestors(sentence, draft.match.head)),
            )
        )  # fmt: skip

    def fill(self, sentence: Sentence, draft: Draft) -> Draft | None:
        """Return a draft with its open side filled; without an antecedent, what the sentence alone gives."""
        if draft.pointer:
            found = self._plural(sentence, draft)
            return found or draft.alone
        if is_negated(sentence, draft.match.head):
            return draft.alone
        for name, parties in self._counterparts(sentence, draft):
            apart = _apart(parties, draft.actors)
            if apart:
                score = draft.score * _CERTAINTY[name]
                filled = replace(draft, context=name, score=score, open=False, alone=None)
                if draft.mutual:
                    return replace(filled, actors=draft.actors + apart)
                return replace(filled, recipients=apart)
        return draft.alone

    def _plural(self, sentence: Sentence, draft: Draft) -> Draft | None:
        """Let "both countries", as actors, stand for the sides of the last act with that many states."""
        group = self._group(sentence, draft.number, frozenset())
        if not group:
            return None
        score = draft.score * _CERTAINTY["plural"]
        return replace(draft, actors=group, context="plural", score=score, open=False, alone=None, mutual=not draft.recipients)

    def _group(self, sentence: Sentence, number: int, without: frozenset[str]) -> tuple[Party, ...]:
        for index, named in reversed(self._lists):
            if index < sentence.index - _WINDOW:
                break
            if len(named) == number and not states_of(named) & without:
                return named
        for past in self._recent(sentence, _WINDOW):
            for side in (past.actors + past.recipients, past.recipients, past.actors):
                parties = _one_a_state(side, without)
                if len(parties) == number or (number == 0 and len(parties) > 1):
                    return parties
        return next((named for _, named in reversed(self._lists) if number == 0 and not states_of(named) & without), ())

    def _recent(self, sentence: Sentence, window: int) -> Iterator[Past]:
        for past in reversed(self._past):
            if past.sentence < sentence.index - window:
                return
            yield past

    def _counterparts(self, sentence: Sentence, draft: Draft) -> Iterator[tuple[str, tuple[Party, ...]]]:
        """Yield whom an act may be aimed at, the surest first."""
        states = states_of(draft.actors)
        if draft.number >= 0:
            yield "plural", self._group(sentence, draft.number, states)
        type_ = draft.match.entry.row.type
        if draft.thing:
            yield "thing", self._owner_of(sentence, draft, states)
        if draft.thing and draft.anaphoric:
            yield "thing", self._introduced(sentence, draft.thing, states)
        if type_ in _TASTE and draft.thing and not draft.anaphoric:
            return
        yield "dealings", self._dealings(sentence, states, type_)
        if draft.anaphoric:
            yield "reaction", self._reacted_to(sentence, states)
        elif type_ in _COLD:
            yield "reaction", self._joined(sentence, states)
        yield "dyad", self._partner(states)

    def _owner_of(self, sentence: Sentence, draft: Draft, states: frozenset[str]) -> tuple[Party, ...]:
        """Return whose doing a thing is: the sides of the last act that it can name ("the charges": who accused)."""
        entries = self._lexicon.entries.get(draft.thing, ())
        types = frozenset(entry.row.type for entry in entries if entry.row.pos == "NOUN" and not entry.others)
        types |= _ACCORD if "AGREE" in types else frozenset()
        stem = draft.thing[:_SHARED_STEM]
        for past in self._leading(sentence, _WINDOW):
            if past.type in types or (len(stem) == _SHARED_STEM and stem in past.stems):
                return past.across(states) or self._doer(past)
        return ()

    def _introduced(self, sentence: Sentence, thing: str, states: frozenset[str]) -> tuple[Party, ...]:
        """Return whose a thing was when the text last spoke of it: its owner's, else of the subject of that clause."""
        there, index = self._nouns.get(thing, (sentence, -1))
        if index < 0 or there.index < sentence.index - _WINDOW:
            return ()
        groups = [heads for name in ("poss", "adj", "of", "by") for heads in noun_slot(there, index, name, ())]
        verb = there.tokens[there.tokens[index].head]
        if not groups and verb.pos == "VERB":
            subject = surface_subject(there, verb.i, self._lexicon.control)
            groups += [subject.heads] if subject is not None else []
        for heads in groups:
            found = _one_a_state(self._finder.of_group(there, heads), states)
            if not found:
                inner = (party for head in heads for parties in self._finder.inside(there, head) for party in parties)
                found = _one_a_state(tuple(inner), states)
            if found:
                return found
        return ()

    def _doer(self, past: Past) -> tuple[Party, ...]:
        """Return who did an act; of a reaction, whom it was about."""
        return past.recipients if past.borrowed and past.recipients else past.actors

    def _dealings(self, sentence: Sentence, states: frozenset[str], type_: str) -> tuple[Party, ...]:
        """Return whom the actor dealt with last, in the same spirit; for a hostile act also the foe of a friend."""
        friends: tuple[Party, ...] = ()
        for past in self._recent(sentence, _WINDOW):
            other = past.across(states)
            if not other:
                continue
            if not _clash(type_, past.type):
                return other
            if type_ not in _WARM:
                friends = friends or other
        for past in self._recent(sentence, _WINDOW) if friends else ():
            if past.type in _COLD and (foes := _one_a_state(past.across(states_of(friends)), states)):
                return foes
        return ()

    def _reacted_to(self, sentence: Sentence, states: frozenset[str]) -> tuple[Party, ...]:
        """Return who did what somebody new welcomes or condemns: the actors of the last act."""
        for past in self._leading(sentence, _REACTION):
            if not states & states_of(past.actors + past.recipients) and states_of(self._doer(past)):
                return self._doer(past)
        return ()

    def _leading(self, sentence: Sentence, window: int) -> list[Past]:
        """Return the recent acts, the last sentence first, and of each sentence its main clause before the rest."""
        recent = list(self._recent(sentence, window))
        return sorted(recent, key=lambda past: (-past.sentence, past.borrowed, past.depth))

    def _joined(self, sentence: Sentence, states: frozenset[str]) -> tuple[Party, ...]:
        """Return whom somebody new acts against: the one against whom the last hostile act went."""
        for past in self._leading(sentence, _REACTION):
            if past.type in _COLD and not past.mutual and states_of(past.recipients) - states:
                return past.recipients
        return ()

    def _partner(self, states: frozenset[str]) -> tuple[Party, ...]:
        """Return with whom the document has these states deal most."""
        best: Counter[str] = Counter()
        parties: dict[str, Party] = {}
        for state in sorted(states):
            for other, (count, party) in self._partners.get(state, {}).items():
                best[other] += count
                parties[other] = party
        ranked = best.most_common(2)
        if not ranked or ranked[0][0] in states or ranked[0][1] < 2:  # once is no main dyad
            return ()
        if len(ranked) > 1 and ranked[0][1] == ranked[1][1]:
            return ()
        return (parties[ranked[0][0]],)


_NOT = frozenset(("not", "never", "n't", "n’t", "ne", "n'", "n’", "jamais"))


def is_negated(sentence: Sentence, head: int) -> bool:
    """Tell whether a word is negated: who does not do something has no aim to look for."""
    return any(token.text.lower() in _NOT for token in children(sentence, head, "advmod", "neg"))


def _partners(drafts: Iterable[Draft]) -> Mapping[str, dict[str, tuple[int, Party]]]:
    """Count, over a document, with whom every state deals."""
    found: dict[str, dict[str, tuple[int, Party]]] = {}
    for draft in drafts:
        parties = _one_a_state(draft.actors + draft.recipients, frozenset())
        for pair in combinations(parties, 2):
            for here, there in (pair, pair[::-1]):
                row = found.setdefault(str(here.state), {})
                count = row[str(there.state)][0] if str(there.state) in row else 0
                row[str(there.state)] = (count + 1, there)
    return found


def _one_a_state(parties: Sequence[Party], without: frozenset[str]) -> tuple[Party, ...]:
    found: dict[str, Party] = {}
    for party in parties:
        if party.state is not None and party.state not in without:
            found.setdefault(party.state, party)
    return tuple(found.values())


def _apart(parties: Sequence[Party], actors: Sequence[Party]) -> tuple[Party, ...]:
    return _one_a_state(parties, states_of(actors))


def _clash(left: str, right: str) -> bool:
    """Tell whether two acts are of opposite spirit: a friend of one is not likely the aim of the other."""
    return (left in _WARM and right in _COLD) or (left in (*_COLD, "REQUEST") and right in _WARM)
