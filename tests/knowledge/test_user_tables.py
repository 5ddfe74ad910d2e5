"""The user's own tables: laid over ours, filled by `knowledge add`, shown with what they change."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from dragoman.cli.app import app
from dragoman.errors import DragomanError, KnowledgeError, SettingsError
from dragoman.extract.names.forms import load_names
from dragoman.kit import load_kit
from dragoman.knowledge.load import TABLES, load_knowledge
from dragoman.languages.rows import NameRow
from dragoman.settings import Settings, load_settings
from dragoman.show.knowledge import describe_knowledge, own_conflicts
from dragoman.user_tables import FileForm, add_file

TENURES = "person,office,start,end,known_through,source\n"
QUERY = "person,personLabel,position,positionLabel,start,end\n"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Return a project's folder with an empty folder of own tables."""
    (tmp_path / "P" / "knowledge").mkdir(parents=True)
    return tmp_path / "P"


def write(project: Path, name: str, text: str) -> Path:
    """Write one of the project's own tables."""
    path = project / "knowledge" / f"{name}.csv"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def describe(project: Path, identifier: str | None) -> dict[str, Any]:
    """Return what `knowledge show` tells of an id in a project."""
    return describe_knowledge(load_kit(load_settings(project)), identifier, None)


def run(*arguments: str) -> tuple[int, str]:
    """Run a command here; return exit status and output."""
    result = CliRunner().invoke(app, list(arguments))
    return result.exit_code, result.output


# ------------------------------------------------------------------------------- which folder


def test_the_folder_in_the_project_is_used_unless_a_setting_names_another(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """`<project>/knowledge` by default; dragoman.toml names one from the project's folder; the environment wins."""
    assert load_settings(project).knowledge == str(project / "knowledge")
    assert load_settings(project.parent).knowledge == ""
    assert load_settings().knowledge == ""
    (project / "dragoman.toml").write_text("knowledge = 'facts'\n", encoding="utf-8")
    assert load_settings(project).knowledge == str(project / "facts")
    monkeypatch.setenv("DRAGOMAN_KNOWLEDGE", "elsewhere")
    assert load_settings(project).knowledge == "elsewhere"


def test_a_folder_that_is_not_there_is_said(tmp_path: Path) -> None:
    """A wrong setting does not silently mean no tables."""
    with pytest.raises(KnowledgeError, match="no such folder"):
        load_kit(Settings(knowledge=str(tmp_path / "missing")))


# ------------------------------------------------------------------------------- laid over ours


def test_a_row_with_an_id_of_ours_stands_in_its_place(project: Path) -> None:
    """The user's row is used, and what it replaces is shown cell by cell."""
    write(project, "persons", "id,name,state,wikidata,source\nantony-blinken,Tony Blinken,USA,Q7821917,mine\n")
    kit = load_kit(load_settings(project))
    assert kit.knowledge.persons["antony-blinken"].name == "Tony Blinken"
    assert kit.knowledge.entities["antony-blinken"].name == "Tony Blinken"
    (said,) = describe(project, "antony-blinken")["your rows replace"]
    assert said.startswith(f"{project / 'knowledge' / 'persons.csv'}:2 replaces persons.csv:")
    assert "name 'Tony Blinken' instead of 'Antony Blinken'" in said


def test_terms_memberships_and_names_are_added(project: Path) -> None:
    """Rows without id come to ours, are marked in `show`, and names are found in texts."""
    write(project, "persons", "id,name,state,source\nyermolai-testov,Yermolai Testov,RUS,mine\n")
    write(project, "tenures", TENURES + "yermolai-testov,RUS.foreign-minister,2031-02-01,,2031-06,mine\n")
    write(project, "memberships", "member,group,start,source\nUKR,NATO,2040-01-01,mine\n")
    write(project, "languages/en/names", "form,entity,kind\nTestoff the Younger,yermolai-testov,name\n")
    kit = load_kit(load_settings(project))
    assert [t.person for t in kit.knowledge.holders("RUS.foreign-minister", "2031-05-01")][-1] == "yermolai-testov"
    assert "UKR" in kit.knowledge.members("NATO", "2041")
    assert any(row.form == "Testoff the Younger" for row in kit.languages["en"].rows("names", NameRow))
    for form in ("Yermolai Testov", "Testoff the Younger"):
        assert {entry.entity for entry in kit.compiled(load_names, "en").lookup(form)} == {"yermolai-testov"}
    found = describe(project, "yermolai-testov")
    assert found["offices"] == ["RUS.foreign-minister, 2031-02-01, known through 2031-06 (mine) [yours]"]
    assert found["also named"] == ["Testoff the Younger (en, name)"]
    assert "UKR, member of NATO, from 2040-01-01 (mine) [yours]" in describe(project, "NATO")["has as members"]


def test_conflicting_terms_both_stay_and_are_shown(project: Path) -> None:
    """`show` and `check` list the contradiction; both rows are in use."""
    write(project, "tenures", TENURES + "antony-blinken,USA.foreign-minister,2021-03-01,2024-12-01,,mine\n")
    kit = load_kit(load_settings(project))
    held = [t for t in kit.knowledge.offices_of("antony-blinken") if t.office == "USA.foreign-minister"]
    assert {t.source for t in held} == {"own", "mine"}
    (conflict,) = describe(project, "antony-blinken")["conflicts"]
    assert conflict.startswith("different dates: ")
    assert [str(found) for found in own_conflicts(kit.knowledge)] == [conflict]
    status, output = run("knowledge", "check", "--project", str(project))
    assert status == 0
    assert "1 conflicts" in output
    assert conflict in output


def test_an_end_that_we_lack_is_used(project: Path) -> None:
    """The user's closed term stands in the place of our open one: no conflict, but said."""
    before = load_knowledge()
    ours = next(t for t in before.holders("TUV.foreign-minister") if t.person == "simon-kofe")
    assert ours.end is None
    write(project, "tenures", TENURES + f"simon-kofe,TUV.foreign-minister,{ours.start},2039-01-27,,mine\n")
    after = load_kit(load_settings(project)).knowledge
    assert [t.person for t in before.holders("TUV.foreign-minister", "2040-01-01")] == ["simon-kofe"]
    assert after.holders("TUV.foreign-minister", "2040-01-01") == ()
    assert own_conflicts(after) == []
    assert "tells more than" in describe(project, "simon-kofe")["your rows replace"][0]


def test_faults_name_the_users_file_and_line(project: Path) -> None:
    """Cells, references, dates and stray files: all faults at once, each with its place."""
    write(project, "tenures", TENURES + "nobody,USA.foreign-minister,2021,,,mine\nantony-blinken,USA.nonsense,2021,,,mine\n")
    folder = project / "knowledge"
    with pytest.raises(KnowledgeError) as raised:
        load_kit(load_settings(project))
    places = {fault.split(": ")[0] for fault in raised.value.faults}
    assert places == {f"{folder / 'tenures.csv'}:2", f"{folder / 'tenures.csv'}:3"}
    write(project, "tenure", "a\n1\n")
    write(project, "states", "id,name,cow,source\nRUR,Ruritania,many,mine\n")
    with pytest.raises(KnowledgeError) as raised:
        load_kit(load_settings(project))
    places = {fault.split(": ")[0] for fault in raised.value.faults}
    assert places == {str(folder / "tenure.csv"), f"{folder / 'states.csv'}:2"}


@pytest.mark.parametrize(
    ("name", "text", "fault"),
    [
        ("languages/en/names", "form,entity,kind\nNobody,NOBODY-AT-ALL,name\n", "names.csv:2: entity 'NOBODY-AT-ALL'"),
        ("languages/xx/names", "form,entity,kind\n", "no such word table"),
        ("languages/en/nouns", "form\n", "no such word table"),
        ("persons", 'id,name,source\n"x"y,Z,mine\n', "persons.csv:2: "),
        ("persons", "id,name,id,source\na,b,c,d\n", "a column twice"),
    ],
)
def test_every_way_to_be_wrong_is_a_fault(project: Path, name: str, text: str, fault: str) -> None:
    """Unknown ids, languages and tables, broken quotation marks, doubled columns."""
    write(project, name, text)
    with pytest.raises(KnowledgeError) as raised:
        load_kit(load_settings(project))
    assert fault in str(raised.value)


def test_tables_from_a_spreadsheet_are_read(project: Path) -> None:
    """A byte order mark and Windows line ends do no harm; another encoding is a fault with advice."""
    text = "id,name,state,source\r\nanais-testova,Anaïs Testova,FRA,mine\r\n"
    path = write(project, "persons", "\ufeff" + text)
    assert load_kit(load_settings(project)).knowledge.persons["anais-testova"].name == "Anaïs Testova"
    path.write_bytes(text.encode("cp1252"))
    with pytest.raises(KnowledgeError, match="UTF-8"):
        load_kit(load_settings(project))


def test_the_version_follows_the_users_rows(project: Path) -> None:
    """A run names the knowledge it used: another row, another version; the folder's place does not matter."""
    bundled = load_knowledge().version
    assert load_knowledge(project / "knowledge").version == bundled
    write(project, "persons", "id,name,state,source\nyermolai-testov,Yermolai Testov,RUS,mine\n")
    own = load_knowledge(project / "knowledge").version
    assert own != bundled
    moved = project.parent / "moved"
    (project / "knowledge").rename(moved)
    assert load_knowledge(moved).version == own


# ------------------------------------------------------------------------------- adding files


def test_adding_a_file_twice_adds_nothing(project: Path) -> None:
    """People, posts, terms and names of the first time are found again the second."""
    file = project.parent / "query.csv"
    file.write_text(
        QUERY + ",Yermolai Testov,,Chief Beekeeper of Kenya,2031-02-01,\n"
        ",Yermolai Testov,,Prime Minister of Iceland,2033,2034\n",
        encoding="utf-8",
    )
    folder = project / "knowledge"
    first = add_file(file, folder, known_through="2031-06")
    assert first.added == {"persons": 1, "offices": 1, "tenures": 2}
    before = {path.name: path.read_bytes() for path in folder.rglob("*.csv")}
    second = add_file(file, folder, known_through="2031-06")
    assert (second.added, second.known) == ({}, 2)
    assert {path.name: path.read_bytes() for path in folder.rglob("*.csv")} == before


def test_followthemoney_is_added_by_the_command(project: Path) -> None:
    """`knowledge add` guesses the format, makes the folder, prints one JSON object; damage gives exit status 3."""
    fresh = project.parent / "Q"
    entities = [
        {"id": "n1", "schema": "Person", "properties": {"name": ["Yermolai Testov"], "country": ["ru"]}},
        {"id": "p1", "schema": "Position", "properties": {"name": ["Minister of Defence"], "country": ["is"]}},
        {"id": "o1", "schema": "Occupancy", "properties": {"holder": ["n1"], "post": ["p1"], "startDate": ["2031"]}},
    ]
    file = project.parent / "peps.ftm.json"
    file.write_text("\n".join(map(json.dumps, entities)) + "\n", encoding="utf-8")
    status, output = run("knowledge", "add", str(file), "--project", str(fresh), "--known-through", "2032-01", "--json")
    assert status == 0
    assert json.loads(output)["added"]["persons"] == 1
    office = json.loads(output)["read_as"]["Minister of Defence (is)"]
    shown = run("knowledge", "show", "yermolai-testov", "--project", str(fresh))[1]
    assert f"offices: {office}, 2031, known through 2032-01 (ftm: peps.ftm.json) [yours]" in shown
    file.write_text(file.read_text(encoding="utf-8") + '{"id": "cut', encoding="utf-8")
    assert run("knowledge", "add", str(file), "--project", str(fresh))[0] == 3


def test_csv_of_our_own_tables_is_added(project: Path) -> None:
    """The file's name or --table tells the table; words go to their language."""
    folder = project / "knowledge"
    (project.parent / "persons.csv").write_text("id,name,state,source\na-testov,A Testov,RUS,mine\n", encoding="utf-8")
    assert add_file(project.parent / "persons.csv", folder).added == {"persons": 1}
    words = project.parent / "words.csv"
    words.write_text("form,entity,kind\nTestovitch,a-testov,name\n", encoding="utf-8")
    assert add_file(words, folder, table="en/names").added == {"languages/en/names": 1}
    assert add_file(words, folder, table="en/names").known == 1
    with pytest.raises(DragomanError, match="--table"):
        add_file(words, folder)


def test_rows_are_appended_and_what_stands_there_stays(project: Path) -> None:
    """Old lines keep their bytes; a column that the old header lacks is added for all."""
    path = write(project, "persons", 'id,name,source\n"b-testov", B Testov ,"mine, too"')
    old = path.read_bytes()
    more = project.parent / "persons.csv"
    more.write_text("id,name,source\nc-testov,C Testov,mine\n", encoding="utf-8")
    add_file(more, project / "knowledge")
    assert path.read_bytes() == old + b"\nc-testov,C Testov,mine\n"
    more.write_text("id,name,state,source\nd-testov,D Testov,RUS,mine\n", encoding="utf-8")
    add_file(more, project / "knowledge")
    persons = load_knowledge(project / "knowledge").persons
    assert (persons["b-testov"].name, persons["b-testov"].source) == (" B Testov ", "mine, too")
    assert (persons["c-testov"].state, persons["d-testov"].state) == (None, "RUS")


def test_a_faulty_file_changes_nothing(project: Path) -> None:
    """Its faults are listed by its own lines, and no remains are left."""
    file = project.parent / "tenures.csv"
    file.write_text(TENURES + "antony-blinken,USA.foreign-minister,2021,,,m\nnobody,USA.nonsense,soon,,,m\n", encoding="utf-8")
    with pytest.raises(KnowledgeError) as raised:
        add_file(file, project / "knowledge")
    assert {fault.split(": ")[0] for fault in raised.value.faults} == {"tenures.csv:3"}
    assert len(raised.value.faults) == 3
    assert list(project.iterdir()) == [project / "knowledge"]
    assert list((project / "knowledge").iterdir()) == []


def test_a_stop_between_two_tables_leaves_tables_that_load(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What others refer to is put in its place first; adding again completes the rest."""
    file = project.parent / "query.csv"
    file.write_text(QUERY + ",Yermolai Testov,,Chief Beekeeper of Kenya,2031-02-01,2032\n", encoding="utf-8")
    folder, replace, moved = project / "knowledge", Path.replace, list[str]()

    def stop(path: Path, target: Path) -> Path:
        if path.name == "tenures.csv":
            raise OSError(28, "No space left on device")
        moved.append(path.name)
        return replace(path, target)

    monkeypatch.setattr(Path, "replace", stop)
    with pytest.raises(DragomanError, match="No space left"):
        add_file(file, folder)
    monkeypatch.undo()
    assert moved == ["offices.csv", "persons.csv"]
    assert "yermolai-testov" in load_knowledge(folder).persons
    add_file(file, folder)
    assert [t.office for t in load_knowledge(folder).offices_of("yermolai-testov")] == ["KEN.chief-beekeeper"]


@pytest.mark.parametrize(
    "arguments",
    [["--format", "xml"], ["--known-through", "soon"], ["--format", "csv", "--table", "nonsense"]],
)
def test_wrong_usage_of_add_is_refused(project: Path, arguments: list[str]) -> None:
    """What cannot be meant is refused, with advice; nothing is written."""
    file = project.parent / "x.csv"
    file.write_text("a\n1\n", encoding="utf-8")
    assert run("knowledge", "add", str(file), "--project", str(project), *arguments)[0] != 0
    assert list((project / "knowledge").iterdir()) == []


def test_files_that_cannot_be_read_are_said(project: Path) -> None:
    """A missing file and one that is no text give one line of advice."""
    with pytest.raises(DragomanError, match="cannot be read"):
        add_file(project.parent / "missing.csv", project / "knowledge")
    (project.parent / "latin.csv").write_bytes(b"id\n\xe9\xff\n")
    with pytest.raises(DragomanError, match="UTF-8"):
        add_file(project.parent / "latin.csv", project / "knowledge", form=FileForm.csv, table="persons")


# ------------------------------------------------------------------------------- showing


def test_counts_tell_yours_from_ours(project: Path) -> None:
    """`knowledge show` counts every table; the user's rows are counted apart."""
    write(project, "persons", "id,name,state,source\na-testov,A Testov,RUS,mine\n")
    found = describe(project, None)
    assert found["persons"].endswith("rows and 1 of yours")
    assert {path.stem for path in TABLES.glob("*.csv")} <= set(found)
    assert found["en/names"] > 1000


def test_a_missing_project_is_wrong_usage(tmp_path: Path) -> None:
    """A mistyped project is not taken for one without tables."""
    assert run("knowledge", "show", "--project", str(tmp_path / "nowhere"))[0] == 2
    assert run("knowledge", "check", "--project", str(tmp_path / "nowhere"))[0] == 2


def test_a_setting_of_the_wrong_kind_is_said(project: Path) -> None:
    """The folder's setting must be text."""
    (project / "dragoman.toml").write_text("knowledge = 3\n", encoding="utf-8")
    with pytest.raises(SettingsError, match="knowledge"):
        load_settings(project)
