"""Speech marked by a name and a colon: the turns of an interview or transcript, and headings like `Paris: we will stay`."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from dragoman.extract.attribution.drafts import Draft
from dragoman.extract.attribution.quotation_marks import Line
from dragoman.extract.attribution.quoted_speech import Page
from dragoman.records import Sentence, Span

# A label: one to six words, each with a capital but for particles, then a colon and a blank.
_LABEL = re.compile(r"[\"“«]?((?:[^\W\d_][\w.’'-]*\s+){0,5}[^\W\d_][\w.’'-]*)\s?:\s+")
_PARTICLES = {"de", "von", "van", "der", "al", "bin", "of", "the", "la", "le", "du", "des", "and", "et"}
_SHORTEST = 4  # words that a turn must have; shorter ones are captions and credits ("Photo: Reuters")
_QUESTIONS = {"q", "question"}
_LONGEST_QUESTION = 60  # words of a question on a line of its own
_MARKS = " \t\u00a0*_#>-–—\"“”«»"  # what sets a question off: a dash, quotation marks, the marks of bold type
_INTERVIEW = 2  # turns of one label that make a text an interview
_TALKING = 2  # signs that two persons talk; one more where there are only two questions, which an article may put too
_LINES_A_QUESTION = 6  # lines from the first question on, of which one at least must be a question
_FIRST_PERSON = re.compile(
    r"\bI\b(?!\.)|\b(?:[Mm]e|[Mm]y|[Ww]e|[Uu]s|[Oo]ur|[Jj]e|[Nn]ous|[Nn]otre|[Nn]os|mon|ma|mes|moi)\b|\b(?:[Jj]|m)['’]\w"
)
_SECOND_PERSON = re.compile(r"\b(?:vous|votre|vos|you|your)\b", re.IGNORECASE)
_ANNOUNCED = re.compile(r"\b(?:interview\w*|entretien|entrevue|propos recueillis|(?:nos|our) questions|talks to)\b", re.I)


@dataclass(frozen=True, slots=True)
class Turn:
    """One turn: who, the colon, and what is said up to the next turn."""

    label: Span
    colon: Span
    content: Span
    question: bool


@dataclass(frozen=True, slots=True)
class Interview:
    """Who takes turns in a text: the drafts of what is answered, and the sorted spans of what is asked."""

    drafts: tuple[Draft, ...]
    asked: tuple[Span, ...]


def read_interview(page: Page, spoken: Sequence[Draft] = ()) -> Interview:
    """Return the turns of a text. `spoken` are the quotations whose source stands next to them.

    Turns are marked by labels, else by the questions that stand on lines of their own.
    """
    turns = _turns(page)
    asking = _askers(page, turns)
    alone = bool(turns) and all(_name(page, turn) in asking for turn in turns)  # only the questions have labels
    lines = question_lines(page)
    labelled = () if alone else tuple(_turn_drafts(page, turns, asking))
    talk = _signs_of_talk(page, lines)
    found = list(_answer_drafts(page, lines, asking, talk))
    answers = tuple(found if talk >= _needed(len(lines)) else _apart(found, spoken))
    once = len(answers) > len(labelled)  # later turns go without the labels of the first two
    asked = [(turn.label[0], turn.content[1]) for turn in turns if _name(page, turn) in asking and not alone]
    asked += [(page.lines[index].start, page.lines[index].end) for index in lines] if answers and (once or not labelled) else []
    drafts = answers if once else labelled
    opening = min((start for start, _ in asked), default=-1)
    return Interview(tuple(replace(draft, opening=opening) for draft in drafts), tuple(sorted(asked)))


def _turn_drafts(page: Page, turns: Sequence[Turn], asking: set[str]) -> Iterator[Draft]:
    """Yield an attribution for every turn of an answering side; the asking side of an interview is only addressed."""
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


def _answer_drafts(page: Page, asked: Sequence[int], asking: set[str], talk: int) -> Iterator[Draft]:
    """Yield the answers of an interview without labels: what stands between lines that are questions.

    The answers must open with a dash or a quotation mark, or the questions have a label, or something must show that two
    persons talk: the headings of an article can be questions too. Who answers, the introduction says.
    """
    labelled = any(_asker_of(page, page.lines[index]) in asking for index in asked)
    talking = labelled or talk >= _needed(len(asked))
    for start, end in _between(page, asked):
        if _is_answer(page.text[start:end].lstrip(), len(asked), talking):
            yield _answer(page, _behind_label(page, start, end), end)


def _between(page: Page, asked: Sequence[int]) -> Iterator[Span]:
    """Yield the stretches behind the lines that are questions; the last is one paragraph."""
    for number, index in enumerate(asked):
        limit = asked[number + 1] if number + 1 < len(asked) else min(index + 2, len(page.lines))
        if index + 1 < limit:
            yield page.lines[index + 1].start, page.lines[limit - 1].end


def _needed(questions: int) -> int:
    """Return how many signs make a text with so many lines of questions an interview."""
    return _TALKING if questions > _INTERVIEW else _TALKING + 1


def _signs_of_talk(page: Page, asked: Sequence[int]) -> int:
    """Count the questions that address somebody and the answers in the first person; an announced interview is two signs.

    None where questions are rare among the lines: an article may quote some on lines of their own.
    """
    if not asked or len(page.lines) - asked[0] > _LINES_A_QUESTION * len(asked):
        return 0
    lines = [page.lines[index] for index in asked]
    addressed = sum(_SECOND_PERSON.search(page.text, line.start, line.end) is not None for line in lines)
    own = sum(_FIRST_PERSON.search(_own_words(page, start, end)) is not None for start, end in _between(page, asked))
    announced = _ANNOUNCED.search(page.text, 0, lines[0].start) is not None
    return addressed + own + (_TALKING if announced else 0)


def _own_words(page: Page, start: int, end: int) -> str:
    """Return a stretch without its quotations."""
    kept, place = [], start
    for quoted in page.quoted_near(start, end):
        if quoted.depth == 1 and quoted.outer_start > max(place, start):
            kept.append(page.text[place : quoted.outer_start])
            place = max(place, min(quoted.outer_end, end))
    return " ".join((*kept, page.text[place:end]))


def _asker_of(page: Page, line: Line) -> str | None:
    label = _LABEL.match(page.text, line.start, line.end)
    return label.group(1).casefold() if label is not None else None


def _behind_label(page: Page, start: int, end: int) -> int:
    """Return where an answer begins behind the name of who answers, which may stand before the first one only."""
    label = _LABEL.match(page.text, start, end)
    return label.end() if label is not None and _is_label(label.group(1)) and _is_person(page, label.span(1)) else start


def _apart(answers: Sequence[Draft], spoken: Sequence[Draft]) -> Iterator[Draft]:
    """Yield the answers that hold no quotation with a source of its own: such a text speaks for itself."""
    taken = sorted(span for draft in spoken if draft.source is not None for span in draft.content)
    for answer in answers:
        start, end = answer.content[0]
        place = bisect_left(taken, (start, -1))
        if place == len(taken) or taken[place][0] >= end:
            yield answer


def _is_answer(text: str, questions: int, talking: bool) -> bool:
    if len(text.split()) < _SHORTEST:
        return False
    return text[0] in "-–—" or (text[0] in "\"“«" and questions >= _INTERVIEW) or talking


def _answer(page: Page, start: int, end: int) -> Draft:
    while start < end and page.text[start] in " \t\u00a0-–—":
        start += 1
    first = next(iter(page.sentences_in(start, start + 1)), None)
    return Draft(
        sentence=first.index if first is not None else 0, cue_token=-1, row=None, source=None, source_token=None, cue=None,
        content=(_without_marks(page.text, start, end),), rule="turn", score=0.7,
    )  # fmt: skip


def question_lines(page: Page) -> list[int]:
    """Return the lines that are one question and nothing else, as an interviewer puts them.

    A headline asks nobody, and nobody has been introduced before the first line of a text.
    """
    found = []
    for index, line in enumerate(page.lines):
        if line.kind == "headline" or index == 0:
            continue
        text = page.text[line.start : line.end].strip(_MARKS)
        label = _LABEL.match(text)
        asked = text[label.end() :] if label is not None and _is_label(label.group(1)) else text
        if text.endswith("?") and asked[:1].isupper() and len(text.split()) <= _LONGEST_QUESTION:
            found.append(index)
    return sorted([*found, *_prompts(page, set(found))]) if len(found) >= _INTERVIEW else found


_ADDRESSED = re.compile(r"\b(?:vous|votre|vos|pourtant|mais|cependant|you|your|yet|but|however)\b", re.IGNORECASE)
_LONGEST_PROMPT = 30  # words


def _prompts(page: Page, questions: set[int]) -> list[int]:
    """Return the lines with which an interviewer goes on without asking ("But you voted for it.").

    They are short, of one sentence, between longer answers, and addressed to the other side.
    """
    found = []
    for index in range(1, len(page.lines) - 1):
        if not {index - 1, index, index + 1}.isdisjoint(questions):
            continue
        text, before, after = (page.text[page.lines[i].start : page.lines[i].end] for i in (index, index - 1, index + 1))
        short = len(text.split()) <= _LONGEST_PROMPT and len(re.findall(r"[.!?…](?:\s|$)", text)) == 1
        if short and min(len(before), len(after)) > 1.5 * len(text) and _ADDRESSED.search(text) and min(questions) < index:
            found.append(index)
    return found


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
            turns.append(Turn(match.span(1), (colon, colon + 1), content, page.text[line.end - 1] == "?"))
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
    """Return a stretch without its blanks and the marks around it; the mark that closes a quotation at its end stays."""
    closing = " \t\u00a0" if re.search(r"\s[\"“«]", text[start + 1 : end]) and text[start] not in "\"“«" else " \t\u00a0\"”»"
    while end > start and text[end - 1] in closing:
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
    repeated = {label for label in askers if spoken[label] >= _INTERVIEW}
    return askers if set(spoken) - askers else repeated


def within_turn(draft: Draft, turn: Draft | None) -> Draft | None:
    """Return a draft without the label of the turn that it stands in; None for one that has nothing else."""
    if turn is None:
        return draft
    start = turn.content[0][0]
    content = tuple((max(span[0], start), span[1]) for span in draft.content if span[1] > start)
    return replace(draft, content=content) if content else None
