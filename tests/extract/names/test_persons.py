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
        ("Lloyd George went to see Clemenceau in Paris.", "Lloyd George", "david-lloyd-george"),
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


@pytest.mark.parametrize("date", ["1957-03-02", "1994-06-30", "2024-05-01", None])
@pytest.mark.parametrize(
    ("text", "language", "person"),
    [
        ("Anthony Eden asked the envoys to wait.", "en", "anthony-eden"),
        ("Guy Mollet thanked the envoys.", "en", "guy-mollet"),
        ("Lal Bahadur Shastri thanked the envoys.", "en", "lal-bahadur-shastri"),
        ("Sixto Durán Ballén thanked the envoys.", "en", "sixto-duran-ballen"),
        ("Chou En-lai remercia les envoyés.", "fr", "zhou-enlai"),
        ("Tchang Kaï-chek remercia les envoyés.", "fr", "chiang-kai-shek"),
    ],
)
def test_the_full_name_of_a_leader_is_enough_at_any_date(
    text: str, language: str, person: str, date: str | None, kit: Kit
) -> None:
    """Nobody else bears the name: neither office nor state nor the date of the text is needed."""
    links = read(text, kit, date, language)
    assert [link.actors for m, link in zip(links.mentions, links.links, strict=True) if m.kind == "person"] == [(person,)]


@pytest.mark.parametrize(
    ("text", "surface", "person"),
    [
        ("In 1965 Johnson sent a letter to Hanoi.", "Johnson", "lyndon-b-johnson"),
        ("The Shah left Iran in January 1979.", "Shah", "mohammad-reza-pahlavi"),
        ("Trudeau sent a letter to Kyiv.", "Trudeau", "justin-trudeau"),
        ("Since 1990 much has changed. Scholz sent a letter to Kyiv.", "Scholz", "olaf-scholz"),
    ],
)
def test_the_year_told_of_decides_between_namesakes(text: str, surface: str, person: str, kit: Kit) -> None:
    """Who held office in the year that stands beside the name is meant, else who does at the date of the text."""
    assert actors_of(read(text, kit, "2023-05-01"), surface) == (person,)


def test_a_ruler_of_long_ago_gives_way_to_a_namesake_in_office(kit: Kit) -> None:
    """`Abbas` of today is not Ferhat Abbas; before there was another, the name alone means the older one."""
    assert actors_of(read("Abbas thanked the envoys.", kit, "2023-05-01"), "Abbas") == ("mahmoud-abbas",)
    assert actors_of(read("Abbas thanked the envoys.", kit, "1961-05-01"), "Abbas") == ("ferhat-abbas",)


def test_who_served_a_great_power_is_known_by_a_family_name_of_its_own(kit: Kit) -> None:
    """`Kissinger` alone is he; a minister of a small state of whom the text says nothing stays unknown, as do shared names."""
    links = read("Kissinger thanked the envoys. Balafrej was absent, and so was Rogers.", kit, "2024-05-01")
    assert actors_of(links, "Kissinger") == ("henry-kissinger",)
    linked = {actor for link in links.links for actor in link.actors if not actor.startswith("nil:")}
    assert linked == {"henry-kissinger"}


def test_a_person_acts_for_the_state_of_the_time_told_of(kit: Kit) -> None:
    """Chiang Kai-shek at Cairo in 1943 acts for China, later for Taiwan."""
    links = read("In 1943 Chiang Kai-shek came to Cairo.", kit, "2024-05-01")
    assert links.actors["chiang-kai-shek"].state == "CHN"
    links = read("In 1958 Chiang Kai-shek asked for ships.", kit, "2024-05-01")
    assert links.actors["chiang-kai-shek"].state == "TWN"


@pytest.mark.parametrize(
    ("text", "language", "surface"),
    [
        ("In April Ronald Reagan came to Bonn.", "en", "Ronald Reagan"),
        ("By October Lin Biao had fallen.", "en", "Lin Biao"),
        ("On Monday Vladimir Putin called the envoys.", "en", "Vladimir Putin"),
        ("En avril François Mitterrand se rendit à Bonn.", "fr", "François Mitterrand"),
        ("The envoys were told by April Glaspie to wait.", "en", "April Glaspie"),
    ],
)
def test_a_month_before_a_name_is_no_part_of_it(text: str, language: str, surface: str, kit: Kit) -> None:
    """The month of "in April Ronald Reagan came" is a date; "April Glaspie" is a name."""
    links = read(text, kit, "2024-05-01", language)
    assert next(mention.surface for mention in links.mentions if mention.kind == "person") == surface


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Young people marched in Oslo.", "en"),
        ("He was born in Laval.", "en"),
        ("The park and the bush were burnt; the major and the ford too.", "en"),
        ("Win or lose, the envoys stay.", "en"),
        ("The Franco-German council met.", "en"),
        ("Les envoyés traversent le gué en avril.", "fr"),
    ],
)
def test_words_that_are_family_names_too_stay_words(text: str, language: str, kit: Kit) -> None:
    """A family name written small, as another part of speech or as a place is nobody's."""
    assert not [mention.surface for mention in read(text, kit, "2024-05-01", language).mentions if mention.kind == "person"]


@pytest.mark.parametrize(
    ("name", "known"),
    [("Rosalind Marsden", True), ("Rosalind Marsdan", True), ("Rosalind Keating-Marsh", False)],
)
def test_half_of_a_double_name_is_no_misspelt_one(name: str, known: bool, kit: Kit) -> None:
    """A damaged family name is found by its likeness; half of a hyphenated one is like nobody's."""
    links = read(f"{name} told reporters that the harbour was closed.", kit, "2012-05-01")
    assert (actors_of(links, name) == ("rosalind-marsden",)) is known
