"""Readings of our own making that crowd together: few states, few days, copies with damaged names; and how they relate.

Everything about a document follows from its number. What comparing two texts would give is made too, so that no model loads.
"""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import msgspec
from sqlalchemy import Connection

from dragoman.ids import document_id, mention_id, report_id
from dragoman.kit import Kit
from dragoman.records import (
    Actor,
    AlignedSpans,
    Block,
    Document,
    DocumentFacts,
    EventReport,
    Evidence,
    Fingerprint,
    LedgerRow,
    LineageEdge,
    Link,
    Mention,
    Party,
    Place,
    Reading,
    When,
)
from dragoman.store.store import Store
from dragoman.store.write import begin_run, finish_file, save_input

STATES = {"FRA": "France", "DEU": "Germany", "RUS": "Russia"}
PEOPLE = {"Armand Duval": ("p:duval", "FRA"), "Greta Vogel": ("p:vogel", "DEU"), "Oleg Sorin": ("p:sorin", "RUS"),
          "Boris Kalin": ("p:kalin", "RUS")}  # fmt: skip
ACTS = {"met": ("CONSULT", 1), "accused": ("ACCUSE", 3), "attacked": ("ASSAULT", 4), "signed with": ("AGREE", 1)}
TOWNS = ("Oslora", "Vienara", "Genevia")
STATUSES: tuple[Any, ...] = ("happened", "happened", "happened", "planned", "denied")


def family(number: int) -> int:
    """Return the number of the text that a document is a version of."""
    return number % 9 if number % 3 else 100 + number


def reading(number: int) -> Reading:
    """Return what a document says; versions of one text share most of their sentences."""
    dice, own = random.Random(f"family {family(number)}"), random.Random(f"own {number}")
    acts = [_act(dice) for _ in range(9)]
    kept = [act for act in acts if own.random() < 0.85]
    text, spans = f"Document {number}\n\n", []
    for act in kept:
        start = len(text)
        text += f"{_words(act)} "
        spans.append((start, len(text) - 1))
    page = Document(id=document_id(text.encode()), text=text, path=f"made/{number:03}.txt", language="en")
    mentions: list[tuple[Mention, Link]] = []
    actors = {code: Actor(id=code, kind="state", name=name, state=code) for code, name in STATES.items()}
    reports = []
    for index, (act, (start, _)) in enumerate(zip(kept, spans, strict=True)):
        who, verb, other, town, day, status = act
        name, state = PEOPLE[who]
        state = "DEU" if own.random() < 0.3 else state  # whom people stand for differs from text to text
        unknown = own.random() < 0.25
        actor = f"nil:{page.id[:6]}{index}" if unknown else name
        actors[actor] = Actor(id=actor, kind="unresolved" if unknown else "person", name=who, resolved=not unknown,
                              state=None if unknown else state)  # fmt: skip
        at, there = start + len(who) + 1, text.index(town, start)
        second = text.index(STATES[other], at)
        for first, words, kind, whom in (
            (start, who, "person", None if unknown else name), (second, STATES[other], "state", other),
            (there, town, "place", f"place:{town.lower()}"),
        ):  # fmt: skip
            identifier = mention_id(page.id, first, first + len(words))
            mention = Mention(id=identifier, start=first, end=first + len(words), surface=words, kind=kind, sentence=index)  # type: ignore[arg-type]
            mentions.append((mention, Link(mention=identifier, actors=(whom,) if whom else (), score=0.9)))
            if whom and kind == "place":
                actors[whom] = Actor(id=whom, kind="place", name=town)
        sort, quad = ACTS[verb]
        fields: dict[str, Any] = {"type": sort, "reduced_type": sort, "quad": quad}
        date = f"2020-05-{day:02}"
        reports.append(EventReport(
            id=report_id(page.id, at, at + len(verb)), document=page.id, sentence=index, mode="", intensity=1.0, cameo="04",
            contexts=(),
            actors=(Party(actor=actor, name=who, state=None if unknown else state, start=start, end=start + len(who)),),
            recipients=(Party(actor=other, name=STATES[other], state=other, start=second, end=second + len(STATES[other])),),
            mutual=False, status=status, polarity="+", certainty="certain", time="past",
            according_to=("Greta Vogel",) if index == 2 else (), score=0.5 + index / 20, trigger=(at, at + len(verb)),
            when=When(start=date, end=date, precision="day", basis="text") if day % 3 else None,
            place=Place(name=town, id=f"place:{town.lower()}", lat=1.0, lon=2.0, state="AUT") if index % 4 == 0 else None,
            evidence=(Evidence(role="trigger", start=at, end=at + len(verb), quote=verb),), rule="made", **fields,
        ))  # fmt: skip
    published = When(start=f"2020-05-{5 + number % 4:02}", end=None, precision="day", basis="publication")
    return Reading(
        document=page, blocks=(Block(start=0, end=len(f"Document {number}"), kind="headline"),
                               Block(start=len(f"Document {number}") + 2, end=len(text), kind="body")),
        facts=DocumentFacts(title=f"Document {number}", outlet=f"Outlet {number % 5}", published=published),
        sentences=tuple(spans), mentions=tuple(m for m, _ in sorted(mentions, key=_start)),
        links=tuple(link for _, link in sorted(mentions, key=_start)),
        actors=tuple(actors[name] for name in sorted(actors)), reports=tuple(reports),
        fingerprint=Fingerprint(document=page.id, language="en", day=None, words=9, whole=number, keys=(), code=b""),
    )  # fmt: skip


def _start(pair: tuple[Mention, Link]) -> int:
    return pair[0].start


def _act(dice: random.Random) -> tuple[str, str, str, str, int, Any]:
    who = dice.choice(list(PEOPLE))
    other = dice.choice([state for state in STATES if state != PEOPLE[who][1]])
    return who, dice.choice(list(ACTS)), other, dice.choice(TOWNS), dice.randint(1, 6), dice.choice(STATUSES)


def _words(act: tuple[str, str, str, str, int, Any]) -> str:
    who, verb, other, town, day, status = act
    return f"{who} {verb} {STATES[other]} in {town} on {day} May, {200 + day} people saw, {status}."


def edge(left: int, right: int) -> LineageEdge | None:
    """Return what comparing two documents would give."""
    pages = sorted((reading(left), reading(right)), key=lambda page: page.document.id)
    sentences = [{page.document.text[a:b]: (a, b) for a, b in page.sentences} for page in pages]
    relation: Any = "near-copy" if (left + right) % 5 else "shared-quotes"
    if family(left) == family(right):
        passages = [(span, sentences[1][words], 1.0) for words, span in sentences[0].items() if words in sentences[1]]
    elif left * right % 7 == 1:
        relation = "same-topic"
        passages = [(a, b, 0.7) for a, b in zip(pages[0].sentences[:3], pages[1].sentences[1:4], strict=False)]
    else:
        return None
    return LineageEdge(
        left=pages[0].document.id, right=pages[1].document.id, relation=relation, probability=0.9, left_coverage=0.9,
        right_coverage=0.9, passages=tuple(AlignedSpans(left=a, right=b, similarity=s) for a, b, s in passages),
        reasons=("made",),
    )  # fmt: skip


def new_edges(connection: Connection, _: Kit) -> Iterator[LineageEdge]:
    """Yield the edges that hold a document of no story yet, in the place of those that comparing would give."""
    number = {path: int(path[5:8]) for (path,) in connection.exec_driver_sql("SELECT path FROM documents")}
    placed = {
        number[path] for (path,) in connection.exec_driver_sql(
            "SELECT path FROM documents WHERE id IN (SELECT document FROM story_members)"
        )
    }  # fmt: skip
    yield from edges_among(number.values(), placed)


def edges_among(numbers: Iterable[int], placed: Iterable[int] = ()) -> Iterator[LineageEdge]:
    """Yield the edges among documents, but those between two that are placed already."""
    old, listed = set(placed), sorted(numbers)
    for position, left in enumerate(listed):
        for right in listed[position + 1 :]:
            found = None if left in old and right in old else edge(left, right)
            if found is not None:
                yield found


def store_readings(store: Store, numbers: Iterable[int]) -> int:
    """Store the readings of some documents, as a run does before it merges; return its number."""
    listed = list(numbers)
    run = begin_run(store, f"made {listed}", "made").number
    for number in listed:
        made = reading(number)
        row = LedgerRow(path=made.document.path, member="", outcome="accepted", reason="", document=made.document.id)
        save_input(store, run, row, reading=made)
        finish_file(store, run, made.document.path)
    return run


def dump(folder: Path, tables: Iterable[str]) -> dict[str, list[bytes]]:
    """Return the rows of some tables of the contract."""
    from dragoman.store.queries import table_rows
    from dragoman.store.store import open_store

    with open_store(folder) as store, store.reading() as connection:
        return {name: [msgspec.json.encode(row) for row in table_rows(connection, name)] for name in tables}
