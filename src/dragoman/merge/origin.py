"""Where a text comes from, as the lines of its page say: the agency or outlet that it was taken from.

"Source:" and "submitted by" name whom the text was taken from, agency signatures whose report it is, "contributed to this
report" the newsroom of the reporters named. The tagline of an aggregator says that it was translated. The credit of a
photograph says nothing about the text.
"""

from __future__ import annotations

from dragoman.intake.outlet_names import fold_outlet
from dragoman.intake.provenance import outlet_forms
from dragoman.kit import Kit
from dragoman.records import DocumentFacts, Record

# The nearer to the report itself, the earlier: what a page names as its source was written there, by an agency or not.
_RANK = ("source", "agency", "submitted-by")


class Origin(Record, frozen=True, kw_only=True):
    """Whom a text was taken from. `id` is null where the tables do not know the outlet; the span is that of the name."""

    id: str | None
    name: str
    kind: str
    start: int
    end: int


def find_origins(facts: DocumentFacts, kit: Kit) -> tuple[Origin, ...]:
    """Return whom the text of a page goes back to, by its own lines, the nearest first."""
    forms = kit.compiled(outlet_forms)
    found = []
    for line in facts.provenance:
        if line.kind in _RANK and line.name:
            known = forms.get(fold_outlet(line.name))
            name = kit.knowledge.outlets[known].name if known else line.name
            found.append(Origin(id=known, name=name, kind=line.kind, start=line.start, end=line.end))
    return tuple(sorted(found, key=lambda origin: (_RANK.index(origin.kind), origin.start)))


def outlet_key(name: str | None, kit: Kit) -> str | None:
    """Return what two names of one outlet have in common: its id, else the folded name."""
    if not name:
        return None
    return kit.compiled(outlet_forms).get(fold_outlet(name), fold_outlet(name))


def is_taken(facts: DocumentFacts) -> bool:
    """Tell whether a page says that its text was published elsewhere before."""
    return any(line.kind in ("source", "submitted-by", "translation") for line in facts.provenance)


def is_translated(facts: DocumentFacts) -> bool:
    """Tell whether a page says that its text is a translation."""
    return any(line.kind == "translation" for line in facts.provenance)
