"""The command `dragoman system export`: dyads, networks, adjacency and events in the forms that other programs read."""

from __future__ import annotations

import io
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from dragoman.cli import options
from dragoman.cli.system import Input, load_input, pairs_of, print_faults, statuses, system_app

if TYPE_CHECKING:
    from dragoman.system.dyads import Series

OF_SERIES = ("dyads", "gexf", "graphml", "adjacency", "adjacency-csv")
OF_EVENTS = ("events", "goldfish", "eventnet", "relevent", "icews", "gdelt", "polecat")
WHAT = ", ".join((*OF_SERIES, *OF_EVENTS))


@system_app.command()
def export(
    what: Annotated[str, typer.Argument(metavar="WHAT", help=f"{WHAT}.", show_default=False)],
    output: Annotated[Path, typer.Option(help="File to write, whole or not at all.", show_default=False)],
    project: options.Project = None,
    events: options.Events = None,
    form: options.Form = None,
    leave_out: options.Without = None,
    min_score: options.MinScore = None,
    by_telling: options.DateByTelling = False,
    period: Annotated[str, typer.Option(help="Of series: day, week, month, quarter, year or all.")] = "month",
    pair: Annotated[list[str] | None, typer.Option(help="Only this pair, as FRA:USA; may be given several times.")] = None,
    undirected: Annotated[bool, typer.Option("--undirected", help="An event counts once, whoever acts.")] = False,
    split: Annotated[str | None, typer.Option(help="dyads: one for each status, voice, outlet, language or story.")] = None,
    measure: Annotated[str, typer.Option(help="Adjacency: events, log_ratio, mean_intensity ...")] = "events",
    status: options.Status = options.HAPPENED,
) -> None:
    """Write the series or the events for other programs: R, Gephi, goldfish, eventnet, relevent, ICEWS notebooks."""
    from dragoman.event_files import write_whole

    if what not in (*OF_SERIES, *OF_EVENTS):
        raise typer.BadParameter(f"{what!r} is none of {WHAT}", param_hint="WHAT")
    found = load_input(project, events, form, leave_out, by_telling=by_telling, min_score=min_score)
    print_faults(found)
    if what in OF_EVENTS:
        written = _events(what, found, statuses(status))
    else:
        written = {"": _series(what, _series_of(found, period, pair, split, status, undirected=undirected), measure)}
    for suffix, data in written.items():
        path = output.with_name(f"{output.stem}{suffix}{output.suffix}") if suffix else output
        write_whole(path, data)
        typer.echo(f"{path}: {len(data):,} bytes", err=True)


def _series_of(
    found: Input, period: str, pair: list[str] | None, split: str | None, status: str, *, undirected: bool
) -> Series:
    from dragoman.cli.system_series import period_named
    from dragoman.system.dyads import SPLITS, dyad_series

    if split is not None and split not in SPLITS:
        raise typer.BadParameter(f"{split!r} is none of {', '.join(SPLITS)}", param_hint="--split")
    return dyad_series(
        found.events, period=period_named(period), directed=not undirected,
        pairs=pairs_of(found, pair), status=statuses(status), split=split,
    )  # fmt: skip


def _series(what: str, series: Series, measure: str) -> bytes:
    """Return a series in one of the forms."""
    import numpy as np

    from dragoman.event_files import code_of_states, state_titles
    from dragoman.kit import load_kit
    from dragoman.system import exports

    if what == "dyads":
        return exports.dyad_csv(series, code_of_states(load_kit())).encode()
    if what in ("gexf", "graphml"):
        make = exports.gexf if what == "gexf" else exports.graphml
        return make(series, state_titles(load_kit()))
    if measure not in exports.NETWORK_MEASURES:
        raise typer.BadParameter(f"{measure!r} is none of {', '.join(exports.NETWORK_MEASURES)}", param_hint="--measure")
    if what == "adjacency-csv":
        return exports.adjacency_csv(series, measure).encode()
    stack, periods, states = exports.adjacency(series, measure)
    file = io.BytesIO()
    np.savez_compressed(file, stack=stack, periods=np.array(periods), states=np.array(states))
    return file.getvalue()


def _events(what: str, found: Input, wanted: tuple[str, ...] | None) -> dict[str, bytes]:
    """Return events in one of the forms, by what is added to the name of the file."""
    from pyarrow import parquet

    from dragoman.event_files import state_titles
    from dragoman.kit import load_kit
    from dragoman.system import exports
    from dragoman.system.event_table import choose
    from dragoman.system.formats import gdelt, icews, polecat, write_tabs

    if what == "events":
        file = io.BytesIO()
        parquet.write_table(found.events, file, compression="zstd")
        return {"": file.getvalue()}
    if what == "relevent":
        lines, nodes = exports.relevent_events(found.events, wanted)
        return {"": lines.encode(), "-nodes": nodes.encode()}
    if what in ("goldfish", "eventnet"):
        make = exports.goldfish_events if what == "goldfish" else exports.eventnet_events
        return {"": make(found.events, wanted).encode()}
    if what == found.form and found.raw is not None:
        return {"": write_tabs(found.raw)}  # as it was read, byte for byte
    rows: Any = choose(found.events, status=wanted)
    files = {
        "icews": lambda: icews.file_of(rows, state_titles(load_kit())),
        "gdelt": lambda: gdelt.file_of(rows),
        "polecat": lambda: polecat.file_of(rows, state_titles(load_kit())),
    }
    return {"": write_tabs(files[what]())}
