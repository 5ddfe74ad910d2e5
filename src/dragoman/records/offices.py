"""Knowledge: posts and who held them."""

from __future__ import annotations

from dragoman.records.base import Record


class Office(Record, frozen=True, kw_only=True):
    """A post, apart from whoever holds it. `type` is an equivalence class over states: foreign-minister, ..."""

    id: str
    name: str
    type: str
    entity: str
    organ: str | None = None


class Tenure(Record, frozen=True, kw_only=True):
    """One holding of an office. An open `end` means: known to be held through `known_through`, no more."""

    person: str
    office: str
    start: str | None
    end: str | None
    known_through: str
    source: str
