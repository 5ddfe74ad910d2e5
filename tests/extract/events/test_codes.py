"""PLOVER's codes and its rule for what is only intended."""

from __future__ import annotations

import typing

from dragoman.extract.events.codes import compile_codes, reduce_type
from dragoman.kit import Kit
from dragoman.records import EventType


def test_every_type_has_a_value(kit: Kit) -> None:
    """All sixteen types have a row of their own, with quad and intensity of one sign."""
    codes = kit.compiled(compile_codes)
    for type_ in typing.get_args(EventType):
        row = codes.row(type_)
        assert (row.quad in (1, 2)) == (row.intensity > 0), row


def test_unknown_mode_has_the_value_of_its_type(kit: Kit) -> None:
    """A mode without a row does not stop the coder."""
    assert kit.compiled(compile_codes).row("ASSAULT", "no such mode").intensity == -9


def test_future_acts_reduce() -> None:
    """Future cooperation is agreement, a future retreat a concession, an accusation stays."""
    assert reduce_type("AID", "planned", "future") == "AGREE"
    assert reduce_type("RETREAT", "planned", "future") == "CONCEDE"
    assert reduce_type("ACCUSE", "planned", "future") == "ACCUSE"


def test_supposed_violence_is_a_threat() -> None:
    """A hypothetical ASSAULT reduces to THREATEN; one that happened does not."""
    assert reduce_type("ASSAULT", "hypothetical", "future") == "THREATEN"
    assert reduce_type("ASSAULT", "happened", "past") == "ASSAULT"


def test_what_one_will_not_do_is_a_refusal() -> None:
    """A cooperative act that will not come reduces to REJECT; one that did not happen, and a harm that will not, stay."""
    assert reduce_type("CONCEDE", "negated", "future") == "REJECT"
    assert reduce_type("AID", "negated", "future") == "REJECT"
    assert reduce_type("AID", "negated", "past") == "AID"
    assert reduce_type("SANCTION", "negated", "future") == "SANCTION"
