"""The shape of every table in `knowledge/tables`: one class a table, one field a column."""

from __future__ import annotations

from typing import Literal

import msgspec

from dragoman.records import ActorKind


class _Row(msgspec.Struct, frozen=True, kw_only=True):
    """Base of the rows. Dates are ISO 8601, possibly cut to year or month; empty means open or unknown."""


class StateRow(_Row, frozen=True, kw_only=True):
    """states.csv: a state or territory, with its codes. `id` is ISO 3166-1 alpha-3 (XKX Kosovo; own ids for former states)."""

    id: str
    name: str
    iso2: str | None = None
    cow: int | None = None
    gw: int | None = None
    capital: str | None = None
    kind: ActorKind = "state"
    status: str = "member"
    wikidata: str | None = None
    valid_from: str | None = None
    valid_to: str | None = None
    source: str


class StateCodeRow(_Row, frozen=True, kw_only=True):
    """state_codes.csv: the code of a state or organisation in a system of codes, while it had it.

    `system`: COW (Correlates of War), GW (Gleditsch and Ward), both with the days of membership, or CAMEO where its codes are
    not ISO alpha-3.
    """

    entity: str
    system: Literal["COW", "GW", "CAMEO"]
    code: str
    valid_from: str | None = None
    valid_to: str | None = None
    source: str


class MajorPowerRow(_Row, frozen=True, kw_only=True):
    """major_powers.csv: the years in which a state is counted as a major power. `entity` is null for one we have no id for."""

    cow: int
    entity: str | None = None
    name: str
    start: str
    end: str | None = None
    source: str


class EntityRow(_Row, frozen=True, kw_only=True):
    """organisations.csv, treaties.csv, groups.csv, regions.csv: something that acts, binds or is named, and is no state.

    `state` is the state it belongs to, where it does (an armed group); `kind` says what it is.
    """

    id: str
    kind: ActorKind
    name: str
    state: str | None = None
    wikidata: str | None = None
    valid_from: str | None = None
    valid_to: str | None = None
    source: str


class OrganRow(_Row, frozen=True, kw_only=True):
    """organs.csv: an organ of a state or organisation. `type` is an equivalence class: foreign-ministry, parliament ..."""

    id: str
    entity: str
    type: str
    name: str
    wikidata: str | None = None
    valid_from: str | None = None
    valid_to: str | None = None
    source: str


class OfficeRow(_Row, frozen=True, kw_only=True):
    """offices.csv: a post of a state or organisation. `type`: head-of-state, head-of-government, foreign-minister ..."""

    id: str
    entity: str
    type: str
    name: str
    organ: str | None = None
    wikidata: str | None = None
    source: str


class PersonRow(_Row, frozen=True, kw_only=True):
    """persons.csv: somebody who holds or held an office, or is quoted on foreign affairs. `aliases` are split by `|`."""

    id: str
    name: str
    state: str | None = None
    wikidata: str | None = None
    aliases: str = ""
    source: str


class TenureRow(_Row, frozen=True, kw_only=True):
    """tenures.csv: one holding of an office. An empty `end` means held until `known_through` at least."""

    person: str
    office: str
    start: str | None = None
    end: str | None = None
    known_through: str = ""
    source: str


class MembershipRow(_Row, frozen=True, kw_only=True):
    """memberships.csv: a state's membership of an organisation or format, or its being party to a treaty."""

    member: str
    group: str
    role: str = "member"
    start: str | None = None
    end: str | None = None
    source: str


class PlaceRow(_Row, frozen=True, kw_only=True):
    """places.csv: a place that diplomacy names. `state` is where it lies; degrees are WGS 84. `aliases` are split by `|`."""

    id: str
    name: str
    kind: str
    state: str | None = None
    lat: float | None = None
    lon: float | None = None
    aliases: str = ""
    source: str


class OutletRow(_Row, frozen=True, kw_only=True):
    """outlets.csv: a publisher or agency. `kind`: newspaper, broadcaster, agency, site, ministry ...

    `ownership`: state, public, private, unknown. `domains` and `aliases` are split by `|`.
    """

    id: str
    name: str
    kind: str
    state: str | None = None
    ownership: str = "unknown"
    domains: str = ""
    aliases: str = ""
    wikidata: str | None = None
    source: str


class GatheringRow(_Row, frozen=True, kw_only=True):
    """gatherings.csv: a dated summit or meeting that texts use as an anchor ("on the eve of the G7 summit")."""

    id: str
    group: str
    name: str
    place: str | None = None
    start: str
    end: str
    source: str


class PloverRow(_Row, frozen=True, kw_only=True):
    """plover.csv: a PLOVER type, or one of its modes, with quad class, intensity (-10 to +10) and usual CAMEO code.

    Quad: 1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict. Types, modes and scores
    are facts of the PLOVER manual (openeventdata/PLOVER, CC BY-SA 4.0); `note` says where its tables contradict each other.
    """

    type: str
    mode: str = ""
    quad: int
    intensity: float
    cameo: str
    note: str = ""
    source: str
