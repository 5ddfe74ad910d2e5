"""Conditions that several lists set alike: on the day of a document, on its words, on the words of a column.

Each is SQL over a document `d`; what it compares with goes into `given`, the parameters of the query.
"""

from __future__ import annotations

from typing import Any

from dragoman.store.queries import search_expression
from dragoman.web.ask import Ask

DAY = "coalesce(json_extract(d.published, '$.start'), '')"


def published_between(ask: Ask, given: dict[str, Any]) -> list[str]:
    """Return the conditions that a document is of the days asked for (`from`, `to`); without a day it is of none."""
    where = []
    if start := ask.day("from"):
        where.append(f"{DAY} >= :from")
        given["from"] = start
    if end := ask.day("to"):
        where.append(f"{DAY} <= :to AND {DAY} <> ''")
        given["to"] = end + "~"
    return where


def with_words(ask: Ask, given: dict[str, Any]) -> list[str]:
    """Return the condition that a document holds the words asked for (`q`), none where there are no such words."""
    if expression := search_expression(ask.text("q")):
        given["expression"] = expression
        return ["d.number IN (SELECT rowid FROM documents_search WHERE documents_search MATCH :expression)"]
    return []


def holding(wanted: str, column: str, given: dict[str, Any]) -> list[str]:
    """Return the conditions that a column holds each of some words; the words go into `given`."""
    words = wanted.split()[:12]
    given |= {f"word{number}": like(word) for number, word in enumerate(words)}
    return [f"{column} LIKE :word{number} ESCAPE '\\'" for number in range(len(words))]


def like(wanted: str) -> str:
    """Return a pattern for LIKE that finds a text anywhere, its own signs meaning nothing."""
    escaped = wanted.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
    return f"%{escaped}%"
