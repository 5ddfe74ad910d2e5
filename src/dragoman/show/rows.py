"""The rows that `dragoman show` prints: those of a table, with the names and words that the table has elsewhere."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from sqlalchemy import Connection

from dragoman.store.queries import Row, documents_by_event, table_rows, text_of


def rows_in_full(connection: Connection, name: str) -> Iterator[Row]:
    """Yield the rows of a table with what people look for and the table has elsewhere."""
    rows = table_rows(connection, name)
    if name == "events":
        return _with_names(connection, rows)
    return _with_words(connection, rows) if name == "positions" else rows


def _with_names(connection: Connection, events: Iterable[Row]) -> Iterator[Row]:
    """Add the names of the parties to events, which only have their ids, and the documents that report them."""
    names = {row["id"]: row["name"] for row in table_rows(connection, "actors")}
    documents = documents_by_event(connection)
    for row in events:
        named = {f"{side}_names": [names.get(i, i) for i in row[f"{side}s"]] for side in ("actor", "recipient")}
        yield {**row, **named, "in_documents": documents.get(row["id"], [])}


def _with_words(connection: Connection, positions: Iterable[Row]) -> Iterator[Row]:
    """Put the words in the place of the spans of positions, which come document by document."""
    for document, rows in groupby(positions, key=lambda row: str(row["document"])):
        text = text_of(connection, document)
        for row in rows:
            yield row | {field: text[slice(*row[field])] for field in ("condition", "outcome") if row[field]}
