"""How often the relation of two documents is told right, on pairs made of the development data and on pairs we wrote.

    python benchmarks/lineage_relations.py ../shared/data --pairs 2400 --seed 11

Made pairs: every relation that an editor can make of one text (benchmarks/lineage_pairs.py), strangers, and pairs of real
reports about one topic. Their labels hold by construction, by means that the merge does not use:

- one topic: cosine of TF-IDF over words of 0.18 on, four names in common, and published six weeks apart or more: news of
  one event is not told again so late, so these are no independent reports of it;
- strangers: cosine below 0.03, and no word in common that either writes with a capital inside a sentence: no country, person,
  party or place; published six weeks apart as well where both days are known;
- pairs that share a passage of 12 words are left out, since real copies are among them.

Reports of one event by two reporters cannot be made of one text, nor told from reports of one campaign without reading them:
they are in the written pairs (tests/gold/lineage). The texts are compared without their days of publication, by which the
merge would tell the topic from the event at once; `--dated` states them, as most pages do.
"""

from __future__ import annotations

import argparse
import csv
import json
import random
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np
from lineage_documents import as_document
from lineage_pairs import Pair, Source, cut, make_pair, written
from lineage_sources import ROOT, shared_sources
from sklearn.feature_extraction.text import TfidfVectorizer

from dragoman.kit import Kit, load_kit
from dragoman.merge.candidates import candidate_pairs
from dragoman.merge.fingerprints import build_fingerprint, words_of
from dragoman.merge.folding import fold
from dragoman.merge.relations import STORY_RELATIONS, relate
from dragoman.merge.vectors import Comparable, make_comparable
from dragoman.records import DocumentFacts, Fingerprint, LineageEdge, When

SHARES = {
    "identical": 1, "near-copy": 4, "excerpt": 4, "edition": 3, "rewrite": 4, "shared-quotes": 2, "same-topic": 4, "none": 3,
}  # fmt: skip
_TOPIC, _STRANGERS = 0.18, 0.03
_PASSAGE = 12
_APART = 45  # days
_NAMES = 4
_NAME = re.compile(r"(?<=[\w,;] )[A-ZÀ-Þ][\w’'-]+")


def real_pairs(sources: Sequence[Source], dice: random.Random, count: int) -> dict[str, list[tuple[Source, Source]]]:
    """Return pairs of real reports of one topic, and of strangers."""
    texts = [written(source.sentences) for source in sources]
    vectors = TfidfVectorizer(sublinear_tf=True, min_df=2, stop_words="english").fit_transform(texts)
    likeness = (vectors @ vectors.T).toarray()
    passages = [_passages(text) for text in texts]
    names = [{fold(name) for name in _NAME.findall(text)} for text in texts]
    found: dict[str, list[tuple[Source, Source]]] = defaultdict(list)
    order = [(i, j) for i, j in zip(*np.triu_indices(len(sources), 1), strict=True)]
    dice.shuffle(order)
    for i, j in order:
        a, b = sources[i], sources[j]
        days = _days_apart(a, b)
        kind = ""
        common = names[i] & names[j]
        if likeness[i, j] >= _TOPIC and len(common) >= _NAMES and days is not None and days >= _APART:
            kind = "same-topic"
        elif likeness[i, j] < _STRANGERS and not common and (days is None or days >= _APART):
            kind = "none"
        if kind and len(found[kind]) < count and a.language == b.language and not passages[i] & passages[j]:
            found[kind].append((a, b))
    return found


def _days_apart(a: Source, b: Source) -> int | None:
    if not a.date or not b.date:
        return None
    return abs(date.fromisoformat(a.date).toordinal() - date.fromisoformat(b.date).toordinal())


def _passages(text: str) -> set[str]:
    words = words_of(text)
    return {" ".join(words[i : i + _PASSAGE]) for i in range(len(words) - _PASSAGE + 1)}


def made_pairs(folder: Path, count: int, seed: int, split: str) -> Iterator[Pair]:
    """Yield that many pairs from the development data, every relation in its share."""
    dice = random.Random(seed)
    found = shared_sources(folder, split)
    counts = Counter(source.language for source in found)
    sources = [source for source in found if source.language in ("en", "fr") and counts[source.language] > 4]
    total = sum(SHARES.values())
    real = real_pairs(sources, dice, count)
    for relation, share in SHARES.items():
        for number in range(round(count * share / total)):
            if relation in real:
                a, b = real[relation][number]
                yield Pair(
                    left=written(a.sentences[:60]), right=written(b.sentences[:60]), relation=relation,  # type: ignore[arg-type]
                    edit=relation, languages=(a.language, b.language), dates=(a.date, b.date),
                )  # fmt: skip
                continue
            source = dice.choice(sources)
            others = [other for other in sources if other.language == source.language and other is not source]
            source = cut(source, dice.randint(8, 60), dice)
            yield make_pair(relation, source, [cut(o, 40, dice) for o in dice.sample(others, min(6, len(others)))], dice)  # type: ignore[arg-type]


def written_pairs() -> Iterator[Pair]:
    """Yield all pairs of our own texts about events."""
    folder = ROOT / "tests" / "gold" / "lineage"
    with (folder / "texts.csv").open(encoding="utf-8", newline="") as handle:
        languages = {row["id"]: row["language"] for row in csv.DictReader(handle)}
    texts = {name: (folder / "documents" / f"{name}.txt").read_text(encoding="utf-8") for name in languages}
    for line in (folder / "pairs.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        left, right = row["left"], row["right"]
        yield Pair(left=texts[left], right=texts[right], relation=row["relation"], edit=f"{left} {right}",
                   languages=(languages[left], languages[right]))  # fmt: skip


def judged(pairs: Sequence[Pair], kit: Kit, *, dated: bool = False) -> Iterator[tuple[Pair, LineageEdge, bool]]:
    """Yield every pair with what was found, and whether the first stage would have offered it at all."""

    @lru_cache(maxsize=64)
    def ready(text: str, language: str, day: str) -> tuple[Comparable, Fingerprint]:
        published = When(start=day, end=day, precision="day", basis="publication") if day else None
        document = as_document("page", text, language, kit, DocumentFacts(published=published))
        return make_comparable(document, kit), build_fingerprint(document, kit)

    for pair in pairs:
        days = pair.dates if dated else ("", "")
        left, right = ready(pair.left, pair.languages[0], days[0]), ready(pair.right, pair.languages[1], days[1])
        offered = bool(list(candidate_pairs([left[1], right[1]])))
        yield pair, relate(left[0], right[0], kit), offered


def figures(results: Sequence[tuple[Pair, LineageEdge, bool]]) -> dict[str, Any]:
    """Return accuracy by relation, false links, candidates and calibration (Brier score of the probability stated)."""
    by_relation: dict[str, list[bool]] = defaultdict(list)
    confused: Counter[tuple[str, str]] = Counter()
    for pair, edge, _ in results:
        by_relation[pair.relation].append(edge.relation == pair.relation)
        if edge.relation != pair.relation:
            confused[pair.relation, edge.relation] += 1
    linked = [(pair.relation in STORY_RELATIONS, edge.relation in STORY_RELATIONS, offered) for pair, edge, offered in results]
    topic = [edge.relation in STORY_RELATIONS for pair, edge, _ in results if pair.relation == "same-topic"]
    strangers = [is_link for true, is_link, _ in linked if not true]
    true = [(is_link, offered) for wanted, is_link, offered in linked if wanted]
    return {
        "pairs": len(results),
        "accuracy": round(sum(sum(v) for v in by_relation.values()) / len(results), 4),
        "accuracy_apart": round(sum(_together(p.relation) == _together(e.relation) for p, e, _ in results) / len(results), 4),
        "link_accuracy": round(sum(a == b for a, b, _ in linked) / len(linked), 4),
        "false_links_same_topic": round(sum(topic) / max(1, len(topic)), 4),
        "false_links": round(sum(strangers) / max(1, len(strangers)), 4),
        "links_found": round(sum(a for a, _ in true) / max(1, len(true)), 4),
        "links_offered": round(sum(b for _, b in true) / max(1, len(true)), 4),
        "by_relation": {k: [round(sum(v) / len(v), 3), len(v)] for k, v in sorted(by_relation.items())},
        "confused": {f"{a} as {b}": n for (a, b), n in confused.most_common(12)},
        "brier": round(sum((e.probability - (p.relation == e.relation)) ** 2 for p, e, _ in results) / len(results), 4),
        "calibration": _calibration(results),
    }


def _together(relation: str) -> str:
    """Take a topic in common and nothing at all together: between them there is no sharp line."""
    return "apart" if relation in ("same-topic", "none") else relation


def _calibration(results: Sequence[tuple[Pair, LineageEdge, bool]]) -> dict[str, list[float]]:
    """Return, for tenths of probability, how probable and how often right the relations were, and how many."""
    bins: dict[int, list[tuple[float, bool]]] = defaultdict(list)
    for pair, edge, _ in results:
        bins[min(9, int(edge.probability * 10))].append((edge.probability, edge.relation == pair.relation))
    return {
        f"{10 * b}%": [round(sum(p for p, _ in v) / len(v), 2), round(sum(r for _, r in v) / len(v), 2), len(v)]
        for b, v in sorted(bins.items())
    }


def main(arguments: Sequence[str]) -> None:
    """Print the figures as JSON."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, help="the development data")
    parser.add_argument("--pairs", type=int, default=2400)
    parser.add_argument("--seed", type=int, default=11)
    parser.add_argument("--split", default="train", help="which texts of PolNeAR")
    parser.add_argument("--dated", action="store_true", help="state the days of publication")
    parser.add_argument("--errors", type=int, default=0, help="print that many pairs judged wrongly")
    given = parser.parse_args(arguments)
    kit = load_kit()
    for name, pairs in (("written", list(written_pairs())),
                        ("made", list(made_pairs(given.folder, given.pairs, given.seed, given.split)))):  # fmt: skip
        results = list(judged(pairs, kit, dated=given.dated))
        print(json.dumps({name: figures(results)}, indent=1))
        wrong = [(pair, edge) for pair, edge, _ in results if pair.relation != edge.relation][: given.errors]
        for pair, edge in wrong:
            print(pair.relation, pair.edit, "->", edge.relation, edge.probability, edge.reasons)


if __name__ == "__main__":
    main(sys.argv[1:])
