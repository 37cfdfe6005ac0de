"""Makes small resolutions for tests, and texts at random for property tests."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import strategies as st

from resdiff.core.compare import compare
from resdiff.core.history.ask_threads import LineageAsks
from resdiff.core.history.asks import follow_asks
from resdiff.core.model import Resolution
from resdiff.core.parse import parse
from resdiff.workspace.reading import asks_in

ORGAN = "The Littoral Assembly,"

PREAMBLE = (
    "Recalling its resolution 9/14 of 6 March 2028,",
    "Recognizing that tidal marshes hold back storm water,",
    "Deeply concerned at the growing number of storm surges,",
)
OPERATIVE = (
    "Calls upon all members to contribute to the Fund;",
    (
        "Requests the Secretary-General to appoint a board of nine trustees with regard for geographical"
        " balance;"
    ),
    "Encourages members to share seeds, sluice designs and survey data;",
    "Decides to remain seized of the matter.",
)


def text_of(
    preamble: Sequence[str] = PREAMBLE, operative: Sequence[str] = OPERATIVE, head: str = "", tail: str = ""
) -> str:
    """A resolution in the true form: organ line, preamble, numbered operative paragraphs.

    '(a) ...' items bear no number.
    """
    blocks = [head, ORGAN, *preamble]
    number = 0
    for paragraph in operative:
        if paragraph.startswith("("):
            blocks.append(paragraph)
            continue
        number += 1
        blocks.append(f"{number}. {paragraph}")
    return "\n\n".join(block for block in [*blocks, tail] if block) + "\n"


def made(
    preamble: Sequence[str] = PREAMBLE, operative: Sequence[str] = OPERATIVE, head: str = "", tail: str = ""
) -> Resolution:
    """The same, parsed."""
    return parse(text_of(preamble, operative, head, tail))


_WORDS = (
    "harbour tide sluice lantern council member pilot mole fog register survey keeper marsh seed storm boat"
    " light watch shore fund report session trustee board island family school dredger beacon buoy chart"
    " wharf gull reed salt sand reef net catch"
).split()
_OPENERS = (
    "Calls upon",
    "Requests",
    "Urges",
    "Also requests",
    "Encourages",
    "Invites",
    "Stresses",
    "Takes note of",
    "Decides",
)
_PARTICIPLES = (
    "Recalling",
    "Recognizing",
    "Noting with concern",
    "Reaffirming also",
    "Welcoming",
    "Deeply concerned at",
    "Bearing in mind",
)


def _passage(openers: Sequence[str], end: str) -> st.SearchStrategy[str]:
    words = st.lists(st.sampled_from(_WORDS), min_size=4, max_size=24).map(" ".join)
    return st.builds(lambda opener, said: f"{opener} the {said}{end}", st.sampled_from(openers), words)


@st.composite
def resolutions(draw: st.DrawFn) -> str:
    """The text of a resolution at random."""
    preamble = draw(st.lists(_passage(_PARTICIPLES, ","), min_size=1, max_size=6))
    operative = draw(st.lists(_passage(_OPENERS, ";"), min_size=1, max_size=8))
    return text_of(preamble, [*operative, OPERATIVE[-1]])


@st.composite
def revisions(draw: st.DrawFn) -> tuple[str, str]:
    """Two texts, the second made from the first by dropping, adding, moving and rewording paragraphs."""
    preamble = draw(st.lists(_passage(_PARTICIPLES, ","), min_size=1, max_size=5))
    operative = draw(st.lists(_passage(_OPENERS, ";"), min_size=2, max_size=7))
    changed = list(operative)
    for _ in range(draw(st.integers(0, 4))):
        place = draw(st.integers(0, len(changed) - 1))
        what = draw(st.sampled_from(("drop", "add", "move", "reword", "split")))
        if what == "drop" and len(changed) > 1:
            del changed[place]
        elif what == "add":
            changed.insert(place, draw(_passage(_OPENERS, ";")))
        elif what == "move":
            changed.insert(draw(st.integers(0, len(changed) - 1)), changed.pop(place))
        elif what == "reword":
            words = changed[place].split()
            words[draw(st.integers(0, len(words) - 1))] = draw(st.sampled_from(_WORDS))
            changed[place] = " ".join(words)
        elif what == "split" and changed[place].count(" ") > 12:
            words = changed[place].split()
            half = len(words) // 2
            changed[place : place + 1] = [
                " ".join(words[:half]) + ";",
                "Also requests the " + " ".join(words[half:]),
            ]
    return text_of(preamble, operative), text_of(preamble[: draw(st.integers(0, len(preamble)))], changed)


def asks_of_two(lineage: str, base: Resolution, revised: Resolution) -> LineageAsks:
    """The asks of two texts as those of a lineage."""
    first = asks_in(base) or ()
    threads = follow_asks([base, revised], first, [compare(base, revised)])
    return LineageAsks(lineage=lineage, texts=(base, revised), threads=threads)
