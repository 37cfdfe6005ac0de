"""What of long asks and thoughts is shown where there is no room for all of their words."""

from __future__ import annotations

import pytest

from resdiff.core.brief.moved import without_moved
from resdiff.core.compare.hunks import Hunk
from resdiff.render.terminal.brief import brief_text
from resdiff.render.views.brief import brief_blocks
from tests.core.test_brief import brief_between, lines_of

_KEPT = "Decides to remain seized of the matter."
_NAMES = ("Alder", "Birch", "Cedar", "Dogwood", "Elm", "Fir", "Gorse", "Hazel", "Ivy", "Juniper")
_PLACES = "the harbours, quays, moles, slips, locks, docks, reefs, bays and inlets of the northern coast"


def _new(paragraph: str) -> dict[str, list[str]]:
    return lines_of(brief_between([_KEPT], [paragraph, _KEPT]))


def _thought(paragraph: str) -> str:
    blocks = brief_blocks(brief_between([_KEPT], [paragraph, _KEPT]), flows=False)
    (line,) = next(block.lines for block in blocks if block.title == "New thoughts")
    return "".join(text for _, text in line.words)


def test_a_verb_that_goes_on_is_shown_as_it_is() -> None:
    (line,) = _new("Continues to urge all ports to mend the lamps;")["New asks"]
    assert line.startswith("OP1 Ports continues to urge: mend the lamps")
    (line,) = _new("Continues to count, and urges all ports to mend the lamps;")["New asks"]
    assert line.startswith("OP1 Ports urges: mend the lamps")


def test_who_is_meant_is_said_where_the_act_is_said_there_alone() -> None:
    (line,) = _new("Encourages ports that have not signed the Pact of Lamps to consider doing so;")[
        "New asks"
    ]
    assert line.startswith("OP1 Ports encourages: consider doing so [that have not signed the Pact of Lamps]")
    assert "[to consider]" not in line
    (line,) = _new("Encourages ports that have not yet done so to sign the Pact of Lamps;")["New asks"]
    assert line.startswith("OP1 Ports encourages: … sign the Pact of Lamps")


def test_a_term_between_an_act_and_its_object_is_said_before_both() -> None:
    term = "at its tenth session"
    (line,) = _new(f"Requests the Warden to organize, {term}, a meeting of ports on lamps;")["New asks"]
    assert line == f"OP1 Warden requests ({term}): organize … a meeting of ports on lamps"
    long = "a meeting of all the ports of the northern and the southern coast and their pilots"
    (line,) = _new(f"Requests the Warden to organize {long}, {term};")["New asks"]
    assert line.startswith(f"OP1 Warden requests ({term}): organize a meeting of all the ports")
    (line,) = _new(f"Requests the Warden to organize a meeting of ports, {term}, in May;")["New asks"]
    assert f"a meeting of ports, {term}, in May" in line


def test_each_verb_of_a_long_thought_has_its_words() -> None:
    first = f"Notes with satisfaction the repair of the lamps, bells, buoys and beacons of {_PLACES}"
    far = f"{first}, of {_PLACES} of the south, and of {_PLACES} of the west"
    shown = _thought(f"{far}, and welcomes the opening of the new school of pilots;")
    assert shown.endswith("… welcomes the opening of the new school of pilots")
    assert "buoys and beacons" in shown
    shown = _thought(f"Notes the repair of {_PLACES}, and welcomes the opening of the school of pilots;")
    assert "…" not in shown
    shown = _thought(f"Notes the repair, and welcomes the opening of {_PLACES}, of {_PLACES} of the south;")
    assert "…" not in shown


def test_of_many_verbs_each_has_some_words() -> None:
    verbs = ("welcomes", "notes", "recalls", "reaffirms", "commends", "emphasizes", "recognizes")
    rest = ", ".join(f"{verb} the repair of {_PLACES} of the west" for verb in verbs)
    shown = _thought(f"Notes the storms of the winter that broke the lamps, {rest};")
    assert all(f"{verb} the repair of the harbours, quays, moles" in shown for verb in verbs)


@pytest.mark.parametrize("joined", ["and in this regard", "and, in that context,", "in this connection"])
def test_a_thought_does_not_end_with_what_leads_on_to_an_ask(joined: str) -> None:
    storms = f"Notes the storms of the winter that broke the lamps of {_PLACES}"
    assert _thought(f"{storms}, {joined} urges all ports to mend them;").endswith("northern coast")
    assert _thought(f"{storms} in this regard;").endswith("in this regard")


def test_room_is_shared_out_line_by_line() -> None:
    """No item takes a third line before all of its section, and of those that say more, have a second."""
    long = f"to mend the lamps of {_PLACES}, the bells of {_PLACES}, the buoys of {_PLACES}"
    asks = [f"Requests the Warden of bay {n} {long};" for n in range(9)]
    notes = [f"Notes the storms of bay {n} that broke the lamps of {_PLACES};" for n in range(9)]
    brief = brief_between([_KEPT], [*asks, *notes, _KEPT])
    for most in range(30, 60):
        heights: dict[str, list[int]] = {}
        lines = list(brief_text(brief, width=80, most=most))
        assert len(lines) <= most
        if any(line.startswith("NEW THOUGHTS OP") for line in lines):
            continue  # they stand one behind the other
        title = ""
        for line in lines[2:]:
            if line.startswith(("NEW", "NOT")):
                title = line.strip()
            elif line.startswith("  OP"):
                heights.setdefault(title, []).append(1)
            elif title.startswith("NEW") and line.strip() and "more" not in line:
                heights[title][-1] += 1
        asked, noted = heights["NEW ASKS"], heights["NEW THOUGHTS"]
        assert max(asked) - min(asked) <= 1
        assert max(asked) - min(noted) <= 2 or min(noted) == max(noted)


def test_places_and_dates_of_a_list_that_moved_did_not_come_or_go() -> None:
    gone = Hunk(" Porto on 27 May 2031, in", "", " held in", " Lima on 5 May 2029")
    come = Hunk("", " in Porto on 27 May 2031, in Lima on", " 22 May 2030,", " 30 May 2031")
    new = Hunk("", " and 26 September 2032", " 20 September 2031", ",")
    assert without_moved([gone, come, new]) == [new]
    other = come._replace(come=" in Porto on 27 May 2031, in Rhodes on")
    assert without_moved([gone, other, new]) == [gone, other, new]
    assert without_moved([gone._replace(come=" Rhodes on 3 May"), come, new]) != [new]
    both_gone = come._replace(gone=come.come, come="")
    assert without_moved([gone, both_gone, new]) == [gone, both_gone, new]
    two_sided = come._replace(gone=" Lima on 5 May 2029")
    assert without_moved([gone, two_sided, new]) == [gone, two_sided, new]
    short = [Hunk(" 27 May", "", " on", " Lima"), Hunk("", " 27 May Lima", " met", " by"), new]
    assert without_moved(short) == short


def test_asks_have_two_lines_before_rewordings_have_one_each() -> None:
    """What an altered ask came to say is not cut for the sake of what is only worded otherwise."""
    asks = [f"Requests the Warden of bay {n} to count the boats;" for n in range(12)]
    altered = [ask.replace("boats", f"boats and nets of {_PLACES}") for ask in asks]
    notes = [f"Notes the storms of bay {n} that broke the lamps of {name};" for n, name in enumerate(_NAMES)]
    others = [
        note.replace(";", f", and felled the {name.lower()} masts;")
        for note, name in zip(notes, _NAMES[::-1], strict=True)
    ]
    brief = brief_between([*asks, *notes], [*altered, *others])
    for most in (36, 40):
        lines = list(brief_text(brief, width=90, most=most))
        assert most - 3 <= len(lines) <= most
        shown = "".join(lines)
        assert shown.count("docks, reefs, bays") == 12
        assert "felled the hazel masts" in shown


def test_a_thought_that_is_shown_from_what_is_new_names_where_its_first_words_stand() -> None:
    first = "the storms of the winter that broke the lamps of the outer reef"
    others = [f"Notes the wish of harbour {number} to have its own lamp and boat;" for number in range(9)]
    base = [*others, f"Notes {first}, and looks forward to their mending by all of the ports of the bay;"]
    far = f"Recalls its words on {_PLACES}, on the wrecks of {_PLACES}, {first}, and on the floods;"
    less = f"Reaffirms its words on the nets of {_PLACES}, of {_PLACES}, {first[:50]}, and on reeds;"
    more = [f"Notes that bay {number} has no lamp;" for number in range(4)]
    for revised, place in (
        ([far, *others], "OP1"),
        ([less, far, *others], "OP2"),
        ([far, less, far.replace("floods", "tides"), *others], "OP1"),
        ([*others, *more, far], "OP14"),
    ):
        blocks = brief_blocks(brief_between(base, revised), flows=False)
        (gone,) = next(block.lines for block in blocks if block.title == "Gone")
        shown = "".join(text for _, text in gone.runs)
        assert shown.startswith("notes: … ")
        assert shown.endswith(f"of the bay  (its beginning: {place})")
    back = brief_blocks(brief_between([far, *others], base), flows=False)
    (new,) = next(block.lines for block in back if block.title == "New thoughts")
    assert new.runs[-1][1].endswith("(its beginning: was OP1)")
    eight = far.replace(first, "the storms of the winter that broke the masts")
    blocks = brief_blocks(brief_between(base, [eight, *others]), flows=False)
    (gone,) = next(block.lines for block in blocks if block.title == "Gone")
    assert "its beginning" not in gone.runs[-1][1]
