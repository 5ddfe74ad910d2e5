"""The line itself, on one screen: what happens to a document, in order."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import closing
from pathlib import Path

from msgspec.structs import replace

from dragoman.engines.local import open_engine
from dragoman.extract.dates.inference import infer_facts
from dragoman.extract.dates.stage import find_dates
from dragoman.extract.events.stage import find_events
from dragoman.extract.names.linking import link_mentions
from dragoman.extract.names.mentions import find_mentions
from dragoman.extract.parse.sentences import split_sentences
from dragoman.extract.positions.stage import find_positions
from dragoman.extract.speakers.quotes import find_quotes
from dragoman.extract.speakers.settling import settle_speakers
from dragoman.extract.speakers.statements import build_statements
from dragoman.intake.blocks import find_blocks
from dragoman.intake.files import Overrides
from dragoman.intake.metadata import find_metadata
from dragoman.kit import Kit
from dragoman.knowledge.load import Knowledge
from dragoman.languages.load import READ_LANGUAGES
from dragoman.merge.fingerprints import build_fingerprint
from dragoman.merge.inputs import merge_document
from dragoman.records import Actor, Document, EventReport, Issue, Links, Reading, Statement
from dragoman.runs import (
    Progress,
    Settling,
    choose_workers,
    digest_inputs,
    find_inputs,
    merge_stored,
    plan,
)
from dragoman.store.store import Store
from dragoman.store.write import begin_run


def read_document(document: Document, kit: Kit) -> Reading:
    """Everything one document says, each record with its evidence."""
    blocks = find_blocks(document, kit)  # what on the page is text
    facts = find_metadata(document, blocks, kit)  # who published it, and when
    if document.language not in READ_LANGUAGES:
        return Reading(document=document, blocks=blocks, facts=facts, issues=(_not_read(document),))
    sentences = split_sentences(document, blocks, kit)  # with tokens and parse
    mentions = find_mentions(document, sentences, kit)  # names and descriptions on the page
    links = link_mentions(document, mentions, sentences, facts, kit)  # whom they name, as of that date
    dates = find_dates(document, sentences, facts, kit)  # when
    if facts.published is None and (told := infer_facts(document, sentences, dates, facts, kit)) is not facts:
        facts, dates = told, find_dates(document, sentences, told, kit)  # the text gives its own date away
    quotes = find_quotes(document, blocks, sentences, links, facts, kit)  # who is quoted: source, cue, content
    links = settle_speakers(links, quotes)  # "he said" names whoever is quoted
    reports = find_events(document, sentences, links, dates, quotes, facts, kit)  # who did what to whom, when, where
    statements = build_statements(document, quotes, sentences, links, facts, reports, kit)  # who said what about whom
    positions = find_positions(document, statements, sentences, dates, facts, kit)  # if X, then Y
    return Reading(
        document=document,
        blocks=blocks,
        facts=facts,
        sentences=tuple((sentence.start, sentence.end) for sentence in sentences),
        mentions=links.mentions,
        links=links.links,
        actors=_collect_actors(links, reports, statements, kit.knowledge),
        reports=reports,
        statements=statements,
        positions=positions,
    )


def read_with_fingerprint(document: Document, kit: Kit) -> Reading:
    """Read a document and make what it is compared by: workers do both, so that the merge need not."""
    reading = read_document(document, kit)
    return replace(reading, fingerprint=build_fingerprint(merge_document(reading), kit))


def run(
    store: Store,
    paths: Iterable[str | Path] | str | Path,
    kit: Kit,
    declared: Overrides,
    *,
    workers: int | None = None,
    progress: Progress | None = None,
) -> int:
    """Read all files under the paths, store what they say, and rebuild the record of the world; return the run's number.

    A run that was cut off goes on where it stopped when it is called again with the same inputs. The caller holds the
    lock of the project.
    """
    items = find_inputs(paths)
    begun = begin_run(store, digest_inputs(items, declared), kit.knowledge.version)
    asked = kit.settings.workers if workers is None else workers
    with closing(open_engine(kit, choose_workers(asked, items))) as engine:
        Settling(store, begun, progress).settle(engine, plan(items, begun, declared), read_with_fingerprint)
    merge_stored(store, begun.number, kit)
    return begun.number


def _collect_actors(
    links: Links, reports: tuple[EventReport, ...], statements: tuple[Statement, ...], knowledge: Knowledge
) -> tuple[Actor, ...]:
    """Return every actor that a record of this document names, those that the knowledge base does not know among them.

    A report or statement can name whom no mention is linked to: a capital that is linked as a place speaks for its state.
    """
    found = dict(links.actors)
    for party in (party for report in reports for party in report.actors + report.recipients):
        if party.actor not in found:
            stranger = Actor(id=party.actor, kind="unresolved", name=party.name, state=party.state, resolved=False)
            found[party.actor] = knowledge.actor(party.actor) or stranger
    for statement in statements:
        for actor in statement.speakers:
            stranger = Actor(id=actor, kind="unresolved", name=statement.speaker_name, resolved=False)
            found.setdefault(actor, knowledge.actor(actor) or stranger)
        known = ((actor, knowledge.actor(actor)) for actor in statement.about)
        found |= {actor: entity for actor, entity in known if entity is not None and actor not in found}
    return tuple(found[identifier] for identifier in sorted(found))


def _not_read(document: Document) -> Issue:
    """Say that nothing but the body was found, and why."""
    message = (
        f"language {document.language!r} is not read yet (read: {', '.join(READ_LANGUAGES)}); its body was found, "
        "nothing else; pass --language if the guess is wrong"
    )
    return Issue(document=document.id, path=document.path, stage="sentences", kind="language", message=message)
