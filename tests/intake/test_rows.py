"""Files of rows: CSV, TSV, JSON arrays, and the names that others give to text, date and outlet."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from dragoman.intake.files import Input, read_inputs
from dragoman.settings import Settings

GOOD = "Chile and Peru signed an accord on fishing in Lima."


def read(path: Path, content: str | bytes) -> list[Input]:
    """Write a file and read it."""
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return list(read_inputs([path], Settings()))


def texts(found: list[Input]) -> dict[str, str]:
    """Return the text of every document by its place in the file."""
    return {item.member: item.document.text for item in found if item.document is not None}


def refused(found: list[Input]) -> dict[str, str]:
    """Return the code of the reason of every refused row by its place in the file."""
    return {item.member: item.reason.split(":")[0] for item in found if item.document is None}


@pytest.mark.parametrize(
    "names",
    [
        ("text", "title", "published", "outlet"), ("Body", "Headline", "Publication Date", "Newspaper"),
        ("maintext", "title", "date_publish", "source_domain"), ("event_text", "headline", "pub_date", "publisher"),
        ("texte", "titre", "date", "source"), ("articleBody", "headline", "datePublished", "publisher"),
        ("bodyText", "title", "PUB-DATE", "sourceName"), ("fulltext", "TITLE", "pubdate", "media name"),
    ],
)  # fmt: skip
def test_fields_go_by_the_names_that_corpora_give_them(tmp_path: Path, names: tuple[str, ...]) -> None:
    """Rows of JSON and of CSV say the same, whoever made the file."""
    row = dict(zip(names, (GOOD, "Accord signed", "2021-10-05", "Harbour Post"), strict=True))
    table = ",".join(names) + f'\r\n"{GOOD}",Accord signed,2021-10-05,Harbour Post\r\n'
    for found in (read(tmp_path / "a.jsonl", json.dumps(row)), read(tmp_path / "a.csv", table)):
        (document,) = [item.document for item in found]
        assert document is not None
        assert (document.text, document.declared_title) == (GOOD, "Accord signed")
        assert (document.declared_published, document.declared_outlet) == ("2021-10-05", "Harbour Post")


def test_our_own_names_come_first_and_blanks_do_not_count(tmp_path: Path) -> None:
    """Of several fields for one thing ours decides; one that is empty leaves it to the next; others are left alone."""
    row = {"text": GOOD, "content": "A teaser.", "outlet": "", "publisher": "Harbour Post", "date": "", "crawled": "2024-01-01"}
    (found,) = read(tmp_path / "a.jsonl", json.dumps(row))
    assert found.document is not None
    assert (found.document.text, found.document.declared_outlet) == (GOOD, "Harbour Post")
    assert found.document.declared_published is None


@pytest.mark.parametrize(
    ("name", "delimiter", "encoding"), [("a.csv", ";", "cp1252"), ("a.tsv", "\t", "utf-8"), ("a.csv", ",", "utf-8-sig")]
)
def test_tables_as_spreadsheets_write_them(tmp_path: Path, name: str, delimiter: str, encoding: str) -> None:
    """Semicolons, tabs and commas, the encodings of spreadsheets, texts over several lines, empty columns at the end."""
    text = 'Le président a été reçu à Lima; il a dit: ""non"".\nIl part, lundi, à l\'aube.'
    table = delimiter.join(("date", "text", "")) + "\r\n" + delimiter.join(("2021-10-05", f'"{text}"', "")) + "\r\n"
    found = read(tmp_path / name, (table + delimiter.join(("2021-10-06", GOOD, "", "")) + "\r\n").encode(encoding))
    assert texts(found) == {"line 2": text.replace('""', '"'), "line 4": GOOD}


def test_a_quotation_mark_that_nobody_closes_costs_its_own_row_only(tmp_path: Path) -> None:
    """The rows below are read, and the broken one is refused with its line."""
    lines = ["text,date", f"{GOOD} One,2021", f'"{GOOD} Two,2021', f"{GOOD} Three,2021", f'"{GOOD} Four",2021', f"{GOOD} Five"]
    found = read(tmp_path / "a.csv", "\n".join(lines) + "\n")
    assert sorted(texts(found)) == ["line 2", "line 4", "line 5"]
    assert refused(found) == {"line 3": "bad_row", "line 6": "bad_row"}


def test_a_row_without_a_text_is_told_by_its_fields(tmp_path: Path) -> None:
    """It is refused by itself, with the fields that it has, so that the right one can be renamed; the others are read."""
    rows = ({"story": GOOD, "id": 7}, {"text": None, "body": GOOD}, {"text": [GOOD]})
    found = read(tmp_path / "a.jsonl", "\n".join(map(json.dumps, rows)))
    assert texts(found) == {"line 2": GOOD}
    assert refused(found) == {"line 1": "no_text", "line 3": "no_text"}
    assert found[0].reason.endswith("its fields are 'story', 'id'")


def test_a_cell_may_be_long(tmp_path: Path) -> None:
    """Python's own limit of 131,072 characters a cell is none of ours."""
    assert len(texts(read(tmp_path / "a.csv", "text\n" + "word " * 60_000 + "\n"))["line 2"]) == 300_000


def test_a_table_without_a_text_is_refused_once(tmp_path: Path) -> None:
    """The reason says how to name the column."""
    (found,) = read(tmp_path / "a.csv", "id,date\n1,2021-01-01\n2,2021-01-02\n")
    assert found.reason.startswith("no_text: no column")


def test_the_last_row_of_a_cut_table_is_not_trusted(tmp_path: Path) -> None:
    """Of a cut archive the last row may lack its end: it is not taken, and the file counts as damaged."""
    import random

    letters = random.Random(1).choices("abcdefghijklmnopqrstuvwxyz ", k=60_000)
    table = "text\n" + "".join(f"{GOOD} {''.join(letters[i:i + 100])}\n" for i in range(0, 60_000, 100))
    packed = gzip.compress(table.encode())
    found = read(tmp_path / "a.csv.gz", packed[: len(packed) // 2])
    assert all(f"{text}\n" in table for text in texts(found).values())
    assert (len(texts(found)) > 10, found[-1].damaged, found[-1].reason[:7]) == (True, True, "damaged")


def test_json_files_are_arrays_objects_or_lines(tmp_path: Path) -> None:
    """A file .json is read as whichever it is; in an array what follows broken JSON is refused, what precedes it is in."""
    row = json.dumps({"text": GOOD})
    assert texts(read(tmp_path / "a.json", f"[{row},\n {row}]")) == {"item 1": GOOD, "item 2": GOOD}
    assert texts(read(tmp_path / "b.json", f"\n{json.dumps({'text': GOOD}, indent=2)}\n")) == {"item 1": GOOD}
    assert texts(read(tmp_path / "c.json", f"{row}\n{row}\n")) == {"line 1": GOOD, "line 2": GOOD}
    broken = read(tmp_path / "d.json", f'[{row}, {{"text": NaN}}, {row}]')
    assert (texts(broken), refused(broken)) == ({"item 1": GOOD}, {"item 2": "bad_json"})
    assert refused(read(tmp_path / "e.json", "[" * 100_000)) == {"item 1": "bad_json"}
    assert refused(read(tmp_path / "f.json", "[]")) == {"": "empty"}


@pytest.mark.parametrize(
    ("name", "words"), [("a.pdf", "pdftotext"), ("a.DOCX", "plain text"), ("a.zip", "unpack"), ("a.rss", "feed")]
)
def test_a_form_that_is_not_read_comes_with_advice(tmp_path: Path, name: str, words: str) -> None:
    """The reason says what can be done, and which forms are read."""
    (found,) = read(tmp_path / name, b"x")
    assert found.reason.startswith("unknown_format: ")
    assert words in found.reason
    assert ".csv" in found.reason
