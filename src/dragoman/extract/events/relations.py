"""What one named party does to another: the relation between two given spans of a text.

The readings of the event words (`matching`) are weighed by how the two spans fill their sides and by how close the
word stands to the path between them in the parse (the shortest-path idea of Bunescu and Mooney, HLT 2005).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import cast

from dragoman.extract.events.codes import compile_codes, reduce_type
from dragoman.extract.events.matching import Match, find_readings
from dragoman.extract.events.relation_choice import MODEL_LANGUAGES, Choice, choose
from dragoman.extract.events.sides import side_groups
from dragoman.extract.events.words import Lexicon, compile_lexicon
from dragoman.extract.modality.stage import rate_standing
from dragoman.extract.parse.given_spans import check_spans
from dragoman.extract.parse.sentences import split_sentences
from dragoman.extract.parse.tree import ancestors, cover, subtree
from dragoman.ids import digest
from dragoman.kit import Kit
from dragoman.records import Block, Document, EventType, Record, Sentence, Span, Status, Tense

_FULL, _PART = 1.0, 0.6  # a span is the side itself, or stands inside it
_ROLE, _PATH = 0.6, 0.4  # weights of filling the sides and of closeness, judged on news sentences in both languages
_DEEPER = 0.75  # each step down the tree counts less; swept 0.75-1.0 on PLV (root 0.72-0.74), a sentence's head verb leads
_COOPERATION = (1, 2)
_ENDS = 4  # events at most this deep under the top word of the path are looked at twice


_Rated = tuple[float, int, int, Sentence, Match]  # how well it fits, then ties: earlier sentence, earlier word


class Relation(Record, frozen=True, kw_only=True):
    """What a source does to a target; `score` is 0 to 1.

    A relation stands alone, so `type` says all: PLOVER's rule for intentions is applied (a planned visit is AGREE), and
    cooperation that is negated is REJECT, as in the contradiction labels of ZSP (Hu et al., ACL 2024). `surface_type` is
    the type as worded, `mode` its mode.
    """

    type: EventType
    surface_type: EventType
    mode: str
    quad: int
    cameo: str
    status: Status
    score: float
    trigger: Span


def classify_relation(text: str, source: Span | None, target: Span | None, kit: Kit, language: str = "en") -> Relation | None:
    """Return what the source does to the target; either may be None (not named). None where nothing is found.

    Raises:
        InputError: a span does not lie in the text.
    """
    check_spans(text, (span for span in (source, target) if span is not None))
    best = _readings(text, source, target, kit, language)
    if language in MODEL_LANGUAGES and source is not None and target is not None:
        return _chosen(text, source, target, best, kit)
    return _first(best, kit)


def relation_by_words(text: str, source: Span | None, target: Span | None, kit: Kit, language: str = "en") -> Relation | None:
    """Return the relation that the word tables alone give."""
    return _first(_readings(text, source, target, kit, language), kit)


def relation_by_model(text: str, source: Span, target: Span, kit: Kit) -> Relation:
    """Return the relation that the model alone gives; its trigger is the gap between the two spans."""
    return _unworded(choose(text, source, target, {}, kit), _between(source, target), kit)


def _readings(text: str, source: Span | None, target: Span | None, kit: Kit, language: str) -> dict[str, _Rated]:
    """Return the best reading of each type that the words of a text give to a pair."""
    document = Document(id=digest("text", text), text=text, path="", language=language)
    sentences = split_sentences(document, (Block(start=0, end=len(text), kind="body"),), kit)
    lexicon = kit.compiled(compile_lexicon, language)
    best: dict[str, _Rated] = {}
    for sentence in sentences:
        for readings in find_readings(sentence, lexicon):
            for match in readings:
                rating = _rate(sentence, match, source, target, lexicon)
                item = (rating, -sentence.index, -match.head, sentence, match)
                type_ = match.entry.row.type
                best[type_] = max(best.get(type_, item), item, key=lambda rated: rated[:3])
    return best


def _first(best: Mapping[str, _Rated], kit: Kit) -> Relation | None:
    if not best:
        return None
    score, _, _, sentence, match = max(best.values(), key=lambda rated: rated[:3])
    return _relation(sentence, match, score, kit)


def _between(source: Span, target: Span) -> Span:
    return min(source[1], target[1]), max(source[0], target[0])


def _chosen(text: str, source: Span, target: Span, best: Mapping[str, _Rated], kit: Kit) -> Relation:
    """Return the relation that tables and model choose together."""
    choice = choose(text, source, target, {type_: item[0] for type_, item in best.items()}, kit)
    if choice.type in best:
        _, _, _, sentence, match = best[choice.type]
        return _relation(sentence, match, choice.certainty, kit)
    return _unworded(choice, _between(source, target), kit)


def _relation(sentence: Sentence, match: Match, score: float, kit: Kit) -> Relation:
    """Return the relation that a word of the tables gives, with the status that its sentence gives it."""
    row = match.entry.row
    codes = kit.compiled(compile_codes).row(row.type, row.mode)
    standing = rate_standing(sentence, match.head, kit, inside_report=True, idiom=match.tokens)
    surface = cast(EventType, row.type)
    type_ = _reduced(surface, standing.status, standing.time, codes.quad)
    return Relation(
        type=type_,
        surface_type=surface,
        mode=row.mode,
        quad=codes.quad if type_ == surface else kit.compiled(compile_codes).row(type_).quad,
        cameo=row.cameo or codes.cameo,
        status=standing.status,
        score=round(min(1.0, score), 3),
        trigger=cover(sentence, (match.head,)),
    )


_WIDER = ("discontinue",)  # modes that cover more than the one CAMEO code of their row


def _unworded(choice: Choice, near: Span, kit: Kit) -> Relation:
    """Return the relation that the model sees where no word of the tables names such an act; `near` is where it is read."""
    codes = kit.compiled(compile_codes)
    row = codes.row(choice.type, choice.mode)
    type_ = _reduced(choice.type, choice.status, "future" if choice.status == "planned" else "past", row.quad)
    return Relation(
        type=type_,
        surface_type=choice.type,
        mode=choice.mode,
        quad=row.quad if type_ == choice.type else codes.row(type_).quad,
        cameo="" if choice.mode in _WIDER else row.cameo,
        status=choice.status,
        score=choice.certainty,
        trigger=near,
    )


def _reduced(surface: EventType, status: Status, time: Tense, quad: int) -> EventType:
    """Return the type that stands alone: intentions by PLOVER's rule, negated cooperation as REJECT."""
    return "REJECT" if status == "negated" and quad in _COOPERATION else reduce_type(surface, status, time)


def _rate(sentence: Sentence, match: Match, source: Span | None, target: Span | None, lexicon: Lexicon) -> float:
    """Rate a reading: its own weight, how the spans fill its sides, how near it stands to the path between them."""
    inside = [
        {token.i for token in sentence.tokens if span and token.start < span[1] and span[0] < token.end}
        for span in (source, target)
    ]
    roles = _roles(sentence, match, inside[0] if source else None, inside[1] if target else None, lexicon)
    near = _closeness(sentence, match, inside[0], inside[1])
    penalty = 0.5 if any(match.head in tokens for tokens in inside) else 1.0
    depth = sum(1 for _ in ancestors(sentence, match.head))
    return match.entry.row.weight * penalty * (_ROLE * roles + _PATH * near) * _DEEPER**depth


def _roles(sentence: Sentence, match: Match, source: set[int] | None, target: set[int] | None, lexicon: Lexicon) -> float:
    """Return how well the spans fill the sides of a match, 0 to 1; the wrong way round counts half.

    A side that the caller does not name is filled by anything that stands there.
    """
    actors = [group.heads for group in side_groups(sentence, match, match.entry.actors, lexicon)]
    recipients = [group.heads for group in side_groups(sentence, match, match.entry.recipients, lexicon)]
    if match.entry.mutual:
        actors = recipients = actors + recipients
    straight = (_fills(sentence, actors, source) + _fills(sentence, recipients, target)) / 2
    turned = (_fills(sentence, actors, target) + _fills(sentence, recipients, source)) / 4
    return max(straight, turned)


def _fills(sentence: Sentence, groups: Iterable[Sequence[int]], span: set[int] | None) -> float:
    best = 0.0
    if span is None:
        return _FULL if any(groups) else 0.0
    for heads in groups:
        if any(head in span for head in heads):
            return _FULL
        if any(index in span for head in heads for index in subtree(sentence, head, "acl", "advcl")):
            best = _PART
    return best


def _closeness(sentence: Sentence, match: Match, source: set[int], target: set[int]) -> float:
    """Return 1 for a word on the path between the two spans, less for every step away from it."""
    ends = [_top(sentence, tokens) for tokens in (source, target) if tokens]
    if not ends:
        return 0.5
    path = _path(sentence, ends)
    best = min(_steps(sentence, index, path) for index in match.tokens)
    return 1.0 / (1.0 + best)


def _top(sentence: Sentence, tokens: set[int]) -> int:
    """Return the token of a span whose governor lies outside it."""
    tops = [index for index in sorted(tokens) if sentence.tokens[index].head not in tokens or _is_root(sentence, index)]
    return tops[0] if tops else min(tokens)


def _is_root(sentence: Sentence, index: int) -> bool:
    return sentence.tokens[index].head == index


def _path(sentence: Sentence, ends: Sequence[int]) -> set[int]:
    """Return the tokens on the way from one end to the other; for one end, those above it."""
    ways = [[end, *(token.i for token in ancestors(sentence, end))] for end in ends]
    if len(ways) == 1:
        return set(ways[0][:_ENDS])
    meeting = next((index for index in ways[0] if index in ways[1]), None)
    if meeting is None:
        return {*ways[0], *ways[1]}
    return {index for way in ways for index in way[: way.index(meeting) + 1]}


def _steps(sentence: Sentence, index: int, path: set[int]) -> int:
    """Return how many steps up the tree a token stands under the path; above it, how many down."""
    for steps, current in enumerate([index, *(token.i for token in ancestors(sentence, index))]):
        if current in path:
            return steps
    return len(sentence.tokens)
