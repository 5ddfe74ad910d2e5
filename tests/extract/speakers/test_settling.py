"""Whom a pronoun names where it speaks."""

from __future__ import annotations

import dragoman
from dragoman.kit import Kit


def _actor_of(text: str, surface: str, kit: Kit) -> str:
    reading = dragoman.read_text(text, kit=kit, published="2019-09-10", language="en")
    linked = {mention.id: mention.surface for mention in reading.mentions}
    names = {actor.id: actor.name for actor in reading.actors}
    return next(names[link.actors[0]] for link in reversed(reading.links) if linked[link.mention] == surface)


def test_he_who_is_quoted_is_no_one_inside_the_quotation(kit: Kit) -> None:
    """Macron is spoken of; the analyst, named before, goes on speaking."""
    text = (
        "Analyst Yuri Zolotin called the talks a new stage. "
        "“The fact that Macron has embarked on a broader dialogue shows much,” he said in an interview."
    )
    assert _actor_of(text, "he", kit) == "Yuri Zolotin"


def test_a_minister_who_gave_an_interview_is_quoted(kit: Kit) -> None:
    """Whom linking finds by the office speaks, not whoever was quoted last."""
    text = (
        "Russian Defence Minister Sergei Shoigu said the parade would be good. Before her visit to Moscow, French Defence "
        "Minister Florence Parly gave an interview. “We look for ways to deepen our relations,” the minister said."
    )
    reading = dragoman.read_text(text, kit=kit, published="2019-09-10", language="en")
    assert reading.statements[-1].speaker_name == "Florence Parly"
