"""Short reports of our own in the manner of news agencies, 1939 to 2025, with the acts between states that they tell.

All were written and coded by hand, a round at a time, before the program read any of the round; nothing here follows what it
reads. An act is "TYPE ACTORS>RECIPIENTS", types that a coder could defend split by "/"; done to each other: both sides on
the left. What had not happened at the time carries its status behind it (last round). "?" marks what is debatable. A line
that goes on is no new paragraph.
"""

from __future__ import annotations

# name, day, text, acts
Passages = tuple[tuple[str, str, str, str], ...]

FIRST: Passages = (
    (
        "danube fish",
        "1998-03-12",
        """Romania on Thursday closed its side of the Danube delta to Ukrainian fishing boats, accusing their crews of
poaching sturgeon in its waters. The decision came two days after a Romanian patrol vessel had fired warning
shots at a trawler from Izmail, wounding its mate.

Kiev handed the Romanian ambassador a note of protest. "This is not how neighbours behave," foreign ministry
spokesman Andrii Veselovsky told reporters. He said Ukraine wanted the trawler and its crew of six back at once
and would take the matter to the Danube Commission if Bucharest did not hand them over by Monday.

Bucharest said it had nothing to apologise for. Romanian Foreign Minister Andrei Plesu telephoned his Ukrainian
counterpart Hennadiy Udovenko late on Wednesday and proposed that a joint commission look into the shooting.
Ukraine has yet to reply.

Moldova, which shares the lower river with both, offered to mediate. The Danube Commission in Budapest appealed
to the two countries to settle the quarrel quietly.""",
        """SANCTION/COERCE/REJECT ROU>UKR
ACCUSE ROU>UKR
ASSAULT/MOBILIZE/COERCE ROU>UKR
ACCUSE UKR>ROU
REQUEST UKR>ROU
THREATEN/ACCUSE UKR>ROU
REJECT ROU>UKR
CONSULT ROU>UKR
AGREE/REQUEST ROU>UKR
AGREE MDA>ROU+UKR
REQUEST DANUBE>ROU+UKR""",
    ),
    (
        "sahel garrison",
        "2024-01-18",
        """NIAMEY (AFP) - Niger's military rulers on Thursday told the last French gendarmes guarding the embassy in Niamey
to be out of the country within a week, days after Paris shut the mission for good.

The junta, which seized power last July, has already torn up five defence accords with its former coloniser and
sent home some 1,500 French soldiers. It has since turned to Moscow: a Russian deputy defence minister, Yunus-
bek Yevkurov, was received in Niamey in December and the two sides put their names to a paper on military
cooperation.

In Paris, the foreign ministry called the ultimatum "absurd" and said its staff would leave when they were
ready. France still does not recognise the junta.

Benin meanwhile let the first tanker load Nigerien oil at Seme after reopening its port, ending a blockade that
it had imposed together with other members of the West African bloc ECOWAS. Niger has kept its own side of the
border shut and blames Cotonou for sheltering French bases, something that Benin denies.

ECOWAS, for its part, invited the junta to send a delegation to Abuja. No one came.""",
        """SANCTION/COERCE/REQUEST NER>FRA
SANCTION/RETREAT FRA>NER
SANCTION NER>FRA
SANCTION/COERCE NER>FRA
CONSULT NER+RUS>
SUPPORT/AGREE/COOPERATE NER+RUS>
ACCUSE FRA>NER
?REJECT FRA>NER
REJECT FRA>NER
CONCEDE/RETREAT/COOPERATE BEN>NER
SANCTION/COERCE BEN+ECOWAS>NER
SANCTION/COERCE NER>BEN
ACCUSE NER>BEN
?REJECT BEN>NER
AGREE/REQUEST ECOWAS>NER
?REJECT NER>ECOWAS""",
    ),
    (
        "cyprus gas",
        "2019-07-16",
        """The European Union froze high-level contacts with Turkey on Monday and docked 145 million euros from next year's
aid over Ankara's drilling off Cyprus.

Foreign ministers of the bloc said at a meeting in Brussels that the Turkish drillship Yavuz was in waters that
belong to the Republic of Cyprus. They also asked the European Investment Bank to look again at its lending in
Turkey and broke off negotiations with Ankara on an aviation agreement.

Turkey shrugged off the measures. "There is no need to take them very seriously," said Foreign Minister Mevlut
Cavusoglu, who vowed to send a fourth ship. He faulted Brussels for siding blindly with the Greek Cypriots.

Nicosia had wanted more. Athens, its closest partner, gave the package its full backing, while the United States
told Turkey to stop provocations. Egypt voiced concern at the drilling and warned Ankara against further
unilateral steps.

Ankara, which keeps 35,000 troops in the north of the island, sent two frigates to shield the Yavuz. Greek
Cypriot authorities have put out arrest warrants for its crew.""",
        """SANCTION EU>TUR
SANCTION EU>TUR
ACCUSE EU>TUR
SANCTION EU>TUR
REJECT TUR>EU
THREATEN TUR>CYP
ACCUSE TUR>EU
SUPPORT GRC>EU
REQUEST USA>TUR
ACCUSE EGY>TUR
THREATEN/REQUEST EGY>TUR
MOBILIZE TUR>CYP
COERCE/THREATEN CYP>TUR
?REQUEST EU>TUR""",
    ),
    (
        "zambia-rhodesia",
        "1973-02-02",
        """Lusaka, February 1 - Zambia announced today that it would send no more copper through Rhodesia, even though the
Smith government has said that the border, which it shut on January 9, could be opened again.

President Kenneth Kaunda told a rally that he would not be blackmailed by rebels. The closure was meant to
punish Zambia for sheltering guerrillas, whom Salisbury holds responsible for the laying of land mines that
killed two South African policemen.

Britain is to give Zambia emergency help to move its copper by way of Dar es Salaam, and China has promised
lorries. Tanzania has put a berth in its main port at the disposal of the Zambians. The Organisation of African
Unity hailed Dr Kaunda's stand.

South Africa, whose policemen serve on the Rhodesian bank of the Zambezi, distanced itself from Mr Smith's
action. Mr Vorster said that his government had not been consulted. In New York, the Security Council decided to
dispatch a mission to Lusaka; it had earlier deplored the presence of South African forces in the colony and
demanded that they go.

Portugal was reported to have complained to Salisbury about lost revenue on the Benguela and Beira lines.""",
        """SANCTION/REJECT ZMB>ZWE
SANCTION/COERCE ZWE>ZMB
REJECT/ACCUSE ZMB>ZWE
ACCUSE ZWE>ZMB
ASSAULT ZMB>ZAF
AGREE/AID GBR>ZMB
AGREE CHN>ZMB
AID/COOPERATE TZA>ZMB
SUPPORT OAU>ZMB
ACCUSE/REJECT ZAF>ZWE
AGREE/CONSULT UNSC>ZMB
ACCUSE UNSC>ZAF
REQUEST UNSC>ZAF
ACCUSE PRT>ZWE""",
    ),
    (
        "andes consulates",
        "2008-03-04",
        """BOGOTA (Reuters) - Ecuador and Venezuela moved troops and tanks to their borders with Colombia on Monday and
threw out its diplomats after a Colombian raid on a rebel camp inside Ecuador that killed a commander of the
FARC.

Colombia's police chief said laptops found in the camp showed that Venezuelan President Hugo Chavez had paid the
guerrillas $300 million. Caracas dismissed the charge as a lie. Ecuador's Rafael Correa, who had earlier broken
off relations with Bogota, rejected a Colombian apology for the incursion as insufficient.

Chavez said any attack on Venezuela would be answered with Russian-built fighter planes. He ordered the embassy
in Bogota closed.

Washington stood by its ally. "We support Colombia's need to respond to threats posed by a terrorist
organisation," a White House spokesman said, adding that it was up to Ecuador and Colombia to work it out.
France, which has been seeking the release of Ingrid Betancourt, regretted the killing of the rebel, with whom
its envoys had been in contact.

Brazil urged Colombia to make a fuller apology. The Organization of American States will hold an emergency
session on Tuesday at Ecuador's request. Bogota vowed to take Chavez to the International Criminal Court for
financing genocide.""",
        """MOBILIZE ECU+VEN>COL
SANCTION ECU+VEN>COL
ASSAULT COL>ECU
ACCUSE COL>VEN
REJECT VEN>COL
SANCTION ECU>COL
REJECT ECU>COL
?CONCEDE COL>ECU
THREATEN VEN>COL
SANCTION VEN>COL
SUPPORT USA>COL
ACCUSE FRA>COL
CONSULT FRA+FARC>
REQUEST BRA>COL
REQUEST ECU>OAS
THREATEN/ACCUSE COL>VEN""",
    ),
    (
        "mekong",
        "1979-01-09",
        """BANGKOK, Jan. 9 - Vietnamese troops and Cambodian insurgents took control of Phnom Penh this week, toppling the
government of Pol Pot, and diplomats here said Hanoi's columns were now within forty miles of the Thai frontier.

Thailand put its border provinces on alert and asked the United States to speed up deliveries of arms. It has
granted passage to Deputy Premier Ieng Sary, who was flown by helicopter to Bangkok and put on a plane to Hong
Kong, on his way to Peking.

China, the chief backer of the fallen regime, denounced Vietnam as the Cuba of the East and called for an urgent
meeting of the Security Council. The Soviet Union congratulated the new rulers and said they had the support of
Moscow. Peking has massed as many as 15 divisions opposite northern Vietnam, American intelligence sources say.

Prince Norodom Sihanouk, who was let out of house arrest by Pol Pot to plead his case at the United Nations,
begged the Council to throw the Vietnamese out. Five members of ASEAN plan to meet in Bangkok on Friday;
Indonesia deplored the invasion.

Laos recognized the new government on Tuesday and Bulgaria followed a few hours later.""",
        """ASSAULT VNM>KHM
MOBILIZE VNM>THA
MOBILIZE THA>VNM
REQUEST THA>USA
?AID/COOPERATE/RETREAT THA>KHM
ACCUSE CHN>VNM
REQUEST CHN>UNSC
?SUPPORT CHN>KHM
SUPPORT RUS>KHM
MOBILIZE CHN>VNM
REQUEST KHM>UNSC
ACCUSE IDN>VNM
SUPPORT LAO>KHM
SUPPORT BGR>KHM
?ASSAULT VNM>KHM
AGREE/CONSULT ASEAN>""",
    ),
    (
        "red sea",
        "2024-06-13",
        """Yemen's Houthis said they had hit a Greek-owned coal carrier in the Red Sea on Wednesday with a seaborne drone
and missiles, in what they called support for the Palestinians. The Tutor took on water and its crew, mostly
Filipinos, had to be rescued by the US Navy. One sailor is missing.

Manila demanded safe passage for its seafarers and warned shipowners that it would bar them from sailing through
the area. Greece condemned the attack and sent a second frigate to join the European Union's mission Aspides.

Hours later the US military said that it had destroyed three launchers and a drone boat in Hodeidah. Britain's
defence ministry denied rebel claims that British jets had killed civilians in raids on the port.

The Houthis, backed by Iran, have also held eleven Yemeni employees of the United Nations since last week. UN
Secretary-General Antonio Guterres asked for their immediate and unconditional release. Saudi Arabia and Oman
are trying to talk the rebels into letting them go, diplomats said. Tehran, which arms the movement according to
Washington, dismissed as baseless an American allegation that its spy ship Behshad had steered the strike.""",
        """ASSAULT YEM>GRC
AID/COOPERATE USA>PHL
REQUEST PHL>YEM
ACCUSE GRC>YEM
COOPERATE/MOBILIZE GRC>EU
ASSAULT USA>YEM
REJECT GBR>YEM
?ACCUSE YEM>GBR
COERCE/ASSAULT YEM>UN
REQUEST UN>YEM
REQUEST/CONSULT SAU+OMN>YEM
SUPPORT IRN>YEM
REJECT IRN>USA
ACCUSE USA>IRN
?AID IRN>YEM""",
    ),
    (
        "baltic cable",
        "2025-01-03",
        """HELSINKI - Finland's customs service said on Friday it had moved the oil tanker Eagle S to an inner anchorage
near Porvoo and barred nine of its crew from leaving, more than a week after the Cook Islands-flagged ship was
boarded on suspicion of cutting the Estlink 2 power cable and four internet lines.

The European Union believes that the vessel belongs to the shadow fleet with which Moscow gets round a price cap
on its oil. The Kremlin, asked about the seizure, said that it had nothing to do with it.

Estonia sent a patrol boat to guard the remaining Estlink 1. NATO Secretary General Mark Rutte, after a call
with Finnish President Alexander Stubb, said the alliance would step up its presence in the Baltic. Sweden has
contributed three warships to that effort and lent Helsinki a submarine-rescue vessel for the search of the
seabed.

A Helsinki court threw out a request by the owner, Caravella of the United Arab Emirates, to have the ship
freed. Germany's foreign minister Annalena Baerbock spoke of a wake-up call and pressed for new sanctions
against Russia. Latvia and Lithuania backed her.

Two of the Georgians on board wrote to their embassy for help.""",
        """COERCE FIN>COK
ACCUSE EU>RUS
REJECT RUS>FIN
MOBILIZE EST>RUS
CONSULT NATO+FIN>
?AGREE/MOBILIZE NATO>RUS
COOPERATE/AID SWE>NATO
AID/COOPERATE SWE>FIN
REJECT FIN>ARE
REQUEST/THREATEN DEU>RUS
SUPPORT LVA+LTU>DEU""",
    ),
    (
        "kashmir",
        "1965-08-28",
        """NEW DELHI, Aug 28 (Reuter) - Indian troops crossed the cease-fire line in the Uri sector and captured three
Pakistani posts today, a defence ministry spokesman said here. He said eleven Pakistani soldiers were killed.

Rawalpindi accused India of naked aggression and said its own forces had inflicted heavy losses. President Ayub
Khan was said to have cancelled a visit to Kabul.

U Thant, the Secretary-General of the United Nations, has appealed to both governments to respect the line. He
intends to send Dr Ralph Bunche to the subcontinent. India told him that it would talk only after Pakistan had
called back the infiltrators whom, it says, it has been slipping across since August 5.

In Washington, State Department officials expressed grave concern and reminded both that American arms were not
to be used against each other. In Peking, Marshal Chen Yi promised Pakistan the firm support of the Chinese
people, and Indonesia's Dr Subandrio offered to send ships. The Soviet Premier, Mr Kosygin, wrote to Mr Shastri
and to the Pakistani leader proposing that they meet on Soviet soil.

Turkey and Iran let it be known that they would stand by their partner in CENTO.""",
        """ASSAULT IND>PAK
ASSAULT IND>PAK
ASSAULT IND>PAK
ACCUSE PAK>IND
ASSAULT PAK>IND
REQUEST UN>IND+PAK
AGREE/CONSULT UN>IND+PAK
REJECT/REQUEST IND>PAK
ACCUSE IND>PAK
ACCUSE USA>IND+PAK
REQUEST/THREATEN USA>IND+PAK
AGREE/SUPPORT CHN>PAK
AGREE IDN>PAK
AGREE/REQUEST RUS>IND+PAK
SUPPORT/AGREE TUR+IRN>PAK
?REJECT PAK>AFG""",
    ),
    (
        "pacific embassy",
        "2019-09-20",
        """TAIPEI, Sept. 20 (Xinhua-style report) - The Republic of Kiribati severed its ties with Taiwan on Friday and
switched to Beijing, the second Pacific island to do so in a week after the Solomon Islands.

Taiwan shut its embassy in Tarawa at once and brought its medical team home. Foreign Minister Joseph Wu said
Kiribati had asked for money to buy an airliner and that Taipei had turned this down; China had then stepped in
with an offer to give the plane away. He had harsh words for Beijing, which he said was out to crush the
island's morale before its election.

China's foreign ministry spokesman Geng Shuang commended Kiribati for its choice. The two later exchanged
ambassadors.

The United States, which had lobbied the Solomons not to switch, called off a meeting between Vice President
Mike Pence and their prime minister, Manasseh Sogavare, in New York. It cautioned other islands against Chinese
debt. Australia said it respected the decision. Tuvalu and Nauru assured Taipei that they would not follow.""",
        """SANCTION KIR>TWN
SUPPORT KIR+CHN>
SANCTION SLB>TWN
SANCTION TWN>KIR
SANCTION/RETREAT TWN>KIR
REQUEST KIR>TWN
REJECT TWN>KIR
AGREE CHN>KIR
ACCUSE TWN>CHN
SUPPORT CHN>KIR
SUPPORT/COOPERATE CHN+KIR>
REQUEST USA>SLB
REJECT/SANCTION USA>SLB
ACCUSE USA>CHN
SUPPORT AUS>KIR+SLB
AGREE TUV+NRU>TWN""",
    ),
    (
        "horn of africa",
        "1998-06-06",
        """ADDIS ABABA - Eritrean jets bombed a school in the northern Ethiopian town of Mekele on Friday, killing more
than forty people, hours after Ethiopian MiGs attacked the airport of Asmara.

Foreign governments hurried to get their citizens out. The United States chartered two planes for Americans in
Asmara and Germany flew out 200 Europeans in an air force transport. Ethiopia agreed to a pause in its raids so
that they could depart, a US official said.

Rwanda, which drew up a peace plan together with Washington, expressed dismay. The plan calls on Eritrea to pull
back from Badme, a border district its tanks overran on May 12. Ethiopia has accepted the proposals; Eritrean
President Isaias Afwerki turned them down, insisting that both armies leave.

Djibouti reinforced its frontier with Ethiopia. Sudan, accused by both neighbours of harbouring their opponents,
watched with satisfaction. Italy's under-secretary Rino Serri saw Isaias for three hours on Thursday and then
left for Addis Ababa with a message. Libya offered to host a summit. The Organization of African Unity, meeting
in Ouagadougou, decided to dispatch a team of heads of state to the two capitals.

Ethiopia said it had captured an Eritrean pilot who parachuted from his plane over Mekele.""",
        """ASSAULT ERI>ETH
ASSAULT ETH>ERI
?COOPERATE/AID DEU>EU
AGREE/CONCEDE ETH>USA+ERI
COOPERATE RWA+USA>
ACCUSE RWA>ERI+ETH
REQUEST RWA+USA>ERI
ASSAULT ERI>ETH
AGREE/SUPPORT ETH>USA+RWA
REJECT ERI>USA+RWA
REQUEST ERI>ETH
MOBILIZE DJI>ETH
ACCUSE ERI+ETH>SDN
CONSULT ITA+ERI>
CONSULT ITA>ETH
AGREE LBY>ERI+ETH
AGREE/CONSULT OAU>ERI+ETH
ASSAULT ETH>ERI""",
    ),
    (
        "berlin 1948",
        "1948-06-25",
        """BERLIN, June 24 - Soviet authorities halted all railway traffic between Berlin and the Western zones this
morning, pleading technical difficulties, and cut the supply of electricity to the sectors of the three Western
Powers.

General Lucius D. Clay, the American commander, declared that the Russians could not drive the United States out
of Berlin short of war. British authorities struck back by stopping shipments of coal and steel from the Ruhr
into the Soviet zone. The French commandant lodged a complaint with his Soviet colleague.

The step followed the introduction of a new mark in the West, which Marshal Sokolovsky has branded illegal. In
Warsaw, the Foreign Ministers of the Soviet Union and seven East European states issued a communique that
condemns the London decisions on a German government and demands a peace treaty and the departure of all
occupation troops.

Mr. Bevin informed the Cabinet that Britain would stay. He is in close touch with Washington and has suggested
that food be brought in by air. The first American transport planes, carrying milk and flour for the people of
Berlin, are expected at Tempelhof tomorrow. Yugoslavia, whose Foreign Minister attended in Warsaw, is meanwhile
under fire from the Cominform.""",
        """SANCTION/COERCE RUS>USA+GBR+FRA+DEU
COERCE/SANCTION RUS>USA+GBR+FRA+DEU
REJECT/THREATEN/ACCUSE USA>RUS
SANCTION GBR>RUS
ACCUSE FRA>RUS
ACCUSE RUS>USA+GBR+FRA+DEU
ACCUSE RUS>USA+GBR+FRA
REQUEST RUS>USA+GBR+FRA
CONSULT GBR+USA>
AGREE/REQUEST GBR>USA
AID USA>DEU""",
    ),
)

SECOND: Passages = (
    (
        "caucasus",
        "2021-05-14",
        """YEREVAN, May 14 (TASS) - Armenia said on Friday that Azerbaijani servicemen had pushed three kilometres into
Syunik province and demanded that they pull out at once. Acting Prime Minister Nikol Pashinyan turned to Russian
President Vladimir Putin for help under a mutual assistance treaty and formally requested consultations in the
Collective Security Treaty Organisation.

Azerbaijan's Foreign Ministry rejected the claim. Its border guards were merely taking up positions on
Azerbaijani soil, it said, describing Yerevan's reaction as provocative.

French President Emmanuel Macron, who spoke to Pashinyan by telephone, told Baku to withdraw its troops
immediately. The US State Department voiced concern and the European Union called for restraint. Iran's foreign
minister assured his Armenian counterpart that Tehran would tolerate no change of borders.

Russia sent officers to the area to mediate. Foreign Minister Sergei Lavrov offered to set up a joint commission
on the demarcation of the frontier; Baku welcomed the idea.

Turkey sided with Azerbaijan. Ankara accused Armenia of blowing a technical matter out of proportion.""",
        """MOBILIZE/ASSAULT AZE>ARM
ACCUSE ARM>AZE
REQUEST ARM>AZE
REQUEST ARM>RUS
REQUEST ARM>CSTO
REJECT AZE>ARM
ACCUSE AZE>ARM
CONSULT FRA+ARM>
REQUEST FRA>AZE
ACCUSE USA>AZE
?REQUEST EU>ARM+AZE
AGREE/SUPPORT IRN>ARM
?CONSULT RUS>ARM+AZE
AGREE RUS>ARM+AZE
SUPPORT AZE>RUS
SUPPORT TUR>AZE
ACCUSE TUR>ARM""",
    ),
    (
        "iraq kuwait",
        "1990-08-08",
        """BAGHDAD, Aug 8 (AFP) - Iraq on Wednesday annexed Kuwait, six days after its tanks overran the emirate, and
ordered all embassies there to shut by August 24.

The UN Security Council declared the annexation null and void by 15 votes to none. It had already slapped a
trade embargo on Baghdad. Saudi Arabia opened its bases to American troops, and the first US paratroopers landed
at Dhahran. President Bush said a line had been drawn in the sand.

Turkey stopped loading Iraqi crude at Yumurtalik, in effect closing the pipeline, while the European Community
froze Kuwaiti assets to keep them out of Iraqi hands. Switzerland, breaking with tradition, joined the
sanctions. Britain dispatched Tornado fighters to the Gulf at the Saudis' request.

Iraqi forces have rounded up hundreds of Westerners in Kuwait hotels. London protested to the Iraqi ambassador
over the death of a Briton shot near the border. Egypt's President Mubarak called an Arab summit and asked
Saddam Hussein to pull back. Jordan refused to recognise the puppet government in Kuwait but did not condemn its
neighbour. Iran denounced the invasion.

The Soviet Union suspended arms deliveries to Iraq.""",
        """COERCE/ASSAULT IRQ>KWT
ASSAULT IRQ>KWT
REQUEST/SANCTION IRQ>KWT
ACCUSE/REJECT UNSC>IRQ
SANCTION UNSC>IRQ
COOPERATE/AID/CONCEDE SAU>USA
MOBILIZE USA>IRQ
SANCTION TUR>IRQ
SANCTION EEC>KWT+IRQ
SANCTION CHE>IRQ
MOBILIZE/AID GBR>SAU
REQUEST SAU>GBR
COERCE IRQ>KWT
ACCUSE GBR>IRQ
ASSAULT IRQ>GBR
REQUEST EGY>IRQ
REJECT JOR>KWT
ACCUSE IRN>IRQ
SANCTION SUN>IRQ""",
    ),
    (
        "south china sea",
        "2023-08-07",
        """MANILA (Reuters) - The Philippines on Monday summoned Beijing's ambassador over the firing of water cannon by
Chinese coastguard ships at a Philippine vessel carrying supplies to troops on Second Thomas Shoal.

The Chinese ships blocked one of two boats on Saturday, the Philippine armed forces said. President Ferdinand
Marcos Jr said Manila had handed over a note of protest with photographs and video. The coastguard accused
Beijing of dangerous manoeuvres and said a hotline between the two went unanswered for hours.

China's coastguard urged the Philippines to tow away a grounded warship that serves as its outpost. Beijing said
it had repeatedly warned Manila not to send building materials there.

The United States, a treaty ally of the Philippines, condemned the action and repeated that an armed attack on
Philippine public vessels would invoke its mutual defence commitments. Australia, Japan, Germany, Canada and the
European Union also criticised China. A Chinese foreign ministry spokesperson told Washington to stop using the
issue to stir up trouble.

Vietnam, which has its own dispute with Beijing, said it opposed any use of force. Manila plans another supply
run.""",
        """ACCUSE PHL>CHN
ASSAULT/COERCE CHN>PHL
COERCE/MOBILIZE CHN>PHL
ACCUSE PHL>CHN
ACCUSE PHL>CHN
REQUEST CHN>PHL
THREATEN CHN>PHL
ACCUSE USA>CHN
SUPPORT/THREATEN/AGREE USA>PHL+CHN
ACCUSE AUS+JPN+DEU+CAN+EU>CHN
REQUEST CHN>USA
?ACCUSE VNM>CHN""",
    ),
    (
        "zaire",
        "1997-05-04",
        """POINTE-NOIRE, Congo - Zairean President Mobutu Sese Seko and rebel leader Laurent Kabila met for the first time
on Sunday aboard a South African navy ship, in talks brokered by President Nelson Mandela and the United Nations
envoy Mohamed Sahnoun.

Kabila gave Mobutu eight days to hand over power. Mobutu offered to step aside for an elected successor, which
the rebel turned down. South African Deputy President Thabo Mbeki flew to Luanda afterwards to brief Angola's
Jose Eduardo dos Santos, whose troops are fighting alongside the rebels.

The United States had pressed the ailing Mobutu to go. France, his last friend in the West, warned the rebels
against storming Kinshasa and has positioned 500 soldiers across the river in Brazzaville. Belgium advised its
nationals to leave.

Rwanda and Uganda, which armed Kabila's men, deny any role. The UN refugee agency accused the rebels of keeping
aid workers away from 80,000 Hutu refugees south of Kisangani and appealed to Kabila to let its planes land. He
gave it 60 days to send them all home to Rwanda.

Togo has offered Mobutu asylum.""",
        """CONSULT COD+AFDL>
?CONSULT ZAF+UN>COD+AFDL
THREATEN/REQUEST AFDL>COD
AGREE/CONCEDE COD>AFDL
REJECT AFDL>COD
CONSULT ZAF>AGO
ASSAULT/COOPERATE AGO>COD
REQUEST USA>COD
THREATEN FRA>COD
MOBILIZE FRA>COD
AID RWA+UGA>COD
ACCUSE UNHCR>COD
REQUEST UNHCR>COD
REQUEST/THREATEN COD>UNHCR
AGREE TGO>COD""",
    ),
    (
        "chile argentina",
        "1982-01-28",
        """SANTIAGO - Argentina has given notice that it is ending a 1972 treaty under which its disputes with Chile went
to the International Court of Justice, the Chilean Foreign Ministry announced. Minister Rene Rojas summoned the
Argentine charge d'affaires and told him that the step was a blow to good relations.

The two countries came close to war in 1978 over three islands in the Beagle Channel before they accepted the
mediation of Pope John Paul II. Buenos Aires never answered the compromise which the Pontiff put to both
governments in December 1980. The Vatican has asked them to refrain from rash acts.

Chile placed its southern squadron on alert and complained to the Organization of American States that Argentine
gunboats had harassed a Chilean patrol. Argentina in turn detained two Chilean officers on charges of spying. It
released them on Tuesday after the papal nuncio intervened.

Peru supports the Argentine position. Brazil, which refuses to take sides, offered both the use of its territory
for talks. Great Britain is watching with some unease: General Galtieri has hinted at action over the Falklands.""",
        """SANCTION ARG>CHL
ACCUSE CHL>ARG
?AGREE/CONSULT ARG+CHL>
?REJECT ARG>VAT
REQUEST VAT>ARG+CHL
MOBILIZE CHL>ARG
ACCUSE CHL>ARG
COERCE/MOBILIZE ARG>CHL
COERCE ARG>CHL
RETREAT ARG>CHL
SUPPORT PER>ARG
AGREE BRA>ARG+CHL
THREATEN ARG>GBR""",
    ),
    (
        "sudan",
        "2025-03-06",
        """PORT SUDAN, March 6 (Xinhua) - Sudan has taken the United Arab Emirates to the International Court of Justice,
charging that Abu Dhabi is complicit in genocide by arming the paramilitary Rapid Support Forces.

The Emirati foreign ministry dismissed the case as a cynical publicity stunt and said it would ask the court to
throw it out. Khartoum earlier complained about the UAE to the Security Council.

Kenya's hosting of RSF leaders last month, who signed a charter for a rival government in Nairobi, led Sudan to
recall its envoy and to ban imports of Kenyan tea. Nairobi expressed regret over the ban but insisted that it
wanted peace. Saudi Arabia, Qatar and Kuwait spoke out against any parallel authority in Sudan.

Sudanese army chief Abdel Fattah al-Burhan on Thursday received Egypt's Foreign Minister Badr Abdelatty, who
pledged help with rebuilding Khartoum. South Sudan closed its crossings after its traders were killed in Gezira,
an attack for which Juba blames the Sudanese army. Chad has let aid trucks through at Adre, and the World Food
Programme thanked N'Djamena.

Turkey has proposed to mediate between Port Sudan and Abu Dhabi.""",
        """ACCUSE SDN>ARE
AID ARE>SDN
REJECT/ACCUSE ARE>SDN
ACCUSE SDN>ARE
CONSULT/SUPPORT KEN>SDN
SANCTION SDN>KEN
SANCTION SDN>KEN
ACCUSE KEN>SDN
ACCUSE SAU+QAT+KWT>SDN
CONSULT EGY+SDN>
AGREE EGY>SDN
SANCTION SSD>SDN
ASSAULT SDN>SSD
ACCUSE SSD>SDN
RETREAT/CONCEDE/COOPERATE TCD>WFP+SDN
SUPPORT WFP>TCD
AGREE TUR>SDN+ARE""",
    ),
    (
        "poland hungary",
        "2024-12-20",
        """WARSAW - Poland called home its ambassador to Hungary for consultations on Friday and sharply attacked Viktor
Orban's government for granting asylum to Marcin Romanowski, a former deputy justice minister who is wanted in
Warsaw on fraud charges.

Foreign Minister Radoslaw Sikorski called the move hostile and announced that the Hungarian ambassador would not
be welcome at the gala opening Poland's EU presidency. Poland will also sue Hungary at the EU's top court if it
does not honour a European arrest warrant.

Budapest hit back. Orban's chief of staff, Gergely Gulyas, said Poland no longer respected the rule of law.
Foreign Minister Peter Szijjarto mocked his Polish colleague on Facebook. The European Commission reminded
Hungary that member states must carry out such warrants.

Relations had soured over Ukraine. Hungary has held up 6.5 billion euros from an EU fund that pays back
countries, Poland among them, for weapons delivered to Kyiv, and Warsaw has accused Orban of doing Moscow's
bidding. In July Poland's deputy foreign minister suggested that Hungary leave the EU and form a union with
Putin.""",
        """SANCTION POL>HUN
ACCUSE POL>HUN
AID HUN>POL
ACCUSE POL>HUN
REJECT/SANCTION POL>HUN
THREATEN/ACCUSE POL>HUN
ACCUSE HUN>POL
ACCUSE HUN>POL
REQUEST EU>HUN
REJECT/SANCTION HUN>EU+POL
ACCUSE POL>HUN
REQUEST/ACCUSE POL>HUN""",
    ),
    (
        "nigeria biafra",
        "1968-09-12",
        """LAGOS, Sept. 12 - The Nigerian Federal Government has withdrawn permission for the International Red Cross to
fly relief supplies by day to Uli airstrip, officials said here today. Colonel Adekunle's troops claimed the
capture of Aba from the Biafrans.

General Gowon accused France of supplying guns to the secessionists through Gabon and the Ivory Coast, both of
which have recognised Biafra. President de Gaulle declared on Monday that France was helping Biafra within the
limits of her means, though she had not yet taken the decisive step of recognition. Lagos lodged a protest.

Britain, the main arms supplier of the Federal side, turned down a plea by Colonel Ojukwu to stop its shipments.
Mr Harold Wilson has offered to visit Lagos. The Soviet Union sold General Gowon's air force MiG fighters, which
have been bombing Biafran towns. Czechoslovakia, however, cut off deliveries in the spring.

The Organisation of African Unity, meeting in Algiers, called on the secessionists to give up; Tanzania and
Zambia dissented. Portugal lets relief planes take off from Sao Tome. The United States promised the Red Cross
eight transport aircraft.""",
        """SANCTION/REJECT/COERCE NGA>ICRC
ASSAULT NGA>BIAFRA
ACCUSE NGA>FRA
COOPERATE/AID FRA>BIAFRA
SUPPORT GAB+CIV>BIAFRA
AID FRA>BIAFRA
ACCUSE NGA>FRA
REJECT GBR>BIAFRA
REQUEST BIAFRA>GBR
AGREE GBR>NGA
COOPERATE/AID SUN>NGA
ASSAULT NGA>BIAFRA
SANCTION CSK>NGA
REQUEST OAU>BIAFRA
AGREE USA>ICRC
?CONCEDE/COOPERATE PRT>BIAFRA""",
    ),
    (
        "pak afghan",
        "2024-12-25",
        """KABUL - Afghanistan's Taliban government vowed on Wednesday to retaliate after Pakistani air strikes killed at
least 46 people, most of them women and children, in the border province of Paktika.

The foreign ministry called in Pakistan's charge d'affaires and served him with a strongly worded protest.
"Afghanistan will not let this cowardly act go unanswered," defence ministry spokesman Enayatullah Khowarazmi
wrote on X.

Islamabad did not officially confirm the raid. A Pakistani security official said jets had gone after camps of
the Pakistani Taliban, the TTP, which killed 16 of its soldiers last week. Pakistan says Kabul shelters the
group, a charge that the Taliban deny.

The strikes came hours after a Pakistani envoy, Mohammad Sadiq, had been to Kabul to discuss trade with Interior
Minister Sirajuddin Haqqani. On Saturday Afghan forces shelled several points inside Pakistan, Kabul said. The
torkham crossing was shut by the Pakistani side.

The UN mission in Afghanistan asked for an investigation. India denounced Pakistan's attack on civilians, saying
that its neighbour had the habit of blaming others for its own failures. China, a friend of both, counselled
calm.""",
        """THREATEN AFG>PAK
ASSAULT PAK>AFG
ACCUSE AFG>PAK
THREATEN AFG>PAK
?ASSAULT PAK>TTP
ASSAULT TTP>PAK
ACCUSE PAK>AFG
?AID/SUPPORT AFG>TTP
CONSULT PAK>AFG
ASSAULT AFG>PAK
SANCTION/COERCE PAK>AFG
REQUEST UN>PAK+AFG
ACCUSE IND>PAK
REQUEST CHN>PAK+AFG""",
    ),
    (
        "cuba refugees",
        "1980-05-05",
        """MIAMI, May 5 - President Carter said today that the United States would welcome with an open heart the thousands
of Cubans who are crossing the Straits of Florida, as 3,500 more stepped ashore at Key West.

President Fidel Castro threw open the port of Mariel last month after Peru, whose embassy in Havana had been
invaded by 10,000 people seeking to leave, refused to turn them over. Havana withdrew its guards from the
mission and branded those inside scum. Costa Rica took in several hundred, but Cuba halted the flights to San
Jose and insisted that they go straight to their final destinations.

On Friday, club-wielding Cubans attacked former prisoners outside the United States Interests Section in Havana,
where 400 took shelter. Washington delivered a stiff protest and suspended consular work. The State Department
accuses Castro of emptying his jails. It has asked other governments of the region to take their share, and
Costa Rica has invited 22 countries to a conference in San Jose on Thursday.

Mexico and Venezuela quarrelled with Peru over the affair; Caracas brought its ambassador home from Havana.
Jamaica expressed understanding for Cuba.""",
        """AGREE/AID USA>CUB
CONCEDE/RETREAT/COERCE CUB>USA
REJECT PER>CUB
SANCTION/RETREAT CUB>PER
AID CRI>CUB
SANCTION/COERCE CUB>CRI
REQUEST CUB>CRI
ASSAULT CUB>USA
AID USA>CUB
ACCUSE USA>CUB
SANCTION USA>CUB
ACCUSE USA>CUB
?REQUEST USA>OAS
SANCTION VEN>CUB
SUPPORT JAM>CUB""",
    ),
    (
        "solomons",
        "2022-03-31",
        """HONIARA - Solomon Islands Prime Minister Manasseh Sogavare lashed out at Australia and New Zealand on Tuesday
for their criticism of a security pact that his country has initialled with China.

A leaked draft would let Beijing send police and warships to the islands. Canberra made its unease plain: Prime
Minister Scott Morrison telephoned his counterparts in Fiji and Papua New Guinea. New Zealand's Jacinda Ardern
called the plan gravely concerning. The Federated States of Micronesia begged Sogavare in a letter to think
again, fearing that the region would become a battleground between the United States and China.

Sogavare told parliament that it was very insulting to be branded unfit to manage sovereign affairs, and
promised Australia that no Chinese base would be built. Australian police and soldiers, who were flown in at his
request in November after rioters torched Honiara's Chinatown, would stay until 2023.

China accused the West of breaking the calm of the Pacific. It has given Honiara's police replica rifles and
water cannon trucks and is building the stadium for the 2023 Pacific Games. Washington announced in February
that it would reopen its embassy, closed since 1993.""",
        """ACCUSE SLB>AUS+NZL
ACCUSE AUS+NZL>SLB
AGREE SLB+CHN>
ACCUSE AUS>SLB
CONSULT AUS+FJI+PNG>
ACCUSE NZL>SLB
REQUEST FSM>SLB
AGREE SLB>AUS
AID AUS>SLB
REQUEST SLB>AUS
?ACCUSE CHN>WEST
AID CHN>SLB
AID/COOPERATE CHN>SLB
AGREE/SUPPORT USA>SLB""",
    ),
    (
        "yugo trieste",
        "1953-10-14",
        """BELGRADE, Oct. 13 - Yugoslavia moved tanks and infantry to the Italian frontier today and warned that it would
look upon the entry of Italian troops into Zone A of Trieste as an act of aggression.

Marshal Tito was replying to last week's decision by Britain and the United States to pull their garrison out of
the zone and hand it to Italy. Crowds stoned the American and British information offices here and smashed the
windows of a British consulate in Zagreb. The two Governments protested, and the Yugoslav authorities apologised
and offered to pay for the damage.

Mr. Kardelj, the Foreign Minister, left for New York to lay the matter before the Security Council. The Soviet
Union has already asked the Council to name a governor for the Free Territory. In Rome the Italian Cabinet
thanked London and Washington but turned down a Yugoslav proposal for a four-Power conference. It, too, has
strengthened its divisions along the border.

France supports the Anglo-American step. Greece and Turkey, Yugoslavia's partners in the Balkan pact, have urged
Belgrade to keep calm. Signor Pella received the American Ambassador, Mrs Luce, twice today.""",
        """MOBILIZE YUG>ITA
THREATEN YUG>ITA
CONCEDE/RETREAT GBR+USA>ITA
PROTEST/ASSAULT YUG>USA+GBR
PROTEST/ASSAULT YUG>GBR
ACCUSE GBR+USA>YUG
CONCEDE YUG>GBR+USA
AGREE YUG>GBR+USA
REQUEST/CONSULT YUG>UNSC
REQUEST SUN>UNSC
SUPPORT ITA>GBR+USA
REJECT ITA>YUG
MOBILIZE ITA>YUG
SUPPORT FRA>GBR+USA
REQUEST GRC+TUR>YUG
CONSULT ITA+USA>""",
    ),
)

THIRD: Passages = (
    (
        "japan korea",
        "2019-08-22",
        """SEOUL, Aug. 22 (Yonhap-style) - South Korea said on Thursday it would scrap an intelligence-sharing pact with
Japan, deepening a quarrel over history and trade. Tokyo lodged a stern protest with Seoul's ambassador, Nam
Gwan-pyo.

Japan dropped its neighbour from a list of trusted trading partners this month, which President Moon Jae-in
called reckless. Before that it had tightened exports of materials for chips. The dispute began when South
Korea's top court ordered Japanese firms to compensate forced labourers.

The United States voiced strong disappointment at Seoul's decision and pressed both allies to talk. Secretary of
State Mike Pompeo phoned his South Korean counterpart, Kang Kyung-wha. China, whose foreign minister Wang Yi
hosted the two in Beijing a day earlier, said every country had the right to end military cooperation. North
Korea fired two missiles into the sea on Saturday.""",
        """SANCTION KOR>JPN
ACCUSE JPN>KOR
SANCTION JPN>KOR
ACCUSE KOR>JPN
SANCTION JPN>KOR
SANCTION/COERCE KOR>JPN
ACCUSE USA>KOR
REQUEST USA>KOR+JPN
CONSULT USA+KOR>
CONSULT CHN>KOR+JPN
MOBILIZE PRK>JPN+KOR""",
    ),
    (
        "suez",
        "1956-11-01",
        """CAIRO, Nov. 1 - British and French bombers attacked Egyptian airfields for a second day and President Nasser
broke off diplomatic relations with London and Paris. Egypt sank ships in the Suez Canal to block it.

Israel, whose troops crossed into Sinai on Monday, claimed the capture of the Mitla Pass. In New York, the
United States demanded in the Security Council that Israel withdraw, but Britain and France vetoed the
resolution. The Soviet Union denounced the aggression and Premier Bulganin later threatened rocket attacks on
London.

India condemned the three invaders. Prime Minister Nehru sent a message to Sir Anthony Eden. Syria severed ties
with France and offered Egypt its army. Saudi Arabia halted oil deliveries to Britain. Canada proposed that a
United Nations force separate the armies. Jordan refused to let the Royal Air Force use its bases against Egypt.""",
        """ASSAULT GBR+FRA>EGY
SANCTION EGY>GBR+FRA
ASSAULT/MOBILIZE ISR>EGY
REQUEST USA>ISR
REJECT GBR+FRA>USA+UNSC
ACCUSE SUN>GBR+FRA+ISR
THREATEN SUN>GBR
ACCUSE IND>GBR+FRA+ISR
CONSULT IND>GBR
SANCTION SYR>FRA
AGREE SYR>EGY
SANCTION SAU>GBR
REQUEST CAN>UN
REJECT JOR>GBR""",
    ),
    (
        "ethiopia egypt dam",
        "2020-07-21",
        """ADDIS ABABA - Ethiopia announced on Tuesday that it had met its first-year target for filling the Grand
Renaissance Dam on the Blue Nile, angering Egypt, which had asked it to wait until the three countries on the
river agreed.

Cairo demanded urgent clarification. Sudan said water levels had dropped and rejected any unilateral step by
Addis Ababa. The leaders of the three held an online summit chaired by South African President Cyril Ramaphosa,
who heads the African Union, and agreed to go on with the talks.

Washington is considering withholding some aid to Ethiopia. In June, Egypt took the matter to the UN Security
Council, where Ethiopia's envoy accused it of clinging to colonial-era treaties. The European Union backed the
African Union's efforts. Egyptian President Abdel Fattah al-Sisi had warned of instability. China offered
technical help to all sides.""",
        """ACCUSE/REJECT EGY>ETH
REQUEST EGY>ETH
REQUEST EGY>ETH
REJECT SDN>ETH
CONSULT EGY+ETH+SDN+ZAF>
AGREE EGY+ETH+SDN>
THREATEN/SANCTION USA>ETH
REQUEST/ACCUSE EGY>UNSC+ETH
ACCUSE ETH>EGY
SUPPORT EU>AU
AGREE CHN>EGY+ETH+SDN""",
    ),
    (
        "falklands 82",
        "1982-04-05",
        """LONDON, April 5 (Reuter) - A British task force led by two aircraft carriers set sail on Monday for the Falkland
Islands, which Argentina seized on Friday. Foreign Secretary Lord Carrington resigned.

Britain has frozen Argentine assets, banned imports and asked its European partners to do the same. The EEC
condemned the invasion; West Germany and Belgium stopped arms deliveries to Buenos Aires. New Zealand broke off
diplomatic relations and France assured Mrs Thatcher of its solidarity.

The Security Council called for the immediate withdrawal of the Argentine troops. Argentina's foreign minister,
Nicanor Costa Mendez, rejected the resolution and urged the Organisation of American States to invoke the Rio
treaty. Panama and Venezuela declared their support for Argentina, while Chile reinforced its border with it. US
Secretary of State Alexander Haig is to fly to London and Buenos Aires to mediate. The Royal Marines captured at
Port Stanley were flown to Montevideo, and Uruguay handed them over to Britain.""",
        """MOBILIZE GBR>ARG
ASSAULT/COERCE ARG>GBR+FLK
SANCTION GBR>ARG
SANCTION GBR>ARG
REQUEST GBR>EEC
ACCUSE EEC>ARG
SANCTION BRD+BEL>ARG
SANCTION NZL>ARG
SUPPORT FRA>GBR
REQUEST UNSC>ARG
REJECT ARG>UNSC
REQUEST ARG>OAS
SUPPORT PAN+VEN>ARG
MOBILIZE CHL>ARG
CONSULT/AGREE USA>GBR+ARG
RETREAT/COOPERATE/AID URY>GBR""",
    ),
    (
        "belarus lithuania",
        "2025-10-29",
        """VILNIUS (AFP) - Lithuania on Wednesday shut both its crossings with Belarus for a month after balloons carrying
smuggled cigarettes disrupted flights at Vilnius airport, and warned that its army would shoot them down.

Prime Minister Inga Ruginiene accused Minsk of a hybrid attack. Belarusian President Alexander Lukashenko called
the closure a mad scam and ordered Lithuanian lorries stranded in his country to pay a daily fee. The Belarusian
foreign ministry summoned the Lithuanian charge d'affaires.

The European Commission expressed full solidarity with Vilnius and said new sanctions against Minsk were being
prepared. Poland, which reopened two of its own border posts for Belarusian traffic, put off the move at
Lithuania's request. The United States has eased penalties on the airline Belavia in exchange for the release of
52 prisoners, among them six Lithuanians. Latvia is weighing similar steps. Ukraine's Volodymyr Zelensky said
Russia was testing Europe's nerves.""",
        """SANCTION/COERCE LTU>BLR
THREATEN LTU>BLR
ACCUSE LTU>BLR
ACCUSE BLR>LTU
COERCE/REQUEST/SANCTION BLR>LTU
ACCUSE BLR>LTU
SUPPORT EU>LTU
THREATEN/SANCTION EU>BLR
CONCEDE/COOPERATE POL>BLR
REQUEST LTU>POL
CONCEDE USA>BLR
RETREAT BLR>LTU+USA
ACCUSE UKR>RUS""",
    ),
    (
        "angola cuba",
        "1988-12-23",
        """NEW YORK - South Africa, Cuba and Angola signed accords at the United Nations on Thursday under which Namibia
will become independent and 50,000 Cuban soldiers are to leave Angola.

US Secretary of State George Shultz, whose deputy Chester Crocker mediated the talks, congratulated the three
governments. Cuban Foreign Minister Isidoro Malmierca in his speech attacked Washington for arming the UNITA
rebels. South Africa's Pik Botha retorted that Cuba had no business lecturing Africans. He promised that his
country would end its aid to UNITA.

The Soviet Union, represented by a deputy foreign minister, pledged to help to verify the pull-out. The Security
Council set up a mission of 70 observers. UNITA leader Jonas Savimbi, who was not invited, refused to lay down
arms and called on Luanda to negotiate with him. Zaire denied that it would become his new rear base. SWAPO, the
Namibian guerrilla movement, agreed to a ceasefire with South Africa.""",
        """SUPPORT/AGREE ZAF+CUB+AGO>
AGREE/RETREAT/CONCEDE CUB>AGO
CONSULT USA>ZAF+CUB+AGO
SUPPORT USA>ZAF+CUB+AGO
ACCUSE CUB>USA
AID USA>AGO
ACCUSE ZAF>CUB
CONCEDE/AGREE/SANCTION ZAF>AGO
AGREE SUN>CUB+AGO
REQUEST UNITA>AGO
REJECT UNITA>AGO
AGREE/RETREAT/CONCEDE NAM+ZAF>""",
    ),
    (
        "turkey sweden",
        "2023-01-23",
        """ANKARA - Turkey cancelled a visit by Sweden's defence minister on Saturday after Stockholm allowed a far-right
politician to burn a Koran near the Turkish embassy. Recep Tayyip Erdogan said on Monday that Sweden could no
longer expect his support for its bid to join NATO.

Swedish Prime Minister Ulf Kristersson deplored the burning as deeply disrespectful. Foreign Minister Tobias
Billstrom appealed for calm. Finland, which applied together with Sweden, said that it might have to go ahead on
its own. NATO chief Jens Stoltenberg telephoned Erdogan.

Saudi Arabia, Jordan and Kuwait also denounced Sweden. Protesters in Baghdad stormed towards the Swedish
embassy. Russia, in turn, asked how a country that lets holy books be burnt could preach tolerance. Washington
told its ally that it would sell F-16 jets to Turkey only if the enlargement went through. Hungary promised to
ratify the Swedish bid.""",
        """REJECT TUR>SWE
REJECT TUR>SWE
CONSULT NATO+TUR>
ACCUSE SAU+JOR+KWT>SWE
PROTEST IRQ>SWE
ACCUSE RUS>SWE
THREATEN/AGREE/REJECT USA>TUR
AGREE HUN>SWE
?ACCUSE SWE>SWE""",
    ),
    (
        "guyana",
        "2023-12-06",
        """GEORGETOWN - Guyana put its armed forces on full alert on Wednesday after Venezuelan President Nicolas Maduro
ordered state oil companies to start exploring in Essequibo, a territory that Caracas claims.

President Irfaan Ali called Maduro's announcement a direct threat and said his country would take the matter to
the UN Security Council. He spoke with UN Secretary-General Antonio Guterres and the US Southern Command.
Washington announced joint flight drills with the Guyanese army, which Venezuela branded an unfortunate
provocation.

Brazil moved armoured vehicles to Roraima and told Caracas that it would not let its soil be crossed. President
Lula da Silva offered to host talks. Caricom urged Venezuela to respect an order of the International Court of
Justice. Britain reaffirmed its backing for Guyana and dispatched the patrol ship HMS Trent; Maduro responded by
sending 5,600 soldiers to the coast. Cuba expressed its unwavering support for Venezuela.""",
        """MOBILIZE GUY>VEN
THREATEN/COERCE VEN>GUY
ACCUSE GUY>VEN
REQUEST/ACCUSE GUY>UNSC+VEN
CONSULT GUY+UN>
CONSULT GUY+USA>
COOPERATE/AGREE USA+GUY>
ACCUSE VEN>USA
MOBILIZE BRA>VEN
REJECT/THREATEN BRA>VEN
AGREE BRA>GUY+VEN
REQUEST CARICOM>VEN
SUPPORT GBR>GUY
MOBILIZE/AID GBR>GUY+VEN
MOBILIZE VEN>GBR+GUY
SUPPORT CUB>VEN""",
    ),
    (
        "burma thailand",
        "2001-05-21",
        """BANGKOK - Burma closed all its border checkpoints with Thailand on Sunday, accusing the Thai army of supporting
Shan rebels. Thailand handed a protest note to the Burmese ambassador over the shelling of a royal project in
Chiang Mai that wounded two villagers.

Rangoon's state press published articles insulting a 16th-century Thai king, for which Bangkok wants an apology.
Prime Minister Thaksin Shinawatra postponed a trip to Rangoon. He later telephoned Senior General Than Shwe, and
they settled on a meeting of the joint border committee.

China has quietly advised both neighbours to stop. The United States is training a Thai task force to fight the
drug trade across the frontier. Thai fighter planes chased Burmese aircraft that strayed into its airspace in
February. Malaysia's Mahathir Mohamad, then visiting Rangoon, praised the generals. Cambodia extradited four
Thai suspects on Friday.""",
        """SANCTION/COERCE MMR>THA
ACCUSE MMR>THA
ACCUSE THA>MMR
ASSAULT MMR>THA
ACCUSE MMR>THA
REQUEST THA>MMR
REJECT THA>MMR
CONSULT THA+MMR>
AGREE THA+MMR>
REQUEST CHN>THA+MMR
AID/COOPERATE USA>THA
MOBILIZE/ASSAULT/COERCE THA>MMR
MOBILIZE MMR>THA
CONSULT MYS>MMR
SUPPORT MYS>MMR
COOPERATE KHM>THA""",
    ),
    (
        "iceland cod",
        "1976-02-19",
        """REYKJAVIK, Feb. 19 - Iceland today cut diplomatic relations with Great Britain, the first break between two
members of the North Atlantic alliance. The government of Geir Hallgrimsson had given London until last week to
take its frigates out of the disputed fishing waters.

Icelandic gunboats have slashed the nets of dozens of British trawlers. HMS Andromeda rammed the coast guard
vessel Thor in January. Joseph Luns, the secretary-general of NATO, flew to both capitals but failed to bring
about a truce. Norway, through its embassy in London, will look after Icelandic interests there, and France will
do so for Britain in Reykjavik.

Iceland has hinted that it may close the American base at Keflavik. The United States turned down a request to
lend it fast patrol boats. West Germany, which signed a fishing agreement with Reykjavik in November, welcomed
the mediation of the Norwegians. British fishermen cheered the dispatch of a fourth frigate. The Soviet
ambassador invited Hallgrimsson to Moscow.""",
        """SANCTION ISL>GBR
THREATEN/REQUEST ISL>GBR
ASSAULT/COERCE ISL>GBR
ASSAULT GBR>ISL
CONSULT NATO>ISL+GBR
AGREE/AID NOR>ISL
AGREE/AID FRA>GBR
THREATEN ISL>USA
REJECT USA>ISL
REQUEST ISL>USA
SUPPORT/AGREE BRD+ISL>
SUPPORT BRD>NOR
MOBILIZE GBR>ISL
AGREE SUN>ISL""",
    ),
    (
        "drc rwanda",
        "2025-01-28",
        """KINSHASA, Jan 28 (Xinhua) - Crowds set fire to the embassies of Rwanda, France and Belgium in the Congolese
capital on Tuesday, a day after M23 rebels backed by Rwandan soldiers marched into Goma.

The Democratic Republic of the Congo has severed ties with Kigali and asked the Security Council to impose an
arms embargo on it. Rwanda denied that its troops were in Goma and said Congolese shells had killed nine people
in Gisenyi. Thirteen South African peacekeepers died in the fighting; Pretoria sent reinforcements to Lubumbashi
and President Cyril Ramaphosa told Paul Kagame that another attack would be seen as a declaration of war, a
Rwandan spokeswoman being quick to call his account a lie.

Germany called off aid talks with Rwanda and Britain threatened to cut its assistance. Kenya convened an
emergency summit. Uganda tightened security along the frontier. Angola, the African Union's mediator, urged
Rwanda to pull its troops out. Burundi, whose army fights on Kinshasa's side, warned Kigali. The World Food
Programme suspended deliveries in the east. Kagame spoke with US Secretary of State Marco Rubio.""",
        """PROTEST/ASSAULT COD>RWA+FRA+BEL
ASSAULT RWA>COD
SANCTION COD>RWA
REQUEST COD>UNSC
ASSAULT COD>RWA
MOBILIZE ZAF>COD+RWA
THREATEN ZAF>RWA
ACCUSE RWA>ZAF
REJECT/SANCTION DEU>RWA
THREATEN GBR>RWA
REQUEST AGO>RWA
AID/COOPERATE BDI>COD
THREATEN BDI>RWA
SANCTION WFP>COD
CONSULT RWA+USA>
?REJECT RWA>COD""",
    ),
    (
        "berlin wall 61",
        "1961-08-16",
        """BONN, Aug. 16 - The three Western commandants in Berlin protested to their Soviet colleague against the sealing
of the sector border by East German police and demanded that free movement be restored. Colonel Andrei Solovyev
returned the note unanswered.

Chancellor Adenauer assured the Soviet ambassador, Andrei Smirnov, that the Federal Republic would do nothing to
worsen relations with Moscow. Mayor Willy Brandt, however, wrote to President Kennedy to ask for deeds. The
President ordered a battle group of 1,500 men to drive to Berlin and sent Vice President Johnson to the city.

Walter Ulbricht thanked the Soviet Union and its allies for their help. Poland and Czechoslovakia approved the
measures. East German border guards fired tear gas at West Berliners. Bonn is thinking of calling off its trade
agreement with East Berlin. Britain moved 18 armoured cars to its sector, France alerted its garrison.
Yugoslavia deplored the tension and appealed to the great powers to negotiate.""",
        """ACCUSE USA+GBR+FRA>SUN
REQUEST USA+GBR+FRA>SUN
REJECT SUN>USA+GBR+FRA
AGREE DEU>SUN
REQUEST DEU>USA
MOBILIZE USA>SUN+DDR
CONSULT/SUPPORT USA>DEU
SUPPORT DDR>SUN
SUPPORT POL+CSK>DDR
ASSAULT/COERCE DDR>DEU
THREATEN/SANCTION DEU>DDR
MOBILIZE GBR>SUN+DDR
REQUEST YUG>USA+SUN
COERCE DDR>DEU""",
    ),
)

# Long sentences, acts told by nouns, sides named in a neighbouring sentence, four translations by machine ("mt").
FOURTH: Passages = (
    (
        "winter war",
        "1939-12-15",
        """GENEVA, Dec. 14 - The League of Nations today expelled the Soviet Union for its attack on Finland, the first
member ever to be shown the door, after Moscow had rejected an offer of mediation on the ground that it was not
at war but had merely come to the aid of a "people's government" at Terijoki with which it had concluded a treaty
of friendship. The resolution, which also pledges every form of material help to the Finns, was moved by
Argentina; Sweden, Norway and Denmark abstained. In Helsinki, M. Tanner broadcast an appeal to M. Molotov to
reopen the conversations, but had no answer beyond a raid by forty bombers on the harbour of Hangö. Italy, whose
students stoned the Soviet Embassy in Rome, has sent a first batch of fighter aeroplanes by rail through Germany,
where they have been stopped at Sassnitz. Great Britain promised thirty Gladiators.""",
        """SANCTION LEAGUE-OF-NATIONS>SUN
ASSAULT SUN>FIN
REJECT SUN>LEAGUE-OF-NATIONS
AGREE LEAGUE-OF-NATIONS>FIN
REQUEST FIN>SUN
ASSAULT SUN>FIN
PROTEST/ASSAULT ITA>SUN
AID ITA>FIN
SANCTION/COERCE/REJECT DEU>ITA+FIN
AGREE GBR>FIN
?ACCUSE LEAGUE-OF-NATIONS>SUN
?AGREE LEAGUE-OF-NATIONS>SUN+FIN""",
    ),
    (
        "katanga",
        "1960-08-10",
        """LEOPOLDVILLE, Aug. 9 (AP) - The Security Council called on Belgium before dawn to pull its troops out of Katanga
at once, and Dag Hammarskjold, having put off his journey once, will fly to Elisabethville on Friday with two
companies of Swedish soldiers to see it done. Premier Patrice Lumumba, who proclaimed a state of emergency, had
the Belgian Ambassador escorted to the airport; his staff was given until the evening to follow. Brussels, in a
statement, called the expulsion an outrage against the usages of nations and made it plain that such treatment
would not be without effect on the technicians it pays. Moise Tshombe, the Katangese leader, agreed to let the
United Nations column land, yet Ghana and Guinea have both placed battalions at the disposal of the Congo should
he change his mind. Moscow sent Mr. Lumumba fifteen transport planes.""",
        """REQUEST UNSC>BEL
CONSULT/AGREE UN>COD planned
SANCTION COD>BEL
SANCTION/REQUEST COD>BEL
ACCUSE BEL>COD
THREATEN BEL>COD
AGREE/CONCEDE/RETREAT KATANGA>UN
AGREE GHA+GIN>COD
AID SUN>COD""",
    ),
    (
        "machurucuto",
        "1967-05-19",
        """CARACAS, May 18 - Venezuela laid before the Organization of American States today the photographs of two Cuban
officers taken alive on the beach at Machurucuto, where twelve men, four of them Cubans, had been put ashore
from a fishing boat ten days ago, and demanded a meeting of Foreign Ministers to deal with what President Leoni
described as an act of war. Havana's reply was a mixture of denial and defiance: the Communist party admitted
that it was helping revolutionaries, and would go on doing so, but disowned the prisoners. The complaint was
seconded by Colombia and Bolivia. Mexico, alone in the hemisphere to have an embassy in Cuba, let it be known
that it would vote against any new penalties; the United States, on the other hand, is ready to stop European
vessels that trade with the island from loading American grain. At the United Nations the Venezuelan delegate
exchanged sharp words with the Cuban.""",
        """REQUEST VEN>OAS
ACCUSE VEN>CUB
ASSAULT/COERCE VEN>CUB
ASSAULT/MOBILIZE CUB>VEN
ACCUSE VEN>CUB
REJECT CUB>VEN
SUPPORT COL+BOL>VEN
REJECT/SUPPORT MEX>CUB
THREATEN/SANCTION USA>CUB
ACCUSE VEN+CUB>
?AID CUB>VEN""",
    ),
    (
        "bangladesh recognised",
        "1972-02-05",
        """DACCA, Feb. 4 (Reuter) - Britain, West Germany and seven other West European countries recognised Bangladesh
today, and Pakistan walked out of the Commonwealth in reply, as it had done out of diplomatic relations with
Bulgaria, Poland and Mongolia for taking the same step last month. Sheikh Mujibur Rahman cabled his thanks to
Mr. Heath. On Sunday he leaves for Calcutta at the invitation of Mrs. Gandhi, who is expected to set a date for
the going home of the Indian army that drove out General Niazi's men in December, and to promise half a million
tons of grain; the question of the 93,000 prisoners, whose return President Bhutto wants before anything else,
will be discussed as well. China is not thought likely to lift its objections to the new State's entry into the
United Nations. Its ally's feelings were spared by Washington, which merely said that the matter was under review.""",
        """SUPPORT GBR+BRD>BGD
SANCTION PAK>COMMONWEALTH
SANCTION PAK>BGR+POL+MNG
SUPPORT BGR+POL+MNG>BGD
SUPPORT BGD>GBR
CONSULT/AGREE BGD>IND planned
AGREE/REQUEST IND>BGD
ASSAULT IND>PAK
AGREE/AID IND>BGD planned
REQUEST PAK>IND+BGD
REJECT CHN>BGD
?CONCEDE/RETREAT IND>BGD planned
?CONSULT BGD+IND> planned""",
    ),
    (
        "rainbow warrior",
        "1985-09-24",
        """WELLINGTON, Sept 24 (AAP) - New Zealand said today it would claim damages from France after Prime Minister
Laurent Fabius owned up in Paris to what his government had denied for ten weeks: that the Greenpeace ship
Rainbow Warrior was sunk in Auckland by agents of its secret service, acting on orders. Mr David Lange spoke of
a sordid act of international state-backed terrorism, and waved aside French hints that butter exports might
suffer. There would be no question, he added, of the two officers held at Mount Eden being handed back. The
Australian Foreign Minister, Mr Bill Hayden, called in the French ambassador to hear that the bombing, and the
tests at Mururoa that lay behind it, were unacceptable; Vanuatu and the Solomon Islands associated themselves
with the protest. In Paris, a spokesman voiced regret and held out the prospect of reparation. Greenpeace has
sent another ship to the atoll.""",
        """REQUEST/ACCUSE/AGREE NZL>FRA
REJECT FRA>NZL
ASSAULT FRA>NZL+GREENPEACE
ACCUSE NZL>FRA
REJECT NZL>FRA
THREATEN FRA>NZL
REJECT NZL>FRA
COERCE NZL>FRA
ACCUSE AUS>FRA
ACCUSE VUT+SLB>FRA
CONCEDE FRA>NZL
AGREE FRA>NZL
PROTEST GREENPEACE>FRA
?CONCEDE FRA>NZL""",
    ),
    (
        "migingo",
        "2009-05-13",
        """NAIROBI (AFP) - A Kenyan parliamentary committee has asked President Mwai Kibaki to send troops to Migingo, a
rock in Lake Victoria from whose fishermen Ugandan police have been collecting taxes since 2004, and to haul
Kampala before the International Court of Justice should the flag that they hoisted there not be taken down.
The call followed remarks by Ugandan leader Yoweri Museveni, who told students in Dar es Salaam that the island
was Kenyan but the water was not, and that any Luo who fished there would be arrested, remarks that Foreign
Minister Moses Wetangula described as outlandish and for which he summoned the Ugandan high commissioner on
Tuesday. Youths in Nairobi's Kibera slum tore up the railway line to Uganda. A joint survey of the boundary, agreed
upon by the two presidents in Arusha and paid for in equal parts, was suspended last week when the Ugandan team
failed to turn up, something Kampala puts down to a lack of fuel. Tanzania has offered its good offices.""",
        """COERCE UGA>KEN
THREATEN/COERCE UGA>KEN
ACCUSE KEN>UGA
ACCUSE KEN>UGA
PROTEST/ASSAULT KEN>UGA
AGREE/COOPERATE KEN+UGA>
SANCTION/REJECT UGA>KEN
AGREE TZA>KEN+UGA
?MOBILIZE KEN>UGA planned
?THREATEN/ACCUSE KEN>UGA""",
    ),
    (
        "cheonan",
        "2010-05-25",
        """SEOUL - President Lee Myung-bak announced on Monday that South Korea was cutting off nearly all trade with the
North and closing its sea lanes to North Korean freighters, days after investigators from five nations laid the
torpedoing of the corvette Cheonan, with 46 sailors, at Pyongyang's door. Washington declared its support
"unequivocal" and said that its navy would practise hunting submarines together with the South's. Loudspeakers
that have been silent since 2004 are to go up again along the demilitarised zone; the North's army replied that
it would shoot at them. Hillary Clinton, who was in Beijing for the annual dialogue, could get no more out of
her hosts than an appeal to all for restraint, although Japan's prime minister, Yukio Hatoyama, in a telephone
call to Mr Lee, undertook to lead the way if Seoul sought a resolution at the Security Council. Pyongyang denies
having had a hand in the sinking. It has offered to send inspectors of its own, whom the South will not admit.""",
        """SANCTION KOR>PRK
SANCTION/COERCE KOR>PRK
ACCUSE KOR>PRK
ASSAULT PRK>KOR
SUPPORT USA>KOR
COOPERATE/AGREE USA+KOR> planned
THREATEN PRK>KOR
CONSULT USA>CHN
REQUEST CHN>USA+KOR+PRK
CONSULT JPN>KOR
AGREE/SUPPORT JPN>KOR
REJECT PRK>KOR
AGREE PRK>KOR
REJECT KOR>PRK
?COERCE/MOBILIZE KOR>PRK planned""",
    ),
    (
        "safarov",
        "2012-09-03",
        """When Hungary put Ramil Safarov, who had hacked an Armenian officer to death at a NATO course in Budapest, on a
plane to Baku on Friday, it took President Ilham Aliyev just a few hours to pardon him. Yerevan suspended
diplomatic relations with Budapest that evening. Crowds pelted the Hungarian consulate with tomatoes, and a
Hungarian flag was burnt. The White House let it be known that Barack Obama was deeply concerned by the pardon;
Russia, a mediator in the dispute over Nagorno-Karabakh, held both governments to have acted against the
agreements reached with its help, while the secretary-general of the Collective Security Treaty Organization
expressed solidarity with Armenia. For its part, Hungary handed Azerbaijan's ambassador a note in which it
condemned the decision, saying that Baku had promised in writing that the sentence would be served. Aliyev's
office called the reaction hypocritical. Talks on a Hungarian bond issue in Baku had, according to the
opposition, been part of the bargain.""",
        """RETREAT/COOPERATE/AID HUN>AZE
SANCTION ARM>HUN
PROTEST ARM>HUN
PROTEST ARM>HUN
ACCUSE USA>AZE
ACCUSE RUS>HUN+AZE
SUPPORT CSTO>ARM
ACCUSE HUN>AZE
ACCUSE HUN>AZE
AGREE AZE>HUN
ACCUSE AZE>HUN+USA+RUS+ARM
?ASSAULT AZE>ARM
?COOPERATE/CONSULT/AGREE HUN+AZE>""",
    ),
    (
        "mh17 readout",
        "2014-07-22",
        """Office of the Spokesperson. Secretary Kerry spoke today by phone with Dutch Foreign Minister Timmermans, to whom
he renewed the condolences of the American people for the loss of 193 citizens of the Netherlands aboard Malaysia
Airlines Flight 17. The Secretary commended Prime Minister Najib for the arrangement under which the flight
recorders were turned over to Malaysia by the separatists in Donetsk, and he and his counterpart agreed that
investigators had to have full access to the site. They further discussed the flow of heavy weapons into eastern
Ukraine from Russia, which both consider responsible for the downing of the aircraft, and next steps with regard
to sanctions. The United States welcomes the unanimous adoption of Resolution 2166, put forward by Australia. It
calls again upon Moscow to cease its support for the separatists, and has made available to the Ukrainian
authorities two experts of the National Transportation Safety Board.""",
        """CONSULT USA+NLD>
SUPPORT/CONSULT USA>NLD
SUPPORT USA>MYS
AGREE/CONSULT/SUPPORT USA+NLD>
RETREAT/CONCEDE/COOPERATE DPR>MYS
AID RUS>UKR+DPR
ACCUSE USA+NLD>RUS
SUPPORT USA>UNSC+AUS
REQUEST USA>RUS
AID USA>UKR
CONSULT USA+NLD>
?AID RUS>DPR
?AGREE MYS+DPR>""",
    ),
    (
        "kazakh kyrgyz mt",
        "2017-10-19",
        """Kyrgyzstan's Kazakhstan accused of transport blockade. Bishkek, October 19. The Government of the Kyrgyz Republic
has directed to the World Trade Organization a complaint on actions of the Kazakh side, which from October 10
introduced the strengthened control on the border, in connection with what hundreds of trucks stay in many
kilometres line. Recall, on the eve of elections president Atambayev in sharp form has acted against the
leadership of the neighbouring republic, accusing it in support of oppositional candidate Babanov, with whom
in Almaty met Nursultan Nazarbayev. Astana has expressed to ambassador the decisive protest. In the answer,
the Kyrgyz parliament denounced the agreement about the granting of 100 million dollars, which Kazakhstan had
promised on adaptation to the EAEU, "in them we do not need," said the president. The Eurasian commission
called the sides to dialogue, and Russian premier Medvedev with both colleagues has had negotiations on fields
of summit in Sochi.""",
        """ACCUSE KGZ>KAZ
ACCUSE/REQUEST KGZ>WTO+KAZ
SANCTION/COERCE KAZ>KGZ
ACCUSE KGZ>KAZ
ACCUSE KGZ>KAZ
CONSULT/SUPPORT KAZ>KGZ
ACCUSE KAZ>KGZ
SANCTION/REJECT KGZ>KAZ
AGREE KAZ>KGZ
REJECT KGZ>KAZ
REQUEST EAEU>KGZ+KAZ
CONSULT RUS>KAZ+KGZ""",
    ),
    (
        "bolivia chile mt",
        "2017-03-21",
        """La Paz, Mar 21 (agencies). - The Bolivian Government demanded this Tuesday to Chile the immediate liberation of the
two militaries and seven customs officers that were detained on Sunday by Carabineros in a sector bordering of
Pisiga, where, according to the version of Santiago, they tried to rob nine trucks. "It is a kidnapping," sentenced
the Vice President Alvaro Garcia Linera, who announced that Bolivia will go before the CIDH. The Chilean Foreign
Minister, Heraldo Munoz, rejected the accusations and pointed out that his country presented on its part a note
of protest by the incursion in its territory of uniformed men with weapons. Evo Morales, that days ago had been
denied the visa to his Minister of Defense for visiting the detainees, by means of his account of Twitter thanked
to the Secretary General of the OAS for having offered himself as facilitator. For its part, Peru made a
calling to both brother countries to that they solve the impasse in frame of the dialogue.""",
        """REQUEST BOL>CHL
COERCE CHL>BOL
ACCUSE CHL>BOL
ACCUSE BOL>CHL
ACCUSE/THREATEN/REQUEST BOL>CIDH+CHL planned
REJECT CHL>BOL
ACCUSE CHL>BOL
MOBILIZE/ASSAULT BOL>CHL
REJECT CHL>BOL
SUPPORT BOL>OAS
AGREE OAS>BOL+CHL
REQUEST PER>BOL+CHL""",
    ),
    (
        "rabat algiers mt",
        "2021-08-26",
        """Algiers: The Algerian Minister of Foreign Affairs, Ramtane Lamamra, announced the day of Tuesday the severing of the
diplomatic relations with Morocco beginning from the today, because of what he called it the hostile actions of
the Kingdom, including its support to the movement "MAK" the terrorist which Algeria accuses it of igniting
the fires of the forests. And from its side, Morocco the Foreign Ministry regretted the decision "unjustified
completely" and refused the pretexts the false upon which it was built. And the League of the Arab States called
the two brotherly countries to the self-restraint, and the Kingdom of Saudi Arabia expressed its sorrow, while the
Libyan Presidential Council proposed the hosting of a meeting between the two sides in Tripoli. And it is worth
mentioning that the Moroccan representative to the Nations United had called in July to the right of the people of
the Kabylie in the self-determination, what pushed Algeria to summon its ambassador from Rabat for the
consultation. And Madrid followed up with worry, after that it received from Algeria assurances on the gas.""",
        """SANCTION DZA>MAR
ACCUSE DZA>MAR
SUPPORT MAR>MAK+DZA
ACCUSE DZA>MAK+MAR
ACCUSE MAR>DZA
REJECT MAR>DZA
REQUEST ARAB-LEAGUE>DZA+MAR
ACCUSE SAU>DZA+MAR
AGREE/REQUEST LBY>DZA+MAR
SUPPORT/ACCUSE MAR>DZA
SANCTION DZA>MAR
AGREE DZA>ESP""",
    ),
    (
        "hambantota mt",
        "2022-08-09",
        """Foreign Ministry spokesman Wang Wenbin in the 8th routine press conference responded to question about Sri Lanka side
requests postpone "Yuan Wang 5" ship dock Hambantota, pointed out that the relevant country with so-called
security concern as reason presses Sri Lanka is completely without reason. China side urges the relevant parties
to stop disturb the normal exchange of China and Sri Lanka. It is reported that New Delhi before had to Colombo
expressed worry, and the U.S. ambassador Julie Chung also with President Wickremesinghe in meeting raised the
matter. Sri Lanka Foreign Ministry on July 12 already approve the ship to port to make replenishment, afterwards
in a note asked the Chinese embassy to delay. Analyst Zhou: India in April gives 1 billion dollars loan, now
it wants its return. Foreign Minister Sabry last week in Phnom Penh met with Wang Yi, reiterated
firmly pursue one China policy.""",
        """REQUEST LKA>CHN
ACCUSE CHN>IND
REQUEST/THREATEN IND>LKA
REQUEST CHN>IND+USA
ACCUSE IND>LKA
CONSULT USA+LKA>
ACCUSE/REQUEST USA>LKA
COOPERATE/AGREE/CONCEDE LKA>CHN
REQUEST LKA>CHN
AID IND>LKA
CONSULT LKA+CHN>
SUPPORT/AGREE LKA>CHN""",
    ),
    (
        "barley",
        "2023-08-08",
        """For three years an 80 per cent duty kept Australian barley out of China, a punishment, in the eyes of most analysts,
for Scott Morrison's call in April 2020 for an inquiry into the origins of the coronavirus. Its removal on Saturday,
which follows the resumption of coal purchases in January, owes much to patience: Foreign Minister Penny Wong had
travelled to Beijing in December, the first such visit in four years, and Canberra then put its case at the World
Trade Organization on ice in return for a speedy review. Nor has it had to give ground on the substance, for the
ban on Huawei stands and the AUKUS deal with London and Washington, which Beijing denounces at every turn, is going
ahead. Prime Minister Anthony Albanese welcomed the step but said that wine must be next. Cheng Lei, an Australian
journalist arrested in 2020, is still behind bars, and her release has been asked for at every meeting.""",
        """SANCTION CHN>AUS
REQUEST AUS>CHN
CONCEDE/COOPERATE/RETREAT CHN>AUS
COOPERATE CHN>AUS
CONSULT AUS>CHN
CONCEDE AUS>CHN
AGREE/CONCEDE CHN>AUS
SANCTION/COERCE AUS>CHN
COOPERATE/AGREE AUS+GBR+USA>
ACCUSE CHN>AUS+GBR+USA
SUPPORT AUS>CHN
REQUEST AUS>CHN
COERCE CHN>AUS
REQUEST AUS>CHN""",
    ),
    (
        "somaliland port",
        "2024-08-29",
        """MOGADISHU, Aug 29 (Reuters) - Two Egyptian military planes carrying weapons and ammunition landed in Somalia's
capital this week, the first such delivery in four decades, drawing a warning from Ethiopia that it would not
stand idle while others took measures to destabilise the region. Cairo signed a defence pact with Mogadishu this
month and has offered peacekeepers for a new African Union mission. Its rapprochement with Somalia dates from a
memorandum of 1 January under which Ethiopia, in exchange for a strip of coast, would consider recognising
breakaway Somaliland. Mogadishu called that deal an assault on its sovereignty, declared it void, and in April sent
the Ethiopian ambassador packing. A second round of talks between the two, hosted by Turkey, ended in Ankara on 13
August without an accord; a third has been set for September. The European Union, for one, has stood by Somalia's
territorial integrity, and so has the United States.""",
        """AID EGY>SOM
THREATEN ETH>EGY+SOM
COOPERATE/AGREE/SUPPORT EGY+SOM>
AGREE EGY>AU+SOM
AGREE ETH+SML>
ACCUSE SOM>ETH
REJECT SOM>ETH
SANCTION SOM>ETH
CONSULT SOM+ETH>
CONSULT TUR>SOM+ETH
CONSULT/AGREE SOM+ETH> planned
SUPPORT EU>SOM
SUPPORT USA>SOM""",
    ),
    (
        "preah clash",
        "2025-07-28",
        """KUALA LUMPUR - Thailand and Cambodia agreed on Monday to an unconditional ceasefire from midnight, after talks at
which Malaysian Prime Minister Anwar Ibrahim, the chairman of ASEAN, sat between Thai acting leader Phumtham
Wechayachai and Cambodia's Hun Manet, with the ambassadors of the United States and China looking on. Five days of
fighting along a frontier that has never been properly drawn have cost at least 38 lives and driven 300,000 people
from their homes. It was not clear who had begun: each side says the other fired first. Bangkok, whose F-16s bombed
positions near Preah Vihear, maintains that Phnom Penh laid the mines by which five of its soldiers were maimed,
and had on Wednesday both withdrawn its envoy and told the Cambodian one to go; Cambodia, which denies it, says
that cluster bombs were dropped on a pagoda. Donald Trump, having rung up both leaders on Saturday, threatened that
neither would get a trade deal while they fought. Hun Manet thanked him for his "decisive" mediation, and Tokyo
too hailed the truce.""",
        """AGREE/CONCEDE/RETREAT THA+KHM>
CONSULT THA+KHM+MYS>
ASSAULT THA+KHM>
ACCUSE THA>KHM
ACCUSE KHM>THA
ASSAULT THA>KHM
ACCUSE THA>KHM
ASSAULT KHM>THA
SANCTION THA>KHM
SANCTION THA>KHM
REJECT KHM>THA
ACCUSE KHM>THA
ASSAULT THA>KHM
CONSULT USA>THA+KHM
THREATEN USA>THA+KHM
SUPPORT KHM>USA
SUPPORT JPN>THA+KHM""",
    ),
)
