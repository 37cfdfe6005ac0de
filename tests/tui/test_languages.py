"""Two language versions of one text side by side, by their keys; every key over real ones."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import combinations
from pathlib import Path

import pytest
from textual.pilot import Pilot

from resdiff.core.concordance import Concordance
from resdiff.core.errors import ResdiffError, UsageError
from resdiff.render.terminal.wrap import cells
from resdiff.tui.app import ResdiffApp
from resdiff.tui.screens.languages import LanguagesScreen
from resdiff.tui.screens.reader import ReaderScreen
from resdiff.tui.widgets.language_view import LanguageView
from resdiff.tui.widgets.line_list import LineList
from resdiff.workspace.adding import GivenFacts, add_files
from resdiff.workspace.comparing import compare_texts
from resdiff.workspace.reading import read, verbs_in
from resdiff.workspace.references import open_repository
from resdiff.workspace.renderings import both_languages, other_languages, renderings_of
from tests.cli.running import resdiff
from tests.conftest import SHARED
from tests.core.test_concordance import ENGLISH, OTHERS
from tests.tui.driving import drive, seen, settled
from tests.tui.sweeping import Sweep

_WRONG = {"1,5 million": "2,5 million", "1 250 digues": "1 300 digues", "Encourage les": "Autorise les"}
_REAL = SHARED / "unxml"


def _written(folder: Path, texts: Mapping[str, Sequence[str]], changes: Mapping[str, str]) -> dict[str, Path]:
    files = {}
    for language, lines in texts.items():
        text = "\n\n".join(lines)
        for old, new in changes.items():
            text = text.replace(old, new)
        files[language] = folder / f"{language}.txt"
        files[language].write_text(text, "utf-8")
    return files


@pytest.fixture
def files(tmp_path: Path) -> dict[str, Path]:
    """The same text in English, and with faults in French; in Chinese and Arabic."""
    return _written(tmp_path, {"en": ENGLISH, **OTHERS}, _WRONG)


@pytest.fixture
def renderings(tmp_path: Path, files: dict[str, Path]) -> Path:
    """A store that has a lineage for each language."""
    path = tmp_path / "languages.db"
    with open_repository(str(path), create=True) as store:
        for language in ("en", "fr", "zh"):
            add_files(f"moles-{language}", [str(files[language])], GivenFacts(), store)
    return path


def _app(base: str, revised: str) -> ResdiffApp:
    return ResdiffApp(lambda report: compare_texts(base, revised, progress=report))


def _concordance(files: dict[str, Path], language: str = "fr") -> Concordance:
    return both_languages(read(files["en"]), read(files[language]))


def test_versions_with_one_symbol_in_other_languages_are_renderings(
    renderings: Path, tmp_path: Path, files: dict[str, Path]
) -> None:
    with open_repository(str(renderings)) as store:
        (english,) = store.versions("moles-en")
        (french,) = store.versions("moles-fr")
        text = read("moles-en@latest", store=str(renderings))
        assert [v.reference.partition("@")[0] for v in renderings_of(text, store)] == ["moles-fr", "moles-zh"]
        assert other_languages([english, french], store) == {english.id: "fr, zh", french.id: "en, zh"}
        other = tmp_path / "other.txt"
        other.write_text("\n\n".join(ENGLISH).replace("LC/RES/91", "LC/RES/92"), "utf-8")
        (later,) = add_files("moles-en", [str(other)], GivenFacts(), store).versions
        assert other_languages([later], store) == {}
        nameless = tmp_path / "nameless.txt"
        nameless.write_text("\n\n".join(ENGLISH[1:]), "utf-8")
        assert renderings_of(read(nameless), store) == ()
    assert "also in" in resdiff("log", "moles-en", "--store", str(renderings)).out
    assert "fr, zh" in resdiff("log", "moles-en", "--store", str(renderings)).out
    dropped = resdiff("drop", "moles-fr@latest", "--yes", "--store", str(renderings))
    assert dropped.status == 0
    with open_repository(str(renderings)) as store:
        assert other_languages([english], store) == {english.id: "zh"}


def test_a_correction_stands_for_the_language_version_it_corrects(
    renderings: Path, tmp_path: Path, files: dict[str, Path]
) -> None:
    corrected = tmp_path / "corrected.txt"
    corrected.write_text("\n\n".join(OTHERS["fr"]), "utf-8")
    with open_repository(str(renderings)) as store:
        (old,) = store.versions("moles-fr")
        facts = GivenFacts(label="again", supersedes=old.label, reason="two figures")
        (new,) = add_files("moles-fr", [str(corrected)], facts, store).versions
        text = read("moles-en@latest", store=str(renderings))
        assert new.id in {version.id for version in renderings_of(text, store)}
        assert old.id not in {version.id for version in renderings_of(text, store)}


def test_a_text_in_another_language_is_no_version_of_a_lineage(
    renderings: Path, files: dict[str, Path], tmp_path: Path
) -> None:
    with open_repository(str(renderings)) as store:
        with pytest.raises(UsageError, match=r"in another language \(ar\) than the texts of moles-en \(en\)"):
            add_files("moles-en", [str(files["ar"])], GivenFacts(), store)
        assert len(store.versions("moles-en")) == 1
        with pytest.raises(UsageError, match=r"in another language \(zh\) than the texts of new \(en\)"):
            add_files("new", [str(files["en"]), str(files["zh"])], GivenFacts(), store)
        assert store.versions("new") == ()
        strange = tmp_path / "strange.txt"
        strange.write_text("Xyzzy plugh qwert.\n", "utf-8")
        assert len(add_files("moles-en", [str(strange)], GivenFacts(), store).versions) == 1


def test_paragraphs_that_correspond_stand_side_by_side(files: dict[str, Path]) -> None:
    async def steps(pilot: Pilot[ResdiffError]) -> None:
        screen = pilot.app.screen
        assert isinstance(screen, LanguagesScreen)
        view, side = screen.query_one(LanguageView), screen.query_one("#list", LineList)
        lines = seen(view).splitlines()
        assert any("Urges all States" in line and "Exhorte tous les États" in line for line in lines)
        assert "figure: 1250 | 1300" in seen(view)
        assert "OP3  verb: " in seen(side)
        await pilot.press("n")
        assert screen.position() == "PP2"
        await pilot.press("n", "n")
        assert screen.position() == "OP3"
        await pilot.press("n")
        assert any("no further difference" in str(note.message) for note in pilot.app._notifications)
        await pilot.press("p")
        assert screen.position() == "OP2"
        await pilot.press("tab", "G")
        assert screen.position() == "OP3"
        await pilot.press("tab", "slash", *"feux", "enter")
        assert screen.position() == "OP3"
        await pilot.press("escape", "slash", *"op4", "enter")
        assert screen.position() == "OP4"
        await pilot.press("y", "o")
        await pilot.pause()
        assert type(pilot.app.screen).__name__ == "SourceScreen"

    drive(_app(str(files["en"]), str(files["fr"])), steps)


def test_two_versions_that_agree_say_so(tmp_path: Path) -> None:
    right = _written(tmp_path, {"en": ENGLISH, **OTHERS}, {})

    async def steps(pilot: Pilot[ResdiffError]) -> None:
        assert "nothing differs" in seen(pilot.app.screen.query_one(LanguageView))
        await pilot.press("n")
        assert any("nothing differs" in str(note.message) for note in pilot.app._notifications)

    drive(_app(str(right["en"]), str(right["fr"])), steps)


def test_a_text_that_is_read_leads_to_its_other_languages(renderings: Path, files: dict[str, Path]) -> None:
    async def steps(pilot: Pilot[ResdiffError]) -> None:
        text = read("moles-en@latest", store=str(renderings))
        pilot.app.push_screen(ReaderScreen(text, verbs_in(text), "OP3", store=str(renderings)))
        await pilot.pause()
        shown = []
        for _ in range(3):
            await pilot.press("l")
            await settled(pilot)
            screen = pilot.app.screen
            assert isinstance(screen, LanguagesScreen)
            assert screen.position() == "OP3"
            shown.append(screen.query_one(LanguageView).concordance.second.language)
            await pilot.press("q")
        assert shown == ["fr", "zh", "fr"]
        alone = read(files["ar"])
        pilot.app.push_screen(ReaderScreen(alone, verbs_in(alone), store=str(renderings.with_name("no.db"))))
        await pilot.pause()
        await pilot.press("l")
        assert isinstance(pilot.app.screen, ReaderScreen)

    drive(ResdiffApp(store=str(renderings)), steps)


@pytest.mark.parametrize("width", [40, 81, 120])
@pytest.mark.parametrize("language", ["fr", "zh", "ar"])
def test_no_line_is_wider_than_the_screen(files: dict[str, Path], language: str, width: int) -> None:
    view = LanguageView(_concordance(files, language))
    view.set_width(width)
    for row in range(view.count_rows()):
        lines = view.lines_of_row(row)
        assert len(lines) == view.height_of_row(row)
        assert max(cells("".join(text for _, text in line)) for line in lines) <= width


@pytest.mark.skipif(not _REAL.is_dir(), reason="the real texts are not there")
@pytest.mark.parametrize(("first", "second"), list(combinations(("en", "fr", "ru", "zh", "ar"), 2))[::2])
def test_every_key_over_real_language_versions(
    first: str, second: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    names = sorted(file.name for file in _REAL.joinpath(first).glob("*.xml"))
    name = next(name for name in names[3:] if (_REAL / second / name).exists())
    both = str(_REAL / first / name), str(_REAL / second / name)

    async def steps(pilot: Pilot[ResdiffError]) -> None:
        sweep = Sweep(pilot)
        await sweep.sweep(once=True)
        assert {screen for screen, _ in sweep.pressed} >= {"LanguagesScreen"}

    drive(_app(*both), steps, size=(80, 24))
