"""Acts already reported, and whose doing a thing is that the text points back to.

"Caracas denounced the exercise", "a step that Trump praised", "the decision": who is meant did the deed that was just told.
A third party's reaction is no deed: it is passed over, and what it was about is taken where the new act is of its kind.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations, product

import msgspec

from dragoman.extract.events.filling import states_of
from dragoman.extract.events.words import Entry
from dragoman.extract.parse.tree import children, has_label
from dragoman.records import Party, Sentence

_REACTIONS = frozenset(("ACCUSE", "SUPPORT", "REJECT", "REQUEST"))
_ABOUT_DEEDS = frozenset(("ACCUSE", "SUPPORT", "REJECT", "AGREE", "THREATEN", "CONCEDE", "PROTEST"))
_ANSWERS = frozenset(("REJECT", "AGREE", "CONCEDE"))
_REVERSED = frozenset(("REQUEST", "ACCUSE", "REJECT", "SUPPORT"))
_WARM = frozenset(("SUPPORT", "AID", "COOPERATE"))
ACCORD = frozenset(("AGREE", "SUPPORT", "COOPERATE", "CONSULT", "CONCEDE"))
COLD = frozenset(("ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"))
_CLAUSES = ("acl", "ccomp", "advcl")
_CALLING = frozenset(("REQUEST", "ACCUSE", "THREATEN"))  # acts that call for an answer
_GAPS = frozenset(("that", "which", "whom", "que", "qu'", "qu’", "dont"))
_ASIDE = frozenset((",", "-", "–", "—", "("))


class Past(msgspec.Struct, frozen=True, kw_only=True):
    """An act already reported: where, what, by whom, to whom, by which row. `borrowed`: with recipients from the context."""

    sentence: int
    head: int
    type: str
    stems: frozenset[str]
    actors: tuple[Party, ...]
    recipients: tuple[Party, ...]
    mutual: bool
    borrowed: bool
    depth: int
    entry: Entry

    def across(self, states: frozenset[str]) -> tuple[Party, ...]:
        """Return the side that faces some states; nothing where they take no part."""
        if self.mutual:
            rest = tuple(party for party in self.actors + self.recipients if party.state not in states)
            return rest if len(rest) < len(self.actors + self.recipients) else ()
        if states & states_of(self.actors):
            return self.recipients
        return self.actors if states & states_of(self.recipients) else ()

    def doers(self) -> tuple[Party, ...]:
        """Return who did it; of a reaction to something said before, whom it was about."""
        if self.borrowed and self.recipients and self.type in _REVERSED:
            return self.recipients
        return self.actors


def deed_of(past: Iterable[Past], type_: str, states: frozenset[str]) -> tuple[Party, ...]:
    """Return who did the deed that some states now react to; `past` has the nearest act first."""
    if type_ not in _ABOUT_DEEDS:
        return ()
    for act in past:
        if states & states_of(act.actors) and not act.mutual:
            continue
        if type_ in _ANSWERS and act.type == "REQUEST" and states & states_of(act.recipients):
            return _others(act.actors, states)  # "asked Oslo to pay, which Oslo refuses"
        about = act.recipients if act.type == "ACCUSE" or (act.borrowed and act.type in _REACTIONS) else ()
        if found := _others(() if not about and act.type in _REACTIONS else about or act.actors, states):
            return found
    return ()


def answered(past: Sequence[Past], sentence: Sentence, before: int, type_: str, states: frozenset[str]) -> tuple[Party, ...]:
    """Return to whom somebody answers whom the act told last in the sentence was aimed at: "X protested, and Y apologised"."""
    acts = [act for act in past if act.sentence == sentence.index and act.head < before]
    if type_ not in _ANSWERS or not acts or acts[-1].type not in _CALLING or acts[-1].mutual:
        return ()
    return _others(acts[-1].actors, states) if states & states_of(acts[-1].recipients) else ()


def told_in(past: Sequence[Past], sentence: Sentence, before: int, states: frozenset[str]) -> tuple[Party, ...]:
    """Return who did the act told last in a sentence before a word, unless the states themselves did it."""
    acts = [act for act in past if act.sentence == sentence.index and act.head < before]
    return _others(acts[-1].actors, states) if acts else ()


def parallel_in(
    past: Sequence[Past], sentence: Sentence, before: int, type_: str, states: frozenset[str]
) -> tuple[Party, ...]:
    """Return whom an unfriendly act of the same sentence hit: of the same doer, or one of its kind ("A expelled X; B left").

    The sentence must name them itself, and they must not be who acts now. Help goes on to whom the same doer cut another.
    """
    for act in reversed([act for act in past if act.sentence == sentence.index and act.head < before]):
        same = bool(states & states_of(act.actors))
        spared = same and type_ == "AID" and act.type == "SANCTION"  # "cut its loans to X, but will go on giving food"
        alike = type_ in COLD and (same or act.type == type_)
        if act.borrowed or act.mutual or act.type not in COLD or not (alike or spared):
            continue
        if states_of(act.recipients) and not states & states_of(act.recipients):
            return _others(act.recipients, states)
    return ()


def _others(parties: Iterable[Party], states: frozenset[str]) -> tuple[Party, ...]:
    return tuple(party for party in parties if party.state is not None and party.state not in states)


def aside_of(sentence: Sentence, verb: int) -> int:
    """Return the noun that sums up what was just said and whose clause a verb leads ("a step that X praised"), or -1."""
    token = sentence.tokens[verb]
    for _ in range(2):  # "that X welcomed and Y rejected"
        if token.dep != "conj" or sentence.tokens[token.head].pos != "VERB":
            break
        token = sentence.tokens[token.head]
    noun = sentence.tokens[token.head]
    if not has_label(token, *_CLAUSES) or noun.pos != "NOUN" or noun.i > verb:
        return -1
    if not any(child.text.lower() in _GAPS for child in children(sentence, token.i)):
        return -1
    first = min([noun.i, *(c.i for c in children(sentence, noun.i, "det", "amod", "compound") if c.i < noun.i)])
    return noun.i if first and sentence.tokens[first - 1].text in _ASIDE else -1


def count_partners(acts: Iterable[tuple[Sequence[Party], Sequence[Party]]]) -> Mapping[str, dict[str, tuple[int, Party]]]:
    """Count, over a document, with whom every state deals, given the two sides of each act, one where all act on each other.

    Those who act together on somebody else do not deal with each other there.
    """
    found: dict[str, dict[str, tuple[int, Party]]] = {}
    for actors, recipients in acts:
        left, right = one_a_state(actors, frozenset()), one_a_state(recipients, states_of(actors))
        for pair in product(left, right) if right else combinations(left, 2):
            for here, there in (pair, pair[::-1]):
                row = found.setdefault(str(here.state), {})
                count = row[str(there.state)][0] if str(there.state) in row else 0
                row[str(there.state)] = (count + 1, there)
    return found


def one_a_state(parties: Sequence[Party], without: frozenset[str]) -> tuple[Party, ...]:
    """Return the first party of each state, some states left out."""
    found: dict[str, Party] = {}
    for party in parties:
        if party.state is not None and party.state not in without:
            found.setdefault(party.state, party)
    return tuple(found.values())


def sides_apart(parties: Sequence[Party], actors: Sequence[Party]) -> tuple[Party, ...]:
    """Return the first party of each state that does not act itself."""
    return one_a_state(parties, states_of(actors))


def clash(left: str, right: str) -> bool:
    """Tell whether two acts are of opposite spirit: a friend of one is not likely the aim of the other."""
    return (left in _WARM and right in COLD) or (left in (*COLD, "REQUEST") and right in _WARM)


_RETURNED = frozenset(("other", "another", "autre", "mutuellement"))


def is_returned(sentence: Sentence, head: int) -> bool:
    """Tell whether those who act do it to each other ("each side blaming the other")."""
    return any(token.lemma in _RETURNED for token in sentence.tokens[head + 1 : head + 6])
