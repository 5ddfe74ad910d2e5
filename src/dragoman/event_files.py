"""Event files on disk -> the event table of `dragoman.system`: opened, unpacked, recognised; and written."""

from __future__ import annotations

import gzip
import io
import os
import tempfile
import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

import msgspec

from dragoman.errors import InputError
from dragoman.kit import Kit
from dragoman.knowledge.rows import StateCodeRow
from dragoman.languages.rows import NameRow
from dragoman.system.event_table import join_events
from dragoman.system.formats import EventFile, read_events, recognise
from dragoman.system.formats.names import StateNames

_LARGEST = 4 << 30  # bytes after unpacking: what one machine can take at once
_NAME_KINDS = ("name", "short", "acronym")


def open_events(path: Path, kit: Kit, form: str | None = None) -> EventFile:
    """Return the events of a file: ICEWS, GDELT, POLECAT, counts by pair, our Parquet; plain, gzipped or zipped.

    Of a folder all files are read, as GDELT comes in one for every quarter of an hour: those are read as one, since GDELT
    emits events again in later files. Faults name their file (of GDELT, lines count through all files).

    Raises:
        InputError: the file cannot be read, or is of no known format; the folder holds none.
    """
    if not path.is_dir():
        return read_events(file_bytes(path), state_names(kit), form)
    files = sorted(file for file in path.iterdir() if file.is_file() and not file.name.startswith("."))
    if not files:
        raise InputError("empty", f"{path} holds no file; give a folder with files of events")
    data = [(file, file_bytes(file)) for file in files]
    if all((form or recognise(content)) == "gdelt" and content[:1].isdigit() for _, content in data):
        return read_events(b"".join(content.rstrip(b"\r\n") + b"\n" for _, content in data), state_names(kit), "gdelt")
    read = [(file, read_events(content, state_names(kit), form)) for file, content in data]
    faults = [
        msgspec.structs.replace(fault, kind=f"{file.name}: {fault.kind}") for file, found in read for fault in found.faults
    ]
    return EventFile(
        events=join_events([found.events for _, found in read]), format=", ".join(sorted({found.format for _, found in read})),
        faults=tuple(faults), rows=sum(found.rows for _, found in read),
    )  # fmt: skip


def file_bytes(path: Path) -> bytes:
    """Return the bytes of a file, unpacked if it is gzipped or a zip with one member.

    Raises:
        InputError: the file cannot be read, or its archive is damaged, too large or holds several files.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        raise InputError("unreadable", f"{path}: {error.strerror}; give a file of events") from error
    try:
        if data.startswith(b"\x1f\x8b"):
            with gzip.GzipFile(fileobj=io.BytesIO(data)) as packed:
                return _bounded(packed.read(_LARGEST + 1), path)
        if data.startswith(b"PK\x03\x04"):
            return _only_member(data, path)
    except (EOFError, zlib.error, gzip.BadGzipFile, zipfile.BadZipFile) as error:
        raise InputError("damaged", f"{path}: the archive is damaged ({error}); fetch it again", damaged=True) from error
    return data


def _only_member(data: bytes, path: Path) -> bytes:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        members = [member for member in archive.infolist() if not member.is_dir()]
        if len(members) != 1:
            raise InputError("archive", f"{path} holds {len(members)} files; unpack it and give them one by one")
        if members[0].file_size > _LARGEST:
            return _bounded(b"", path, too_large=True)
        try:
            return archive.read(members[0])
        except RuntimeError as error:  # encrypted, or packed in a way that Python does not know
            raise InputError("archive", f"{path} cannot be unpacked ({error}); unpack it and give the file in it") from error


def _bounded(data: bytes, path: Path, *, too_large: bool = False) -> bytes:
    if too_large or len(data) > _LARGEST:
        raise InputError("too_large", f"{path} unpacks to more than {_LARGEST >> 30} GiB; split it by year")
    return data


def state_names(kit: Kit) -> StateNames:
    """Return the names and codes of states as the kit knows them."""
    return kit.compiled(_state_names)


def _state_names(kit: Kit) -> StateNames:
    states = kit.knowledge.states
    names = {states[identifier].name.casefold(): identifier for identifier in sorted(states)}
    for row in kit.languages["en"].rows("names", NameRow):
        if row.entity in states and row.kind in _NAME_KINDS:
            names.setdefault(row.form.casefold(), row.entity)
    codes = {identifier: identifier for identifier in states}
    codes |= {row.code: row.entity for row in kit.knowledge.state_codes if row.system == "CAMEO"}
    return StateNames(by_name=names, by_code=codes)


def code_of_states(kit: Kit) -> Callable[[str, str, str], str]:
    """Return a function that gives a state's code in a system (COW, GW) on a day; with no day, its latest."""
    table: dict[tuple[str, str], list[StateCodeRow]] = {}
    for row in kit.knowledge.state_codes:
        table.setdefault((row.entity, row.system), []).append(row)

    def code(state: str, system: str, day: str) -> str:
        rows = sorted(table.get((state, system), []), key=lambda row: row.valid_from or "")
        on_day = [row for row in rows if not day or ((row.valid_from or "") <= day <= (row.valid_to or "9999"))]
        return on_day[-1].code if on_day else ""

    return code


def state_titles(kit: Kit) -> dict[str, str]:
    """Return the names of all states and organisations by id."""
    return {identifier: actor.name for identifier, actor in kit.knowledge.entities.items()}


@contextmanager
def whole_file(path: Path) -> Iterator[IO[bytes]]:
    """Give a file to write that takes the place of `path` at the end of the block, or leaves no trace where the block fails.

    Raises:
        OSError: the folder is not there or cannot be written to, the disk is full, `path` is a folder.
    """
    with tempfile.NamedTemporaryFile(dir=path.parent, prefix=f".{path.name}.", delete=False) as handle:
        temporary = Path(handle.name)
        try:
            yield handle
            handle.flush()
            temporary.chmod(0o666 & ~_umask())  # readable for whom a file of this user is; a temporary file is for nobody else
            temporary.replace(path)
        except BaseException:
            temporary.unlink(missing_ok=True)
            raise


def _umask() -> int:
    current = os.umask(0)
    os.umask(current)
    return current


def why_unwritable(path: Path, error: OSError) -> str:
    """Say why a file could not be written, and what to do."""
    if isinstance(error, FileNotFoundError):
        return f"cannot write {path}: there is no folder {path.parent}; make it first, or name another file"
    if isinstance(error, IsADirectoryError):
        return f"cannot write {path}: it is a folder; name a file in it"
    return f"cannot write {path}: {error.strerror or error}; free the disk, or name a file in a folder that you may write to"


def write_whole(path: Path, data: bytes) -> None:
    """Write a file whole or not at all.

    Raises:
        InputError: the folder cannot be written to.
    """
    try:
        with whole_file(path) as handle:
            handle.write(data)
    except OSError as error:
        raise InputError("unwritable", why_unwritable(path, error)) from error
