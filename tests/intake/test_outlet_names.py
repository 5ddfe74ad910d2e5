"""Names of outlets: which spellings are one, and what is no name of any."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from dragoman.intake.files import Overrides, read_inputs
from dragoman.intake.outlet_names import fold_outlet, is_file_name
from dragoman.settings import Settings


@pytest.mark.parametrize(
    ("left", "right", "one"),
    [
        ("MERIDIAN POST", "Meridian  Post", True),
        ("LE TELEGRAMME", "Le Télégramme", True),
        ("www.tide.example", "tide.example", True),
        ("https://www.tide.example/world?page=2", "tide.example", True),
        ("//tide.example", "TIDE.example", True),
        ("Meridian Post", "Meridian Times", False),
        ("www.tide.example", "tide.test", False),
    ],
)
def test_spellings_of_one_outlet_fold_alike(left: str, right: str, *, one: bool) -> None:
    """Capitals, blanks, accents, "www." and what follows a host make no other outlet; another word does."""
    assert (fold_outlet(left) == fold_outlet(right)) is one


@pytest.mark.parametrize(
    ("name", "file"),
    [("export_2021.csv", True), ("A.HTML", True), ("story.txt ", True), ("tide.example", False),
     ("Meridian Post", False), ("https://tide.example/a.html", False)],
)  # fmt: skip
def test_a_file_name_is_told_from_an_outlet(name: str, *, file: bool) -> None:
    """By the ending; an address is an outlet's, whatever page it names."""
    assert is_file_name(name) is file


def test_a_declared_file_name_gives_way_to_the_caller_and_is_told(tmp_path: Path) -> None:
    """The outlet of --outlet is taken in its place; where there is none, an issue says so. A declared outlet stays."""
    rows = [{"text": "France met Germany.", "source": "dump_7.json"}, {"text": "Italy met Spain.", "source": "Tide"}]
    (tmp_path / "a.jsonl").write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    given = [found.document for found in read_inputs([tmp_path], Settings(), Overrides(outlet="Meridian Post"))]
    assert [document.declared_outlet for document in given if document] == ["Meridian Post", "Tide"]
    alone = list(read_inputs([tmp_path], Settings()))
    assert [[issue.kind for issue in found.issues] for found in alone] == [["outlet"], []]
