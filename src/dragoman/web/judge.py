"""Judging from the page: the only requests that change anything, each a small form from one of our own pages."""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import parse_qs, quote, unquote

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import BaseRoute, Route

from dragoman.errors import JudgementError
from dragoman.store.judgements import append, undo
from dragoman.store.store import open_store
from dragoman.web.ask import QuestionError

_YEAR = 365 * 24 * 3600
_LONGEST = {"user": 80, "note": 1000}


def judging_routes(folder: Path, cookie: str) -> list[BaseRoute]:
    """Return the routes that record a judgement, take one back, and set the analyst's name."""
    return [
        Route("/judgements", _form(folder, cookie, _judge), methods=["POST"]),
        Route("/judgements/{number:int}/undo", _form(folder, cookie, _undo), methods=["POST"]),
        Route("/user", _form(folder, cookie, _name), methods=["POST"]),
    ]


Act = Callable[[Path, dict[str, str], int], int | None]


def _form(folder: Path, cookie: str, act: Act) -> Callable[[Request], Awaitable[Response]]:
    async def endpoint(request: Request) -> Response:
        from starlette.concurrency import run_in_threadpool

        given = _fields(await request.body())
        if not given.get("user"):
            given["user"] = user_of(request.cookies.get(cookie, ""))
        if not given["user"]:
            raise QuestionError("A judgement needs the name of who judges: go back and fill in your name.")
        try:
            number = await run_in_threadpool(act, folder, given, request.path_params.get("number", 0))
        except JudgementError as error:
            raise QuestionError(str(error)) from error
        response = RedirectResponse(_back(given.get("back", ""), number), 303)
        response.set_cookie(cookie, quote(given["user"]), max_age=_YEAR, httponly=True, samesite="strict", path="/")
        return response

    return endpoint


def user_of(cookie: str) -> str:
    """Return the analyst's name as the cookie keeps it."""
    return unquote(cookie)[: _LONGEST["user"]].strip()


def _fields(body: bytes) -> dict[str, str]:
    """Return the fields of a form, each given once.

    Raises:
        QuestionError: it is no form, or a field is too long.
    """
    try:
        found = parse_qs(body.decode("utf-8"), keep_blank_values=True, strict_parsing=bool(body), max_num_fields=12)
    except (ValueError, UnicodeDecodeError) as error:
        raise QuestionError("The form cannot be read; go back to the page and send it again.") from error
    fields = {name: values[-1].strip() for name, values in found.items()}
    for name, value in fields.items():
        if len(value) > _LONGEST.get(name, 300) or "\0" in value:
            raise QuestionError(f"{name[:40]} is too long: at most {_LONGEST.get(name, 300)} characters")
    return fields


def _judge(folder: Path, given: dict[str, str], _: int) -> int:
    with closing(open_store(folder)) as store:
        made = append(
            store, verdict=given.get("verdict", ""), left=given.get("left", ""), right=given.get("right") or None,
            value=given.get("value") or None, user=given["user"], now=_now(), note=given.get("note", ""),
        )  # fmt: skip
    return made.number


def _undo(folder: Path, given: dict[str, str], number: int) -> int:
    with closing(open_store(folder)) as store:
        return undo(store, number, user=given["user"], now=_now(), note=given.get("note", "")).number


def _name(folder: Path, given: dict[str, str], _: int) -> None:
    return None


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")


def _back(address: str, number: int | None) -> str:
    """Return where to go on: an address of this reading room, with the number of the judgement for the page to tell."""
    stem = address.partition("#")[0]
    if not re.fullmatch(r"/(?!/)[^\s\\]*", stem):
        stem = "/judgements"
    if number is None:
        return stem
    stem = re.sub(r"([?&])judged=\d+&?", r"\1", stem).rstrip("?&")
    joined = "&" if "?" in stem else "?"
    return f"{stem}{joined}judged={number}#judged"
