"""How the results of `dragoman system` are printed for people."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import Any

import msgspec
from rich.table import Table

from dragoman.show.tables import printable, screen
from dragoman.system.agreement import Agreement
from dragoman.system.breaks import Breaks
from dragoman.system.dyads import QUADS, SPLITS, TOLD, Series
from dragoman.system.polarity import Polarity
from dragoman.system.position import Position
from dragoman.system.sensitivity import PointRange, Sources, turns

_SHORT = dict(zip(QUADS, ("VC", "MC", "VK", "MK"), strict=True))


def rows_of(table: Any, ranges: Mapping[tuple[str, ...], PointRange] | None = None) -> list[dict[str, Any]]:
    """Return an Arrow table as rows for JSON, each with its range where there are ranges."""
    rows: list[dict[str, Any]] = msgspec.to_builtins(table.to_pylist())
    for row in rows if ranges else ():
        row["range"] = msgspec.to_builtins(_range_of(row, ranges or {}))
    return rows


def _range_of(row: Mapping[str, Any], ranges: Mapping[tuple[str, ...], PointRange]) -> PointRange | None:
    split = next((name for name in SPLITS if name in row), None)
    return ranges.get((row["source"], row["target"], row["period"], *([row[split]] if split else [])))


def print_series(series: Series, limit: int, ranges: Mapping[tuple[str, ...], PointRange] | None = None) -> None:
    """Print a series of dyads, with the warning that belongs to it, and what was not counted."""
    rows = series.table.slice(0, limit).to_pylist()
    titles = ["dyad", "period", *([series.split] if series.split else []), "events", *_SHORT.values(), "mean intensity",
              "log ratio", "against all", "sources"]  # fmt: skip
    shown = [
        [
            f"{row['source']} {'->' if series.directed else '-'} {row['target']}", row["period"],
            *([row[series.split] or "unknown"] if series.split else []), f"{row['events']:,.0f}",
            *(f"{row[quad]:,.0f}" for quad in QUADS), interval(row["mean_intensity"], row["mean_low"], row["mean_high"]),
            interval(row["log_ratio"], row["low"], row["high"]),
            interval(row["relative"], row["relative_low"], row["relative_high"]), sources(row),
        ]
        for row in rows
    ]  # fmt: skip
    if ranges:
        titles.append("without one")
        for line, row in zip(shown, rows, strict=True):
            line.append(_range_words(_range_of(row, ranges)))
    console = screen()
    if shown:
        print_rows(titles, shown)
    else:
        console.print("no events to count, of these pairs and under these filters")
    if series.table.num_rows > limit:
        console.print(f"... {series.table.num_rows - limit:,} more rows; --limit shows more, --json prints all")
    for reason, count in series.left_out.items():
        advice = " (--date-by-telling puts them on that day)" if reason == TOLD else ""
        console.print(f"not counted: {count:,} rows: {reason}{advice}")
    console.print(series.warning)


def _range_words(found: PointRange | None) -> str:
    if found is None:
        return ""
    if found.rests_on is not None:
        return f"rests on {found.rests_on or 'one unknown'} alone"
    return f"{found.lowest:+.2f} to {found.highest:+.2f}"


def interval(value: float, low: float, high: float) -> str:
    """Return a value with its interval; nothing where there is none."""
    return "" if value is None or math.isnan(value) else f"{value:+.2f} [{low:+.2f}, {high:+.2f}]"


def sources(row: dict[str, Any]) -> str:
    """Return how many independent sources stand behind a row, in words where it is one."""
    least, most = row["least_sources"], row["most_sources"]
    if most == 0:
        return "not said"
    if most == 1:
        return "one source"
    return f"{least} to {most}" if least < most else str(most)


def print_rows(titles: list[str], rows: list[list[str]]) -> None:
    """Print a plain table."""
    table = Table(box=None, header_style="bold", pad_edge=False)
    for title in titles:
        table.add_column(title, overflow="fold")
    for row in rows:
        table.add_row(*(printable(cell) for cell in row))
    screen().print(table)


# ------------------------------------------------------------------------------- breaks, sensitivity, position, polarity


def print_breaks(found: Breaks, gone: Mapping[str, Sequence[str]]) -> None:
    """Print what every setting finds, then each break with its interval and what speaks against it."""
    print_rows(
        ["cost", "penalty", "new segments begin"],
        [[setting.cost, f"{setting.penalty:g}", ", ".join(setting.labels) or "none"] for setting in found.settings],
    )
    rows = [
        [
            entry.label, f"{entry.earliest} to {entry.latest}", f"{len(entry.found_by)} of {entry.settings}",
            f"{entry.near} of {entry.settings}", f"{entry.before:+.2f} -> {entry.after:+.2f}",
            "" if not entry.flagged else "breaks too: " + ", ".join(entry.flagged), ", ".join(gone.get(entry.label, ())),
        ]
        for entry in found.breaks
    ]  # fmt: skip
    if rows:
        print_rows(["break", "95 % interval", "found by", "or near", "mean before -> after", "volume", "gone without"], rows)
    periods = f"{found.periods} period{'' if found.periods == 1 else 's'}"
    screen().print(
        f"{periods}. A break that few settings find is doubtful. Where the volume of reports breaks too, "
        "it may be a break in the news, not in politics."
    )


def print_sensitivity(title: str, basis: Sources, parts: Sequence[Any], voices: Any) -> None:
    """Print a log ratio as it is, without each part, and in each voice."""
    whole = parts[0].whole
    rows = [[title, "all", str(parts[0].events), interval(whole.log_ratio, whole.low, whole.high), basis.words]]
    for part in parts:
        turned = turns(part)
        for left in part.without:
            note = "the sign turns" if left.name in turned else ""
            value = left.value
            shown = interval(value.log_ratio, value.low, value.high) if left.events else "nothing left"
            rows.append([f"without {part.part}", left.name or "(unknown)", str(left.events), shown, note])
    for voice in voices.without:
        shown = interval(voice.value.log_ratio, voice.value.low, voice.value.high)
        rows.append(["only voice", voice.name or "(unknown)", str(voice.events), shown, ""])
    print_rows(["", "", "events", "log ratio", ""], rows)


def print_agreement(pairs: Sequence[Agreement], yardstick: float) -> None:
    """Print how far each pair of outlets agrees, beside the yardstick."""
    rows = [
        [pair.first, pair.second, _number(pair.correlation) or "nothing to compare", str(pair.dyads), str(pair.series)]
        for pair in pairs
    ]
    if rows:
        print_rows(["outlet", "outlet", "correlation", "dyads", "series"], rows)
    else:
        screen().print("fewer than two outlets are named")
    screen().print(f"Machine-coded ICEWS and BBC reports typically correlate by week at {yardstick:.2f} (Schrodt 2015).")


def print_position(
    found: Position, ranges: Mapping[tuple[str, ...], PointRange], alike: Mapping[str, Any], shared: Mapping[str, Any]
) -> None:
    """Print a state's ties to the poles, its place among them, the blocs it shares, and the external bars."""
    rows = [
        [
            tie.period, f"{found.state} - {tie.pole}", f"{tie.events:,.0f}", interval(tie.log_ratio, tie.low, tie.high),
            interval(tie.relative, tie.relative_low, tie.relative_high), tie.sources.words if tie.sources else "",
            _range_words(ranges.get((*sorted((found.state, tie.pole)), tie.period))),
        ]
        for tie in found.ties
    ]  # fmt: skip
    print_rows(["period", "pair", "events", "log ratio", "against all", "sources", "without one"], rows)
    for place in found.places:
        shares = ", ".join(f"{pole} {share:.2f}" for pole, share in place.shares.items())
        screen().print(f"place among the poles, {place.period}: {shares}")
    if shared:
        shares = ", ".join(f"{pole} {_number(share) or 'no tie'}" for pole, share in shared["shares"].items())
        screen().print(f"shares one of two blocs, in {shared['draws']} draws of {shared['stories']} stories: {shares}")
        screen().print(shared["warning"] or "A share says how firm the division is, not how likely anybody is to side.")
    points = [[f"{point.year} (session {point.session})", point.state, f"{point.point:.2f} [{point.low:.2f}, {point.high:.2f}]"]
              for point in found.ideal_points]  # fmt: skip
    if points:
        print_rows(["UN votes", "state", "ideal point, 90 % interval"], points)
    if alike:
        print_rows(
            ["alliances with", "kappa", "pi", "S (only for comparison)"],
            [[pole, *(_number(value) for value in (like.kappa, like.pi, like.s))] for pole, like in alike.items()],
        )
    screen().print(found.warning)


def _number(value: float | None) -> str:
    return "" if value is None else f"{value:.2f}"


def print_polarity(
    found: Sequence[Polarity], spans: Mapping[str, Mapping[str, float | None]], claims: Sequence[Mapping[str, Any]]
) -> None:
    """Print the indices side by side, and apart from them what is claimed."""
    rows = [
        [
            str(entry.year or ""), entry.of, str(entry.states), "" if entry.con is None else f"{entry.con:.3f}",
            f"{entry.effective_number:.2f}", f"{entry.first:.2f}", f"{entry.first_two:.2f}",
            ", ".join(f"{state} {share:.2f}" for state, share in entry.shares[:6]),
        ]
        for entry in found
    ]  # fmt: skip
    print_rows(["year", "of", "n", "CON", "effective poles", "first", "first two", "shares"], rows)
    effective = [values["effective_number"] or 0.0 for values in spans.values()]
    if effective:
        text = f"{min(effective):.2f} to {max(effective):.2f}"
        screen().print(f"events in which a state acts, without one outlet: effective poles {text}")
    screen().print("Who is a pole depends on the index; none of them is the number of poles.")
    if claims:
        print_rows(["claimed by", "what (in no index)"], [[claim["speaker"] or "-", claim["claim"]] for claim in claims])
