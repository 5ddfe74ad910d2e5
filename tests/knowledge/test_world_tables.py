"""The world half of the knowledge base: states, organisations, treaties, places, and the words that name them."""

from __future__ import annotations

from collections import Counter, defaultdict
from datetime import date

import pytest

from dragoman.kit import Kit
from dragoman.languages.rows import NameRow, OrganWordRow, RoleRow

LANGUAGES = ("en", "fr")
SECTORS = frozenset({
    "GOV", "MIL", "LEG", "JUD", "COP", "SPY", "JRN", "OPP", "REB", "CVL", "BUS", "EDU", "REL", "PTY", "IGO", "NGO",
    "HRI", "CRM",
})  # fmt: skip


def _members(kit: Kit) -> list[str]:
    return [row.id for row in kit.knowledge.states.values() if row.status == "member"]


def _names(kit: Kit, language: str) -> tuple[NameRow, ...]:
    return kit.languages[language].rows("names", NameRow)


def test_there_are_193_members_of_the_united_nations(kit: Kit) -> None:
    """The states of status "member" are the members of the United Nations today."""
    assert len(_members(kit)) == 193
    assert set(_members(kit)) == set(kit.knowledge.members("UN", "2026"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_member_state_can_be_named_in_every_way(kit: Kit, language: str) -> None:
    """Each member state has a name, a capital, an adjective and a demonym in each language."""
    kinds = defaultdict(set)
    for row in _names(kit, language):
        kinds[row.entity].add(row.kind)
    city_states = {"SGP", "MCO"}  # their capital bears the state's own name
    assert len(list(_members(kit))) > 190
    for state in _members(kit):
        wanted = {"name", "adjective", "demonym"} | (set() if state in city_states else {"capital"})
        assert wanted <= kinds[state], state


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_name_belongs_to_a_known_entity(kit: Kit, language: str) -> None:
    """No row of names.csv points to an id that the tables of facts lack."""
    unknown = {row.entity for row in _names(kit, language)} - set(kit.knowledge.entities)
    assert unknown == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_forms_are_clean(kit: Kit, language: str) -> None:
    """No form is empty or padded; only combining forms end in a hyphen, and all of them do."""
    for row in _names(kit, language):
        for form in row.form.split("|"):
            assert form, row
            assert form == form.strip(), row
            assert form.endswith("-") == (row.kind == "combining"), row


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_form_is_given_twice_to_one_entity_in_one_kind(kit: Kit, language: str) -> None:
    """A form, kind and entity stand together in one row only, unless their dates differ."""
    seen = Counter((row.form, row.entity, row.kind, row.valid_from) for row in _names(kit, language))
    assert [key for key, times in seen.items() if times > 1] == []


@pytest.mark.parametrize(
    ("state", "cow", "gw"), [("DEU", 255, 260), ("YEM", 679, 678), ("SRB", 345, 340), ("FRA", 220, 220), ("SUN", 365, 365)]
)
def test_codes_of_researchers_are_told_apart(kit: Kit, state: str, cow: int, gw: int) -> None:
    """The two lists number some states differently, and both numbers are kept."""
    row = kit.knowledge.states[state]
    assert (row.cow, row.gw) == (cow, gw)


def test_iso_codes_of_living_states_are_unique(kit: Kit) -> None:
    """No two states of today share a two-letter code, and Namibia's is the text NA."""
    codes = Counter(row.iso2 for row in kit.knowledge.states.values() if row.iso2 and row.status != "former")
    assert [code for code, times in codes.items() if times > 1] == []
    assert kit.knowledge.states["NAM"].iso2 == "NA"


@pytest.mark.parametrize(
    ("member", "group", "outside", "inside"),
    [
        ("FIN", "NATO", "2023-04-03", "2023-04-05"),
        ("HRV", "EU", "2013-06-30", "2013-07-01"),
        ("ZAF", "BRICS", "2010-01-01", "2011-01-01"),
        ("IRN", "SCO", "2023-07-01", "2023-08-01"),
        ("AU", "G20", "2023-09-01", "2023-10-01"),
        ("GBR", "EU", "2020-02-01", "2020-01-30"),
        ("RUS", "COUNCIL-OF-EUROPE", "2022-03-17", "2022-03-15"),
        ("RUS", "G8", "2014-06-01", "2013-01-01"),
        ("MLI", "ECOWAS", "2025-01-30", "2025-01-28"),
        ("USA", "INF-TREATY", "2019-08-03", "2019-08-01"),
        ("USA", "OPEN-SKIES", "2020-11-23", "2020-11-21"),
        ("RUS", "OPEN-SKIES", "2021-12-19", "2021-12-17"),
        ("USA", "JCPOA", "2018-05-09", "2018-05-07"),
    ],
)
def test_a_member_counts_from_joining_to_leaving(kit: Kit, member: str, group: str, outside: str, inside: str) -> None:
    """Membership is asked for a date: not before accession, nor after somebody left or a party withdrew."""
    assert member not in kit.knowledge.members(group, outside)
    assert member in kit.knowledge.members(group, inside)


def test_formats_have_their_members(kit: Kit) -> None:
    """Small formats are complete, so that a list of states can be read as the format."""
    members = kit.knowledge.members
    assert set(members("NORMANDY-FORMAT")) == {"FRA", "DEU", "RUS", "UKR"}
    assert set(members("AUKUS")) == {"AUS", "GBR", "USA"}
    assert set(members("E3")) == {"FRA", "DEU", "GBR"}
    assert set(members("ASTANA-FORMAT")) == {"RUS", "TUR", "IRN"}
    assert set(members("UNSC", "2024")) == {"USA", "GBR", "FRA", "CHN", "RUS"}
    assert len(members("NATO", "2024-06")) == 32
    assert len(members("EU", "2024-06")) == 27


def test_gatherings_are_dated_by_the_day_and_lie_somewhere_known(kit: Kit) -> None:
    """Each gathering starts no later than it ends, lasts under two months, and names a place that places.csv has."""
    assert kit.knowledge.gatherings
    for row in kit.knowledge.gatherings:
        start, end = date.fromisoformat(row.start), date.fromisoformat(row.end)
        assert 0 <= (end - start).days < 60, row
        assert row.place is None or row.place in kit.knowledge.places, row


def test_places_have_coordinates_on_earth(kit: Kit) -> None:
    """Every place has degrees within range, and every member state with a capital of its own has a place for it."""
    for row in kit.knowledge.places.values():
        assert -90 <= (row.lat if row.lat is not None else 999) <= 90, row
        assert -180 <= (row.lon if row.lon is not None else 999) <= 180, row
    capitals = {row.state for row in kit.knowledge.places.values() if row.kind == "capital"}
    assert set(_members(kit)) - capitals <= {"MCO"}


def test_outlets_own_their_domains(kit: Kit) -> None:
    """No domain belongs to two outlets, domains are bare host names, and ownership is one of four words."""
    owners = Counter(domain for row in kit.knowledge.outlets.values() for domain in filter(None, row.domains.split("|")))
    assert [domain for domain, times in owners.items() if times > 1] == []
    assert not [domain for domain in owners if "/" in domain or domain != domain.lower() or "." not in domain]
    assert {row.ownership for row in kit.knowledge.outlets.values()} <= {"state", "public", "private", "unknown"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_roles_have_a_sector_and_stand_once(kit: Kit, language: str) -> None:
    """There are at least 250 role nouns, each once, each with a sector of PLOVER, and no other."""
    roles = kit.languages[language].rows("roles", RoleRow)
    assert len(roles) >= 250
    assert {role.sector for role in roles} <= SECTORS
    assert [form for form, times in Counter(role.form for role in roles).items() if times > 1] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_organ_words_name_types_that_organs_have(kit: Kit, language: str) -> None:
    """Every type of organ that many states have can be named by a plain noun."""
    known = {word.organ_type for word in kit.languages[language].rows("organs", OrganWordRow)}
    common = Counter(organ.type for organ in kit.knowledge.organs.values())
    assert {kind for kind, times in common.items() if times >= 20} <= known


@pytest.mark.parametrize(
    ("language", "form", "entity"),
    [
        ("en", "Kremlin", "RUS.presidency"),
        ("en", "Foggy Bottom", "USA.foreign-ministry"),
        ("en", "Norman Four", "NORMANDY-FORMAT"),
        ("en", "Joint Comprehensive Action Plan", "JCPOA"),
        ("en", "Fifth Republic", "FRA"),
        ("fr", "Quai d'Orsay", "FRA.foreign-ministry"),
        ("fr", "UA-Royaume-Uni-États-Unis", "AUKUS"),
        ("fr", "Maison Blanche", "USA.presidency"),
        ("fr", "RPC", "CHN"),
    ],
)
def test_metonyms_and_faults_of_translation_lead_to_whom_they_mean(
    kit: Kit, language: str, form: str, entity: str
) -> None:
    """Buildings, short forms and well-known mistranslations point to one entity."""
    assert {row.entity for row in _names(kit, language) if form in row.form.split("|")} == {entity}


def test_names_of_states_that_changed_are_dated(kit: Kit) -> None:
    """A name or capital that a state bore for a time only carries its dates."""
    dated = {row.form: (row.valid_from, row.valid_to) for row in _names(kit, "en") if row.valid_from or row.valid_to}
    assert dated["Nur-Sultan"] == ("2019-03-23", "2022-09-17")
    assert dated["Swaziland"][1] == "2018-04-19"
