"""For whom a paper speaks: its issuer, whoever wrote in it, or the issuer of the paper spoken of before."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.extract.attribution.cues import CueTable
from dragoman.extract.attribution.sources import ISSUING, find_subject
from dragoman.extract.parse.nominals import is_bare, is_definite
from dragoman.extract.parse.tree import children, has_label
from dragoman.extract.speakers.gatherings import Gatherings
from dragoman.extract.speakers.memory import Memory, Speaker, last_of
from dragoman.extract.speakers.naming import NamedSources
from dragoman.records import Sentence, Span, Token

_REACH = 4  # sentences in which a paper that has not spoken is taken up


class Papers:
    """The papers of one document."""

    def __init__(
        self, sentences: Sequence[Sentence], said: NamedSources, table: CueTable, memory: Memory, gatherings: Gatherings
    ) -> None:
        self._sentences, self._said, self._table, self._memory = sentences, said, table, memory
        self._gatherings = gatherings

    def speaker(self, sentence: Sentence, token: Token) -> Speaker:
        """Return who speaks by a paper, and remember it under its noun."""
        found = self._of_the_body(sentence, token) or self._said.issuer(sentence, token)
        found = found or self._gatherings.closing(sentence, token)
        if found is None and is_definite(sentence, token) and is_bare(sentence, token, beside=True):
            found = self._spoken_of(token) or self._introduced(sentence, token)
            document = self._table.sources.get(token.lemma) == "document"
            general = document and not self._table.is_marked(token.lemma, "release")
            if not self._table.is_marked(token.lemma, "instrument"):
                found = found or (last_of(self._memory.papers) if general else None) or last_of(self._memory.bodies)
        found = found or self._said.unnamed(sentence, token, "body")
        self._memory.wrote(found, token.lemma)
        return found

    def _of_the_body(self, sentence: Sentence, token: Token) -> Speaker | None:
        """`The statement of department`: without an article, the ministry or agency that spoke before."""
        for owner in children(sentence, token.i, "nmod"):
            cases = [t.text.lower() for t in children(sentence, owner.i, "case")]
            others = [t for t in children(sentence, owner.i) if not has_label(t, "case", "punct")]
            if cases == ["of"] and not others and "Number=Plur" not in owner.morph and owner.pos == "NOUN":
                own = self._memory.body_with(owner.lemma)
                general = self._table.is_marked(owner.lemma, "general")
                return own or (last_of(self._memory.bodies) if general else None)
        return None

    def written(self, sentence: Sentence, medium: Span | None, speaker: Speaker) -> None:
        """Remember whose paper it is in which somebody says something ("In a letter to the council, Ann Lee warned")."""
        if medium is None or speaker.kind == "nobody":
            return
        for token in sentence.tokens:
            if medium[0] <= token.start < medium[1] and self._table.sources.get(token.lemma) == "document":
                self._memory.wrote(speaker, token.lemma)
                return

    def _spoken_of(self, token: Token) -> Speaker | None:
        """Return for whom the last paper of this noun spoke; any paper is a document."""
        papers = reversed(self._memory.papers)
        return next((paper for paper in papers if token.lemma in paper.words), None)

    def _introduced(self, sentence: Sentence, token: Token) -> Speaker | None:
        """Return the issuer of the last paper named in the sentences before: this noun's, or any where this one is general."""
        for other in reversed(self._sentences[max(0, sentence.index - _REACH) : sentence.index + 1]):
            for noun in reversed(other.tokens):
                same = noun.lemma == token.lemma or self._table.is_marked(token.lemma, "paper")
                paper = noun.pos == "NOUN" and self._table.sources.get(noun.lemma) == "document"
                if same and paper and noun.start < token.start:
                    found = self._said.issuer(other, noun) or self._issued(other, noun)
                    if found is not None:
                        return found
        return None

    def _issued(self, sentence: Sentence, noun: Token) -> Speaker | None:
        """`The council adopted the resolution`: who issues a paper speaks in it."""
        verb = sentence.tokens[noun.head]
        if verb.lemma not in ISSUING or not has_label(noun, "obj"):
            return None
        subject = find_subject(sentence, verb.i)
        who = sentence.tokens[subject] if subject is not None else None
        return self._said.named(sentence, who) if who is not None and who.pos != "PRON" else None
