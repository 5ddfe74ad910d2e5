"""Which documents are compared."""

from __future__ import annotations

import random

from dragoman.kit import Kit
from dragoman.merge.candidates import BUCKET, HUBS, CodeIndex, KeyIndex, Neighbour, candidate_pairs
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


def test_the_furniture_of_a_site_does_not_bring_its_pages_together() -> None:
    """A key that too many documents have leads to the first of them only, and weighs little."""
    index = KeyIndex()
    formula = 8 | SENTENCE
    for number in range(BUCKET + 1):
        assert kind_of(formula) == SENTENCE
        index.add(number, [formula])
    assert index.probe([formula]) == set()
    three = [formula, 16 | SENTENCE, 24 | SENTENCE]
    for number in range(BUCKET + 1):
        index.add(number, three[1:])
    assert index.probe(three) == set(range(HUBS))


def test_meaning_alone_brings_no_old_text_back() -> None:
    """Codes are compared within a month; keys know no time."""
    index = CodeIndex([Neighbour(number=1, language="en", day=1000, code=bytes(64))])
    new = Neighbour(number=2, language="en", day=1020, code=bytes(64))
    assert index.probe(new) == {1}
    assert index.probe(Neighbour(number=2, language="en", day=1400, code=bytes(64))) == set()


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
