"""Who a name is that stands alone."""

from __future__ import annotations

import pytest

from dragoman.kit import Kit
from extract.names.test_linking import actors_of, read


@pytest.mark.parametrize(
    ("text", "surface", "person"),
    [
        ("Nixon went to see Mao in Beijing.", "Mao", "mao-zedong"),
        ("Nixon went to see Mao in Beijing.", "Nixon", "richard-nixon"),
        ("In 1962 Kennedy wrote to Khrushchev.", "Kennedy", "john-f-kennedy"),
        ("Mao Ning, a Chinese foreign ministry spokeswoman, criticised Japan. Mao also rebuked Oslo.", "Mao", "mao-ning"),
    ],
)
def test_a_bare_family_name_is_rather_a_ruler(text: str, surface: str, person: str, kit: Kit) -> None:
    """Who is named without a word of who he is has mostly led a state; whom the text introduces is meant before him."""
    assert actors_of(read(text, kit, "2024-05-01"), surface) == (person,)


def test_a_given_name_or_a_role_makes_a_namesake(kit: Kit) -> None:
    """A farmer called Nixon is not the president of long ago."""
    links = read("The farmer Tobias Nixon met Kenyan diplomats. Nixon complained.", kit, "2024-05-01")
    assert actors_of(links, "Nixon")[0].startswith("nil:")


def test_a_number_before_a_name_is_a_date_only_as_a_day(kit: Kit) -> None:
    """`9 May` is a day, `1971 Heath` is not."""
    assert actors_of(read("In 1971 Brezhnev wrote to Oslo.", kit, "2024-05-01"), "Brezhnev") == ("leonid-brezhnev",)
    links = read("They met on 9 May 2020 in Oslo.", kit, "2024-05-01")
    assert not any(mention.surface == "May" for mention in links.mentions)
