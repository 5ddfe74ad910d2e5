"""Finding time expressions: the templates of `dates.csv`, compiled, and their matches in one sentence.

A row of kind `pattern` or `offset` is a regular expression with slots: `{month}` stands for every word of kind month,
`{day}`, `{year}`, `{decade}` and `{short}` for digits; `{day2}` is a second slot of the same kind. Its value names the rule
that reads it. A template is tried only where words for all its slots stand in the sentence, so most sentences cost nothing.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import NamedTuple

import msgspec

from dragoman.kit import Kit
from dragoman.languages.rows import DateWordRow

_DIGITS = {
    "day": r"(?:[12]\d|3[01]|0?[1-9])(?!\d)",
    "year": r"(?:1\d|20)\d\d(?!\d)",
    "month-number": r"(?:1[0-2]|0?[1-9])(?!\d)",
    "short": r"\d\d(?!\d)",
    "decade": r"(?:(?:1[5-9]|20)\d|'?[2-9])0",
    "number": r"\d{1,3}(?!\d)",
}
# Kinds that make a time expression only beside another kind: a sentence with none but these has none.
_LEANING = frozenset(
    {"ambiguous", "approximate", "article", "bound", "connector", "day", "daypart", "decade", "gathering", "month-number"}
    | {"number", "opener", "part", "preposition", "schedule", "short", "turn", "vague", "week-rank"}
)
_SLOT = re.compile(r"\{([a-z-]+)(\d?)\}")
_OPTIONAL = re.compile(r"\((?:\?:)?[^()]*\)\?")
_CHOICE = re.compile(r"\(\?:([^()]*)\)")
_WORD = re.compile(r"\w+")
_BEFORE, _AFTER = r"(?<![\w$€£])(?<!\d[.,])", r"(?!\w|[.,]\d)"


class Template(NamedTuple):
    """One compiled row. `required`: bits of the slots that must have words in the sentence; `choices`: one of each."""

    rule: str
    pattern: re.Pattern[str]
    required: int
    choices: tuple[int, ...]
    rank: int


class Found(NamedTuple):
    """One match: offsets in the sentence's text, the rule that reads it, the words in its slots."""

    start: int
    end: int
    rule: str
    slots: dict[str, str]
    rank: int = 0


class DateLexicon(msgspec.Struct, frozen=True):
    """The table of one language: values by (kind, form), forms by kind, slots by first word, templates in order."""

    values: dict[tuple[str, str], str]
    forms: dict[str, frozenset[str]]
    signals: dict[str, int]
    bits: dict[str, int]
    telling: int
    patterns: tuple[Template, ...]
    offsets: tuple[Template, ...]
    offset_words: frozenset[str]
    bounds: re.Pattern[str]
    connectors: frozenset[str]
    openers: re.Pattern[str]
    lower_case: bool

    def value(self, kind: str, form: str) -> str:
        """Return the value of a word."""
        return self.values[kind, form]

    def words(self, kind: str) -> frozenset[str]:
        """Return the forms of a kind."""
        return self.forms.get(kind, frozenset())


def date_lexicon(kit: Kit, language: str) -> DateLexicon:
    """Compile the table of one language (for `Kit.compiled`)."""
    forms: dict[str, list[str]] = defaultdict(list)
    values, templates = {}, []
    for row in kit.languages[language].rows("dates", DateWordRow):
        if row.kind in ("pattern", "offset"):
            templates.append(row)
        else:
            forms[row.kind].append(row.form)
            values[row.kind, row.form] = row.value
    slots = {kind: _alternatives(kind, words) for kind, words in forms.items()}
    slots |= {kind: digits for kind, digits in _DIGITS.items() if kind not in slots}
    bits = {kind: 1 << place for place, kind in enumerate(sorted({*forms, *_DIGITS, "decades"}))}
    compiled = [(row.kind, _compile(row, slots, bits, rank)) for rank, row in enumerate(templates)]
    return DateLexicon(
        values=values,
        forms={kind: frozenset(words) for kind, words in forms.items()},
        signals=_signals(forms, bits),
        bits=bits,
        telling=sum(bit for kind, bit in bits.items() if kind not in _LEANING),
        patterns=tuple(template for kind, template in compiled if kind == "pattern"),
        offsets=tuple(template for kind, template in compiled if kind == "offset"),
        offset_words=frozenset(
            word for row in templates if row.kind == "offset" for word in _WORD.findall(_SLOT.sub(" ", row.form))
        ),
        bounds=re.compile(rf"(?<![\w-])({slots['bound']})[ ']?(?:{slots['article']})? ?\Z"),
        connectors=frozenset(forms["connector"]),
        openers=re.compile(rf"(?<!\w)({slots['opener']}) ?\Z"),
        lower_case=language != "en",
    )


def _alternatives(kind: str, words: Iterable[str]) -> str:
    listed = [re.escape(word) for word in sorted(words, key=len, reverse=True)]
    return "(?:" + "|".join([*listed, _DIGITS[kind]] if kind in _DIGITS else listed) + ")"


def _signals(forms: dict[str, list[str]], bits: dict[str, int]) -> dict[str, int]:
    signals: dict[str, int] = defaultdict(int)
    for kind, words in forms.items():
        for form in words:
            first = _WORD.search(form)
            if first:
                signals[first.group()] |= bits[kind]
    return dict(signals)


def _compile(row: DateWordRow, slots: dict[str, str], bits: dict[str, int], rank: int) -> Template:
    def fill(match: re.Match[str]) -> str:
        return f"(?P<{match[1].replace('-', '_')}{match[2]}>{slots[match[1]]})"

    tail = rf"[ ]?{slots['article']}?[ ]?\Z" if row.kind == "offset" else _AFTER
    pattern = re.compile(f"{_BEFORE}(?:{_SLOT.sub(fill, row.form)}){tail}")
    needs = [sum(bits[kind] for kind in need) for need in _needs(row.form)]
    required = 0
    for need in needs:
        required |= need if need.bit_count() == 1 else 0
    return Template(row.value, pattern, required, tuple(need for need in needs if need.bit_count() > 1), rank)


def _needs(form: str) -> list[frozenset[str]]:
    """Work out which slots a template cannot do without; of each set, one."""
    bare = form
    while (shorter := _OPTIONAL.sub("", bare)) != bare:
        bare = shorter
    needs = []
    for choice in _CHOICE.findall(bare):
        slots = [frozenset(kind for kind, _ in _SLOT.findall(part)) for part in choice.split("|")]
        if all(slots):
            needs.append(frozenset().union(*slots))
    return [*needs, *(frozenset({kind}) for kind, _ in _SLOT.findall(_CHOICE.sub("", bare)))]


def signals_in(text: str, lexicon: DateLexicon) -> int:
    """Return the bits of the slots for which the text has words or digits."""
    found = 0
    for word in _WORD.findall(text):
        found |= lexicon.signals.get(word, 0)
        if word[0].isdecimal():
            for kind in _digit_slots(word):
                found |= lexicon.bits[kind]
    return found


def _digit_slots(word: str) -> tuple[str, ...]:
    digits = len(word) - len(word.lstrip("0123456789"))
    if len(word) > digits:
        return ("decade", "decades") if word[digits:] == "s" else ()  # "1990s" is a date by itself
    if digits <= 3:
        return ("day", "month-number", "number", "short", "decade")
    return ("year", "decade") if digits == 4 else ()


def scan(text: str, lexicon: DateLexicon) -> list[Found]:
    """Return the time expressions of a lower-case text: of two that overlap, the longer; then the earlier row."""
    present = signals_in(text, lexicon)
    if not present & lexicon.telling:
        return []
    possible = [each for each in lexicon.patterns if each.required & present == each.required]
    found = [
        match
        for template in possible
        if all(choice & present for choice in template.choices)
        for match in _matches(template, text)
    ]
    return resolve_overlaps(found)


def resolve_overlaps(found: Iterable[Found]) -> list[Found]:
    """Keep the longest of overlapping matches, in order of the text."""
    ordered = sorted(found, key=lambda match: (match.start - match.end, match.rank, match.start))
    taken = bytearray(max((each.end for each in ordered), default=0))
    kept = []
    for each in ordered:
        if not any(taken[each.start : each.end]):
            taken[each.start : each.end] = b"\1" * (each.end - each.start)
            kept.append(each)
    return sorted(kept, key=lambda match: match.start)


def _matches(template: Template, text: str) -> Iterator[Found]:
    for match in template.pattern.finditer(text):
        slots = {name: value for name, value in match.groupdict().items() if value is not None}
        yield Found(match.start(), match.end(), template.rule, slots, template.rank)


def offset_before(text: str, start: int, lexicon: DateLexicon) -> Found | None:
    """Return the expression right before an anchor that moves away from it ("two days after", "on the eve of")."""
    reach = text[max(0, start - 60) : start]
    base = max(0, start - 60)
    best: Found | None = None
    words = _WORD.findall(reach)[-2:]  # an article may stand between
    if lexicon.offset_words.isdisjoint(words):
        return None
    for template in lexicon.offsets:
        match = template.pattern.search(reach)
        if match and (best is None or base + match.start() < best.start):
            slots = {name: value for name, value in match.groupdict().items() if value is not None}
            best = Found(base + match.start(), start, template.rule, slots, template.rank)
    return best


def bound_before(text: str, start: int, lexicon: DateLexicon) -> tuple[int, str] | None:
    """Return where a word like "since" right before an expression begins, and its sense."""
    base = max(0, start - 30)
    match = lexicon.bounds.search(text[base:start])
    return (base + match.start(), lexicon.value("bound", match[1])) if match else None
