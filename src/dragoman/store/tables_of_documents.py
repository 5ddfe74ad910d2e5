"""The tables of what each document says. Spans are `[start, end]`, half-open, in code points of `documents.text`."""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, ForeignKeyConstraint, Index, Table, Text, UniqueConstraint

from dragoman.store.columns import document, flag, json, metadata, real, span, text, whole

documents = Table(
    "documents", metadata,
    whole("number", "row number that the search index refers to", key=True),
    text("id", "SHA-256 of the raw bytes"),
    text("path", "path of the input file; of several copies the first in sorted order"),
    text("member", "row or part inside the file"),
    text("text", "the decoded text, never altered"),
    text("language", "ISO 639-1 code"),
    text("media_type", "media type of the input"),
    text("encoding", "character encoding it was decoded with"),
    text("extractor", "what took the text out of the page, with its version; empty for plain text"),
    text("title", "headline", null=True),
    text("outlet", "who published it", null=True),
    text("author", "who wrote it", null=True),
    text("url", "where it stood", null=True),
    json("published", "when it was published: an interval, or null", null=True),
    json("provenance", "who stands behind text and pictures: [{kind, name, start, end}]"),
    json("declared", "what the input or the caller stated: {title, published, outlet, author}"),
    json("body", "spans of the text to read"),
    UniqueConstraint("id"),
    comment="one row for each distinct sequence of bytes that was read as a document",
)  # fmt: skip

blocks = Table(
    "blocks", metadata,
    document(key=True),
    whole("position", "order on the page", key=True),
    *span(),
    text("kind", "headline, dek, body, subhead, caption, credit, byline, dateline, provenance or furniture"),
    text("detail", "sort of furniture"),
    text("rule", "rule that decided"),
    comment="what each stretch of the text is on the page",
)  # fmt: skip

sentences = Table(
    "sentences", metadata,
    document(key=True),
    whole("position", "number of the sentence in its document", key=True),
    *span(),
    comment="sentences of the text to read",
)  # fmt: skip

document_actors = Table(
    "document_actors", metadata,
    document(key=True),
    text("actor", "id of the actor", key=True),
    text("kind", "state, organ, person, organisation, treaty, format, group, region, outlet, place or unresolved"),
    text("name", "name as of the document's date"),
    text("state", "whom it stands for as of the document's date: ISO alpha-3 or an organisation's id", null=True),
    text("wikidata", "Wikidata item", null=True),
    flag("resolved", "whether the tables know it"),
    Index("document_actors_by_actor", "actor"),
    comment="the actors that a document names, as of its date",
)  # fmt: skip

_NAMED = ["document_actors.document", "document_actors.actor"]

mentions = Table(
    "mentions", metadata,
    text("id", "from document and span", key=True),
    document(),
    *span(),
    text("surface", "the words"),
    text("kind", "person, state, organ, role, pronoun ..."),
    whole("sentence", "number of its sentence"),
    text("actor", "whom it names (the first of `actors`), or null", null=True),
    json("actors", "all whom it names: several for \"both countries\""),
    text("office", "post that the words name", null=True),
    real("score", "how sure the link is, 0 to 1"),
    text("reason", "rules that gave the link"),
    json("alternatives", "next best readings: [[actor, score]]"),
    ForeignKeyConstraint(["document", "actor"], _NAMED, ondelete="CASCADE"),
    Index("mentions_by_document", "document"), Index("mentions_by_actor", "actor"),
    comment="names and descriptions on the page, and whom they name",
)  # fmt: skip

reports = Table(
    "reports", metadata,
    text("id", "from document and trigger span", key=True),
    document(),
    whole("sentence", "number of its sentence"),
    text("type", "PLOVER type of the act as worded"),
    text("reduced_type", "PLOVER type after its rule for future and negated acts"),
    text("mode", "PLOVER mode, empty where none"),
    whole("quad", "1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict"),
    real("intensity", "PLOVER's scale, -10 to +10"),
    text("cameo", "CAMEO code"),
    json("contexts", "PLOVER contexts"),
    flag("mutual", "whether all parties do the same to each other"),
    text("status", "happened, ongoing, planned, hypothetical, alleged, denied or negated"),
    text("polarity", "+ or -"),
    text("certainty", "certain, probable, possible or underspecified"),
    text("time", "past, present, future or timeless"),
    json("according_to", "chain of speakers, outermost first; empty where the narrator speaks"),
    json("when", "interval or null", null=True),
    json("place", "{name, id, lat, lon, state} or null", null=True),
    real("score", "how sure the report is, 0 to 1"),
    whole("trigger_start", "first code point of the word that expresses the act"),
    whole("trigger_end", "code point after it"),
    text("rule", "rule that found it"),
    Index("reports_by_document", "document"),
    comment="one document says that somebody does something to somebody",
)  # fmt: skip

report_parties = Table(
    "report_parties", metadata,
    Column("report", Text, ForeignKey("reports.id", ondelete="CASCADE"), primary_key=True, comment="id of the report"),
    text("side", "actor or recipient", key=True),
    whole("position", "order on its side", key=True),
    Column("document", Text, nullable=False, comment="id of the document"),
    text("actor", "id of the actor"),
    text("name", "the words"),
    text("state", "state or organisation it stands for", null=True),
    *span(),
    ForeignKeyConstraint(["document", "actor"], _NAMED, ondelete="CASCADE"),
    Index("report_parties_by_actor", "actor"),
    comment="the two sides of each report",
)  # fmt: skip

evidence = Table(
    "evidence", metadata,
    text("owner", "id of the report, statement or document (for its outlet, date ...)", key=True),
    whole("position", "order", key=True),
    text("owner_kind", "report, statement or document"),
    document(),
    text("role", "trigger, actor, recipient, time, place, cue, outlet, published ..."),
    *span(),
    text("quote", "the characters of the span: documents.text[start:end]"),
    Index("evidence_by_document", "document"),
    comment="the exact characters that each field was read from",
)  # fmt: skip

statements = Table(
    "statements", metadata,
    text("id", "from document and content spans", key=True),
    document(),
    whole("sentence", "number of its sentence"),
    json("speakers", "ids of the actors that speak"),
    text("speaker_name", "canonical names, joined by \"; \"; an unnamed speaker by the description in the text"),
    json("speaker_surface", "span of the words that name the speaker, or null", null=True),
    json("cue", "span of the word of saying, or null", null=True),
    json("content", "spans of what is said"),
    text("quote", "text of the content, joined by blanks"),
    text("kind", "direct, indirect or mixed"),
    text("form", "statement, attitude, topic, heading or unattributed"),
    json("chain", "names of those who carry it, outermost first, without the speaker"),
    text("parent", "id of the statement that it stands in", null=True),
    text("addressee", "to whom", null=True),
    text("medium", "where it was said: an interview, a statement, a meeting", null=True),
    json("about", "ids of the actors it is about"),
    json("reports", "ids of the reports of acts that it tells of"),
    text("quote_key", "its words in small letters without marks: the same in every print of one quotation"),
    text("act", "what the speaker does by saying it"),
    text("stance", "positive, negative or neutral"),
    real("score", "how sure the reading is, 0 to 1"),
    text("rule", "rule that found it"),
    Index("statements_by_document", "document"),
    comment="who says what, to whom, about whom",
)  # fmt: skip

positions = Table(
    "positions", metadata,
    text("id", "from document and outcome span", key=True),
    document(),
    Column("statement", Text, ForeignKey("statements.id", ondelete="CASCADE"), comment="id of the statement, or null"),
    text("speaker_name", "who holds it"),
    json("condition", "span of the if-part, or null", null=True),
    json("outcome", "span of the then-part"),
    text("horizon", "by when, as the text has it"),
    text("hedge", "how sure the speaker is, as the text has it"),
    text("kind", "forecast, conditional, polarity-claim ..."),
    comment="if X, then Y: forecasts and conditions that a speaker sets",
)  # fmt: skip
