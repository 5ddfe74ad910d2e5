"""A chart into a file, whole or not at all."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable
from pathlib import Path

from dragoman.charts.style import FORMS, Form
from dragoman.errors import InputError


def chart_form(path: Path) -> Form:
    """Return the form that the ending of a file asks for.

    Raises:
        InputError: it is neither SVG nor PNG.
    """
    for form in FORMS:
        if path.suffix.casefold() == f".{form}":
            return form
    raise InputError("chart", f"{path}: a chart is .svg or .png; name the file so")


def write_chart(path: Path, draw: Callable[[Form], bytes]) -> None:
    """Draw a chart and write it.

    Raises:
        InputError: the ending is unknown, or the file cannot be written.
    """
    content = draw(chart_form(path))
    try:
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=".chart-")
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        Path(name).chmod(0o644)
        Path(name).replace(path)
    except OSError as error:
        raise InputError("chart", f"{path}: {error.strerror}; choose another file") from error
