"""Whom an act may be aimed at where its sentence does not say so, by what the document told before."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.extract.events.draft import Draft
from dragoman.extract.events.filling import states_of
from dragoman.extract.events.memory import RECENT, SHARED_STEM, TWO, Memory
from dragoman.extract.events.nouns import noun_slot
from dragoman.extract.events.parties import PartyFinder
from dragoman.extract.events.passives import is_passive
from dragoman.extract.events.past import ACCORD, COLD, answered, aside_of, deed_of, one_a_state, parallel_in, told_in
from dragoman.extract.events.plurals import Plurals
from dragoman.extract.events.vague import is_told_as_deed, is_vague
from dragoman.extract.events.verbs import objects, surface_subject
from dragoman.extract.events.words import Lexicon
from dragoman.extract.parse.tree import children, has_label
from dragoman.records import Party, Sentence

CERTAINTY = {"plural": 0.85, "thing": 0.8, "clause": 0.8}
_VERDICTS = frozenset(("ACCUSE", "SUPPORT"))
_DEED_WINDOW = 3  # sentences back in which a deed is what "the decision" points back to
_LEAST_SALIENT = 0.4
_UNRIVALLED, _AHEAD = 0.75, 0.35  # so sure, 12 of 17 aims of finite verbs were right that are not guessed otherwise
_DEEDS = frozenset(("ASSAULT", "COERCE", "MOBILIZE"))
_TO_BOTH = frozenset(("REQUEST", "AGREE", "CONSULT", "THREATEN", "SUPPORT"))


def sureness(probability: float) -> float:
    """Return by how much a side found by its salience lowers the score of its act."""
    return 0.55 + 0.4 * probability


class Counterparts:
    """Finds the other side of the acts of a document."""

    def __init__(self, memory: Memory, plurals: Plurals, finder: PartyFinder, lexicon: Lexicon) -> None:
        self._memory = memory
        self._plurals = plurals
        self._finder = finder
        self._lexicon = lexicon

    def of(self, sentence: Sentence, draft: Draft) -> Iterator[tuple[str, float, tuple[Party, ...]]]:
        """Yield whom an act may be aimed at, the surest first, with how sure that is."""
        states = states_of(draft.actors)
        if draft.number >= 0:
            at = sentence.tokens[draft.match.head].start
            if draft.pronoun and draft.number == 0:
                yield "plural", CERTAINTY["plural"], self._plurals.named_before(sentence, at, states)
            yield "plural", CERTAINTY["plural"], self._plurals.group(sentence, at, draft.number, states)
            if draft.number > TWO:
                return  # "the four powers" are no one else
        aside = aside_of(sentence, draft.match.head)
        if aside >= 0:
            yield "thing", CERTAINTY["thing"], told_in(self._memory.acts, sentence, aside, states)
        type_ = draft.match.entry.row.type
        yield "thing", CERTAINTY["thing"], answered(self._memory.acts, sentence, draft.match.head, type_, states)
        if thing := draft.thing or self._condemned(sentence, draft):
            yield "thing", CERTAINTY["thing"], self._owner_of(sentence, draft, thing, states)
        if draft.thing and draft.anaphoric:
            yield "thing", CERTAINTY["thing"], self._introduced(sentence, draft.thing, states)
        if self._is_about_deed(sentence, draft):
            yield "thing", CERTAINTY["thing"], self._deed(sentence, draft, states)
        yield "thing", CERTAINTY["thing"], parallel_in(self._memory.acts, sentence, draft.match.head, type_, states)
        if type_ in _DEEDS and (draft.thing or draft.things):
            yield "voice", CERTAINTY["thing"], self._struck_teller(sentence, draft, states)
        if not is_vague(sentence, draft):
            yield "clause", CERTAINTY["clause"], self._beside(sentence, draft, states)
            yield from self._salient(sentence, draft, states)
        elif is_told_as_deed(sentence, draft):
            yield from self._unrivalled(sentence, draft, states)

    def _struck_teller(self, sentence: Sentence, draft: Draft, states: frozenset[str]) -> tuple[Party, ...]:
        """Return who tells of a deed as struck by it: "Kyiv said Russian drones had hit a hospital".

        Not where the doers deal more with somebody else: then the teller is an onlooker.
        """
        told = one_a_state(self._finder.told_by(sentence, draft.match.head), states)
        if len(told) != 1 or not self._can_suffer(draft, told[0]):
            return ()
        mine = max((self._memory.often(state, str(told[0].state)) for state in states), default=0)
        most = max((self._memory.most_often(state) for state in states), default=0)
        return told if mine >= most else ()

    def _beside(self, sentence: Sentence, draft: Draft, states: frozenset[str]) -> tuple[Party, ...]:
        """Return whom the same subject acts on in the clause above ("kept Sweden waiting before lifting its veto")."""
        token = sentence.tokens[draft.match.head]
        if token.pos != "VERB" or not has_label(token, "advcl", "conj") or children(sentence, token.i, "nsubj"):
            return ()
        if draft.thing and draft.match.entry.row.type == "ASSAULT":
            return ()  # "trains Thai troops to fight the drug trade"
        above = sentence.tokens[token.head]
        if above.pos != "VERB" or is_passive(sentence, above.i) or is_passive(sentence, token.i) or above.i > token.i:
            return ()
        group = objects(sentence, above.i, self._lexicon.control, self._lexicon.days)
        return one_a_state(self._finder.of_group(sentence, group.heads), states) if group is not None else ()

    def _is_about_deed(self, sentence: Sentence, draft: Draft) -> bool:
        """Tell whether an act reacts to a deed just told: "deplored the move", "a déploré une décision" as one phrase."""
        if draft.thing in self._lexicon.deeds:
            return draft.anaphoric or draft.pronoun
        if draft.thing or draft.match.entry.row.type not in _VERDICTS:
            return False
        others = (index for index in draft.match.tokens if index != draft.match.head)
        return any(sentence.tokens[index].lemma in self._lexicon.deeds for index in others)

    def _deed(self, sentence: Sentence, draft: Draft, states: frozenset[str]) -> tuple[Party, ...]:
        """Return who did what the text told last, main clauses first."""
        recent = sorted(self._memory.recent(sentence, _DEED_WINDOW), key=lambda past: (-past.sentence, past.depth))
        return deed_of(recent, draft.match.entry.row.type, states)

    def _condemned(self, sentence: Sentence, draft: Draft) -> str:
        """Return the noun of a hostile deed inside a phrase of judging ("condemned the raid"): the text told whose it was."""
        if draft.match.entry.row.type not in _VERDICTS:
            return ""
        words = (sentence.tokens[index].lemma for index in draft.match.tokens if index != draft.match.head)
        return next((word for word in words if word in self._lexicon.doers), "")

    def _owner_of(self, sentence: Sentence, draft: Draft, thing: str, states: frozenset[str]) -> tuple[Party, ...]:
        """Return whose doing a thing is: the sides of the last act that it can name ("the charges": who accused)."""
        entries = self._lexicon.entries.get(thing, ())
        types = frozenset(entry.row.type for entry in entries if entry.row.pos == "NOUN" and not entry.others)
        types |= ACCORD if "AGREE" in types else frozenset()
        stem = thing[:SHARED_STEM]
        for past in self._memory.leading(sentence, RECENT):
            if thing != draft.thing and past.borrowed:
                continue  # whom a guessed act struck says too little about whose raid is condemned
            if past.type in types or (len(stem) == SHARED_STEM and stem in past.stems):
                return past.across(states) or past.doers()
        return ()

    def _introduced(self, sentence: Sentence, thing: str, states: frozenset[str]) -> tuple[Party, ...]:
        """Return whose a thing was when the text last spoke of it: its owner's, else of the subject of that clause."""
        there, index = self._memory.nouns.get(thing, (sentence, -1))
        if index < 0 or there.index < sentence.index - RECENT:
            return ()
        groups = [heads for name in ("poss", "adj", "of", "by") for heads in noun_slot(there, index, name, ())]
        verb = there.tokens[there.tokens[index].head]
        if not groups and verb.pos == "VERB":
            subject = surface_subject(there, verb.i, self._lexicon.control)
            groups += [subject.heads] if subject is not None else []
        for heads in groups:
            found = one_a_state(self._finder.of_group(there, heads), states)
            if not found:
                inner = (party for head in heads for parties in self._finder.inside(there, head) for party in parties)
                found = one_a_state(tuple(inner), states)
            if found:
                return found
        return ()

    def _salient(
        self, sentence: Sentence, draft: Draft, states: frozenset[str]
    ) -> Iterator[tuple[str, float, tuple[Party, ...]]]:
        """Yield who is most in mind, where that is sure enough."""
        rated = [item for item in self._rated(sentence, draft, states) if self._can_suffer(draft, item[1])]
        if draft.mutual and draft.alone is not None and draft.alone.mutual:  # the other is told: "met a writer in London"
            rated = [item for item in rated if not self._memory.salience.is_scene(str(item[1].state), sentence)]
        if rated and rated[0][0] >= _LEAST_SALIENT:
            best = self._as_outsider(draft, states, [party for _, party in rated[:2]])
            yield "salient", sureness(rated[0][0]), self._with_allies(draft, states, best)

    def _unrivalled(
        self, sentence: Sentence, draft: Draft, states: frozenset[str]
    ) -> Iterator[tuple[str, float, tuple[Party, ...]]]:
        """Yield who is most in mind where nobody else comes near: whose a ship, a camp, a loan is, told as done."""
        rated = [item for item in self._rated(sentence, draft, states) if self._can_suffer(draft, item[1])]
        best, second = ([probability for probability, _ in rated] + [0.0, 0.0])[:2]
        if best >= _UNRIVALLED and best - second >= _AHEAD:
            yield "salient", sureness(best), (rated[0][1],)

    def _rated(self, sentence: Sentence, draft: Draft, states: frozenset[str]) -> list[tuple[float, Party]]:
        """Return whom an act may concern, the most likely first."""
        token = sentence.tokens[draft.match.head]
        dealings = self._memory.dealings(sentence, states, draft.match.entry.row.type)
        voices = states_of(self._finder.told_by(sentence, token.i))
        return self._memory.salience.rated(sentence, token.start, states, dealings, voices)

    def _can_suffer(self, draft: Draft, party: Party) -> bool:
        """Tell whether somebody can be who was struck or seized without being named: an organisation hardly is."""
        if draft.match.entry.row.type not in _DEEDS:
            return True
        actor = self._finder.lookup.actor(str(party.state))
        return actor is None or actor.kind != "organisation"

    def _as_outsider(self, draft: Draft, states: frozenset[str], best: list[Party]) -> tuple[Party, ...]:
        """Return the first of two, or both where an outsider speaks to a pair that deals with itself ("urged restraint")."""
        if len(best) == TWO and draft.match.entry.row.type in _TO_BOTH and not draft.mutual:
            one, other = (str(party.state) for party in best)
            own = max((self._memory.often(state, side) for state in states for side in (one, other)), default=0)
            if self._memory.often(one, other) > own:
                return tuple(best)
        return tuple(best[:1])

    def _with_allies(self, draft: Draft, states: frozenset[str], best: tuple[Party, ...]) -> tuple[Party, ...]:
        """Return, for who answers a deed, all who did it together: "X and Y struck Z. Z vowed revenge"."""
        if draft.mutual or len(best) != 1 or draft.match.entry.row.type not in COLD:
            return best
        for past in reversed(self._memory.acts):
            doers = one_a_state(past.actors, states)
            if states & states_of(past.recipients) and best[0].state in states_of(doers):
                return doers if past.type in COLD and not past.mutual and len(doers) == TWO else best
        return best
