"""Names that versions of one text repair in each other: where one has a damaged or unclear name, the other shows it.

Neither edit distance nor sentence vectors lead from a badly transliterated acronym to the true one; its place in an
aligned passage does. Names that both passages have are matched first; what is left over on both sides, of one kind and
between the same neighbours, is taken for the same. A repair is an overlay with its reason and witness: no text changes.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

import msgspec
from rapidfuzz.distance import JaroWinkler

from dragoman.extract.names.forms import load_names
from dragoman.ids import repair_id
from dragoman.kit import Kit
from dragoman.merge.event_pairs import VERSIONS
from dragoman.merge.folding import fold
from dragoman.merge.inputs import MergeDocument
from dragoman.records import EventReport, LineageEdge, NameRepair, Party, Record, Span, Version

_WORTH = 0.55  # confidence below which a proposal says too little to be kept
FILLS = 0.7  # confidence from which a repair counts in the record of the world
_LIKE = 0.75  # Jaro-Winkler similarity of one name written in two ways
_NAMES = frozenset({"person", "organisation", "organ", "format", "treaty", "group", "unknown", "outlet"})
_PLACES = frozenset({"place", "region", "state"})
_SHARE = 0.5  # of a proposal's weight that other proposals for the same words may have


class Named(Record, frozen=True, kw_only=True):
    """A name or description in a passage. `actor` is null where linking knows nobody; `rank` is its order there."""

    document: str
    start: int
    end: int
    words: str
    kind: str
    actor: str | None
    score: float
    rank: int


class Proposal(Record, frozen=True, kw_only=True):
    """What one version says about a name of another."""

    target: Named
    witness: Named
    confidence: float
    reason: str
    reading: str


def find_repairs(documents: Iterable[MergeDocument], edges: Iterable[LineageEdge], kit: Kit) -> tuple[NameRepair, ...]:
    """Return the names that aligned versions of stories repair, each with the reading that most versions support."""
    by_id = {document.id: document for document in documents}
    proposals: dict[tuple[str, int, int], list[Proposal]] = defaultdict(list)
    for edge in edges:
        if edge.relation not in VERSIONS or edge.left not in by_id or edge.right not in by_id:
            continue
        for passage in edge.passages:
            left = named_in(by_id[edge.left], passage.left)
            right = named_in(by_id[edge.right], passage.right)
            for found in _proposals(left, right, by_id, kit):
                proposals[found.target.document, found.target.start, found.target.end].append(found)
    chosen = (_choose(found) for _, found in sorted(proposals.items()))
    return tuple(repair for repair in chosen if repair is not None)


def named_in(document: MergeDocument, span: Span) -> list[Named]:
    """Return the names and descriptions of a passage in order, pronouns left out."""
    inside = [
        (mention, link)
        for mention, link in zip(document.mentions, document.links, strict=True)
        if span[0] <= mention.start and mention.end <= span[1] and mention.kind not in ("pronoun", "side")
    ]
    return [
        Named(
            document=document.id, start=mention.start, end=mention.end, words=mention.surface, kind=mention.kind,
            actor=link.actors[0] if len(link.actors) == 1 and not link.actors[0].startswith("nil:") else None,
            score=link.score, rank=rank,
        )
        for rank, (mention, link) in enumerate(sorted(inside, key=lambda pair: (pair[0].start, pair[0].end)))
    ]  # fmt: skip


def _proposals(
    left: Sequence[Named], right: Sequence[Named], by_id: Mapping[str, MergeDocument], kit: Kit
) -> Iterator[Proposal]:
    """Yield what each passage says about the names of the other."""
    matched = match_names(left, right)
    for a, b in matched:
        yield from _spelling(a, b, by_id, kit)
        yield from _spelling(b, a, by_id, kit)
    taken = {(name.document, name.start) for pair in matched for name in pair}
    left_over = [name for name in left if (name.document, name.start) not in taken]
    right_over = [name for name in right if (name.document, name.start) not in taken]
    anchors = [(a.rank, b.rank) for a, b in matched]
    for a, b, unique in _left_over_pairs(left_over, right_over):
        if a.actor is None and b.actor is not None:
            yield from _reading(a, b, unique, _between(a.rank, b.rank, anchors), by_id)
        elif b.actor is None and a.actor is not None:
            swapped = [(y, x) for x, y in anchors]
            yield from _reading(b, a, unique, _between(b.rank, a.rank, swapped), by_id)


def match_names(left: Sequence[Named], right: Sequence[Named]) -> list[tuple[Named, Named]]:
    """Return the names of two passages that link to the same actor, each used once; of several those most alike."""
    same = [(a, b) for a in left for b in right if a.actor is not None and a.actor == b.actor]
    taken: set[tuple[str, int]] = set()
    matched = []
    for a, b in sorted(same, key=lambda pair: (-_likeness(*pair), pair[0].rank, pair[1].rank)):
        places = {(a.document, a.start), (b.document, b.start)}
        if not places & taken:
            taken |= places
            matched.append((a, b))
    return sorted(matched, key=lambda pair: pair[0].rank)


def _likeness(a: Named, b: Named) -> float:
    """Return how alike two names are: of one kind, both names rather than descriptions, in similar letters."""
    proper = a.words[:1].isupper() and b.words[:1].isupper()
    return (a.kind == b.kind) + proper + JaroWinkler.similarity(fold(a.words), fold(b.words))


def _left_over_pairs(left: Sequence[Named], right: Sequence[Named]) -> Iterator[tuple[Named, Named, bool]]:
    """Yield the pairs of names left over that may be one, and whether each is the other's only candidate."""
    fitting = [(a, b) for a in left for b in right if _one_kind(a, b) and (a.actor is None) != (b.actor is None)]
    for a, b in fitting:
        rivals = sum(x is a or y is b for x, y in fitting)
        yield a, b, rivals == 1


def _one_kind(a: Named, b: Named) -> bool:
    if "role" in (a.kind, b.kind):
        return {a.kind, b.kind} <= {"role", "person", "organ"}
    return any(a.kind in kinds and b.kind in kinds for kinds in (_NAMES, _PLACES | {"unknown"}))


def _between(left: int, right: int, anchors: Sequence[tuple[int, int]]) -> bool:
    """Tell whether two names stand between the same neighbours that both passages have."""
    before = sum(x < left for x, _ in anchors), sum(y < right for _, y in anchors)
    return bool(anchors) and before[0] == before[1]


def _reading(
    target: Named, witness: Named, unique: bool, between: bool, by_id: Mapping[str, MergeDocument]
) -> Iterator[Proposal]:
    """Propose whom a name means that linking does not know, by the name that stands in its place."""
    alike = JaroWinkler.similarity(fold(target.words), fold(witness.words))
    if not unique and alike < _LIKE:
        return
    confidence = 0.3 + 0.3 * max(0.0, alike - 0.4) / 0.6 + 0.2 * between + 0.15 * unique
    why = ["stands where the other version has it"]
    why += ["between the same names"] if between else []
    why += ["spelled alike"] if alike >= _LIKE else []
    yield Proposal(
        target=target, witness=witness, confidence=confidence, reason=", ".join(why),
        reading=_name_of(witness, by_id),
    )  # fmt: skip


def _spelling(target: Named, witness: Named, by_id: Mapping[str, MergeDocument], kit: Kit) -> Iterator[Proposal]:
    """Propose the right spelling of a name that both versions link to one actor, where one is not a known form of it."""
    if target.kind in ("role", "state") or not target.words[:1].isupper() or fold(target.words) == fold(witness.words):
        return
    languages = by_id[target.document].language, by_id[witness.document].language
    if is_known_form(target, languages[0], kit):
        return
    clean = is_known_form(witness, languages[1], kit)
    same_words = languages[0] == languages[1] or target.kind == "person"
    reading = witness.words if clean and same_words else _name_of(target, by_id)
    if fold(reading) == fold(target.words):
        return
    yield Proposal(
        target=target, witness=witness, confidence=0.85 if clean else 0.75, reading=reading,
        reason="no known spelling of the name that the other version has in its place",
    )  # fmt: skip


def is_known_form(name: Named, language: str, kit: Kit) -> bool:
    """Tell whether a name is written in a form that the tables know as sound."""
    if language not in kit.languages:
        return True  # nothing is known about spellings in that language
    entries = kit.compiled(load_names, language).lookup(name.words.strip("'’\" "))
    return any(entry.entity == name.actor and entry.kind != "garble" for entry in entries)


def _name_of(name: Named, by_id: Mapping[str, MergeDocument]) -> str:
    """Return what an actor is called, else the words that name it."""
    return next((actor.name for actor in by_id[name.document].actors if actor.id == name.actor), name.words)


def _choose(proposals: Sequence[Proposal]) -> NameRepair | None:
    """Return the reading that the versions vote for, or none where they are divided or unsure."""
    weight: dict[str, float] = defaultdict(float)
    backing: dict[str, set[str]] = defaultdict(set)
    for proposal in proposals:
        actor = str(proposal.witness.actor)
        weight[actor] += proposal.confidence
        backing[actor].add(proposal.witness.document)
    winner = max(sorted(weight), key=lambda actor: weight[actor])
    if sum(weight.values()) - weight[winner] > _SHARE * weight[winner]:
        return None
    best = max(
        (p for p in proposals if str(p.witness.actor) == winner),
        key=lambda p: (p.confidence, p.witness.document, -p.witness.start),
    )
    confidence = min(0.99, best.confidence + 0.05 * (len(backing[winner]) - 1))
    return _build(best, confidence, len(backing[winner])) if confidence >= _WORTH else None


def _build(best: Proposal, confidence: float, votes: int) -> NameRepair:
    target, witness = best.target, best.witness
    return NameRepair(
        id=repair_id(target.document, target.start, target.end), document=target.document, start=target.start,
        end=target.end, quote=target.words, proposed=best.reading, actor=witness.actor, confidence=round(confidence, 3),
        votes=votes, reason=best.reason,
        witness=Version(document=witness.document, value=best.reading, start=witness.start, end=witness.end,
                        quote=witness.words),
    )  # fmt: skip


def fill_all(documents: Sequence[MergeDocument], repairs: Iterable[NameRepair]) -> list[MergeDocument]:
    """Return all documents, their reports with the parties that repairs name in the place of unknown ones."""
    by_document: dict[str, list[NameRepair]] = defaultdict(list)
    for repair in repairs:
        by_document[repair.document].append(repair)
    states = states_of(documents) if by_document else {}
    return [fill_names(document, by_document[document.id], states) for document in documents]


def fill_names(
    document: MergeDocument, repairs: Iterable[NameRepair], states: Mapping[str, str | None]
) -> MergeDocument:
    """Return a document whose reports have the parties that repairs name in the place of unknown ones.

    This is a view for the record of the world: only who is meant changes, the words and spans stay those of the text.
    """
    sure = [r for r in repairs if r.document == document.id and r.actor is not None and r.confidence >= FILLS]
    if not sure:
        return document
    reports = tuple(_filled(report, sure, states) for report in document.reports)
    return msgspec.structs.replace(document, reports=reports)


def _filled(report: EventReport, repairs: Sequence[NameRepair], states: Mapping[str, str | None]) -> EventReport:
    actors, recipients = (
        tuple(_named(party, repairs, states) for party in side) for side in (report.actors, report.recipients)
    )
    if actors == report.actors and recipients == report.recipients:
        return report
    return msgspec.structs.replace(report, actors=actors, recipients=recipients)


def _named(party: Party, repairs: Sequence[NameRepair], states: Mapping[str, str | None]) -> Party:
    if not party.actor.startswith("nil:"):
        return party
    inside = (r for r in repairs if party.start <= r.start and r.end <= party.end and r.actor is not None)
    repair = max(inside, key=lambda r: (r.end - r.start, -r.start), default=None)
    if repair is None or repair.actor is None:
        return party
    return msgspec.structs.replace(party, actor=repair.actor, state=states.get(repair.actor) or party.state)


def states_of(documents: Iterable[MergeDocument]) -> dict[str, str | None]:
    """Return the state of each known actor, as most documents have it."""
    votes: dict[str, Counter[str | None]] = defaultdict(Counter)
    for document in documents:
        for actor in document.actors:
            if actor.resolved:
                votes[actor.id][actor.state] += 1
    return {actor: max(sorted(found, key=str), key=lambda state: found[state]) for actor, found in votes.items()}
