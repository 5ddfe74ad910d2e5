"""The lines of a text and what their shape tells: bullets, length, sentence-final punctuation."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from dragoman.records import Record

# Every line end that a saved text may carry: CR, LF, CRLF, VT, FF, the separators FS GS RS, NEL, LS, PS.
_LINE = re.compile(r"[^\r\n\x0b\x0c\x1c-\x1e\x85\u2028\u2029]+")
_BREAK = re.compile(r"\r\n|[\r\n\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
_BLANK = " \t\u00a0\u1680\u2000-\u200b\u202a-\u202f\u205f\u2060-\u2069\u3000\ufeff\x00-\x08\x0e-\x1b\x1f\x7f"
_INNER = re.compile(rf"[^{_BLANK}](?:.*[^{_BLANK}])?", re.DOTALL)
_BULLET = re.compile(r"(?:[•‣▪▫◦●○■□▶►▸➤➔✓✔→*·–—-]|\d{1,2}[.)](?=\s\D))\s+(?=\S)")
_FINAL = re.compile(r"[.!?…。！？؟।۔]['\")\]»”’›」』*\s]*$")
_CLOSING = re.compile(r"[,;.!?…]\s?['\"»”’]\s*$")
_WORD = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]|\w+(?:['’.-]\w+)*")
_WRAPPED = range(45, 100)  # lengths of lines that an editor or mailer broke
_FILLED = range(40, 141)  # widths to which an editor or mailer fills the lines of a text
# pairs of lines that show it, how many of them are full, and how many of these go on within a sentence
_FEWEST, _SHARE, _INSIDE = 2, 0.75, 0.4
_INK = re.compile(r"\S+")


class Line(Record, frozen=True, kw_only=True):
    """One line, or the lines of one hard-wrapped paragraph, without the blanks around it.

    `gap` counts the line ends before it; `inner` is where its words start, after a bullet.
    """

    start: int
    end: int
    inner: int
    text: str
    words: int
    gap: int
    final: bool
    bullet: bool
    dash: bool = False  # the bullet is a dash, which may open speech

    @property
    def prose(self) -> bool:
        """Whether it reads as a sentence: it ends like one and has some words, or is too long for anything else."""
        return self.words >= 30 or (self.final and self.words >= 5)

    @property
    def long(self) -> bool:
        """Whether it is certainly a paragraph of running text."""
        return self.words >= 30 or (self.final and self.words >= 14)


def split_lines(text: str) -> tuple[Line, ...]:
    """Return the lines of a text that hold something, hard-wrapped paragraphs joined. Linear in the text's length."""
    spans = list(_inner_spans(text))
    return tuple(_measured(text, start, end, gap) for start, end, gap in _unwrapped(text, spans))


def word_count(text: str) -> int:
    """Return the number of words; each character of Chinese, Japanese and Korean text counts as half a word."""
    found = _WORD.findall(text)
    single = sum(1 for word in found if len(word) == 1 and word >= "\u3040")
    return len(found) - single // 2


def fold(text: str) -> str:
    """Return a text without case, punctuation and double blanks, for comparison."""
    return " ".join(re.findall(r"\w+", text.casefold()))


def _inner_spans(text: str) -> Iterator[tuple[int, int, int]]:
    """Yield start, end and number of line ends before each line that is not blank."""
    previous = 0
    for line in _LINE.finditer(text):
        stripped = _INNER.search(line.group())
        if stripped is None:
            continue
        start = line.start() + stripped.start()
        gap = len(_BREAK.findall(text, previous, start))
        previous = line.start() + stripped.end()
        yield start, previous, gap


def _unwrapped(text: str, spans: list[tuple[int, int, int]]) -> list[tuple[int, int, int]]:
    """Join the lines that a fixed line width broke: even, fairly long, not ended, and going on directly below.

    Where the whole text is seen to be filled to one width, a line goes on below unless the next word had room in it, whatever
    it ends and the next begins with.
    """
    width = _fill_width(text, spans)
    joined: list[tuple[int, int, int]] = []
    last_width = 0
    for start, end, gap in spans:
        filled = bool(width) and last_width + 1 + _first_word(text, start, end) > width and not _BULLET.match(text, start, end)
        broken = filled or (last_width in _WRAPPED and _goes_on(text, joined[-1][1], start)) if joined else False
        if gap == 1 and broken:
            joined[-1] = (joined[-1][0], end, joined[-1][2])
        else:
            joined.append((start, end, gap))
        last_width = end - start
    return joined


def _fill_width(text: str, spans: list[tuple[int, int, int]]) -> int:
    """Return the width to which an editor filled the lines of a text; 0 where it did not.

    Of lines with another directly below, nearly all are then so full that the next word had no room, and many of the next begin
    in the middle of a sentence.
    """
    pairs = [(above, below) for above, below in pairwise(spans) if below[2] == 1]
    width = max((end - start for (start, end, _), _ in pairs), default=0)
    if width not in _FILLED or len(pairs) < _FEWEST:
        return 0
    full = [below for (start, end, _), below in pairs if end - start + 1 + _first_word(text, below[0], below[1]) > width]
    inside = sum(text[start].islower() for start, _, _ in full)
    return width if len(full) >= _SHARE * len(pairs) and inside >= _INSIDE * len(full) else 0


def _first_word(text: str, start: int, end: int) -> int:
    """Return the length of the first word of a line."""
    word = _INK.match(text, start, end)
    return word.end() - start if word else 0


def _goes_on(text: str, end: int, start: int) -> bool:
    """Tell whether a line that starts here can continue the one that ended there."""
    return text[start].islower() and not _FINAL.search(text, max(0, end - 8), end)


def _measured(text: str, start: int, end: int, gap: int) -> Line:
    bullet = _BULLET.match(text, start, end)
    inner = bullet.end() if bullet else start
    body = text[inner:end]
    tail = body[-12:]
    return Line(
        start=start,
        end=end,
        inner=inner,
        text=body,
        words=word_count(body),
        gap=gap,
        final=bool(_FINAL.search(tail) or _CLOSING.search(tail)),
        bullet=bullet is not None,
        dash=bullet is not None and text[start] in "-–—",
    )
