"""Who holds an office as of a text: whoever the text names in it, else the holder at its date."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.extract.names.bodies import Setting
from dragoman.extract.names.titles import load_offices
from dragoman.kit import Kit


def office_of(entity: str, types: Sequence[str], kit: Kit) -> str | None:
    """Return the first office of some type that a state or organisation has."""
    posts = kit.compiled(load_offices)
    return next((offices[0].id for office_type in types if (offices := posts.get((entity, office_type)))), None)


def holder_of(office: str, setting: Setting, kit: Kit) -> tuple[str, float, str] | None:
    """Return who holds an office: whoever the text names in it, else the holder at the date."""
    if office in setting.holders:
        return setting.holders[office], 0.9, "named in the text"
    page = setting.page
    held = kit.knowledge.holders(office, page.date) if page.date is not None else ()
    if not held:
        return None
    if page.until is None:
        return held[-1].person, 0.8 if len(held) == 1 else 0.6, f"holder on {page.date}"
    if all(tenure.person == held[-1].person for tenure in kit.knowledge.holders(office, page.until)):
        return held[-1].person, 0.55, f"holder from {page.date} to {page.until}, when the text must be from"
    return None


def holder_of_post(entity: str, office_type: str, setting: Setting, kit: Kit) -> str:
    """Return who holds a post of a state, or the state."""
    office = office_of(entity, (office_type,), kit)
    holder = holder_of(office, setting, kit) if office is not None else None
    return holder[0] if holder is not None else entity
