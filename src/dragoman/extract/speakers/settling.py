"""Whom "he" and "the expert" name where they speak: who is quoted is known better than whom a pronoun points back to."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from dragoman.records import Link, Links, Quote, Span

_SCORE = 0.7


def settle_speakers(links: Links, quotes: Sequence[Quote]) -> Links:
    """Return the links with pronouns and unnamed roles linked to the one person or body as whom they speak.

    Linking takes the last name that fits; the sieve of speakers also knows whose words a quotation goes on with.
    """
    speaking: dict[Span, str] = {
        quote.source: quote.speakers[0]
        for quote in quotes
        if quote.source is not None and len(quote.speakers) == 1 and quote.speakers[0] in links.actors
    }
    if not speaking:
        return links
    settled = []
    for mention, link in zip(links.mentions, links.links, strict=True):
        speaker = speaking.get((mention.start, mention.end))
        weak = mention.kind == "pronoun" or (mention.kind == "role" and _unnamed(link, links))
        changed = speaker is not None and weak and link.actors != (speaker,)
        settled.append(_settled(link, speaker) if changed and speaker is not None else link)
    return msgspec.structs.replace(links, links=tuple(settled))


def _unnamed(link: Link, links: Links) -> bool:
    """Tell whether a link names nobody whom the tables know."""
    return not any(links.actors[actor].resolved for actor in link.actors)


def _settled(link: Link, speaker: str) -> Link:
    others = tuple((actor, link.score) for actor in link.actors)
    return msgspec.structs.replace(link, actors=(speaker,), score=_SCORE, reason="who speaks here", alternatives=others)
