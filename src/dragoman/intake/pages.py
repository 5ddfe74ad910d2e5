"""Saved web pages: the visible text of the article, and what the page's own metadata state.

trafilatura (A. Barbaresi, ACL 2021 demo) finds the article; where it gives nothing, or the page is nested too deeply for
its parser, resiliparse (J. Bevendorff et al., ECIR 2018) reads the visible text without recursion.
"""

from __future__ import annotations

import importlib.metadata
import re
from functools import lru_cache

from dragoman.errors import InputError
from dragoman.intake.declared import Declared, read_declared
from dragoman.intake.raw import decode, scrub
from dragoman.records import Record

_CHARSET = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]{2,40})""", re.IGNORECASE)
_TAG = re.compile(r"<(/?)([a-zA-Z][\w-]*)")
_VOID = frozenset(
    (
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr",
        "p", "li", "td", "tr", "th", "option",
    )
)  # fmt: skip
_DEEPEST = 200  # libxml2 gives up at 256 levels and trafilatura with it: such a page goes to resiliparse
_HOPELESS = 2_000  # beyond, only the plain text is taken: telling the article apart takes the square of the nesting
_LITTLE = 200  # characters under which the other extractor is asked as well


class Page(Record, frozen=True, kw_only=True):
    """The text of a saved page, how it was made, and what the page declares about itself."""

    text: str
    extractor: str
    encoding: str
    declared: Declared
    repaired: int = 0


def read_page(raw: bytes, limit: int, charset: str | None = None) -> Page:
    """Return the article's text and the declared metadata of a saved page; `charset` is what its server said.

    Raises:
        InputError: the bytes are no text, or no text is visible on the page.
    """
    own = _CHARSET.search(raw[:8_192])
    decoded = decode(raw, charset or (own[1].decode("ascii") if own else None))
    markup, surrogates = scrub(decoded.text.replace("\x00", ""))
    text, extractor = _extract(markup)
    if not text.strip():
        raise InputError("no_text", "no article text is visible on this page")
    if len(text) > limit:
        raise InputError("too_long", f"{len(text):,} characters are over max_text_chars ({limit:,}); raise it to read")
    return Page(
        text=text,
        extractor=extractor,
        encoding=decoded.encoding,
        declared=read_declared(markup),
        repaired=decoded.repaired + surrogates,
    )


def _extract(markup: str) -> tuple[str, str]:
    """Return the text and the name and version of what extracted it."""
    depth = nesting(markup, _HOPELESS)
    if depth >= _DEEPEST:
        return _with_resiliparse(markup, main=depth < _HOPELESS), _version("resiliparse")
    text = _with_trafilatura(markup)
    if len(text) >= _LITTLE:
        return text, _version("trafilatura")
    other = _with_resiliparse(markup, main=True)
    return (text, _version("trafilatura")) if len(text) * 2 > len(other) else (other, _version("resiliparse"))


def _with_trafilatura(markup: str) -> str:
    import trafilatura
    from lxml.etree import LxmlError

    try:
        return trafilatura.extract(markup, include_comments=False) or ""
    except (LxmlError, ValueError, TypeError, AttributeError, LookupError, RecursionError):
        return ""  # a page that its rules stumble over: the other extractor reads it


def _with_resiliparse(markup: str, *, main: bool) -> str:
    """Return the visible text; `main` leaves out menus, at a cost that grows with the square of the nesting."""
    from resiliparse.extract.html2text import extract_plain_text
    from resiliparse.parse.html import HTMLTree

    tree = HTMLTree.parse(markup)
    text = str(extract_plain_text(tree, main_content=main, alt_texts=False, noscript=False))
    if main and not text.strip():
        text = str(extract_plain_text(tree, main_content=False, alt_texts=False, noscript=False))
    return text


def nesting(markup: str, enough: int) -> int:
    """Return how deeply the tags of a page are nested, at most `enough`. Tags that may stay open do not count."""
    depth = deepest = 0
    for match in _TAG.finditer(markup):
        if match[2].lower() in _VOID:
            continue
        depth = max(depth - 1, 0) if match[1] else depth + 1
        deepest = max(deepest, depth)
        if deepest >= enough:
            break
    return deepest


@lru_cache(maxsize=4)
def _version(package: str) -> str:
    return f"{package} {importlib.metadata.version(package)}"
