"""A project from Python: reading, reading again, going on after a cut, the same bytes in any order."""

from __future__ import annotations

import datetime
import gzip
import random
from collections.abc import Sequence
from pathlib import Path

import pytest

import dragoman
from dragoman import project as projects
from dragoman import runs
from dragoman.errors import InputError
from dragoman.kit import Kit
from dragoman.records import Document, Reading
from dragoman.store.queries import TABLES
from dragoman.store.store import open_store

TEXTS = {
    "accord.txt": "La France et l'Allemagne ont signé un accord à Paris le 4 mai 2022.",
    "copy.txt": "Japan and India signed an agreement on fishing rights in Tokyo on 3 March 2022.",
    "original.txt": "Japan and India signed an agreement on fishing rights in Tokyo on 3 March 2022.",
    "rows.jsonl": '{"text": "Turkey accused Greece of violating its airspace."}\n{"text": 5}\n',
    "sanctions.txt": "Canada imposed sanctions on Belarus. The Canadian foreign minister met her Polish counterpart.",
    "visit.txt": "The French foreign minister met his German counterpart in Berlin on 5 October 2021.",
    "void.txt": "",
}


@pytest.fixture
def inputs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return the names of our own texts, written into the current folder."""
    monkeypatch.chdir(tmp_path)
    for name, text in TEXTS.items():
        Path(name).write_text(text, encoding="utf-8")
    return list(TEXTS)


def exports(project: Path) -> dict[str, list[dict[str, object]]]:
    """Return all tables of a project."""
    with dragoman.open_project(project) as opened:
        return {name: opened.rows(name) for name in TABLES}


def read(kit: Kit, project: str, paths: Sequence[str], workers: int = 1) -> dict[str, list[dict[str, object]]]:
    """Read into a project and return its tables."""
    with dragoman.open_project(project, kit) as opened:
        opened.read(paths, workers=workers)
        assert opened.check().faults == ()
    return exports(Path(project))


def test_every_input_has_one_outcome(kit: Kit, inputs: list[str]) -> None:
    """Accepted, duplicate and rejected add up to the inputs; the first of two copies in order of names is the document."""
    with dragoman.open_project("project", kit) as project:
        summary = project.read(inputs, workers=1)
    assert (summary.inputs, summary.accepted, summary.duplicate, summary.rejected) == (8, 5, 1, 2)
    assert summary.languages == {"en": 4, "fr": 1}
    by_path = {(row["path"], row["member"]): row for row in exports(Path("project"))["ledger"]}
    assert by_path["copy.txt", ""]["outcome"] == "accepted"
    assert by_path["original.txt", ""]["reason"] == "same bytes as copy.txt"
    assert str(by_path["void.txt", ""]["reason"]).startswith("empty")


def test_any_order_and_number_of_workers_give_the_same_tables(kit: Kit, inputs: list[str]) -> None:
    """The order in which inputs are named and the number of workers leave no trace in any table."""
    wanted = read(kit, "first", inputs)
    shuffled = inputs.copy()
    random.Random(7).shuffle(shuffled)
    assert read(kit, "second", shuffled) == wanted
    assert read(kit, "third", inputs[::-1], workers=2) == wanted


def test_what_is_no_text_is_refused_in_words(kit: Kit) -> None:
    """Bytes and nothing at all are no texts: the message says what is wanted."""
    for given in (b"France met Germany.", None):
        with pytest.raises(InputError, match="a text is wanted"):
            dragoman.read_text(given, kit=kit)  # type: ignore[arg-type]


def test_reading_again_adds_only_duplicates(kit: Kit, inputs: list[str]) -> None:
    """A second read of the same inputs adds ledger rows of its own run, and nothing else."""
    first = read(kit, "project", inputs)
    second = read(kit, "project", inputs)
    added = [row for row in second.pop("ledger") if row["run"] == 2]
    first.pop("ledger")
    assert second == first
    assert [row["outcome"] for row in added].count("duplicate") == 6
    assert [row["outcome"] for row in added].count("rejected") == 2


@pytest.mark.parametrize("writes", range(0, 13))
def test_a_cut_run_goes_on_to_the_same_end(
    kit: Kit, inputs: list[str], monkeypatch: pytest.MonkeyPatch, writes: int
) -> None:
    """Whichever write is the last before a crash, the next read ends as an undisturbed one."""
    read_document = _remembering()
    monkeypatch.setattr("dragoman.pipeline.read_document", read_document)
    wanted = read(kit, "undisturbed", inputs)
    left = writes

    def fail_after(name: str) -> None:
        write = getattr(runs, name)

        def failing(*arguments: object, **more: object) -> object:
            nonlocal left
            if left == 0:
                raise KeyboardInterrupt
            left -= 1
            return write(*arguments, **more)

        patch.setattr(runs, name, failing)

    with pytest.MonkeyPatch.context() as patch, dragoman.open_project("cut", kit) as project:
        for name in ("save_input", "finish_file", "finish_run"):
            fail_after(name)
        with pytest.raises(KeyboardInterrupt):
            project.read(inputs, workers=1)
    with dragoman.open_project("cut") as project:
        assert project.check().faults == ()
    assert read(kit, "cut", inputs) == wanted


_READINGS: dict[str, Reading] = {}


def _remembering() -> object:
    """Return `read_document` that reads each text once for all tests: the parser is not what is tested here."""
    from dragoman.pipeline import read_document

    def remembered(document: Document, kit: Kit) -> Reading:
        if document.id not in _READINGS:
            _READINGS[document.id] = read_document(document, kit)
        return _READINGS[document.id]

    return remembered


def test_another_list_of_inputs_abandons_a_cut_run(kit: Kit, inputs: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """After a cut, other inputs begin a run of their own; what was stored stays and is counted."""
    with dragoman.open_project("project", kit) as project:
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(runs, "finish_run", _interrupt)
            with pytest.raises(KeyboardInterrupt):
                project.read(["visit.txt"], workers=1)
        summary = project.read(["sanctions.txt"], workers=1)
    assert summary.run == 2
    tables = exports(Path("project"))
    assert len(tables["documents"]) == len(tables["stories"]) == 2
    with open_store(Path("project")) as store, store.reading() as connection:
        assert connection.exec_driver_sql("SELECT state FROM runs ORDER BY number").scalars().all() == [
            "abandoned",
            "finished",
        ]


def _interrupt(*_: object) -> None:
    raise KeyboardInterrupt


def test_a_fault_of_a_stage_costs_one_document(kit: Kit, inputs: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """A document on which a stage fails is rejected by name, its copy with it, and the rest is read."""
    from dragoman.pipeline import read_document

    def failing(document: Document, kit: Kit) -> Reading:
        if "fishing" in document.text:
            raise ZeroDivisionError("no such stage")
        return read_document(document, kit)

    monkeypatch.setattr("dragoman.pipeline.read_document", failing)
    tables = read(kit, "project", inputs)
    reasons = {row["path"]: row["reason"] for row in tables["ledger"] if row["outcome"] == "rejected"}
    assert reasons["copy.txt"] == reasons["original.txt"]
    assert reasons["copy.txt"].startswith("failed: ZeroDivisionError: no such stage")
    assert len(tables["documents"]) == 4
    assert "copy.txt" in {row["path"] for row in tables["issues"]}


def test_contradicting_records_cost_one_document(kit: Kit, inputs: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """A reading whose records contradict each other is refused whole; nothing of it is stored."""
    import msgspec

    from dragoman.pipeline import read_document

    def doubled(document: Document, kit: Kit) -> Reading:
        reading = read_document(document, kit)
        return msgspec.structs.replace(reading, mentions=reading.mentions * 2)

    monkeypatch.setattr("dragoman.pipeline.read_document", doubled)
    tables = read(kit, "project", ["visit.txt"])
    assert tables["documents"] == []
    assert "contradict" in str(tables["ledger"][0]["reason"])


def test_lone_surrogates_never_reach_the_store(kit: Kit, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Surrogates in a text, a title or a file's name are replaced, and the document is read."""
    monkeypatch.chdir(tmp_path)
    Path("in").mkdir()
    Path("in/rows.jsonl").write_text(
        '{"text": "France met \\ud800 Germany in Berlin.", "title": "A \\udfff title", "outlet": "\\ud834 Post"}\n',
        encoding="utf-8",
    )
    with open(b"in/name-\xff.txt", "w", encoding="utf-8") as handle:  # noqa: PTH123 - a name that is no text
        handle.write("Poland met Canada in Warsaw.")
    tables = read(kit, "project", ["in"])
    assert [row["outcome"] for row in tables["ledger"]] == ["accepted", "accepted"]
    assert tables["documents"][0]["path"] == "in/name-\\xff.txt"


def test_a_cut_archive_is_damaged_and_the_rest_is_read(kit: Kit, inputs: list[str]) -> None:
    """A gzip file cut in half counts as damaged; the batch goes on."""
    whole = gzip.compress(b"France met Germany in Berlin on Monday. " * 400)
    Path("cut.txt.gz").write_bytes(whole[: len(whole) // 2])
    with dragoman.open_project("project", kit) as project:
        summary = project.read(["cut.txt.gz", "visit.txt"], workers=1)
    assert (summary.accepted, summary.rejected, summary.damaged) == (1, 1, 1)


def test_tables_of_an_empty_project_have_their_columns(kit: Kit, inputs: list[str]) -> None:
    """A table without rows has the same schema as one with rows."""
    with dragoman.open_project("empty", kit) as empty, dragoman.open_project("full", kit) as full:
        empty.read(["void.txt"], workers=1)
        full.read(inputs, workers=1)
        for name in TABLES:
            assert empty.table(name).schema == full.table(name).schema
            assert full.table(name).num_rows == len(full.rows(name))


def test_a_text_can_be_read_without_a_project(kit: Kit) -> None:
    """`read_text` gives the same records as a project, evidence and all."""
    text = "The French foreign minister met his German counterpart in Berlin on 5 October 2021."
    reading = dragoman.read_text(text, kit=kit, published="2021-10-06")
    assert reading.reports
    for report in reading.reports:
        assert all(text[piece.start : piece.end] == piece.quote for piece in report.evidence)


def test_whom_a_report_names_is_described_by_the_tables(kit: Kit) -> None:
    """A capital that no mention links to its state still stands for a state that is known."""
    reading = dragoman.read_text("France recalled its ambassador from Canberra on Friday.", kit=kit, published="2021-09-17")
    parties = {party.actor for report in reading.reports for party in report.recipients}
    described = {actor.id: actor for actor in reading.actors}
    assert "AUS" in parties
    assert (described["AUS"].name, described["AUS"].resolved) == ("Australia", True)


def test_a_date_can_be_given_as_date_and_nothing_else_passes_for_one(kit: Kit, tmp_path: Path) -> None:
    """`published` takes a `datetime.date` too; a word is refused before anything is read or made."""
    text = "Japan and India met on Friday."
    day = dragoman.read_text(text, kit=kit, published=datetime.date(2021, 10, 5))
    assert day.reports == dragoman.read_text(text, kit=kit, published="2021-10-05").reports
    for read in (lambda: dragoman.read_text(text, kit=kit, published="soon"),
                 lambda: dragoman.open_project(tmp_path / "P", kit).read([], published="soon")):  # fmt: skip
        with pytest.raises(InputError, match="'soon' is no date"):
            read()
    assert not (tmp_path / "P").exists()


def test_a_language_that_is_none_is_refused(kit: Kit, tmp_path: Path) -> None:
    """A word that is no code would be passed over and the language guessed: it is refused before anything is made."""
    text = "Japan and India met on Friday."
    assert dragoman.read_text(text, kit=kit, language="en-GB").reports == dragoman.read_text(text, kit=kit).reports
    for read in (lambda: dragoman.read_text(text, kit=kit, language="klingon"),
                 lambda: dragoman.open_project(tmp_path / "P", kit).read([], language="klingon")):  # fmt: skip
        with pytest.raises(InputError, match="'klingon' is no code of a language"):
            read()
    assert not (tmp_path / "P").exists()


def test_a_language_that_is_not_read_is_accepted_and_said(kit: Kit, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A document in another language is stored with its body, and an issue says that it was not read further."""
    monkeypatch.chdir(tmp_path)
    text = "Министр иностранных дел России встретился с президентом Франции в Париже. Переговоры длились два часа."
    Path("talks.txt").write_text(text, encoding="utf-8")
    tables = read(kit, "project", ["talks.txt"])
    assert [row["outcome"] for row in tables["ledger"]] == ["accepted"]
    assert tables["documents"][0]["body"] == [[0, len(text)]]
    assert tables["issues"][0]["kind"] == "language"


def test_texts_read_without_a_kit_share_one(monkeypatch: pytest.MonkeyPatch, kit: Kit) -> None:
    """Texts read one by one without a kit load the tables once, not once a text."""
    loads: list[int] = []

    def load() -> Kit:
        loads.append(1)
        return kit

    monkeypatch.setattr(projects, "load_kit", load)
    projects._default_kit.cache_clear()
    for text in ("France recalled its ambassador from Canberra.", "Mali expelled the ambassador of France."):
        assert dragoman.read_text(text, language="en").reports
    projects._default_kit.cache_clear()
    assert loads == [1]
