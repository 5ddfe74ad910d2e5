"""The commands `dragoman system forecasts|resolve`: the ledger of forecasts, and what a person says came of them."""

from __future__ import annotations

import getpass
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated, Any

import msgspec
import typer

from dragoman.cli import options
from dragoman.cli.system import system_app
from dragoman.show.as_json import print_json

ProjectFolder = Annotated[Path, typer.Option("--project", exists=True, file_okay=False, help="Folder of the project.",
                                             show_default=False)]  # fmt: skip
STATES = "open, happened, not-happened, condition-never-met, cannot-be-told"


@system_app.command()
def forecasts(
    project: ProjectFolder,
    speaker: Annotated[str | None, typer.Option(help="Only those of speakers with this in their name.")] = None,
    state: Annotated[str | None, typer.Option(help=f"Only these: {STATES}.")] = None,
    as_json: options.AsJson = False,
) -> None:
    """The ledger of forecasts: condition, outcome, horizon, speaker, hedge, what came of it; scores by speaker."""
    from dragoman.kit import load_kit
    from dragoman.settings import load_settings
    from dragoman.show.system_blocs import print_ledger
    from dragoman.store.resolutions import read_ledger
    from dragoman.store.store import open_store
    from dragoman.system.forecasts import OUTCOMES, score_speakers

    if state is not None and state not in ("open", *OUTCOMES):
        raise typer.BadParameter(f"{state!r} is none of {STATES}", param_hint="--state")
    kit = load_kit(load_settings(project))
    with open_store(project) as store, store.reading() as connection:
        ledger = read_ledger(connection, kit.languages)
    named = [row for row in ledger if speaker is None or speaker.casefold() in row.claim.speaker.casefold()]
    shown = [row for row in named if state is None or row.state == state]
    scores = score_speakers(named)
    if as_json:
        print_json({"forecasts": [_row(row) for row in shown], "scores": scores})
    else:
        print_ledger(shown, scores)


def _row(forecast: Any) -> dict[str, Any]:
    row: dict[str, Any] = msgspec.to_builtins(forecast)
    return {**row["claim"], "estimate": row["estimate"], "state": forecast.state, "scored": forecast.scored,
            "resolution": row["resolution"]}  # fmt: skip


@system_app.command()
def resolve(
    forecast: Annotated[str, typer.Argument(metavar="FORECAST", help="The id of a forecast.", show_default=False)],
    outcome: Annotated[
        str, typer.Argument(metavar="OUTCOME", help="happened, not-happened, condition-never-met or cannot-be-told.")
    ],
    project: ProjectFolder,
    user: Annotated[str | None, typer.Option(help="Who says so. [default: your login name]")] = None,
    note: Annotated[str, typer.Option(help="Why, with the evidence.")] = "",
    as_json: options.AsJson = False,
) -> None:
    """Say what came of a forecast. The row is appended; `dragoman judge undo N` takes it back."""
    from dragoman.show.judgements import print_judged
    from dragoman.store.resolutions import resolve as append
    from dragoman.store.store import open_store

    now = datetime.now(UTC).isoformat(timespec="seconds")
    with open_store(project) as store:
        made = append(store, forecast, outcome, user=user or getpass.getuser(), now=now, note=note)
        print_judged(store, made, as_json=as_json)
