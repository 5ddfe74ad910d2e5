"""What others wrote and we ship: named, licensed, unchanged, and small."""

from __future__ import annotations

import hashlib
import json
import re
from pathlib import Path

from dragoman.web.app import STATIC

VENDOR = STATIC / "vendor"
LICENCES = {"0BSD", "ISC", "MIT", "BSD-2-Clause", "BSD-3-Clause", "OFL-1.1", "Apache-2.0"}


def test_every_file_is_listed_with_its_digest() -> None:
    """vendor.json names each file with package, version, licence and SHA-256, and nothing else is there."""
    rows = json.loads((VENDOR / "vendor.json").read_text(encoding="utf-8"))
    assert {row["file"] for row in rows} | {"vendor.json"} == {path.name for path in VENDOR.iterdir()}
    for row in rows:
        assert hashlib.sha256((VENDOR / row["file"]).read_bytes()).hexdigest() == row["sha256"], row["file"]
        assert row["licence"] in LICENCES
        assert row["name"]
        assert row["version"]
        assert row["path"]


def test_versions_stand_in_the_names_of_files() -> None:
    """Browsers keep vendored files for a year: a new version must have a new name."""
    rows = json.loads((VENDOR / "vendor.json").read_text(encoding="utf-8"))
    assert rows
    assert all(row["version"] in row["file"] for row in rows if not row["file"].endswith("LICENSE.txt"))


def test_all_files_of_the_pages_stay_small() -> None:
    """Under 1.2 MB altogether."""
    assert sum(path.stat().st_size for path in STATIC.rglob("*") if path.is_file()) < 1_200_000


def test_no_file_loads_anything_from_elsewhere() -> None:
    """Styles and scripts of our own name no foreign address."""
    for path in [*STATIC.glob("*.css"), *STATIC.glob("*.js"), *Path(STATIC.parent / "templates").glob("*.html")]:
        content = path.read_text(encoding="utf-8")
        assert not re.search(r"https?://(?!www\.w3\.org/)", content), path.name
