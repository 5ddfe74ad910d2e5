"""Whom a pronoun stands for that speaks: "he", "elle", "they", "it", "both", "I"."""

from __future__ import annotations

from dragoman import ids
from dragoman.extract.attribution.sources import find_subject
from dragoman.extract.names.forms import load_feminine
from dragoman.extract.parse.nominals import is_plural
from dragoman.extract.parse.tree import children, conjuncts, has_label
from dragoman.extract.speakers.addressees import told_before
from dragoman.extract.speakers.antecedents import Anaphor, find_candidates, named_in, rank
from dragoman.extract.speakers.context import Context, Read
from dragoman.extract.speakers.memory import NOBODY, Speaker, last_of
from dragoman.extract.speakers.several import Several
from dragoman.extract.speakers.words import AUTHOR, BOTH, NAMING, NEUTER, PLURAL, SELF, SINGULAR, SOME, THIRD, WHAT, WRITER
from dragoman.kit import Kit
from dragoman.models.logistic import ANTECEDENTS, load_weights
from dragoman.records import Sentence, Token

_BACK = 3  # sentences in which "they" finds a subject that has not spoken
_IN = frozenset(("in", "dans", "through", "by", "par"))
_WHICH = frozenset(("which", "lequel", "laquelle", "lesquels", "lesquelles"))
_OF_PERSONS = frozenset(("lui", "ses", "son", "sa"))  # "selon lui", "à ses yeux": whose view it is, mostly a person's
_BEHIND = 3  # words from a colon to the pronoun that opens what stands behind it
_NEAR = 2  # sentences within which "they" are those who spoke last


class Pronouns:
    """The step of the sieve for pronouns."""

    def __init__(self, context: Context, several: Several, read: Read, kit: Kit) -> None:
        self._document, self._author, self._sentences = context.document, context.author, context.sentences
        self._lookup, self._names, self._said = context.lookup, context.names, context.said
        self._memory, self._saying = context.memory, context.saying
        self._several, self._read = several, read
        self._papers, self._sources = context.table.documents, context.table.sources
        self._women = kit.compiled(load_feminine, context.document.language)
        self._weights = kit.compiled(load_weights, ANTECEDENTS)

    def speaker(self, sentence: Sentence, token: Token, nested: bool) -> Speaker:
        """He or she is whoever was quoted last; within somebody's words, the nearest subject or whom linking found."""
        word = token.text.lower().lstrip("-")
        found: Speaker | None = None
        if word in SELF and not nested and self._author:
            return Speaker((ids.unresolved_actor_id(self._document.id, self._author),), self._author, "person")
        if word in WRITER and not nested and not self._in_quotation(token):
            return Speaker((ids.unresolved_actor_id(self._document.id, AUTHOR),), AUTHOR, "person")
        if word in SOME:  # "some in Brussels", "on craint"
            return self._said.unnamed(sentence, token, "unnamed" if word == "on" else "many")
        settled = self._governing(sentence, token) or self._in_paper(sentence, token)
        settled = settled or self._body_going_on(sentence, token, word) or self._answering(sentence, token)
        if word in BOTH:
            settled = self._several.last_two(sentence, token) or self._several.participants(sentence, "participants", token)
        if settled is not None:
            return settled
        linked = self._said.linked(token)
        if word in SINGULAR | NEUTER:
            found = self._antecedent(sentence, token, word, linked)
        else:
            if nested or has_label(token, "nmod:poss", "det") or self._goes_on(sentence, token):
                found = self._nearest_subject(sentence, token)
            found = found or self._other_pronoun(sentence, word, token)
        if found is not None or linked is not None:
            return found or linked or NOBODY
        own = last_of(self._memory.persons) if word in SELF else None
        own = own or (self._subject_of_previous(sentence, token) if word not in SELF else None)
        return own or Speaker((ids.unresolved_actor_id(self._document.id, word),), token.text, "unnamed")

    def _answering(self, sentence: Sentence, token: Token) -> Speaker | None:
        """`She told the pilots that it was late. They answered`: they were told, whoever spoke last."""
        told = told_before(self._sentences, sentence, token) if self._saying.answering else None
        return self._read(told[0], told[1].i, True) if told is not None else None

    @staticmethod
    def _goes_on(sentence: Sentence, token: Token) -> bool:
        """`The traders cheer; they hope ...`: a clause behind a semicolon, a colon or "and" goes on about the same."""
        before = sentence.tokens[: token.i]
        return bool(before) and before[-1].text.lower() in (";", ":", "and", "but", "et", "mais")

    def _in_quotation(self, token: Token) -> bool:
        return any(start <= token.start < end for start, end in self._saying.quotations)

    def _antecedent(self, sentence: Sentence, token: Token, word: str, linked: Speaker | None) -> Speaker | None:
        """Return whom a singular pronoun most likely means, of those named shortly before or quoted."""
        anaphor = Anaphor(sentence, token, word, linked, self._saying.around, self._saying.behind, self._saying.quotations)
        candidates = find_candidates(anaphor, self._sentences, self._said, self._memory, self._names, self._lookup)
        if word in THIRD and self._saying.around:  # who speaks says "I"
            candidates = [each for each in candidates if each.speaker.actors != self._saying.around]
        if word in THIRD:  # a paper is no "he" where the text has named somebody
            nobodies = [c for c in candidates if c.speaker.kind != "person" and self._is_paper(c.speaker.words)]
            candidates = [c for c in candidates if c not in nobodies] or candidates
        if word in _OF_PERSONS:
            near = [c for c in candidates if c.speaker.kind == "person" and sentence.index - max(c.sentence, c.spoke) <= 1]
            candidates = near or candidates
        if any(t.text in (":", ";") for t in sentence.tokens[max(0, token.i - _BEHIND) : token.i]):  # "Lee nuance : selon lui"
            subjects = [c for c in candidates if c.sentence == sentence.index and c.subject and c.speaker.kind == "person"]
            candidates = subjects or candidates
        if word in THIRD and has_label(token, "nsubj"):  # "Lee will go, he said": who calls himself by his name?
            told = self._told_of(sentence)
            candidates = [each for each in candidates if each.speaker.actors not in told] or candidates
        best = rank(anaphor, candidates, self._memory.last, self._women, self._weights)
        return best.speaker if best is not None else None

    def _is_paper(self, words: frozenset[str]) -> bool:
        """Tell whether words are those of a paper; a commission of inquiry is none."""
        bodies = any(self._sources.get(word) == "organisation" for word in words)
        return bool(words & self._papers) and not bodies

    def _body_going_on(self, sentence: Sentence, token: Token, word: str) -> Speaker | None:
        """`Her union is less happy: it fears ...`: behind a colon or "and" the body that the clause before is about."""
        own = self._nearest_subject(sentence, token) if word in NEUTER and self._goes_on(sentence, token) else None
        return own if own is not None and own.kind == "body" else None

    def _in_paper(self, sentence: Sentence, token: Token) -> Speaker | None:
        """`La présidence a publié un communiqué dans lequel elle rappelle`: who speaks in a paper is who issues it."""
        clause = sentence.tokens[token.head]
        paper = sentence.tokens[clause.head]
        inside = has_label(clause, "acl") and paper.lemma in self._papers and clause.i > paper.i
        opened = [t.text.lower() for t in sentence.tokens[max(0, token.i - 3) : token.i]]
        opened_by = any(word in _IN for word in opened[:-1]) and opened[-1:] and opened[-1] in _WHICH
        verb = sentence.tokens[paper.head]
        if not (inside and opened_by and has_label(paper, "obj", "obl") and verb.pos == "VERB" and has_label(token, "nsubj")):
            return None
        subject = find_subject(sentence, verb.i)
        if subject is None or is_plural(sentence, sentence.tokens[subject]) != (token.text.lower() in PLURAL):
            return None
        return self._read(sentence, subject, True)

    def _governing(self, sentence: Sentence, token: Token) -> Speaker | None:
        """`Berlin rejected what it called ...`: who calls so a thing that somebody does something to is that somebody."""
        verb = sentence.tokens[token.head]
        what = sentence.tokens[verb.head]
        named = has_label(token, "nsubj") and verb.lemma in NAMING and has_label(verb, "acl:relcl", "ccomp", "acl")
        opened = any(t.text.lower() in WHAT for t in sentence.tokens[max(0, token.i - 2) : token.i])
        if not named or not opened or what.i == verb.i:
            return None
        above = what if what.pos == "VERB" else sentence.tokens[what.head]
        subject = find_subject(sentence, above.i) if above.pos == "VERB" and above.i < token.i else None
        if subject is None or is_plural(sentence, sentence.tokens[subject]) != (token.text.lower().lstrip("-") in PLURAL):
            return None
        return self._read(sentence, subject, True)

    def _told_of(self, sentence: Sentence) -> set[tuple[str, ...]]:
        """Return the persons whom the words in hand name, in the sentence of their cue."""
        named = named_in(sentence, sentence.end, self._said, self._names, self._lookup)
        inside = ((head, who) for head, who in named if any(a <= head.start < b for a, b in self._saying.content))
        return {who.actors for _, who in inside if who.kind == "person"}

    def _other_pronoun(self, sentence: Sentence, word: str, token: Token) -> Speaker | None:
        if word in PLURAL:
            subject = self._several.subject(sentence, 1)
            if subject is not None:
                return subject
            met = self._several.met(sentence) if word in PLURAL else None
            if met is not None:
                return met
            last = self._memory.last
            if last is not None and last.kind in ("several", "many") and sentence.index - self._memory.sentence <= _NEAR:
                return last
            found = self._several.subject(sentence, _BACK) or self._several.participants(sentence, "participants", token)
            return found or last_of(self._memory.several)
        return last_of(self._memory.bodies) if word in NEUTER else None

    def _nearest_subject(self, sentence: Sentence, token: Token) -> Speaker | None:
        """Return the last subject before a pronoun in its sentence, where the numbers agree."""
        word = token.text.lower()
        for other in reversed(sentence.tokens[: token.i]):
            if not has_label(other, "nsubj") or other.pos not in ("NOUN", "PROPN"):
                continue
            plural = is_plural(sentence, other)
            apart = all(part.i != token.i for part in conjuncts(sentence, other.i))  # else it would stand for itself
            if plural == (word in PLURAL) and apart:
                return self._read(sentence, other.i, True)
        return None

    def _subject_of_previous(self, sentence: Sentence, token: Token) -> Speaker | None:
        """Return the subject of the sentence before, where its number and gender fit a pronoun that nobody else fits."""
        before = self._sentences[sentence.index - 1] if sentence.index else None
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
                return self._read(before, other.i, True)
        return None
