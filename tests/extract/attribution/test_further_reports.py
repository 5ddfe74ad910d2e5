"""What is said ends where the saying goes on, or where somebody else speaks; sentences of our own."""

from __future__ import annotations

import pytest

from dragoman.kit import Kit
from extract.attribution.test_reported_clauses import said

SAID = [
    # a second reporting verb is none of the first one's words
    ("fr", "Le maire répète que le pont reste ouvert, et ses adjoints jurent que les travaux attendront.",
     ("Le maire", "le pont reste ouvert")),
    ("fr", "Le syndicat plaide pour que les usines ferment le dimanche, et demande que l'État paie les heures perdues.",
     ("Le syndicat", "les usines ferment le dimanche")),
    ("fr", "Le syndicat plaide pour que les usines ferment le dimanche, et demande que l'État paie les heures perdues.",
     ("Le syndicat", "l'État paie les heures perdues")),
    ("en", "She doubts that the guards will leave the mine, and expects the owners to sue.",
     ("She", "the guards will leave the mine")),
    ("en", "He added that the fleet would answer any attack, and made no mention of the port.",
     ("He", "the fleet would answer any attack")),
    ("en", "He said that the islands were Russian, and dismissed the claims of Tokyo.", ("He", "the claims of Tokyo")),
    # two verbs under one "that" stay together
    ("en", "He said that the fleet would answer any attack and sink the raiders.",
     ("He", "the fleet would answer any attack and sink the raiders")),
    # a contrast, somebody else's comment, a participle that goes on
    ("en", "Biden insisted the summit was open, though a senior official conceded that nobody came.",
     ("Biden", "the summit was open")),
    ("en", "Germany announced that it will intervene on that side, a decision that Namibia deplored.",
     ("Germany", "it will intervene on that side")),
    ("fr", "Volodymyr Zelensky l'a remercié, tout en demandant des avions.", ("Volodymyr Zelensky", "des avions")),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "pair"), SAID)
def test_a_report_beside_a_content_is_no_part_of_it(language: str, text: str, pair: tuple[str, str], kit: Kit) -> None:
    """Whoever goes on or speaks beside what somebody says has words of their own, and those only."""
    assert pair in [(source.lstrip("-"), content) for source, content in said(text, kit, language)]
