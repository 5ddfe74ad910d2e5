"""What a document has told so far: its acts, who was named side by side, the things spoken of, who deals with whom."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from dragoman.extract.events.draft import Draft
from dragoman.extract.events.filling import states_of
from dragoman.extract.events.nouns import coordinated
from dragoman.extract.events.parties import PartyFinder
from dragoman.extract.events.past import COLD, Past, clash, count_partners, one_a_state
from dragoman.extract.events.phrases import case_of
from dragoman.extract.events.salience import Dealings, Salience
from dragoman.extract.parse.tree import ancestors, children
from dragoman.records import Party, Sentence

RECENT = 6  # sentences back in which an actor's dealings are still in mind: about two news paragraphs
SHARED_STEM = 5  # letters: accus-e, accus-ation
TWO = 2
_STATE_CODE = 3  # letters; organisations are no "countries", no "neighbours"
_WHEREABOUTS = frozenset(("in", "at", "across", "en", "dans"))  # "the crises in Libya and Syria": nobody's doing
_PAIR_CANDIDATES = 5
_DEALT = 1.0  # what dealings with each other weigh in the choice of a pair, against how much each is in mind


class Memory:
    """What a document has told so far, filled in the order of the text: `open`, `note` and `close` for every sentence.

    `acts` are the acts told, `lists` who was named side by side, each with the index of its sentence; `previous` is the
    sentence before, `nouns` has where each noun stood last; `salience` rates who is in mind.
    """

    def __init__(self, sentences: Sequence[Sentence], drafts: Iterable[Draft], finder: PartyFinder) -> None:
        self.acts: list[Past] = []
        self.lists: list[tuple[int, tuple[Party, ...]]] = []
        self.previous: Sentence | None = None
        self.nouns: dict[str, tuple[Sentence, int]] = {}
        self._finder = finder
        self._partners = count_partners((draft.actors, draft.recipients) for draft in drafts)
        dealings = {state: sum(count for count, _ in others.values()) for state, others in self._partners.items()}
        self.salience = Salience(sentences, finder.lookup, dealings)

    def open(self, sentence: Sentence) -> None:
        """Remember who is named side by side in a sentence ("Finland and Sweden"), for the plurals that point back."""
        for token in sentence.tokens:
            if token.dep == "conj" or token.pos not in ("NOUN", "PROPN", "ADJ") or not children(sentence, token.i, "conj"):
                continue
            if _WHEREABOUTS & set(case_of(sentence, token.i)):
                continue
            parties = one_a_state(self._finder.of_group(sentence, coordinated(sentence, token.i)), frozenset())
            if len(parties) == TWO and self._finder.lists.begins_before(sentence, parties):
                continue  # "Japan, Australia and Canada": the parse has only two of them
            if len(parties) > 1:
                self.lists.append((sentence.index, parties))

    def close(self, sentence: Sentence) -> None:
        """Remember the things that a sentence speaks of, for those that come back ("a bill", then "the bill")."""
        self.previous = sentence
        for token in sentence.tokens:
            if token.pos == "NOUN":
                self.nouns[token.lemma] = (sentence, token.i)

    def note(self, sentence: Sentence, draft: Draft) -> None:
        """Remember an act."""
        stems = frozenset(sentence.tokens[index].lemma[:SHARED_STEM] for index in draft.match.tokens)
        self.acts.append(
            Past(
                sentence=sentence.index, head=draft.match.head, type=draft.match.entry.row.type, stems=stems,
                actors=draft.actors, recipients=draft.recipients, mutual=draft.mutual, borrowed=bool(draft.context),
                depth=sum(1 for _ in ancestors(sentence, draft.match.head)), entry=draft.match.entry,
            )
        )  # fmt: skip

    def recent(self, sentence: Sentence, window: int) -> Iterator[Past]:
        """Yield the acts of a sentence and of so many before it, the last told first."""
        for past in reversed(self.acts):
            if past.sentence < sentence.index - window:
                return
            yield past

    def leading(self, sentence: Sentence, window: int) -> list[Past]:
        """Return the recent acts, the last sentence first, and of each sentence its main clause before the rest."""
        recent = list(self.recent(sentence, window))
        return sorted(recent, key=lambda past: (-past.sentence, past.borrowed, past.depth))

    def pair(self, sentence: Sentence, at: int, without: frozenset[str]) -> tuple[Party, ...]:
        """Return the two states most in mind that have to do with each other."""
        rated = [
            item for item in self.salience.rated(sentence, at, without, {}) if len(str(item[1].state)) == _STATE_CODE
        ][:_PAIR_CANDIDATES]
        best: tuple[float, tuple[Party, ...]] = (0.0, ())
        for (left, one), (right, other) in combinations(rated, 2):
            dealt = self._partners.get(str(one.state), {}).get(str(other.state))
            value = left + right + (_DEALT * min(dealt[0], 4) / 4 if dealt else 0.0)
            best = max(best, (value, (one, other)), key=lambda item: item[0])
        return best[1]

    def often(self, left: str, right: str) -> int:
        """Return in how many acts of the document one state deals with another."""
        dealt = self._partners.get(left, {}).get(right)
        return dealt[0] if dealt is not None else 0

    def most_often(self, state: str) -> int:
        """Return in how many acts of the document a state deals with that other with which it deals most."""
        return max((count for count, _ in self._partners.get(state, {}).values()), default=0)

    def dealings(self, sentence: Sentence, states: frozenset[str], type_: str) -> dict[str, Dealings]:
        """Return what some states have had to do with every other state so far."""
        last: dict[str, Past] = {}
        for past in reversed(self.acts):
            for party in past.across(states):
                last.setdefault(str(party.state), past)
        often: Counter[str] = Counter()
        for state in states:
            for other, (count, _) in self._partners.get(state, {}).items():
                often[other] += count
        foes = self._foes(frozenset(state for state in last if clash(type_, last[state].type)), states)
        doers = states_of(self.acts[-1].actors) if self.acts and not self.acts[-1].mutual else frozenset()
        return {
            state: Dealings(
                often=often[state], doer=state in doers, ago=sentence.index - last[state].sentence if state in last else -1,
                clash=state in last and clash(type_, last[state].type), foe=state in foes,
            )
            for state in {*last, *often, *doers, *foes}
        }  # fmt: skip

    def _foes(self, friends: frozenset[str], states: frozenset[str]) -> frozenset[str]:
        """Return with whom the friends of some states quarrel."""
        found: set[str] = set()
        for past in self.acts if friends else ():
            if past.type in COLD:
                found |= states_of(past.across(friends))
        return frozenset(found - friends - states)
