"""What other people's files say of people, posts and memberships, in one plain form, before it is matched with our tables.

FollowTheMoney: one entity a line, `{"id", "schema", "properties": {name: [values]}}`; posts are Position, terms Occupancy.
Wikidata: the CSV of a query with the columns person, personLabel, position, positionLabel, start, end, where an item is
written as its address or its number.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Mapping
from itertools import product
from typing import Any

import msgspec

from dragoman.knowledge.checks import is_date

_QID = re.compile(r"(?:.*/)?(Q[1-9]\d*)")
_DATE = re.compile(r"\+?(\d{4}(?:-\d\d){0,2})(?:T\S*)?")
_PRECISION = {"9": 4, "10": 7, "11": 10}  # of Wikidata: year, month, day
_COLUMNS = ("person", "personLabel", "position", "positionLabel", "start", "end")


class Party(msgspec.Struct, frozen=True, kw_only=True):
    """A person, post or body of the file. `key` is its id there; `country` a code of the file or an id of ours."""

    key: str
    names: tuple[str, ...]
    wikidata: str | None = None
    country: str | None = None
    public: bool = False
    place: str = ""


class Link(msgspec.Struct, frozen=True, kw_only=True):
    """A person in a post, or a member in a body, by keys of the file."""

    who: str
    what: str
    start: str | None = None
    end: str | None = None
    role: str = ""
    place: str = ""


class Material(msgspec.Struct, frozen=True, kw_only=True):
    """All that one file says. `skipped` lists, line by line, what could not be used, and why."""

    persons: dict[str, Party] = {}
    positions: dict[str, Party] = {}
    bodies: dict[str, Party] = {}
    holdings: tuple[Link, ...] = ()
    memberships: tuple[Link, ...] = ()
    skipped: tuple[str, ...] = ()
    damaged: bool = False


class _Wrong(Exception):  # noqa: N818 - a reason, caught where the line is known
    """Why one row cannot be used."""


def wikidata_id(text: str) -> str | None:
    """Return the number of a Wikidata item from its address or from itself."""
    found = _QID.fullmatch(text.strip())
    return found[1] if found else None


# ------------------------------------------------------------------------------- FollowTheMoney


def parse_ftm(lines: Iterable[str], file: str) -> Material:
    """Read FollowTheMoney JSON lines: Person, Position, Occupancy, Organization, PublicBody, Membership."""
    parties: dict[str, dict[str, Party]] = {"persons": {}, "positions": {}, "bodies": {}}
    links: dict[str, list[Link]] = {"holdings": [], "memberships": []}
    skipped: list[str] = []
    damaged = False
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        place = f"{file}:{number}"
        try:
            entity = _Entity.decode(line)
            _sort_in(entity, place, parties, links)
        except (msgspec.DecodeError, msgspec.ValidationError, UnicodeEncodeError) as error:
            damaged = True
            skipped.append(f"{place}: no FollowTheMoney entity: {error}")
        except _Wrong as reason:
            skipped.append(f"{place}: {reason}")
    return Material(
        **parties, holdings=tuple(links["holdings"]), memberships=tuple(links["memberships"]),
        skipped=tuple(skipped), damaged=damaged,
    )  # fmt: skip


class _Ftm(msgspec.Struct, frozen=True):
    """One line of the file."""

    id: str
    schema: str
    properties: dict[str, list[Any]] = {}

    def texts(self, name: str) -> tuple[str, ...]:
        """Return the values of a property; of an entity nested in it, the id."""
        values = (value.get("id") if isinstance(value, dict) else value for value in self.properties.get(name, ()))
        return tuple(" ".join(value.split()) for value in values if isinstance(value, str) and value.strip())

    def first(self, name: str) -> str:
        """Return the first value of a property, or nothing."""
        return next(iter(self.texts(name)), "")


_Entity: msgspec.json.Decoder[_Ftm] = msgspec.json.Decoder(_Ftm)
_PARTIES: Mapping[str, str] = {
    "Person": "persons", "Position": "positions", "Organization": "bodies", "PublicBody": "bodies",
}  # fmt: skip
_LINKS: Mapping[str, tuple[str, str, str]] = {
    "Occupancy": ("holdings", "holder", "post"),
    "Membership": ("memberships", "member", "organization"),
}


def _sort_in(
    entity: _Ftm, place: str, parties: dict[str, dict[str, Party]], links: dict[str, list[Link]]
) -> None:
    if entity.schema in _PARTIES:
        parties[_PARTIES[entity.schema]][entity.id] = _party(entity, place)
    elif entity.schema in _LINKS:
        table, who, what = _LINKS[entity.schema]
        links[table] += _links(entity, who, what, place)
    else:
        raise _Wrong(f"entities of the schema {entity.schema} are not read")


def _party(entity: _Ftm, place: str) -> Party:
    names = tuple(dict.fromkeys((*entity.texts("name"), *entity.texts("alias"))))
    number = wikidata_id(entity.first("wikidataId")) or wikidata_id(entity.id)
    if not names:
        raise _Wrong(f"{entity.schema} {entity.id} has no name")
    country = entity.first("country") or entity.first("citizenship") or entity.first("nationality")
    public = entity.schema == "PublicBody"
    return Party(key=entity.id, names=names, wikidata=number, country=country or None, public=public, place=place)


def _links(entity: _Ftm, who: str, what: str, place: str) -> list[Link]:
    """Return one link for each pair of ends and each term: contradicting dates give a row each."""
    ends = list(product(entity.texts(who), entity.texts(what)))
    if not ends:
        raise _Wrong(f"{entity.schema} {entity.id} lacks its {who} or {what}")
    starts, finishes = _dates(entity.texts("startDate")), _dates(entity.texts("endDate"))
    if entity.first("status") == "ended" and finishes == [None]:
        raise _Wrong(f"{entity.schema} {entity.id} has ended, nobody says when; give it an endDate")
    terms = [(start, end) for start, end in product(starts, finishes) if not _backwards(start, end)]
    if not terms:
        raise _Wrong(f"{entity.schema} {entity.id} ends before it starts")
    role = entity.first("role")
    return [
        Link(who=left, what=right, start=start, end=end, role=role, place=place)
        for left, right in ends
        for start, end in terms
    ]


def _backwards(start: str | None, end: str | None) -> bool:
    return bool(start and end and end < start[: len(end)])


def _dates(texts: Iterable[str]) -> list[str | None]:
    """Return the dates, each in its fullest form, without those that only cut another one; [None] where there is none."""
    found = sorted({_date(text) for text in texts}, key=len, reverse=True)
    fullest = [text for i, text in enumerate(found) if not any(other.startswith(text) for other in found[:i])]
    return [*sorted(fullest)] or [None]


def _date(text: str) -> str:
    match = _DATE.fullmatch(text.strip())
    if match is None or not is_date(match[1]):
        raise _Wrong(f"{text!r} is no date of ISO 8601")
    return match[1]


# ------------------------------------------------------------------------------- Wikidata


def parse_wikidata(lines: Iterable[str], file: str) -> Material:
    """Read the CSV of a Wikidata query: person, personLabel, position, positionLabel, start, end (others are optional).

    `country` names the state of the position; `startPrecision` and `endPrecision` are Wikidata's (9 year, 10 month, 11 day).
    Without them the first of January is read as the year alone: a query writes both alike.
    """
    reader = csv.DictReader(lines, strict=True)
    persons: dict[str, Party] = {}
    positions: dict[str, Party] = {}
    holdings: list[Link] = []
    skipped: list[str] = []
    try:
        if missing := [name for name in _COLUMNS if name not in (reader.fieldnames or ())]:
            return Material(skipped=(f"{file}:1: columns {', '.join(missing)} are missing",), damaged=True)
        for row in reader:
            place = f"{file}:{reader.line_num}"
            try:
                holdings.append(_holding(row, place, persons, positions))
            except _Wrong as reason:
                skipped.append(f"{place}: {reason}")
    except csv.Error as error:
        skipped.append(f"{file}:{reader.line_num}: {error}; nothing was read from here on")
        return Material(persons=persons, positions=positions, holdings=tuple(holdings), skipped=tuple(skipped), damaged=True)
    return Material(persons=persons, positions=positions, holdings=tuple(holdings), skipped=tuple(skipped))


def _holding(row: Mapping[str, Any], place: str, persons: dict[str, Party], positions: dict[str, Party]) -> Link:
    if None in row or None in row.values():
        raise _Wrong("the line has not as many cells as the header")
    start, end = _point(row, "start"), _point(row, "end")
    if _backwards(start, end):
        raise _Wrong(f"the term ends ({end}) before it starts ({start})")
    ends = []
    for column, found in (("person", persons), ("position", positions)):
        number = wikidata_id(row[column])
        label = " ".join(row[f"{column}Label"].split())
        if not number and not label:
            raise _Wrong(f"the {column} has neither number nor label")
        named = () if not label or wikidata_id(label) else (label,)
        country = row.get("country") or None if column == "position" else None
        key = number or f"{label} {country or ''}".rstrip()
        known = found.get(key)
        names = tuple(dict.fromkeys((*(known.names if known else ()), *named)))
        found[key] = Party(key=key, names=names, wikidata=number, country=country, place=known.place if known else place)
        ends.append(key)
    return Link(who=ends[0], what=ends[1], start=start, end=end, place=place)


def _point(row: Mapping[str, Any], column: str) -> str | None:
    """Return a date of a query, as exact as it is. A value that is marked unknown is none; an unknown end is no open end."""
    text = row[column].strip()
    if not text:
        return None
    if "genid" in text or text.startswith(("_:", "t")):
        if column == "end":
            raise _Wrong("the term has ended, nobody says when; give it an end")
        return None
    date = _date(text)
    precision = str(row.get(f"{column}Precision") or "").strip()
    if precision in _PRECISION:
        return date[: _PRECISION[precision]]
    return date[:4] if date.endswith("-01-01") and "T" in text else date
