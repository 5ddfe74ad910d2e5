"""Tests of linking mentions to the knowledge base."""

from __future__ import annotations

import pytest
from conftest import make_document

from dragoman.extract.names.linking import link_mentions
from dragoman.extract.names.lookup import Lookup
from dragoman.extract.names.mentions import find_mentions
from dragoman.extract.parse.sentences import split_sentences
from dragoman.kit import Kit
from dragoman.languages.rows import RoleRow
from dragoman.records import Actor, Block, DocumentFacts, Link, Links, When


def read(text: str, kit: Kit, date: str | None = None, language: str = "en") -> Links:
    """Return the links of a text that is all body."""
    document = make_document(text, language)
    sentences = split_sentences(document, [Block(start=0, end=len(text), kind="body")], kit)
    published = When(start=date, end=date, precision="day", basis="publication") if date else None
    mentions = find_mentions(document, sentences, kit)
    return link_mentions(document, mentions, sentences, DocumentFacts(published=published), kit)


def link_of(links: Links, surface: str) -> Link:
    """Return the link of the last mention that reads so."""
    return [link for mention, link in zip(links.mentions, links.links, strict=True) if mention.surface == surface][-1]


def actors_of(links: Links, surface: str) -> tuple[str, ...]:
    """Return whom a mention names."""
    return link_of(links, surface).actors


def actor_of(links: Links, surface: str) -> Actor:
    """Return the record of the one actor whom a mention names."""
    (identifier,) = actors_of(links, surface)
    return links.actors[identifier]


def test_every_link_has_its_actor_and_reason(kit: Kit) -> None:
    """Every linked id has a record, every link a reason and a score between 0 and 1."""
    links = read("Emmanuel Macron met his Russian counterpart in Paris. Analyst Ivan Zorin liked it.", kit, "2019-08-19")
    assert len(links.mentions) == len(links.links)
    assert all(actor in links.actors for link in links.links for actor in link.actors)
    assert all(link.reason and 0 <= link.score <= 1 for link in links.links)


@pytest.mark.parametrize(
    ("surface", "person"),
    [("Blingen", "antony-blinken"), ("Sergej Schoigu", "sergei-shoigu"), ("Florence Parley", "florence-parly")],
)
def test_damaged_names_find_their_person(kit: Kit, surface: str, person: str) -> None:
    """A damaged or otherwise romanised name is resolved from the document's other names, office and date."""
    text = (
        "Secretary of State Antony Blinken arrived. Blingen spoke of Russian Defence Minister Sergej Schoigu "
        "and of French Defence Minister Florence Parley."
    )
    assert actors_of(read(text, kit, "2021-10-05"), surface) == (person,)


def test_stranger_stays_unresolved(kit: Kit) -> None:
    """Somebody whom the base does not know is an actor of the document's own, with the state that the text gives."""
    links = read("French analyst Paul Shoiguet doubts it. Shoiguet spoke in Lyon.", kit, "2020-03-01")
    actor = actor_of(links, "Shoiguet")
    assert not actor.resolved
    assert actor.state == "FRA"
    assert actors_of(links, "Paul Shoiguet") == actors_of(links, "Shoiguet")


def test_namesake_with_a_private_role_is_not_the_minister(kit: Kit) -> None:
    """A private person with a minister's family name is nobody that the base knows."""
    assert not actor_of(read("The singer Igor Lavrov performed in Berlin.", kit, "2019-03-01"), "Igor Lavrov").resolved


def test_name_that_goes_on_is_another_name(kit: Kit) -> None:
    """A longer family name beside a known one is another person's."""
    links = read("Mark Esper wrote. The pianist Mark Espersen answered.", kit, "2020-03-01")
    assert actors_of(links, "Mark Esper") == ("mark-esper",)
    assert not actor_of(links, "Mark Espersen").resolved


def test_both_countries_are_the_parties(kit: Kit) -> None:
    """Both countries are the two that deal with each other, without the third that speaks of them."""
    links = read("Iran and Saudi Arabia restored relations. China praised both countries.", kit, "2023-03-12")
    assert set(actors_of(links, "both countries")) == {"IRN", "SAU"}


def test_ministry_and_bloc_point_back(kit: Kit) -> None:
    """A bare ministry or bloc is the one spoken of."""
    links = read(
        "The Russian Defence Ministry blamed NATO. The ministry said that the bloc had sent ships.", kit, "2021-06-01"
    )
    assert actors_of(links, "The ministry") == ("RUS.defence-ministry",)
    assert actors_of(links, "the bloc") == ("NATO",)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Paris called for restraint.", "state"),
        ("Moscow and Paris agreed.", "state"),
        ("Relations with Paris are good.", "state"),
        ("The ministers met in Paris.", "place"),
        ("She visited Paris.", "place"),
        ("The Paris summit failed.", "place"),
        ("PARIS (Agency) - Rain fell.", "place"),
    ],
)
def test_capital_is_a_government_or_a_place(kit: Kit, text: str, kind: str) -> None:
    """A capital that acts is its government; one where something is, is the city; the other reading is kept."""
    links = read(text, kit)
    index = next(i for i, m in enumerate(links.mentions) if m.surface.lower() == "paris")
    assert links.mentions[index].kind == kind
    assert links.actors[links.links[index].actors[0]].state == "FRA"
    assert links.links[index].alternatives


def test_organisation_man_acts_for_the_organisation(kit: Kit) -> None:
    """A person stands for the body whose office they hold at the date, not for their nationality."""
    links = read("Jens Stoltenberg thanked the ministers.", kit, "2019-04-04")
    assert actor_of(links, "Jens Stoltenberg").state == "NATO"


def test_lookup_tells_whom_a_phrase_stands_for(kit: Kit) -> None:
    """A noun phrase without a mention at its head stands for the state inside it."""
    text = "Turkish-backed forces left the village."
    document = make_document(text)
    sentences = split_sentences(document, [Block(start=0, end=len(text), kind="body")], kit)
    links = link_mentions(document, find_mentions(document, sentences, kit), sentences, DocumentFacts(), kit)
    lookup = Lookup(sentences, links)
    head = next(token.i for token in sentences[0].tokens if token.text == "forces")
    index = lookup.for_head(sentences[0], head)
    assert index is not None
    assert [lookup.state_of(actor) for actor in lookup.actor_ids(index)] == ["TUR"]


def test_time_grows_with_the_text(kit: Kit) -> None:
    """Linking does not slow down out of proportion: pieces counted, not seconds."""
    text = "Emmanuel Macron met Sergei Lavrov. The minister thanked both countries. "
    short, long = read(text * 2, kit, "2019-08-19"), read(text * 20, kit, "2019-08-19")
    assert len(long.links) == 10 * len(short.links)


def test_these_two_countries_are_those_just_listed(kit: Kit) -> None:
    """A demonstrative takes the list in its own sentence, not the states that the text is about."""
    text = "France and Russia held talks. French fighters went to Syria and Iraq, entering these two countries by car."
    assert actors_of(read(text, kit, "2019-09-09"), "these two countries") == ("SYR", "IRQ")


def test_in_the_country_is_where_things_happen(kit: Kit) -> None:
    """After "in", the country is the one last named as a place, not the one that acts."""
    text = "France spoke of the war against Syria. The return of refugees in the country was discussed."
    assert actors_of(read(text, kit, "2019-09-09"), "the country") == ("SYR",)


def test_a_demonstrative_gives_nobody_an_army(kit: Kit) -> None:
    """The words "these forces" name the ones just spoken of, not the armed forces of the state in focus."""
    assert not actors_of(read("France fears jihadists, as these forces are near.", kit, "2019-09-09"), "these forces")


def test_a_compound_is_no_organ(kit: Kit) -> None:
    """In "the US military-industrial complex" what is named is the United States, not its armed forces."""
    links = read("The US military-industrial complex began to sell arms.", kit, "2019-09-09")
    assert actors_of(links, "US") == ("USA",)


def test_a_garbled_title_gives_no_second_office(kit: Kit) -> None:
    """Who is known as minister does not become chief of staff because a translation says so."""
    text = (
        "Florence Parly, head of the armed forces of France, met Russian Defence Minister Sergei Shoigu. "
        "The chiefs of general staff of the two countries spoke too."
    )
    assert "florence-parly" not in actors_of(read(text, kit, "2019-09-09"), "The chiefs of general staff")


def test_a_date_in_the_text_tells_who_held_office(kit: Kit) -> None:
    """A text without a date that tells a day is read as of then, not as of the first common term of its people."""
    text = "Vladimir Putin met Emmanuel Macron on 19 August 2019. The French foreign minister attended."
    assert actors_of(read(text, kit), "The French foreign minister") == ("jean-yves-le-drian",)


@pytest.mark.parametrize(
    ("text", "surface", "actors"),
    [
        ("Iran and Saudi Arabia restored ties in Beijing. Wang Yi stood by. The two countries will reopen embassies.",
         "The two countries", {"IRN", "SAU"}),
        ("Bush met Mahmoud Abbas and Ariel Sharon in Aqaba. King Abdullah smiled. Militants rejected what both sides said.",
         "both sides", {"PSE", "ISR"}),
        ("Relations with Russia and China were raised by Macron and US President Joe Biden. Both sides spoke of ties.",
         "Both sides", {"FRA", "USA"}),
        ("Emmanuel Macron received Vladimir Putin at Versailles. The two men spoke of Syria.", "The two men",
         {"emmanuel-macron", "vladimir-putin"}),
        ("The talks were led by Martti Ahtisaari. The former Finnish president thanked everybody.",
         "The former Finnish president", {"martti-ahtisaari"}),
        ("Iran buried the general. The supreme leader promised revenge.", "The supreme leader", {"ali-khamenei"}),
        ("Seoul cut trade with the North.", "the North", {"PRK"}),
        ("Sarkozy brought a plan from Moscow to Tbilisi.", "Tbilisi", {"place:tbilisi"}),
        ("Catherine Ashton left early. The EU's foreign policy chief was tired.", "The EU's foreign policy chief",
         {"catherine-ashton"}),
    ],
)  # fmt: skip
def test_whom_the_words_point_back_to(kit: Kit, text: str, surface: str, actors: set[str]) -> None:
    """A host, a topic or a holder of today is not whom "both sides", "the two men" or "the former president" mean."""
    date = {"Iran and": "2023-03-11", "Bush met": "2003-06-05", "Relation": "2021-06-14", "Catherin": "2011-04-01"}
    assert set(actors_of(read(text, kit, date.get(text[:8], "2019-06-01")), surface)) == actors


def test_the_south_is_no_state_inside_a_longer_name(kit: Kit) -> None:
    """What begins "the South China Sea" is a region, not a Korean state."""
    links = read("China and South Korea spoke of the South China Sea.", kit, "2019-06-01")
    assert actors_of(links, "South China Sea") == ("SOUTH-CHINA-SEA",)


def test_a_bare_ministry_after_two_ministers_is_nobodys(kit: Kit) -> None:
    """Which foreign ministry speaks after the ministers of two states were named, the words do not tell."""
    text = "Blinken et Le Drian se sont parlé, a déclaré le ministère des Affaires étrangères."
    links = read("Antony Blinken a rencontré Jean-Yves Le Drian. " + text, kit, "2021-10-05", "fr")
    assert actors_of(links, "le ministère des Affaires étrangères") == ()


@pytest.mark.parametrize(
    ("text", "language", "surface"),
    [
        ("La présidente de la Commission européenne a reçu le ministre.", "fr", "La présidente de la Commission européenne"),
        ("Le chef de la diplomatie européenne a reçu le ministre.", "fr", "Le chef de la diplomatie européenne"),
        ("The chief of European diplomacy received the minister.", "en", "The chief of European diplomacy"),
    ],
)
def test_a_post_that_names_its_body_belongs_to_it(kit: Kit, text: str, language: str, surface: str) -> None:
    """A role whose words hold the adjective of its body is a post of that body: whoever holds it acts for the Union."""
    assert actor_of(read(text, kit, "2023-05-02", language), surface).state == "EU"


def test_every_owner_of_a_role_is_known(kit: Kit) -> None:
    """What roles.csv names as the owner of a post is a state or an organisation of the knowledge base."""
    owners = {role.owner for language in kit.languages.values() for role in language.rows("roles", RoleRow) if role.owner}
    assert owners
    assert all(kit.knowledge.actor(owner) is not None for owner in owners)


@pytest.mark.parametrize(("surface", "state"), [("genevoise", "CHE"), ("londonienne", "GBR")])
def test_a_city_s_adjective_names_its_state(kit: Kit, surface: str, state: str) -> None:
    """The French adjective of a city tells of which state a body is: "la justice genevoise"."""
    assert actors_of(read(f"La justice {surface} a condamné deux hommes.", kit, "2023-05-02", "fr"), surface) == (state,)
