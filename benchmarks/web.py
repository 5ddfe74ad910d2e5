"""How fast the reading room answers on a large project, and whether fifty readers and a run disturb each other.

    .venv/bin/python benchmarks/web.py [--documents 10000] [--rounds 30] [--seconds 20]

The project is made by tests/web/made.py: documents of ordinary size with the records that a reading has, written straight
through the store. A server of its own answers over HTTP. Every page is asked for in turn, one request at a time, each time
for another record and with a word of its own, so that no kept answer helps; then fifty readers ask for pages at random while
a writer stores more documents, as a run does.
"""

from __future__ import annotations

import argparse
import random
import shutil
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx

sys.path.insert(0, str(Path(__file__).parents[1] / "tests" / "web"))

from made import Sketch, build_reading, sketches, write_project

from dragoman.records import LedgerRow
from dragoman.store.store import open_store
from dragoman.store.write import begin_run, save_input

READERS = 50

Ask = Callable[[int], str]


def main() -> None:
    """Make the project, measure, print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--documents", type=int, default=10_000)
    parser.add_argument("--rounds", type=int, default=30)
    parser.add_argument("--seconds", type=float, default=20)
    parser.add_argument("--keep", type=Path, help="make the project here, or use the one that is here")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        folder = given.keep or Path(temporary) / "project"
        if not folder.exists():
            started = time.perf_counter()
            write_project(folder, sketches(given.documents))
            print(f"{given.documents:,} documents written in {time.perf_counter() - started:.0f} s")
        with serving(folder) as address, httpx.Client(base_url=address, timeout=60) as client:
            pages = find_pages(client)
            measure(client, pages, given.rounds)
            working = folder.parent / "while-writing"
            shutil.copytree(folder, working, dirs_exist_ok=True)
        with serving(working) as address:
            disturb(address, working, pages, given.seconds)
        shutil.rmtree(working)


@contextmanager
def serving(folder: Path) -> Iterator[str]:
    """Run a server on a project and give its address."""
    command = [sys.executable, "-m", "dragoman", "serve", "--project", str(folder), "--port", "0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as running:
        assert running.stdout is not None
        try:
            yield running.stdout.readline().strip()
        finally:
            running.terminate()


def find_pages(client: httpx.Client) -> dict[str, Ask]:
    """Return how to ask for each kind of page; single records differ from one request to the next."""
    documents = [row["id"] for row in client.get("/documents.json?limit=200").json()["rows"]]
    events = [row["id"] for row in client.get("/events.json?limit=200").json()["rows"]]
    stories = [row["id"] for row in client.get("/stories.json?limit=200").json()["rows"]]
    actors = [row["id"] for row in client.get("/actors.json").json()["rows"]]
    record = [row["id"] for row in client.get(f"/documents/{documents[0]}.json").json()["reports"]]
    after = client.get("/events.json?limit=1000").json()["next"]

    def pick(stem: str, of: list[str], end: str = "") -> Ask:
        return lambda number: f"{stem}{of[number % len(of)]}{end}"

    return {
        "/": lambda _: "/",
        "/search?q=": pick("/search?q=", ["report", "vienna met", "rivers", "sanctioned turkey"]),
        "/documents": lambda _: "/documents",
        "/documents?q=": lambda _: "/documents?q=rivers&language=en",
        "/documents/<id>": pick("/documents/", documents),
        "/documents/<id>?record=": pick(f"/documents/{documents[0]}?record=", record),
        "/documents/<id>.json": pick("/documents/", documents, ".json"),
        "/events": lambda _: "/events",
        "/events, a later page": lambda _: f"/events?after={after}",
        "/events?state=&with=": pick("/events?state=FRA&with=", actors),
        "/events?actor=": pick("/events?actor=", actors),
        "/events.csv": lambda _: "/events.csv",
        "/events/<id>": pick("/events/", events),
        "/statements": lambda _: "/statements",
        "/statements?speaker=": pick("/statements?speaker=", actors),
        "/actors": lambda _: "/actors",
        "/actors/<id>": pick("/actors/", actors),
        "/stories": lambda _: "/stories",
        "/stories?size=several": lambda _: "/stories?size=several",
        "/stories/<id>": pick("/stories/", stories),
        "/dyads": lambda _: "/dyads",
        "/dyads/<a>/<b>": pick("/dyads/FRA/", [actor for actor in actors if actor != "FRA"]),
        "/map": lambda _: "/map",
        "/network": lambda _: "/network",
        "/ledger": lambda _: "/ledger",
        "/judgements": lambda _: "/judgements",
    }


def measure(client: httpx.Client, pages: dict[str, Ask], rounds: int) -> None:
    """Print the median and the 95th percentile of every page, one request at a time."""
    print(f"\n{'page':<28}{'median ms':>10}{'p95 ms':>8}{'KB':>7}")
    for name, ask in pages.items():
        times, size = [], 0
        for number in range(rounds + 2):
            started = time.perf_counter()
            address = ask(number)
            answer = client.get(f"{address}{'&' if '?' in address else '?'}round={number}")
            times.append(1000 * (time.perf_counter() - started))
            size = len(answer.content)
            if answer.status_code != 200:
                print(f"{name:<28}{answer.status_code:>10}")
                break
        else:
            late = sorted(times[2:])[int(0.95 * (rounds - 1))]  # the first two fill caches of the system
            print(f"{name:<28}{statistics.median(times[2:]):>10.0f}{late:>8.0f}{size / 1000:>7.0f}")


def disturb(address: str, folder: Path, pages: dict[str, Ask], seconds: float) -> None:
    """Let fifty readers ask at random while a writer stores documents; print what went wrong, and how long it took."""
    stop = threading.Event()
    times: list[float] = []
    wrong: list[str] = []

    def read(seed: int) -> None:
        chance = random.Random(seed)
        with httpx.Client(base_url=address, timeout=120) as client:
            while not stop.is_set():
                name = chance.choice(list(pages))
                started = time.perf_counter()
                try:
                    answer = client.get(pages[name](chance.randrange(1000)))
                    if answer.status_code not in (200, 404):
                        wrong.append(f"{name}: {answer.status_code}")
                except httpx.HTTPError as error:
                    wrong.append(f"{name}: {error!r}")
                times.append(1000 * (time.perf_counter() - started))

    readers = [threading.Thread(target=read, args=(seed,)) for seed in range(READERS)]
    for reader in readers:
        reader.start()
    written = write_more(folder, seconds)
    stop.set()
    for reader in readers:
        reader.join()
    print(f"\n{READERS} readers for {seconds:.0f} s while {written} documents were written: {len(times)} pages, "
          f"median {statistics.median(times):.0f} ms, {len(wrong)} errors")
    for fault in sorted(set(wrong))[:10]:
        print(f"  {fault}")


def write_more(folder: Path, seconds: float) -> int:
    """Store documents one by one, as a run does, for some time; return how many."""
    end = time.monotonic() + seconds
    with open_store(folder) as store:
        run = begin_run(store, "more", "made").number
        for count, sketch in enumerate(sketches(1_000_000, first=500_000)):
            if time.monotonic() > end:
                return count
            reading = build_reading(Sketch(**{**vars(sketch), "title": f"More: {sketch.title}"}))
            row = LedgerRow(path=f"more/{count}", member="", outcome="accepted", reason="", document=reading.document.id)
            save_input(store, run, row, reading=reading)
    return 0


if __name__ == "__main__":
    main()
