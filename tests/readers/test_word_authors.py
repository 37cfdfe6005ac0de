"""Who proposed changes of title and footnotes by tracked changes, and what became of them."""

from __future__ import annotations

import json
from pathlib import Path

from resdiff.workspace.comparing import compare_texts
from tests.cli.running import resdiff
from tests.documents import W, docx, p
from tests.readers.test_word_changes import ADA, BEN, HEAD, deleted, put_in, run


def _notes(words: str) -> str:
    return f'<w:footnotes {W}><w:footnote w:id="2"><w:p>{words}</w:p></w:footnote></w:footnotes>'


_NOTES = _notes(f"{run('See ')}{deleted(BEN, 'A/7.')}{put_in(BEN, 'A/7 and A/8.')}")
_CALL = '<w:r><w:footnoteReference w:id="2"/></w:r>'


def _titled(folder: Path, title: str, notes: str = _NOTES, call: str = _CALL, name: str = "titled") -> Path:
    """A draft with a title and a footnote to its first paragraph."""
    path = folder / f"{name}.docx"
    first = f"<w:p>{run('1. Urges ports to rest')}{call}{run(';')}</w:p>"
    head = p("Resolution adopted by the Littoral Assembly on 5 May 2031") + title
    path.write_bytes(docx(head + HEAD + first + p("2. Decides to meet."), footnotes=notes))
    return path


_TITLE = f"<w:p>{run('31/1. Lights of the ')}{deleted(ADA, 'coast')}{put_in(ADA, 'northern bay')}</w:p>"


def test_changes_of_title_and_footnotes_have_authors(tmp_path: Path) -> None:
    path = _titled(tmp_path, _TITLE)
    done = resdiff("compare", path)
    assert done.status == 1
    assert "proposed by Ada Moor (Arvenia) (1 change), Ben Fen (1 change)" in done.out
    assert (
        "~ title changed\n    [-Lights of the coast-] {+Lights of the northern bay+}\n    proposed by Ada"
        in done.out
    )
    assert "{+See A/7 and A/8.+} (proposed by Ben Fen)" in " ".join(done.out.split())
    of_ada = resdiff("compare", path, "--by", "ada").out
    assert "title changed" in of_ada
    assert "footnote" not in of_ada
    of_ben = resdiff("compare", path, "--by", "ben").out
    assert "1 footnote changed" in of_ben
    assert "title" not in of_ben
    data = json.loads(resdiff("compare", path, "--format", "json").out)
    assert {one["kind"]: one["by"] for one in data["matter_changes"] if "by" in one} == {
        "title": ["Ada Moor (Arvenia)"],
        "footnote": ["Ben Fen"],
    }
    for form in ("html", "markdown"):
        assert "proposed by Ada Moor" in resdiff("compare", path, "--format", form).out, form


def test_against_another_text_only_what_its_draft_proposes_has_authors(tmp_path: Path) -> None:
    path = _titled(tmp_path, _TITLE)
    rejected = _titled(tmp_path, p("31/1. Lights of the coast"), name="rejected")
    forward = compare_texts(str(rejected), str(path))
    assert [(c.kind, c.by) for c in forward.counted_matter_changes if c.kind == "title"] == [
        ("title", ("Ada Moor (Arvenia)",))
    ]
    by_two = f"<w:p>{run('31/1. Lights of the ')}{deleted(BEN, 'coast')}{put_in(ADA, 'northern bay')}</w:p>"
    two = compare_texts(str(rejected), str(_titled(tmp_path, by_two, name="two")))
    assert [c.by for c in two.counted_matter_changes if c.kind == "title"] == [
        ("Ben Fen", "Ada Moor (Arvenia)")
    ]
    back = compare_texts(str(path), str(rejected))
    assert [(c.kind, c.by) for c in back.counted_matter_changes if c.kind == "title"] == [("title", ())]


def test_all_that_one_document_changes_counts(tmp_path: Path) -> None:
    line = f"<w:p>{run('Lights')}{put_in(ADA, ' of the bay')}</w:p>"
    path = tmp_path / "short.docx"
    path.write_bytes(docx(line + HEAD + p("1. Decides to meet.")))
    done = resdiff("compare", path)
    assert done.status == 1
    assert "+Lights of the bay+" in done.out
    unnamed = tmp_path / "unnamed.docx"
    unnamed.write_bytes(path.read_bytes())
    unnamed.write_bytes(docx(line.replace(ADA, "") + HEAD + p("1. Decides to meet.")))
    assert "+Lights of the bay+" in resdiff("compare", unnamed).out
    before = tmp_path / "before.docx"
    before.write_bytes(docx(p("Lights") + HEAD + p("1. Decides to meet.")))
    of_two = resdiff("compare", before, path)
    assert of_two.status == 1
    assert "proposed by Ada Moor" in of_two.out
    assert resdiff("compare", before, unnamed).status == 0  # another line above the text counts for nothing
    one = _notes(put_in(ADA, "See A/9."))
    call = f'<w:ins w:id="7" {ADA}>{_CALL}</w:ins>'
    added = _titled(tmp_path, p("31/1. Lights of the coast"), one, call)
    out = resdiff("compare", added)
    assert out.status == 1
    assert "1 footnote changed" in out.out


def test_what_became_of_title_and_notes_is_told_by_author(tmp_path: Path) -> None:
    path = _titled(tmp_path, _TITLE)
    last = _titled(tmp_path, p("31/1. Lights of the coast"), _notes(run("See A/7.")), name="last")
    adopted = tmp_path / "adopted.txt"
    adopted.write_text(
        "Resolution adopted by the Littoral Assembly on 5 May 2031\n\n31/1. Lights of the northern bay\n\nThe"
        " Littoral Assembly,\n\nRecalling its resolution 9/14 of 6 March 2028,\n\n1. Urges ports to rest;\n\n"
        "2. Decides to meet.\n"
    )
    texts = [str(last), str(path), str(adopted)]
    out = " ".join(resdiff("compare", *texts).out.split())
    assert "title: 1 kept" in out
    assert "footnote: 1 not known" in out
    of_ada = " ".join(resdiff("compare", *texts, "--by", "ada").out.split())
    assert "title: 1 kept" in of_ada
    assert "footnote" not in of_ada
    of_ben = " ".join(resdiff("compare", *texts, "--by", "ben").out.split())
    assert "footnote: 1 not known" in of_ben
    assert "title" not in of_ben


def test_what_stood_last_year_is_not_adopted_in_part(tmp_path: Path) -> None:
    old, new = (
        "in accordance with law and the Charter of the Outer Bay",
        "with regard to the Charter of the Outer Bay",
    )
    line = (
        f"<w:p>{run('1. Requests the Warden to act ')}{deleted(ADA, old)}{put_in(ADA, new)}{run(';')}</w:p>"
    )
    draft, last, part = (tmp_path / name for name in ("draft.docx", "last.txt", "part.txt"))
    draft.write_bytes(docx(HEAD + line + p("2. Decides to meet.")))
    head = "The Littoral Assembly,\n\nRecalling its resolution 9/14 of 6 March 2028,\n\n"
    text = f"{head}1. Requests the Warden to act {old};\n\n2. Decides to meet.\n"
    last.write_text(text)
    part.write_text(text.replace(old, "with all regard to the Charter of the Inner Bay"))
    assert "adopted in part" not in " ".join(resdiff("compare", last, draft, last).out.split())
    assert "in part" in " ".join(resdiff("compare", last, draft, part).out.split())


def test_authors_of_a_title_stand_in_the_store(tmp_path: Path) -> None:
    last = _titled(tmp_path, p("31/1. Lights of the coast"), name="last")
    store = str(tmp_path / "store.db")
    assert resdiff("add", "lights", last, _titled(tmp_path, _TITLE), "--store", store, "--yes").status == 0
    out = resdiff("compare", "lights", "--store", store).out
    assert "proposed by Ada Moor (Arvenia)" in out
