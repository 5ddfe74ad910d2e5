"""Which rows `dragoman show` shows, and why there are none: a word that no row has is named, with those that rows have."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from typing import Any

import msgspec

from dragoman.export import column_names
from dragoman.store.queries import Row

_IDS = ("actor", "actors", "recipients", "speakers", "about")
_NAMES = ("name", "surface", "speaker_name", "addressee", "actor_names", "recipient_names", "chain", "according_to")

# The fields that a filter looks at; a table that has none of them cannot be filtered so.
_FIELDS: dict[str, tuple[str, ...]] = {
    "type": ("type", "kind"),
    "state": ("actor_states", "recipient_states", "state"),
    "status": ("status", "outcome", "relation", "members"),
    "actor": (*_IDS, *_NAMES),
}
_MOST = 20  # values that are listed


class Filters(msgspec.Struct, frozen=True):
    """Which rows `show` shows; None lets all pass."""

    kind: str | None = None
    actor: str | None = None
    state: str | None = None
    status: str | None = None
    document: str | None = None
    documents: frozenset[str] = frozenset()  # ids of the documents that go by the name in `document`

    def accept(self, row: Row) -> bool:
        """Tell whether a row passes all filters."""
        return all((
            self.kind is None or self.kind.casefold() in _values(row, *_FIELDS["type"]),
            self.actor is None or _names(row, self.actor.casefold()),
            self.state is None or self.state.casefold() in _values(row, *_FIELDS["state"]),
            self.status is None or self.status.casefold() in _values(row, *_FIELDS["status"]),
            self.document is None or is_of_document(row, self.document, self.documents),
        ))  # fmt: skip


def _values(row: Row, *fields: str) -> set[str]:
    """Return the values of some fields, lists taken apart, in lower case."""
    found: set[str] = set()
    for field in fields:
        value = row.get(field)
        for item in value if isinstance(value, list) else [value]:
            found |= {str(part).casefold() for part in (item.values() if isinstance(item, dict) else [item])}
    return found


def _names(row: Row, wanted: str) -> bool:
    own = {str(row["id"]).casefold()} if "resolved" in row else set()
    return wanted in _values(row, *_IDS) | own or any(wanted in name for name in _values(row, *_NAMES) - {"none"})


def is_of_document(row: Row, wanted: str, documents: Collection[str] = ()) -> bool:
    """Tell whether a row is about a document: one of some ids, or one with that path, its end or the first signs of its id."""
    parts = [*row.get("members", []), *row.get("versions", [])]
    places = [row.get(field) for field in ("id", "document", "left", "right")] + [part["document"] for part in parts]
    places += row.get("in_documents", [])
    paths = [row.get("path"), *(part.get("path") for part in parts)]
    return any(isinstance(place, str) and (place in documents or place.startswith(wanted)) for place in places) or any(
        isinstance(path, str) and (path == wanted or path.endswith(f"/{wanted}")) for path in paths
    )


# ------------------------------------------------------------------------------- why there is nothing


def misplaced(table: str, filters: Filters) -> str | None:
    """Return the filter that a table has no field for, if there is one: it would hide every row, whatever its value."""
    given = {"type": filters.kind, "state": filters.state, "status": filters.status, "actor": filters.actor}
    has = {*column_names(table)}
    return next((name for name, value in given.items() if value is not None and not has & {*_FIELDS[name]}), None)


def why_none(table: str, rows: Callable[[], Iterable[Row]], filters: Filters) -> list[str]:
    """Return lines that say why no row passes: each word that no row of the table has, with the words that rows have."""
    if next(iter(rows()), None) is None:
        return [f"no {table} in this project"]
    lines = [
        line for name, value in (("type", filters.kind), ("state", filters.state), ("status", filters.status))
        if value is not None for line in _unknown(name, value, rows())
    ]  # fmt: skip
    of_actor = Filters(actor=filters.actor)
    of_document = Filters(document=filters.document, documents=filters.documents)
    for name, value, alone in (("actor", filters.actor, of_actor), ("document", filters.document, of_document)):
        if value is not None and not any(map(alone.accept, rows())):
            lines.append(f"--{name}: none is of {value!r}; `dragoman show {name}s` lists them")
    return [f"no {table} under {'these filters' if not lines else 'this filter:'}", *lines]


def _unknown(name: str, value: str, rows: Iterable[Row]) -> list[str]:
    """Return a line where no row has a value, naming those that there are."""
    found = sorted({str(item) for row in rows for item in _listed(name, row) if item})
    if value.casefold() in {item.casefold() for item in found}:
        return []
    some = ", ".join(found[:_MOST]) + (" ..." if len(found) > _MOST else "")
    return [f"--{name}: none has {value!r}; they have {some or 'none at all'}"]


def _listed(name: str, row: Row) -> list[Any]:
    """Return the values that a row has for a filter, as they are written."""
    if name == "status" and "members" in row:
        return [member["relation"] for member in row["members"]]
    values = (row.get(field) for field in _FIELDS[name])
    return [item for value in values for item in (value if isinstance(value, list) else [value])]
