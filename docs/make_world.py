"""Draws the outline of the world that the map of the reading room lies on, from the npm package world-atlas.

    npm pack world-atlas@2.0.2 && tar xzf world-atlas-2.0.2.tgz
    python docs/make_world.py package/countries-110m.json

The borders are Natural Earth's, drawn as they are in fact, not in law; the page says so.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import msgspec

from dragoman.web.app import STATIC
from dragoman.web.earth import HEIGHT, WIDTH, project

TARGET = STATIC / "vendor" / "world-atlas-2.0.2-110m.svg"


def arcs(topology: dict[str, Any]) -> Iterable[list[tuple[float, float]]]:
    """Yield the lines of a TopoJSON file as longitudes and latitudes."""
    (kx, ky), (dx, dy) = topology["transform"]["scale"], topology["transform"]["translate"]
    for arc in topology["arcs"]:
        x = y = 0
        line = []
        for step in arc:
            x, y = x + step[0], y + step[1]
            line.append((x * kx + dx, y * ky + dy))
        yield line


def parts(points: list[tuple[float, float]]) -> Iterable[list[tuple[float, float]]]:
    """Yield a line without points that repeat, cut where it leaps from one edge of the map to the other."""
    part: list[tuple[float, float]] = []
    for point in points:
        if part and abs(point[0] - part[-1][0]) > WIDTH / 2:
            yield part
            part = []
        if not part or point != part[-1]:
            part.append(point)
    if len(part) > 1:
        yield part


def main(source: str) -> None:
    """Write the drawing."""
    lines = []
    for arc in arcs(msgspec.json.decode(Path(source).read_bytes())):
        lines += ["M" + "L".join(f"{x:g} {y:g}" for x, y in part) for part in parts([project(*point) for point in arc])]
    TARGET.write_text(
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" width="{WIDTH}" height="{HEIGHT}">'
        f'<path d="{"".join(lines)}" fill="none" stroke="#938c7d" stroke-width=".7" stroke-linejoin="round"/></svg>\n',
        encoding="utf-8",
    )


if __name__ == "__main__":
    main(sys.argv[1])
