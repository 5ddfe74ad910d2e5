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
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from pathlib import Path

import numpy as np
from sklearn.linear_model import LogisticRegression

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT / "benchmarks"))

from lineage_documents import as_document  # noqa: E402
from lineage_pairs import (  # noqa: E402
    SPEAKERS,
    Pair,
    Sentences,
    Source,
    cut,
    damage,
    garble,
    in_marks,
    make_pair,
    subset,
    written,
)
from lineage_sources import own_events, own_sources  # noqa: E402

from dragoman.kit import Kit, load_kit  # noqa: E402
from dragoman.merge.vectors import make_comparable  # noqa: E402
from dragoman.merge.verification import FEATURES, Comparison, compare  # noqa: E402
from dragoman.models.lineage import FOLDER  # noqa: E402

SEED = 1
MADE = {"near-copy": 170, "excerpt": 150, "edition": 160, "rewrite": 220, "shared-quotes": 110, "none": 160}
TRANSLATED = {"translation": 20, "shared-quotes": 10, "none": 100}  # of each translated text; strangers in all
CHANGES = ("near-copy", "excerpt", "edition", "rewrite", "")  # from the least to the most; the empty one is a translation
STRANGERS = 6
Head = dict[str, str]
STRENGTH = 1.0  # of the penalty on weights
WRITTEN = 4  # how much more a pair of texts as written counts than one that was made: every one is another
# A topic in common is two things: other deeds of the same states and people, and the same sort of deed elsewhere. Each has
# weights of its own. Shares of the total weight; the others have 1 (swept on the written pairs of tests/gold/lineage).
ELSEWHERE = "same-topic elsewhere"
WEIGHT = {"same-topic": 0.6, ELSEWHERE: 0.8, "same-event": 2.0}
FEW_STATES = 0.1
# Between languages no sentence is the same word by word, and how close passages are depends on the translator.
VERBATIM = ("close_big", "close_small", "exact_big", "exact_small", "contained", "kept", "copied_big", "copied_small")
FEATURES_OF = {"same": FEATURES, "cross": tuple(name for name in FEATURES if name not in VERBATIM)}
Row = tuple[str, dict[str, float], float]  # relation, features, weight


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
    for a, b in combinations(sources, 2):
        if a.topic and a.topic == b.topic and first_word(a.name) != first_word(b.name):
            yield Pair(left=written(a.sentences), right=written(b.sentences), relation="same-topic", edit="topic",
                       languages=(a.language, b.language))  # fmt: skip


def first_word(name: str) -> str:
    """Return what the names of several versions of one report begin with."""
    return name.split("_", maxsplit=1)[0].replace("normandie", "normandy")


def written_pairs() -> Iterator[Pair]:
    """Yield all pairs of the texts about events as they were written; of strangers every sixth."""
    events = own_events()
    heads = {head["id"]: head for head, _ in events}
    for number, ((a, left), (b, right)) in enumerate(combinations(events, 2)):
        relation = relation_of(a, b, heads)
        if relation != "none" or number % STRANGERS == 0:
            yield Pair(left=left, right=right, relation=relation, edit="written",  # type: ignore[arg-type]
                       languages=(a["language"], b["language"]))  # fmt: skip


def translated_pairs(dice: random.Random) -> Iterator[Pair]:
    """Yield pairs made of a text and its translation, sentence by sentence: cut, mixed, damaged, or quoted in others."""
    sources = {source.name: source for source in own_sources()}
    heads = [head for head, _ in own_events() if head["of"]]
    couples = [(sources[head["of"]], sources[head["id"]]) for head in heads if head["how"] in ("", "translation")]
    for left, right in couples:
        others = [source for source in sources.values() if source.topic != left.topic]
        for _ in range(TRANSLATED["translation"]):
            yield _as_pair(_edited(left, others, dice), _edited(right, others, dice), "translation", (left, right))
        for _ in range(TRANSLATED["shared-quotes"]):
            yield _quoting(left, right, others, dice)
    english, french = ([s for s in sources.values() if s.language == language] for language in ("en", "fr"))
    for _ in range(TRANSLATED["none"]):
        left, right = dice.choice(english), dice.choice(french)
        if left.topic != right.topic:
            yield _as_pair(left.sentences, right.sentences, "none", (left, right))


def _as_pair(left: Sentences, right: Sentences, relation: str, sources: tuple[Source, Source]) -> Pair:
    languages = (sources[0].language, sources[1].language)
    return Pair(left=written(left), right=written(right), relation=relation, edit="translated", languages=languages)  # type: ignore[arg-type]


def _edited(source: Source, others: Sequence[Source], dice: random.Random) -> list[tuple[int, str]]:
    """Return most of a text, perhaps damaged, perhaps with some sentences of a stranger's after it."""
    kept = list(source.sentences)
    if dice.random() < 0.5:
        kept = subset(kept, dice.uniform(0.6, 0.9), dice)
    if dice.random() < 0.6:
        noise = dice.uniform(0.05, 0.4)
        kept = [(p, garble(damage(s, 0.3, dice), noise, dice)) for p, s in kept]
    if dice.random() < 0.3:
        strangers = [other for other in others if other.language == source.language]
        kept += dice.choice(strangers).sentences[: dice.randint(1, 5)]
    return kept


def _quoting(left: Source, right: Source, others: Sequence[Source], dice: random.Random) -> Pair:
    """Return two strangers that quote the same two or three sentences, each in its language."""
    start, count = dice.randrange(max(1, min(len(left.sentences), len(right.sentences)) - 3)), dice.randint(2, 3)
    pages = []
    for source in (left, right):
        host = dice.choice([o for o in others if o.language == source.language and len(o.sentences) > 6])
        quotes = in_marks(source.sentences[start : start + count], source.language, SPEAKERS[source.language], dice)
        place = dice.randrange(1, len(host.sentences))
        pages.append([*host.sentences[:place], *quotes, *host.sentences[place:]])
    return _as_pair(pages[0], pages[1], "shared-quotes", (left, right))


def relation_of(a: Head, b: Head, heads: Mapping[str, Head]) -> str:
    """Return how two of the texts about events relate."""
    if _root(a, heads) == _root(b, heads):
        if a["language"] != b["language"]:
            return "translation"
        return max((head["how"] for head in (a, b) if head["of"] and head["how"] in CHANGES), key=CHANGES.index)
    if a["event"] == b["event"]:
        return "shared-quotes" if a["how"] == b["how"] == "shared-quotes" else "same-event"
    return "same-topic" if a["topic"] == b["topic"] else "none"


def _root(head: Head, heads: Mapping[str, Head]) -> str:
    """Return the text that a text goes back to."""
    while head["of"]:
        head = heads[head["of"]]
    return head["id"]


def compared(pairs: Sequence[Pair], kit: Kit) -> Iterator[tuple[Pair, Comparison]]:
    """Yield every pair with its comparison."""
    for number, pair in enumerate(pairs):
        left, right = (
            make_comparable(as_document(f"{number}{side}", text, language, kit), kit)
            for side, text, language in (("a", pair.left, pair.languages[0]), ("b", pair.right, pair.languages[1]))
        )
        if len(left) and len(right):
            yield pair, compare(left, right, kit)


def kind_of(relation: str, features: Mapping[str, float]) -> str:
    """Return the kind of a pair: its relation, or one of the two ways of having a topic in common."""
    return ELSEWHERE if relation == "same-topic" and features["known"] < FEW_STATES else relation


def fit(rows: Sequence[Row], names: Sequence[str], path: Path | None) -> LogisticRegression:
    """Fit the relations of one case, every kind with its share of the weight; write the weights where a path is given."""
    values = np.array([[features[name] for name in names] for _, features, _ in rows])
    kinds = [kind_of(relation, features) for relation, features, _ in rows]
    totals: dict[str, float] = Counter()
    for kind, (_, _, weight) in zip(kinds, rows, strict=True):
        totals[kind] += weight
    weights = np.array([
        weight / totals[kind] * WEIGHT.get(kind, 1.0) for kind, (_, _, weight) in zip(kinds, rows, strict=True)
    ])  # fmt: skip
    model = LogisticRegression(C=1 / STRENGTH, max_iter=5000)
    model.fit(values, kinds, sample_weight=weights * len(rows) / weights.sum())
    if path is not None:
        with path.open("w", encoding="utf-8", newline="") as handle:
            writer = csv.writer(handle, lineterminator="\n")
            writer.writerow(["relation", *names, "bias"])
            for kind, weighed, bias in zip(model.classes_, model.coef_, model.intercept_, strict=True):
                writer.writerow([kind.split()[0], *(f"{value:.3f}" for value in (*weighed, bias))])
    return model


def score(rows: Sequence[Row], name: str) -> None:
    """Print the accuracy on every third pair of a model fitted to the others."""
    held, rest = rows[::3], [row for number, row in enumerate(rows) if number % 3]
    model = fit(rest, FEATURES_OF[name], None)
    kinds = model.predict(np.array([[features[f] for f in FEATURES_OF[name]] for _, features, _ in held]))
    pairs = [(kind.split()[0], relation) for kind, (relation, _, _) in zip(kinds, held, strict=True)]
    print(f"{name}: {sum(a == b for a, b in pairs) / len(held):.3f} of {len(held)} held out")
    print("  ", ", ".join(f"{b} as {a}: {n}" for (a, b), n in Counter(p for p in pairs if p[0] != p[1]).most_common(8)))
    for label in sorted({relation for _, relation in pairs}):
        of_label = [a for a, b in pairs if b == label]
        print(f"  {label:14} {sum(a == label for a in of_label) / len(of_label):.3f} of {len(of_label)}")


def main() -> None:
    """Make the pairs, print the scores, write the tables."""
    kit, dice = load_kit(), random.Random(SEED)
    pairs = [*made_pairs(dice), *written_pairs(), *translated_pairs(dice)]
    dice.shuffle(pairs)
    cases: dict[str, list[Row]] = {"same": [], "cross": []}
    for pair, comparison in compared(pairs, kit):
        case = "same" if pair.languages[0] == pair.languages[1] else "cross"
        cases[case].append((pair.relation, comparison.features, WRITTEN if pair.edit == "written" else 1.0))
    for case, rows in cases.items():
        score(rows, case)
        fit(rows, FEATURES_OF[case], FOLDER / f"{case}.csv")


if __name__ == "__main__":
    main()
