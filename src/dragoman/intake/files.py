"""From files to documents: every input becomes a `Document` or a reason, never an exception.

One call reads one file and knows nothing of the others, so that workers can read in parallel.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from msgspec.structs import replace

from dragoman.errors import InputError
from dragoman.ids import document_id
from dragoman.intake.dates import read_date
from dragoman.intake.declared import Declared
from dragoman.intake.delimited import split_table
from dragoman.intake.fields import read_fields
from dragoman.intake.jsonlines import read_row, split_items, split_rows
from dragoman.intake.listing import InputItem, list_inputs, suffix_of
from dragoman.intake.outlet_names import is_file_name
from dragoman.intake.pages import read_page
from dragoman.intake.raw import Unpacked, decode, read_bytes, scrub, unpack
from dragoman.intake.webarchive import Answer, answer_of, is_page, split_records
from dragoman.intake.webarchive import unpacked as unpacked_body
from dragoman.languages.detect import declared_language, detect_language
from dragoman.languages.load import READ_LANGUAGES
from dragoman.records import Document, Issue, LedgerRow, Record
from dragoman.settings import Settings

__all__ = ["Input", "InputItem", "Overrides", "list_inputs", "read_input", "read_inputs"]


class Overrides(Record, frozen=True, kw_only=True):
    """What the caller states. `language` replaces what an input says; the others fill in where it is silent."""

    published: str | None = None
    outlet: str | None = None
    language: str | None = None


class Input(Record, frozen=True, kw_only=True):
    """One input as read: its document, or the reason why there is none.

    `reason` begins with a short code and may hold a note on an accepted document. `damaged`: part of it was lost.
    """

    path: str
    member: str = ""
    document: Document | None = None
    reason: str = ""
    damaged: bool = False
    issues: tuple[Issue, ...] = ()

    def ledger_row(self) -> LedgerRow:
        """Return the ledger row of this input, as long as nothing else is known (a duplicate, say)."""
        accepted = self.document is not None
        return LedgerRow(
            path=self.path,
            member=self.member,
            outcome="accepted" if accepted else "rejected",
            reason=self.reason,
            document=self.document.id if self.document is not None else None,
        )


def read_inputs(
    paths: Iterable[str | Path], settings: Settings, overrides: Overrides | None = None
) -> Iterator[Input]:
    """Read all files under the paths, in the order of their names."""
    for item in list_inputs(paths):
        yield from read_input(item, settings, overrides)


def read_input(item: InputItem, settings: Settings, overrides: Overrides | None = None) -> Iterator[Input]:
    """Read one file: one input, or one for each row of a file of rows (JSON lines, CSV) or page of a web archive."""
    given = overrides or Overrides()
    if item.reason:
        yield Input(path=item.path, reason=item.reason)
        return
    suffix = suffix_of(item.path)
    try:
        unpacked = _load(item.file, suffix, settings.max_file_bytes)
        if "json" in suffix:
            yield from _read_json(item.path, suffix, unpacked, settings, given)
        elif "warc" in suffix:
            yield from _read_archive(item.path, unpacked, settings, given)
        elif suffix.startswith((".csv", ".tsv")):
            yield from _read_table(item.path, unpacked, settings, given)
        else:
            yield _read_whole(item.path, suffix, unpacked, settings, given)
    except InputError as error:
        yield rejected(item.path, "", error)
    except (MemoryError, RecursionError) as error:
        yield Input(path=item.path, reason=f"unreadable: {type(error).__name__} while reading this file")


def rejected(path: str, member: str, error: InputError) -> Input:
    """Return the input that a fault refuses."""
    return Input(path=path, member=member, reason=f"{error.reason}: {error}", damaged=error.damaged)


def _load(file: str, suffix: str, limit: int) -> Unpacked:
    return unpack(file, limit) if suffix.endswith(".gz") else Unpacked(raw=read_bytes(file, limit))


def _read_whole(path: str, suffix: str, unpacked: Unpacked, settings: Settings, given: Overrides) -> Input:
    """Read a file that is one document."""
    if unpacked.fault:
        raise InputError("damaged", unpacked.fault, damaged=True)
    if not unpacked.raw:
        raise InputError("empty", "the file holds no bytes")
    if ".htm" in suffix:
        return _read_html(path, "", unpacked.raw, settings, given)
    decoded = decode(unpacked.raw)
    document = _document(
        unpacked.raw, decoded.text, path, "", Declared(), given, settings, encoding=decoded.encoding
    )
    return _accepted(document, decoded.repaired, f"bytes that are no {decoded.encoding}")


def _read_html(
    path: str, member: str, raw: bytes, settings: Settings, given: Overrides, *, charset: str | None = None, address: str = ""
) -> Input:
    page = read_page(raw, settings.max_text_chars, charset)
    declared = replace(page.declared, url=page.declared.url or address or None)
    document = _document(
        raw, page.text, path, member, declared, given, settings,
        media_type="text/html", extractor=page.extractor, encoding=page.encoding,
    )  # fmt: skip
    return _accepted(document, page.repaired, f"bytes that are no {page.encoding}")


def _read_archive(path: str, unpacked: Unpacked, settings: Settings, given: Overrides) -> Iterator[Input]:
    """Read a web archive: every page is a document, up to where the file was cut; what is no page is counted by its kind."""
    others: Counter[str] = Counter()
    lost = InputError("damaged", unpacked.fault, damaged=True) if unpacked.fault else None
    pages = 0
    try:
        for record in split_records(unpacked.raw):
            answer = answer_of(record)
            if answer is None:
                others[record.head.get("warc-type", "") or "record without a type"] += 1
            elif not is_page(answer):
                others[answer.kind if answer.status.startswith("200") else answer.status] += 1
            else:
                pages += 1
                yield _read_capture(path, f"record {record.number}", answer, settings, given)
    except InputError as error:
        lost = lost or error
    if others:
        kinds = ", ".join(f"{count:,} {kind}" for kind, count in others.most_common())
        yield Input(path=path, member="other records", reason=f"no_page: records that hold no page: {kinds}")
    if lost is not None:
        kept = f"; the pages before it were read ({pages:,})" if pages else ""
        yield rejected(path, "", InputError(lost.reason, f"{lost}{kept}", damaged=lost.damaged))
    elif not pages:
        yield rejected(path, "", InputError("empty", "the web archive holds no pages"))


def _read_capture(path: str, member: str, answer: Answer, settings: Settings, given: Overrides) -> Input:
    """Read one page, or plain text, of a web archive."""
    try:
        raw = unpacked_body(answer, settings.max_file_bytes)
        if answer.kind != "text/plain":
            return _read_html(path, member, raw, settings, given, charset=answer.charset, address=answer.address)
        decoded = decode(raw, answer.charset)
        declared = Declared(url=answer.address or None)
        document = _document(raw, decoded.text, path, member, declared, given, settings, encoding=decoded.encoding)
        return _accepted(document, decoded.repaired, f"bytes that are no {decoded.encoding}")
    except InputError as error:
        return rejected(path, member, error)


def _read_json(path: str, suffix: str, unpacked: Unpacked, settings: Settings, given: Overrides) -> Iterator[Input]:
    """Read rows of JSON: every good one is a document, every bad one is refused by itself."""
    rows = [(f"line {number}", line) for number, line in split_rows(unpacked.raw, whole=not unpacked.fault)]
    if suffix.startswith(".json") and not suffix.startswith(".jsonl") and not unpacked.fault:
        items = split_items(decode(unpacked.raw).text)
        if items is not None:
            rows = [(f"item {number}", item.encode()) for number, item in enumerate(items, start=1)]
    for member, line in rows:
        try:
            text, declared = read_row(line)
            clean, lone = scrub(text)
            document = _document(
                line, clean, path, member, declared, given, settings, media_type="application/x-ndjson"
            )
            yield _accepted(document, lone, "lone surrogates")
        except InputError as error:
            yield rejected(path, member, error)
    yield from _end_of_rows(path, unpacked, found=bool(rows))


def _read_table(path: str, unpacked: Unpacked, settings: Settings, given: Overrides) -> Iterator[Input]:
    """Read a CSV or TSV file: every good row is a document, every bad one is refused by itself."""
    decoded = decode(unpacked.raw)
    rows = split_table(decoded.text, whole=not unpacked.fault)
    for row in rows:
        member = f"line {row.line}"
        try:
            if row.cells is None:
                raise InputError("bad_row", row.fault)
            text, declared = read_fields(row.cells)
            document = _document(
                row.raw.encode(), text, path, member, declared, given, settings,
                media_type="text/csv", encoding=decoded.encoding,
            )  # fmt: skip
            yield _accepted(document, text.count("\ufffd") if decoded.repaired else 0, f"bytes that are no {decoded.encoding}")
        except InputError as error:
            yield rejected(path, member, error)
    yield from _end_of_rows(path, unpacked, found=bool(rows))


def _end_of_rows(path: str, unpacked: Unpacked, *, found: bool) -> Iterator[Input]:
    """Say what became of the rest of a file of rows."""
    if unpacked.fault:
        yield rejected(path, "", InputError("damaged", unpacked.fault, damaged=True))
    elif not found:
        yield rejected(path, "", InputError("empty", "the file holds no rows"))


def _accepted(document: Document, repaired: int, what: str) -> Input:
    """Return the accepted input, with a note where characters had to be replaced, and an issue for all that went wrong."""
    note = f"repaired: {repaired} U+FFFD stand for {what}" if repaired else ""
    told = [("encoding", note)] if repaired else []
    if document.declared_published and read_date(document.declared_published) is None:
        words = f"the declared date {document.declared_published[:80]!r} is none that can be read; write it as 2021-10-05"
        told.append(("date", words))
    if document.declared_outlet and is_file_name(document.declared_outlet):
        words = f"the declared outlet {document.declared_outlet[:80]!r} is the name of a file; name the outlet, or use --outlet"
        told.append(("outlet", words))
    issues = tuple(
        Issue(document=document.id, path=document.path, stage="intake", kind=kind, message=words) for kind, words in told
    )
    return Input(path=document.path, member=document.member, document=document, reason=note, issues=issues)


def _document(
    raw: bytes,
    text: str,
    path: str,
    member: str,
    declared: Declared,
    given: Overrides,
    settings: Settings,
    *,
    media_type: str = "text/plain",
    extractor: str = "",
    encoding: str = "utf-8",
) -> Document:
    """Return the document, or refuse a text that is empty or too long."""
    if len(text) > settings.max_text_chars:
        limit = settings.max_text_chars
        raise InputError("too_long", f"{len(text):,} characters are over max_text_chars ({limit:,}); raise it to read")
    if not text.strip().strip("\ufffd\x00\ufeff").strip():
        raise InputError("empty", "the text holds nothing but blanks")
    return Document(
        id=document_id(raw),
        text=text,
        path=path,
        member=member,
        media_type=media_type,
        encoding=encoding,
        extractor=extractor,
        language=_language(text, declared, given, trusted=media_type != "text/html"),
        declared_title=declared.title,
        declared_published=_published(declared, given),
        declared_outlet=_outlet(declared, given),
        declared_author=declared.author,
        url=declared.url,
    )


def _published(declared: Declared, given: Overrides) -> str | None:
    """Return the date that the input declares, else the caller's: also where what the input declares is no date."""
    stated = [date for date in (declared.published, given.published) if date]
    return next((date for date in stated if read_date(date) is not None), stated[0] if stated else None)


def _outlet(declared: Declared, given: Overrides) -> str | None:
    """Return the outlet that the input declares, else the caller's: also where what the input declares is a file's name."""
    stated = [name for name in (declared.outlet, given.outlet) if name]
    return next((name for name in stated if not is_file_name(name)), stated[0] if stated else None)


def _language(text: str, declared: Declared, given: Overrides, *, trusted: bool) -> str:
    """Return the language: as the caller says, as declared, else as detected.

    The language attribute of a page is often its template's default: where it or the detector names a language that is
    read, and they disagree on a text long enough to tell, the detector is believed.
    """
    if (stated := declared_language(given.language)) is not None:
        return stated
    stated = declared_language(declared.language)
    if stated is not None and trusted:
        return stated
    detected = detect_language(text)
    if stated is None or (len(text) >= 150 and detected != "und" and {stated, detected} & set(READ_LANGUAGES)):
        return detected
    return stated
