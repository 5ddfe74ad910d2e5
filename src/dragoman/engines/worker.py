"""A worker process: takes (function, item) from its pipe, gives back what became of it, until the pipe closes."""

from __future__ import annotations

import signal
import sys
from multiprocessing.connection import Connection

import msgspec

from dragoman.engines.task import run_one
from dragoman.kit import load_kit


def serve(connection: Connection) -> None:
    """Answer tasks until the other end goes away. The first message is the settings that the kit is built from."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # an interrupt from the keyboard is the parent's to answer
    try:
        kit = load_kit(connection.recv())
        connection.send(None)  # started
        while True:
            function, item = connection.recv()
            connection.send(msgspec.structs.replace(run_one(function, item, kit), item=None))
    except (EOFError, BrokenPipeError, ConnectionResetError):
        return  # the parent has finished, or died: there is nobody left to work for


if __name__ == "__main__":
    serve(Connection(int(sys.argv[1])))
