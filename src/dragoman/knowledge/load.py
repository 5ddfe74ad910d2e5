"""Loads the tables of facts, checks that every reference in them holds, and answers dated questions about them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from dragoman.ids import digest
from dragoman.knowledge.rows import (
    EntityRow,
    GatheringRow,
    MembershipRow,
    OfficeRow,
    OrganRow,
    OutletRow,
    PersonRow,
    PlaceRow,
    PloverRow,
    StateRow,
    TenureRow,
)
from dragoman.records import Actor, ActorKind, Office, Tenure
from dragoman.tables import raise_faults, read_table

TABLES = Path(__file__).parent / "tables"

ROW_TYPES: Mapping[str, type[msgspec.Struct]] = {
    "states": StateRow,
    "organisations": EntityRow,
    "treaties": EntityRow,
    "groups": EntityRow,
    "regions": EntityRow,
    "organs": OrganRow,
    "offices": OfficeRow,
    "persons": PersonRow,
    "tenures": TenureRow,
    "memberships": MembershipRow,
    "places": PlaceRow,
    "outlets": OutletRow,
    "gatherings": GatheringRow,
    "plover": PloverRow,
}

Row = TypeVar("Row", bound=msgspec.Struct)

_FULL = frozenset({"member", "permanent", "party"})  # the roles of those whom an organisation or treaty binds


class Knowledge(msgspec.Struct, frozen=True, kw_only=True):
    """What is known about the world, before any document is read. Immutable; all lookups are by id and date."""

    entities: dict[str, Actor]
    validity: dict[str, tuple[str | None, str | None]]
    states: dict[str, StateRow]
    organs: dict[str, OrganRow]
    offices: dict[str, Office]
    persons: dict[str, PersonRow]
    places: dict[str, PlaceRow]
    outlets: dict[str, OutletRow]
    gatherings: tuple[GatheringRow, ...]
    tenures_by_person: dict[str, tuple[Tenure, ...]]
    tenures_by_office: dict[str, tuple[Tenure, ...]]
    memberships: tuple[MembershipRow, ...]
    plover: tuple[PloverRow, ...]
    version: str

    def actor(self, identifier: str) -> Actor | None:
        """Return the actor with this id, or None."""
        return self.entities.get(identifier)

    def offices_of(self, person: str, date: str | None = None) -> tuple[Tenure, ...]:
        """Return the tenures of a person, only those that cover the date where one is given (ISO 8601)."""
        held = self.tenures_by_person.get(person, ())
        return held if date is None else tuple(tenure for tenure in held if covers(tenure, date))

    def holders(self, office: str, date: str | None = None) -> tuple[Tenure, ...]:
        """Return who held an office, only on the date where one is given (ISO 8601)."""
        held = self.tenures_by_office.get(office, ())
        return held if date is None else tuple(tenure for tenure in held if covers(tenure, date))

    def members(self, group: str, date: str | None = None) -> tuple[str, ...]:
        """Return the full members of an organisation or format, or the parties to a treaty, at the date if given."""
        return tuple(
            row.member
            for row in self.memberships
            if row.group == group and row.role in _FULL and (date is None or within(date, row.start, row.end))
        )


def within(date: str, start: str | None, end: str | None) -> bool:
    """Tell whether a date lies in a closed interval. Dates may be cut to year or month: then any overlap counts."""
    return not (start is not None and date < start[: len(date)]) and not (end is not None and end < date[: len(end)])


def covers(tenure: Tenure, date: str) -> bool:
    """Tell whether somebody held the office on the date. An open end counts as still held: the caller may say so."""
    return within(date, tenure.start, tenure.end)


def load_knowledge(folder: Path | None = None) -> Knowledge:
    """Load the bundled tables and, over them, the user's own tables from `folder`.

    Raises:
        KnowledgeError: rows are wrong or refer to ids that no table has; all faults are listed together.
    """
    faults: list[str] = []
    rows = {name: _read(name, row_type, folder, faults) for name, row_type in ROW_TYPES.items()}
    raise_faults(faults)
    entities = _entities(rows)
    raise_faults([*wrong_dates(rows), *_broken_references(rows, entities)])
    return _build(rows, entities)


def _read(name: str, row_type: type[Row], folder: Path | None, faults: list[str]) -> list[tuple[str, Row]]:
    """Read one table: the bundled file, then the user's. Returns (file and line, row) pairs."""
    read = []
    for base in (TABLES, folder):
        if base is not None and (path := base / f"{name}.csv").is_file():
            read += [(f"{path.name}:{line}", row) for line, row in read_table(path, row_type, faults)]
    return read


_KINDS: Mapping[str, ActorKind] = {"organs": "organ", "persons": "person", "outlets": "outlet", "places": "place"}


def _entities(rows: Mapping[str, list[tuple[str, Any]]]) -> dict[str, Actor]:
    """Return every row that can be named as an actor, by id. Later rows (the user's) replace earlier ones."""
    found: dict[str, Actor] = {}
    for table in ("states", "organisations", "treaties", "groups", "regions", "organs", "persons", "outlets"):
        for _, row in rows[table]:
            kind = _KINDS.get(table) or row.kind
            found[row.id] = Actor(
                id=row.id, kind=kind, name=row.name, state=_state_of(table, row), wikidata=row.wikidata
            )
    return found


def _state_of(table: str, row: Any) -> str | None:
    """Return whom an entity stands for: a state for itself, an organisation for itself, an organ for its state."""
    if table in ("states", "organisations"):
        return str(row.id)
    if table == "organs":
        return str(row.entity)
    return row.state if isinstance(row.state, str) else None


_REFERENCES: Mapping[str, tuple[str, ...]] = {
    "treaties": ("state",),
    "groups": ("state",),
    "organs": ("entity",),
    "offices": ("entity", "organ"),
    "persons": ("state",),
    "tenures": ("person", "office"),
    "memberships": ("member", "group"),
    "outlets": ("state",),
    "places": ("state",),
    "gatherings": ("group",),
}


def _broken_references(rows: Mapping[str, list[tuple[str, Any]]], entities: Mapping[str, Actor]) -> Iterable[str]:
    """Yield a fault for every cell that names an id which no table has, and for every id that stands twice."""
    offices = {row.id for _, row in rows["offices"]}
    for table, columns in _REFERENCES.items():
        for place, row in rows[table]:
            for column in columns:
                value = getattr(row, column)
                known = offices if column == "office" else entities
                if value is not None and value not in known:
                    yield f"{place}: {column} {value!r} is in no table; add its row or correct the id"
    owners: dict[str, str] = {}
    for table in rows:
        for place, row in rows[table]:
            identifier = getattr(row, "id", None)
            if identifier is None:
                continue
            file = place.split(":")[0]
            if owners.setdefault(identifier, file) != file:
                yield f"{place}: id {identifier!r} stands in {owners[identifier]} too; ids are unique over all tables"


_DATE = re.compile(r"\d{4}(-\d{2}){0,2}", re.ASCII)
_SPANS: tuple[tuple[str, str], ...] = (("start", "end"), ("valid_from", "valid_to"))


def wrong_dates(rows: Mapping[str, list[tuple[str, Any]]]) -> Iterable[str]:
    """Yield a fault for every date that is no ISO date (day, month or year), and for every span that ends before it starts."""
    for table in rows.values():
        for place, row in table:
            for first, last in _SPANS:
                yield from _wrong_span(place, first, getattr(row, first, None), last, getattr(row, last, None))
            yield from _wrong_date(place, "known_through", getattr(row, "known_through", None))


def _wrong_span(place: str, first: str, start: str | None, last: str, end: str | None) -> Iterable[str]:
    faults = [*_wrong_date(place, first, start), *_wrong_date(place, last, end)]
    yield from faults
    if start and end and not faults and end < start[: len(end)]:
        yield f"{place}: {last} {end} is before {first} {start}"


def _wrong_date(place: str, column: str, value: str | None) -> Iterable[str]:
    if value and not is_date(value):
        yield f"{place}: {column} {value!r} is no date; write YYYY, YYYY-MM or YYYY-MM-DD"


@cache
def is_date(text: str) -> bool:
    """Tell whether a text is an ISO 8601 calendar date, whole or cut to month or year."""
    if _DATE.fullmatch(text) is None:
        return False
    try:
        date.fromisoformat(text + "0000-01-01"[len(text) :])
    except ValueError:
        return False
    return True


def _build(rows: Mapping[str, list[tuple[str, Any]]], entities: dict[str, Actor]) -> Knowledge:
    tenures = [
        Tenure(
            person=row.person, office=row.office, start=row.start, end=row.end,
            known_through=row.known_through, source=row.source,
        )
        for _, row in rows["tenures"]
    ]
    by_person: dict[str, list[Tenure]] = defaultdict(list)
    by_office: dict[str, list[Tenure]] = defaultdict(list)
    for tenure in sorted(tenures, key=lambda t: (t.start or "", t.end or "9999", t.person, t.office)):
        by_person[tenure.person].append(tenure)
        by_office[tenure.office].append(tenure)
    dated = ("states", "organisations", "treaties", "groups", "regions", "organs")
    return Knowledge(
        entities=entities,
        validity={row.id: (row.valid_from, row.valid_to) for table in dated for _, row in rows[table]},
        states={row.id: row for _, row in rows["states"]},
        organs={row.id: row for _, row in rows["organs"]},
        offices={
            row.id: Office(id=row.id, name=row.name, type=row.type, entity=row.entity, organ=row.organ)
            for _, row in rows["offices"]
        },
        persons={row.id: row for _, row in rows["persons"]},
        places={row.id: row for _, row in rows["places"]},
        outlets={row.id: row for _, row in rows["outlets"]},
        gatherings=tuple(row for _, row in rows["gatherings"]),
        tenures_by_person={person: tuple(held) for person, held in by_person.items()},
        tenures_by_office={office: tuple(held) for office, held in by_office.items()},
        memberships=tuple(row for _, row in rows["memberships"]),
        plover=tuple(row for _, row in rows["plover"]),
        version=_version(rows),
    )


def _version(rows: Mapping[str, list[tuple[str, Any]]]) -> str:
    """Return a digest of all rows, kept with every run, so that a record can name the knowledge that it used."""
    return digest(*(f"{table}:{row!r}" for table in sorted(rows) for _, row in rows[table]))
