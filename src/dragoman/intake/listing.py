"""Which files the given paths stand for, in an order that depends on nothing but their names."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Iterator
from pathlib import Path

from dragoman.records import Record

SUFFIXES = (
    ".txt", ".txt.gz", ".html", ".htm", ".html.gz", ".htm.gz", ".jsonl", ".ndjson", ".jsonl.gz", ".ndjson.gz", ".json",
    ".json.gz", ".csv", ".csv.gz", ".tsv", ".tsv.gz", ".warc", ".warc.gz",
)  # fmt: skip

# What to do with a file in a form that is not read.
_ADVICE = (
    ((".pdf",), "take the text out of the PDF first, with pdftotext for one"),
    ((".docx", ".doc", ".odt", ".rtf", ".epub"), "save it as plain text"),
    ((".xlsx", ".xls", ".ods"), "save the sheet as CSV, with a column called text"),
    ((".parquet", ".feather", ".rds"), "write it as CSV or JSON lines, with a field called text"),
    ((".zip", ".tar", ".tgz", ".7z", ".rar", ".bz2", ".xz", ".zst", ".tar.gz"), "unpack it first"),
    ((".eml", ".msg", ".mbox"), "save the messages as plain text"),
    ((".rss", ".atom", ".xml"), "save the articles themselves, not the feed"),
    ((".mhtml", ".mht", ".webarchive"), "save the page as HTML"),
    ((".wacz",), "unpack it: the web archives in it end in .warc.gz"),
    ((".md", ".text", ".log", ".asc"), "if it is plain text, let its name end in .txt"),
)


class InputItem(Record, frozen=True, kw_only=True):
    """One file to read, or the reason why it cannot be. `path` goes into the records, `file` is opened."""

    path: str
    file: str
    reason: str = ""


def list_inputs(paths: Iterable[str | Path] | str | Path) -> tuple[InputItem, ...]:
    """Return every file under the paths, sorted by name; a file that is reached twice stands once.

    Folders are searched whole. A symbolic link is followed unless it leads back into a folder that contains it. What
    cannot be listed stands in the result with its reason.
    """
    if isinstance(paths, str | Path):
        paths = [paths]  # a text alone would else be taken for a list of its letters
    found: dict[str, InputItem] = {}
    for path in sorted({Path(path).as_posix() for path in paths}):
        for item in _walk(Path(path), ()):
            found.setdefault(item.path, item)
    kept: dict[str, InputItem] = {}
    for item in sorted(found.values(), key=lambda item: (bool(item.reason), item.path)):
        kept.setdefault(item.file, item)
    return tuple(sorted(kept.values(), key=lambda item: item.path))


def unreachable(paths: Iterable[str | Path]) -> dict[str, str]:
    """Return which of the given paths cannot be read, each with the reason in words; what stands in folders is not tried."""
    found: dict[str, str] = {}
    for path in map(Path, paths):
        try:
            path.resolve(strict=True)
            if not os.access(path, os.R_OK):
                raise PermissionError
        except (OSError, RuntimeError, ValueError) as error:
            found[path.as_posix()] = _why(path, error).partition(": ")[2]
    return found


def suffix_of(path: str) -> str:
    """Return the suffix that says how to read a file (".html.gz"), or "" where none does."""
    name = path.rsplit("/", 1)[-1].lower()
    return next((suffix for suffix in sorted(SUFFIXES, key=len, reverse=True) if name.endswith(suffix)), "")


def _walk(path: Path, above: tuple[str, ...]) -> Iterator[InputItem]:
    """Yield the file, or all files of the folder; `above` are the real folders on the way down."""
    shown = path.as_posix()
    try:
        real = os.path.realpath(path, strict=True)
        mode = Path(real).stat().st_mode
    except (OSError, RuntimeError, ValueError) as error:
        yield InputItem(path=shown, file=shown, reason=_why(path, error))
        return
    if stat.S_ISDIR(mode):
        if real in above:
            yield InputItem(path=shown, file=shown, reason="link_loop: a symbolic link to a folder that contains it")
            return
        yield from _walk_folder(path, (*above, real))
    elif stat.S_ISREG(mode):
        yield _judged(shown, real)
    else:
        yield InputItem(path=shown, file=real, reason="not_a_file: a pipe, socket or device; give a regular file")


def _walk_folder(folder: Path, above: tuple[str, ...]) -> Iterator[InputItem]:
    try:
        inside = sorted(folder.iterdir())
    except OSError as error:
        yield InputItem(path=folder.as_posix(), file=folder.as_posix(), reason=_why(folder, error))
        return
    for path in inside:
        yield from _walk(path, above)


def _judged(shown: str, real: str) -> InputItem:
    """Return the file, refused where its name says no format that is read."""
    return InputItem(path=shown, file=real, reason="" if suffix_of(shown) else f"unknown_format: {_advice(shown)}")


def _advice(path: str) -> str:
    """Say what can be done about a file in a form that is not read."""
    name = path.lower()
    advice = next((words for suffixes, words in _ADVICE if name.endswith(suffixes)), "")
    return f"{advice}; read are {', '.join(SUFFIXES)}" if advice else f"read are {', '.join(SUFFIXES)}"


def _why(path: Path, error: Exception) -> str:
    """Say in words why a path cannot be reached."""
    if isinstance(error, FileNotFoundError):
        if path.name == "-":
            return "not_found: standard input is not read; put the text into a file"
        broken = path.is_symlink()
        return "broken_link: the link's target does not exist" if broken else "not_found: there is no such file or folder"
    if isinstance(error, PermissionError):
        return "unreadable: permission denied; make the file readable and run again"
    if isinstance(error, RuntimeError) or getattr(error, "errno", None) == 40:  # ELOOP
        return "link_loop: a symbolic link that leads to itself"
    return f"unreadable: {error}"
