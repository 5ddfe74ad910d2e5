"""The tables of a project file. The comments on tables and columns are the data dictionary (docs/records.md).

Whatever changes a table changes `SCHEMA_VERSION` too: a project of another version is refused, not guessed at.
"""

from __future__ import annotations

from dragoman.store.columns import Json, metadata
from dragoman.store.tables_of_documents import (
    blocks,
    document_actors,
    documents,
    evidence,
    mentions,
    positions,
    report_parties,
    reports,
    sentences,
    statements,
)
from dragoman.store.tables_of_runs import (
    issues,
    ledger,
    meta,
    run_files,
    runs,
)
from dragoman.store.tables_of_world import (
    actors,
    disagreements,
    event_reports,
    events,
    fingerprints,
    judgements,
    name_repairs,
    stories,
    story_edges,
    story_members,
)

__all__ = [
    "SCHEMA_VERSION",
    "SEARCH",
    "WORLD",
    "Json",
    "actors",
    "blocks",
    "disagreements",
    "document_actors",
    "documents",
    "event_reports",
    "events",
    "evidence",
    "fingerprints",
    "issues",
    "judgements",
    "ledger",
    "mentions",
    "meta",
    "metadata",
    "name_repairs",
    "positions",
    "report_parties",
    "reports",
    "run_files",
    "runs",
    "sentences",
    "statements",
    "stories",
    "story_edges",
    "story_members",
]

SCHEMA_VERSION = 4

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
