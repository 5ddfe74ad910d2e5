"""French words of acts: a sentence for each family of rows, and sentences that the conditions of the rows keep out."""

from __future__ import annotations

import pytest

from dragoman.kit import Kit
from extract.events.test_french_idioms import acts

VERBAL = [
    ("Le parquet italien a requis dix ans de prison contre un diplomate égyptien.", ("ACCUSE", "ITA", "EGY")),
    ("Le parquet italien a retenu huit chefs d'accusation contre un banquier suisse.", ("ACCUSE", "ITA", "CHE")),
    ("La justice belge s'intéresse aux comptes du Qatar.", ("ACCUSE", "BEL", "QAT")),
    ("Le Pakistan fait campagne contre l'Inde.", ("ACCUSE", "PAK", "IND")),
    ("La Serbie s'est engagée auprès du Kosovo à rouvrir le pont.", ("AGREE", "SRB", "XKX")),
    ("Le président sénégalais a convié son homologue gambien à la cérémonie d'investiture.", ("AGREE", "SEN", "GMB")),
    ("Londres a mis fin à l'embargo contre la Zambie.", ("CONCEDE", "GBR", "ZMB")),
    ("Bruxelles a accordé à l'Italie deux ans de répit.", ("CONCEDE", "EU", "ITA")),
    ("Le Chili a cédé aux exigences de la Bolivie.", ("CONCEDE", "CHL", "BOL")),
    ("La justice turque a abandonné les charges contre un pasteur américain.", ("CONCEDE", "TUR", "USA")),
    ("Israël a rouvert son ciel à la Jordanie.", ("CONCEDE", "ISR", "JOR")),
    ("L'Espagne et le Maroc ne sont pas parvenus à s'entendre.", ("REJECT", "ESP MAR", "")),
    ("Le Kenya a retiré son invitation au ministre somalien.", ("REJECT", "KEN", "SOM")),
    ("Le président colombien n'a pas voulu recevoir l'émissaire du Venezuela.", ("REJECT", "COL", "VEN")),
    ("La Roumanie a renoncé à sa visite en Hongrie.", ("REJECT", "ROU", "HUN")),
    ("Malte n'a pas laissé accoster le navire libyen.", ("REJECT", "MLT", "LBY")),
    ("Le Nigeria veut que le Bénin ferme ses dépôts.", ("REQUEST", "NGA", "BEN")),
    ("Le ministre estonien a déclaré que la Hongrie devait payer.", ("REQUEST", "EST", "HUN")),
    ("Le Parlement kosovar réclame la tête du ministre serbe.", ("REQUEST", "XKX", "SRB")),
    ("Le Maroc soutient sans réserve le Gabon.", ("SUPPORT", "MAR", "GAB")),
    ("Le Vietnam et la Corée du Sud ont bouclé un accord de pêche.", ("SUPPORT", "VNM KOR", "")),
    ("Le président kényan a souhaité bonne chance à la Tanzanie.", ("SUPPORT", "KEN", "TZA")),
    ("Israël a promis d'écraser le Hezbollah.", ("THREATEN", "ISR", "LBN")),
    ("Le président polonais se méfie de la Russie.", ("ACCUSE", "POL", "RUS")),
    ("La Norvège s'est portée garante de l'Islande.", ("SUPPORT", "NOR", "ISL")),
]

MATERIAL = [
    ("Le Rwanda a dépêché des casques bleus en Centrafrique.", ("AID", "RWA", "CAF")),
    ("La Pologne a fait parvenir des munitions à l'Ukraine.", ("AID", "POL", "UKR")),
    ("L'Arménie a obtenu un prêt de la Russie.", ("AID", "RUS", "ARM")),
    ("Un opposant vénézuélien a obtenu l'asile de l'Espagne.", ("AID", "ESP", "VEN")),
    ("La Suède livrera des Gripen à l'Ukraine.", ("AID", "SWE", "UKR")),
    ("L'armée éthiopienne a arraché une colline à l'Érythrée.", ("ASSAULT", "ETH", "ERI")),
    ("Un drone ukrainien a touché un dépôt russe.", ("ASSAULT", "UKR", "RUS")),
    ("Les rebelles congolais ont fait sauter un pont rwandais.", ("ASSAULT", "COD", "RWA")),
    ("Des rebelles congolais ont capturé des marins tanzaniens.", ("ASSAULT", "COD", "TZA")),
    ("La police iranienne a jeté en prison une touriste suédoise.", ("COERCE", "IRN", "SWE")),
    ("Des pirates nord-coréens ont dérobé des données au Japon.", ("COERCE", "PRK", "JPN")),
    ("Le Tchad a reconduit à la frontière cent Soudanais.", ("COERCE", "TCD", "SDN")),
    ("Le Kremlin inonde de fausses nouvelles la Lettonie.", ("COERCE", "RUS", "LVA")),
    ("Accra et Lomé traquent ensemble les pirates.", ("COOPERATE", "GHA TGO", "")),
    ("La Colombie a remis à la justice américaine un trafiquant présumé.", ("COOPERATE", "COL", "USA")),
    ("Le commerce entre le Chili et le Pérou a doublé.", ("COOPERATE", "CHL PER", "")),
    ("La Chine et l'Iran échangent des plans de missiles.", ("COOPERATE", "CHN IRN", "")),
    ("Le Cambodge a acheminé des blindés vers la Thaïlande.", ("MOBILIZE", "KHM", "THA")),
    ("La marine chinoise a fait croiser un porte-avions près des Philippines.", ("MOBILIZE", "CHN", "PHL")),
    ("Des agriculteurs français ont bloqué des camions espagnols.", ("PROTEST", "FRA", "ESP")),
    ("Les rebelles ougandais ont remis leurs armes au Soudan du Sud.", ("RETREAT", "UGA", "SSD")),
    ("Un pêcheur sri-lankais a retrouvé la liberté en Inde.", ("RETREAT", "IND", "LKA")),
    ("L'armée française a quitté le Tchad.", ("RETREAT", "FRA", "TCD")),
    ("Le musée britannique a remis au Nigeria un bronze volé.", ("RETREAT", "GBR", "NGA")),
    ("Un tribunal russe a condamné un journaliste américain à seize ans de prison.", ("SANCTION", "RUS", "USA")),
    ("La Croatie maintient fermée sa frontière avec la Serbie.", ("SANCTION", "HRV", "SRB")),
    ("Le Niger a signifié son congé au représentant français.", ("SANCTION", "NER", "FRA")),
    ("Le Somaliland a fait défection de l'Union africaine.", ("SANCTION", "SML", "AU")),
    ("Moscou a prépositionné des missiles en Biélorussie.", ("MOBILIZE", "RUS", "BLR")),
    ("Des militants iraniens ont tagué la façade du consulat d'Azerbaïdjan.", ("PROTEST", "IRN", "AZE")),
    ("Washington a supprimé les préférences douanières de l'Inde.", ("SANCTION", "USA", "IND")),
]


@pytest.mark.parametrize(("text", "expected"), VERBAL)
def test_words_spoken_are_acts(kit: Kit, text: str, expected: tuple[str, str, str]) -> None:
    """What is charged, promised, granted, refused, asked, praised or threatened is read between the states named."""
    assert expected in acts(text, kit)


@pytest.mark.parametrize(("text", "expected"), MATERIAL)
def test_deeds_are_acts(kit: Kit, text: str, expected: tuple[str, str, str]) -> None:
    """What is given, done together, moved, blocked, taken or given up is read between the states named."""
    assert expected in acts(text, kit)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Le Pérou se livre à une réflexion sur la Bolivie.", "AID"),
        ("La Chine et l'Iran échangent des plans de missiles.", "ASSAULT"),
        ("L'usine hongroise a pris feu en Autriche.", "ASSAULT"),
        ("Un satellite indien a touché le sol russe.", "ASSAULT"),
        ("Le Kenya poursuit ses essais près de la Tanzanie.", "ACCUSE"),
        ("Le Pakistan a retenu l'attention de l'Inde.", "ACCUSE"),
        ("Le président grec a salué le président chypriote.", "CONSULT"),
        ("Le Pérou craint une baisse des prix au Chili.", "ACCUSE"),
        ("Le gazole a transité par la Turquie.", "CONSULT"),
        ("La Bolivie porte un coup fort à l'Argentine.", "SUPPORT"),
        ("La Finlande a approché la Suède.", "MOBILIZE"),
        ("Le Mali a marché vers la paix avec l'Algérie.", "PROTEST"),
        ("Bruxelles a accordé à l'Italie deux ans de plus.", "REJECT"),
        ("Le Honduras s'est retiré de l'Organisation des États américains.", "RETREAT"),
        ("Le Maroc soutient que l'Espagne a menti.", "SUPPORT"),
    ],
)
def test_other_senses_are_not_the_act(kit: Kit, text: str, kind: str) -> None:
    """A word in another sense, or with other things beside it, is not read as the act."""
    assert not [act for act in acts(text, kit) if act[0] == kind]
