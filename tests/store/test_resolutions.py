"""Forecasts in a project and their resolution."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from dragoman.errors import JudgementError
from dragoman.kit import Kit
from dragoman.project import open_project
from dragoman.store import judgements
from dragoman.store.resolutions import estimates, read_ledger, resolve
from dragoman.store.store import Store, open_store
from dragoman.system.forecasts import Forecast

TEXT = """The Danube question

The new treaty is likely to fail, the analyst Clara Weiss said on Monday. "If Hungary leaves, Slovakia will follow," she said.
"""
NOW = "2026-01-01T00:00:00+00:00"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory, kit: Kit) -> Path:
    """Return a project with one document that holds forecasts."""
    home = tmp_path_factory.mktemp("forecasts")
    (home / "page.txt").write_text(TEXT, encoding="utf-8")
    with open_project(home / "p", kit) as project:
        project.read([home / "page.txt"], workers=1)
    return home / "p"


@pytest.fixture
def store(folder: Path) -> Iterator[Store]:
    """Return the open project."""
    with open_store(folder) as opened:
        yield opened


def ledger(store: Store, kit: Kit) -> dict[str, Forecast]:
    """Return the ledger by hedge."""
    with store.reading() as connection:
        return {row.claim.hedge: row for row in read_ledger(connection, kit.languages)}


def test_claims_have_their_words(store: Store, kit: Kit) -> None:
    """Outcome and condition are the very characters of their spans."""
    known = ledger(store, kit)
    assert any(forecast.claim.condition_span for forecast in known.values())
    for forecast in known.values():
        claim = forecast.claim
        assert claim.outcome == TEXT[slice(*claim.outcome_span)]
        if claim.condition_span is not None:
            assert claim.condition == TEXT[slice(*claim.condition_span)]


def test_a_forecast_is_resolved_and_reopened(store: Store, kit: Kit) -> None:
    """A resolution is appended as a judgement and taken back like one; the record does not change."""
    wanted = ledger(store, kit)["likely"]
    made = resolve(store, wanted.claim.id, "not-happened", user="me", now=NOW, note="the treaty holds")
    found = ledger(store, kit)["likely"]
    assert (found.state, found.scored) == ("not-happened", True)
    assert found.resolution == made
    judgements.undo(store, made.number, user="me", now=NOW)
    assert ledger(store, kit)["likely"].state == "open"
    with store.reading() as connection:
        assert [row.state for row in judgements.listed(connection)][-2:] == ["undone", "undoing"]


def test_what_cannot_be_resolved_is_refused(store: Store, kit: Kit) -> None:
    """An unknown id, an unknown outcome, and a condition that was never set are errors; nothing is stored."""
    wanted = ledger(store, kit)["likely"].claim.id
    for identifier, outcome in (("p0", "happened"), (wanted, "perhaps"), (wanted, "condition-never-met")):
        with pytest.raises(JudgementError):
            resolve(store, identifier, outcome, user="me", now=NOW)


def test_a_resolution_survives_the_next_run(folder: Path, store: Store, kit: Kit) -> None:
    """Reading more documents keeps what was resolved."""
    wanted = ledger(store, kit)["likely"]
    resolve(store, wanted.claim.id, "cannot-be-told", user="me", now=NOW)
    more = "Greece and Bulgaria signed an agreement on gas in Sofia on Friday.\n"
    (folder.parent / "more.txt").write_text(more, encoding="utf-8")
    with open_project(folder, kit) as project:
        project.read([folder.parent / "more.txt"], workers=1)
    assert ledger(store, kit)["likely"].state == "cannot-be-told"


def test_every_hedge_that_positions_know_has_a_row(kit: Kit) -> None:
    """No hedge of the word tables is without an estimate, even if that says that there is no number."""
    from dragoman.languages.rows import PositionWordRow

    known = {(row.language, row.form) for row in estimates(kit.languages)}
    assert {code for code, _ in known} == set(kit.languages)
    for code, language in kit.languages.items():
        for row in language.rows("positions", PositionWordRow):
            if row.kind in ("hedge", "modal", "conditional-modal", "predictor"):
                assert (code, row.value) in known, (code, row.form)
