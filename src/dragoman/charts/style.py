"""One look for all charts: colours that the colour-blind tell apart, shapes and dashes that survive a black-and-white print.

Colours are Okabe and Ito's (2008). Nothing is said by colour alone. The warning that belongs to a chart is printed on it.
"""

from __future__ import annotations

import io
import textwrap
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Literal

Form = Literal["svg", "png"]
FORMS: tuple[Form, ...] = ("svg", "png")

BLUE, ORANGE, GREEN, VERMILION = "#0072B2", "#E69F00", "#009E73", "#D55E00"
SKY, PURPLE, YELLOW, BLACK = "#56B4E9", "#CC79A7", "#F0E442", "#000000"
COLOURS = (BLUE, VERMILION, GREEN, PURPLE, ORANGE, SKY, BLACK, YELLOW)
MARKERS = ("o", "s", "^", "D", "v", "P", "X", "h")
DASHES: tuple[Any, ...] = ("-", (0, (5, 2)), (0, (1, 1.4)), (0, (6, 2, 1, 2)), (0, (3, 1)), (0, (8, 3)))
GREY, PALE = "#595959", "#D9D9D9"

_SETTINGS = {
    "font.family": "sans-serif", "font.sans-serif": ["DejaVu Sans"], "font.size": 10, "axes.titlesize": 12,
    "axes.titlelocation": "left", "axes.titleweight": "bold", "axes.spines.top": False, "axes.spines.right": False,
    "axes.edgecolor": GREY, "axes.labelcolor": "black", "xtick.color": GREY, "ytick.color": GREY, "legend.frameon": False,
    "svg.hashsalt": "dragoman", "svg.fonttype": "path", "savefig.facecolor": "white", "hatch.linewidth": 0.6,
}  # fmt: skip
_DOTS = 160  # of a PNG, per inch
_WRAP = 16.5  # characters of the small print that fit an inch
_LINE = 0.17  # inches of one line of the small print


@contextmanager
def figure(width: float, height: float, note: str) -> Iterator[Any]:
    """Give a figure of so many inches; its small print is put below what is drawn in it, on inches of its own."""
    import matplotlib as mpl
    from matplotlib.figure import Figure
    from matplotlib.layout_engine import ConstrainedLayoutEngine

    lines = textwrap.wrap(note, int(width * _WRAP)) if note else []
    foot = _LINE * len(lines) + (0.12 if lines else 0)
    with mpl.rc_context(_SETTINGS):
        whole = height + foot
        room = (0.0, foot / whole, 1.0, (height - 0.06) / whole)
        made = Figure(figsize=(width, whole), layout=ConstrainedLayoutEngine(rect=room))
        if lines:
            made.text(0.012, 0.06 / whole, "\n".join(lines), fontsize=7.5, color=GREY, va="bottom", linespacing=1.25)
        yield made


def image(made: Any, form: Form, title: str) -> bytes:
    """Return a figure as a file: the same figure gives the same bytes."""
    buffer = io.BytesIO()
    if form == "svg":
        made.savefig(buffer, format="svg", metadata={"Date": None, "Creator": "dragoman", "Title": title})
    else:
        made.savefig(buffer, format="png", dpi=_DOTS, metadata={"Software": "dragoman", "Title": title})
    return buffer.getvalue()


def nothing(made: Any, text: str) -> None:
    """Say in the middle of an empty chart why there is nothing on it."""
    axes = made.add_subplot()
    axes.set_axis_off()
    axes.text(0.5, 0.5, text, ha="center", va="center", color=GREY, wrap=True)
