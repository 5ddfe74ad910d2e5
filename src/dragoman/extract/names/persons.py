"""Which person a cluster of names is: string, office, state, date and company weighed; nobody is an answer too."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from dragoman.extract.names.candidates import find_candidates, load_people
from dragoman.extract.names.clusters import Cluster
from dragoman.extract.names.forms import fold, without_suffix
from dragoman.extract.names.spellings import words
from dragoman.extract.names.titles import Title, entity_of, office_types, offices_named
from dragoman.kit import Kit
from dragoman.knowledge.load import covers, within
from dragoman.records import Tenure

# The weights of the evidence beside the string. Swept by hand on our own passages (tests/gold/links), 2026.
_OFFICE, _OTHER_STATE, _STATE, _IN_OFFICE, _COMPANY, _LEADING, _LATE = 0.30, -0.40, 0.12, 0.08, 0.06, 0.05, -0.08
_WRONG_OFFICE, _PRIVATE = -0.10, -0.40
_ONLY = 0.05  # nobody else in the base has that family name
# Who is called by a bare family name without a word of who he is has mostly ruled somewhere: less than an office held now.
_RULED, _RULED_LONG_AGO, _IN_LESSER_OFFICE = 0.10, 0.17, 0.05
_CALLED = 0.05  # the base has the one word as the name of a ruler
_TOLD = 0.04  # a year beside the name says more than the date of the text
_ACCEPT, _MARGIN = 0.66, 0.03
LEADING = frozenset({
    "head-of-state", "head-of-government", "foreign-minister", "defence-minister", "secretary-general",
    "high-representative", "president", "national-security-adviser", "supreme-leader",
})  # fmt: skip
RULING = frozenset({"head-of-state", "head-of-government", "supreme-leader", "party-leader"})
_LONG_AGO = 12  # years out of office, or before it, after which a bare name hardly means somebody


class Person(NamedTuple):
    """The reading of one cluster. `identifier` is None where the base has nobody."""

    identifier: str | None
    score: float
    reason: str
    office: str | None = None
    alternatives: tuple[tuple[str, float], ...] = ()


class When(NamedTuple):
    """The date of the document, the years that it tells of beside a name; `rivals`: a namesake holds office about that date."""

    date: str | None
    years: tuple[str, ...] = ()
    rivals: bool = False


def resolve_person(
    cluster: Cluster, titles: Sequence[Title], company: Mapping[str, int], date: str | None, kit: Kit,
    years: Sequence[str] = (),
) -> Person:  # fmt: skip
    """Return who a cluster of names is. `company` counts the states that the document names, `years` are told of there."""
    when = When(date, tuple(years))
    scored = []
    for fuzzy in (False, True):
        strings = find_candidates(without_suffix(cluster.forms), kit, fuzzy=fuzzy)
        present = {person for person in strings if _is_present(kit.knowledge.offices_of(person), date)}
        scored = sorted(
            (
                _weigh(person, string, cluster, titles, company, when._replace(rivals=bool(present - {person})), kit)
                for person, string in strings.items()
            ),
            key=lambda found: (-found.score, found.identifier or ""),
        )
        if scored and scored[0].score >= _ACCEPT:
            break
    alternatives = tuple((found.identifier or "", round(found.score, 3)) for found in scored[:3])
    if not scored or scored[0].score < _ACCEPT:
        return Person(None, 0.3, "nobody in the base fits well enough", alternatives=alternatives)
    best = scored[0]
    if len(scored) > 1 and best.score - scored[1].score < _MARGIN and best.score < 0.9:
        return Person(None, 0.3, f"undecided between {best.identifier} and {scored[1].identifier}", None, alternatives)
    return best._replace(score=round(min(best.score, 0.99), 3), alternatives=alternatives[1:])


def _weigh(
    person: str, string: float, cluster: Cluster, titles: Sequence[Title], company: Mapping[str, int],
    when: When, kit: Kit,
) -> Person:  # fmt: skip
    """Add up what speaks for a candidate and against it."""
    held = kit.knowledge.offices_of(person)
    now = _held_at(held, when.date)
    families = kit.compiled(load_people).families  # "Le Drian", "Lloyd George" are family names
    full = any(len(words(form)) > 1 and fold(form).strip() not in families for form in cluster.forms)
    fame = _fame(person, held, cluster.forms, when, kit) if not full and not titles else None
    score, reasons = string, [f"{'name' if full else 'family name'} {string:.2f}"]
    for amount, reason in (
        *_from_titles(person, held, titles, kit),
        *_from_date(held, now, when, kit, fame),
        *_from_company(person, held, company, kit),
    ):
        score += amount
        reasons.append(f"{reason} {amount:+.2f}")
    if fame and _is_called(person, cluster.forms, kit):
        score += _CALLED
        reasons.append(f"called so {_CALLED:+.2f}")
    if not full and (now or titles) and _is_only(cluster.forms, kit):
        score += _ONLY
        reasons.append(f"the only one of that name {_ONLY:+.2f}")
    office = next((office.id for title in titles for office in offices_named(title, kit) if _holds(held, office.id)), None)
    return Person(person, score, "; ".join(reasons), office or (now[-1].office if now else None))


def _is_only(forms: Sequence[str], kit: Kit) -> bool:
    families = kit.compiled(load_people).families
    return any(len({name.person for name in families.get(fold(form).strip(), ())}) == 1 for form in forms)


def _holds(held: Sequence[Tenure], office: str) -> bool:
    return any(tenure.office == office for tenure in held)


def _held_at(held: Sequence[Tenure], date: str | None) -> tuple[Tenure, ...]:
    return tuple(tenure for tenure in held if covers(tenure, date)) if date else ()


def states_of(person: str, held: Sequence[Tenure], kit: Kit) -> frozenset[str]:
    """Return the states and organisations that a person has acted for or belongs to."""
    row = kit.knowledge.persons[person]
    entities = {kit.knowledge.offices[tenure.office].entity for tenure in held}
    return frozenset(entities | ({row.state} if row.state else set()))


def _from_titles(person: str, held: Sequence[Tenure], titles: Sequence[Title], kit: Kit) -> list[tuple[float, str]]:
    """Weigh role and state beside the name: the office itself, its type elsewhere, the state alone, a private role."""
    if not titles:
        return []
    types = {kit.knowledge.offices[tenure.office].type for tenure in held}
    named = [office for title in titles for office in offices_named(title, kit)]
    wanted = {office_type for title in titles for office_type in office_types(title, kit)}
    owners = {entity_of(owner, kit) for title in titles for owner in title.owners}
    found: list[tuple[float, str]] = []
    if any(_holds(held, office.id) for office in named):
        found.append((_OFFICE, "holds the office named"))
    elif wanted & types and not named:
        found.append((_OFFICE / 2, "has held such an office"))
    elif named:
        found.append((_WRONG_OFFICE, "not known in the office named"))
    if owners:
        own = owners & states_of(person, held, kit)
        if own and not any(_holds(held, office.id) for office in named):
            found.append((_STATE, "state named"))
        elif not own and all(owner in kit.knowledge.states for owner in owners):
            found.append((_OTHER_STATE, "another state named"))
    if any(title.private for title in titles) and not wanted & types and held:
        found.append((_PRIVATE, "a private role named"))
    return found


def _from_date(
    held: Sequence[Tenure], now: Sequence[Tenure], when: When, kit: Kit, fame: str | None
) -> list[tuple[float, str]]:
    """Weigh the office at the date, else at the time told of: a soft prior, never a filter.

    `fame` is None unless a family name stands alone, without a word of who it is; then who has led a state counts too
    ("Nixon").
    """
    then = () if now else tuple(tenure for year in when.years for tenure in held if covers(tenure, year))
    found: list[tuple[float, str]] = []
    if now or then:
        leading = any(kit.knowledge.offices[tenure.office].type in LEADING for tenure in now or then)
        weight = _IN_OFFICE if leading or fame is None else _IN_LESSER_OFFICE
        found.append((weight, "in office at the date") if now else (weight + _TOLD, "in office at the time told of"))
        if leading:
            found.append((_LEADING, "a leading office"))
        return found
    if when.date is None or not held:
        return [(_RULED, fame)] if fame else []
    year = int(when.date[:4])
    ends = [int((tenure.end or tenure.known_through or tenure.start or when.date)[:4]) for tenure in held]
    starts = [int(tenure.start[:4]) for tenure in held if tenure.start]
    if year - max(ends) > _LONG_AGO or (starts and min(starts) - year > _LONG_AGO):
        found.append((_LATE, "long out of office, or long before it"))
    if fame:
        found.append((_RULED_LONG_AGO if found else _RULED, fame))
    return found


def _is_present(held: Sequence[Tenure], date: str | None) -> bool:
    """Tell whether somebody holds an office at a date, or has left it not long before."""
    return date is not None and any(
        covers(t, date) or 0 <= int(date[:4]) - int((t.end or t.known_through or t.start or "0")[:4]) <= _LONG_AGO for t in held
    )


def _fame(person: str, held: Sequence[Tenure], forms: Sequence[str], when: When, kit: Kit) -> str:
    """Return why a bare family name may be enough to mean somebody, or an empty text.

    Who has ruled a state, unless a namesake holds office about the date of the text, and who is the only one of that name and
    had the foreign affairs or the defence of a great power, or an international organisation, in hand.
    """
    ruled = any(_ruled(tenure, when.date, kit) for tenure in held)
    if ruled and (not when.rivals or _is_present(held, when.date) or _is_called(person, forms, kit)):
        return "has ruled a state"
    if not ruled and _is_only(forms, kit) and any(_served(tenure, when.date, kit) for tenure in held):
        return "the only one of that name, who served a great power"
    return ""


def _ruled(tenure: Tenure, date: str | None, kit: Kit) -> bool:
    """Tell whether somebody has led a state, or its ruling party, before a date."""
    office = kit.knowledge.offices[tenure.office]
    return office.type in RULING and office.entity in kit.knowledge.states and _before(tenure, date)


def _served(tenure: Tenure, date: str | None, kit: Kit) -> bool:
    """Tell whether somebody held a leading office of a great power of the time, or of an organisation, before a date."""
    office = kit.knowledge.offices[tenure.office]
    if office.type not in LEADING or not _before(tenure, date):
        return False
    state = kit.knowledge.states.get(office.entity)
    return state is None or any(
        power.cow == state.cow and within(str(tenure.start), power.start, power.end) for power in kit.knowledge.major_powers
    )


def _before(tenure: Tenure, date: str | None) -> bool:
    return bool(tenure.start) and (date is None or str(tenure.start) < date)


def _is_called(person: str, forms: Sequence[str], kit: Kit) -> bool:
    """Tell whether the base says that one word means somebody ("Mao"), not only that it is the family name."""
    said = {fold(form).strip() for form in forms}
    return any(" " not in alias and fold(alias).strip() in said for alias in kit.knowledge.persons[person].aliases.split("|"))


def _from_company(person: str, held: Sequence[Tenure], company: Mapping[str, int], kit: Kit) -> list[tuple[float, str]]:
    if any(company.get(state, 0) for state in states_of(person, held, kit)):
        return [(_COMPANY, "the state is in the text")]
    return []
