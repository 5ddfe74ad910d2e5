"""The commands `dragoman system sensitivity|agreement`: what figures rest on, and how far outlets agree."""

from __future__ import annotations

from typing import Annotated, Any

import msgspec
import typer

from dragoman.cli import options
from dragoman.cli.system import check_states, input_facts, load_input, pair_of, print_faults, statuses, system_app
from dragoman.show.as_json import print_json


@system_app.command()
def sensitivity(
    pair: Annotated[str, typer.Option("--pair", help="Two states, as FRA:USA.", show_default=False)],
    project: options.Project = None,
    events: options.Events = None,
    form: options.Form = None,
    leave_out: options.Without = None,
    min_score: options.MinScore = None,
    status: options.Status = options.HAPPENED,
    as_json: options.AsJson = False,
) -> None:
    """What the log ratio of a pair would be without each outlet, story and language, and in each voice alone."""
    from dragoman.show.system import print_sensitivity
    from dragoman.system.event_table import choose
    from dragoman.system.sensitivity import leave_one_out, of_pair, one_at_a_time, pair_ratio, sources_of, turns

    found, (first, second) = load_input(project, events, form, leave_out, min_score=min_score), pair_of(pair)
    check_states(found, (first, second), "--pair")
    wanted = statuses(status)
    rows = choose(of_pair(found.events, first, second), status=wanted)

    def ratio(table: Any) -> Any:
        return pair_ratio(table, first, second, status=wanted)

    parts = [leave_one_out(rows, ratio, part) for part in ("outlet", "story", "language")]
    voices = one_at_a_time(rows, ratio, "voice")
    print_faults(found)
    if as_json:
        facts = {"pair": [first, second], "sources": msgspec.to_builtins(sources_of(rows))}
        found_parts = {part.part: msgspec.to_builtins(part) | {"turns": list(turns(part))} for part in parts}
        print_json(input_facts(found) | facts | {"without": found_parts, "voices": msgspec.to_builtins(voices)})
    else:
        print_sensitivity(f"{first} - {second}", sources_of(rows), parts, voices)


@system_app.command()
def agreement(
    project: options.Project = None,
    events: options.Events = None,
    form: options.Form = None,
    leave_out: options.Without = None,
    min_score: options.MinScore = None,
    by_telling: options.DateByTelling = False,
    period: Annotated[str, typer.Option("--period", help="day, week, month, quarter or year.")] = "week",
    most: Annotated[int, typer.Option(min=2, help="Compare so many outlets, the largest.")] = 8,
    status: options.Status = options.HAPPENED,
    as_json: options.AsJson = False,
) -> None:
    """How far outlets agree: the correlation of their counts over dyads, classes and periods."""
    from dragoman.cli.system_series import period_named
    from dragoman.show.system import print_agreement
    from dragoman.system.agreement import YARDSTICK, outlet_agreement

    chosen = period_named(period, every=False)
    found = load_input(project, events, form, leave_out, by_telling=by_telling, min_score=min_score)
    pairs = outlet_agreement(found.events, period=chosen, most=most, status=statuses(status))
    print_faults(found)
    if as_json:
        facts = {"period": chosen, "yardstick": YARDSTICK, "agreement": msgspec.to_builtins(pairs)}
        print_json(input_facts(found) | facts)
    else:
        print_agreement(pairs, YARDSTICK)
