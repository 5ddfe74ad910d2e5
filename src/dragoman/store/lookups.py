"""Tables and indices that only serve to find rows fast. Triggers keep them: whoever writes a record need not know them.

`event_parties` and `statement_actors` take apart the JSON lists of `events` and `statements`, so that the events of one
state or what one person said is found through an index. They hold nothing that the records do not say, and `export`
leaves them out.
"""

from __future__ import annotations

_EVENT_PARTIES = """
INSERT INTO event_parties(event, side, position, actor, state, day, quad)
SELECT new.id, 'actor', key, value, json_extract(new.actor_states, '$[' || key || ']'), new.day, new.quad
FROM json_each(new.actors)
UNION ALL
SELECT new.id, 'recipient', key, value, json_extract(new.recipient_states, '$[' || key || ']'), new.day, new.quad
FROM json_each(new.recipients);
"""

_STATEMENT_ACTORS = """
INSERT INTO statement_actors(statement, role, position, actor)
SELECT new.id, 'speaker', key, value FROM json_each(new.speakers)
UNION ALL
SELECT new.id, 'about', key, value FROM json_each(new.about);
"""

LOOKUPS = (
    "CREATE TABLE event_parties (event TEXT NOT NULL REFERENCES events(id) ON DELETE CASCADE, side TEXT NOT NULL, "
    "position INTEGER NOT NULL, actor TEXT NOT NULL, state TEXT, day TEXT, quad INTEGER NOT NULL, "
    "PRIMARY KEY (event, side, position)) WITHOUT ROWID",
    "CREATE INDEX event_parties_by_actor ON event_parties(actor, event)",
    "CREATE INDEX event_parties_by_state ON event_parties(state, event)",
    f"CREATE TRIGGER events_insert_parties AFTER INSERT ON events BEGIN {_EVENT_PARTIES} END",
    "CREATE TRIGGER events_update_parties AFTER UPDATE OF actors, recipients, actor_states, recipient_states, day, quad "
    f"ON events BEGIN DELETE FROM event_parties WHERE event = new.id; {_EVENT_PARTIES} END",
    "CREATE TABLE statement_actors (statement TEXT NOT NULL REFERENCES statements(id) ON DELETE CASCADE, "
    "role TEXT NOT NULL, position INTEGER NOT NULL, actor TEXT NOT NULL, PRIMARY KEY (statement, role, position)) "
    "WITHOUT ROWID",
    "CREATE INDEX statement_actors_by_actor ON statement_actors(actor, role, statement)",
    f"CREATE TRIGGER statements_insert_actors AFTER INSERT ON statements BEGIN {_STATEMENT_ACTORS} END",
    # the order of lists: newest first, and ties by id
    "CREATE INDEX documents_by_published ON documents(coalesce(json_extract(published, '$.start'), ''), id)",
    "CREATE INDEX documents_by_outlet ON documents(outlet)",
    "CREATE INDEX documents_by_path ON documents(path, member)",
    "CREATE INDEX events_by_newest ON events(coalesce(day, ''), id)",
    "CREATE INDEX events_by_day_and_quad ON events(day, quad)",
    "CREATE INDEX events_by_place ON events(json_extract(place, '$.name')) WHERE place IS NOT NULL",
    "CREATE INDEX stories_by_first ON stories(first)",
    "CREATE INDEX documents_by_language ON documents(language)",
    "CREATE INDEX mentions_by_actor_and_surface ON mentions(actor, surface, document)",
    "CREATE INDEX mentions_by_office ON mentions(actor, office, surface) WHERE office IS NOT NULL",
    "CREATE INDEX actors_by_documents ON actors(documents, id)",
    "CREATE INDEX ledger_by_document ON ledger(document)",
    "CREATE INDEX issues_by_document ON issues(document)",
    "CREATE INDEX positions_by_document ON positions(document)",
    "CREATE INDEX positions_by_statement ON positions(statement)",
    "CREATE INDEX statements_by_parent ON statements(parent)",
    "CREATE INDEX judgements_by_left ON judgements(left)",
    "CREATE INDEX judgements_by_right ON judgements(right)",
)
