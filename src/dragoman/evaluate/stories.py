"""Scores of lineage: which documents are one story, and how they relate.

Gold is one object a line, a story: `{"members": [{"doc": name, "relation": "original" or ...}, ...]}`. Documents of a story
with one member are alone. All documents of the file are read and merged together; what is scored are pairs of documents.

Or one object a line, a pair: `{"left": name, "right": name, "relation": "translation" or ...}`, with the relations of
`story_edges`. Each pair is compared by itself; scored are the relation, and whether the two are found to be one story.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations
from pathlib import Path
from typing import Any

from dragoman.evaluate.score import Score, precision_recall, read_jsonl
from dragoman.evaluate.texts import gold_document, gold_file
from dragoman.kit import Kit
from dragoman.merge.inputs import MergeDocument, merge_document
from dragoman.merge.lineage import find_stories
from dragoman.merge.relations import STORY_RELATIONS, relate
from dragoman.merge.vectors import make_comparable
from dragoman.pipeline import read_document
from dragoman.records import Document

Groups = Sequence[Mapping[str, str]]  # each story: document name -> relation


def evaluate(gold: Path, kit: Kit, predictions: Path | None = None) -> Score:
    """Score a gold file of stories; `predictions` is an export of the table stories."""
    rows = list(read_jsonl(gold_file(gold, "stories.jsonl")))
    if rows and "left" in rows[0]:
        return score_pairs(rows, _relations(rows, gold, kit) if predictions is None else _exported(predictions), str(gold))
    wanted = [{str(m["doc"]): str(m["relation"]) for m in row["members"]} for row in rows]
    names = sorted({name for group in wanted for name in group})
    if predictions is not None:
        found = [
            {Path(str(m["path"])).name.split(".")[0]: str(m["relation"]) for m in row["members"]}
            for row in read_jsonl(predictions)
        ]
    else:
        found = _stories({name: gold_document(gold, name, kit.settings) for name in names}, kit)
    return score_groups(wanted, found, str(gold))


def _relations(rows: Sequence[Mapping[str, Any]], gold: Path, kit: Kit) -> dict[frozenset[str], str]:
    """Read the documents of all pairs and return how each pair relates."""
    names = sorted({str(row[side]) for row in rows for side in ("left", "right")})
    ready = {name: make_comparable(_merge_document(gold_document(gold, name, kit.settings), kit), kit) for name in names}
    pairs = [(str(row["left"]), str(row["right"])) for row in rows]
    return {frozenset(pair): relate(ready[pair[0]], ready[pair[1]], kit).relation for pair in pairs}


def _exported(predictions: Path) -> dict[frozenset[str], str]:
    """Return the relations of an export of story_edges, by the names of the documents or their ids."""
    return {frozenset((str(row["left"]), str(row["right"]))): str(row["relation"]) for row in read_jsonl(predictions)}


def score_pairs(rows: Sequence[Mapping[str, Any]], found: Mapping[frozenset[str], str], name: str) -> Score:
    """Compare relations pair by pair; `apart` takes together a topic in common and nothing at all."""
    wanted = {frozenset((str(row["left"]), str(row["right"]))): str(row["relation"]) for row in rows}
    got = {pair: found.get(pair, "none") for pair in wanted}
    right = [pair for pair in wanted if wanted[pair] == got[pair]]
    alike = [pair for pair in wanted if _taken_together(wanted[pair]) == _taken_together(got[pair])]
    gold_links = {pair for pair, relation in wanted.items() if relation in STORY_RELATIONS}
    links = {pair for pair, relation in got.items() if relation in STORY_RELATIONS}
    precision, recall, f1 = precision_recall(len(gold_links & links), len(links), len(gold_links))
    errors = [
        {"error": "relation", "pair": sorted(pair), "gold": wanted[pair], "found": got[pair]}
        for pair in sorted(wanted, key=sorted)
        if wanted[pair] != got[pair]
    ]
    return Score(
        kind="stories",
        gold=name,
        figures={
            "p": precision, "r": recall, "f1": f1,
            "relation": len(right) / len(wanted), "relation_apart": len(alike) / len(wanted),
        },
        counts={"pairs": len(wanted), "gold_links": len(gold_links), "found_links": len(links)},
        errors=tuple(errors),
    )  # fmt: skip


def _taken_together(relation: str) -> str:
    return "apart" if relation in ("same-topic", "none") else relation


def _stories(documents: Mapping[str, Document], kit: Kit) -> list[dict[str, str]]:
    names = {document.id: name for name, document in documents.items()}
    stories = find_stories([_merge_document(document, kit) for document in documents.values()], kit)
    return [{names[member.document]: member.relation for member in story.members} for story in stories]


def _merge_document(document: Document, kit: Kit) -> MergeDocument:
    return merge_document(read_document(document, kit))


def score_groups(wanted: Groups, found: Groups, name: str) -> Score:
    """Compare groups by pairs: two documents are together or not; and the relation of those rightly placed."""
    gold, got = _pairs(wanted), _pairs(found)
    precision, recall, f1 = precision_recall(len(gold & got), len(got), len(gold))
    relation = {document: kind for group in found for document, kind in group.items()}
    together = {document for pair in gold & got for document in pair}
    placed = [(d, kind) for group in wanted for d, kind in group.items() if d in together]
    right = sum(relation.get(document) == kind for document, kind in placed)
    errors: list[dict[str, Any]] = [{"error": "missed", "pair": sorted(pair)} for pair in sorted(gold - got, key=sorted)]
    errors += [{"error": "false", "pair": sorted(pair)} for pair in sorted(got - gold, key=sorted)]
    errors += [
        {"error": "relation", "document": d, "gold": kind, "found": relation.get(d)}
        for d, kind in placed
        if relation.get(d) != kind
    ]
    return Score(
        kind="stories",
        gold=name,
        figures={"p": precision, "r": recall, "f1": f1, "relation": right / len(placed) if placed else 0.0},
        counts={"gold_pairs": len(gold), "found_pairs": len(got), "right_pairs": len(gold & got), "placed": len(placed)},
        errors=tuple(errors),
    )


def _pairs(groups: Iterable[Iterable[str]]) -> set[frozenset[str]]:
    return {frozenset(pair) for group in groups for pair in combinations(sorted(group), 2)}
