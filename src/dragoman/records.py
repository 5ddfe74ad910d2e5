"""Every record type, and nothing else: the glossary of the project.

All records are frozen. A span is `(start, end)`, half-open, in Unicode code points of `Document.text`; for every piece of
evidence `document.text[start:end] == quote`. Two levels are never mixed: a *report*, *statement* or *mention* is what one
document says; an *event*, *actor* or *story* belongs to the record of the world.
"""

from __future__ import annotations

from typing import Literal

import msgspec

Span = tuple[int, int]

Precision = Literal["minute", "day", "week", "month", "season", "quarter", "year", "decade", "range", "unknown"]
Basis = Literal["text", "dateline", "publication", "none"]
Status = Literal["happened", "ongoing", "planned", "hypothetical", "alleged", "denied", "negated"]
Polarity = Literal["+", "-"]
Certainty = Literal["certain", "probable", "possible", "underspecified"]
Tense = Literal["past", "present", "future", "timeless"]
StatementKind = Literal["direct", "indirect", "mixed"]
BlockKind = Literal[
    "headline", "dek", "body", "subhead", "caption", "credit", "byline", "dateline", "provenance", "furniture"
]
ActorKind = Literal[
    "state", "organ", "person", "organisation", "treaty", "format", "group", "region", "outlet", "place", "unresolved"
]
MentionKind = Literal[
    "person", "state", "organ", "organisation", "format", "treaty", "group", "region", "place", "outlet", "role",
    "side", "pronoun", "unknown",
]
EventType = Literal[
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE", "REJECT", "THREATEN",
    "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
]
Outcome = Literal["accepted", "duplicate", "rejected"]
Relation = Literal["original", "copy", "rewrite", "translation", "excerpt"]
LineageRelation = Literal[
    "identical", "near-copy", "excerpt", "edition", "translation", "rewrite", "shared-quotes", "same-event", "same-topic",
    "none",
]
Direction = Literal["left-first", "right-first", "unknown"]
Extent = Literal["whole", "left-in-right", "right-in-left", "partial"]


class Record(msgspec.Struct, frozen=True, kw_only=True):
    """Base of all records: immutable, compared by value."""


# ---------------------------------------------------------------- shared parts


class Evidence(Record, frozen=True, kw_only=True):
    """The exact characters that one field was read from. `role`: trigger, actor, recipient, time, place, cue ..."""

    role: str
    start: int
    end: int
    quote: str


class When(Record, frozen=True, kw_only=True):
    """A time as a closed interval of ISO 8601 dates, never prose. `basis` says where it comes from."""

    start: str | None
    end: str | None
    precision: Precision
    basis: Basis


class Place(Record, frozen=True, kw_only=True):
    """Where something happened. Latitude and longitude in degrees (WGS 84), null when unknown."""

    name: str
    id: str | None = None
    lat: float | None = None
    lon: float | None = None
    state: str | None = None


# ---------------------------------------------------------------- intake: one document and what surrounds its text


class Document(Record, frozen=True, kw_only=True):
    """One input as it was read. `id` is the SHA-256 of its raw bytes; `text` is never altered afterwards.

    `declared_*` is what the input itself or the caller states (a JSONL row's fields, the flags of `dragoman read`);
    it is metadata, not text, so it carries no span.
    """

    id: str
    text: str
    path: str
    member: str = ""
    media_type: str = "text/plain"
    encoding: str = "utf-8"
    extractor: str = ""
    language: str = "und"
    declared_title: str | None = None
    declared_published: str | None = None
    declared_outlet: str | None = None
    declared_author: str | None = None
    url: str | None = None


class Block(Record, frozen=True, kw_only=True):
    """A stretch of the text and what it is on the page. `detail` names the sort of furniture (widget, related ...)."""

    start: int
    end: int
    kind: BlockKind
    detail: str = ""
    rule: str = ""


class Provenance(Record, frozen=True, kw_only=True):
    """Who stands behind a text or a picture, as a line of the page says it.

    `kind`: publisher, source, agency, submitted-by, translation (the line says that the text is translated), author,
    contributor, photo. A photo credit is never a source.
    """

    kind: str
    name: str
    start: int
    end: int


class DocumentFacts(Record, frozen=True, kw_only=True):
    """Who published a document, and when; each field with its evidence (empty for declared metadata)."""

    title: str | None = None
    outlet: str | None = None
    author: str | None = None
    published: When | None = None
    provenance: tuple[Provenance, ...] = ()
    evidence: tuple[Evidence, ...] = ()


class Issue(Record, frozen=True, kw_only=True):
    """What could not be read, and why. Never silent: every one is stored and listed."""

    document: str | None
    path: str
    stage: str
    kind: str
    message: str


class LedgerRow(Record, frozen=True, kw_only=True):
    """One input of one run: accepted + duplicate + rejected = inputs seen."""

    path: str
    member: str
    outcome: Outcome
    reason: str
    document: str | None


# ---------------------------------------------------------------- extract: sentences, mentions, links


class Token(Record, frozen=True, kw_only=True, array_like=True):
    """One word of a sentence with its parse. `dep` follows Universal Dependencies in every language (see sentences.py).

    `start`, `end` are document offsets; `head` is the index of the governing token in the sentence, its own for a root.
    """

    i: int
    start: int
    end: int
    text: str
    lemma: str
    pos: str
    morph: str
    dep: str
    head: int


class Name(Record, frozen=True, kw_only=True, array_like=True):
    """A proper name found by the model: tokens `[first, last)` of its sentence, `label` PER, ORG, LOC or MISC."""

    first: int
    last: int
    label: str


class Sentence(Record, frozen=True, kw_only=True):
    """One sentence. `children[i]` lists the tokens that depend on token i, in order. `block` indexes the blocks."""

    index: int
    start: int
    end: int
    block: int
    kind: BlockKind
    language: str
    tokens: tuple[Token, ...]
    children: tuple[tuple[int, ...], ...]
    names: tuple[Name, ...] = ()


class Mention(Record, frozen=True, kw_only=True):
    """A name or description on the page. `sentence` is the index of its sentence."""

    id: str
    start: int
    end: int
    surface: str
    kind: MentionKind
    sentence: int


class Link(Record, frozen=True, kw_only=True):
    """Whom one mention names, as of the document's date.

    `actors` holds several for "both countries", none where there is no reading. `alternatives` are the next best readings
    with scores. `score` is 0 to 1; `reason` lists the rules.
    """

    mention: str
    actors: tuple[str, ...]
    office: str | None = None
    score: float = 0.0
    reason: str = ""
    alternatives: tuple[tuple[str, float], ...] = ()


class Actor(Record, frozen=True, kw_only=True):
    """Somebody or something that can act. `state` is ISO 3166-1 alpha-3, or an organisation's own id (NATO), or null."""

    id: str
    kind: ActorKind
    name: str
    state: str | None = None
    wikidata: str | None = None
    resolved: bool = True


class Links(Record, frozen=True, kw_only=True):
    """The result of linking: `links[i]` belongs to `mentions[i]`; `actors` maps every linked id to its record."""

    mentions: tuple[Mention, ...] = ()
    links: tuple[Link, ...] = ()
    actors: dict[str, Actor] = {}


class DateMention(Record, frozen=True, kw_only=True):
    """A time expression: its interval, and the rule and anchor that gave it (`direction` past, future or none)."""

    start: int
    end: int
    when: When
    rule: str
    sentence: int


# ---------------------------------------------------------------- extract: what is said and done


class Quote(Record, frozen=True, kw_only=True):
    """An attribution: source, cue, content, each a span; the raw form of a statement.

    `chain` holds the indices (into the list of quotes) of the quotes that enclose this one, outermost first.
    `form`: statement, attitude, topic, heading, unattributed. `carriers` name those who pass the words on without adding
    any ("the agency quoted X as saying"); they stand inside the chain.
    """

    sentence: int
    source: Span | None
    cue: Span | None
    content: tuple[Span, ...]
    kind: StatementKind
    form: str
    cue_lemma: str = ""
    addressee: Span | None = None
    medium: Span | None = None
    chain: tuple[int, ...] = ()
    speakers: tuple[str, ...] = ()
    speaker_name: str = ""
    carriers: tuple[str, ...] = ()
    act: str = "say"
    stance: str = ""
    rule: str = ""
    score: float = 0.0


class Party(Record, frozen=True, kw_only=True):
    """One side of an event as a document names it: the actor, the words, the state or organisation it stands for."""

    actor: str
    name: str
    state: str | None
    start: int
    end: int


class EventReport(Record, frozen=True, kw_only=True):
    """One document says that somebody does something to somebody.

    `type` is the PLOVER type of the act as worded, `reduced_type` the one after PLOVER's rule for future and negated
    acts (a planned CONSULT reduces to AGREE). `quad`: 1 verbal cooperation, 2 material cooperation, 3 verbal conflict,
    4 material conflict. `intensity` is PLOVER's scale, -10 to +10. `according_to` is the chain of speakers, outermost
    first, empty where the narrator speaks.
    """

    id: str
    document: str
    sentence: int
    type: EventType
    reduced_type: EventType
    mode: str
    quad: int
    intensity: float
    cameo: str
    contexts: tuple[str, ...]
    actors: tuple[Party, ...]
    recipients: tuple[Party, ...]
    mutual: bool
    status: Status
    polarity: Polarity
    certainty: Certainty
    time: Tense
    according_to: tuple[str, ...]
    when: When | None
    place: Place | None
    score: float
    trigger: Span
    evidence: tuple[Evidence, ...]
    rule: str = ""


class Statement(Record, frozen=True, kw_only=True):
    """Somebody says something. `chain` names the speakers that carry it, outermost first, without the speaker.

    `medium` is where it was said ("an interview with RT"), `reports` the acts that it tells of, `quote_key` its words in the
    form that other outlets' prints of it share.
    """

    id: str
    document: str
    sentence: int
    speakers: tuple[str, ...]
    speaker_name: str
    speaker_surface: Span | None
    cue: Span | None
    content: tuple[Span, ...]
    quote: str
    kind: StatementKind
    form: str
    chain: tuple[str, ...]
    parent: str | None
    addressee: str | None
    about: tuple[str, ...]
    act: str
    stance: Literal["positive", "negative", "neutral"]
    score: float
    evidence: tuple[Evidence, ...] = ()
    rule: str = ""
    medium: str | None = None
    reports: tuple[str, ...] = ()
    quote_key: str = ""


class Position(Record, frozen=True, kw_only=True):
    """If X, then Y: a forecast, a conditional or a claim about the order itself, held by one speaker."""

    id: str
    statement: str | None
    document: str
    speaker_name: str
    condition: Span | None
    outcome: Span
    horizon: str
    hedge: str
    kind: str


class Reading(Record, frozen=True, kw_only=True):
    """Everything one document says, each record with its evidence."""

    document: Document
    blocks: tuple[Block, ...] = ()
    facts: DocumentFacts = DocumentFacts()
    sentences: tuple[Span, ...] = ()
    mentions: tuple[Mention, ...] = ()
    links: tuple[Link, ...] = ()
    actors: tuple[Actor, ...] = ()
    reports: tuple[EventReport, ...] = ()
    statements: tuple[Statement, ...] = ()
    positions: tuple[Position, ...] = ()
    issues: tuple[Issue, ...] = ()
    fingerprint: Fingerprint | None = None


# ---------------------------------------------------------------- merge: the record of the world


class StoryMember(Record, frozen=True, kw_only=True):
    """One document of a story and how it relates to the first; `parent` is the member that it was taken from."""

    document: str
    relation: Relation
    score: float
    reason: str = ""
    parent: str | None = None


class Story(Record, frozen=True, kw_only=True):
    """A lineage group: documents that go back to one report. `first` is the document that the others seem to follow."""

    id: str
    members: tuple[StoryMember, ...]
    first: str


class Fingerprint(Record, frozen=True, kw_only=True):
    """What a document is compared by before its text is looked at again.

    `whole` is a hash of its folded words, `keys` hashes of what survives copying (see merge/fingerprints.py), `code` the
    signs of its mean sentence vector; `day` counts from 0001-01-01.
    """

    document: str
    language: str
    day: int | None
    words: int
    whole: int
    keys: tuple[int, ...]
    code: bytes


class AlignedSpans(Record, frozen=True, kw_only=True, array_like=True):
    """A passage of the left document and the passage of the right one that says the same; `similarity` 0 to 1."""

    left: Span
    right: Span
    similarity: float


class LineageEdge(Record, frozen=True, kw_only=True):
    """How two documents relate. `left` is the smaller id; `probability` is that of the relation, calibrated.

    `relation`: identical, near-copy, excerpt (one is part of the other), edition (one has more, told in the same order),
    translation, rewrite, shared-quotes (one press release or interview behind both), same-event (told independently),
    same-topic, none; the first six make a story. `extent` says whether one text stands whole in the other; with it a
    translation of another edition can be told. `direction` says which text was first, and is unknown unless something
    shows it. Coverage is the share of a text's words in aligned passages; `order` the share of aligned passages that
    stand in the same order; `passages` follow the left text.
    """

    left: str
    right: str
    relation: LineageRelation
    direction: Direction = "unknown"
    extent: Extent = "partial"
    probability: float = 0.0
    left_coverage: float = 0.0
    right_coverage: float = 0.0
    order: float = 0.0
    passages: tuple[AlignedSpans, ...] = ()
    reasons: tuple[str, ...] = ()


class Event(Record, frozen=True, kw_only=True):
    """Something that happened once in the world, however many documents report it."""

    id: str
    type: EventType
    mode: str
    quad: int
    intensity: float
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    actor_states: tuple[str | None, ...]
    recipient_states: tuple[str | None, ...]
    mutual: bool
    status: Status
    when: When | None
    place: Place | None
    reports: tuple[str, ...]
    stories: tuple[str, ...]
    documents: int
    independent_sources: tuple[int, int]
    source_reasons: tuple[str, ...]


class Version(Record, frozen=True, kw_only=True):
    """What one document has for a field in which versions or reports differ, and the words that say so."""

    document: str
    value: str
    start: int
    end: int
    quote: str


class Disagreement(Record, frozen=True, kw_only=True):
    """A field in which two documents contradict each other: shown, never merged away.

    `event` is null where the passages of a story differ without any report of an event. `field`: status, date, people,
    name, number.
    """

    id: str
    event: str | None
    field: str
    versions: tuple[Version, ...]
    reason: str


class NameRepair(Record, frozen=True, kw_only=True):
    """A reading of a damaged or unclear name that aligned versions of the text propose; the text stays as it is.

    `proposed` is what should stand there, `actor` whom it names. The witness is the passage that shows it; `votes` is the
    number of versions that do.
    """

    id: str
    document: str
    start: int
    end: int
    quote: str
    proposed: str
    actor: str | None
    confidence: float
    votes: int
    reason: str
    witness: Version


class Judgement(Record, frozen=True, kw_only=True):
    """An analyst's verdict: an appended row on top of the record, never an overwrite.

    `verdict`: same, different (of two reports or two documents), reject (a report), wrong-actor (`right` does not stand in
    the report `left`; `value` does, where it is not null), undo (of the judgement whose number is `left`).
    """

    number: int = 0
    left: str
    right: str | None
    verdict: str
    value: str | None = None
    user: str
    created: str
    note: str


# ---------------------------------------------------------------- knowledge: posts and who held them


class Office(Record, frozen=True, kw_only=True):
    """A post, apart from whoever holds it. `type` is an equivalence class over states: foreign-minister, ..."""

    id: str
    name: str
    type: str
    entity: str
    organ: str | None = None


class Tenure(Record, frozen=True, kw_only=True):
    """One holding of an office. An open `end` means: known to be held through `known_through`, no more."""

    person: str
    office: str
    start: str | None
    end: str | None
    known_through: str
    source: str
