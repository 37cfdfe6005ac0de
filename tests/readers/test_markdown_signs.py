"""Signs of Markdown in plain text: headings, bold lines, struck words with others behind them."""

from __future__ import annotations

from pathlib import Path

import pytest

from resdiff.readers.changes import Changes
from resdiff.readers.formats import has_tracked_changes
from resdiff.readers.markdown_signs import without_signs
from resdiff.workspace.texts import parse_bytes
from tests.cli.running import resdiff

_BODY = (
    "*The Littoral Assembly*,\n\n*Recalling* its resolution 9/14 of 6 March 2028,\n\n1. *Decides* to meet.\n"
)


@pytest.mark.parametrize(
    "title",
    [
        "# 12/9. Lamps of the coast",
        "### 12/9. Lamps of the coast",
        "**12/9. Lamps of the coast**",
        "12/9. Lamps of the coast\n===",
        "12/9. Lamps of the coast",
    ],
)
def test_a_title_is_read_without_its_signs(title: str) -> None:
    head = parse_bytes(f"{title}\n\n{_BODY}".encode(), "it", "it").masthead
    assert (head.number, head.title) == ("12/9", "Lamps of the coast")


@pytest.mark.parametrize(
    ("text", "accepted", "rejected", "shown"),
    [
        ("to ~~mend~~ **buy** lamps", "to buy lamps", "to mend lamps", "to [-mend-]{+buy+} lamps"),
        ("to ~~mend~~**buy** lamps", "to buy lamps", "to mend lamps", "to [-mend-]{+buy+} lamps"),
        ("to ~~mend~~\n**buy\nnew** it", "to buy\nnew it", "to mend it", "to [-mend-]{+buy\nnew+} it"),
        ("to mend ~~all ~~lamps", "to mend ~~all ~~lamps", "to mend ~~all ~~lamps", "to mend ~~all ~~lamps"),
        ("to mend ~~all~~ lamps", "to mend  lamps", "to mend all lamps", "to mend [-all-] lamps"),
        ("~~3.~~ **2.** Acts", "2. Acts", "3. Acts", "[-3.-]{+2.+} Acts"),
        ("to {~~mend~>buy~~} it", "to {~~mend~>buy~~} it", "to {~~mend~>buy~~} it", "to {~~mend~>buy~~} it"),
        ("~~a\n\nb~~", "~~a\n\nb~~", "~~a\n\nb~~", "~~a\n\nb~~"),
        ("**all** of it", "**all** of it", "**all** of it", "**all** of it"),
        ("lamp #4 ==", "lamp #4 ==", "lamp #4 ==", "lamp #4 =="),
    ],
)
def test_struck_words_are_taken_out_kept_or_shown(
    text: str, accepted: str, rejected: str, shown: str
) -> None:
    forms: tuple[tuple[Changes, str], ...] = (("accept", accepted), ("reject", rejected), ("both", shown))
    for changes, expected in forms:
        assert without_signs(text, changes)[0] == expected


def test_a_redline_in_markdown_is_compared_and_counted(tmp_path: Path) -> None:
    data = _BODY.replace("to meet", "~~to meet~~ **to rest** ~~at last~~").encode()
    path = tmp_path / "red.md"
    path.write_bytes(data)
    assert has_tracked_changes(data, "it")
    assert not has_tracked_changes(_BODY.encode(), "it")
    assert "2 marked changes are read as accepted" in resdiff("show", path).err
    assert "1. Decides to rest ." not in resdiff("show", path).out
    assert "[-meet at last-] {+rest+}" in resdiff("compare", path).out
