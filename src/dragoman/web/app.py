"""The application: addresses to answers, as HTML, JSON or CSV; errors as pages of their own."""

from __future__ import annotations

import csv
import hashlib
import io
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import quote

import msgspec
from jinja2 import Environment, PackageLoader, StrictUndefined
from starlette.applications import Starlette
from starlette.convertors import StringConvertor, register_url_convertor
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import Response, StreamingResponse
from starlette.routing import BaseRoute, Mount, Route
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

from dragoman.errors import StoreError
from dragoman.knowledge.load import Knowledge
from dragoman.web import words
from dragoman.web.ask import Ask, NotFoundError, QuestionError, check_given
from dragoman.web.judge import judging_routes, user_of
from dragoman.web.kept import Kept
from dragoman.web.pages import PAGES, Page
from dragoman.web.queries.search import marked_hits
from dragoman.web.reader import open_reader
from dragoman.web.room import Room
from dragoman.web.safety import LOOPBACK, Guard
from dragoman.web.visible import finalize, visible_marked

STATIC = Path(__file__).parent / "static"
USER_COOKIE = "dragoman_user"
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\0")  # how a cell begins that a spreadsheet runs


class _DocumentId(StringConvertor):
    regex = "[0-9a-f]{64}"


class _RecordId(StringConvertor):
    regex = "[a-z][0-9a-f]{16}"


class _Name(StringConvertor):
    regex = "[^/\\\\\x00-\x1f]{1,200}"


class Site(msgspec.Struct, frozen=True):
    """What is the same for all requests."""

    folder: Path
    knowledge: Knowledge
    templates: Environment
    kept: Kept


def make_app(folder: Path, knowledge: Knowledge, hosts: Iterable[str] = LOOPBACK) -> Starlette:
    """Return the application for one project folder; it answers only requests that name one of the hosts."""
    register_url_convertor("document", _DocumentId())
    register_url_convertor("record", _RecordId())
    register_url_convertor("name", _Name())
    site = Site(folder, knowledge, _environment(), Kept(folder))
    routes: list[BaseRoute] = [Mount("/static", _Static(directory=STATIC), name="static")]
    for page in PAGES:
        routes += _routes(site, page)
    routes += judging_routes(folder, USER_COOKIE)
    app = Starlette(
        routes=routes,
        middleware=[Middleware(Guard, hosts=tuple(hosts))],
        exception_handlers={
            HTTPException: _handler(site),
            QuestionError: _handler(site),
            NotFoundError: _handler(site),
            StoreError: _handler(site),
            Exception: _handler(site),
        },
    )
    app.state.templates = site.templates
    return app


class _Static(StaticFiles):
    """Our own files: an address names its content by digest, so browsers may keep them."""

    def file_response(self, full_path: Any, stat_result: Any, scope: Scope, status_code: int = 200) -> Response:
        """Return a file that may be kept for a year where its address changes with its content."""
        response = super().file_response(full_path, stat_result, scope, status_code)
        named = b"v=" in scope.get("query_string", b"") or "/vendor/" in scope["path"]  # a digest, or a version in the name
        kept = "public, max-age=31536000, immutable" if named else "no-cache"
        response.headers["cache-control"] = kept
        return response


def _environment() -> Environment:
    templates = Environment(
        loader=PackageLoader("dragoman.web"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=finalize,
    )
    templates.globals |= {"static": _static, "words": words}
    templates.filters |= {
        "marked": visible_marked, "day": words.day_words, "when": words.when_words, "language": words.language_name,
        "hits": marked_hits,
    }  # fmt: skip
    return templates


@cache
def _static(name: str) -> str:
    """Return the address of one of our own files, with a digest of its content."""
    return f"/static/{name}?v={hashlib.sha256((STATIC / name).read_bytes()).hexdigest()[:12]}"


def _routes(site: Site, page: Page) -> list[BaseRoute]:
    """Return the routes of one page: JSON and CSV first, because an id may hold a dot."""
    stem = page.address if page.address != "/" else "/index"
    routes: list[BaseRoute] = [Route(f"{stem}.json", _endpoint(site, page, _as_json), methods=["GET"])]
    if page.address == "/":
        routes.append(Route("/.json", _endpoint(site, page, _as_json), methods=["GET"]))
    if page.columns:
        routes.append(Route(f"{stem}.csv", _endpoint(site, page, _as_csv, as_table=True), methods=["GET"]))
    return [*routes, Route(page.address, _endpoint(site, page, _as_page), methods=["GET"])]


Render = Callable[[Site, Page, Ask, Request, dict[str, Any]], Response]


def _endpoint(site: Site, page: Page, render: Render, **fields: Any) -> Callable[[Request], Response]:
    def endpoint(request: Request) -> Response:
        path = request.url.path
        parts = {name: str(value) for name, value in request.path_params.items()}
        user = user_of(request.cookies.get(USER_COOKIE, ""))
        ask = Ask(path=path, parts=parts, given=check_given(dict(request.query_params)), user=user, **fields)
        question = (page.address, *sorted(parts.items()), *sorted(ask.given.items()), ask.as_table)
        answer = site.kept.answer(question, lambda: _read(site, page, ask)) if page.kept else _read(site, page, ask)
        return render(site, page, ask, request, answer)

    return endpoint


def _read(site: Site, page: Page, ask: Ask) -> dict[str, Any]:
    with open_reader(site.folder) as reader:
        return page.answer(Room(reader, site.knowledge, site.folder), ask)


def _as_page(site: Site, page: Page, ask: Ask, request: Request, answer: dict[str, Any]) -> Response:
    """Return the page; of a document's page only the panel where that is all that a click asks for."""
    partial = request.headers.get("hx-request") == "true" and "hx-history-restore-request" not in request.headers
    template = f"panel_{page.template}" if partial and page.template == "document.html" else page.template
    return _html(site, template, {"page": answer, "ask": ask, "has_csv": bool(page.columns)}, vary=True)


def _html(site: Site, template: str, values: dict[str, Any], *, status: int = 200, vary: bool = False) -> Response:
    project = site.folder.resolve().name
    body = site.templates.get_template(template).render(project=project, nav=NAV, **values)
    headers = {"cache-control": "no-cache", **({"vary": "HX-Request, Cookie"} if vary else {})}
    return Response(body.encode("utf-8", "replace"), status, headers, "text/html; charset=utf-8")


def _as_json(site: Site, page: Page, ask: Ask, request: Request, answer: dict[str, Any]) -> Response:
    return Response(msgspec.json.encode(answer), headers={"cache-control": "no-cache"}, media_type="application/json")


def _as_csv(site: Site, page: Page, ask: Ask, request: Request, answer: dict[str, Any]) -> Response:
    """Return a list as a CSV file, whole; or as many rows as `limit` says: then a Link header names the next part."""
    name = "-".join(("dragoman", site.folder.resolve().name, *filter(None, page.address.split("/"))))
    headers = {"cache-control": "no-cache", "content-disposition": f"attachment; filename*=utf-8''{quote(name)}.csv"}
    whole = not ask.text("limit")
    if answer.get("next") and not whole:
        headers["link"] = f'<{ask.link(after=answer["next"])}>; rel="next"'
    parts = _csv_parts(site, page, ask, answer, whole=whole)
    return StreamingResponse(parts, headers=headers, media_type="text/csv; charset=utf-8")


def _csv_parts(site: Site, page: Page, ask: Ask, answer: dict[str, Any], *, whole: bool) -> Iterator[bytes]:
    """Yield the header and the rows of an answer; where all are wanted, the rows of the parts that follow it too."""
    yield _csv_lines([page.columns])
    while True:
        yield _csv_lines([_cell(row[name]) for name in page.columns] for row in answer["rows"])
        if not whole or not answer.get("next"):
            return
        ask = msgspec.structs.replace(ask, given={**ask.given, "after": answer["next"]})
        answer = _read(site, page, ask)


def _csv_lines(rows: Iterable[Iterable[str]]) -> bytes:
    table = io.StringIO(newline="")
    csv.writer(table, lineterminator="\r\n").writerows(rows)
    return table.getvalue().encode("utf-8", "replace")


def _cell(value: Any) -> str:
    """Return a cell that no spreadsheet runs as a formula."""
    if value is None:
        return ""
    text = value if isinstance(value, str) else msgspec.json.encode(value).decode()
    return f"'{text}" if isinstance(value, str) and text.startswith(_FORMULA) else text


NAV = (
    ("/documents", "Documents"), ("/events", "Events"), ("/statements", "Statements"), ("/actors", "Actors"),
    ("/stories", "Stories"), ("/outlets", "Outlets"), ("/dyads", "Dyads"), ("/map", "Map"), ("/network", "Network"),
    ("/system", "System"), ("/ledger", "Ledger"),
)  # fmt: skip


def _handler(site: Site) -> Callable[[Request, Exception], Response]:
    """Return what answers an error: a page that says what to do next, or the same as JSON."""

    def handle(request: Request, error: Exception) -> Response:
        status, title, message = _explain(error)
        path = request.url.path
        if path.endswith((".json", ".csv")):
            body = msgspec.json.encode({"error": title, "message": message, "status": status})
            return Response(body, status, {"cache-control": "no-store"}, "application/json")
        values = {"page": {"title": title, "message": message, "status": status}, "ask": Ask(path=path), "has_csv": False}
        return _html(site, "error.html", values, status=status)

    return handle


def _explain(error: Exception) -> tuple[int, str, str]:
    if isinstance(error, QuestionError):
        return 400, "That cannot be asked", str(error)
    if isinstance(error, NotFoundError):
        return 404, "Not in this project", str(error)
    if isinstance(error, StoreError):
        return 503, "The project cannot be read", str(error)
    if isinstance(error, HTTPException):
        return error.status_code, "No such page" if error.status_code == 404 else "Refused", (
            "The address names no page of this reading room. Start from the front page, or search."
            if error.status_code == 404 else str(error.detail)
        )  # fmt: skip
    return 500, "The program failed", "This page could not be made. The fault is written where the server was started."
