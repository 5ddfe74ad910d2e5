"""Where settings come from."""

from __future__ import annotations

from pathlib import Path

import pytest

from dragoman.errors import SettingsError
from dragoman.settings import Settings, load_settings


def test_a_flag_beats_the_environment_and_the_environment_beats_the_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """dragoman.toml < DRAGOMAN_* < flag."""
    (tmp_path / "dragoman.toml").write_text("workers = 1\nmax_text_chars = 10\nmodel_en = 'file'\n")
    monkeypatch.setenv("DRAGOMAN_WORKERS", "2")
    monkeypatch.setenv("DRAGOMAN_MAX_TEXT_CHARS", "20")
    settings = load_settings(tmp_path, {"workers": 3, "max_file_bytes": None})
    assert (settings.workers, settings.max_text_chars, settings.model_en) == (3, 20, "file")
    assert settings.max_file_bytes == Settings().max_file_bytes


@pytest.mark.parametrize("line", ["workers = -1", "speed = 3", "workers = 'many'", "workers ="])
def test_a_bad_setting_names_where_it_was_set(tmp_path: Path, line: str) -> None:
    """A wrong value, an unknown name and broken TOML are refused with the file's name."""
    (tmp_path / "dragoman.toml").write_text(line + "\n")
    with pytest.raises(SettingsError, match=r"dragoman\.toml"):
        load_settings(tmp_path)
