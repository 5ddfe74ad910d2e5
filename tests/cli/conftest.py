"""A project to run commands on, and how to run them."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from typer.testing import CliRunner

import dragoman
from dragoman.cli.app import app
from dragoman.kit import Kit

TEXT = (
    "France and Germany sign accord\n\nThe French foreign minister met his German counterpart in Berlin on 5 October 2021. "
    '"We will not accept any pressure," the German minister said.\n'
)


@pytest.fixture(scope="module")
def home(kit: Kit, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Return a folder with a project `P` of one text, one hostile text and one empty file; it is the current folder."""
    home = tmp_path_factory.mktemp("cli")
    (home / "in").mkdir()
    (home / "in" / "visit.txt").write_text(TEXT, encoding="utf-8")
    hostile = '=HYPERLINK("x")\n\nFrance met \x1b[31mGermany\x1b[0m \u202ein Paris. [bold]Not[/bold] "}{ markup.\n'
    (home / "in" / "hostile.txt").write_text(hostile, encoding="utf-8")
    (home / "in" / "void.txt").write_text("", encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch, dragoman.open_project(home / "P", kit) as project:
        patch.chdir(home)
        project.read(["in"], workers=1, language="en")
        yield home


def run(*arguments: str) -> tuple[int, str]:
    """Run a command in this process; return its exit status and standard output."""
    result = CliRunner().invoke(app, list(arguments))
    return result.exit_code, result.stdout


def command(*arguments: str) -> subprocess.CompletedProcess[str]:
    """Run a command in a process of its own."""
    return subprocess.run([sys.executable, "-m", "dragoman", *arguments], capture_output=True, text=True, check=False)
