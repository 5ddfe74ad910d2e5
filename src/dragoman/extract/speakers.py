"""Who the source of an attribution is: names, roles, pronouns, organisations, plurals."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from dragoman import ids
from dragoman.extract.attribution import Draft
from dragoman.extract.tree import overlap
from dragoman.kit import Kit
from dragoman.records import Document, DocumentFacts, Link, Links, Quote, Sentence, Span

_DETERMINERS = {"the", "a", "an", "le", "la", "les", "un", "une", "l'", "l’", "des", "this", "that", "ce", "cette"}


def name_speakers(
    document: Document,
    quotes: Sequence[Quote],
    drafts: Sequence[Draft],
    sentences: Sequence[Sentence],
    links: Links,
    facts: DocumentFacts,
    kit: Kit,
) -> tuple[Quote, ...]:
    """Return the quotes with their speakers: actor ids and canonical names."""
    named = []
    for quote in quotes:
        if quote.source is None:
            named.append(quote)
            continue
        speakers, name = _speaker(document, quote.source, links)
        named.append(msgspec.structs.replace(quote, speakers=speakers, speaker_name=name))
    return tuple(named)


def _speaker(document: Document, source: Span, links: Links) -> tuple[tuple[str, ...], str]:
    link = _best_link(source, links)
    if link is not None and link.actors:
        names = [links.actors[actor].name for actor in link.actors if actor in links.actors]
        if names:
            return link.actors, "; ".join(names)
    name = description(document.text[source[0] : source[1]])
    return (ids.unresolved_actor_id(document.id, name),), name


def _best_link(source: Span, links: Links) -> Link | None:
    best, size = None, 0
    for mention, link in zip(links.mentions, links.links, strict=True):
        shared = overlap(source, (mention.start, mention.end))
        if shared > size and link.actors:
            best, size = link, shared
    return best


def description(surface: str) -> str:
    """Return a description without its determiner."""
    words = surface.split()
    if len(words) > 1 and words[0].lower() in _DETERMINERS:
        words = words[1:]
    return " ".join(words)
