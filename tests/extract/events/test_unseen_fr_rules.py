"""French constructions of news: what a verb governs, whom small words stand for, which adjective joins two states."""

from __future__ import annotations

import pytest

import dragoman
from dragoman.kit import Kit

READ = {
    "Des bombardiers britanniques partis de Chypre ont attaqué les aérodromes égyptiens.": "ASSAULT GBR>EGY",
    "Les entretiens sino-américains ont repris à Genève.": "CONSULT CHN+USA>",
    "Le ministre malien reproche à l'OTAN d'avoir bombardé la Libye.": "ACCUSE MLI>NATO",
    "L'Union européenne a sanctionné le régime biélorusse et l'accuse de trafic.": "ACCUSE EU>BLR",
    "La France a envoyé des policiers au Kosovo. L'Allemagne y a dépêché un bataillon.": "MOBILIZE DEU>XKX",
    "Athènes et Ankara se querellent. Le Canada a encouragé les deux partenaires de l'OTAN à négocier.": "REQUEST CAN>GRC+TUR",
    "L'Inde et le Pakistan s'engagent à ne pas recourir à la force.": "AGREE IND+PAK>",
    "La Suède a proposé à l'Estonie d'envoyer des experts.": "AGREE SWE>EST",
    "L'Algérie a pour sa part proposé à l'Espagne d'accroître ses livraisons de gaz.": "AGREE DZA>ESP",
    "Le Kirghizstan s'est entretenu avec le Kazakhstan et lui a proposé toute l'aide nécessaire.": "AGREE KGZ>KAZ",
    "La Belgique se retire du Burundi.": "RETREAT BEL>BDI",
    "La Belgique se retire de l'Unesco.": "SANCTION BEL>UNESCO",
    "Le Premier ministre hongrois a convié son homologue suédois à Budapest pour y négocier.": "AGREE HUN>SWE",
    "Les États-Unis et le Royaume-Uni ont bombardé le Yémen. Le Yémen a promis de se venger.": "THREATEN YEM>GBR+USA",
    "Le Mexique a sommé le Chili de rendre l'île. Le Chili s'y refuse.": "REJECT CHL>MEX",
    "L'U.R.S.S. a opposé son veto à un texte américain la sommant de partir.": "REJECT SUN>USA",
    "La Grèce a lancé un ultimatum à la Turquie, qui l'a rejeté.": "REJECT TUR>GRC",
    "Le Bénin a libéré trois des cinq Nigériens qu'il avait arrêtés.": "RETREAT BEN>NER",
    "Londres a jugé la menace américaine « totalement injustifiée ».": "ACCUSE GBR>USA",
    "Rome, Berlin et Oslo ont répondu à l'invitation du Danemark en lui envoyant des chars.": "AGREE DEU+ITA+NOR>DNK",
    "La France a livré des missiles à la Tunisie et un navire américain a fait escale à Bizerte.": "AID FRA>TUN",
    "Le Hamas a mis en garde Washington et Londres.": "THREATEN PSE>GBR+USA",
    "Des policiers tchadiens ont fait irruption dans l'ambassade du Gabon.": "ASSAULT TCD>GAB",
    "L'émissaire américain, arrivé vendredi à Riga, a rencontré le ministre letton.": "CONSULT LVA+USA>",
}
NOT_READ = {
    "L'URSS a condamné l'agression commise contre l'Égypte.": "ACCUSE SUN>EGY",
    "Oslo a dénoncé une violation de la souveraineté du Yémen.": "ACCUSE NOR>YEM",
    "La Grèce a rejeté l'offre turque et adressé une lettre à l'ONU.": "REJECT GRC>UN",
    "Le Chili et le Pérou négocient. Le Pérou a demandé à ses ressortissants de quitter le pays.": "REQUEST PER>CHL",
    "Le Japon, l'Australie et le Canada ont signé un pacte. L'Inde a salué les deux pays.": "SUPPORT IND>AUS+CAN",
    "Le Danemark a décidé de renforcer sa garnison au Groenland.": "REQUEST DNK>GRL",
    "Le Mali a déclaré que son pays se défendrait contre le Niger.": "SUPPORT MLI>NER",
    "Le président lituanien a été la cible d'une critique après le départ du ministre polonais.": "ASSAULT POL>LTU",
}


def _read(kit: Kit, text: str) -> set[str]:
    found = set()
    for report in dragoman.read_text(text, kit=kit, language="fr", published="2025-05-01").reports:
        sides = [sorted({str(party.state) for party in side}) for side in (report.actors, report.recipients)]
        found.add(f"{report.type} {'+'.join(sides[0])}>{'+'.join(sides[1])}")
    return found


@pytest.mark.parametrize(("text", "wanted"), READ.items())
def test_the_construction_is_read(kit: Kit, text: str, wanted: str) -> None:
    """Type, who, to whom; of what all do to each other both stand on the left."""
    assert wanted in _read(kit, text)


@pytest.mark.parametrize(("text", "unwanted"), NOT_READ.items())
def test_what_only_looks_like_an_act_is_not_read(kit: Kit, text: str, unwanted: str) -> None:
    """Victims are not accused, one's own people are nobody else, a list of three is no pair."""
    assert unwanted not in _read(kit, text)
