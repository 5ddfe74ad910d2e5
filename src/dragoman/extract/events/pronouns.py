"""For whom a French pronoun stands, as parties on its own span; which nouns it can stand for is read in `clitics`."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from msgspec.structs import replace

from dragoman.extract.events.clitics import antecedents, is_subject_pronoun, places_meant
from dragoman.extract.events.linked import LinkedParties
from dragoman.extract.events.words import Lexicon
from dragoman.extract.names.forms import load_feminine
from dragoman.extract.names.lookup import Lookup
from dragoman.extract.parse.french_words import LATTER
from dragoman.extract.parse.tree import children, has_label
from dragoman.kit import Kit
from dragoman.records import Party, Sentence, Token


class Pronouns:
    """Reads the French pronouns of one document; `parties_at` returns whom a noun phrase names, by its head."""

    def __init__(
        self, sentences: Sequence[Sentence], lookup: Lookup, linked: LinkedParties, lexicon: Lexicon, kit: Kit,
        parties_at: Callable[[Sentence, int], tuple[Party, ...]],
    ) -> None:  # fmt: skip
        self._sentences = sentences
        self._lookup = lookup
        self._linked = linked
        self._lexicon = lexicon
        self._kit = kit
        self._parties_at = parties_at

    def behind_clitic(self, sentence: Sentence, clitic: Token) -> tuple[Party, ...]:
        """Return for whom an object pronoun stands."""
        women = self._kit.compiled(load_feminine, sentence.language)
        nouns = antecedents(self._sentences, self._lookup, sentence, clitic, women, self._lexicon.actors)
        return _on(clitic, [party for where, head in nouns for party in self._parties_at(where, head)])

    def there(self, sentence: Sentence, pronoun: Token) -> tuple[Party, ...]:
        """Return the state for which "y" stands."""
        meant = places_meant(self._sentences, self._lookup, sentence, pronoun)
        found = next((party for index in meant for party in self._linked.where(index)), None)
        return _on(pronoun, [found] if found is not None else [])

    def behind_subject(self, sentence: Sentence, pronoun: Token) -> tuple[Party, ...]:
        """Return for whom "il" or "elle" stands where the sentence before has a subject of that gender: its subject goes on."""
        before = next((s for s in self._sentences if s.index == sentence.index - 1), None)
        going_on = is_subject_pronoun(pronoun) and pronoun.lemma != LATTER and not _has_subject(sentence, pronoun.i)
        if before is None or not going_on or sentence.language != "fr":
            return ()
        gender = "Gender=Masc" if pronoun.text.lower() == "elle" else "Gender=Fem"
        for subject in before.tokens:
            if not has_label(subject, "nsubj") or before.tokens[subject.head].dep != "root" or subject.pos == "PRON":
                continue
            if gender in subject.morph or "Number=Plur" in subject.morph or children(before, subject.i, "conj"):
                return ()
            readable = subject.pos == "NOUN" or subject.i not in self._linked.named(before)
            return _on(pronoun, [party for party in self._parties_at(before, subject.i) if party.state]) if readable else ()
        return ()


def _on(pronoun: Token, parties: Sequence[Party]) -> tuple[Party, ...]:
    return tuple(replace(party, start=pronoun.start, end=pronoun.end) for party in parties)


def _has_subject(sentence: Sentence, index: int) -> bool:
    """Tell whether somebody else is a subject before a word in its sentence."""
    return any(has_label(token, "nsubj") and token.pos != "PRON" for token in sentence.tokens[:index])
