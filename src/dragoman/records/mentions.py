"""Extract, first half: sentences with their parse, names on the page, whom they name, times."""

from __future__ import annotations

from typing import Literal

import msgspec

from dragoman.records.base import Record, When
from dragoman.records.documents import BlockKind

ActorKind = Literal[
    "state", "organ", "person", "organisation", "treaty", "format", "group", "region", "outlet", "place", "unresolved"
]
MentionKind = Literal[
    "person", "state", "organ", "organisation", "format", "treaty", "group", "region", "place", "outlet", "role",
    "side", "pronoun", "unknown",
]


class Token(Record, frozen=True, kw_only=True, array_like=True):
    """One word of a sentence with its parse. `dep` follows Universal Dependencies in every language (see sentences.py).

    `start`, `end` are document offsets; `head` is the index of the governing token in the sentence, its own for a root.
    """

    i: int
    start: int
    end: int
    text: str
    lemma: str
    pos: str
    morph: str
    dep: str
    head: int


class Name(Record, frozen=True, kw_only=True, array_like=True):
    """A proper name found by the model: tokens `[first, last)` of its sentence, `label` PER, ORG, LOC or MISC."""

    first: int
    last: int
    label: str


class Sentence(Record, frozen=True, kw_only=True):
    """One sentence. `children[i]` lists the tokens that depend on token i, in order. `block` indexes the blocks."""

    index: int
    start: int
    end: int
    block: int
    kind: BlockKind
    language: str
    tokens: tuple[Token, ...]
    children: tuple[tuple[int, ...], ...]
    names: tuple[Name, ...] = ()


class Mention(Record, frozen=True, kw_only=True):
    """A name or description on the page. `sentence` is the index of its sentence."""

    id: str
    start: int
    end: int
    surface: str
    kind: MentionKind
    sentence: int


class Link(Record, frozen=True, kw_only=True):
    """Whom one mention names, as of the document's date.

    `actors` holds several for "both countries", none where there is no reading. `alternatives` are the next best readings
    with scores. `score` is 0 to 1; `reason` lists the rules.
    """

    mention: str
    actors: tuple[str, ...]
    office: str | None = None
    score: float = 0.0
    reason: str = ""
    alternatives: tuple[tuple[str, float], ...] = ()


class Actor(Record, frozen=True, kw_only=True):
    """Somebody or something that can act. `state` is ISO 3166-1 alpha-3, or an organisation's own id (NATO), or null."""

    id: str
    kind: ActorKind
    name: str
    state: str | None = None
    wikidata: str | None = None
    resolved: bool = True


class Links(Record, frozen=True, kw_only=True):
    """The result of linking: `links[i]` belongs to `mentions[i]`; `actors` maps every linked id to its record."""

    mentions: tuple[Mention, ...] = ()
    links: tuple[Link, ...] = ()
    actors: dict[str, Actor] = msgspec.field(default_factory=dict)


class DateMention(Record, frozen=True, kw_only=True):
    """A time expression: its interval, and the rule and anchor that gave it (`direction` past, future or none)."""

    start: int
    end: int
    when: When
    rule: str
    sentence: int
