"""Texts to make pairs of documents from: those of this project (for training) and the development data (for scores)."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

from lineage_pairs import Source, make_source

from dragoman.languages.detect import detect_language

ROOT = Path(__file__).parents[1]


def read_events(path: Path) -> Iterator[tuple[dict[str, str], str]]:
    """Yield the texts of a file of events: `=== id | event | topic | language | id of the text it was made of | how`.

    `how` is empty for a translation too, and shared-quotes for a report of its own that quotes the statement of its event.
    """
    for part in path.read_text(encoding="utf-8").split("=== ")[1:]:
        header, _, text = part.partition("\n")
        cells = [cell.strip() for cell in header.split("|")]
        head = dict(zip(("id", "event", "topic", "language", "of", "how"), [*cells, ""][:6], strict=True))
        yield head, text.strip()


def own_events() -> list[tuple[dict[str, str], str]]:
    """Return the texts about events that were written for training, with their heads."""
    folder = ROOT / "training" / "lineage" / "texts"
    return [event for path in sorted(folder.glob("*.txt")) for event in read_events(path)]


def own_sources() -> list[Source]:
    """Return the texts that were written for this project, without those that its scores of lineage are taken on."""
    found = [make_source(head["id"], text, head["language"], head["topic"]) for head, text in own_events()]
    folders = (
        "src/dragoman/samples/documents", "tests/gold/documents", "tests/gold/dev_events", "tests/gold/dev_events2",
        "tests/gold/dev_french/documents", "tests/gold/dev_statements/documents", "tests/gold/dev_statements2/documents",
    )  # fmt: skip
    for folder in folders:
        for path in sorted((ROOT / folder).glob("*.txt")):
            text = path.read_text(encoding="utf-8")
            french = len(re.findall(r"\b(?:le|la|les|des|une|est)\b", text)) > len(re.findall(r"\b(?:the|of|and|is)\b", text))
            found.append(make_source(path.stem, text, "fr" if french else "en", _family(path.stem)))
    return [source for source in found if len(source.sentences) >= 5]


# What our annotated texts are about, by the beginnings of their names.
_TOPICS = {
    "Ukraine": "normandy normandie grain grainban mer",
    "Korea": "coree pyongyang sentosa",
    "AUKUS": "aukus opinion",
    "Sahel": "mali niger sahel benin tchad",
    "Karabakh": "karabakh nagorno caucase",
    "Latin America": "caracas oas andes lima cuba essequibo",
    "Gulf": "golfe hariri accords doha hormuz gulf iran aspides",
    "China seas": "nine islands senkaku manila shoal",
    "China and America": "spyballoon tariffs anchorage honiara",
    "Balkans": "pristina prespa dayton balkans banjska",
    "Horn of Africa": "asmara dam corne",
    "Maghreb": "alger rabat maghreb",
    "Russia and the West": "skripal georgie belarus baltique sweden",
}


def _family(name: str) -> str:
    """Return the topic of one of our texts, its own name where it is alone."""
    first = name.split("_", maxsplit=1)[0]
    return next((topic for topic, names in _TOPICS.items() if first in names.split()), first)


def shared_sources(folder: Path, split: str = "train") -> list[Source]:
    """Return the texts of the development data; `topic` stays empty, it is measured (see lineage_topics)."""
    found = []
    for line in (folder / "statements" / f"polnear_{split}.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        date = re.search(r"\d{4}-\d\d-\d\d", row["id"])
        found.append(make_source(row["id"], row["text"], "en", date=date[0] if date else ""))
    for path in sorted((folder / "documents").glob("*.jsonl")):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines()):
            found.append(make_source(f"{path.stem}_{number}", json.loads(line)["text"], "en"))
    for line in (folder / "pages" / "gold.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        found.append(make_source(row["file"], "\n".join(row["body"]), _language(row), date=row["published"][:10]))
    return [source for source in found if len(source.sentences) >= 6]


def _language(row: dict[str, str]) -> str:
    return detect_language(" ".join(row["body"])[:2000])


__all__ = ["own_events", "own_sources", "read_events", "shared_sources"]
