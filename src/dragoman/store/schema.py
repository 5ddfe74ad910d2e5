"""The tables of a project file. The comments on tables and columns are the data dictionary (docs/records.md).

Lists that nothing joins on are JSON text. Spans are `[start, end]`, half-open, in code points of `documents.text`.
Tables from `actors` on under "the record of the world" are derived: a run changes them in one transaction.
"""

from __future__ import annotations

from typing import Any

import msgspec
from sqlalchemy import (
    Boolean,
    Column,
    Dialect,
    Float,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    PrimaryKeyConstraint,
    Table,
    Text,
    UniqueConstraint,
)
from sqlalchemy.types import TypeDecorator

SCHEMA_VERSION = 4

metadata = MetaData()


class Json(TypeDecorator[Any]):
    """A value kept as JSON text: UTF-8, fields in the order of their record, null kept as SQL null."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: Any, dialect: Dialect) -> str | None:
        """Return the JSON text of a value."""
        return None if value is None else msgspec.json.encode(value).decode()

    def process_result_value(self, value: str | None, dialect: Dialect) -> Any:
        """Return the value of a JSON text."""
        return None if value is None else msgspec.json.decode(value)


def _text(name: str, comment: str, *, null: bool = False, key: bool = False) -> Column[Any]:
    return Column(name, Text, nullable=null, primary_key=key, comment=comment)


def _json(name: str, comment: str, *, null: bool = False) -> Column[Any]:
    return Column(name, Json, nullable=null, comment=comment)


def _whole(name: str, comment: str, *, null: bool = False, key: bool = False) -> Column[Any]:
    return Column(name, Integer, nullable=null, primary_key=key, comment=comment)


def _real(name: str, comment: str) -> Column[Any]:
    return Column(name, Float, nullable=False, comment=comment)


def _bool(name: str, comment: str) -> Column[Any]:
    return Column(name, Boolean, nullable=False, comment=comment)


def _document(*, key: bool = False) -> Column[Any]:
    """The column that ties a row to its document: rows go when their document goes."""
    reference = ForeignKey("documents.id", ondelete="CASCADE")
    return Column("document", Text, reference, nullable=False, primary_key=key, comment="id of the document")


def _span() -> tuple[Column[Any], Column[Any]]:
    return (
        _whole("start", "first code point of the span in the document's text"),
        _whole("end", "code point after the last one of the span"),
    )


# ------------------------------------------------------------------------------- the project and its runs

meta = Table(
    "meta", metadata,
    _text("key", "schema: version of these tables; stale: 1 while the record of the world lags behind", key=True),
    _text("value", "its value"),
    comment="facts about the file itself",
)  # fmt: skip

runs = Table(
    "runs", metadata,
    _whole("number", "1, 2, 3 ...", key=True),
    _text("inputs", "digest of the list of inputs and of what the caller declared about them"),
    _text("state", "running, finished, or abandoned (cut off, and another list of inputs came next)"),
    _text("started", "UTC time, ISO 8601"),
    _text("ended", "UTC time, ISO 8601; null while running", null=True),
    _text("version", "version of dragoman"),
    _text("knowledge", "digest of the tables of facts that were used"),
    comment="every call of read; a run that was cut off goes on under its own number",
)  # fmt: skip

run_files = Table(
    "run_files", metadata,
    Column("run", Integer, ForeignKey("runs.number"), nullable=False, comment="number of the run"),
    _text("path", "path of the input file"),
    PrimaryKeyConstraint("run", "path"),
    comment="input files that a run has read to their end",
)  # fmt: skip

ledger = Table(
    "ledger", metadata,
    Column("run", Integer, ForeignKey("runs.number"), nullable=False, comment="number of the run"),
    _text("path", "path of the input file as the caller named it"),
    _text("member", "row or part inside the file, empty where the file is one document"),
    _text("outcome", "accepted, duplicate or rejected"),
    _text("reason", "why it was not accepted, in words; empty where it was"),
    Column("document", Text, ForeignKey("documents.id"), comment="id of the document; null where rejected"),
    _bool("damaged", "whether part of the input was lost (a cut archive)"),
    PrimaryKeyConstraint("run", "path", "member"),
    comment="one row for every input of every run: nothing is lost in silence",
)  # fmt: skip

issues = Table(
    "issues", metadata,
    _whole("number", "order of arrival", key=True),
    _text("document", "id of the document, null where none came of the input", null=True),
    _text("path", "path of the input file"),
    _text("member", "row or part inside the file"),
    _text("stage", "where it was noticed: intake, sentences, read ..."),
    _text("kind", "short code of what is wrong"),
    _text("message", "what could not be read, and why, in words"),
    UniqueConstraint("document", "path", "member", "stage", "kind", "message"),
    comment="what could not be read, and why",
)  # fmt: skip

# ------------------------------------------------------------------------------- what each document says

documents = Table(
    "documents", metadata,
    _whole("number", "row number that the search index refers to", key=True),
    _text("id", "SHA-256 of the raw bytes"),
    _text("path", "path of the input file; of several copies the first in sorted order"),
    _text("member", "row or part inside the file"),
    _text("text", "the decoded text, never altered"),
    _text("language", "ISO 639-1 code"),
    _text("media_type", "media type of the input"),
    _text("encoding", "character encoding it was decoded with"),
    _text("extractor", "what took the text out of the page, with its version; empty for plain text"),
    _text("title", "headline", null=True),
    _text("outlet", "who published it", null=True),
    _text("author", "who wrote it", null=True),
    _text("url", "where it stood", null=True),
    _json("published", "when it was published: an interval, or null", null=True),
    _json("provenance", "who stands behind text and pictures: [{kind, name, start, end}]"),
    _json("declared", "what the input or the caller stated: {title, published, outlet, author}"),
    _json("body", "spans of the text to read"),
    UniqueConstraint("id"),
    comment="one row for each distinct sequence of bytes that was read as a document",
)  # fmt: skip

blocks = Table(
    "blocks", metadata,
    _document(key=True),
    _whole("position", "order on the page", key=True),
    *_span(),
    _text("kind", "headline, dek, body, subhead, caption, credit, byline, dateline, provenance or furniture"),
    _text("detail", "sort of furniture"),
    _text("rule", "rule that decided"),
    comment="what each stretch of the text is on the page",
)  # fmt: skip

sentences = Table(
    "sentences", metadata,
    _document(key=True),
    _whole("position", "number of the sentence in its document", key=True),
    *_span(),
    comment="sentences of the text to read",
)  # fmt: skip

document_actors = Table(
    "document_actors", metadata,
    _document(key=True),
    _text("actor", "id of the actor", key=True),
    _text("kind", "state, organ, person, organisation, treaty, format, group, region, outlet, place or unresolved"),
    _text("name", "name as of the document's date"),
    _text("state", "whom it stands for as of the document's date: ISO alpha-3 or an organisation's id", null=True),
    _text("wikidata", "Wikidata item", null=True),
    _bool("resolved", "whether the tables know it"),
    Index("document_actors_by_actor", "actor"),
    comment="the actors that a document names, as of its date",
)  # fmt: skip

_NAMED = ["document_actors.document", "document_actors.actor"]

mentions = Table(
    "mentions", metadata,
    _text("id", "from document and span", key=True),
    _document(),
    *_span(),
    _text("surface", "the words"),
    _text("kind", "person, state, organ, role, pronoun ..."),
    _whole("sentence", "number of its sentence"),
    _text("actor", "whom it names (the first of `actors`), or null", null=True),
    _json("actors", "all whom it names: several for \"both countries\""),
    _text("office", "post that the words name", null=True),
    _real("score", "how sure the link is, 0 to 1"),
    _text("reason", "rules that gave the link"),
    _json("alternatives", "next best readings: [[actor, score]]"),
    ForeignKeyConstraint(["document", "actor"], _NAMED, ondelete="CASCADE"),
    Index("mentions_by_document", "document"), Index("mentions_by_actor", "actor"),
    comment="names and descriptions on the page, and whom they name",
)  # fmt: skip

reports = Table(
    "reports", metadata,
    _text("id", "from document and trigger span", key=True),
    _document(),
    _whole("sentence", "number of its sentence"),
    _text("type", "PLOVER type of the act as worded"),
    _text("reduced_type", "PLOVER type after its rule for future and negated acts"),
    _text("mode", "PLOVER mode, empty where none"),
    _whole("quad", "1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict"),
    _real("intensity", "PLOVER's scale, -10 to +10"),
    _text("cameo", "CAMEO code"),
    _json("contexts", "PLOVER contexts"),
    _bool("mutual", "whether all parties do the same to each other"),
    _text("status", "happened, ongoing, planned, hypothetical, alleged, denied or negated"),
    _text("polarity", "+ or -"),
    _text("certainty", "certain, probable, possible or underspecified"),
    _text("time", "past, present, future or timeless"),
    _json("according_to", "chain of speakers, outermost first; empty where the narrator speaks"),
    _json("when", "interval or null", null=True),
    _json("place", "{name, id, lat, lon, state} or null", null=True),
    _real("score", "how sure the report is, 0 to 1"),
    _whole("trigger_start", "first code point of the word that expresses the act"),
    _whole("trigger_end", "code point after it"),
    _text("rule", "rule that found it"),
    Index("reports_by_document", "document"),
    comment="one document says that somebody does something to somebody",
)  # fmt: skip

report_parties = Table(
    "report_parties", metadata,
    Column("report", Text, ForeignKey("reports.id", ondelete="CASCADE"), primary_key=True, comment="id of the report"),
    _text("side", "actor or recipient", key=True),
    _whole("position", "order on its side", key=True),
    Column("document", Text, nullable=False, comment="id of the document"),
    _text("actor", "id of the actor"),
    _text("name", "the words"),
    _text("state", "state or organisation it stands for", null=True),
    *_span(),
    ForeignKeyConstraint(["document", "actor"], _NAMED, ondelete="CASCADE"),
    Index("report_parties_by_actor", "actor"),
    comment="the two sides of each report",
)  # fmt: skip

evidence = Table(
    "evidence", metadata,
    _text("owner", "id of the report, statement or document (for its outlet, date ...)", key=True),
    _whole("position", "order", key=True),
    _text("owner_kind", "report, statement or document"),
    _document(),
    _text("role", "trigger, actor, recipient, time, place, cue, outlet, published ..."),
    *_span(),
    _text("quote", "the characters of the span: documents.text[start:end]"),
    Index("evidence_by_document", "document"),
    comment="the exact characters that each field was read from",
)  # fmt: skip

statements = Table(
    "statements", metadata,
    _text("id", "from document and content spans", key=True),
    _document(),
    _whole("sentence", "number of its sentence"),
    _json("speakers", "ids of the actors that speak"),
    _text("speaker_name", "canonical names, joined by \"; \"; an unnamed speaker by the description in the text"),
    _json("speaker_surface", "span of the words that name the speaker, or null", null=True),
    _json("cue", "span of the word of saying, or null", null=True),
    _json("content", "spans of what is said"),
    _text("quote", "text of the content, joined by blanks"),
    _text("kind", "direct, indirect or mixed"),
    _text("form", "statement, attitude, topic, heading or unattributed"),
    _json("chain", "names of those who carry it, outermost first, without the speaker"),
    _text("parent", "id of the statement that it stands in", null=True),
    _text("addressee", "to whom", null=True),
    _text("medium", "where it was said: an interview, a statement, a meeting", null=True),
    _json("about", "ids of the actors it is about"),
    _json("reports", "ids of the reports of acts that it tells of"),
    _text("quote_key", "its words in small letters without marks: the same in every print of one quotation"),
    _text("act", "what the speaker does by saying it"),
    _text("stance", "positive, negative or neutral"),
    _real("score", "how sure the reading is, 0 to 1"),
    _text("rule", "rule that found it"),
    Index("statements_by_document", "document"),
    comment="who says what, to whom, about whom",
)  # fmt: skip

positions = Table(
    "positions", metadata,
    _text("id", "from document and outcome span", key=True),
    _document(),
    Column("statement", Text, ForeignKey("statements.id", ondelete="CASCADE"), comment="id of the statement, or null"),
    _text("speaker_name", "who holds it"),
    _json("condition", "span of the if-part, or null", null=True),
    _json("outcome", "span of the then-part"),
    _text("horizon", "by when, as the text has it"),
    _text("hedge", "how sure the speaker is, as the text has it"),
    _text("kind", "forecast, conditional, polarity-claim ..."),
    comment="if X, then Y: forecasts and conditions that a speaker sets",
)  # fmt: skip

# ------------------------------------------------------------------------------- the record of the world

actors = Table(
    "actors", metadata,
    _text("id", "id of the tables, or nil:... where they do not know it", key=True),
    _text("kind", "state, organ, person, organisation, treaty, format, group, region, outlet, place or unresolved"),
    _text("name", "canonical name"),
    _text("state", "ISO alpha-3 or an organisation's id; where documents of several dates differ, the most frequent",
          null=True),
    _text("wikidata", "Wikidata item", null=True),
    _bool("resolved", "whether the tables know it"),
    _whole("documents", "number of documents that name it"),
    comment="everybody and everything that some document names as an actor",
)  # fmt: skip

stories = Table(
    "stories", metadata,
    _text("id", "from its smallest member", key=True),
    Column("first", Text, ForeignKey("documents.id"), nullable=False, comment="document that the others seem to follow"),
    comment="lineage groups: documents that go back to one report",
)  # fmt: skip

story_members = Table(
    "story_members", metadata,
    Column("document", Text, ForeignKey("documents.id"), primary_key=True, comment="id of the document"),
    Column("story", Text, ForeignKey("stories.id"), nullable=False, comment="id of the story"),
    _text("found", "id of the story that it was put in before any judgement"),
    _json("found_as", "relation, score and reason before any judgement"),
    _text("parent", "id of the member that it was taken from as found, or null: the tree of the story", null=True),
    _json("origins", "agencies and outlets that its page says the text was taken from, the nearest first"),
    _text("relation", "original, copy, rewrite, translation or excerpt"),
    _real("score", "how sure the relation is, 0 to 1"),
    _text("reason", "what it rests on"),
    Index("story_members_by_story", "story"), Index("story_members_by_found", "found"),
    comment="which document belongs to which story, and how",
)  # fmt: skip

fingerprints = Table(
    "fingerprints", metadata,
    _whole("number", "order of arrival", key=True),
    Column("document", Text, ForeignKey("documents.id", ondelete="CASCADE"), nullable=False, unique=True,
           comment="id of the document"),
    _text("language", "ISO 639-1 code"),
    _whole("day", "day of publication, counted from 0001-01-01, or null", null=True),
    _whole("words", "words of the body"),
    _whole("whole", "hash of all folded words of the body"),
    Column("keys", LargeBinary, nullable=False,
           comment="hashes of sentences, MinHash bands, passages, names and quotations: 64-bit numbers, little-endian, "
                   "whose lowest three bits say which"),
    Column("code", LargeBinary, nullable=False, comment="signs of the mean sentence vector: 512 bits, or none"),
    _bool("compared", "whether its pairs were looked for"),
    Index("fingerprints_by_compared", "compared"),
    comment="what a document is compared by before its text is looked at again",
)  # fmt: skip

story_edges = Table(
    "story_edges", metadata,
    Column("left", Text, ForeignKey("documents.id", ondelete="CASCADE"), primary_key=True, comment="the smaller document id"),
    Column("right", Text, ForeignKey("documents.id", ondelete="CASCADE"), primary_key=True, comment="the larger document id"),
    _text("relation", "identical, near-copy, excerpt, edition, translation, rewrite, shared-quotes, same-event or same-topic"),
    _text("direction", "left-first, right-first or unknown: which text came first"),
    _text("extent", "whole, left-in-right, right-in-left or partial: whether one text stands whole in the other"),
    _real("probability", "of the relation, 0 to 1, calibrated"),
    _real("left_coverage", "share of the left text's words in aligned passages"),
    _real("right_coverage", "share of the right text's words in aligned passages"),
    _real("order", "share of the aligned passages that stand in the same order in both texts"),
    _json("passages", "aligned passages: [[left span, right span, similarity]], in the order of the left text"),
    _json("reasons", "what relation and direction rest on"),
    Index("story_edges_by_right", "right"),
    comment="pairs of documents that have something in common, and what",
)  # fmt: skip

events = Table(
    "events", metadata,
    _text("id", "from its smallest report", key=True),
    _text("type", "PLOVER type"),
    _text("mode", "PLOVER mode, empty where none"),
    _whole("quad", "1 to 4, as in reports"),
    _real("intensity", "PLOVER's scale"),
    _json("actors", "ids of the actors"),
    _json("recipients", "ids of the recipients"),
    _json("actor_states", "for each actor its state or organisation"),
    _json("recipient_states", "for each recipient its state or organisation"),
    _bool("mutual", "whether all parties do the same to each other"),
    _text("status", "happened, ongoing, planned, hypothetical, alleged, denied or negated"),
    _json("when", "interval or null", null=True),
    _text("day", "first day of `when`, for sorting and filters", null=True),
    _json("place", "{name, id, lat, lon, state} or null", null=True),
    _json("stories", "ids of the stories that report it"),
    _whole("documents", "number of documents that report it"),
    _whole("least_sources", "independent sources behind it, at least"),
    _whole("most_sources", "independent sources behind it, at most"),
    _json("source_reasons", "what the two numbers rest on"),
    Index("events_by_day", "day"),
    comment="what happened once in the world, however many documents report it",
)  # fmt: skip

event_reports = Table(
    "event_reports", metadata,
    Column("report", Text, ForeignKey("reports.id"), primary_key=True, comment="id of the report"),
    Column("event", Text, ForeignKey("events.id"), comment="id of the event; null where an analyst rejected the report"),
    _text("found", "id of the event that it was put in before any judgement"),
    Index("event_reports_by_event", "event"), Index("event_reports_by_found", "found"),
    comment="which report belongs to which event",
)  # fmt: skip

disagreements = Table(
    "disagreements", metadata,
    _text("id", "from its event, field and passages", key=True),
    Column("event", Text, ForeignKey("events.id", ondelete="CASCADE"),
           comment="id of the event, or null where passages of a story differ"),
    Column("left", Text, ForeignKey("documents.id"), nullable=False, comment="id of one document that disagrees"),
    Column("right", Text, ForeignKey("documents.id"), nullable=False, comment="id of another one"),
    _text("field", "status, date, people, name or number"),
    _json("versions", "what each document has: [{document, value, start, end, quote}]"),
    _text("reason", "how it was noticed"),
    Index("disagreements_by_event", "event"), Index("disagreements_by_left", "left"), Index("disagreements_by_right", "right"),
    comment="where documents contradict each other: shown side by side, never merged away",
)  # fmt: skip

name_repairs = Table(
    "name_repairs", metadata,
    _text("id", "from document and span", key=True),
    _document(),
    *_span(),
    _text("quote", "the damaged or unclear words"),
    _text("proposed", "what should stand there"),
    _text("actor", "whom it names, or null", null=True),
    _real("confidence", "how sure that is, 0 to 1; from 0.7 on it fills in an unknown party of events"),
    _whole("votes", "number of versions of the text that show it"),
    _text("reason", "what it rests on"),
    _json("witness", "the passage that shows it: {document, value, start, end, quote}"),
    Index("name_repairs_by_document", "document"),
    comment="names that versions of one text repair in each other: an overlay, the text stays as it is",
)  # fmt: skip

judgements = Table(
    "judgements", metadata,
    _whole("number", "order of arrival", key=True),
    _text("left", "id of the report or document judged; with undo the number of the judgement taken back"),
    _text("right", "id of the other report or document, or of the wrong actor; null where there is none", null=True),
    _text("verdict", "same, different, reject, wrong-actor or undo"),
    _text("value", "wrong-actor: the actor that should stand there, or null", null=True),
    _text("user", "who judged"),
    _text("created", "UTC time, ISO 8601"),
    _text("note", "why"),
    comment="analysts' verdicts: appended, never an overwrite",
)  # fmt: skip

# in the order in which they can be emptied
WORLD = (disagreements, name_repairs, event_reports, events, story_members, stories, actors)

SEARCH = (
    # words of all scripts that write blanks; accents do not matter ("Ankara, Élysée" is found by "elysee")
    "CREATE VIRTUAL TABLE documents_search USING fts5(title, text, content='documents', content_rowid='number', "
    "tokenize='unicode61 remove_diacritics 2')",
    "CREATE TRIGGER documents_search_insert AFTER INSERT ON documents BEGIN "
    "INSERT INTO documents_search(rowid, title, text) VALUES (new.number, new.title, new.text); END",
    "CREATE TRIGGER documents_search_delete AFTER DELETE ON documents BEGIN "
    "INSERT INTO documents_search(documents_search, rowid, title, text) "
    "VALUES ('delete', old.number, old.title, old.text); END",
)
