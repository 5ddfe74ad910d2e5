"""Which reports are one event."""

from __future__ import annotations

from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dragoman.kit import Kit
from dragoman.merge.inputs import MergeDocument
from dragoman.merge.same_event import join_events
from dragoman.records import (
    Actor,
    AlignedSpans,
    DocumentFacts,
    Event,
    EventReport,
    Evidence,
    LineageEdge,
    Party,
    Place,
    Provenance,
    Story,
    StoryMember,
    When,
)

MACRON = Party(actor="emmanuel-macron", name="Macron", state="FRA", start=0, end=6)
PUTIN = Party(actor="vladimir-putin", name="Putin", state="RUS", start=11, end=16)
MERKEL = Party(actor="angela-merkel", name="Merkel", state="DEU", start=20, end=26)
PEOPLE = tuple(Actor(id=party.actor, kind="person", name=party.name, state=party.state) for party in (MACRON, PUTIN, MERKEL))


TEXTS = {
    "a": "Rain fell on the harbour all morning. Fishermen waited. A ferry left late.",
    "b": "Markets in the capital closed lower. Traders blamed wheat prices and a weak currency.",
    "c": "The museum opens its new wing in spring; curators promise rare maps of the coast.",
    "d": "Doctors began to vaccinate children in mountain villages, the health office reported yesterday.",
}


def day(start: str, end: str | None = None) -> When:
    """Return an interval read from the text."""
    return When(start=start, end=end or start, precision="day", basis="text")


def report(document: str, at: int, **changes: Any) -> EventReport:
    """Return a report of a meeting of Macron and Putin, with some fields changed."""
    fields: dict[str, Any] = {
        "id": f"r{document}{at}", "document": document, "sentence": 0, "type": "CONSULT", "reduced_type": "CONSULT",
        "mode": "", "quad": 1, "intensity": 2.5, "cameo": "046", "contexts": (), "actors": (MACRON, PUTIN),
        "recipients": (), "mutual": True, "status": "happened", "polarity": "+", "certainty": "certain", "time": "past",
        "according_to": (), "when": None, "place": None, "score": 0.8, "trigger": (at, at + 3),
        "evidence": (Evidence(role="trigger", start=at, end=at + 3, quote="met"),),
    }  # fmt: skip
    return EventReport(**(fields | changes))


def document(name: str, *reports: EventReport, text: str | None = None, **fields: Any) -> MergeDocument:
    """Return a document with these reports; its text is its own unless one is given."""
    text = text or TEXTS[name]
    fields.setdefault("facts", DocumentFacts(outlet=f"The {name}"))
    return MergeDocument(
        id=name, path=name, language="en", text=text, body=((0, len(text)),), reports=reports, actors=PEOPLE, **fields
    )


def events(kit: Kit, *documents: MergeDocument) -> tuple[Event, ...]:
    """Return the events of some documents; those of one text are one story."""
    texts: dict[str, list[str]] = {}
    for each in documents:
        texts.setdefault(each.text, []).append(each.id)
    stories = [
        Story(
            id=f"y{members[0]}", first=members[0],
            members=tuple(StoryMember(document=member, relation="copy", score=1.0) for member in members),
        )
        for members in texts.values()
    ]  # fmt: skip
    return join_events(documents, stories, kit)


def test_a_meeting_told_twice_in_one_document_is_one_event(kit: Kit) -> None:
    """Two reports of the same meeting by the same people in one text count once."""
    found = events(kit, document("a", report("a", 1), report("a", 50)))
    assert len(found) == 1
    assert found[0].reports == ("ra1", "ra50")


def test_outlets_that_report_one_day_report_one_event(kit: Kit) -> None:
    """Two independent stories of the same dyad and day are one event with two sources."""
    found = events(
        kit, document("a", report("a", 1, when=day("2019-08-19"))), document("b", report("b", 9, when=day("2019-08-19")))
    )
    assert len(found) == 1
    assert found[0].independent_sources == (2, 2)
    assert found[0].documents == 2


def test_other_days_are_other_events(kit: Kit) -> None:
    """The same two presidents a year later hold another meeting."""
    found = events(kit, document("a", report("a", 1, when=day("2019-08-19")), report("a", 50, when=day("2020-06-26"))))
    assert len(found) == 2


def test_other_people_are_other_events(kit: Kit) -> None:
    """A meeting of other officials of the same states is not joined."""
    ministers = (Party(actor="florence-parly", name="Parly", state="FRA", start=0, end=5), PUTIN)
    parly = Actor(id="florence-parly", kind="person", name="Florence Parly", state="FRA")
    other = Party(actor="sergei-shoigu", name="Shoigu", state="RUS", start=0, end=5)
    shoigu = Actor(id="sergei-shoigu", kind="person", name="Sergei Shoigu", state="RUS")
    base = document("a", report("a", 1), report("a", 50, actors=(ministers[0], other)))
    found = events(
        kit, MergeDocument(**{f: getattr(base, f) for f in base.__struct_fields__} | {"actors": (*PEOPLE, parly, shoigu)})
    )
    assert len(found) == 2


def test_a_denied_act_is_not_the_act(kit: Kit) -> None:
    """A report that something did not happen is never joined with one that it did."""
    found = events(kit, document("a", report("a", 1), report("a", 50, status="denied")))
    assert sorted(event.status for event in found) == ["denied", "happened"]


def test_a_named_place_joins_a_meeting_across_stories(kit: Kit) -> None:
    """The same dyad at the same named place, with no contradicting date, is the same meeting."""
    fort = Place(name="Fort de Brégançon", id="place:fort-de-bregancon", lat=43.09, lon=6.32, state="FRA")
    found = events(
        kit, document("a", report("a", 1, place=fort, when=day("2019-08-19"))), document("b", report("b", 9, place=fort))
    )
    assert len(found) == 1
    assert found[0].when == day("2019-08-19")


def test_copies_are_one_source(kit: Kit) -> None:
    """Two documents of one story count as one source, and the reason says so."""
    text = "The two presidents met on Monday in a fort. They spoke for hours. Nobody signed anything. The sea was calm."
    found = events(kit, document("a", report("a", 1), text=text), document("b", report("b", 1), text=text))
    assert len(found) == 1
    assert found[0].independent_sources == (1, 1)
    assert "copies or versions" in found[0].source_reasons[0]


def test_one_agency_behind_two_stories_is_one_source(kit: Kit) -> None:
    """Two stories that name the same agency count as one source, and the reason names it."""
    facts = DocumentFacts(provenance=(Provenance(kind="agency", name="Agence Littoral", start=0, end=4),))
    when = day("2019-08-19")
    found = events(
        kit, document("a", report("a", 1, when=when), facts=facts), document("b", report("b", 1, when=when), facts=facts)
    )
    assert found[0].independent_sources == (1, 1)
    assert "Agence Littoral" in found[0].source_reasons[0]


def test_a_photo_credit_is_no_source(kit: Kit) -> None:
    """The same photo agency under two stories does not tie them together."""
    photo = (Provenance(kind="photo", name="Agence Littoral", start=0, end=4),)
    when = day("2019-08-19")
    found = events(kit, *(
        document(name, report(name, 1, when=when), facts=DocumentFacts(outlet=f"The {name}", provenance=photo)) for name in "ab"
    ))  # fmt: skip
    assert found[0].independent_sources == (2, 2)


def test_every_report_is_in_exactly_one_event(kit: Kit) -> None:
    """Nothing is lost and nothing counted twice."""
    made = [
        document(name, *(report(name, at, when=day(f"2020-0{1 + at % 9}-01") if at % 2 else None) for at in range(1, 30, 4)))
        for name in "abcd"
    ]
    found = events(kit, *made)
    listed = [identifier for event in found for identifier in event.reports]
    assert sorted(listed) == sorted(r.id for d in made for r in d.reports)


def shuffled() -> list[MergeDocument]:
    """Return documents with many reports of several dyads, days and places."""
    sides = [(MACRON, PUTIN), (MACRON, MERKEL), (PUTIN, MERKEL)]
    return [
        document(
            name,
            *(
                report(
                    name, at, actors=sides[(at + number) % 3],
                    when=day(f"2020-03-{1 + (at * 7) % 9:02}") if at % 3 else None,
                )
                for at in range(1, 60, 4)
            ),
        )
        for number, name in enumerate("abcd")
    ]  # fmt: skip


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.permutations(range(4)))
def test_the_order_of_documents_does_not_matter(kit: Kit, order: list[int]) -> None:
    """Documents in any order give the same events."""
    made = shuffled()
    assert events(kit, *(made[index] for index in order)) == events(kit, *made)


def test_a_text_that_tells_two_acts_apart_is_believed(kit: Kit) -> None:
    """Two accusations in one text stay two, though another text tells of one accusation on that day."""
    fields: dict[str, Any] = {"type": "ACCUSE", "reduced_type": "ACCUSE", "quad": 3, "mutual": False,
                              "actors": (MACRON,), "recipients": (PUTIN,), "when": day("2020-03-05")}  # fmt: skip
    other = (Evidence(role="trigger", start=50, end=53, quote="sai"),)
    made = (document("a", report("a", 1, **fields), report("a", 50, **fields | {"evidence": other})),
            document("b", report("b", 9, **fields)))  # fmt: skip
    found = events(kit, *made)
    assert sorted(len(event.reports) for event in found) == [1, 2]
    assert not any({"ra1", "ra50"} <= set(event.reports) for event in found)


def test_versions_of_a_text_are_joined_by_their_aligned_passages(kit: Kit) -> None:
    """Undated reports of a text and its translation are one event where their passages are aligned, and only there."""
    left, right = document("a", report("a", 1)), document("b", report("b", 9))
    stories = [Story(id="y1", first="a", members=tuple(
        StoryMember(document=name, relation="original", score=1.0) for name in "ab"
    ))]  # fmt: skip
    passage = AlignedSpans(left=(0, 20), right=(0, 20), similarity=0.9)
    edge = LineageEdge(left="a", right="b", relation="translation", passages=(passage,))
    assert len(join_events((left, right), stories, kit, (edge,))) == 1


def test_who_acts_on_whom_is_kept_apart(kit: Kit) -> None:
    """An accusation and the accusation in return on the same day are two events."""
    fields: dict[str, Any] = {"type": "ACCUSE", "reduced_type": "ACCUSE", "quad": 3, "mutual": False, "when": day("2020-03-05")}
    there = report("a", 1, actors=(MACRON,), recipients=(PUTIN,), **fields)
    back = report("b", 9, actors=(PUTIN,), recipients=(MACRON,), **fields)
    assert len(events(kit, document("a", there), document("b", back))) == 2
