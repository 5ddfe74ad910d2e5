"""A project of our own making, written straight through the store: no model has to load, and any number of documents fits.

Each document has a headline, sentences about events ("France met Germany in Vienna on 3 May 2021.") and statements. Every
span is found in the text, so that `dragoman check` passes.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path

from dragoman.ids import document_id, event_id, mention_id, report_id, statement_id, story_id
from dragoman.merge.inputs import WorldRecord
from dragoman.records import (
    Actor,
    Block,
    Document,
    DocumentFacts,
    Event,
    EventReport,
    Evidence,
    LedgerRow,
    Link,
    Mention,
    Party,
    Reading,
    Statement,
    Story,
    StoryMember,
    When,
)
from dragoman.store.store import open_store
from dragoman.store.write import begin_run, finish_file, finish_run, save_input

NAMES = {
    "FRA": "France", "DEU": "Germany", "RUS": "Russia", "USA": "United States", "TUR": "Turkey", "IRN": "Iran",
    "CHN": "China", "POL": "Poland", "UKR": "Ukraine", "ITA": "Italy",
}  # fmt: skip
STATES = {name: code for code, name in NAMES.items()}
ACTS = {
    "met": ("CONSULT", 1), "accused": ("ACCUSE", 3), "aided": ("AID", 2), "attacked": ("ASSAULT", 4),
    "threatened": ("THREATEN", 3), "praised": ("SUPPORT", 1), "sanctioned": ("SANCTION", 4),
}  # fmt: skip
OUTLETS = ("Harbour Courier", "Valley Herald", "Meridian Post", "Littoral", "North Wire")


@dataclass(frozen=True)
class Sketch:
    """What a document says: `acts` are (actor, verb, recipient, day), `words` are (speaker, what is said)."""

    title: str
    acts: Sequence[tuple[str, str, str, str]] = ()
    words: Sequence[tuple[str, str]] = ()
    outlet: str | None = "Harbour Courier"
    day: str = "2021-05-04"
    language: str = "en"
    extra: Sequence[str] = ()
    story: str = ""
    relation: str = "original"
    path: str = ""
    raw: str = field(default="", compare=False)


def sketches(count: int, first: int = 0) -> Iterable[Sketch]:
    """Yield documents that differ, over several years, a few of them in one story with others."""
    verbs, names = list(ACTS), list(STATES)
    for number in range(first, first + count):
        day = (date(2018, 1, 1) + timedelta(days=number * 7919 % 1800)).isoformat()
        acts = [
            (names[(number + step) % 10], verbs[(number + 3 * step) % 7], names[(number * 3 + step + 1) % 10], day)
            for step in range(7)
        ]
        said = [(names[(number + step) % 10], f"the matter of case {number} part {step} concerns {names[(number + 5) % 10]}")
                for step in range(9)]  # fmt: skip
        yield Sketch(
            title=f"Report {number}: {acts[0][0]} and {acts[0][2]}",
            acts=[act for act in acts if act[0] != act[2]], words=said, outlet=OUTLETS[number % 5], day=day,
            extra=[f"Paragraph {step} of document {number} describes the region, its rivers and its markets at some length, "
                   "so that a text of ordinary size stands around what was read from it." for step in range(8)],
            story=f"s{number // 3}" if number % 6 < 3 else f"alone{number}",
            relation="original" if number % 3 == 0 or number % 6 >= 3 else "copy",
        )  # fmt: skip


def build_reading(sketch: Sketch) -> Reading:
    """Return what one document says, with every span where its words stand."""
    text, sentences = _text(sketch)
    name = sketch.path or f"made/{document_id(text.encode())[:12]}.txt"
    document = Document(id=document_id(text.encode()), text=text, path=name, language=sketch.language)
    return Reading(
        document=document,
        blocks=_blocks(sketch, text),
        facts=DocumentFacts(
            title=sketch.title, outlet=sketch.outlet, published=_when(sketch.day, "publication"),
            evidence=(_evidence("title", text, 0, len(sketch.title)),),
        ),
        sentences=tuple(sentences),
        mentions=tuple(mention for mention, _ in _mentions(document, sentences)),
        links=tuple(link for _, link in _mentions(document, sentences)),
        actors=tuple(Actor(id=code, kind="state", name=name, state=code) for code, name in NAMES.items()),
        reports=tuple(_reports(sketch, document, sentences)),
        statements=tuple(_statements(sketch, document, sentences)),
    )  # fmt: skip


def _text(sketch: Sketch) -> tuple[str, list[tuple[int, int]]]:
    lines = [f"{a} {verb} {b} in Vienna on {day}." for a, verb, b, day in sketch.acts]
    lines += [f'{speaker} said that {content}.' for speaker, content in sketch.words]
    lines += list(sketch.extra)
    text, sentences = sketch.title + "\n\n", []
    for line in lines:
        sentences.append((len(text), len(text) + len(line)))
        text += line + "\n"
    return text + sketch.raw, sentences


def _blocks(sketch: Sketch, text: str) -> tuple[Block, ...]:
    end = len(sketch.title)
    headline = Block(start=0, end=end, kind="headline", rule="made")
    return (headline, Block(start=end + 2, end=len(text), kind="body", rule="made"))


def _when(day: str, basis: str = "text") -> When:
    return When(start=day, end=day, precision="day", basis=basis)  # type: ignore[arg-type]


def _evidence(role: str, text: str, start: int, end: int) -> Evidence:
    return Evidence(role=role, start=start, end=end, quote=text[start:end])


def _mentions(document: Document, sentences: Sequence[tuple[int, int]]) -> list[tuple[Mention, Link]]:
    found = []
    for index, (start, end) in enumerate(sentences):
        for name, code in STATES.items():
            at = document.text.find(name, start, end)
            if at < 0:
                continue
            identifier = mention_id(document.id, at, at + len(name))
            mention = Mention(id=identifier, start=at, end=at + len(name), surface=name, kind="state", sentence=index)
            found.append((mention, Link(mention=identifier, actors=(code,), score=0.9, reason=f"name of {code}")))
    return found


def _reports(sketch: Sketch, document: Document, sentences: Sequence[tuple[int, int]]) -> Iterable[EventReport]:
    text = document.text
    for index, ((a, verb, b, day), (start, end)) in enumerate(zip(sketch.acts, sentences, strict=False)):
        kind, quad = ACTS[verb]
        at = start + len(a) + 1
        right = text.rindex(b, start, end)
        when = text.rindex(day, start, end)
        yield EventReport(
            id=report_id(document.id, at, at + len(verb)), document=document.id, sentence=index, type=kind,  # type: ignore[arg-type]
            reduced_type=kind, mode="", quad=quad, intensity=1.0 if quad < 3 else -1.0, cameo="040", contexts=(),  # type: ignore[arg-type]
            actors=(_party(a, start),), recipients=(_party(b, right),), mutual=False, status="happened", polarity="+",
            certainty="certain", time="past", according_to=(), when=_when(day), place=None, score=0.8,
            trigger=(at, at + len(verb)),
            evidence=(
                _evidence("trigger", text, at, at + len(verb)), _evidence("actor", text, start, start + len(a)),
                _evidence("recipient", text, right, right + len(b)), _evidence("time", text, when, when + len(day)),
            ), rule="made",
        )  # fmt: skip


def _party(name: str, start: int) -> Party:
    return Party(actor=STATES[name], name=name, state=STATES[name], start=start, end=start + len(name))


def _statements(sketch: Sketch, document: Document, sentences: Sequence[tuple[int, int]]) -> Iterable[Statement]:
    for index, (speaker, content) in enumerate(sketch.words, start=len(sketch.acts)):
        start, end = sentences[index]
        at = document.text.rindex(content, start, end)
        span = (at, at + len(content))
        about = tuple(sorted(code for name, code in STATES.items() if name in content))
        yield Statement(
            id=statement_id(document.id, [span]), document=document.id, sentence=index, speakers=(STATES[speaker],),
            speaker_name=speaker, speaker_surface=(start, start + len(speaker)),
            cue=(start + len(speaker) + 1, start + len(speaker) + 5), content=(span,), quote=content, kind="indirect",
            form="statement", chain=(), parent=None, addressee=None, about=about, act="say", stance="neutral", score=0.8,
            evidence=(_evidence("cue", document.text, start + len(speaker) + 1, start + len(speaker) + 5),), rule="made",
        )  # fmt: skip


def build_world(readings: Sequence[tuple[Sketch, Reading]]) -> WorldRecord:
    """Return events (the same act on the same day by the same two) and stories (as the sketches have them)."""
    events: dict[tuple[str, str, str, str], list[EventReport]] = {}
    members: dict[str, list[tuple[Sketch, str]]] = {}
    for sketch, reading in readings:
        members.setdefault(sketch.story or reading.document.id, []).append((sketch, reading.document.id))
        for report in reading.reports:
            key = (report.type, report.actors[0].actor, report.recipients[0].actor, str(report.when and report.when.start))
            events.setdefault(key, []).append(report)
    stories = [_story(listed) for listed in members.values()]
    story_of = {member.document: story.id for story in stories for member in story.members}
    made = [_event(reports, story_of) for reports in events.values()]
    event_of = {report: event.id for event in made for report in event.reports}
    return WorldRecord(stories=tuple(stories), events=tuple(made), story_of=story_of, event_of=event_of)


def _story(listed: Sequence[tuple[Sketch, str]]) -> Story:
    members = tuple(
        StoryMember(document=document, relation=sketch.relation, score=0.9, reason="made")  # type: ignore[arg-type]
        for sketch, document in listed
    )
    return Story(id=story_id(member.document for member in members), members=members, first=members[0].document)


def _event(reports: Sequence[EventReport], story_of: dict[str, str]) -> Event:
    first = reports[0]
    stories = tuple(sorted({story_of[report.document] for report in reports}))
    return Event(
        id=event_id(report.id for report in reports), type=first.type, mode="", quad=first.quad, intensity=first.intensity,
        actors=(first.actors[0].actor,), recipients=(first.recipients[0].actor,), actor_states=(first.actors[0].actor,),
        recipient_states=(first.recipients[0].actor,), mutual=False, status="happened", when=first.when, place=None,
        reports=tuple(sorted(report.id for report in reports)), stories=stories,
        documents=len({report.document for report in reports}), independent_sources=(len(stories), len(stories)),
        source_reasons=(),
    )  # fmt: skip


def write_project(folder: Path, made: Iterable[Sketch]) -> list[Reading]:
    """Write a project with these documents and return their readings."""
    readings = [(sketch, build_reading(sketch)) for sketch in made]
    with open_store(folder, create=True) as store:
        run = begin_run(store, "made", "made").number
        for _, reading in readings:
            row = LedgerRow(path=reading.document.path, member="", outcome="accepted", reason="", document=reading.document.id)
            save_input(store, run, row, reading=reading)
            finish_file(store, run, reading.document.path)
        finish_run(store, run, build_world(readings))
    return [reading for _, reading in readings]
