"""Files become documents: encodings, pages, rows, folders, what the caller states."""

from __future__ import annotations

import gzip
import hashlib
import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.intake.files import Input, Overrides, list_inputs, read_inputs
from dragoman.records import Document
from dragoman.settings import Settings

FRENCH = "Le président a été reçu à l'Élysée, où les délégations ont signé un accord sur la pêche en août. " * 3
RUSSIAN = "Министры иностранных дел двух стран подписали в понедельник соглашение о рыболовстве. " * 3
PAGE = """<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Cod accord signed | Nordic Ledger</title>
<meta property="og:site_name" content="Nordic Ledger"><meta property="article:published_time" content="2021-10-05T10:00:00Z">
<meta name="author" content="Anna Lind"><link rel="canonical" href="https://ledger.example/cod"></head><body>
<nav><ul><li><a href="/">Home</a></li><li><a href="/world">World</a></li></ul></nav>
<article><h1>Cod accord signed</h1>{paragraphs}</article>
<aside><h3>Related</h3><ul><li><a href="/a">Cod prices rise for the third month</a></li></ul></aside>
<footer>© 2024 Nordic Ledger</footer></body></html>""".replace(
    "{paragraphs}",
    "".join(
        f"<p>The foreign ministers of Norway and Chile signed paragraph {number} of the accord in Oslo on Monday, and the "
        "officials of both countries said that the text would be sent to their parliaments.</p>"
        for number in range(1, 6)
    ),
)


def read(path: Path, overrides: Overrides | None = None) -> list[Input]:
    """Read a path with the default settings."""
    return list(read_inputs([path], Settings(), overrides))


def document(path: Path, overrides: Overrides | None = None) -> Document:
    """Read the one document of a path."""
    (found,) = read(path, overrides)
    assert found.document is not None, found.reason
    return found.document


@pytest.mark.parametrize(
    ("encoding", "text", "named"),
    [
        ("utf-8", FRENCH, "utf-8"), ("utf-8-sig", FRENCH, "utf-8"), ("utf-16", FRENCH, "utf-16-le"),
        ("utf-32", FRENCH, "utf-32-le"), ("utf-16-be", "Plain words of an English report. " * 9, "utf-16-be"),
        ("cp1252", FRENCH.replace("'", "’"), "cp1252"), ("latin-1", FRENCH, "cp1252"), ("cp1251", RUSSIAN, "cp1251"),
    ],
)  # fmt: skip
def test_encodings_are_told_and_recorded(tmp_path: Path, encoding: str, text: str, named: str) -> None:
    """Text comes back whole from every usual encoding; a byte order mark is no text; the encoding is recorded."""
    (tmp_path / "a.txt").write_bytes(text.encode(encoding))
    found = document(tmp_path / "a.txt")
    assert found.text == text
    assert found.encoding == named


def test_odd_characters_are_kept(tmp_path: Path) -> None:
    """NUL, bidirectional marks and every kind of line end stay in the text as they are."""
    text = "One.\r\nTwo.\rThree.\x0bFour.\x85Five.\u2028Six\x00.\u202eSeven\u202c. Eight\u200b nine ten eleven.\n"
    (tmp_path / "a.txt").write_bytes(text.encode())
    assert document(tmp_path / "a.txt").text == text


@given(st.text(alphabet=st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=200))
@settings(max_examples=60, deadline=None)
def test_any_utf8_text_comes_back(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    """A UTF-8 file either comes back to the character or is refused as empty."""
    path = tmp_path_factory.mktemp("texts") / "a.txt"
    path.write_bytes(text.encode())
    (found,) = read(path)
    if found.document is None:
        assert found.reason
    else:
        assert found.document.text == text.removeprefix("\ufeff")
        assert found.document.id == hashlib.sha256(text.encode()).hexdigest()


@pytest.mark.parametrize("packed", [False, True])
def test_saved_page(tmp_path: Path, packed: bool) -> None:
    """A page gives the article's text, the hash of its own bytes, the extractor, and what its metadata state."""
    raw = gzip.compress(PAGE.encode(), mtime=0) if packed else PAGE.encode()
    path = tmp_path / ("a.html.gz" if packed else "a.htm")
    path.write_bytes(raw)
    found = document(path)
    assert found.text.count("signed paragraph") == 5
    assert "Cod prices" not in found.text
    assert "Home" not in found.text
    assert found.extractor.split()[0] in ("trafilatura", "resiliparse")
    assert found.id == hashlib.sha256(PAGE.encode()).hexdigest()
    assert found.media_type == "text/html"
    assert found.declared_title == "Cod accord signed"
    assert found.declared_published == "2021-10-05T10:00:00Z"
    assert found.declared_outlet == "Nordic Ledger"
    assert found.declared_author == "Anna Lind"
    assert found.url == "https://ledger.example/cod"
    assert found.language == "en"


def test_structured_metadata_of_a_page_come_first(tmp_path: Path) -> None:
    """JSON-LD of the article outweighs meta tags; a date elsewhere on the page is none."""
    data = {
        "@graph": [
            {"@type": "WebSite", "name": "x"},
            {"@type": ["NewsArticle"], "headline": "The other title", "datePublished": "2020-02-03",
             "author": [{"name": "A. One"}, {"name": "B. Two"}], "publisher": {"name": "The Other Paper"}},
        ]
    }  # fmt: skip
    script = f'<script type="application/ld+json">{json.dumps(data)}</script>'
    (tmp_path / "a.html").write_text(PAGE.replace("</head>", f"{script}</head>"), encoding="utf-8")
    found = document(tmp_path / "a.html")
    assert found.declared_title == "The other title"
    assert found.declared_published == "2020-02-03"
    assert found.declared_author == "A. One, B. Two"
    assert found.declared_outlet == "The Other Paper"


def test_page_without_a_declared_date_has_none(tmp_path: Path) -> None:
    """A date in a footer or a list of links never becomes the publication date."""
    page = PAGE.replace("article:published_time", "x").replace("<h3>Related</h3>", "<time>2019-01-01</time>")
    (tmp_path / "a.html").write_text(page, encoding="utf-8")
    assert document(tmp_path / "a.html").declared_published is None


def test_wrong_language_of_a_page_template_is_overruled(tmp_path: Path) -> None:
    """A French article on a page that declares English is French."""
    text = "".join(f"<p>{FRENCH}</p>" for _ in range(3))
    (tmp_path / "a.html").write_text(f'<html lang="en-US"><body><article>{text}</article></body></html>', "utf-8")
    assert document(tmp_path / "a.html").language == "fr"


def test_rows_are_documents(tmp_path: Path) -> None:
    """Each row of a JSON-lines file is a document with its line number, its own hash and its fields."""
    row = {
        "text": "The ministers of both countries met.", "title": "Talks", "published": "2021-10-05", "outlet": "Ledger",
        "url": "https://ledger.example/1", "language": "en-GB", "author": ["A. One", "B. Two"], "id": 7, "other": None,
    }  # fmt: skip
    line = json.dumps(row)
    (tmp_path / "rows.jsonl").write_text(f"\ufeff{line}\r\n\r\n{json.dumps({'text': FRENCH})}", encoding="utf-8")
    first, second = (item.document for item in read(tmp_path / "rows.jsonl"))
    assert first is not None
    assert second is not None
    assert (first.member, second.member) == ("line 1", "line 3")
    assert first.id == hashlib.sha256(line.encode()).hexdigest()
    assert first.declared_title == "Talks"
    assert first.declared_author == "A. One, B. Two"
    assert (first.language, second.language) == ("en", "fr")


def test_a_declared_date_that_is_none_is_told_and_hides_no_other(tmp_path: Path) -> None:
    """The caller's date stands in for a date of the row that cannot be read; without one, an issue quotes what is there."""
    path = tmp_path / "rows.jsonl"
    path.write_text('{"text": "France met Germany.", "published": "soon"}\n', encoding="utf-8")
    (alone,) = read_inputs([path], Settings())
    assert [issue.kind for issue in alone.issues] == ["date"]
    assert "'soon'" in alone.issues[0].message
    (helped,) = read_inputs([path], Settings(), Overrides(published="2021-10-05"))
    assert helped.document is not None
    assert (helped.document.declared_published, helped.issues) == ("2021-10-05", ())


def test_what_the_caller_states(tmp_path: Path) -> None:
    """Date and outlet fill in where a row is silent; the language replaces what the row says."""
    (tmp_path / "rows.jsonl").write_text(
        json.dumps({"text": "The ministers met.", "published": "2020-01-01", "language": "en"}) + "\n", encoding="utf-8"
    )
    given = Overrides(published="2021-10-05", outlet="Ledger", language="fr")
    found = document(tmp_path / "rows.jsonl", given)
    assert found.declared_published == "2020-01-01"
    assert found.declared_outlet == "Ledger"
    assert found.language == "fr"


def test_a_path_alone_is_one_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A text in the place of a list is a path, not its letters."""
    monkeypatch.chdir(tmp_path)
    Path("ab").mkdir()
    Path("ab/x.txt").write_text("France met Germany.")
    assert list_inputs("ab") == list_inputs(Path("ab")) == list_inputs(["ab"])


def test_order_does_not_depend_on_the_caller(tmp_path: Path) -> None:
    """Inputs come sorted by their path, however they are given."""
    for name in ("b", "a", "c"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "x.txt").write_text(f"The report of folder {name}.")
    paths = [tmp_path / name for name in ("c", "a", "b")]
    assert list_inputs(paths) == list_inputs(reversed(paths))
    assert [Path(item.path).parent.name for item in list_inputs(paths)] == ["a", "b", "c"]
