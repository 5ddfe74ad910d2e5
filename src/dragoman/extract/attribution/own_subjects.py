"""The subject of a verb in its own clause: before it, behind it, or given to a neighbour; and whether it is anybody."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.extract.attribution.source_repairs import at_once, clitic_object, quoted_before
from dragoman.extract.attribution.verb_forms import is_passive
from dragoman.extract.parse.tree import children, has_label
from dragoman.records import Sentence, Token

_PERSONS = {"il", "elle", "ils", "elles", "on"}
_IMPERSONAL = frozenset(("falloir", "sembler", "agir", "paraître", "suffire", "rester", "avérer"))
_RELATIVES = frozenset(("who", "which", "whose", "qui", "dont", "lequel", "laquelle"))
_BEHIND = 12  # words between a French verb and the subject behind it


def own_subject(sentence: Sentence, verb: int, asked: int) -> int | None:
    """Return the subject of a verb, the nearest to the verb that was `asked` for: that itself or one below it."""
    first = verb == asked
    if first:
        agents = children(sentence, verb, "obl:agent")
        if agents and (is_passive(sentence, verb) or "VerbForm=Part" in sentence.tokens[verb].morph):
            return agents[0].i
    active = not is_passive(sentence, verb)
    subjects = [t for t in children(sentence, verb, "nsubj", "nsubj:pass") if t.dep != "nsubj:pass" or active]
    subjects = [t for t in subjects if t.pos != "PUNCT" and not clitic_object(sentence, t)]
    if not subjects and not first:
        subjects = list(children(sentence, verb, "nsubj:pass"))
    if not subjects:
        subjects = _of_neighbours(sentence, verb) or _of_helper(sentence, verb)
    if not subjects and (first or has_label(sentence.tokens[asked], "advcl")):
        subjects = _inverted(sentence, verb)
    if not subjects and first and sentence.language == "fr" and not is_passive(sentence, verb):
        # the parser takes many a plain "il" for the impersonal one
        near = children(sentence, verb, "expl") if not _impersonal(sentence, verb) else ()
        subjects = [
            t for t in near
            if t.text.lower().lstrip("-") in _PERSONS and (has_label(t, "expl:subj") or t.text.startswith("-"))
        ]  # fmt: skip
    if not subjects:
        return None
    inserted = _before_insertion(sentence, verb, subjects)
    nearest = min(subjects, key=lambda t: (abs(t.i - asked), t.i)).i if inserted is None else inserted
    following = sentence.tokens[nearest + 1 : nearest + 2]
    # French "a-t-elle dit": the parser may take the linking -t- for the subject
    return nearest + 1 if sentence.tokens[nearest].text == "-t" and following else nearest


def _before_insertion(sentence: Sentence, verb: int, subjects: Sequence[Token]) -> int | None:
    """`Lima, which armed them then and arms it still, demanded`: of two subjects that before the clause between commas."""
    first, last = subjects[0], subjects[-1]
    before = sentence.tokens[last.i + 1 : verb]
    opened = first.i + 1 < last.i < verb and sentence.tokens[first.i + 1].text == ","
    inside = opened and (last.pos == "PRON" or sentence.tokens[first.i + 2].text.lower() in _RELATIVES)
    return first.i if inside and any(t.text == "," for t in before) else None


def _impersonal(sentence: Sentence, verb: int) -> bool:
    """`Il y a`, `il faut`, `il s'agit`: nobody does it."""
    token = sentence.tokens[verb]
    there = token.lemma == "avoir" and any(t.text.lower() == "y" for t in children(sentence, verb, "expl", "iobj"))
    return there or token.lemma in _IMPERSONAL


def _of_neighbours(sentence: Sentence, verb: int) -> list[Token]:
    """`Voters going to the polls said ...`, `Lee made an offer, then says ...`: the parser gave the subject to another clause.

    That clause stands before the verb, and what the verb itself says behind it.
    """
    if sentence.language != "en" or not any(t.i > verb for t in children(sentence, verb, "ccomp")):
        return []
    early = [t for t in children(sentence, verb, "csubj", "ccomp") if t.i < verb]
    return [t for clause in early for t in children(sentence, clause.i, "nsubj") if t.i < clause.i][:1]


def _set_off(sentence: Sentence, verb: int) -> bool:
    """`No date is fixed, let know the ministry`: a verb that a comma sets off behind the clause that it reports."""
    token = sentence.tokens[verb]
    first = min((t.i for t in children(sentence, verb, "aux")), default=verb)
    return has_label(token, "parataxis", "dep") and token.head < first and sentence.tokens[first - 1].text == ","


def _of_helper(sentence: Sentence, verb: int) -> list[Token]:
    """`La candidate a fait savoir que`: the parser may give the subject to the first verb and hang that on the second."""
    before = (t for t in children(sentence, verb, "dep", "aux", "advcl") if t.i == verb - 1)
    helpers = [t for t in before if t.lemma in ("faire", "laisser")]
    return [t for helper in helpers for t in children(sentence, helper.i, "nsubj")][:1]


def _inverted(sentence: Sentence, verb: int) -> list[Token]:
    """Reporting clauses can put the subject behind the verb, and the parser often calls it an object.

    Only where the verb is itself in a parenthesis or governs the clause or quotation before it can its "object" be the
    speaker; in English it must follow at once ("stressed the diplomat").
    """
    if is_passive(sentence, verb):
        return []
    token = sentence.tokens[verb]
    fronted = any(t.i < verb for t in children(sentence, verb, "ccomp", "parataxis", "dep"))
    if sentence.language != "fr":
        fronted = fronted or _set_off(sentence, verb)
        return [t for t in children(sentence, verb, "obj") if fronted and at_once(sentence, verb, t.i)][:1]
    fronted = fronted or any(quoted_before(sentence, t.i, verb) for t in children(sentence, verb, "advcl"))
    if not fronted and not has_label(token, "parataxis"):
        return []
    behind = [t for t in children(sentence, verb, "obj", "obl:arg", "dislocated", "expl:subj") if verb < t.i <= verb + _BEHIND]
    # "in the interview", "to Radio Lima" only for want of others
    return sorted(behind, key=lambda t: (bool(children(sentence, t.i, "case")), is_body(sentence, t)))[:1]


def is_body(sentence: Sentence, token: Token) -> bool:
    """Tell whether a token stands in the name of a body, a place or a thing."""
    return any(n.label in ("ORG", "LOC", "MISC") and n.first <= token.i < n.last for n in sentence.names)


def is_expletive(sentence: Sentence, subject: int) -> bool:
    """Tell whether a subject is nobody ("there", impersonal "il")."""
    token = sentence.tokens[subject]
    word = token.text.lower().lstrip("-")
    return (has_label(token, "expl") and word not in _PERSONS) or word == "there"
