"""Whom an act concerns where its sentence does not say: the state that is most in the reader's mind.

Every state named in the text so far is rated by how often the document names it, how near it stood, how often it dealt
with the other side and with anybody, and whether the spirit of their last dealings fits. The weights are those of a logistic
regression on 304 coded acts with one side unsaid, in development texts of our own (`tests/gold/dev_*`, `tests/gold/fourth_*`)
and a seed document: the best rated was right in 82 of 100 (tenfold, whole texts left out), 79 without "busy". Of a dozen more
features (headline, opening, kind of body, who suffered the last act, its spirit) none added to that.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence

import msgspec

from dragoman.extract.names.lookup import Lookup
from dragoman.records import Party, Sentence

_BIAS = -4.5
_WEIGHTS = {
    "before": 0.4, "after": 1.45, "previous": 0.45, "second": -0.2, "further": -0.4, "place": -0.65, "share": 2.1,
    "dealt": 0.2, "last": 1.6, "met": -0.2, "clash": -1.4, "doer": 0.7,
    "foe": 2.5,  # too rare in these texts to be fitted: set by hand to the largest weight that costs nothing there
    "busy": 2.7,  # how much a state has to do with any other: texts have a state or two around which all turns
    "voice": 0.8,  # in whose words the act stands: who speaks of an act mostly means himself ("Moscow denies everything")
}  # fmt: skip
_NOBODY = frozenset(("outlet", "treaty", "region"))
_SECOND = 2
_MOST_DEALINGS = 4
_CODE = 3  # letters of the code of a state


class Named(msgspec.Struct, frozen=True, kw_only=True):
    """One mention of somebody with a state."""

    sentence: int
    place: bool
    party: Party


class Dealings(msgspec.Struct, frozen=True, kw_only=True):
    """What somebody has had to do with another state so far: how often, how many sentences ago last, in what spirit.

    `foe`: it acted against, or suffered from, a friend of theirs.
    """

    often: int = 0
    ago: int = -1
    clash: bool = False
    doer: bool = False
    foe: bool = False


class Salience:
    """Which states a document speaks of, and where."""

    def __init__(self, sentences: Sequence[Sentence], lookup: Lookup, dealings: Mapping[str, int]) -> None:
        """Take the mentions of the sentences, and in how many acts each state deals with another."""
        self._by_state: dict[str, list[Named]] = defaultdict(list)
        for sentence in sentences:
            for named in _named(sentence, lookup):
                self._by_state[str(named.party.state)].append(named)
        self._dealings = dealings
        self._count = Counter({state: len(found) for state, found in self._by_state.items()})

    def places(self, sentence: Sentence, at: int, without: Collection[str]) -> str | None:
        """Return the state of the place nearest before, else behind, a point of a sentence ("In Gaza, militants fired")."""
        here = [
            (named.party.start > at, abs(named.party.start - at), state)
            for state, found in self._by_state.items()
            for named in found
            if named.place and named.sentence == sentence.index and state not in without
        ]
        return min(here)[2] if here else None

    def states_before(self, sentence: Sentence) -> tuple[Party, ...]:
        """Return a party for each state, no organisation, that the sentences before name otherwise than as a place."""
        found = {}
        for state, named in self._by_state.items():
            earlier = [one for one in named if one.sentence < sentence.index and not one.place]
            if earlier and len(state) == _CODE:
                found[state] = earlier[-1].party
        return tuple(found.values())

    def is_scene(self, state: str, sentence: Sentence) -> bool:
        """Tell whether a state is so far named only as the place where something in this sentence happens."""
        so_far = [named for named in self._by_state[state] if named.sentence <= sentence.index]
        return all(named.place and named.sentence == sentence.index for named in so_far)

    def rated(
        self, sentence: Sentence, at: int, without: Collection[str], dealings: Mapping[str, Dealings],
        voices: Collection[str] = (),
    ) -> list[tuple[float, Party]]:
        """Return who an act at a place in the text may concern, the most likely first, each with its probability.

        `voices`: the states in whose words the act stands.
        """  # fmt: skip
        known = [
            state
            for state, found in self._by_state.items()
            if state not in without and (found[0].sentence <= sentence.index or state in voices)
        ]
        most = max((self._count[state] for state in known), default=1)
        busiest = max((self._dealings.get(state, 0) for state in known), default=0) or 1
        rated = []
        for state in known:
            weight = {
                "share": self._count[state] / most, "busy": self._dealings.get(state, 0) / busiest, "voice": state in voices
            }  # fmt: skip
            features = weight | _features(sentence.index, at, self._by_state[state], dealings.get(state, Dealings()))
            value = _BIAS + sum(_WEIGHTS[name] * value for name, value in features.items())
            rated.append((1.0 / (1.0 + math.exp(-value)), _last(self._by_state[state], sentence.index, at)))
        return sorted(rated, key=lambda item: (-item[0], str(item[1].state)))


def _features(index: int, at: int, found: Sequence[Named], dealings: Dealings) -> dict[str, float]:
    """Return how near a state stands to a place in the text, and what it has had to do with the other side."""
    back = min((index - named.sentence for named in found if named.sentence < index), default=99)
    here = [named.party.start for named in found if named.sentence == index]
    return {
        "before": any(start < at for start in here),
        "after": any(start > at for start in here),
        "previous": back == 1,
        "second": back == _SECOND,
        "further": _SECOND < back <= _SECOND + 2,
        "place": all(named.place for named in found),
        "dealt": min(dealings.often, _MOST_DEALINGS) / _MOST_DEALINGS,
        "last": 1.0 / (1 + dealings.ago) if dealings.ago >= 0 else 0.0,
        "met": dealings.ago >= 0,
        "clash": dealings.clash,
        "doer": dealings.doer,
        "foe": dealings.foe,
    }


def _named(sentence: Sentence, lookup: Lookup) -> list[Named]:
    found = []
    for index in lookup.of_sentence(sentence.index):
        mention = lookup.mention(index)
        if mention.kind in _NOBODY:
            continue
        for actor in lookup.actor_ids(index):
            state = lookup.state_of(actor) or (actor if not actor.startswith("nil:") else None)
            if state is None or state.startswith(("place:", "outlet:", "gathering:")):
                continue
            party = Party(actor=actor, name=mention.surface, state=state, start=mention.start, end=mention.end)
            found.append(Named(sentence=sentence.index, place=mention.kind == "place", party=party))
    return found


def _last(found: Sequence[Named], index: int, at: int) -> Party:
    """Return the last mention before a place in the text, else the first one."""
    before = [named.party for named in found if named.sentence <= index and named.party.start < at]
    return before[-1] if before else found[0].party
