"""The options that several commands share, each with its one wording of help."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

# Of every command.
ProjectFolder = Annotated[Path, typer.Option("--project", help="Folder of the project.", show_default=False)]

# Where events come from, and which count.
FORMS = "icews, gdelt, polecat, counts or parquet"
Project = Annotated[
    Path | None,
    typer.Option("--project", help="Folder of the project.", show_default=False),
]
Events = Annotated[
    Path | None, typer.Option("--events", exists=True, help="Or a file of events, or a folder of such.", show_default=False)
]
Form = Annotated[str | None, typer.Option("--format", help=f"Its format: {FORMS}; else it is recognised.")]
AsJson = Annotated[bool, typer.Option("--json", help="Print one JSON object on standard output, nothing else.")]
Status = Annotated[
    str, typer.Option("--status", help="What counts: statuses joined by commas, or all. Default: what happened.")
]
Chart = Annotated[
    Path | None, typer.Option("--chart", dir_okay=False, help="Draw it into this file, .svg or .png.", show_default=False)
]
HAPPENED = "happened,ongoing"
Without = Annotated[
    list[str] | None,
    typer.Option("--without", help="Leave the reports of one out: outlet=RT, story=ID, voice=expert, language=fr; repeatable."),
]
MinScore = Annotated[
    float | None,
    typer.Option(
        "--min-score", min=0, max=1,
        help="Count only reports read with at least this score, 0 to 1 (of 0.8 or more about nine in ten are right).",
        show_default=False,
    ),
]  # fmt: skip
DateByTelling = Annotated[
    bool,
    typer.Option("--date-by-telling", help="An event without a date stands on the day of its first article, as in ICEWS."),
]
Pair = Annotated[str | None, typer.Option("--pair", help="Two states, as FRA:USA.")]
PERIOD_NAMES = "day, week, month, quarter, year, or all for one period with the undated events too"
Period = Annotated[str, typer.Option("--period", help=f"{PERIOD_NAMES}.")]

# What makes a tie, a network and its blocs.
Ties = Annotated[
    Path | None,
    typer.Option("--ties", exists=True, dir_okay=False, help="Or a CSV file of ties: a, b, sign.", show_default=False),
]
Window = Annotated[str | None, typer.Option("--window", help="With --ties: only the rows of this window.")]
Voice = Annotated[
    list[str] | None, typer.Option("--voice", help="Only this voice: official, expert, narration or other; repeatable.")
]
Start = Annotated[str | None, typer.Option("--from", help="Only events from this day on (ISO 8601).")]
End = Annotated[str | None, typer.Option("--to", help="Only events up to this day.")]
Weight = Annotated[str, typer.Option("--weight", help="What a tie weighs: one, or events (their difference).")]
Least = Annotated[int, typer.Option("--least", min=1, help="Events by which one sign must outnumber the other.")]
States = Annotated[str | None, typer.Option("--states", help="Only ties among these, joined by commas: FRA,USA,RUS.")]
Relative = Annotated[bool, typer.Option("--relative", help="Signs against all pairs together, not against zero.")]
Certain = Annotated[bool, typer.Option("--certain", help="Only ties whose 95 % interval leaves out zero.")]
Free = Annotated[bool, typer.Option("--free", help="Any number of blocs instead of two.")]
Within = Annotated[int, typer.Option("--within", min=0, help="Also count divisions that violate so many ties more.")]
Sizes = Annotated[
    str, typer.Option(help="Landscape: a CSV file (actor, size); with a record also equal, or events (attention).")
]
Propensities = Annotated[
    Path | None,
    typer.Option(exists=True, dir_okay=False, help="Landscape: a CSV file a,b,value, or a square table.", show_default=False),
]
Neutral = Annotated[float, typer.Option(help="Landscape: the propensity that stands for indifference; it is subtracted.")]
ByOrder = Annotated[bool, typer.Option("--by-order", help="Landscape: the square table has the order of the sizes.")]
