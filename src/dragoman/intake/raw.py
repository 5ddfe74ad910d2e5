"""Bytes of an input, read in bounded pieces, unpacked and decoded. Nothing here trusts a file's size or name."""

from __future__ import annotations

import codecs
import gzip
import io
import re
import zlib
from pathlib import Path

from dragoman.errors import InputError
from dragoman.languages.detect import detect_language
from dragoman.records import Record

_PIECE = 1 << 20
_SAMPLE = 1 << 18  # bytes that the detector of encodings looks at
_MAGIC = (
    b"\x89PNG", b"\x7fELF", b"GIF8", b"\xff\xd8\xff", b"PK\x03\x04", b"%PDF-", b"\x1f\x8b", b"BZh", b"\xfd7zXZ",
    b"7z\xbc\xaf", b"Rar!", b"OggS", b"ID3", b"\xd0\xcf\x11\xe0", b"SQLite format 3", b"\xca\xfe\xba\xbe", b"MZ\x90",
    b"RIFF", b"\x00\x00\x01\x00", b"wOFF", b"wOF2", b"\x28\xb5\x2f\xfd",
)  # fmt: skip
_MARKS = (  # the longer mark first: UTF-32 little-endian begins like UTF-16
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# Single-byte and East Asian encodings that news archives use; the detector chooses among them alone, which keeps it
# from exotic near-twins (cp1125 for cp1251, mac variants for cp1252).
_CANDIDATES = [
    "cp1252", "cp1251", "cp1250", "cp1253", "cp1254", "cp1255", "cp1256", "cp1257", "koi8_r", "koi8_u", "iso8859_5",
    "gb18030", "big5", "shift_jis", "euc_jp", "euc_kr", "tis_620",
]  # fmt: skip
# The Latin code pages share most letters of French and German; what language the western reading is in decides.
_LATIN = frozenset({"cp1250", "cp1252", "cp1254", "cp1257"})
_WESTERN = frozenset({"en", "fr", "de", "es", "it", "pt", "nl", "da", "sv", "no", "nb", "nn", "fi", "is", "ca", "gl", "eu"})
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_CONTROL_BYTE = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_SURROGATE = re.compile(r"[\ud800-\udfff]")


class Decoded(Record, frozen=True, kw_only=True):
    """A text as decoded from bytes. `repaired` counts the characters that stand for bytes that could not be decoded."""

    text: str
    encoding: str
    repaired: int = 0


def read_bytes(file: str, limit: int) -> bytes:
    """Return the bytes of a file. A file over the limit is refused by its size, unread.

    Raises:
        InputError: the file is too large, unreadable or empty.
    """
    path = Path(file)
    try:
        size = path.stat().st_size
        if size > limit:
            raise InputError("too_large", f"{size:,} bytes are over max_file_bytes ({limit:,}); raise it to read this")
        with path.open("rb") as handle:
            raw = bytearray()
            while len(raw) <= limit and (piece := handle.read(_PIECE)):
                raw += piece
    except PermissionError as error:
        raise InputError("unreadable", "permission denied; make the file readable and run again") from error
    except OSError as error:
        raise InputError("unreadable", f"{error.strerror or error}") from error
    if len(raw) > limit:
        raise InputError("too_large", f"over max_file_bytes ({limit:,}); raise it to read this")
    if not raw:
        raise InputError("empty", "the file holds no bytes")
    return bytes(raw)


class Unpacked(Record, frozen=True, kw_only=True):
    """What a gzip file held. `fault` says what was lost where the file is cut or corrupt."""

    raw: bytes
    fault: str = ""


def unpack(file: str, limit: int) -> Unpacked:
    """Return the unpacked bytes of a gzip file, read piece by piece and never more than the limit.

    Raises:
        InputError: more than the limit is in it, or it is no gzip file.
    """
    packed = read_bytes(file, limit)
    pieces: list[bytes] = []
    size = 0
    fault = ""
    with gzip.GzipFile(fileobj=io.BytesIO(packed)) as handle:
        while True:
            try:
                piece = handle.read1(_PIECE)
            except (EOFError, OSError, zlib.error) as error:
                fault = _gzip_fault(error)
                break
            if not piece:
                break
            pieces.append(piece)
            size += len(piece)
            if size > limit:
                raise InputError("too_large", f"unpacks to over max_file_bytes ({limit:,}); raise it to read this")
    if fault and not pieces and not packed.startswith(b"\x1f\x8b"):
        raise InputError("not_gzip", "the name ends in .gz but the content is no gzip data")
    return Unpacked(raw=b"".join(pieces), fault=fault)


def _gzip_fault(error: Exception) -> str:
    if isinstance(error, EOFError):
        return "the gzip data end before their end mark: the file was cut; fetch it again"
    return f"the gzip data are corrupt ({error}); fetch the file again"


def decode(raw: bytes, declared: str | None = None) -> Decoded:
    """Decode bytes: by byte order mark, as UTF-8, as declared, else as detected. A byte order mark is no text.

    Raises:
        InputError: the bytes are no text, or in no encoding that can be told.
    """
    for mark, encoding in _MARKS:
        if raw.startswith(mark):
            return _checked(_replaced(raw[len(mark) :], encoding))
    if raw.startswith(_MAGIC):
        raise InputError("binary", "the file is not text (it begins like an image, archive or program)")
    wide = _wide_encoding(raw)  # before UTF-8: English in UTF-16 is valid UTF-8 full of NULs
    if wide is not None:
        return _checked(_replaced(raw, wide))
    try:
        return _checked(Decoded(text=raw.decode("utf-8"), encoding="utf-8"))
    except UnicodeDecodeError:
        pass
    if declared is not None and (decoded := _strictly(raw, declared)) is not None:
        return _checked(decoded)
    mostly = _replaced(raw, "utf-8")
    if _mostly_utf8(mostly):
        return _checked(mostly)
    return _checked(_detected(raw))


def scrub(text: str) -> tuple[str, int]:
    """Put U+FFFD in the place of lone surrogates, which no file or database can hold; return how many there were."""
    return _SURROGATE.subn("\ufffd", text)


def _replaced(raw: bytes, encoding: str) -> Decoded:
    text = raw.decode(encoding, "replace")
    added = text.count("\ufffd") - (raw.count(b"\xef\xbf\xbd") if encoding == "utf-8" else 0)
    return Decoded(text=text, encoding=encoding, repaired=max(added, 0))


def _strictly(raw: bytes, encoding: str) -> Decoded | None:
    try:
        name = codecs.lookup(encoding).name
        return Decoded(text=raw.decode("cp1252" if name in ("iso8859-1", "ascii") else name), encoding=name)
    except (LookupError, UnicodeError):
        return None


def _mostly_utf8(decoded: Decoded) -> bool:
    """Tell whether a text is UTF-8 with a few damaged bytes: its valid longer sequences outnumber the faults by far."""
    longer = sum(character > "\x7f" for character in decoded.text) - decoded.repaired
    return longer >= 4 * decoded.repaired


def _wide_encoding(raw: bytes) -> str | None:
    """Return UTF-16 where every other byte is mostly NUL, which no single-byte text has."""
    sample = raw[: 4_096 - len(raw) % 2]
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    half = max(len(sample) // 2, 1)
    if odd > 0.4 * half and even < 0.05 * half:
        return "utf-16-le"
    if even > 0.4 * half and odd < 0.05 * half:
        return "utf-16-be"
    return None


def _detected(raw: bytes) -> Decoded:
    from charset_normalizer import from_bytes

    sample = raw[:_SAMPLE]
    if len(_CONTROL_BYTE.findall(sample)) > 0.05 * len(sample):
        raise InputError("binary", "the file is not text (it is full of control characters)")
    best = from_bytes(sample, cp_isolation=_CANDIDATES).best()
    if best is None:
        raise InputError("unknown_encoding", "no known encoding fits the bytes; convert the file to UTF-8")
    if best.encoding in _LATIN and detect_language(sample.decode("cp1252", "replace")) in _WESTERN:
        decoded = _strictly(raw, "cp1252")
    else:
        decoded = _strictly(raw, best.encoding)
    return decoded if decoded is not None else _replaced(raw, best.encoding)


def _checked(decoded: Decoded) -> Decoded:
    """Refuse what decodes but is no text: more than a tenth control characters (random bytes have 11 %, texts none)."""
    controls = len(_CONTROL.findall(decoded.text[:_SAMPLE]))
    share = 0.3 if decoded.encoding == "utf-8" and not decoded.repaired else 0.05
    if controls > share * min(len(decoded.text), _SAMPLE):
        raise InputError("binary", "the file is not text (it is full of control characters)")
    if decoded.repaired * 5 > len(decoded.text):
        raise InputError("binary", "the file is not text (most of its bytes cannot be decoded)")
    return decoded
