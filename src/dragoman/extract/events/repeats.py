"""Which drafts of a sentence say again what another says: the same act and sides, or only what an act agrees on or alleges."""

from __future__ import annotations

from dragoman.extract.events.draft import Draft
from dragoman.extract.events.filling import states_of
from dragoman.extract.events.phrases import case_of
from dragoman.extract.modality.stage import rate_standing
from dragoman.extract.parse.tree import ancestors, children, conjuncts, has_label
from dragoman.kit import Kit
from dragoman.records import Sentence

_COMMITMENTS = frozenset(("AGREE", "REQUEST", "THREATEN", "REJECT", "CONCEDE"))  # verbal acts about another act
_VERBAL = _COMMITMENTS | {"ACCUSE", "SUPPORT"}
_DEEDS = frozenset(("SANCTION", "COERCE", "MOBILIZE", "AID", "RETREAT", "ASSAULT"))  # each verb a deed of its own
_UNFRIENDLY = frozenset(  # what one plans against another, or means to ask of it, is no agreement with that other
    ("SANCTION", "COERCE", "ASSAULT", "MOBILIZE", "PROTEST", "REQUEST", "ACCUSE", "REJECT", "THREATEN")
)
_FAVOURS = frozenset(("AID", "COOPERATE", "SUPPORT", "CONSULT"))
_OWN = frozenset(("AGREE", "THREATEN", "CONCEDE", "REJECT"))
_BOUND = frozenset(("of", "to", "for", "from", "into", "with", "de", "d'", "d’", "à"))
_TIMES = frozenset(
    ("before", "after", "since", "during", "following", "despite", "avant", "après", "depuis", "durant", "malgré")
)
_CLOSING = frozenset(("\"", "”", "»", "''"))
_APART = ("conj", "nsubj", "parataxis", "dep")


def without_repeats(sentence: Sentence, drafts: list[Draft], kit: Kit) -> list[Draft]:
    """Drop what says again what another draft of the sentence says: the same act and sides, or the act agreed on."""
    kept: list[Draft] = []
    for draft in sorted(drafts, key=lambda d: (sum(1 for _ in ancestors(sentence, d.match.head)), -d.score, d.match.head)):
        if not any(_repeats(sentence, draft, other) for other in kept):
            kept.append(draft)
    kept = [d for d in kept if not any(_is_hostile_plan(sentence, d, other, kit) for other in kept)]
    kept = [d for d in kept if not any(_is_denied_favour(sentence, d, other, kit) for other in kept)]
    outer = [d for d in kept if d.match.entry.row.type in _VERBAL]
    kept = [
        d
        for d in kept
        if not any(_is_content(sentence, d, o) and not _is_disowned(sentence, d, o, kit) for o in outer if o is not d)
    ]
    return sorted(kept, key=lambda d: d.match.head)


def _sides(draft: Draft) -> frozenset[str]:
    return frozenset(party.state or party.actor for party in draft.actors + draft.recipients)


def _repeats(sentence: Sentence, draft: Draft, other: Draft) -> bool:
    """Tell whether two drafts of one sentence report one act: same type and sides, not one deed after another."""
    if draft.match.entry.row.type != other.match.entry.row.type or _sides(draft) != _sides(other):
        return False
    turned = states_of(draft.actors) != states_of(other.actors) and not (draft.mutual or other.mutual)
    rows = draft.match.entry.row, other.match.entry.row
    deeds = draft.match.entry.heads != other.match.entry.heads or rows[0].mode != rows[1].mode or rows[0].type in _DEEDS
    return not turned and not (deeds and _side_by_side(sentence, draft, other))


def _side_by_side(sentence: Sentence, draft: Draft, other: Draft) -> bool:
    """Tell whether two drafts stand on coordinated verbs ("expelled two diplomats and closed a consulate")."""
    left, right = (sentence.tokens[d.match.head] for d in (draft, other))
    return left.pos == right.pos == "VERB" and (
        right in conjuncts(sentence, left.i)
        or left in conjuncts(sentence, right.i)
        or left.head == right.head
        or (has_label(left, "advcl") and left.head == right.i and draft.match.entry.row.type in _DEEDS)  # "fired, killing one"
    )


def _is_hostile_plan(sentence: Sentence, outer: Draft, inner: Draft, kit: Kit) -> bool:
    """Tell whether somebody decides to harm, accuse, refuse or press the other side: that is the act, no agreement with it.

    Not so where the act is ruled out: "promised Kenya that no attack would come", "agreed not to expel".
    """
    rows = outer.match.entry.row, inner.match.entry.row
    if rows[0].type != "AGREE" or rows[1].type not in _UNFRIENDLY or outer.mutual:
        return False
    if rows[1].type == "MOBILIZE" and (inner.context or not states_of(inner.recipients)):
        return False  # "offered Estonia to send planes": troops against nobody are help
    if not (_sides(inner) <= _sides(outer) and _is_inside(sentence, inner.match.head, outer.match.head)):
        return False
    return rate_standing(sentence, inner.match.head, kit).polarity != "-"


def _is_content(sentence: Sentence, inner: Draft, outer: Draft) -> bool:
    """Tell whether an act is only what another act agrees on, asks for, alleges or refuses ("agreed to meet").

    With other sides it is an act of its own, unless its sides are a guess or incomplete.
    """
    if inner.match.head == outer.match.head:
        return False
    type_ = outer.match.entry.row.type
    told = type_ in _COMMITMENTS or inner.match.entry.row.type != type_
    if type_ in _OWN and states_of(inner.actors) and not states_of(inner.actors) & states_of(outer.actors):
        return False  # one's own promise or threat is no other's deed ("threatened to cut the links, prompting X to")
    whole = (states_of(inner.recipients) or inner.mutual) and states_of(inner.actors) and not inner.context
    if not told or (whole and not _sides(inner) <= _sides(outer)):
        return False
    return _is_inside(sentence, inner.match.head, outer.match.head)


def _is_disowned(sentence: Sentence, inner: Draft, outer: Draft, kit: Kit) -> bool:
    """Tell whether somebody denies an act of their own ("denied having sued X"): it stays, as denied, beside the denial."""
    if outer.match.entry.row.type != "REJECT" or not states_of(inner.actors) & states_of(outer.actors):
        return False
    return rate_standing(sentence, inner.match.head, kit).status == "denied"


def _is_denied_favour(sentence: Sentence, outer: Draft, inner: Draft, kit: Kit) -> bool:
    """Tell whether a denial is read as against whom the denied favour was for: "denied arming Mali"."""
    if outer.match.entry.row.type != "REJECT" or inner.match.entry.row.type not in _FAVOURS:
        return False
    if not _sides(outer) <= _sides(inner) or not _is_inside(sentence, inner.match.head, outer.match.head):
        return False
    return rate_standing(sentence, inner.match.head, kit).status == "denied"


def _is_inside(sentence: Sentence, inner: int, outer: int) -> bool:
    """Tell whether a word belongs to what an act is about: what somebody says or wants, agrees on or alleges.

    Not inside: what a relative clause tells besides ("a treaty under which London withdrew"), what is only the time of it
    ("before last year's war"), other clauses beside it, and what stands before it without being quoted. Of the adverbial
    clauses only "accused X of doing" is inside.
    """
    if inner < outer and not any(token.text in _CLOSING for token in sentence.tokens[inner:outer]):
        return False
    token = sentence.tokens[inner]
    while token.head != token.i:
        if token.dep == "acl:relcl" or _TIMES & set(case_of(sentence, token.i)):
            return False
        if token.head == outer:
            return not has_label(token, *_APART) and (not has_label(token, "advcl") or _is_bound(sentence, token.i))
        token = sentence.tokens[token.head]
    return False


def _is_bound(sentence: Sentence, clause: int) -> bool:
    marks = [token.text.lower() for token in children(sentence, clause, "mark", "case")]
    return bool(marks) and all(mark in _BOUND for mark in marks)
