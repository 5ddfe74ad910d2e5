"""Acts in the plainest words of news agencies: refusals by negation, suspensions prolonged, findings, scorn in quotes."""

from __future__ import annotations

import pytest

import dragoman
from dragoman.kit import Kit


def _read(kit: Kit, text: str, language: str) -> set[tuple[str, frozenset[str | None]]]:
    reading = dragoman.read_text(text, kit=kit, published="2023-12-01", language=language)
    return {(r.type, frozenset(party.state for party in r.actors + r.recipients)) for r in reading.reports}


@pytest.mark.parametrize(
    ("text", "type_", "states"),
    [
        ("African Union leaders agreed on Friday to prolong the suspension of Gabon.", "SANCTION", "AU GAB"),
        ("Peru said that it could not accept the ruling of Chile.", "REJECT", "PER CHL"),
        ("Oman did not invite Yemen to the conference.", "REJECT", "OMN YEM"),
        ("The Commonwealth said its observers found that Malawi's vote had been rigged.", "ACCUSE", "COMMONWEALTH MWI"),
        ("Portugal instituted a visa for Angolans.", "SANCTION", "PRT AGO"),
        ("Chad, solicited by Libya, kept silent.", "REQUEST", "TCD LBY"),
        ("Togo had already prohibited the return of deportees from Ghana.", "REJECT", "TGO GHA"),
        ("Norway voiced regret over the decision of Iceland to leave.", "ACCUSE", "NOR ISL"),
        ("Oman invited the president of Kenya to Muscat, and Kenya accepted.", "AGREE", "OMN KEN"),
    ],
)
def test_english_agency_words(kit: Kit, text: str, type_: str, states: str) -> None:
    """An ordinary English wording of an act is read with its sides."""
    assert (type_, frozenset(states.split())) in _read(kit, text, "en")


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("Peru said that it could accept the ruling of Chile.", "REJECT"),
        ("Oman invited Yemen to the conference.", "REJECT"),
        ("The vote in Malawi was calm, the Commonwealth said.", "ACCUSE"),
        ("Chad and Libya ended up signing an agreement.", "SANCTION"),
        ("Norway voiced regret to Iceland for the accident.", "ACCUSE"),
    ],
)
def test_no_english_act(kit: Kit, text: str, type_: str) -> None:
    """What only looks like one of these wordings is not read as that act."""
    assert type_ not in {found for found, _ in _read(kit, text, "en")}


@pytest.mark.parametrize(
    ("text", "type_", "states"),
    [
        ("L'Iran n'autorise plus les visites de l'AIEA.", "REJECT", "IRN IAEA"),
        ("Le Pérou soutient que le Chili fabriquait des bombes.", "ACCUSE", "PER CHL"),
        ('Le ministre péruvien a qualifié la décision du Chili d\'"absurdité".', "ACCUSE", "PER CHL"),
        ('Le président péruvien a qualifié la politique du Chili de "comédie".', "ACCUSE", "PER CHL"),
        ("Le Maroc a exprimé son regret de la décision de l'Algérie.", "ACCUSE", "MAR DZA"),
        ("La Belgique a envoyé au Tchad douze collaborateurs.", "AID", "BEL TCD"),
        ("Le Maroc et l'Algérie ont annoncé le retour de leurs ambassadeurs.", "SUPPORT", "MAR DZA"),
        ("Les troupes du Kenya sont entrées en Somalie.", "MOBILIZE", "KEN SOM"),
        ("Le Kenya a proposé des pourparlers à l'Ouganda, mais l'Ouganda a refusé.", "REJECT", "KEN UGA"),
        ("La France a instauré un visa pour les Comoriens.", "SANCTION", "FRA COM"),
    ],
)
def test_french_agency_words(kit: Kit, text: str, type_: str, states: str) -> None:
    """An ordinary French wording of an act is read with its sides, also a word in quotes behind an elision."""
    assert (type_, frozenset(states.split())) in _read(kit, text, "fr")


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("L'Iran autorise les visites de l'AIEA.", "REJECT"),
        ("Le Pérou soutient que le Chili fabriquait des chaussures.", "ACCUSE"),
        ("Le président péruvien a qualifié la politique du Chili de courageuse.", "ACCUSE"),
        ("La Belgique a envoyé au Tchad ses vœux.", "AID"),
        ("Les touristes du Kenya sont entrés en Somalie.", "MOBILIZE"),
        ("L'Ouganda a accepté de négocier avec le Kenya.", "REJECT"),
    ],
)
def test_no_french_act(kit: Kit, text: str, type_: str) -> None:
    """What only looks like one of these wordings is not read as that act."""
    assert type_ not in {found for found, _ in _read(kit, text, "fr")}


@pytest.mark.parametrize(
    ("language", "text", "type_", "states"),
    [
        ("fr", "Au Kremlin on a rejeté les accusations de la Norvège.", "REJECT", "RUS NOR"),
        ("fr", "La Serbie avait expulsé un diplomate croate; les deux pays ont ensuite signé un accord.", "SUPPORT", "SRB HRV"),
        ("en", "Chad expelled the Libyan envoy in May; the two countries later signed a treaty.", "SUPPORT", "TCD LBY"),
        ("fr", "La Norvège a coupé ses prêts au Mali, mais elle continuera de fournir des vivres.", "AID", "NOR MLI"),
        ("en", "Norway cut its loans to Mali, but says that it will continue to provide food for villagers.", "AID", "NOR MLI"),
    ],
)
def test_sides_said_just_before(kit: Kit, language: str, text: str, type_: str, states: str) -> None:
    """The people of a place put first, the two of an act just told, who is helped beside a cut, who says it of himself."""
    assert (type_, frozenset(states.split())) in _read(kit, text, language)


@pytest.mark.parametrize(
    ("language", "text", "type_", "states"),
    [
        ("fr", "On a rejeté en Norvège les accusations du Kremlin.", "REJECT", "NOR RUS"),
        ("en", "Norway cut its loans to Mali, but Sweden will continue to provide food for the hungry.", "AID", "NOR MLI"),
        ("en", "Norway criticised Mali, but will continue to provide food for the hungry.", "SANCTION", "NOR MLI"),
    ],
)
def test_sides_not_said(kit: Kit, language: str, text: str, type_: str, states: str) -> None:
    """Another doer, another place or another act lends no side."""
    assert (type_, frozenset(states.split())) not in _read(kit, text, language)
