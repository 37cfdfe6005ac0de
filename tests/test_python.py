"""The public face: what programs may rely on."""

from __future__ import annotations

from pathlib import Path

import pytest

import resdiff
from resdiff.core import errors
from resdiff.guide import page


@pytest.fixture
def files(samples: Path) -> list[str]:
    return [str(path) for path in sorted(samples.joinpath("coastal-fund").glob("*.txt"))]


def test_every_public_name_is_there_and_every_error_is_public() -> None:
    assert [name for name in resdiff.__all__ if not hasattr(resdiff, name)] == []
    raised = {
        name
        for name, value in vars(errors).items()
        if isinstance(value, type) and issubclass(value, Exception)
    }
    assert raised <= set(resdiff.__all__)
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        resdiff.nothing  # noqa: B018


def test_paths_are_taken_wherever_texts_are(files: list[str]) -> None:
    read = [resdiff.read(name) for name in files]
    assert resdiff.compare(files[0], Path(files[1])) == resdiff.compare(read[0], read[1])
    assert resdiff.history(*files).threads == resdiff.history(*read).threads
    with pytest.raises(resdiff.UsageError, match="at least two versions"):
        resdiff.history(read[0])


def test_a_paragraph_is_asked_for_by_its_id(files: list[str]) -> None:
    comparison = resdiff.compare(files[2], files[3])
    change = comparison["OP4"]
    assert comparison.revised.paragraphs[change.revised[0]].id == "OP4"
    dropped = next(change for change in comparison.changes if change.kind == "dropped")
    gone = comparison.base.paragraphs[dropped.base[0]].id
    if gone not in {paragraph.id for paragraph in comparison.revised.paragraphs}:
        assert comparison[gone] == dropped
    assert comparison.revised["OP4"].id == "OP4"
    for filled in (comparison, comparison.revised):
        with pytest.raises(KeyError):
            filled["OP99"]


def test_everything_shows_itself_in_one_line(files: list[str], tmp_path: Path) -> None:
    comparison, history = resdiff.compare(files[2], files[3]), resdiff.history(*files)
    with resdiff.open_store(tmp_path / "s.db", create=True) as store:
        shown = [repr(value) for value in (comparison, comparison.base, history, store)]
    assert shown[0].startswith("<Comparison of LA/RES/12/9 with LA/RES/13/4: ")
    assert "11 edited" in shown[0]
    assert shown[1].startswith("<Resolution LA/RES/12/9 'Fund for")
    assert (
        shown[2] == f"<History from LA/12/L.7 to LA/RES/13/4: 4 versions, {len(history.threads)} paragraphs>"
    )
    assert all(len(line) < 200 and "\n" not in line for line in shown)


def test_a_store_answers_what_the_commands_answer(files: list[str], tmp_path: Path) -> None:
    with resdiff.open_store(tmp_path / "s.db", create=True) as store:
        assert [version.label for version in store.add("fund", *files)] == [
            "LA/12/L.7",
            "LA/12/L.7/Rev.1",
            "12/9",
            "13/4",
        ]
        assert [lineage.slug for lineage in store.lineages()] == ["fund"]
        assert [version.label for version in store.log("fund")][-1] == "13/4"
        assert store.compare("fund").summary == resdiff.compare(files[2], files[3]).summary
        assert store.read("fund@first").masthead.symbol == "LA/12/L.7"
        history = store.history("fund")
        assert resdiff.trace("tidal marshes", history)[0].version == 0
        assert (
            "".join(piece for _, pieces in resdiff.blame(history)[:1] for piece, _ in pieces)
            == history.versions[-1].paragraphs[0].text
        )
        assert store.search("marsh*")
        with pytest.raises(resdiff.UnknownVersionError):
            store.log("nothing")
    with pytest.raises(resdiff.StoreError, match="no store"):
        resdiff.open_store(tmp_path / "none.db")


@pytest.mark.parametrize("ending", ["txt", "json", "md", "csv", "html", "docx", "xml"])
def test_a_comparison_is_written_in_the_format_of_the_ending(
    files: list[str], tmp_path: Path, ending: str
) -> None:
    path = tmp_path / f"out.{ending}"
    resdiff.write(resdiff.compare(files[0], files[1]), path)
    assert path.stat().st_size > 1000
    assert not list(tmp_path.glob(".*"))


def test_a_format_that_is_not_written_is_refused(files: list[str], tmp_path: Path) -> None:
    assert str(resdiff.rendered(resdiff.read(files[0]), "markdown")).startswith("# ")
    with pytest.raises(resdiff.UsageError, match="unknown format 'docx' of a history"):
        resdiff.rendered(resdiff.history(*files), "docx")
    with pytest.raises(resdiff.UsageError, match="has no ending that names a format"):
        resdiff.write(resdiff.read(files[0]), tmp_path / "out.tiff")


def test_the_program_of_the_guide_runs(
    files: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    code = page("python").split("```python\n", 1)[1].split("```", 1)[0]
    for name, file in zip(("draft.txt", "adopted.txt"), files[1:], strict=False):
        tmp_path.joinpath(name).write_bytes(Path(file).read_bytes())
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("RESDIFF_STORE", str(tmp_path / "s.db"))
    with resdiff.open_store(create=True) as store:
        store.add("tidal-marshes", *files)
    exec(code, {})  # noqa: S102 - the guide's own
    assert tmp_path.joinpath("report.html").is_file()
