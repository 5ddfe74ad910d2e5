"""What linking knows of the whole document before it reads it in order: its date, states, people and their offices."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from dragoman.extract.names.candidates import find_candidates
from dragoman.extract.names.clusters import Cluster, cluster_names
from dragoman.extract.names.descriptions import Description
from dragoman.extract.names.eras import years_told
from dragoman.extract.names.forms import Entry, Hit, load_names
from dragoman.extract.names.mentions import Analysis, Found, FoundMentions, read_mentions
from dragoman.extract.names.persons import LEADING, Person, resolve_person
from dragoman.extract.names.titles import Title, entity_of, offices_named, titles_of
from dragoman.intake.dates import find_whole_dates
from dragoman.kit import Kit
from dragoman.knowledge.load import within
from dragoman.records import Document, DocumentFacts, Mention, Sentence, Span

_NEARLY = 0.8  # of those in office at the best start
_OFTEN = 3  # mentions of a person that count when a text's time is told from the offices of its people


class Named(NamedTuple):
    """A person of the document: the reading, the cluster of names, the words beside them, the years told of there."""

    person: Person
    cluster: Cluster
    titles: tuple[Title, ...]
    years: tuple[str, ...] = ()


class Page(NamedTuple):
    """The document as linking sees it. `found[i]` and `analyses[i]` belong to mention i; `people[i]` where it is one.

    Where the document gives no date, `date` and `until` bound the time when all whom it names held their offices.
    """

    document: Document
    date: str | None
    until: str | None
    found: tuple[Found | None, ...]
    analyses: tuple[Analysis | None, ...]
    company: Counter[str]
    people: Mapping[int, Named]
    by_span: Mapping[Span, Named]


def read_page(
    document: Document, mentions: Sequence[Mention], sentences: Sequence[Sentence], facts: DocumentFacts, kit: Kit
) -> Page:
    """Gather what the document as a whole says about its actors."""
    known = mentions.read if isinstance(mentions, FoundMentions) else read_mentions(document, sentences, kit)
    read = {(found.start, found.end): (found, analysis) for found, analysis in known}
    pairs = [read.get((mention.start, mention.end), (None, None)) for mention in mentions]
    found = tuple(pair[0] for pair in pairs)
    analyses = tuple(pair[1] for pair in pairs)
    date = facts.published.start if facts.published is not None else None
    company = _company(found, kit)
    told = _told(document, sentences) if date is None else ()
    texts = [document.text[sentence.start : sentence.end] for sentence in sentences]
    years = dict(zip((sentence.index for sentence in sentences), years_told(texts), strict=True))
    people, estimate = _people(document, mentions, found, analyses, company, date, told, years, kit)
    date, until = (date, None) if date is not None else estimate
    by_span = {(mentions[index].start, mentions[index].end): named for index, named in people.items()}
    return Page(document, date, until, found, analyses, company, people, by_span)


def _company(found: Iterable[Found | None], kit: Kit) -> Counter[str]:
    """Count the states and organisations that the document names."""
    counted: Counter[str] = Counter()
    for item in found:
        source = item.source if item is not None else None
        if isinstance(source, Hit):
            names = [entry for entry in source.entries if entry.category == "name" and "ambiguous" not in entry.note]
            counted.update({entity_of(entry.entity, kit) for entry in names if "company" not in entry.note})
        elif isinstance(source, Description):
            counted.update({entity_of(owner, kit) for owner in source.owners})
    return counted


def _people(
    document: Document, mentions: Sequence[Mention], found: Sequence[Found | None],
    analyses: Sequence[Analysis | None], company: Mapping[str, int], date: str | None,
    told: Sequence[str], years: Mapping[int, str], kit: Kit,
) -> tuple[dict[int, Named], tuple[str | None, str | None]]:  # fmt: skip
    """Cluster the names of people and read each cluster; where there is no date, first estimate one from the offices."""
    indices = [index for index, mention in enumerate(mentions) if mention.kind == "person"]
    index = kit.compiled(load_names, document.language)
    surfaces = [mentions[i].surface for i in indices]
    known = [any(entry.category == "person" for entry in index.lookup(surface)) for surface in surfaces]
    clusters = cluster_names(surfaces, known)
    titles = [
        tuple(title for member in cluster.members for title in _titles(found[indices[member]], analyses[indices[member]]))
        for cluster in clusters
    ]
    estimate = (date, None) if date is not None else _estimate_date(clusters, titles, company, told, kit)
    people: dict[int, Named] = {}
    for cluster, said in zip(clusters, titles, strict=True):
        near = Counter(years.get(mentions[indices[member]].sentence, "") for member in cluster.members)
        then = tuple(year for year, count in near.items() if year and 2 * count >= len(cluster.members))
        person = resolve_person(cluster, said, company, estimate[0], kit, then)
        for member in cluster.members:
            people[indices[member]] = Named(person, cluster, said, then)
    return people, estimate


def _titles(found: Found | None, analysis: Analysis | None) -> tuple[Title, ...]:
    if found is None or analysis is None or not isinstance(found.source, tuple) or isinstance(found.source, (Hit, Description)):
        return ()
    return titles_of(analysis, found.source)


def _estimate_date(
    clusters: Sequence[Cluster], titles: Sequence[Sequence[Title]], company: Mapping[str, int], told: Sequence[str], kit: Kit
) -> tuple[str | None, str | None]:
    """Return the time in which the people named held their offices together; (None, None) where none can be told.

    The first start of a tenure that lies within the most others, and the first end after it: a text without a date is
    from the time when those whom it names were in the offices that it names, or led the states that it names. A day that
    it tells itself (`told`) moves the estimate on, if nearly as many held their offices then.
    """
    terms = [_terms(cluster, said, company, kit) for cluster, said in zip(clusters, titles, strict=True)]
    starts = {start for spans in terms for start, _, _ in spans}

    def held_at(start: str) -> float:
        return sum(max((w for low, high, w in spans if within(start, low, high)), default=0.0) for spans in terms)

    first = max(sorted(starts), key=lambda start: round(held_at(start), 6), default=None)
    day = None
    if first is not None:
        enough = _NEARLY * held_at(first)
        day = next((day for day in told if day > first and held_at(day) >= enough), None)
        first = day or first
    ends = [high for spans in terms for low, high, _ in spans if first and high and within(first, low, high)]
    if first is not None and day is not None:
        ends.append(f"{int(first[:4]) + 1}{first[4:]}")  # news tells its latest day within the year
    return first, min(ends, default=first)


def _told(document: Document, sentences: Sequence[Sentence]) -> tuple[str, ...]:
    """Return the days that the text names with month and year, the latest first."""
    if not sentences:
        return ()
    text = document.text[sentences[0].start : sentences[-1].end]
    days = {found.when.start for found in find_whole_dates(text, "text") if found.when.start}
    return tuple(sorted(days, reverse=True))


def _terms(
    cluster: Cluster, titles: Sequence[Title], company: Mapping[str, int], kit: Kit
) -> list[tuple[str, str, float]]:
    """Return when the people whom a cluster may name held office: (start, end, weight). An office named weighs most."""
    knowledge = kit.knowledge
    named = {office.id for title in titles for office in offices_named(title, kit)}
    often = min(_OFTEN, len(cluster.members))
    found: list[tuple[str, str, float]] = []
    if any(title.former for title in titles):
        return found
    for person, string in find_candidates(cluster.forms, kit, fuzzy=False).items():
        for tenure in knowledge.offices_of(person):
            office = knowledge.offices[tenure.office]
            weight = 2.0 if office.id in named else float(office.type in LEADING and bool(company.get(office.entity)))
            if tenure.start and weight:
                found.append((tenure.start, tenure.end or tenure.known_through or tenure.start, weight * string * often))
    return found


def best_entity(entries: Sequence[Entry], page: Page, kit: Kit) -> Entry | None:
    """Return the reading of a known form that suits the date and the company best."""
    readings = [entry for entry in entries if entry.category in ("name", "place", "outlet") and entry.entity]

    def rank(entry: Entry) -> tuple[bool, bool, int, bool]:
        start, end = kit.knowledge.validity.get(entry.entity, (None, None))
        valid = page.date is None or (
            within(page.date, start, end) and within(page.date, entry.valid_from, entry.valid_to)
        )
        known = page.company.get(entity_of(entry.entity, kit), 0)
        return valid, "ambiguous" not in entry.note, known, entry.kind == "metonym"

    return max(readings, key=rank, default=None)


def find_holders(page: Page, kit: Kit) -> dict[str, str]:
    """Return who holds which office according to the text itself: people of the base named with their office."""
    found: dict[str, str] = {}
    for named in page.people.values():
        if named.person.identifier is not None:
            offices = [office.id for title in named.titles for office in offices_named(title, kit)]
            held = {tenure.office for tenure in kit.knowledge.offices_of(named.person.identifier)}
            known = [office for office in offices if office in held]  # a garbled title gives nobody a second office
            for office in known or offices[: named.person.office is None]:
                found.setdefault(office, named.person.identifier)
            if named.person.office is not None:
                found.setdefault(named.person.office, named.person.identifier)
    return found
