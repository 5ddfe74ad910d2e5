"""Short news texts of our own, made by rule, for benchmarks: the same seed gives the same texts."""

from __future__ import annotations

import json
import random
from pathlib import Path

STATES = (
    ("France", "French", "Paris"), ("Germany", "German", "Berlin"), ("Turkey", "Turkish", "Ankara"),
    ("Japan", "Japanese", "Tokyo"), ("India", "Indian", "New Delhi"), ("Brazil", "Brazilian", "Brasilia"),
    ("Poland", "Polish", "Warsaw"), ("Egypt", "Egyptian", "Cairo"), ("Canada", "Canadian", "Ottawa"),
)  # fmt: skip
SENTENCES = (
    "The foreign minister of {a} met his {adj} counterpart in {city} on {day} {month} {year}.",
    "{a} and {b} signed an agreement on the joint use of the border crossing.",
    "{a} accused {b} of breaking the terms of the ceasefire.",
    '"We will not accept any pressure from {b}," the {own} defence ministry said in a statement.',
    "The government of {a} promised to send medical aid to {b} before the end of the month.",
    "{b} rejected the proposal, and its ambassador left the meeting early.",
    "According to officials in {city}, the two sides will hold talks on trade next week.",
    "{a} imposed sanctions on three companies from {b} after the incident.",
    "The talks, which lasted four hours, dealt with energy, fishing rights and the exchange of prisoners.",
    "A spokesman for the {adj} presidency denied that troops had been moved closer to the frontier.",
    "If {a} withdraws from the treaty, {b} will reconsider its own obligations, the minister warned.",
    "Observers expect that relations between {a} and {b} will remain tense for months.",
)
MONTHS = ("January", "March", "April", "June", "September", "November")


def make_text(random_source: random.Random, words: int) -> str:
    """Return a headline and paragraphs of about so many words."""
    first, second = random_source.sample(STATES, 2)
    names = {"a": first[0], "own": first[1], "b": second[0], "adj": second[1], "city": second[2]}
    names |= {"day": str(random_source.randint(1, 28)), "month": random_source.choice(MONTHS)}
    names["year"] = str(random_source.randint(2019, 2023))
    paragraphs: list[str] = []
    count = 0
    while count < words:
        paragraph = " ".join(sentence.format(**names) for sentence in random_source.sample(SENTENCES, 3))
        paragraphs.append(paragraph)
        count += len(paragraph.split())
    return f"{names['a']} and {names['b']} in new dispute\n\n" + "\n\n".join(paragraphs) + "\n"


def write_inputs(folder: Path, documents: int, words: int, seed: int = 1) -> None:
    """Write inputs of several kinds: texts, copies of some, rows of a JSON-lines file, and two that are bad."""
    source = random.Random(seed)
    folder.mkdir(parents=True, exist_ok=True)
    texts = [make_text(source, words) for _ in range(documents)]
    rows = texts[: documents // 20]
    for number, text in enumerate(texts[documents // 20 :]):
        (folder / f"text-{number:04}.txt").write_text(text, encoding="utf-8")
        if number % 15 == 0:
            (folder / f"copy-{number:04}.txt").write_text(text, encoding="utf-8")
    lines = [json.dumps({"text": text, "outlet": "Example Courier"}) for text in rows]
    (folder / "rows.jsonl").write_text("\n".join([*lines, "{broken"]) + "\n", encoding="utf-8")
    (folder / "void.txt").write_text("", encoding="utf-8")
