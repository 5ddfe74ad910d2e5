"""What the text says of a person beside the name: role, state, body; and which office that is."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from dragoman.extract.names.descriptions import Description, owners_at
from dragoman.extract.names.forms import PRIVATE, fold
from dragoman.extract.names.mentions import Analysis
from dragoman.extract.names.scan import Range
from dragoman.kit import Kit
from dragoman.records import Office

# Who heads an organ of a kind, as an office type of the knowledge base.
HEADS: Mapping[str, tuple[str, ...]] = {
    "foreign-ministry": ("foreign-minister",),
    "defence-ministry": ("defence-minister",),
    "interior-ministry": ("interior-minister",),
    "finance-ministry": ("finance-minister",),
    "trade-ministry": ("trade-minister",),
    "justice-ministry": ("justice-minister",),
    "energy-ministry": ("energy-minister",),
    "presidency": ("head-of-state",),
    "government": ("head-of-government",),
    "parliament": ("speaker",),
    "lower-house": ("speaker",),
    "upper-house": ("speaker-upper-house",),
    "security-council": ("national-security-adviser",),
    "general-staff": ("chief-of-defence",),
    "armed-forces": ("chief-of-defence", "defence-minister"),
    "intelligence-service": ("intelligence-chief",),
    "secretariat": ("secretary-general",),
    "commission": ("president",),
}
# Who speaks for an organ of a kind.
SPOKESPEOPLE: Mapping[str, str] = {
    "presidency": "presidential-spokesperson",
    "foreign-ministry": "foreign-spokesperson",
    "defence-ministry": "defence-spokesperson",
}
_OF_ORGANISATIONS = {"foreign-minister": "high-representative"}  # "the EU's foreign policy chief"
_SPEAKING = ("spokes", "porte-parole", "porte parole")
# What a leader without further words is; the last is what heads an organisation.
LEADERS = ("head-of-state", "head-of-government", "supreme-leader", "secretary-general", "president")
_PUBLIC_FORMS = frozenset({"official", "diplomat", "representative"})


_PRESIDENTS = frozenset({"president", "presidente"})
_PRESIDING = frozenset({"president", "of", "the"})
# Organs that have a president of their own, who is not the state's.
_CHAIRED = frozenset({"parliament", "lower-house", "upper-house", "supreme-court", "central-bank", "commission"})


class Title(NamedTuple):
    """What stands beside one name. `private`: a role outside government (an expert, a singer)."""

    types: tuple[str, ...] = ()
    owners: tuple[str, ...] = ()
    organ_types: tuple[str, ...] = ()
    form: str = ""
    private: bool = False
    relational: bool = False
    kind: str = ""
    former: bool = False
    feminine: bool = False


def titles_of(analysis: Analysis, person: Range) -> tuple[Title, ...]:
    """Return what the descriptions that introduce a person say, and a state's adjective right before the name."""
    found = [title_from(found) for found in analysis.descriptions if found.name == person]
    before = person[0] - 1
    if not found and before >= 0:
        adjective = analysis.scan.hit(before)
        if adjective is not None and adjective.of("name", "adjective"):
            found.append(Title(owners=owners_at(analysis.scan, analysis.scan.range_at(before)[0])))
    title = analysis.scan.hit(before) if before >= 0 else None
    if title is not None and any(entry.value == "f" for entry in title.of("word", "title")):
        found.append(Title(feminine=True))
    return tuple(found)


def title_from(found: Description) -> Title:
    """Read a description as a title."""
    return Title(
        types=found.types,
        owners=found.owners,
        organ_types=found.organ_types,
        form=found.form,
        private=found.kind == "role" and found.sector in PRIVATE,
        relational=found.kind == "counterpart",
        kind=found.kind,
        former="former" in found.inner,
        feminine=found.value == "f",
    )


def entity_of(owner: str, kit: Kit) -> str:
    """Return the state or organisation behind an owner: itself, or the one whose organ it is."""
    organ = kit.knowledge.organs.get(owner)
    return organ.entity if organ is not None else owner


def offices_named(title: Title, kit: Kit) -> tuple[Office, ...]:
    """Return the offices that a title names, the likeliest first: each type at each owner, as far as they exist."""
    posts = kit.compiled(load_offices)
    found: dict[str, Office] = {}
    for office_type in office_types(title, kit):
        for owner in title.owners:
            offices = posts.get((entity_of(owner, kit), office_type), ())
            offices = offices or posts.get((entity_of(owner, kit), _OF_ORGANISATIONS.get(office_type, "")), ())
            offices = offices or (_chairs(entity_of(owner, kit), posts, kit) if office_type == "speaker" else ())
            own = [office for office in offices if office.organ == owner]
            found.update({office.id: office for office in own or _of_the_body(offices, title, owner, kit)})
    return tuple(found.values())


def _chairs(entity: str, posts: Mapping[tuple[str, str], tuple[Office, ...]], kit: Kit) -> tuple[Office, ...]:
    """Return the presidents of an organisation's parliament."""
    organs = kit.knowledge.organs
    return tuple(o for o in posts.get((entity, "president"), ()) if o.organ in organs and organs[o.organ].type == "parliament")


def _of_the_body(offices: Sequence[Office], title: Title, owner: str, kit: Kit) -> tuple[Office, ...]:
    """Return the offices that can be meant where none belongs to the owner itself.

    The president of one organ of an organisation is not that of another; "EU council president" names the organ.
    """
    organs = kit.knowledge.organs
    if owner in organs:
        whole = organs[owner].type not in _CHAIRED  # "the president of the Assembly of the African Union" is the Union's
        return tuple(o for o in offices if o.type != "president" or (o.organ is None and whole))
    said = set(title.form.split()) - _PRESIDING
    named = [o for o in offices if o.type == "president" and o.organ in organs and said & _words(organs[o.organ].name)]
    return tuple(named or offices)


def _words(name: str) -> set[str]:
    return set(fold(name).split())


def load_offices(kit: Kit) -> dict[tuple[str, str], tuple[Office, ...]]:
    """Map (entity, office type) to the offices. Use through `kit.compiled(load_offices)`."""
    found: dict[tuple[str, str], list[Office]] = {}
    for office in kit.knowledge.offices.values():
        found.setdefault((office.entity, office.type), []).append(office)
    return {key: tuple(offices) for key, offices in found.items()}


def office_types(title: Title, kit: Kit) -> tuple[str, ...]:
    """Return the office types that a title means: its own, the head of the organ that it names, or a leader's."""
    organs = [kit.knowledge.organs[owner].type for owner in title.owners if owner in kit.knowledge.organs]
    if title.types and title.kind != "head":
        chaired = _CHAIRED.intersection((*organs, *title.organ_types))
        if chaired and (title.form in _PRESIDENTS or title.types == ("speaker",)):
            heads = [head for organ in sorted(chaired) for head in HEADS.get(organ, ())]
            return tuple(dict.fromkeys((*heads, "president")))  # "the president of the Senate" heads no state
        return (*title.types, "president") if title.form == "president" else title.types
    heads = [head for organ in (*organs, *title.organ_types) for head in HEADS.get(organ, ())]
    if not title.types and title.form.startswith(_SPEAKING):
        return tuple(SPOKESPEOPLE[organ] for organ in (*organs, *title.organ_types) if organ in SPOKESPEOPLE)
    if heads and (title.kind == "head" or title.form in ("secretary", "minister", "ministre", "secretaire")):
        return tuple(dict.fromkeys(heads))
    if title.kind == "head" and not title.organ_types and not organs:
        return LEADERS
    return title.types


def merged(titles: Iterable[Title]) -> Title:
    """Join what is said of one person in several places."""
    gathered = tuple(titles)
    return Title(
        types=tuple(dict.fromkeys(t for title in gathered for t in title.types)),
        owners=tuple(dict.fromkeys(o for title in gathered for o in title.owners)),
        organ_types=tuple(dict.fromkeys(o for title in gathered for o in title.organ_types)),
        private=any(title.private for title in gathered) and not any(title.types for title in gathered),
    )
