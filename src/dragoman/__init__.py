"""DRAGOMAN reads news about relations between states and keeps an auditable record of who did what to whom."""

from __future__ import annotations

import importlib
from typing import Any

_HOMES = {
    "DragomanError": "dragoman.errors",
    "Settings": "dragoman.settings",
    "classify_relation": "dragoman.extract.events.relations",
    "load_kit": "dragoman.kit",
    "open_project": "dragoman.project",
    "rate_factuality": "dragoman.extract.modality.stage",
    "read_text": "dragoman.project",
    "records": "",
    "system": "",
}

__all__ = [
    "DragomanError",
    "Settings",
    "classify_relation",
    "load_kit",
    "open_project",
    "rate_factuality",
    "read_text",
    "records",
    "system",
]


def __getattr__(name: str) -> Any:
    """Import a public name when it is first used: models and tables load only for those who need them."""
    if name not in _HOMES:
        raise AttributeError(f"module 'dragoman' has no attribute {name!r}; public names: {', '.join(sorted(_HOMES))}")
    home = _HOMES[name]
    return getattr(importlib.import_module(home), name) if home else importlib.import_module(f"dragoman.{name}")


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
