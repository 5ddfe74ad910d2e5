"""Where reports meet: short lines, the same pairs whoever asks, and sketches that weigh the same after they were kept."""

from __future__ import annotations

import random
from collections import defaultdict
from itertools import combinations
from typing import Any, get_args

import numpy as np
import pytest

from dragoman.merge import meetings
from dragoman.merge.event_agreement import agree_aligned, agree_apart, agree_within
from dragoman.merge.inputs import MergeDocument
from dragoman.merge.kept_sketch import keep_sketches, read_sketch
from dragoman.merge.meetings import TRAITS, all_meetings, may_agree, meeting_points, place_in_line, traits_of
from dragoman.merge.sketches import Sketch, days_of
from dragoman.records import EventReport, EventType, Evidence, Place, Status, When

TYPES, STATUSES = get_args(EventType)[:5], get_args(Status)


def sketch(number: int) -> Sketch:
    """Return a sketch of two of three parties, in one of few documents, on one of few days or none."""
    dice = random.Random(number)
    low = dice.randint(1, 9)
    when = When(start=f"2020-05-{low:02}", end=f"2020-05-{low + dice.choice((0, 0, 4)):02}", precision="day", basis="text")
    chosen = when if dice.random() < 0.7 else None
    place = Place(name="x", id=dice.choice(("place:a", "place:b", None)), state=dice.choice(("FRA", "DEU", None)))
    fields: dict[str, Any] = {"type": dice.choice(TYPES), "reduced_type": dice.choice(TYPES), "status": dice.choice(STATUSES)}
    at = number * 10
    report = EventReport(
        id=f"r{number:03}", document=f"d{number % 7}", sentence=number % 5, mode=dice.choice(("", "phone", "visit")),
        quad=dice.choice((1, 3)), intensity=0.0, cameo="", contexts=(), actors=(), recipients=(), mutual=dice.random() < 0.3,
        polarity="+", certainty="certain", time="past", according_to=(), when=chosen, score=0.5, trigger=(at, at + 3),
        place=place if dice.random() < 0.5 else None, evidence=(Evidence(role="trigger", start=at, end=at + 3, quote="met"),),
        **fields,
    )  # fmt: skip
    first, last = days_of(chosen)
    parties = dice.sample(("FRA", "DEU", "RUS"), 2)
    return Sketch(
        report=report, story=f"d{number % 7}", language="en", published=low + 737_550 if dice.random() < 0.6 else None,
        sides=(frozenset(parties[:1]), frozenset(parties[1:])),
        people={parties[0]: frozenset({f"p{dice.randint(1, 3)}"})} if dice.random() < 0.5 else {}, low=first, high=last,
        marks=frozenset({(5, dice.randint(1, 9))}) if dice.random() < 0.3 else frozenset(),
        venues=frozenset({"place:a"}) if dice.random() < 0.3 else frozenset(),
        words=frozenset(dice.sample(("talks", "treat", "trade", "troop"), 2)), quoted=frozenset({"never again"}),
        head=dice.choice(("met", "talk")), definite=dice.random() < 0.5, borrowed=frozenset(parties[: dice.randint(0, 1)]),
    )  # fmt: skip


SKETCHES = [sketch(number) for number in range(240)]


def all_pairs(window: int) -> set[tuple[int, int]]:
    """Return the pairs that stand near each other at some point, counted out one by one."""
    lines: dict[str, list[int]] = defaultdict(list)
    for index, each in enumerate(SKETCHES):
        for point in meeting_points(each):
            lines[point].append(index)
    found = set()
    for line in lines.values():
        ordered = sorted(line, key=lambda index: place_in_line(SKETCHES[index]))
        found |= {
            (min(a, b), max(a, b)) for at, a in enumerate(ordered) for b in ordered[at + 1 : at + 1 + window]
        }  # fmt: skip
    return found


def asked(of: list[int]) -> list[tuple[int, int]]:
    """Return the pairs that the arrays give for some reports."""
    lines, _ = all_meetings(SKETCHES)
    parts = lines.pairs(np.array(of, dtype=np.int64))
    return [pair for lefts, rights in parts for pair in zip(lefts.tolist(), rights.tolist(), strict=True)]


@pytest.mark.parametrize(("window", "at_once"), [(20, 50_000), (2, 50_000), (3, 10)])
def test_the_pairs_are_those_that_stand_near_each_other(monkeypatch: pytest.MonkeyPatch, window: int, at_once: int) -> None:
    """All pairs, or those of some reports: each once, and none that stands too far apart."""
    monkeypatch.setattr(meetings, "IN_LINE", window)
    monkeypatch.setattr(meetings, "_AT_ONCE", at_once)
    wanted = all_pairs(window)
    assert sorted(asked([*range(len(SKETCHES))])) == sorted(wanted)
    some = [*range(0, len(SKETCHES), 11)]
    assert sorted(asked(some)) == sorted(pair for pair in wanted if set(pair) & set(some))


def test_who_still_meets_is_known_without_looking_at_all(monkeypatch: pytest.MonkeyPatch) -> None:
    """Any two reports meet exactly if they are among the pairs."""
    monkeypatch.setattr(meetings, "IN_LINE", 2)
    lines, _ = all_meetings(SKETCHES)
    both = np.array(list(combinations(range(0, len(SKETCHES), 3), 2)), dtype=np.int64)
    met = lines.still_meet(both[:, 0], both[:, 1])
    wanted = all_pairs(2)
    assert met.tolist() == [tuple(pair) in wanted for pair in both.tolist()]
    assert 0 < met.sum() < len(met)


def test_no_pair_that_agrees_is_passed_over() -> None:
    """What the traits of two reports rule out would have no agreement at all; they rule out many."""
    traits = np.frombuffer(b"".join(traits_of(SKETCHES)), dtype=TRAITS)
    pairs = [
        (a, b) for a, b in combinations(range(len(SKETCHES)), 2)
        if SKETCHES[a].report.document != SKETCHES[b].report.document and SKETCHES[a].cooperative == SKETCHES[b].cooperative
    ]  # fmt: skip
    both = np.array(pairs, dtype=np.int64)
    kept = may_agree(traits[both[:, 0]], traits[both[:, 1]])
    passed_over = [pair for pair, keep in zip(pairs, kept.tolist(), strict=True) if not keep]
    assert not any(agree_apart(SKETCHES[a], SKETCHES[b]) for a, b in passed_over)
    assert len(passed_over) > len(pairs) / 2
    assert any(agree_apart(SKETCHES[a], SKETCHES[b]) >= 1 for a, b in pairs)


def test_a_kept_sketch_weighs_as_before() -> None:
    """Nothing that is weighed is lost in keeping, and the same sketch always has the same bytes."""
    page = MergeDocument(id="d0", path="d0", language="en", text="", body=())
    kept = [keep_sketches(page, [each])[0] for each in SKETCHES]
    assert kept == [keep_sketches(page, [each])[0] for each in SKETCHES]
    read = [
        read_sketch(each.body, each.report, made.report.document) for each, made in zip(kept, SKETCHES, strict=True)
    ]  # fmt: skip
    for a, b in combinations(range(0, len(SKETCHES), 2), 2):
        for weigh in (agree_apart, agree_within, agree_aligned):
            assert weigh(read[a], read[b]) == weigh(SKETCHES[a], SKETCHES[b])
    assert [meeting_points(each) for each in read] == [meeting_points(each) for each in SKETCHES]
    assert [place_in_line(each) for each in read] == [place_in_line(each) for each in SKETCHES]
