"""Words of cooperation, talks and consent: families of verbs and nouns with their sides, and phrases that only look alike."""

from __future__ import annotations

import pytest

from dragoman.kit import Kit
from dragoman.project import read_text
from dragoman.records import EventReport


def reports(text: str, kit: Kit) -> tuple[EventReport, ...]:
    """Return what an English text reports."""
    return tuple(read_text(text, kit=kit, published="2026-05-01", language="en").reports)


def related(text: str, kit: Kit) -> set[tuple[str, frozenset[str | None]]]:
    """Return, for every report of a text, its type (also reduced) and the states on either side."""
    return {
        (type_, frozenset(party.state for party in r.actors + r.recipients))
        for r in reports(text, kit)
        for type_ in (r.type, r.reduced_type)
    }


@pytest.mark.parametrize(
    ("text", "states"),
    [
        ("Finland and Estonia swapped fingerprints of car thieves last month.", "FIN EST"),
        ("Finland has exchanged radar data with Estonia since 2014.", "FIN EST"),
        ("Kenyan and Tanzanian police traded files on ivory smugglers.", "KEN TZA"),
        ("An exchange of blacklists between Thailand and Laos led to nine arrests.", "THA LAO"),
        ("Portugal shared its satellite images with Spain during the fires.", "PRT ESP"),
        ("Prague supplied Vienna with the documents of the case.", "CZE AUT"),
        ("Czech detectives passed the evidence to Austria.", "CZE AUT"),
        ("Belgium received the recordings from the Netherlands.", "NLD BEL"),
        ("Acting on a tip from the FBI, Philippine police raided the house.", "USA PHL"),
        ("Philippine police acted on information from the United States.", "USA PHL"),
        ("Chile and Peru ran a joint search for the trawler.", "CHL PER"),
        ("Chile opened a shared laboratory with Peru in Arica.", "CHL PER"),
        ("Mongolia and Kazakhstan set up a mixed border post.", "MNG KAZ"),
        ("The Omani navy held combined manoeuvres with India.", "OMN IND"),
        ("The navies of Oman and India finished a joint patrol on Friday.", "OMN IND"),
        ("Greek and Bulgarian engineers jointly repaired the dam.", "GRC BGR"),
        ("Greece and Bulgaria built the pipeline together.", "GRC BGR"),
        ("The drone was developed by Ukraine in tandem with Romania.", "UKR ROU"),
        ("Croatian and Slovenian firefighters battled the blaze together.", "HRV SVN"),
        ("Croatia fought the wildfire alongside Slovenia.", "HRV SVN"),
        ("Russia and Iran began four days of drills in the Caspian.", "RUS IRN"),
        ("Albania handed the banker to Italian prosecutors.", "ALB ITA"),
        ("Albania turned the fugitive over to the Italian police.", "ALB ITA"),
        ("The banker was extradited from Albania to Italy.", "ALB ITA"),
        ("Tirana surrendered the wanted man to Italian justice.", "ALB ITA"),
        ("Italy won the extradition of the banker from Albania.", "ALB ITA"),
        ("Turkey resumed imports of oranges from Egypt.", "TUR EGY"),
        ("Egypt restarted exports of liquefied gas to Turkey.", "TUR EGY"),
        ("Morocco and Mauritania reopened trade at the desert post.", "MAR MRT"),
        ("Morocco has resumed flights with Mauritania.", "MAR MRT"),
        ("Armenia and Turkey threw open the bridge at Margara.", "ARM TUR"),
        ("Ankara opened its market to Armenia.", "ARM TUR"),
        ("Japan's central bank extended a currency swap with India.", "JPN IND"),
        ("Kenya and Uganda launched a ferry on the lake.", "KEN UGA"),
        ("Kenya runs trains with Uganda.", "KEN UGA"),
        ("Lithuania synchronised its grid with Poland.", "LTU POL"),
        ("Poland and Lithuania linked their power networks.", "LTU POL"),
        ("Vilnius entered a partnership with Warsaw on rockets.", "LTU POL"),
        ("Bolivia and Paraguay split the costs of the road.", "BOL PRY"),
        ("Gas began to flow from Azerbaijan to Bulgaria.", "AZE BGR"),
        ("Saudi Arabia bought a stake in a French shipyard from France.", "SAU FRA"),
        ("Sudan and South Sudan are trading freely again.", "SDN SSD"),
        ("Sudan did business with South Sudan throughout the war.", "SDN SSD"),
        ("Data on the smugglers was exchanged between Serbia and Bulgaria.", "SRB BGR"),
        ("Serbia and Bulgaria pooled their helicopters against the fires.", "SRB BGR"),
        ("Serbia took part in naval exercises with Bulgaria.", "SRB BGR"),
        ("A Serbian court cleared the extradition of the banker to Bulgaria.", "SRB BGR"),
        ("Serbia executed a Bulgarian arrest warrant.", "SRB BGR"),
        ("Serbia ordered twelve trams from Bulgaria.", "SRB BGR"),
        ("Serbia is leasing a port from Bulgaria.", "SRB BGR"),
        ("Bus services between Serbia and Bulgaria resumed on Monday.", "SRB BGR"),
        ("The border between Serbia and Bulgaria was reopened to trucks.", "SRB BGR"),
        ("Serbia and Bulgaria merged their gas exchanges.", "SRB BGR"),
        ("Denmark joined Iceland in a search for the ferry.", "DNK ISL"),
        ("Danish and Icelandic ships are mapping the seabed together.", "DNK ISL"),
        ("Danish customs tipped off Iceland about the cargo.", "DNK ISL"),
    ],
)
def test_joint_work_and_exchanges_are_cooperation(kit: Kit, text: str, states: str) -> None:
    """What two states swap, run, build or trade together, or hand to each other's courts, is cooperation between them."""
    assert ("COOPERATE", frozenset(states.split())) in related(text, kit)


@pytest.mark.parametrize(
    ("text", "states"),
    [
        ("Austrian and Hungarian ministers huddled in Bratislava.", "AUT HUN"),
        ("Austria haggled with Hungary over the water.", "AUT HUN"),
        ("The Austrian chancellor was on the line with Hungary's president.", "AUT HUN"),
        ("The Austrian chancellor got on the phone with Hungary's prime minister.", "AUT HUN"),
        ("A call between the Austrian chancellor and Hungary's president lasted an hour.", "AUT HUN"),
        ("The Hungarian prime minister sounded out the Austrian chancellor on the plan.", "AUT HUN"),
        ("Hungary's minister took the Austrian ambassador aside.", "AUT HUN"),
        ("Hungary's minister buttonholed the Austrian envoy in the corridor.", "AUT HUN"),
        ("Austria raised the matter with Hungary.", "AUT HUN"),
        ("The Austrian president traded views with his Hungarian counterpart.", "AUT HUN"),
        ("The Austrian president took tea with the Hungarian prime minister.", "AUT HUN"),
        ("Austria and Hungary wrapped up a second round of talks.", "AUT HUN"),
        ("The Austrian and Hungarian envoys thrashed out the details.", "AUT HUN"),
        ("The Austrian chancellor stopped over in Budapest.", "AUT HUN"),
        ("The Austrian chancellor touched down in Budapest.", "AUT HUN"),
        ("The Austrian chancellor ended his visit to Hungary.", "AUT HUN"),
        ("Budapest rolled out the red carpet for the Austrian chancellor.", "AUT HUN"),
        ("Hungary gave a banquet for the Austrian president.", "AUT HUN"),
        ("The Hungarian president granted the Austrian minister an audience.", "AUT HUN"),
        ("The Austrian minister was closeted with his Hungarian counterpart for hours.", "AUT HUN"),
        ("The Austrian delegation sat across from Hungary for the first time.", "AUT HUN"),
        ("The Serbian foreign minister dined with his Bulgarian counterpart.", "SRB BGR"),
        ("The Serbian president called his Bulgarian counterpart to discuss the floods.", "SRB BGR"),
        ("The Serbian minister ran into the Bulgarian ambassador.", "SRB BGR"),
        ("Serbian and Bulgarian diplomats were locked in talks until dawn.", "SRB BGR"),
        ("The Serbian premier made a stop in Bulgaria.", "SRB BGR"),
        ("The Danish minister exchanged gifts with Iceland's president.", "DNK ISL"),
        ("The arrival of an Austrian delegation in Budapest was kept quiet.", "AUT HUN"),
    ],
)
def test_encounters_are_consultation(kit: Kit, text: str, states: str) -> None:
    """A call, a word aside, a table shared, a visit or an audience is a consultation between those who take part."""
    assert ("CONSULT", frozenset(states.split())) in related(text, kit)


@pytest.mark.parametrize(
    ("text", "states"),
    [
        ("Qatar gave its word to Lebanon that the fuel would come.", "QAT LBN"),
        ("Qatar offered Lebanon a discount on fuel.", "QAT LBN"),
        ("Qatar offered the Lebanese army new barracks.", "QAT LBN"),
        ("Qatar promised Lebanon that the power station would be built.", "QAT LBN"),
        ("Qatar assured Lebanon of cheap diesel.", "QAT LBN"),
        ("Doha assured Beirut that the fuel would come.", "QAT LBN"),
        ("Qatar held out the prospect of a loan to Lebanon.", "QAT LBN"),
        ("Qatar dangled a loan before Lebanon.", "QAT LBN"),
        ("Qatar wants better relations with Lebanon.", "QAT LBN"),
        ("Qatar is interested in buying apples from Lebanon.", "QAT LBN"),
        ("Lebanon secured a promise of fuel from Qatar.", "QAT LBN"),
        ("Lebanon won an assurance from Qatar that the loan would be paid.", "QAT LBN"),
        ("Lebanon took up Qatar's offer.", "QAT LBN"),
        ("Lebanon acquiesced in Qatar's plan.", "QAT LBN"),
        ("Qatar and Lebanon settled on a price.", "QAT LBN"),
        ("Qatar and Lebanon shook on the deal.", "QAT LBN"),
        ("Qatar struck a bargain with Lebanon.", "QAT LBN"),
        ("Qatar and Lebanon agreed a timetable for the pipeline.", "QAT LBN"),
        ("Qatar and Lebanon agreed that the border fund would be doubled.", "QAT LBN"),
        ("Qatar bound itself to supply Lebanon with gas.", "QAT LBN"),
        ("Qatar pledged itself to the defence of Lebanon.", "QAT LBN"),
        ("Washington greenlighted the sale of helicopters to Egypt.", "USA EGY"),
        ("Egypt signalled its readiness for talks with the United States.", "USA EGY"),
        ("Egypt fixed a meeting with the United States for May.", "USA EGY"),
        ("Egypt vowed cooperation with the United States.", "USA EGY"),
        ("Serbia has agreed to Bulgaria's request.", "SRB BGR"),
        ("Serbia plans to build a plant with Bulgaria.", "SRB BGR"),
        ("Serbia hopes to buy power from Bulgaria.", "SRB BGR"),
        ("Denmark and Iceland signed a letter of intent on the cable.", "DNK ISL"),
        ("Denmark and Iceland buried their quarrel over herring.", "DNK ISL"),
    ],
)
def test_given_words_are_agreement(kit: Kit, text: str, states: str) -> None:
    """A promise given or won, an offer made or taken up, a price or a date settled is an agreement between the two sides."""
    assert ("AGREE", frozenset(states.split())) in related(text, kit)


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("Finland and Estonia traded insults over the cable.", "COOPERATE"),
        ("Finland and Estonia exchanged fire on the lake.", "COOPERATE"),
        ("Finland shares a border with Estonia.", "COOPERATE"),
        ("France and Germany share the fear of a new war.", "COOPERATE"),
        ("The Kurdish parties will share power with Baghdad.", "COOPERATE"),
        ("The deputy handed a petition to the Polish court.", "COOPERATE"),
        ("Germany handed the vehicles to the Malian police.", "COOPERATE"),
        ("The rebels surrendered to the Chadian police.", "COOPERATE"),
        ("France handed a base to the Senegalese police.", "COOPERATE"),
        ("Norway received a letter from Denmark.", "COOPERATE"),
        ("Spain acted on its threat against Morocco.", "COOPERATE"),
        ("Two brothers built the Finnish house together in Sweden.", "COOPERATE"),
        ("Russia began drills near the Finnish border.", "COOPERATE"),
        ("Russia trained with American rifles.", "COOPERATE"),
        ("Peru opened a market in Lima.", "COOPERATE"),
        ("Kenya broke ground on a new railway.", "COOPERATE"),
        ("Blood flowed from Syria to Lebanon in that war.", "COOPERATE"),
        ("Estonia opened its archive to Finnish historians.", "AGREE"),
        ("Turkey and Syria shook on Monday when the earthquake struck.", "AGREE"),
        ("Settlers from Israel settled on the Syrian plateau.", "AGREE"),
        ("Qatar won a promise of calm.", "AGREE"),
        ("Italy is interested in art from Egypt.", "AGREE"),
        ("Poland is in line with Germany on the tariff.", "CONSULT"),
        ("The call between the hills woke the Austrian shepherds.", "CONSULT"),
        ("Sri Lanka took issue with Norway's choice of words.", "CONSULT"),
        ("The arrival of American tanks in Poland took a week.", "CONSULT"),
        ("Austria drew a line with Hungary.", "CONSULT"),
        ("Ships of Greece stopped over the wreck in Turkish waters.", "CONSULT"),
        ("Serbia resumed its criticism of Bulgaria.", "COOPERATE"),
        ("Russia held naval exercises off Bulgaria.", "COOPERATE"),
        ("Serbia ordered the diplomats out of Bulgaria.", "COOPERATE"),
        ("The pool in Serbia was built like that of Bulgaria.", "COOPERATE"),
        ("Serbian troops ran into Bulgarian fire.", "CONSULT"),
        ("Serbia sees the Bulgarian president as a threat.", "CONSULT"),
        ("Serbia hopes that Bulgaria loses the match.", "AGREE"),
        ("Serbia called on Bulgaria to discuss the floods.", "CONSULT"),
        ("Serbia recalled files that Bulgaria had burned.", "COOPERATE"),
        ("Serbian judges sentenced the Bulgarian spy in open court.", "COOPERATE"),
        ("Denmark joined Iceland in mourning.", "COOPERATE"),
        ("The boat tipped over in Danish waters off Iceland.", "COOPERATE"),
    ],
)
def test_lookalikes_are_no_cooperation(kit: Kit, text: str, type_: str) -> None:
    """The same verbs of other things (insults, fire, a border, a quake, a line) are no act of that type."""
    assert type_ not in {r.type for r in reports(text, kit)}
