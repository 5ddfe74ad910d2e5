"""The furniture tables: every row can be used, and none can be made slow."""

from __future__ import annotations

import re
import time
from typing import get_args

import pytest

from dragoman.intake.furniture import compile_furniture
from dragoman.kit import Kit
from dragoman.languages.rows import FurnitureRow
from dragoman.records import BlockKind


def test_rows_use_known_words(kit: Kit) -> None:
    """Every row names a block kind, a way to match, a place and a scope that exist, and compiles."""
    for code, language in kit.languages.items():
        for row in language.rows("furniture", FurnitureRow):
            assert row.kind in get_args(BlockKind), (code, row.pattern)
            assert row.match in ("line", "start", "end", "search")
            assert row.where in ("", "head", "tail")
            assert row.scope in ("line", "list", "rest")
            re.compile(row.pattern)


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Read more: Talks resume in Oslo", "furniture"), ("ADVERTISEMENT", "furniture"), ("#oslo #fish", "furniture"),
        ("Source: fishnews", "provenance"), ("By Anna Lind", "byline"), ("© Per Holm / Nordwire", "credit"),
        ("À lire aussi : la suite", "furniture"), ("Crédit photo : Jean Petit", "credit"), ("Share this article", "furniture"),
    ],
)  # fmt: skip
def test_usual_lines_are_known(kit: Kit, line: str, kind: str) -> None:
    """Lines that stand on pages everywhere are told by their wording."""
    row = kit.compiled(compile_furniture).match(line, head=False, tail=False)
    assert row is not None
    assert row.kind == kind


@pytest.mark.parametrize(
    "line",
    [
        "The source of the leak is unknown.", "By Friday the ministers had left.", "Two ministers said they would not sign.",
        "Photographers waited outside.", "Read the treaty, he told them, and then decide.",
        "Support for the accord is growing in both capitals.", "Comments by the minister drew protests in Oslo.",
        "Les sources de financement restent inconnues.", "Par ailleurs, les ministres ont quitté Oslo.",
    ],
)  # fmt: skip
def test_sentences_that_begin_alike_are_text(kit: Kit, line: str) -> None:
    """A sentence of the article that begins like furniture is not taken for it."""
    assert kit.compiled(compile_furniture).match(line, head=False, tail=False) is None


@pytest.mark.parametrize("unit", ["a", "A a ", "by A ", "1", "(", "share ", "©", "photo: ", "views and opinions, "])
def test_no_line_is_slow(kit: Kit, unit: str) -> None:
    """The longest line that is looked at takes a few milliseconds at most, whatever stands in it."""
    furniture = kit.compiled(compile_furniture)
    line = (unit * 700)[:700]
    started = time.process_time()
    furniture.match(line, head=True, tail=True)
    assert time.process_time() - started < 1
