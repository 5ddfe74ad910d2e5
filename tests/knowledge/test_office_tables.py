"""The tables of organs, offices, people and tenures: unbroken chains of holders, valid references, well-known facts."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path

import pytest

from dragoman.errors import KnowledgeError
from dragoman.kit import Kit
from dragoman.knowledge.checks import is_date
from dragoman.knowledge.load import load_knowledge
from dragoman.knowledge.rows import TenureRow
from dragoman.records import Tenure

MAIN_STATES = (
    "USA", "RUS", "FRA", "GBR", "DEU", "CHN", "UKR", "TUR", "IRN", "ISR", "IND", "JPN", "ITA", "ESP", "POL",
    "NLD", "CAN", "AUS", "BRA", "KOR", "GRC", "ROU", "SAU", "EGY", "ZAF", "MEX", "SWE", "NOR",
)
MAIN_OFFICES = ("head-of-state", "head-of-government", "foreign-minister", "defence-minister")
FROM, TO = date(2005, 1, 1), date(2022, 6, 30)
TOLERANCE = timedelta(days=60)

# Turkey has had no prime minister since 9 July 2018.
ABOLISHED = {"TUR.head-of-government": date(2018, 7, 9)}

KNOWN = [
    ("USA.head-of-state", "2003-03-20", "george-w-bush"),
    ("USA.head-of-state", "2021-06-16", "joe-biden"),
    ("USA.foreign-minister", "2015-07-14", "john-kerry"),
    ("USA.foreign-minister", "2021-10-05", "antony-blinken"),
    ("USA.foreign-minister", "2025-03-01", "marco-rubio"),
    ("USA.defence-minister", "2021-10-22", "lloyd-austin"),
    ("USA.defence-minister", "2018-06-01", "james-mattis"),
    ("USA.national-security-adviser", "2019-01-01", "john-bolton"),
    ("USA.ambassador-un", "2018-04-14", "nikki-haley"),
    ("RUS.head-of-state", "2010-04-08", "dmitry-medvedev"),
    ("RUS.head-of-state", "2014-03-18", "vladimir-putin"),
    ("RUS.foreign-minister", "2008-08-12", "sergei-lavrov"),
    ("RUS.defence-minister", "2019-09-09", "sergei-shoigu"),
    ("RUS.defence-minister", "2024-09-01", "andrei-belousov"),
    ("RUS.national-security-adviser", "2020-01-01", "nikolai-patrushev"),
    ("RUS.ambassador-un", "2014-07-29", "vitaly-churkin"),
    ("FRA.head-of-state", "2008-08-12", "nicolas-sarkozy"),
    ("FRA.defence-minister", "2019-09-09", "florence-parly"),
    ("FRA.defence-minister", "2015-11-20", "jean-yves-le-drian"),
    ("FRA.foreign-minister", "2021-09-16", "jean-yves-le-drian"),
    ("FRA.foreign-minister", "2003-02-14", "dominique-de-villepin"),
    ("FRA.national-security-adviser", "2019-12-01", "claire-landais"),
    ("FRA.head-of-government", "2024-10-10", "michel-barnier"),
    ("GBR.head-of-government", "2003-03-20", "tony-blair"),
    ("GBR.head-of-government", "2023-05-01", "rishi-sunak"),
    ("GBR.foreign-minister", "2017-06-01", "boris-johnson"),
    ("DEU.head-of-government", "2014-06-06", "angela-merkel"),
    ("DEU.foreign-minister", "2020-08-01", "heiko-maas"),
    ("DEU.defence-minister", "2023-06-01", "boris-pistorius"),
    ("CHN.foreign-minister", "2023-05-01", "qin-gang"),
    ("CHN.head-of-state", "2016-09-04", "xi-jinping"),
    ("UKR.head-of-state", "2015-02-12", "petro-poroshenko"),
    ("UKR.foreign-minister", "2022-03-10", "dmytro-kuleba"),
    ("UKR.defence-minister", "2023-03-01", "oleksii-reznikov"),
    ("TUR.foreign-minister", "2016-12-20", "mevlut-cavusoglu"),
    ("IRN.foreign-minister", "2015-07-14", "mohammad-javad-zarif"),
    ("IRN.head-of-state", "2022-01-19", "ebrahim-raisi"),
    ("ISR.head-of-government", "2022-08-01", "yair-lapid"),
    ("IND.foreign-minister", "2020-09-10", "subrahmanyam-jaishankar"),
    ("JPN.head-of-government", "2016-12-15", "shinzo-abe"),
    ("ITA.head-of-government", "2009-07-08", "silvio-berlusconi"),
    ("ESP.foreign-minister", "2018-09-01", "josep-borrell"),
    ("POL.head-of-state", "2010-04-01", "lech-kaczynski"),
    ("NLD.head-of-government", "2014-07-17", "mark-rutte"),
    ("HUN.head-of-government", "2018-04-08", "viktor-orban"),
    ("SRB.head-of-state", "2020-01-01", "aleksandar-vucic"),
    ("BLR.head-of-state", "2020-08-09", "alexander-lukashenko"),
    ("GEO.head-of-state", "2008-08-08", "mikheil-saakashvili"),
    ("ARM.head-of-government", "2020-11-09", "nikol-pashinyan"),
    ("KAZ.head-of-state", "2022-01-05", "kassym-jomart-tokayev"),
    ("SYR.head-of-state", "2013-08-21", "bashar-al-assad"),
    ("EGY.head-of-state", "2012-12-01", "mohamed-morsi"),
    ("SAU.crown-prince", "2018-10-02", "mohammed-bin-salman"),
    ("LNA.commander", "2019-04-04", "khalifa-haftar"),
    ("MLI.head-of-state", "2014-06-01", "ibrahim-boubacar-keita"),
    ("ETH.head-of-government", "2020-11-04", "abiy-ahmed"),
    ("ZAF.head-of-state", "2010-07-11", "jacob-zuma"),
    ("BRA.head-of-state", "2009-06-16", "luiz-inacio-lula-da-silva"),
    ("VEN.head-of-state", "2005-01-01", "hugo-chavez"),
    ("CAN.head-of-government", "2018-06-09", "justin-trudeau"),
    ("AUS.head-of-government", "2021-09-15", "scott-morrison"),
    ("KOR.head-of-state", "2018-04-27", "moon-jae-in"),
    ("PRK.head-of-state", "2019-02-27", "kim-jong-un"),
    ("PAK.head-of-government", "2021-08-15", "imran-khan"),
    ("AFG.head-of-state", "2021-08-01", "ashraf-ghani"),
    ("SUN.party-leader", "1986-10-11", "mikhail-gorbachev"),
    ("NATO.secretary-general", "2019-12-03", "jens-stoltenberg"),
    ("UN.secretary-general", "2005-09-14", "kofi-annan"),
    ("EU.high-representative", "2021-02-05", "josep-borrell"),
    ("EU.commission-president", "2020-01-01", "ursula-von-der-leyen"),
    ("IAEA.director-general", "2020-06-01", "rafael-grossi"),
]

# The century before: leaders and ministers of the events that its historians tell.
KNOWN_BEFORE = [
    ("GBR.foreign-minister", "1914-08-04", "edward-grey"),
    ("USA.head-of-state", "1919-06-28", "woodrow-wilson"),
    ("FRA.head-of-government", "1919-06-28", "georges-clemenceau"),
    ("FRA.foreign-minister", "1928-08-27", "aristide-briand"),
    ("SUN.foreign-minister", "1934-09-18", "maxim-litvinov"),
    ("GBR.head-of-government", "1938-09-30", "neville-chamberlain"),
    ("DEU.foreign-minister", "1939-08-23", "joachim-von-ribbentrop"),
    ("ITA.head-of-government", "1940-06-10", "benito-mussolini"),
    ("JPN.foreign-minister", "1941-04-13", "yosuke-matsuoka"),
    ("USA.foreign-minister", "1947-06-05", "george-c-marshall"),
    ("CHN.head-of-government", "1955-04-18", "zhou-enlai"),
    ("GBR.head-of-government", "1956-10-31", "anthony-eden"),
    ("FRA.head-of-government", "1956-10-31", "guy-mollet"),
    ("EGY.head-of-state", "1956-07-26", "gamal-abdel-nasser"),
    ("HUN.head-of-government", "1956-11-01", "imre-nagy"),
    ("SUN.head-of-government", "1962-10-22", "nikita-khrushchev"),
    ("SUN.ambassador-un", "1962-10-25", "valerian-zorin"),
    ("VDR.head-of-state", "1963-05-08", "ngo-dinh-diem"),
    ("IND.head-of-government", "1966-01-10", "lal-bahadur-shastri"),
    ("PAK.head-of-state", "1966-01-10", "mohammad-ayub-khan"),
    ("ISR.foreign-minister", "1967-06-05", "abba-eban"),
    ("CSK.party-leader", "1968-08-20", "alexander-dubcek"),
    ("DEU.foreign-minister", "1970-08-12", "walter-scheel"),
    ("USA.national-security-adviser", "1971-07-09", "henry-kissinger"),
    ("CYP.head-of-state", "1974-07-01", "makarios-iii"),
    ("SUN.party-leader", "1975-08-01", "leonid-brezhnev"),
    ("ZAF.foreign-minister", "1978-09-01", "pik-botha"),
    ("IRN.monarch", "1978-01-01", "mohammad-reza-pahlavi"),
    ("USA.foreign-minister", "1982-04-12", "alexander-haig"),
    ("ARG.head-of-state", "1982-04-02", "leopoldo-galtieri"),
    ("SUN.foreign-minister", "1985-11-19", "eduard-shevardnadze"),
    ("DDR.party-leader", "1989-10-07", "erich-honecker"),
    ("DEU.foreign-minister", "1990-09-12", "hans-dietrich-genscher"),
    ("ISR.head-of-government", "1993-09-13", "yitzhak-rabin"),
    ("UN.secretary-general", "1956-11-04", "dag-hammarskjold"),
    ("NATO.secretary-general", "1979-12-12", "joseph-luns"),
    ("EEC.commission-president", "1986-02-17", "jacques-delors"),
]

ALIASES = [
    ("vladimir-putin", "Poutine"),
    ("sergei-shoigu", "Choïgou"),
    ("florence-parly", "Parley"),
    ("volodymyr-zelensky", "Zelenskyy"),
    ("alexander-lukashenko", "Loukachenko"),
    ("bashar-al-assad", "Bachar el-Assad"),
    ("benjamin-netanyahu", "Netanyahou"),
    ("mohammed-bin-salman", "MBS"),
    ("leonid-brezhnev", "Leonid Brejnev"),
    ("nikita-khrushchev", "Nikita Khrouchtchev"),
    ("zhou-enlai", "Chou En-lai"),
    ("chiang-kai-shek", "Tchang Kaï-chek"),
    ("mohammad-mosaddegh", "Mohammed Mossadegh"),
    ("houari-boumediene", "Houari Boumédiène"),
]


def _day(text: str | None, last: bool, missing: date) -> date:
    """Return the first or the last day that a date cut to year or month can mean."""
    if not text:
        return missing
    if len(text) == 10:
        return date.fromisoformat(text)
    year, month = int(text[:4]), int(text[5:7] or (12 if last else 1))
    if not last:
        return date(year, month, 1)
    return date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)


def _chain(tenures: tuple[Tenure, ...]) -> list[tuple[date, date, str]]:
    spans = [(_day(t.start, False, date.min), _day(t.end, True, date.max), t.person) for t in tenures]
    return sorted(span for span in spans if span[1] >= FROM and span[0] <= TO)


@pytest.mark.parametrize("state", MAIN_STATES)
def test_main_offices_are_filled_without_gaps_or_overlaps(kit: Kit, state: str) -> None:
    """From 2005 to mid-2022 every main office has a holder, and one only, but for sixty days at a change."""
    for kind in MAIN_OFFICES:
        office = f"{state}.{kind}"
        if office not in kit.knowledge.offices:
            continue
        reached = FROM
        for start, end, person in _chain(kit.knowledge.holders(office)):
            assert start - reached <= TOLERANCE, f"{office}: nobody from {reached} to {start}"
            assert reached == FROM or reached - start <= TOLERANCE, f"{office}: {person} overlaps the holder before"
            reached = max(reached, end)
        assert min(reached, TO) >= min(ABOLISHED.get(office, TO), TO), f"{office}: nobody after {reached}"


def test_every_main_state_has_its_main_offices(kit: Kit) -> None:
    """A head of state, a foreign minister and a defence minister are known for each main state."""
    for state in MAIN_STATES:
        for kind in ("head-of-state", "foreign-minister", "defence-minister"):
            assert kit.knowledge.holders(f"{state}.{kind}"), f"{state}.{kind}"


def test_sixty_states_have_four_main_offices_or_three_and_organs(kit: Kit) -> None:
    """At least sixty states have the holders of foreign affairs, defence and the headship, and the ministries to match."""
    full = [
        state
        for state in kit.knowledge.states
        if all(kit.knowledge.holders(f"{state}.{kind}") for kind in ("head-of-state", *MAIN_OFFICES[2:]))
        and {f"{state}.foreign-ministry", f"{state}.defence-ministry"} <= kit.knowledge.organs.keys()
    ]
    assert len(full) >= 60


@pytest.mark.parametrize(("office", "day", "person"), KNOWN + KNOWN_BEFORE)
def test_well_known_holders(kit: Kit, office: str, day: str, person: str) -> None:
    """The one who is known to have held the office that day is the only holder that the table gives."""
    assert [tenure.person for tenure in kit.knowledge.holders(office, day)] == [person]


@pytest.mark.parametrize("office", ["head-of-state", "foreign-minister"])
@pytest.mark.parametrize("state", ["USA", "GBR", "FRA"])
def test_great_powers_have_one_holder_at_a_time_before_1995(kit: Kit, state: str, office: str) -> None:
    """No two people hold an office of the great powers at once, but for a day of handing over."""
    held = [t for t in kit.knowledge.tenures_by_office[f"{state}.{office}"] if "1914" <= str(t.start) < "1995"]
    for before, after in pairwise(held):
        assert str(before.end)[:10] <= str(after.start)[:10], f"{before.person} and {after.person}"


@pytest.mark.parametrize(("person", "alias"), ALIASES)
def test_usual_spellings_are_aliases(kit: Kit, person: str, alias: str) -> None:
    """The romanisations that the English and the French press use are among the aliases."""
    assert alias in kit.knowledge.persons[person].aliases.split("|")


def test_references_and_dates_of_tenures_hold(kit: Kit) -> None:
    """Every tenure names a person and an office of the tables, and an open one says until when it is known."""
    assert len(kit.knowledge.tenures_by_person) > 1000
    for person, tenures in kit.knowledge.tenures_by_person.items():
        assert person in kit.knowledge.persons
        for tenure in tenures:
            assert tenure.office in kit.knowledge.offices
            assert tenure.end or is_date(tenure.known_through), tenure


def test_wikidata_items_name_one_person_each(kit: Kit) -> None:
    """No two people share a Wikidata item."""
    items = [row.wikidata for row in kit.knowledge.persons.values() if row.wikidata]
    assert len(items) == len(set(items))


@pytest.mark.parametrize(
    ("start", "end", "fault"),
    [
        ("2020-13", "2021", "no date"),
        ("2020-02-30", "", "no date"),
        ("20-01-2020", "", "no date"),
        ("2021-01-02", "2021-01-01", "is before"),
        ("2021-06", "2020", "is before"),
    ],
)
def test_wrong_dates_are_faults_with_file_and_line(tmp_path: Path, start: str, end: str, fault: str) -> None:
    """A malformed date, or an end before its start, in the user's own table is refused with its file and line."""
    header = ",".join(TenureRow.__struct_fields__)
    row = f"joe-biden,USA.head-of-state,{start},{end},2022,own"
    (tmp_path / "tenures.csv").write_text(f"{header}\n{row}\n", encoding="utf-8")
    with pytest.raises(KnowledgeError, match=f"tenures.csv:2.*{fault}"):
        load_knowledge(tmp_path)


def test_dates_cut_to_month_or_year_are_dates() -> None:
    """Whole dates and dates cut to month or year are accepted; weeks, blanks and impossible days are not."""
    assert all(map(is_date, ("2020", "2020-02", "2020-02-29")))
    assert not any(map(is_date, ("", "202", "2020-2", "2019-02-29", "2020-W05-1", "2020/02/01")))
