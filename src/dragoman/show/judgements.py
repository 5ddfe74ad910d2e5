"""What `dragoman judge` prints: the judgement made, or all of them with what has become of each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import msgspec
from rich.table import Table
from rich.text import Text

from dragoman.records import Judgement
from dragoman.show.as_json import print_json
from dragoman.show.tables import printable, screen
from dragoman.store.judgement_files import Outcome
from dragoman.store.judgements import listed
from dragoman.store.store import Store


def print_judged(store: Store, made: Judgement, *, as_json: bool) -> None:
    """Print a judgement that was just made, and how to take it back."""
    if as_json:
        print_json(msgspec.structs.asdict(made))
        return
    console = screen()
    console.print(Text(printable(f"judgement {made.number}: {_words(made)}")), soft_wrap=not console.is_terminal)
    console.print(f"take it back: dragoman judge undo {made.number} --project {store.path.parent}", soft_wrap=True)


def print_judgements(store: Store, *, as_json: bool) -> None:
    """Print every judgement ever made."""
    with store.reading() as connection:
        rows = listed(connection)
    if as_json:
        print_json([{**msgspec.structs.asdict(row.judgement), "state": row.state} for row in rows])
        return
    table = Table(box=None, header_style="bold", pad_edge=False)
    for title in ("number", "state", "judgement", "user", "created", "note"):
        table.add_column(title, overflow="fold")
    for row in rows:
        made = row.judgement
        cells = (str(made.number), row.state, _words(made), made.user, made.created, made.note)
        table.add_row(*(Text(printable(cell)) for cell in cells))
    console = screen()
    console.print(table)
    if not rows:
        console.print("no judgements in this project yet")


def print_outcomes(outcomes: Sequence[Outcome], *, as_json: bool) -> None:
    """Print what became of each judgement that was brought from another project, and how many were applied."""
    if as_json:
        print_json([msgspec.structs.asdict(one) for one in outcomes])
        return
    counts = Counter(one.outcome for one in outcomes)
    console = screen()
    for one in outcomes:
        made = f" as {one.made}" if one.made is not None else ""
        told = f": {one.reason}" if one.reason else ""
        console.print(Text(printable(f"{one.number}: {one.outcome}{made}{told}")), soft_wrap=not console.is_terminal)
    console.print(f"{len(outcomes)} judgements: " + ", ".join(
        f"{counts[outcome]} {outcome}" for outcome in ("applied", "already there", "not applied")
    ))  # fmt: skip


def _words(made: Judgement) -> str:
    parts = [made.verdict, made.left, made.right or ""]
    return " ".join(part for part in parts if part) + (f" -> {made.value}" if made.value else "")
