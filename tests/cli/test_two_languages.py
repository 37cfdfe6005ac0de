"""What cannot be said of texts in two languages points to what can."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.running import assert_trouble, resdiff
from tests.core.test_languages import _TEXTS


@pytest.mark.parametrize("command", ["brief", "asks"])
def test_briefs_and_asks_are_of_one_language(tmp_path: Path, command: str) -> None:
    for language in ("fr", "es"):
        (tmp_path / f"{language}.txt").write_text("\n\n".join(_TEXTS[language]) + "\n", "utf-8")
    done = resdiff(command, tmp_path / "fr.txt", tmp_path / "es.txt", "-q")
    assert_trouble(done, "the texts are in two languages (es, fr): resdiff compare checks one language")


def test_the_organ_of_each_language_has_no_closing_sign(tmp_path: Path) -> None:
    for language, lines in _TEXTS.items():
        path = tmp_path / f"{language}.txt"
        path.write_text("\n\n".join(lines) + "\n", "utf-8")
        head = resdiff("show", path).out.split("\n\n")[0]
        assert not head.rstrip().endswith(("，", "،", ","))
