"""Who stands behind a text or a picture, as the lines of the page say it: publisher, source, agency, author, photo.

Each record carries the span of the name, so that it can be checked. A photo credit is never a source.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from dragoman.intake.datelines import find_dateline
from dragoman.intake.outlet_names import fold_outlet
from dragoman.kit import Kit
from dragoman.records import Block, Provenance

# A name: words that begin with a capital, joined by particles; "the" may precede it.
_PART = r"[A-ZÀ-ÞŁŚŽČĐ][\w'’.-]*"
_PARTICLE = "de|du|des|van|von|der|den|da|di|al|el|bin|ibn|le|la"
_NAME = rf"(?:[Tt]he )?{_PART}(?:[ -](?:(?:{_PARTICLE}|of|for|and|&|et)[ -])*{_PART}){{0,5}}"
_PERSON = rf"{_PART}(?:[ -](?:(?:{_PARTICLE})[ -])*{_PART}){{1,4}}"

_SOURCE = re.compile(r"(?:sources?|via)\s*[:：]\s*(?P<name>[^|•·\n]{1,80})", re.IGNORECASE)
_FIRST = re.compile(
    rf"(?:(?i:originally|first|initialement|d['’]abord)\s+(?i:published|appeared|publiée?|parue?)"
    rf"\s+(?i:by|in|on|at|par|dans|sur|le site de|(?:the )?website of))\s+(?:(?i:the|le|la)\s)?"
    rf"(?P<name>{_NAME}|[\w.-]+\.\w{{2,6}})"
)
_SUBMITTED = re.compile(
    r"(?:submitted|posted|contributed|shared|uploaded|soumis|proposé|posté|mis en ligne|partagé) (?:by|par)\s+"
    r"(?P<name>[^,;|(\n]{2,60})",
    re.IGNORECASE,
)
_AUTHORED = re.compile(rf"(?i:authored|written|écrit|rédigé|un article|une tribune) (?i:by|par|de)\s+(?P<name>{_PERSON})")
_BY = re.compile(
    r"(?i:(?:opinion|analysis|exclusive|story|text|words|report|commentary) )?(?i:by|par|de notre \w+(?: \w+)?,?)\s*:?\s+"
    r"(?P<names>[^|•·()\n]{2,160})"
)
_CONTRIBUTED = re.compile(
    r"(?P<names>.{2,200}?)\s+(?:contributed (?:to|reporting)|(?:a|ont) (?:contribué|collaboré|participé) à)\b", re.IGNORECASE
)
_REPORTING = re.compile(
    r"(?:additional )?(?P<job>reporting|writing|editing|compiled|translated|translation|edited|reportage de|traduit|édité)"
    r"(?: by| par|:)?\s+(?P<names>[^;)\n]{2,160})",
    re.IGNORECASE,
)
_COPYRIGHT = re.compile(
    r"(?:©|\(c\)|copyright)\s*(?:©|\(c\))?\s*(?:\d{4}(?:[-–]\d{2,4})?\s*,?\s*)?(?P<name>[^\d.,|©\n-]{2,60})", re.IGNORECASE
)
_PHOTO = re.compile(
    r"(?:(?:photo(?:graph)?|image|picture|video|vidéo|crédits?|credits?|illustration)s?"
    r"(?: (?:credit|courtesy|by|de|par|source)s?)*\s*[:/|]|©|\(c\)|(?:photo|image|picture) (?:by|de|par))"
    r"\s*(?P<name>[^|)\]\n]{2,80})",
    re.IGNORECASE,
)
_SPLIT = re.compile(r"\s*(?:,|;|\band\b|\bet\b|&|\bwith\b|\bavec\b)\s*")
_PLACE_TAIL = re.compile(r"\s+(?:in|à|au|aux|en|from|depuis|at)\s+.*$")


def find_provenance(text: str, blocks: Sequence[Block], kit: Kit) -> tuple[Provenance, ...]:
    """Return all provenance that the lines of a page state, in the order of the text, none twice."""
    names = kit.compiled(outlet_forms)
    found: list[Provenance] = []
    for block in blocks:
        line = text[block.start : block.end]
        found += _of_block(block, line, names)
    unique = {(item.kind, item.start, item.end): item for item in found if item.end > item.start}
    return tuple(sorted(unique.values(), key=lambda item: (item.start, item.end, item.kind)))


def outlet_forms(kit: Kit) -> Mapping[str, str]:
    """Return the id of each known publisher by its folded names; an alias of two publishers is neither's."""
    outlets = kit.knowledge.outlets.values()
    forms: dict[str, str] = {}
    for row in outlets:
        forms.setdefault(fold_outlet(row.name), row.id)
    others: dict[str, set[str]] = defaultdict(set)
    for row in outlets:
        for form in (*row.aliases.split("|"), *row.domains.split("|")):
            others[fold_outlet(form)].add(row.id)
    forms |= {form: next(iter(ids)) for form, ids in others.items() if len(ids) == 1 and form not in forms}
    return {form: known for form, known in forms.items() if form}


def split_people(names: str) -> Iterator[tuple[int, str]]:
    """Yield offset and name of each person in "A. One, B. Two and C. Three in Paris"."""
    position = 0
    for separator in [*_SPLIT.finditer(names), None]:
        end = separator.start() if separator is not None else len(names)
        piece = names[position:end]
        cleaned = _PLACE_TAIL.sub("", piece).strip(" .,;:|-–—…")
        if re.fullmatch(_PERSON, cleaned):
            yield position + piece.index(cleaned), cleaned
        position = separator.end() if separator is not None else end


def _of_block(block: Block, line: str, names: Mapping[str, str]) -> Iterator[Provenance]:
    """Yield what one line says, by what sort of line it is."""
    if block.kind in ("credit", "caption"):
        yield from _matched(block, line, _PHOTO, "photo")
        if block.kind == "credit" and not _PHOTO.search(line):
            yield from _whole(block, line, "photo")
    elif block.kind in ("byline", "provenance"):
        yield from _of_byline(block, line, names)
    elif block.kind == "dateline":
        yield from _of_dateline(block, line)
    elif block.detail == "translated":
        yield from _whole(block, line, "translation")
    elif block.detail == "copyright":
        yield from _matched(block, line, _COPYRIGHT, "publisher")
    elif block.kind == "furniture" and (block.detail == "site-name" or fold_outlet(line) in names):
        yield from _whole(block, line, "publisher")


def _of_byline(block: Block, line: str, names: Mapping[str, str]) -> Iterator[Provenance]:
    yield from _matched(block, line, _SOURCE, "source")
    yield from _matched(block, line, _FIRST, "source")
    yield from _matched(block, line, _SUBMITTED, "submitted-by")
    yield from _matched(block, line, _AUTHORED, "author")
    if (contributed := _CONTRIBUTED.match(line)) is not None:
        yield from _contributors(block, contributed["names"], contributed.start("names"), names)
    elif (by := _BY.match(line)) is not None:
        yield from _people(block, _without_employer(by["names"]), by.start("names"), "author")
        yield from _agencies(block, line, names)
    else:
        for match in _REPORTING.finditer(line):
            yield from _people(block, match["names"], match.start("names"), "contributor")
        if block.detail == "agency":
            yield from _agencies(block, line, names)


def _without_employer(names: str) -> str:
    """Return the first of "A. Author, The Paper": two authors are joined by "and", so what follows the comma is no one."""
    alone = re.fullmatch(rf"\s*({_PERSON})\s*,\s*{_NAME}\s*", names)
    return names[: alone.end(1)] if alone is not None else names


def _matched(block: Block, line: str, pattern: re.Pattern[str], kind: str) -> Iterator[Provenance]:
    for match in pattern.finditer(line):
        name = match["name"].strip(" .,;:|-–—…\u00a0")
        if name:
            start = block.start + match.start("name") + match["name"].index(name)
            yield Provenance(kind=kind, name=name, start=start, end=start + len(name))


def _whole(block: Block, line: str, kind: str) -> Iterator[Provenance]:
    inner = re.search(r"\w.*\w", line, re.DOTALL)
    if inner is not None:
        yield Provenance(kind=kind, name=inner[0], start=block.start + inner.start(), end=block.start + inner.end())


def _people(block: Block, names: str, offset: int, kind: str) -> Iterator[Provenance]:
    for start, name in split_people(names):
        begin = block.start + offset + start
        yield Provenance(kind=kind, name=name, start=begin, end=begin + len(name))


def _contributors(block: Block, names: str, offset: int, outlets: Mapping[str, str]) -> Iterator[Provenance]:
    """Yield the people of "Agency A. One and B. Two in Paris contributed", and the agency before them."""
    length = _agency_prefix(names, outlets)
    if length:
        begin = block.start + offset
        yield Provenance(kind="agency", name=names[:length], start=begin, end=begin + length)
    yield from _people(block, names[length:], offset + length, "contributor")


def _agency_prefix(names: str, outlets: Mapping[str, str]) -> int:
    """Return the length of the agency's name at the start: a known publisher, or capitals ("XYZ") before a name."""
    ends = [match.end() for match in re.finditer(r"\S+", names)][:5]
    known = [end for end in ends if fold_outlet(names[:end]) in outlets]
    if known:
        return known[-1]
    short = re.match(r"[A-Z]{2,5}(?='s|’s|\s)", names)
    return short.end() if short is not None else 0


def _agencies(block: Block, line: str, outlets: Mapping[str, str]) -> Iterator[Provenance]:
    """Yield every known agency or publisher that a byline names, longest name first."""
    words = [(match.start(), match.end()) for match in re.finditer(r"[\w'’.-]+", line)]
    index = 0
    while index < len(words):
        for length in range(min(5, len(words) - index), 0, -1):
            start, end = words[index][0], words[index + length - 1][1]
            if fold_outlet(line[start:end]) in outlets:
                yield Provenance(kind="agency", name=line[start:end], start=block.start + start, end=block.start + end)
                index += length - 1
                break
        index += 1


def _of_dateline(block: Block, line: str) -> Iterator[Provenance]:
    """Yield the agency of "GENEVA, 5 May (Agency) - "."""
    opening = find_dateline(f"{line} X")
    if opening is not None and opening.agency is not None:
        start, end = opening.agency
        yield Provenance(kind="agency", name=line[start:end], start=block.start + start, end=block.start + end)
