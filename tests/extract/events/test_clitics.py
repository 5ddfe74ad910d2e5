"""French object pronouns and whom they stand for in events."""

from __future__ import annotations

import pytest

import dragoman
from dragoman.kit import Kit


def sides(text: str, trigger: str, kit: Kit) -> tuple[set[str | None], set[str | None]]:
    """Return the states on the two sides of the report whose trigger holds a word."""
    reading = dragoman.read_text(text, kit=kit, language="fr", published="2024-05-05")
    report = next(r for r in reading.reports if trigger in text[slice(*r.trigger)])
    return {party.state for party in report.actors}, {party.state for party in report.recipients}


@pytest.mark.parametrize(
    ("text", "trigger", "actors", "recipients"),
    [
        ("Oslo et Helsinki ont fermé leurs ports. La Russie les a accusés d'hystérie.", "accusés", {"RUS"}, {"NOR", "FIN"}),
        ("Le Panama a protesté contre le décret du Nicaragua. Le Honduras l'a soutenu.", "soutenu", {"HND"}, {"PAN"}),
        ("Le Kenya a fermé son ambassade. La Norvège lui a promis son aide.", "promis", {"NOR"}, {"KEN"}),
    ],
)
def test_an_object_pronoun_stands_for_its_antecedent(
    kit: Kit, text: str, trigger: str, actors: set[str], recipients: set[str]
) -> None:
    """The pronoun before the verb gives the recipient: one, or several for a plural."""
    assert sides(text, trigger, kit) == (actors, recipients)


def test_the_evidence_is_the_pronoun_itself(kit: Kit) -> None:
    """The recipient's evidence is the span of the pronoun in its own sentence."""
    text = "Oslo et Helsinki ont fermé leurs ports. La Russie les a accusés d'hystérie."
    reading = dragoman.read_text(text, kit=kit, language="fr", published="2024-05-05")
    report = next(r for r in reading.reports if "accusés" in text[slice(*r.trigger)])
    place = text.index("les a accusés")
    assert report.recipients
    assert all((party.start, party.end) == (place, place + 3) for party in report.recipients)


def test_a_pronoun_is_never_the_subject_of_its_own_verb(kit: Kit) -> None:
    """Nobody does to himself what he does to "l'": without another antecedent there is no recipient of that state."""
    text = "Le Kenya l'a critiqué."
    reading = dragoman.read_text(text, kit=kit, language="fr", published="2024-05-05")
    assert all("KEN" not in {party.state for party in report.recipients} for report in reading.reports)


def test_a_state_is_spoken_of_as_she(kit: Kit) -> None:
    """Where no person fits, "elle" stands for the state that led the clause before."""
    text = "La Finlande n'a expulsé personne, mais elle a condamné la Russie."
    assert sides(text, "condamné", kit) == ({"FIN"}, {"RUS"})


def all_sides(text: str, kit: Kit) -> set[tuple[str, frozenset[str | None], frozenset[str | None]]]:
    """Return type and states of every report of a French text."""
    reading = dragoman.read_text(text, kit=kit, language="fr", published="2020-01-01")
    return {
        (r.type, frozenset(p.state for p in r.actors), frozenset(p.state for p in r.recipients)) for r in reading.reports
    }


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Le Togo soutient le Bénin. Celui-ci accuse la Libye de mentir.", ("ACCUSE", {"BEN"}, {"LBY"})),
        ("Le Togo soutient le Bénin. Ce dernier a expulsé trois diplomates libyens.", ("SANCTION", {"BEN"}, {"LBY"})),
        ("Oman, à qui le Qatar avait livré des missiles, accuse le Yémen.", ("AID", {"QAT"}, {"OMN"})),
    ],
)
def test_the_last_named_and_relative_pronouns(text: str, wanted: tuple[str, set[str], set[str]], kit: Kit) -> None:
    """`celui-ci` and `ce dernier` are the last one named, `à qui` is the noun of its clause."""
    assert (wanted[0], frozenset(wanted[1]), frozenset(wanted[2])) in all_sides(text, kit)


def test_our_is_the_speakers(kit: Kit) -> None:
    """What is done to "nous" in a quotation is done to the state of the speaker."""
    text = "« Le Kenya nous a accordé un prêt », a déclaré le ministre rwandais de la Défense. L'Ouganda accuse le Kenya."
    assert ("AID", frozenset(("KEN",)), frozenset(("RWA",))) in all_sides(text, kit)


def test_their_planes_are_those_of_the_subject_before(kit: Kit) -> None:
    """Military means with a possessive belong to the state that acted before."""
    text = "L'Éthiopie accuse l'Érythrée. Ses avions ont bombardé hier un aéroport érythréen."
    assert ("ASSAULT", frozenset(("ETH",)), frozenset(("ERI",))) in all_sides(text, kit)
