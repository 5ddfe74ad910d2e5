"""By which names a publisher of the tables is known."""

from __future__ import annotations

import msgspec

from dragoman.intake.provenance import outlet_forms
from dragoman.kit import Kit
from dragoman.knowledge.rows import OutletRow


def test_what_two_outlets_are_called_besides_their_names_is_neither(kit: Kit) -> None:
    """A name outranks an alias; an alias of two outlets tells nothing, so that neither takes the texts of the other."""
    row = next(iter(kit.knowledge.outlets.values()))
    rows = [
        msgspec.structs.replace(row, id=f"outlet:{name}", name=name, aliases=aliases, domains="")
        for name, aliases in (("Tide", "The Herald|Tide News"), ("Harbour Herald", "The Herald|Tide"), ("Tide Daily", ""))
    ]
    found: dict[str, OutletRow] = {row.id: row for row in rows}
    forms = outlet_forms(Kit(msgspec.structs.replace(kit.knowledge, outlets=found), kit.languages, kit.settings))
    assert forms == {
        "tide": "outlet:Tide", "tide news": "outlet:Tide", "harbour herald": "outlet:Harbour Herald",
        "tide daily": "outlet:Tide Daily",
    }  # fmt: skip
