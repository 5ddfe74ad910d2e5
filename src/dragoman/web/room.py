"""What every data function gets: the project as it is now, and what the tables of facts know."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property
from pathlib import Path
from typing import Any

from dragoman.knowledge.load import Knowledge
from dragoman.web.reader import Reader

MOST_COUNTED = 10_000  # rows of a list that are counted: of more it is enough to know that they are more
_MANY = 600  # rows of 10,000 documents: gathering and sorting them takes about as long as a walk that skips nine of ten


class Room:
    """One request's view of a project: `reader` for its records, `knowledge` for names and offices."""

    def __init__(self, reader: Reader, knowledge: Knowledge, folder: Path) -> None:
        self.reader = reader
        self.knowledge = knowledge
        self.folder = folder

    @cached_property
    def version(self) -> str:
        """Which state of the project this is: its last run, and its judgements so far."""
        run = self.reader.value("SELECT max(number) FROM runs WHERE state = 'finished'") or 0
        judged = self.reader.value("SELECT max(number) FROM judgements") or 0
        return f"run {run}" + (f", judgement {judged}" if judged else "")

    def names(self, identifiers: Iterable[str | None]) -> dict[str, str]:
        """Return the names of actors: as the project has them, else as the tables do, else the ids themselves."""
        wanted = sorted({identifier for identifier in identifiers if identifier})
        found: dict[str, str] = {}
        for start in range(0, len(wanted), 500):
            part = wanted[start : start + 500]
            marks = ",".join("?" * len(part))
            rows = self.reader.rows(f"SELECT id, name FROM actors WHERE id IN ({marks})", part)
            found |= {row["id"]: row["name"] for row in rows}
        for identifier in wanted:
            if identifier not in found:
                known = self.knowledge.actor(identifier)
                found[identifier] = known.name if known is not None else identifier
        return found

    def resolve(self, wanted: str) -> str:
        """Return the id of the actor that somebody means: its id, else its name; the words themselves where nobody fits."""
        if not wanted or self.knowledge.actor(wanted) is not None:
            return wanted
        found = self.reader.value(
            "SELECT id FROM actors WHERE id = :wanted OR lower(name) = lower(:wanted) "
            "ORDER BY id = :wanted DESC, resolved DESC, documents DESC, id LIMIT 1",
            {"wanted": wanted},
        )
        if found is None and self.knowledge.actor(wanted.upper()) is not None:
            return wanted.upper()
        return str(found) if found is not None else self._known_by_name(wanted)

    def _known_by_name(self, wanted: str) -> str:
        folded = wanted.casefold()
        return next((actor.id for actor in self.knowledge.entities.values() if actor.name.casefold() == folded), wanted)

    def frequent(self, query: str, parameters: Mapping[str, Any]) -> bool:
        """Tell whether a query has so many rows that walking a list in its order finds the next page sooner."""
        return int(self.reader.value(f"SELECT count(*) FROM ({query} LIMIT {_MANY})", parameters)) == _MANY

    def total(self, query: str, parameters: Mapping[str, Any]) -> int:
        """Return how many rows a query has; one more than `MOST_COUNTED` stands for any larger number."""
        return int(self.reader.value(f"SELECT count(*) FROM ({query} LIMIT {MOST_COUNTED + 1})", parameters))

    def known_actors(self, limit: int = 80) -> list[dict[str, Any]]:
        """Return the actors that most documents name, for fields that take one."""
        return self.reader.rows(
            "SELECT id, name, state FROM actors WHERE resolved ORDER BY documents DESC, id DESC LIMIT ?", [limit]
        )

    def chosen(self, wanted: str) -> dict[str, str] | None:
        """Return the actor that a filter names, with its name, or None where it names none."""
        if not wanted:
            return None
        identifier = self.resolve(wanted)
        return {"id": identifier, "name": self.names([identifier])[identifier]}

    def parties(self, identifiers: Iterable[str], names: dict[str, str]) -> list[dict[str, Any]]:
        """Return actors as pages name them: id and name."""
        return [{"id": identifier, "name": names.get(identifier, identifier)} for identifier in identifiers]

    def cite(self, record: str, address: str, source: str = "", date: str = "") -> dict[str, str]:
        """Return what a reader needs to cite a record so that another finds it again."""
        return {
            "project": self.folder.resolve().name, "version": self.version, "record": record, "source": source, "date": date,
            "address": address,
        }  # fmt: skip
