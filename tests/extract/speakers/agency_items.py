"""Short agency items of our own, half of them French, of many regions and constructions, and who says what in them.

Coded by reading: of every statement some words of its content and the speaker whom a reader would write down, a body under its
name in the base, an unnamed speaker as the text describes it, several joined by "; ", other spellings of one behind " / ".
What is only refused or passed over in silence ("did not comment", "denied this") has no content and is no statement here.
"""

from __future__ import annotations

Items = dict[str, tuple[str, dict[str, str]]]

ENGLISH: Items = {
    "summit bloc": (
        "Leaders of the Southern African Development Community met in Gaborone on Saturday to discuss the "
        "fighting in the east of Congo. The leaders called for an immediate ceasefire. The bloc also urged "
        "Rwanda to withdraw its troops. Kigali dismissed the call as one-sided.",
        {
            "an immediate ceasefire": "Southern African Development Community",
            "to withdraw": "Southern African Development Community",
            "one-sided": "Rwanda",
        },
    ),
    "counterpart": (
        "Kazakh foreign minister Yerlan Dossanov met his Uzbek counterpart, Rustam Kholmatov, in Turkistan on "
        "Monday. Dossanov said that the border would open in June. His Uzbek counterpart promised to build a "
        "new crossing. The two ministers agreed to share water from the Syr Darya.",
        {
            "border would open": "Yerlan Dossanov",
            "a new crossing": "Rustam Kholmatov",
            "to share water": "Yerlan Dossanov; Rustam Kholmatov",
        },
    ),
    "presidency and spokesman": (
        'The Nigerian presidency denied on Sunday that the president had been flown abroad for treatment. "He '
        'is at work," spokesman Tunde Adewale said. Adewale accused the opposition of spreading rumours. The '
        "main opposition party, the Alliance for Renewal, said that it had seen no proof of life.",
        {
            "had been flown": "Nigerian Presidency",
            "He is at work": "Tunde Adewale",
            "spreading rumours": "Tunde Adewale",
            "no proof of life": "Alliance for Renewal",
        },
    ),
    "source close to": (
        "A source close to the Lebanese army told the agency that the convoy had been hit by mistake. The "
        "source said two soldiers were wounded. Hezbollah blamed Israel, which did not comment. A Western "
        "diplomat in Beirut, speaking on condition of anonymity, said the truce was holding.",
        {
            "hit by mistake": "source close to the Lebanese army",
            "two soldiers": "source close to the Lebanese army",
            "Israel": "Hezbollah",
            "the truce was holding": "Western diplomat in Beirut",
        },
    ),
    "UN body": (
        "More than 40,000 people have fled the fighting around El Fasher since Friday, the International "
        "Organization for Migration said. The UN body added that most of them were walking to Tawila. Its "
        'head of mission, Lena Ostrov, warned that water was running out. "Children are drinking from '
        'puddles," Ostrov said.',
        {
            "have fled": "International Organization for Migration",
            "walking to Tawila": "International Organization for Migration",
            "water was running out": "Lena Ostrov",
            "drinking from puddles": "Lena Ostrov",
        },
    ),
    "woman minister surname": (
        "Chile's mining minister, Marcela Ibáñez, said on Thursday that the lithium auction would go ahead. "
        "Speaking to reporters in Antofagasta, Ibáñez accused foreign firms of bidding together. The "
        "minister, who took office in March, added that three offers had been rejected. Her predecessor, "
        "Jorge Lillo, called the auction a mistake.",
        {
            "auction would go ahead": "Marcela Ibáñez",
            "bidding together": "Marcela Ibáñez",
            "three offers": "Marcela Ibáñez",
            "a mistake": "Jorge Lillo",
        },
    ),
    "former and latter": (
        "Police chief Dane Wickham and harbour master Josie Trull disagree about the fire. The former says "
        "that it was set on purpose. The latter believes a cable was to blame. Both declined to name "
        "suspects.",
        {
            "set on purpose": "Dane Wickham",
            "a cable was": "Josie Trull",
            "to name suspects": "Dane Wickham; Josie Trull",
        },
    ),
    "ambassadors recalled": (
        "Colombia and Ecuador recalled their ambassadors on Wednesday after a week of mutual reproaches. "
        "Bogotá accused Quito of sheltering a convicted general. Quito said the charge was absurd. The two "
        "countries nevertheless promised to keep their border open.",
        {
            "convicted general": "Colombia",
            "the charge was absurd": "Ecuador",
            "border open": "Colombia; Ecuador",
        },
    ),
    "junta and leader": (
        "Guinea's junta said on state television that elections would be held in December. Its leader, "
        "Colonel Sory Kaba, promised not to stand. The opposition leader Aminata Barry said she did not "
        'believe him. "We heard that before," she told AFP.',
        {
            "held in December": "Guinea's junta",
            "not to stand": "Sory Kaba",
            "did not believe": "Aminata Barry",
            "We heard that before": "Aminata Barry",
        },
    ),
    "document": (
        "A draft resolution circulated by Gabon and Ireland demands that aid be let into the camp. The text "
        "also calls for an inquiry. Russia's ambassador to the United Nations, Oleg Merkulov, said that "
        "Moscow would veto it. He called the draft a provocation.",
        {
            "aid be let into": "draft resolution circulated by Gabon and Ireland / draft resolution",
            "an inquiry": "draft resolution circulated by Gabon and Ireland / draft resolution",
            "Moscow would veto": "Oleg Merkulov",
            "a provocation": "Oleg Merkulov",
        },
    ),
    "quote first paragraphs": (
        "\"We will not be bullied,\" said Prime Minister Sione Fakafanua.\n\nHe was speaking in Nuku'alofa a day "
        "after the loan talks collapsed.\n\nThe Chinese embassy said that Tonga had been treated fairly. In a "
        'statement, the embassy said interest had been cut twice.\n\n"That is simply untrue," Fakafanua said.',
        {
            "not be bullied": "Sione Fakafanua",
            "treated fairly": "Chinese embassy",
            "interest had been cut": "Chinese embassy",
            "simply untrue": "Sione Fakafanua",
        },
    ),
    "chain": (
        "The paper Dawn Herald reported that the foreign ministry had summoned the Afghan envoy. According to "
        "the paper, the envoy said that Kabul knew nothing of the attack. The ministry has not commented. A "
        "ministry official told Reuters the meeting was routine.",
        {
            "had summoned": "Dawn Herald",
            "Kabul knew nothing": "Afghan envoy / envoy",
            "was routine": "ministry official",
        },
    ),
    "they refugees": (
        "Residents of Goma said they heard shelling all night. They said that the airport was closed. "
        'Jean-Bosco Kitenge, a teacher, told the agency by phone that his school was full of families. "They '
        'sleep on the desks," he said.',
        {
            "heard shelling": "residents of Goma",
            "airport was closed": "residents of Goma",
            "full of families": "Jean-Bosco Kitenge",
            "sleep on the desks": "Jean-Bosco Kitenge",
        },
    ),
    "both presidents": (
        "Azerbaijan's president, Ilham Aliyev, and Armenia's prime minister, Nikol Pashinyan, spoke for two "
        "hours in Brussels. Both leaders said that progress had been made. Charles Michel, who chaired the "
        "talks, said the next round would be in May. Pashinyan thanked him for his efforts.",
        {
            "progress had been made": "Ilham Aliyev; Nikol Pashinyan",
            "next round": "Charles Michel",
            "his efforts": "Nikol Pashinyan",
        },
    ),
    "participles": (
        "Addressing parliament, Defence Minister Ngozi Bello rejected claims that soldiers had fired on "
        "farmers. Asked about a video, she said it was old. Quoting a report by the army, Bello said that the "
        "men had been armed. Amnesty International, citing witnesses, said that they had been asleep.",
        {
            "had fired on farmers": "Ngozi Bello",
            "it was old": "Ngozi Bello",
            "had been armed": "Ngozi Bello",
            "had been asleep": "Amnesty International",
        },
    ),
    "ministry statement": (
        "Vietnam's foreign ministry condemned the sinking of a fishing boat near the Paracel Islands. In a "
        "statement issued in Hanoi, ministry spokeswoman Pham Thu Lan said that the crew of nine had been "
        "rescued. The ministry demanded compensation from China. Beijing said the boat had rammed a patrol "
        "ship.",
        {
            "the sinking": "Vietnamese Ministry of Foreign Affairs",
            "crew of nine": "Pham Thu Lan",
            "compensation": "Vietnamese Ministry of Foreign Affairs",
            "rammed": "China",
        },
    ),
    "former president": (
        "Former president Evo Quispe said on Tuesday that he would return to La Paz. The ex-president, who "
        "left the country in 2019, said he feared nothing. The government warned that he would be arrested. "
        "Interior minister Rosa Mamani said a warrant had been issued.",
        {
            "return to La Paz": "Evo Quispe",
            "feared nothing": "Evo Quispe",
            "would be arrested": "Bolivian Government",
            "warrant had been": "Rosa Mamani",
        },
    ),
    "union and company": (
        "Dockworkers in Piraeus will strike again next week, their union said. Union leader Markos Bouzoulas "
        "said the company had broken its word. The company, Aegean Terminals, denied this. It said that wages "
        "had risen by a tenth.",
        {
            "strike again": "union",
            "broken its word": "Markos Bouzoulas",
            "had risen": "Aegean Terminals",
        },
    ),
    "regional governor telegram": (
        "Ukrainian drones hit an oil depot near Engels overnight, the regional governor, Roman Busargin, "
        "wrote on Telegram. No one was hurt, he added. The Russian defence ministry said that eleven drones "
        "had been shot down. Kyiv's general staff said the depot supplied bombers.",
        {
            "hit an oil depot": "Roman Busargin",
            "No one was hurt": "Roman Busargin",
            "eleven drones": "Russian Ministry of Defence",
            "supplied bombers": "General Staff of the Armed Forces of Ukraine",
        },
    ),
    "analyst": (
        "Why did Tunis change its mind? Analyst Hela Ferjani of the Carthage Institute thinks that money "
        'decided. "The budget does not lie," she says. Others point to the army. For the former diplomat Slim '
        "Ayari, the president simply wanted time. The truth, Ferjani says, may be simpler still.",
        {
            "money decided": "Hela Ferjani",
            "budget does not lie": "Hela Ferjani",
            "wanted time": "Slim Ayari",
            "simpler still": "Hela Ferjani",
        },
    ),
    "ambassador told": (
        "Zambia's ambassador to Berlin, Chola Mutale, told reporters that the loan would be repaid. Germany's "
        "finance ministry said it had received no letter. Mutale called the silence an insult.",
        {
            "loan would be": "Chola Mutale",
            "received no letter": "German Ministry of Finance",
            "an insult": "Chola Mutale",
        },
    ),
    "EU leaders": (
        "European Union leaders condemned the raid at a summit in Brussels. They demanded the release of the "
        "crew. Hungary's foreign minister, Peter Halasz, said Budapest would block sanctions.",
        {
            "the raid": "European Union",
            "release of the crew": "European Union",
            "would block": "Peter Halasz",
        },
    ),
    "her husband": (
        "Lawyer Dina Farouk was arrested at dawn. Her husband, Samir Nassar, said soldiers had broken the "
        'door. "She asked for a coat," he said. The army declined to comment.',
        {
            "broken the door": "Samir Nassar",
            "asked for a coat": "Samir Nassar",
        },
    ),
    "rebels spokesman": (
        "A spokesman for the M23 rebels, Willy Ngarambe, said the town of Masisi had fallen. The army denied "
        "that. Ngarambe promised that markets would reopen. Kinshasa accused Rwanda of sending tanks.",
        {
            "had fallen": "Willy Ngarambe",
            "markets would reopen": "Willy Ngarambe",
            "sending tanks": "Democratic Republic of the Congo",
        },
    ),
    "court": (
        "The International Court of Justice ordered Myanmar to protect the Rohingya. The court said that the "
        "danger was real. Judge Amara Okoye disagreed in part. She wrote that the order went too far.",
        {
            "protect the Rohingya": "International Court of Justice",
            "danger was real": "International Court of Justice",
            "went too far": "Amara Okoye",
        },
    ),
    "wrote to protest": (
        "Panama's canal authority wrote to shippers to warn that draughts would be cut. Its head, Ricardo "
        "Vela, said the lake was too low. Greenpeace blamed the mines. Vela rejected that.",
        {
            "draughts would be cut": "Panama Canal Authority / Panama's canal authority",
            "the lake was too low": "Ricardo Vela",
            "the mines": "Greenpeace",
        },
    ),
    "two presidents summon": (
        "Kenya's president William Ruto received his Somali counterpart, Hassan Sheikh Mohamud, in Nairobi. "
        "The two presidents said that the border post at Mandera would reopen. Ruto promised two hundred "
        "scholarships.",
        {
            "post at Mandera": "William Ruto; Hassan Sheikh Mohamud",
            "two hundred scholarships": "William Ruto",
        },
    ),
    "official anonymity": (
        "A senior Philippine official, who asked not to be named, said the reef had been mapped. The official "
        "added that Beijing knew. China's coast guard said that the ships were trespassing.",
        {
            "had been mapped": "senior Philippine official",
            "Beijing knew": "senior Philippine official",
            "were trespassing": "China Coast Guard",
        },
    ),
    "party": (
        "The Freedom Party, the largest in parliament, rejected the budget. The party accused the cabinet of "
        "wasting money. Its chairwoman, Greta Holm, called for elections.",
        {
            "the budget": "Freedom Party",
            "wasting money": "Freedom Party",
            "for elections": "Greta Holm",
        },
    ),
    "report": (
        "A report by the World Bank warns that Lao debt is out of hand. The report says that dams are to "
        "blame. The bank urged Vientiane to sell two of them.",
        {
            "out of hand": "World Bank",
            "dams are to blame": "World Bank",
            "to sell": "World Bank",
        },
    ),
}  # fmt: skip
FRENCH: Items = {
    "présidence": (
        "L'Élysée a confirmé mardi que la visite était reportée. La présidence française a invoqué un "
        "problème d'agenda. Selon une source proche du dossier, Rabat n'avait pas répondu. « Nous avons "
        "appris cela par la presse », a regretté un diplomate marocain.",
        {
            "visite était reportée": "French Presidency",
            "un problème d'agenda": "French Presidency",
            "Rabat n'avait pas": "source proche du dossier",
            "appris cela": "diplomate marocain",
        },
    ),
    "homologue": (
        "La ministre sénégalaise des Affaires étrangères, Awa Ndour, a reçu mercredi son homologue "
        "mauritanien, Sidi Ould Bah. Elle a assuré que le gaz serait partagé. Son homologue mauritanien a "
        "promis de livrer le premier bateau avant l'été. Les deux ministres ont condamné l'attaque de Kayes.",
        {
            "gaz serait partagé": "Awa Ndour",
            "premier bateau": "Sidi Ould Bah",
            "l'attaque de Kayes": "Awa Ndour; Sidi Ould Bah",
        },
    ),
    "communiqué de la présidence": (
        "Dans un communiqué, la présidence tchadienne a démenti tout accord avec les rebelles. Le texte "
        "accuse une chaîne étrangère de mensonge. « Aucun émissaire n'a été envoyé », y lit-on. Le "
        "porte-parole des rebelles, Kingabé Oumar, a soutenu le contraire.",
        {
            "tout accord": "Chadian Presidency",
            "de mensonge": "Chadian Presidency",
            "Aucun émissaire": "Chadian Presidency",
            "le contraire": "Kingabé Oumar",
        },
    ),
    "son chef": (
        "Le Front de libération de l'Azawad a revendiqué l'embuscade. Son chef, Alghabass Ag Attaher, a "
        "prévenu que d'autres suivraient. L'armée malienne n'a reconnu que trois morts. Selon elle, les "
        "assaillants ont été mis en fuite.",
        {
            "l'embuscade": "Azawad Liberation Front",
            "d'autres": "Alghabass Ag Attaher",
            "trois morts": "Malian Armed Forces",
            "mis en fuite": "Malian Armed Forces",
        },
    ),
    "accents": (
        "Le président du Sénat, Moussa Traoré-Baldé, a rejeté la motion. « Elle est irrecevable », a tranché "
        "Moussa Traore-Balde. Pour l'avocate Coumba Sène, le texte respecte la loi. Mme Sène entend saisir la "
        "Cour.",
        {
            "la motion": "Moussa Traoré-Baldé",
            "Elle est irrecevable": "Moussa Traoré-Baldé",
            "respecte la loi": "Coumba Sène",
            "saisir la Cour": "Coumba Sène",
        },
    ),
    "bloc": (
        "La Cédéao a suspendu lundi le Burkina Faso de toutes ses instances. Le bloc ouest-africain exige la "
        "libération du président déchu. Réunis à Accra, les chefs d'État ont menacé d'envoyer des troupes. "
        "Ouagadougou a dénoncé un diktat.",
        {
            "libération du président": "Economic Community of West African States",
            "d'envoyer des troupes": "Economic Community of West African States",
            "un diktat": "Burkina Faso",
        },
    ),
    "porte-parole ministère": (
        "La porte-parole de la diplomatie russe, Maria Zakharova, a jugé « absurde » la note de Vienne. "
        "Moscou répondra, a-t-elle averti. Le ministère autrichien des Affaires étrangères avait déclaré la "
        "veille que deux diplomates devaient partir. Il leur reproche d'avoir espionné un laboratoire.",
        {
            "la note de Vienne": "Maria Zakharova",
            "Moscou répondra": "Maria Zakharova",
            "deux diplomates": "Austrian Federal Ministry for European and International Affairs",
            "espionné un laboratoire": "Austrian Federal Ministry for European and International Affairs",
        },
    ),
    "date et chose": (
        "Début mars, la ministre péruvienne Carmen Ugarte affirmait que la route serait finie en juin. Fin "
        "mai, elle parlait de septembre. Une nouvelle crise dans la région menace désormais le chantier. Le "
        "constructeur, Andes Vial, assure que les machines arrivent.",
        {
            "finie en juin": "Carmen Ugarte",
            "septembre": "Carmen Ugarte",
            "les machines arrivent": "Andes Vial",
        },
    ),
    "ambassadeurs": (
        "Alger et Madrid ont annoncé jeudi le retour de leurs ambassadeurs. Les deux pays se félicitent d'une "
        "« page tournée ». José Manuel Albares, chef de la diplomatie espagnole, a salué un partenaire "
        "fiable. Le ministre a précisé que le gaz n'avait jamais cessé de couler.",
        {
            "retour de leurs": "Algeria; Spain",
            "page tournée": "Algeria; Spain",
            "partenaire fiable": "José Manuel Albares",
            "cessé de couler": "José Manuel Albares",
        },
    ),
    "interlocuteur": (
        "Interrogé par la radio Okapi, le gouverneur Célestin Mbuyi-Kalala a affirmé que le calme était "
        "revenu. Il a cité Pierre Lokwa, un commerçant. « J'ai rouvert hier », raconte ce dernier. Le "
        "gouverneur invite les habitants à rentrer.",
        {
            "calme était revenu": "Célestin Mbuyi-Kalala",
            "J'ai rouvert": "Pierre Lokwa",
            "les habitants à rentrer": "Célestin Mbuyi-Kalala",
        },
    ),
    "institution onusienne": (
        "Le Programme alimentaire mondial a averti vendredi qu'il suspendrait ses livraisons en Haïti. "
        "L'agence onusienne évoque des camions pillés. Sa directrice pour Haïti, Wanda Keller, a parlé d'un « "
        "crève-cœur ». La police haïtienne affirme que l'axe est sûr.",
        {
            "suspendrait ses livraisons": "World Food Programme",
            "camions pillés": "World Food Programme",
            "crève-cœur": "Wanda Keller",
            "l'axe est sûr": "Haitian National Police",
        },
    ),
    "incise et reprise": (
        "« On nous a volé la victoire », a lancé samedi l'opposante Lidia Chiriac devant ses partisans. La "
        "candidate du parti Aube, qui revendique 52 % des voix, a exigé un nouveau décompte. Le président de "
        "la commission électorale, Ion Rusu, a répliqué que les chiffres étaient définitifs. Mme Chiriac, "
        "a-t-il ajouté, peut saisir la justice.",
        {
            "volé la victoire": "Lidia Chiriac",
            "52 % des voix": "Lidia Chiriac",
            "un nouveau décompte": "Lidia Chiriac",
            "chiffres étaient définitifs": "Ion Rusu",
            "saisir la justice": "Ion Rusu",
        },
    ),
    "habitants": (
        "Des habitants de Djibo ont décrit des scènes de pillage. Ils affirment que les militaires sont "
        "arrivés trop tard. Un élu local, sous couvert d'anonymat, a fait état de trente morts. L'élu réclame "
        "une enquête.",
        {
            "scènes de pillage": "habitants de Djibo",
            "arrivés trop tard": "habitants de Djibo",
            "trente morts": "élu local",
            "une enquête": "élu local",
        },
    ),
    "rapport et auteur": (
        "Un rapport de Human Rights Watch accuse les deux camps de crimes de guerre. L'ONG demande "
        "l'ouverture d'une enquête. « Personne n'est épargné », souligne Carine Dubost, auteure du rapport. "
        "Le gouvernement éthiopien a qualifié le document de partial.",
        {
            "crimes de guerre": "Human Rights Watch",
            "l'ouverture d'une enquête": "Human Rights Watch",
            "Personne n'est épargné": "Carine Dubost",
            "partial": "Ethiopian Government",
        },
    ),
    "kremlin et porte-parole": (
        "Le Kremlin a jugé prématurée toute rencontre. Son porte-parole, Dmitri Peskov, a estimé que Kiev "
        "n'était pas prêt. L'intéressé n'a pas voulu citer de lieu. À Kiev, la présidence a répondu qu'elle "
        "attendait un signe.",
        {
            "toute rencontre": "Russian Presidential Administration",
            "Kiev n'était pas prêt": "Dmitry Peskov",
            "attendait un signe": "Office of the President of Ukraine",
        },
    ),
    "participe": (
        "Accusant Erevan de provocation, le ministère azerbaïdjanais de la Défense a affirmé que deux soldats "
        "avaient été tués. Cité par l'agence Armenpress, un responsable arménien a rejeté ces propos. Il a "
        "assuré que personne n'avait tiré. Bakou a exigé des excuses.",
        {
            "provocation": "Azerbaijani Ministry of Defence",
            "deux soldats": "Azerbaijani Ministry of Defence",
            "ces propos": "responsable arménien",
            "personne n'avait tiré": "responsable arménien",
            "des excuses": "Azerbaijan",
        },
    ),
    "dirigeants": (
        "La présidente Maia Codreanu a accueilli le chancelier Stefan Huber à Soroca. Les deux dirigeants ont "
        "plaidé pour un corridor ferroviaire. La première a remercié Vienne. Le second a promis cent millions "
        "d'euros.",
        {
            "corridor ferroviaire": "Maia Codreanu; Stefan Huber",
            "Vienne": "Maia Codreanu",
            "cent millions": "Stefan Huber",
        },
    ),
    "parti": (
        "Le Parti du renouveau a rejeté dimanche les résultats du scrutin. La formation dénonce des bourrages "
        "d'urnes. Son secrétaire général, Toussaint Agbodji, a appelé ses militants à manifester. Le ministre "
        "de l'Intérieur a prévenu que tout rassemblement serait dispersé.",
        {
            "résultats du scrutin": "Parti du renouveau",
            "bourrages d'urnes": "Parti du renouveau",
            "à manifester": "Toussaint Agbodji",
            "serait dispersé": "ministre de l'Intérieur",
        },
    ),
    "armée et télévision": (
        "L'armée birmane a annoncé à la télévision d'État la prolongation de l'état d'urgence. Le général "
        "Thant Zin a invoqué l'insécurité. Selon lui, les élections auront lieu plus tard. La Ligue pour la "
        "démocratie a fustigé « un prétexte ».",
        {
            "prolongation de l'état": "Myanmar Armed Forces",
            "l'insécurité": "Thant Zin",
            "auront lieu": "Thant Zin",
            "un prétexte": "National League for Democracy",
        },
    ),
    "convoque": (
        "Le ministre polonais des Affaires étrangères, Jan Rudnik, a convoqué l'ambassadrice biélorusse pour "
        "protester contre l'arrestation d'un prêtre. Selon M. Rudnik, le prêtre est innocent. Minsk affirme "
        "qu'il espionnait.",
        {
            "l'arrestation d'un prêtre": "Jan Rudnik",
            "le prêtre est innocent": "Jan Rudnik",
            "il espionnait": "Belarus",
        },
    ),
    "dirigeants UE": (
        "Les dirigeants de l'Union africaine ont appelé samedi à une trêve à Khartoum. Ils ont exigé "
        "l'ouverture de couloirs humanitaires. L'armée soudanaise a rejeté ces demandes.",
        {
            "une trêve": "African Union",
            "couloirs humanitaires": "African Union",
            "ces demandes": "Sudanese Armed Forces",
        },
    ),
    "première ministre": (
        "La Première ministre lettone, Inga Kalnina, a annoncé la fermeture d'un pont. Mme Kalnina a dit "
        "craindre des provocations. « C'est temporaire », a-t-elle précisé. Le Kremlin a dénoncé une mesure "
        "hostile.",
        {
            "fermeture d'un pont": "Inga Kalnina",
            "des provocations": "Inga Kalnina",
            "C'est temporaire": "Inga Kalnina",
            "mesure hostile": "Russian Presidential Administration",
        },
    ),
    "avocat": (
        "Son avocat, Maître Paul Essomba, a dénoncé une détention arbitraire. « Mon client n'a rien fait », "
        "a-t-il déclaré à l'AFP. Le parquet de Douala soutient que l'enquête suit son cours.",
        {
            "détention arbitraire": "Paul Essomba",
            "Mon client": "Paul Essomba",
            "suit son cours": "parquet de Douala",
        },
    ),
    "groupe": (
        "Le groupe État islamique a revendiqué l'attentat de Kunduz. Les talibans ont promis de punir les "
        "coupables. Leur porte-parole, Zabihullah Wardak, a fait état de dix-sept morts.",
        {
            "l'attentat": "Islamic State",
            "punir les coupables": "Taliban",
            "dix-sept morts": "Zabihullah Wardak",
        },
    ),
    "maire": (
        "« La ville est sous l'eau », a alerté dimanche le maire de Porto Belo, Tiago Neves. L'édile réclame "
        "des pompes. À Brasilia, le gouvernement assure que l'aide est en route.",
        {
            "sous l'eau": "Tiago Neves",
            "des pompes": "Tiago Neves",
            "est en route": "Brazilian Government",
        },
    ),
    "celui-ci": (
        "Le négociateur Adam Reuter a rencontré le chef rebelle Issa Dembo. Celui-ci a réclamé un "
        "cessez-le-feu. Reuter a indiqué que rien n'était signé.",
        {
            "un cessez-le-feu": "Issa Dembo",
            "n'était signé": "Adam Reuter",
        },
    ),
    "source": (
        "Une source diplomatique a indiqué que les pourparlers reprendraient à Doha. La même source évoque "
        "des progrès. Le Qatar n'a pas confirmé.",
        {
            "reprendraient à Doha": "source diplomatique",
            "des progrès": "source diplomatique",
        },
    ),
    "deux pays": (
        "L'Inde a expulsé un diplomate canadien. Les deux pays se sont accusés d'ingérence. Ottawa a demandé "
        "des preuves. New Delhi a démenti tout complot.",
        {
            "ingérence": "India; Canada",
            "des preuves": "Canada",
            "tout complot": "India",
        },
    ),
    "ong": (
        "Médecins sans frontières a suspendu ses activités à Port-au-Prince. L'organisation dénonce des "
        "menaces contre son personnel. Sa cheffe de mission, Diane Moreau, a réclamé des garanties. « Nous ne "
        "reviendrons pas sans elles », a-t-elle insisté.",
        {
            "des menaces": "Doctors Without Borders",
            "des garanties": "Diane Moreau",
            "sans elles": "Diane Moreau",
        },
    ),
}  # fmt: skip
