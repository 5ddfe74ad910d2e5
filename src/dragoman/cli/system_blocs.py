"""The commands `dragoman system ties|blocs|landscape|whatif`: the signed network, its blocs, and what-if."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, TypeAlias

import typer

from dragoman.cli import options
from dragoman.cli.system import Input, check_states, input_facts, load_input, pair_of, print_faults, statuses, system_app
from dragoman.show.as_json import print_json

if TYPE_CHECKING:
    from dragoman.system.blocs import Without
    from dragoman.system.bootstrap import CoMembership
    from dragoman.system.network import TieRule
    from dragoman.system.scenarios import Scenario
    from dragoman.system.signed import Tie
    from dragoman.system.whatif import Answer

# Sizes, propensities, and who is left out.
Camps: TypeAlias = tuple[dict[str, float], dict[tuple[str, str], float], tuple[str, ...]]


def tie_rule(
    status: str, voice: list[str] | None, start: str | None, end: str | None, weight: str, least: int, *, certain: bool,
    states: str | None = None, relative: bool = False,
) -> TieRule:
    """Return the rule that the options make.

    Raises:
        BadParameter: an option has a value that it cannot take.
    """
    from dragoman.knowledge.checks import is_date
    from dragoman.system.network import TieRule
    from dragoman.voices import VOICES

    for name, date in (("--from", start), ("--to", end)):
        if date is not None and not (is_date(date) and len(date) == 10):
            raise typer.BadParameter(f"{date!r} is no day of ISO 8601, such as 2021-10-05", param_hint=name)
    for one in voice or ():
        if one not in VOICES:
            raise typer.BadParameter(f"{one!r} is none of {', '.join(VOICES)}", param_hint="--voice")
    if weight not in ("one", "events"):
        raise typer.BadParameter(f"{weight!r} is neither one nor events", param_hint="--weight")
    return TieRule(
        statuses=statuses(status) or (), voices=tuple(voice or ()), start=start, end=end,
        weight="one" if weight == "one" else "events", least=least, certain=certain,
        relative=relative, states=tuple(filter(None, (part.strip().upper() for part in (states or "").split(",")))),
    )  # fmt: skip


def load_ties(
    project: Path | None, events: Path | None, form: str | None, ties: Path | None, window: str | None, rule: TieRule,
    *, by_telling: bool = False, min_score: float | None = None,
) -> tuple[list[Tie], Input | None]:
    """Return the ties of a file, or of the events of a project or file, with those events."""
    from dragoman.event_files import file_bytes
    from dragoman.system.network import TieRule, signed_network
    from dragoman.system.tie_files import read_ties

    if ties is None:
        if window is not None:
            raise typer.BadParameter("only a file of ties has windows; use --from and --to", param_hint="--window")
        found = load_input(project, events, form, by_telling=by_telling, min_score=min_score)
        check_states(found, rule.states, "--states")
        return signed_network(found.events, rule).ties(), found
    if project is not None or events is not None:
        raise typer.BadParameter("give one of --project, --events and --ties", param_hint="--ties")
    if rule != TieRule(states=rule.states) or min_score is not None:
        message = "ties from a file are taken as they are: only --window and --states choose among them"
        raise typer.BadParameter(message, param_hint="--ties")
    return _among(read_ties(file_bytes(ties), window), rule.states), None


def _among(ties: list[Tie], states: tuple[str, ...]) -> list[Tie]:
    """Return the ties among some states, all where none is named.

    Raises:
        BadParameter: a state has no tie.
    """
    names = {name.upper() for a, b, _ in ties for name in (a, b)}
    if strange := [state for state in states if state not in names]:
        message = f"{strange[0]!r} has no tie; those that have: {', '.join(sorted(names))}"
        raise typer.BadParameter(message, param_hint="--states")
    return [(a, b, sign) for a, b, sign in ties if not states or {a.upper(), b.upper()} <= {*states}]


def facts(found: Input | None, ties: Path | None) -> dict[str, Any]:
    """Return where the ties come from, for JSON."""
    return input_facts(found) if found is not None else {"input": str(ties), "format": "ties"}


@system_app.command()
def ties(
    project: options.Project = None,
    events: options.Events = None,
    form: options.Form = None,
    pair: Annotated[str | None, typer.Option(help="One pair, as FRA:USA: its events, words, sources.")] = None,
    min_score: options.MinScore = None,
    status: options.Status = options.HAPPENED,
    voice: options.Voice = None,
    start: options.Start = None,
    end: options.End = None,
    by_telling: options.DateByTelling = False,
    weight: options.Weight = "one",
    least: options.Least = 1,
    certain: options.Certain = False,
    states: options.States = None,
    relative: options.Relative = False,
    limit: Annotated[int, typer.Option(min=1, help="Print at most so many pairs; --json prints all.")] = 60,
    as_json: options.AsJson = False,
) -> None:
    """The signed network: who is tied to whom, with which sign, by which events."""
    from dragoman.show.system_blocs import pair_facts, print_network, print_pair, tie_row
    from dragoman.system.network import WARNING, signed_network

    rule = tie_rule(status, voice, start, end, weight, least, certain=certain, states=states, relative=relative)
    found = load_input(project, events, form, by_telling=by_telling, min_score=min_score)
    check_states(found, rule.states, "--states")
    network = signed_network(found.events, rule)
    print_faults(found)
    if pair is not None:
        a, b = pair_of(pair)
        check_states(found, (a, b), "--pair")
        shown = pair_facts(found.events, network, a, b, project)
        if as_json:
            print_json(input_facts(found) | {"warning": WARNING, "rule": rule} | shown)
        else:
            print_pair(shown)
    elif as_json:
        print_json(input_facts(found) | {"warning": WARNING, "rule": rule, "ties": [tie_row(tie) for tie in network.pairs]})
    else:
        print_network(network, limit)


@system_app.command()
def blocs(
    project: options.Project = None,
    events: options.Events = None,
    form: options.Form = None,
    ties: options.Ties = None,
    window: options.Window = None,
    free: options.Free = False,
    of: Annotated[str | None, typer.Option("--of", help="What it costs to put this state with or against each.")] = None,
    within: options.Within = 1,
    draws: Annotated[int, typer.Option(min=0, help="Draw the stories anew so many times; 0: do not.")] = 0,
    seed: Annotated[int, typer.Option(help="Of the draws: the same seed, the same result.")] = 0,
    leave_out: Annotated[str | None, typer.Option(help="Who moves without each outlet, story, voice or language.")] = None,
    min_score: options.MinScore = None,
    status: options.Status = options.HAPPENED,
    voice: options.Voice = None,
    start: options.Start = None,
    end: options.End = None,
    by_telling: options.DateByTelling = False,
    weight: options.Weight = "one",
    least: options.Least = 1,
    certain: options.Certain = False,
    states: options.States = None,
    relative: options.Relative = False,
    chart: options.Chart = None,
    matrix: Annotated[
        Path | None, typer.Option(dir_okay=False, help="Draw who shares a bloc with whom into this file.", show_default=False)
    ] = None,
    as_json: options.AsJson = False,
) -> None:
    """Blocs: the fewest ties that two of them, or any number, must violate; proven, with what comes near."""
    from dragoman.show.system_blocs import draw_matrix, draw_network, draws_facts, print_blocs, report_facts
    from dragoman.system.blocs import blocs_report
    from dragoman.system.near import margins

    rule = tie_rule(status, voice, start, end, weight, least, certain=certain, states=states, relative=relative)
    found_ties, found = load_ties(project, events, form, ties, window, rule, by_telling=by_telling, min_score=min_score)
    names = sorted({name for a, b, _ in found_ties for name in (a, b)})
    if of is not None and of not in names:
        raise typer.BadParameter(f"{of!r} has no tie; those that have: {', '.join(names)}", param_hint="--of")
    report = blocs_report(found_ties, within=within)
    costs = margins(found_ties, of, [name for name in names if name != of], two=not free) if of else ()
    drawn, moved = _stability(found, rule, leave_out, draws or (200 if matrix else 0), seed, free=free)
    if chart is not None:
        draw_network(chart, found_ties, report, free=free)
    if matrix is not None and drawn is not None:
        draw_matrix(matrix, drawn, report, free=free)
    if as_json:
        more = {"margins": costs, "draws": draws_facts(drawn), "without": moved}
        print_json(facts(found, ties) | {"rule": rule} | report_facts(report) | more)
    else:
        print_blocs(report, costs, drawn, moved, free=free)


def _stability(
    found: Input | None, rule: TieRule, leave_out: str | None, draws: int, seed: int, *, free: bool
) -> tuple[CoMembership | None, list[Without]]:
    """Return the draws of stories and the blocs without each source, where they are asked for."""
    from dragoman.system.blocs import blocs_without
    from dragoman.system.bootstrap import bootstrap_blocs
    from dragoman.system.event_table import REPORT_COLUMNS

    if leave_out is not None and leave_out not in REPORT_COLUMNS:
        raise typer.BadParameter(f"{leave_out!r} is none of outlet, story, voice, language", param_hint="--leave-out")
    if found is None and (draws or leave_out):
        raise typer.BadParameter("bare ties have no stories or sources; give --project or --events", param_hint="--ties")
    if found is None:
        return None, []
    drawn = bootstrap_blocs(found.events, rule, two=not free, draws=draws, seed=seed) if draws else None
    return drawn, blocs_without(found.events, rule, leave_out, two=not free) if leave_out else []


@system_app.command()
def landscape(
    project: options.Project = None,
    events: options.Events = None,
    form: options.Form = None,
    sizes: options.Sizes = "equal",
    propensities: options.Propensities = None,
    neutral: options.Neutral = 0.0,
    by_order: options.ByOrder = False,
    min_score: options.MinScore = None,
    status: options.Status = options.HAPPENED,
    voice: options.Voice = None,
    as_json: options.AsJson = False,
) -> None:
    """Landscape theory: the camps whose energy no single change of sides can lower."""
    from dragoman.show.system_blocs import landscape_facts, print_landscape
    from dragoman.system.landscape import landscape as make

    rule = tie_rule(status, voice, None, None, "one", 1, certain=False)
    weight, pairs, left = landscape_input(project, events, form, sizes, propensities, rule, neutral=neutral, by_order=by_order,
                                           min_score=min_score)  # fmt: skip
    made = make(weight, pairs)
    if as_json:
        print_json(landscape_facts(made) | {"left_out": left})
    else:
        print_landscape(made, left)


def landscape_input(
    project: Path | None, events: Path | None, form: str | None, sizes: str, propensities: Path | None, rule: TieRule, *,
    neutral: float, by_order: bool, min_score: float | None = None,
) -> Camps:
    """Return sizes, propensities and who is left out, from two files or from the record.

    Raises:
        BadParameter: what is given does not make a landscape.
    """
    from dragoman.event_files import file_bytes
    from dragoman.system.landscape_inputs import from_network, read_propensities, read_sizes
    from dragoman.system.network import signed_network

    named = sizes in ("equal", "events")
    given = None if named else read_sizes(file_bytes(Path(sizes)))
    if propensities is not None:
        if given is None:
            raise typer.BadParameter("propensities from a file need sizes from a file", param_hint="--sizes")
        order = list(given) if by_order else None
        pairs = read_propensities(file_bytes(propensities), neutral=neutral, names=order)
        return given, {pair: value for pair, value in pairs.items() if set(pair) <= given.keys()}, ()
    network = signed_network(load_input(project, events, form, min_score=min_score).events, rule)
    if given is not None:
        return from_network(network, given)
    return from_network(network, "events" if sizes == "events" else "equal")


@system_app.command()
def whatif(
    scenarios: Annotated[list[Path], typer.Argument(metavar="SCENARIO", exists=True, dir_okay=False,
                                                    help="Files in TOML or JSON, compared side by side.")],
    project: options.Project = None,
    events: options.Events = None,
    form: options.Form = None,
    ties: options.Ties = None,
    window: options.Window = None,
    within: options.Within = 1,
    sizes: options.Sizes = "equal",
    propensities: options.Propensities = None,
    neutral: options.Neutral = 0.0,
    by_order: options.ByOrder = False,
    min_score: options.MinScore = None,
    status: options.Status = options.HAPPENED,
    voice: options.Voice = None,
    start: options.Start = None,
    end: options.End = None,
    weight: options.Weight = "one",
    least: options.Least = 1,
    certain: options.Certain = False,
    states: options.States = None,
    relative: options.Relative = False,
    as_json: options.AsJson = False,
) -> None:  # fmt: skip
    """What if: a tie flips, states are forced together, a size changes, an outlet is left out. The cost, and who moves."""
    from dragoman.show.system_blocs import print_answers
    from dragoman.system.scenarios import read_scenario

    rule = tie_rule(status, voice, start, end, weight, least, certain=certain, states=states, relative=relative)
    asked = [read_scenario(path.read_bytes(), path.stem) for path in scenarios]
    # Read only where a scenario asks for them, and once, however many scenarios are compared.
    network = cache(partial(load_ties, project, events, form, ties, window, rule, min_score=min_score))
    camps = cache(partial(landscape_input, project, events, form, sizes, propensities, rule, neutral=neutral, by_order=by_order,
                          min_score=min_score))  # fmt: skip
    answers = [_answer(scenario, network, camps, rule, within) for scenario in asked]
    if as_json:
        print_json(_answers_facts(answers))
    else:
        print_answers(answers)


def _answer(
    scenario: Scenario, network: Callable[[], tuple[list[Tie], Input | None]], camps: Callable[[], Camps], rule: TieRule,
    within: int,
) -> Answer:  # fmt: skip
    """Return the answer to one scenario, from the network or, where its model is the landscape, from the camps.

    Raises:
        BadParameter: the scenario asks for what cannot be, or the input cannot be read.
    """
    from dragoman.system.whatif import what_if, what_if_events
    from dragoman.system.whatif_landscape import what_if_landscape

    try:
        if scenario.model == "landscape":
            size, pairs, _ = camps()
            return what_if_landscape(scenario, size, pairs)
        found_ties, found = network()
        if found is None:
            return what_if(scenario, found_ties, within=within)
        return what_if_events(scenario, found.events, rule, within=within)
    except ValueError as error:
        raise typer.BadParameter(f"{scenario.name}: {error}", param_hint="SCENARIO") from error


def _answers_facts(answers: Sequence[Answer]) -> dict[str, Any]:
    """Return the answers for JSON, with what they cannot tell."""
    from dragoman.system.whatif import CAVEAT

    return {"caveat": CAVEAT, "answers": [{**_fields(one), "cost": one.cost, "cite": one.cite()} for one in answers]}


def _fields(record: Any) -> dict[str, Any]:
    import msgspec

    fields: dict[str, Any] = msgspec.to_builtins(record)
    return fields
