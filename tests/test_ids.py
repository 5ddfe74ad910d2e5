"""Content-derived ids."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from dragoman import ids


def test_a_document_id_is_the_sha256_of_its_bytes() -> None:
    """The id can be checked with any tool that computes SHA-256."""
    assert ids.document_id(b"") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"


def test_parts_do_not_run_together() -> None:
    """("ab", "c") and ("a", "bc") are different things."""
    assert ids.digest("ab", "c") != ids.digest("a", "bc")


def test_a_report_id_does_not_depend_on_its_code() -> None:
    """Only document, trigger span and ordinal make it."""
    assert ids.report_id("d", 3, 7) == ids.report_id("d", 3, 7, 0) != ids.report_id("d", 3, 7, 1)


@given(st.sets(st.text(min_size=1), min_size=1))
def test_group_ids_do_not_depend_on_order(members: set[str]) -> None:
    """A story or event has the same id however its members are listed."""
    assert ids.story_id(sorted(members)) == ids.story_id(sorted(members, reverse=True))
    assert ids.event_id(sorted(members)) == ids.event_id(sorted(members, reverse=True))


def test_unresolved_actors_are_told_apart_by_document_only() -> None:
    """The same unknown name in two documents is two actors until somebody joins them; case and blanks do not count."""
    assert ids.unresolved_actor_id("a", "The  Expert") == ids.unresolved_actor_id("a", "the expert")
    assert ids.unresolved_actor_id("a", "the expert") != ids.unresolved_actor_id("b", "the expert")
