"""Whose report a document is, for leaving sources out: not the page that shows it, where that page credits another.

A page that credits a source, or says by whom it was submitted, is theirs; else it is its own outlet's, else that of the
agency it credits. Where none of these is named, or the credited name is not known, the outlet counts to which the speakers of
the document speak ("he told X", "in an interview with X"): at least twice, and more often than to any other. A document that
says nothing at all takes the origin of its story, if there is just one: copies have the source of what they copy.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, select

from dragoman.intake.outlet_names import fold_outlet
from dragoman.intake.provenance import outlet_forms
from dragoman.kit import Kit
from dragoman.store import schema

_CREDITED = ("source", "submitted-by", "aggregator")  # a page with such a line has its text from elsewhere
_TIMES = 2


def find_origins(connection: Connection, kit: Kit) -> dict[str, str]:
    """Return the name of each document's origin, empty where nothing tells it."""
    d, m = schema.documents.c, schema.story_members.c
    known = kit.compiled(_outlet_names)
    spoken = _spoken_to(connection)
    found: dict[str, str] = {}
    for row in connection.execute(select(d.id, d.outlet, d.provenance)):
        heard = known.get(spoken.get(row.id, ""), "")
        found[row.id] = origin(row.outlet or "", row.provenance, heard, known)
    stories: dict[str, set[str]] = defaultdict(set)
    story_of = {row.document: row.story for row in connection.execute(select(m.document, m.story))}
    for document, story in story_of.items():
        stories[story] |= {found[document]} - {""}
    for document, name in found.items():
        shared = stories.get(story_of.get(document, ""), set())
        if not name and len(shared) == 1:
            found[document] = next(iter(shared))
    return one_spelling(found)


def one_spelling(names: Mapping[str, str]) -> dict[str, str]:
    """Return the outlets of documents, each outlet in one spelling: that of most documents, of equally many the first."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for name in names.values():
        counts[fold_outlet(name) or name][name] += 1
    chosen = {key: min(spelt, key=lambda name: (-spelt[name], name)) for key, spelt in counts.items()}
    return {document: chosen[fold_outlet(name) or name] for document, name in names.items()}


def origin(outlet: str, provenance: Iterable[Mapping[str, Any]], heard: str, known: Mapping[str, str]) -> str:
    """Return the origin of one document: what it credits, what it is, or whom its speakers speak to.

    Args:
        outlet: the outlet of the page, empty where unknown.
        provenance: what the page says of who stands behind it.
        heard: the outlet to which its speakers speak, empty where there is none.
        known: the names of outlets by their folded names.
    """
    lines = list(provenance)
    credited = [line["name"] for line in lines if line["kind"] in _CREDITED]
    signed = [line["name"] for line in lines if line["kind"] == "agency" and line["name"]]
    agencies = [known.get(fold_outlet(name), name) for name in signed]
    of_credit = [known[fold_outlet(name)] for name in credited if fold_outlet(name) in known]
    if credited:
        return next(filter(None, [*of_credit, heard, *agencies, *credited, outlet]), "")
    if outlet:
        return known.get(fold_outlet(outlet), outlet)
    return next(filter(None, [*agencies, heard]), "")


def _outlet_names(kit: Kit) -> dict[str, str]:
    """Return the name of each outlet of the tables by its id and by each of its folded names."""
    outlets = kit.knowledge.outlets
    return {form: outlets[known].name for form, known in outlet_forms(kit).items()} | {
        known: row.name for known, row in outlets.items()
    }


def _spoken_to(connection: Connection) -> dict[str, str]:
    """Return for each document the outlet that stands, neither as speaker nor in what is said, beside most statements."""
    s, m = schema.statements.c, schema.mentions.c
    named: dict[tuple[str, int], list[Any]] = defaultdict(list)
    for mention in connection.execute(select(m.document, m.sentence, m.actor, m.start).where(m.kind == "outlet")):
        if mention.actor:
            named[mention.document, mention.sentence].append(mention)
    beside: dict[str, dict[str, set[int]]] = defaultdict(lambda: defaultdict(set))
    for row in connection.execute(select(s.document, s.sentence, s.content, s.speakers)):
        for mention in named.get((row.document, row.sentence), ()):
            if mention.actor not in row.speakers and not _within(mention.start, row.content):
                beside[row.document][mention.actor].add(mention.start)
    return {document: most for document, counts in beside.items() if (most := _most({a: len(s) for a, s in counts.items()}))}


def _within(place: int, spans: Sequence[Sequence[int]]) -> bool:
    return any(start <= place < end for start, end in spans)


def _most(counts: Mapping[str, int]) -> str:
    """Return what was counted most, if that is often enough and nothing else was counted as often."""
    (name, times), *others = Counter(counts).most_common(2)
    return name if times >= _TIMES and not any(other == times for _, other in others) else ""
