"""Which documents are compared."""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Sequence

import numpy as np
import pytest

from dragoman.kit import Kit
from dragoman.merge.candidates import (
    BUCKET,
    ENOUGH,
    HUBS,
    OF_A_FORMULA,
    PARTNERS,
    WEIGHTS,
    CodeIndex,
    Keyed,
    KeyProbe,
    Neighbour,
    candidate_pairs,
    in_good_order,
)
from dragoman.merge.fingerprints import SENTENCE, build_fingerprint, kind_of
from dragoman.merge.inputs import MergeDocument
from dragoman.records import DocumentFacts, When

SENTENCES = [
    "Delegates from Oslo and Nairobi opened the fisheries round in the old customs house of Mombasa.",
    "Their draft allots each trawler forty days between the first of May and the end of August.",
    "A patrol boat given by Norway will watch the line beyond which nets are forbidden.",
    "Kenyan crews fear that the foreign ships will come at night, as they did two summers ago.",
    "The fisheries minister answered that radar sees in the dark and that fines begin at a million.",
    "Both delegations want the text signed before the monsoon closes the harbour of Lamu.",
]
OTHER = (
    "A court in Montevideo ordered the railway to pay its pensioners. The sum is larger than a year's receipts. "
    "Unions celebrated in front of the station, and the company announced that it would appeal at once."
)


def written(name: str, text: str, language: str = "en", day: str | None = None) -> MergeDocument:
    """Return a document whose whole text is body."""
    facts = DocumentFacts(published=When(start=day, end=day, precision="day", basis="publication")) if day else DocumentFacts()
    return MergeDocument(id=name, path=name, language=language, text=text, body=((0, len(text)),), facts=facts)


def pairs(kit: Kit, *documents: MergeDocument) -> set[tuple[int, int]]:
    """Return the pairs that are offered."""
    return set(candidate_pairs([build_fingerprint(document, kit) for document in documents]))


def test_copies_are_offered_and_strangers_are_not(kit: Kit) -> None:
    """An abridged, a reordered and a reworded copy are each offered with their source; another text is not."""
    source = " ".join(SENTENCES)
    shuffled = " ".join(random.Random(1).sample(SENTENCES, len(SENTENCES)))
    reworded = source.replace("opened", "began").replace("forbidden", "banned").replace("answered", "replied")
    texts = [source, " ".join(SENTENCES[1:3]), shuffled, reworded, OTHER]
    found = pairs(kit, *(written(str(number), text) for number, text in enumerate(texts)))
    assert {(0, 1), (0, 2), (0, 3)} <= found
    assert not any(4 in pair for pair in found)


def test_a_translation_is_offered_by_its_meaning(kit: Kit) -> None:
    """A French version shares no words, but its code is near."""
    french = (
        "Les délégués d'Oslo et de Nairobi ont ouvert les discussions sur la pêche dans l'ancienne douane de Mombasa. "
        "Leur projet accorde à chaque chalutier quarante jours entre le premier mai et la fin août. "
        "Une vedette donnée par la Norvège surveillera la ligne au-delà de laquelle les filets sont interdits. "
        "Les équipages kényans craignent que les navires étrangers viennent la nuit, comme il y a deux étés. "
        "Le ministre de la Pêche a répondu que le radar voit dans le noir et que les amendes commencent à un million. "
        "Les deux délégations veulent signer le texte avant que la mousson ne ferme le port de Lamu."
    )
    assert pairs(kit, written("a", " ".join(SENTENCES)), written("b", french, "fr"), written("c", OTHER)) == {(0, 1)}


def keyed(documents: Sequence[Sequence[int]], first: int = 0) -> Keyed:
    """Return the keys of documents that are numbered from `first` on."""
    numbers, counts = np.arange(first, first + len(documents)), np.array([len(keys) for keys in documents])
    return Keyed(numbers, counts, np.array([key for keys in documents for key in keys], dtype=np.int64))


def test_the_furniture_of_a_site_does_not_bring_its_pages_together() -> None:
    """A key that too many documents have leads to the first of them only, and weighs little."""
    formulas = [8 * number | SENTENCE for number in (1, 2, 3)]
    count = BUCKET + 10
    late = range(BUCKET + 1, count)  # those that come when the key is a formula already
    assert kind_of(formulas[0]) == SENTENCE
    one = set(KeyProbe(keyed([formulas[:1]] * count)).pairs())
    assert {pair for pair in one if pair[1] in late} == set()
    three = set(KeyProbe(keyed([formulas] * count)).pairs())
    assert {pair for pair in three if pair[1] in late} == {(hub, number) for number in late for hub in range(HUBS)}


@pytest.mark.parametrize("size", [1, 40, 150])
def test_the_pairs_do_not_depend_on_how_many_documents_come_at_once(size: int) -> None:
    """Documents held against the earlier ones in portions give the pairs that counting one by one gives."""
    dice = random.Random(3)
    pool = [dice.getrandbits(59) * 8 + dice.randrange(5) for _ in range(300)]
    documents = [sorted({pool[int(300 * dice.random() ** 3)] for _ in range(dice.randrange(30))}) for _ in range(150)]
    found = set()
    for start in range(0, len(documents), size):
        probe = KeyProbe(keyed(documents[start : start + size], start))
        for before in range(0, start, 37):
            probe.meet(keyed(documents[before : min(start, before + 37)], before))
        found |= set(probe.pairs())
    assert found == counted(documents)


def test_in_a_crowd_the_likest_are_compared() -> None:
    """A document meets so many others at most: those that share most keys with it, then the first ones."""
    shared, own = [8 * number | SENTENCE for number in range(1, 4)], [8 * number | SENTENCE for number in range(4, 9)]
    crowd = [shared] * (PARTNERS + 10)
    crowd[-3] = shared + own
    found = {early for early, late in KeyProbe(keyed([*crowd, shared + own])).pairs() if late == len(crowd)}
    assert found == {len(crowd) - 3, *range(PARTNERS - 1)}


def test_pairs_that_hang_together_stand_together() -> None:
    """Two stories whose documents came in turn are compared one after the other."""
    pairs = [(1, 2), (3, 4), (2, 5), (4, 6), (1, 5)]
    assert in_good_order(pairs) == [(1, 2), (1, 5), (2, 5), (3, 4), (4, 6)]


def counted(documents: Sequence[Sequence[int]]) -> set[tuple[int, int]]:
    """Return the pairs that share enough keys, by the definition: document after document, key after key."""
    having: dict[int, list[int]] = defaultdict(list)
    pairs = set()
    for number, keys in enumerate(documents):
        weights: dict[int, float] = defaultdict(float)
        for key in keys:
            formula = len(having[key]) > BUCKET
            for earlier in having[key][:HUBS] if formula else having[key]:
                weights[earlier] += WEIGHTS[kind_of(key)] * (OF_A_FORMULA if formula else 1.0)
            having[key].append(number)
        heavy = [(-round(weight, 6), earlier) for earlier, weight in weights.items() if weight >= ENOUGH - 1e-9]
        pairs |= {(earlier, number) for _, earlier in sorted(heavy)[:PARTNERS]}
    return pairs


def test_meaning_alone_brings_no_old_text_back() -> None:
    """Codes are compared within a month; keys know no time."""
    index = CodeIndex()
    index.add([Neighbour(number=1, language="en", day=1000, code=bytes(64))])
    new = Neighbour(number=2, language="en", day=1020, code=bytes(64))
    assert index.probe(new) == {1}
    for day in (600, 1400):
        assert index.probe(Neighbour(number=2, language="en", day=day, code=bytes(64))) == set()
    index.add([Neighbour(number=3, language="en", day=None, code=bytes(64))])
    assert index.probe(Neighbour(number=4, language="en", day=1400, code=bytes(64))) == {3}
    assert index.probe(Neighbour(number=4, language="en", day=None, code=bytes(64))) == {1, 3}


def test_a_fingerprint_does_not_depend_on_white_space_or_marks(kit: Kit) -> None:
    """Line ends, case and quotation marks leave the keys and the whole as they are."""
    text = " ".join(SENTENCES)
    changed = text.replace(". ", ".\n\n").replace("Oslo", "OSLO")
    left, right = (build_fingerprint(written("a", t), kit) for t in (text, changed))
    assert left.whole == right.whole
    assert left.keys == right.keys


def test_an_empty_body_has_no_keys(kit: Kit) -> None:
    """A document without words has a fingerprint that meets nobody."""
    found = build_fingerprint(written("a", "..."), kit)
    assert (found.words, found.keys, found.code) == (0, (), b"")
