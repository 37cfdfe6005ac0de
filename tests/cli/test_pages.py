"""--open: the page is written and handed to the browser."""

from __future__ import annotations

import webbrowser
from pathlib import Path
from urllib.parse import unquote, urlparse

import pytest

from tests.cli.running import resdiff
from tests.core.test_languages import _TEXTS


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The addresses that were opened, in place of a browser."""
    addresses: list[str] = []

    def open_address(address: str) -> bool:
        addresses.append(address)
        return True

    monkeypatch.setattr(webbrowser, "open", open_address)
    return addresses


@pytest.mark.parametrize("command", ["compare", "brief", "history", "blame"])
def test_a_page_is_opened_and_kept_only_where_it_is_asked_for(
    samples: Path, tmp_path: Path, opened: list[str], command: str
) -> None:
    texts = [str(samples / "coastal-fund" / name) for name in ("3-adopted.txt", "4-next-year.txt")]
    assert resdiff(command, *texts, "--open").status < 2
    page = Path(unquote(urlparse(opened[0]).path))
    assert page.read_text("utf-8").startswith("<!DOCTYPE html>")
    assert page.parent.stat().st_mode & 0o077 == 0  # a draft may be confidential
    mine = tmp_path / "mine.html"
    assert resdiff(command, *texts, "--open", "-o", str(mine)).status < 2
    assert opened[1] == mine.as_uri()


def test_what_differs_between_two_languages_is_opened_too(tmp_path: Path, opened: list[str]) -> None:
    for language in ("fr", "es"):
        (tmp_path / f"{language}.txt").write_text("\n\n".join(_TEXTS[language]) + "\n", "utf-8")
    assert resdiff("compare", tmp_path / "fr.txt", tmp_path / "es.txt", "--open", "-q").status < 2
    (address,) = opened
    assert Path(unquote(urlparse(address).path)).read_text("utf-8").startswith("<!DOCTYPE html>")


def test_what_is_no_page_is_not_opened(samples: Path, tmp_path: Path, opened: list[str]) -> None:
    texts = [str(samples / "coastal-fund" / name) for name in ("3-adopted.txt", "4-next-year.txt")]
    for options in (["--format", "json"], ["-o", str(tmp_path / "a.docx")]):
        done = resdiff("compare", *texts, "--open", *options)
        assert done.status == 2
        assert "--open shows a page" in done.err
    assert opened == []


def test_where_there_is_no_browser_the_page_is_named(samples: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(webbrowser, "open", lambda _: False)
    texts = [str(samples / "coastal-fund" / name) for name in ("3-adopted.txt", "4-next-year.txt")]
    assert "there is no browser to open; the page is " in resdiff("brief", *texts, "--open").err
