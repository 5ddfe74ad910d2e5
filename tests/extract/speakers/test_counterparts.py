"""Who the other one of two is; sentences of our own."""

from __future__ import annotations

import pytest

from dragoman.kit import Kit
from extract.speakers.test_pronouns import speaker_of

FACING = [
    ("en", "Emmanuel Macron received Olaf Scholz in Paris. \"We agree,\" Macron said. His guest warned that time was short.",
     "time was short", "Olaf Scholz"),
    ("fr", "Emmanuel Macron a reçu Olaf Scholz à Paris. « Tout va bien », a dit Macron. Son hôte juge que le temps presse.",
     "le temps presse", "Olaf Scholz"),
    # one of the same state faces nobody
    ("en", "Emmanuel Macron came with Gabriel Attal. \"We agree,\" Macron said. His guest warned that time was short.",
     "time was short", "guest"),
    # a guest whose name or country is told is that one
    ("en", "Emmanuel Macron received Olaf Scholz in Paris. \"We agree,\" Macron said. His guest from Lyon warned "
     "that time was short.", "time was short", "guest from Lyon"),
    ("en", "Emmanuel Macron received Olaf Scholz in Paris. \"We agree,\" Macron said. A guest warned that time was short.",
     "time was short", "guest"),
    # who signed are those who agreed
    ("fr", "Les factions de Gaza ont convenu de former un gouvernement. Les signataires exigent que le blocus cesse.",
     "le blocus", "factions de Gaza"),
    # any word for a parliament takes up the one that was named
    ("en", "Sudan's parliament met on Monday. The resolution passed. The Assembly asked the banks to halt all trade.", "halt",
     "Sudanese Parliament"),
    ("en", "Sudan's parliament met on Monday. The resolution passed. The Lagos Assembly asked the banks to halt all trade.",
     "halt", "Lagos Assembly"),
    # ... but first the body that has the word in its name
    ("en", "The OAS General Assembly met. Sudan's parliament was silent. The Assembly asked the banks to halt all trade.",
     "halt", "General Assembly of the Organization of American States"),
    # a colleague is what the one before is
    ("en", "The expert Ann Lee warned of floods. Her colleague Bo Hansen is less worried. The expert believes that all "
     "is well.", "is well", "Bo Hansen"),
    ("en", "The expert Ann Lee warned of floods. Her neighbour Bo Hansen is less worried. The expert believes that all "
     "is well.", "is well", "Ann Lee"),
    ("fr", "L'analyste Ann Lee redoute une crue. Son confrère belge Paul Martin se montre plus calme. L'analyste juge que le "
     "pont tiendra.", "pont tiendra", "Paul Martin"),
    # neither is both
    ("en", "Ann Lee said it was over. Bo Hansen said it had just begun. Neither expects that the port will open.", "the port",
     "Ann Lee; Bo Hansen"),
    ("en", "The envoys Rafael Correa and Ann Lee called for talks. Both warned that time was short.", "time was short",
     "Rafael Correa; Ann Lee"),
    # names behind the comma of a plural
    ("en", "The presidents of Ecuador and Argentina, Rafael Correa and Cristina Fernández, warned that time was short.",
     "time was short", "Rafael Correa; Cristina Fernández de Kirchner"),
    ("en", "The lawyers of Ann Lee, who met Bo Hansen and Carl Vik, warned that time was short.", "time was short",
     "lawyers of Ann Lee"),
    # two of three who were joined by "and"
    ("fr", "L'élu Paul Durand parlait aux côtés de la juge Anne Petit et du maire Luc Roche. Les deux élus redoutent une crue.",
     "une crue", "Anne Petit; Luc Roche"),
    # the parties are all who agreed
    ("en", "The ministers of Chile, Peru and Bolivia met. The delegations of Chile, Peru and Bolivia hope for rain. Chile and "
     "Peru promised to lower tariffs. The parties warned that time was short.", "time was short", "Chile; Peru; Bolivia"),
    ("en", "The delegations of Chile, Peru and Bolivia hope for rain. Chile and Brazil promised to lower tariffs. The parties "
     "warned that time was short.", "time was short", "Chile; Brazil"),
    # whom a sentence singles out
    ("en", "The mayor knows that it is the bank that demands new talks.", "new talks", "bank"),
    ("en", "The mayor knows that it is a fact that demands new talks.", "a fact", "mayor"),
    # a French pronoun of the other gender
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "words", "speaker"), FACING)
def test_who_faces_somebody_is_named_with_him(language: str, text: str, words: str, speaker: str, kit: Kit) -> None:
    """A guest, a host, both, those who signed: the others whom the text names."""
    assert speaker_of(words, text, language, kit) == speaker
