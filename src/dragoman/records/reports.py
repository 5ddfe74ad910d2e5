"""Extract, second half: what one document says was said and done."""

from __future__ import annotations

from typing import Literal

from dragoman.records.base import Evidence, Place, Record, Span, When

Status = Literal["happened", "ongoing", "planned", "hypothetical", "alleged", "denied", "negated"]
Polarity = Literal["+", "-"]
Certainty = Literal["certain", "probable", "possible", "underspecified"]
Tense = Literal["past", "present", "future", "timeless"]
StatementKind = Literal["direct", "indirect", "mixed"]
EventType = Literal[
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE", "REJECT", "THREATEN",
    "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
]


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
