"""Pages opened in Chromium: filters, find, links, keys, print, phone width.

Nothing is loaded, nothing in a text acts.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pypdfium2
import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from resdiff.core.compare import compare
from resdiff.core.history import follow
from resdiff.core.parse import parse
from resdiff.render.report.blame import blame_html
from resdiff.render.report.comparison import comparison_html
from resdiff.render.report.history import history_html
from resdiff.render.report.resolution import resolution_html
from resdiff.workspace.reading import read
from tests.making import OPERATIVE, PREAMBLE, made, text_of

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
FLAGS = (
    "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking"
    " --disable-component-update --disable-sync"
).split()

pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="there is no Chromium (Debian's package chromium)")


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield started
        started.close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page that fails the test where a script fails, the console complains or anything but the page itself
    is asked for.
    """
    context = browser.new_context(viewport={"width": 1200, "height": 800})
    opened = context.new_page()
    trouble: list[str] = []
    opened.on("console", lambda message: trouble.append(message.text))
    opened.on("pageerror", lambda error: trouble.append(str(error)))
    opened.on(
        "request",
        lambda request: trouble.append(request.url) if not request.url.startswith("file:") else None,
    )
    yield opened
    context.close()
    assert trouble == []


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The addresses of a page of each kind, of the samples."""
    folder = tmp_path_factory.mktemp("pages")
    samples = Path(__file__).parents[2] / "samples" / "coastal-fund"
    texts = [read(path) for path in sorted(samples.glob("*.txt"))]
    history = follow(texts)
    written = {
        "comparison": comparison_html(compare(texts[1], texts[2])),
        "history": history_html(history, history.threads),
        "blame": blame_html(history),
        "text": resolution_html(texts[3], None),
    }
    for name, pieces in written.items():
        (folder / f"{name}.html").write_text("".join(pieces), "utf-8")
    return {name: (folder / f"{name}.html").as_uri() for name in written}


def test_it_shows_changes_verbs_or_all(page: Page, pages: dict[str, str]) -> None:
    page.goto(pages["comparison"])
    moved, edited, same = (
        page.locator("article#PP7"),
        page.locator("article#OP4"),
        page.locator("article#OP1"),
    )
    expect(moved).to_be_visible()
    expect(same).to_be_hidden()
    page.get_by_label("verb changes").check()
    expect(moved).to_be_hidden()
    expect(edited).to_be_visible()
    page.get_by_label("whole text").check()
    expect(same).to_be_visible()
    expect(moved).to_be_visible()


def test_reasons_leave_out_what_has_no_other(page: Page, pages: dict[str, str]) -> None:
    page.goto(pages["comparison"])
    later, numbered = page.locator("article[id='OP5(a)']"), page.locator("article#OP8")
    expect(later).to_be_visible()
    page.get_by_label("cadence").uncheck()
    page.get_by_label("numbering").uncheck()
    expect(later).to_be_visible()
    expect(numbered).to_be_visible()
    before = int(page.locator("#status").inner_text().split()[0])
    page.get_by_label("substantive").uncheck()
    expect(later).to_be_hidden()
    expect(numbered).to_be_hidden()
    assert int(page.locator("#status").inner_text().split()[0]) < before


def test_find_goes_from_place_to_place_and_opens_what_is_folded(page: Page, pages: dict[str, str]) -> None:
    page.goto(pages["comparison"])
    page.keyboard.press("/")
    page.keyboard.type("Purposes and principles")
    expect(page.locator("#status")).to_have_text("1 found")
    expect(page.locator("article#PP1")).to_be_hidden()
    page.keyboard.press("Enter")
    expect(page.locator("article#PP1")).to_be_visible()
    assert page.evaluate("[...CSS.highlights.get('here')][0].toString()") == "purposes and principles"
    page.locator("#query").fill("marshes")
    page.get_by_role("button", name="next").click()
    expect(page.locator("#status")).to_contain_text("1 of ")
    page.get_by_role("button", name="previous").click()
    count = int(page.locator("#status").inner_text().split()[2])
    expect(page.locator("#status")).to_have_text(f"{count} of {count} found")
    assert page.evaluate("CSS.highlights.get('found').size") == count > 3
    page.locator("#query").press("Escape")
    assert page.evaluate("CSS.highlights.get('found').size") == 0
    page.locator("#query").fill("no such words")
    expect(page.locator("#status")).to_have_text("nothing found")


def test_what_stays_is_found_once_and_signs_need_not_be_the_same(page: Page, tmp_path: Path) -> None:
    old = made(operative=("Requests the child’s keeper in İzmir to light\u00a0the mole;",))
    new = made(operative=("Urges the child’s keeper in İzmir to light\u00a0the mole;",))
    target = tmp_path / "report.html"
    target.write_text("".join(comparison_html(compare(old, new))), "utf-8")
    page.goto(target.as_uri())
    for words, reported in (
        ("child's keeper", "1 found"),
        ("light the mole", "1 found"),
        ("requests the", "1 found"),
        ("urges the", "1 found"),
    ):
        page.locator("#query").fill(words)
        expect(page.locator("#status")).to_have_text(reported)
    page.get_by_label("verb changes").check()
    page.locator("#query").fill("storm water")
    expect(page.locator("#status")).to_have_text("nothing found in what is shown")


def test_voters_are_found(page: Page, pages: dict[str, str]) -> None:
    page.goto(pages["comparison"])
    page.locator("#query").fill("casteny")
    page.locator("#query").press("Enter")
    expect(page.locator("#status")).to_have_text("1 of 1 found")
    expect(page.locator("td", has_text="Casteny")).to_be_in_viewport()


@pytest.mark.parametrize(("width", "height"), [(390, 800), (768, 900), (844, 390), (1024, 700), (1280, 800)])
def test_what_a_key_leads_to_is_not_hidden_by_the_bar(
    page: Page, pages: dict[str, str], width: int, height: int
) -> None:
    page.set_viewport_size({"width": width, "height": height})
    page.goto(pages["comparison"])
    for _ in range(4):
        page.keyboard.press("n")
    box = page.evaluate("document.activeElement.getBoundingClientRect().top")
    covered = page.evaluate(
        "[...document.querySelectorAll('.tools, .map')].filter((e) => getComputedStyle(e).position ==="
        " 'sticky').map((e) => e.getBoundingClientRect().bottom)"
    )
    assert max(covered, default=0) <= box < height


def test_after_scrolling_keys_go_on_from_what_is_on_the_screen(page: Page, pages: dict[str, str]) -> None:
    page.goto(pages["comparison"])
    page.keyboard.press("n")
    page.evaluate("scrollTo(0, document.body.scrollHeight)")
    page.keyboard.press("p")
    assert page.evaluate("document.activeElement.id") not in ("", "PP7", "PP9")


def test_words_are_found_across_what_came_and_went(page: Page, pages: dict[str, str]) -> None:
    page.goto(pages["comparison"])
    page.locator("#query").fill("encourages all members")
    expect(page.locator("#status")).to_have_text("1 found")


def test_a_verb_leads_to_its_paragraph(page: Page, pages: dict[str, str]) -> None:
    page.goto(pages["comparison"])
    page.get_by_label("substantive").uncheck()
    expect(page.locator("article#OP4")).to_be_hidden()
    page.get_by_role("region", name="Verbs").get_by_role("link", name="OP4", exact=True).click()
    expect(page.locator("article#OP4")).to_be_in_viewport()
    expect(page.locator("article#OP4")).to_be_focused()
    assert page.evaluate("document.getElementById('OP4').getBoundingClientRect().top > 0")


def test_links_within_a_report_open_it_at_their_paragraph(page: Page, pages: dict[str, str]) -> None:
    page.goto(f"{pages['comparison']}#OP5(b)")
    expect(page.locator("article[id='OP5(b)']")).to_be_in_viewport()
    page.goto(f"{pages['comparison']}#%E0%A4%A")
    expect(page.locator("article#OP4")).to_be_visible()


def test_a_link_leads_on_also_when_it_was_followed_before(page: Page, pages: dict[str, str]) -> None:
    page.goto(pages["comparison"])
    mark = page.locator(".map a[href='#PP7']")
    mark.click()
    page.get_by_label("verb changes").check()
    expect(page.locator("article#PP7")).to_be_hidden()
    mark.click()
    expect(page.locator("article#PP7")).to_be_in_viewport()


def test_keys_go_from_change_to_change(page: Page, pages: dict[str, str]) -> None:
    page.goto(pages["comparison"])
    focused = "document.activeElement.id"
    page.keyboard.press("n")
    first = page.evaluate(focused)
    page.keyboard.press("n")
    assert page.evaluate(focused) != first
    page.keyboard.press("p")
    assert page.evaluate(focused) == first == "PP7"


def test_marks_of_the_map_lead_to_changes(page: Page, pages: dict[str, str]) -> None:
    page.goto(pages["comparison"])
    page.locator(".map a").last.click()
    assert page.evaluate("location.hash.length > 1")
    expect(page.locator("article:target")).to_be_in_viewport()


def test_it_is_printed_as_it_is_shown(page: Page, pages: dict[str, str]) -> None:
    page.goto(pages["comparison"])
    page.get_by_label("whole text").check()
    printed = pypdfium2.PdfDocument(page.pdf(format="A4"))
    text = " ".join(" ".join(sheet.get_textpage().get_text_range() for sheet in printed).split())
    for words in ("purposes and principles of the Charter", "Encourages", "Arvenia, Belmora", "Vote"):
        assert words in text
    assert "previous" not in text
    assert len(printed) > 1


def test_without_a_script_the_whole_text_is_there(browser: Browser, pages: dict[str, str]) -> None:
    context = browser.new_context(java_script_enabled=False)
    opened = context.new_page()
    opened.goto(pages["comparison"])
    expect(opened.locator("article#OP4")).to_be_visible()
    expect(opened.locator("form")).to_be_hidden()
    opened.locator("details.same summary").first.click()
    expect(opened.locator("article#PP1")).to_be_visible()
    context.close()


@pytest.mark.parametrize("name", ["comparison", "history", "blame", "text"])
def test_no_page_is_wider_than_its_window(page: Page, pages: dict[str, str], name: str) -> None:
    page.goto(pages[name])
    page.evaluate("document.querySelectorAll('details').forEach((details) => { details.open = true; })")
    for width in (320, 390, 1200):
        page.set_viewport_size({"width": width, "height": 800})
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        expect(page.locator("h1")).to_be_visible()


def test_the_readings_of_a_paragraph_open_by_their_link(page: Page, pages: dict[str, str]) -> None:
    page.goto(pages["history"])
    page.get_by_role("link", name="OP4", exact=True).click()
    expect(page.locator("details[open] ins", has_text="Encourages")).to_be_visible()


def test_versions_are_named_on_demand(page: Page, pages: dict[str, str]) -> None:
    page.goto(pages["blame"])
    name = page.locator(".blame .from").first
    expect(name).to_be_hidden()
    page.get_by_label("name the version").check()
    expect(name).to_be_visible()


def test_nothing_in_a_text_acts(page: Page, tmp_path: Path) -> None:
    evil = (
        "Requests <script>document.title='taken'</script><img src=http://x.invalid/a"
        " onerror=\"document.title='taken'\"> </style></title><b onmouseover='x()'> all to light the mole"
        " &lt;now&gt;;"
    )
    base = text_of(head="12/9. <script>document.title='taken'</script> & \"quotes\"")
    revised = text_of(
        operative=(*OPERATIVE[:2], evil, *OPERATIVE[2:]), head="12/9. <img src=x onerror=alert(1)> & 'quotes'"
    )
    texts = parse(base, name="<base>.txt"), parse(revised, name='"><script>x</script>.txt')
    history = follow(texts)
    for name, pieces in {
        "comparison": comparison_html(compare(*texts)),
        "history": history_html(history, history.threads, "<i>"),
        "blame": blame_html(history),
        "text": resolution_html(texts[1], None),
    }.items():
        target = tmp_path / f"{name}.html"
        target.write_text("".join(pieces), "utf-8")
        page.goto(target.as_uri())
        assert page.title() != "taken"
        assert page.locator("main img, main script, main b").count() == 0
        if name == "comparison":
            assert evil in page.locator("article#OP3").text_content()  # type: ignore[operator]  # there is one


def test_a_text_tells_its_direction(page: Page, tmp_path: Path) -> None:
    arabic = (
        "إن الجمعية الساحلية،\n\nإذ تشير إلى قرارها 9/14،\n\n1. تطلب إلى جميع الأعضاء أن يساهموا في"
        " الصندوق؛\n"
    )
    target = tmp_path / "arabic.html"
    target.write_text(
        "".join(comparison_html(compare(parse(arabic), parse(arabic.replace("جميع", "كافة"))))), "utf-8"
    )
    page.goto(target.as_uri())
    side = page.locator("article .sides > div").first
    assert side.evaluate("element => getComputedStyle(element).direction") == "rtl"
    assert side.get_attribute("lang") == "ar"
    assert page.locator("h1").evaluate("element => getComputedStyle(element).direction") == "ltr"


def test_two_equal_texts_make_a_quiet_page(page: Page, tmp_path: Path) -> None:
    target = tmp_path / "same.html"
    target.write_text("".join(comparison_html(compare(made(), made(preamble=PREAMBLE)))), "utf-8")
    page.goto(target.as_uri())
    expect(page.get_by_text("No verb was added, dropped or changed")).to_be_visible()
    expect(page.locator("#status")).to_have_text("0 of 0 shown")
    page.keyboard.press("n")
