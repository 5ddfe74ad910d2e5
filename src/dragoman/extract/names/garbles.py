"""Damaged short names of formats and treaties, and formats written as a list of their members.

"AUUKUS", "JPCOA": doubled, dropped, added or swapped letters, tried only against the closed list of formats, treaties
and bodies whose members the base knows. A substituted letter is not tried: it makes another true acronym too often
(UNAMI and UNAMA). "AU-UK-US", "the Australian-British-American pact": the set of states is looked up among memberships.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from dragoman.extract.names.forms import Entry, Hit, NameIndex, fold, load_names
from dragoman.kit import Kit

_CAPITALS = re.compile(r"(?<![\w-])[A-Z]{4,9}(?![\w-])")
_DOUBLED = re.compile(r"(.)\1+")
_LONG_PLACE = 8  # letters
_LONG_WORD = re.compile(r" ([A-ZÀ-Þ]\w{6,})(?![\w'’-])")
_SHORTEST_EDITED = 5  # letters of the true acronym
_LISTED = (3, 7)  # states in a list that is a format's name
_JOINTS = frozenset({"-", "‐", "‑", "–", "—", "/"})
_SHORT_FORM = 3
_STATE_KINDS = frozenset({"name", "short", "acronym", "adjective", "combining", "demonym"})


class Garbles(NamedTuple):
    """What damaged names lead to.

    Acronyms by their damaged forms (folded doubles, one letter dropped), formats by their members, long place names by
    what is left when one letter is dropped.
    """

    doubled: Mapping[str, str]
    dropped: Mapping[str, str]
    acronyms: Mapping[str, str]
    members: Mapping[frozenset[str], str]
    places: Mapping[str, str]


def load_garbles(kit: Kit, code: str) -> Garbles:
    """Compile the closed list for one language. Use through `kit.compiled(load_garbles, code)`."""
    bodies = {row.group for row in kit.knowledge.memberships}
    acronyms = _acronyms(kit.compiled(load_names, code), bodies)
    doubled = _unique((_DOUBLED.sub(r"\1", form), entity) for form, entity in acronyms.items())
    dropped = _unique(
        (form[:i] + form[i + 1 :], entity)
        for form, entity in acronyms.items()
        if len(form) >= _SHORTEST_EDITED
        for i in range(len(form))
    )
    members: dict[frozenset[str], str] = {}
    for group in sorted(bodies, key=lambda group: (_kind(group, kit) != "format", group)):
        states = frozenset(kit.knowledge.members(group))
        if _LISTED[0] <= len(states) <= _LISTED[1] and _kind(group, kit) in ("format", "organisation"):
            members.setdefault(states, group)
    return Garbles(doubled, dropped, acronyms, members, _places(kit.compiled(load_names, code)))


def _places(index: NameIndex) -> dict[str, str]:
    """Return the names of places and states, of one long word each, by their deletions (Garbe's symmetric delete, 2012)."""
    names = [
        key for key, entries in index.forms.items()
        if len(key) >= _LONG_PLACE and key.isalpha() and any(e.category == "place" or e.kind == "name" for e in entries)
        and all(e.category in ("place", "name") for e in entries)
    ]  # fmt: skip
    return _unique((form, name) for name in names for form in _deletions(name))


def _deletions(word: str) -> Iterator[str]:
    yield word
    for index in range(len(word)):
        yield word[:index] + word[index + 1 :]


def _kind(group: str, kit: Kit) -> str:
    actor = kit.knowledge.actor(group)
    return actor.kind if actor is not None else ""


def _acronyms(index: NameIndex, bodies: set[str]) -> dict[str, str]:
    found = {}
    for entries in index.forms.values():
        for entry in entries:
            if entry.entity in bodies and entry.kind in ("acronym", "name", "short") and _CAPITALS.fullmatch(entry.form):
                found[entry.form] = entry.entity
    return found


def _unique(pairs: Iterator[tuple[str, str]]) -> dict[str, str]:
    """Keep the forms that lead to one body only."""
    found: dict[str, set[str]] = {}
    for form, entity in pairs:
        found.setdefault(form, set()).add(entity)
    return {form: next(iter(entities)) for form, entities in found.items() if len(entities) == 1}


def mend(hits: Sequence[Hit], text: str, start: int, end: int, kit: Kit, code: str) -> list[Hit]:
    """Return the hits with damaged acronyms added and lists of members joined, in order."""
    garbles = kit.compiled(load_garbles, code)
    joined = list(_joined_lists(hits, text, garbles.members, kit))
    covered = {hit.start for hit in joined}
    added = [hit for hit in _damaged(text, start, end, garbles) if hit.start not in covered]
    added += _damaged_places(joined, text, garbles, kit.compiled(load_names, code))
    if not added:
        return joined
    inside = sorted((*joined, *added), key=lambda hit: (hit.start, -hit.end))
    kept: list[Hit] = []
    for hit in inside:
        if not kept or hit.start >= kept[-1].end:
            kept.append(hit)
    return kept


def _damaged_places(hits: Sequence[Hit], text: str, garbles: Garbles, index: NameIndex) -> Iterator[Hit]:
    """Yield long words one edit from a place's name, right after a preposition of place: "to Vladivistok"."""
    taken = {hit.start for hit in hits}
    for hit in hits:
        if not hit.of("word", "locative", "direction"):
            continue
        match = _LONG_WORD.match(text, hit.end)
        if match is None or match.start(1) in taken or match[1].isupper():
            continue
        word = fold(match[1])
        names = {garbles.places[form] for form in _deletions(word) if form in garbles.places}
        if len(names) == 1 and (name := next(iter(names)))[0] == word[0]:
            yield Hit(match.start(1), match.end(1), index.forms[name])


def _damaged(text: str, start: int, end: int, garbles: Garbles) -> Iterator[Hit]:
    for match in _CAPITALS.finditer(text, start, end):
        written = match[0]
        entity = _meant(written, garbles)
        if entity is not None and not _in_capitals(text, *match.span()):
            yield Hit(match.start(), match.end(), (Entry(entity, "garble", "name", written, note="damaged"),))


def _meant(written: str, garbles: Garbles) -> str | None:
    if written in garbles.acronyms:
        return None
    entity = garbles.doubled.get(_DOUBLED.sub(r"\1", written)) if _DOUBLED.search(written) else None
    entity = entity or garbles.dropped.get(written)
    if entity is not None or len(written) < _SHORTEST_EDITED:
        return entity
    shorter = (written[:i] + written[i + 1 :] for i in range(len(written)))
    swapped = (written[:i] + written[i + 1] + written[i] + written[i + 2 :] for i in range(len(written) - 1))
    meant = {garbles.acronyms[form] for form in (*shorter, *swapped) if form in garbles.acronyms}
    return next(iter(meant)) if len(meant) == 1 else None


def _in_capitals(text: str, start: int, end: int) -> bool:
    """Tell whether the words around are written in capitals too, as in a headline."""
    before, after = text[max(0, start - 12) : start].split(), text[end : end + 12].split()
    around = [*before[-1:], *after[:1]]
    return any(len(word) > 1 and word.isupper() and word.isalpha() for word in around)


def _joined_lists(
    hits: Sequence[Hit], text: str, members: Mapping[frozenset[str], str], kit: Kit
) -> Iterator[Hit]:
    number = 0
    while number < len(hits):
        last = number
        while last + 1 < len(hits) and text[hits[last].end : hits[last + 1].start] in _JOINTS:
            last += 1
        listed = hits[number : last + 1]
        body = _body_of_list(listed, members, kit) if len(listed) >= _LISTED[0] else None
        if body is None:
            yield from listed
        else:
            written = text[listed[0].start : listed[-1].end]
            yield Hit(listed[0].start, listed[-1].end, (Entry(body, "name", "name", written, note="members"),))
        number = last + 1


def _body_of_list(listed: Sequence[Hit], members: Mapping[frozenset[str], str], kit: Kit) -> str | None:
    """Return the format of the states listed; one short code may be wrong ("UA" for Australia in a garbled list)."""
    states = [
        next((e.entity for e in hit.entries if e.kind in _STATE_KINDS and e.entity in kit.knowledge.states), None)
        for hit in listed
    ]
    sure = frozenset(state for state in states if state is not None)
    if len(sure) == len(listed) and sure in members:
        return members[sure]
    for hit, state in zip(listed, states, strict=True):
        if hit.end - hit.start > _SHORT_FORM:
            continue
        rest = sure - {state}
        found = {body for group, body in members.items() if rest < group and len(group) == len(listed) == len(rest) + 1}
        if len(found) == 1:
            return next(iter(found))
    return None
