"""Pages out of web archives (WARC, ISO 28500): what a crawler was answered, record by record, as far as the file goes.

A record says how long it is, so a file that was cut is read up to its last whole record. What is no page (an image, a request,
an answer such as "404 Not Found") is counted by what it is.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator

from dragoman.errors import InputError
from dragoman.records import Record

_ANSWERS = ("response", "resource", "conversion")  # kinds of records that hold what stood at an address
_PAGES = ("text/html", "application/xhtml+xml", "text/plain", "")
_HEAD_END = re.compile(rb"\r?\n\r?\n")
_CHUNK = re.compile(rb"([0-9A-Fa-f]{1,8})[^\r\n]{0,200}\r?\n")
_CHARSET = re.compile(r"""charset\s*=\s*["']?([\w.:-]{2,40})""", re.IGNORECASE)
_DIGITS = 18  # of a length: Python refuses to read a number of thousands of digits
_PIECE = 512  # packed bytes at a time: what a piece unpacks to is bounded


class Archived(Record, frozen=True, kw_only=True):
    """One record that is whole. `head` has its fields by their small names; `number` counts from 1."""

    number: int
    head: dict[str, str]
    block: bytes


class Answer(Record, frozen=True, kw_only=True):
    """What stood at an address: its bytes as they were packed for the way, and what the server said of them."""

    address: str
    status: str
    kind: str
    charset: str | None
    packed: tuple[str, ...]
    body: bytes


def split_records(raw: bytes) -> Iterator[Archived]:
    """Yield the whole records of an archive.

    Raises:
        InputError: the bytes are no archive, or (damaged) they end within a record or go on with none; all before was yielded.
    """
    position, number = 0, 0
    while (position := _after_breaks(raw, position)) < len(raw):
        head = _HEAD_END.search(raw, position)
        if not raw.startswith(b"WARC/", position):
            if not number:
                raise InputError("not_warc", "the file does not begin like a web archive (WARC)")
            raise InputError("damaged", f"no record begins at byte {position:,}; fetch the archive again", damaged=True)
        if head is None:
            raise _cut(raw, position)
        fields = _fields(raw[position : head.start()])
        length = fields.get("content-length", "")
        if not length.isdecimal() or len(length) > _DIGITS:
            raise InputError("damaged", f"the record at byte {position:,} does not say how long it is", damaged=True)
        end = head.end() + int(length)
        if end > len(raw):
            raise _cut(raw, position)
        number += 1
        yield Archived(number=number, head=fields, block=raw[head.end() : end])
        position = end


def _cut(raw: bytes, position: int) -> InputError:
    words = f"the archive was cut: it ends at byte {len(raw):,}, within the record at byte {position:,}; fetch it again"
    return InputError("damaged", words, damaged=True)


def _after_breaks(raw: bytes, position: int) -> int:
    while position < len(raw) and raw[position] in b"\r\n":
        position += 1
    return position


def _fields(head: bytes) -> dict[str, str]:
    """Return the fields of a head by their names in small letters; the first of one name counts."""
    found: dict[str, str] = {}
    for line in head.decode("utf-8", "replace").splitlines()[1:]:
        name, colon, value = line.partition(":")
        if colon:
            found.setdefault(name.strip().lower(), value.strip())
    return found


def answer_of(record: Archived) -> Answer | None:
    """Return what a record says stood at an address, None where it is of another kind (a request, a note of the crawler)."""
    if record.head.get("warc-type", "").lower() not in _ANSWERS:
        return None
    address = record.head.get("warc-target-uri", "").strip("<>")
    own_kind = record.head.get("content-type", "")
    if not own_kind.startswith("application/http"):
        return _answer(address, "200", own_kind, (), record.block)
    head = _HEAD_END.search(record.block)
    if head is None:
        return _answer(address, "no answer", "", (), b"")
    first, fields = record.block[: head.start()], _fields(record.block[: head.start()])
    status = first.split(b"\n", 1)[0].decode("utf-8", "replace").partition(" ")[2].strip()
    body = record.block[head.end() :]
    if "chunked" in fields.get("transfer-encoding", "").lower():
        body = _dechunked(body)
    packed = tuple(name.strip().lower() for name in fields.get("content-encoding", "").split(",") if name.strip())
    return _answer(address, status, fields.get("content-type", ""), packed, body)


def _answer(address: str, status: str, kind: str, packed: tuple[str, ...], body: bytes) -> Answer:
    charset = _CHARSET.search(kind)
    plain = kind.partition(";")[0].strip().lower()
    return Answer(address=address, status=status, kind=plain, charset=charset[1] if charset else None, packed=packed, body=body)


def is_page(answer: Answer) -> bool:
    """Tell whether an answer is a page or a plain text that was found."""
    return answer.status.startswith("200") and answer.kind in _PAGES and bool(answer.body.strip())


def _dechunked(body: bytes) -> bytes:
    """Return a body without the lengths of its chunks; as it is where they do not fit (crawlers often take them out)."""
    parts: list[bytes] = []
    position = 0
    while (chunk := _CHUNK.match(body, position)) is not None:
        size, position = int(chunk[1], 16), chunk.end()
        if not size:
            return b"".join(parts)
        if position + size > len(body):
            return body
        parts.append(body[position : position + size])
        position = _after_breaks(body, position + size)
    return body


def unpacked(answer: Answer, limit: int) -> bytes:
    """Return the bytes of an answer as a browser would show them.

    Raises:
        InputError: they are packed in a way that is not known, cannot be unpacked, or unpack to more than the limit.
    """
    body = answer.body
    for name in reversed(answer.packed):
        if name in ("gzip", "x-gzip", "deflate") and body.startswith((b"\x1f\x8b", b"\x78")):
            body = _unzipped(body, limit)
        elif name not in ("identity", "gzip", "x-gzip", "deflate"):  # crawlers unpack gzip and leave the field
            message = f"the page is packed with {name}; let the crawler ask for gzip, or save the page as HTML"
            raise InputError("packed", message)
    return body


def _unzipped(body: bytes, limit: int) -> bytes:
    """Return gzip or zlib data unpacked, piece by piece and never more than the limit."""
    unpacker = zlib.decompressobj(zlib.MAX_WBITS | 32)
    parts: list[bytes] = []
    size = 0
    try:
        for start in range(0, len(body), _PIECE):
            parts.append(unpacker.decompress(body[start : start + _PIECE]))
            size += len(parts[-1])
            if size > limit:
                raise InputError("too_large", f"the page unpacks to over max_file_bytes ({limit:,}); raise it to read this")
    except zlib.error as error:
        raise InputError("damaged", f"the page cannot be unpacked ({error}); fetch it again", damaged=True) from error
    return b"".join(parts)
