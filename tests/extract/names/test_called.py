"""Bodies that the noun of their name takes up: "the Council" after "the Permanent Council of the OAS"."""

from __future__ import annotations

import pytest

from dragoman.kit import Kit
from extract.names.test_linking import actors_of, read


@pytest.mark.parametrize(
    ("language", "text", "surface", "actor"),
    [
        ("en", "Envoys met at the OAS Permanent Council. They spoke for hours. The Council thanked Peru.", "Council",
         "OAS.permanent-council"),
        ("en", "The Arab League met. It rained. The League thanked Kenya.", "League", "ARAB-LEAGUE"),
        ("en", "The IAEA sent experts to Ghana. The Agency thanked Kenya.", "The Agency", "IAEA"),
        ("en", "The International Criminal Court heard a witness. The Court thanked Kenya.", "The Court", "ICC"),
        ("en", "The International Monetary Fund lent money. The Fund thanked Kenya.", "Fund", "IMF"),
        ("en", "The World Bank lent money. The Bank thanked Kenya.", "The Bank", "WORLD-BANK"),
        ("en", "The European Council met. The Human Rights Council met too. The Council thanked Kenya.", "Council", "UNHRC"),
        ("fr", "Le Conseil permanent de l'OEA a siégé. Il pleuvait. Le Conseil a remercié le Pérou.", "Conseil",
         "OAS.permanent-council"),
        ("fr", "La Ligue arabe a siégé. La Ligue a remercié le Kenya.", "Ligue", "ARAB-LEAGUE"),
        ("fr", "L'AIEA a envoyé des experts. L'Agence a remercié le Kenya.", "L'Agence", "IAEA"),
        ("fr", "La Banque mondiale a prêté de l'argent. La Banque a remercié le Kenya.", "La Banque", "WORLD-BANK"),
    ],
)  # fmt: skip
def test_a_noun_alone_is_the_body_last_named_with_it(kit: Kit, language: str, text: str, surface: str, actor: str) -> None:
    """A capitalised noun with its article takes up the body whose name it is the noun of, named in full or by letters."""
    assert actors_of(read(text, kit, "2024-05-01", language), surface) == (actor,)


@pytest.mark.parametrize(
    ("text", "other"),
    [
        ("The Security Council met. The Lagos City Council met too. The Council thanked Kenya.", "UNSC"),
        ("The Security Council met. The Council of Elders met too. The Council thanked Kenya.", "UNSC"),
        ("The International Criminal Court met. Kenya's Supreme Court met too. The Court thanked Ghana.", "ICC"),
        ("The Islamic State fled. The State thanked Kenya.", "ISIS"),
        ("The Arab League fled. Her League thanked Kenya.", "ARAB-LEAGUE"),
    ],
)
def test_a_noun_alone_is_nobody_elses(kit: Kit, text: str, other: str) -> None:
    """A body of that noun named since, though unknown, keeps it; "the State" and "her League" name no group or union."""
    links = read(text, kit, "2024-05-01")
    assert [actor for link in links.links for actor in link.actors].count(other) <= 1
