"""Takes the pictures of the reading room in docs/screenshots, from a project made of the sample documents.

    dragoman read src/dragoman/samples/documents --project demo-project
    python docs/make_screenshots.py demo-project

Needs Chromium and the package playwright (`./dev browser` and the extra `dev` install them).
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import urllib.request
from pathlib import Path
from typing import Any

import msgspec
from PIL import Image
from playwright.sync_api import sync_playwright

FOLDER = Path(__file__).parent / "screenshots"
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"]


def ask(address: str) -> Any:
    """Return what an address of the reading room answers."""
    with urllib.request.urlopen(address) as answer:
        return msgspec.json.decode(answer.read())


def find_pages(room: str) -> dict[str, tuple[str, str, int, int]]:
    """Return for each picture its address, colour scheme and size."""
    found = ask(f"{room}/documents.json?q=paris+summit+ceasefire&language=en")["rows"]
    document = next(row for row in found if row["path"].endswith("normandy_courier.txt"))
    reports = ask(f"{room}{document['address']}.json")["reports"]
    record = next(report for report in reports if len(report["evidence"]) >= 4)
    event = max(ask(f"{room}/events.json?limit=1000")["rows"], key=lambda row: (row["documents"], row["id"]))
    return {
        "front": ("/", "light", 1240, 820),
        "document": (f"{document['address']}?record={record['id']}", "light", 1240, 820),
        "event": (event["address"], "dark", 1240, 820),
        "story": (f"/stories/{document['story']}#beside", "light", 1240, 820),
        "dyad": ("/dyads/RUS/UKR", "light", 1240, 820),
        "telephone": (f"{document['address']}?record={record['id']}#words", "light", 380, 780),
    }


def main(project: str) -> None:
    """Serve the project, visit its pages and write one PNG for each."""
    FOLDER.mkdir(exist_ok=True)
    command = [sys.executable, "-m", "dragoman", "serve", "--project", project, "--port", "0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as server, sync_playwright() as playwright:
        room = server.stdout.readline().strip().rstrip("/")
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=FLAGS)
        for name, (address, scheme, width, height) in find_pages(room).items():
            page = browser.new_page(viewport={"width": width, "height": height}, color_scheme=scheme)
            page.goto(room + address)
            page.wait_for_load_state("networkidle")
            page.screenshot(path=FOLDER / f"{name}.png")
            with Image.open(FOLDER / f"{name}.png") as picture:  # few colours are enough for text and cost half the space
                few = picture.convert("RGB").quantize(256, Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE)
                few.save(FOLDER / f"{name}.png", optimize=True)
        browser.close()
        server.terminate()


if __name__ == "__main__":
    main(sys.argv[1])
