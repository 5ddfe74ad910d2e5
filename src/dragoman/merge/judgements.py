"""Analysts' judgements as views over the record: which are in force, and what they make of groups and of reports.

Judgements are rows in order of their number; nothing here changes a record. A later judgement prevails over an earlier
one that it contradicts, and taking one back is itself a judgement. The same judgements over the same groups always give
the same view, so taking back the last one gives the view before it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

import msgspec

from dragoman.records import EventReport, Judgement, Party, Record

Agreement = Callable[[str, str], float]

SAME, DIFFERENT, REJECT, WRONG_ACTOR, UNDO = "same", "different", "reject", "wrong-actor", "undo"


class Bonds(Record, frozen=True, kw_only=True):
    """What must and what must not stand together, and the numbers of judgements that later ones overrule."""

    must: tuple[tuple[str, str], ...] = ()
    must_not: tuple[tuple[str, str], ...] = ()
    overruled: tuple[int, ...] = ()


def in_force(judgements: Iterable[Judgement]) -> tuple[Judgement, ...]:
    """Return the judgements that nobody has taken back, without the takings back, in order of their numbers."""
    undone: set[int] = set()
    standing = []
    for judgement in sorted(judgements, key=lambda judgement: judgement.number, reverse=True):
        if judgement.number in undone:
            continue
        if judgement.verdict == UNDO:
            undone.add(int(judgement.left))
        else:
            standing.append(judgement)
    return tuple(reversed(standing))


def find_bonds(standing: Iterable[Judgement]) -> Bonds:
    """Return what judgements in force demand of groups; where two contradict each other, the later one prevails."""
    must: list[tuple[str, str]] = []
    must_not: list[tuple[str, str]] = []
    overruled = []
    for judgement in sorted(standing, key=lambda judgement: judgement.number, reverse=True):
        if judgement.verdict not in (SAME, DIFFERENT) or judgement.right is None:
            continue
        pair = (min(judgement.left, judgement.right), max(judgement.left, judgement.right))
        wanted = judgement.verdict == SAME
        tried = (pair, *must) if wanted else tuple(must)
        if _consistent(tried, must_not if wanted else [pair, *must_not]):
            (must if wanted else must_not).append(pair)
        else:
            overruled.append(judgement.number)
    return Bonds(must=tuple(sorted(must)), must_not=tuple(sorted(must_not)), overruled=tuple(sorted(overruled)))


def _consistent(must: Iterable[tuple[str, str]], must_not: Iterable[tuple[str, str]]) -> bool:
    glued = join_pairs(must)
    return all(a not in glued or b not in glued or glued[a] is not glued[b] for a, b in must_not)


def join_pairs(pairs: Iterable[tuple[str, str]]) -> dict[str, set[str]]:
    """Return the connected group of each id in some pair."""
    groups: dict[str, set[str]] = {}
    for a, b in pairs:
        left, right = groups.get(a, {a}), groups.get(b, {b})
        if left is not right:
            left |= right
        for member in left:
            groups[member] = left
    return groups


def regroup(groups: Iterable[Sequence[str]], bonds: Bonds, agreement: Agreement) -> list[list[str]]:
    """Return the groups as the bonds demand, each sorted, in order of their first members.

    A bond between two groups joins them whole. Where two members of a group must not stand together, it is parted; each
    further member goes with the side that it agrees with best, and stays with the first where it agrees with neither.
    """
    joined = _join_groups(groups, bonds)
    glued = join_pairs(bonds.must)
    parted = [part for group in joined for part in _part(group, bonds, glued, agreement)]
    return sorted(sorted(part) for part in parted)


def _join_groups(groups: Iterable[Sequence[str]], bonds: Bonds) -> list[set[str]]:
    """Unite the groups that a bond ties."""
    group_of: dict[str, set[str]] = {}
    for group in groups:
        whole = set(group)
        group_of.update(dict.fromkeys(group, whole))
    for a, b in bonds.must:
        if a in group_of and b in group_of and group_of[a] is not group_of[b]:
            whole = group_of[a] | group_of[b]
            group_of.update(dict.fromkeys(whole, whole))
    return list({id(group): group for group in group_of.values()}.values())


def _part(
    group: set[str], bonds: Bonds, glued: Mapping[str, set[str]], agreement: Agreement
) -> list[list[str]]:
    """Part one group so that no pair stands together that must not."""
    apart = [(a, b) for a, b in bonds.must_not if a in group and b in group]
    if not apart:
        return [list(group)]
    blocks = _blocks(group, glued)
    of = {member: index for index, block in enumerate(blocks) for member in block}
    enemies: dict[int, set[int]] = {}
    for a, b in apart:
        enemies.setdefault(of[a], set()).add(of[b])
        enemies.setdefault(of[b], set()).add(of[a])
    sides: list[set[int]] = []
    for index in sorted(enemies):
        _place(index, sides, enemies, blocks, agreement)
    parts = [sorted(member for index in side for member in blocks[index]) for side in sides]
    free = [block for index, block in enumerate(blocks) if index not in enemies]
    chosen = [max(range(len(parts)), key=lambda n: (_bond(block, parts[n], agreement), -n)) for block in free]
    for block, number in zip(free, chosen, strict=True):
        parts[number] = [*parts[number], *block]
    return parts


def _blocks(group: set[str], glued: Mapping[str, set[str]]) -> list[list[str]]:
    """Return the members of a group, those together that must stand together."""
    blocks = {min(glued.get(member, {member}) & group): glued.get(member, {member}) & group for member in group}
    return [sorted(block) for _, block in sorted(blocks.items())]


def _place(
    index: int, sides: list[set[int]], enemies: Mapping[int, set[int]], blocks: Sequence[list[str]], agreement: Agreement
) -> None:
    """Put a block to the side without its enemies that it agrees with, else on a side of its own."""
    open_to = [side for side in sides if not side & enemies[index]]
    weighed = [(_bond(blocks[index], [m for i in side for m in blocks[i]], agreement), side) for side in open_to]
    best = max(weighed, key=lambda item: (item[0], -min(item[1])), default=None)
    if best is not None and best[0] > 0:
        best[1].add(index)
    else:
        sides.append({index})


def _bond(block: Sequence[str], part: Sequence[str], agreement: Agreement) -> float:
    return max(agreement(a, b) for a in block for b in part)


def rejected_reports(standing: Iterable[Judgement]) -> frozenset[str]:
    """Return the reports that an analyst has thrown out."""
    return frozenset(judgement.left for judgement in standing if judgement.verdict == REJECT)


def correct_report(report: EventReport, standing: Iterable[Judgement], states: Mapping[str, str | None]) -> EventReport:
    """Return a report as the judgements about its actors have it: the wrong actor gone, or another in its place.

    `states` gives the state of an actor that is put in. The words and spans stay those of the text.
    """
    for judgement in standing:
        if judgement.verdict == WRONG_ACTOR and judgement.left == report.id:
            report = msgspec.structs.replace(
                report,
                actors=_corrected(report.actors, judgement, states),
                recipients=_corrected(report.recipients, judgement, states),
            )
    return report


def _corrected(side: tuple[Party, ...], judgement: Judgement, states: Mapping[str, str | None]) -> tuple[Party, ...]:
    new = judgement.value
    kept = [
        party if party.actor != judgement.right
        else msgspec.structs.replace(party, actor=new, state=states.get(new)) if new is not None
        else None
        for party in side
    ]  # fmt: skip
    return tuple({party.actor: party for party in reversed(kept) if party is not None}.values())[::-1]
