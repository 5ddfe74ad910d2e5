"""The sides that a sentence leaves out come from the text before it."""

from __future__ import annotations

import dragoman
from dragoman.extract.events.past import count_partners
from dragoman.kit import Kit
from dragoman.records import EventReport, Party


def _report(kit: Kit, text: str, trigger: str) -> EventReport:
    reading = dragoman.read_text(text, kit=kit, published="2021-06-01", language="en")
    found = [r for r in reading.reports if trigger in text[slice(*r.trigger)]]
    assert len(found) == 1, [(text[slice(*r.trigger)], r.type) for r in reading.reports]
    for evidence in found[0].evidence:
        assert text[evidence.start : evidence.end] == evidence.quote
    return found[0]


def _states(report: EventReport) -> tuple[set[str | None], set[str | None]]:
    return {party.state for party in report.actors}, {party.state for party in report.recipients}


def test_recalled_ambassador_has_the_last_opponent_as_recipient(kit: Kit) -> None:
    """Who recalls an ambassador aims at whom it has just accused."""
    report = _report(kit, "Peru accused Chile of espionage. Lima then recalled its ambassador.", "recalled")
    assert _states(report) == ({"PER"}, {"CHL"})
    assert "context:" in report.rule


def test_antecedent_is_the_evidence(kit: Kit) -> None:
    """The recipient found in the context points at the words that name it."""
    text = "Peru accused Chile of espionage. Lima then recalled its ambassador."
    report = _report(kit, text, "recalled")
    assert [text[p.start : p.end] for p in report.recipients] == ["Chile"]
    assert [p.name for p in report.recipients] == ["Chile"]


def test_both_countries_are_those_named_side_by_side(kit: Kit) -> None:
    """A plural that points back is the last list with that many states."""
    text = "Finland and Sweden applied to join NATO. Turkey accused both countries of sheltering rebels."
    assert _states(_report(kit, text, "accused"))[1] == {"FIN", "SWE"}


def test_charges_are_denied_to_whoever_made_them(kit: Kit) -> None:
    """A thing that an earlier act produced belongs to who did that act."""
    text = "Kenya accused Uganda of smuggling. Kampala denied the charges."
    assert _states(_report(kit, text, "denied")) == ({"UGA"}, {"KEN"})


def test_conjunct_deeds_share_the_counterpart(kit: Kit) -> None:
    """Two deeds on coordinated verbs are two reports against the same state."""
    text = "Poland expelled two Russian diplomats and closed the consulate."
    assert _states(_report(kit, text, "closed the consulate"))[1] == {"RUS"}


def test_foe_of_a_friend_is_asked(kit: Kit) -> None:
    """Who backs one side makes its demands of the other side."""
    text = "Iran seized a British tanker. France backed Britain. Paris demanded an immediate end to the crisis."
    assert _states(_report(kit, text, "demanded"))[1] == {"IRN"}


def test_step_in_apposition_was_taken_by_who_just_acted(kit: Kit) -> None:
    """A noun that sums up the clause before belongs to whoever acts there, not to whom the act was aimed at."""
    text = "Kenya accused Uganda of smuggling. Chad will send troops to Uganda, a step that Kenya described as a betrayal."
    assert _states(_report(kit, text, "described")) == ({"KEN"}, {"TCD"})


def test_decision_is_condemned_in_who_took_it(kit: Kit) -> None:
    """What somebody decided is held against them, also after a third party has reacted to it."""
    text = "Peru expelled three Chilean diplomats. Bolivia condemned the decision. Brazil deplored the move."
    assert _states(_report(kit, text, "deplored"))[1] == {"PER"}


def test_complaint_is_brought_before_a_forum_against_the_adversary(kit: Kit) -> None:
    """An organisation that hears a complaint is not who is accused."""
    text = "Peru seized a Chilean trawler. Chile complained to the Security Council."
    assert _states(_report(kit, text, "complained")) == ({"CHL"}, {"PER"})


def test_passive_without_agent_was_done_by_the_adversary(kit: Kit) -> None:
    """A victim without a doer suffers from the state with which it has been dealing."""
    text = (
        "Peru accused Chile of spying. Peru recalled its envoy from Chile, and Chile expelled a Peruvian consul. "
        "Chile threatened Peru with sanctions. Two Peruvian diplomats were arrested."
    )
    assert _states(_report(kit, text, "arrested")) == ({"CHL"}, {"PER"})


def test_ship_that_is_sunk_is_the_adversarys(kit: Kit) -> None:
    """A plain blow at a thing falls on the state with which the one who strikes is at war."""
    text = (
        "Peru attacked Chile in May. Peru bombed two Chilean towns, and Chile shelled a Peruvian port. Peru threatened Chile "
        "with a blockade. A Chilean submarine sank the cruiser Almirante Grau."
    )
    assert _states(_report(kit, text, "sank")) == ({"CHL"}, {"PER"})


def test_nothing_before_nothing_filled(kit: Kit) -> None:
    """Without anybody before, no counterpart is made up."""
    reading = dragoman.read_text("Lima recalled its ambassador.", kit=kit, published="2021-06-01", language="en")
    assert reading.reports
    assert all(not report.recipients for report in reading.reports)


def test_acts_side_by_side_hit_the_same_state(kit: Kit) -> None:
    """Who joins in with an act of the same kind in one sentence turns against the same state."""
    text = "Ghana threatened Togo. Togo appealed to Benin. Mali expelled the Togolese ambassador; Niger broke off relations."
    assert _states(_report(kit, text, "broke off")) == ({"NER"}, {"TGO"})


def test_leaders_in_a_communique_are_their_organisation(kit: Kit) -> None:
    """Once introduced with their organisation, bare "Leaders" speak for it."""
    text = "Leaders of the African Union met in Addis Ababa. Leaders condemned Sudan."
    assert _states(_report(kit, text, "condemned")) == ({"AU"}, {"SDN"})


def test_group_that_fights_its_own_army_stands_for_itself(kit: Kit) -> None:
    """A group and the army of its own state are two sides."""
    text = "The Rapid Support Forces attacked the Sudanese army on Monday."
    assert _states(_report(kit, text, "attacked")) == ({"RSF"}, {"SDN"})


def test_who_act_together_do_not_deal_with_each_other() -> None:
    """Partners are who stand on the two sides of an act, or share one that all do to each other."""
    kenya, uganda, rwanda = (
        Party(actor=state, name=state, state=state, start=0, end=3) for state in ("KEN", "UGA", "RWA")
    )
    partners = count_partners([((kenya, uganda), (rwanda,)), ((kenya, rwanda), ())])
    assert {state: count for state, (count, _) in partners["RWA"].items()} == {"KEN": 2, "UGA": 1}
    assert set(partners["UGA"]) == {"RWA"}


def test_counterstroke_hits_who_struck(kit: Kit) -> None:
    """A blow without its aim falls on the adversary; a fight against an idea, or a state of war, on nobody."""
    text = "Peru bombed a village of Ecuador on Monday. Ecuador hit back on Tuesday."
    assert _states(_report(kit, text, "hit back")) == ({"ECU"}, {"PER"})
    for idea in ("Ecuador is fighting against poverty and despair.", "Ecuador has known years of aggression."):
        reading = dragoman.read_text(f"Peru bombed a village of Ecuador on Monday. {idea}", kit=kit, language="en")
        assert not any(r.rule.endswith("context:salient") for r in reading.reports)


def test_french_decision_is_deplored_in_who_took_it(kit: Kit) -> None:
    """In French too "cette décision" is the deed told last, held against who did it."""
    text = "Le Pérou a expulsé trois diplomates chiliens. Le Brésil a déploré cette décision."
    reading = dragoman.read_text(text, kit=kit, published="2021-06-01", language="fr")
    found = [report for report in reading.reports if text[slice(*report.trigger)].startswith("déploré")]
    assert [_states(report) for report in found] == [({"BRA"}, {"PER"})]
    assert found[0].rule.endswith("context:thing")
