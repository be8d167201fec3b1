"""The pages in a real browser: with and without JavaScript, on a desk and on a phone, by mouse and by keyboard."""

from __future__ import annotations

import re
import shutil
import socket
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
import uvicorn

from indexer.pipeline import index
from service.access import Policy
from service.api import create_app
from service.jobs import Jobs
from service.live import Live
from tests.conftest import ROOT, SAMPLES, WordEncoder

playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
axe_core = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe-playwright-python is not installed")

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")

pytestmark = [
    pytest.mark.skipif(not CHROMIUM, reason="no Chromium on this machine: apt install chromium"),
    pytest.mark.filterwarnings("ignore::DeprecationWarning"),
]

DESK: dict[str, Any] = {"viewport": {"width": 1200, "height": 900}}
PHONE: dict[str, Any] = {"viewport": {"width": 360, "height": 740}, "has_touch": True, "is_mobile": True}

ASKED = "how many stalking protection orders were breached"

LETTERS = (
    "wexcombe-spo-2023-24.txt",
    "harrowmere-stalking-orders-2023-24.html",
    "harrowmere-burglary-outcomes.txt",
    "saltmoor-cell-interception-ncnd.txt",
    "saltmoor-anpr-refusal.md",
    "northmarsh-complaints-cost.txt",
    "tarrick-agency-spend.xlsx",
    "northmarsh-fly-tipping.pdf",
)

INGEST = f"""
import sys
sys.path.insert(0, {str(ROOT)!r})
from tests.conftest import WordEncoder
from service import ingest
ingest.SentenceEncoder = lambda name: WordEncoder()
ingest.keep_query_encoder = lambda data, name: None
ingest.main()
"""
"""The indexing process with the tests' own encoder."""

HOSTILE = """<script>window.harmed = 1</script><img src=x onerror="window.harmed = 2"> Council

1. How many "><svg onload=window.harmed=3> kiosks were there?

There were 7 '"></textarea><script>window.harmed = 4</script> kiosks.
"""


HOSTILE_MARKDOWN = """# <script>window.harmed = 5</script> Town Council

**1. How many <img src=x onerror="window.harmed = 6"> [bollards](javascript:window.harmed=7) were there?**

| <svg onload=window.harmed=8> | 2023 |
|---|---|
| **<b onclick=window.harmed=9>bollards</b>** | 4 |

<u>The **bollards** </u><style>*{display:none}</style> [x](data:text/html,<script>window.harmed=10</script>) stand.
"""


@contextmanager
def served(data: Path, policy: Policy) -> Iterator[str]:
    """The service over `data` on a free port of loopback; its address."""
    jobs = Jobs(data, "words", (sys.executable, "-c", INGEST))
    app = create_app(Live(data, encoder=WordEncoder()), policy=policy, jobs=jobs)
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        server = uvicorn.Server(uvicorn.Config(app, log_config=None, ws="none"))
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
        thread.start()
        deadline = time.monotonic() + 30
        while not server.started:
            assert time.monotonic() < deadline and thread.is_alive(), "the service did not start"
            time.sleep(0.05)
        yield f"http://127.0.0.1:{listening.getsockname()[1]}"
        server.should_exit = True
        thread.join(timeout=20)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The service over some samples, open for uploads."""
    root = tmp_path_factory.mktemp("browser")
    folder = root / "letters"
    folder.mkdir()
    for name in LETTERS:
        shutil.copy(SAMPLES / name, folder)
    (folder / "<img src=x onerror=alert(1)>.txt").write_text(HOSTILE)
    (folder / "hostile.md").write_text(HOSTILE_MARKDOWN)
    (folder / "broken.pdf").write_bytes(b"%PDF-1.4 rubbish")
    index([str(folder)], root / "data", WordEncoder())
    with served(root / "data", Policy(open_writing=True)) as address:
        yield address


@pytest.fixture(scope="module")
def chromium() -> Iterator[Any]:
    with playwright.sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-dev-shm-usage"])
        yield browser
        browser.close()


@contextmanager
def opened(chromium: Any, site: str, **context: Any) -> Iterator[Any]:
    """A fresh browser window on `site`. Fails where a page says an error, or asks anyone else for anything."""
    made = chromium.new_context(base_url=site, reduced_motion="reduce", **context)
    made.set_default_timeout(20_000)
    page = made.new_page()
    wrong: list[str] = []
    page.on("console", lambda said: wrong.append(said.text) if said.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("dialog", lambda dialog: (wrong.append(f"a dialog: {dialog.message}"), dialog.dismiss()))
    page.on("request", lambda asked: None if asked.url.startswith(site) else wrong.append(f"asked for {asked.url}"))
    yield page
    made.close()
    assert not [one for one in wrong if "status of 4" not in one]


def search(page: Any, question: str) -> None:
    """Ask on the front page; back when the answer's page has its style too (its words stand before it)."""
    page.goto("/")
    page.get_by_label("Your question").fill(question)
    page.get_by_role("button", name="Search").click()
    page.get_by_role("heading", name="Passages").wait_for()
    page.wait_for_load_state()


def _comes_into_view(mark: Any, height: int) -> bool:
    """Whether a mark is on the screen within five seconds: the browser goes to it when it has laid the page out."""
    deadline = time.monotonic() + 5
    while not ((place := mark.bounding_box()) and 0 <= place["y"] <= height - place["height"] / 2):
        if time.monotonic() > deadline:
            return False
        time.sleep(0.05)
    return True


@pytest.mark.parametrize("javascript", [True, False], ids=["js", "no-js"])
@pytest.mark.parametrize("screen", [DESK, PHONE], ids=["desk", "phone"])
def test_a_question_is_answered_and_its_source_opened_at_the_spot(
    chromium: Any, site: str, screen: dict[str, Any], javascript: bool
) -> None:
    with opened(chromium, site, java_script_enabled=javascript, **screen) as page:
        search(page, ASKED)
        card = page.locator(".card").first
        assert card.locator("blockquote").count() == 1
        quote = " ".join(card.locator("blockquote").inner_text().split())
        card.locator("cite a").first.click()
        mark = page.locator("#cited")
        mark.wait_for()
        assert re.search(r"/documents/[0-9a-f]{16}\?start=\d+&end=\d+#cited$", page.url)
        assert " ".join(mark.inner_text().split()) == quote
        assert _comes_into_view(mark, screen["viewport"]["height"]), "the cited words are not in view"
        link = page.get_by_label("Link to this spot").input_value()
        assert link == page.url
        page.goto(link)
        assert " ".join(page.locator("#cited").inner_text().split()) == quote


@pytest.mark.parametrize("javascript", [True, False], ids=["js", "no-js"])
def test_passages_are_filtered_by_a_facet_and_the_filter_let_go(chromium: Any, site: str, javascript: bool) -> None:
    with opened(chromium, site, java_script_enabled=javascript, **DESK) as page:
        search(page, "orders")
        every = page.locator(".hit").count()
        page.get_by_role("complementary", name="Narrow").get_by_role("link", name="Saltmoor Police").click()
        page.get_by_role("list", name="Filters set").wait_for()
        names = page.locator(".hit h3").all_inner_texts()
        assert names and all("Saltmoor Police" in name for name in names)
        page.get_by_role("link", name="Remove the filter Authority: Saltmoor Police").click()
        page.wait_for_url(re.compile(r"query=orders$"))
        assert page.locator(".hit").count() == every


@pytest.mark.parametrize("screen", [DESK, PHONE], ids=["desk", "phone"])
def test_a_passage_s_table_is_a_table_and_a_letter_s_words_turn_nothing_around(
    chromium: Any, site: str, screen: dict[str, Any]
) -> None:
    with opened(chromium, site, **screen) as page:
        search(page, "reports of fly-tipping by ward")
        table = page.locator(".hit table").first
        assert table.locator("th[scope=col]").first.inner_text() == "Ward"
        assert table.locator("td").count() > 3
        direction = "getComputedStyle(document.querySelector('.hit h3 a')).unicodeBidi"
        assert page.evaluate(direction) == "isolate"


def test_a_citation_is_copied_with_one_press(chromium: Any, site: str) -> None:
    with opened(chromium, site, permissions=["clipboard-read", "clipboard-write"], **DESK) as page:
        search(page, ASKED)
        page.get_by_text("Cite this").first.click()
        for name, start in (("RIS", "TY  - GOVDOC"), ("BibTeX", "@misc{"), ("CSL-JSON", "["), ("Text", "")):
            page.get_by_role("button", name=f"Copy {name}").click()
            page.get_by_role("button", name="Copied").wait_for()
            copied = page.evaluate("navigator.clipboard.readText()")
            assert copied.startswith(start)
            assert copied.split() == page.get_by_label(name, exact=True).input_value().split()
            page.get_by_role("button", name=f"Copy {name}").wait_for()


def test_a_citation_is_taken_without_javascript(chromium: Any, site: str) -> None:
    with opened(chromium, site, java_script_enabled=False, accept_downloads=True, **DESK) as page:
        search(page, ASKED)
        page.get_by_text("Cite this").first.click()
        assert page.get_by_label("RIS", exact=True).input_value().startswith("TY  - GOVDOC")
        assert not page.get_by_role("button", name="Copy RIS").is_visible()
        with page.expect_download() as download:
            page.get_by_role("link", name="Save BibTeX").click()
        assert Path(download.value.path()).read_text().startswith("@misc{")
        assert download.value.suggested_filename.endswith(".bib")


@pytest.mark.parametrize("javascript", [True, False], ids=["js", "no-js"])
def test_a_letter_is_uploaded_and_found(chromium: Any, site: str, tmp_path: Path, javascript: bool) -> None:
    thing = "lanterns" if javascript else "weathervanes"
    letter = tmp_path / f"{thing} & more.txt"
    letter.write_text(
        f"Dunmarsh Town Council\n\nOur reference: FOI {len(thing)}/24\n12 March 2024\n\n"
        f"1. How many {thing} did the council repair in 2023?\n\nThe council repaired 37 {thing} in 2023.\n"
    )
    with opened(chromium, site, java_script_enabled=javascript, **DESK) as page:
        page.goto("/upload")
        page.get_by_label("Letters, attachments or archives").set_input_files([letter])
        page.get_by_role("button", name="Upload").click()
        page.get_by_role("heading", name="Done").wait_for(timeout=120_000)
        assert "1 added" in page.get_by_role("status").inner_text()
        page.get_by_role("link", name=letter.name).click()
        page.get_by_text(f"repaired 37 {thing}").first.wait_for()
        search(page, f"how many {thing} did Dunmarsh Town Council repair in 2023")
        assert "37" in page.locator(".card").first.inner_text()


def test_a_damaged_upload_is_named_with_its_reason(chromium: Any, site: str, tmp_path: Path) -> None:
    damaged = tmp_path / "<b>damaged.pdf"
    damaged.write_bytes(b"%PDF-1.4 rubbish")
    with opened(chromium, site, **DESK) as page:
        page.goto("/upload")
        page.get_by_label("Letters, attachments or archives").set_input_files([damaged])
        page.get_by_role("button", name="Upload").click()
        page.get_by_role("heading", name="Done").wait_for(timeout=120_000)
        assert "not read" in page.locator(".jobs").inner_text() and page.locator(".jobs a, main b").count() == 0


def test_too_large_an_upload_is_said_before_it_is_sent(chromium: Any, site: str, tmp_path: Path) -> None:
    large = tmp_path / "large.txt"
    with large.open("wb") as file:
        file.truncate((64 << 20) + 1)
    with opened(chromium, site, **DESK) as page:
        page.goto("/upload")
        page.get_by_label("Letters, attachments or archives").set_input_files([large])
        page.get_by_role("button", name="Upload").click()
        page.get_by_text("at most 64 MB").wait_for()
        assert page.url.endswith("/upload")


def test_the_keyboard_is_enough(chromium: Any, site: str) -> None:
    with opened(chromium, site, **DESK) as page:
        page.goto("/exemptions")
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.textContent") == "Skip to content"
        page.keyboard.press("Enter")
        assert page.evaluate("document.activeElement.id") == "main"
        page.goto("/")
        assert page.evaluate("document.activeElement.id") == "query", "the box has the focus on the front page"
        page.keyboard.type(ASKED)
        page.keyboard.press("Enter")
        page.get_by_role("heading", name="Passages").wait_for()
        page.wait_for_load_state()
        for _ in range(40):
            page.keyboard.press("Tab")
            if page.evaluate("!!document.activeElement.closest('cite')"):
                break
        outline = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
        assert outline == "solid", "what has the focus is not seen"
        page.keyboard.press("Enter")
        page.locator("#cited").wait_for()


def test_a_letter_that_means_harm_is_only_text(chromium: Any, site: str) -> None:
    with opened(chromium, site, **DESK) as page:
        for path in ("/?query=how+many+kiosks+were+there", "/documents", "/exemptions", "/compare?query=kiosks"):
            page.goto(path)
            assert page.evaluate("window.harmed") is None
        page.goto("/documents?words=onerror")
        page.locator("tbody a").first.click()
        page.get_by_text("There were 7").first.wait_for()
        page.wait_for_load_state()
        assert page.evaluate("window.harmed") is None and page.locator("main img, main svg, main script").count() == 0


def test_a_markdown_letter_that_means_harm_is_only_text(chromium: Any, site: str) -> None:
    with opened(chromium, site, **DESK) as page:
        page.goto("/?query=how+many+bollards+were+there")
        assert page.evaluate("window.harmed") is None and page.locator("main img, main script, main style").count() == 0
        page.goto("/documents?words=hostile.md")
        page.locator("tbody a").first.click()
        letter = page.locator(".letter")
        letter.get_by_text("window.harmed = 5").wait_for()
        page.wait_for_load_state()
        assert page.evaluate("window.harmed") is None
        assert letter.locator("img, svg, script, style, u, b, a[href*=script], a[href^=data], [onclick]").count() == 0


@pytest.mark.parametrize("javascript", [True, False], ids=["js", "no-js"])
def test_a_markdown_letter_is_read_without_its_marks_and_cited_with_them(
    chromium: Any, site: str, javascript: bool
) -> None:
    with opened(chromium, site, java_script_enabled=javascript, **PHONE) as page:
        page.goto("/documents?words=anpr-refusal")
        page.locator("tbody a").first.click()
        letter = page.locator(".letter")
        assert "Evidence of harm" in letter.inner_text() and "Law Enforcement" in letter.inner_text()
        assert "**" not in letter.inner_text() and "<u>" not in letter.inner_text()
        text = (SAMPLES / "saltmoor-anpr-refusal.md").read_text()
        quote = "Enforcement** (location of"
        start = text.index(quote)
        page.goto(f"{page.url}?start={start}&end={start + len(quote)}#cited")
        assert page.locator("mark").all_inner_texts() == ["Enforcement", " (location of"]
        assert page.get_by_label("Text", exact=True).input_value().count(quote) == 1


def every_page(page: Any) -> list[str]:
    """The address of a page of each sort, in each of its states."""
    page.goto(f"/?query={ASKED}")
    cited = page.locator("cite a").first.get_attribute("href")
    page.goto("/documents?words=burglary")
    tables = page.locator("tbody a").first.get_attribute("href")
    page.goto("/documents?words=agency-spend")
    sheet = page.locator("tbody a").first.get_attribute("href")
    return [
        *("/?query=reports+of+fly-tipping+by+ward+in+2023/24", "/?query=agency+spend+on+both+sites"),
        *("/", f"/?query={ASKED}", "/?query=ANPR+cameras+withheld&kind=exemption", "/?query=zzyzx"),
        *("/?query=orders&authority=Nowhere", "/?query=orders&since=soon", "/?query=IMSI+catchers+Saltmoor"),
        *(cited, tables, sheet, f"{tables}?start=5&end=900000"),
        *("/documents", "/documents?words=nothing+has+this", "/exemptions", "/exemptions?exemption=s31"),
        *("/exemptions?exemption=zz", "/exemptions?authority=Nowhere"),
        *("/compare", f"/compare?query={ASKED}&authority=Wexcombe+Constabulary&authority=Saltmoor+Police"),
        *("/upload", "/jobs/0000000000000000", "/nothing"),
    ]


@pytest.mark.parametrize(
    ("scheme", "screen"), [("light", DESK), ("dark", DESK), ("light", PHONE)], ids=["light", "dark", "phone"]
)
def test_axe_finds_nothing_on_any_page(chromium: Any, site: str, scheme: str, screen: dict[str, Any]) -> None:
    axe = axe_core.Axe()
    tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
    with opened(chromium, site, color_scheme=scheme, **screen) as page:
        for path in every_page(page):
            page.goto(path)
            page.evaluate("for (const one of document.querySelectorAll('details')) one.open = true")
            found = axe.run(page, options={"runOnly": tags}).response
            assert found["passes"], "axe did not run"
            assert [(path, v["id"], v["nodes"][0]["html"]) for v in found["violations"]] == []
            wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
            assert wide <= 0, f"{path} is {wide} pixels wider than the screen"
