"""Whom a noun phrase names by itself: a proper name, a description that linking resolved, an office, an unnamed source."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dragoman import ids
from dragoman.extract.attribution.cues import CueTable
from dragoman.extract.attribution.phrases import noun_phrase
from dragoman.extract.names.lookup import Lookup
from dragoman.extract.names.name_table import NameTable
from dragoman.extract.parse.nominals import is_bare, lemmas_of
from dragoman.extract.parse.tree import children, has_label
from dragoman.extract.speakers.memory import Speaker
from dragoman.extract.speakers.source_phrases import indefinite, of_people, quoted_name, restricted, set_off
from dragoman.extract.speakers.unnamed import describe, without_determiner
from dragoman.kit import Kit
from dragoman.languages.rows import NameRow
from dragoman.records import Actor, Document, Sentence, Span, Token

_OF = frozenset(("of", "by", "from", "de", "du", "d'", "d’"))
_TABLING = frozenset(("propose", "draft", "sponsor", "table", "proposer"))  # who does this to a text has not issued it yet
_ROLES = ("participants", "persons")
_BODIES = ("organisation", "outlet", "group")  # kinds of actors that a noun for a body can name
_NEUTRAL = frozenset(("the", "a", "an", "one", "le", "la", "les", "un", "une", "des", "this", "that", "l'", "l’"))
_TITLES = frozenset(("M.", "MM.", "Mme", "Mr", "Mr.", "Mrs", "Mrs.", "Ms", "Ms.", "Dr", "Dr."))


class NamedSources:
    """Reads the names and descriptions of one document's sources, without regard to who spoke before."""

    def __init__(self, document: Document, lookup: Lookup, names: NameTable, table: CueTable, kit: Kit) -> None:
        self.document, self.lookup, self.names, self.table, self.kit = document, lookup, names, table, kit

    def named(self, sentence: Sentence, token: Token, content: Sequence[Span] = ()) -> Speaker | None:
        """A proper name at the head or in apposition, or a description that linking resolved to one actor.

        Who is only named in the `content` does not say it ("according to a diplomat, Ann Lee will go").
        """
        person = self.names.person_in(sentence, token) or self._titled(sentence, token)
        if person is not None and not self._only_within(sentence, token, person, content):
            return self.of_actor(person, lemmas_of(sentence, token))
        body = self._titled_body(sentence, token)
        body = body or self.apposed_body(sentence, token) or self._called_state(sentence, token)
        body = body or self._fighters_of(sentence, token)
        if body is not None:
            return body
        index = self.lookup.at(token)
        if index is None and token.text[:1].isupper():  # a title in front of the name ("M. Le Drian")
            behind = self.lookup.for_head(sentence, token.i)
            near = behind is not None and 0 <= self.lookup.mention(behind).start - token.end <= 2
            index = behind if near else None
        actors = self.lookup.actor_ids(index) if index is not None else ()
        if index is None or not actors:
            return None
        if self._says_less(sentence, token, index) or self._longer_name(sentence, token, index):
            return None
        return self.of_mention(sentence, token, index)

    def _only_within(self, sentence: Sentence, token: Token, person: Actor, content: Sequence[Span]) -> bool:
        """Tell whether a person is named in a content only, of the names in a sentence."""
        places = [t for t in sentence.tokens if self.names.person_at(t) is person]
        covered = [t for t in places if any(start <= t.start < end for start, end in content)]
        around = any(start <= token.start < end for start, end in content)
        return bool(places) and len(places) == len(covered) and not around

    def _titled_body(self, sentence: Sentence, token: Token) -> Speaker | None:
        """`l'hebdomadaire Die Zeit`, `the charity Clean Rivers`: a noun for a body with the name of one right behind it."""
        body = self.table.sources.get(token.lemma) == "organisation" or self.table.is_marked(token.lemma, "body")
        if token.pos != "NOUN" or not body or "Number=Plur" in token.morph:
            return None
        quoted = quoted_name(sentence, token)
        if quoted:
            return self._in_quotes(sentence, token, quoted)
        behind = [t for t in sentence.tokens[token.i + 1 : token.i + 3] if t.pos != "ADJ"][:1]
        if not behind or behind[0].pos != "PROPN" or children(sentence, behind[0].i, "case"):
            return None
        index = self.lookup.at(behind[0])
        actors = self.lookup.actor_ids(index) if index is not None else ()
        actor = self.lookup.actor(actors[0]) if len(actors) == 1 else None
        if index is None and has_label(behind[0], "appos", "flat"):
            return self.by_name(sentence, behind[0], lemmas_of(sentence, token))
        kind = self.lookup.mention(index).kind if index is not None else ""
        known = actor is not None and kind in ("organisation", "outlet", "group")
        return self.of_actor(actor, lemmas_of(sentence, token)) if known and actor is not None else None

    def _in_quotes(self, sentence: Sentence, noun: Token, words: Sequence[Token]) -> Speaker | None:
        """Return the body that a name in quotation marks names: the one that linking knows by all of it, else one so called."""
        index = self.lookup.at(words[0])
        mention = self.lookup.mention(index) if index is not None else None
        whole = mention is not None and mention.start >= words[0].start and mention.end >= words[-1].end
        actors = self.lookup.actor_ids(index) if index is not None and whole else ()
        own = lemmas_of(sentence, noun) | {t.lemma for t in words}
        if len(actors) == 1 and not actors[0].startswith("nil:"):
            actor = self.lookup.actor(actors[0])
            return self.of_actor(actor, own) if actor is not None and actor.kind in _BODIES else None
        name = " ".join(self.document.text[words[0].start : words[-1].end].split())
        return Speaker((ids.unresolved_actor_id(self.document.id, name),), name, "body", own)

    def apposed_body(self, sentence: Sentence, token: Token) -> Speaker | None:
        """`The peacekeeping force, UNIFIL, urged`: the known body that stands between commas behind a noun for one."""
        body = self.table.sources.get(token.lemma) == "organisation" or self.table.is_marked(token.lemma, "body")
        if token.pos != "NOUN" or not body or "Number=Plur" in token.morph:
            return None
        for name in children(sentence, token.i, "appos"):
            index = self.lookup.at(name)
            actors = self.lookup.actor_ids(index) if index is not None else ()
            actor = self.lookup.actor(actors[0]) if len(actors) == 1 else None
            known = name.pos == "PROPN" and actor is not None and actor.resolved
            if known and actor is not None and actor.kind in ("organisation", "group", "outlet"):
                return self.of_actor(actor, lemmas_of(sentence, token))
            if name.pos == "PROPN" and actor is None and self._set_apart(sentence, token, name):
                return self.by_name(sentence, name, lemmas_of(sentence, token))
        return None

    @staticmethod
    def _set_apart(sentence: Sentence, noun: Token, name: Token) -> bool:
        """Tell whether nothing but capitalised words stands between the commas right behind a noun."""
        behind = sentence.tokens[noun.i + 1 :]
        closing = next((t.i for t in behind[1:] if t.text == ","), None)
        inside = sentence.tokens[noun.i + 2 : closing] if closing is not None and behind[0].text == "," else ()
        return name in inside and all(t.text[:1].isupper() for t in inside)

    def _called_state(self, sentence: Sentence, token: Token) -> Speaker | None:
        """`Their neighbour Mozambique`: the state whose name stands right behind a noun in small letters."""
        if token.pos != "NOUN" or not token.text.islower() or "Number=Plur" in token.morph:
            return None
        name = next((t for t in children(sentence, token.i, "appos", "flat") if t.i == token.i + 1), None)
        index = self.lookup.at(name) if name is not None and name.pos == "PROPN" else None
        state = index is not None and self.lookup.mention(index).kind == "state" and len(self.lookup.actor_ids(index)) == 1
        return self.of_actors(self.lookup.actor_ids(index), frozenset()) if index is not None and state else None

    def _fighters_of(self, sentence: Sentence, token: Token) -> Speaker | None:
        """`The rebels of the M23`: those who fight for a group speak for it."""
        if not self.table.is_marked(token.lemma, "fighter") or "Number=Plur" not in token.morph:
            return None
        for child in children(sentence, token.i, "nmod", "compound"):
            index = self.lookup.at(child)
            actors = self.lookup.actor_ids(index) if index is not None else ()
            actor = self.lookup.actor(actors[0]) if len(actors) == 1 else None
            cases = {t.text.lower() for t in children(sentence, child.i, "case")}
            if actor is not None and actor.kind == "group" and (cases & _OF or not cases):
                return self.of_actor(actor, lemmas_of(sentence, token))
        return None

    def by_name(self, sentence: Sentence, token: Token, words: frozenset[str] = frozenset()) -> Speaker:
        """Return the body that the capitalised words around a token name, which nobody knows."""
        first = last = token.i
        tokens = sentence.tokens
        while first > 0 and tokens[first - 1].pos == "PROPN" and tokens[first - 1].text[:1].isupper():
            first -= 1
        while last + 1 < len(tokens) and tokens[last + 1].text[:1].isupper() and tokens[last + 1].pos != "PUNCT":
            last += 1
        name = " ".join(self.document.text[tokens[first].start : tokens[last].end].split())
        own = words | {t.lemma for t in tokens[first : last + 1]}
        return Speaker((ids.unresolved_actor_id(self.document.id, name),), name, "body", own)

    def of_mention(self, sentence: Sentence, token: Token, index: int) -> Speaker:
        """Return the speaker that a linked mention names."""
        if self._is_one_of(sentence, token, index):
            return self.unnamed(sentence, token, "body")
        actors = self.lookup.actor_ids(index)
        actor = self.lookup.actor(actors[0])
        if self.lookup.mention(index).kind == "organ" and actor is not None and actor.kind == "state":
            return replace(self.unnamed(sentence, token, "body"), actors=actors)
        if actor is not None and actor.kind == "place" and (state := self._governed_from(index)) is not None:
            return self.of_actor(state, lemmas_of(sentence, token))
        return self.of_actors(actors, lemmas_of(sentence, token))

    def native(self, sentence: Sentence, token: Token) -> Speaker | None:
        """`The Swede`, `le Brésilien`: one of a people is the person of that state whom the text named last."""
        index = self.lookup.at(token)
        if index is None or "Number=Plur" in token.morph or not self._of_a_people(token, index):
            return None
        definite = any(t.text.lower() in ("the", "le", "la", "l'", "l’") for t in children(sentence, token.i, "det"))
        state = self.lookup.state_of(self.lookup.actor_ids(index)[0]) if self.lookup.actor_ids(index) else None
        bare = definite and token.text[:1].isupper() and not children(sentence, token.i, "amod", "compound")
        person = self.names.last_of_state(state, sentence.start) if bare and state is not None else None
        return self.of_actor(person, frozenset({token.lemma})) if person is not None else None

    def _of_a_people(self, token: Token, index: int) -> bool:
        """Tell whether a word names one of a people: in French the adjective with a capital, which "l'Argentine" is too."""
        reason = self.lookup.link(index).reason
        if reason.startswith("demonym") or self.document.language != "fr" or not reason.startswith("adjective"):
            return reason.startswith("demonym")
        named = self.kit.compiled(_state_names, self.document.language)
        return token.text[:1].isupper() and token.text not in named

    def _is_one_of(self, sentence: Sentence, token: Token, index: int) -> bool:
        """`An American delegation` is some body of that state, not the state."""
        actor = self.lookup.actor(self.lookup.actor_ids(index)[0])
        mine = actor is not None and actor.kind == "state" and token.pos == "NOUN" and token.lemma in self.table.sources
        return mine and any(t.text.lower() in ("a", "an", "un", "une") for t in children(sentence, token.i, "det"))

    def _governed_from(self, index: int) -> Actor | None:
        """Return the state whose capital a mention names: "for Berlin, the matter is settled" is what Germany thinks."""
        others = (other for other, _ in self.lookup.link(index).alternatives)
        state = next((other for other in others if other in self.kit.knowledge.states), None)
        return self.kit.knowledge.actor(state) if state is not None else None

    def _longer_name(self, sentence: Sentence, token: Token, index: int) -> bool:
        """`China National Petroleum Corporation` is not China: a state's name that goes on with capitals names another."""
        mention = self.lookup.mention(index)
        if mention.kind not in ("state", "place"):
            return False
        name = next((n for n in sentence.names if n.label == "ORG" and n.first <= token.i < n.last), None)
        return name is not None and sentence.tokens[name.last - 1].start > mention.end

    def _says_less(self, sentence: Sentence, token: Token, index: int) -> bool:
        """Tell whether linking knows less of a description than the steps below: whom the text quoted last, how many."""
        mention, actors = self.lookup.mention(index), self.lookup.actor_ids(index)
        if mention.kind == "role" and indefinite(sentence, token):
            return True  # "a diplomat" is nobody spoken of before
        if mention.kind in ("role", "pronoun", "side") and not all(self._is_person(actor) for actor in actors):
            return True
        plural = "Number=Plur" in token.morph
        taken_up = mention.kind == "organ" and "spoken of before" in self.lookup.link(index).reason  # "the ministry"
        if (plural and restricted(sentence, token)) or (taken_up and not plural and is_bare(sentence, token)):
            return True
        classed = self.table.sources.get(token.lemma)
        if mention.kind == "role":  # "EU leaders" are not one person, "the expert" may be whoever spoke last
            person = classed == "organisation" and all(self._is_person(actor) for actor in actors)
            return person or is_bare(sentence, token) or (len(actors) == 1 and plural)  # no company is a person
        body = mention.kind in ("organisation", "outlet")
        if body and token.text.islower() and classed in _ROLES:
            return True  # "The diplomat said" is not the magazine of that name
        actor = self.lookup.actor(actors[0]) if mention.kind == "organisation" else None
        return actor is not None and not actor.resolved and token.pos == "NOUN"

    def _titled(self, sentence: Sentence, token: Token) -> Actor | None:
        """`the head of the department Ann Lee`: a role with a name behind its complement and no preposition before the name."""
        if self.table.sources.get(token.lemma) not in _ROLES or "Number=Plur" in token.morph:
            return None
        end = noun_phrase(sentence, token.i)[1]
        inside = [t for t in sentence.tokens[token.i :] if t.end <= end]
        first = next((t for t in inside if self.names.person_at(t) is not None), None)
        first = first or self._right_behind(sentence, inside[-1].i if inside else token.i)
        before = sentence.tokens[first.i - 1] if first is not None and first.i > 0 else None
        if before is not None and before.text in ("\"", "”", "»") and before.i > 0:  # 'the deputy of the "Greens" Ann Lee'
            before = sentence.tokens[before.i - 1]
        if first is None or before is None or before.pos not in ("NOUN", "PROPN", "ADJ") or before.text in _TITLES:
            return None  # "an adviser to Mr Lee" is not Lee
        if before.i != token.i and self.table.sources.get(before.lemma) in _ROLES:
            return None  # nor is "an adviser to President Lee"
        return self.names.person_at(first)

    def _right_behind(self, sentence: Sentence, last: int) -> Token | None:
        """Return the first word of the person named right behind a phrase, an adjective at most between."""
        behind = sentence.tokens[last + 1 : last + 3]
        while behind and behind[0].pos == "ADJ":
            behind = behind[1:]
        return behind[0] if behind and self.names.person_at(behind[0]) is not None else None

    def _is_person(self, identifier: str) -> bool:
        actor = self.lookup.actor(identifier)
        return actor is not None and actor.kind == "person"

    def of_actors(self, actors: tuple[str, ...], words: frozenset[str]) -> Speaker:
        """Return the speaker that some actors are; `words` are those of the description."""
        records = [actor for identifier in actors if (actor := self.lookup.actor(identifier)) is not None]
        if len(records) == 1:
            return self.of_actor(records[0], words)
        return Speaker(actors, "; ".join(record.name for record in records), "several", words)

    def of_actor(self, actor: Actor, words: frozenset[str]) -> Speaker:
        """Return the speaker that one actor is."""
        if not actor.resolved and actor.kind != "person" and (name := without_determiner(actor.name)) != actor.name:
            return Speaker((ids.unresolved_actor_id(self.document.id, name),), name, "body", words)
        body = any(self.table.sources.get(word) == "organisation" for word in words)
        person = actor.kind == "person" or (not actor.resolved and not body and self._like_a_person(actor.name))
        return Speaker((actor.id,), actor.name, "person" if person else "body", words)

    def _like_a_person(self, name: str) -> bool:
        """Two or three plain capitalised words may well be a person that the parser took for a body."""
        parts = name.split()
        plain = all(part.isalpha() and part[0].isupper() and not part.isupper() for part in parts)
        return plain and 2 <= len(parts) <= 3 and parts[-1].lower() not in self.table.sources

    def unnamed(self, sentence: Sentence, token: Token, kind: str = "unnamed") -> Speaker:
        """An anonymous source stays anonymous, one actor for each description."""
        name = describe(self.document.text, sentence, token, self.lookup, self.table)
        apart = [t.text for t in children(sentence, token.i, "nmod:poss", "det") if t.text[:1].isupper() or t.text == "another"]
        apart = [word.lower() for word in apart if word.lower() not in _NEUTRAL]
        whose = " ".join((*apart, name))  # "Chile's lawyers" and "Peru's lawyers", "a diplomat" and "another diplomat" are two
        return Speaker((ids.unresolved_actor_id(self.document.id, whose),), name, kind, lemmas_of(sentence, token))

    def issuer(self, sentence: Sentence, token: Token) -> Speaker | None:
        """Return whom the phrase of a paper names as its issuer: "a report by X", "X's statement", "the UN resolution"."""
        published = [
            where for clause in children(sentence, token.i, "acl")
            if "VerbForm=Part" in clause.morph and clause.lemma not in _TABLING
            for where in children(sentence, clause.i, "obl", "obl:agent", "obl:arg")
        ]  # "a commentary posted on the website of X", "a note signed by X"
        own = children(sentence, token.i, "nmod", "nmod:poss", "compound", "amod")
        for child in (*own, *published, *set_off(sentence, token)):
            for inner in (child, *children(sentence, child.i, "nmod", "compound", "flat")):
                mention = self.lookup.at(inner)
                actors = self.lookup.actor_ids(mention) if mention is not None else ()
                if mention is not None and actors and self.lookup.mention(mention).kind != "place":
                    voices = self.table.sources.get(child.lemma) in ("persons", "participants")
                    if (voices or of_people(sentence, child, inner)) and inner is not child:
                        return self.unnamed(sentence, child, "body")
                    return self.of_actors(actors, lemmas_of(sentence, token))
        return self._issuing_body(sentence, token)

    def _issuing_body(self, sentence: Sentence, token: Token) -> Speaker | None:
        """`Un rapport de l'association Terre Claire`: the unknown body behind the "of" of a paper."""
        for child in children(sentence, token.i, "nmod"):
            cases = {t.text.lower() for t in children(sentence, child.i, "case")}
            body = child.pos == "NOUN" and self.table.sources.get(child.lemma) == "organisation"
            named = child.pos == "PROPN" and self.table.sources.get(child.lemma) == "organisation"
            if named and cases & _OF and children(sentence, child.i, "compound", "flat"):  # "declaration of the Rio Group"
                return self.by_name(sentence, child)
            if body and cases & _OF and "Number=Plur" not in child.morph:
                return self._titled_body(sentence, child) or self.unnamed(sentence, child, "body")
        return None

    def qualified(self, sentence: Sentence, token: Token) -> bool:
        """Tell whether an adjective of a noun names somebody: French "la junte malienne" is not just any junta."""
        return any(self.lookup.at(t) is not None and self.lookup.at(t) != self.lookup.at(token)
                   for t in children(sentence, token.i, "amod"))

    def in_office(self, sentence: Sentence, token: Token) -> Speaker | None:
        """Return the one person of the base whom linking found for a role: it knows offices, the memory only who spoke last."""
        index = self.lookup.at(token)
        actors = self.lookup.actor_ids(index) if index is not None else ()
        if len(actors) != 1 or actors[0].startswith("nil:") or not self._is_person(actors[0]):
            return None
        return self.of_actors(actors, lemmas_of(sentence, token))

    def leader_named(self, sentence: Sentence, token: Token, office: Speaker) -> Speaker | None:
        """`Viktor Orban ... The Hungarian leader`: who was named last of that state, where the text names no other holder."""
        state = self.lookup.state_of(office.actors[0]) if self.table.is_marked(token.lemma, "ruler") else None
        named = self.names.last_of_state(state, sentence.start) if state is not None else None
        if named is None or office.kind != "person" or self.names.is_named(office.actors[0]):
            return None
        return self.of_actor(named, lemmas_of(sentence, token))

    def is_taken_up(self, token: Token) -> bool:
        """Tell whether linking took a noun for somebody spoken of before in that role."""
        index = self.lookup.at(token)
        reason = self.lookup.link(index).reason if index is not None else ""
        return reason.startswith("spoken of before in that role") and "and state" not in reason  # "the Armenian minister"

    def share_office(self, one: Speaker, other: Speaker) -> bool:
        """Tell whether two persons of the base have held offices of one kind."""
        knowledge = self.kit.knowledge
        kinds = [
            {knowledge.offices[tenure.office].type for tenure in knowledge.tenures_by_person.get(speaker.actors[0], ())}
            for speaker in (one, other)
        ]
        return bool(kinds[0] & kinds[1])

    def linked_role(self, sentence: Sentence, token: Token) -> Speaker | None:
        """`the French side` is the state that linking found; `the French official` is somebody without a name."""
        index = self.lookup.at(token)
        if index is None or not self.lookup.actor_ids(index) or self._longer_name(sentence, token, index):
            return self._own_organ(sentence, token)
        mention = self.lookup.mention(index)
        if ("Number=Plur" in token.morph and restricted(sentence, token)) or self._is_one_of(sentence, token, index):
            return None
        one = len(self.lookup.actor_ids(index)) == 1 and "Number=Plur" in token.morph
        if mention.kind == "role" and (one or indefinite(sentence, token)):
            return None
        if mention.kind not in ("side", "organ", "group", "state") and not all(
            self._is_person(actor) for actor in self.lookup.actor_ids(index)
        ):
            return None
        return self.of_actors(self.lookup.actor_ids(index), lemmas_of(sentence, token))

    def _own_organ(self, sentence: Sentence, token: Token) -> Speaker | None:
        """`Theresa May's government` is that of the state for which she acts."""
        for child in children(sentence, token.i, "nmod:poss", "nmod"):
            person = self.names.person_in(sentence, child)
            organ = f"{person.state}.{token.lemma}" if person is not None and person.state else ""
            actor = self.kit.knowledge.actor(organ) if organ in self.kit.knowledge.organs else None
            if actor is not None:
                return self.of_actor(actor, lemmas_of(sentence, token))
        return None

    def linked(self, token: Token) -> Speaker | None:
        """Return whom linking found for a pronoun."""
        index = self.lookup.at(token)
        linked = self.lookup.actor_ids(index) if index is not None else ()
        return self.of_actors(linked, frozenset()) if linked else None


def _state_names(kit: Kit, code: str) -> frozenset[str]:
    """Return the names of states in a language."""
    rows = kit.languages[code].rows("names", NameRow)
    return frozenset(form for row in rows if row.kind in ("name", "short") for form in row.form.split("|"))
