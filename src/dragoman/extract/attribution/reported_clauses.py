"""Hangs the clauses of reporting verbs where grammar wants them, for the stages that read attributions.

Small parsers hang a that-clause on the nearest noun ("announced on television that ...") and a second reporting verb inside
the first one's content ("doubts that they will leave, and expects ..."). Both break what is said and who says it. Each repair
looks at one shape that grammar settles: the mark, the mood, the number of a verb; tokens and offsets never change. This is the
order in which they are made; they stand in the modules named below.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

import msgspec

from dragoman.extract.attribution.cues import CueTable
from dragoman.extract.attribution.distant_clauses import described_objects, distant_clauses
from dragoman.extract.attribution.further_reports import contrasted, participles, second_reports, summed_up
from dragoman.extract.attribution.inserted_reports import (
    cut_subjects,
    owners_of_speakers,
    pronouns_behind,
    said_before,
    set_in,
    speakers_behind,
    told_behind,
)
from dragoman.extract.attribution.misread_subjects import (
    bare_ordinals,
    behind_openings,
    behind_place,
    compounds_of_verbs,
    described_behind_name,
    goes_on_in_relative,
    objects_of_participles,
    verbs_made_adjectives,
)
from dragoman.extract.attribution.told_at_end import told_at_end
from dragoman.records import Sentence, Token

Hangings = Mapping[int, tuple[int, str]]  # token: its new governor and label

_REPAIRS: Mapping[str, tuple[Callable[[Sentence, CueTable], Hangings], ...]] = {
    "en": (
        behind_openings, compounds_of_verbs, verbs_made_adjectives, goes_on_in_relative, distant_clauses, contrasted, summed_up,
        second_reports,
    ),
    "fr": (
        described_behind_name, bare_ordinals, behind_place, objects_of_participles, goes_on_in_relative,
        participles, described_objects, distant_clauses, pronouns_behind, told_at_end, owners_of_speakers, speakers_behind,
        set_in, said_before, cut_subjects, contrasted, summed_up, told_behind, second_reports,
    ),
}  # fmt: skip


def mended(sentence: Sentence, table: CueTable) -> Sentence:
    """Return a sentence with the clauses of its reporting verbs hung anew; most sentences stay as they are."""
    if not any(table.cue(token) is not None for token in sentence.tokens):
        return sentence
    for repair in _REPAIRS[sentence.language]:
        sentence = hung(sentence, repair(sentence, table))
    return sentence


def hung(sentence: Sentence, changes: Hangings) -> Sentence:
    """Return a sentence with some words hung anew; changes that would make a circle are left out."""
    if not changes:
        return sentence
    tokens = list(sentence.tokens)
    for index, (head, label) in changes.items():
        if _stands_below(tokens, head, index):
            continue
        mark = {"pos": "SCONJ"} if label == "mark" else {}
        tokens[index] = msgspec.structs.replace(tokens[index], head=head, dep=label, **mark)
    below: list[list[int]] = [[] for _ in tokens]
    for token in tokens:
        if token.head != token.i:
            below[token.head].append(token.i)
    return msgspec.structs.replace(sentence, tokens=tuple(tokens), children=tuple(tuple(b) for b in below))


def _stands_below(tokens: Sequence[Token], index: int, above: int) -> bool:
    """Tell whether a word is another one or stands below it."""
    while index != above and tokens[index].head != index:
        index = tokens[index].head
    return index == above
