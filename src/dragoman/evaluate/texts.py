"""Finding the texts that a gold file annotates."""

from __future__ import annotations

from pathlib import Path

import msgspec

from dragoman.errors import InputError
from dragoman.intake.files import read_inputs
from dragoman.records import Document
from dragoman.settings import Settings

_SAMPLES = Path(__file__).parent.parent / "samples" / "documents"


def gold_file(gold: Path, name: str) -> Path:
    """Return the gold file itself, or the file of that name where `gold` is a folder."""
    return gold / name if gold.is_dir() else gold


def gold_document(gold: Path, name: str, settings: Settings) -> Document:
    """Return the document that gold rows call `name`: a file name, a stem, or the start of one up to an underscore.

    It is looked for beside the gold, in `documents` below it, in `seeds` or `samples` beside its folder, and among the
    bundled samples, and read as `dragoman read` reads it, but without limits of size.

    Raises:
        InputError: there is no such file, or it cannot be read.
    """
    folder = gold if gold.is_dir() else gold.parent
    places = (folder, folder / "documents", folder.parent / "seeds", folder.parent / "samples", folder.parent, _SAMPLES)
    path = next((path for place in places for path in sorted(place.glob(f"{name}*")) if _named(path, name)), None)
    if path is None:
        raise InputError("bad_gold", f"{gold}: no text of document {name!r} beside it; put {name}.txt there")
    unlimited = msgspec.structs.replace(settings, max_file_bytes=1 << 30, max_text_chars=1 << 30)
    for item in read_inputs([path], unlimited):
        if item.document is not None:
            return item.document
    raise InputError("bad_gold", f"{path}: the document {name!r} of this gold cannot be read; restore it")


_SUFFIXES = (".txt", ".html", ".htm", ".gz")


def _named(path: Path, name: str) -> bool:
    if not path.is_file() or path.suffix not in _SUFFIXES:
        return False
    stem = path.name.removesuffix(".gz").rsplit(".", 1)[0]
    return name in (path.name, stem) or stem.startswith(f"{name}_")
