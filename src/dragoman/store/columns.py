"""The columns that tables are made of. Lists that nothing joins on are JSON text."""

from __future__ import annotations

from typing import Any

import msgspec
from sqlalchemy import Boolean, Column, Dialect, Float, ForeignKey, Integer, MetaData, Text
from sqlalchemy.types import TypeDecorator

metadata = MetaData()


class Json(TypeDecorator[Any]):
    """A value kept as JSON text: UTF-8, fields in the order of their record, null kept as SQL null."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: Any, dialect: Dialect) -> str | None:
        """Return the JSON text of a value."""
        return None if value is None else msgspec.json.encode(value).decode()

    def process_result_value(self, value: str | None, dialect: Dialect) -> Any:
        """Return the value of a JSON text."""
        return None if value is None else msgspec.json.decode(value)


def text(name: str, comment: str, *, null: bool = False, key: bool = False) -> Column[Any]:
    """Return a column of words."""
    return Column(name, Text, nullable=null, primary_key=key, comment=comment)


def json(name: str, comment: str, *, null: bool = False) -> Column[Any]:
    """Return a column of values kept as JSON."""
    return Column(name, Json, nullable=null, comment=comment)


def whole(name: str, comment: str, *, null: bool = False, key: bool = False) -> Column[Any]:
    """Return a column of whole numbers."""
    return Column(name, Integer, nullable=null, primary_key=key, comment=comment)


def real(name: str, comment: str) -> Column[Any]:
    """Return a column of numbers."""
    return Column(name, Float, nullable=False, comment=comment)


def flag(name: str, comment: str) -> Column[Any]:
    """Return a column of yes and no."""
    return Column(name, Boolean, nullable=False, comment=comment)


def document(*, key: bool = False) -> Column[Any]:
    """Return the column that ties a row to its document: rows go when their document goes."""
    reference = ForeignKey("documents.id", ondelete="CASCADE")
    return Column("document", Text, reference, nullable=False, primary_key=key, comment="id of the document")


def span() -> tuple[Column[Any], Column[Any]]:
    """Return the two columns of a span in the text of the row's document."""
    return (
        whole("start", "first code point of the span in the document's text"),
        whole("end", "code point after the last one of the span"),
    )
