"""Whom a mention names, as of the document's date."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.extract.descriptions import Description
from dragoman.extract.mentions import Analysis, Found, analyse, found_in
from dragoman.extract.names import Entry, Hit, fold
from dragoman.ids import unresolved_actor_id
from dragoman.kit import Kit
from dragoman.records import Actor, Document, DocumentFacts, Link, Links, Mention, Sentence


def link_mentions(
    document: Document, mentions: Sequence[Mention], sentences: Sequence[Sentence], facts: DocumentFacts, kit: Kit
) -> Links:
    """Return the link of every mention and the actors that they name."""
    date = facts.published.start if facts.published is not None else None
    found = {
        (item.start, item.end): (item, analysis)
        for analysis in analyse(document, sentences, kit)
        for item in found_in(analysis, kit)
    }
    links, actors = [], {}
    for mention in mentions:
        item, _ = found[mention.start, mention.end]
        link, named = _first_link(document, mention, item, date, kit)
        links.append(link)
        actors.update({actor.id: actor for actor in named})
    return Links(mentions=tuple(mentions), links=tuple(links), actors=actors)


def _first_link(
    document: Document, mention: Mention, item: Found, date: str | None, kit: Kit
) -> tuple[Link, tuple[Actor, ...]]:
    source = item.source
    owners: tuple[str, ...] = ()
    if isinstance(source, Hit):
        owners = tuple(dict.fromkeys(e.entity for e in source.entries if e.entity))[:1]
    elif mention.kind == "person":
        owners = _person(mention.surface, date, kit, document.language)
    elif isinstance(source, Description):
        owners = source.owners[:2]
    known = tuple(actor for owner in owners if (actor := kit.knowledge.actor(owner)) is not None)
    if not known and mention.kind in ("person", "organisation", "place"):
        nil = unresolved_actor_id(document.id, mention.surface)
        kind = mention.kind
        known = (Actor(id=nil, kind=kind, name=mention.surface, resolved=False),)
        return Link(mention=mention.id, actors=(nil,), score=0.3, reason="not in the knowledge base"), known
    return Link(mention=mention.id, actors=tuple(a.id for a in known), score=0.8 if known else 0.0, reason="name"), known


def _person(surface: str, date: str | None, kit: Kit, code: str) -> tuple[str, ...]:
    from dragoman.extract.names import load_names

    entries: tuple[Entry, ...] = kit.compiled(load_names, code).lookup(surface)
    people = [entry.entity for entry in entries if entry.category in ("person", "surname")]
    return tuple(sorted(people, key=lambda person: (not (date and kit.knowledge.offices_of(person, date)), person)))[:1]


__all__ = ["Analysis", "fold", "link_mentions"]
