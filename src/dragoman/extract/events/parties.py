"""Who stands in a noun phrase: the linked actors (`linked`), or an unknown one with the state that the phrase names."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Sequence
from itertools import tee
from typing import Any

from msgspec.structs import replace

from dragoman.extract.events.clitics import (
    is_clitic,
    is_deed_pronoun,
    is_place_pronoun,
    is_stressed,
    is_subject_pronoun,
    owners,
    relative_antecedent,
)
from dragoman.extract.events.introduced import Introduced
from dragoman.extract.events.linked import LinkedParties
from dragoman.extract.events.lists import Lists
from dragoman.extract.events.matching import Match
from dragoman.extract.events.nouns import Group, noun_slot, possessor, tellers
from dragoman.extract.events.passives import makers
from dragoman.extract.events.phrases import cases_of, unbroken, widened
from dragoman.extract.events.pronouns import Pronouns
from dragoman.extract.events.sides import is_circumstance, side_groups
from dragoman.extract.events.verbs import clause_openers
from dragoman.extract.events.words import Lexicon
from dragoman.extract.names.lookup import Lookup
from dragoman.extract.parse.keeping import keep
from dragoman.extract.parse.tree import children, conjuncts, cover, has_label, subtree, trimmed
from dragoman.extract.speakers.first_person import POSSESSIVES, Voices
from dragoman.ids import unresolved_actor_id
from dragoman.kit import Kit
from dragoman.records import Document, Party, Sentence, Token

_NAME_PARTS = ("compound", "flat", "appos")
_HOLDERS = frozenset(("of", "de", "for", "from"))
_APART = (
    "acl", "appos", "conj", "cc", "punct", "case", "cop", "nsubj", "advcl", "advmod", "mark", "aux", "obl", "parataxis",
    "xcomp", "ccomp", "dep",
)  # fmt: skip
_MEMBERS = frozenset(("member", "membre"))
_ARMS = ("MIL", "COP", "SPY")
_SENT = ("WPN", "MIL")  # weapons, drones: whoever laid or sent them did it
_FROM = frozenset(("from", "de", "depuis"))
ASSETS = frozenset(("souveraineté", "intégrité", "espace", "territoire", "indépendance", "sovereignty", "integrity"))
VIOLATED = frozenset(("violation", "atteinte", "attaque", "attack", "breach", "infringement"))
_FOLLOWERS = frozenset(("combattant", "milicien", "guérillero", "partisan", "fighter", "militiaman", "guerrilla", "gunman"))
_OWN_ARMS = frozenset(("GOV", "MIL", "COP", "SPY", "LEG"))
_OF_OTHERS = frozenset(("counterpart", "colleague", "mediator", "homologue", "médiateur"))  # "my counterpart" is another's
_MOST_PARTIES = 8  # a longer coordination is a list of topics or a parse fault


def is_resolved(party: Party) -> bool:
    """Tell whether a party is somebody of the base, or acts for a state."""
    return party.state is not None or not party.actor.startswith("nil:")


class PartyFinder:
    """Reads the parties of one document off its noun phrases; `linked` answers for single words."""

    def __init__(
        self, document: Document, sentences: Sequence[Sentence], lookup: Lookup, lexicon: Lexicon, voices: Voices, kit: Kit
    ):
        self._document = document
        self._sentences = sentences
        self._lookup = lookup
        self.lexicon = lexicon
        self._concerning = tuple(lexicon.words("concerning"))
        self._voices = voices
        self.linked = LinkedParties(lookup, kit, document.language)
        self.lists = Lists(document.text, lookup, self.linked)
        self._introduced = Introduced(sentences, self.linked, kit)
        self._pronouns = Pronouns(sentences, lookup, self.linked, lexicon, kit, self.at)
        self.kept: dict[tuple[Hashable, ...], Any] = {}

    def groups(self, sentence: Sentence, match: Match, slots: Iterable[tuple[str, tuple[str, ...]]]) -> Iterator[Group]:
        """Yield what may fill a side of a match (`side_groups`); each group is looked for once."""
        wanted = tuple(slots)
        key = (sentence.index, match.head, match.tokens, match.entry.row.pos == "NOUN", wanted)
        known = self.kept[key] if key in self.kept else side_groups(sentence, match, wanted, self.lexicon)
        self.kept[key], found = tee(known)
        return found

    def is_circumstance(self, sentence: Sentence, match: Match, group: Group) -> bool:
        """Tell whether a phrase beside a verb names whose will or help its act goes with or against, not whom it concerns."""
        if match.entry.row.pos != "VERB" or group.slot not in ("prep", "linear"):
            return False
        governed = not any(token.i not in match.tokens for token in children(sentence, match.head, "obj"))
        return any(is_circumstance(sentence, head, self.lexicon, governed) for head in group.heads)

    @keep
    def of_group(self, sentence: Sentence, heads: tuple[int, ...], place: bool = False) -> tuple[Party, ...]:
        """Return the parties of coordinated noun phrases, each actor once."""
        found: dict[tuple[str, str | None], Party] = {}
        openers = clause_openers(sentence) if len(heads) > 1 else frozenset()
        joined = (head for head in heads[1:_MOST_PARTIES] if head not in openers)  # "talks with Oslo and Rome threatened to"
        for head in (*heads[:1], *joined):
            for party in self.at(sentence, head, place):
                found.setdefault((party.actor, party.state), party)
        if found and any(party.state for party in found.values()):
            for party in self.lists.after(sentence, heads[0], tuple(found.values())[-1]):
                found.setdefault((party.actor, party.state), party)
        return self._without_whole(sentence, heads, tuple(found.values()))

    def _without_whole(self, sentence: Sentence, heads: tuple[int, ...], parties: tuple[Party, ...]) -> tuple[Party, ...]:
        """Leave out the organisation that only says what states named beside it are ("NATO members, France and Turkey")."""
        if not any(sentence.tokens[head].lemma in _MEMBERS for head in heads):
            return parties
        told = tuple(party for party in parties if not self.linked.is_organisation(party.state))
        return told if any(party.state for party in told) else parties

    @keep
    def at(self, sentence: Sentence, head: int, place: bool = False) -> tuple[Party, ...]:
        """Return whom the noun phrase with this head names; nothing where nobody can act there."""
        token = sentence.tokens[head]
        if speaking := self._voices.parties(token) or self._voices.owners(token) or self._ours(sentence, head):
            return speaking
        if sentence.language == "fr":
            if is_clitic(token):
                return self._pronouns.behind_clitic(sentence, token)
            if is_place_pronoun(token):
                return () if is_deed_pronoun(sentence, token, self.lexicon) else self._pronouns.there(sentence, token)
            if (antecedent := relative_antecedent(sentence, token, self.lexicon)) is not None and antecedent != head:
                return self.at(sentence, antecedent, place)
        found = (
            self._led(sentence, head)
            or self._several(sentence, head, place)
            or self.linked.at(sentence, sentence.tokens[head], place)
            or self._named(sentence, head, place)
            or self._titled(sentence, head)
            or self._introduced.at(sentence, head)
            or self._described(sentence, head)
        )
        if found and not any(is_resolved(party) for party in found):
            found = self._introduced.at(sentence, head) or self._pronouns.behind_subject(sentence, token) or found
        if not found and sentence.language == "fr" and (is_subject_pronoun(token) or is_stressed(token)):
            return self._pronouns.behind_subject(sentence, token) or self._pronouns.behind_clitic(sentence, token)
        start, end = self.phrase(sentence, head)
        return tuple(
            replace(party, start=min(start, party.start), end=max(end, party.end))
            for party in self._with_state(sentence, head, found)
        )

    def told_by(self, sentence: Sentence, index: int) -> tuple[Party, ...]:
        """Return in whose words a token stands: by the verb of telling above it, else by the quotation around it."""
        for teller in tellers(sentence, index):
            if found := self.of_group(sentence, teller):
                return found
        return self._voices.around(sentence.tokens[index])

    def doers(self, token: Token) -> frozenset[str] | None:
        """Return where a noun for a hostile deed has its doer ("the bombing of Gaza": not in "of"); None for other nouns."""
        return self.lexicon.doers.get(token.lemma) if token.pos == "NOUN" else None

    @property
    def lookup(self) -> Lookup:
        """The links of the document."""
        return self._lookup

    def _ours(self, sentence: Sentence, head: int) -> tuple[Party, ...]:
        """Return the speaker's state where the phrase is an arm of it ("our army", "notre gouvernement")."""
        token = sentence.tokens[head]
        owner = next((t for t in children(sentence, head, "nmod:poss", "det") if t.text.lower() in POSSESSIVES), None)
        word = token.lemma if token.lemma in self.lexicon.actors else token.text.lower()
        if owner is None or word in _OF_OTHERS or self.lexicon.actors.get(word) not in _OWN_ARMS:
            return ()
        if self._states(sentence, head) != (None,):
            return ()
        start, end = self.phrase(sentence, head)
        return tuple(
            Party(actor=party.state, name=party.name, state=party.state, start=start, end=end)
            for party in self._voices.owners(owner) if party.state is not None
        )  # fmt: skip

    def _led(self, sentence: Sentence, head: int) -> tuple[Party, ...]:
        """Return the state of the leader whose government a phrase names: "le gouvernement de M. Rama"."""
        token = sentence.tokens[head]
        if token.pos != "NOUN" or self.lexicon.actors.get(token.lemma) != "GOV" or self.linked.is_person(token):
            return ()
        for heads in noun_slot(sentence, head, "of", ()):
            if len(heads) > 1:
                continue
            words = [sentence.tokens[heads[0]], *children(sentence, heads[0], "flat", "appos")]
            named = next((word for word in words if word.text[:1].isupper() and self.linked.is_person(word)), None)
            parties = self.linked.at(sentence, named, False) if named is not None else ()
            return tuple(replace(party, actor=party.state) for party in parties[:1] if party.state is not None)
        return ()

    def _several(self, sentence: Sentence, head: int, place: bool) -> tuple[Party, ...]:
        """Return the parties for whom a plural stands: "the leaders of Chad, Mali and Niger"."""
        token = sentence.tokens[head]
        people = self._is_actor_noun(token)
        if "Number=Plur" not in token.morph or not (people or self.linked.at(sentence, token, place)):
            return ()
        joint = self._joint(sentence, head)
        if joint or not people:
            return joint
        for heads in noun_slot(sentence, head, "of", ()):
            if len(heads) > 1:
                found = [party for index in heads for party in self.linked.at(sentence, sentence.tokens[index], place)]
                return tuple(found) if len({party.state for party in found}) > 1 else ()
        return ()

    def _joint(self, sentence: Sentence, head: int) -> tuple[Party, ...]:
        """Return a party for each of the states whose people a plural names together: "US and Chinese officials"."""
        bare = [t for t in children(sentence, head, "amod", "compound", "nmod") if not cases_of(sentence, t)]
        rows = [conjuncts(sentence, token.i) for token in bare]
        states = list(dict.fromkeys(state for row in rows for member in row for state in self.linked.people_at(member)))
        if len(states) < 2 or not any(len(row) > 1 for row in rows):
            return ()
        start, end = self.phrase(sentence, head)
        name = self._document.text[start:end]
        return tuple(Party(actor=state, name=name, state=state, start=start, end=end) for state in states)

    def _with_state(self, sentence: Sentence, head: int, parties: tuple[Party, ...]) -> tuple[Party, ...]:
        """Give one unknown person the state that the phrase names ("French minister X")."""
        if len(parties) != 1 or parties[0].state is not None:
            return parties
        states = self._states(sentence, head)
        if states == (None,) and sentence.tokens[head].dep == "appos":
            states = self._states(sentence, sentence.tokens[head].head)
        return (replace(parties[0], state=states[0]),) if len(states) == 1 else parties

    def inside(
        self, sentence: Sentence, head: int, place: bool = False, only: frozenset[str] | None = None
    ) -> Iterator[tuple[Party, ...]]:
        """Yield the parties named inside a phrase that is nobody itself ("Turkey's decision", "the invasion of Mali").

        An owner stands for the whole phrase, so it gets its span. `only` these slots are looked at, if given.
        """
        whole = self.phrase(sentence, head)
        slots = (
            ("poss", ()), ("adj", ()), ("by", ()), ("between", ()), ("of", ()),
            ("prep", self._concerning),
        )  # fmt: skip
        for name, words in slots:
            for heads in noun_slot(sentence, head, name, words) if only is None or name in only else ():
                found = self.of_group(sentence, heads, place)
                if found:
                    yield tuple(widened(party, whole) for party in found) if name in ("poss", "adj") else found
                elif name in ("of", "prep") and not self._is_violated(sentence, head, heads[0]):
                    for deeper in (("poss", ()), ("adj", ()), ("of", ())):
                        for inner in noun_slot(sentence, heads[0], deeper[0], ()):
                            if parties := self.of_group(sentence, inner, place):
                                yield parties
        for heads in makers(sentence, head):
            if parties := self.of_group(sentence, heads, place):
                yield parties

    def _is_violated(self, sentence: Sentence, deed: int, what: int) -> bool:
        """Tell whether a noun names what a violation is of: whose it is suffers ("a violation of the sovereignty of Yemen")."""
        return sentence.tokens[deed].lemma in VIOLATED and sentence.tokens[what].lemma in ASSETS

    def _named(self, sentence: Sentence, head: int, place: bool) -> tuple[Party, ...]:
        """Return the parties of a name beside the head: "president" in "French President Emmanuel Macron"."""
        for child in children(sentence, head, *_NAME_PARTS, "nmod"):
            apart = child.dep == "nmod" and (child.pos != "PROPN" or self._marked(sentence, child.i))
            if apart or (child.dep == "compound" and not self.linked.is_person(child)):
                continue
            named = self.linked.at(sentence, child, place)
            found = tuple(party for party in named if not self.linked.is_region(party))  # "un pétrolier grec en mer Rouge"
            if found and (child.dep != "appos" or child.pos == "PROPN"):
                return found
        return ()

    def _titled(self, sentence: Sentence, head: int) -> tuple[Party, ...]:
        """Return the person whose long title the parser took for the head ("the head of the department X")."""
        if not self._is_actor_noun(sentence.tokens[head]):
            return ()
        for index in reversed(subtree(sentence, head, "acl", "conj", "advcl", "nmod:poss")):
            token = sentence.tokens[index]
            if index <= head or not self.linked.is_person(token) or not has_label(token, "appos", "flat", "nmod", "dep"):
                continue
            if not self._marked(sentence, index) and (found := self.linked.at(sentence, token, False)):
                return found
        return ()

    def _marked(self, sentence: Sentence, index: int) -> bool:
        return bool(children(sentence, index, "case"))

    def _described(self, sentence: Sentence, head: int) -> tuple[Party, ...]:
        """Return an unknown actor for a description ("Turkish troops", "protesters") or an unknown name."""
        token = sentence.tokens[head]
        named = any(name.first <= head < name.last and name.label in ("PER", "ORG") for name in sentence.names)
        if not self._is_actor_noun(token) and not (named and token.pos == "PROPN"):
            return ()
        start, end = self.phrase(sentence, head)
        name = self._document.text[slice(*self.phrase(sentence, head, "det", "nmod:poss"))]
        states = self._states(sentence, head)
        return tuple(
            Party(
                actor=unresolved_actor_id(self._document.id, name if len(states) == 1 else f"{name} {state}"),
                name=name, state=state, start=start, end=end,
            )
            for state in states
        )  # fmt: skip

    def _is_actor_noun(self, token: Token) -> bool:
        word = token.text.lower()
        return (token.pos in ("NOUN", "PROPN") or (token.pos == "ADJ" and not has_label(token, "amod"))) and (
            token.lemma in self.lexicon.actors
            or word in self.lexicon.actors
            or (word.endswith("s") and word[:-1] in self.lexicon.actors and "Number=Sing" not in token.morph)  # "au cours de"
        )

    def _states(self, sentence: Sentence, head: int) -> tuple[str | None, ...]:
        """Return the states that a description names: "Turkish troops", "the army of Syria", "French and Russian envoys"."""
        found: list[str] = []
        for token in children(sentence, head, "amod", "compound", "nmod"):
            if token.dep == "nmod" and not (set(cases_of(sentence, token)) <= _HOLDERS):
                continue
            if sentence.language == "fr" and (owner := relative_antecedent(sentence, token, self.lexicon)) not in (None, head):
                found += [party.state for party in self.at(sentence, owner) if party.state]  # "dont le ministre"
                break
            if (owner := possessor(sentence, token)) is not None:
                found += [party.state for party in self.at(sentence, owner) if party.state]
                break
            for member in conjuncts(sentence, token.i):
                found += self.linked.states_at(member)
            if found:
                break
        sector = self.lexicon.actors.get(sentence.tokens[head].lemma)
        owned = sector in _ARMS or sentence.tokens[head].lemma in _FOLLOWERS
        if not found and owned:  # "leurs avions", "his tanks": whose they are was said before, or comes after
            for where, index in owners(self._sentences, self._lookup, sentence, sentence.tokens[head]):
                found += [party.state for party in self.linked.at(where, where.tokens[index], False) if party.state]
        if not found and sector in _SENT:
            found += self._senders(sentence, head)
        unique = list(dict.fromkeys(found))
        return tuple(unique) if unique else (None,)

    def _senders(self, sentence: Sentence, head: int) -> Iterator[str]:
        """Yield whose a weapon is, by who laid or fired it, or from where: "a bomb laid by the rebels", "fired from Gaza"."""
        for heads in (*makers(sentence, head), *noun_slot(sentence, head, "by", ())):
            yield from (party.state for party in self.of_group(sentence, heads) if party.state)
        for clause in children(sentence, head, "acl"):
            for token in children(sentence, clause.i, "obl", "nmod") if clause.dep == "acl" else ():
                if _FROM & set(cases_of(sentence, token)):
                    yield from (party.state for party in self.linked.at(sentence, token, True) if party.state)

    @keep
    def phrase(self, sentence: Sentence, head: int, *without: str) -> tuple[int, int]:
        """Return the span of a noun phrase without its clauses and without branches of the given labels."""
        kept = subtree(sentence, head, *_APART, *without)
        span = cover(sentence, unbroken(kept, head))
        return trimmed(self._document.text, *span)
