"""Throughput of the whole line on 600-word English documents: by stage, on one process and on two, with peak memory.

    python benchmarks/throughput.py --documents 40

Documents are put together from paragraphs of the English sample articles. All figures are warm: models are loaded and
lexicons compiled before the clock starts.
"""

from __future__ import annotations

import argparse
import os

os.environ.setdefault("OMP_NUM_THREADS", "1")  # as in a worker; before any library of linear algebra is loaded

import random
import resource
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import dragoman
from dragoman import pipeline
from dragoman.engines.local import LocalPool
from dragoman.kit import Kit
from dragoman.languages.detect import detect_language
from dragoman.records import Document

SAMPLES = Path(dragoman.__file__).parent / "samples" / "documents"
STAGES = (
    "find_blocks", "find_metadata", "split_sentences", "find_mentions", "link_mentions", "find_dates", "find_quotes",
    "find_events", "build_statements", "find_positions",
)  # fmt: skip


def make_documents(count: int, words: int, seed: int = 1) -> list[Document]:
    """Return documents of about so many words, each of other paragraphs."""
    texts = [path.read_text(encoding="utf-8") for path in sorted(SAMPLES.glob("*.txt"))]
    paragraphs = [p.strip() for text in texts if detect_language(text) == "en" for p in text.split("\n\n")]
    paragraphs = [p for p in paragraphs if len(p.split()) >= 25]
    source = random.Random(seed)
    return [_document(source, paragraphs, words, number) for number in range(count)]


def _document(source: random.Random, paragraphs: list[str], words: int, number: int) -> Document:
    chosen: list[str] = []
    while sum(len(p.split()) for p in chosen) < words:
        chosen.append(source.choice(paragraphs))
    text = f"Report {number} from the capitals\n\n" + "\n\n".join(chosen)
    return Document(
        id=f"{number:064x}", text=text, path=f"{number:04}.txt", language="en", declared_published="2022-03-04"
    )


@contextmanager
def timed_stages(spent: dict[str, float]) -> Iterator[None]:
    """Add up the processor seconds spent in each stage: they hardly depend on what else the machine does."""
    whole = {name: getattr(pipeline, name) for name in STAGES}
    for name, stage in whole.items():
        setattr(pipeline, name, _timed(stage, name, spent))
    try:
        yield
    finally:
        for name, stage in whole.items():
            setattr(pipeline, name, stage)


def _timed(stage: Callable[..., Any], name: str, spent: dict[str, float]) -> Callable[..., Any]:
    def timed(*arguments: Any) -> Any:
        begun = time.process_time()
        try:
            return stage(*arguments)
        finally:
            spent[name] += time.process_time() - begun

    return timed


def report_stages(documents: list[Document], kit: Kit) -> float:
    """Read all documents in this process; print processor milliseconds by stage; return documents a second."""
    spent: dict[str, float] = defaultdict(float)
    for document in documents[:3]:
        pipeline.read_document(document, kit)
    with timed_stages(spent):
        begun, used = time.perf_counter(), time.process_time()
        for document in documents:
            pipeline.read_document(document, kit)
        whole, used = time.perf_counter() - begun, time.process_time() - used
    for name in STAGES:
        print(f"  {name:<18}{1000 * spent[name] / len(documents):8.1f} processor ms a document")
    print(f"  {'all':<18}{1000 * used / len(documents):8.1f} processor ms a document")
    return len(documents) / whole


def parallel_rate(documents: list[Document], kit: Kit) -> tuple[float, float]:
    """Return documents a second on two warm worker processes, and the peak memory of the larger one in megabytes."""
    with closing(LocalPool(kit.settings, 2)) as pool:
        list(pool.map(pipeline.read_document, documents[:6]))
        begun = time.perf_counter()
        list(pool.map(pipeline.read_document, documents))
        rate = len(documents) / (time.perf_counter() - begun)
        return rate, max(_peak(worker.process) for worker in pool._workers)


def _peak(process: subprocess.Popen[bytes]) -> float:
    lines = Path(f"/proc/{process.pid}/status").read_text(encoding="ascii").splitlines()
    return next(int(line.split()[1]) / 1024 for line in lines if line.startswith("VmHWM"))


def whole_run(documents: list[Document]) -> float:
    """Return documents a second of a read of files into a new project with two workers, start and merge included."""
    with tempfile.TemporaryDirectory() as folder:
        for document in documents:
            (Path(folder) / document.path).write_text(document.text, encoding="utf-8")
        begun = time.perf_counter()
        with dragoman.open_project(Path(folder) / "project") as project:
            project.read([folder], workers=2)
        return len(documents) / (time.perf_counter() - begun)


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--documents", type=int, default=40)
    parser.add_argument("--words", type=int, default=600)
    arguments = parser.parse_args()
    kit = dragoman.load_kit()
    documents = make_documents(arguments.documents, arguments.words)
    mean = sum(len(document.text.split()) for document in documents) / len(documents)
    print(f"{len(documents)} English documents of {mean:.0f} words; load of the machine {os.getloadavg()[0]:.1f}")
    print(f"one process: {report_stages(documents, kit):.1f} documents a second")
    rate, peak = parallel_rate(documents, kit)
    print(f"two processes, warm: {rate:.1f} documents a second; peak memory of one worker {peak:.0f} MB")
    print(f"dragoman read, two workers, start and merge included: {whole_run(documents):.1f} documents a second")
    print(f"peak memory of this process: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")
    return 0


if __name__ == "__main__":
    sys.exit(main())
