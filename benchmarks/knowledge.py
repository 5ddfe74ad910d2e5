"""How long the tables of facts and words take to load and compile, and how fast names are looked up and texts scanned.

    python benchmarks/knowledge.py --repeat 7

Load times are of fresh processes: "first" is the first of them, "warm" the median of the others (files in the cache of the
machine, modules compiled). "Compiled" is all that reading needs of the tables: knowledge, words, the name index of every
language, the indexes of people, offices and organs. Models are not part of it.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import statistics
import subprocess
import sys
import time
from collections.abc import Callable

from dragoman.extract.names.bodies import load_organs
from dragoman.extract.names.candidates import find_candidates, load_people, load_sounds
from dragoman.extract.names.forms import load_feminine, load_names
from dragoman.extract.names.titles import load_offices
from dragoman.kit import Kit, load_kit

SHARED = (load_people, load_sounds, load_offices, load_organs)
OF_LANGUAGE = (load_names, load_feminine)


def compile_all(kit: Kit) -> None:
    """Make every index of names."""
    for make in SHARED:
        kit.compiled(make)
    for code in sorted(kit.languages):
        for compiler in OF_LANGUAGE:
            kit.compiled(compiler, code)


def measure_load() -> dict[str, float]:
    """Load and compile in this process; return seconds, by the wall and of the processor."""
    begun, used = time.perf_counter(), time.process_time()
    kit = load_kit()
    loaded = time.perf_counter() - begun
    compile_all(kit)
    return {
        "tables": loaded,
        "tables and indexes": time.perf_counter() - begun,
        "tables and indexes, processor": time.process_time() - used,
    }


def measure_loads(repeat: int) -> None:
    """Load in fresh processes and print the first and the median of the others."""
    command = [sys.executable, __file__, "--load-only"]
    runs = [json.loads(subprocess.run(command, capture_output=True, check=True).stdout) for _ in range(repeat + 1)]
    for name in runs[0]:
        warm = [run[name] for run in runs[1:]]
        print(f"  {name:<32} first {runs[0][name]:6.3f} s   warm {statistics.median(warm):6.3f} s (most {max(warm):.3f})")


def rate(work: Callable[[str], object], items: list[str], seconds: float = 1.0) -> float:
    """Return how many items a second are done, going round until the time is over."""
    done, begun = 0, time.perf_counter()
    while (spent := time.perf_counter() - begun) < seconds:
        for item in items:
            work(item)
        done += len(items)
    return done / spent


def measure_lookups(kit: Kit, count: int) -> None:
    """Print rates: exact lookups of single forms, a scan of running text, and candidates for people."""
    source = random.Random(1)
    for code in sorted(kit.languages):
        index = kit.compiled(load_names, code)
        forms = [source.choice(found).form for found in index.forms.values()]
        source.shuffle(forms)
        mentions = forms[:count]
        text = ", and then ".join(mentions)
        hits = len(index.scan(text))
        print(f"  {code}: {len(index.forms):,} forms; {rate(index.lookup, mentions):>9,.0f} exact lookups a second")
        scans = rate(index.scan, [text])
        signs = scans * len(text) / 1e6
        print(f"      text scanned: {scans * hits:>9,.0f} mentions a second, {signs:.1f} million signs a second")
    names = [person.name for person in kit.knowledge.persons.values()]
    people = source.sample(names, min(count, len(names)))
    exact = rate(lambda name: find_candidates([name], kit, fuzzy=False), people)
    print(f"  people by full name, with scores: {exact:,.0f} a second")


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--repeat", type=int, default=7, help="warm loads")
    parser.add_argument("--count", type=int, default=5_000, help="forms that are looked up")
    parser.add_argument("--load-only", action="store_true", help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.load_only:
        print(json.dumps(measure_load()))
        return 0
    print(f"load of the machine {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores")
    measure_loads(arguments.repeat)
    kit = load_kit()
    compile_all(kit)
    measure_lookups(kit, arguments.count)
    return 0


if __name__ == "__main__":
    sys.exit(main())
