"""Every page: its address, the function that answers, its template, and the columns of its CSV where it is a list."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import msgspec

from dragoman.web.ask import Ask
from dragoman.web.queries import actors, documents, events, home, judging, ledger, search, statements, stories
from dragoman.web.room import Room

Answer = dict[str, Any]


class Page(msgspec.Struct, frozen=True):
    """One page. `address` has Starlette's path converters; a list has `columns`, read from the rows of `answer["rows"]`."""

    address: str
    template: str
    answer: Callable[[Room, Ask], Answer]
    columns: tuple[str, ...] = ()


PAGES = (
    Page("/", "home.html", home.home),
    Page("/search", "search.html", search.search, search.COLUMNS),
    Page("/documents", "documents.html", documents.document_list, documents.COLUMNS),
    Page("/documents/{document:document}", "document.html", documents.document),
    Page("/events", "events.html", events.event_list, events.COLUMNS),
    Page("/events/{event:record}", "event.html", events.event),
    Page("/statements", "statements.html", statements.statement_list, statements.COLUMNS),
    Page("/actors", "actors.html", actors.actor_list, actors.COLUMNS),
    Page("/actors/{actor:name}", "actor.html", actors.actor),
    Page("/stories", "stories.html", stories.story_list, stories.COLUMNS),
    Page("/stories/{story:record}", "story.html", stories.story),
    Page("/ledger", "ledger.html", ledger.ledger_list, ledger.COLUMNS),
    Page("/judgements", "judgements.html", judging.judgement_list, judging.COLUMNS),
)
