"""Who published a document, and when: from what the input declares, else from lines of the page, each with its evidence.

Null when unknown. A date counts only where the page presents it as the text's own: declared metadata, a date line at the
head, or the dateline that opens the text. Dates of furniture (related articles, copyright years) never count.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from dragoman.intake.dates import FoundDate, find_whole_dates, only_date, read_date
from dragoman.intake.outlet_names import fold_outlet, is_file_name
from dragoman.intake.provenance import find_provenance, outlet_forms
from dragoman.kit import Kit
from dragoman.records import Block, Document, DocumentFacts, Evidence, Provenance, When


def find_metadata(document: Document, blocks: Sequence[Block], kit: Kit) -> DocumentFacts:
    """Return title, outlet, author, provenance and publication date, each with its evidence."""
    text = document.text
    provenance = find_provenance(text, blocks, kit)
    title, title_evidence = _find_title(document, blocks)
    outlet, outlet_evidence = _find_outlet(document, provenance, kit)
    author, author_evidence = _find_author(document, provenance)
    published, date_evidence = _find_published(document, blocks)
    evidence = (*title_evidence, *outlet_evidence, *author_evidence, *date_evidence)
    return DocumentFacts(
        title=title,
        outlet=outlet,
        author=author,
        published=published,
        provenance=provenance,
        evidence=evidence,
    )


def _find_title(document: Document, blocks: Sequence[Block]) -> tuple[str | None, tuple[Evidence, ...]]:
    if document.declared_title:
        return document.declared_title, ()
    for block in blocks:
        if block.kind == "headline":
            found = _evidence(document.text, "title", block.start, block.end)
            return found.quote, (found,)
    return None, ()


def _find_outlet(
    document: Document, provenance: Sequence[Provenance], kit: Kit
) -> tuple[str | None, tuple[Evidence, ...]]:
    """Return the publisher: declared, known by the address, named by the page's own line, else by its copyright line.

    A publisher of the tables has the name that it has there, however it was declared: "AFP" and "afp.com" are one.
    """
    forms = kit.compiled(outlet_forms)
    if document.declared_outlet and not is_file_name(document.declared_outlet):
        known = forms.get(fold_outlet(document.declared_outlet))
        return kit.knowledge.outlets[known].name if known else document.declared_outlet, ()
    if document.url and (known := _outlet_of_url(document.url, forms)):
        return kit.knowledge.outlets[known].name, ()
    publishers = [item for item in provenance if item.kind == "publisher"]
    ranked = sorted(publishers, key=lambda item: (fold_outlet(item.name) not in forms, item.start))  # a copyright line is last
    if not ranked:
        return None, ()
    best = ranked[0]
    known = forms.get(fold_outlet(best.name))
    name = kit.knowledge.outlets[known].name if known else best.name
    return name, (_evidence(document.text, "outlet", best.start, best.end),)


def _outlet_of_url(url: str, forms: Mapping[str, str]) -> str | None:
    """Return the publisher of an address, its host's parent domains tried as well ("edition.example.com")."""
    host = re.match(r"(?:https?:)?//(?:www\.)?([\w.-]+)", url)
    parts = host[1].split(".") if host is not None else []
    tails = (".".join(parts[index:]) for index in range(len(parts) - 1))
    return next((forms[fold_outlet(tail)] for tail in tails if fold_outlet(tail) in forms), None)


def _find_author(document: Document, provenance: Sequence[Provenance]) -> tuple[str | None, tuple[Evidence, ...]]:
    if document.declared_author:
        return document.declared_author, ()
    authors = [item for item in provenance if item.kind == "author"]
    if not authors:
        return None, ()
    names = ", ".join(dict.fromkeys(item.name for item in authors))
    return names, tuple(_evidence(document.text, "author", item.start, item.end) for item in authors)


def _find_published(document: Document, blocks: Sequence[Block]) -> tuple[When | None, tuple[Evidence, ...]]:
    """Return the declared date, else that of a date line or of the dateline that opens the text."""
    if document.declared_published and (declared := read_date(document.declared_published)) is not None:
        return declared, ()
    found = _date_of_lines(document.text, blocks)
    if found is None:
        return None, ()
    return found.when, (_evidence(document.text, "published", found.start, found.end),)


_UPDATED = re.compile(r"(?:last )?(?:updated|modified)|mise? à jour|modifiée?|dernière", re.IGNORECASE)


def _date_of_lines(text: str, blocks: Sequence[Block]) -> FoundDate | None:
    """Return the date of the best date line: one that says "published" or nothing before one that says "updated"."""
    lines = [block for block in blocks if block.kind in ("dateline", "byline")]
    lines.sort(key=lambda block: (block.kind != "dateline", bool(_UPDATED.match(text[block.start : block.end])), block.start))
    for block in lines:
        line = text[block.start : block.end]
        found = only_date(line) or next(find_whole_dates(line[:200]), None)
        if found is not None:
            return _moved(found, block.start)
    return None


def _moved(found: FoundDate, by: int) -> FoundDate:
    return FoundDate(start=found.start + by, end=found.end + by, when=found.when)


def _evidence(text: str, role: str, start: int, end: int) -> Evidence:
    return Evidence(role=role, start=start, end=end, quote=text[start:end])
