"""What the fields of a row mean, whoever named them: the names that corpora of news and their tools give them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from dragoman.errors import InputError
from dragoman.intake.declared import Declared

# Ours first: where a row has several of one line, the first that holds something counts. Compared in small letters without
# what parts their words: "full_text", "fullText" and "Full Text" are one.
NAMES: dict[str, tuple[str, ...]] = {
    "text": (
        "text", "body", "content", "article", "full_text", "main_text", "article_text", "event_text", "body_text",
        "article_body", "texte",
    ),
    "title": ("title", "headline", "titre"),
    "published": (
        "published", "date", "pub_date", "publish_date", "published_date", "publication_date", "date_publish", "published_at",
        "date_published", "datetime",
    ),
    "outlet": (
        "outlet", "publisher", "source_name", "source", "media_name", "newspaper", "publication", "source_domain", "domain",
    ),
    "author": ("author", "authors", "byline", "auteur"),
    "url": ("url", "link", "source_url"),
    "language": ("language", "lang", "langue"),
}  # fmt: skip
_LISTED = 12  # fields that a message names
_APART = re.compile(r"[\s_-]+")


def plain_name(name: str) -> str:
    """Return the name of a field as it is compared."""
    return _APART.sub("", name.casefold())


_PLAIN = {meaning: tuple(map(plain_name, names)) for meaning, names in NAMES.items()}


def has_text(names: Iterable[str]) -> bool:
    """Tell whether one of these fields holds the text."""
    return not {plain_name(name) for name in names}.isdisjoint(_PLAIN["text"])


def read_fields(row: Mapping[str, Any]) -> tuple[str, Declared]:
    """Return the text of a row and what the row declares.

    Raises:
        InputError: no field holds a text.
    """
    plain: dict[str, Any] = {}
    for name, value in row.items():
        plain.setdefault(plain_name(name), value)
    texts = [plain[name] for name in _PLAIN["text"] if isinstance(plain.get(name), str)]
    if not texts:
        own = ", ".join(repr(str(name)[:40]) for name in list(row)[:_LISTED]) or "none"
        others = ", ".join(NAMES["text"][1:])
        raise InputError("no_text", f"the row has no field `text` that holds a string (nor {others}); its fields are {own}")
    text = next((text for text in texts if text.strip()), None)
    if text is None:
        raise InputError("empty", "the field `text` holds nothing but blanks")
    declared = {name: _first(plain, names) for name, names in _PLAIN.items() if name != "text"}
    return text, Declared(**declared)


def _first(row: Mapping[str, Any], names: Iterable[str]) -> str | None:
    return next((value for name in names if (value := _field(row.get(name))) is not None), None)


def _field(value: object) -> str | None:
    """Return an optional field as text: strings, whole numbers, and lists of strings joined by a comma."""
    if isinstance(value, list) and value and all(isinstance(item, str) for item in value):
        value = ", ".join(value)
    if isinstance(value, int) and not isinstance(value, bool) and abs(value) < 10**14:
        value = str(value)
    if not isinstance(value, str) or not value.strip():
        return None
    return value.strip().encode("utf-8", "replace").decode("utf-8")[:1_000]
