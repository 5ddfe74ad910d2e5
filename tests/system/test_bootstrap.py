"""How much the blocs depend on single stories."""

from __future__ import annotations

from test_network import event

from dragoman.system.bootstrap import bootstrap_blocs
from dragoman.system.event_table import event_table


def test_nothing_joins_nobody() -> None:
    """Without events no draw joins anybody."""
    assert bootstrap_blocs(event_table([]), draws=3).joined == {}


def test_a_tie_of_every_story_is_firm_and_one_of_a_single_story_is_not() -> None:
    """Twenty stories tell of friendship; one alone of an enmity that joins a third state."""
    rows = [event(number, "FRA", "USA", 1) for number in range(20)]
    rows.append(event(20, "FRA", "RUS", 4))
    drawn = bootstrap_blocs(event_table(rows), draws=100)
    assert drawn.probability("USA", "FRA") == 1
    assert drawn.probability("FRA", "RUS") == 0
    assert drawn.joined["FRA", "USA"] == 100
    assert 40 < drawn.joined["FRA", "RUS"] < 85  # a story is drawn at least once in 64 % of the draws
    assert drawn.warning == ""
    assert drawn == bootstrap_blocs(event_table(rows), draws=100)


def test_what_more_stories_tell_is_in_more_draws() -> None:
    """An event of two stories is in a draw as soon as one of them is: about 87 of 100 draws, against 64 for one story."""
    filler = [event(number, "CHN", "IND", 1) for number in range(20)]
    told_twice = event(50, "FRA", "USA", 1, stories=["a", "b"], reports=["r1", "r2"], outlets=["", ""], voices=["", ""])
    rows = [*filler, told_twice, event(60, "DEU", "ITA", 1)]
    found = bootstrap_blocs(event_table(rows), draws=400)
    assert found.joined["FRA", "USA"] > found.joined["DEU", "ITA"] + 40


def test_few_stories_are_said() -> None:
    """Below ten stories the result carries a warning."""
    assert "only 2 stories" in bootstrap_blocs(event_table([event(1, "A", "B", 1), event(2, "A", "B", 4)]), draws=5).warning
