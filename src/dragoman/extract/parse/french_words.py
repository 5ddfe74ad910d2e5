"""The words of one French sentence in columns, as the repairs of the parse read and write them."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

TIMES = frozenset(  # nouns that stand as circumstances without a preposition
    (
        "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche", "veille", "lendemain", "semaine", "mois", "an",
        "année", "jour", "journée", "nuit", "matin", "matinée", "soir", "soirée", "week-end", "weekend", "heure", "fois",
        "instant", "moment", "époque", "printemps", "été", "automne", "hiver", "trimestre", "décennie", "siècle", "minute",
        "période", "ans", "jours", "semaines", "heures", "années", "minutes",
    )
)  # fmt: skip

LATTER = "celui-ci"  # the lemma that the repairs of the parse give "celui-ci" and "ce dernier", "ces derniers"


class Words(msgspec.Struct, kw_only=True):
    """The words of one sentence in columns: what the repairs read and write. A root is its own head."""

    texts: list[str]
    pos: list[str]
    lemmas: list[str]
    morphs: list[str]
    heads: list[int]
    deps: list[str]

    def children(self, index: int) -> Iterator[int]:
        """Yield the dependents of a word."""
        return (child for child, head in enumerate(self.heads) if head == index and child != index)

    def has(self, index: int, *labels: str) -> bool:
        """Tell whether a word has a dependent with one of the labels or a subtype of it."""
        return any(self.label(child) in labels for child in self.children(index))

    def label(self, index: int) -> str:
        """Return the label of a word without its subtype."""
        return self.deps[index].partition(":")[0]

    def root(self) -> int | None:
        """Return the word that governs the sentence, or None."""
        return next((index for index, head in enumerate(self.heads) if head == index), None)

    def hang(self, index: int, head: int, label: str) -> None:
        """Give a word another governor, unless that would make a circle."""
        above, steps = head, 0
        while self.heads[above] != above and steps <= len(self.heads):
            if above == index:
                return
            above, steps = self.heads[above], steps + 1
        if above != index:
            self.heads[index], self.deps[index] = head, label
