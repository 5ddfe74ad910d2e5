"""Acts told by pointing at another act."""

from __future__ import annotations

import pytest

import dragoman
from dragoman.kit import Kit


def _read(kit: Kit, text: str, language: str) -> list[tuple[str, set[str | None], set[str | None]]]:
    reading = dragoman.read_text(text, kit=kit, published="2023-12-01", language=language)
    return [(r.type, {p.state for p in r.actors}, {p.state for p in r.recipients}) for r in reading.reports]


@pytest.mark.parametrize(
    ("language", "text", "last"),
    [
        ("en", "Peru expelled the Chilean ambassador on Monday. Bolivia did the same on Friday.", ("SANCTION", "BOL", "CHL")),
        ("en", "Kenya banned flights from Uganda in May, and Rwanda followed suit.", ("SANCTION", "RWA", "UGA")),
        ("en", "Poland summoned the Russian envoy. Latvia did likewise.", ("ACCUSE", "LVA", "RUS")),
        ("en", "Japan imposed tariffs on Vietnam. Hanoi responded in kind.", ("SANCTION", "VNM", "JPN")),
        ("en", "Oman expelled two Yemeni diplomats. Qatar followed a week later.", ("SANCTION", "QAT", "YEM")),
        ("fr", "Le Pérou a rappelé son ambassadeur au Chili. La Bolivie a fait de même.", ("SANCTION", "BOL", "CHL")),
        ("fr", "Le Kenya a condamné l'Ouganda. La Tanzanie lui a emboîté le pas.", ("ACCUSE", "TZA", "UGA")),
        ("fr", "Le Maroc a expulsé un diplomate algérien. Alger a répliqué de la même manière.", ("SANCTION", "DZA", "MAR")),
        ("fr", "Oslo a sanctionné le Bélarus. Copenhague en a fait autant.", ("SANCTION", "DNK", "BLR")),
    ],
)
def test_the_same_act_of_another(kit: Kit, language: str, text: str, last: tuple[str, str, str]) -> None:
    """Who does the same does that act to the same others; what is answered in kind goes back to its doer."""
    assert (last[0], {last[1]}, {last[2]}) in _read(kit, text, language)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The weather was fine in Lima. Bolivia did the same."),
        ("en", "Peru expelled the Chilean ambassador. Bolivia did not do the same."),
        ("en", "Peru expelled the Chilean ambassador. Heavy rain followed in Bolivia."),
        ("en", "Peru praised Chile. Bolivia responded in kind."),
        ("fr", "Le Pérou a expulsé l'ambassadeur du Chili. La Bolivie n'a pas fait de même."),
    ],
)
def test_nothing_to_echo(kit: Kit, language: str, text: str) -> None:
    """Without an act just told, without a doer, denied or not struck oneself, nothing is told."""
    assert not [acts for acts in _read(kit, text, language) if "BOL" in acts[1]]
