"""Score of linking against gold passages.

Gold form, one JSON object a line: `{"id", "language", "published", "marked"}`, where `marked` is the passage with every
mention written as `[[surface|actor]]`. `actor` is an id of the knowledge base; `A+B` several actors; `A/B` either reading;
`-` somebody whom the base does not know and who must stay unresolved. Offsets follow from the marks. The spelled-out form
`{"text", "mentions": [{"start", "end", "actor"}]}` is read too (`actor` an id, a list for several, or null).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

import msgspec

from dragoman.errors import InputError
from dragoman.evaluate.score import Score, read_jsonl
from dragoman.extract.names.linking import link_mentions
from dragoman.extract.names.mentions import find_mentions
from dragoman.extract.parse.sentences import split_sentences
from dragoman.extract.parse.tree import overlap
from dragoman.ids import document_id
from dragoman.kit import Kit
from dragoman.records import Block, Document, DocumentFacts, When

_MARK = re.compile(r"\[\[([^\]|]+)\|([^\]|]*)\]\]")
Reading = tuple[int, int, frozenset[str]]  # start, end, resolved actors


class GoldMention(msgspec.Struct, frozen=True):
    """One mention of a passage; `readings` holds the accepted sets of actors, none where it must stay unresolved."""

    start: int
    end: int
    readings: tuple[frozenset[str], ...]


class Passage(msgspec.Struct, frozen=True, kw_only=True):
    """One gold passage with its mentions."""

    id: str
    text: str
    language: str = "en"
    published: str | None = None
    mentions: tuple[GoldMention, ...] = ()


def evaluate(gold: Path, kit: Kit, predictions: Path | None = None) -> Score:
    """Score the links of gold passages; `predictions` has one object {"id", "mentions": [{start, end, actors}]} a line."""
    file = gold / "passages.jsonl" if gold.is_dir() else gold
    passages = tuple(read_passages(file))
    given = _given(predictions) if predictions is not None else {}
    found = {passage.id: given[passage.id] if predictions else link_passage(passage, kit) for passage in passages}
    return score_links(passages, found, str(file))


def read_passages(path: Path) -> Iterable[Passage]:
    """Yield the passages of a gold file in either form.

    Raises:
        InputError: a row has neither form.
    """
    for number, row in enumerate(read_jsonl(path), start=1):
        common = {"id": str(row.get("id", number)), "language": row.get("language", "en"), "published": row.get("published")}
        if "marked" in row:
            text, mentions = _unmarked(row["marked"])
        elif "text" in row and "mentions" in row:
            text, mentions = row["text"], tuple(_spelled(mention) for mention in row["mentions"])
        else:
            raise InputError("bad_gold", f"{path}:{number}: give `marked`, or `text` and `mentions`")
        yield Passage(text=text, mentions=mentions, **common)


def _unmarked(marked: str) -> tuple[str, tuple[GoldMention, ...]]:
    """Take the marks out of a passage; return its text and the mentions with their offsets."""
    pieces, mentions, length, last = [], [], 0, 0
    for match in _MARK.finditer(marked):
        before = marked[last : match.start()]
        pieces += [before, match[1]]
        start = length + len(before)
        length = start + len(match[1])
        mentions.append(GoldMention(start, length, _readings(match[2])))
        last = match.end()
    return "".join(pieces) + marked[last:], tuple(mentions)


def _readings(actors: str) -> tuple[frozenset[str], ...]:
    return () if actors == "-" else tuple(frozenset(reading.split("+")) for reading in actors.split("/"))


def _spelled(row: Mapping[str, Any]) -> GoldMention:
    actor = row["actor"]
    ids = [actor] if isinstance(actor, str) else list(actor or ())
    return GoldMention(row["start"], row["end"], (frozenset(ids),) if ids else ())


def link_passage(passage: Passage, kit: Kit) -> tuple[Reading, ...]:
    """Read a passage as one paragraph of body text and return the mentions with the known actors that they name."""
    document = Document(
        id=document_id(passage.text.encode()), text=passage.text, path=passage.id, language=passage.language
    )
    day = passage.published
    published = When(start=day, end=day, precision="day", basis="publication") if day else None
    sentences = split_sentences(document, [Block(start=0, end=len(passage.text), kind="body")], kit)
    mentions = find_mentions(document, sentences, kit)
    links = link_mentions(document, mentions, sentences, DocumentFacts(published=published), kit)
    return tuple(
        (mention.start, mention.end, frozenset(actor for actor in link.actors if links.actors[actor].resolved))
        for mention, link in zip(links.mentions, links.links, strict=True)
    )


def _given(path: Path) -> dict[str, tuple[Reading, ...]]:
    return {
        str(row["id"]): tuple((m["start"], m["end"], frozenset(m["actors"] or ())) for m in row["mentions"])
        for row in read_jsonl(path)
    }


def score_links(passages: Sequence[Passage], found: Mapping[str, Sequence[Reading]], gold: str) -> Score:
    """Compare found readings with the gold: right among the resolvable, wrong links among the unresolvable."""
    counts = {"resolvable": 0, "right": 0, "missed": 0, "unresolvable": 0, "wrongly linked": 0}
    errors = []
    for passage in passages:
        for mention in passage.mentions:
            reading = _best(mention, found[passage.id])
            if mention.readings:
                counts["resolvable"] += 1
                counts["right"] += (right := reading in mention.readings)
                counts["missed"] += not reading
            else:
                counts["unresolvable"] += 1
                counts["wrongly linked"] += not (right := not reading)
            if not right:
                errors.append(_error(passage, mention, reading))
    figures = {
        "right": counts["right"] / counts["resolvable"] if counts["resolvable"] else 0.0,
        "wrong_among_unresolvable": (
            counts["wrongly linked"] / counts["unresolvable"] if counts["unresolvable"] else 0.0
        ),
    }
    return Score(kind="links", gold=gold, figures=figures, counts=counts, errors=tuple(errors))


def _best(mention: GoldMention, found: Sequence[Reading]) -> frozenset[str]:
    """Return the reading of the found mention that covers most of the gold one, at least half of either."""
    span = (mention.start, mention.end)
    best = max(found, key=lambda reading: overlap(span, reading[:2]), default=None)
    if best is None:
        return frozenset()
    shared = overlap(span, best[:2])
    return best[2] if 2 * shared >= min(span[1] - span[0], best[1] - best[0]) and shared else frozenset()


def _error(passage: Passage, mention: GoldMention, reading: frozenset[str]) -> dict[str, Any]:
    return {
        "id": passage.id,
        "surface": passage.text[mention.start : mention.end],
        "wanted": ["+".join(sorted(accepted)) for accepted in mention.readings],
        "found": sorted(reading),
        "text": passage.text,
    }
