"""Draws the README's picture of a report.

usage: python -m tests.browser.picture

Writes tests/browser/report.png, of the sample texts, as Chromium shows it.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

from resdiff.core.compare import compare
from resdiff.render.report.comparison import comparison_html
from resdiff.workspace.reading import read
from tests.browser.test_report import CHROMIUM, FLAGS
from tests.conftest import ROOT


def main() -> None:
    """Draws it."""
    if CHROMIUM is None:
        sys.stdout.write("there is no Chromium: nothing is drawn\n")
        return
    base, revised = sorted((ROOT / "samples" / "coastal-fund").glob("*.txt"))[1:3]
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        target = Path(folder) / "report.html"
        target.write_text("".join(comparison_html(compare(read(base), read(revised)))), "utf-8")
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        page = browser.new_page(viewport={"width": 1100, "height": 620})
        page.goto(target.as_uri())

        page.screenshot(path=ROOT / "tests" / "browser" / "report.png")
        browser.close()


if __name__ == "__main__":
    main()
