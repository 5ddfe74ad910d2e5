"""The tables of the record of the world, and of what analysts say of it.

They are derived, all but the judgements: a run changes them in one transaction.
"""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, Index, LargeBinary, Table, Text

from dragoman.store.columns import document, flag, json, metadata, real, span, text, whole

actors = Table(
    "actors", metadata,
    text("id", "id of the tables, or nil:... where they do not know it", key=True),
    text("kind", "state, organ, person, organisation, treaty, format, group, region, outlet, place or unresolved"),
    text("name", "canonical name"),
    text("state", "ISO alpha-3 or an organisation's id; where documents of several dates differ, the most frequent",
          null=True),
    text("wikidata", "Wikidata item", null=True),
    flag("resolved", "whether the tables know it"),
    whole("documents", "number of documents that name it"),
    comment="everybody and everything that some document names as an actor",
)  # fmt: skip

stories = Table(
    "stories", metadata,
    text("id", "from its smallest member", key=True),
    Column("first", Text, ForeignKey("documents.id"), nullable=False, comment="document that the others seem to follow"),
    comment="lineage groups: documents that go back to one report",
)  # fmt: skip

story_members = Table(
    "story_members", metadata,
    Column("document", Text, ForeignKey("documents.id"), primary_key=True, comment="id of the document"),
    Column("story", Text, ForeignKey("stories.id"), nullable=False, comment="id of the story"),
    text("found", "id of the story that it was put in before any judgement"),
    json("found_as", "relation, score and reason before any judgement"),
    text("parent", "id of the member that it was taken from as found, or null: the tree of the story", null=True),
    json("origins", "agencies and outlets that its page says the text was taken from, the nearest first"),
    text("relation", "original, copy, rewrite, translation or excerpt"),
    real("score", "how sure the relation is, 0 to 1"),
    text("reason", "what it rests on"),
    Index("story_members_by_story", "story"), Index("story_members_by_found", "found"),
    comment="which document belongs to which story, and how",
)  # fmt: skip

fingerprints = Table(
    "fingerprints", metadata,
    whole("number", "order of arrival", key=True),
    Column("document", Text, ForeignKey("documents.id", ondelete="CASCADE"), nullable=False, unique=True,
           comment="id of the document"),
    text("language", "ISO 639-1 code"),
    whole("day", "day of publication, counted from 0001-01-01, or null", null=True),
    whole("words", "words of the body"),
    whole("whole", "hash of all folded words of the body"),
    Column("keys", LargeBinary, nullable=False,
           comment="hashes of sentences, MinHash bands, passages, names and quotations: 64-bit numbers, little-endian, "
                   "whose lowest three bits say which"),
    Column("code", LargeBinary, nullable=False, comment="signs of the mean sentence vector: 512 bits, or none"),
    flag("compared", "whether its pairs were looked for"),
    Index("fingerprints_by_compared", "compared"),
    comment="what a document is compared by before its text is looked at again",
)  # fmt: skip

story_edges = Table(
    "story_edges", metadata,
    Column("left", Text, ForeignKey("documents.id", ondelete="CASCADE"), primary_key=True, comment="the smaller document id"),
    Column("right", Text, ForeignKey("documents.id", ondelete="CASCADE"), primary_key=True, comment="the larger document id"),
    text("relation", "identical, near-copy, excerpt, edition, translation, rewrite, shared-quotes, same-event or same-topic"),
    text("direction", "left-first, right-first or unknown: which text came first"),
    text("extent", "whole, left-in-right, right-in-left or partial: whether one text stands whole in the other"),
    real("probability", "of the relation, 0 to 1, calibrated"),
    real("left_coverage", "share of the left text's words in aligned passages"),
    real("right_coverage", "share of the right text's words in aligned passages"),
    real("order", "share of the aligned passages that stand in the same order in both texts"),
    json("passages", "aligned passages: [[left span, right span, similarity]], in the order of the left text"),
    json("reasons", "what relation and direction rest on"),
    Index("story_edges_by_right", "right"),
    comment="pairs of documents that have something in common, and what",
)  # fmt: skip

events = Table(
    "events", metadata,
    text("id", "from its smallest report", key=True),
    text("type", "PLOVER type"),
    text("mode", "PLOVER mode, empty where none"),
    whole("quad", "1 to 4, as in reports"),
    real("intensity", "PLOVER's scale"),
    json("actors", "ids of the actors"),
    json("recipients", "ids of the recipients"),
    json("actor_states", "for each actor its state or organisation"),
    json("recipient_states", "for each recipient its state or organisation"),
    flag("mutual", "whether all parties do the same to each other"),
    text("status", "happened, ongoing, planned, hypothetical, alleged, denied or negated"),
    json("when", "interval or null", null=True),
    text("day", "first day of `when`, for sorting and filters", null=True),
    json("place", "{name, id, lat, lon, state} or null", null=True),
    json("stories", "ids of the stories that report it"),
    whole("documents", "number of documents that report it"),
    whole("least_sources", "independent sources behind it, at least"),
    whole("most_sources", "independent sources behind it, at most"),
    json("source_reasons", "what the two numbers rest on"),
    Index("events_by_day", "day"),
    comment="what happened once in the world, however many documents report it",
)  # fmt: skip

event_reports = Table(
    "event_reports", metadata,
    Column("report", Text, ForeignKey("reports.id"), primary_key=True, comment="id of the report"),
    Column("event", Text, ForeignKey("events.id"), comment="id of the event; null where an analyst rejected the report"),
    text("found", "id of the event that it was put in before any judgement"),
    Index("event_reports_by_event", "event"), Index("event_reports_by_found", "found"),
    comment="which report belongs to which event",
)  # fmt: skip

disagreements = Table(
    "disagreements", metadata,
    text("id", "from its event, field and passages", key=True),
    Column("event", Text, ForeignKey("events.id", ondelete="CASCADE"),
           comment="id of the event, or null where passages of a story differ"),
    Column("left", Text, ForeignKey("documents.id"), nullable=False, comment="id of one document that disagrees"),
    Column("right", Text, ForeignKey("documents.id"), nullable=False, comment="id of another one"),
    text("field", "status, date, people, name or number"),
    json("versions", "what each document has: [{document, value, start, end, quote}]"),
    text("reason", "how it was noticed"),
    Index("disagreements_by_event", "event"), Index("disagreements_by_left", "left"), Index("disagreements_by_right", "right"),
    comment="where documents contradict each other: shown side by side, never merged away",
)  # fmt: skip

name_repairs = Table(
    "name_repairs", metadata,
    text("id", "from document and span", key=True),
    document(),
    *span(),
    text("quote", "the damaged or unclear words"),
    text("proposed", "what should stand there"),
    text("actor", "whom it names, or null", null=True),
    real("confidence", "how sure that is, 0 to 1; from 0.7 on it fills in an unknown party of events"),
    whole("votes", "number of versions of the text that show it"),
    text("reason", "what it rests on"),
    json("witness", "the passage that shows it: {document, value, start, end, quote}"),
    Index("name_repairs_by_document", "document"),
    comment="names that versions of one text repair in each other: an overlay, the text stays as it is",
)  # fmt: skip

judgements = Table(
    "judgements", metadata,
    whole("number", "order of arrival", key=True),
    text("left", "id of the report or document judged; with undo the number of the judgement taken back"),
    text("right", "id of the other report or document, or of the wrong actor; null where there is none", null=True),
    text("verdict", "same, different, reject, wrong-actor or undo"),
    text("value", "wrong-actor: the actor that should stand there, or null", null=True),
    text("user", "who judged"),
    text("created", "UTC time, ISO 8601"),
    text("note", "why"),
    comment="analysts' verdicts: appended, never an overwrite",
)  # fmt: skip
