# ruff: noqa: E501
"""Who speaks where the words around decide it: order, hosts, insets, clauses beside the name; sentences of our own."""

from __future__ import annotations

import pytest

from dragoman.kit import Kit
from extract.speakers.test_quotes import statements

TOLD_AT_END = [
    ("fr", "Le port changera de nom, a affirmé pour sa part Nikola Bergan.", "Le port", "Nikola Bergan"),
    ("fr", "La guerre est finie, a déclaré lundi à Genève le chef de la délégation, Paul Martin.", "La guerre", "Paul Martin"),
    ("fr", "Aucune date n'a été fixée, a précisé jeudi soir dans un communiqué la présidence tchadienne.", "date",
     "Chadian Presidency"),
    ("fr", "Les otages seront libérés, a assuré au Monde un diplomate qatari.", "otages", "diplomate qatari"),
    ("fr", "Le sommet est reporté, a fait savoir dimanche à l'AFP le porte-parole du gouvernement, Ali Diallo.", "sommet",
     "Ali Diallo"),
    ("fr", "Berlin livrera des chars, a confirmé mercredi Olaf Scholz au Bundestag.", "Berlin", "Olaf Scholz"),
    ("fr", "La Chine a protesté, a convoqué l'ambassadeur et a annoncé des sanctions.", "sanctions", "China"),
]  # fmt: skip

INSETS = [
    ("fr", "« La guerre, prévient le général Dupont, trouvera des bras. »", "trouvera", "Dupont"),
    ("fr", "« Si rien ne change, a averti Paul Muanza, la France agira. »", "agira", "Paul Muanza"),
    ("fr", "« Quand la paix viendra, dit le prêtre, nous rentrerons. »", "rentrerons", "prêtre"),
    ("fr", "Le ministre a parlé. « Moscou ment, tue, et accuse l'Ukraine », a-t-il dit.", "Moscou ment", "ministre"),
    ("en", "\"We gave him until noon,\" Marc Souza, who heads the council of the bloc, told reporters. \"If he stays, we go on.\"",
     "If he stays", "Marc Souza"),
]  # fmt: skip

HOSTS = [
    ("en", "Armenia and Azerbaijan signed the protocol after talks hosted by the United States. The parties agreed to open the"
     " border.", "open the border", "Armenia; Azerbaijan"),
    ("en", "The Sudanese army and the Rapid Support Forces met in Jeddah on Saturday at the invitation of Saudi Arabia and the"
     " United States. The two sides promised to spare civilians.", "spare civilians",
     "Sudanese Armed Forces; Rapid Support Forces"),
    ("fr", "L'armée soudanaise et les Forces de soutien rapide ont repris leurs pourparlers sous l'égide de l'Arabie saoudite et"
     " des États-Unis. Les deux parties se sont engagées à épargner les civils.", "épargner les civils",
     "Sudanese Armed Forces; Rapid Support Forces"),
    ("en", "France and Italy met in Rome. The two sides promised to spare civilians.", "spare civilians", "France; Italy"),
]  # fmt: skip

BESIDE = [
    # a name that only a clause, a body or a title gives away
    ("en", "Talia Fonoti-Marsh, who teaches law in Suva, thinks the minister is wrong. \"A veto is a veto,\" says the lawyer.",
     "A veto", "Talia Fonoti-Marsh"),
    ("en", "\"It is the best result,\" Chinese envoy Wu Dawei, who chaired the session, told reporters. Wu thanked the delegations"
     " for their patience.", "delegations", "Wu Dawei"),
    ("en", "The deputy of the \"Greens\" Omid Nuripur criticized the step of the chancellor.", "the step", "Omid Nuripur"),
    ("en", "Turkey's main opposition party, the CHP, condemned the Dutch decision.", "decision", "Republican People's Party"),
    ("en", "Song Min-soon, who led the team of the Republic of Korea (ROK), confirmed his government's offer to supply"
     " electricity.", "offer", "Song Min-soon"),
    ("en", "In Paraguay, which votes on 30 April, the candidate of the opposition, Efrain Alegre, has promised to review"
     " relations.", "review relations", "Efrain Alegre"),
    ("en", "According to a Dutch official, London and Rome support the plan, but Vienna is against it.", "the plan",
     "United Kingdom; Italy"),
    ("fr", "À Washington, le secrétaire d'État américain, Antony Blinken, s'est félicité de cette rencontre.", "cette rencontre",
     "Antony Blinken"),
    ("fr", "« On attend ça depuis trente ans », confie l'un d'eux, Samvel Petrossian, 61 ans.", "On attend", "Samvel Petrossian"),
    ("en", "The lawyer of the families, Me Pierre Kouassi-Brou, deplores the silence.", "the silence", "Pierre Kouassi-Brou"),
    # whose organ it is
    ("fr", "Ankara a menacé Bagdad. À Téhéran, le ministère des Affaires étrangères a rejeté ces propos.", "ces propos",
     "Iranian Ministry of Foreign Affairs"),
    ("en", "In Warsaw, the government said Poland would answer.", "Poland would", "Polish Government"),
    ("en", "In Geneva, the Iranian foreign ministry denied the charges.", "the charges", "Iranian Ministry of Foreign Affairs"),
    # a company is no court; a commission written as a name is that of the organisation spoken of
    ("en", "Panama's Supreme Court declared the contract with First Quantum void. The company said that it was studying the text.",
     "studying", "First Quantum"),
    ("en", "Spain and the European Union agreed. The Commission has pledged money for training.", "money", "European Commission"),
    ("en", "Chile set up an inquiry. The commission will report to the European Union in May. The commission promised money.",
     "money", "commission"),
    # what an unnamed source is called: without determiner, owner and veil
    ("en", "Ecuador's bishops promised support for the talks.", "support for", "bishops"),
    ("en", "One retired ambassador complained that the ministry was slow.", "slow", "retired ambassador"),
    ("fr", "« Les deux pays sont des amis », a souligné un responsable sous couvert de l'anonymat.", "amis", "responsable"),
    ("fr", "Les généraux thaïlandais, maîtres du pays depuis le coup d'État, promettent de rendre le pouvoir.", "rendre",
     "généraux thaïlandais"),
    # who goes on
    ("fr", "Le président Recep Tayyip Erdoğan a affirmé que cette monnaie profiterait à tous, exhortant les pays de la région à"
     " tourner la page.", "tourner la page", "Recep Tayyip Erdoğan"),
    ("fr", "Ruben Rubinyan a promis une visite. La présidence turque a publié un communiqué dans lequel elle rappelle que les vols"
     " ont repris.", "les vols", "Turkish Presidency"),
    ("fr", "Selon un sondage, l'idée ne séduit que 6 % des habitants. Pavia Kleist-Møller, pêcheur de flétan, ne croit pas à une"
     " invasion. L'État danois, raconte-t-il, lui a pris sa grand-mère.", "sa grand-mère", "Pavia Kleist-Møller"),
    ("en", "Her union is less happy: it fears that rents in the town will double.", "rents", "union"),
    ("fr", "Le port changera de nom, a indiqué Zoran Zaev, pour qui ce choix renforce l'identité de la ville.", "renforce",
     "Zoran Zaev"),
    ("en", "Ann Barrow was sworn in as governor at the embassy in Dakar. A member of the delegation said the men were calm. \"He"
     " cannot stay,\" the governor said.", "cannot stay", "governor"),
    ("en", "\"Tokyo has been sitting on two chairs,\" Valery Strokin, a researcher at the Center for the Study of Modern Japan,"
     " said in a conversation with Vostochnaya Gazeta. He recalled that in 1956 relations were restored.", "1956",
     "Valery Strokin"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "words", "name"), [*TOLD_AT_END, *INSETS, *HOSTS, *BESIDE])
def test_the_words_around_decide_who_speaks(language: str, text: str, words: str, name: str, kit: Kit) -> None:
    """The innermost statement that holds the words is given to whoever the text means."""
    _, found = statements(text, kit, language)
    place = text.rindex(words)
    holding = [s for s in found if s.content[0][0] <= place < s.content[-1][1]]
    assert holding, found
    inner = min(holding, key=lambda s: sum(end - start for start, end in s.content))
    assert inner.speaker_name == name, [(s.speaker_name, s.quote) for s in found]


def test_two_unnamed_voices_of_one_name_stay_two(kit: Kit) -> None:
    """"A diplomat" and "another diplomat", "Chile's lawyers" and "Peru's lawyers" are called alike and are not the same."""
    text = "A diplomat said that talks had failed. Another diplomat said that they went on."
    _, found = statements(text, kit)
    assert [s.speaker_name for s in found] == ["diplomat", "diplomat"]
    assert found[0].speakers != found[1].speakers


INTRO = "Harald Brekke, a marine biologist in Bergen, talks to the Fjord Courier about the hunt for minke whales.\n\n"
ASKED = (
    ("Why does Norway go on hunting?", "Because the stock is healthy. The ministry says that a thousand animals do no harm."),
    ("What does the European Union want?", "It wants an end to the trade. Japan has promised to buy the meat."),
    ("Will there be sanctions?", "The Commission denies any such plan. Iceland fears them more than we do."),
)


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("Q: {}", "A: {}"), ("FC: {}", "HB: {}"), ("Courier: {}", "Mr Brekke: {}"), ("{}", "{}"), ("– {}", "{}"), ("- {}", "- {}"),
        ("**{}**", "{}"), ("Q: {}", "{}"), ("Question: {}", "Answer: {}"),
    ],
)  # fmt: skip
def test_an_interview_is_read_whatever_sets_its_questions_off(question: str, answer: str, kit: Kit) -> None:
    """What others say in the answers is told through whoever answers, under each way of marking who speaks."""
    text = INTRO + "\n\n".join(line for q, a in ASKED for line in (question.format(q), answer.format(a)))
    _, found = statements(text, kit)
    through = {s.speaker_name for s in found if s.chain == ("Harald Brekke",)}
    assert {"European Union", "Japan"} <= through, [(s.speaker_name, s.chain, s.quote) for s in found]
