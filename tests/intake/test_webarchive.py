"""Web archives: each page is a document, what is no page is counted, and a cut archive is read up to the cut."""

from __future__ import annotations

import gzip
import zlib
from pathlib import Path

import pytest

from dragoman.intake.files import Input, read_inputs
from dragoman.settings import Settings

TEXT = "The ministers of both states met in Geneva on Tuesday and agreed to reopen the border crossing next month, they said."


def page(text: str = TEXT, charset: str = "utf-8") -> bytes:
    """Return a page of our own."""
    return f"<html><head><title>Border</title></head><body><article><p>{text}</p></article></body></html>".encode(charset)


def http(body: bytes, kind: str = "text/html", status: str = "200 OK", more: str = "") -> bytes:
    """Return the answer of a server."""
    return f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\n{more}\r\n".encode() + body


def record(block: bytes, kind: str = "response", address: str = "https://tide.example/a") -> bytes:
    """Return a record of an archive."""
    media = "application/http; msgtype=response" if block.startswith(b"HTTP") else "application/warc-fields"
    fields = {"WARC-Type": kind, "WARC-Target-URI": address, "Content-Type": media, "Content-Length": len(block)}
    head = "".join(f"{name}: {value}\r\n" for name, value in fields.items())
    return f"WARC/1.0\r\n{head}\r\n".encode() + block + b"\r\n\r\n"


def read(folder: Path, data: bytes, name: str = "a.warc", **settings: int) -> list[Input]:
    """Read an archive."""
    (folder / name).write_bytes(data)
    return list(read_inputs([folder / name], Settings(**settings)))


ARCHIVE = (
    record(b"software: ours\r\n", "warcinfo"), record(b"GET / HTTP/1.1\r\n\r\n", "request"), record(http(page())),
    record(http(b"\x89PNG", "image/png")), record(http(b"gone", status="404 Not Found")),
    record(http(TEXT.encode() + b" Twice.", "text/plain"), address="https://tide.example/b"),
)  # fmt: skip


@pytest.mark.parametrize("packed", [False, True])
def test_each_page_is_a_document_and_the_rest_is_counted(tmp_path: Path, *, packed: bool) -> None:
    """Pages and plain texts keep their address; images, requests and answers without a page make one row that counts them."""
    data = b"".join(map(gzip.compress, ARCHIVE)) if packed else b"".join(ARCHIVE)
    first, second, others = read(tmp_path, data, "a.warc.gz" if packed else "a.warc")
    assert first.document
    assert second.document
    assert (first.member, first.document.url, TEXT in first.document.text) == ("record 3", "https://tide.example/a", True)
    assert (second.member, second.document.url) == ("record 6", "https://tide.example/b")
    assert second.document.media_type == "text/plain"
    assert others.reason == "no_page: records that hold no page: 1 warcinfo, 1 request, 1 image/png, 1 404 Not Found"
    assert not any(found.damaged for found in (first, second, others))


@pytest.mark.parametrize("name", ["cut.warc", "cut.warc.gz"])
def test_a_cut_archive_is_read_up_to_the_cut(tmp_path: Path, name: str) -> None:
    """Whole records before the cut are documents; one row says that the rest is lost, and the run is marked as damaged."""
    whole, last = record(http(page())), record(http(page("Nobody met anybody. " * 50)))
    data = gzip.compress(whole) + gzip.compress(last)[:-40] if name.endswith("gz") else whole + last[:-200]
    kept, lost = read(tmp_path, data, name)
    assert kept.document is not None
    assert (lost.document, lost.damaged, lost.reason.startswith("damaged: ")) == (None, True, True)
    assert lost.reason.endswith("fetch it again; the pages before it were read (1)")


def test_what_is_packed_for_the_way_is_unpacked(tmp_path: Path) -> None:
    """Chunks and gzip are taken off, also where the crawler did so and left the field; what cannot be unpacked is told."""
    body = gzip.compress(page())
    chunks = b"".join(f"{len(part):x}\r\n".encode() + part + b"\r\n" for part in (body[:40], body[40:])) + b"0\r\n\r\n"
    head = "Content-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n"
    deflated = http(zlib.compress(page()), more="Content-Encoding: deflate\r\n")
    for block in (http(chunks, more=head), http(page(), more=head), deflated):
        (found,) = read(tmp_path, record(block))
        assert found.document
        assert TEXT in found.document.text
    (refused,) = read(tmp_path, record(http(b"\x0b\x02\x80", more="Content-Encoding: br\r\n")))
    assert refused.reason.startswith("packed: the page is packed with br")
    (broken,) = read(tmp_path, record(http(body[:-30] + b"x" * 22, more="Content-Encoding: gzip\r\n")))
    assert broken.document is None or TEXT not in broken.document.text


def test_a_page_that_unpacks_to_too_much_stops_at_the_limit(tmp_path: Path) -> None:
    """A kilobyte of gzip with many megabytes in it is refused by itself."""
    bomb = record(http(gzip.compress(b" " * 20_000_000), more="Content-Encoding: gzip\r\n"))
    refused, kept = read(tmp_path, bomb + record(http(page())), max_file_bytes=1_000_000)
    assert refused.reason.startswith("too_large: ")
    assert kept.document is not None


def test_the_server_says_the_encoding(tmp_path: Path) -> None:
    """A page without a charset of its own is decoded as its server declared."""
    body = page("Le général a salué la décision. " * 9, "iso-8859-1")
    (found,) = read(tmp_path, record(http(body, "text/html; charset=iso-8859-1")))
    assert found.document
    assert "général a salué la décision" in found.document.text


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"no archive at all", "not_warc"),
        (b"WARC/1.0\r\nWARC-Type: response\r\n\r\n", "damaged"),
        (record(http(page())) + b"garbage", "damaged"),
        (record(b"software: ours\r\n", "warcinfo"), "empty"),
    ],
)
def test_an_archive_that_is_none_says_why(tmp_path: Path, data: bytes, reason: str) -> None:
    """What does not begin or go on like one, a record without a length, and an archive without pages."""
    assert read(tmp_path, data)[-1].reason.startswith(f"{reason}: ")


def test_a_length_of_thousands_of_digits_is_damage(tmp_path: Path) -> None:
    """A record that says a length which no file can have ends the reading as damage; the pages before it are kept."""
    hostile = record(http(page())).replace(b"Content-Length: ", b"Content-Length: " + b"9" * 5000, 1)
    kept, lost = read(tmp_path, record(http(page())) + hostile)
    assert kept.document is not None
    assert (lost.document, lost.damaged) == (None, True)
