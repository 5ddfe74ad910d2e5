"""Who has just spoken, called by what the text has not told before; sentences of our own."""

from __future__ import annotations

import pytest

from dragoman.kit import Kit
from extract.speakers.test_pronouns import speaker_of

CALLED = [
    # said late of somebody of whom nothing else is known
    ("en", "\"We are ready,\" Paul Stone said. The director of the Sea Institute hopes that the port will open.", "the port",
     "Paul Stone"),
    ("fr", "« Nous sommes prêts », a dit Paul Durand. Le directeur de l'Institut de la mer espère que le port ouvrira.",
     "le port", "Paul Durand"),
    # of whom something else is known, another one speaks
    ("en", "\"We are ready,\" Paul Stone, a fisherman, said. The director of the Sea Institute hopes that the port will open.",
     "the port", "director of the Sea Institute"),
    # a voice that has spoken under that description is that voice
    ("en", "A senior Treasury official said: \"We won.\" \"We are ready,\" Paul Stone said. The senior Treasury official hopes "
     "that the port will open.", "the port", "senior Treasury official"),
    # the text turns to somebody else
    ("en", "\"We are ready,\" Paul Stone said. The director of the Sea Institute, for her part, hopes that the port will open.",
     "the port", "director of the Sea Institute"),
    # who leads a state need not be told late
    ("en", "\"We are ready,\" Boris Johnson said. The director of the Sea Institute hopes that the port will open.", "the port",
     "director of the Sea Institute"),
    # a woman is no director in the masculine
    ("fr", "« Nous sommes prêts », a dit Mme Durand. Le directeur de l'Institut de la mer espère que le port ouvrira.",
     "le port", "directeur de l'Institut de la mer"),
    # whose spokeswoman it is says that it is somebody else
    ("en", "\"We are ready,\" Paul Stone said. His spokeswoman for the talks hopes that the port will open.", "the port",
     "spokeswoman for the talks"),
    # a general word calls even those whom the text describes
    ("fr", "« Nous sommes prêts », a dit la maire Anne Durand. L'élue écologiste espère que le port ouvrira.", "le port",
     "Anne Durand"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "words", "speaker"), CALLED)
def test_a_late_description_is_who_has_just_spoken(language: str, text: str, words: str, speaker: str, kit: Kit) -> None:
    """A definite description right behind somebody's words is that person where nothing speaks against it."""
    assert speaker_of(words, text, language, kit) == speaker
