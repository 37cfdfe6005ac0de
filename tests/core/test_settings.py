"""Every setting of the guide's table decides something: a test fails where it is ignored."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest

from resdiff.core.compare import Comparison, compare
from resdiff.core.model import Resolution
from resdiff.core.parse import parse
from resdiff.workspace.comparing import make_options, setting_names
from tests.conftest import ROOT
from tests.making import made

_KEPT = (
    "Encourages universities to share seeds, sluice designs and the data of their surveys;",
    "Invites shipowners to keep their tankers at a distance of ten nautical miles from the shore;",
    "Proclaims 3 May the Day of the Living Shore;",
)
_LAMPS = (
    "Requests the wardens of the northern pier to keep a register of the lamps that fail in a storm and of"
    " boats;"
)
_STALLS = (
    "Requests the wardens of the southern market to name a day for the stalls that close in a heatwave and of"
    " boats;"
)
_LAMPS_AGAIN = (
    "Urges the wardens of the northern pier to keep a public register of lamps that fail in a storm and of"
    " all boats;"
)
_CARTS = (
    "Requests the wardens of the southern pier to keep a register of lamps that fail in a heatwave and of all"
    " boats;"
)
_TIDES = "Asks tide keepers harbour pilots lantern makers sluice wardens marsh boatmen beacon masters"


def _weak() -> tuple[Resolution, Resolution]:
    """A paragraph that is a little like the one at its place, and much more like another that stands
    elsewhere.
    """
    return made(operative=(_LAMPS, *_KEPT)), made(operative=(_STALLS, *_KEPT, _LAMPS_AGAIN))


def _rare() -> tuple[Resolution, Resolution]:
    """A moved paragraph whose word pairs dropped paragraphs have too, but for one pair that a paragraph about
    something else has.
    """
    words = [*_TIDES.split(), "to", "rest"]
    shuffled = [
        " ".join(" ".join(words[k : k + 2]) for k in range(first, 1, -2)) + ";"
        for first in (len(words) - 2, len(words) - 3)
    ]
    twins = f"{words[0]} {words[1]} {words[2]} {shuffled[0]}", f"Demands {shuffled[1][:-1]} to rest;"
    other = "Proclaims that zinc anvils belong to museums of the coast and to nobody who sells them abroad;"
    return made(operative=(f"{_TIDES} to rest;", *twins, *_KEPT, other)), made(
        operative=(*_KEPT, f"{_TIDES} zinc anvils to rest;")
    )


def _rivals() -> tuple[Resolution, Resolution]:
    """A paragraph that moved and was edited, and another that is somewhat like it."""
    return made(operative=(_LAMPS, _KEPT[0], _CARTS, *_KEPT[1:])), made(operative=(*_KEPT, _LAMPS_AGAIN))


def _parts() -> tuple[Resolution, Resolution]:
    """A preambular paragraph that may have become an operative one."""
    return made(
        (
            "Guided by the tide,",
            "Noting that the keepers of lamps and beacons serve the whole coast in every storm,",
        ),
        _KEPT,
    ), made(
        ("Guided by the tide,",),
        ("Thanks the keepers of lamps and beacons, who have served the coast for years;", *_KEPT),
    )


def _large() -> tuple[Resolution, Resolution]:
    """Texts without an equal paragraph, whose paragraphs are so alike that nothing but their order tells them
    apart.
    """
    lines = [
        f"Requests the wardens of the pier to keep the {name} lamps that burn there in every storm of the"
        " year;"
        for name in "wxyzabcdefgh"
    ]
    return made(("Guided by the tide,",), lines[4:]), made(
        ("Guided by a tide,",), [line.replace("keep", "hold") for line in lines]
    )


_TAIL = (
    "in particular decision 4/12, by which it set up the board of pilots and told it to gather proof of every"
    " breach of the Compact, to hold open days in each of the ports of the bay and to print accounts"
)


def _grown_alone() -> tuple[Resolution, Resolution]:
    """A paragraph that grew between the same neighbours, most of its words kept."""
    short = "Recalls all its decisions on the upkeep of the many lights and the rest of their keepers"
    grown = f"{short.replace('upkeep of', 'pay for')}, {_TAIL};"
    return made(operative=(f"{short};", *_KEPT)), made(operative=(grown, *_KEPT))


def _grown() -> tuple[Resolution, Resolution]:
    """A paragraph that grew to many times its length, all but one of its words kept."""
    short = "Recalls all its decisions on the upkeep of the many lights and the rest of their keepers"
    other = short.replace("many lights and the rest", "lamps, the bells, the piers")
    grown = f"{other}, {_TAIL}, {_TAIL.replace('pilots', 'masters')};"
    new = "Urges pilots to count the boats and the bells of every harbour twice a year;"
    return made(operative=(f"{short};", *_KEPT)), made(operative=(new, grown, *_KEPT))


def _annexed() -> tuple[Resolution, Resolution]:
    """A paragraph that went to an annex with some words changed."""
    line = "We reaffirm our wish to light every mole of the bay and to rest the keepers for years to come;"
    annex = f"Annex\n\nDeclaration\n\n1. {line.replace('our wish', 'a wish')}\n"
    return made(operative=(line, *_KEPT)), made(operative=_KEPT, tail=annex)


def _parted() -> tuple[Resolution, Resolution]:
    """A paragraph whose first part stands elsewhere, somewhat reworded."""
    first = "Strongly condemns all breaches of the Compact that were seen in the bay of Norland"
    second = "urges its boards to light fully and at once the moles that the last reports of the Warden name"
    reworded = first.replace("the Compact", "our Compact")
    part = f"{reworded}, some of which, it says, may be the worst of the last ten years;"
    return made(operative=(f"{first}, {second};", *_KEPT)), made(operative=(f"U{second[1:]};", *_KEPT, part))


def _sample_pairs() -> list[tuple[Resolution, Resolution]]:
    folders = sorted(path for path in Path(ROOT, "samples").iterdir() if path.is_dir())
    lineages = [
        [parse(path.read_text("utf-8")) for path in sorted(folder.glob("*.txt"))] for folder in folders
    ]
    return [pair for lineage in lineages for pair in pairwise(lineage)]


def _halved() -> tuple[Resolution, Resolution]:
    """A paragraph split in two, the second of which lost half of its words."""
    first = "Strongly condemns all breaches of the Compact that were seen in the bay of Norland"
    second = "urges its boards to light fully and at once the moles that"
    lost = "stand on the outer reef, and to pay the keepers of every bell and buoy there"
    return made(operative=(f"{first}, {second} {lost};", *_KEPT)), made(
        operative=(f"{first};", f"U{second[1:]} rest;", *_KEPT)
    )


_CASES = {
    "align.least": "0.9",
    "align.place": "0.9",
    "align.moved": "0.9",
    "align.margin": "0.9",
    "align.lone": "0.9",
    "align.lead": "0.9",
    "align.weak": "0",
    "align.better": "0.9",
    "align.words": "200",
    "align.across": "0",
    "align.rare": "1",
    "align.joined": "0.9",
    "align.share": "1",
    "align.contained": "0.5",
    "align.alone": "0.99",
    "align.alone_weight": "0.99",
    "align.elsewhere": "1",
    "align.rest": "1",
    "align.gap": "1",
    "words.largest": "1",
    "words.fold": "0",
}
"""Each setting with a value that changes a result."""
_MADE = {
    "align.weak": _weak,
    "align.better": _weak,
    "align.rare": _rare,
    "align.gap": _large,
    "align.moved": _rivals,
    "align.across": _parts,
    "align.contained": _grown,
    "align.alone": _grown_alone,
    "align.alone_weight": _grown_alone,
    "align.elsewhere": _annexed,
    "align.rest": _parted,
    "align.joined": _halved,
}


def _results(comparison: Comparison) -> list[object]:
    return [(c.kind, c.base, c.revised, c.moved, c.edits) for c in comparison.changes]


def test_every_setting_has_a_case() -> None:
    assert {name.partition("=")[0] for name in setting_names()} == set(_CASES)


@pytest.mark.parametrize("name", _CASES)
def test_a_setting_decides_something(name: str) -> None:
    pairs = [_MADE[name]()] if name in _MADE else _sample_pairs()
    options = make_options(None, [f"{name}={_CASES[name]}"])
    assert any(_results(compare(*pair)) != _results(compare(*pair, options)) for pair in pairs)


def test_a_weak_link_at_the_same_place_yields_to_a_better_one_elsewhere() -> None:
    changes = compare(*_weak()).changes
    assert [(c.kind, c.moved) for c in changes if c.kind != "unchanged"] == [
        ("added", False),
        ("edited", True),
    ]
