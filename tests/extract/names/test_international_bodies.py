"""Councils, assemblies, courts and secretariats of international organisations: whose they are."""

from __future__ import annotations

import pytest

from dragoman.extract.names.bodies import organ_of
from dragoman.extract.names.forms import fold
from dragoman.kit import Kit
from dragoman.knowledge.rows import OrganRow
from dragoman.languages.rows import NameRow
from extract.names.test_linking import actors_of, read

_OF_THE_UN = {"UN", "UNSC", "UNGA", "UNHRC"}


def _organs(kit: Kit) -> list[OrganRow]:
    """Return the organs of organisations, not those of states."""
    return [organ for organ in kit.knowledge.organs.values() if organ.entity not in kit.knowledge.states]


@pytest.mark.parametrize(
    ("language", "name", "actor"),
    [
        ("en", "Peace and Security Council of the African Union", "AU.peace-security-council"),
        ("en", "AU's Peace and Security Council", "AU.peace-security-council"),
        ("en", "Security Council of the African Union", "AU.peace-security-council"),
        ("en", "Peace and Security Council", "AU.peace-security-council"),
        ("en", "Mediation and Security Council of ECOWAS", "ECOWAS.mediation-security-council"),
        ("en", "Collective Security Council of the CSTO", "CSTO.council"),
        ("en", "General Assembly of the Organization of American States", "OAS.general-assembly"),
        ("en", "OAS General Assembly", "OAS.general-assembly"),
        ("en", "Permanent Council of the OAS", "OAS.permanent-council"),
        ("en", "Organisation of American States' Permanent Council", "OAS.permanent-council"),
        ("en", "OSCE Permanent Council", "OSCE.permanent-council"),
        ("en", "Interpol's General Assembly", "INTERPOL.general-assembly"),
        ("en", "Parliament of ECOWAS", "ECOWAS.parliament"),
        ("en", "Committee of Ministers of the Council of Europe", "COUNCIL-OF-EUROPE.committee-of-ministers"),
        ("en", "Council of Europe's Parliamentary Assembly", "PACE"),
        ("en", "Supreme Council of the GCC", "GCC.supreme-council"),
        ("en", "Council of the Arab League", "ARAB-LEAGUE.council"),
        ("en", "SCO Council of Heads of State", "SCO.council-heads-of-state"),
        ("en", "Inter-American Commission on Human Rights", "OAS.human-rights-commission"),
        ("en", "African Court on Human and Peoples' Rights", "AU.court"),
        ("en", "Executive Board of the IMF", "IMF.executive-board"),
        ("en", "IMF board", "IMF.executive-board"),
        ("en", "Board of Governors of the International Atomic Energy Agency", "IAEA.board"),
        ("en", "Human Rights Council of the United Nations", "UNHRC"),
        ("en", "UN's Security Council", "UNSC"),
        ("fr", "Conseil de paix et de sécurité de l'Union africaine", "AU.peace-security-council"),
        ("fr", "CPS de l’UA", "AU.peace-security-council"),
        ("fr", "Assemblée générale de l'OEA", "OAS.general-assembly"),
        ("fr", "Conseil permanent de l'Organisation des États américains", "OAS.permanent-council"),
        ("fr", "Parlement de la CEDEAO", "ECOWAS.parliament"),
        ("fr", "Comité des ministres du Conseil de l'Europe", "COUNCIL-OF-EUROPE.committee-of-ministers"),
        ("fr", "Conseil suprême du Conseil de coopération du Golfe", "GCC.supreme-council"),
        ("fr", "Conseil de sécurité collective de l'OTSC", "CSTO.council"),
        ("fr", "Assemblée générale d'Interpol", "INTERPOL.general-assembly"),
        ("fr", "Cour interaméricaine des droits de l'homme", "OAS.human-rights-court"),
        ("fr", "Conseil des droits humains de l'ONU", "UNHRC"),
    ],
)
def test_a_body_named_with_its_organisation_is_that_one(kit: Kit, language: str, name: str, actor: str) -> None:
    """The whole name is one mention of the body, whatever shorter name stands inside it."""
    verb = "thanked Kenya." if language == "en" else "a remercié le Kenya."
    links = read(f"{'The' if language == 'en' else 'Le'} {name} {verb}", kit, "2024-05-01", language)
    assert actors_of(links, name) == (actor,)
    named = {found for link in links.links for found in link.actors}
    assert actor in _OF_THE_UN or not named & _OF_THE_UN


@pytest.mark.parametrize(
    ("language", "text", "actor"),
    [
        ("en", "The Security Council thanked Kenya.", "UNSC"),
        ("en", "The African Union asked the Security Council for help.", "UNSC"),
        ("en", "The African Union and the Security Council thanked Kenya.", "UNSC"),
        ("en", "The African Union asked the General Assembly for help.", "UNGA"),
        ("en", "The OAS backed a text in the Human Rights Council.", "UNHRC"),
        ("fr", "L'Union africaine a saisi le Conseil de sécurité.", "UNSC"),
        ("fr", "L'OEA a saisi l'Assemblée générale des Nations unies.", "UNGA"),
    ],
)
def test_an_organisation_in_the_sentence_does_not_own_the_councils_of_the_un(
    kit: Kit, language: str, text: str, actor: str
) -> None:
    """Only a name said together is another body's: beside it, the Security Council stays that of the United Nations."""
    assert actor in {found for link in read(text, kit, "2024-05-01", language).links for found in link.actors}


@pytest.mark.parametrize(
    ("language", "bare"),
    [
        ("en", "Council Commission Parliament Court Secretariat Assembly|Permanent Council|Supreme Council|Executive Board"),
        ("en", "Council of Ministers|Executive Council|Board of Governors|Parliamentary Assembly|General Conference"),
        ("fr", "Conseil Commission Parlement Cour Secrétariat Assemblée|Conseil permanent|Conseil suprême"),
        ("fr", "Conseil des ministres|Conseil exécutif|Conseil des gouverneurs|Assemblée parlementaire"),
    ],
)
def test_a_word_that_many_organisations_use_names_none(kit: Kit, language: str, bare: str) -> None:
    """No organ of an organisation is known by a bare word or title that others bear too."""
    wanted = {fold(form) for part in bare.split("|") for form in (part.split(" ") if part.count(" ") > 3 else [part])}
    rows = kit.languages[language].rows("names", NameRow)
    organs = {organ.id for organ in _organs(kit)}
    named = {fold(form) for row in rows if row.entity in organs for form in row.form.split("|")}
    assert wanted & named == set()


def test_every_organ_of_an_organisation_can_be_named_in_english(kit: Kit) -> None:
    """Each has a name of its own, and no two have one name."""
    organs = _organs(kit)
    assert len(organs) > 250
    assert len({fold(organ.name) for organ in organs}) == len(organs)


def test_more_organs_leave_the_main_one_of_its_kind(kit: Kit) -> None:
    """An organisation's forces, court or staff are found by their kind, however many other bodies it has."""
    assert organ_of("NATO", "armed-forces", kit) == "NATO.shape"
    assert organ_of("EU", "supreme-court", kit) == "EU.court-of-justice"
    assert organ_of("AU", "security-council", kit) == "AU.peace-security-council"
    assert organ_of("ICC", "justice-ministry", kit) == "ICC.prosecutor-office"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The General Assembly of the Lutheran Church thanked Kenya."),
        ("en", "The Lutheran Church's General Assembly thanked Kenya."),
        ("en", "The General Assembly of the World Chess Union thanked Kenya."),
        ("en", "The General Assembly of shareholders of Brightwater thanked Kenya."),
        ("en", "The General Assembly of South Carolina thanked Kenya."),
        ("en", "The Vermont General Assembly thanked Kenya."),
        ("en", "The Human Rights Council of Catalonia thanked Kenya."),
        ("en", "Malawi's Human Rights Council thanked Kenya."),
        ("en", "The Malawian Human Rights Council thanked Kenya."),
        ("en", "The Security Council of the Nordic Union thanked Kenya."),
        ("fr", "Le Conseil de sécurité de l'Union nordique a remercié le Kenya."),
        ("fr", "L'Assemblée générale des actionnaires de Brunet a remercié le Kenya."),
        ("fr", "L'Assemblée générale de l'Église luthérienne a remercié le Kenya."),
        ("fr", "Le Conseil des droits de l'homme de Catalogne a remercié le Kenya."),
        ("fr", "Le Conseil des droits de l'homme malawite a remercié le Kenya."),
    ],
)
def test_a_church_a_company_or_a_part_of_a_state_has_its_own_assembly(kit: Kit, language: str, text: str) -> None:
    """A council's bare name said with another owner, known or not, is no body of the United Nations, nor a person."""
    links = read(text, kit, "2024-05-01", language)
    assert not _OF_THE_UN & {actor for link in links.links for actor in link.actors}
    assert "Human Rights" not in {actor.name for actor in links.actors.values()}


@pytest.mark.parametrize(
    ("language", "text", "actor"),
    [
        ("en", "The General Assembly of September 2022 pleased Kenya.", "UNGA"),
        ("en", "The September General Assembly pleased Kenya.", "UNGA"),
        ("en", "Monday's Security Council pleased Kenya.", "UNSC"),
        ("en", "The New York General Assembly debate pleased Kenya.", "UNGA"),
        ("en", "The Geneva Human Rights Council pleased Kenya.", "UNHRC"),
        ("en", "Malawi's Human Rights Council seat pleased Kenya.", "UNHRC"),
        ("en", "President Joe Biden's General Assembly speech pleased Kenya.", "UNGA"),
        ("en", "The General Assembly of 193 nations thanked Kenya.", "UNGA"),
        ("en", "The General Assembly of the organisation thanked Kenya.", "UNGA"),
        ("en", "The UN's powerful Security Council thanked Kenya.", "UNSC"),
        ("fr", "L'Assemblée générale de septembre 2022 a remercié le Kenya.", "UNGA"),
        ("fr", "L'Assemblée générale de New York a remercié le Kenya.", "UNGA"),
        ("fr", "Le Conseil des droits de l'homme de Genève a remercié le Kenya.", "UNHRC"),
    ],
)
def test_a_month_a_seat_or_a_speaker_owns_no_assembly(kit: Kit, language: str, text: str, actor: str) -> None:
    """What says when, where or by whom a body was addressed leaves its name with the United Nations."""
    assert actor in {found for link in read(text, kit, "2024-05-01", language).links for found in link.actors}


@pytest.mark.parametrize(
    ("language", "text", "holder"),
    [
        ("en", "The president of the European Council thanked Kenya.", "charles-michel"),
        ("en", "The EU council president thanked Kenya.", "charles-michel"),
        ("en", "The EU commission president thanked Kenya.", "ursula-von-der-leyen"),
        ("en", "The ECOWAS president thanked Kenya.", "omar-touray"),
        ("en", "The president of the Assembly of the African Union thanked Kenya.", "mohamed-ould-ghazouani"),
        ("en", "The president of the French National Assembly thanked Kenya.", "yael-braun-pivet"),
        ("en", "The president of the French Senate thanked Kenya.", "gerard-larcher"),
        ("en", "The speaker of the Federation Council thanked Kenya.", "valentina-matviyenko"),
        ("en", "The speaker of the State Duma thanked Kenya.", "vyacheslav-volodin"),
        ("fr", "Le président du Conseil européen a remercié le Kenya.", "charles-michel"),
        ("fr", "La présidente du Parlement européen a remercié le Kenya.", "roberta-metsola"),
        ("fr", "Le président du Sénat français a remercié le Kenya.", "gerard-larcher"),
        ("fr", "Le président du Conseil italien a remercié le Kenya.", "giorgia-meloni"),
    ],
)
def test_the_president_of_an_organ_holds_that_organs_office(kit: Kit, language: str, text: str, holder: str) -> None:
    """Of several presidents of an organisation or state, the one of the organ named is meant."""
    assert holder in {actor for link in read(text, kit, "2024-05-01", language).links for actor in link.actors}


@pytest.mark.parametrize(
    ("language", "text", "other"),
    [
        ("en", "The president of the ECOWAS Parliament thanked Kenya.", "omar-touray"),
        ("en", "The president of the African Court on Human and Peoples' Rights thanked Kenya.", "moussa-faki-mahamat"),
        ("en", "The president of the Bank of France thanked Kenya.", "emmanuel-macron"),
        ("fr", "Le président du Parlement de la CEDEAO a remercié le Kenya.", "omar-touray"),
    ],
)
def test_the_president_of_an_organ_is_nobody_elses(kit: Kit, language: str, text: str, other: str) -> None:
    """Where the base knows no office of an organ, no other organ's president and no head of state stands in for it."""
    named = {actor for link in read(text, kit, "2024-05-01", language).links for actor in link.actors}
    assert other not in named
