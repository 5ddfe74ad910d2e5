"""Quotation marks: which stretches of a text stand in quotes, however damaged the marks are.

Every mark opens a quote, closes one, or means nothing (an apostrophe, a stray). The cheapest reading of all marks of a
document is found by dynamic programming over a stack of at most two open quotes, so that no count of marks has to be
even: a mark that is swapped, glued to the wrong word or missing costs something and the rest of the text is read on.
Time is linear in the number of marks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dragoman.records import Block, BlockKind

_DOUBLE = "\"“”„‟″＂"
_GUILLEMETS = "«»‹›"
_SINGLE = "'‘’‛‚"
_MARK = re.compile("''|``|[" + re.escape(_DOUBLE + _GUILLEMETS + _SINGLE) + "]")
_LINE = re.compile(r"[^\r\n\u2028\u2029\x85]+")
_OPENING = {"“", "„", "«", "‹", "‘", "‚", "``", "‛"}
_CLOSING = {"”", "»", "›", "’", "''"}
_BEFORE_CLOSE = ",.!?;…"
_SENTENCE_END = re.compile(r"[.!?…](?=\s+[A-ZÀ-ÖØ-Þ])")
_REOPENED = 1.2  # less than a mark that means nothing inside a quote, more than a nested quote that is closed
_HOPELESS = 8.0  # two drops and a stray mark: a reading dearer than the best by more never wins
_READ = ("body", "dek", "subhead", "headline")


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a readable block: a paragraph of the text."""

    start: int
    end: int
    kind: BlockKind
    block: int


@dataclass(frozen=True, slots=True)
class Quoted:
    """A quoted stretch. `start`, `end` lie inside the marks, `outer_start`, `outer_end` outside of them.

    `depth` is 1, or 2 for a quote in a quote. `balanced` is false where a mark is missing. `family` is double, single,
    guillemet or dash.
    """

    start: int
    end: int
    outer_start: int
    outer_end: int
    depth: int
    balanced: bool
    family: str


@dataclass(frozen=True, slots=True)
class _Mark:
    start: int
    end: int
    family: str
    opens: float
    closes: float
    means_nothing: float


# One open quote on the stack: its family. A state is a stack, innermost last.
_Stack = tuple[str, ...]


def readable_lines(text: str, blocks: Sequence[Block]) -> tuple[Line, ...]:
    """Return the non-blank lines of the blocks that are read, without outer blanks."""
    lines = []
    for index, block in enumerate(blocks):
        if block.kind not in _READ:
            continue
        for match in _LINE.finditer(text, block.start, block.end):
            stripped = match.group().strip()
            if stripped:
                start = match.start() + match.group().index(stripped[0])
                lines.append(Line(start, start + len(stripped), block.kind, index))
    return tuple(lines)


def find_quoted(text: str, lines: Sequence[Line]) -> tuple[Quoted, ...]:
    """Return all quoted stretches, in order of their start; those of a dialogue dash among them."""
    found = list(_cheapest(text, lines))
    found += _dialogue(text, lines, found)
    return tuple(sorted(found, key=lambda quoted: (quoted.start, -quoted.end)))


# ---------------------------------------------------------------- what each mark may mean


def _marks(text: str, line: Line) -> Iterator[_Mark]:
    for match in _MARK.finditer(text, line.start, line.end):
        mark = _weigh(text, line, match.start(), match.end())
        if mark is not None:
            yield mark


def _family(glyph: str) -> str:
    if glyph in _GUILLEMETS:
        return "guillemet"
    return "single" if glyph in _SINGLE else "double"


def _weigh(text: str, line: Line, start: int, end: int) -> _Mark | None:
    """Return a mark with the costs of its readings, or None for an apostrophe inside a word."""
    glyph, family = text[start:end], _family(text[start:end])
    before = text[start - 1] if start > line.start else ""
    after = text[end] if end < line.end else ""
    if family == "single":
        return _weigh_single(text, line, start, end)
    opens = 3.0 if glyph in _CLOSING else 0.0
    closes = 3.0 if glyph in _OPENING else 0.0
    return _Mark(
        start, end, family, opens + _context_open(text, line, before, after, end, family),
        closes + _context_close(text, line, before, after, start, family), 3.2,
    )  # fmt: skip


def _weigh_single(text: str, line: Line, start: int, end: int) -> _Mark | None:
    """Single marks are mostly apostrophes: only at the edge of a word can they be anything else."""
    glyph = text[start:end]
    before = text[start - 1] if start > line.start else ""
    after = text[end] if end < line.end else ""
    left, right = before.isalnum(), after.isalnum()
    if left and right:
        return None
    may_open = right and not left and glyph != "’"
    may_close = not right and bool(before) and not before.isspace() and glyph not in ("‘", "‚", "‛")
    if not may_open and not may_close:
        return None
    if glyph in ("‘", "‚", "‛"):  # no apostrophe looks like this before a word
        return _Mark(start, end, "single", 0.0, 9.0, 1.5)
    return _Mark(start, end, "single", 0.8 if may_open else 9.0, 0.0 if may_close else 9.0, 0.3)


def _context_open(text: str, line: Line, before: str, after: str, end: int, family: str) -> float:
    """Opening is natural after a blank or bracket and before a word."""
    cost = 0.0
    if before.isalnum():
        cost += 2.5
    elif before and before in _BEFORE_CLOSE:
        cost += 1.5
    if not after:
        cost += 4.0
    elif after.isspace():
        cost += 0.0 if family == "guillemet" else 1.5
    elif after in "-–—" and before and text[end + 1 : end + 2].isspace():
        cost += 4.0  # `“- said the minister`: the mark closes, whatever it looks like
    elif after in ",.;:!?)":
        cost += 0.5 if text[end : end + 3] == "..." else 2.0
    previous = _previous(text, line, end - 1)
    if after.islower() and previous in (",", "."):
        cost += 0.5
    if previous == "," and line.end - end < 120 and not _MARK.search(text, end, line.end):
        cost += 1.5  # nothing is left that could close it: what follows is rather `, "the minister said.`
    return cost


def _context_close(text: str, line: Line, before: str, after: str, start: int, family: str) -> float:
    """Closing is natural after a word or its punctuation and before a blank or punctuation."""
    cost = 0.0
    if after.isalnum():
        cost += 1.5
    if not before:
        cost += 4.0
    elif before.isspace() and family != "guillemet":
        # machine translation leaves the mark behind a blank (`ready to go, ”said`)
        cost += 0.5 if _previous(text, line, start) in _BEFORE_CLOSE else 1.5
    return cost


def _previous(text: str, line: Line, position: int) -> str:
    """Return the last character before a position that is no blank, looking back three characters."""
    for index in range(position - 1, max(line.start, position - 4) - 1, -1):
        if not text[index].isspace():
            return text[index]
    return " "


# ---------------------------------------------------------------- the cheapest reading


_Step = dict[_Stack, tuple[float, _Stack, str]]


def _cheapest(text: str, lines: Sequence[Line]) -> Iterator[Quoted]:
    """Yield the quotes of the cheapest reading of all marks.

    What is settled is read out at once: where every reading worth keeping has no quote open, the past is decided.
    """
    costs: dict[_Stack, float] = {(): 0.0}
    history: list[_Step] = []
    events: list[_Mark | Line] = []
    for index, line in enumerate(lines):
        since = line.start
        for mark in _marks(text, line):
            table = _after_mark(costs, mark, line, _SENTENCE_END.search(text, since, mark.start) is not None)
            history.append(table)
            events.append(mark)
            costs, since = _worth_keeping(table), mark.end
        table = _after_line(costs, text, line, lines[index + 1] if index + 1 < len(lines) else None)
        history.append(table)
        events.append(line)
        costs = _worth_keeping(table)
        if len(costs) == 1 and () in costs:
            yield from _read_back(text, events, history)
            costs, history, events = {(): 0.0}, [], []
    yield from _read_back(text, events, history)


def _worth_keeping(table: _Step) -> dict[_Stack, float]:
    """Return the costs of the readings within reach of the cheapest; no later mark makes up for more."""
    limit = min(cost for cost, _, _ in table.values()) + _HOPELESS
    return {stack: cost for stack, (cost, _, _) in table.items() if cost <= limit}


def _after_mark(costs: dict[_Stack, float], mark: _Mark, line: Line, new_sentence: bool) -> _Step:
    """Return the readings after a mark; `new_sentence` tells that a sentence has ended since the mark before it."""
    table: _Step = {}
    for stack, cost in costs.items():
        # a mark that opens again at the start of a paragraph, or inside a quote, resumes the quote that is open
        resumes = bool(stack) and mark.opens < mark.closes
        nothing = 0.0 if resumes and mark.start == line.start else mark.means_nothing
        _offer(table, stack, cost + min(nothing, 1.5) if resumes else cost + nothing, stack, "nothing")
        if len(stack) < 2:
            nested = 0.0 if not stack else 0.8 + (1.0 if stack[-1] == mark.family == "double" else 0.0)
            _offer(table, (*stack, mark.family), cost + mark.opens + nested, stack, "open")
        if resumes and new_sentence and stack == ("double",) and mark.family == "double" and mark.start > line.start:
            # two marks that open, sentences apart: rather the first was never closed than that the second resumes it
            _offer(table, stack, cost + mark.opens + _REOPENED, stack, "reopen")
        if stack:
            mismatch = 0.0 if stack[-1] == mark.family else 4.0 if "single" in (stack[-1], mark.family) else 1.0
            _offer(table, stack[:-1], cost + mark.closes + mismatch, stack, "close")
    return table


def _after_line(costs: dict[_Stack, float], text: str, line: Line, following: Line | None) -> _Step:
    """A quote that is open at the end of a line goes on in the next one, or is given up."""
    table: _Step = {}
    for stack, cost in costs.items():
        if not stack:
            _offer(table, (), cost, stack, "line")
            continue
        _offer(table, (), cost + (4.0 if stack[0] == "single" else 3.0) + len(stack) - 1, stack, "drop")
        if following is not None and len(stack) == 1 and stack[0] != "single":
            _offer(table, stack, cost + _crossing(text, line, following), stack, "line")
    return table


def _crossing(text: str, line: Line, following: Line) -> float:
    """Return what it costs a quote to run on into the next line."""
    if line.kind != following.kind:
        return 6.0
    if text[following.start] in _DOUBLE + "«":
        return 0.2
    cost = 0.8
    if text[line.end - 1] not in ".!?…,;:":
        cost += 2.0
    if text[following.start] in "•*-–—":
        cost += 3.0
    return cost


def _offer(table: _Step, stack: _Stack, cost: float, origin: _Stack, action: str) -> None:
    if stack not in table or cost < table[stack][0] - 1e-9:
        table[stack] = (cost, origin, action)


# ---------------------------------------------------------------- from the reading to spans


def _read_back(text: str, events: Sequence[_Mark | Line], history: Sequence[_Step]) -> Iterator[Quoted]:
    """Follow the cheapest reading from the end to the start, then turn its actions into quoted stretches."""
    if not history:
        return
    last = history[-1]
    stack = min(last, key=lambda key: (last[key][0], key))
    actions: list[tuple[_Mark | Line, str]] = []
    for event, table in zip(reversed(events), reversed(history), strict=True):
        _, origin, action = table[stack]
        actions.append((event, action))
        stack = origin
    yield from _stretches(text, actions[::-1])


def _stretches(text: str, actions: Sequence[tuple[_Mark | Line, str]]) -> Iterator[Quoted]:
    open_: list[_Mark] = []
    for event, action in actions:
        if action == "open" and isinstance(event, _Mark):
            open_.append(event)
        elif action == "close" and isinstance(event, _Mark):
            yield from _stretch(text, open_.pop(), event.start, event.end, len(open_) + 1, True)
        elif action == "reopen" and isinstance(event, _Mark):
            end = _sentence_end(text, open_[-1].end, event.start)
            yield from _stretch(text, open_.pop(), end, end, 1, False)
            open_.append(event)
        elif action == "drop":
            while open_:
                yield from _stretch(text, open_.pop(), event.end, event.end, len(open_) + 1, False)
    while open_:  # the text ends inside a quote
        last = actions[-1][0].end
        yield from _stretch(text, open_.pop(), last, last, len(open_) + 1, False)


def _sentence_end(text: str, start: int, end: int) -> int:
    """Return where the first sentence from `start` ends: as far as a quote is trusted that nothing closes."""
    found = _SENTENCE_END.search(text, start, end)
    return found.end() if found else end


def _stretch(text: str, mark: _Mark, end: int, outer_end: int, depth: int, balanced: bool) -> Iterator[Quoted]:
    start = mark.end
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if any(character.isalnum() for character in text[start : min(end, start + 40)]):
        yield Quoted(start, end, mark.start, outer_end, depth, balanced, mark.family)


# ---------------------------------------------------------------- dialogue dashes


_DASH = re.compile(r"[—–-]\s+(?=\w)")


def _dialogue(text: str, lines: Sequence[Line], found: Sequence[Quoted]) -> Iterator[Quoted]:
    """A line that begins with a dash and a blank is speech in French print; two such lines make a dialogue."""
    taken = {quoted.outer_start for quoted in found}
    dashed = [index for index, line in enumerate(lines) if _DASH.match(text, line.start, line.end)]
    together = set(dashed)
    for index in dashed:
        line = lines[index]
        introduced = index > 0 and text[lines[index - 1].end - 1] == ":"
        sentence = text[line.end - 1] in ".!?…"
        if sentence and line.start not in taken and (introduced or {index - 1, index + 1} & together):
            match = _DASH.match(text, line.start, line.end)
            if match is not None:
                yield Quoted(match.end(), line.end, line.start, line.end, 1, True, "dash")
