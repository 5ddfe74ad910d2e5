"""Loads the tables of facts, checks that every reference in them holds, and answers dated questions about them."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from dragoman.errors import KnowledgeError
from dragoman.ids import digest
from dragoman.knowledge.checks import broken_references, shared_ids, wrong_dates
from dragoman.knowledge.rows import (
    EntityRow,
    GatheringRow,
    MajorPowerRow,
    MembershipRow,
    OfficeRow,
    OrganRow,
    OutletRow,
    PersonRow,
    PlaceRow,
    PloverRow,
    StateCodeRow,
    StateRow,
    TenureRow,
)
from dragoman.knowledge.terms import refined, tenure_text
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
    "state_codes": StateCodeRow,
    "major_powers": MajorPowerRow,
}

Row = TypeVar("Row", bound=msgspec.Struct)

_FULL = frozenset({"member", "permanent", "party"})  # the roles of those whom an organisation or treaty binds


class OwnTables(msgspec.Struct, frozen=True, kw_only=True):
    """What came from the user's own tables, so that it can be shown apart from what is bundled.

    `rows` counts, for each table, the bundled rows and the user's. `replaced` holds, for each id, what the rows that a
    later one replaced had said, oldest first.
    """

    rows: dict[str, tuple[int, int]] = {}
    replaced: dict[str, tuple[str, ...]] = {}
    tenures: frozenset[Tenure] = frozenset()
    memberships: frozenset[MembershipRow] = frozenset()


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
    state_codes: tuple[StateCodeRow, ...] = ()
    major_powers: tuple[MajorPowerRow, ...] = ()
    own: OwnTables = OwnTables()

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


def states_by_iso2(rows: Iterable[StateRow]) -> dict[str, str]:
    """Map ISO 3166-1 alpha-2 codes to the ids of the states that bear them today."""
    return {row.iso2: row.id for row in rows if row.iso2 and row.valid_to is None}


def within(date: str, start: str | None, end: str | None) -> bool:
    """Tell whether a date lies in a closed interval. Dates may be cut to year or month: then any overlap counts."""
    return not (start is not None and date < start[: len(date)]) and not (end is not None and end < date[: len(end)])


def covers(tenure: Tenure, date: str) -> bool:
    """Tell whether somebody held the office on the date. An open end counts as still held: the caller may say so."""
    return within(date, tenure.start, tenure.end)


class Tables(msgspec.Struct, frozen=True, kw_only=True):
    """All rows as read: of each table (file and line, row) pairs, the bundled ones first; `bundled` counts those."""

    rows: dict[str, list[tuple[str, Any]]]
    bundled: dict[str, int]
    version: str

    def own(self, table: str) -> Iterator[tuple[str, Any]]:
        """Yield the user's rows of a table."""
        yield from self.rows[table][self.bundled[table] :]


def load_knowledge(folder: Path | None = None) -> Knowledge:
    """Load the bundled tables and, over them, the user's own tables from `folder`.

    Raises:
        KnowledgeError: rows are wrong or refer to ids that no table has; all faults are listed together.
    """
    return build_knowledge(load_tables(folder))


def load_tables(folder: Path | None = None) -> Tables:
    """Read the bundled tables and the user's, row by row, before references are checked.

    Raises:
        KnowledgeError: rows do not fit their table, or a file has a name that no table has.
    """
    faults = list(_strange_files(folder)) if folder is not None else []
    digests: list[str] = []
    rows: dict[str, list[tuple[str, Any]]] = {}
    bundled: dict[str, int] = {}
    for name, row_type in ROW_TYPES.items():
        rows[name] = _read(TABLES, name, row_type, faults, digests)
        bundled[name] = len(rows[name])
        if folder is not None:
            rows[name] += _read(folder, name, row_type, faults, digests)
    raise_faults(faults)
    return Tables(rows=rows, bundled=bundled, version=digest(*digests))


def build_knowledge(tables: Tables) -> Knowledge:
    """Check the rows against each other and index them.

    Raises:
        KnowledgeError: rows refer to ids that no table has, or hold impossible dates; all faults are listed together.
    """
    rows = tables.rows
    entities = _entities(rows)
    raise_faults([*wrong_dates(rows), *broken_references(rows, entities), *shared_ids(rows)])
    return _build(tables, entities)


def _strange_files(folder: Path) -> Iterator[str]:
    """Yield a fault for every CSV file of the user's folder that is no table: its rows would be lost without a word."""
    if not folder.is_dir():
        raise KnowledgeError([f"{folder}: there is no such folder; make it, or correct the setting `knowledge`"])
    for path in sorted(folder.glob("*.csv")):
        if path.stem not in ROW_TYPES:
            yield f"{path}: there is no table of this name; the tables are {', '.join(ROW_TYPES)}"


def _read(
    base: Path, name: str, row_type: type[Row], faults: list[str], digests: list[str]
) -> list[tuple[str, Row]]:
    """Read one table, where the folder has it. Rows of the user's folder are named by it in every fault."""
    path = base / f"{name}.csv"
    if not path.is_file():
        return []
    found: list[str] = []
    read = read_table(path, row_type, found)
    prefix = "" if base == TABLES else f"{base}/"
    faults += [prefix + fault for fault in found]
    digests += [name, hashlib.sha256(path.read_bytes()).hexdigest()]
    named = f"{prefix}{path.name}"
    return [(f"{named}:{line}", row) for line, row in read]


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


def _build(tables: Tables, entities: dict[str, Actor]) -> Knowledge:
    rows = tables.rows
    tenures = [_tenure(row) for _, row in rows["tenures"]]
    own = frozenset(tenures[tables.bundled["tenures"] :])
    finer = refined(tenures, own) if own else {}
    by_person, by_office = _held([tenure for tenure in tenures if tenure not in finer])
    dated = ("states", "organisations", "treaties", "groups", "regions", "organs")
    return Knowledge(
        entities=entities,
        validity={row.id: (row.valid_from, row.valid_to) for table in dated for _, row in rows[table]},
        states=_by_id(rows["states"]),
        organs=_by_id(rows["organs"]),
        offices={
            row.id: Office(id=row.id, name=row.name, type=row.type, entity=row.entity, organ=row.organ)
            for _, row in rows["offices"]
        },
        persons=_by_id(rows["persons"]),
        places=_by_id(rows["places"]),
        outlets=_by_id(rows["outlets"]),
        gatherings=tuple(_by_id(rows["gatherings"]).values()),
        tenures_by_person=by_person,
        tenures_by_office=by_office,
        memberships=tuple(row for _, row in rows["memberships"]),
        plover=_plover(tables),
        version=tables.version,
        state_codes=tuple(row for _, row in rows["state_codes"]),
        major_powers=tuple(row for _, row in rows["major_powers"]),
        own=_own(tables, own, finer),
    )


def _by_id(rows: list[tuple[str, Any]]) -> dict[str, Any]:
    """Return rows by id; a later row (the user's) replaces an earlier one."""
    return {row.id: row for _, row in rows}


def _tenure(row: TenureRow) -> Tenure:
    return Tenure(
        person=row.person, office=row.office, start=row.start, end=row.end,
        known_through=row.known_through, source=row.source,
    )


def _held(tenures: list[Tenure]) -> tuple[dict[str, tuple[Tenure, ...]], dict[str, tuple[Tenure, ...]]]:
    """Return the tenures of each person and of each office, in order of time."""
    by_person: dict[str, list[Tenure]] = defaultdict(list)
    by_office: dict[str, list[Tenure]] = defaultdict(list)
    for tenure in sorted(tenures, key=lambda t: (t.start or "", t.end or "9999", t.person, t.office)):
        by_person[tenure.person].append(tenure)
        by_office[tenure.office].append(tenure)
    return (
        {person: tuple(held) for person, held in by_person.items()},
        {office: tuple(held) for office, held in by_office.items()},
    )


def _plover(tables: Tables) -> tuple[PloverRow, ...]:
    """Return the codes; a row of the user's for the same type and mode replaces ours."""
    return tuple({(row.type, row.mode): row for _, row in tables.rows["plover"]}.values())


def _own(tables: Tables, tenures: frozenset[Tenure], finer: Mapping[Tenure, Tenure]) -> OwnTables:
    replaced: dict[str, list[str]] = defaultdict(list)
    for old, new in finer.items():
        for identifier in (old.person, old.office):
            replaced[identifier].append(f"{tenure_text(new)} tells more than {tenure_text(old)}")
    for table in tables.rows:
        for row_id, said in _replaced(tables, table):
            replaced[row_id].append(said)
    return OwnTables(
        rows={table: (tables.bundled[table], len(rows) - tables.bundled[table]) for table, rows in tables.rows.items()},
        replaced={identifier: tuple(texts) for identifier, texts in replaced.items()},
        tenures=tenures,
        memberships=frozenset(row for _, row in tables.own("memberships")),
    )


def _replaced(tables: Tables, table: str) -> Iterator[tuple[str, str]]:
    """Yield the id and what was said before, for every row of the user's that replaces an earlier one with other words."""
    own = [(place, row) for place, row in tables.own(table) if hasattr(row, "id")]
    wanted = {row.id for _, row in own}
    bundled = tables.rows[table][: tables.bundled[table]] if own else ()
    current = {row.id: (place, row) for place, row in bundled if row.id in wanted}
    for place, row in own:
        if row.id in current and current[row.id][1] != row:
            yield row.id, _replacement(place, row, *current[row.id])
        current[row.id] = (place, row)


def _replacement(place: str, row: Any, old_place: str, old: Any) -> str:
    """Say in words which cells of an earlier row a later one replaces."""
    differing = [name for name in type(row).__struct_fields__ if getattr(row, name) != getattr(old, name, None)]
    cells = "; ".join(f"{name} {getattr(row, name)!r} instead of {getattr(old, name, None)!r}" for name in differing)
    return f"{place} replaces {old_place}: {cells}"
