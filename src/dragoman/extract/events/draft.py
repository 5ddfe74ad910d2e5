"""The draft of a report: an act with the sides found so far, and whether enough is known of them for its word."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from dragoman.extract.events.matching import Match
from dragoman.records import Party, Span

_ONE_SIDED = frozenset(("PROTEST", "MOBILIZE", "COERCE", "ASSAULT", "RETREAT", "CONCEDE"))  # PLOVER asks no recipient of these
LEAST = 0.4  # a reading under this is dropped: vague words with sides far away
_SURE = 0.82  # weight from which a word says enough without a recipient ("bombed"; not "fought")
_SURE_UNKNOWN = 0.8  # the same where the actor is known neither by name nor by state ("gunmen killed villagers")
VAGUE = 0.7  # under it both sides must be known
ALONE = 0.5  # what a lone act counts: it is there, but with whom is not known
_CONFLICT = frozenset(  # also between a state and its own people: police and protesters, opposition and government
    ("PROTEST", "COERCE", "ASSAULT", "ACCUSE", "REQUEST", "REJECT", "THREATEN", "SANCTION")
)


class Draft(msgspec.Struct, frozen=True, kw_only=True):
    """A match with its sides filled, before status, time and place. `things`: what is acted on where that is nobody.

    An `open` draft waits for the context: `pointer` says that its actors are a plural that points back, `number` how
    many such a plural counts on either side (0 not said, -1 no plural), `thing` is the lemma of what is acted on,
    `anaphoric` that it is known already ("the offer", "it"). `alone` is what to keep where the context has no answer,
    `context` the step that filled it.
    `lack` says what waits: the recipient, the actor, the pair (both, of something done to each other), or the act itself ("did
    the same": `echoes`).
    A `lone` draft names too little for a relation between known actors; it counts where a text holds nothing better.
    """

    match: Match
    actors: tuple[Party, ...]
    recipients: tuple[Party, ...]
    mutual: bool
    score: float
    things: tuple[Span, ...] = ()
    open: bool = False
    pointer: bool = False
    number: int = -1
    thing: str = ""
    anaphoric: bool = False
    pronoun: bool = False
    alone: Draft | None = None
    context: str = ""
    lone: bool = False
    lack: str = "recipient"


def is_relation(match: Match, actors: tuple[Party, ...], recipients: tuple[Party, ...]) -> bool:
    """Tell whether the sides of a one-way act make a report: enough of them is known for what the words say."""
    row = match.entry.row
    alone = row.type in _ONE_SIDED and row.weight >= _SURE
    if not (actors and recipients) and not (alone and (actors or recipients)):
        return False
    if row.mode == "visit" and not any(party.state for party in actors):
        return False
    return between_actors(row.type, actors, recipients) and is_enough(row.weight, actors, recipients)


def is_enough(weight: float, actors: Sequence[Party], recipients: Sequence[Party]) -> bool:
    """Tell whether enough is known of the sides for a word of this weight: the vaguer the word, the more is asked."""
    if weight >= _SURE_UNKNOWN:
        return True
    if actors and not any(map(is_known, actors)):
        return False
    return weight >= VAGUE or not recipients or any(map(is_known, recipients))


def is_known(party: Party) -> bool:
    """Tell whether a party is known by its state or by its name."""
    return party.state is not None or not party.actor.startswith("nil:")


def between_actors(type_: str, actors: tuple[Party, ...], recipients: tuple[Party, ...]) -> bool:
    """Tell whether the sides make a relation worth keeping: not one state with itself."""
    states = {party.state for party in actors if party.state}
    others = {party.state for party in recipients if party.state}
    if not (states and others and states == others):
        return True
    return type_ in _CONFLICT and any(party.actor.startswith("nil:") for party in actors + recipients)
