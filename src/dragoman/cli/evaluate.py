"""The command `dragoman eval`: what is read, scored against a gold file."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated, Any

import msgspec
import typer

from dragoman.cli import options
from dragoman.errors import DragomanError
from dragoman.show.as_json import print_json

KINDS = (
    "relations", "who-whom", "statements", "events", "factuality", "blocks", "stories", "dates", "links", "ties", "grouping",
    "positions",
)  # fmt: skip


def evaluate(
    kind: Annotated[str, typer.Argument(metavar="KIND", help=f"{', '.join(KINDS)}.", show_default=False)],
    file: Annotated[Path, typer.Argument(metavar="FILE", help="The gold file or folder.", show_default=False)],
    predictions: Annotated[Path | None, typer.Option(help="Score these predictions instead of reading the texts.")] = None,
    errors: Annotated[str | None, typer.Option(help="Write one JSON line an error to this file; - : standard error.")] = None,
    as_json: options.AsJson = False,
) -> None:
    """Score what is read against a gold file."""
    from dragoman.evaluate.harness import evaluate_kind
    from dragoman.show.tables import print_score

    if kind not in KINDS:
        raise typer.BadParameter(f"there is no kind {kind!r}; the kinds are {', '.join(KINDS)}", param_hint="KIND")
    if not file.exists():
        raise typer.BadParameter(f"{file} does not exist", param_hint="FILE")
    try:
        score = evaluate_kind(kind, file, predictions)
    except OSError as error:
        message = f"{error.filename}: {error.strerror}; give a gold file (or folder) of this kind"
        raise typer.BadParameter(message, param_hint="FILE") from error
    if as_json:
        print_json({"kind": score.kind, "gold": score.gold, "figures": score.figures, "counts": score.counts})
    else:
        print_score(score)
    if errors is not None:
        _write_errors(errors, score.errors)


def _write_errors(target: str, rows: tuple[dict[str, Any], ...]) -> None:
    lines = b"".join(msgspec.json.encode(row) + b"\n" for row in rows)
    if target == "-":
        sys.stderr.buffer.write(lines)
        return
    try:
        Path(target).write_bytes(lines)
    except OSError as error:
        raise DragomanError(f"cannot write {target}: {error.strerror or error}; choose another --errors") from error
