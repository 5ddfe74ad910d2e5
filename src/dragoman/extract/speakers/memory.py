"""Whom a document has quoted so far: what "the expert", "the ministry", "the report" and "he" can point back to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

RECENT = 20  # speakers among whom a role ("the minister") looks for one who was described so


@dataclass(frozen=True, slots=True)
class Speaker:
    """One speaker, or several together: actor ids, canonical name, and what the text calls them."""

    actors: tuple[str, ...]
    name: str
    kind: str  # person, body, several, unnamed (one), many (unnamed), nobody
    words: frozenset[str] = frozenset()
    personal: bool = False  # several persons, each known


NOBODY = Speaker((), "", "nobody")


@dataclass(slots=True)
class Memory:
    """Whom the document has quoted so far."""

    persons: list[Speaker] = field(default_factory=list)
    bodies: list[Speaker] = field(default_factory=list)
    several: list[Speaker] = field(default_factory=list)
    papers: list[Speaker] = field(default_factory=list)
    spoken: list[tuple[int, Speaker]] = field(default_factory=list)  # single speakers with their sentences
    last: Speaker | None = None  # whoever was quoted last, and in which sentence
    sentence: int = -1

    def keep(self, speaker: Speaker, sentence: int) -> None:
        """Remember who was quoted in a sentence."""
        if speaker.kind != "nobody":
            self.last, self.sentence = speaker, sentence
        if speaker.kind in ("person", "unnamed", "body"):
            self.spoken.append((sentence, speaker))
        if speaker.kind in ("person", "unnamed"):
            self.persons.append(speaker)
        elif speaker.kind == "body":
            self.bodies.append(speaker)
        elif speaker.kind in ("several", "many"):
            self.several.append(speaker)

    def wrote(self, speaker: Speaker, lemma: str) -> None:
        """Remember for whom a paper of some noun spoke."""
        self.papers.append(replace(speaker, words=frozenset((lemma,))))

    def called(self, word: str) -> Speaker | None:
        """Return the last one quoted under a name of several words that ends in a word: a surname, "the Authority"."""
        recent = reversed(self.spoken[-RECENT:])
        return next((speaker for _, speaker in recent if speaker.name.split()[1:][-1:] == [word]), None)

    def body_with(self, lemma: str) -> Speaker | None:
        """Return the last body quoted whose description has a word."""
        return next((speaker for speaker in reversed(self.bodies[-RECENT:]) if lemma in speaker.words), None)


def last_of(speakers: Sequence[Speaker]) -> Speaker | None:
    """Return the last of some speakers, or None."""
    return speakers[-1] if speakers else None
