"""A small project, read once: our own texts."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from dragoman.kit import Kit
from dragoman.project import open_project

TEXTS = {
    "a/visit.txt": "The French foreign minister met his German counterpart in Berlin on 5 October 2021. France promised "
    "to send medical aid to Mali.\n",
    "a/copy.txt": "Japan and India signed an agreement on fishing rights in Tokyo on 3 March 2022.\n",
    "b/copy.txt": "Japan and India signed an agreement on fishing rights in Tokyo on 3 March 2022.\n",
    "b/accords.txt": "La France et l'Allemagne ont signé un accord à Paris le 4 mai 2022. « Nous ne céderons pas », a déclaré "
    "le ministre allemand.\n",
    "b/empty.txt": "",
    "c/rows.jsonl": '{"text": "Turkey accused Greece of violating its airspace."}\n{"text": 5}\n'
    '{"text": "Turkey accused Greece of violating its airspace.", "outlet": "Example Post"}\n',
}


def write_texts(folder: Path) -> Path:
    """Write the texts under a folder and return it."""
    for name, text in TEXTS.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


@pytest.fixture(scope="session")
def finished(kit: Kit, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of a project that was read undisturbed, with its inputs in `inputs` beside it."""
    home = tmp_path_factory.mktemp("finished")
    inputs = write_texts(home / "inputs")
    with pytest.MonkeyPatch.context() as patch, open_project(home / "project", kit) as project:
        patch.chdir(inputs)
        project.read(["a", "b", "c"], workers=1)
    return home / "project"


@pytest.fixture
def copied(finished: Path, tmp_path: Path) -> Path:
    """Return a copy of the finished project that a test may damage."""
    return Path(shutil.copytree(finished, tmp_path / "project"))
