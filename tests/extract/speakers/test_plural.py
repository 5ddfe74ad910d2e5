"""Which two states "the two countries" are where a sentence names more; sentences of our own."""

from __future__ import annotations

import pytest

from dragoman.kit import Kit
from extract.speakers.test_quotes import statements


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("en", "Qatar mediated between Kenya and Somalia. The two countries agreed to exchange envoys.", "Kenya; Somalia"),
        ("en", "Peru condemned the fighting between Kenya and Somalia. The two countries agreed to exchange envoys.",
         "Kenya; Somalia"),
        ("en", "Peru hosted talks between Kenya and Somalia. Both countries agreed to exchange envoys.", "Kenya; Somalia"),
        ("fr", "Le Qatar a accueilli des pourparlers entre le Tchad et le Soudan. Les deux pays ont promis l'envoi d'un juge.",
         "Chad; Sudan"),
        ("en", "Kenya signed a pact with Uganda. Rwanda left. The two countries agreed to exchange envoys.", "Kenya; Uganda"),
        ("en", "Kenya and Uganda signed a pact in talks with Rwanda. The two countries agreed to exchange envoys.",
         "Kenya; Uganda"),
        ("en", "Kenya told Uganda of the offer by Rwanda. The two countries agreed to exchange envoys.", "Kenya; Uganda"),
        ("en", "Kenya, Uganda and Rwanda met. The three countries agreed to exchange envoys.", "Kenya; Uganda; Rwanda"),
    ],
)  # fmt: skip
def test_two_countries_are_those_listed_together(language: str, text: str, name: str, kit: Kit) -> None:
    """Of three states the two of one list are meant, not who hosts, mediates or judges; without a list the first ones."""
    _, found = statements(text, kit, language)
    assert [s.speaker_name for s in found if "env" in s.quote] == [name]


@pytest.mark.parametrize(
    ("language", "text", "names"),
    [
        ("fr", "Le ministre canadien de la Défense, Paul Roy, a plaidé pour la paix. Son homologue kényan, Jean Otieno, a jugé "
         "que la guerre s'étendrait. Les deux ministres ont évoqué la pêche.", {"Paul Roy", "Jean Otieno"}),
        ("en", "Defence Minister Paul Roy of Canada called for calm. His Kenyan counterpart, John Otieno, warned that time was "
         "short. The two ministers said that they would meet again.", {"Paul Roy", "John Otieno"}),
        ("fr", "Paul Roy et le président Jean Otieno réclament des troupes. Les deux hommes précisent qu'ils attendront.",
         {"Paul Roy", "Jean Otieno"}),
        ("en", "President Ann Lee and President Bo Hansen demanded a vote. Carl Vik and Eva Roth, their aides, said that time "
         "was short. The two presidents said that talks would go on.", {"Ann Lee", "Bo Hansen"}),
        ("fr", "La ministre kényane Grace Odhiambo a parlé de paix. Son invité, l'économiste Paul Martin, regrette la guerre. "
         "Les deux ministres ougandais ont promis qu'ils viendraient.", {"ministres ougandais"}),
        ("fr", "La ministre kényane Grace Odhiambo a parlé de paix. Son invité, l'économiste Paul Martin, regrette la guerre. "
         "Des ministres ont promis qu'ils viendraient.", {"ministres"}),
    ],
)  # fmt: skip
def test_two_persons_of_one_office_are_who_has_it_and_the_counterpart(
    language: str, text: str, names: set[str], kit: Kit
) -> None:
    """A minister and "his counterpart" are two ministers, "the two men" who have just spoken together; no guest is one."""
    _, found = statements(text, kit, language)
    assert set(found[-1].speaker_name.split("; ")) == names
