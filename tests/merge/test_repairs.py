"""Names that versions of one text repair in each other, and what they contradict each other in."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from dragoman.kit import Kit
from dragoman.merge.disagreements import event_disagreements, passage_disagreements
from dragoman.merge.garble import garble
from dragoman.merge.inputs import MergeDocument
from dragoman.merge.repairs import fill_all, find_repairs
from dragoman.records import Actor, AlignedSpans, EventReport, Evidence, LineageEdge, Link, Mention, Party, When

CLEAN = "Ministers of France and Japan discussed the Zorval pact until Wednesday."
DAMAGED = "Les ministres de la France et du Japon ont parlé du pacte Zarvol depuis mercredi."
ACTORS = (
    Actor(id="FRA", kind="state", name="France", state="FRA"), Actor(id="JPN", kind="state", name="Japan", state="JPN"),
    Actor(id="ZORVAL-PACT", kind="treaty", name="Zorval Pact"),
)  # fmt: skip


def page(name: str, language: str, text: str, names: dict[str, str | None], **fields: Any) -> MergeDocument:
    """Return a document of one sentence in which some words are linked to actors (None: to nobody)."""
    mentions, links = [], []
    for number, (words, actor) in enumerate(names.items()):
        start = text.index(words)
        kind: Any = "state" if actor in ("FRA", "JPN") else "unknown" if actor is None else "treaty"
        own, end = f"m{name}{number}", start + len(words)
        mentions.append(Mention(id=own, start=start, end=end, surface=words, kind=kind, sentence=0))
        links.append(Link(mention=own, actors=(actor,) if actor else (), score=0.9 if actor else 0.0))
    return MergeDocument(
        id=name, path=name, language=language, text=text, body=((0, len(text)),), sentences=((0, len(text)),),
        mentions=tuple(mentions), links=tuple(links), actors=ACTORS, **fields,
    )  # fmt: skip


def edge(left: MergeDocument, right: MergeDocument, relation: Any = "translation") -> LineageEdge:
    """Return an edge of two documents whose whole texts are aligned."""
    passage = AlignedSpans(left=(0, len(left.text)), right=(0, len(right.text)), similarity=0.9)
    return LineageEdge(left=left.id, right=right.id, relation=relation, probability=0.9, passages=(passage,))


def pages(**fields: Any) -> tuple[MergeDocument, MergeDocument]:
    """Return a text and its damaged translation."""
    return (
        page("a", "en", CLEAN, {"France": "FRA", "Japan": "JPN", "Zorval": "ZORVAL-PACT"}),
        page("b", "fr", DAMAGED, {"France": "FRA", "Japon": "JPN", "Zarvol": None}, **fields),
    )


def test_a_damaged_name_is_read_from_the_version_that_has_it(kit: Kit) -> None:
    """What is left over in both passages, between the same neighbours, is taken for the same; the witness is shown."""
    left, right = pages()
    (repair,) = find_repairs((left, right), (edge(left, right),), kit)
    assert (repair.quote, repair.actor, repair.proposed) == ("Zarvol", "ZORVAL-PACT", "Zorval Pact")
    assert right.text[repair.start : repair.end] == repair.quote
    assert left.text[repair.witness.start : repair.witness.end] == repair.witness.quote == "Zorval"
    assert "between the same names" in repair.reason


def test_only_versions_of_a_text_repair_each_other(kit: Kit) -> None:
    """Texts on the same topic say nothing about each other's names."""
    left, right = pages()
    assert find_repairs((left, right), (edge(left, right, "same-topic"),), kit) == ()


def report(at: int, status: Any = "happened", document: str = "b", when: When | None = None) -> EventReport:
    """Return a report of France and somebody whom reading did not know."""
    return EventReport(
        id=f"r{document}{at}", document=document, sentence=0, type="CONSULT", reduced_type="CONSULT", mode="", quad=1,
        intensity=1.0, cameo="", contexts=(),
        actors=(Party(actor="FRA", name="France", state="FRA", start=20, end=26),
                Party(actor="nil:1", name="pacte Zarvol", state=None, start=DAMAGED.index("pacte"),
                      end=DAMAGED.index(" depuis"))),
        recipients=(), mutual=True, status=status, polarity="+", certainty="certain", time="past", according_to=(),
        when=when, place=None, score=0.5, trigger=(at, at + 5),
        evidence=(Evidence(role="trigger", start=at, end=at + 5, quote="parlé"),),
    )  # fmt: skip


def test_a_sure_repair_names_the_party_but_changes_no_words(kit: Kit) -> None:
    """The world's view of the report has the actor; the report that was read keeps what it had."""
    left, right = pages(reports=(report(DAMAGED.index("parlé")),))
    filled = fill_all((left, right), find_repairs((left, right), (edge(left, right),), kit))[1]
    assert filled.reports[0].actors[1].actor == "ZORVAL-PACT"
    assert filled.reports[0].actors[1].name == right.reports[0].actors[1].name == "pacte Zarvol"
    assert right.reports[0].actors[1].actor == "nil:1"


def test_since_against_until_is_shown(kit: Kit) -> None:
    """Two versions that bound the same day differently disagree in the date."""
    left, right = pages()
    (found,) = passage_disagreements((left, right), (edge(left, right),), (), kit)
    assert found.field == "date"
    assert [version.quote for version in found.versions] == ["until Wednesday", "depuis mercredi"]


def test_other_numbers_are_shown(kit: Kit) -> None:
    """The one figure of each passage must be the same, however it is written."""
    texts = ("The navy sent 1,200 sailors to the strait.", "La marine a envoyé 1 200 marins dans le détroit.",
             "La marine a envoyé 2 100 marins dans le détroit.")  # fmt: skip
    one, same, other = (page(n, lang, t, {}) for n, lang, t in zip("abc", ("en", "fr", "fr"), texts, strict=True))
    assert passage_disagreements((one, same), (edge(one, same),), (), kit) == ()
    (found,) = passage_disagreements((one, other), (edge(one, other),), (), kit)
    assert [version.value for version in found.versions] == ["1200", "2100"]


def test_reports_of_one_event_disagree_in_status_and_date() -> None:
    """Planned in one document and done in another, on days that do not overlap: both are listed with their words."""
    day = [When(start=f"2020-05-0{n}", end=f"2020-05-0{n}", precision="day", basis="text") for n in (4, 6)]
    made = (report(46, "planned", "a", day[0]), report(46, "happened", "b", day[1]))
    found = event_disagreements("e1", made, ())
    assert [each.field for each in found] == ["date", "status"]
    assert {version.value for version in found[1].versions} == {"planned", "happened"}


def test_one_document_does_not_disagree_with_itself() -> None:
    """Two mentions in one text are no contradiction between documents."""
    assert event_disagreements("e1", (report(46, "planned", "a"), report(90, "happened", "a")), ()) == ()


def test_damage_raises_the_score() -> None:
    """Glued quotation marks, stray stops and doubled words count; clean prose scores nothing."""
    assert garble("The two ministers met on Monday, “for an hour”, and spoke of trade.") == 0.0
    assert garble("The two ministers ministers met. . on Monday,”said the “official.") > 0.3


@given(st.text(max_size=300))
def test_the_score_of_damage_is_a_share(text: str) -> None:
    """Whatever the text, the score lies between 0 and 1."""
    assert 0.0 <= garble(text) <= 1.0
