"""What all steps of the sieve know of one document, and of the attribution in hand."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from dragoman.extract.attribution.cues import CueTable
from dragoman.extract.names.lookup import Lookup
from dragoman.extract.names.name_table import NameTable
from dragoman.extract.speakers.earlier_bodies import EarlierBodies
from dragoman.extract.speakers.memory import Memory, Speaker
from dragoman.extract.speakers.naming import NamedSources
from dragoman.records import Document, Sentence, Span

Read = Callable[[Sentence, int, bool], Speaker]  # reads the noun phrase of a head; nested or not


@dataclass(slots=True)
class Saying:
    """The attribution in hand; what is quoted in the document stays the same."""

    content: tuple[Span, ...] = ()  # what is said
    behind: bool = False  # the source stands behind what it says
    continuing: bool = False  # it goes on with what it said before ("added the former aide")
    answering: bool = False  # it answers somebody
    around: tuple[str, ...] = ()  # who speaks the words around, where they are direct speech
    quotations: tuple[Span, ...] = ()  # the spans of direct speech of the document


@dataclass(frozen=True, slots=True)
class Context:
    """One document: its sentences, who is linked and named in it, who has spoken so far, who says "I" in it."""

    document: Document
    sentences: Sequence[Sentence]
    lookup: Lookup
    table: CueTable
    names: NameTable
    said: NamedSources
    earlier: EarlierBodies
    author: str | None
    memory: Memory = field(default_factory=Memory)
    saying: Saying = field(default_factory=Saying)
