"""Draws docs/document.svg: one sample document as `dragoman show document` prints it.

python docs/make_picture.py PROJECT
"""

from __future__ import annotations

import io
import re
import sys
from pathlib import Path

from rich.console import Console

from dragoman.show import tables
from dragoman.store.store import open_store

if __name__ == "__main__":
    console = Console(record=True, width=118, file=io.StringIO(), force_terminal=True, highlight=False)
    tables.screen = lambda: console
    with open_store(Path(sys.argv[1])) as store, store.reading() as connection:
        tables.show_document(connection, "normandy_courier.txt")
    svg = console.export_svg(title="dragoman show document normandy_courier.txt")
    svg = re.sub(r"@font-face \{.*?\}", "", svg, flags=re.DOTALL)  # no fonts from the network
    (Path(__file__).parent / "document.svg").write_text(re.sub(r"[ \t]+\n", "\n", svg), encoding="utf-8")
