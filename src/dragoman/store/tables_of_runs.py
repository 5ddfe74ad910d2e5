"""The tables of the project and its runs: what was read, when, and what became of each input."""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, Integer, PrimaryKeyConstraint, Table, Text, UniqueConstraint

from dragoman.store.columns import flag, metadata, text, whole

meta = Table(
    "meta", metadata,
    text("key", "schema: version of these tables; stale: 1 while the record of the world lags behind", key=True),
    text("value", "its value"),
    comment="facts about the file itself",
)  # fmt: skip

runs = Table(
    "runs", metadata,
    whole("number", "1, 2, 3 ...", key=True),
    text("inputs", "digest of the list of inputs and of what the caller declared about them"),
    text("state", "running, finished, or abandoned (cut off, and another list of inputs came next)"),
    text("started", "UTC time, ISO 8601"),
    text("ended", "UTC time, ISO 8601; null while running", null=True),
    text("version", "version of dragoman"),
    text("knowledge", "digest of the tables of facts that were used"),
    comment="every call of read; a run that was cut off goes on under its own number",
)  # fmt: skip

run_files = Table(
    "run_files", metadata,
    Column("run", Integer, ForeignKey("runs.number"), nullable=False, comment="number of the run"),
    text("path", "path of the input file"),
    PrimaryKeyConstraint("run", "path"),
    comment="input files that a run has read to their end",
)  # fmt: skip

ledger = Table(
    "ledger", metadata,
    Column("run", Integer, ForeignKey("runs.number"), nullable=False, comment="number of the run"),
    text("path", "path of the input file as the caller named it"),
    text("member", "row or part inside the file, empty where the file is one document"),
    text("outcome", "accepted, duplicate or rejected"),
    text("reason", "why it was not accepted, in words; empty where it was"),
    Column("document", Text, ForeignKey("documents.id"), comment="id of the document; null where rejected"),
    flag("damaged", "whether part of the input was lost (a cut archive)"),
    PrimaryKeyConstraint("run", "path", "member"),
    comment="one row for every input of every run: nothing is lost in silence",
)  # fmt: skip

issues = Table(
    "issues", metadata,
    whole("number", "order of arrival", key=True),
    text("document", "id of the document, null where none came of the input", null=True),
    text("path", "path of the input file"),
    text("member", "row or part inside the file"),
    text("stage", "where it was noticed: intake, sentences, read ..."),
    text("kind", "short code of what is wrong"),
    text("message", "what could not be read, and why, in words"),
    UniqueConstraint("document", "path", "member", "stage", "kind", "message"),
    comment="what could not be read, and why",
)  # fmt: skip
