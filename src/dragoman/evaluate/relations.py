"""Scores of relations with the pair given (PLV form) and of sentence classes (five-class form).

PLV (Hu et al., ACL 2024) has 15 types, made from CAMEO codes: CONCEDE and RETREAT stand together as YIELD. Its labels
differ from PLOVER's manual, which the product follows: embargoes and international sanctions (CAMEO 163) are COERCE, not
SANCTION; findings of guilt (116) ACCUSE, not SANCTION; blockades and seized ground (191, 192) ASSAULT, not COERCE; a
promised concession AGREE, not CONCEDE; announced force THREATEN. `convention="plv"` scores by its labels, `"manual"` by
the manual's.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from dragoman.evaluate.score import Score, macro_f1, read_jsonl
from dragoman.extract.events.relations import Relation, classify_relation
from dragoman.kit import Kit
from dragoman.records import Span

_MERGED = {"CONCEDE": "YIELD", "RETREAT": "YIELD"}
_CAMEO = {"163": "COERCE", "116": "ACCUSE", "191": "ASSAULT", "192": "ASSAULT"}
_MATERIAL_CONFLICT = 4
_QUAD = {
    "AGREE": 1, "CONSULT": 1, "SUPPORT": 1, "COOPERATE": 2, "AID": 2, "YIELD": 2, "REQUEST": 3, "ACCUSE": 3, "REJECT": 3,
    "THREATEN": 3, "PROTEST": 4, "SANCTION": 4, "MOBILIZE": 4, "COERCE": 4, "ASSAULT": 4,
}  # fmt: skip


def evaluate(gold: Path, kit: Kit, predictions: Path | None = None, convention: str = "plv") -> Score:
    """Score a file of marked pairs, or of sentences with a class; `predictions` has one object {"type"} a line."""
    rows = list(read_jsonl(gold))
    given = list(read_jsonl(predictions)) if predictions is not None else None
    if rows and "penta" in rows[0]:
        return _score_classes(rows, str(gold), given, kit)
    found = [str(row["type"]) for row in given] if given is not None else [_type(row, kit, convention) for row in rows]
    return score_pairs(rows, [_MERGED.get(type_, type_) for type_ in found], str(gold))


def spans_of(marked: str) -> tuple[Span | None, Span | None]:
    """Return the spans of source and target, counted in the text without the marks."""
    spans: dict[str, Span] = {}
    open_: dict[str, int] = {}
    clean, place = 0, 0
    while place < len(marked):
        tag = next((t for t in ("<s>", "</s>", "<t>", "</t>") if marked.startswith(t, place)), None)
        if tag is None:
            clean, place = clean + 1, place + 1
            continue
        name = tag.strip("</>")
        if tag.startswith("</"):
            spans.setdefault(name, (open_.get(name, clean), clean))
        else:
            open_[name] = clean
        place += len(tag)
    return spans.get("s"), spans.get("t")


def _type(row: Mapping[str, Any], kit: Kit, convention: str) -> str:
    source, target = spans_of(str(row["marked"]))
    relation = classify_relation(str(row["text"]), source=source, target=target, kit=kit)
    return label(relation, convention)


def label(relation: Relation | None, convention: str = "plv") -> str:
    """Return the type to compare: PLOVER's, or in PLV's convention what CAMEO's codes give (see the module's docstring)."""
    if relation is None:
        return ""
    if convention != "plv" or relation.status == "negated":
        return relation.type
    intended = relation.status in ("planned", "hypothetical")
    if intended and relation.surface_type in _MERGED:
        return "AGREE"
    if intended and relation.quad == _MATERIAL_CONFLICT:
        return "THREATEN"
    return _CAMEO.get(relation.cameo, relation.type)


def score_pairs(rows: Sequence[Mapping[str, Any]], found: Sequence[str], name: str) -> Score:
    """Compare types: macro-F1 of root, quad and binary (1 cooperation, 0 conflict)."""
    gold = [_MERGED.get(str(row["type"]), str(row["type"])) for row in rows]
    quads = [str(_QUAD.get(type_, 0)) for type_ in found]
    gold_quads = [str(row.get("quad", _QUAD[type_])) for row, type_ in zip(rows, gold, strict=True)]
    figures = {
        "binary": macro_f1([_side(quad) for quad in gold_quads], [_side(quad) for quad in quads]),
        "quad": macro_f1(gold_quads, quads),
        "root": macro_f1(gold, found),
        "answered": sum(map(bool, found)) / len(found) if found else 0.0,
    }
    errors = [
        {"text": row["marked"], "gold": g, "found": f} for row, g, f in zip(rows, gold, found, strict=True) if g != f
    ]
    counts = {"rows": len(gold), "right": len(gold) - len(errors)}
    return Score(kind="relations", gold=name, figures=figures, counts=counts, errors=tuple(errors))


def _side(quad: str) -> str:
    return {"1": "cooperation", "2": "cooperation", "3": "conflict", "4": "conflict"}.get(quad, "")


_LEAST = 0.3  # below this a sentence holds no event; set by hand, not swept


def _score_classes(
    rows: Sequence[Mapping[str, Any]], name: str, given: Sequence[Mapping[str, Any]] | None, kit: Kit
) -> Score:
    """Score the class of whole sentences: 1 to 4 as quads, 0 for a statement or no event."""
    found = [str(row["penta"]) for row in given] if given is not None else [_class(str(r["text"]), kit) for r in rows]
    gold = [str(row["penta"]) for row in rows]
    errors = [
        {"text": row["text"], "gold": g, "found": f} for row, g, f in zip(rows, gold, found, strict=True) if g != f
    ]
    figures = {"macro_f1": macro_f1(gold, found), "accuracy": 1 - len(errors) / len(gold) if gold else 0.0}
    return Score(kind="relations", gold=name, figures=figures, counts={"rows": len(gold)}, errors=tuple(errors))


def _class(text: str, kit: Kit) -> str:
    relation = classify_relation(text, source=None, target=None, kit=kit)
    if relation is None or relation.score < _LEAST:
        return "0"
    return str(_QUAD[_MERGED.get(relation.type, relation.type)])
