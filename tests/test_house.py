"""The house keeps its walls and its scale."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import ROOT

_HEAVY = {"textual", "sqlite_utils", "sqlite3", "lxml", "pypdfium2", "pydantic"}
_SOURCES = sorted([*ROOT.joinpath("resdiff").rglob("*.py"), *ROOT.joinpath("tests").rglob("*.py")])


def _loaded(code: str, *arguments: str) -> set[str]:
    """The top modules that are loaded after the code ran in a process of its own."""
    done = subprocess.run(
        [sys.executable, "-c", f"{code}\nimport sys\nprint('\\nMODULES', *sys.modules)", *arguments],
        capture_output=True,
        text=True,
        check=True,
        cwd=ROOT,
    )
    modules = done.stdout.rpartition("MODULES")[2].split()
    return {name.partition(".")[0] for name in modules} | {
        name for name in modules if name.startswith("resdiff.")
    }


def test_importing_the_package_loads_nothing_heavy() -> None:
    assert not _loaded("import resdiff") & {*_HEAVY, "typer", "rich", "rapidfuzz", "diff_match_patch"}


def test_the_core_loads_no_screen_and_no_database() -> None:
    assert not _loaded("import resdiff.core.compare, resdiff.core.parse") & {*_HEAVY, "typer", "rich"}


def test_comparing_two_files_loads_no_screen_database_or_unused_reader(samples: Path) -> None:
    texts = [str(samples / "coastal-fund" / name) for name in ("2-draft-rev1.txt", "3-adopted.txt")]
    code = (
        "import sys\nfrom resdiff.cli.app import main\nmain(['compare', *sys.argv[1:], '--format', 'json',"
        " '-q'])"
    )
    assert not _loaded(code, *texts) & _HEAVY


_MAKERS = {
    "resdiff.core.align",
    "resdiff.core.compare",
    "resdiff.core.worddiff",
    "rapidfuzz",
    "diff_match_patch",
}
"""What makes comparisons."""


def test_asking_a_store_loads_neither_parser_nor_aligner(samples: Path, tmp_path: Path) -> None:
    store = str(tmp_path / "store.db")
    code = "import sys\nfrom resdiff.cli.app import main\nmain(sys.argv[1:])"
    _loaded(
        code,
        "add",
        "watch",
        *map(str, sorted(samples.joinpath("harbour-watch").glob("*.txt"))),
        "--store",
        store,
    )
    for arguments in (["lineages"], ["log", "watch"], ["search", "harbour"]):
        assert not _loaded(code, *arguments, "--store", store) & {
            *_MAKERS,
            "resdiff.core.parse",
            "resdiff.core.verbs",
        }


def test_showing_a_text_loads_no_comparer_and_a_version_nothing_of_the_core(samples: Path) -> None:
    code = "import sys\nfrom resdiff.cli.app import main\nmain(sys.argv[1:])"
    assert not _loaded(code, "show", str(samples / "coastal-fund" / "3-adopted.txt"), "-q") & _MAKERS
    assert not _loaded(code, "--version") & {*_MAKERS, *_HEAVY, "rich", "resdiff.core.model"}


_WITH_OPTIONS = (
    ("--context", "1"),
    ("--width", "90"),
    ("-o", "{out}"),
    ("--set", "align.place=0.4"),
    ("--only", "added"),
    ("--color", "never"),
    ("--format", "csv"),
    ("--author", "a clerk"),
    ("--changes", "accept"),
)


@pytest.mark.parametrize("options", _WITH_OPTIONS, ids=lambda options: options[0])
def test_no_option_makes_the_start_slower(samples: Path, tmp_path: Path, options: tuple[str, str]) -> None:
    texts = [str(samples / "coastal-fund" / name) for name in ("2-draft-rev1.txt", "3-adopted.txt")]
    code = "import sys\nfrom resdiff.cli.app import main\nmain(sys.argv[1:])"
    assert (
        not _loaded(code, "compare", *texts, "-q", options[0], options[1].format(out=tmp_path / "out.txt"))
        & _HEAVY
    )


def test_what_needs_no_new_store_loads_no_sqlite_utils(samples: Path, tmp_path: Path) -> None:
    store = str(tmp_path / "store.db")
    code = "import sys\nfrom resdiff.cli.app import main\nmain(sys.argv[1:])"
    _loaded(
        code,
        "add",
        "watch",
        *map(str, sorted(samples.joinpath("harbour-watch").glob("*.txt"))),
        "--store",
        store,
    )
    for arguments in (
        ["--help"],
        ["log", "watch", "--store", store],
        ["compare", "watch", "-q", "--store", store],
    ):
        assert "sqlite_utils" not in _loaded(code, *arguments)


@pytest.mark.parametrize("path", _SOURCES, ids=lambda p: str(p.relative_to(ROOT)))
def test_files_and_functions_keep_the_scale(path: Path) -> None:
    text = path.read_text("utf-8")
    assert text.count("\n") <= 400
    for name, size in _functions(ast.parse(text)):
        assert size <= 40, name


def _functions(tree: ast.AST) -> Iterator[tuple[str, int]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            assert node.end_lineno is not None
            is_command = any("command(" in ast.unparse(decorator) for decorator in node.decorator_list)
            first = node.body[0].lineno if is_command else node.lineno  # its options are its parameters
            yield node.name, node.end_lineno - first + 1


def test_no_screen_is_above_200_lines() -> None:
    for path in ROOT.joinpath("resdiff/tui/screens").glob("*.py"):
        assert path.read_text("utf-8").count("\n") <= 200, path.name


def test_no_file_holds_a_path_of_this_machine() -> None:
    if not (ROOT / ".git").exists():
        pytest.skip("what is tracked is not known outside a checkout")
    tracked = subprocess.run(
        ["git", "ls-files"], capture_output=True, text=True, cwd=ROOT, check=True
    ).stdout.split()
    assert "pyproject.toml" in tracked
    for name in tracked:
        if name.endswith((".db", ".png")):
            continue
        text = ROOT.joinpath(name).read_text("utf-8") if ROOT.joinpath(name).is_file() else ""
        assert not re.search(r"/(?:work|home|root|Users)/[a-z]", text) or name == "tests/test_house.py", name


_FACE = {"blame", "compare", "history", "open_store", "trace", "write"}
"""Functions of the public face that stand for a use case of the same name."""


def _public_names() -> Iterator[tuple[str, str]]:
    """Each public name of a module with the module; commands and the words of a language apart."""
    for path in ROOT.joinpath("resdiff").rglob("*.py"):
        module = path.relative_to(ROOT).as_posix()
        for node in ast.parse(path.read_text("utf-8")).body:
            names = []
            if isinstance(node, ast.FunctionDef | ast.ClassDef):
                is_command = any("command" in ast.unparse(d) for d in node.decorator_list)
                names = [] if is_command else [node.name]
            elif isinstance(node, ast.Assign):
                names = [target.id for target in node.targets if isinstance(target, ast.Name)]
            elif isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
                names = [node.target.id]
            if "core/languages" not in module:
                yield from ((name, module) for name in names if name[0] != "_" and name != "commands")


def test_no_public_name_means_two_things() -> None:
    modules: dict[str, list[str]] = {}
    for name, module in _public_names():
        modules.setdefault(name, []).append(module)
    assert {name: where for name, where in modules.items() if len(where) > 1 and name not in _FACE} == {}


_VAGUE = {"told", "tell", "tells", "found", "met", "held", "kept", "wanted", "several"}


def test_names_say_what_a_thing_is() -> None:
    vague = set()
    for path in ROOT.joinpath("resdiff").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            name = str(getattr(node, "id", None) or getattr(node, "arg", None) or getattr(node, "name", None))
            if set(name.strip("_").lower().split("_")) & _VAGUE:
                vague.add((path.name, name))
    assert vague == {("survival.py", "kept")}  # a column of the JSON of histories


_ALLOWED = {"Stage", "bracketed passage", "provisional label", "revised draft", "roll-call", "without a vote"}
"""Kinds and groups of patterns, which are the parser's own words."""


def _strings(tree: ast.AST) -> Iterator[str]:
    """The strings of a module that are neither docstrings nor messages."""
    skipped: set[int] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            skipped.add(id(node.value))
    yield from (
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in skipped
    )


def test_the_parser_holds_no_words_of_a_language_or_an_organ() -> None:
    left: set[str] = set()
    for path in ROOT.joinpath("resdiff/core/parse").rglob("*.py"):
        if path.name == "warnings.py":
            continue  # messages
        for text in _strings(ast.parse(path.read_text("utf-8"))):
            is_name = text in _ALLOWED or text.isidentifier()
            bare = re.sub(r"\\.|\(\?P<\w+>|\[[^\]]*\]", " ", text)
            left.update(() if is_name else re.findall(r"[A-Za-z]{3,}", bare))
    assert left <= {"utf", "abcdefghijklmnopqrstuvwxyz", "PpOo"}
