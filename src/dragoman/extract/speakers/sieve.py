"""Who the source of an attribution is: names, roles, pronouns, organisations, plurals.

A sieve of steps, the surest first. Measured on the project's development texts, "whoever was quoted last" resolves nearly
every pronoun and two definite descriptions in three ("the expert"); what it cannot do are plurals and organisations,
which have steps of their own.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

import msgspec

from dragoman import ids
from dragoman.extract.attribution.cues import CueTable
from dragoman.extract.attribution.drafts import Draft
from dragoman.extract.names.forms import load_feminine
from dragoman.extract.names.lookup import Lookup
from dragoman.extract.names.name_table import find_names
from dragoman.extract.parse.nominals import is_bare, is_one_of_them, lemmas_of
from dragoman.extract.parse.tree import children
from dragoman.extract.speakers.addressees import ANSWERING
from dragoman.extract.speakers.context import Context
from dragoman.extract.speakers.descriptions import Descriptions
from dragoman.extract.speakers.earlier_bodies import EarlierBodies
from dragoman.extract.speakers.gatherings import Gatherings
from dragoman.extract.speakers.memory import NOBODY, Speaker
from dragoman.extract.speakers.naming import NamedSources
from dragoman.extract.speakers.nearest import Nearest
from dragoman.extract.speakers.papers import Papers
from dragoman.extract.speakers.plural import apposed_persons, coordinated, count_of, heads_of_states
from dragoman.extract.speakers.pronouns import Pronouns
from dragoman.extract.speakers.roles import SINGLE
from dragoman.extract.speakers.several import Several, together
from dragoman.extract.speakers.source_phrases import indefinite
from dragoman.extract.speakers.words import ANSWERS, BOTH, NEUTER, PLURAL, SINGULAR
from dragoman.kit import Kit
from dragoman.records import Document, Links, Quote, Sentence, Span, Token

_CONTINUING = frozenset(("add", "continue", "conclude", "go", "ajouter", "poursuivre", "conclure", "enchaîner", "reprendre"))
_INITIALS = (2, 3)  # letters of a label that stands for a person's names
_PHRASES = ("according-to", "opinion")  # rules whose source is all of a phrase


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
    sieve.saying.quotations = tuple(span for quote in quotes if quote.kind == "direct" for span in quote.content)
    named = list(quotes)
    order = sorted(range(len(quotes)), key=lambda i: (quotes[i].cue or quotes[i].content[0])[0])
    for index in order:
        nested = any(quotes[other].source is not None and quotes[other].rule != "turn" for other in quotes[index].chain)
        sieve.saying.around = _around(named, quotes[index])
        speaker = sieve.speaker(drafts[index], nested=nested)
        within = quotes[index].chain[-1] if nested else index
        elsewhere = drafts[index].source != drafts[within].source
        if nested and elsewhere and speaker.actors and speaker.actors == named[within].speakers:
            speaker = sieve.another(drafts[index], speaker)
        carrier = sieve.carrier(drafts[index])
        named[index] = msgspec.structs.replace(
            quotes[index], speakers=speaker.actors, speaker_name=speaker.name, carriers=carrier
        )
    return tuple(_without_self(named, quote) for quote in named)


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


def _as_noun(sentence: Sentence, token: Token, table: CueTable) -> Token:
    """`The Ministers`, `both Governments`: communiqués write nouns with capitals, which makes names of them for the parser."""
    singular = token.text.lower().removesuffix("s")
    plural = token.pos == "PROPN" and "Number=Plur" in token.morph and singular in table.sources
    before = sentence.tokens[token.i - 1].text.lower() if token.i else ""
    alone = not children(sentence, token.i, "compound", "flat", "nmod") and (before in _ALL or before.isdigit())
    return msgspec.structs.replace(token, pos="NOUN", lemma=singular) if plural and alone else token


_ALL = frozenset(("the", "both", "these", "two", "three", "four", "five", "six", "les", "deux", "trois", "quatre"))


class _Sieve:
    """Resolves the sources of one document, in the order of the text."""

    def __init__(
        self, document: Document, sentences: Sequence[Sentence], links: Links, table: CueTable, author: str | None, kit: Kit
    ) -> None:
        self.document, self.sentences, self.table = document, sentences, table
        self.lookup = Lookup(sentences, links)
        self.names = find_names(document, sentences, links, table.sources)
        self.said = NamedSources(document, self.lookup, self.names, table, kit)
        self.earlier = earlier = EarlierBodies(document, self.lookup, self.said, kit.knowledge)
        context = Context(document, sentences, self.lookup, table, self.names, self.said, earlier, author)
        self.memory, self.saying = context.memory, context.saying
        self.starts = [s.start for s in sentences]
        self._answering: Speaker | None = None
        self._read: dict[tuple[int, int, Span | None], Speaker] = {}  # whom a noun at a place names, for all that it says
        self.gatherings = Gatherings(sentences, self.lookup, self.said, earlier)
        self.papers = Papers(sentences, self.said, table, self.memory, self.gatherings)
        self.nearest = Nearest(
            sentences, self.said, self.names, self.lookup, kit.compiled(load_feminine, document.language)
        )
        several = Several(context, self.noun_phrase)
        self._pronouns = Pronouns(context, several, self.noun_phrase, kit)
        self._descriptions = Descriptions(context, several, self.gatherings)

    def speaker(self, draft: Draft, nested: bool) -> Speaker:
        """Return who the source of a draft is, and remember it where it is not nested."""
        if draft.rule == "turn" and draft.source is None:  # an answer without a label
            return self._interviewee(draft.content[0][0], draft)
        if draft.source_token is None or draft.source is None:
            return NOBODY
        sentence = self.sentences[draft.sentence]
        if draft.rule == "turn" and self.document.text[slice(*draft.source)].lower() in ANSWERS:
            return self._interviewee(draft.source[0], draft)
        shown = self._by_initials(draft) if draft.rule == "turn" else None
        if shown is not None:
            self.memory.keep(shown, draft.sentence)
            return shown
        self.saying.behind = draft.content[0][0] < draft.source[0]
        self.saying.content = draft.content
        cue = sentence.tokens[draft.cue_token] if draft.cue_token >= 0 else None
        self.saying.continuing = cue is not None and cue.lemma in _CONTINUING and not nested
        self.saying.answering = cue is not None and cue.lemma in ANSWERING
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

    def _by_initials(self, draft: Draft) -> Speaker | None:
        """`AL: We agree.`: the person of the text with these initials, where nobody is called so in full."""
        label = self.document.text[slice(*draft.source)].replace(".", "").strip() if draft.source is not None else ""
        if not (label.isupper() and label.isalpha() and len(label) in _INITIALS):
            return None
        person = self.names.with_initials(label)
        return self.said.of_actor(person, frozenset()) if person is not None else None

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
        persons = apposed_persons(sentence, sentence.tokens[head], self.names)
        persons = persons or heads_of_states(sentence, sentence.tokens[head], self.names, self.lookup, self.table)
        if persons:
            return together(persons, lemmas_of(sentence, sentence.tokens[head]))
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
        return Speaker(actors, "; ".join(names), "several", personal=all(part.kind == "person" for part in parts))

    def _one_of_them(self, sentence: Sentence, token: Token) -> Speaker | None:
        """`L'un d'eux, Paul Martin`, `one of them, a tailor`: one of several who is named or described behind the comma."""
        if token.text.lower() not in ("un", "une", "one"):
            return None
        comma = next((t for t in sentence.tokens[token.i + 1 : token.i + 5] if t.text == ","), None)
        named = comma is not None and comma.i + 1 < len(sentence.tokens)
        person = self.names.person_at(sentence.tokens[comma.i + 1]) if named and comma is not None else None
        if person is not None:
            return self.said.of_actor(person, frozenset())
        told = any(t.pos == "NOUN" for t in children(sentence, token.i, "nmod"))  # "one of the envoys" says who it is
        apposed = children(sentence, token.i, "appos") if not told else ()
        roles = [t for t in apposed if t.pos == "NOUN" and indefinite(sentence, t)]
        if roles and comma is not None and roles[0].i > comma.i:
            return self.said.unnamed(sentence, roles[0])
        end = sentence.tokens[token.i + 2].end if is_one_of_them(sentence, token) else token.end
        name = self.document.text[sentence.tokens[token.i - 1].start : end].lower()
        return Speaker((ids.unresolved_actor_id(self.document.id, name),), name, "unnamed") if end > token.end else None

    def single(self, sentence: Sentence, token: Token, nested: bool) -> Speaker:
        """Return whom one noun names: itself, somebody known, or somebody said before."""
        if token.text == "-t" and token.i + 1 < len(sentence.tokens):  # French "a-t-elle": the parser's subject
            token = sentence.tokens[token.i + 1]
        token = _as_noun(sentence, token, self.table)
        is_pronoun = token.pos in ("PRON", "DET") or (token.pos == "NUM" and token.text.lower() in BOTH)
        is_pronoun = is_pronoun or token.text.lower().lstrip("-") in SINGULAR | PLURAL | NEUTER
        chosen = self.nearest.chosen(sentence, token, self.noun_phrase)
        chosen = chosen or (None if is_pronoun else self._descriptions.agency(sentence, token))
        chosen = chosen or self._one_of_them(sentence, token)
        if chosen is not None:
            return chosen
        if is_pronoun:
            return self._pronouns.speaker(sentence, token, nested)
        states = self.table.is_marked(token.lemma, "government") and "Number=Plur" in token.morph
        states = states and count_of(sentence, token) is not None
        content = self.saying.content
        named = self.said.native(sentence, token) or self.said.named(sentence, token, content) if not states else None
        if named is not None and named.name == token.text and sentence.tokens[max(0, token.i - 1)].text.lower() == "the":
            named = self.earlier.longer_name(sentence, token) or named  # a word alone that the model took for a name
        if named is not None and " " in named.name and named.actors[0].startswith("nil:"):  # "the Standing Committee"
            named = self.earlier.named_in_full(sentence, named.name) or named
        if named is not None:
            other = self.said.leader_named(sentence, token, named)
            named = other or self._descriptions.same_office(sentence, token, named) or named
            if token.lemma in self.table.documents:
                self.memory.wrote(named, token.lemma)
            return named
        if token.lemma in self.table.documents:
            return self.papers.speaker(sentence, token)
        familiar = self.memory.called(token.text) if token.pos == "PROPN" and token.text[:1].isupper() else None
        if familiar is not None and is_bare(sentence, token):
            return familiar
        return self._descriptions.speaker(sentence, token, nested)
