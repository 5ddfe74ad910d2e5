"""`dragoman serve`: the reading room of one project, on this machine."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer


def serve(
    project: Annotated[Path, typer.Option("--project", help="Folder of the project.", show_default=False)],
    port: Annotated[int, typer.Option(min=0, max=65535, help="Port; 0: any that is free.")] = 8765,
    host: Annotated[str, typer.Option(help="Address to listen on; only this machine unless told otherwise.")] = "127.0.0.1",
    allow_host: Annotated[
        list[str] | None, typer.Option(help="A further name that requests may call this server by.")
    ] = None,
) -> None:
    """Open the reading room: every record of a project beside the words it was read from, in a browser."""
    from dragoman.web.server import run_server

    run_server(project, host, port, tuple(allow_host or ()))
