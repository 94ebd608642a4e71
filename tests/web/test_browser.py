"""The pages in a real browser (Chromium): looks, keyboard, layers, passages, review, upload. Skipped where there is none.

With MITHAQ_SHOTS=FOLDER each page is also kept as a picture.
"""

from __future__ import annotations

import os
import shutil
import socket
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from mithaq.web import create_app

CHROMIUM = next(
    (p for p in ("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome") if os.path.exists(p)), None
)
FLAGS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
]  # fmt: skip
AXE = os.environ.get("MITHAQ_AXE", "")
SHOTS = os.environ.get("MITHAQ_SHOTS", "")

pytestmark = [
    pytest.mark.skipif(CHROMIUM is None, reason="no Chromium here: install Debian's package chromium"),
    pytest.mark.filterwarnings("ignore"),
]
PAGES = (
    "",
    "agreements",
    "commitments",
    "timeline",
    "actors",
    "positions",
    "map",
    "conflicts",
    "reports",
    "search?q=اتفاق",
    "review",
    "add",
)


@pytest.fixture(scope="module")
def address(base: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where a server with a copy of the register listens."""
    import uvicorn

    path = tmp_path_factory.mktemp("browser") / "register.db"
    shutil.copy(base, path)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    server = uvicorn.Server(uvicorn.Config(create_app(str(path)), port=port, log_level="error"))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.02)
    yield f"http://127.0.0.1:{port}"
    server.should_exit = True
    thread.join(10)


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    """One Chromium for all tests."""
    playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    with playwright.sync_playwright() as p:
        found = p.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield found
        found.close()


@pytest.fixture
def page(browser: Any, address: str) -> Iterator[Any]:
    """A page that fails the test where the browser complains (a script, a policy, a file that is not there)."""
    context = browser.new_context(base_url=address, viewport={"width": 1280, "height": 900})
    made = context.new_page()
    wrong: list[str] = []
    made.on("console", lambda m: wrong.append(m.text) if m.type in ("error", "warning") else None)
    made.on("pageerror", lambda e: wrong.append(str(e)))
    yield made
    context.close()
    assert wrong == []


def ids(page: Any, kind: str) -> str:
    answer = page.request.get(f"/ar/{kind}.json")
    return str(answer.json()[kind][0]["id"])


def every(page: Any) -> list[str]:
    return [*PAGES, *(f"{kind}/{ids(page, kind)}" for kind in ("agreements", "commitments", "actors", "reports"))]


@pytest.mark.parametrize("language", ["ar", "en"])
@pytest.mark.parametrize(("name", "size", "scheme"), [("desk", (1280, 900), "light"), ("phone", (390, 844), "dark")])
def test_every_page_fits_and_is_accessible(
    page: Any, language: str, name: str, size: tuple[int, int], scheme: str
) -> None:
    page.set_viewport_size({"width": size[0], "height": size[1]})
    page.emulate_media(color_scheme=scheme)
    for path in every(page):
        page.goto(f"/{language}/{path}")
        wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        assert wide <= 1, f"{path} is wider than the window by {wide}"
        if SHOTS:
            Path(SHOTS).mkdir(parents=True, exist_ok=True)
            file = (path.partition("?")[0].replace("/", "-").partition("-")[0] or "overview") + (
                "-one" if "/" in path else ""
            )
            page.screenshot(path=f"{SHOTS}/{file}-{language}-{name}-{scheme}.png")
        if AXE:
            page.evaluate(Path(AXE).read_text("utf-8"))
            found = page.evaluate("axe.run(document, {resultTypes: ['violations']})")
            serious = [
                (v["id"], v["nodes"][0]["html"]) for v in found["violations"] if v["impact"] in ("serious", "critical")
            ]
            assert found["passes"], path
            assert serious == [], path


def test_layers_are_switched(page: Any) -> None:
    page.goto(f"/ar/reports/{ids(page, 'reports')}")
    words = page.locator("#words")
    colour = "e => getComputedStyle(e).textDecorationLine"
    mark = page.locator(".m-times").first
    assert mark.evaluate(colour) == "underline"
    page.locator("form.layers input[value=times]").uncheck()
    assert "on-times" not in words.get_attribute("class")
    assert mark.evaluate(colour) == "none" or mark.evaluate("e => e.className.includes('m-actors')")
    assert "show=" in page.url
    page.locator("[data-none]").click()
    assert page.locator("form.layers input:checked").count() == 0


def test_list_and_words_lead_to_each_other(page: Any) -> None:
    page.goto(f"/ar/reports/{ids(page, 'reports')}")
    item = page.locator(".side details[data-layer=statements] li").first
    item.locator("a.to-text").click()
    assert "lit" in item.get_attribute("class")
    assert page.locator("#words .lit").count() > 0
    assert "#c=" in page.url
    lit = page.locator("#words .lit").first.get_attribute("data-m").split()
    assert item.get_attribute("data-e") in lit
    page.locator("#words .m-times").first.click()
    assert page.locator(".side li.lit").count() == 1
    assert page.evaluate("document.activeElement.closest('li')?.classList.contains('lit')")


@pytest.mark.parametrize("span", [(3, 17), (30, 31), (60, 140)])
def test_a_link_to_a_passage(page: Any, span: tuple[int, int], hostile: str) -> None:
    """The words that are lit are exactly those, in code points, on text with quotation marks, digits and controls."""
    text = page.request.get(f"/ar/reports/{hostile}.json").json()["record"]["document"]["text"]
    page.goto(f"/ar/reports/{hostile}#c={span[0]}-{span[1]}")
    lit = page.evaluate("[...CSS.highlights.get('here')][0].toString()")
    wanted = text[span[0] : span[1]].replace("\u202e", "").replace("\u202c", "").replace("\n", "")
    assert lit.replace("\n", "") == wanted


def test_a_selection_becomes_a_link(page: Any, hostile: str) -> None:
    page.goto(f"/ar/reports/{hostile}")
    page.evaluate("""() => {
        const pieces = [...document.querySelectorAll('#words [data-o]')].filter(p => p.firstChild);
        const range = new Range();
        range.setStart(pieces[2].firstChild, 1); range.setEnd(pieces[4].firstChild, 1);
        getSelection().removeAllRanges(); getSelection().addRange(range);
    }""")
    page.wait_for_selector("#share:not([hidden])")
    link = page.locator("#share a").get_attribute("href")
    wanted = page.evaluate("getSelection().toString().replace(/\\n/g, '')")
    page.goto(link)
    assert page.evaluate("[...CSS.highlights.get('here')][0].toString().replace(/\\n/g, '')") == wanted
    assert page.locator("#words [tabindex='-1']").count() == 1


def test_a_derivation_opens_in_place(page: Any) -> None:
    page.goto(f"/ar/reports/{ids(page, 'reports')}")
    why = page.locator(".side details[open] a.why").first
    why.click()
    page.wait_for_selector(".side .derivation")
    assert page.locator(".side .derivation code").count() > 0
    why.click()
    assert page.locator(".side .derivation").count() == 0


def test_review_with_the_keyboard(page: Any) -> None:
    page.goto("/ar/review")
    before = page.locator(".case").count()
    assert before > 1
    page.locator("#signs").fill("ليلى")
    page.keyboard.press("Tab")
    page.evaluate("document.activeElement.blur()")
    page.keyboard.press("j")
    page.keyboard.press("j")
    second = page.evaluate("document.activeElement.id")
    assert second == page.locator(".case").nth(1).get_attribute("id")
    with page.expect_navigation():
        page.keyboard.press("a")
    assert page.locator(f"#{second}").count() == 0
    assert "ليلى" in page.locator("main").inner_text()


def test_upload(page: Any, tmp_path: Path) -> None:
    file = tmp_path / "تقرير.txt"
    file.write_text("عنوان\nأعلنت الحكومة الاثنين أنها ستنسحب من المدينة قبل نهاية العام المقبل.\n", "utf-8")
    broken = tmp_path / "broken.txt"
    broken.write_bytes(b"\x00\x01\x02\xff\xfe\x00" * 50)
    page.goto("/ar/add")
    page.locator("input[type=file]").set_input_files([file, broken])
    page.locator("input[name=published]").fill("2025-11-03")
    page.locator("form.adding button").click()
    page.wait_for_selector("#job[data-done='1']", timeout=20_000)
    rows = page.locator("#job tbody tr")
    assert "أُضيف" in rows.nth(0).inner_text() and "تعذّر" in rows.nth(1).inner_text()
    rows.nth(0).locator("a").click()
    assert "ستنسحب من المدينة" in page.locator("#words").inner_text()


def test_the_keyboard_reaches_everything(page: Any) -> None:
    page.goto("/ar/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.name") == "q"
    page.keyboard.type("اتفاق")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    assert page.locator("mark").count() > 0


def test_the_day_is_chosen(page: Any) -> None:
    page.goto("/en/commitments")
    page.locator("form.days input[name=as_of]").fill("2025-05-20")
    with page.expect_navigation():
        page.locator("form.days button").click()
    assert "as_of=2025-05-20" in page.url and "known" not in page.url
    assert "20 May 2025" in page.locator("form.days").inner_text()


def test_the_brief_prints(page: Any, tmp_path: Path) -> None:
    page.goto(f"/ar/agreements/{ids(page, 'agreements')}")
    page.emulate_media(media="print")
    assert not page.locator("header.top").is_visible()
    assert page.locator(".printonly").is_visible()
    page.pdf(path=str(tmp_path / "brief.pdf"))
    assert (tmp_path / "brief.pdf").stat().st_size > 5_000


def test_it_works_without_scripts(browser: Any, address: str, hostile: str) -> None:
    context = browser.new_context(base_url=address, java_script_enabled=False)
    made = context.new_page()
    made.goto(f"/ar/reports/{hostile}?c=50-80&show=times#c=50-80")
    assert made.locator(".m-here").count() > 0
    made.goto("/ar/search?q=اتفاق&kind=agreements")
    assert made.locator(".item").count() > 0
    context.close()
