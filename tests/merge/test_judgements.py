"""Judgements as views: which are in force, what they make of groups, and that taking back leaves no trace."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from dragoman.merge.judgements import Bonds, correct_report, find_bonds, in_force, regroup
from dragoman.records import EventReport, Judgement, Party

NAMES = "abcdefg"
verdicts = st.tuples(st.sampled_from(["same", "different"]), st.sampled_from(NAMES), st.sampled_from(NAMES))
groupings = st.lists(st.sampled_from("123"), min_size=len(NAMES), max_size=len(NAMES))


def judgement(number: int, verdict: str, left: str, right: str | None = None, value: str | None = None) -> Judgement:
    """Return a judgement made by nobody in particular."""
    return Judgement(
        number=number, verdict=verdict, left=left, right=right, value=value, user="ana", created="2026-01-05", note=""
    )


def rows(made: list[tuple[str, str, str]]) -> list[Judgement]:
    """Return judgements on pairs, numbered in order; those on one record alone are left out."""
    return [judgement(n, verdict, a, b) for n, (verdict, a, b) in enumerate(made, start=1) if a != b]


def groups(of: list[str]) -> list[list[str]]:
    """Return the groups that a list of labels makes of the names."""
    return [[name for name, label in zip(NAMES, of, strict=True) if label == wanted] for wanted in sorted(set(of))]


def alike(left: str, right: str) -> float:
    """Neighbours in the alphabet agree."""
    return 1.0 / (1 + abs(ord(left) - ord(right)))


def view(of: list[str], made: list[Judgement]) -> list[list[str]]:
    """Return the groups as the judgements in force have them."""
    return regroup(groups(of), find_bonds(in_force(made)), alike)


@given(groupings, st.lists(verdicts, max_size=6))
def test_every_bond_in_force_holds(of: list[str], made: list[tuple[str, str, str]]) -> None:
    """Whatever was judged, what must stand together does, and what must not does not; nothing is lost or doubled."""
    judged = rows(made)
    bonds = find_bonds(in_force(judged))
    found = regroup(groups(of), bonds, alike)
    where = {name: number for number, group in enumerate(found) for name in group}
    assert sorted(where) == sorted(name for group in found for name in group) == list(NAMES)
    assert all(where[a] == where[b] for a, b in bonds.must)
    assert all(where[a] != where[b] for a, b in bonds.must_not)


@given(groupings, st.lists(verdicts, max_size=5), verdicts)
def test_judging_and_taking_back_gives_the_same_view(
    of: list[str], made: list[tuple[str, str, str]], last: tuple[str, str, str]
) -> None:
    """A judgement that was undone might as well not have been made."""
    before = rows(made)
    number = len(made) + 1
    after = [*before, judgement(number, *last), judgement(number + 1, "undo", str(number))]
    assert view(of, after) == view(of, before)


@given(groupings, st.lists(verdicts, max_size=6), st.randoms(use_true_random=False))
def test_the_order_of_rows_and_groups_does_not_matter(of: list[str], made: list[tuple[str, str, str]], chance: object) -> None:
    """Only the numbers count: shuffled rows and groups give the same view."""
    judged, listed = rows(made), groups(of)
    chance.shuffle(judged)  # type: ignore[attr-defined]
    chance.shuffle(listed)  # type: ignore[attr-defined]
    assert regroup(listed, find_bonds(in_force(judged)), alike) == view(of, rows(made))


def test_the_later_of_two_contradictory_judgements_prevails() -> None:
    """Same, then different: they stand apart, and the first is named as overruled."""
    bonds = find_bonds([judgement(1, "same", "a", "b"), judgement(2, "different", "a", "b")])
    assert bonds == Bonds(must_not=(("a", "b"),), overruled=(1,))


def test_a_chain_of_same_is_broken_at_its_oldest_link() -> None:
    """With a = b, b = c, and then a not c, the oldest of the two links gives way."""
    bonds = find_bonds([judgement(1, "same", "a", "b"), judgement(2, "same", "b", "c"), judgement(3, "different", "a", "c")])
    assert bonds.must == (("b", "c"),)
    assert bonds.overruled == (1,)


def test_members_go_with_the_side_that_they_agree_with() -> None:
    """When a group is parted, the others follow their likeness."""
    bonds = Bonds(must_not=(("a", "g"),))
    assert regroup([list(NAMES)], bonds, alike) == [["a", "b", "c", "d"], ["e", "f", "g"]]


def test_an_undone_undo_restores() -> None:
    """Taking back the taking back puts the judgement in force again."""
    made = [judgement(1, "same", "a", "b"), judgement(2, "undo", "1"), judgement(3, "undo", "2")]
    assert [row.number for row in in_force(made)] == [1]


def test_a_wrong_actor_is_dropped_or_replaced() -> None:
    """The words and the span stay those of the text."""
    party = Party(actor="JPN", name="Tokyo", state="JPN", start=3, end=8)
    report = EventReport(
        id="r1", document="d", sentence=0, type="CONSULT", reduced_type="CONSULT", mode="", quad=1, intensity=1.0, cameo="",
        contexts=(), actors=(party,), recipients=(), mutual=False, status="happened", polarity="+", certainty="certain",
        time="past", according_to=(), when=None, place=None, score=0.5, trigger=(0, 2), evidence=(),
    )  # fmt: skip
    dropped = correct_report(report, [judgement(1, "wrong-actor", "r1", "JPN")], {})
    replaced = correct_report(report, [judgement(1, "wrong-actor", "r1", "JPN", "KOR")], {"KOR": "KOR"})
    assert dropped.actors == ()
    assert replaced.actors == (Party(actor="KOR", name="Tokyo", state="KOR", start=3, end=8),)
