"""Reads the labelled sentences: one example a line, `TYPE|mode|status|sentence` with [[source]] and {{target}}."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

FOLDER = Path(__file__).parent / "sentences"
TYPES = (
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE", "REJECT", "THREATEN",
    "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT", "NONE",
)  # fmt: skip
STATUSES = ("happened", "ongoing", "planned", "hypothetical", "alleged", "denied", "negated")
_SOURCE, _TARGET = re.compile(r"\[\[(.+?)\]\]"), re.compile(r"\{\{(.+?)\}\}")


@dataclass(frozen=True)
class Example:
    """One sentence with a marked pair and its labels."""

    type: str
    mode: str
    status: str
    marked: str
    file: str = ""

    @property
    def model_text(self) -> str:
        """The sentence as the model sees it: the source in [ ], the target in { }."""
        return _TARGET.sub(r"{ \1 }", _SOURCE.sub(r"[ \1 ]", self.marked))


def read_examples(folder: Path = FOLDER) -> list[Example]:
    """Return all examples in the order of files and lines; raise ValueError with file and line where one is wrong."""
    examples = []
    for path in sorted(folder.glob("*.txt")):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
            fields = line.split("|", 3)
            wrong = _fault(fields)
            if wrong:
                raise ValueError(f"{path.name}:{number}: {wrong}")
            examples.append(Example(*(field.strip() for field in fields), file=path.name))
    return examples


def _fault(fields: list[str]) -> str:
    if len(fields) != 4:
        return "not four fields"
    if fields[0] not in TYPES or fields[2] not in STATUSES:
        return f"unknown label {fields[0]} or {fields[2]}"
    if len(_SOURCE.findall(fields[3])) != 1 or len(_TARGET.findall(fields[3])) != 1:
        return "not exactly one [[source]] and one {{target}}"
    return ""


if __name__ == "__main__":
    found = read_examples()
    print(len(found), "examples,", len({e.marked for e in found}), "different")
    print(dict(Counter(e.type for e in found).most_common()))
    print(dict(Counter(e.status for e in found).most_common()))
