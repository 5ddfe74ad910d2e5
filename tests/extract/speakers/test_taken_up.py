"""Who speaks where a word takes up somebody named before: each rule with a sentence that it reads and one that it leaves."""

from __future__ import annotations

import pytest

from dragoman.kit import Kit
from extract.speakers.test_quotes import statements

RULES = [
    # a noun with a possessor is nobody who spoke just before
    ("fr", "Ann Dahl se réjouit de ce choix ; sa porte-parole a refusé de donner des chiffres.", "donner", "porte-parole"),
    ("fr", "Ann Dahl se réjouit. La porte-parole Eva Lind a refusé de donner des chiffres.", "donner", "Eva Lind"),
    # the ministry is the one named in full, not a body under it
    ("fr", "Le ministère français des Armées a présenté le char. La Direction générale de l'armement attend le prototype. Le "
     "ministère ajoute que le contrat sera signé.", "le contrat", "French Ministry of the Armed Forces"),
    # two governments are two states
    ("fr", "La France et l'Allemagne ont signé. Les deux gouvernements affirment que le char sera prêt.", "le char",
     "France; Germany"),
    ("fr", "Le gouvernement français affirme que le char sera prêt.", "le char", "French Government"),
    # so many countries as the number says
    ("fr", "Le Burkina Faso, le Mali et le Niger ont quitté l'organisation. Les trois pays affirment qu'elle les menace.",
     "elle les menace", "Burkina Faso; Mali; Niger"),
    # one of a people is a person, the name of a state is the state
    ("fr", "« Attendons », a prévenu Luiz Inácio Lula da Silva. Le Brésilien affirme que la banque est prête.", "la banque",
     "Luiz Inácio Lula da Silva"),
    ("fr", "« Attendons », a prévenu Luiz Inácio Lula da Silva. L'Argentine affirme que la banque est prête.", "la banque",
     "Argentina"),
    # who says "I" in a text without a name is its author, in a quotation its speaker
    ("fr", "Bo Dahl a parlé hier. Je crois que la ville a tort de céder.", "la ville", "author"),
    ("en", "I believe that the city is wrong to give in.", "the city", "author"),
    # the name at the comma, not a noun before it
    ("fr", "Le rappel de l'ambassadeur par Lima inquiète Djibouti, qui a promis d'accueillir des pourparlers.", "accueillir",
     "Djibouti"),
    ("fr", "Le rappel de l'ambassadeur de Djibouti, qui a promis d'accueillir des pourparlers, inquiète Lima.", "accueillir",
     "ambassadeur de Djibouti"),
    # somebody who goes on is who spoke, whatever he is called
    ("fr", "Le général Bo Dahl a affirmé que la route était libre. « Elle le restera », a ajouté l'ancien aide de camp.",
     "Elle le restera", "Bo Dahl"),
    ("fr", "Le général Bo Dahl a affirmé que la route était libre. « Elle est minée », a répondu un ancien aide de camp.",
     "Elle est minée", "ancien aide de camp"),
    # who goes by a name in his own words is somebody else
    ("en", "Ann Holm met Karla Lind in Oslo. Lind will resign in May, she said.", "will resign", "Ann Holm"),
    # a paper is taken up by its noun, a text tabled by some is not theirs
    ("fr", "La résolution 2722 du Conseil de sécurité rappelle que la mer est libre. Le texte, proposé par le Japon, exige que "
     "le navire soit libéré.", "le navire", "United Nations Security Council"),
    ("en", "A report by the World Bank said that wages had fallen. The document warns that prices will rise.", "prices",
     "World Bank"),
    # the body named beside a noun
    ("en", "Clean Rivers, a charity in Utrecht, met on Monday. The charity said that the mills dump dye.", "the mills",
     "Clean Rivers"),
    # a report set in between commas, its subject behind the verb
    ("fr", "La ministre Claire Dumas a défendu son texte. Cette loi, a-t-elle ajouté, protège les familles.", "protège",
     "Claire Dumas"),
    ("fr", "Le barrage, précise-t-on au ministère, sera réparé.", "sera réparé", "ministère"),
    # which of two
    ("en", "Envoys Ilse Aumann and Petra Kolar left early. The latter said that a text was ready.", "a text", "Petra Kolar"),
    ("en", "Envoy Ilse Aumann left early. The former judge Petra Kolar said that a text was ready.", "a text", "Petra Kolar"),
    ("fr", "Le préfet a reçu l'avocate Nadia Sy. Celle-ci affirme que la loi est claire.", "la loi", "Nadia Sy"),
    ("fr", "Le préfet a reçu l'avocate Nadia Sy. Celui-ci affirme que la loi est claire.", "la loi", "préfet"),
    # the name between commas belongs to the source
    ("fr", "D'après le ministre des Mines, Amadou Sy, elle prendra un mois.", "elle prendra", "Amadou Sy"),
    ("fr", "D'après un ministre, Amadou Sy prendra un mois de congé.", "prendra", "ministre"),
    # the same source is who was quoted last
    ("fr", "Le syndicat affirme que la mine est fermée. Elle rouvrira, a indiqué la même source.", "rouvrira", "syndicat"),
    # who is called anew right behind his words, and one whom all know
    ("en", "The envoy Bo Dahl said that talks had failed. The deputy stressed that he would go back.", "go back", "Bo Dahl"),
    ("en", "The envoy Bo Dahl said that talks had failed. The king stressed that he would go back.", "go back", "king"),
    # somebody new who does not speak at once
    ("en", "A source said that talks had failed. Another diplomat was less sure. He expects a deal in June.", "a deal",
     "diplomat"),
    # before a colon the subject, not the owner in its phrase
    ("en", "Holm's deputy, Eva Lind, took a softer line: “The door is always open.”", "always", "Eva Lind"),
    # a body where an agency is told something
    ("en", "As the agency was told in the ministry, the exercises will begin on Monday.", "begin", "ministry"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "words", "name"), RULES)
def test_a_word_takes_up_whom_it_means(language: str, text: str, words: str, name: str, kit: Kit) -> None:
    """The innermost statement that holds the words is given to whoever the text means."""
    _, found = statements(text, kit, language)
    place = text.rindex(words)
    holding = [s for s in found if s.content[0][0] <= place < s.content[-1][1]]
    assert holding, found
    assert min(holding, key=lambda s: s.content[-1][1] - s.content[0][0]).speaker_name == name
