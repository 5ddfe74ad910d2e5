"""The commands `dragoman system ...`: the international system out of a project or out of a file of events."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import msgspec
import typer

from dragoman.cli import options
from dragoman.records import Record
from dragoman.show.as_json import print_json

if TYPE_CHECKING:
    from dragoman.system.dyads import Series
    from dragoman.system.sensitivity import PointRange

system_app = typer.Typer(
    help="The international system from the record of a project or from a file of events: dyads, blocs, polarity, what-if.",
    no_args_is_help=True,
)


class Input(Record, frozen=True, kw_only=True):
    """The event table that a command works on, where it comes from, and what was wrong there."""

    events: Any
    origin: str
    form: str
    rows: int
    faults: tuple[Any, ...] = ()
    raw: Any = None
    min_score: float | None = None


def load_input(
    project: Path | None, events: Path | None, form: str | None, leave_out: Sequence[str] | None = None,
    *, by_telling: bool = False, min_score: float | None = None,
) -> Input:
    """Return the event table of a project or of a file, without what is to be left out.

    With `min_score` only the reports count that were read with at least that score. With `by_telling` undated events stand
    on the first day on which an article told of them.

    Raises:
        BadParameter: neither or both are given, there is no such format, nothing of that name to leave out, or no scores.
        InputError: the file cannot be read.
    """
    found = _loaded(project, events, form)
    if min_score is not None:
        found = _surest(found, min_score)
    for text in leave_out or ():
        found = msgspec.structs.replace(found, events=_left(found.events, text), raw=None)
    if by_telling:
        from dragoman.system.event_table import date_by_telling

        found = msgspec.structs.replace(found, events=date_by_telling(found.events), raw=None)
    return found


def _surest(found: Input, least: float) -> Input:
    """Return the input with only the reports that were read with at least a score; tell how many others there are."""
    from dragoman.system.event_table import surest
    from dragoman.system.sensitivity import report_count

    try:
        table = surest(found.events, least)
    except ValueError as error:
        raise typer.BadParameter(f"{found.origin}: {error}; leave it out", param_hint="--min-score") from error
    every = report_count(found.events)
    less = every - report_count(table)
    typer.echo(f"{found.origin}: {less:,} of {every:,} reports were read with less than {least:g} and do not count", err=True)
    return msgspec.structs.replace(found, events=table, raw=None, min_score=least)


def _left(table: Any, text: str) -> Any:
    """Return a table without the reports of one outlet, story, voice or language."""
    from dragoman.system.event_table import without
    from dragoman.system.sensitivity import PARTS, largest_parts

    part, _, name = text.partition("=")
    if part not in PARTS:
        raise typer.BadParameter(f"{text!r} is not one of {'=..., '.join(PARTS)}=...", param_hint="--without")
    known = largest_parts(table, part)
    if name not in known:
        some = ", ".join(repr(one) for one in known[:10])
        raise typer.BadParameter(f"there is no {part} {name!r}; there are {some}", param_hint="--without")
    return without(table, part, name)


def _loaded(project: Path | None, events: Path | None, form: str | None) -> Input:
    from dragoman.event_files import open_events
    from dragoman.kit import load_kit
    from dragoman.project import open_project
    from dragoman.system.formats import FORMATS

    if (project is None) == (events is None):
        raise typer.BadParameter("give either --project DIR or --events FILE", param_hint="--project")
    if form is not None and form not in FORMATS:
        raise typer.BadParameter(f"{form!r} is none of {options.FORMS}", param_hint="--format")
    if events is not None:
        found = open_events(events, load_kit(), form)
        return Input(events=found.events, origin=str(events), form=found.format, rows=found.rows, faults=found.faults,
                     raw=found.raw)  # fmt: skip
    assert project is not None
    with open_project(project) as opened:
        table = opened.events_table()
    return Input(events=table, origin=str(project), form="project", rows=table.num_rows)


def statuses(text: str) -> tuple[str, ...] | None:
    """Return the statuses that an option names, None for all.

    Raises:
        BadParameter: there is no such status.
    """
    from typing import get_args

    from dragoman.records import Status

    if text == "all":
        return None
    names = tuple(part.strip() for part in text.split(","))
    wrong = [name for name in names if name not in get_args(Status)]
    if wrong:
        raise typer.BadParameter(f"{wrong[0]!r} is none of all, {', '.join(get_args(Status))}", param_hint="--status")
    return names


def check_states(found: Input, names: Iterable[str], option: str) -> None:
    """Refuse a code that names nobody: "nothing is reported" would read like a finding about a state that there is not.

    Raises:
        BadParameter: neither the events nor the tables of facts know a code.
    """
    from dragoman.kit import load_kit
    from dragoman.settings import load_settings
    from dragoman.system.event_table import codes

    strange = {*names} - {*codes(found.events["source"])[1], *codes(found.events["target"])[1]}
    if strange:
        known = load_kit(load_settings(Path(found.origin) if found.form == "project" else None)).knowledge.entities
        wrong = sorted(strange - known.keys())
        if wrong:
            advice = "write states as FRA, organisations as NATO; `dragoman knowledge show NAME` tells an id"
            raise typer.BadParameter(f"no state or organisation has the id {', '.join(wrong)}; {advice}", param_hint=option)


def input_facts(found: Input) -> dict[str, Any]:
    """Return where the events come from and what was wrong there, for the JSON of a command."""
    return {
        "input": found.origin, "format": found.form, "rows": found.rows, "min_score": found.min_score,
        "faults": msgspec.to_builtins(found.faults),
    }  # fmt: skip


def print_faults(found: Input) -> None:
    """Print to standard error what was wrong in the input: never silently dropped."""
    for fault in found.faults:
        lines = ", ".join(map(str, fault.lines)) + (" ..." if fault.count > len(fault.lines) else "")
        where = f" (lines {lines})" if fault.lines else ""
        typer.echo(f"{found.origin}: {fault.count:,} x {fault.kind}: {fault.message}{where}", err=True)


SPLIT_NAMES = "status, voice, outlet, language or story"


@system_app.command()
def dyads(
    project: options.Project = None,
    events: options.Events = None,
    form: options.Form = None,
    period: options.Period = "month",
    pair: Annotated[list[str] | None, typer.Option(help="Only this pair, as FRA:USA; may be given several times.")] = None,
    undirected: Annotated[bool, typer.Option("--undirected", help="An event counts once, whoever acts.")] = False,
    split: Annotated[str | None, typer.Option(help=f"A series for each {SPLIT_NAMES}.")] = None,
    status: options.Status = options.HAPPENED,
    ids: Annotated[bool, typer.Option("--ids/--no-ids", help="With --json: the ids of the events of every point.")] = True,
    limit: Annotated[int, typer.Option(min=1, help="Print at most so many rows; --json prints all.")] = 60,
    leave_out: options.Without = None,
    min_score: options.MinScore = None,
    by_telling: options.DateByTelling = False,
    ranges: Annotated[
        str | None, typer.Option("--ranges", help="Also the range of every point without each outlet (or story, language).")
    ] = None,
    chart: options.Chart = None,
    classes: Annotated[bool, typer.Option("--classes", help="Draw the four classes as bars, not the log ratio.")] = False,
    as_json: options.AsJson = False,
) -> None:
    """Series of pairs: events of four classes, mean intensity, log ratio, by period."""
    from dragoman.show.system import print_series, rows_of
    from dragoman.system.dyads import SPLITS, dyad_series
    from dragoman.system.periods import PERIODS

    if period not in PERIODS:
        raise typer.BadParameter(f"{period!r} is none of {options.PERIOD_NAMES}", param_hint="--period")
    if split is not None and split not in SPLITS:
        raise typer.BadParameter(f"{split!r} is none of {SPLIT_NAMES}", param_hint="--split")
    found = load_input(project, events, form, leave_out, by_telling=by_telling, min_score=min_score)
    pairs = pairs_of(found, pair)
    choices: dict[str, Any] = {
        "period": period, "directed": not undirected, "pairs": pairs,
        "status": statuses(status), "split": split,
    }  # fmt: skip
    series = dyad_series(found.events, **choices, ids=ids and as_json)
    spans = _ranges(found.events, ranges, choices)
    print_faults(found)
    if chart is not None:
        draw_series(chart, series, classes=classes)
    if as_json:
        facts = {"warning": series.warning, "period": period, "directed": series.directed, "split": split}
        print_json(input_facts(found) | facts | {"left_out": series.left_out, "series": rows_of(series.table, spans)})
    else:
        print_series(series, limit, spans)


def _ranges(table: Any, part: str | None, choices: dict[str, Any]) -> dict[tuple[str, ...], PointRange]:
    """Return the range of every point without each outlet, where that is asked for."""
    from dragoman.system.sensitivity import PARTS, series_ranges

    if part is None:
        return {}
    if part not in PARTS:
        raise typer.BadParameter(f"{part!r} is none of {', '.join(PARTS)}", param_hint="--ranges")
    return series_ranges(table, part, **choices)


def draw_series(chart: Path, series: Series, *, classes: bool) -> None:
    """Draw a series of dyads into a file."""
    from dragoman.charts.dyads import dyad_chart, quad_chart
    from dragoman.charts.files import write_chart

    draw = quad_chart if classes else dyad_chart
    write_chart(chart, lambda form: draw(series, form))


def pair_of(text: str) -> tuple[str, str]:
    """Return the two states of FRA:USA (or FRA-USA, FRA/USA).

    Raises:
        BadParameter: these are not two.
    """
    for sign in (":", "/", "-"):
        parts = [part.strip() for part in text.split(sign)]
        if len(parts) == 2 and all(parts):
            return parts[0].upper(), parts[1].upper()
    raise typer.BadParameter(f"{text!r} names no pair; write it as FRA:USA", param_hint="--pair")


def pairs_of(found: Input, texts: Sequence[str] | None) -> list[tuple[str, str]] | None:
    """Return the pairs that an option names, each of states that somebody knows; None where none is named."""
    pairs = [pair_of(text) for text in texts or ()]
    check_states(found, (name for pair in pairs for name in pair), "--pair")
    return pairs or None
