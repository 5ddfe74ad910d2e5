"""Who the source of an attribution is: names, roles, pronouns, organisations, plurals.

A sieve of steps, the surest first. Measured on the project's development texts, "whoever was quoted last" resolves nearly
every pronoun and two definite descriptions in three ("the expert"); what it cannot do are plurals and organisations,
which have steps of their own.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

import msgspec

from dragoman import ids
from dragoman.extract.attribution.cues import CueTable
from dragoman.extract.attribution.drafts import Draft
from dragoman.extract.names.forms import load_feminine
from dragoman.extract.names.lookup import Lookup
from dragoman.extract.names.name_table import NameTable, find_names
from dragoman.extract.parse.nominals import is_bare, is_definite, is_plural, lemmas_of
from dragoman.extract.parse.tree import children, conjuncts, has_label, subtree
from dragoman.extract.speakers.antecedents import Anaphor, find_candidates, named_in, rank
from dragoman.extract.speakers.bodies import Bodies
from dragoman.extract.speakers.gatherings import LEADERS, Gatherings
from dragoman.extract.speakers.memory import NOBODY, RECENT, Memory, Speaker, last_of
from dragoman.extract.speakers.naming import NamedSources
from dragoman.extract.speakers.nearest import Nearest
from dragoman.extract.speakers.papers import Papers
from dragoman.extract.speakers.plural import TOGETHER, coordinated, count_of, heads_of_states, side_by_side
from dragoman.extract.speakers.roles import SINGLE, Roles
from dragoman.extract.speakers.words import (
    ANSWERS,
    ANY_BODY,
    AUTHOR,
    BOTH,
    DEICTIC,
    GOVERNMENTS,
    GROUPS,
    MINISTRIES,
    NEUTER,
    OWN,
    PLURAL,
    SAME,
    SELF,
    SINGULAR,
    SOME,
    THIRD,
    WRITER,
)
from dragoman.kit import Kit
from dragoman.models.logistic import ANTECEDENTS, load_weights
from dragoman.records import Actor, Document, Links, Quote, Sentence, Span, Token

_BACK = 3  # sentences in which "they" finds a subject that has not spoken
_FEW = 5  # sentences in which "both" speak for those quoted
_AGENCIES = frozenset(("body", "agency", "organisation", "organization", "institution", "agence", "organe", "organisme"))
_PHRASES = ("according-to", "opinion")  # rules whose source is all of a phrase
_NEAR = 2  # sentences within which "they" are those who spoke last


def name_speakers(
    document: Document,
    quotes: Sequence[Quote],
    drafts: Sequence[Draft],
    sentences: Sequence[Sentence],
    links: Links,
    table: CueTable,
    author: str | None,
    kit: Kit,
) -> tuple[Quote, ...]:
    """Return the quotes with their speakers: actor ids and canonical names. `author` is who says "I" in the narration."""
    sieve = _Sieve(document, sentences, links, table, author, kit)
    sieve.quotations = tuple(span for quote in quotes if quote.kind == "direct" for span in quote.content)
    named = list(quotes)
    order = sorted(range(len(quotes)), key=lambda i: (quotes[i].cue or quotes[i].content[0])[0])
    for index in order:
        nested = any(quotes[other].source is not None and quotes[other].rule != "turn" for other in quotes[index].chain)
        sieve.around = _around(named, quotes[index])
        speaker = sieve.speaker(drafts[index], nested=nested)
        if nested and speaker.actors and speaker.actors == named[quotes[index].chain[-1]].speakers:
            speaker = sieve.another(drafts[index], speaker)
        carrier = sieve.carrier(drafts[index])
        named[index] = msgspec.structs.replace(
            quotes[index], speakers=speaker.actors, speaker_name=speaker.name, carriers=carrier
        )
    return tuple(_without_self(named, quote) for quote in named)


_CONTINUING = frozenset(("add", "continue", "conclude", "go", "ajouter", "poursuivre", "conclure", "enchaîner", "reprendre"))


def _around(named: Sequence[Quote], quote: Quote) -> tuple[str, ...]:
    """Return who says the words in which a quote stands: in direct speech "he" is somebody else, and "we" is the speaker."""
    direct = (other for other in reversed(quote.chain) if named[other].kind == "direct" or named[other].rule == "turn")
    return next((named[other].speakers for other in direct), ())


def _without_self(quotes: Sequence[Quote], quote: Quote) -> Quote:
    """A speaker who goes on in his own words ("..., which, in his opinion, ...") does not carry himself."""
    if quote.rule != "opinion":
        return quote
    chain = tuple(i for i in quote.chain if quotes[i].speakers != quote.speakers)
    return msgspec.structs.replace(quote, chain=chain)


def _can_be_named(token: Token) -> bool:
    """Tell whether a word coordinated with a speaker can be one: no verb, nor one taken for a name in small letters."""
    return token.pos not in ("VERB", "AUX", "ADJ") and not (token.pos == "PROPN" and token.text.islower())


def _renamed(sentence: Sentence, noun: Token, name: Token) -> bool:
    """`Le constructeur, Andes Vial, assure`: a name between commas that the parser takes for a second speaker."""
    joined = any(t.lemma in ("et", "ou", "and", "or", "&") for t in sentence.tokens[noun.i : name.i])
    single = noun.pos == "NOUN" and name.text[:1].isupper() and "Number=Plur" not in noun.morph
    return single and not joined and name.i > 0 and sentence.tokens[name.i - 1].text == ","


class _Sieve:
    """Resolves the sources of one document, in the order of the text."""

    def __init__(
        self, document: Document, sentences: Sequence[Sentence], links: Links, table: CueTable, author: str | None, kit: Kit
    ) -> None:
        self.document = document
        self.author = author
        self.sentences = sentences
        self.lookup = Lookup(sentences, links)
        self.table = table
        self.names: NameTable = find_names(document, sentences, links, table.sources)
        self.said = NamedSources(document, self.lookup, self.names, table, kit)
        self.memory = Memory()
        self._women = kit.compiled(load_feminine, document.language)
        self._weights = kit.compiled(load_weights, ANTECEDENTS)
        self.starts = [s.start for s in sentences]
        self.quotations: tuple[Span, ...] = ()  # the spans of direct speech
        self.behind = False  # the source in hand stands behind what it says
        self.continuing = False  # it goes on with what it said before ("added the former aide")
        self.content: tuple[Span, ...] = ()  # what it says
        self.around: tuple[str, ...] = ()  # who speaks the words around, where they are direct speech
        self._answering: Speaker | None = None
        self._read: dict[tuple[int, int, Span | None], Speaker] = {}  # whom a noun at a place names, for all that it says
        self.roles = Roles(sentences, self.names, self.said, table)
        self.gatherings = Gatherings(sentences, self.lookup, self.said)
        self.papers = Papers(sentences, self.said, table, self.memory, self.gatherings)
        self.bodies = Bodies(sentences, self.said, table)
        self.nearest = Nearest(sentences, self.said, self.names, self.lookup, table)

    def speaker(self, draft: Draft, nested: bool) -> Speaker:
        """Return who the source of a draft is, and remember it where it is not nested."""
        if draft.rule == "turn" and draft.source is None:  # an answer without a label
            return self._interviewee(draft.content[0][0], draft)
        if draft.source_token is None or draft.source is None:
            return NOBODY
        sentence = self.sentences[draft.sentence]
        if draft.rule == "turn" and self.document.text[slice(*draft.source)].lower() in ANSWERS:
            return self._interviewee(draft.source[0], draft)
        self.behind = draft.content[0][0] < draft.source[0]
        self.content = draft.content
        cue = sentence.tokens[draft.cue_token] if draft.cue_token >= 0 else None
        self.continuing = cue is not None and cue.lemma in _CONTINUING and not nested
        within = draft.source if draft.rule in _PHRASES else None
        place = (draft.sentence, draft.source_token, within)
        noun = sentence.tokens[draft.source_token].pos == "NOUN"
        found = self._read.get(place) if noun else None
        if found is None:
            found = self._read[place] = self.noun_phrase(sentence, draft.source_token, nested, within)
        if not nested:
            self.memory.keep(found, self._heard_until(draft))
            self.papers.written(sentence, draft.medium, found)
        return found

    def another(self, draft: Draft, speaker: Speaker) -> Speaker:
        """`According to the paper X, the captain says`: whom a speaker calls by a bare noun is not himself."""
        sentence = self.sentences[draft.sentence]
        token = sentence.tokens[draft.source_token] if draft.source_token is not None else None
        singular = token is not None and token.pos == "NOUN" and "Number=Plur" not in token.morph
        if token is None or not singular or self.table.sources.get(token.lemma) not in SINGLE:
            return speaker
        return self.said.unnamed(sentence, token)

    def _heard_until(self, draft: Draft) -> int:
        """Return the sentence in which somebody is last heard: a quotation can go on for several behind its cue."""
        last = bisect_right(self.starts, draft.content[-1][1] - 1) - 1
        return max(draft.sentence, self.sentences[last].index if last >= 0 else 0)

    def _interviewee(self, before: int, draft: Draft) -> Speaker:
        """`A:` speaks for the person named last before the first question, in the introduction of an interview."""
        if self._answering is None:
            person = self.names.last_before(min(draft.opening, before) if draft.opening >= 0 else before)
            person = person or self.names.last_before(before)
            self._answering = NOBODY if person is None else self.said.of_actor(person, frozenset())
        self.memory.keep(self._answering, draft.sentence)
        return self._answering

    def carrier(self, draft: Draft) -> tuple[str, ...]:
        """Return the name of whoever only passes a quotation on."""
        if draft.carrier is None:
            return ()
        return (self.noun_phrase(self.sentences[draft.sentence], draft.carrier, True).name,)

    def noun_phrase(self, sentence: Sentence, head: int, nested: bool, span: Span | None = None) -> Speaker:
        """Return whom a noun phrase names; coordinated ones speak together, as far as they stand in `span`."""
        persons = heads_of_states(sentence, sentence.tokens[head], self.names, self.lookup)
        if persons:
            return self._together(persons, lemmas_of(sentence, sentence.tokens[head]))
        led = self.gatherings.led(sentence, sentence.tokens[head])
        if led is not None:
            return led
        heads = [t for t in coordinated(sentence, head) if t.i == head or _can_be_named(t)]
        if len(heads) == 2 and _renamed(sentence, *heads):
            heads = heads[1:]
        if span is not None and span[0] <= sentence.tokens[head].start < span[1]:  # "Selon elle, Droit et justice redoute ..."
            heads = [t for t in heads if span[0] <= t.start < span[1]]
        if len(heads) == 1:
            return self.single(sentence, heads[0], nested)
        parts = [self.single(sentence, token, nested) for token in heads]
        actors = tuple(dict.fromkeys(actor for part in parts for actor in part.actors))
        names = dict.fromkeys(part.name for part in parts if part.name)
        return Speaker(actors, "; ".join(names), "several")

    def single(self, sentence: Sentence, token: Token, nested: bool) -> Speaker:
        """Return whom one noun names: itself, somebody known, or somebody said before."""
        if token.text == "-t" and token.i + 1 < len(sentence.tokens):  # French "a-t-elle": the parser's subject
            token = sentence.tokens[token.i + 1]
        word = token.text.lower().lstrip("-")
        chosen = self.nearest.chosen(sentence, token, self.noun_phrase)
        if chosen is not None:
            return chosen
        if token.pos in ("PRON", "DET") or word in SINGULAR | PLURAL | NEUTER:
            return self.pronoun(sentence, token, nested)
        states = token.lemma in GOVERNMENTS and "Number=Plur" in token.morph and count_of(sentence, token) is not None
        agency = self._agency(sentence, token)
        if agency is not None:
            return agency
        named = self.said.native(sentence, token) or self.said.named(sentence, token, self.content) if not states else None
        if named is not None:
            named = self.said.leader_named(sentence, token, named) or self._same_office(sentence, token, named) or named
            if token.lemma in self.table.documents:
                self.memory.wrote(named, token.lemma)
            return named
        if token.lemma in self.table.documents:
            return self.papers.speaker(sentence, token)
        return self.role(sentence, token, nested)

    def _agency(self, sentence: Sentence, token: Token) -> Speaker | None:
        """`The UN body`, `l'agence onusienne`: the body of an organisation that spoke right before, not the organisation."""
        last = self.memory.last
        near = last is not None and last.kind == "body" and sentence.index - self.memory.sentence <= _NEAR
        if not near or last is None or token.lemma not in _AGENCIES or "Number=Plur" in token.morph:
            return None
        inside = children(sentence, token.i, "amod", "compound", "nmod:poss")
        owners = [actor for t in inside if (index := self.lookup.at(t)) is not None for actor in self.lookup.actor_ids(index)]
        kinds = {actor.kind for owner in owners if (actor := self.lookup.actor(owner)) is not None}
        spoke = self.lookup.actor(last.actors[0]) if len(last.actors) == 1 else None
        other = spoke is not None and spoke.resolved and spoke.kind == "organisation" and spoke.id not in owners
        return last if kinds == {"organisation"} and other and is_definite(sentence, token) else None

    # ------------------------------------------------------------ roles, pronouns

    def role(self, sentence: Sentence, token: Token, nested: bool) -> Speaker:
        """`the expert`, `the minister`, `the parties`, `the ministry`."""
        kind = self.table.sources.get(token.lemma, "")
        if kind and self.memory.last is not None and any(t.text.lower() in SAME for t in children(sentence, token.i, "amod")):
            return self.memory.last  # "the same source"
        together = token.lemma in TOGETHER
        plural = "Number=Plur" in token.morph or together
        kind = "participants" if together else kind
        definite = is_definite(sentence, token)
        bare = (is_bare(sentence, token) or self._told_aside(sentence, token)) and not self.said.qualified(sentence, token)
        kind = "countries" if plural and token.lemma in GOVERNMENTS else kind
        if plural and definite and bare and kind in ("participants", "countries"):
            assembled = token.lemma in LEADERS and count_of(sentence, token) is None
            found = self.gatherings.before(sentence, token, near=True) if assembled else None
            found = found or self._side_by_side(sentence, kind, token)
            found = found or (self.gatherings.before(sentence, token, near=False) if assembled else None)
            found = found or self._linked_several(token)
            if found is not None:
                return found
        if kind == "organisation" and definite and bare and not plural:
            return self._body(sentence, token)
        found = None
        if definite and not plural and kind != "organisation":
            found = self._known_role(sentence, token, (bare or self._in_small(sentence, token)) and not nested, kind)
        unnamed = "many" if plural else "body" if kind == "organisation" else "unnamed"
        return found or self.said.linked_role(sentence, token) or self.said.unnamed(sentence, token, unnamed)

    @staticmethod
    def _told_aside(sentence: Sentence, token: Token) -> bool:
        """`The man, who gave no name, said`: a clause behind a comma does not say which man."""
        clauses = children(sentence, token.i, "acl:relcl")
        others = children(sentence, token.i, "appos", "flat", "nmod", "compound", "nmod:poss")
        return bool(clauses) and not others and is_bare(sentence, token, beside=True)

    @staticmethod
    def _in_small(sentence: Sentence, token: Token) -> bool:
        """Tell whether a noun has no more than words in small letters without a determiner ("ancien aide de camp")."""
        told = [sentence.tokens[i] for i in subtree(sentence, token.i, "acl", "punct") if i != token.i]
        own = [t for t in told if t.head == token.i and has_label(t, "det", "case")]
        return all(t in own or (t.text.islower() and not has_label(t, "det", "nmod:poss", "appos", "conj")) for t in told)

    def _body(self, sentence: Sentence, token: Token) -> Speaker:
        """`the ministry`, `the bloc`: a body quoted under that name; a general word may be the last body quoted."""
        found = self.memory.body_with(token.lemma) or self.said.organ_before(sentence, token)
        found = found or self.said.linked_role(sentence, token) or self.bodies.named_so(token)
        if found is None and token.lemma in MINISTRIES:
            found = self.said.ministry_of(self.memory.persons[-RECENT:])
        if found is None and token.lemma in GROUPS:
            found = self.said.body_before(sentence, token, "group")
        if found is None and token.lemma in ANY_BODY:
            found = last_of(self.memory.bodies) or self.said.body_before(sentence, token, "organisation")
        return found or self.said.unnamed(sentence, token, "body")

    def _known_role(self, sentence: Sentence, token: Token, bare: bool, kind: str) -> Speaker | None:
        """One definite person: the interviewed one, who was described so, or who was quoted last."""
        if kind == "interviewee" and self.memory.persons and not self._elsewhere(sentence, token):
            return self.memory.persons[-1]
        office = self.said.in_office(sentence, token)
        if office is not None and self.said.qualified(sentence, token):  # "the German minister": linking minds the state
            return office
        described = self.names.described(lemmas_of(sentence, token), sentence.start) or self._officer(sentence, token)
        if described is not None:
            return self.said.of_actor(described, lemmas_of(sentence, token))
        if office is not None:
            return office
        plain = is_bare(sentence, token) and not self.said.qualified(sentence, token)
        return self._by_role_word(sentence, token, kind, plain) if bare else None

    def _officer(self, sentence: Sentence, token: Token) -> Actor | None:
        """`The head of the junta, General X ... Its head said`: whom the text describes as that of the body spoken of."""
        possessive = any(t.text.lower() in OWN for t in children(sentence, token.i, "det", "nmod:poss"))
        last = self.memory.last
        if not possessive or last is None or last.kind != "body":
            return None
        wanted = (frozenset((token.lemma, word)) for word in last.words if self.table.sources.get(word) == "organisation")
        return next((found for words in wanted if (found := self.names.described(words, sentence.start)) is not None), None)

    @staticmethod
    def _elsewhere(sentence: Sentence, token: Token) -> bool:
        """`Our interlocutor in Lima`: whom a place tells apart is nobody who spoke before."""
        inside = subtree(sentence, token.i, "acl", "punct")
        return any(name.label == "LOC" and name.first in inside for name in sentence.names)

    def _same_office(self, sentence: Sentence, token: Token, named: Speaker) -> Speaker | None:
        """`Lee attacked Bo. Bo replied. The minister said`: of two in such an office spoken of, the one who spoke last."""
        last = self.memory.last
        near = last is not None and last.kind == "person" and sentence.index - self.memory.sentence <= 1
        taken_up = token.pos == "NOUN" and self.said.is_taken_up(token) and named.kind == "person"
        same = near and taken_up and last is not None and self.said.share_office(named, last)
        return last if same else None

    def _going_on(self, sentence: Sentence) -> Speaker | None:
        """`..., added the former aide`: who spoke right before, by another word."""
        last = self.memory.last
        near = last is not None and last.kind == "person" and sentence.index - self.memory.sentence <= 1
        return last if self.continuing and near else None

    def _by_role_word(self, sentence: Sentence, token: Token, kind: str, plain: bool) -> Speaker | None:
        """`The mayor`: whoever was last quoted, named or introduced with that word, else whoever was quoted last.

        What is more than a noun (not `plain`: "the former aide de camp") is only somebody who goes on.
        Only a general word ("the expert") takes up somebody whom the text calls by another one.
        """
        found = self.roles.latest(sentence, token, self.memory) if plain else None
        if found is not None:
            return found
        if any("Poss=Yes" in t.morph or t.text.lower() in OWN for t in children(sentence, token.i, "det", "nmod:poss")):
            return None  # "its spokeswoman" is nobody who spoke just before
        if not plain:
            return self._going_on(sentence)
        last = self._going_on(sentence)
        if last is not None:
            return last
        stranger = self.said.linked(token) if kind == "persons" else None
        silent = stranger is not None and all(stranger.actors != speaker.actors for speaker in self.memory.persons)
        known = stranger is not None and stranger.kind == "person" and self._has_role(stranger.actors[0])
        if stranger is not None and known and silent:  # "the scientist" was named without having spoken
            return stranger
        return self._last_fitting(sentence, token, kind) if self.memory.persons else None

    def _has_role(self, actor: str) -> bool:
        """Tell whether the text describes somebody by words not of bodies: "the geologist X", not "the X group"."""
        named = [t for s in self.sentences for t in s.tokens if (p := self.names.person_at(t)) is not None and p.id == actor]
        words = {word for token in named for word in self.names.words_at(token)}
        bodies = any(self.table.sources.get(word) == "organisation" for word in words)
        persons = any(self.table.sources.get(word) in SINGLE for word in words)
        return self.names.is_described(actor) and (persons or not bodies)

    def _last_fitting(self, sentence: Sentence, token: Token, kind: str) -> Speaker | None:
        """The last person quoted if the noun names persons in general, or if nothing else is known of that person."""
        if kind not in ("persons", "participants", "interviewee"):
            return None
        last = self.memory.persons[-1]
        described = any(self.table.sources.get(word) in SINGLE for word in last.words - {token.lemma})
        described = described or self.names.is_described(last.actors[0])
        fits = token.lemma in self.table.anyone or not described or self._by_another_word(sentence, token, kind)
        return last if fits else None

    def _by_another_word(self, sentence: Sentence, token: Token, kind: str) -> bool:
        """Tell whether a noun right behind a person's words calls that person anew; "the king" is the one whom all know."""
        last = self.memory.last
        near = last is not None and last.kind == "person" and sentence.index - self.memory.sentence <= 1
        return near and kind == "persons" and token.lemma not in DEICTIC

    def pronoun(self, sentence: Sentence, token: Token, nested: bool) -> Speaker:
        """He or she is whoever was quoted last; within somebody's words, the nearest subject or whom linking found."""
        word = token.text.lower().lstrip("-")
        found: Speaker | None = None
        if word in SELF and not nested and self.author:
            return Speaker((ids.unresolved_actor_id(self.document.id, self.author),), self.author, "person")
        if word in WRITER and not nested and not self._in_quotation(token):
            return Speaker((ids.unresolved_actor_id(self.document.id, AUTHOR),), AUTHOR, "person")
        if word in SOME:  # "some in Brussels"
            return self.said.unnamed(sentence, token, "many")
        if word in BOTH:
            two = self._last_two(sentence) or self.participants(sentence, "participants", token)
            if two is not None:
                return two
        linked = self.said.linked(token)
        if word in SINGULAR | NEUTER:
            found = self._antecedent(sentence, token, word, linked)
        else:
            if nested or has_label(token, "nmod:poss", "det"):
                found = self.nearest_subject(sentence, token)
            found = found or self._other_pronoun(sentence, word, token)
        if found is not None or linked is not None:
            return found or linked or NOBODY
        own = last_of(self.memory.persons) if word in SELF else None
        own = own or (self.subject_of_previous(sentence, token) if word not in SELF else None)
        return own or Speaker((ids.unresolved_actor_id(self.document.id, word),), token.text, "unnamed")

    def _in_quotation(self, token: Token) -> bool:
        return any(start <= token.start < end for start, end in self.quotations)

    def _last_two(self, sentence: Sentence) -> Speaker | None:
        """`Both said`: the two persons quoted last, shortly before."""
        near = [speaker for n, speaker in self.memory.spoken if sentence.index - n <= _FEW and speaker.kind == "person"]
        two = list({speaker.actors: speaker for speaker in reversed(near)}.values())[:2]
        if len(two) < 2:
            return None
        return Speaker((*two[1].actors, *two[0].actors), f"{two[1].name}; {two[0].name}", "several")

    def _antecedent(self, sentence: Sentence, token: Token, word: str, linked: Speaker | None) -> Speaker | None:
        """Return whom a singular pronoun most likely means, of those named shortly before or quoted."""
        anaphor = Anaphor(sentence, token, word, linked, self.around, self.behind, self.quotations)
        candidates = find_candidates(anaphor, self.sentences, self.said, self.memory, self.names, self.lookup)
        if word in THIRD and self.around:  # who speaks says "I"
            candidates = [each for each in candidates if each.speaker.actors != self.around]
        if word in THIRD and has_label(token, "nsubj"):  # "Lee will go, he said": who calls himself by his name?
            told = self._told_of(sentence)
            candidates = [each for each in candidates if each.speaker.actors not in told] or candidates
        best = rank(anaphor, candidates, self.memory.last, self._women, self._weights)
        return best.speaker if best is not None else None

    def _told_of(self, sentence: Sentence) -> set[tuple[str, ...]]:
        """Return the persons whom the words in hand name, in the sentence of their cue."""
        named = named_in(sentence, sentence.end, self.said, self.names, self.lookup)
        inside = ((head, who) for head, who in named if any(a <= head.start < b for a, b in self.content))
        return {who.actors for _, who in inside if who.kind == "person"}

    def subject_of_previous(self, sentence: Sentence, token: Token) -> Speaker | None:
        """Return the subject of the sentence before, where its number and gender fit a pronoun that nobody else fits."""
        before = self.sentences[sentence.index - 1] if sentence.index else None
        if before is None or (before.block != sentence.block and sentence.index - before.index > 1):
            return None
        word = token.text.lower().lstrip("-")
        for other in before.tokens:
            main = has_label(other, "nsubj") and before.tokens[other.head].head == other.head
            if main and other.pos in ("NOUN", "PROPN") and is_plural(before, other) == (word in PLURAL):
                feminine = "Gender=Fem" in other.morph or any(t.text.lower() == "la" for t in children(before, other.i, "det"))
                masculine = any(t.text.lower() == "le" for t in children(before, other.i, "det"))
                if (word == "elle" and masculine) or (word == "il" and feminine):
                    return None
                return self.noun_phrase(before, other.i, True)
        return None

    def _plural_subject(self, sentence: Sentence, back: int) -> Speaker | None:
        """Return the last main subject that is several, so many sentences back; farther than one only of people and bodies."""
        for before in reversed(self.sentences[max(0, sentence.index - back) : sentence.index]):
            for other in before.tokens:
                main = has_label(other, "nsubj") and before.tokens[other.head].head == other.head
                speaks = other.lemma in self.table.sources or self.names.person_at(other) is not None
                speaks = speaks or self.lookup.at(other) is not None or sentence.index - before.index == 1
                if main and speaks and other.pos in ("NOUN", "PROPN") and is_plural(before, other):
                    return self.noun_phrase(before, other.i, True)
        return None

    def _other_pronoun(self, sentence: Sentence, word: str, token: Token) -> Speaker | None:
        if word in PLURAL:
            subject = self._plural_subject(sentence, 1)
            if subject is not None:
                return subject
            last = self.memory.last
            if last is not None and last.kind in ("several", "many") and sentence.index - self.memory.sentence <= _NEAR:
                return last
            found = self._plural_subject(sentence, _BACK) or self.participants(sentence, "participants", token)
            return found or last_of(self.memory.several)
        return last_of(self.memory.bodies) if word in NEUTER else None

    def nearest_subject(self, sentence: Sentence, token: Token) -> Speaker | None:
        """Return the last subject before a pronoun in its sentence, where the numbers agree."""
        word = token.text.lower()
        for other in reversed(sentence.tokens[: token.i]):
            if not has_label(other, "nsubj") or other.pos not in ("NOUN", "PROPN"):
                continue
            plural = is_plural(sentence, other)
            apart = all(part.i != token.i for part in conjuncts(sentence, other.i))  # else it would stand for itself
            if plural == (word in PLURAL) and apart:
                return self.noun_phrase(sentence, other.i, True)
        return None

    def participants(self, sentence: Sentence, kind: str, token: Token) -> Speaker | None:
        """`the sides`, `both countries`, `the four leaders`: those side by side, else several whom linking found."""
        return self._side_by_side(sentence, kind, token) or self._linked_several(token)

    def _side_by_side(self, sentence: Sentence, kind: str, token: Token) -> Speaker | None:
        """Return those said before in the words of a plural, else those named side by side."""
        count = count_of(sentence, token)
        for speaker in reversed(self.memory.several[-RECENT:]):
            if token.lemma in speaker.words and (count is None or len(speaker.actors) == count):
                return speaker
        found = side_by_side(sentence, token, kind, self.names, self.lookup, self.sentences)
        if not found and kind == "participants" and count is not None:  # "both leaders", who have spoken together before
            return next((each for each in reversed(self.memory.several) if each.personal and len(each.actors) == count), None)
        return replace(self._together(found), personal=kind != "countries") if found else None

    def _linked_several(self, token: Token) -> Speaker | None:
        index = self.lookup.at(token)
        if index is not None and len(self.lookup.actor_ids(index)) > 1:
            return self.said.of_actors(self.lookup.actor_ids(index), frozenset())
        return None

    def _together(self, actors: Sequence[Actor], words: frozenset[str] = frozenset()) -> Speaker:
        return Speaker(tuple(a.id for a in actors), "; ".join(a.name for a in actors), "several", words)
