"""How two documents relate: rules where the words are the same, a small logistic model of the aligned passages elsewhere.

Within a language a text cannot be a translation of another; across two it can be nothing that presumes the same words.
Each case has its own weights (`models/lineage`), so that a probability means the same in both.
"""

from __future__ import annotations

from collections.abc import Mapping

from dragoman.kit import Kit
from dragoman.merge.direction import Precedence, day_of, find_precedence
from dragoman.merge.particulars import months_apart
from dragoman.merge.vectors import Comparable
from dragoman.merge.verification import Comparison, aligned_spans, compare
from dragoman.models.lineage import load_weights
from dragoman.records import Extent, LineageEdge, LineageRelation

# Relations that make two documents one story; a press release that both quote does not.
STORY_RELATIONS: frozenset[LineageRelation] = frozenset(
    ("identical", "near-copy", "excerpt", "edition", "translation", "rewrite")
)
_SAME = 0.98  # share of a text's words that are the whole other text: a line taken for furniture may be gone
_ALL, _PART = 0.97, 0.9  # share of copied words from which a text has nothing of its own, and under which it has
_BY_DEFINITION = 0.98
_PARTLY = 0.4  # with less of either text in the other there is no copying, but a topic, or a shared quotation
_SOME = 0.2  # the same for passages that are alike in their words as well: a rewrite keeps names and figures
_SHARED_WORDS = 12  # words that two texts must have in common to have been fed by one press release
# Most of one text in the other: reports of one event in our texts reach 0.5, at a likeness below 0.5.
_MANY, _MOSTLY, _ALIKE, _IN_ORDER = 4, 0.65, 0.55, 0.7
_INDEPENDENT: tuple[LineageRelation, ...] = ("shared-quotes", "same-event", "same-topic", "none")
_ONE_EVENT = 30  # days between two reports of one event, at most; later ones look back on it
_SELDOM = 0.2  # what the probability of one event is multiplied with where the texts open with dates of other months
_HARDLY = 0.05  # what the probability of independence is multiplied with then
_WHOLE = 0.8  # share of a text's words that must be aligned before it counts as standing in the other


def relate(left: Comparable, right: Comparable, kit: Kit) -> LineageEdge:
    """Return how two documents relate, with what it rests on. `left` is the one with the smaller id."""
    comparison = compare(left, right, kit)
    relation, probability = judge(comparison, kit)
    extent = _extent(comparison)
    precedence = Precedence()
    if relation in STORY_RELATIONS:
        precedence = find_precedence(left.document, right.document, kit)
        relation = _as_expansion(relation, extent, precedence, comparison)
    return LineageEdge(
        left=left.document.id,
        right=right.document.id,
        relation=relation,
        direction=precedence.first,
        extent=extent,
        probability=round(probability, 4),
        left_coverage=round(comparison.left_coverage, 4),
        right_coverage=round(comparison.right_coverage, 4),
        order=round(comparison.order, 4),
        passages=aligned_spans(comparison),
        reasons=(_account(comparison), *precedence.reasons),
    )


def judge(comparison: Comparison, kit: Kit) -> tuple[LineageRelation, float]:
    """Return the most probable relation and its probability; first of all whether the two make one story at all."""
    if _is_identical(comparison):
        return "identical", 1.0
    if (relation := _by_copied_words(comparison)) is not None:
        return relation, _BY_DEFINITION
    doubt: dict[LineageRelation, float] = {}
    aligned, meant = comparison.features["big"], comparison.features["meant_big"]
    if aligned < _SOME or max(aligned, meant) < _PARTLY:
        doubt |= dict.fromkeys(STORY_RELATIONS, 0.0)
    if comparison.quoted < _SHARED_WORDS:
        doubt["shared-quotes"] = 0.0
    if _days_apart(comparison) > _ONE_EVENT:
        doubt["same-event"] = 0.0
    elif months_apart(comparison.left.particulars, comparison.right.particulars):
        doubt["same-event"] = _SELDOM
    if _is_derived(comparison):
        doubt |= dict.fromkeys(_INDEPENDENT, _HARDLY)
    return _most_probable(comparison, kit, doubt)


def _days_apart(comparison: Comparison) -> int:
    """Return the days between the two publications; none where a page does not state its day."""
    left, right = (day_of(text.document.facts.published) for text in (comparison.left, comparison.right))
    return abs(left - right) if left is not None and right is not None else 0


def _is_derived(comparison: Comparison) -> bool:
    """Tell whether most of one text stands in the other, passage by passage: two reporters do not agree so far."""
    features = comparison.features
    same = comparison.left.document.language == comparison.right.document.language
    most = features["big" if same else "plain_big"]  # a statement that both quote is no copying, each translates it
    return (
        len(comparison.passages) >= _MANY and most >= _MOSTLY and features["likeness"] >= _ALIKE
        and comparison.order >= _IN_ORDER
    )  # fmt: skip


def _is_identical(comparison: Comparison) -> bool:
    """Tell whether two bodies have the same words in the same order, however they are cut into sentences and paragraphs."""
    left, right = (f" {' '.join(text.tokens)} " for text in (comparison.left, comparison.right))
    return (left in right or right in left) and min(len(left), len(right)) >= _SAME * max(len(left), len(right))


def _by_copied_words(comparison: Comparison) -> LineageRelation | None:
    """Return what two texts are by definition where one has no words but those of the other: near copy or excerpt."""
    most, least = comparison.features["copied_big"], comparison.features["copied_small"]
    if most < _ALL or _PART <= least < _ALL:
        return None
    return "near-copy" if least >= _ALL else "excerpt"


def _most_probable(
    comparison: Comparison, kit: Kit, doubt: Mapping[LineageRelation, float]
) -> tuple[LineageRelation, float]:
    """Return the most probable relation after the model's probabilities are multiplied with `doubt`."""
    same = comparison.left.document.language == comparison.right.document.language
    found = kit.compiled(load_weights)["same" if same else "cross"].probabilities(comparison.features)
    left = {relation: value * doubt.get(relation, 1.0) for relation, value in found.items()}
    total = sum(left.values())
    linked = sum(value for relation, value in left.items() if relation in STORY_RELATIONS) >= total / 2
    side = {relation: value for relation, value in left.items() if (relation in STORY_RELATIONS) == linked}
    best = max(side, key=lambda relation: (side[relation], relation))
    return best, side[best] / total if total else 0.0


def _extent(comparison: Comparison) -> Extent:
    """Return whether one text stands whole in the other."""
    left, right = comparison.left_coverage >= _WHOLE, comparison.right_coverage >= _WHOLE
    if left and right:
        return "whole"
    if left or right:
        return "left-in-right" if left else "right-in-left"
    return "partial"


def _as_expansion(
    relation: LineageRelation, extent: Extent, precedence: Precedence, comparison: Comparison
) -> LineageRelation:
    """Call it another edition, not an excerpt, where the text that has less was published on an earlier day."""
    days = [day_of(text.document.facts.published) for text in (comparison.left, comparison.right)]
    if relation != "excerpt" or None in days:
        return relation
    grown = (extent == "left-in-right" and precedence.first == "left-first") or (
        extent == "right-in-left" and precedence.first == "right-first"
    )
    return "edition" if grown else relation


def _account(comparison: Comparison) -> str:
    count = len(comparison.passages)
    if not count:
        return "no passage of one says what a passage of the other says"
    return (
        f"{count} passage{'s' if count > 1 else ''} aligned, {comparison.order:.0%} of them in order, covering "
        f"{comparison.left_coverage:.0%} and {comparison.right_coverage:.0%} of the words, mean likeness "
        f"{comparison.features['likeness']:.2f}"
    )
