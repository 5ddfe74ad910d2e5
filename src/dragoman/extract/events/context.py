"""The side of an act that its sentence leaves out, taken from what the document said before.

"Paris recalled its ambassador" has a recipient that every reader knows. Candidates are tried from the closest to the
loosest: the plural that points back ("both countries"), the thing's own story ("the accusation": whoever accused), the
last dealings of the actor, what a third party reacts to, the dyad that the document is about. What is found is scored
lower than what a sentence says itself, and its evidence is the antecedent.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from msgspec.structs import replace

from dragoman.extract.events.draft import Draft
from dragoman.extract.events.echoes import echoed
from dragoman.extract.events.filling import states_of
from dragoman.extract.events.nouns import coordinated, noun_slot
from dragoman.extract.events.parties import PartyFinder
from dragoman.extract.events.passives import is_passive
from dragoman.extract.events.past import (
    ACCORD,
    COLD,
    Past,
    answered,
    aside_of,
    clash,
    count_partners,
    deed_of,
    is_returned,
    one_a_state,
    parallel_in,
    sides_apart,
    told_in,
)
from dragoman.extract.events.phrases import case_of
from dragoman.extract.events.salience import Dealings, Salience
from dragoman.extract.events.vague import is_negated, is_told_as_deed, is_vague
from dragoman.extract.events.verbs import objects, surface_subject
from dragoman.extract.events.words import Lexicon
from dragoman.extract.parse.tree import ancestors, children, has_label
from dragoman.records import Party, Sentence

_VERDICTS = frozenset(("ACCUSE", "SUPPORT"))
_WINDOW = 6  # sentences back in which an actor's dealings are still in mind: about two news paragraphs
_DEED_WINDOW = 3  # sentences back in which a deed is what "the decision" points back to
_REACTION = 0  # the same for somebody new who reacts: the same sentence; wider, two in three were wrong on development texts
_SHARED_STEM = 5  # letters: accus-e, accus-ation
_CERTAINTY = {"plural": 0.85, "thing": 0.8, "clause": 0.8}
_AGENTLESS = frozenset(  # whose doer a passive may leave out: "was declared persona non grata"
    ("SANCTION", "COERCE", "ASSAULT", "ACCUSE", "REQUEST", "REJECT", "THREATEN", "MOBILIZE", "RETREAT")
)
_SURE_AGENT = 0.8
_LEAST_SALIENT = 0.4
_UNRIVALLED, _AHEAD = 0.75, 0.35  # so sure, 12 of 17 aims of finite verbs were right that are not guessed otherwise
_PAIR_CANDIDATES = 5
_TWO = 2
_STATE_CODE = 3  # letters; organisations are no "countries", no "neighbours"
_WHEREABOUTS = frozenset(("in", "at", "across", "en", "dans"))  # "the crises in Libya and Syria": nobody's doing
_LIST_WINDOW = 8  # sentences in which a list just read is what a plural points back to
_DEALT = 1.0  # what dealings with each other weigh in the choice of a pair, against how much each is in mind


_DEEDS = frozenset(("ASSAULT", "COERCE", "MOBILIZE"))
_TO_BOTH = frozenset(("REQUEST", "AGREE", "CONSULT", "THREATEN", "SUPPORT"))


def _sureness(probability: float) -> float:
    """Return by how much a side found by its salience lowers the score of its act."""
    return 0.55 + 0.4 * probability


class Context:
    """What a document has reported so far. Filled in the order of the text."""

    def __init__(self, sentences: Sequence[Sentence], drafts: Iterable[Draft], finder: PartyFinder, lexicon: Lexicon) -> None:
        self._past: list[Past] = []
        self._lists: list[tuple[int, tuple[Party, ...]]] = []
        self._previous: Sentence | None = None
        self._nouns: dict[str, tuple[Sentence, int]] = {}
        self._finder = finder
        self._lexicon = lexicon
        self._partners = count_partners((draft.actors, draft.recipients) for draft in drafts)
        dealings = {state: sum(count for count, _ in others.values()) for state, others in self._partners.items()}
        self._salience = Salience(sentences, finder.lookup, dealings)

    def open(self, sentence: Sentence) -> None:
        """Remember who is named side by side in a sentence ("Finland and Sweden"), for the plurals that point back."""
        for token in sentence.tokens:
            if token.dep == "conj" or token.pos not in ("NOUN", "PROPN", "ADJ") or not children(sentence, token.i, "conj"):
                continue
            if _WHEREABOUTS & set(case_of(sentence, token.i)):
                continue
            parties = one_a_state(self._finder.of_group(sentence, coordinated(sentence, token.i)), frozenset())
            if len(parties) == _TWO and self._finder.goes_before(sentence, parties):
                continue  # "Japan, Australia and Canada": the parse has only two of them
            if len(parties) > 1:
                self._lists.append((sentence.index, parties))

    def close(self, sentence: Sentence) -> None:
        """Remember the things that a sentence speaks of, for those that come back ("a bill", then "the bill")."""
        self._previous = sentence
        for token in sentence.tokens:
            if token.pos == "NOUN":
                self._nouns[token.lemma] = (sentence, token.i)

    def note(self, sentence: Sentence, draft: Draft) -> None:
        """Remember an act."""
        stems = frozenset(sentence.tokens[index].lemma[:_SHARED_STEM] for index in draft.match.tokens)
        self._past.append(
            Past(
                sentence=sentence.index, head=draft.match.head, type=draft.match.entry.row.type, stems=stems,
                actors=draft.actors, recipients=draft.recipients, mutual=draft.mutual, borrowed=bool(draft.context),
                depth=sum(1 for _ in ancestors(sentence, draft.match.head)), entry=draft.match.entry,
            )
        )  # fmt: skip

    def fill(self, sentence: Sentence, draft: Draft) -> Draft | None:  # noqa: PLR0911
        """Return a draft with its open side filled; without an antecedent, what the sentence alone gives."""
        if draft.pointer:
            found = self._plural(sentence, draft)
            return found or draft.alone
        if is_negated(sentence, draft.match.head, draft.match.tokens):
            return draft.alone
        if draft.lack == "act":
            return echoed(self._past, sentence, draft)
        if draft.lack != "recipient":
            return self._lacking(sentence, draft) or draft.alone
        if draft.mutual and self._is_circle(draft):
            return draft.alone
        for name, sure, parties in self._counterparts(sentence, draft):
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
            pair = self._pair(sentence, at, frozenset())
            score = draft.score * _CERTAINTY["plural"]
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
        rated = self._salience.rated(sentence, verb.start, states, self._dealings(sentence, states, row.type))
        if not rated or rated[0][0] < _SURE_AGENT:
            return None
        score = draft.score * _sureness(rated[0][0])
        return replace(draft, actors=(rated[0][1],), context="agent", score=score, open=False, alone=None)

    def _whose(self, sentence: Sentence, draft: Draft, states: frozenset[str]) -> Draft | None:
        """Give somebody without a state ("militants", "a drone") the state of the place where the sentence has it."""
        at = sentence.tokens[draft.match.head].start
        there = self._salience.places(sentence, at, states)
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

    def _pair(self, sentence: Sentence, at: int, without: frozenset[str]) -> tuple[Party, ...]:
        """Return the two states most in mind that have to do with each other."""
        rated = [
            item for item in self._salience.rated(sentence, at, without, {}) if len(str(item[1].state)) == _STATE_CODE
        ][:_PAIR_CANDIDATES]
        best: tuple[float, tuple[Party, ...]] = (0.0, ())
        for (left, one), (right, other) in combinations(rated, 2):
            dealt = self._partners.get(str(one.state), {}).get(str(other.state))
            value = left + right + (_DEALT * min(dealt[0], 4) / 4 if dealt else 0.0)
            best = max(best, (value, (one, other)), key=lambda item: item[0])
        return best[1]

    def _plural(self, sentence: Sentence, draft: Draft) -> Draft | None:
        """Let "both countries", as actors, stand for the sides of the last act with that many states."""
        at = sentence.tokens[draft.match.head].start
        subject = self._last_subject(sentence, at) if draft.number == 0 else ()
        if len(states_of(subject)) == 1:  # "the Saudis ... they", "les États-Unis ... ils": a plural that is one state
            score = draft.score * _CERTAINTY["plural"]
            one = replace(draft, actors=subject, context="plural", score=score, pointer=False, number=-1, mutual=False)
            return replace(one, open=False, alone=None) if one.recipients else self.fill(sentence, one)
        group = self._group(sentence, at, draft.number, states_of(draft.recipients))  # "they asked Oslo": not Oslo itself
        if not group:
            return None
        score = draft.score * _CERTAINTY["plural"]
        together = replace(draft, actors=group, context="plural", score=score, open=False, alone=None)
        if draft.recipients or draft.mutual or is_returned(sentence, draft.match.head):
            return replace(together, mutual=not draft.recipients)
        about = self._counterparts(sentence, replace(together, pointer=False, number=-1))  # "both countries denounced it"
        thing = next((sides_apart(parties, group) for name, _, parties in about if name == "thing" and parties), ())
        return replace(together, recipients=thing, mutual=not thing)

    def _last_subject(self, sentence: Sentence, at: int) -> tuple[Party, ...]:
        """Return the plural subject named last before a place in the sentence, else that of the sentence before."""
        before = [token for token in sentence.tokens if token.start < at]
        for where, tokens in ((sentence, before), (self._previous, self._previous.tokens if self._previous else ())):
            for token in reversed(tokens):
                if where is None or not has_label(token, "nsubj") or token.pos not in ("NOUN", "PROPN"):
                    continue
                parties = one_a_state(self._finder.of_group(where, coordinated(where, token.i)), frozenset())
                plural = "Number=Plur" in token.morph or token.text.endswith(("s", "Unis"))
                if parties and plural:
                    return parties
        return ()

    def _named_before(self, sentence: Sentence, at: int, without: frozenset[str]) -> tuple[Party, ...]:
        """Return the one state of a sentence's last plural before an act ("deplored the raids of Oslo's men, asked them").

        Nothing where the plural belongs to those who act, or where a list stands before the act.
        """
        if any(index == sentence.index and named[0].start < at for index, named in self._lists):
            return ()
        for token in reversed([token for token in sentence.tokens if token.start < at]):
            if token.pos in ("NOUN", "PROPN") and "Number=Plur" in token.morph and not has_label(token, "compound", "amod"):
                parties = one_a_state(self._finder.of_group(sentence, (token.i,)), frozenset())
                if parties:
                    return parties if len(parties) == 1 and not states_of(parties) & without else ()
        return ()

    def _group(self, sentence: Sentence, at: int, number: int, without: frozenset[str]) -> tuple[Party, ...]:
        """Return for whom a plural stands: a list just read, else the pair most in mind, else the sides of an act."""
        for index, named in reversed(self._lists):
            if index < sentence.index - _LIST_WINDOW:
                break
            if named[0].start > at or states_of(named) & without:
                continue
            if len(named) == number or (number == 0 and index >= sentence.index - 1):
                return named
        if number in (0, _TWO):
            return self._just_met(sentence, without, number) or self._pair(sentence, at, without)
        for past in self._recent(sentence, _WINDOW):
            for side in (past.actors + past.recipients, past.recipients, past.actors):
                parties = one_a_state(side, without)
                if len(parties) == number:
                    return parties
        return ()

    def _just_met(self, sentence: Sentence, without: frozenset[str], number: int) -> tuple[Party, ...]:
        """Return the two who did something together earlier in the sentence ("A received B, and both leaders signed").

        For a plural that counts two, also those of whom one did something to the other ("A expelled B's envoy; the two later").
        """
        for past in self._recent(sentence, 0):
            parties = one_a_state(past.actors + past.recipients, without)
            if (past.mutual or (number == _TWO and not past.borrowed)) and len(parties) == _TWO:
                return parties
        return ()

    def _recent(self, sentence: Sentence, window: int) -> Iterator[Past]:
        for past in reversed(self._past):
            if past.sentence < sentence.index - window:
                return
            yield past

    def _counterparts(self, sentence: Sentence, draft: Draft) -> Iterator[tuple[str, float, tuple[Party, ...]]]:
        """Yield whom an act may be aimed at, the surest first, with how sure that is."""
        states = states_of(draft.actors)
        if draft.number >= 0:
            at = sentence.tokens[draft.match.head].start
            if draft.pronoun and draft.number == 0:
                yield "plural", _CERTAINTY["plural"], self._named_before(sentence, at, states)
            yield "plural", _CERTAINTY["plural"], self._group(sentence, at, draft.number, states)
            if draft.number > _TWO:
                return  # "the four powers" are no one else
        aside = aside_of(sentence, draft.match.head)
        if aside >= 0:
            yield "thing", _CERTAINTY["thing"], told_in(self._past, sentence, aside, states)
        yield "thing", _CERTAINTY["thing"], answered(self._past, sentence, draft.match.head, draft.match.entry.row.type, states)
        if draft.thing:
            yield "thing", _CERTAINTY["thing"], self._owner_of(sentence, draft, states)
        if draft.thing and draft.anaphoric:
            yield "thing", _CERTAINTY["thing"], self._introduced(sentence, draft.thing, states)
        if self._is_about_deed(sentence, draft):
            yield "thing", _CERTAINTY["thing"], self._deed(sentence, draft, states)
        type_ = draft.match.entry.row.type
        yield "thing", _CERTAINTY["thing"], parallel_in(self._past, sentence, draft.match.head, type_, states)
        if not is_vague(sentence, draft):
            yield "clause", _CERTAINTY["clause"], self._beside(sentence, draft, states)
            yield from self._salient(sentence, draft, states)
        elif is_told_as_deed(sentence, draft):
            yield from self._unrivalled(sentence, draft, states)

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
        group = objects(sentence, above.i, self._lexicon.control)
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
        recent = sorted(self._recent(sentence, _DEED_WINDOW), key=lambda past: (-past.sentence, past.depth))
        return deed_of(recent, draft.match.entry.row.type, states)

    def _salient(
        self, sentence: Sentence, draft: Draft, states: frozenset[str]
    ) -> Iterator[tuple[str, float, tuple[Party, ...]]]:
        """Yield who is most in mind, where that is sure enough."""
        rated = [item for item in self._rated(sentence, draft, states) if self._can_suffer(draft, item[1])]
        if draft.mutual and draft.alone is not None and draft.alone.mutual:  # the other is told: "met a writer in London"
            rated = [item for item in rated if not self._salience.is_scene(str(item[1].state), sentence)]
        if rated and rated[0][0] >= _LEAST_SALIENT:
            best = self._as_outsider(draft, states, [party for _, party in rated[:2]])
            yield "salient", _sureness(rated[0][0]), self._with_allies(draft, states, best)

    def _unrivalled(
        self, sentence: Sentence, draft: Draft, states: frozenset[str]
    ) -> Iterator[tuple[str, float, tuple[Party, ...]]]:
        """Yield who is most in mind where nobody else comes near: whose a ship, a camp, a loan is, told as done."""
        rated = [item for item in self._rated(sentence, draft, states) if self._can_suffer(draft, item[1])]
        best, second = ([probability for probability, _ in rated] + [0.0, 0.0])[:2]
        if best >= _UNRIVALLED and best - second >= _AHEAD:
            yield "salient", _sureness(best), (rated[0][1],)

    def _can_suffer(self, draft: Draft, party: Party) -> bool:
        """Tell whether somebody can be who was struck or seized without being named: an organisation hardly is."""
        if draft.match.entry.row.type not in _DEEDS:
            return True
        actor = self._finder.lookup.actor(str(party.state))
        return actor is None or actor.kind != "organisation"

    def _rated(self, sentence: Sentence, draft: Draft, states: frozenset[str]) -> list[tuple[float, Party]]:
        """Return whom an act may concern, the most likely first."""
        token = sentence.tokens[draft.match.head]
        dealings = self._dealings(sentence, states, draft.match.entry.row.type)
        voices = states_of(self._finder.told_by(sentence, token.i))
        return self._salience.rated(sentence, token.start, states, dealings, voices)

    def _as_outsider(self, draft: Draft, states: frozenset[str], best: list[Party]) -> tuple[Party, ...]:
        """Return the first of two, or both where an outsider speaks to a pair that deals with itself ("urged restraint")."""
        if len(best) == _TWO and draft.match.entry.row.type in _TO_BOTH and not draft.mutual:
            one, other = (str(party.state) for party in best)
            own = max((self._often(state, side) for state in states for side in (one, other)), default=0)
            if self._often(one, other) > own:
                return tuple(best)
        return tuple(best[:1])

    def _with_allies(self, draft: Draft, states: frozenset[str], best: tuple[Party, ...]) -> tuple[Party, ...]:
        """Return, for who answers a deed, all who did it together: "X and Y struck Z. Z vowed revenge"."""
        if draft.mutual or len(best) != 1 or draft.match.entry.row.type not in COLD:
            return best
        for past in reversed(self._past):
            doers = one_a_state(past.actors, states)
            if states & states_of(past.recipients) and best[0].state in states_of(doers):
                return doers if past.type in COLD and not past.mutual and len(doers) == _TWO else best
        return best

    def _often(self, left: str, right: str) -> int:
        dealt = self._partners.get(left, {}).get(right)
        return dealt[0] if dealt is not None else 0

    def _dealings(self, sentence: Sentence, states: frozenset[str], type_: str) -> dict[str, Dealings]:
        """Return what some states have had to do with every other state so far."""
        last: dict[str, Past] = {}
        for past in reversed(self._past):
            for party in past.across(states):
                last.setdefault(str(party.state), past)
        often: Counter[str] = Counter()
        for state in states:
            for other, (count, _) in self._partners.get(state, {}).items():
                often[other] += count
        foes = self._foes(frozenset(state for state in last if clash(type_, last[state].type)), states)
        doers = states_of(self._past[-1].actors) if self._past and not self._past[-1].mutual else frozenset()
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
        for past in self._past if friends else ():
            if past.type in COLD:
                found |= states_of(past.across(friends))
        return frozenset(found - friends - states)

    def _owner_of(self, sentence: Sentence, draft: Draft, states: frozenset[str]) -> tuple[Party, ...]:
        """Return whose doing a thing is: the sides of the last act that it can name ("the charges": who accused)."""
        entries = self._lexicon.entries.get(draft.thing, ())
        types = frozenset(entry.row.type for entry in entries if entry.row.pos == "NOUN" and not entry.others)
        types |= ACCORD if "AGREE" in types else frozenset()
        stem = draft.thing[:_SHARED_STEM]
        for past in self._leading(sentence, _WINDOW):
            if past.type in types or (len(stem) == _SHARED_STEM and stem in past.stems):
                return past.across(states) or past.doers()
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
            found = one_a_state(self._finder.of_group(there, heads), states)
            if not found:
                inner = (party for head in heads for parties in self._finder.inside(there, head) for party in parties)
                found = one_a_state(tuple(inner), states)
            if found:
                return found
        return ()

    def _leading(self, sentence: Sentence, window: int) -> list[Past]:
        """Return the recent acts, the last sentence first, and of each sentence its main clause before the rest."""
        recent = list(self._recent(sentence, window))
        return sorted(recent, key=lambda past: (-past.sentence, past.borrowed, past.depth))
