"""Names before a clause with "who" and behind bodies: persons, also named by words, but no bodies; sentences of our own."""

from __future__ import annotations

import pytest

from dragoman.kit import Kit
from extract.speakers.test_quotes import statements


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Faith Hope, who runs the shelter, said that it was full.", "Faith Hope"),
        ("Grace May, who teaches in Accra, said that the school had closed.", "Grace May"),
        ("Will Summers, who mends boats in Cork, said that the harbour was closed.", "Will Summers"),
        ("Lagos police chief Victor Praise, who led the raid, said that ten men were held.", "Victor Praise"),
        ("On Monday Ann Holm, who chairs the council, said the vote was fair.", "Ann Holm"),
        ("In Saint Petersburg Igor Volkov, who owns the yard, said that ships would sail.", "Igor Volkov"),
        ("The head of the Bank of Ghana Kofi Mensah said that rates would rise.", "Kofi Mensah"),
        ("The director of the Institute of Asia Sergei Petrov said that the pact was dead.", "Sergei Petrov"),
    ],
)
def test_a_person_is_named_without_the_words_before(text: str, name: str, kit: Kit) -> None:
    """Given names may be words; the day, the city, the office and the body before a name are no part of it."""
    _, found = statements(text, kit)
    assert [s.speaker_name for s in found] == [name]


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("Boko Haram, who took the town, said that it would stay.", "BOKO-HARAM"),
        ("Doctors Without Borders, who ran the clinic, said that two nurses were killed.", "MSF"),
        ("The Muslim Brotherhood, who won the vote, said it would form a cabinet.", "MUSLIM-BROTHERHOOD"),
        ("The Northern Alliance, who took Kabul, said that it would share power.", "NORTHERN-ALLIANCE"),
        ("Amnesty International, who wrote the report, said that prisoners had died.", "AMNESTY"),
        ("The Taliban, who hold Kabul, said that girls would study.", "TALIBAN"),
    ],
)
def test_a_body_stays_a_body_before_who(text: str, actor: str, kit: Kit) -> None:
    """British usage and groups: "who" makes no person of a known body."""
    _, found = statements(text, kit)
    assert [s.speakers for s in found] == [(actor,)]
