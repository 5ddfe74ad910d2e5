"""What a page states about itself in its metadata: JSON-LD, meta tags, the language of the html element.

Only statements are read, nothing is guessed from the page's layout: a date in a side column is no publication date.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from dragoman.records import Record

_ARTICLE = re.compile(r"(?:Article|Posting|Report|Review|Interview|Opinion\w*)$")
_TITLES = ("og:title", "twitter:title", "dc.title", "title")
_DATES = (
    "article:published_time", "og:published_time", "og:article:published_time", "datepublished", "article.published",
    "parsely-pub-date", "sailthru.date", "dc.date.issued", "dcterms.created", "dcterms.issued", "dcterms.date",
    "dc.date", "dc.date.created", "pubdate", "publishdate", "publish-date", "publish_date", "publication_date",
    "publication-date", "cxenseparse:recs:publishtime", "article_date_original", "date", "last-published",
)  # fmt: skip
_AUTHORS = ("author", "article:author", "parsely-author", "sailthru.author", "dc.creator", "dcterms.creator", "byl")
_OUTLETS = ("og:site_name", "publisher", "dc.publisher", "application-name", "cre", "copyright-holder")
_LANGUAGES = ("og:locale", "content-language", "language", "dc.language", "inlanguage")
_MOST_NODES = 2_000


class Declared(Record, frozen=True, kw_only=True):
    """What an input states about itself; null where it is silent."""

    title: str | None = None
    published: str | None = None
    author: str | None = None
    outlet: str | None = None
    url: str | None = None
    language: str | None = None


def read_declared(markup: str) -> Declared:
    """Return the title, date, author, publisher, address and language that a page declares."""
    from resiliparse.parse.html import HTMLTree

    tree = HTMLTree.parse(markup)
    if tree.document is None:
        return Declared()
    metas = _meta_tags(tree)
    linked = _article_node(tree)
    outlet = _name(linked.get("publisher")) or _first(metas, _OUTLETS)
    title = _text(linked.get("headline")) or _first(metas, _TITLES) or _text(tree.title)
    return Declared(
        title=_without_site(title, outlet),
        published=_text(linked.get("datePublished")) or _first(metas, _DATES) or _marked_time(tree),
        author=_name(linked.get("author")) or _person(_first(metas, _AUTHORS)),
        outlet=outlet,
        url=_canonical(tree) or _first(metas, ("og:url",)),
        language=_root_language(tree) or _text(linked.get("inLanguage")) or _first(metas, _LANGUAGES),
    )


def _meta_tags(tree: Any) -> dict[str, str]:
    """Return the content of the meta tags by lower-case name; the first of a name counts."""
    found: dict[str, str] = {}
    for tag in tree.document.get_elements_by_tag_name("meta"):
        content = (tag.getattr("content") or "").strip()
        for attribute in ("property", "name", "itemprop", "http-equiv"):
            name = (tag.getattr(attribute) or "").strip().lower()
            if name and content:
                found.setdefault(name, content)
    return found


def _first(metas: Mapping[str, str], names: Iterable[str]) -> str | None:
    return next((value for name in names if (value := _text(metas.get(name)))), None)


def _article_node(tree: Any) -> Mapping[str, Any]:
    """Return the JSON-LD node of the article, or an empty one."""
    for script in tree.document.get_elements_by_tag_name("script"):
        if (script.getattr("type") or "").strip().lower() != "application/ld+json":
            continue
        try:
            data = json.loads(script.text or "", strict=False)
        except (ValueError, RecursionError):
            continue  # a broken block of metadata is as good as none; the page's text is not touched by it
        for node in _nodes(data):
            types = node.get("@type")
            listed = types if isinstance(types, list) else [types]
            if any(isinstance(kind, str) and _ARTICLE.search(kind) for kind in listed):
                return node
    return {}


def _nodes(data: object) -> Iterator[Mapping[str, Any]]:
    """Yield the objects of a JSON-LD block, outer ones first."""
    queue: list[object] = [data]
    for _ in range(_MOST_NODES):
        if not queue:
            return
        item = queue.pop(0)
        if isinstance(item, dict):
            yield item
            queue += [value for key, value in item.items() if key in ("@graph", "mainEntity", "itemListElement", "item")]
        elif isinstance(item, list):
            queue += item[:200]


def _text(value: object) -> str | None:
    """Return a string without blanks at its ends, or None."""
    if isinstance(value, str) and 0 < len(value.strip()) <= 1_000:
        return " ".join(value.split())
    return None


def _name(value: object) -> str | None:
    """Return the name of a JSON-LD person or organisation; several are joined by a comma."""
    if isinstance(value, dict):
        return _text(value.get("name")) if not isinstance(value.get("name"), list) else _name(value.get("name"))
    if isinstance(value, list):
        names = [name for item in value[:20] if (name := _name(item))]
        return ", ".join(dict.fromkeys(names)) or None
    return _person(_text(value))


def _person(value: str | None) -> str | None:
    """Return a name unless it is the address of a profile page."""
    return None if value is None or re.match(r"(?:https?:)?//", value) else value


def _canonical(tree: Any) -> str | None:
    for link in tree.document.get_elements_by_tag_name("link"):
        if (link.getattr("rel") or "").strip().lower() == "canonical":
            return _text(link.getattr("href"))
    return None


def _root_language(tree: Any) -> str | None:
    return next(
        (_text(root.getattr("lang")) for root in tree.document.get_elements_by_tag_name("html") if root.getattr("lang")),
        None,
    )


def _marked_time(tree: Any) -> str | None:
    """Return the time element that says of itself that it is the publication date."""
    for element in tree.document.get_elements_by_tag_name("time"):
        prop = (element.getattr("itemprop") or "").lower()
        if "datepublished" in prop or element.getattr("pubdate") is not None:
            return _text(element.getattr("datetime")) or _text(element.text)
    return None


def _without_site(title: str | None, outlet: str | None) -> str | None:
    """Return a title without the site's name at its end ("... | The Paper")."""
    if title is None or not outlet:
        return title
    shorter = re.sub(rf"\s+[|–—·:-]\s+{re.escape(outlet)}\s*$", "", title, flags=re.IGNORECASE)
    return shorter or title
