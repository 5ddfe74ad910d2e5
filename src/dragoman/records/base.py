"""The base of all records, and the parts that several kinds of them share: spans, evidence, times, places."""

from __future__ import annotations

from typing import Literal

import msgspec

Span = tuple[int, int]
Precision = Literal["minute", "day", "week", "month", "season", "quarter", "year", "decade", "range", "unknown"]
Basis = Literal["text", "dateline", "publication", "none"]


class Record(msgspec.Struct, frozen=True, kw_only=True):
    """Base of all records: immutable, compared by value."""


class Evidence(Record, frozen=True, kw_only=True):
    """The exact characters that one field was read from. `role`: trigger, actor, recipient, time, place, cue ..."""

    role: str
    start: int
    end: int
    quote: str


class When(Record, frozen=True, kw_only=True):
    """A time as a closed interval of ISO 8601 dates, never prose. `basis` says where it comes from."""

    start: str | None
    end: str | None
    precision: Precision
    basis: Basis


class Place(Record, frozen=True, kw_only=True):
    """Where something happened. Latitude and longitude in degrees (WGS 84), null when unknown."""

    name: str
    id: str | None = None
    lat: float | None = None
    lon: float | None = None
    state: str | None = None
