"""A project from Python: open it, read into it, look at its tables."""

from __future__ import annotations

import datetime
import functools
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

import msgspec

from dragoman.errors import InputError
from dragoman.ids import document_id
from dragoman.intake.dates import read_date
from dragoman.intake.files import Overrides
from dragoman.intake.listing import unreachable
from dragoman.kit import Kit, load_kit
from dragoman.records import Document, Reading
from dragoman.settings import load_settings
from dragoman.store.check import CheckResult, check_store
from dragoman.store.lock import WriterLock
from dragoman.store.queries import Row, run_summary, search_documents, table_rows
from dragoman.store.store import Store, open_store

if TYPE_CHECKING:
    import pyarrow

_MOST_TOLD = 5  # paths that a message names


class Summary(msgspec.Struct, frozen=True, kw_only=True):
    """What a run has done: `accepted + duplicate + rejected = inputs`. `damaged` counts inputs that lost a part."""

    run: int
    inputs: int
    accepted: int
    duplicate: int
    rejected: int
    damaged: int
    languages: dict[str, int]
    records: dict[str, int]
    rejections: tuple[dict[str, str], ...] = ()


class Project:
    """A folder with one project file. Open it with `open_project`; use it as a context manager or close it."""

    def __init__(self, folder: Path, kit: Kit | None = None) -> None:
        self.folder = folder
        self._kit = kit
        self._store: Store | None = None

    def read(
        self,
        paths: Iterable[str | Path] | str | Path,
        *,
        published: str | datetime.date | None = None,
        outlet: str | None = None,
        language: str | None = None,
        workers: int | None = None,
        progress: Callable[[int], None] | None = None,
    ) -> Summary:
        """Read files and folders into the project, which is made if it is not there.

        `published`, `outlet` and `language` state what the inputs themselves may not. A run that was cut off goes on when
        the same paths are given again.

        Raises:
            InputError: `published` is no date, `language` names no language, or none of the paths can be read. Nothing is
                made then; where some can, the others are rejected inputs.
            StoreError: another process writes to the project, or its file cannot be used.
        """
        from dragoman.pipeline import run  # here, not above: the stages are not needed to look at a project

        told, spoken = _written(published), _spoken(language)
        given = [paths] if isinstance(paths, str | Path) else list(paths)
        _check_paths(given)
        self._close_store()
        if self._kit is None:  # first of all: with faulty tables or settings no folder is made
            self._kit = load_kit(load_settings(self.folder))
        store = open_store(self.folder, create=True)
        with store, WriterLock(self.folder):
            declared = Overrides(published=told, outlet=outlet, language=spoken)
            number = run(store, given, self._kit, declared, workers=workers, progress=progress)
            with store.reading() as connection:
                return msgspec.convert(run_summary(connection, number), Summary)

    def table(self, name: str) -> pyarrow.Table:
        """Return a table of the project ("events", "reports", "documents" ...) with a schema that never changes."""
        from dragoman.export import arrow_table

        with self._opened().reading() as connection:
            return arrow_table(connection, name)

    def events_table(self) -> pyarrow.Table:
        """Return the events as `dragoman.system` takes them: a row for each event and directed pair of states."""
        from dragoman.event_rows import project_events

        if self._kit is None:
            self._kit = load_kit(load_settings(self.folder))
        with self._opened().reading() as connection:
            return project_events(connection, self._kit)

    def rows(self, name: str) -> list[Row]:
        """Return a table of the project as a list of dicts."""
        with self._opened().reading() as connection:
            return list(table_rows(connection, name))

    def search(self, question: str, limit: int = 50) -> list[Row]:
        """Return the documents that hold all words of a question, best first: id, path, title, snippet."""
        with self._opened().reading() as connection:
            return search_documents(connection, question, limit)

    def check(self) -> CheckResult:
        """Return every fault of the project: spans that are not their quotes, links without ends, a wrong ledger."""
        return check_store(self._opened())

    def close(self) -> None:
        """Close the project file."""
        self._close_store()

    def __enter__(self) -> Project:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _opened(self) -> Store:
        if self._store is None:
            self._store = open_store(self.folder)
        return self._store

    def _close_store(self) -> None:
        if self._store is not None:
            self._store.close()
            self._store = None


def open_project(folder: str | Path, kit: Kit | None = None) -> Project:
    """Open a project folder; `read` makes it where it is not there. Without a kit, the project's settings give one."""
    return Project(Path(folder), kit)


def _check_paths(given: Sequence[str | Path]) -> None:
    """Refuse paths of which none can be read: a project of nothing would be made under a mistyped name."""
    lost = unreachable(given)
    if lost and all(Path(path).as_posix() in lost for path in given):
        told = [f"{path}: {why}" for path, why in list(lost.items())[:_MOST_TOLD]]
        more = [f"and {len(lost) - _MOST_TOLD:,} more"] if len(lost) > _MOST_TOLD else []
        raise InputError("not_found", f"{'; '.join(told + more)}; name files or folders that can be read")


def _written(published: str | datetime.date | None) -> str | None:
    """Return a declared date in writing; refuse what is none: every other date of the text would hang in the air."""
    written = published.isoformat() if isinstance(published, datetime.date) else published
    if written and read_date(written) is None:
        raise InputError("bad_date", f"published: {written!r} is no date; write it as 2021-10-05")
    return written or None


def _spoken(language: str | None) -> str | None:
    """Return the code of a declared language; refuse what is none: it would be guessed, and nobody would know."""
    from dragoman.languages.detect import declared_language

    code = declared_language(language)
    if language and code is None:
        raise InputError("bad_language", f"language: {language!r} is no code of a language; write it as en or fr (ISO 639)")
    return code


@functools.cache
def _default_kit() -> Kit:
    return load_kit()


def read_text(
    text: str,
    *,
    kit: Kit | None = None,
    published: str | datetime.date | None = None,
    outlet: str | None = None,
    language: str | None = None,
    title: str | None = None,
    path: str = "",
) -> Reading:
    """Read one text: everything it says, each record with its evidence. Without `language` it is detected.

    Without a kit the default one serves, loaded at the first call and kept: texts one by one in a notebook stay fast.

    Raises:
        InputError: the text holds no words, `published` is no date, or `language` names no language.
    """
    from dragoman.languages.detect import detect_language
    from dragoman.pipeline import read_document

    if not isinstance(text, str):
        raise InputError("not_text", f"a text is wanted, not {type(text).__name__}; of a file: Path(...).read_text()")
    if not text.strip():
        raise InputError("empty", "the text holds nothing but blanks; give a text with words")
    document = Document(
        id=document_id(text.encode("utf-8", "surrogatepass")),
        text=text,
        path=path,
        language=_spoken(language) or detect_language(text),
        declared_title=title,
        declared_published=_written(published),
        declared_outlet=outlet,
    )
    return read_document(document, kit or _default_kit())
