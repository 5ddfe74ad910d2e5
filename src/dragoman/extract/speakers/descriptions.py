"""Who a description is that speaks: "the expert", "the minister", "the ministry", "the parties"."""

from __future__ import annotations

from dragoman.extract.parse.nominals import is_bare, is_definite, lacks_article, lemmas_of
from dragoman.extract.parse.tree import children, has_label, subtree
from dragoman.extract.speakers.bodies import Bodies
from dragoman.extract.speakers.context import Context
from dragoman.extract.speakers.counterparts import Counterparts
from dragoman.extract.speakers.epithets import Epithets
from dragoman.extract.speakers.gatherings import Gatherings
from dragoman.extract.speakers.memory import RECENT, Speaker, last_of
from dragoman.extract.speakers.plural import TOGETHER, count_of
from dragoman.extract.speakers.roles import SINGLE, Roles
from dragoman.extract.speakers.several import Several
from dragoman.extract.speakers.words import OWN, SAME
from dragoman.records import Actor, Sentence, Token

_NEAR = 2  # sentences within which "the agency" is the body that spoke last


class Descriptions:
    """The step of the sieve for nouns that are no names."""

    def __init__(self, context: Context, several: Several, gatherings: Gatherings) -> None:
        self._sentences, self._names, self._said = context.sentences, context.names, context.said
        self._lookup, self._earlier = context.lookup, context.earlier
        self._memory, self._saying, self._table = context.memory, context.saying, context.table
        self._several, self._gatherings = several, gatherings
        self._roles = Roles(context.sentences, context.names, context.said, context.table)
        self._bodies = Bodies(context.sentences, context.said, context.table)
        self._epithets, self._counterparts = Epithets(context), Counterparts(context)

    def speaker(self, sentence: Sentence, token: Token, nested: bool) -> Speaker:
        """`the expert`, `the minister`, `the parties`, `the ministry`."""
        kind = self._table.sources.get(token.lemma, "")
        if kind and self._memory.last is not None and any(t.text.lower() in SAME for t in children(sentence, token.i, "amod")):
            return self._memory.last  # "the same source"
        together = token.lemma in TOGETHER
        plural = "Number=Plur" in token.morph or together
        kind = "participants" if together else kind
        definite = is_definite(sentence, token) or self._behind_ex(sentence, token)
        definite = definite or (kind in SINGLE and lacks_article(sentence, token))
        bare = (is_bare(sentence, token) or self._told_aside(sentence, token)) and not self._said.qualified(sentence, token)
        kind = "countries" if plural and self._table.is_marked(token.lemma, "government") else kind
        told = self._counterparts.speaker(sentence, token) or self._chamber(sentence, token, definite and not plural)
        if told is None and token.text[:1].isupper() and definite and bare and not plural and sentence.language == "en":
            told = self._earlier.longer_name(sentence, token)
        if told is not None:
            return told
        counted = plural and kind == "persons" and count_of(sentence, token) is not None  # "both scholars"
        if plural and definite and bare and (counted or kind in ("participants", "countries")):
            assembled = self._table.is_marked(token.lemma, "leader") and count_of(sentence, token) is None
            found = self._gatherings.before(sentence, token, near=True) if assembled else None
            found = found or self._counterparts.signatories(sentence, token)
            found = found or self._several.side_by_side(sentence, kind, token)
            found = found or (self._gatherings.before(sentence, token, near=False) if assembled else None)
            found = found or self._several.linked(token)
            if found is not None and count_of(sentence, token) in (None, len(found.actors)):
                return found
        # "the Italian company" that was just named
        company = self._table.is_marked(token.lemma, "company") and self._of_a_nation(sentence, token)
        if kind == "organisation" and definite and (bare or company) and not plural:
            return self._body(sentence, token)
        found = None
        if definite and not plural and kind != "organisation":
            found = self._known_role(sentence, token, (bare or self._in_small(sentence, token)) and not nested, kind)
        named = definite or any(has_label(t, "nmod:poss") for t in children(sentence, token.i, "nmod:poss"))
        if found is None and named and not nested and kind in SINGLE and not plural and not bare:
            found = self._epithets.speaker(sentence, token)
        unnamed = "many" if plural else "body" if kind == "organisation" else "unnamed"
        role = found or self._said.linked_role(sentence, token)
        several = role is not None and role.kind == "several" and count_of(sentence, token) not in (None, len(role.actors))
        return self._said.unnamed(sentence, token, unnamed) if role is None or several else role

    def _chamber(self, sentence: Sentence, token: Token, definite: bool) -> Speaker | None:
        """`The Assembly`, `the legislature`: the parliament that was named before by any word."""
        alone = definite and is_bare(sentence, token) and self._table.is_marked(token.text.lower(), "parliament")
        return self._earlier.parliament(sentence, token) if alone else None

    def agency(self, sentence: Sentence, token: Token) -> Speaker | None:
        """`The UN body`, `l'agence onusienne`: the body of an organisation that spoke right before, not the organisation."""
        last = self._memory.last
        near = last is not None and last.kind == "body" and sentence.index - self._memory.sentence <= _NEAR
        if not near or last is None or not self._table.is_marked(token.lemma, "agency") or "Number=Plur" in token.morph:
            return None
        inside = children(sentence, token.i, "amod", "compound", "nmod:poss")
        owners = [actor for t in inside if (index := self._lookup.at(t)) is not None for actor in self._lookup.actor_ids(index)]
        kinds = {actor.kind for owner in owners if (actor := self._lookup.actor(owner)) is not None}
        spoke = self._lookup.actor(last.actors[0]) if len(last.actors) == 1 else None
        other = spoke is not None and spoke.resolved and spoke.kind == "organisation" and spoke.id not in owners
        return last if kinds == {"organisation"} and other and is_definite(sentence, token) else None

    def same_office(self, sentence: Sentence, token: Token, named: Speaker) -> Speaker | None:
        """`Lee attacked Bo. Bo replied. The minister said`: of two in such an office spoken of, the one who spoke last."""
        last = self._memory.last
        near = last is not None and last.kind == "person" and sentence.index - self._memory.sentence <= 1
        taken_up = token.pos == "NOUN" and self._said.is_taken_up(token) and named.kind == "person"
        same = near and taken_up and last is not None and self._said.share_office(named, last)
        return last if same else None

    @staticmethod
    def _behind_ex(sentence: Sentence, token: Token) -> bool:
        """`The ex-president` in pieces: the article stands before "ex"."""
        before = [t.text.lower() for t in sentence.tokens[max(0, token.i - 3) : token.i]]
        return before[1:] == ["ex", "-"] and before[0] in ("the", "this", "le", "la", "l'", "l’")

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

    def _of_a_nation(self, sentence: Sentence, token: Token) -> bool:
        """Tell whether nothing but the adjective of a state stands beside a noun."""
        told = [t for t in children(sentence, token.i) if not has_label(t, "det", "case", "punct")]
        return len(told) == 1 and has_label(told[0], "amod") and self._lookup.at(told[0]) is not None

    def _body(self, sentence: Sentence, token: Token) -> Speaker:
        """`the ministry`, `the bloc`: a body quoted under that name; a general word may be the last body quoted."""
        found = self._memory.body_with(token.lemma) or self._earlier.organ(sentence, token)
        found = found or self._said.linked_role(sentence, token) or self._bodies.named_so(token)
        if found is None and self._table.is_marked(token.lemma, "ministry"):
            found = self._earlier.ministry_of(self._memory.persons[-RECENT:])
        if found is None and self._table.is_marked(token.lemma, "movement"):
            found = self._earlier.of_kind(sentence, token, "group")
        if found is None and self._table.is_marked(token.lemma, "company"):
            found = self._earlier.company(sentence, token)
        elif found is None and self._table.is_marked(token.lemma, "general"):
            found = last_of(self._memory.bodies) or self._earlier.of_kind(sentence, token, "organisation")
        return found or self._said.unnamed(sentence, token, "body")

    def _known_role(self, sentence: Sentence, token: Token, bare: bool, kind: str) -> Speaker | None:
        """One definite person: the interviewed one, who was described so, or who was quoted last."""
        if kind == "interviewee" and self._memory.persons and not self._elsewhere(sentence, token):
            return self._memory.persons[-1]
        office = self._said.in_office(sentence, token)
        if office is not None and self._said.qualified(sentence, token):  # "the German minister": linking minds the state
            return office
        described = self._names.described(lemmas_of(sentence, token), sentence.start) or self._officer(sentence, token)
        if described is not None:
            return self._said.of_actor(described, lemmas_of(sentence, token))
        colleague = self._of_same_body(sentence, token)
        if colleague is not None:
            return colleague
        if office is not None:
            return office
        plain = (is_bare(sentence, token) or self._told_aside(sentence, token)) and not self._said.qualified(sentence, token)
        return self._by_role_word(sentence, token, kind, plain) if bare else None

    def _officer(self, sentence: Sentence, token: Token) -> Actor | None:
        """`The head of the junta, General X ... Its head said`: whom the text describes as that of the body spoken of."""
        possessive = any(t.text.lower() in OWN for t in children(sentence, token.i, "det", "nmod:poss"))
        last = self._memory.last
        if not possessive or last is None or last.kind != "body":
            return None
        wanted = (frozenset((token.lemma, word)) for word in last.words if self._table.sources.get(word) == "organisation")
        return next((found for words in wanted if (found := self._names.described(words, sentence.start)) is not None), None)

    def _of_same_body(self, sentence: Sentence, token: Token) -> Speaker | None:
        """`The Kremlin spokesman ... The representative of the Kremlin`: a general word for who just spoke for a body."""
        last = self._memory.last
        near = last is not None and last.kind == "person" and sentence.index - self._memory.sentence <= _NEAR
        owners = lemmas_of(sentence, token) - {token.lemma}
        general = self._table.is_marked(token.lemma, "anyone") and bool(owners)
        return last if near and general and last is not None and owners <= last.words else None

    @staticmethod
    def _elsewhere(sentence: Sentence, token: Token) -> bool:
        """`Our interlocutor in Lima`: whom a place tells apart is nobody who spoke before."""
        inside = subtree(sentence, token.i, "acl", "punct")
        return any(name.label == "LOC" and name.first in inside for name in sentence.names)

    def _by_role_word(self, sentence: Sentence, token: Token, kind: str, plain: bool) -> Speaker | None:
        """`The mayor`: whoever was last quoted, named or introduced with that word, else whoever was quoted last.

        What is more than a noun (not `plain`: "the former aide de camp") is only somebody who goes on.
        Only a general word ("the expert") takes up somebody whom the text calls by another one.
        """
        found = self._roles.latest(sentence, token, self._memory) if plain else None
        if found is not None:
            return found
        if any("Poss=Yes" in t.morph or t.text.lower() in OWN for t in children(sentence, token.i, "det", "nmod:poss")):
            return None  # "its spokeswoman" is nobody who spoke just before
        if not plain:
            return self._going_on(sentence) or self._roles.just_named(sentence, token)
        last = self._going_on(sentence)
        if last is not None:
            return last
        stranger = self._said.linked(token) if kind == "persons" or self._table.is_marked(token.lemma, "anyone") else None
        silent = stranger is not None and all(stranger.actors != speaker.actors for speaker in self._memory.persons)
        known = stranger is not None and stranger.kind == "person" and self._has_role(stranger.actors[0])
        if stranger is not None and known and silent:  # "the scientist" was named without having spoken
            return stranger
        return self._last_fitting(sentence, token, kind) if self._memory.persons else None

    def _going_on(self, sentence: Sentence) -> Speaker | None:
        """`..., added the former aide`: who spoke right before, by another word."""
        last = self._memory.last
        near = last is not None and last.kind == "person" and sentence.index - self._memory.sentence <= 1
        return last if self._saying.continuing and near else None

    def _has_role(self, actor: str) -> bool:
        """Tell whether the text describes somebody by words not of bodies: "the geologist X", not "the X group"."""
        named = [t for s in self._sentences for t in s.tokens if (p := self._names.person_at(t)) is not None and p.id == actor]
        words = {word for token in named for word in self._names.words_at(token)}
        bodies = any(self._table.sources.get(word) == "organisation" for word in words)
        persons = any(self._table.sources.get(word) in SINGLE for word in words)
        return self._names.is_described(actor) and (persons or not bodies)

    def _last_fitting(self, sentence: Sentence, token: Token, kind: str) -> Speaker | None:
        """The last person quoted if the noun names persons in general, or if nothing else is known of that person."""
        if kind not in ("persons", "participants", "interviewee"):
            return None
        last = self._memory.persons[-1]
        described = any(self._table.sources.get(word) in SINGLE for word in last.words - {token.lemma})
        described = described or self._names.is_described(last.actors[0])
        fits = self._table.is_marked(token.lemma, "anyone") or not described or self._by_another_word(sentence, token, kind)
        return last if fits else None

    def _by_another_word(self, sentence: Sentence, token: Token, kind: str) -> bool:
        """Tell whether a noun right behind a person's words calls that person anew; "the king" is the one whom all know."""
        last = self._memory.last
        near = last is not None and last.kind == "person" and sentence.index - self._memory.sentence <= 1
        return near and kind == "persons" and not self._table.is_marked(token.lemma, "deictic")
