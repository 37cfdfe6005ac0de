"""The help of a screen names each of its keys, and none of another screen."""

from __future__ import annotations

import importlib
import pkgutil

from textual.binding import Binding
from textual.dom import DOMNode

import resdiff.tui
from resdiff.tui.screens.help import KEYS, HelpScreen, help_lines

_SELF_EVIDENT = {"help", "dismiss", "give_up", "scroll"}
"""Actions of a dialogue, or of the help itself."""


def _actions() -> set[str]:
    """The actions that the interface's own classes bind to keys."""
    actions = set()
    for module in pkgutil.walk_packages(resdiff.tui.__path__, "resdiff.tui."):
        for kind in vars(importlib.import_module(module.name)).values():
            if (
                isinstance(kind, type)
                and issubclass(kind, DOMNode)
                and kind.__module__.startswith("resdiff.")
            ):
                bindings = [b for b in vars(kind).get("BINDINGS", ()) if isinstance(b, Binding)]
                actions |= {binding.action.partition("(")[0] for binding in bindings}
    return actions


def test_every_action_that_has_a_key_stands_in_the_help() -> None:
    explained = {action for keys in KEYS.values() for key in keys for action in key.actions.split()}
    assert _actions() - explained <= _SELF_EVIDENT
    assert explained - _actions() <= {"command_palette"}


def test_a_screen_is_helped_with_its_own_keys_alone() -> None:
    lines = list(help_lines({"matter", "quit"}, 120))
    assert lines[0] == "move"
    assert lines[1].split()[:2] == ["n", "p"]
    assert lines[2:] == ["other", "  ctrl+q             quit at once"]
    assert HelpScreen.BINDINGS


def test_what_a_key_does_goes_on_below_itself_where_the_line_ends() -> None:
    lines = list(help_lines({"paragraph"}, 50))
    assert lines == [
        "see",
        "  enter              the whole paragraph, its",
        "                     verbs with their ranks;",
        "                     folded ones unfolded",
    ]
    narrow = list(help_lines({"paragraph"}, 30))
    assert narrow[1:3] == ["  enter the whole paragraph,", "    its verbs with their"]
