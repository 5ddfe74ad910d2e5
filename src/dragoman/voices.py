"""In whose voice a report speaks: officials, experts, the narration of the outlet, or others.

The last speaker of a report's chain is judged: by who it is (a state, its organs and organisations are officials; outlets
are narration), by the offices held on the day, and else by the words that describe the speaker: their role ("experts", "the
minister"), or the role that stands beside the name where the document first mentions it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Literal

import msgspec

from dragoman.kit import Kit
from dragoman.languages.rows import OrganWordRow, RoleRow

Voice = Literal["official", "expert", "narration", "other"]
VOICES: tuple[Voice, ...] = ("official", "expert", "narration", "other")

_OFFICIAL_KINDS = frozenset({"state", "organ", "organisation", "format", "treaty"})
_SECTORS: Mapping[str, Voice] = {
    "GOV": "official", "MIL": "official", "LEG": "official", "SPY": "official", "JUD": "official", "COP": "official",
    "IGO": "official", "EDU": "expert", "JRN": "narration",
}  # fmt: skip
_BEFORE, _AFTER = 60, 80  # characters beside a name in which its description stands ("the analyst X", "X, head of ...")
_END = re.compile(r"[.!?;:\n]")
_WORDS = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_LONGEST = 7  # words of a role


class Speaker(msgspec.Struct, frozen=True):
    """Whom a chain of speakers ends with: the name, the actor's kind and id where they are known, the day."""

    name: str
    kind: str = ""
    actor: str = ""
    day: str = ""


def voice_of(speaker: Speaker | None, texts: Sequence[str], kit: Kit) -> Voice:
    """Return the voice of a speaker; `texts` are the passages around the name in the document. No speaker: the narrator."""
    if speaker is None:
        return "narration"
    if speaker.kind in _OFFICIAL_KINDS:
        return "official"
    if speaker.kind == "outlet":
        return "narration"
    if kit.knowledge.offices_of(speaker.actor, speaker.day or None):
        return "official"
    roles = kit.compiled(_roles)
    for text in (speaker.name, *texts):
        sector = _sector(text, roles)
        if sector in _SECTORS:
            return _SECTORS[sector]
    held_last = [tenure for tenure in kit.knowledge.offices_of(speaker.actor) if tenure.end is None]
    return "official" if held_last else "other"  # no end is known: the tables stop before the document does


def passages(text: str, spans: Iterable[tuple[int, int]]) -> list[str]:
    """Return what stands beside each mention of a name, within its sentence: there its bearer is described."""
    found = []
    for start, end in spans:
        before, after = text[max(0, start - _BEFORE) : start], text[end : end + _AFTER]
        found.append(_END.split(before)[-1] + " , " + _END.split(after)[0])
    return found


def _roles(kit: Kit) -> dict[str, str]:
    """Return every word for a role or an organ, in lower case, with its sector."""
    found: dict[str, str] = {}
    for code in sorted(kit.languages):
        language = kit.languages[code]
        for role in language.rows("roles", RoleRow):
            for form in (role.form, *role.plural.split("|")):
                found.setdefault(form.casefold(), role.sector)
        for organ in language.rows("organs", OrganWordRow):
            for form in (organ.form, *organ.plural.split("|")):
                found.setdefault(form.casefold(), "GOV")
    return found


def _sector(text: str, roles: Mapping[str, str]) -> str:
    """Return the sector of the first role that a text names, the longest of those that begin there."""
    words = [word.casefold() for word in _WORDS.findall(text)]
    for start in range(len(words)):
        for length in range(min(_LONGEST, len(words) - start), 0, -1):
            sector = roles.get(" ".join(words[start : start + length]))
            if sector:
                return sector
    return ""
