"""The documentation names everything that a user can meet."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import duckdb
import pytest
from pyarrow.parquet import write_table
from typer.main import get_command

from dragoman.cli.app import app
from dragoman.export import COLUMNS, column_names
from dragoman.intake.fields import NAMES
from dragoman.kit import Kit
from dragoman.knowledge.load import ROW_TYPES as KNOWLEDGE_TABLES
from dragoman.languages.load import ROW_TYPES as LANGUAGE_TABLES
from dragoman.project import Project
from dragoman.settings import Settings

ROOT = Path(__file__).parents[1]


def read(name: str) -> str:
    """Return a page of the documentation."""
    return (ROOT / "docs" / name).read_text(encoding="utf-8")


@pytest.mark.parametrize("table", sorted(COLUMNS))
def test_every_field_of_every_table_is_explained(table: str) -> None:
    """docs/records.md has a section for the table and a row that names each field."""
    section = read("records.md").split(f"\n## {table}\n")[1].split("\n## ")[0]
    named = {name.strip() for line in section.splitlines() if line.startswith("| ") for name in line.split("|")[1].split(",")}
    assert set(column_names(table)) <= named


def test_every_command_and_option_is_explained() -> None:
    """docs/getting-started.md names each command and each of its options."""
    page = read("getting-started.md")
    for name, command in get_command(app).commands.items():  # type: ignore[attr-defined]
        assert f"dragoman {name}" in page
        for option in (flag for parameter in command.params for flag in parameter.opts if flag.startswith("--")):
            assert option == "--help" or option in page, f"{name} {option}"


def test_every_command_of_a_group_and_its_options_are_explained() -> None:
    """One page or another names each command of system, judge and knowledge, and each of its options."""
    pages = "\n".join(read(name) for name in ("getting-started.md", "system.md", "knowledge.md"))
    groups = {name: group.commands for name, group in get_command(app).commands.items() if hasattr(group, "commands")}  # type: ignore[attr-defined]
    assert set(groups) == {"system", "judge", "knowledge"}
    for group, commands in groups.items():
        for name, command in commands.items():
            assert f"{group} {name}" in pages
            for option in (flag for parameter in command.params for flag in parameter.opts if flag.startswith("--")):
                assert option == "--help" or option in pages, f"{group} {name} {option}"


@pytest.mark.parametrize("name", Settings.__struct_fields__)
def test_every_setting_is_explained(name: str) -> None:
    """docs/getting-started.md names each setting."""
    assert f"`{name}`" in read("getting-started.md")


def test_every_table_of_facts_and_words_is_explained() -> None:
    """docs/knowledge.md and docs/languages.md name each table."""
    assert all(f"| {name}.csv |" in read("knowledge.md") for name in KNOWLEDGE_TABLES)
    assert all(f"| {name}.csv |" in read("languages.md") for name in LANGUAGE_TABLES)


def test_every_name_of_a_field_of_rows_is_told() -> None:
    """docs/getting-started.md lists the names by which fields of rows are known, in the order in which they count."""
    page = read("getting-started.md")
    assert all(", ".join(names) in page for names in NAMES.values())


def test_links_between_pages_lead_somewhere() -> None:
    """No page points to a file that is not there."""
    for page in [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]:
        for target in re.findall(r"\]\(([^)#:]+)\)", page.read_text(encoding="utf-8")):
            assert (page.parent / target).exists(), f"{page.name}: {target}"


def test_notebook_examples_run_as_they_stand(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kit: Kit) -> None:
    """Python and SQL of docs/notebooks.md work on a project and find its words."""
    monkeypatch.chdir(tmp_path)
    text = "PARIS, 3 May 2021 - France condemned Russia on Monday. Italy praised Spain."
    (tmp_path / "one.txt").write_text(text, encoding="utf-8")
    with Project(tmp_path / "atlas", kit) as project:
        project.read([tmp_path / "one.txt"], workers=1)
    names: dict[str, Any] = {}

    for block in re.findall(r"```python\n(.*?)```", read("notebooks.md"), flags=re.S):
        exec(block, names)
    for table in ("events", "reports"):
        write_table(names["dragoman"].open_project("atlas").table(table), tmp_path / f"{table}.parquet")
    found = duckdb.sql(re.findall(r"```sql\n(.*?)```", read("notebooks.md"), flags=re.S)[0]).fetchall()

    assert names["words"]["quote"].to_list() == ["condemned", "praised"]
    assert names["words"]["after"].to_list()[0].startswith(" Russia")
    assert set(names["hostile"]["source"]) == {"FRA"}
    assert [row[3] for row in found] == ["condemned"]
