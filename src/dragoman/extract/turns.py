"""Speech marked by a name and a colon: the turns of an interview or transcript, and headings like `Paris: we will stay`."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from dragoman.extract.attribution import Draft
from dragoman.extract.quotation_marks import Line
from dragoman.extract.quoted_speech import Page
from dragoman.records import Sentence, Span

# A label: one to six words, each with a capital but for particles, then a colon and a blank.
_LABEL = re.compile(r"[\"“«]?((?:[^\W\d_][\w.’'-]*\s+){0,5}[^\W\d_][\w.’'-]*)\s?:\s+")
_PARTICLES = {"de", "von", "van", "der", "al", "bin", "of", "the", "la", "le", "du", "des", "and", "et"}
_SHORTEST = 4  # words that a turn must have; shorter ones are captions and credits ("Photo: Reuters")
_QUESTIONS = {"q", "question"}
_INTERVIEW = 2  # turns of one label that make a text an interview


@dataclass(frozen=True, slots=True)
class Turn:
    """One turn: who, the colon, and what is said up to the next turn."""

    label: Span
    colon: Span
    content: Span
    question: bool


def turn_drafts(page: Page) -> Iterator[Draft]:
    """Yield an attribution for every turn of an answering side; the asking side of an interview is only addressed."""
    turns = _turns(page)
    asking = _askers(page, turns)
    for turn in turns:
        name = _name(page, turn)
        if name in asking:
            continue
        place = _at(page, turn.label)
        if place is not None:
            sentence, token = place
            yield Draft(
                sentence=sentence.index, cue_token=-1, row=None, source=turn.label, source_token=token, cue=turn.colon,
                content=(turn.content,), rule="turn", score=0.85,
            )  # fmt: skip


def _turns(page: Page) -> list[Turn]:
    found: list[tuple[int, Line, re.Match[str]]] = []
    for index, line in enumerate(page.lines):
        match = _LABEL.match(page.text, line.start, line.end)
        if match is not None and _is_label(match.group(1)):
            found.append((index, line, match))
    labels = Counter(match.group(1).casefold() for _, _, match in found)
    turns = []
    for number, (index, line, match) in enumerate(found):
        repeated = labels[match.group(1).casefold()] >= _INTERVIEW
        if not repeated and not _is_person(page, match.span(1)):
            continue
        limit = found[number + 1][0] if number + 1 < len(found) else index + 1
        end = page.lines[limit - 1].end if repeated and limit > index else line.end
        if len(page.text[match.end() : end].split()) >= _SHORTEST:
            colon = page.text.index(":", match.end(1))
            content = _without_marks(page.text, match.end(), end)
            turns.append(Turn(match.span(1), (colon, colon + 1), content, page.text[end - 1] == "?"))
    return turns


def _is_label(label: str) -> bool:
    words = label.split()
    return all(word[:1].isupper() or word.casefold() in _PARTICLES for word in words) and words[0][:1].isupper()


def _is_person(page: Page, span: Span) -> bool:
    """A label that occurs once must be a name that the parser knows for a person's."""
    place = _at(page, span)
    if place is None:
        return False
    sentence, token = place
    return any(name.label == "PER" and name.first <= token < name.last for name in sentence.names)


def _at(page: Page, label: Span) -> tuple[Sentence, int] | None:
    """Return the sentence of a label and its last token."""
    for sentence in page.sentences_in(*label):
        inside = [token.i for token in sentence.tokens if label[0] <= token.start < label[1]]
        if inside:
            return sentence, inside[-1]
    return None


def _without_marks(text: str, start: int, end: int) -> Span:
    while end > start and text[end - 1] in " \t\u00a0\"”»":
        end -= 1
    while start < end and text[start] in " \t\u00a0\"“«":
        start += 1
    return start, end


def _name(page: Page, turn: Turn) -> str:
    return page.text[slice(*turn.label)].casefold()


def _askers(page: Page, turns: Sequence[Turn]) -> set[str]:
    """Return the labels whose turns are mostly questions, where another label answers."""
    asked = Counter(_name(page, turn) for turn in turns if turn.question)
    spoken = Counter(_name(page, turn) for turn in turns)
    askers = {label for label, count in asked.items() if count * 2 > spoken[label]} | (_QUESTIONS & set(spoken))
    return askers if set(spoken) - askers else set()


def within_turn(draft: Draft, turn: Draft | None) -> Draft | None:
    """Return a draft without the label of the turn that it stands in; None for one that has nothing else."""
    if turn is None:
        return draft
    start = turn.content[0][0]
    content = tuple((max(span[0], start), span[1]) for span in draft.content if span[1] > start)
    return replace(draft, content=content) if content else None
