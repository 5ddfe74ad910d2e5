"""What holds of every command: wrong usage, a failure, a closed pipe."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from cli.conftest import command, run


@pytest.mark.parametrize(
    "arguments",
    [
        ["read"],
        ["read", "in"],
        ["read", "in", "--project", "P3", "--published", "last week"],
        ["read", "in", "--project", "P3", "--workers", "-1"],
        ["export", "nonsense", "--project", "P"],
        ["export", "events", "--project", "P", "--format", "xml"],
        ["show", "document", "--project", "P"],
        ["show", "events", "x", "--project", "P"],
        ["show", "statements", "--state", "FRA", "--project", "P"],
        ["show", "ledger", "--actor", "FRA", "--project", "P"],
        ["eval", "nonsense", "in"],
        ["eval", "events", "missing.jsonl"],
        ["nonsense"],
    ],
)
def test_wrong_usage_gives_exit_status_2(home: Path, arguments: list[str]) -> None:
    """What cannot be meant is refused before anything is done."""
    assert run(*arguments)[0] == 2
    assert not (home / "P3").exists()


def test_a_missing_project_gives_exit_status_1_and_advice(home: Path) -> None:
    """A failure is one line on standard error that says what to do."""
    done = command("export", "events", "--project", "nowhere")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith("dragoman: nowhere is no project")
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("arguments", ["export mentions --project P", "show mentions --project P", "knowledge show FRA"])
def test_a_closed_pipe_is_no_failure(home: Path, arguments: str) -> None:
    """`dragoman export ... | head` ends quietly, and so do the others."""
    line = f"{sys.executable} -m dragoman {arguments} | head -c 10 >/dev/null; exit ${{PIPESTATUS[0]}}"
    done = subprocess.run(["bash", "-c", line], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
