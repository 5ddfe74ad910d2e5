"""`dragoman serve` as a program."""

from __future__ import annotations

import subprocess
import sys
import urllib.request
from pathlib import Path


def serve(*arguments: str) -> subprocess.Popen[str]:
    """Start the program."""
    command = [sys.executable, "-m", "dragoman", "serve", *arguments]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def test_the_first_line_is_the_address_and_it_answers(folder: Path) -> None:
    """Port 0 takes a free port; the address on the first line can be opened at once."""
    running = serve("--project", str(folder), "--port", "0")
    try:
        assert running.stdout is not None
        address = running.stdout.readline().strip()
        assert address.startswith("http://127.0.0.1:")
        with urllib.request.urlopen(address, timeout=10) as answer:
            assert b"Holdings" in answer.read()
    finally:
        running.terminate()
        running.communicate(timeout=10)


def test_a_folder_without_a_project_is_told_before_anything_listens(tmp_path: Path) -> None:
    """Exit status 1 and a message, no address."""
    done = serve("--project", str(tmp_path))
    out, err = done.communicate(timeout=60)
    assert (done.returncode, out) == (1, "")
    assert "dragoman:" in err
    assert "Traceback" not in err


def test_a_port_that_is_taken_is_told(folder: Path) -> None:
    """Two servers cannot have one port; the message says what to do."""
    import socket

    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        done = serve("--project", str(folder), "--port", str(taken.getsockname()[1]))
        _, err = done.communicate(timeout=60)
    assert done.returncode == 1
    assert "choose another --port" in err
