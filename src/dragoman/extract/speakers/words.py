"""Words that point back to a speaker, by what they can mean: one person, several, a body of some kind."""

from __future__ import annotations

ANSWERS = {"a", "r", "answer", "réponse"}
SINGULAR = {"he", "she", "him", "her", "his", "hers", "il", "elle", "lui", "son", "sa", "ses"}
PLURAL = {"they", "them", "their", "theirs", "ils", "elles", "eux", "leur", "leurs"}
NEUTER = {"it", "its"}
SELF = {"i", "we", "me", "my", "our", "us", "je", "nous", "notre", "nos", "mon", "ma", "j'"}
THIRD = {"he", "she", "him", "il", "elle", "lui"}
PRONOUNS = frozenset(SINGULAR | PLURAL | NEUTER)
SOME = frozenset(("some", "many", "others", "several", "certains", "certaines", "plusieurs", "beaucoup", "autres", "on"))
BOTH = frozenset(("both", "two", "deux", "neither"))
OWN = frozenset(("its", "his", "her", "their", "son", "sa", "leur"))
WRITER = frozenset(("i", "je", "j'", "j’"))
AUTHOR = "author"  # who says "I" in a text that does not name its author
SAME = frozenset(("same", "même"))
NAMING = frozenset(("call", "describe", "term", "dub", "label", "brand", "appeler", "qualifier", "nommer", "décrire"))
WHAT = frozenset(("what", "qu'", "qu’", "que"))  # opens a clause that stands for a thing: "what he called", "ce qu'il appelle"
MEETING = frozenset(("meet", "host", "receive", "welcome", "visit", "join", "greet", "telephone", "phone", "call"))
MEETING |= {"rencontrer", "recevoir", "accueillir", "retrouver", "entretenir", "visiter", "appeler", "réunir", "joindre"}
