"""`dragoman read`, as a user or a script meets it."""

from __future__ import annotations

import io
import json
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from cli.conftest import command, run
from dragoman.cli.app import app
from dragoman.cli.read import show_progress
from dragoman.kit import Kit


def test_read_prints_one_json_object_and_nothing_else(home: Path) -> None:
    """With --json standard output holds one object; inputs add up; nothing is drawn where there is no terminal."""
    done = command("read", "in", "--project", "P", "--json")
    assert done.returncode == 0
    summary = json.loads(done.stdout)
    assert summary["accepted"] + summary["duplicate"] + summary["rejected"] == summary["inputs"] == 3
    assert done.stderr == ""


def test_damaged_input_gives_exit_status_3(home: Path) -> None:
    """An archive that is cut loses part of the input: the exit status says so."""
    (home / "cut.txt.gz").write_bytes(b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\x03\xcbH\xcd")
    done = command("read", "cut.txt.gz", "--project", "P2")
    assert done.returncode == 3
    assert "rejected: cut.txt.gz: damaged" in done.stdout


def test_paths_come_from_a_list_too(home: Path) -> None:
    """--files-from reads one path a line, or NULs between them, from a file or standard input; no list is wrong usage."""
    (home / "list.txt").write_text("in/visit.txt\r\nin/absent.txt\n\n", encoding="utf-8")
    done = command("read", "--files-from", "list.txt", "--project", "PL", "--json")
    assert {name: json.loads(done.stdout)[name] for name in ("inputs", "accepted", "rejected")} == {
        "inputs": 2, "accepted": 1, "rejected": 1,
    }  # fmt: skip
    line = f"printf 'in/visit.txt\\0in/void.txt\\0' | {sys.executable} -m dragoman read --files-from - --project PL --json"
    piped = subprocess.run(["bash", "-c", line], capture_output=True, text=True, check=False)
    assert (json.loads(piped.stdout)["duplicate"], json.loads(piped.stdout)["rejected"]) == (1, 1)
    missing = command("read", "--files-from", "no-list.txt", "--project", "PM")
    assert (missing.returncode, "one path a line" in missing.stderr) == (2, True)
    assert not (home / "PM").exists()


def test_a_run_that_is_stopped_says_how_to_go_on(home: Path, kit: Kit, monkeypatch: pytest.MonkeyPatch) -> None:
    """Ctrl-C: exit status 130 and one line; until the run is completed, `show` and `export` say that it is not."""

    def stop(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr("dragoman.pipeline.merge_stored", stop)
        stopped = CliRunner().invoke(app, ["read", "in/visit.txt", "--project", "PK"])
    assert (stopped.exit_code, "the same command goes on" in stopped.stderr) == (130, True)
    for arguments in (["show", "events"], ["export", "events"]):
        told = CliRunner().invoke(app, [*arguments, "--project", "PK"])
        assert (told.exit_code, "cut off" in told.stderr) == (0, True)
    assert run("read", "in/visit.txt", "--project", "PK", "--workers", "1")[0] == 0
    assert "cut off" not in CliRunner().invoke(app, ["show", "events", "--project", "PK"]).stderr


@pytest.mark.parametrize(("option", "value"), [("--language", "xx"), ("--language", "French"), ("--published", "soon")])
def test_what_is_declared_must_mean_something(home: Path, option: str, value: str) -> None:
    """A language or date that is none is refused as wrong usage, before anything is read."""
    done = command("read", "in", "--project", "R", option, value)
    assert (done.returncode, value in done.stderr, option in done.stderr) == (2, True, True)
    assert not (home / "R").exists()


def test_a_run_that_finds_nothing_says_so(home: Path) -> None:
    """An empty folder is answered with what to do."""
    (home / "void").mkdir()
    assert "found nothing to read" in run("read", "void", "--project", "Q")[1]


@pytest.mark.parametrize(
    ("paths", "told"),
    [
        (["wrong/path"], "wrong/path: there is no such file or folder; name files or folders that can be read"),
        (["wrong/path", "gone.txt"], "gone.txt: there is no such file or folder; wrong/path"),
        (["-"], "standard input is not read; put the text into a file"),
    ],
)
def test_paths_of_which_none_can_be_read_are_wrong_usage(home: Path, paths: list[str], told: str) -> None:
    """A mistyped path is named with what to do, exit status 2, and no project is made."""
    done = CliRunner().invoke(app, ["read", *sorted(paths), "--project", "W"])
    assert (done.exit_code, told in " ".join(done.stderr.replace("│", " ").split())) == (2, True), done.stderr
    assert not (home / "W").exists()


def test_a_path_that_cannot_be_read_does_not_stop_the_others(home: Path) -> None:
    """Beside a path that can be read it is a rejected input with its reason, in the summary and in the ledger."""
    status, printed = run("read", "in/visit.txt", "wrong/path", "--project", "V", "--workers", "1")
    assert (status, "1 accepted" in printed, "wrong/path: not_found" in printed) == (0, True, True)
    assert "wrong/path" in run("show", "ledger", "--project", "V", "--status", "rejected")[1]


class Terminal(io.StringIO):
    """A standard error that is a terminal."""

    def isatty(self) -> bool:
        """Say so."""
        return True


def test_a_terminal_is_told_what_goes_on(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Before the first file models are loaded, after the last texts are compared: both take long, and a full bar looks done."""
    screen = Terminal()
    monkeypatch.setattr(sys, "stderr", screen)
    monkeypatch.setenv("TERM", "xterm")
    with show_progress(["in"]) as advance:
        assert advance is not None
        assert "loading the models" in screen.getvalue()
        for _ in range(3):
            advance(1)
    assert "comparing the texts" in screen.getvalue()
