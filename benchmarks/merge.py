"""The merge at scale: seconds and memory for a first load, and for a few documents that are added to it.

    python benchmarks/merge.py --documents 10000 --folder /tmp/merge-scale

Documents of about 500 words are generated, as benchmarks/lineage.py does, with what a reading finds in them: some ten reports
of states that deal with each other (few of them often, many seldom), people who act for them, places, days, and statements.
One in ten is a copy of an earlier one, abridged, some with a name that reading did not know. Readings are stored without
being parsed, and what comes of comparing two texts is made too: sentences that both have are aligned passages (what comparing
costs is another matter, see benchmarks/lineage.py). Then a process of its own merges, as `dragoman read` does at its end; its
peak memory counts everything that it holds. It is done again after ten more documents, and with --check for all of them at
once in a second project: the tables must be the same.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import random
import resource
import shutil
import subprocess
import sys
import time
from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import msgspec
import numpy as np
from lineage import Newsroom
from sqlalchemy import Connection

from dragoman import runs
from dragoman.ids import document_id, mention_id, report_id, statement_id
from dragoman.kit import Kit, load_kit
from dragoman.merge.fingerprints import build_fingerprint
from dragoman.merge.inputs import merge_document
from dragoman.records import (
    Actor,
    AlignedSpans,
    Block,
    Document,
    DocumentFacts,
    EventReport,
    Evidence,
    LedgerRow,
    LineageEdge,
    Link,
    Mention,
    Party,
    Place,
    Reading,
    Span,
    Statement,
    When,
)
from dragoman.store.lineage import fingerprint_rest, note_pairs
from dragoman.store.queries import TABLES, table_rows
from dragoman.store.store import open_store
from dragoman.store.write import begin_run, finish_file, save_input

ADDED = 10
ACTS = {
    "met": ("CONSULT", 1), "accused": ("ACCUSE", 3), "aided": ("AID", 2), "attacked": ("ASSAULT", 4),
    "threatened": ("THREATEN", 3), "praised": ("SUPPORT", 1), "sanctioned": ("SANCTION", 4), "urged": ("REQUEST", 3),
}  # fmt: skip
OUTLETS = tuple(f"The {town} {sort}" for town in ("Harbour", "Valley", "Meridian") for sort in ("Post", "Courier", "Herald"))
TOWNS = {name: f"place:{name.lower()}" for name in ("Oslora", "Vienara", "Genevia", "Dohara", "Astanova", "Lagosia")}


def source_of(number: int) -> int:
    """Return the document that one was copied from; one in ten was."""
    if number % 10 != 9:
        return number
    source = random.Random(number).randrange(number)
    return source - (source % 10 == 9)


class World:
    """States by rank, their leaders, and how texts speak of them."""

    def __init__(self) -> None:
        kit = load_kit()
        states = sorted(e.id for e in kit.knowledge.entities.values() if e.kind == "state" and len(e.id) == 3)
        random.Random(5).shuffle(states)
        self.names = {code: kit.knowledge.entities[code].name for code in states[:120]}
        self.leaders = {code: f"{code.capitalize()}ova Leader{number}" for number, code in enumerate(self.names)}
        self._codes = list(self.names)
        self._weights = [1 / (rank + 2) for rank in range(len(self._codes))]
        self._newsroom = Newsroom(1)
        self.kit = kit

    def reading(self, number: int) -> Reading:
        """Return the reading of a document: the same each time."""
        source = source_of(number)
        return self._build(number, source, copied=source != number)

    def _build(self, number: int, source: int, *, copied: bool) -> Reading:
        dice = random.Random(f"of {source}")
        published = date(2019, 1, 1) + timedelta(days=source // 10 % 1500)
        pairs = [self._couple(dice) for _ in range(2)]
        sentences: list[tuple[str, tuple[Any, ...] | None]] = []
        for words in self._newsroom.write(source):
            sentences.append((words[1], None))
        for _ in range(dice.randint(6, 14)):
            sentences.insert(dice.randrange(len(sentences)), self._act(dice, dice.choice(pairs), published))
        if copied:
            own = random.Random(number)
            sentences = [each for each in sentences if own.random() < 0.8]
        return self._reading(number, sentences, published + timedelta(days=copied), damaged=copied and number % 3 == 0)

    def _couple(self, dice: random.Random) -> tuple[str, str]:
        one, two = dice.choices(self._codes, self._weights, k=2)
        return (one, two) if one != two else (one, self._codes[(self._codes.index(one) + 1) % len(self._codes)])

    def _act(self, dice: random.Random, pair: tuple[str, str], published: date) -> tuple[str, tuple[Any, ...]]:
        one, two = pair if dice.random() < 0.6 else pair[::-1]
        verb, town = dice.choice(list(ACTS)), dice.choice(list(TOWNS))
        day = published - timedelta(days=dice.randrange(4)) if dice.random() < 0.6 else None
        who = self.leaders[one] if dice.random() < 0.4 else self.names[one]
        dated = f" on {day.day} {day:%B}" if day else ""
        return f"{who} {verb} {self.names[two]} in {town}{dated}.", (who, verb, one, two, town, day)

    def _reading(
        self, number: int, sentences: Sequence[tuple[str, tuple[Any, ...] | None]], published: date, *, damaged: bool
    ) -> Reading:
        title = f"Report {number} of the day"
        text, spans = f"{title}\n\n", []
        for words, _ in sentences:
            spans.append((len(text), len(text) + len(words)))
            text += f"{words} "
        document = Document(id=document_id(text.encode()), text=text, path=f"made/{number:07}.txt", language="en")
        page = _Page(self, document, damaged)
        for index, ((_, act), span) in enumerate(zip(sentences, spans, strict=True)):
            if act is not None:
                page.take(index, span, *act)
        when = When(start=published.isoformat(), end=published.isoformat(), precision="day", basis="publication")
        facts = DocumentFacts(title=title, outlet=OUTLETS[number % len(OUTLETS)], published=when)
        reading = Reading(
            document=document, blocks=(Block(start=len(title) + 2, end=len(text), kind="body", rule="made"),), facts=facts,
            sentences=tuple(spans), mentions=tuple(m for m, _ in page.named), links=tuple(link for _, link in page.named),
            actors=tuple(page.actors.values()), reports=tuple(page.reports), statements=tuple(page.statements),
        )  # fmt: skip
        made = build_fingerprint(msgspec.structs.replace(merge_document(reading), language="xx"), self.kit)
        code = np.random.default_rng(number).bytes(64)
        return msgspec.structs.replace(reading, fingerprint=msgspec.structs.replace(made, language="en", code=code))


class _Page:
    """Gathers what one document says."""

    def __init__(self, world: World, document: Document, damaged: bool) -> None:
        self._world, self._document, self._damaged = world, document, damaged
        self.named: list[tuple[Mention, Link]] = []
        self.actors: dict[str, Actor] = {}
        self.reports: list[EventReport] = []
        self.statements: list[Statement] = []

    def take(self, index: int, span: Span, who: str, verb: str, one: str, two: str, town: str, day: date | None) -> None:
        """Take the mentions, the report and a statement of one sentence."""
        text, start = self._document.text, span[0]
        at, there = start + len(who) + 1, text.index(town, start)
        unknown = self._damaged and len(self.reports) == 2
        leads = who != self._world.names[one]
        actor = f"nil:{self._document.id[:8]}{index}" if unknown else f"person:{one.lower()}" if leads else one
        kind: Any = "unresolved" if unknown else "person" if leads else "state"
        state = None if unknown else one
        first = self._name(index, start, who, "person" if leads else "state", None if unknown else actor, kind, state)
        second = self._name(index, text.index(self._world.names[two], at), self._world.names[two], "state", two, "state", two)
        self._name(index, there, town, "place", TOWNS[town], "place", None)
        if unknown:
            self.actors[actor] = Actor(id=actor, kind="unresolved", name=who, resolved=False)
        parties = (Party(actor=actor, name=who, state=state, start=first[0], end=first[1]),
                   Party(actor=two, name=self._world.names[two], state=two, start=second[0], end=second[1]))  # fmt: skip
        sort, quad = ACTS[verb]
        when = When(start=day.isoformat(), end=day.isoformat(), precision="day", basis="text") if day else None
        pieces = [("trigger", at, at + len(verb)), ("actor", *first), ("recipient", *second)]
        fields: dict[str, Any] = {"type": sort, "reduced_type": sort, "quad": quad}
        report = EventReport(
            id=report_id(self._document.id, at, at + len(verb)), document=self._document.id, sentence=index, mode="",
            intensity=1.0, cameo="040", contexts=(), actors=parties[:1], recipients=parties[1:], mutual=False,
            status="happened", polarity="+", certainty="certain", time="past", according_to=(), when=when,
            place=Place(name=town, id=TOWNS[town], lat=1.0, lon=1.0, state="AUT") if index % 3 == 0 else None, score=0.8,
            trigger=(at, at + len(verb)), rule="made",
            evidence=tuple(Evidence(role=role, start=a, end=b, quote=text[a:b]) for role, a, b in pieces), **fields,
        )  # fmt: skip
        self.reports.append(report)
        self.statements.append(Statement(
            id=statement_id(self._document.id, [span]), document=self._document.id, sentence=index, speakers=(two,),
            speaker_name=self._world.names[two], speaker_surface=None, cue=None, content=(span,), quote=text[slice(*span)],
            kind="indirect", form="statement", chain=(), parent=None, addressee=None, about=(two,), act="say",
            stance="neutral", score=0.8, evidence=(), rule="made",
        ))  # fmt: skip

    def _name(self, index: int, at: int, words: str, sort: Any, actor: str | None, kind: Any, state: str | None) -> Span:
        name = mention_id(self._document.id, at, at + len(words))
        mention = Mention(id=name, start=at, end=at + len(words), surface=words, kind=sort, sentence=index)
        self.named.append((mention, Link(mention=name, actors=(actor,) if actor else (), score=0.9 if actor else 0.0)))
        if actor:
            self.actors[actor] = Actor(id=actor, kind=kind, name=words, state=state)
        return at, at + len(words)


def write(folder: Path, numbers: range) -> None:
    """Store the readings of some documents, as a run does; leave the merge to another process."""
    world = World()
    with open_store(folder, create=True) as store:
        run = begin_run(store, f"made {numbers}", "made").number
        for number in numbers:
            reading = world.reading(number)
            row = LedgerRow(path=reading.document.path, member="", outcome="accepted", reason="", document=reading.document.id)
            save_input(store, run, row, reading=reading)
            finish_file(store, run, reading.document.path)
        with store.writing() as connection:
            connection.exec_driver_sql("CREATE TABLE IF NOT EXISTS made_edges (number INTEGER PRIMARY KEY, edge BLOB)")
            made = [(msgspec.msgpack.encode(edge),) for edge in edges(connection, numbers)]
            connection.exec_driver_sql("INSERT INTO made_edges (edge) VALUES (?)", made)


def edges(connection: Connection, numbers: range) -> Iterator[LineageEdge]:
    """Yield how documents relate to earlier ones: to their sources and other copies of these, and to one on their topic."""
    copies: dict[int, list[int]] = defaultdict(list)
    for number in range(numbers.stop):
        source = source_of(number)
        family = [source, *copies[source]] if source != number else []
        if family:
            copies[source].append(number)
        if number in numbers:
            for other in family:
                yield _edge(connection, number, other, "edition", 1.0)
            if number and (topic := random.Random(-number).randrange(number)) not in family:
                yield _edge(connection, number, topic, "same-topic", 0.5)


def _edge(connection: Connection, number: int, other: int, relation: Any, likeness: float) -> LineageEdge:
    """Return an edge whose aligned passages are the sentences that both texts have, or their first ones."""
    pages = sorted((_page(connection, number), _page(connection, other)), key=lambda page: page[0])
    shared = [words for words in pages[0][1] if words in pages[1][1]] if likeness == 1.0 else []
    spans = [(pages[0][1][words], pages[1][1][words]) for words in shared] or [
        (next(iter(pages[0][1].values())), next(iter(pages[1][1].values())))
    ]
    return LineageEdge(
        left=pages[0][0], right=pages[1][0], relation=relation, probability=0.9, left_coverage=0.8, right_coverage=0.8,
        passages=tuple(AlignedSpans(left=a, right=b, similarity=likeness) for a, b in spans), reasons=("made",),
    )  # fmt: skip


def _page(connection: Connection, number: int) -> tuple[str, dict[str, Span]]:
    """Return the id of a document, and its sentences with their spans."""
    query = "SELECT id, text FROM documents WHERE path = ?"
    name, text = connection.exec_driver_sql(query, (f"made/{number:07}.txt",)).one()
    spans = connection.exec_driver_sql("SELECT start, end FROM sentences WHERE document = ? ORDER BY position", (name,))
    return name, {text[start:end]: (start, end) for start, end in spans}


def made_edges(connection: Connection, _: Kit) -> Iterator[LineageEdge]:
    """Yield the edges of the documents that wait, in the place of those that comparing would give."""
    for (edge,) in connection.exec_driver_sql("SELECT edge FROM made_edges ORDER BY number").cursor.fetchall():
        yield msgspec.msgpack.decode(edge, type=LineageEdge)


def merge(folder: Path) -> dict[str, float]:
    """Merge what waits; return seconds of processor time, and megabytes at the peak and before."""
    kit = load_kit()
    before = _peak()
    with open_store(folder) as store:
        with store.reading() as connection:
            run = int(connection.exec_driver_sql("SELECT max(number) FROM runs").scalar() or 0)
        start = time.process_time()
        fingerprint_rest(store, kit)
        note_pairs(store)
        noted = time.process_time()
        runs.compare_waiting = made_edges
        runs.merge_stored(store, run, kit)
        with store.writing() as connection:
            connection.exec_driver_sql("DROP TABLE made_edges")
    taken = {"pairs_s": round(noted - start, 2), "merge_s": round(time.process_time() - noted, 2)}
    return {**taken, "kit_mb": before, "mb": _peak()}


def _peak() -> float:
    return round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000)


def tables(folder: Path) -> dict[str, str]:
    """Return a digest of each table that the merge makes."""
    found = {}
    with open_store(folder) as store, store.reading() as connection:
        for name in TABLES:
            sums = hashlib.sha256()
            for row in table_rows(connection, name):
                sums.update(msgspec.json.encode(row))
            found[name] = sums.hexdigest()[:12]
    return found


def apart(*arguments: str) -> Any:
    """Run a step of this benchmark in a process of its own; return what it prints."""
    done = subprocess.run([sys.executable, __file__, *arguments], check=True, stdout=subprocess.PIPE, text=True)
    return json.loads(done.stdout) if done.stdout.strip() else None


def steps(total: int, folder: Path, *, check: bool) -> Iterator[tuple[str, Any]]:
    """Yield the figures of each step."""
    project = folder / "project"
    apart("--write", "0", str(total), "--folder", str(project))
    yield "file", {"mb": round((project / "dragoman.sqlite").stat().st_size / 1e6)}
    yield "first load", apart("--merge", "--folder", str(project))
    yield "file after", {"mb": round((project / "dragoman.sqlite").stat().st_size / 1e6)}
    apart("--write", str(total), str(total + ADDED), "--folder", str(project))
    yield f"{ADDED} more", apart("--merge", "--folder", str(project))
    if check:
        apart("--write", "0", str(total + ADDED), "--folder", str(folder / "whole"))
        yield "all at once", apart("--merge", "--folder", str(folder / "whole"))
        parts, whole = tables(project), tables(folder / "whole")
        yield "tables that differ", [name for name in parts if parts[name] != whole[name] and name not in ("ledger",)]


def main(arguments: Sequence[str]) -> None:
    """Print the figures, a line for each step."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--documents", type=int, default=10_000)
    parser.add_argument("--folder", type=Path, required=True, help="an empty folder")
    parser.add_argument("--check", action="store_true", help="compare the tables with those of all documents at once")
    parser.add_argument("--write", type=int, nargs=2, help=argparse.SUPPRESS)
    parser.add_argument("--merge", action="store_true", help=argparse.SUPPRESS)
    given = parser.parse_args(arguments)
    if given.write:
        write(given.folder, range(*given.write))
    elif given.merge:
        print(json.dumps(merge(given.folder)))
    else:
        shutil.rmtree(given.folder, ignore_errors=True)
        for name, figures in steps(given.documents, given.folder, check=given.check):
            print(f"{name}: {json.dumps(figures)}", flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
