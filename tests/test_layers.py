"""The layers of the package: imports go one way only, and the pure stages stay pure."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

SOURCE = Path(__file__).parents[1] / "src" / "dragoman"

# Each may import what stands before it, and itself.
LAYERS = (
    "errors", "records", "ids", "settings", "tables", "knowledge", "languages", "kit", "models", "user_tables", "intake",
    "extract", "merge", "system", "charts", "event_files", "voices", "store", "engines", "runs", "pipeline", "export",
    "origins", "event_rows", "project", "evaluate", "show", "web", "cli", "__main__",
)  # fmt: skip
PURE = ("extract", "merge", "system")
IMPURE = {
    "sqlalchemy", "sqlite3", "duckdb", "time", "datetime.datetime.now", "random", "secrets", "uuid", "socket", "ssl",
    "urllib.request", "http", "requests", "httpx", "multiprocessing", "concurrent", "threading", "subprocess", "asyncio",
    "ray", "os", "shutil", "tempfile",
}  # fmt: skip

MODULES = sorted(path for path in SOURCE.rglob("*.py") if path != SOURCE / "__init__.py")


def imports(path: Path) -> Iterator[str]:
    """Yield the full name of everything that a module imports, anywhere in it."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative import"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def layer(path: Path) -> str:
    """Return the layer of a module: its folder, or its own name at the top."""
    return path.relative_to(SOURCE).parts[0].removesuffix(".py")


def test_every_module_has_a_layer() -> None:
    """A new module at the top must take its place in the order."""
    assert {layer(path) for path in MODULES} <= set(LAYERS)


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(SOURCE)))
def test_imports_go_one_way(path: Path) -> None:
    """A module imports only from layers before its own, and from its own."""
    own = LAYERS.index(layer(path))
    for name in imports(path):
        parts = name.split(".")
        if parts[0] == "dragoman" and parts[1] != "__version__":
            assert LAYERS.index(parts[1]) <= own, f"{layer(path)} imports {name}"


@pytest.mark.parametrize(
    "path", [path for path in MODULES if layer(path) in PURE], ids=lambda path: str(path.relative_to(SOURCE))
)
def test_stages_are_pure(path: Path) -> None:
    """Extract, merge and system know no database, clock, chance, network, disk or engine."""
    for name in imports(path):
        assert not any(name == bad or name.startswith(f"{bad}.") for bad in IMPURE), name


def test_importing_the_package_stays_light() -> None:
    """`import dragoman` loads no model library, no database, no table library."""
    code = "import sys, dragoman; print(sorted({'spacy', 'sqlalchemy', 'pyarrow', 'sklearn', 'numpy'} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


def test_public_names_are_few_sorted_and_there() -> None:
    """At most twelve public names, in order, each of which can be imported."""
    import dragoman

    assert len(dragoman.__all__) <= 12
    assert dragoman.__all__ == sorted(dragoman.__all__)
    for name in dragoman.__all__:
        assert getattr(dragoman, name) is not None
    with pytest.raises(AttributeError, match="public names"):
        _ = dragoman.nonsense


# The rooms of extract, in the order of the line: each may import what stands before it, and itself.
ROOMS = ("parse", "modality", "dates", "names", "attribution", "speakers", "positions", "events")


@pytest.mark.parametrize("path", [path for path in MODULES if layer(path) == "extract"], ids=lambda path: path.stem)
def test_rooms_of_extract_are_entered_one_way(path: Path) -> None:
    """A room of extract knows only the rooms before it."""
    parts = path.relative_to(SOURCE).parts
    if len(parts) == 2:
        assert path.name == "__init__.py", "every module of extract stands in a room"
        return
    for name in imports(path):
        if name.startswith("dragoman.extract."):
            assert ROOMS.index(name.split(".")[2]) <= ROOMS.index(parts[1]), f"{parts[1]} imports {name}"
