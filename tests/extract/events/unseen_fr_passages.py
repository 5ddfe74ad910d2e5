"""Short agency reports in French, in our own words, on all regions and times, with the acts that each tells.

Texts and acts were written without looking at what the program reads. An act: "TYPE WHO>WHOM", types that a coder could defend
split by "/"; of what all do to each other all stand before ">"; "?" before what is debatable; at the end the status, where
it is coded. Domestic acts are left out; an armed group stands for its home state against others.
"""

from __future__ import annotations

import msgspec


class Passage(msgspec.Struct, frozen=True, kw_only=True):
    """A report with the day it appeared on and its acts, coded by hand."""

    name: str
    published: str
    text: str
    acts: tuple[str, ...]


PASSAGES = (
    Passage(
        name="mali_algerie",
        published="2025-04-08",
        text=(
            "Le Mali, le Niger et le Burkina Faso rappellent leurs ambassadeurs à Alger\n"
            "\n"
            "Bamako, 7 avril 2025 (AFP) - Les trois pays membres de l'Alliance des États du Sahel ont annoncé "
            "dimanche soir le rappel pour consultations de leurs ambassadeurs accrédités en Algérie, après la "
            "destruction d'un drone de l'armée malienne que Bamako impute à son voisin du nord.\n"
            "\n"
            "L'appareil avait été abattu dans la nuit du 31 mars au 1er avril près de Tinzaouatène par la défense "
            "antiaérienne algérienne. Alger affirme qu'il avait violé son espace aérien, ce que dément le "
            "gouvernement malien. Dans un communiqué commun, les chefs d'État des trois pays ont qualifié cet acte "
            "d'agression visant l'ensemble de leur confédération.\n"
            "\n"
            "Le Mali a en outre saisi les instances internationales d'une plainte contre l'Algérie et s'est retiré du"
            " Comité d'état-major conjoint que les deux pays avaient créé en 2010. L'ambassadeur algérien à Bamako a "
            "été convoqué pour se voir remettre une protestation officielle.\n"
            "\n"
            "En réponse, Alger a fermé lundi son espace aérien à tous les avions en provenance ou à destination du "
            "Mali. Le ministère algérien des Affaires étrangères a exprimé sa « profonde consternation » et a lui "
            "aussi rappelé ses ambassadeurs en poste à Bamako et à Niamey."
        ),
        acts=(
            "ACCUSE MLI>DZA",
            "SANCTION/REJECT MLI>DZA",
            "SANCTION/COERCE DZA>MLI",
            "SANCTION DZA>MLI+NER",
            "ACCUSE DZA>MLI",
            "SANCTION MLI+NER+BFA>DZA",
            "ASSAULT DZA>MLI",
            "REJECT MLI>DZA",
            "ACCUSE MLI+NER+BFA>DZA",
            "? COERCE/ASSAULT MLI>DZA",
        ),
    ),
    Passage(
        name="rdc_rwanda",
        published="2025-03-19",
        text=(
            "Doha a accueilli mardi une rencontre surprise entre le président congolais Félix Tshisekedi et son "
            "homologue rwandais Paul Kagame. C'est l'émir du Qatar qui a convaincu les deux hommes de se parler, "
            "alors que Kinshasa refusait jusqu'ici tout tête-à-tête avec Kigali.\n"
            "\n"
            "Dans leur déclaration conjointe, les deux chefs d'État se sont prononcés pour un cessez-le-feu immédiat "
            "et inconditionnel. Ils ont remercié le Qatar de son hospitalité.\n"
            "\n"
            "La veille, le M23 avait annoncé qu'il n'enverrait pas de délégation à Luanda, où des pourparlers directs"
            " avec le gouvernement congolais devaient s'ouvrir sous l'égide de l'Angola. Le mouvement rebelle "
            "reproche à l'Union européenne d'avoir sanctionné plusieurs de ses cadres. Kigali, de son côté, a rompu "
            "lundi ses relations diplomatiques avec la Belgique et donné quarante-huit heures à ses diplomates pour "
            "quitter le pays. Le Rwanda accuse l'ancienne puissance coloniale d'avoir pris parti pour Kinshasa. "
            "Bruxelles a regretté cette mesure, jugée disproportionnée, et a déclaré à son tour persona non grata les"
            " diplomates rwandais.\n"
            "\n"
            "L'Angola, dont la médiation est ainsi court-circuitée, a dit sa surprise. Fin janvier, les rebelles, "
            "appuyés par l'armée rwandaise, s'étaient emparés de Goma. Treize soldats sud-africains avaient été tués "
            "dans les combats, et Pretoria avait mis en garde le Rwanda contre toute nouvelle attaque."
        ),
        acts=(
            "REJECT COD>RWA",
            "SANCTION RWA>BEL",
            "THREATEN ZAF>RWA",
            "CONSULT COD+RWA>",
            "SUPPORT COD+RWA>QAT",
            "ACCUSE RWA>BEL",
            "ACCUSE BEL>RWA",
            "SANCTION BEL>RWA",
            "AGREE COD+RWA>",
            "? REQUEST/CONSULT QAT>COD+RWA",
            "ACCUSE COD>EU",
            "? SANCTION EU>COD",
            "? REJECT COD>AGO",
            "? ASSAULT COD>ZAF",
        ),
    ),
    Passage(
        name="suez_1956",
        published="1956-11-01",
        text=(
            "LE CAIRE, 1er novembre 1956. - Des bombardiers britanniques partis de Chypre ont attaqué hier soir les "
            "aérodromes de la région du Caire, quelques heures après l'expiration de l'ultimatum franco-britannique "
            "qui enjoignait à l'Égypte et à Israël de retirer leurs forces à dix milles du canal de Suez. Israël "
            "s'était déclaré prêt à s'y conformer. Le gouvernement égyptien l'avait repoussé.\n"
            "\n"
            "Le colonel Nasser a fait savoir à l'ambassadeur de Grande-Bretagne que son pays se défendrait par tous "
            "les moyens. L'Égypte a rompu ce matin ses relations diplomatiques avec Londres et Paris. La Syrie et "
            "l'Arabie Saoudite ont assuré Le Caire de leur appui.\n"
            "\n"
            "À New-York, les États-Unis ont soumis au Conseil de sécurité une résolution invitant Israël à se replier"
            " derrière les lignes d'armistice. La France et la Grande-Bretagne y ont opposé leur veto. Le président "
            "Eisenhower a déploré que Washington n'ait été consulté à aucun moment par ses alliés.\n"
            "\n"
            "Moscou, par la voix du maréchal Boulganine, a condamné l'agression commise contre l'Égypte. L'Inde s'est"
            " associée à cette condamnation. Dans le Sinaï, les colonnes israéliennes, qui avaient franchi la "
            "frontière lundi, ont fait plusieurs milliers de prisonniers égyptiens."
        ),
        acts=(
            "ASSAULT GBR>EGY",
            "REQUEST/THREATEN FRA+GBR>EGY+ISR",
            "SANCTION EGY>FRA+GBR",
            "SUPPORT/AGREE SYR+SAU>EGY",
            "REQUEST USA>ISR",
            "AGREE ISR>FRA+GBR",
            "REJECT EGY>FRA+GBR",
            "REJECT FRA+GBR>USA",
            "ACCUSE USA>FRA+GBR",
            "ACCUSE IND>FRA+GBR",
            "ASSAULT/COERCE ISR>EGY",
            "? ACCUSE SUN>FRA+GBR",
            "? THREATEN EGY>GBR",
        ),
    ),
    Passage(
        name="kz_russe",
        published="2024-12-27",
        text=(
            "Le président de l'Azerbaïdjan Ilham Aliyev a reçu un appel téléphonique du président de la Russie "
            "Vladimir Poutine. Vladimir Poutine a présenté ses excuses pour le fait que l'incident tragique s'est "
            "produit dans l'espace aérien de la Russie et a une nouvelle fois exprimé ses condoléances aux familles "
            "des victimes.\n"
            "\n"
            "Comme l'a rapporté le service de presse, Aliyev a souligné que l'avion d'Azerbaijan Airlines avait subi "
            "une influence extérieure au-dessus du territoire russe. Le 29 décembre, dans une interview à la "
            "télévision, le chef de l'État azerbaïdjanais a accusé Moscou d'avoir voulu étouffer l'affaire. Il a "
            "exigé de la partie russe qu'elle reconnaisse sa culpabilité et verse une compensation.\n"
            "\n"
            "L'avion s'est écrasé près d'Aktaou. Les autorités kazakhstanaises ont permis à des enquêteurs "
            "azerbaïdjanais et russes de se rendre sur les lieux. Le Kazakhstan a refusé la proposition de confier "
            "l'enquête au Comité intergouvernemental d'aviation et a remis les enregistreurs de vol au Brésil. Bakou "
            "a salué cette décision.\n"
            "\n"
            "Le Président Tokaïev s'est entretenu par téléphone avec son homologue azerbaïdjanais et lui a proposé "
            "toute l'aide nécessaire. La compagnie Azerbaijan Airlines a suspendu ses vols vers dix villes de Russie."
        ),
        acts=(
            "CONSULT AZE+RUS>",
            "CONCEDE RUS>AZE",
            "ACCUSE AZE>RUS",
            "SUPPORT AZE>KAZ",
            "CONSULT KAZ+AZE>",
            "AGREE KAZ>AZE",
            "SANCTION AZE>RUS",
            "REQUEST AZE>RUS",
            "RETREAT/COOPERATE/AGREE KAZ>AZE+RUS",
            "COOPERATE KAZ>BRA",
        ),
    ),
    Passage(
        name="turc",
        published="2022-06-02",
        text=(
            "Le ministre des Affaires étrangères Mevlüt Çavuşoğlu a déclaré que la Grèce violait les traités de "
            "Lausanne et de Paris en armant les îles de l'Égée orientale. Rappelant que ces îles avaient été cédées à"
            " la condition d'être démilitarisées, Çavuşoğlu a averti que leur souveraineté serait remise en question "
            "si Athènes ne changeait pas d'attitude.\n"
            "\n"
            "Le Président Erdoğan a de son côté annoncé qu'il avait mis fin aux réunions du Conseil de coopération de"
            " haut niveau avec la Grèce et qu'il ne s'entretiendrait plus avec le Premier ministre Mitsotakis, auquel"
            " il reproche d'avoir demandé au Congrès américain de ne pas livrer de F-16 à la Turquie. « Il n'y a plus"
            " pour moi quelqu'un nommé Mitsotakis », a-t-il dit.\n"
            "\n"
            "La Grèce a rejeté ces accusations et adressé une lettre au Secrétaire général de l'ONU. Le ministère "
            "grec des Affaires étrangères a fait remarquer qu'Ankara menaçait ouvertement la souveraineté d'un allié."
            " L'Allemagne a appelé les deux partenaires de l'OTAN à la retenue ; le chancelier Scholz a téléphoné à "
            "Erdoğan.\n"
            "\n"
            "Par ailleurs, des avions de chasse grecs auraient harcelé des F-16 turcs au sud-ouest de Dalaman, selon "
            "le ministère turc de la Défense, qui affirme qu'il leur a été répondu comme il se doit."
        ),
        acts=(
            "ACCUSE TUR>GRC",
            "THREATEN TUR>GRC",
            "SANCTION/REJECT TUR>GRC",
            "REQUEST GRC>USA",
            "REJECT GRC>TUR",
            "REQUEST DEU>GRC+TUR",
            "COERCE/MOBILIZE GRC>TUR",
            "ACCUSE GRC>TUR",
            "CONSULT DEU+TUR>",
        ),
    ),
    Passage(
        name="chinois_2012",
        published="2012-09-12",
        text=(
            "Le gouvernement chinois proteste énergiquement contre « l'achat » des îles Diaoyu par le Japon\n"
            "\n"
            "BEIJING, 11 septembre - Le gouvernement japonais, faisant fi des représentations solennelles répétées de"
            " la Chine, a signé mardi un contrat pour « acheter » les îles Diaoyu. Le ministre chinois des Affaires "
            "étrangères Yang Jiechi a convoqué l'ambassadeur du Japon en Chine Uichiro Niwa et lui a adressé une vive"
            " protestation. L'ambassadeur de Chine à Tokyo a également remis une note à la partie japonaise.\n"
            "\n"
            "La Chine a exhorté le Japon à annuler immédiatement cette décision erronée et à revenir sur la voie de "
            "la négociation. Deux navires de surveillance maritime chinois sont arrivés mardi matin dans les eaux "
            "entourant l'île, afin d'y affirmer la souveraineté nationale. La garde-côte japonaise leur a demandé de "
            "s'éloigner.\n"
            "\n"
            "Des manifestants se sont rassemblés devant l'ambassade du Japon à Beijing. À Guangzhou et à Shenzhen, "
            "des habitants ont appelé au boycott des produits japonais. La partie chinoise a reporté plusieurs "
            "visites d'échange prévues avec le Japon.\n"
            "\n"
            "La porte-parole du Département d'État américain a fait savoir que les États-Unis ne prenaient pas "
            "position et encourageaient les deux parties à régler le différend de façon pacifique."
        ),
        acts=(
            "ACCUSE CHN>JPN",
            "REQUEST CHN>JPN",
            "REQUEST JPN>CHN",
            "PROTEST CHN>JPN",
            "REJECT/SANCTION CHN>JPN",
            "MOBILIZE CHN>JPN",
            "REQUEST USA>CHN+JPN",
            "? COERCE/SANCTION JPN>CHN",
        ),
    ),
    Passage(
        name="pologne_belarus",
        published="2023-08-10",
        text=(
            "La Pologne va envoyer 10 000 soldats à la frontière biélorusse\n"
            "\n"
            "Varsovie redoute une provocation de Minsk depuis que des mercenaires de Wagner se sont installés en "
            "Biélorussie. Le ministre polonais de la défense, Mariusz Blaszczak, a annoncé jeudi 10 août le "
            "déploiement de quelque dix mille militaires le long de la frontière orientale, dont quatre mille "
            "viendront directement soutenir les gardes-frontières.\n"
            "\n"
            "La semaine dernière, deux hélicoptères biélorusses avaient pénétré dans l'espace aérien polonais, ce que"
            " Minsk avait nié. Varsovie avait alors convoqué le chargé d'affaires biélorusse et informé l'OTAN. "
            "Alexandre Loukachenko s'était moqué de son voisin, se disant prêt à discuter avec les Polonais.\n"
            "\n"
            "La Lituanie et la Lettonie, confrontées elles aussi à l'arrivée de migrants poussés vers leur territoire"
            " par les gardes biélorusses, ont réclamé l'aide de l'agence Frontex. Vilnius a fermé deux de ses six "
            "postes-frontières avec la Biélorussie. Les ministres de l'intérieur polonais et baltes doivent se réunir"
            " fin août pour envisager un bouclage complet. L'Union européenne, qui a déjà frappé le régime biélorusse"
            " de plusieurs trains de sanctions, l'accuse d'instrumentaliser les migrants."
        ),
        acts=(
            "COERCE/MOBILIZE/ASSAULT BLR>POL",
            "REJECT BLR>POL",
            "ACCUSE POL>BLR",
            "ACCUSE BLR>POL",
            "AGREE BLR>POL",
            "SANCTION/COERCE LTU>BLR",
            "ACCUSE EU>BLR",
            "CONSULT/AGREE POL+LTU+LVA+EST>",
            "MOBILIZE POL>BLR",
            "REQUEST LTU+LVA>EU",
            "SANCTION EU>BLR",
            "? CONSULT POL>NATO",
        ),
    ),
    Passage(
        name="essequibo",
        published="2023-12-15",
        text=(
            "Le Venezuela et le Guyana s'engagent à ne pas recourir à la force\n"
            "\n"
            "KINGSTOWN - Réunis jeudi à Saint-Vincent-et-les-Grenadines à l'initiative de la Celac et de la Caricom, "
            "le président vénézuélien Nicolas Maduro et son homologue guyanien Irfaan Ali sont convenus de ne pas se "
            "menacer mutuellement et d'éviter tout incident sur le terrain. Georgetown maintient toutefois que seule "
            "la Cour internationale de justice peut trancher, ce que Caracas conteste.\n"
            "\n"
            "La tension était montée d'un cran après le référendum du 3 décembre, par lequel le Venezuela s'est "
            "arrogé l'Essequibo. M. Maduro avait ordonné à la compagnie pétrolière d'État d'y délivrer des licences "
            "d'exploration. Le Guyana avait placé son armée en alerte et sollicité l'appui de Washington. Les "
            "États-Unis avaient organisé des exercices aériens conjoints avec l'armée guyanienne, qualifiés de « "
            "provocation » par Caracas.\n"
            "\n"
            "Le Brésil, qui a renforcé ses troupes dans l'État de Roraima, a fait savoir au Venezuela qu'il "
            "n'autoriserait pas le passage de ses soldats. Londres doit dépêcher un patrouilleur au large du Guyana, "
            "ancienne colonie britannique. Maduro a invité son voisin à une nouvelle rencontre à Brasilia dans trois "
            "mois."
        ),
        acts=(
            "AGREE VEN+GUY>",
            "CONSULT VEN+GUY>",
            "COERCE VEN>GUY",
            "MOBILIZE GUY>VEN",
            "REQUEST GUY>USA",
            "COOPERATE USA+GUY>",
            "REJECT/THREATEN BRA>VEN",
            "MOBILIZE/AID/SUPPORT GBR>GUY",
            "AGREE VEN>GUY",
            "ACCUSE VEN>USA+GUY",
            "? REJECT VEN>GUY",
        ),
    ),
    Passage(
        name="marche_verte",
        published="1975-11-15",
        text=(
            "MADRID, 14 novembre 1975 - L'Espagne, le Maroc et la Mauritanie ont signé vendredi à Madrid un accord "
            "par lequel le gouvernement espagnol s'engage à mettre fin à sa présence au Sahara occidental avant le 28"
            " février prochain. Madrid transférera ses pouvoirs à une administration tripartite.\n"
            "\n"
            "L'Algérie, qui n'avait pas été conviée aux pourparlers, a aussitôt dénoncé un marchandage et déclaré nul"
            " et non avenu l'accord conclu aux dépens du peuple sahraoui. Le président Boumediène, qui avait reçu "
            "lundi à Béchar le chef de l'État mauritanien, aurait menacé M. Ould Daddah de représailles s'il "
            "persistait.\n"
            "\n"
            "Le 6 novembre, trois cent cinquante mille Marocains sans armes avaient franchi la frontière à l'appel du"
            " roi Hassan II. Le Conseil de sécurité avait demandé au souverain de rappeler les marcheurs ; il s'y "
            "était d'abord refusé, avant de leur donner l'ordre de rebrousser chemin le 9. L'armée espagnole avait "
            "miné les abords de la ligne de défense.\n"
            "\n"
            "Le Front Polisario a juré de combattre les nouveaux occupants. Ses combattants ont attaqué jeudi un "
            "poste marocain près de Mahbès. Rabat, pour sa part, reproche à Alger d'armer et d'héberger les "
            "guérilleros."
        ),
        acts=(
            "AGREE/SUPPORT ESP+MAR+MRT>",
            "CONSULT DZA+MRT>",
            "THREATEN DZA>MRT",
            "ASSAULT ESH>MAR",
            "ACCUSE MAR>DZA",
            "ACCUSE/REJECT DZA>ESP+MAR+MRT",
            "REQUEST UN>MAR",
            "REJECT MAR>UN",
            "AID DZA>ESH",
            "COERCE/PROTEST MAR>ESP",
            "? CONCEDE/RETREAT ESP>ESH",
        ),
    ),
    Passage(
        name="pak_afg",
        published="2025-10-16",
        text=(
            "Islamabad et Kaboul acceptent une trêve de quarante-huit heures\n"
            "\n"
            "Le Pakistan et l'Afghanistan ont observé mercredi un cessez-le-feu temporaire après une semaine "
            "d'affrontements meurtriers, les plus graves depuis le retour des talibans au pouvoir. Selon Islamabad, "
            "la trêve a été réclamée par la partie afghane ; à Kaboul, on assure que c'est l'inverse.\n"
            "\n"
            "Quelques heures plus tôt, l'aviation pakistanaise avait frappé des cibles dans la province de Kandahar "
            "et dans la capitale afghane. Les talibans avaient pris d'assaut plusieurs avant-postes pakistanais le "
            "long de la ligne Durand dans la nuit de samedi à dimanche, en représailles aux explosions du 9 octobre, "
            "attribuées au Pakistan. L'armée pakistanaise dit avoir perdu vingt-trois hommes.\n"
            "\n"
            "Le Pakistan somme depuis des mois son voisin d'expulser les combattants du TTP. Kaboul dément les "
            "abriter. Dans l'intervalle, les postes-frontières de Torkham et de Chaman ont été fermés par les "
            "autorités pakistanaises, bloquant des centaines de camions.\n"
            "\n"
            "Le Qatar et l'Arabie saoudite se sont entremis. Téhéran a offert sa médiation. Le ministre taliban des "
            "Affaires étrangères, Amir Khan Muttaqi, se trouvait à ce moment-là en Inde, où New Delhi lui a promis la"
            " réouverture de son ambassade, au grand dam d'Islamabad."
        ),
        acts=(
            "AGREE/CONCEDE/RETREAT PAK+AFG>",
            "ASSAULT PAK+AFG>",
            "ASSAULT PAK>AFG",
            "ASSAULT AFG>PAK",
            "SANCTION/COERCE PAK>AFG",
            "AGREE IRN>AFG+PAK",
            "AGREE IND>AFG",
            "REQUEST AFG>PAK",
            "REQUEST PAK>AFG",
            "REJECT AFG>PAK",
            "CONSULT AFG+IND>",
            "CONSULT/AGREE QAT+SAU>AFG+PAK",
        ),
    ),
    Passage(
        name="malouines",
        published="1982-05-05",
        text=(
            "LONDRES, 5 mai 1982 (Reuter) - Le destroyer britannique Sheffield a été touché mardi par un missile "
            "Exocet tiré par un avion argentin au large des Malouines. Vingt marins ont péri. L'attaque intervient "
            "deux jours après le torpillage du croiseur General Belgrano par un sous-marin de la Royal Navy, qui a "
            "coûté la vie à plus de trois cents Argentins.\n"
            "\n"
            "Devant les Communes, M. Pym a répété que la Grande-Bretagne était disposée à accepter un cessez-le-feu "
            "dès que l'Argentine se serait retirée de l'archipel. Buenos Aires a fait dire au secrétaire général des "
            "Nations unies, M. Perez de Cuellar, qu'elle acceptait ses bons offices. Le plan de paix péruvien, en "
            "revanche, a été écarté par la junte.\n"
            "\n"
            "L'Irlande a réclamé une réunion d'urgence du Conseil de sécurité et souhaite la levée des sanctions "
            "économiques décidées par les Dix contre l'Argentine. L'Italie ne veut pas davantage les reconduire. Les "
            "États-Unis, qui ont renoncé à leur rôle d'intermédiaire, fournissent désormais à Londres du carburant et"
            " des munitions. Le général Galtieri a taxé M. Reagan de trahison.\n"
            "\n"
            "Le Venezuela et le Panama ont proposé à l'Argentine une aide militaire. Au Chili, dont les relations "
            "avec Buenos Aires sont exécrables, le gouvernement observe une neutralité prudente."
        ),
        acts=(
            "ASSAULT ARG>GBR",
            "AID USA>GBR",
            "ACCUSE ARG>USA",
            "AGREE VEN+PAN>ARG",
            "REQUEST IRL>UN",
            "ASSAULT GBR>ARG",
            "AGREE GBR>ARG",
            "AGREE ARG>UN",
            "REJECT ARG>PER",
            "SANCTION EU>ARG",
            "? REQUEST IRL>EU",
            "? AGREE PER>ARG",
        ),
    ),
    Passage(
        name="haiti",
        published="2024-06-26",
        text=(
            "Un premier contingent de 400 policiers kényans a atterri mardi à Port-au-Prince, dans le cadre de la "
            "mission multinationale d'appui à la sécurité que le Conseil de sécurité de l'ONU a autorisée en octobre."
            " Le Premier ministre haïtien Garry Conille les a accueillis à l'aéroport et a remercié Nairobi de sa "
            "solidarité.\n"
            "\n"
            "Financée pour l'essentiel par les États-Unis, qui ont débloqué plus de 300 millions de dollars et "
            "construit la base des policiers, la mission doit compter 2 500 hommes. Le Bénin, la Jamaïque et le Tchad"
            " ont promis d'y participer. Le Canada a formé une partie du contingent jamaïcain.\n"
            "\n"
            "Les gangs, réunis dans la coalition Viv Ansanm, ont menacé de s'en prendre aux Kényans. Leur chef, Jimmy"
            " Chérizier, dit « Barbecue », a été placé par Washington et par l'ONU sur la liste des personnes "
            "sanctionnées.\n"
            "\n"
            "La République dominicaine voisine continue, elle, d'expulser les Haïtiens en situation irrégulière : "
            "plus de 20 000 en un mois. Port-au-Prince a protesté contre des traitements « inhumains ». "
            "Saint-Domingue a opposé une fin de non-recevoir aux appels du Haut-Commissariat des Nations unies pour "
            "les réfugiés, qui lui demandait de suspendre les refoulements. Amnesty International a dénoncé une "
            "politique raciste."
        ),
        acts=(
            "AID/MOBILIZE KEN>HTI",
            "CONSULT KEN+HTI>",
            "SUPPORT HTI>KEN",
            "AID CAN>JAM",
            "COERCE DOM>HTI",
            "ACCUSE HTI>DOM",
            "REJECT DOM>UN",
            "REQUEST UN>DOM",
            "AID USA>HTI",
            "AGREE BEN+JAM+TCD>HTI",
            "THREATEN HTI>KEN",
            "SANCTION USA+UN>HTI",
            "? SUPPORT UN>HTI",
        ),
    ),
    Passage(
        name="niger_benin",
        published="2024-06-14",
        text=(
            "Niamey accuse Cotonou d'abriter des bases militaires françaises\n"
            "\n"
            "COTONOU, 13 juin 2024 (AFP) - Le Bénin a libéré jeudi trois des cinq Nigériens qu'il avait arrêtés la "
            "semaine dernière au port de Sèmè, terminal de l'oléoduc par lequel le Niger exporte son pétrole vers la "
            "Chine. Les autorités béninoises leur reprochaient d'y être entrés sans autorisation.\n"
            "\n"
            "Le Niger avait répliqué en fermant les vannes de l'oléoduc. Le ministre nigérien du Pétrole, Mahaman "
            "Moustapha Barké, a soutenu que le Bénin violait les accords signés entre les deux pays et la société "
            "chinoise CNPC. Pékin a dépêché une délégation à Cotonou puis à Niamey pour tenter de rapprocher les deux"
            " voisins.\n"
            "\n"
            "Le président béninois Patrice Talon a réclamé que le Niger rouvre sa frontière, toujours fermée malgré "
            "la levée des sanctions de la Cédéao en février. Le régime militaire nigérien s'y refuse : il assure que "
            "la France entretient au nord du Bénin des camps où seraient formés des terroristes chargés de le "
            "déstabiliser. Paris et Cotonou ont catégoriquement démenti. Deux anciens présidents béninois, Nicéphore "
            "Soglo et Boni Yayi, se sont rendus à Niamey, où ils ont été reçus par le général Tiani."
        ),
        acts=(
            "RETREAT BEN>NER",
            "COERCE BEN>NER",
            "ACCUSE BEN>NER",
            "SANCTION/COERCE NER>BEN",
            "ACCUSE NER>BEN",
            "CONSULT CHN+BEN>",
            "REQUEST BEN>NER",
            "REJECT NER>BEN",
            "CONSULT BEN+NER>",
            "ACCUSE NER>FRA",
            "REJECT FRA+BEN>NER",
            "? CONCEDE/RETREAT/SUPPORT ECOWAS>NER",
            "? CONSULT CHN+NER>",
        ),
    ),
    Passage(
        name="berlin_1948",
        published="1948-06-30",
        text=(
            "BERLIN, 29 juin 1948. - Le blocus imposé par les autorités soviétiques aux secteurs occidentaux de "
            "Berlin est entré dans sa sixième journée. Les Américains et les Britanniques ont mis sur pied un pont "
            "aérien qui a acheminé hier plus de quatre cents tonnes de vivres à la population. Le général Clay a fait"
            " savoir que rien, sinon la guerre, ne chasserait les États-Unis de la ville.\n"
            "\n"
            "Le maréchal Sokolovski a répondu au général Robertson, qui lui avait demandé de rétablir le trafic "
            "ferroviaire, que les difficultés étaient d'ordre technique. À Londres, M. Bevin a consulté les "
            "ambassadeurs des États-Unis et de France. Les trois puissances préparent une note de protestation qui "
            "sera remise à Moscou dans les prochains jours.\n"
            "\n"
            "À Varsovie, huit ministres des affaires étrangères d'Europe de l'Est, réunis autour de M. Molotov, ont "
            "dénoncé les recommandations de Londres et proposé que les quatre occupants reprennent leurs "
            "conversations sur l'Allemagne. La France a retenu à la frontière plusieurs trains de marchandises "
            "destinés à la zone soviétique. La Yougoslavie, qui vient d'être exclue du Kominform, n'était pas "
            "représentée."
        ),
        acts=(
            "CONSULT GBR+USA+FRA>",
            "SANCTION/COERCE FRA>SUN",
            "COERCE/SANCTION SUN>DEU",
            "AID USA+GBR>DEU",
            "REQUEST GBR>SUN",
            "REJECT SUN>GBR",
            "ACCUSE USA+GBR+FRA>SUN",
            "? THREATEN/REJECT USA>SUN",
            "? REQUEST/AGREE SUN>USA+GBR+FRA",
        ),
    ),
    Passage(
        name="thai_cambodge",
        published="2025-07-25",
        text=(
            "La Thaïlande bombarde des positions cambodgiennes, quatorze morts\n"
            "\n"
            "Bangkok a fait décoller jeudi six chasseurs F-16 pour frapper des cibles militaires au Cambodge, après "
            "des tirs de roquettes cambodgiens qui ont tué treize civils dans quatre provinces thaïlandaises. Les "
            "deux armées s'affrontent depuis l'aube autour du temple de Prasat Ta Muen Thom.\n"
            "\n"
            "La veille, un soldat thaïlandais avait perdu une jambe en sautant sur une mine. La Thaïlande, qui impute"
            " au Cambodge la pose récente d'engins, avait expulsé l'ambassadeur cambodgien et rappelé le sien. Phnom "
            "Penh a riposté en réduisant ses relations avec Bangkok au niveau le plus bas et en interdisant "
            "l'importation de fruits thaïlandais.\n"
            "\n"
            "Le Premier ministre cambodgien Hun Manet a demandé au Conseil de sécurité de l'ONU de se réunir "
            "d'urgence pour « faire cesser l'agression thaïlandaise ». La Chine s'est dite prête à jouer un rôle "
            "constructif. La Malaisie, qui préside l'Asean, a exhorté les deux voisins à déposer les armes, et son "
            "Premier ministre Anwar Ibrahim a appelé ses deux homologues. Washington a recommandé à ses "
            "ressortissants d'éviter la zone. Des Cambodgiens ont manifesté à Paris devant l'ambassade de Thaïlande."
        ),
        acts=(
            "ASSAULT THA>KHM",
            "ASSAULT KHM>THA",
            "ASSAULT THA+KHM>",
            "ACCUSE THA>KHM",
            "SANCTION THA>KHM",
            "SANCTION KHM>THA",
            "REQUEST KHM>UN",
            "AGREE CHN>THA+KHM",
            "REQUEST MYS>THA+KHM",
            "PROTEST KHM>THA",
            "ACCUSE KHM>THA",
            "CONSULT MYS+THA+KHM>",
        ),
    ),
    Passage(
        name="us_groenland",
        published="2026-01-20",
        text=(
            "Le Danemark a décidé de renforcer sa présence militaire au Groenland et a invité ses alliés à prendre "
            "part à des manœuvres dans l'île. La France, l'Allemagne, la Suède et la Norvège ont aussitôt répondu à "
            "l'invitation en y envoyant de petits détachements.\n"
            "\n"
            "Donald Trump a menacé samedi les pays concernés de nouveaux droits de douane de 10 % à compter du 1er "
            "février si un accord n'est pas trouvé pour la vente « complète et totale » du territoire aux États-Unis."
            " La Première ministre danoise Mette Frederiksen a répliqué que l'Europe ne se laisserait pas faire "
            "chanter. Les huit pays visés ont publié un communiqué commun dans lequel ils se disent solidaires du "
            "Danemark.\n"
            "\n"
            "À Bruxelles, les ambassadeurs des Vingt-Sept se sont réunis dimanche. Emmanuel Macron entend demander "
            "l'activation de l'instrument anti-coercition de l'Union européenne. Le Parlement européen a suspendu la "
            "ratification de l'accord commercial conclu l'été dernier avec Washington. Londres, par la voix de Keir "
            "Starmer, a jugé la menace américaine « totalement injustifiée ». Plusieurs milliers de Danois ont défilé"
            " à Copenhague devant l'ambassade américaine. Moscou s'est gaussé des divisions de l'Otan."
        ),
        acts=(
            "MOBILIZE DNK>GRL",
            "SANCTION/REJECT EU>USA",
            "ACCUSE GBR>USA",
            "PROTEST DNK>USA",
            "REQUEST FRA>EU",
            "ACCUSE RUS>NATO",
            "AGREE/REQUEST DNK>FRA+DEU+SWE+NOR",
            "AID/MOBILIZE/COOPERATE/AGREE FRA+DEU+SWE+NOR>DNK",
            "THREATEN USA>DNK",
            "REJECT DNK>USA",
        ),
    ),
    Passage(
        name="hongrie_1956",
        published="1956-11-05",
        text=(
            "Vienne, 4 novembre (Agence France-Presse) - Les troupes soviétiques sont entrées dimanche à l'aube dans "
            "Budapest, où elles ont ouvert le feu sur les insurgés hongrois. Dans un dernier message radiodiffusé, M."
            " Imre Nagy a appelé le monde au secours. Le chef du gouvernement s'est ensuite réfugié à l'ambassade de "
            "Yougoslavie, qui lui a accordé l'asile.\n"
            "\n"
            "Trois jours plus tôt, la Hongrie s'était retirée du pacte de Varsovie et avait proclamé sa neutralité, "
            "dont elle avait demandé la garantie aux quatre grandes puissances. La délégation hongroise qui négociait"
            " à Tököl le départ de l'Armée rouge a été arrêtée par le général Serov au cours de la nuit.\n"
            "\n"
            "À New-York, l'U.R.S.S. a opposé son veto à un projet de résolution américain la sommant de cesser son "
            "intervention. L'Assemblée générale, convoquée d'urgence, a voté le texte par cinquante voix contre huit."
            " L'Espagne, les Pays-Bas et la Suisse ont annoncé qu'ils boycotteraient les Jeux de Melbourne. "
            "L'Autriche a ouvert sa frontière aux réfugiés. La Chine populaire s'est félicitée de l'écrasement de la "
            "« contre-révolution »."
        ),
        acts=(
            "ASSAULT SUN>HUN",
            "AID YUG>HUN",
            "SANCTION HUN>WARSAW-PACT",
            "COERCE/ASSAULT SUN>HUN",
            "REJECT SUN>USA",
            "REQUEST HUN>",
            "REQUEST USA>SUN",
            "AID/CONCEDE/RETREAT AUT>HUN",
            "SUPPORT CHN>SUN",
            "CONSULT HUN+SUN>",
        ),
    ),
    Passage(
        name="maroc_espagne",
        published="2021-05-19",
        text=(
            "Plus de 8 000 migrants ont gagné en deux jours l'enclave espagnole de Ceuta, profitant d'un relâchement "
            "des contrôles côté marocain. Madrid a mobilisé l'armée pour leur barrer la route et en a déjà refoulé la"
            " moitié.\n"
            "\n"
            "La crise a éclaté après que l'Espagne a accueilli, sous une fausse identité, le chef du Front Polisario "
            "Brahim Ghali afin qu'il y soit soigné. Rabat y a vu un acte « inamical » et a averti que Madrid devrait "
            "en tirer les conséquences. L'ambassadrice du Maroc, convoquée mardi par la ministre espagnole Arancha "
            "González Laya, a été rappelée dans la foulée par son gouvernement.\n"
            "\n"
            "Le Premier ministre Pedro Sánchez, qui s'est fait huer à son arrivée dans la ville, a parlé de « crise "
            "grave pour l'Espagne et pour l'Europe ». La Commission européenne a volé au secours de Madrid : « "
            "L'Europe ne se laissera intimider par personne », a prévenu le commissaire Margaritis Schinas. Le "
            "Parlement européen doit débattre d'une résolution reprochant au Maroc d'instrumentaliser des mineurs. "
            "L'Algérie a pour sa part proposé à l'Espagne d'accroître ses livraisons de gaz. Le Maroc a fini par "
            "rouvrir les postes-frontières et par réadmettre plusieurs milliers de ses ressortissants."
        ),
        acts=(
            "MOBILIZE ESP>MAR",
            "ACCUSE MAR>ESP",
            "THREATEN MAR>ESP",
            "ACCUSE ESP>MAR",
            "SUPPORT EU>ESP",
            "ACCUSE EU>MAR",
            "AGREE DZA>ESP",
            "AID/CONSULT ESP>ESH",
            "SANCTION MAR>ESP",
            "? COERCE ESP>MAR",
            "? CONCEDE/RETREAT MAR>ESP",
        ),
    ),
    Passage(
        name="russe_armenie",
        published="2023-09-21",
        text=(
            "Des soldats de la paix russes ont évacué plus de cinq mille civils des zones de combat au Karabakh, a "
            "fait savoir le ministère russe de la Défense. Le régime de cessez-le-feu est respecté depuis le 20 "
            "septembre à 13 heures. À la suite d'un tir contre un véhicule près du village de Djaniatag, des "
            "militaires russes ont trouvé la mort. Le président Aliev a présenté ses condoléances à Vladimir Poutine "
            "et a promis de punir les coupables.\n"
            "\n"
            "Des négociations entre les représentants de Bakou et des Arméniens du Karabakh se sont tenues dans la "
            "ville de Yevlakh, avec la médiation du contingent russe. La partie azerbaïdjanaise a accepté de fournir "
            "du carburant et de l'aide humanitaire à la population de Stepanakert.\n"
            "\n"
            "Entre-temps, à Erevan, des manifestants ont bloqué l'ambassade de Russie, exigeant des soldats de la "
            "paix qu'ils protègent les Arméniens. Le Premier ministre Nikol Pachinian a tenu Moscou pour responsable "
            "de l'échec. La porte-parole Maria Zakharova lui a conseillé de ne pas rejeter la faute sur autrui. La "
            "France a demandé la convocation du Conseil de sécurité de l'ONU, tandis que la Turquie exprimait son "
            "plein soutien à l'Azerbaïdjan. Le Congrès américain envisage de priver Bakou de toute assistance "
            "militaire."
        ),
        acts=(
            "CONSULT/CONCEDE/SUPPORT AZE>RUS",
            "AGREE AZE>RUS",
            "CONSULT AZE+ARM>",
            "PROTEST ARM>RUS",
            "ACCUSE ARM>RUS",
            "REQUEST/REJECT/ACCUSE RUS>ARM",
            "REQUEST FRA>UN",
            "SUPPORT TUR>AZE",
            "THREATEN/SANCTION USA>AZE",
            "AGREE AZE>ARM",
            "ASSAULT AZE>RUS",
        ),
    ),
    Passage(
        name="bresil_paraguay",
        published="2025-04-02",
        text=(
            "Le Paraguay suspend les négociations sur Itaipu\n"
            "\n"
            "ASUNCION - Le gouvernement paraguayen a convoqué mardi l'ambassadeur du Brésil et rappelé le sien pour "
            "consultations après la révélation d'une opération d'espionnage menée contre lui par les services de "
            "renseignement brésiliens. Selon le site UOL, l'Agence brésilienne de renseignement avait piraté en 2022 "
            "et 2023 les ordinateurs d'une vingtaine de responsables paraguayens afin de connaître à l'avance leurs "
            "exigences sur le prix de l'électricité du barrage d'Itaipu.\n"
            "\n"
            "Brasilia n'a pas nié les faits, mais en a rejeté la responsabilité sur l'administration Bolsonaro. Le "
            "président Lula a ordonné l'ouverture d'une enquête et dépêché un émissaire auprès de son homologue "
            "Santiago Peña. Le ministre paraguayen des Affaires étrangères, Rubén Ramírez, a exigé de son voisin des "
            "explications écrites et gelé les discussions sur l'annexe C du traité de 1973, qui devaient reprendre ce"
            " mois-ci.\n"
            "\n"
            "L'Argentine et l'Uruguay se sont gardés de commenter. Le Paraguay avait déjà reproché au Brésil d'avoir "
            "soutenu un candidat surinamien contre le sien à l'Organisation des États américains."
        ),
        acts=(
            "ACCUSE PRY>BRA",
            "SANCTION PRY>BRA",
            "CONSULT BRA+PRY>",
            "REQUEST PRY>BRA",
            "SANCTION/REJECT PRY>BRA",
            "CONSULT BRA>PRY",
            "COERCE BRA>PRY",
            "SUPPORT BRA>SUR",
            "? REJECT BRA>PRY",
        ),
    ),
    Passage(
        name="chinois_soudan",
        published="2023-04-28",
        text=(
            "PORT-SOUDAN (Xinhua) - Deux navires de la marine chinoise ont embarqué mercredi et jeudi 940 "
            "ressortissants chinois et 231 étrangers qui ont quitté le Soudan sains et saufs, a annoncé le ministère "
            "chinois de la Défense nationale. La porte-parole Mao Ning a remercié l'Arabie saoudite pour l'aide "
            "qu'elle a apportée à la partie chinoise.\n"
            "\n"
            "Par ailleurs, l'armée soudanaise et les Forces de soutien rapide ont accepté de prolonger la trêve de 72"
            " heures à la suite d'une médiation menée par les États-Unis et l'Arabie saoudite. Malgré l'accord, "
            "l'armée a bombardé les positions des paramilitaires à Khartoum-Nord. Chaque camp accuse l'autre d'avoir "
            "violé la trêve. Un avion turc qui venait chercher des civils a essuyé des tirs à l'aéroport de Wadi "
            "Seidna.\n"
            "\n"
            "Le Soudan du Sud s'est proposé d'accueillir des pourparlers à Juba. L'armée y a désigné un représentant."
            " Le secrétaire général de l'ONU Antonio Guterres a condamné le pillage des entrepôts du Programme "
            "alimentaire mondial, qui avait interrompu ses activités après l'assassinat de trois de ses employés. "
            "L'Égypte et l'Éthiopie ont ouvert leurs frontières aux réfugiés soudanais."
        ),
        acts=(
            "SUPPORT CHN>SAU",
            "AID/RETREAT/CONCEDE EGY+ETH>SDN",
            "CONSULT USA+SAU>SDN",
            "AID SAU>CHN",
            "AGREE SDN+RSF>",
            "ASSAULT SDN>RSF",
            "ACCUSE SDN+RSF>",
            "ASSAULT SDN>TUR",
            "AGREE SSD>SDN",
        ),
    ),
    Passage(
        name="iran_e3",
        published="2025-09-28",
        text=(
            "Les sanctions de l'ONU contre l'Iran ont été rétablies dans la nuit de samedi à dimanche, dix ans après "
            "leur levée. La France, le Royaume-Uni et l'Allemagne avaient déclenché fin août le mécanisme dit du « "
            "snapback », reprochant à Téhéran de ne pas tenir ses engagements nucléaires.\n"
            "\n"
            "La Russie et la Chine ont échoué vendredi à faire adopter par le Conseil de sécurité un report de six "
            "mois. L'Iran a aussitôt rappelé pour consultations ses ambassadeurs à Paris, Berlin et Londres. Le "
            "président Massoud Pezeshkian a cependant exclu que son pays quitte le Traité de non-prolifération. Il a "
            "révélé que Washington lui avait réclamé la totalité de son uranium enrichi en échange d'un sursis de "
            "trois mois, condition qu'il a qualifiée d'inacceptable.\n"
            "\n"
            "Le secrétaire d'État américain Marco Rubio a félicité les trois capitales européennes de leur « "
            "leadership » et les a pressées d'appliquer les sanctions sans délai. Moscou a fait savoir qu'elle ne les"
            " reconnaîtrait pas. Israël s'est réjoui de la décision. L'Agence internationale de l'énergie atomique, "
            "dont les inspecteurs venaient d'être autorisés à retourner à Bouchehr, craint d'être à nouveau éconduite"
            " par la République islamique."
        ),
        acts=(
            "SANCTION UN>IRN",
            "SANCTION IRN>FRA+DEU+GBR",
            "REQUEST USA>IRN",
            "SUPPORT USA>FRA+GBR+DEU",
            "ACCUSE FRA+GBR+DEU>IRN",
            "REJECT/ACCUSE IRN>USA",
            "REQUEST USA>FRA+GBR+DEU",
            "REJECT RUS>UN",
            "SUPPORT ISR>UN",
            "RETREAT IRN>IAEA",
            "? REQUEST RUS+CHN>UN",
        ),
    ),
    Passage(
        name="biafra_gabon",
        published="1968-05-10",
        text=(
            "LIBREVILLE, 9 mai 1968 - Le Gabon a reconnu mercredi soir la République du Biafra. Il est le deuxième "
            "État africain à le faire après la Tanzanie, dont le Nigeria avait dénoncé la décision comme un acte "
            "d'hostilité. Lagos a immédiatement rompu avec le gouvernement du président Bongo et lui a demandé de "
            "fermer son consulat.\n"
            "\n"
            "Le président Bongo a invoqué les souffrances des populations ibo, bombardées chaque jour par l'aviation "
            "fédérale. La Côte-d'Ivoire devrait suivre dans les prochains jours. À Kampala, les délégués des deux "
            "parties doivent se rencontrer le 23 mai sous les auspices du secrétariat du Commonwealth. Le colonel "
            "Ojukwu a posé comme préalable un arrêt des combats, ce que rejette le général Gowon.\n"
            "\n"
            "La Grande-Bretagne, qui fournit des armes à Lagos, s'est vu reprocher par le Biafra d'encourager le "
            "génocide. L'Union soviétique a vendu au Nigeria des chasseurs Mig, pilotés par des Égyptiens. La "
            "Tchécoslovaquie vient au contraire d'interrompre ses livraisons. Le Portugal laisse les avions de "
            "secours faire escale à São Tomé. Le Comité international de la Croix-Rouge a sollicité des deux camps "
            "l'ouverture d'un couloir aérien."
        ),
        acts=(
            "COOPERATE/AID SUN>NGA",
            "SANCTION CSK>NGA",
            "SUPPORT GAB>BIAFRA",
            "SUPPORT TZA>BIAFRA",
            "ACCUSE NGA>TZA",
            "SANCTION NGA>GAB",
            "REQUEST NGA>GAB",
            "ASSAULT NGA>BIAFRA",
            "REQUEST BIAFRA>NGA",
            "REJECT NGA>BIAFRA",
            "AID GBR>NGA",
            "ACCUSE BIAFRA>GBR",
            "REQUEST ICRC>NGA+BIAFRA",
            "AGREE/CONSULT NGA+BIAFRA>",
        ),
    ),
    Passage(
        name="australie_salomon",
        published="2022-04-25",
        text=(
            "Canberra et Washington ont redoublé d'efforts ces derniers jours pour dissuader les Îles Salomon de "
            "signer avec la Chine un pacte de sécurité qui permettrait à Pékin d'envoyer des policiers et des soldats"
            " dans l'archipel. En vain : l'accord a été paraphé mardi.\n"
            "\n"
            "Le conseiller de la Maison Blanche Kurt Campbell, arrivé vendredi à Honiara à la tête d'une délégation, "
            "a prévenu le Premier ministre Manasseh Sogavare que les États-Unis « réagiraient en conséquence » si une"
            " base chinoise était construite. Celui-ci lui a assuré qu'il n'en serait rien. Le chef du gouvernement "
            "australien Scott Morrison a de son côté évoqué une « ligne rouge ».\n"
            "\n"
            "Pékin a raillé ces avertissements : le Pacifique Sud « n'est l'arrière-cour de personne », a lancé le "
            "porte-parole Wang Wenbin, accusant l'Australie d'hypocrisie. La Nouvelle-Zélande a regretté de ne pas "
            "avoir été consultée par son voisin. Le Japon a décidé d'envoyer un vice-ministre sur place. En novembre,"
            " à la demande de M. Sogavare, l'Australie avait dépêché une centaine de policiers à Honiara pour y "
            "mettre fin à des émeutes au cours desquelles des protestataires avaient pris pour cible le quartier "
            "chinois."
        ),
        acts=(
            "REQUEST AUS+USA>SLB",
            "AGREE/SUPPORT SLB+CHN>",
            "ACCUSE CHN>AUS",
            "AID/MOBILIZE AUS>SLB",
            "REQUEST SLB>AUS",
            "THREATEN USA>SLB",
            "CONSULT USA+SLB>",
            "AGREE SLB>USA",
            "ACCUSE NZL>SLB",
            "CONSULT/AGREE JPN>SLB",
            "THREATEN AUS>CHN",
        ),
    ),
    Passage(
        name="burkina_civ",
        published="2023-11-02",
        text=(
            "Ouagadougou et Abidjan tentent d'apaiser les tensions\n"
            "\n"
            "Le ministre burkinabè de la Défense, le général Kassoum Coulibaly, a rencontré mercredi à Bobo-Dioulasso"
            " son homologue ivoirien Téné Birahima Ouattara. Les deux hommes ont convenu de rétablir les patrouilles "
            "mixtes à la frontière, suspendues depuis l'arrestation en septembre de deux gendarmes ivoiriens par des "
            "volontaires burkinabè.\n"
            "\n"
            "Le Burkina Faso reproche à son voisin d'héberger des opposants qui chercheraient à renverser le "
            "capitaine Ibrahim Traoré. La Côte d'Ivoire, qui accueille près de 40 000 réfugiés burkinabè, rejette ces"
            " accusations. Elle a demandé la libération de ses deux gendarmes, toujours détenus à Ouagadougou.\n"
            "\n"
            "Le Ghana et le Togo ont offert leurs bons offices. Lomé a déjà obtenu en janvier la libération de "
            "quarante-six soldats ivoiriens emprisonnés au Mali. Bamako les avait condamnés à vingt ans de réclusion "
            "pour atteinte à la sûreté de l'État, avant de les gracier."
        ),
        acts=(
            "CONSULT BFA+CIV>",
            "AGREE BFA+CIV>",
            "COERCE BFA>CIV",
            "ACCUSE BFA>CIV",
            "REJECT CIV>BFA",
            "REQUEST CIV>BFA",
            "SANCTION/COERCE MLI>CIV",
            "CONCEDE MLI>CIV",
            "AID CIV>BFA",
            "AGREE GHA+TGO>BFA+CIV",
        ),
    ),
    Passage(
        name="israel_liban",
        published="2024-09-28",
        text=(
            "L'armée israélienne a annoncé samedi avoir tué la veille le chef du Hezbollah, Hassan Nasrallah, dans "
            "une frappe sur son quartier général de la banlieue sud de Beyrouth. Le mouvement chiite a confirmé sa "
            "mort et juré de poursuivre le combat contre Israël.\n"
            "\n"
            "Peu après, des roquettes tirées du Liban se sont abattues sur le nord d'Israël, sans faire de victimes. "
            "L'aviation israélienne a bombardé dans la soirée des dépôts d'armes dans la plaine de la Bekaa.\n"
            "\n"
            "L'Iran a décrété cinq jours de deuil. Le guide suprême Ali Khamenei a appelé les musulmans à soutenir le"
            " Liban et le Hezbollah. Le président américain Joe Biden a approuvé l'opération, qu'il a décrite comme "
            "une « mesure de justice ». La Russie, la Turquie et l'Irak ont condamné l'assassinat. La France a "
            "demandé à Israël de cesser ses frappes au Liban et a fait savoir à l'Iran qu'il devait s'abstenir de "
            "toute action.\n"
            "\n"
            "Le Premier ministre libanais Najib Mikati, qui se trouvait à New York, a écourté son séjour. L'ONU a "
            "évacué une partie de son personnel."
        ),
        acts=(
            "REQUEST FRA>ISR",
            "REQUEST FRA>IRN",
            "ASSAULT ISR>LBN",
            "THREATEN LBN>ISR",
            "ASSAULT LBN>ISR",
            "SUPPORT USA>ISR",
            "ACCUSE RUS+TUR+IRQ>ISR",
            "REQUEST IRN>",
        ),
    ),
    Passage(
        name="congo_1960",
        published="1960-07-15",
        text=(
            "LEOPOLDVILLE, 14 juillet 1960 - Le gouvernement congolais a rompu jeudi les relations diplomatiques avec"
            " la Belgique, dont les parachutistes occupent depuis la veille l'aéroport de Léopoldville. MM. Kasavubu "
            "et Lumumba ont adressé un télégramme à M. Khrouchtchev pour le prier de suivre la situation heure par "
            "heure.\n"
            "\n"
            "Bruxelles justifie l'intervention de ses troupes par la nécessité de protéger ses ressortissants. Le "
            "Conseil de sécurité a invité la Belgique à se retirer du Congo et autorisé le secrétaire général, M. "
            "Hammarskjoeld, à fournir au gouvernement congolais une assistance militaire. Le Ghana, la Tunisie et le "
            "Maroc ont mis des bataillons à la disposition de l'Organisation. La France, la Grande-Bretagne et la "
            "Chine se sont abstenues.\n"
            "\n"
            "M. Tshombé, qui a proclamé lundi l'indépendance du Katanga, a réclamé l'aide de Bruxelles et refusé "
            "l'entrée de sa province aux avions transportant MM. Kasavubu et Lumumba. L'Union soviétique a mis en "
            "garde les Occidentaux : si l'agression ne cesse pas, elle prendra des mesures énergiques. Washington a "
            "repoussé cet avertissement."
        ),
        acts=(
            "SANCTION COD>BEL",
            "COERCE/ASSAULT BEL>COD",
            "REQUEST UN>BEL",
            "AID/AGREE UN>COD",
            "AID/COOPERATE/AGREE GHA+TUN+MAR>UN",
            "REJECT USA>SUN",
            "REQUEST COD>BEL",
            "REQUEST COD>SUN",
            "THREATEN SUN>BEL",
        ),
    ),
    Passage(
        name="ukraine_slovaquie",
        published="2025-01-03",
        text=(
            "Le Premier ministre slovaque Robert Fico menace de couper l'électricité à l'Ukraine\n"
            "\n"
            "Robert Fico a déclaré jeudi que son gouvernement étudierait la suspension des livraisons d'électricité à"
            " Kiev et une réduction de l'aide accordée aux réfugiés ukrainiens, en représailles à l'arrêt du transit "
            "du gaz russe. L'Ukraine a mis fin le 1er janvier à l'accord qui permettait à Gazprom d'acheminer son gaz"
            " vers l'Europe.\n"
            "\n"
            "Volodymyr Zelensky a accusé le chef du gouvernement slovaque d'ouvrir un « second front énergétique » "
            "sur ordre de Moscou. La Pologne s'est engagée à compenser les volumes que Bratislava retirerait. Fin "
            "décembre, M. Fico s'était rendu à Moscou, où il avait été reçu par Vladimir Poutine, ce qui lui avait "
            "valu les critiques de la République tchèque.\n"
            "\n"
            "La Moldavie, privée de gaz, a décrété l'état d'urgence. Gazprom a cessé de l'approvisionner en invoquant"
            " une dette que Chisinau conteste. La Commission européenne lui a proposé son aide. En Transnistrie, les "
            "autorités séparatistes ont refusé l'offre moldave de leur fournir des générateurs. La Hongrie a plaidé "
            "auprès de Kiev pour une reprise du transit."
        ),
        acts=(
            "SANCTION/REJECT UKR>RUS",
            "ACCUSE UKR>SVK",
            "CONSULT SVK+RUS>",
            "ACCUSE CZE>SVK",
            "SANCTION/COERCE RUS>MDA",
            "AGREE EU>MDA",
            "REQUEST HUN>UKR",
            "THREATEN SVK>UKR",
            "AGREE POL>UKR",
            "REJECT MDA>RUS",
        ),
    ),
    Passage(
        name="coree_ballons",
        published="2024-06-10",
        text=(
            "SÉOUL, 10 juin (Yonhap) - L'armée sud-coréenne a repris dimanche, pour la première fois depuis six ans, "
            "ses émissions de propagande par haut-parleurs le long de la frontière, en réponse à l'envoi par "
            "Pyongyang de plus de trois cents ballons chargés d'ordures. La sœur du dirigeant nord-coréen, Kim "
            "Yo-jong, a prévenu lundi que le Nord prendrait des contre-mesures si le Sud continuait.\n"
            "\n"
            "Une vingtaine de soldats nord-coréens avaient franchi dimanche la ligne de démarcation militaire. Ils "
            "ont rebroussé chemin après des tirs de sommation des forces sud-coréennes. Le président Yoon Suk Yeol a "
            "réuni le Conseil de sécurité nationale. Séoul avait suspendu la semaine précédente l'accord militaire "
            "intercoréen de 2018.\n"
            "\n"
            "Le commandement des Nations unies a annoncé l'ouverture d'une enquête. Les États-Unis ont fait survoler "
            "la péninsule par un bombardier B-1B, qui a largué des bombes guidées au cours d'un exercice mené avec la"
            " Corée du Sud. Pékin a appelé les deux Corées au calme. Tokyo s'est concerté par téléphone avec "
            "Washington et Séoul."
        ),
        acts=(
            "COERCE/MOBILIZE/ASSAULT PRK>KOR",
            "THREATEN PRK>KOR",
            "MOBILIZE/ASSAULT/COERCE PRK>KOR",
            "SANCTION KOR>PRK",
            "COOPERATE USA+KOR>",
            "REQUEST CHN>PRK+KOR",
            "CONSULT JPN+USA+KOR>",
            "MOBILIZE/ASSAULT KOR>PRK",
            "MOBILIZE USA>PRK",
            "COERCE/ACCUSE/MOBILIZE KOR>PRK",
        ),
    ),
    Passage(
        name="mexique_equateur",
        published="2024-04-07",
        text=(
            "Le Mexique rompt avec l'Équateur après l'assaut contre son ambassade\n"
            "\n"
            "QUITO - Des policiers équatoriens ont fait irruption vendredi soir dans l'ambassade du Mexique pour y "
            "arrêter l'ancien vice-président Jorge Glas, auquel Mexico venait d'accorder l'asile. Le chef de la "
            "mission, Roberto Canseco, a été molesté.\n"
            "\n"
            "Le président Andrés Manuel López Obrador a aussitôt ordonné la rupture des relations diplomatiques avec "
            "Quito. Le personnel mexicain a quitté dimanche le pays à bord d'un avion de ligne, accompagné par les "
            "ambassadeurs d'Allemagne, de Cuba et du Panama. Le Nicaragua a suivi l'exemple de Mexico.\n"
            "\n"
            "L'Organisation des États américains, le Brésil, la Colombie et le Chili ont condamné une violation "
            "flagrante de la convention de Vienne. La Bolivie a rappelé son ambassadrice. Washington a encouragé les "
            "deux pays à résoudre leurs divergences. Le Mexique entend porter plainte contre l'Équateur devant la "
            "Cour internationale de justice et réclame son exclusion des Nations unies. Le président Daniel Noboa "
            "s'est dit prêt à inviter son homologue mexicain à partager « un ceviche ou des tacos ». Deux jours avant"
            " le raid, Quito avait déclaré persona non grata l'ambassadrice du Mexique Raquel Serur."
        ),
        acts=(
            "SANCTION MEX>ECU",
            "ASSAULT/COERCE ECU>MEX",
            "REQUEST USA>MEX+ECU",
            "ACCUSE MEX>ECU",
            "SANCTION ECU>MEX",
            "REQUEST MEX>UN",
            "AID MEX>ECU",
            "SANCTION NIC>ECU",
            "ACCUSE OAS+BRA+COL+CHL>ECU",
            "SANCTION BOL>ECU",
            "AGREE ECU>MEX",
        ),
    ),
    Passage(
        name="turc_2",
        published="2024-02-02",
        text=(
            "Le Président Recep Tayyip Erdoğan se rendra le 14 février en Égypte, où il sera l'hôte du Président "
            "Abdel Fattah al-Sissi. Il s'agira de sa première visite dans ce pays depuis 2012. La Turquie fournira "
            "des drones à l'Égypte, a indiqué le ministre des Affaires étrangères Hakan Fidan.\n"
            "\n"
            "D'autre part, les Forces armées turques ont neutralisé treize terroristes du PKK dans le nord de l'Irak "
            "lors d'opérations aériennes. Bagdad a dénoncé une violation de sa souveraineté et remis une note au "
            "chargé d'affaires turc. La Turquie a demandé à l'Irak de reconnaître le PKK comme une organisation "
            "terroriste.\n"
            "\n"
            "Sur un autre plan, la Grande Assemblée nationale de Turquie a ratifié le protocole d'adhésion de la "
            "Suède à l'OTAN. Le Secrétaire général Jens Stoltenberg s'en est félicité. En contrepartie, le "
            "Département d'État américain a notifié au Congrès la vente à Ankara de quarante avions F-16. Le Premier "
            "ministre hongrois Viktor Orbán a convié son homologue suédois Ulf Kristersson à Budapest pour y "
            "négocier. Ce dernier n'a pas décliné l'invitation. Stockholm avait interdit l'entrée sur son territoire "
            "à un extrémiste danois ayant brûlé le Coran."
        ),
        acts=(
            "AGREE/CONSULT TUR>EGY",
            "AGREE/AID/COOPERATE TUR>EGY",
            "ACCUSE IRQ>TUR",
            "REQUEST TUR>IRQ",
            "SUPPORT TUR>SWE",
            "SUPPORT NATO>TUR",
            "AID/COOPERATE/AGREE USA>TUR",
            "AGREE HUN>SWE",
            "ASSAULT TUR>IRQ",
            "AGREE SWE>HUN",
            "REJECT SWE>DNK",
        ),
    ),
    Passage(
        name="afghan_1979",
        published="1979-12-29",
        text=(
            "KABOUL, 28 décembre 1979. - Le président Hafizullah Amin, renversé jeudi soir au cours d'un coup d'État,"
            " a été jugé et exécuté, a annoncé Radio-Kaboul. Il est remplacé par M. Babrak Karmal, qui se trouvait en"
            " Europe orientale. L'Union soviétique, à laquelle le nouveau régime a demandé une aide militaire « "
            "urgente », a fait savoir qu'elle y répondait favorablement. En trois jours, un pont aérien a transporté "
            "plus de cinq mille soldats soviétiques à Kaboul.\n"
            "\n"
            "Le président Carter a qualifié l'intervention de menace pour la paix et a utilisé la « ligne rouge » "
            "pour sommer M. Brejnev de retirer ses troupes. La Chine a exigé le départ des forces soviétiques. Le "
            "Pakistan, où quatre cent mille Afghans ont déjà trouvé refuge, a exprimé sa vive inquiétude. L'Iran a "
            "reçu l'ambassadeur de Moscou et lui a fait part de sa réprobation.\n"
            "\n"
            "Des manifestants afghans ont envahi l'ambassade d'U.R.S.S. à Téhéran, d'où la police les a délogés. La "
            "Bulgarie, la R.D.A. et Cuba ont félicité M. Karmal. Londres a proposé à ses alliés de suspendre leur "
            "aide économique à l'Afghanistan."
        ),
        acts=(
            "AGREE SUN>AFG",
            "REQUEST/THREATEN USA>SUN",
            "REQUEST CHN>SUN",
            "PROTEST AFG>SUN",
            "SUPPORT BGR+DDR+CUB>AFG",
            "REQUEST AFG>SUN",
            "MOBILIZE/ASSAULT/AID SUN>AFG",
            "ACCUSE USA>SUN",
            "ACCUSE PAK>SUN",
            "ACCUSE IRN>SUN",
            "AID PAK>AFG",
        ),
    ),
    Passage(
        name="chypre_grece",
        published="1974-07-22",
        text=(
            "NICOSIE, 21 juillet (A.P.) - Les forces turques débarquées samedi à l'aube sur la côte nord de Chypre "
            "ont établi une tête de pont autour de Kyrenia. Ankara invoque le traité de garantie de 1960 et affirme "
            "vouloir protéger la communauté turque de l'île après le putsch fomenté le 15 juillet contre l'archevêque"
            " Makarios par la junte d'Athènes.\n"
            "\n"
            "La Grèce a décrété la mobilisation générale et massé des blindés en Thrace. Elle a lancé un ultimatum à "
            "la Turquie, qui l'a ignoré. Par erreur, l'aviation turque a coulé un de ses propres destroyers.\n"
            "\n"
            "M. Sisco, envoyé spécial de M. Kissinger, fait la navette entre les deux capitales pour obtenir un "
            "cessez-le-feu. La Grande-Bretagne, qui a évacué ses ressortissants, avait refusé d'intervenir aux côtés "
            "de la Turquie comme celle-ci le lui demandait. Le Conseil de sécurité a voté à l'unanimité une "
            "résolution exigeant le retrait des militaires étrangers. La Bulgarie a assuré ses deux voisins de sa "
            "neutralité. L'Union soviétique a imputé la crise à l'Otan et apporté son soutien à Mgr Makarios, qui a "
            "été reçu à Londres par M. Wilson."
        ),
        acts=(
            "ASSAULT/MOBILIZE TUR>CYP",
            "MOBILIZE GRC>TUR",
            "REJECT GBR>TUR",
            "ACCUSE SUN>NATO",
            "ASSAULT/COERCE GRC>CYP",
            "THREATEN/REQUEST GRC>TUR",
            "REJECT TUR>GRC",
            "CONSULT USA>GRC+TUR",
            "REQUEST TUR>GBR",
            "REQUEST UN>TUR",
            "SUPPORT SUN>CYP",
            "CONSULT CYP+GBR>",
            "AGREE BGR>GRC+TUR",
        ),
    ),
    Passage(
        name="anglais_kenya_ouganda",
        published="2023-03-15",
        text=(
            "Le parlement ougandais a adopté mardi un projet de loi durcissant les peines contre les homosexuels, ce "
            "qui a provoqué un tollé à l'étranger. Les États-Unis ont averti Kampala qu'ils pourraient prendre des "
            "mesures économiques si le texte était promulgué. Le Haut-Commissaire de l'ONU aux droits de l'homme, "
            "Volker Türk, a exhorté le président Yoweri Museveni à ne pas le signer.\n"
            "\n"
            "L'Union européenne s'est dite profondément préoccupée. La Banque mondiale a gelé en août tout nouveau "
            "prêt à l'Ouganda. M. Museveni a accusé l'institution de vouloir contraindre son pays à renier sa "
            "culture. En octobre, Washington a retiré l'Ouganda de la liste des bénéficiaires de l'Agoa, accord "
            "commercial qui ouvre le marché américain aux produits africains, et a restreint l'octroi de visas aux "
            "parlementaires.\n"
            "\n"
            "Le Kenya voisin n'a pas critiqué la loi. Son président, William Ruto, a reçu à Nairobi M. Museveni, à "
            "qui il a promis de lever les obstacles à l'exportation du lait ougandais. L'Iran, dont le président "
            "Ebrahim Raïssi s'est rendu à Entebbe, a loué la fermeté de l'Ouganda face à l'Occident."
        ),
        acts=(
            "THREATEN USA>UGA",
            "REQUEST UN>UGA",
            "ACCUSE EU>UGA",
            "SANCTION WORLD-BANK>UGA",
            "SANCTION USA>UGA",
            "CONSULT KEN+UGA>",
            "AGREE/CONCEDE KEN>UGA",
            "CONSULT IRN+UGA>",
            "SUPPORT IRN>UGA",
            "ACCUSE UGA>WORLD-BANK",
        ),
    ),
    Passage(
        name="bangladesh_inde",
        published="2024-12-03",
        text=(
            "L'Inde a exprimé lundi ses regrets après l'intrusion de manifestants dans un consulat du Bangladesh à "
            "Agartala. Sept personnes ont été arrêtées et trois policiers suspendus. Le ministère bangladais des "
            "Affaires étrangères avait qualifié l'attaque de préméditée et demandé à New Delhi d'assurer la sécurité "
            "de ses missions. Il a convoqué mardi le haut-commissaire indien Pranay Verma et a fermé son consulat "
            "jusqu'à nouvel ordre.\n"
            "\n"
            "Les relations entre les deux voisins se sont dégradées depuis la chute, en août, de la Première ministre"
            " Sheikh Hasina, qui s'est réfugiée en Inde. Dacca a officiellement réclamé son extradition. New Delhi "
            "n'a pas donné suite, mais reproche au gouvernement intérimaire de Muhammad Yunus de ne pas protéger la "
            "minorité hindoue.\n"
            "\n"
            "L'arrestation à Dacca du moine Chinmoy Krishna Das, accusé de sédition, a déclenché des manifestations "
            "en Inde. Des nationalistes hindous ont brûlé des drapeaux bangladais à Calcutta. Le secrétaire indien "
            "aux Affaires étrangères, Vikram Misri, est attendu la semaine prochaine à Dacca. Le Pakistan, lui, se "
            "rapproche du Bangladesh : les deux pays ont rétabli leur liaison maritime directe, interrompue depuis "
            "1971."
        ),
        acts=(
            "CONCEDE IND>BGD",
            "ACCUSE BGD>IND",
            "REQUEST BGD>IND",
            "SANCTION BGD>IND",
            "ACCUSE IND>BGD",
            "PROTEST IND>BGD",
            "COOPERATE/SUPPORT PAK+BGD>",
            "REJECT IND>BGD",
            "AGREE/CONSULT IND>BGD",
        ),
    ),
    Passage(
        name="philippines_chine",
        published="2024-06-20",
        text=(
            "MANILLE, 19 juin 2024 - Armés de couteaux et de haches, des garde-côtes chinois ont abordé lundi deux "
            "canots pneumatiques de la marine philippine qui ravitaillaient le Sierra Madre, navire échoué sur "
            "l'atoll Second Thomas. Un marin philippin a eu le pouce sectionné. Les assaillants se sont emparés de "
            "sept fusils.\n"
            "\n"
            "Les Philippines ont parlé d'« acte de piraterie » et exigé de Pékin la restitution des armes ainsi que "
            "le remboursement des dégâts. La Chine a répondu que ses agents avaient agi dans le respect de la loi et "
            "a mis Manille au défi de renflouer l'épave. Le chef d'état-major, le général Romeo Brawner, a décoré le "
            "blessé.\n"
            "\n"
            "Les États-Unis ont réaffirmé que le traité de défense mutuelle qui les lie à leur allié s'appliquait à "
            "la mer de Chine méridionale. Le Japon, l'Australie et le Canada ont blâmé Pékin. L'Indonésie s'est "
            "abstenue de tout commentaire. Le Vietnam, qui dispute lui aussi ces îlots à la Chine, s'est déclaré "
            "disposé à discuter avec Manille du tracé du plateau continental. Les deux pays avaient signé en janvier "
            "un accord entre garde-côtes, mal accueilli par Pékin."
        ),
        acts=(
            "ASSAULT/COERCE CHN>PHL",
            "COERCE CHN>PHL",
            "ACCUSE PHL>CHN",
            "REQUEST PHL>CHN",
            "ACCUSE JPN+AUS+CAN>CHN",
            "AGREE VNM>PHL",
            "SUPPORT/COOPERATE/AGREE VNM+PHL>",
            "REJECT CHN>PHL",
            "SUPPORT/AGREE USA>PHL",
            "ACCUSE CHN>VNM+PHL",
        ),
    ),
    Passage(
        name="senegal_gambie",
        published="1981-08-05",
        text=(
            "DAKAR, 4 août 1981 (AFP) - Les troupes sénégalaises ont repris le contrôle de Banjul, où des "
            "paramilitaires gambiens avaient tenté jeudi de renverser le président Dawda Jawara. Celui-ci, qui "
            "assistait à Londres au mariage du prince de Galles, avait fait appel à Dakar en vertu du traité de "
            "défense conclu en 1967.\n"
            "\n"
            "Les mutins retiennent encore une centaine d'otages, dont une épouse du chef de l'État. Le président "
            "Abdou Diouf les a sommés de se rendre. La Libye, mise en cause par la presse sénégalaise, nie toute "
            "participation. La Grande-Bretagne a dépêché trois membres des SAS pour conseiller l'armée sénégalaise. "
            "La Mauritanie et la Guinée-Bissau ont approuvé l'intervention, que le Mali a en revanche désavouée.\n"
            "\n"
            "M. Jawara a regagné Dakar dimanche. Il a remercié M. Diouf et lui a proposé de créer une confédération "
            "entre les deux pays. L'Union soviétique s'est élevée contre ce qu'elle appelle une annexion déguisée."
        ),
        acts=(
            "REQUEST GMB>SEN",
            "REJECT LBY>SEN",
            "AID GBR>SEN",
            "SUPPORT MRT+GNB>SEN",
            "ACCUSE MLI>SEN",
            "SUPPORT GMB>SEN",
            "AGREE GMB>SEN",
            "ACCUSE SUN>SEN",
            "ASSAULT/AID/MOBILIZE/RETREAT SEN>GMB",
            "REQUEST SEN>GMB",
        ),
    ),
    Passage(
        name="lituanie_taiwan",
        published="2021-11-22",
        text=(
            "La Chine abaisse le niveau de ses relations avec la Lituanie\n"
            "\n"
            "Pékin a ramené dimanche ses relations diplomatiques avec Vilnius au rang de chargé d'affaires, pour "
            "protester contre l'ouverture d'une représentation de Taïwan dans la capitale lituanienne. La Chine avait"
            " déjà expulsé en août l'ambassadrice de Lituanie et fait revenir son propre ambassadeur.\n"
            "\n"
            "La cheffe du gouvernement lituanien, Ingrida Simonyte, a regretté la décision et rappelé que son pays "
            "respectait la politique d'une seule Chine. Les États-Unis ont accordé à la Lituanie une garantie de "
            "crédit à l'exportation de 600 millions de dollars. L'Union européenne s'est déclarée prête à saisir "
            "l'Organisation mondiale du commerce, les douanes chinoises refusant depuis plusieurs jours les "
            "marchandises lituaniennes.\n"
            "\n"
            "Taipei a remercié Vilnius et lui a fait don de vingt mille tests de dépistage ; la Lituanie lui avait "
            "envoyé des vaccins en juin. Selon la diplomatie chinoise, la Lituanie a « trahi sa parole » et devra en "
            "supporter les conséquences. La Slovénie a fait part de son intention d'imiter Vilnius."
        ),
        acts=(
            "SANCTION CHN>LTU",
            "ACCUSE CHN>LTU",
            "ACCUSE LTU>CHN",
            "AID USA>LTU",
            "SANCTION/REJECT CHN>LTU",
            "SUPPORT TWN>LTU",
            "AID TWN>LTU",
            "AID LTU>TWN",
            "THREATEN/AGREE EU>CHN",
            "THREATEN CHN>LTU",
        ),
    ),
    Passage(
        name="houthis",
        published="2024-01-12",
        text=(
            "Les États-Unis et le Royaume-Uni ont bombardé dans la nuit de jeudi à vendredi une soixantaine de sites "
            "militaires au Yémen, en réponse aux attaques répétées des Houthis contre des navires marchands en mer "
            "Rouge. L'Australie, Bahreïn, le Canada et les Pays-Bas ont apporté leur soutien à l'opération.\n"
            "\n"
            "Les rebelles yéménites ont promis de se venger. Dès vendredi, ils ont tiré un missile antinavire vers un"
            " pétrolier battant pavillon panaméen, sans l'atteindre. L'Iran, leur principal soutien, a dénoncé une "
            "violation de la souveraineté du Yémen. Moscou a demandé une réunion d'urgence du Conseil de sécurité, "
            "qui avait exigé mercredi des Houthis l'arrêt immédiat de leurs attaques.\n"
            "\n"
            "L'Arabie saoudite, qui négocie un accord de paix avec les Houthis, a appelé ses alliés américain et "
            "britannique à la retenue. Oman a critiqué des bombardements menés par « des pays amis ». Le Hamas a mis "
            "en garde Washington et Londres. La Turquie leur a reproché de vouloir transformer la mer Rouge en « bain"
            " de sang ». Des dizaines de milliers de Yéménites ont défilé à Sanaa contre les deux puissances."
        ),
        acts=(
            "ASSAULT USA+GBR>YEM",
            "SUPPORT AUS+BHR+CAN+NLD>USA+GBR",
            "THREATEN YEM>USA+GBR",
            "REQUEST RUS>UN",
            "REQUEST UN>YEM",
            "REQUEST SAU>USA+GBR",
            "THREATEN PSE>USA+GBR",
            "ACCUSE TUR>USA+GBR",
            "CONSULT SAU+YEM>",
            "ASSAULT YEM>PAN",
            "ACCUSE IRN>USA+GBR",
            "ACCUSE OMN>USA+GBR",
            "PROTEST YEM>USA+GBR",
        ),
    ),
    Passage(
        name="russe_moldavie",
        published="2025-08-06",
        text=(
            "Le tribunal de Chisinau a condamné mardi la bachkane de Gagaouzie Evguenia Goutsoul à sept ans de "
            "prison. Le Kremlin a qualifié cette sentence de politiquement motivée, a transmis l'agence TASS. Selon "
            "le porte-parole Dmitri Peskov, les autorités moldaves répriment l'opposition sous la dictée de "
            "Bruxelles.\n"
            "\n"
            "La Moldavie a annulé la visite du vice-ministre russe et notifié à trois collaborateurs de l'ambassade "
            "de Russie qu'ils devaient quitter le territoire. La partie russe a promis de réagir de manière "
            "symétrique. Le Président Maia Sandu a accusé Moscou de dépenser cent millions d'euros pour acheter des "
            "votes.\n"
            "\n"
            "Le Président Emmanuel Macron, le Chancelier Friedrich Merz et le Premier ministre Donald Tusk arriveront"
            " le 27 août à Chisinau à l'occasion de la Fête de l'indépendance. L'Union européenne a alloué à la "
            "Moldavie 270 millions d'euros et a inscrit sept personnes sur sa liste noire pour ingérence. La Turquie,"
            " qui entretient des liens étroits avec les Gagaouzes, a prié les autorités moldaves de respecter "
            "l'autonomie."
        ),
        acts=(
            "REJECT MDA>RUS",
            "THREATEN RUS>MDA",
            "ACCUSE MDA>RUS",
            "AGREE/CONSULT FRA+DEU+POL>MDA",
            "AID EU>MDA",
            "REQUEST TUR>MDA",
            "ACCUSE RUS>MDA",
            "SANCTION MDA>RUS",
        ),
    ),
    Passage(
        name="inde_canada",
        published="2023-09-22",
        text=(
            "L'Inde a suspendu jeudi la délivrance de visas aux Canadiens, nouvel épisode de la crise ouverte par le "
            "Premier ministre Justin Trudeau, qui a lié le gouvernement indien au meurtre en juin d'un militant sikh "
            "près de Vancouver. New Delhi a rejeté ces allégations « absurdes » et réclamé une réduction du personnel"
            " diplomatique canadien.\n"
            "\n"
            "Lundi, Ottawa avait expulsé le chef du renseignement indien au Canada ; l'Inde avait renvoyé dès le "
            "lendemain un diplomate canadien de rang équivalent. M. Trudeau a assuré qu'il ne cherchait pas à "
            "provoquer New Delhi et l'a appelé à coopérer à l'enquête.\n"
            "\n"
            "Les États-Unis, qui auraient fourni des renseignements à Ottawa, ont pressé l'Inde de collaborer. "
            "L'Australie a fait part de ses préoccupations à son partenaire indien. Londres s'est gardé de prendre "
            "parti mais poursuit avec New Delhi la négociation d'un accord de libre-échange. Celle que menaient "
            "l'Inde et le Canada a été interrompue. À Toronto, des sikhs ont piétiné le drapeau indien devant le "
            "consulat."
        ),
        acts=(
            "SANCTION IND>CAN",
            "ACCUSE CAN>IND",
            "REJECT IND>CAN",
            "SANCTION CAN>IND",
            "REQUEST CAN>IND",
            "AID USA>CAN",
            "REQUEST USA>IND",
            "ACCUSE AUS>IND",
            "SANCTION/REJECT IND+CAN>",
            "PROTEST CAN>IND",
            "REQUEST IND>CAN",
            "CONSULT GBR+IND>",
        ),
    ),
    Passage(
        name="bolivie_chili",
        published="1978-03-18",
        text=(
            "LA PAZ, 17 mars 1978 - La Bolivie a rompu vendredi ses relations diplomatiques avec le Chili, accusant "
            "le général Pinochet d'avoir manqué à sa promesse de lui céder un couloir vers le Pacifique. Les deux "
            "États avaient renoué en 1975 après treize ans de brouille, à la suite de l'« accolade de Charaña » entre"
            " les présidents Banzer et Pinochet.\n"
            "\n"
            "Le projet prévoyait que La Paz cède en échange une portion équivalente de son territoire. Le Pérou, dont"
            " le traité de 1929 exige l'accord pour toute cession d'anciennes terres péruviennes, avait présenté une "
            "contre-proposition que Santiago avait aussitôt écartée. Le gouvernement chilien s'est dit surpris et a "
            "regretté la mesure bolivienne.\n"
            "\n"
            "L'Argentine, en conflit avec le Chili à propos du canal de Beagle, s'est réjouie discrètement. Elle a "
            "concentré des unités dans le sud et procédé à des exercices d'obscurcissement. Washington a incité les "
            "gouvernements concernés au dialogue. Le Brésil a vendu à la Bolivie six avions d'entraînement. Le "
            "Venezuela a renouvelé son appui à la revendication maritime bolivienne."
        ),
        acts=(
            "SANCTION BOL>CHL",
            "ACCUSE BOL>CHL",
            "SUPPORT BOL+CHL>",
            "REJECT CHL>PER",
            "ACCUSE CHL>BOL",
            "MOBILIZE ARG>CHL",
            "AID/COOPERATE BRA>BOL",
            "SUPPORT VEN>BOL",
            "CONSULT BOL+CHL>",
            "AGREE PER>CHL",
        ),
    ),
    Passage(
        name="nigeria_cedeao",
        published="2023-08-10",
        text=(
            "La Cédéao ordonne le déploiement de sa « force en attente »\n"
            "\n"
            "ABUJA - Réunis jeudi en sommet extraordinaire, les chefs d'État de la Communauté économique des États de"
            " l'Afrique de l'Ouest ont ordonné l'activation immédiate de leur force d'intervention afin de restaurer "
            "l'ordre constitutionnel au Niger. Le président nigérian Bola Tinubu a toutefois répété que "
            "l'organisation privilégiait la négociation avec le régime militaire.\n"
            "\n"
            "Le Mali et le Burkina Faso ont averti que toute intervention contre Niamey serait considérée comme une "
            "déclaration de guerre contre eux. Une délégation malienne avait été reçue la veille par le général "
            "Tiani. La junte nigérienne a éconduit mardi une mission conjointe de l'ONU, de l'Union africaine et de "
            "la Cédéao. Le Nigeria a coupé l'électricité qu'il fournit à son voisin et fermé sa frontière.\n"
            "\n"
            "La France a apporté son « plein appui » à la Cédéao. L'Algérie s'est prononcée contre le recours à la "
            "force. La sous-secrétaire d'État américaine Victoria Nuland s'est vu refuser une entrevue avec le "
            "président renversé Mohamed Bazoum. Berlin a gelé son aide au développement. Niamey accuse Paris d'avoir "
            "libéré seize terroristes."
        ),
        acts=(
            "MOBILIZE/THREATEN ECOWAS>NER",
            "CONSULT MLI+NER>",
            "REJECT NER>UN+AU+ECOWAS",
            "SANCTION/COERCE NGA>NER",
            "SANCTION DEU>NER",
            "ACCUSE NER>FRA",
            "THREATEN MLI+BFA>ECOWAS",
            "SUPPORT FRA>ECOWAS",
            "REJECT/ACCUSE DZA>ECOWAS",
            "REJECT NER>USA",
        ),
    ),
    Passage(
        name="chinois_tibet_nepal",
        published="2025-01-10",
        text=(
            "BEIJING, 9 janvier (Xinhua) - À la suite du séisme qui a frappé le Xizang, plusieurs pays ont exprimé "
            "leur sympathie à la partie chinoise. Le président russe Vladimir Poutine a envoyé un message de "
            "condoléances à son homologue chinois Xi Jinping. Le Népal et le Pakistan ont offert leur assistance.\n"
            "\n"
            "D'autre part, le ministre des Affaires étrangères Wang Yi a effectué une visite en Namibie, en "
            "République du Congo, au Tchad et au Nigeria. À Abuja, les deux parties sont convenues d'élargir leur "
            "coopération en matière de sécurité. La Chine soutient fermement le Nigeria dans la sauvegarde de sa "
            "souveraineté, a indiqué M. Wang. À N'Djamena, il s'est entretenu avec le président Mahamat Idriss Déby "
            "Itno, qui a été la cible d'une attaque peu après le départ du dignitaire chinois.\n"
            "\n"
            "Par ailleurs, la Chine a ajouté dix entreprises américaines à sa liste des entités non fiables en raison"
            " de ventes d'armes à Taiwan. « La Chine exhorte les États-Unis à cesser d'armer Taiwan », a déclaré la "
            "porte-parole. La Chine a aussi exprimé son vif mécontentement à la suite de l'inscription de Tencent sur"
            " une liste du Pentagone. Les Philippines ont pour leur part été invitées à retirer leur navire du banc "
            "de Ren'ai."
        ),
        acts=(
            "SUPPORT/CONSULT RUS>CHN",
            "SUPPORT CHN>NGA",
            "CONSULT CHN+TCD>",
            "SANCTION CHN>USA",
            "REQUEST CHN>USA",
            "ACCUSE CHN>USA",
            "AGREE NPL+PAK>CHN",
            "CONSULT CHN+NAM+COG+TCD+NGA>",
            "AGREE CHN+NGA>",
            "REQUEST CHN>PHL",
        ),
    ),
    Passage(
        name="serbie_kosovo",
        published="2023-05-30",
        text=(
            "Trente soldats de la force de l'Otan au Kosovo ont été blessés lundi dans des heurts avec des "
            "manifestants serbes à Zvecan. La Hongrie et l'Italie, qui comptent la plupart des victimes, ont protesté"
            " auprès de Belgrade.\n"
            "\n"
            "La Serbie a placé son armée en état d'alerte maximale et rapproché des unités de la frontière. Son "
            "président Aleksandar Vucic a rendu Albin Kurti responsable des violences et a rencontré les ambassadeurs"
            " du « Quint ». Le Premier ministre kosovar avait fait installer de force des maires albanais dans quatre"
            " communes à majorité serbe, ce que lui ont vivement reproché ses parrains occidentaux.\n"
            "\n"
            "Les États-Unis ont exclu le Kosovo d'un exercice militaire en guise de punition. L'Otan a décidé "
            "d'envoyer sept cents hommes supplémentaires. Emmanuel Macron et Olaf Scholz ont demandé aux présidents "
            "serbe et kosovar d'organiser de nouvelles élections. La Russie a pris fait et cause pour Belgrade. Le "
            "joueur de tennis Novak Djokovic a écrit que le Kosovo était « le cœur de la Serbie » : Pristina a saisi "
            "la Fédération internationale. L'Albanie s'est portée au secours de M. Kurti."
        ),
        acts=(
            "ACCUSE HUN+ITA>SRB",
            "MOBILIZE SRB>XKX",
            "ACCUSE SRB>XKX",
            "SANCTION USA>XKX",
            "REQUEST FRA+DEU>SRB+XKX",
            "ASSAULT SRB>NATO",
            "MOBILIZE NATO>XKX",
            "SUPPORT RUS>SRB",
            "SUPPORT ALB>XKX",
        ),
    ),
    Passage(
        name="tunisie_libye",
        published="1985-08-30",
        text=(
            "TUNIS, 29 août 1985 - Tripoli a expulsé en trois semaines plus de vingt-cinq mille travailleurs "
            "tunisiens, dont les biens ont été confisqués à la frontière. La Tunisie a riposté en chassant deux cent "
            "cinquante-trois Libyens accusés d'espionnage, parmi lesquels une trentaine de diplomates. Le colonel "
            "Kadhafi a massé des troupes près de Ben Gardane et fait violer l'espace aérien tunisien par ses Mig.\n"
            "\n"
            "Le président Bourguiba a reçu jeudi M. Chadli Bendjedid, accouru d'Alger pour lui manifester sa "
            "solidarité. L'Égypte a mis son aviation à la disposition de Tunis. Le Maroc, pourtant lié à la Libye par"
            " le traité d'Oujda, s'est abstenu de prendre parti ; Rabat a néanmoins offert sa médiation, de même que "
            "le Koweït. La France a livré des missiles à la Tunisie et un navire américain a fait escale à Bizerte.\n"
            "\n"
            "La Ligue arabe a été saisie d'une plainte tunisienne. Son secrétaire général, M. Chedli Klibi, s'est "
            "rendu à Tripoli, où le guide de la révolution a refusé de le recevoir. Tunis menace désormais de rompre "
            "si les spoliations ne cessent pas."
        ),
        acts=(
            "COERCE/SANCTION LBY>TUN",
            "SANCTION/COERCE TUN>LBY",
            "MOBILIZE LBY>TUN",
            "COERCE/MOBILIZE LBY>TUN",
            "CONSULT DZA+TUN>",
            "AID/SUPPORT/AGREE EGY>TUN",
            "AID FRA>TUN",
            "ACCUSE TUN>LBY",
            "REJECT LBY>ARAB-LEAGUE",
            "THREATEN TUN>LBY",
            "CONSULT ARAB-LEAGUE+LBY>",
            "AGREE MAR>LBY+TUN",
            "SUPPORT DZA>TUN",
        ),
    ),
)
