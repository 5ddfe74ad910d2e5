"""Every page: its address, the function that answers, its template, and the columns of its CSV where it is a list."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import msgspec

from dragoman.web.ask import Ask
from dragoman.web.queries import (
    actors,
    documents,
    dyads,
    event_list,
    events,
    home,
    judging,
    ledger,
    map,
    network,
    outlets,
    search,
    statements,
    stories,
    system,
)
from dragoman.web.room import Room

Answer = dict[str, Any]


class Page(msgspec.Struct, frozen=True):
    """One page. `address` has Starlette's path converters; a list has `columns`, read from the rows of `answer["rows"]`.

    `kept` answers stay until the project changes: for pages that count much and depend on nobody's name.
    """

    address: str
    template: str
    answer: Callable[[Room, Ask], Answer]
    columns: tuple[str, ...] = ()
    kept: bool = False


PAGES = (
    Page("/", "home.html", home.home, kept=True),
    Page("/search", "search.html", search.search, search.COLUMNS, kept=True),
    Page("/documents", "documents.html", documents.document_list, documents.COLUMNS, kept=True),
    Page("/documents/{document:document}", "document.html", documents.document),
    Page("/events", "events.html", event_list.event_list, event_list.COLUMNS, kept=True),
    Page("/events/{event:record}", "event.html", events.event),
    Page("/statements", "statements.html", statements.statement_list, statements.COLUMNS, kept=True),
    Page("/actors", "actors.html", actors.actor_list, actors.COLUMNS, kept=True),
    Page("/actors/{actor:name}", "actor.html", actors.actor, kept=True),
    Page("/stories", "stories.html", stories.story_list, stories.COLUMNS, kept=True),
    Page("/stories/{story:record}", "story.html", stories.story),
    Page("/outlets", "outlets.html", outlets.outlet_list, outlets.COLUMNS, kept=True),
    Page("/dyads", "dyads.html", dyads.dyad_list, dyads.COLUMNS, kept=True),
    Page("/dyads/{a:name}/{b:name}", "dyad.html", dyads.dyad, kept=True),
    Page("/map", "map.html", map.event_map, map.COLUMNS, kept=True),
    Page("/network", "network.html", network.network, network.COLUMNS, kept=True),
    Page("/system", "system.html", system.system, system.COLUMNS, kept=True),
    Page("/ledger", "ledger.html", ledger.ledger_list, ledger.COLUMNS, kept=True),
    Page("/judgements", "judgements.html", judging.judgement_list, judging.COLUMNS),
)
