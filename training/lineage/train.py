"""Makes the tables of `models/lineage`: levels of likeness and the weights of the relations.

    python training/lineage/train.py            writes levels.csv, same.csv and cross.csv; prints the scores of a held-out third

Only texts written for this project are used: those of `texts/`, the samples, the texts of tests/gold but for
tests/gold/lineage. Pairs are made by benchmarks/lineage_pairs.py. The seeds that the scores of the issue are taken with
are others (see benchmarks/lineage_relations.py), and so are the texts.
"""

from __future__ import annotations

import csv
import random
import sys
from collections.abc import Iterator, Sequence
from itertools import combinations
from pathlib import Path

import numpy as np
from sklearn.linear_model import LogisticRegression

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT / "benchmarks"))

from lineage_documents import as_document  # noqa: E402
from lineage_pairs import Pair, cut, make_pair, subset, written  # noqa: E402
from lineage_sources import own_sources, read_events  # noqa: E402

from dragoman.kit import Kit, load_kit  # noqa: E402
from dragoman.merge.vectors import make_comparable  # noqa: E402
from dragoman.merge.verification import FEATURES, Comparison, compare  # noqa: E402
from dragoman.models.lineage import FOLDER  # noqa: E402

SEED = 1
MADE = {"near-copy": 260, "excerpt": 220, "edition": 220, "rewrite": 260, "shared-quotes": 160, "none": 300}
STRENGTH = 1.0  # of the penalty on weights
Row = tuple[str, dict[str, float]]


def made_pairs(dice: random.Random) -> Iterator[Pair]:
    """Yield pairs made by editing one text, and pairs of strangers."""
    sources = own_sources()
    for relation, count in MADE.items():
        for _ in range(count):
            source = dice.choice(sources)
            others = [o for o in sources if o.language == source.language and o.topic != source.topic and o is not source]
            if len(source.sentences) > 8 and dice.random() < 0.4:
                source = cut(source, dice.randint(6, 30), dice)
            yield make_pair(relation, source, others, dice)  # type: ignore[arg-type]


def written_pairs(dice: random.Random) -> Iterator[Pair]:
    """Yield pairs of the texts about events: translations (whole or in part), one event, one topic, strangers."""
    texts = list(read_events(ROOT / "training" / "lineage" / "texts" / "events.txt"))
    sources = {source.name: source for source in own_sources()}
    for (a, _), (b, _) in combinations(texts, 2):
        left, right = sources[a["id"]], sources[b["id"]]
        relation = relation_of(a, b)
        for _ in range(6 if relation == "translation" else 1):
            pieces = [left.sentences, right.sentences]
            if relation == "translation" and dice.random() < 0.6:
                side = dice.randrange(2)
                pieces[side] = tuple(subset(pieces[side], dice.uniform(0.5, 0.9), dice))
            if relation == "translation" and dice.random() < 0.4:
                side, other = dice.randrange(2), dice.choice(texts)
                stranger = sources[other[0]["id"]]
                if stranger.language == (left, right)[side].language and stranger.topic != left.topic:
                    pieces[side] = (*pieces[side], *stranger.sentences[:4])
            yield Pair(
                left=written(pieces[0]), right=written(pieces[1]), relation=relation,  # type: ignore[arg-type]
                edit="written", languages=(left.language, right.language),
            )  # fmt: skip


def relation_of(a: dict[str, str], b: dict[str, str]) -> str:
    """Return how two of the texts about events relate."""
    if a["of"] == b["id"] or b["of"] == a["id"]:
        return "translation"
    if a["event"] == b["event"]:
        return "same-event"
    return "same-topic" if a["topic"] == b["topic"] else "none"


def compared(pairs: Sequence[Pair], kit: Kit) -> Iterator[tuple[Pair, Comparison]]:
    """Yield every pair with its comparison."""
    for number, pair in enumerate(pairs):
        left, right = (
            make_comparable(as_document(f"{number}{side}", text, language, kit), kit)
            for side, text, language in (("a", pair.left, pair.languages[0]), ("b", pair.right, pair.languages[1]))
        )
        if len(left) and len(right):
            yield pair, compare(left, right, kit)


def fit(rows: Sequence[Row], path: Path | None) -> LogisticRegression:
    """Fit the relations of one case; write the weights where a path is given."""
    values = np.array([[features[name] for name in FEATURES] for _, features in rows])
    labels = [label for label, _ in rows]
    model = LogisticRegression(C=1 / STRENGTH * 10, max_iter=5000, class_weight="balanced")
    model.fit(values, labels)
    if path is not None:
        with path.open("w", encoding="utf-8", newline="") as handle:
            writer = csv.writer(handle, lineterminator="\n")
            writer.writerow(["relation", *FEATURES, "bias"])
            for label, weights, bias in zip(model.classes_, model.coef_, model.intercept_, strict=True):
                writer.writerow([label, *(f"{value:.3f}" for value in (*weights, bias))])
    return model


def score(rows: Sequence[Row], name: str) -> None:
    """Print the accuracy on every third pair of a model fitted to the others."""
    held, rest = rows[::3], [row for number, row in enumerate(rows) if number % 3]
    model = fit(rest, None)
    found = model.predict(np.array([[features[f] for f in FEATURES] for _, features in held]))
    print(f"{name}: {sum(a == b for a, (b, _) in zip(found, held, strict=True)) / len(held):.3f} of {len(held)} held out")
    for label in sorted({label for label, _ in held}):
        of_label = [a for a, (b, _) in zip(found, held, strict=True) if b == label]
        print(f"  {label:14} {sum(a == label for a in of_label) / len(of_label):.3f} of {len(of_label)}")


def main() -> None:
    """Make the pairs, print the scores, write the tables."""
    kit, dice = load_kit(), random.Random(SEED)
    pairs = [*made_pairs(dice), *written_pairs(dice)]
    dice.shuffle(pairs)
    cases: dict[str, list[Row]] = {"same": [], "cross": []}
    for pair, comparison in compared(pairs, kit):
        case = "same" if pair.languages[0] == pair.languages[1] else "cross"
        cases[case].append((pair.relation, comparison.features))
    for case, rows in cases.items():
        score(rows, case)
        fit(rows, FOLDER / f"{case}.csv")


if __name__ == "__main__":
    main()
