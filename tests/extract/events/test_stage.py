"""Event reports: sides, types, settings and evidence, on sentences written for these tests."""

from __future__ import annotations

import pytest
from conftest import make_document
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dragoman.extract.events.stage import find_events
from dragoman.extract.names.linking import link_mentions
from dragoman.extract.names.mentions import find_mentions
from dragoman.extract.parse.sentences import split_sentences
from dragoman.kit import Kit
from dragoman.project import read_text
from dragoman.records import Block, BlockKind, DocumentFacts, EventReport


def read(
    text: str, kit: Kit, language: str = "en", kind: BlockKind = "body"
) -> tuple[EventReport, ...]:
    """Return the reports of a text that is one block."""
    document = make_document(text, language)
    sentences = split_sentences(document, (Block(start=0, end=len(text), kind=kind),), kit)
    mentions = find_mentions(document, sentences, kit)
    links = link_mentions(document, mentions, sentences, DocumentFacts(), kit)
    return find_events(document, sentences, links, (), (), DocumentFacts(), kit)


def dyads(reports: tuple[EventReport, ...]) -> set[tuple[str, frozenset[str | None], frozenset[str | None]]]:
    """Return type and states of both sides of every report."""
    return {
        (r.type, frozenset(p.state for p in r.actors), frozenset(p.state for p in r.recipients)) for r in reports
    }


def sides(actors: str, recipients: str = "") -> tuple[frozenset[str], frozenset[str]]:
    """Write two sets of states shortly."""
    return frozenset(actors.split()), frozenset(recipients.split())


ENGLISH = [
    ("Kenya said that Uganda was complicit in the bombing.", "ACCUSE", sides("KEN", "UGA")),
    ('"Peru has violated our treaty," the Chilean foreign minister said.', "ACCUSE", sides("CHL", "PER")),
    ("Jordan quarrelled with Syria over the dam.", "ACCUSE", sides("JOR SYR")),
    ("Egyptian troops crossed into Sudan.", "MOBILIZE", sides("EGY", "SDN")),
    ("Norway agreed on a treaty under which Sweden withdrew its troops from Norway.", "RETREAT", sides("SWE", "NOR")),
    ("Sweden accused Russia of entering its waters.", "ACCUSE", sides("SWE", "RUS")),
    ("Ukraine was invaded by Russia in February 2022.", "ASSAULT", sides("RUS", "UKR")),
    ("Washington and Ottawa condemned Iran.", "ACCUSE", sides("USA CAN", "IRN")),
    ("Poland has given Ukraine 14 tanks.", "AID", sides("POL", "UKR")),
    ("Canada expelled a Chinese diplomat.", "SANCTION", sides("CAN", "CHN")),
    ("Germany's criticism of Hungary went on for weeks.", "ACCUSE", sides("DEU", "HUN")),
    ("France called on Serbia to free the journalist.", "REQUEST", sides("FRA", "SRB")),
    ("India rejected Pakistan's proposal.", "REJECT", sides("IND", "PAK")),
    ("Talks in Geneva between Iran and the United States ended without a result.", "CONSULT", sides("IRN USA")),
    ("The foreign ministers of Japan and Australia met on Monday.", "CONSULT", sides("JPN AUS")),
    ("India and Pakistan exchanged fire on Tuesday.", "ASSAULT", sides("IND PAK")),
    ("Turkey and Greece accused each other of lying.", "ACCUSE", sides("TUR GRC")),
    ("Moldova signed a trade agreement with Romania.", "SUPPORT", sides("MDA ROU")),
]


@pytest.mark.parametrize(("text", "type_", "expected"), ENGLISH)
def test_english_sides(
    kit: Kit, text: str, type_: str, expected: tuple[frozenset[str], frozenset[str]]
) -> None:
    """Verbs, passives, nouns and phrases give the type and put each state on its side."""
    assert (type_, *expected) in dyads(read(text, kit))


FRENCH = [
    ("La Suède a accusé la Russie de mentir.", "ACCUSE", sides("SWE", "RUS")),
    ("L'Ukraine a été envahie par la Russie.", "ASSAULT", sides("RUS", "UKR")),
    ("La Chine a rejeté les accusations de Washington.", "REJECT", sides("CHN", "USA")),
    ("La Pologne a livré des chars à l'Ukraine.", "AID", sides("POL", "UKR")),
    ("Ankara menace la Syrie de représailles.", "THREATEN", sides("TUR", "SYR")),
    ("La France a imposé des sanctions contre le Mali.", "SANCTION", sides("FRA", "MLI")),
    ("Les pourparlers entre l'Arménie et l'Azerbaïdjan ont repris lundi.", "CONSULT", sides("ARM AZE")),
]


@pytest.mark.parametrize(("text", "type_", "expected"), FRENCH)
def test_french_sides(
    kit: Kit, text: str, type_: str, expected: tuple[frozenset[str], frozenset[str]]
) -> None:
    """French verbs, passives and nouns give the type and put each state on its side."""
    assert (type_, *expected) in dyads(read(text, kit, "fr"))


def test_compound_is_one_report(kit: Kit) -> None:
    """A compound of actors is one report with a list, not one report for each."""
    reports = [r for r in read("Spain, Italy and Greece criticised Turkey.", kit) if r.type == "ACCUSE"]
    assert [len(report.actors) for report in reports] == [3]


def test_mutual_acts_have_no_recipient(kit: Kit) -> None:
    """All parties of a mutual act stand among the actors."""
    report = next(r for r in read("Norway held talks with Finland.", kit) if r.type == "CONSULT")
    assert report.mutual
    assert report.recipients == ()


def test_visitor_acts_on_host(kit: Kit) -> None:
    """A visit is mutual, with the visitor as actor and the host as recipient."""
    report = next(r for r in read("The Polish president visited Lithuania.", kit) if r.type == "CONSULT")
    assert (report.mode, report.mutual) == ("visit", True)
    assert {p.state for p in report.recipients} == {"LTU"}


def test_backing_by_a_state_is_not_the_state(kit: Kit) -> None:
    """Fighters backed by a state do not act as that state."""
    reports = read("Turkish-backed rebels attacked Armenia.", kit)
    assert reports
    assert all(party.state != "TUR" for report in reports for party in report.actors)


def test_troops_of_a_state_act_for_it(kit: Kit) -> None:
    """A description with a state's adjective carries that state."""
    report = next(r for r in read("Turkish troops attacked Armenia.", kit) if r.type == "ASSAULT")
    assert [party.state for party in report.actors] == ["TUR"]


def test_unknown_doers_are_kept(kit: Kit) -> None:
    """People without a name act too, under an id of their document."""
    report = next(r for r in read("Gunmen kidnapped two engineers.", kit) if r.type == "ASSAULT")
    assert report.actors[0].actor.startswith("nil:")
    assert report.mode == "abduct"


def test_agreed_act_is_not_reported_twice(kit: Kit) -> None:
    """What two agree to do with each other is one report, the agreement."""
    types = [report.type for report in read("Chile promised to cooperate with Peru.", kit)]
    assert types == ["AGREE"]


def test_planned_meeting_reduces_to_agreement(kit: Kit) -> None:
    """PLOVER's rule: the surface type stays, the reduced type of a future meeting is AGREE."""
    report = next(r for r in read("The Danish prime minister will meet the Irish president next week.", kit))
    assert (report.type, report.reduced_type, report.status) == ("CONSULT", "AGREE", "planned")


def test_accusations_are_hostile(kit: Kit) -> None:
    """The sign that PLOVER's score table lacks for ACCUSE is negative here."""
    report = next(r for r in read("Sweden accused Russia of lying.", kit) if r.type == "ACCUSE")
    assert report.intensity < 0
    assert report.quad == 3


def test_state_is_no_party_to_itself(kit: Kit) -> None:
    """Two voices of one state in a verbal act of cooperation make no report."""
    assert not read("The French president praised the French government.", kit)


def test_captions_are_not_coded(kit: Kit) -> None:
    """Only body and lead paragraph are coded."""
    assert not read("Sweden accused Russia of lying.", kit, kind="headline")


TEXTS = st.lists(
    st.sampled_from(
        [
            "Sweden", "Russia", "the Kremlin", "accused", "met", "talks between", "and", "of", "with", "in Moscow", ",",
            "will attack", "was invaded by", "the European Union", "protesters", "said", "that", "sanctions on", "NATO",
            "«", "»", "’s", "\n", "each other", "\u200b",
        ]
    ),
    max_size=25,
)  # fmt: skip


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(TEXTS)
def test_evidence_equals_its_quote(kit: Kit, words: list[str]) -> None:
    """Every piece of evidence is exactly the text at its span, and every report has its trigger."""
    text = " ".join(words) + "."
    for report in read(text, kit):
        assert any(evidence.role == "trigger" for evidence in report.evidence)
        assert all(text[e.start : e.end] == e.quote and e.quote for e in report.evidence)
        assert 0 < report.score <= 1


def test_reading_is_deterministic(kit: Kit) -> None:
    """The same text gives the same reports, ids included."""
    text = "Talks between Iran and Iraq resumed. Iran accused Iraq of delays."
    assert read(text, kit) == read(text, kit)


@pytest.mark.parametrize(
    "text",
    [
        "Peru called an election for May, Chile said.",
        "A visit by Chile's president raised hopes in Peru.",
        "Uganda was complicit in the bombing of a market in Kenya.",
    ],
)
def test_what_only_looks_like_an_act_is_none(kit: Kit, text: str) -> None:
    """Set phrases are not read by their single words, and the narrator's own judgement accuses nobody."""
    assert not {report.type for report in read(text, kit)} & {"REQUEST", "AID", "ACCUSE"}


def test_one_side_of_a_clash_can_suffer(kit: Kit) -> None:
    """Of those who fight each other, who is struck in the end is not among those who strike."""
    found = dyads(read("Kenyan and Somali soldiers exchanged fire on Friday, killing two Somali soldiers.", kit))
    assert ("ASSAULT", frozenset({"KEN"}), frozenset({"SOM"})) in found


def test_a_persons_name_is_no_act(kit: Kit) -> None:
    """A name that reads like a word for talks reports none."""
    text = "French Defence Minister Florence Parley gave the Russian museum a photograph. Parley also spoke of the sea."
    assert not [report for report in read(text, kit) if text[slice(*report.trigger)] == "Parley"]


def test_a_state_is_no_party_beside_who_acts_for_it(kit: Kit) -> None:
    """"US President Joe Biden" is one party of a meeting, not two."""
    found = read("Relations were discussed during a meeting between Emmanuel Macron and US President Joe Biden.", kit)
    assert [sorted(party.actor for party in report.actors) for report in found] == [["emmanuel-macron", "joe-biden"]]


@pytest.mark.parametrize(
    ("text", "type_", "actors", "recipients"),
    [
        ("It was Japan that cut off loans to India.", "SANCTION", {"JPN"}, {"IND"}),
        ("Seoul withdrew its complaint at the World Trade Organization against Japan.", "CONCEDE", {"KOR"}, {"JPN"}),
    ],
)
def test_cleft_and_circumstance(kit: Kit, text: str, type_: str, actors: set[str], recipients: set[str]) -> None:
    """A cleft sentence names who acts; of two phrases of one verb the one with its object is read."""
    report = next(r for r in read_text(text, kit=kit, language="en").reports if r.type == type_)
    assert ({p.state for p in report.actors}, {p.state for p in report.recipients}) == (actors, recipients)


def test_bombing_denounced_at_an_organisation_is_not_of_it(kit: Kit) -> None:
    """What is spoken of "at the United Nations" is not done to them."""
    reports = read_text("Russia denounced the bombing of Yemen at the United Nations.", kit=kit, language="en").reports
    assert not any(party.state == "UN" for report in reports for party in report.recipients)
