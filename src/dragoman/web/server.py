"""Listens, says where, and serves until it is stopped."""

from __future__ import annotations

import socket
import sys
import threading
from pathlib import Path

from jinja2 import Environment

from dragoman.errors import DragomanError
from dragoman.knowledge.load import load_knowledge
from dragoman.settings import load_settings
from dragoman.web.reader import open_reader
from dragoman.web.safety import LOOPBACK


def run_server(project: Path, host: str, port: int, allowed: tuple[str, ...]) -> None:
    """Serve a project until interrupted. The first line on standard output is the address.

    Raises:
        DragomanError: there is no project, or the address is taken.
    """
    import uvicorn

    from dragoman.web.app import make_app

    settings = load_settings(project)
    with open_reader(project):
        pass  # a project that cannot be read is told here, not on every page
    knowledge = load_knowledge(Path(settings.knowledge) if settings.knowledge else None)
    listening = _listen(host, port)
    number = listening.getsockname()[1]
    shown = f"[{host}]" if ":" in host else host
    hosts = {*LOOPBACK, shown, *allowed}
    app = make_app(project, knowledge, hosts)
    threading.Thread(target=_compile, args=(app.state.templates,), daemon=True).start()
    config = uvicorn.Config(app, log_level="warning", access_log=False, server_header=False, proxy_headers=False)
    sys.stdout.write(f"http://{shown}:{number}/\n")
    sys.stdout.flush()
    uvicorn.Server(config).run(sockets=[listening])


def _compile(templates: Environment) -> None:
    """Compile all pages, so that the first reader does not wait for it."""
    for name in templates.list_templates():
        templates.get_template(name)


def _listen(host: str, port: int) -> socket.socket:
    """Return a listening socket, so that port 0 is known before anybody is told."""
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        listening = socket.socket(family, kind, protocol)
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listening.bind(address)
        listening.listen(128)
    except OSError as error:
        raise DragomanError(f"cannot listen on {host} port {port}: {error.strerror or error}; choose another --port") from error
    return listening
