"""Inputs that are broken, hostile or too large: each gets a clear reason, and the rest of the batch goes on."""

from __future__ import annotations

import gzip
import json
import os
import time
import tracemalloc
from pathlib import Path

import pytest

from dragoman.intake.files import Input, list_inputs, read_inputs
from dragoman.settings import Settings

GOOD = "The two ministers met in Geneva on Tuesday and agreed to reopen the border crossing next month.\n"


def read(folder: Path, **settings: int) -> dict[str, Input]:
    """Read a folder beside a good file, check that the good file came through, and return the rest by name."""
    (folder / "good.txt").write_text(GOOD, encoding="utf-8")
    found = list(read_inputs([folder], Settings(**settings)))
    by_name = {Path(item.path).name + (f":{item.member}" if item.member else ""): item for item in found}
    assert len(by_name) == len(found)
    good = by_name.pop("good.txt")
    assert good.document is not None
    assert good.document.text == GOOD
    assert all(item.document is not None or item.reason for item in found)
    return by_name


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("empty.txt", b"", "empty"),
        ("blank.txt", b" \n\t\r\n \xc2\xa0\n", "empty"),
        ("only_mark.txt", b"\xef\xbb\xbf", "empty"),
        ("zeros.txt", b"\x00" * 5_000, "binary"),
        ("image.txt", b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20, "binary"),
        ("program.txt", b"\x7fELF" + b"\x00" * 400, "binary"),
        ("noise.txt", bytes((index * 7919 + index * index * 104729) % 256 for index in range(20_000)), "binary"),
        ("empty.html", b"", "empty"),
        ("no_text.html", b"<html><head><title>x</title></head><body><script>var a = 1;</script></body></html>", "no_text"),
        ("empty.jsonl", b"\n\n", "empty"),
        ("plain.txt.gz", b"this is no gzip data at all", "not_gzip"),
        ("report.pdf", b"%PDF-1.4", "unknown_format"),
        ("noname", b"text", "unknown_format"),
    ],
)
def test_useless_files_are_refused_with_their_reason(tmp_path: Path, name: str, content: bytes, reason: str) -> None:
    """A file that holds no readable text is refused, and its reason says why."""
    (tmp_path / name).write_bytes(content)
    refused = read(tmp_path)[name]
    assert refused.document is None
    assert refused.reason.startswith(reason + ": ")
    assert not refused.damaged
    assert refused.ledger_row().outcome == "rejected"


def test_unknown_format_names_the_formats_that_are_read(tmp_path: Path) -> None:
    """The reason for an unknown suffix lists the suffixes that are read."""
    (tmp_path / "data.xls").write_bytes(b"x")
    assert ".jsonl" in read(tmp_path)["data.xls"].reason


def test_huge_sparse_file_is_refused_unread(tmp_path: Path) -> None:
    """A gigabyte of zeros is refused by its size; its bytes are never in memory."""
    with (tmp_path / "huge.txt").open("wb") as handle:
        handle.truncate(1 << 30)
    tracemalloc.start()
    refused = read(tmp_path)["huge.txt"]
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert refused.reason.startswith("too_large: ")
    assert "max_file_bytes" in refused.reason
    assert peak < 20_000_000


@pytest.mark.parametrize("name", ["bomb.txt.gz", "bomb.html.gz", "bomb.jsonl.gz"])
def test_gzip_bomb_stops_at_the_limit(tmp_path: Path, name: str) -> None:
    """A small file that unpacks to a gigabyte is refused as soon as the limit is passed."""
    piece = gzip.compress(b"\x00" * (1 << 20), compresslevel=9)
    (tmp_path / name).write_bytes(piece * 1_000)  # gzip members one after the other are one file
    tracemalloc.start()
    refused = read(tmp_path, max_file_bytes=8_000_000)[name]
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert refused.reason.startswith("too_large: ")
    assert peak < 60_000_000


def test_long_paragraph_is_too_long(tmp_path: Path) -> None:
    """Twenty megabytes without a line end are refused, with the setting that would allow them."""
    (tmp_path / "long.txt").write_bytes(b"word " * 4_000_000)
    refused = read(tmp_path)["long.txt"]
    assert refused.reason.startswith("too_long: ")
    assert "max_text_chars" in refused.reason


def test_long_text_in_a_page_and_in_a_row_is_too_long(tmp_path: Path) -> None:
    """The limit on characters holds for the text of saved pages and of rows as well."""
    sentence = "The delegations exchanged views on trade, transit and the return of prisoners. "
    (tmp_path / "long.html").write_text(f"<html><body><article><p>{sentence * 200}</p></article></body></html>")
    (tmp_path / "long.jsonl").write_text(json.dumps({"text": sentence * 200}) + "\n")
    found = read(tmp_path, max_text_chars=2_000)
    assert found["long.html"].reason.startswith("too_long: ")
    assert found["long.jsonl:line 1"].reason.startswith("too_long: ")


@pytest.mark.parametrize("closed", [True, False])
@pytest.mark.parametrize("tag", ["div", "b", "blockquote"])
def test_deeply_nested_page_is_read_in_time(tmp_path: Path, tag: str, closed: bool) -> None:
    """Two hundred thousand nested tags give the text or a reason without a crash, in seconds."""
    depth = 200_000
    page = f"<html><body>{f'<{tag}>' * depth}<p>{GOOD * 5}</p>{f'</{tag}>' * depth * closed}</body></html>"
    (tmp_path / "deep.html").write_text(page, encoding="utf-8")
    started = time.process_time()
    found = read(tmp_path)["deep.html"]
    assert time.process_time() - started < 20
    if found.document is None:
        assert found.reason
    else:
        assert "reopen the border crossing" in found.document.text


@pytest.mark.parametrize("name", ["cut.txt.gz", "cut.html.gz"])
def test_cut_gzip_is_damaged(tmp_path: Path, name: str) -> None:
    """A gzip file that was cut in half is refused and reported as damaged."""
    whole = gzip.compress(os.urandom(2_000).hex().encode() + GOOD.encode() * 50)
    (tmp_path / name).write_bytes(whole[: len(whole) // 2])
    refused = read(tmp_path)[name]
    assert refused.document is None
    assert refused.damaged
    assert refused.reason.startswith("damaged: ")


def test_corrupt_gzip_is_damaged(tmp_path: Path) -> None:
    """A gzip file whose check sum does not fit is refused and reported as damaged."""
    whole = bytearray(gzip.compress(GOOD.encode() * 50))
    whole[-6] ^= 0xFF
    (tmp_path / "corrupt.txt.gz").write_bytes(bytes(whole))
    assert read(tmp_path)["corrupt.txt.gz"].damaged


def test_cut_row_file_keeps_its_whole_lines(tmp_path: Path) -> None:
    """The lines before the cut are read; the file itself is reported as damaged."""
    rows = b"".join(json.dumps({"text": f"{GOOD} {os.urandom(400).hex()}"}).encode() + b"\n" for _ in range(200))
    whole = gzip.compress(rows)
    (tmp_path / "cut.jsonl.gz").write_bytes(whole[: len(whole) // 2])
    found = read(tmp_path)
    assert found["cut.jsonl.gz"].damaged
    assert sum(item.document is not None for item in found.values()) > 20


@pytest.mark.parametrize(
    "line",
    [
        b'{"text": "cut off',
        b'{"text": NaN}',
        b'{"text": "a sentence.", "text": "another."}',
        b"[" * 100_000 + b"]" * 100_000,
        b'{"text": ' + b'{"a":' * 100_000 + b"1" + b"}" * 100_000 + b"}",
        b'{"text": "wrong bytes \xff\xfe here"}',
        b'{"text": 12}',
        b'{"text": "  "}',
        b'{"title": "no text"}',
        b'["text"]',
        b"null",
        b'{"text": ' + b"9" * 5_000 + b"}",
        b"\x00\x01\x02",
    ],
)
def test_one_bad_line_among_ten(tmp_path: Path, line: bytes) -> None:
    """A bad line is refused with its number; the other nine are in."""
    lines = [json.dumps({"text": f"{GOOD} Number {number}."}).encode() for number in range(9)]
    lines.insert(6, line)
    (tmp_path / "rows.jsonl").write_bytes(b"\n".join(lines) + b"\n")
    found = read(tmp_path)
    assert sum(item.document is not None for item in found.values()) == 9
    refused = found["rows.jsonl:line 7"]
    assert refused.document is None
    assert refused.reason


def test_unreadable_file_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that may not be opened is refused with "permission denied"."""
    (tmp_path / "secret.txt").write_text(GOOD)
    opened = Path.open

    def refuse(self: Path, *arguments: object, **named: object) -> object:
        if self.name == "secret.txt":
            raise PermissionError(13, "Permission denied")
        return opened(self, *arguments, **named)  # type: ignore[arg-type,call-overload]

    monkeypatch.setattr(Path, "open", refuse)
    refused = read(tmp_path)["secret.txt"]
    assert refused.reason.startswith("unreadable: permission denied")


def test_folder_named_like_a_file_is_searched(tmp_path: Path) -> None:
    """A folder called x.txt is a folder: its files are read."""
    (tmp_path / "x.txt").mkdir()
    (tmp_path / "x.txt" / "inner.txt").write_text(GOOD + "Inner.", encoding="utf-8")
    found = read(tmp_path)
    assert set(found) == {"inner.txt"}
    assert found["inner.txt"].path.endswith("x.txt/inner.txt")


def test_symbolic_link_loops_end(tmp_path: Path) -> None:
    """Links that lead to themselves or to a folder above are refused once, and the reading ends."""
    (tmp_path / "inner").mkdir()
    (tmp_path / "inner" / "up").symlink_to(tmp_path, target_is_directory=True)
    (tmp_path / "a.txt").symlink_to(tmp_path / "b.txt")
    (tmp_path / "b.txt").symlink_to(tmp_path / "a.txt")
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nothing.txt")
    found = read(tmp_path)
    assert found["up"].reason.startswith("link_loop: ")
    assert found["a.txt"].reason.startswith("link_loop: ")
    assert found["b.txt"].reason.startswith("link_loop: ")
    assert found["gone.txt"].reason.startswith("broken_link: ")


def test_pipe_is_not_opened(tmp_path: Path) -> None:
    """A named pipe is refused without being opened, which would wait for ever."""
    os.mkfifo(tmp_path / "pipe.txt")
    assert read(tmp_path)["pipe.txt"].reason.startswith("not_a_file: ")


def test_missing_path_is_refused(tmp_path: Path) -> None:
    """A path that does not exist is one refused input."""
    found = list(read_inputs([tmp_path / "absent.txt"], Settings()))
    assert [item.reason.split(":")[0] for item in found] == ["not_found"]


def test_same_file_reached_twice_is_read_once(tmp_path: Path) -> None:
    """A file given by name, through its folder and through a link is one input."""
    (tmp_path / "one.txt").write_text(GOOD)
    (tmp_path / "two.txt").symlink_to(tmp_path / "one.txt")
    assert len(list_inputs([tmp_path, tmp_path / "one.txt", f"{tmp_path}/./one.txt"])) == 1


def test_lone_surrogates_are_replaced_and_noted(tmp_path: Path) -> None:
    """A row with half of a surrogate pair is accepted with U+FFFD in its place, a note and an issue; offsets hold."""
    line = '{"text": "He said \\ud83d the talks \\ud83d\\ude00 ended well on Monday."}'
    (tmp_path / "rows.jsonl").write_text(line + '\n{"text": "\\udc00"}\n', encoding="ascii")
    found = read(tmp_path)
    kept = found["rows.jsonl:line 1"]
    assert kept.document is not None
    assert kept.document.text == "He said \ufffd the talks \U0001f600 ended well on Monday."
    assert kept.reason.startswith("repaired: 1 ")
    assert kept.issues[0].kind == "encoding"
    assert found["rows.jsonl:line 2"].reason.startswith("empty: ")


def test_damaged_utf8_is_kept_with_a_note(tmp_path: Path) -> None:
    """A French text with one broken byte stays UTF-8; the broken byte is replaced and noted."""
    text = ("Le président a été reçu à l’Élysée où les deux délégations ont signé un accord. " * 5).encode()
    (tmp_path / "broken.txt").write_bytes(text[:200] + b"\xff" + text[200:])
    found = read(tmp_path)["broken.txt"]
    assert found.document is not None
    assert found.document.text.count("\ufffd") == 1
    assert found.reason.startswith("repaired: 1 ")
