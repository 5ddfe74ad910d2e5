"""Short diplomatic items of our own, half of them French: plurals and pronouns that speak, bodies, offices, titles.

Coded by reading, before the program was run on them, in the form of `agency_items.py`.
"""

from __future__ import annotations

from extract.speakers.agency_items import Items

ENGLISH: Items = {
    "they after a pair of states": (
        "Kenya and Somalia reopened their border on Friday after eleven years. They also agreed to share "
        "intelligence on smugglers. Traders in Mandera welcomed the decision. They hope that prices will fall.",
        {
            "to share": "Kenya; Somalia",
            "the decision": "Traders in Mandera / traders",
            "prices will fall": "Traders in Mandera / traders",
        },
    ),
    "they inside a quotation": (
        'The rebels have shelled Goma airport twice this week. "They told us that they wanted to talk," said '
        'Olivier Kamanzi, a mediator. "Then they demanded that we leave the town."',
        {
            "they wanted to talk": "rebels",
            "Then they": "Olivier Kamanzi",
            "we leave": "rebels",
        },
    ),
    "they of two ministers": (
        "Foreign ministers Petra Holm of Sweden and Jarl Nieminen of Finland flew to Tallinn on Tuesday. They "
        "pledged to send two more frigates to the Gulf. Holm said the ships would arrive in May.",
        {
            "two more frigates": "Petra Holm; Jarl Nieminen",
            "the ships would arrive": "Petra Holm",
        },
    ),
    "it is a body": (
        "The Central Bank of Sudan suspended transfers to Juba on Sunday. It said the step was temporary. South "
        "Sudan called it hostile and threatened to shut down the pipeline.",
        {
            "step was temporary": "Central Bank of Sudan",
            "hostile": "South Sudan",
            "to shut down": "South Sudan",
        },
    ),
    "it is a state": (
        "Ecuador has cut power exports to Colombia. It says that its own reservoirs are empty, and it has asked "
        "Bogota to be patient. Colombian consumers, the energy minister admitted, will pay more.",
        {
            "its own reservoirs": "Ecuador",
            "to be patient": "Ecuador",
            "will pay more": "energy minister / Colombian energy minister",
        },
    ),
    "what it called": (
        "The Arab League condemned what it called a flagrant violation of Lebanese sovereignty. Israel, which "
        "carried out the raid on Sidon, rejected the charge. Its army said the target was a depot.",
        {
            "a flagrant violation": "League of Arab States",
            "the charge": "Israel",
            "a depot": "Israel Defense Forces / army",
        },
    ),
    "coast guard": (
        "China's coast guard said on Wednesday that it had expelled a Philippine boat from the waters around "
        "Scarborough Shoal. The Philippine Coast Guard denied the claim. Its spokesman, Commodore Rey Alvarado, "
        "said the boat was still fishing there.",
        {
            "it had expelled": "China Coast Guard",
            "the claim": "Philippine Coast Guard",
            "still fishing": "Rey Alvarado",
        },
    ),
    "company in apposition": (
        "A fire destroyed two cranes in the port of Beira on Monday night. The company, Aegean Terminals, said "
        "nobody was hurt. The operator expects to reopen the berth within a week. Unions accuse it of saving on "
        "safety.",
        {
            "nobody was hurt": "Aegean Terminals",
            "to reopen": "Aegean Terminals / operator",
            "saving on": "unions",
        },
    ),
    "her president": (
        "Ghana will not take part in the mission, Defence Minister Akosua Badu said in Accra. Her president, Kojo "
        'Ansah, had spoken of five hundred soldiers only last week. "We have changed our minds," she conceded.',
        {
            "will not take part": "Akosua Badu",
            "five hundred": "Kojo Ansah",
            "We have changed": "Akosua Badu",
        },
    ),
    "he is the envoy summoned": (
        "Denmark's foreign minister, Lars Bekker, summoned the Turkish ambassador on Thursday. He told the envoy "
        "that the arrests were unacceptable. The ambassador replied that the courts were independent.",
        {
            "arrests were unacceptable": "Lars Bekker",
            "courts were independent": "Turkish ambassador",
        },
    ),
    "purpose and absent subject": (
        "After meeting survivors in Derna, the UN envoy, Salma Idris, urged both Libyan governments to open the "
        "roads. Asked about the delay, she blamed a lack of fuel. Having spoken to the mayor, she said she was "
        "more hopeful.",
        {
            "to open": "Salma Idris",
            "a lack of fuel": "Salma Idris",
            "more hopeful": "Salma Idris",
        },
    ),
    "acronym behind its body": (
        "The regional bloc IGAD, which mediated the truce, called on the generals to return to Djibouti. The "
        "Sudanese army refused to talk. The charity MSF, whose hospital was hit, said eleven patients had died.",
        {
            "to return": "Intergovernmental Authority on Development",
            "to talk": "Sudanese Armed Forces / Sudanese army",
            "eleven patients": "Médecins Sans Frontières / MSF / Doctors Without Borders",
        },
    ),
    "leaders and neighbours": (
        "Presidents Dana Okoye of Malawi and Peter Lungu of Zambia signed a water treaty in Chipata. The two "
        "leaders called it historic. Their neighbour Mozambique complained that it had not been consulted.",
        {
            "historic": "Dana Okoye; Peter Lungu",
            "it had not been consulted": "Mozambique",
        },
    ),
    "government behind a place": (
        "Baghdad wants foreign troops out by September, a government spokesman said. In Washington, the State "
        "Department said talks would go on. The Kurdish regional government warned against a hasty withdrawal.",
        {
            "foreign troops out": "government spokesman / Iraqi Government",
            "talks would go on": "US Department of State",
            "a hasty withdrawal": "Kurdistan Regional Government / Kurdish regional government",
        },
    ),
    "lawyer and ex-president": (
        'Former president Hugo Landa was questioned for six hours in Quito. "My client has nothing to hide," his '
        "lawyer, Marta Rios, said. The ex-president called the case a farce. Prosecutors believe that he took "
        "bribes from a builder.",
        {
            "nothing to hide": "Marta Rios",
            "a farce": "Hugo Landa",
            "he took": "prosecutors",
        },
    ),
}

FRENCH: Items = {
    "ils après deux États": (
        "Le Togo et le Bénin ont rouvert samedi leur frontière commune. Ils se sont engagés à échanger des "
        "renseignements. Les commerçants de Hilla-Condji s'en félicitent ; ils espèrent une baisse des prix.",
        {
            "échanger des renseignements": "Togo; Benin",
            "une baisse": "commerçants de Hilla-Condji / commerçants",
        },
    ),
    "ils dans la citation": (
        "Les rebelles touareg ont repris lundi le poste de Ber. « Ils nous ont dit qu'ils ne bougeraient plus », "
        "raconte Aïcha Walet, une habitante. « Ils demandent que l'armée parte », ajoute-t-elle.",
        {
            "qu'ils ne bougeraient": "Aïcha Walet",
            "Ils demandent": "Aïcha Walet",
            "que l'armée parte": "rebelles touareg / rebelles",
        },
    ),
    "ils, deux ministres": (
        "Le ministre roumain de l'Agriculture, Mihai Doran, a reçu jeudi son homologue bulgare, Vesela Petkova. "
        "Ils ont promis de limiter les importations de blé ukrainien. Mme Petkova a jugé la mesure provisoire.",
        {
            "limiter les importations": "Mihai Doran; Vesela Petkova",
            "provisoire": "Vesela Petkova",
        },
    ),
    "elle est une institution": (
        "La Banque centrale d'Égypte a dévalué la livre jeudi. Elle a assuré que les réserves suffiraient. Le "
        "Fonds monétaire international a salué la décision, qu'il réclamait depuis un an.",
        {
            "réserves suffiraient": "Central Bank of Egypt",
            "la décision": "International Monetary Fund",
        },
    ),
    "ce qu'elle appelle": (
        "L'Union africaine a condamné ce qu'elle appelle une tentative de putsch à Bissau. Le Portugal, ancienne "
        "puissance coloniale, s'est dit inquiet. Lisbonne a conseillé à ses ressortissants de rester chez eux.",
        {
            "une tentative de putsch": "African Union",
            "rester chez eux": "Portugal",
        },
    ),
    "présidence derrière un lieu": (
        "À Libreville, la présidence a annoncé la dissolution du Sénat. L'ancien premier ministre Paul Ondo a "
        "dénoncé un abus de pouvoir. Il réclame des élections avant l'été. Son avocat, Maître Jean Moussavou, a "
        "indiqué qu'il saisirait la Cour constitutionnelle.",
        {
            "la dissolution": "Gabonese Presidency / présidence",
            "un abus de pouvoir": "Paul Ondo",
            "des élections avant": "Paul Ondo",
            "saisirait la Cour": "Jean Moussavou",
        },
    ),
    "Maître seul": (
        "Me Sonia Belkacem, qui défend les grévistes, a demandé leur libération. L'avocate a rappelé que deux "
        "d'entre eux étaient malades. Le parquet de Sfax estime que la loi a été respectée.",
        {
            "leur libération": "Sonia Belkacem",
            "étaient malades": "Sonia Belkacem",
            "la loi a été": "parquet de Sfax",
        },
    ),
    "les deux délégations": (
        "Des émissaires arméniens et azerbaïdjanais se sont revus mardi à Tbilissi. Les deux délégations sont "
        "convenues de libérer vingt prisonniers. La médiatrice géorgienne, Nino Abashidze, a parlé d'un pas utile.",
        {
            "libérer vingt": "Armenia; Azerbaijan",
            "un pas utile": "Nino Abashidze",
        },
    ),
    "service de presse": (
        "Le président russe se rendra à Astana en mai, a annoncé le service de presse du Kremlin. Le Kazakhstan a "
        "confirmé la visite. Selon le porte-parole de la diplomatie kazakhe, Erlan Saty, un accord sur le gaz sera "
        "signé.",
        {
            "se rendra à Astana": "Russian Presidential Administration / service de presse du Kremlin",
            "la visite": "Kazakhstan",
            "sera signé": "Erlan Saty",
        },
    ),
    "apposition et relative": (
        "La Namibie, laquelle préside le comité, a proposé une trêve de dix jours. Le mouvement AFC, qui tient "
        "Bukavu, a rejeté ce plan. Son chef militaire, Désiré Bwira, exige le départ des soldats burundais.",
        {
            "une trêve de dix": "Namibia",
            "ce plan": "Congo River Alliance / AFC",
            "le départ des soldats": "Désiré Bwira",
        },
    ),
    "rapport d'un groupe d'experts": (
        "Un rapport du groupe d'experts de l'ONU accuse l'Ouganda d'avoir armé une milice. Le document affirme que "
        "des camions ont franchi la frontière la nuit. Kampala dément et réclame des preuves.",
        {
            "avoir armé": "groupe d'experts de l'ONU",
            "des camions": "groupe d'experts de l'ONU",
            "des preuves": "Uganda",
        },
    ),
    "lui a répondu": (
        "« Vous avez trahi vos promesses », a lancé la députée Inès Carvalho au ministre de l'Intérieur. Celui-ci "
        "lui a répondu que la réforme serait votée. Elle a quitté la salle en criant qu'elle ne se tairait pas.",
        {
            "trahi vos": "Inès Carvalho",
            "serait votée": "ministre de l'Intérieur",
            "ne se tairait": "Inès Carvalho",
        },
    ),
    "l'entreprise": (
        "L'entreprise minière Kalu Lithium a suspendu ses travaux à Manono. Elle reproche à l'État de bloquer ses "
        "permis. Le groupe menace de saisir un tribunal arbitral ; le ministère des Mines n'a pas réagi.",
        {
            "bloquer ses permis": "Kalu Lithium",
            "un tribunal": "Kalu Lithium",
        },
    ),
    "les deux camps": (
        "Le Soudan et le Soudan du Sud ont repris lundi leurs pourparlers à Addis-Abeba. Les deux parties ont "
        "accepté de retirer leurs troupes d'Abyei. Elles ont aussi décidé de rouvrir l'oléoduc. « C'est fragile », a "
        "nuancé un diplomate éthiopien.",
        {
            "retirer leurs": "Sudan; South Sudan",
            "rouvrir l'oléoduc": "Sudan; South Sudan",
            "fragile": "diplomate éthiopien",
        },
    ),
    "sous couvert d'anonymat": (
        "La Tunisie va relâcher les quatre pêcheurs italiens, a-t-on appris de source diplomatique. À Rome, où l'on "
        "se dit soulagé, le gouvernement a remercié Tunis. Sous couvert d'anonymat, un de ses conseillers a "
        "toutefois regretté la lenteur de la procédure.",
        {
            "va relâcher": "source diplomatique",
            "la lenteur": "conseillers / un de ses conseillers / conseiller",
        },
    ),
}
