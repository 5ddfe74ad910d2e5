"""The reading room in a real browser: Chromium without a window, driven by Playwright; axe-core looks for barriers.

`./dev test` installs what these tests need. Where it is missing they are skipped by name, unless the environment variable
DRAGOMAN_BROWSER_TESTS is `required`: then its absence is a failure.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from web.conftest import our_sketches
from web.made import write_project
from web.test_pages import KINDS

AXE = Path(__file__).parent / "browser" / "node_modules" / "axe-core" / "axe.min.js"
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"]


def missing(what: str) -> None:
    """Skip, or fail where the browser tests must run."""
    if os.environ.get("DRAGOMAN_BROWSER_TESTS") == "required":
        pytest.fail(f"{what} is missing; ./dev browser installs it")
    pytest.skip(f"{what} is not installed (./dev browser installs it)")


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    """Return a running Chromium."""
    program = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if program is None:
        missing("chromium")
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        missing("playwright")
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=program, args=FLAGS)
        yield running
        running.close()


@pytest.fixture(scope="module")
def room(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Return the address of a running reading room, on a project that these tests may change."""
    folder = tmp_path_factory.mktemp("browser") / "atlas"
    write_project(folder, our_sketches())
    command = [sys.executable, "-m", "dragoman", "serve", "--project", str(folder), "--port", "0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as running:
        assert running.stdout is not None
        yield running.stdout.readline().strip().rstrip("/")
        running.terminate()


class Sitting:
    """One tab; what its console and dialogs say is kept."""

    def __init__(self, browser: Any, room: str, **options: Any) -> None:
        self.room = room
        self.context = browser.new_context(**{"viewport": {"width": 1280, "height": 900}, **options})
        self.page = self.context.new_page()
        self.faults: list[str] = []
        self.page.on("console", lambda message: self.faults.append(message.text) if message.type == "error" else None)
        self.page.on("pageerror", lambda error: self.faults.append(str(error)))
        self.page.on("dialog", lambda dialog: (self.faults.append(f"dialog {dialog.message}"), dialog.dismiss()))

    def open(self, address: str) -> Any:
        """Open an address of the reading room."""
        self.page.goto(self.room + address)
        return self.page


@pytest.fixture
def sitting(browser: Any, room: str) -> Iterator[Sitting]:
    """Return a fresh tab; a fault on its console fails the test."""
    made = Sitting(browser, room)
    yield made
    made.context.close()
    assert made.faults == []


def test_from_the_front_page_by_search_to_the_words_of_a_record(sitting: Sitting) -> None:
    """Open, search, open a document, click a passage: its record stands beside the text, its words are lit."""
    page = sitting.open("/")
    assert page.get_by_role("heading", name="Holdings").is_visible()
    page.get_by_role("searchbox").fill("quarrel over")
    page.get_by_role("button", name="Search").click()
    page.get_by_role("link", name="Paris and Berlin settle a quarrel").click()
    page.locator(".m.trigger", has_text="met").click()
    panel = page.locator("#panel")
    panel.get_by_text("From these words").wait_for()
    assert "“met”" in panel.inner_text()
    assert page.locator(".lit-trigger").all_inner_texts() == ["met"]
    assert page.locator(".lit-actor").all_inner_texts() == ["France"]
    assert "?record=r" in page.url
    page.go_back()
    page.get_by_text("Click a marked passage").wait_for()


def test_a_record_has_an_address_of_its_own(sitting: Sitting) -> None:
    """What a click shows can be opened again from its address, and closed by Escape."""
    page = sitting.open("/search?q=quarrel")
    page.get_by_role("link", name="Paris and Berlin settle a quarrel").click()
    page.locator(".m.cue").first.click()
    page.locator("#panel", has_text="Speaker").wait_for()
    page.goto(page.url)
    assert page.locator("#panel").get_by_text("the quarrel with Germany is over").first.is_visible()
    page.keyboard.press("Escape")
    page.get_by_text("Click a marked passage").wait_for()


def test_layers_can_be_turned_off(sitting: Sitting) -> None:
    """Without events no act is marked, and the text stays as it is."""
    page = sitting.open("/search?q=quarrel")
    page.get_by_role("link", name="Paris and Berlin settle a quarrel").click()
    mark, before = page.locator(".m.trigger").first, page.locator(".text").inner_text()
    colour = "element => getComputedStyle(element).backgroundColor"
    marked = mark.evaluate(colour)
    page.get_by_label("Events").uncheck()
    assert mark.evaluate(colour) != marked
    assert page.locator(".text").inner_text() == before


def test_judging_and_undoing(sitting: Sitting) -> None:
    """A report is rejected under a name, the judgement is shown, and taken back by a click."""
    page = sitting.open("/search?q=quarrel")
    page.get_by_role("link", name="Paris and Berlin settle a quarrel").click()
    page.locator(".m.trigger").first.click()
    page.get_by_text("Judge this reading").click()
    form = page.locator("form", has=page.get_by_role("button", name="Reject"))
    form.get_by_label("Your name").fill("Ana Běla")
    form.get_by_label("Why").fill("they wrote letters")
    form.get_by_role("button", name="Reject").click()
    page.get_by_text("is recorded").wait_for()
    assert "they wrote letters" in page.locator("#panel").inner_text()
    page.get_by_role("button", name="Undo it").click()
    page.get_by_text("is recorded").wait_for()
    page.goto(sitting.room + "/judgements")
    states = page.locator("tbody tr td:nth-child(6)").all_inner_texts()
    assert states == ["takes back", "taken back"]
    page.locator(".m").count()


def test_a_dyad_page_leads_from_a_count_to_the_words(sitting: Sitting) -> None:
    """From the list to the pair, to one of its events, to the sentence; leaving an outlet out says what changes."""
    page = sitting.open("/dyads?state=Germany")
    page.get_by_role("link", name="Germany – France").or_(page.get_by_role("link", name="France – Germany")).first.click()
    assert page.get_by_role("heading", name="Cooperation and conflict over time").is_visible()
    page.get_by_role("link", name="leave it out").first.click()
    assert page.get_by_text("events that only it reports are left out").is_visible()
    page.locator(".event .line-head a").first.click()
    assert page.locator(".sentence .trigger").first.is_visible()


def test_nothing_in_an_article_runs(sitting: Sitting) -> None:
    """Scripts, handlers, escape sequences and bidi marks of an article are shown, on every page that names it."""
    for address in ("/", "/documents", "/stories", "/statements", "/ledger", "/search?q=nothing"):
        page = sitting.open(address)
        assert page.title() != "run"
        assert page.locator("main img, main script").count() == 0
    page.get_by_role("link", name="<img src=x").first.click()
    shown = page.locator(".text").inner_text()
    assert "<script>document.title='run'</script>" in shown
    assert "␛[31mred␛[0m" in shown
    assert "⟨RLO⟩gnihtyna⟨PDF⟩" in shown
    assert page.title().startswith("<img src=x onerror=")
    assert page.evaluate("document.querySelector('.text img, .text script')") is None
    page.locator(".m.cue").first.click()
    page.locator("#panel", has_text="Speaker").wait_for()
    assert "<script>alert('said')</script>" in page.locator("#panel").inner_text()


def test_everything_can_be_read_without_javascript(browser: Any, room: str) -> None:
    """Clicks are links: without scripts the same panel comes with the page."""
    sitting = Sitting(browser, room, java_script_enabled=False)
    page = sitting.open("/search?q=quarrel")
    page.get_by_role("link", name="Paris and Berlin settle a quarrel").click()
    page.locator(".m.trigger").first.click()
    assert page.locator("#panel").get_by_text("From these words").is_visible()
    assert page.locator(".lit-trigger").count() == 1
    sitting.context.close()


def test_the_keyboard_reaches_text_and_panel(sitting: Sitting) -> None:
    """Tab meets the skip link first; a mark that has the focus opens with Enter and hands the focus to its record."""
    page = sitting.open("/search?q=quarrel")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Skip to the page"
    page.get_by_role("link", name="Paris and Berlin settle a quarrel").click()
    page.locator(".m.trigger").first.focus()
    page.keyboard.press("Enter")
    page.locator("#record").wait_for()
    page.wait_for_function("document.activeElement.id === 'record'")


MEASURE = """
() => new Promise(done => {
  let shift = 0;
  new PerformanceObserver(list => { for (const entry of list.getEntries()) shift += entry.value; })
    .observe({type: 'layout-shift', buffered: true});
  setTimeout(() => done([shift, document.documentElement.scrollWidth - document.documentElement.clientWidth]), 60);
})
"""


@pytest.mark.parametrize("width", [380, 1600])
def test_pages_fit_narrow_and_wide_windows_and_do_not_jump(
    width: int, browser: Any, room: str, addresses: dict[str, str]
) -> None:
    """No page scrolls sideways, and nothing moves once it is drawn."""
    sitting = Sitting(browser, room, viewport={"width": width, "height": 900})
    for kind, address in addresses.items():
        shift, overflow = sitting.open(address).evaluate(MEASURE)
        assert overflow <= 0, kind
        assert shift < 0.02, kind
    sitting.context.close()


RUN_AXE = """
async () => {
  const found = await axe.run(document, {resultTypes: ['violations', 'passes']});
  if (found.passes.length < 10) return ['axe looked at nothing'];
  return found.violations.filter(fault => ['serious', 'critical'].includes(fault.impact))
    .map(fault => fault.id + ': ' + fault.nodes.slice(0, 3).map(node => node.html.slice(0, 160)).join(' | '));
}
"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_no_serious_barrier(scheme: str, browser: Any, room: str, addresses: dict[str, str]) -> None:
    """Contrast, names, landmarks, tables: nothing serious or critical on any kind of page, light or dark."""
    if not AXE.is_file():
        missing("axe-core")
    sitting = Sitting(browser, room, color_scheme=scheme, bypass_csp=True)
    faults = {}
    for kind in KINDS:
        page = sitting.open(addresses[kind])
        page.add_script_tag(path=str(AXE))
        if found := page.evaluate(RUN_AXE):
            faults[kind] = found
    sitting.context.close()
    assert faults == {}


def lit_in_view(page: Any) -> bool:
    """Tell whether the lit words of the open record stand in the window, above a panel that lies over the text."""
    return page.evaluate(
        """() => { const box = document.querySelector('.text .lit-trigger, .text .lit').getBoundingClientRect();
        const panel = document.getElementById('panel');
        const end = getComputedStyle(panel).position === 'fixed' ? panel.getBoundingClientRect().top : innerHeight;
        return box.top >= 0 && box.bottom <= end; }"""
    )  # fmt: skip


@pytest.mark.parametrize("width", [1280, 390])
def test_a_link_to_a_record_opens_at_its_words(browser: Any, room: str, width: int) -> None:
    """From an event far down in a long text one click shows the very words, whatever the width, and closing stays there."""
    sitting = Sitting(browser, room, viewport={"width": width, "height": 500})
    page = sitting.open("/statements?speaker=France")
    page.locator(".statement .meta a[href*='#words']").last.click()
    page.locator("#words").wait_for()
    assert lit_in_view(page)
    before = page.evaluate("scrollY")
    assert before > 0
    page.keyboard.press("Escape")
    page.get_by_text("Click a marked passage").wait_for()
    assert abs(page.evaluate("scrollY") - before) < 5
    assert "record=" not in page.url
    sitting.context.close()
    assert sitting.faults == []


def test_a_click_on_a_telephone_keeps_the_words_above_the_panel(browser: Any, room: str) -> None:
    """The panel comes from below; words that it would cover move up."""
    sitting = Sitting(browser, room, viewport={"width": 390, "height": 700})
    page = sitting.open("/search?q=quarrel")
    page.get_by_role("link", name="Paris and Berlin settle a quarrel").click()
    mark = page.locator(".m.cue").first
    mark.evaluate("element => window.scrollTo(0, element.getBoundingClientRect().top + scrollY - 600)")
    mark.click()
    page.locator("#panel.open").wait_for()
    assert lit_in_view(page)
    sitting.context.close()


def test_two_clicks_from_a_bar_of_the_chart_to_the_words(sitting: Sitting) -> None:
    """A bar of a dyad's chart opens its events, and a line of that list opens the document at the words."""
    page = sitting.open("/dyads/FRA/DEU")
    page.locator("svg.wide a .hit").first.click()
    page.get_by_role("heading", name="Events", exact=True).wait_for()
    assert page.locator(".chosen li").count() >= 4
    page.locator(".event .heard a").first.click()
    page.locator("#words").wait_for()
    assert lit_in_view(page)


def test_a_citation_and_a_link_are_copied_by_a_click(browser: Any, room: str) -> None:
    """The panel gives the words, the source and the record's id as one line, and the address that opens it again."""
    sitting = Sitting(browser, room, permissions=["clipboard-read", "clipboard-write"])
    page = sitting.open("/search?q=quarrel")
    page.get_by_role("link", name="Paris and Berlin settle a quarrel").click()
    page.locator(".m.trigger", has_text="met").click()
    panel = page.locator("#panel")
    panel.get_by_role("button", name="Copy", exact=True).click()
    panel.get_by_role("button", name="Copied").wait_for()
    cited = page.evaluate("navigator.clipboard.readText()")
    assert cited.startswith("“France met Germany in Vienna on 2022-06-01.”, Littoral, 2 June 2022, character ")
    assert page.url.partition("record=")[2][:17] in cited
    panel.get_by_role("button", name="Copy the link").click()
    page.wait_for_timeout(100)
    assert page.evaluate("navigator.clipboard.readText()") == page.url
    sitting.context.close()
    assert sitting.faults == []


def test_a_page_prints_its_words_without_its_controls(browser: Any, room: str) -> None:
    """On paper there are no menus, filters or buttons, and nothing is cut off at the edge of a panel."""
    sitting = Sitting(browser, room)
    page = sitting.open("/events?state=France")
    page.emulate_media(media="print")
    assert page.get_by_role("heading", name="Events", exact=True).is_visible()
    for hidden in (".sections", ".filters", ".seek", ".files", ".pager"):
        assert not page.locator(hidden).first.is_visible(), hidden
    sitting.context.close()
