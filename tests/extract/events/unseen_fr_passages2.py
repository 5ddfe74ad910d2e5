"""Sixteen more reports of our own in French, four as machines translate from English or Russian.

Written and coded before the program read them; at first sight it read .386 of their acts, and .648 of its reports were right.
"""

from __future__ import annotations

from extract.events.unseen_fr_passages import Passage

PASSAGES = (
    Passage(
        name="tchad_soudan",
        published="2025-03-24",
        text=(
            "N'DJAMENA, 24 mars 2025 (AFP) - Le Tchad a mis en garde dimanche le Soudan contre toute atteinte à son "
            "territoire, après qu'un haut responsable militaire soudanais eut désigné les aéroports de N'Djamena et "
            "d'Amdjarass comme des « cibles légitimes ». De tels propos, a estimé le porte-parole du ministère "
            "tchadien des Affaires étrangères, « équivalent à une déclaration de guerre ».\n"
            "\n"
            "Khartoum accuse depuis des mois son voisin de laisser transiter par l'est du pays les armes que les "
            "Émirats arabes unis livreraient aux Forces de soutien rapide, ce qu'Abou Dhabi comme N'Djamena "
            "démentent. Le général Yasser al-Atta avait également menacé le Soudan du Sud. Juba a convoqué "
            "l'ambassadeur soudanais et exigé des éclaircissements ; l'Égypte, appelée à la rescousse par les deux "
            "parties, a plaidé pour la désescalade."
        ),
        acts=(
            "THREATEN TCD>SDN",
            "THREATEN SDN>TCD",
            "ACCUSE TCD>SDN",
            "ACCUSE SDN>TCD",
            "? AID/ACCUSE ARE>SDN",
            "REJECT ARE+TCD>SDN",
            "THREATEN SDN>SSD",
            "ACCUSE SSD>SDN",
            "REQUEST SSD>SDN",
            "? REQUEST EGY>SDN+TCD",
            "? REQUEST EGY>SDN+SSD",
        ),
    ),
    Passage(
        name="equateur_colombie",
        published="2008-03-07",
        text=(
            "QUITO - Le président équatorien Rafael Correa a ordonné dimanche le départ de l'ambassadeur de Colombie "
            "et l'envoi de renforts à la frontière, au lendemain du bombardement par l'aviation colombienne, en "
            "territoire équatorien, d'un campement des Farc où a péri leur numéro deux, Raúl Reyes. Dénonçant « la "
            "pire agression » jamais subie par son pays, il a exigé des excuses d'Alvaro Uribe. Celui-ci lui en a "
            "présenté par la voix de son ministre Fernando Araujo, tout en accusant Quito de complaisance envers la "
            "guérilla.\n"
            "\n"
            "Hugo Chavez, qui a fait masser dix bataillons le long de la frontière colombienne, a fermé l'ambassade "
            "de son pays à Bogota et promis la guerre à son voisin s'il s'avisait d'agir de même au Venezuela. Le "
            "Chili et le Brésil ont réclamé des explications à la Colombie ; Washington lui a renouvelé son appui. Le"
            " Nicaragua a rompu jeudi avec Bogota."
        ),
        acts=(
            "SANCTION ECU>COL",
            "MOBILIZE ECU>COL",
            "ASSAULT COL>ECU",
            "ACCUSE ECU>COL",
            "REQUEST ECU>COL",
            "CONCEDE COL>ECU",
            "ACCUSE COL>ECU",
            "MOBILIZE VEN>COL",
            "SANCTION VEN>COL",
            "THREATEN VEN>COL",
            "REQUEST CHL+BRA>COL",
            "SUPPORT USA>COL",
            "SANCTION NIC>COL",
        ),
    ),
    Passage(
        name="guerre_morue",
        published="1976-02-20",
        text=(
            "REYKJAVIK, 20 février 1976. - L'Islande a rompu jeudi soir ses relations diplomatiques avec la "
            "Grande-Bretagne, première mesure de ce genre entre deux membres de l'Alliance atlantique. Le "
            "gouvernement de M. Geir Hallgrimsson reproche à Londres d'avoir renvoyé ses frégates protéger les "
            "chalutiers qui pêchent à l'intérieur de la limite des deux cents milles. À plusieurs reprises, ces "
            "bâtiments ont éperonné les vedettes de la garde-côte islandaise, dont les équipages sectionnent les "
            "câbles des filets britanniques.\n"
            "\n"
            "M. Joseph Luns, qui a offert ses bons offices, a reçu à Bruxelles le ministre islandais des affaires "
            "étrangères, M. Agustsson, et l'a supplié de ne pas mettre en cause la base américaine de Keflavik. La "
            "Norvège, chargée de représenter les intérêts islandais à Londres, a déploré la rupture. L'U.R.S.S. a "
            "signé le même jour avec Reykjavik un contrat de livraison de pétrole."
        ),
        acts=(
            "SANCTION ISL>GBR",
            "ACCUSE ISL>GBR",
            "ASSAULT/COERCE GBR>ISL",
            "COERCE/ASSAULT ISL>GBR",
            "? MOBILIZE GBR>ISL",
            "AGREE NATO>ISL+GBR",
            "CONSULT ISL+NATO>",
            "REQUEST NATO>ISL",
            "? AID/SUPPORT NOR>ISL",
            "? ACCUSE NOR>ISL",
            "COOPERATE/SUPPORT/AGREE SUN+ISL>",
        ),
    ),
    Passage(
        name="anglais_colombie_tarifs",
        published="2025-01-27",
        text=(
            "WASHINGTON (AP) — Le président Donald Trump a frappé la Colombie dimanche avec des tarifs de "
            "représailles et des interdictions de voyage après que son président a tourné loin deux avions militaires"
            " américains transportant des migrants déportés. Le président colombien Gustavo Petro a tiré en retour "
            "avec un tarif de 25 pour cent sur les biens américains, mais a plus tard dans la nuit reculé et accepté "
            "de prendre les migrants, la Maison Blanche a dit. « Nous ne serons pas intimidés », Petro a écrit sur X."
            " Le Département d'État a suspendu l'émission de visas à l'ambassade à Bogotá.\n"
            "\n"
            "Le Brésil a convoqué le diplomate américain supérieur à Brasilia sur le traitement « dégradant » de ses "
            "ressortissants, qui étaient arrivés menottés, tandis que le Honduras a appelé pour une réunion d'urgence"
            " des leaders de la région et le Mexique a dit qu'il coopérerait avec les États-Unis."
        ),
        acts=(
            "SANCTION USA>COL",
            "REJECT/SANCTION COL>USA",
            "SANCTION/REJECT COL>USA",
            "CONCEDE/AGREE COL>USA",
            "ACCUSE BRA>USA",
            "? COERCE/ACCUSE USA>BRA",
            "? REJECT COL>USA",
            "AGREE/COOPERATE MEX>USA",
        ),
    ),
    Passage(
        name="russe_kirghize_tadjik",
        published="2022-09-17",
        text=(
            "Bichkek. 16 septembre. Vers 10h00 heure locale, du côté tadjik un bombardement de la localité d'Ak-Saï "
            "avec l'utilisation de mortiers a été effectué, a communiqué le Service des frontières du Comité d'État à"
            " la sécurité nationale du Kirghizistan. La partie kirghize a rendu un feu de riposte. Au Tadjikistan, à "
            "son tour, on affirme que ce sont les militaires du pays voisin qui ont les premiers ouvert le feu sur le"
            " poste frontalier « Kekh ».\n"
            "\n"
            "En marge du sommet de l'OCS à Samarcande a eu lieu la rencontre de Sadyr Japarov avec Emomali Rahmon, au"
            " cours de laquelle les présidents ont convenu de donner aux structures de force l'instruction de cesser "
            "le feu. Le Président de la Fédération de Russie Vladimir Poutine, dans une conversation téléphonique "
            "avec ses homologues kirghize et tadjik, a appelé à ne pas admettre l'escalade ultérieure. L'OTSC s'est "
            "déclarée prête à prêter son concours. À l'ambassadeur du Tadjikistan à Bichkek une note de protestation "
            "a été remise."
        ),
        acts=(
            "ASSAULT TJK>KGZ",
            "ASSAULT KGZ>TJK",
            "? ACCUSE TJK>KGZ",
            "CONSULT KGZ+TJK>",
            "AGREE KGZ+TJK>",
            "CONSULT RUS+KGZ+TJK>",
            "REQUEST RUS>KGZ+TJK",
            "AGREE CSTO>KGZ+TJK",
            "ACCUSE KGZ>TJK",
        ),
    ),
    Passage(
        name="communique_suisse",
        published="2024-03-20",
        text=(
            "Berne, 20.03.2024 - Le Conseil fédéral s'est associé mercredi au 13e train de sanctions décrété par "
            "l'Union européenne à l'encontre de la Russie, qui frappe notamment des entreprises accusées d'alimenter "
            "l'effort de guerre de Moscou en composants électroniques. Il a en outre approuvé l'octroi à l'Ukraine "
            "d'une enveloppe de 100 millions de francs pour le déminage de ses terres agricoles.\n"
            "\n"
            "L'ambassadeur de Suisse à Moscou avait été convoqué la veille au ministère russe des Affaires "
            "étrangères, qui s'élève contre le projet d'affecter les avoirs gelés à la reconstruction. La "
            "Confédération a fait savoir à la partie russe qu'elle jugeait ces griefs infondés. La présidente de la "
            "Confédération, Viola Amherd, s'entretiendra le 9 avril à Berne avec le Premier ministre polonais. À la "
            "demande de Kiev, la Suisse accueillera au mois de juin une conférence de haut niveau sur la paix, à "
            "laquelle Moscou a déjà annoncé qu'elle ne prendrait pas part."
        ),
        acts=(
            "SANCTION CHE>RUS",
            "SANCTION EU>RUS",
            "AID/AGREE CHE>UKR",
            "ACCUSE RUS>CHE",
            "REJECT CHE>RUS",
            "CONSULT/AGREE CHE+POL> planned",
            "REQUEST UKR>CHE",
            "REJECT RUS>CHE",
            "? AGREE CHE>UKR",
        ),
    ),
    Passage(
        name="goa",
        published="1961-12-20",
        text=(
            "LA NOUVELLE-DELHI, 19 décembre 1961. - Les troupes indiennes sont entrées dimanche à minuit à Goa, à "
            "Damao et à Diu, mettant un terme à quatre siècles et demi de présence portugaise. M. Salazar avait "
            "enjoint à la garnison de se battre jusqu'au bout ; elle a capitulé en moins de trente-six heures.\n"
            "\n"
            "Lisbonne, qui avait aussitôt saisi le Conseil de sécurité, s'est heurtée à l'opposition de l'U.R.S.S. : "
            "M. Zorine a mis son veto à une résolution, présentée par les États-Unis, la Grande-Bretagne, la France "
            "et la Turquie, qui invitait New-Delhi à retirer ses forces. M. Adlai Stevenson a reproché à l'Inde "
            "d'avoir recouru à la violence. Ceylan, le Libéria et la République arabe unie ont pris la défense de M. "
            "Nehru, que M. Khrouchtchev a félicité par télégramme. Le Brésil s'est chargé des intérêts portugais en "
            "Inde. Le Pakistan a raillé l'« hypocrisie » de son voisin."
        ),
        acts=(
            "ASSAULT/COERCE IND>PRT",
            "CONCEDE/RETREAT PRT>IND",
            "REQUEST PRT>UN",
            "REJECT SUN>USA+GBR+FRA+TUR",
            "? REJECT SUN>PRT",
            "REQUEST USA+GBR+FRA+TUR>IND",
            "ACCUSE USA>IND",
            "SUPPORT LKA+LBR+UAR>IND",
            "SUPPORT SUN>IND",
            "? AID/SUPPORT BRA>PRT",
            "ACCUSE PAK>IND",
        ),
    ),
    Passage(
        name="barrage_nil",
        published="2021-07-12",
        text=(
            "Addis-Abeba a notifié lundi à l'Égypte et au Soudan le début de la deuxième phase de remplissage du "
            "Grand barrage de la Renaissance. La décision, prise sans concertation, a été rejetée avec force par Le "
            "Caire, qui y voit une violation du droit international. Trois jours plus tard, le Conseil de sécurité, "
            "saisi par la Tunisie, appelait les trois pays à reprendre les pourparlers sous l'égide de l'Union "
            "africaine. Les précédents, à Kinshasa, avaient capoté en avril, l'Éthiopie ayant repoussé l'idée "
            "soudanaise d'une médiation à quatre.\n"
            "\n"
            "Les manœuvres baptisées « Protecteurs du Nil » qu'ont menées ensemble, fin mai, les armées des deux pays"
            " d'aval avaient été ressenties comme une intimidation par la partie éthiopienne. L'envoyé spécial "
            "américain, Jeffrey Feltman, a fait le tour des trois capitales. L'Ouganda a signé avec les services de "
            "renseignement égyptiens un accord d'échange d'informations."
        ),
        acts=(
            "REJECT/ACCUSE EGY>ETH",
            "? CONSULT ETH>EGY+SDN",
            "? ACCUSE EGY>ETH",
            "REQUEST UN>EGY+ETH+SDN",
            "REQUEST TUN>UN",
            "REJECT ETH>SDN",
            "? CONSULT EGY+ETH+SDN>",
            "COOPERATE EGY+SDN>",
            "? ACCUSE ETH>EGY+SDN",
            "CONSULT USA>EGY+ETH+SDN",
            "AGREE/COOPERATE/SUPPORT UGA+EGY>",
        ),
    ),
    Passage(
        name="saoudite_canada",
        published="2018-08-08",
        text=(
            "RIYAD, 6 août 2018 (AFP) - L'Arabie saoudite a annoncé lundi l'expulsion de l'ambassadeur du Canada et "
            "le gel de tout nouvel échange commercial avec Ottawa, coupable à ses yeux d'ingérence flagrante dans ses"
            " affaires intérieures. Le ministère canadien des Affaires étrangères s'était dit, vendredi, « gravement "
            "préoccupé » par une vague d'arrestations de militantes des droits humains, dont Samar Badawi, et avait "
            "pressé les autorités saoudiennes de les libérer sans délai.\n"
            "\n"
            "Le royaume a également rappelé son représentant à Ottawa, transféré ailleurs des milliers d'étudiants et"
            " interrompu les vols de la compagnie Saudia à destination de Toronto. Bahreïn et les Émirats arabes unis"
            " se sont solidarisés avec Riyad, de même que l'Autorité palestinienne ; l'Espagne, sollicitée par Ottawa"
            " pour apaiser les esprits, et les États-Unis sont restés sur leur réserve. « Nous ne reculerons pas », a"
            " rétorqué Chrystia Freeland, qui s'est entretenue avec son homologue Adel al-Jubeir sans parvenir à le "
            "fléchir."
        ),
        acts=(
            "SANCTION SAU>CAN",
            "ACCUSE SAU>CAN",
            "ACCUSE CAN>SAU",
            "REQUEST CAN>SAU",
            "SUPPORT BHR+ARE+PSE>SAU",
            "REQUEST CAN>ESP",
            "REJECT CAN>SAU",
            "CONSULT CAN+SAU>",
        ),
    ),
    Passage(
        name="phnom_penh_1979",
        published="1979-01-13",
        text=(
            "BANGKOK, 12 janvier 1979 (U.P.I.) - Phnom-Penh est tombée dimanche aux mains des forces vietnamiennes et"
            " des maquisards du Front uni, après une offensive éclair de deux semaines. Le prince Sihanouk, évacué la"
            " veille par un avion chinois, a imploré à Pékin l'aide des Nations unies et accusé Hanoï de vouloir "
            "avaler son pays. Le gouvernement chinois, principal soutien du régime déchu, a dénoncé l'« agression "
            "armée » du Vietnam et averti qu'il ne resterait pas les bras croisés.\n"
            "\n"
            "La Bulgarie, la Tchécoslovaquie et l'Allemagne de l'Est, imitant Moscou, ont reconnu le Conseil "
            "révolutionnaire de M. Heng Samrin. La Thaïlande a désarmé et interné plusieurs centaines de soldats "
            "khmers rouges réfugiés sur son sol. Le Japon a suspendu son aide à Hanoï. Réunis à Bangkok, les "
            "ministres de l'Asean ont réclamé le retrait immédiat des troupes étrangères du Cambodge."
        ),
        acts=(
            "ASSAULT/COERCE VNM>KHM",
            "? AID CHN>KHM",
            "REQUEST KHM>UN",
            "ACCUSE KHM>VNM",
            "ACCUSE CHN>VNM",
            "THREATEN CHN>VNM",
            "SUPPORT BGR+CSK+DDR>KHM",
            "? SUPPORT SUN>KHM",
            "COERCE/RETREAT THA>KHM",
            "SANCTION JPN>VNM",
            "REQUEST ASEAN>VNM",
        ),
    ),
    Passage(
        name="russe_pologne_consulat",
        published="2024-10-23",
        text=(
            "Le ministre des affaires étrangères de la Pologne Radoslaw Sikorski a déclaré sur le retrait de l'accord"
            " pour le fonctionnement du consulat général de la RF à Poznan. Selon les paroles du ministre, derrière "
            "les tentatives de diversions sur le territoire de la république se trouve la partie russe, et le "
            "personnel de la mission dans la ville indiquée est déclaré indésirable. « Il s'agit d'un pas hostile, "
            "auquel suivra une réponse douloureuse », a souligné dans l'entretien avec l'agence TASS la représentante"
            " officielle du MAE russe Maria Zakharova.\n"
            "\n"
            "Auparavant, Varsovie avait limité le déplacement des diplomates russes dans les limites de la voïvodie "
            "de Mazovie. Le MAE de la Lituanie a exprimé la solidarité avec les collègues polonais, et Prague a "
            "proposé de fermer aux diplomates de la RF l'espace Schengen. Déjà en 2023 a été clos sur la décision de "
            "Moscou le consulat polonais à Smolensk."
        ),
        acts=(
            "SANCTION POL>RUS",
            "ACCUSE POL>RUS",
            "ACCUSE RUS>POL",
            "THREATEN RUS>POL",
            "COERCE/SANCTION POL>RUS",
            "SUPPORT LTU>POL",
            "? REQUEST/AGREE/THREATEN CZE>RUS",
            "? REQUEST CZE>EU",
            "SANCTION RUS>POL",
        ),
    ),
    Passage(
        name="anglais_maldives",
        published="2024-01-15",
        text=(
            "MALÉ, Maldives — Le président des Maldives Mohamed Muizzu a donné à l'Inde jusqu'à mi-mars pour tirer "
            "ses troupes hors de la nation archipel, son bureau a dit dimanche, alors que des pourparlers de haut "
            "niveau entre les deux côtés ont eu lieu à Malé. Muizzu, qui a couru sur une plateforme « India Out », "
            "est retourné samedi d'une visite d'État de cinq jours en Chine, où il a encré 20 accords, incluant sur "
            "la coopération climatique. Pékin a jeté son poids derrière lui contre l'« interférence externe ».\n"
            "\n"
            "La querelle s'est enflammée plus tôt ce mois quand trois ministres adjoints ont appelé le Premier "
            "ministre indien Narendra Modi un « clown » sur les médias sociaux ; New Delhi a convoqué l'envoyé "
            "maldivien, et les célébrités indiennes ont poussé pour un boycott de l'île comme destination. L'Inde, "
            "qui a donné à son petit voisin deux hélicoptères et un avion Dornier, fournit aussi la nourriture et les"
            " médicaments."
        ),
        acts=(
            "REQUEST/THREATEN MDV>IND",
            "CONSULT MDV+IND>",
            "CONSULT MDV+CHN>",
            "AGREE/COOPERATE/SUPPORT MDV+CHN>",
            "SUPPORT CHN>MDV",
            "ACCUSE MDV>IND",
            "ACCUSE IND>MDV",
            "? PROTEST/REQUEST IND>MDV",
            "AID IND>MDV",
        ),
    ),
    Passage(
        name="embargo_macedoine",
        published="1994-02-17",
        text=(
            "ATHÈNES, 16 février 1994. - Le gouvernement de M. Andréas Papandréou a décrété mercredi la fermeture du "
            "port de Salonique aux marchandises en provenance ou à destination de l'ancienne République yougoslave de"
            " Macédoine, ainsi que celle du consulat grec à Skopje. Athènes exige de son petit voisin qu'il renonce à"
            " son nom, à son drapeau frappé du soleil de Vergina et à certains articles de sa Constitution.\n"
            "\n"
            "Une semaine auparavant, les États-Unis avaient reconnu la jeune république, quelques semaines après six "
            "des Douze, dont la France et l'Allemagne. M. Kiro Gligorov a taxé l'embargo d'illégal et demandé à la "
            "Commission européenne d'intervenir. Celle-ci, par la voix de M. Hans van den Broek, a sommé la Grèce de "
            "s'expliquer sous peine d'être traduite devant la Cour de Luxembourg. La Bulgarie et l'Albanie ont ouvert"
            " leurs routes aux camions macédoniens ; la Turquie a envoyé des vivres."
        ),
        acts=(
            "SANCTION/COERCE GRC>MKD",
            "REQUEST GRC>MKD",
            "SUPPORT USA>MKD",
            "? SUPPORT FRA+DEU>MKD",
            "ACCUSE MKD>GRC",
            "REQUEST MKD>EU",
            "REQUEST EU>GRC",
            "THREATEN EU>GRC",
            "AID/CONCEDE/SUPPORT BGR+ALB>MKD",
            "AID TUR>MKD",
        ),
    ),
    Passage(
        name="rainbow_warrior",
        published="1985-09-24",
        text=(
            "WELLINGTON, 23 septembre 1985 (Reuter) - Le premier ministre néo-zélandais, M. David Lange, a exigé "
            "lundi de Paris des excuses et une indemnité, au lendemain de l'aveu par M. Laurent Fabius que des agents"
            " de la D.G.S.E. avaient bien coulé, le 10 juillet dans le port d'Auckland, le navire de l'organisation "
            "écologiste Greenpeace. Un photographe portugais y avait trouvé la mort. M. Lange a parlé d'un acte de « "
            "terrorisme d'État » et rejeté par avance toute demande d'extradition des deux officiers français "
            "incarcérés dans son pays.\n"
            "\n"
            "La France, qui avait commencé par nier, a annoncé qu'elle dédommagerait la famille du défunt. Le "
            "gouvernement australien, dont la justice avait laissé repartir trois autres suspects, s'est associé aux "
            "protestations de son allié et a déploré, une fois de plus, les essais nucléaires de Mururoa. Paris a "
            "fait savoir qu'ils se poursuivraient."
        ),
        acts=(
            "REQUEST NZL>FRA",
            "? CONCEDE FRA>NZL",
            "ASSAULT FRA>NZL",
            "ACCUSE NZL>FRA",
            "REJECT NZL>FRA",
            "? COERCE NZL>FRA",
            "? REJECT FRA>NZL",
            "? AGREE/CONCEDE FRA>PRT",
            "ACCUSE AUS>FRA",
            "REJECT FRA>AUS",
        ),
    ),
    Passage(
        name="hongrie_cpi",
        published="2025-04-04",
        text=(
            "BUDAPEST, 3 avril 2025 (AFP) - La Hongrie a claqué jeudi la porte de la Cour pénale internationale, "
            "quelques heures après l'arrivée à Budapest du Premier ministre israélien Benjamin Netanyahu, visé depuis"
            " novembre par un mandat d'arrêt de cette juridiction pour crimes de guerre présumés dans la bande de "
            "Gaza. Accueilli avec les honneurs militaires par Viktor Orban, le dirigeant israélien a salué une « "
            "décision courageuse et de principe » et s'est entretenu au téléphone, en compagnie de son hôte, avec "
            "Donald Trump.\n"
            "\n"
            "La Cour avait rappelé à Budapest son obligation de l'interpeller ; les Pays-Bas, qui l'abritent, ont "
            "fait part de leurs regrets, et le Hamas a jugé cette visite honteuse. L'Allemagne, par la bouche de sa "
            "cheffe de la diplomatie Annalena Baerbock, a parlé d'un « mauvais jour » pour le droit international. En"
            " février, Washington avait placé sous sanctions le procureur de la Cour, Karim Khan."
        ),
        acts=(
            "SANCTION HUN>ICC",
            "CONSULT ISR+HUN>",
            "THREATEN/ACCUSE/COERCE ICC>ISR",
            "SUPPORT ISR>HUN",
            "CONSULT ISR+HUN+USA>",
            "REQUEST ICC>HUN",
            "ACCUSE NLD>HUN",
            "? ACCUSE PSE>HUN",
            "ACCUSE DEU>HUN",
            "SANCTION USA>ICC",
        ),
    ),
    Passage(
        name="albanie_iran",
        published="2022-09-11",
        text=(
            "TIRANA, 7 septembre 2022 - L'Albanie a rompu ses relations diplomatiques avec Téhéran et donné "
            "vingt-quatre heures au personnel de l'ambassade pour plier bagage, une enquête menée avec l'aide du FBI "
            "ayant conclu à la responsabilité iranienne dans la cyberattaque qui avait paralysé en juillet les "
            "services publics du pays. Le Premier ministre Edi Rama, qui l'a annoncé dans un message vidéo, a dénoncé"
            " un acte d'agression commandité par la République islamique.\n"
            "\n"
            "Les États-Unis, dont les experts se trouvaient sur place depuis des semaines, ont promis de demander des"
            " comptes à l'Iran pour cette action contre un allié de l'Otan, avant de frapper de sanctions, deux jours"
            " après, son ministère du Renseignement. Londres s'est rangé aux conclusions albanaises. Téhéran a "
            "qualifié ces allégations de sans fondement et reproche à Tirana d'héberger, à la demande de Washington, "
            "quelque trois mille Moudjahidines du peuple. Une nouvelle intrusion informatique, attribuée aux mêmes "
            "auteurs, a frappé le 10 les postes-frontières albanais. L'Alliance atlantique et l'Union européenne ont "
            "exprimé leur solidarité au gouvernement de M. Rama."
        ),
        acts=(
            "SANCTION ALB>IRN",
            "ACCUSE ALB>IRN",
            "COERCE IRN>ALB",
            "AID/COOPERATE USA>ALB",
            "THREATEN USA>IRN",
            "SANCTION USA>IRN",
            "? SUPPORT GBR>ALB",
            "REJECT IRN>ALB",
            "ACCUSE IRN>ALB",
            "? REQUEST USA>ALB",
            "SUPPORT NATO+EU>ALB",
        ),
    ),
)
