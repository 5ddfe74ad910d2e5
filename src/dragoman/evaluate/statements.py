"""Scores of attributions and statements against PolNeAR's form and against the seed form of `gold/statements.jsonl`.

Both match contents one to one by the share of characters in common (Jaccard), the best pairs first. PolNeAR (Newell,
Margolin and Ruths, LREC 2018) gives every word one role, so what stands inside another content is not scored there.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

import msgspec

from dragoman.evaluate.entities import compile_names, same_entities
from dragoman.evaluate.score import Score, precision_recall, read_jsonl
from dragoman.evaluate.texts import gold_document, gold_file
from dragoman.kit import Kit
from dragoman.pipeline import read_document
from dragoman.records import Block, Document, DocumentFacts, Links, Span, Statement

LEVELS = (0.3, 0.5, 0.8)


class Said(msgspec.Struct, frozen=True, kw_only=True):
    """One attribution of gold or of a reading, reduced to what is compared."""

    content: tuple[Span, ...]
    source: tuple[Span, ...] = ()
    speaker: str = ""
    chain: tuple[str, ...] = ()
    form: str = "statement"
    text: str = ""


def evaluate(gold: Path, kit: Kit, predictions: Path | None = None) -> Score:
    """Score a gold file in either form; `predictions` is an export of the table statements (seed form only)."""
    rows = list(read_jsonl(gold_file(gold, "statements.jsonl")))
    if rows and "attributions" in rows[0]:
        return score_polnear(rows, str(gold), lambda row: read_polnear(row, kit))
    statements = _exported(predictions) if predictions is not None else _read_documents(rows, gold, kit)
    return score_seed(rows, str(gold), statements, kit.compiled(compile_names))


# ---------------------------------------------------------------- matching


def shared(left: Sequence[Span], right: Sequence[Span]) -> float:
    """Return the Jaccard overlap of two lists of disjoint spans, in characters."""
    both = sum(max(0, min(a[1], b[1]) - max(a[0], b[0])) for a in left for b in right)
    every = sum(end - start for start, end in left) + sum(end - start for start, end in right) - both
    return both / every if every else 0.0


def match(gold: Sequence[Said], found: Sequence[Said], level: float) -> list[tuple[int, int, float]]:
    """Return the pairs (gold, found, overlap) at or over a level, one to one, the best first."""
    pairs = [
        (value, -g, -f)
        for g, wanted in enumerate(gold)
        for f, given in enumerate(found)
        if (value := shared(wanted.content, given.content)) >= level
    ]
    taken_gold, taken_found, matched = set(), set(), []
    for value, minus_g, minus_f in sorted(pairs, reverse=True):
        if -minus_g not in taken_gold and -minus_f not in taken_found:
            taken_gold.add(-minus_g)
            taken_found.add(-minus_f)
            matched.append((-minus_g, -minus_f, value))
    return matched


# ---------------------------------------------------------------- PolNeAR


def read_polnear(row: Mapping[str, Any], kit: Kit) -> list[Said]:
    """Read one text with the stages that statements need, all of it as body."""
    from dragoman.extract.parse.sentences import split_sentences
    from dragoman.extract.speakers.quotes import find_quotes

    text = str(row["text"])
    identifier = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    document = Document(id=identifier, text=text, path=str(row["id"]), language="en")
    blocks = (Block(start=0, end=len(text), kind="body"),)
    sentences = split_sentences(document, blocks, kit)
    quotes = find_quotes(document, blocks, sentences, Links(), DocumentFacts(), kit)
    return [
        Said(
            content=quote.content, source=(quote.source,) if quote.source else (), form=quote.form,
            text=_words(text, quote.content),
        )
        for quote in quotes
        if not quote.chain and quote.form != "unattributed"
    ]  # fmt: skip


def score_polnear(
    rows: Sequence[Mapping[str, Any]], name: str, read: Callable[[Mapping[str, Any]], list[Said]]
) -> Score:
    """Score texts in PolNeAR's form."""
    right = dict.fromkeys(LEVELS, 0)
    counts = {"gold": 0, "found": 0, "sources": 0, "matched": 0}
    errors: list[dict[str, Any]] = []
    for row in rows:
        gold, found = polnear_gold(row), read(row)
        counts["gold"] += len(gold)
        counts["found"] += len(found)
        for level in LEVELS:
            right[level] += len(match(gold, found, level))
        pairs = match(gold, found, LEVELS[0])
        counts["matched"] += len(pairs)
        for g, f, value in pairs:
            if _same_source(gold[g], found[f]):
                counts["sources"] += 1
            else:
                errors.append(_error("source", row["id"], gold[g], found[f], value))
        errors += _unmatched(row["id"], gold, found, pairs)
    figures: dict[str, float] = {}
    for level in LEVELS:
        values = precision_recall(right[level], counts["found"], counts["gold"])
        figures |= {f"content_{part}_{level}": v for part, v in zip(("p", "r", "f1"), values, strict=True)}
    figures["source"] = counts["sources"] / counts["matched"] if counts["matched"] else 0.0
    return Score(kind="statements", gold=name, figures=figures, counts=counts, errors=tuple(errors))


def polnear_gold(row: Mapping[str, Any]) -> list[Said]:
    """Return the attributions of one row that have content."""
    text = str(row["text"])
    return [
        Said(content=content, source=_spans(entry.get("source")), text=_words(text, content))
        for entry in row["attributions"]
        if (content := _spans(entry.get("content")))
    ]


def _spans(raw: Any) -> tuple[Span, ...]:
    return tuple((int(start), int(end)) for start, end in raw or ())


def _words(text: str, spans: Iterable[Span]) -> str:
    return " ... ".join(text[start:end] for start, end in spans)


def _same_source(gold: Said, found: Said) -> bool:
    """Sources agree where they overlap, or where both have none."""
    if not gold.source or not found.source:
        return not gold.source and not found.source
    return shared(gold.source, found.source) > 0


# ---------------------------------------------------------------- seed form


def seed_gold(rows: Iterable[Mapping[str, Any]]) -> dict[str, list[Said]]:
    """Return the statements of each document of a seed-form file."""
    by_document: dict[str, list[Said]] = defaultdict(list)
    for row in rows:
        by_document[str(row["doc"])].append(
            Said(
                content=((int(row["content_start"]), int(row["content_end"])),),
                source=(tuple(row["source_span"]),) if row.get("source_span") else (),
                speaker=str(row["source_canonical"]), chain=tuple(row["chain"]), form=str(row["type"]),
                text=str(row["content"]),
            )
        )  # fmt: skip
    return by_document


def _read_documents(rows: Sequence[Mapping[str, Any]], gold: Path, kit: Kit) -> dict[str, list[Said]]:
    names = sorted({str(row["doc"]) for row in rows})
    documents = {name: gold_document(gold, name, kit.settings) for name in names}
    return {name: [_said(s) for s in read_document(document, kit).statements] for name, document in documents.items()}


def _exported(path: Path) -> dict[str, list[Said]]:
    by_document: dict[str, list[Said]] = defaultdict(list)
    for row in read_jsonl(path):
        said = Said(
            content=_spans(row["content"]), source=_spans([row["speaker_surface"]] if row["speaker_surface"] else ()),
            speaker=str(row["speaker_name"] or ""), chain=tuple(row["chain"]), text=str(row["quote"]),
        )  # fmt: skip
        by_document[Path(str(row["path"])).stem].append(said)
    return by_document


def _said(statement: Statement) -> Said:
    return Said(
        content=statement.content, source=(statement.speaker_surface,) if statement.speaker_surface else (),
        speaker=statement.speaker_name, chain=statement.chain, form=statement.form, text=statement.quote,
    )  # fmt: skip


def score_seed(
    rows: Sequence[Mapping[str, Any]], name: str, found: Mapping[str, list[Said]], names: Mapping[str, frozenset[str]]
) -> Score:
    """Score statements in the seed form: those with an empty chain, all, canonical speakers, chains.

    `speaker` compares names letter by letter; with the `names` of the base (`entities.compile_names`), `speaker_entity` takes
    two names of one person or body for the same.
    """
    wanted = seed_gold(rows)
    counts = dict.fromkeys(("top_right", "top_found", "top_gold", "right", "found", "gold", "speakers"), 0)
    counts |= {"nested": 0, "chains": 0, "same_entity": 0}
    errors: list[dict[str, Any]] = []
    for document, gold in wanted.items():
        given = found.get(document, [])
        _count(counts, "top_", [s for s in gold if not s.chain], [s for s in given if not s.chain])
        pairs = _count(counts, "", gold, given)
        for g, f, value in pairs:
            speaker, chain = same_name(gold[g].speaker, given[f].speaker), same_chain(gold[g].chain, given[f].chain)
            counts["speakers"] += speaker
            counts["same_entity"] += speaker or same_entities(
                sorted(_name_set(gold[g].speaker)), sorted(_name_set(given[f].speaker)), names
            )
            counts["nested"] += bool(gold[g].chain)
            counts["chains"] += bool(gold[g].chain) and chain
            if not speaker or not chain:
                errors.append(_error("chain" if speaker else "speaker", document, gold[g], given[f], value))
        errors += _unmatched(document, gold, given, pairs)
    return Score(kind="statements", gold=name, figures=_seed_figures(counts), counts=counts, errors=tuple(errors))


def _count(
    counts: dict[str, int], prefix: str, gold: Sequence[Said], found: Sequence[Said]
) -> list[tuple[int, int, float]]:
    pairs = match(gold, found, 0.5)
    counts[prefix + "right"] += len(pairs)
    counts[prefix + "found"] += len(found)
    counts[prefix + "gold"] += len(gold)
    return pairs


def _seed_figures(counts: Mapping[str, int]) -> dict[str, float]:
    figures: dict[str, float] = {}
    for prefix in ("top_", ""):
        values = precision_recall(counts[prefix + "right"], counts[prefix + "found"], counts[prefix + "gold"])
        figures |= {f"{prefix}{part}": v for part, v in zip(("p", "r", "f1"), values, strict=True)}
    figures["speaker"] = counts["speakers"] / counts["right"] if counts["right"] else 0.0
    figures["speaker_entity"] = counts["same_entity"] / counts["right"] if counts["right"] else 0.0
    figures["chain"] = counts["chains"] / counts["nested"] if counts["nested"] else 0.0
    return figures


def same_name(gold: str, found: str) -> bool:
    """Tell whether two canonical names are the same: several in any order, what stands in brackets left out."""
    return _name_set(gold) == _name_set(found)


def same_chain(gold: Sequence[str], found: Sequence[str]) -> bool:
    """Tell whether two chains name the same speakers in the same order."""
    return len(gold) == len(found) and all(same_name(a, b) for a, b in zip(gold, found, strict=True))


def _name_set(name: str) -> frozenset[str]:
    plain = name.partition(" (")[0] if ";" not in name else name
    parts = (" ".join(part.casefold().replace("the ", "", 1).split()) for part in plain.split(";"))
    return frozenset(part for part in parts if part)


# ---------------------------------------------------------------- errors


def _unmatched(
    document: Any, gold: Sequence[Said], found: Sequence[Said], pairs: Sequence[tuple[int, int, float]]
) -> list[dict[str, Any]]:
    matched_gold, matched_found = {g for g, _, _ in pairs}, {f for _, f, _ in pairs}
    missed = [_error("missed", document, said, None, 0.0) for g, said in enumerate(gold) if g not in matched_gold]
    return missed + [
        _error("false", document, None, said, 0.0) for f, said in enumerate(found) if f not in matched_found
    ]


def _error(kind: str, document: Any, gold: Said | None, found: Said | None, value: float) -> dict[str, Any]:
    entry: dict[str, Any] = {"error": kind, "document": document, "overlap": round(value, 3)}
    for name, said in (("gold", gold), ("found", found)):
        if said is not None:
            entry[name] = {
                "content": said.text[:300], "speaker": said.speaker, "chain": list(said.chain), "form": said.form,
                "spans": list(said.content),
            }  # fmt: skip
    return entry
