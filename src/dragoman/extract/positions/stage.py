"""Forecasts, conditionals and claims about the order itself.

A forecast is a clause about the future (a modal, a future tense, "likely to"), a conditional one with the clause that it
hangs on, a polarity claim a clause that says how power is spread (unipolar, two poles) or how well a bloc holds together.
Each is kept as a claim of whoever makes it: the speaker of the innermost statement around it, else the author.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dragoman import ids
from dragoman.extract.parse.tree import children, cover, has_label, overlap, subtree
from dragoman.extract.positions.words import PositionWords, make_position_words
from dragoman.kit import Kit
from dragoman.languages.load import READ_LANGUAGES
from dragoman.records import DateMention, Document, DocumentFacts, Position, Sentence, Span, Statement, Token

_AUTHOR = "(author)"
_LEAD = 40  # characters of an outcome that may stand before the content that holds it ("Therefore, in the future, ...")
_CLAUSES = ("advcl", "ccomp", "acl", "parataxis", "dep")


@dataclass(frozen=True, slots=True)
class _Found:
    """A position in the parse, before it has a speaker."""

    kind: str
    outcome: Span
    condition: Span | None
    hedge: str
    sentence: Sentence


def find_positions(
    document: Document,
    statements: Sequence[Statement],
    sentences: Sequence[Sentence],
    dates: Sequence[DateMention],
    facts: DocumentFacts,
    kit: Kit,
) -> tuple[Position, ...]:
    """Return the positions that speakers hold; what the narration itself predicts is held by the author."""
    if document.language not in READ_LANGUAGES:
        return ()
    words = kit.compiled(make_position_words, document.language)
    narrator = facts.author or document.declared_author or facts.outlet or document.declared_outlet or _AUTHOR
    spans = sorted(((span, n) for n, s in enumerate(statements) for span in s.content), key=lambda e: (e[0], e[1]))
    by_sentence: dict[int, list[DateMention]] = {}
    for date in dates:
        by_sentence.setdefault(date.sentence, []).append(date)
    positions: dict[str, Position] = {}
    for sentence in sentences:
        if sentence.kind not in ("body", "dek"):
            continue
        for found in _in_sentence(document.text, sentence, words):
            position = _position(document, statements, spans, by_sentence, narrator, words, found)
            positions.setdefault(position.id, position)
    return tuple(sorted(positions.values(), key=lambda p: (p.outcome, p.id)))


# ---------------------------------------------------------------- what a sentence predicts


def _in_sentence(text: str, sentence: Sentence, words: PositionWords) -> Iterator[_Found]:
    phrases = words.phrases_in("condition", text, sentence.start, sentence.end)
    conditionals = [found for span, _ in phrases if (found := _hangs_on(sentence, span, words))]
    yield from conditionals
    taken = [span for found in conditionals for span in (found.outcome, found.condition) if span is not None]
    for token in sentence.tokens:
        found = _forecast(sentence, token, words)
        if found is not None and not any(_inside(found.outcome, span) for span in taken):
            taken.append(found.outcome)
            yield found
    yield from _claims(text, sentence, words)


def _inside(inner: Span, outer: Span) -> bool:
    return overlap(inner, outer) * 2 > inner[1] - inner[0]


def _conditional(sentence: Sentence, phrase: Span) -> tuple[int, list[int]] | None:
    """Return the head of the clause that a condition opens, and its tokens; None for "asked if X".

    The condition is the largest part of the parse that begins with the phrase ("as soon as" may hang anywhere).
    """
    first = next((t.i for t in sentence.tokens if t.start >= phrase[0]), None)
    if first is None:
        return None
    top, inside = first, list(subtree(sentence, first))
    while sentence.tokens[top].head != top:
        above = list(subtree(sentence, sentence.tokens[top].head))
        if above[0] < first or _is_main(sentence, sentence.tokens[top].head, first):
            break
        top, inside = sentence.tokens[top].head, above
    token = sentence.tokens[top]
    if token.head == top or len(inside) < 3 or (has_label(token, "ccomp") and not _second_complement(sentence, token)):
        return None
    return top, inside


def _is_main(sentence: Sentence, index: int, first: int) -> bool:
    """A clause that a fronted condition hangs on starts with it too: its own subject stands behind a comma."""
    subjects = children(sentence, index, "nsubj", "csubj")
    return any(
        t.text == "," for s in subjects for t in sentence.tokens[first : subtree(sentence, s.i)[0]]
    )  # fmt: skip


def _second_complement(sentence: Sentence, token: Token) -> bool:
    """The parser calls a condition behind a that-clause a second complement."""
    return any(t.i < token.i for t in children(sentence, token.head, "ccomp")) or token.i < token.head


def _hangs_on(sentence: Sentence, phrase: Span, words: PositionWords) -> _Found | None:
    """`If X, Y`: the condition and what it bears on."""
    clause = _conditional(sentence, phrase)
    if clause is None:
        return None
    top, inside = clause
    head = _predicate(sentence, sentence.tokens[top].head, set(inside))
    outcome = _behind(sentence, inside) or _without(sentence, head, set(inside))
    if outcome is None:
        return None
    return _Found("conditional", outcome, cover(sentence, inside), _hedge(sentence, head, words), sentence)


def _behind(sentence: Sentence, condition: Sequence[int]) -> Span | None:
    """Where a condition opens the sentence, all that follows is its outcome, comma splices and all."""
    before = [t for t in sentence.tokens[: condition[0]] if t.pos not in ("PUNCT", "CCONJ", "ADV", "SCONJ")]
    after = [t.i for t in sentence.tokens[condition[-1] + 1 :] if t.pos != "PUNCT"]
    return cover(sentence, after) if not before and len(after) >= 3 else None


def _predicate(sentence: Sentence, index: int, condition: set[int]) -> int:
    """Return the clause that a condition bears on: of "believes that A if B" it is A."""
    complements = [t for t in children(sentence, index, "ccomp") if t.i not in condition]
    marked = [t for t in complements if children(sentence, t.i, "mark")]
    if marked:
        return marked[0].i
    while not has_label(sentence.tokens[index], *_CLAUSES) and sentence.tokens[index].head != index:
        if sentence.tokens[index].pos in ("VERB", "AUX") or children(sentence, index, "nsubj", "cop"):
            break
        index = sentence.tokens[index].head
    return index


def _without(sentence: Sentence, head: int, left_out: set[int]) -> Span | None:
    """Return the span of a clause without another one at its edge."""
    inside = [i for i in subtree(sentence, head) if i not in left_out and sentence.tokens[i].pos != "PUNCT"]
    marks = {t.i for t in children(sentence, head, "mark") if t.text.lower() in ("that", "que", "qu'", "qu’")}
    inside = [i for i in inside if i not in marks]
    runs = _runs(inside, left_out)
    if not runs:
        return None
    longest: list[int] = max(runs, key=lambda run: (len(run), -run[0]))
    return cover(sentence, longest)


def _runs(inside: Sequence[int], left_out: set[int]) -> list[list[int]]:
    """Cut a list of tokens where left-out ones stand in between."""
    runs: list[list[int]] = []
    for index in inside:
        if runs and not any(i in left_out for i in range(runs[-1][-1] + 1, index)):
            runs[-1].append(index)
        else:
            runs.append([index])
    return runs


def _forecast(sentence: Sentence, token: Token, words: PositionWords) -> _Found | None:
    """`X will, may, is likely to happen`; French: future tense, `devrait`, `pourrait`, `va`."""
    hedge = _future(sentence, token, words)
    if hedge is None or _asks(sentence):
        return None
    head = token.i
    if has_label(token, "xcomp") and sentence.tokens[token.head].pos in ("ADJ", "VERB"):
        head = token.head
    outcome = _without(sentence, head, _relative_clauses(sentence, head))
    if outcome is None:
        return None
    return _Found("forecast", outcome, None, hedge or _hedge(sentence, head, words), sentence)


def _relative_clauses(sentence: Sentence, head: int) -> set[int]:
    """Return the tokens of clauses that hang behind a comma on the whole ("..., which worries Paris")."""
    found: set[int] = set()
    for child in children(sentence, head, "parataxis"):
        found |= set(subtree(sentence, child.i))
    return found


def _asks(sentence: Sentence) -> bool:
    return sentence.tokens[-1].text == "?" or any(t.text == "?" for t in sentence.tokens[-3:])


def _future(sentence: Sentence, token: Token, words: PositionWords) -> str | None:
    """Return the hedge of a clause about the future (empty: none), or None for any other."""
    if sentence.language == "fr":
        return _future_french(sentence, token, words)
    for child in children(sentence, token.i, "aux"):
        value = words.value("modal", child)
        if value is not None and not _happened(sentence, token):
            return value
    if _is_predictor(sentence, token, words):
        return words.value("predictor", token)
    return next((value for t in children(sentence, token.i, "advmod") if (value := words.value("doubt", t))), None)


def _is_predictor(sentence: Sentence, token: Token, words: PositionWords) -> bool:
    """`likely to`, `is expected to`, `going to`."""
    if words.value("predictor", token) is None or token.pos not in ("ADJ", "VERB"):
        return False
    complements = children(sentence, token.i, "xcomp", "ccomp")
    if not any(t.lemma == "to" for c in complements for t in children(sentence, c.i, "mark")):
        return False
    if token.lemma == "go":
        return "Aspect=Prog" in token.morph
    return token.lemma not in ("set", "expect") or bool(children(sentence, token.i, "aux:pass", "cop"))


def _happened(sentence: Sentence, token: Token) -> bool:
    """`may have signed` is about the past."""
    return any(t.lemma == "have" and t.i != token.i for t in children(sentence, token.i, "aux"))


def _future_french(sentence: Sentence, token: Token, words: PositionWords) -> str | None:
    tensed = (token, *children(sentence, token.i, "aux", "cop"))
    if any("Tense=Fut" in t.morph for t in tensed):
        return ""
    if "Mood=Cnd" in token.morph or token.lemma == "risquer":
        return words.value("conditional-modal", token)
    near = token.lemma == "aller" and words.value("near-future", token) is not None
    if near and any("VerbForm=Inf" in t.morph for t in children(sentence, token.i, "xcomp")):
        return ""
    return next((value for t in children(sentence, token.i, "advmod") if (value := words.value("doubt", t))), None)


def _hedge(sentence: Sentence, head: int, words: PositionWords) -> str:
    near = [sentence.tokens[head], *children(sentence, head, "aux", "advmod", "cop", "xcomp")]
    for token in near:
        for kind in ("hedge", "modal", "conditional-modal", "predictor"):
            value = words.value(kind, token)
            if value:
                return value
    return ""


# ---------------------------------------------------------------- claims about the order


def _claims(text: str, sentence: Sentence, words: PositionWords) -> Iterator[_Found]:
    """Yield the clauses that say how power is spread, or how well a bloc holds together."""
    found = list(words.phrases_in("order", text, sentence.start, sentence.end))
    for span, value in words.phrases_in("cohesion", text, sentence.start, sentence.end):
        clause = _clause_around(sentence, span)
        if any(True for _ in words.phrases_in("bloc", text, *clause)):
            found.append((span, value))
    seen: set[Span] = set()
    for span, _ in sorted(found):
        clause = _clause_around(sentence, span)
        if clause not in seen:
            seen.add(clause)
            yield _Found("polarity-claim", clause, None, "", sentence)


def _clause_around(sentence: Sentence, span: Span) -> Span:
    """Return the smallest clause that holds a word: up to its finite verb, with all that hangs on it."""
    inside = [t for t in sentence.tokens if t.start < span[1] and t.end > span[0]]
    if not inside:
        return span
    index = inside[-1].i
    while sentence.tokens[index].head != index and not _finite(sentence, index):
        index = sentence.tokens[index].head
    nested = {i for c in children(sentence, index, "advcl", "conj", "parataxis") for i in subtree(sentence, c.i)}
    if inside[-1].i in nested:
        nested = set()
    return _without(sentence, index, nested) or span


def _finite(sentence: Sentence, index: int) -> bool:
    token = sentence.tokens[index]
    tensed = (token, *children(sentence, index, "aux", "cop"))
    return any("VerbForm=Fin" in t.morph for t in tensed) and bool(
        children(sentence, index, "nsubj", "csubj", "expl") or token.head == index
    )


# ---------------------------------------------------------------- whose they are


def _position(
    document: Document,
    statements: Sequence[Statement],
    spans: Sequence[tuple[Span, int]],
    dates: dict[int, list[DateMention]],
    narrator: str,
    words: PositionWords,
    found: _Found,
) -> Position:
    holder = _holder(spans, found.outcome)
    statement = statements[holder] if holder is not None else None
    outcome, condition = found.outcome, found.condition
    if holder is not None:
        outcome = _clipped(outcome, statements[holder].content)
    name = statement.speaker_name if statement is not None else narrator
    return Position(
        id=ids.position_id(document.id, *outcome, 1 if found.kind == "polarity-claim" else 0),
        statement=statement.id if statement is not None else None, document=document.id, speaker_name=name,
        condition=condition, outcome=outcome, horizon=_horizon(document.text, found, dates, words), hedge=found.hedge,
        kind=found.kind,
    )  # fmt: skip


def _holder(spans: Sequence[tuple[Span, int]], outcome: Span) -> int | None:
    """Return the statement with the smallest content that holds most of an outcome."""
    last = bisect_left(spans, ((outcome[1], -1), -1))
    near = spans[max(0, last - 24) : last]  # contents are nested a few deep; those of two dozen statements back are over
    holding = [
        (end - start, number)
        for (start, end), number in near
        if _inside(outcome, (start, end)) and start - outcome[0] <= _LEAD
    ]
    return min(holding)[1] if holding else None


def _clipped(span: Span, content: Sequence[Span]) -> Span:
    best = max(content, key=lambda part: overlap(span, part))
    clipped = max(span[0], best[0]), min(span[1], best[1])
    return clipped if clipped[0] < clipped[1] else span


def _horizon(text: str, found: _Found, dates: dict[int, list[DateMention]], words: PositionWords) -> str:
    """Return the time that a position speaks of: a phrase of the table, else a date in its clause."""
    start = min(found.outcome[0], found.condition[0]) if found.condition else found.outcome[0]
    end = max(found.outcome[1], found.condition[1]) if found.condition else found.outcome[1]
    for _, value in words.phrases_in("horizon", text, max(found.sentence.start, start - 40), end):
        return value
    for date in dates.get(found.sentence.index, ()):
        if start <= date.start < end:
            return text[date.start : date.end]
    return ""
