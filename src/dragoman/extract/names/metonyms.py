"""A capital: the city, or the government that sits there? Decided by the words around it."""

from __future__ import annotations

from dragoman.extract.names.forms import Entry
from dragoman.extract.names.scan import Scan
from dragoman.extract.parse.tree import children, has_label
from dragoman.records import Token

_SURE, _LIKELY, _UNLIKELY, _HARDLY = 0.95, 0.8, 0.25, 0.1


def reads_as_place(scan: Scan, first: int, last: int) -> tuple[float, str]:
    """Return how likely a capital's name means the place, and the rule that says so.

    "in Paris", "talks in Moscow", "visited Paris", "the Paris summit", "PARIS (Agency)" are places; a capital that does
    something, to which something is done, or that stands beside another such capital is a government.
    """
    head = _head(scan, first, last)
    for rule in (_by_neighbours, _by_preposition, _by_place_in_tree):
        found = rule(scan, first, last, head)
        if found is not None:
            return found
    return _UNLIKELY, "capital"


def _words(scan: Scan, index: int, kind: str) -> tuple[Entry, ...]:
    hit = scan.hit(index)
    return hit.of("word", kind) if hit is not None else ()


def _head(scan: Scan, first: int, last: int) -> Token:
    inside = scan.sentence.tokens[first : last + 1]
    return next((token for token in inside if not first <= token.head <= last or token.head == token.i), inside[-1])


def _word(scan: Scan, index: int, *kinds: str) -> bool:
    hit = scan.hit(index)
    return hit is not None and bool(hit.of("word", *kinds))


def _by_neighbours(scan: Scan, first: int, last: int, head: Token) -> tuple[float, str] | None:
    tokens = scan.sentence.tokens
    after = last + 1
    if after < len(tokens) and tokens[after].text in "-‐‑–" and _word(scan, after + 1, "based"):
        return _SURE, "capital-based"
    if _word(scan, after, "based") or any(
        _word(scan, index, "seat") for index in (first - 1, first - 2, after + 1)
    ):
        return _SURE, "named as the capital"
    if first == 0 and after < len(tokens) and (tokens[after].text in ("(", "—", "–") or _is_dateline(scan, first, last)):
        return _SURE, "dateline"
    goal, hit = scan.token(after + 1), scan.hit(after + 1)
    named = (hit is not None and hit.has("name", "place")) or (hit is None and goal is not None and goal.pos == "PROPN")
    if _word(scan, first - 1, "direction") and _word(scan, after, "direction") and named:
        return _SURE, "from one place to another"
    if _word(scan, first - 1, "direction") and _comes_from(scan, first - 2):
        return _SURE, "from one place to another"
    return _with_year_or_state(scan, first, after) or (
        (_LIKELY, "an occasion held there") if _word(scan, after, "occasion") else None
    )


def _comes_from(scan: Scan, index: int) -> bool:
    """Tell whether a name that ends here is where a way begins: "from Moscow | to Tbilisi"."""
    hit = scan.hit(index)
    return hit is not None and hit.has("name", "place") and _word(scan, scan.range_at(index)[0] - 1, "direction")


def _with_year_or_state(scan: Scan, first: int, after: int) -> tuple[float, str] | None:
    """Read what follows a city's name: a year ("Paris 2024"), or a comma and its state."""
    tokens, year, hit = scan.sentence.tokens, scan.token(after), scan.hit(after + 1)
    if year is not None and len(year.text) == 4 and year.text.isdigit():
        return _SURE, "a place and year of games or a conference"
    if after < len(tokens) and tokens[after].text == "," and hit is not None and hit.of("name", "name", "short") and (
        first > 0 and _word(scan, first - 1, "locative", "direction")
    ):
        return _SURE, "city, state"
    return None


def _is_dateline(scan: Scan, first: int, last: int) -> bool:
    tokens = scan.sentence.tokens
    written = "".join(token.text for token in tokens[first : last + 1])
    return written.isupper() and len(tokens) > last + 1 and tokens[last + 1].text in (",", ".", "-")


def _by_preposition(scan: Scan, first: int, last: int, head: Token) -> tuple[float, str] | None:
    """Read the preposition: locative ones make a place, those of dealing a government, "to" depends on the verb."""
    marks = {token.i for token in children(scan.sentence, head.i, "case")} | {first - 1}
    governor = scan.sentence.tokens[head.head]
    moving = _moving(scan, governor)
    if head.dep == "conj":
        return _by_preposition(scan, governor.i, governor.i, governor) if governor.i != head.i and not (
            marks - {first - 1} or _word(scan, first - 1, "locative", "direction")
        ) else _locative(scan, marks, head, moving=moving)
    return _locative(scan, marks, head, moving=moving)


def _locative(  # noqa: PLR0911
    scan: Scan, marks: set[int], head: Token, *, moving: bool
) -> tuple[float, str] | None:
    governor = scan.sentence.tokens[head.head]
    if any(_word(scan, mark, "locative") for mark in marks):
        giving = head.head if not has_label(governor, "obj") else governor.head  # "livre des armes à X"
        given_to = _word(scan, head.head, "dative") or (not moving and _word(scan, giving, "dative"))
        if given_to and any(_word(scan, mark, "dative-mark") for mark in marks):
            return _UNLIKELY, "somebody says or gives something to it"
        return _SURE, "after a local preposition"
    if any(_word(scan, mark, "direction") for mark in marks):
        goal = any(entry.value == "goal" for mark in marks for entry in _words(scan, mark, "direction"))
        if not moving and any(entry.value == "onto" for mark in marks for entry in _words(scan, mark, "direction")):
            return _UNLIKELY, "called or pressed on"
        given = governor.pos == "VERB" and any(not _timelike(t) for t in children(scan.sentence, governor.i, "obj"))
        if goal and given:
            return _UNLIKELY, "given or left to it"
        if not goal and not given and governor.pos in ("VERB", "ADJ") and has_label(head, "obl"):
            return _LIKELY, "where somebody is or comes from"
        return (_LIKELY, "where somebody goes") if moving else (_UNLIKELY, "addressed")
    if has_label(head, "nmod") and _word(scan, governor.i, "occasion") and any(_is_of(scan, mark) for mark in marks):
        return _LIKELY, "an occasion held there"
    if has_label(governor, "obj") and _moves(scan, governor) and any(_is_of(scan, mark) for mark in marks):
        return _LIKELY, "where somebody is called away from"
    if any(_word(scan, mark, "party") for mark in marks):
        return (_LIKELY, "where somebody goes") if moving and has_label(head, "nmod") else (_HARDLY, "a party")
    return None


def _moves(scan: Scan, noun: Token) -> bool:
    """Tell whether a noun is what a verb of motion moves ("recalled its negotiators from")."""
    return any(entry.value == "away" for entry in _words(scan, noun.head, "motion"))


def _is_of(scan: Scan, index: int) -> bool:
    return _word(scan, index, "complement") and _word(scan, index, "party")


def _moving(scan: Scan, governor: Token) -> bool:
    return _word(scan, governor.i, "motion")


def _timelike(token: Token) -> bool:
    return token.pos in ("NUM", "PRON", "PROPN")


def _by_place_in_tree(scan: Scan, first: int, last: int, head: Token) -> tuple[float, str] | None:
    governor = scan.sentence.tokens[head.head]
    if has_label(head, "nsubj", "nmod:poss", "obl:agent"):
        return _HARDLY, "acts"
    if has_label(head, "obj") and _moving(scan, governor):
        return _LIKELY, "where somebody goes"
    if has_label(head, "obj", "iobj"):
        return _HARDLY, "acted on"
    if has_label(head, "compound") and _word(scan, governor.i, "occasion", "motion"):
        return _LIKELY, "an occasion held there"
    return None
