"""Kill test: SIGKILL at a random moment of a read; then `check`, then a read that completes it; then compare all exports.

    python benchmarks/kill.py --kills 50 --documents 200 --seed 1

Prints one line a round with a fault, and one line at the end. Exit status 1 where a round left a fault or a difference.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from prose import write_inputs
from sqlalchemy import select

import dragoman
from dragoman.errors import StoreError
from dragoman.store import schema
from dragoman.store.queries import TABLES
from dragoman.store.store import open_store


def command(inputs: Path, project: Path) -> list[str]:
    """Return the read that is to be killed."""
    return [sys.executable, "-m", "dragoman", "read", inputs.name, "--project", str(project), "--workers", "2", "--json"]


def read(inputs: Path, project: Path) -> float:
    """Read undisturbed; return the seconds it took."""
    begun = time.monotonic()
    subprocess.run(command(inputs, project), cwd=inputs.parent, check=True, stdout=subprocess.DEVNULL)
    return time.monotonic() - begun


def read_killed(inputs: Path, project: Path, seconds: float) -> bool:
    """Read, and kill the whole process group after so many seconds; tell whether it was still running."""
    process = subprocess.Popen(
        command(inputs, project), cwd=inputs.parent, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        start_new_session=True,
    )  # fmt: skip
    try:
        process.wait(seconds)
        return False
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        return True


def fingerprint(project: Path) -> dict[str, str]:
    """Return a digest of the export of every table."""
    with dragoman.open_project(project) as opened:
        return {name: hashlib.sha256(repr(opened.rows(name)).encode()).hexdigest() for name in TABLES}


def progress_of(project: Path) -> int:
    """Return how many inputs a killed run had settled."""
    with open_store(project) as store, store.reading() as connection:
        return len(connection.execute(select(schema.ledger.c.path)).all())


def run_is_whole(project: Path) -> bool:
    """Tell whether the killed run had written everything, its end too: the next read is then a second run."""
    if not (project / "dragoman.sqlite").exists():
        return False
    try:
        with open_store(project) as store, store.reading() as connection:
            return bool(connection.execute(select(schema.runs.c.number).where(schema.runs.c.state == "finished")).all())
    except StoreError:
        return False


def faults_of(project: Path) -> list[str]:
    """Return what `check` finds; a project that was never begun has no fault."""
    try:
        with dragoman.open_project(project) as opened:
            return [f"{fault.table} {fault.record}: {fault.message}" for fault in opened.check().faults]
    except StoreError as error:
        return [] if "is no project" in str(error) else [str(error)]


def one_round(inputs: Path, project: Path, seconds: float, wanted: dict[str, str]) -> tuple[int, list[str]]:
    """Kill one read, check, complete, compare. Return how many inputs it had settled, and what is wrong."""
    shutil.rmtree(project, ignore_errors=True)
    # It was faster than the undisturbed one, or was hit on its way out with all its work done: hit it earlier.
    while not read_killed(inputs, project, seconds) or run_is_whole(project):
        shutil.rmtree(project)
        seconds *= 0.7
    faults = [f"after the kill: {fault}" for fault in faults_of(project)]
    settled = progress_of(project) if (project / "dragoman.sqlite").exists() and not faults else 0
    read(inputs, project)
    faults += [f"after completing: {fault}" for fault in faults_of(project)]
    got = fingerprint(project)
    faults += [f"export of {name} differs" for name in TABLES if got[name] != wanted[name]]
    return settled, faults


def main() -> int:
    """Run the test."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--kills", type=int, default=50)
    parser.add_argument("--documents", type=int, default=200)
    parser.add_argument("--words", type=int, default=60)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    moments = random.Random(arguments.seed)
    with tempfile.TemporaryDirectory() as folder:
        inputs, project = Path(folder) / "inputs", Path(folder) / "project"
        write_inputs(inputs, arguments.documents, arguments.words)
        whole = read(inputs, project)
        wanted = fingerprint(project)
        faults = partly = 0
        for number in range(1, arguments.kills + 1):
            seconds = moments.uniform(0.3, whole)
            settled, found = one_round(inputs, project, seconds, wanted)
            partly += settled > 0
            faults += len(found)
            for fault in found:
                print(f"round {number}, killed after {seconds:.2f} s: {fault}")
    print(
        f"{arguments.kills} kills of a read of {arguments.documents} documents (undisturbed: {whole:.1f} s), {partly} of them "
        f"with something stored; {faults} faults or differing exports"
    )
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
