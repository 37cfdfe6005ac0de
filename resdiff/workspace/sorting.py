"""A flat folder of texts sorted into lineages: by title and organ, and by what each text cites.

A text joins others only on evidence that can be said; what has none is a lineage of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import chain, combinations, count
from pathlib import Path
from typing import NamedTuple

from msgspec import Struct

from resdiff.core.genres import un
from resdiff.core.model import Resolution
from resdiff.core.tokens import searched_words

_CITED = re.compile(r"(?<![\w/])(?:[A-Z]+/)*(?:RES/)?(\d{1,4}/\d{1,4}|\d{3,4} \(\d{4}\))(?![\w/])")
"""Numbers of resolutions in a text: 79/236, 2759 (2024)."""
_NO_TITLE = re.compile(un.NO_TITLE)
_MARKS = re.compile(r"[\d*†‡]+$")
"""A footnote mark that hangs on a title."""
_WORDS = 5
"""Words of the runs by which two texts are compared."""
_ALIKE = 0.25
"""Share of the runs of the shorter text that another has from which on they may be of one resolution, where
one cites the other.
"""
_RENAMED = 0.5
"""The same for texts of which one has a longer title."""
_MUCH_ALIKE = 0.3
"""The same for texts without a title that do not cite it."""
_LONGEST_NAME = 60


class SortedText(Struct, frozen=True, kw_only=True):
    """A text of a folder, with why it stands in its lineage."""

    path: Path
    text: Resolution
    because: str
    """'title', 'cites 79/236', or '' for the first and only one."""


class SortedLineage(Struct, frozen=True, kw_only=True):
    """Texts that are versions of one resolution, in the order of their dates."""

    slug: str
    title: str | None
    texts: tuple[SortedText, ...]
    is_standing: bool = False
    """Whether the lineage is in the store already."""


class StandingLineage(Struct, frozen=True, kw_only=True):
    """A lineage that is in the store, by one of its texts: texts of its title and organ join it, and the text
    itself where it comes again.
    """

    slug: str
    key: tuple[str, str]
    """Organ and title of the text, as `title_key` gives them; no text joins one without a title."""
    sha256: str


class _Slugs(NamedTuple):
    """The names of lineages that are taken, and those of the store by title and by text."""

    by_title: dict[tuple[str, str], str]
    by_text: dict[str, str]
    taken: set[str]


def title_key(title: str | None, organ: str | None) -> tuple[str, str]:
    """Organ and title in a form in which titles of one resolution are equal; the title is '' for none."""
    words = _title_words(title)
    return (organ or "").casefold(), " ".join(words)


def _title_words(title: str | None) -> list[str]:
    """The words of a title, none for a line of the masthead that stands in its place."""
    if title is None or _NO_TITLE.match(title) is not None:
        return []
    return [word for word, _, _ in searched_words(_MARKS.sub("", title).strip())]


def sort_texts(
    texts: Sequence[tuple[Path, Resolution]], standing: Iterable[StandingLineage] = ()
) -> list[SortedLineage]:
    """The lineages of some texts, the largest first; each text stands in one."""
    groups = _Groups(texts)
    for numbers in _by_title(texts).values():
        for number in numbers[1:]:
            groups.join(numbers[0], number, "title")
    for number, cited, name in _citations(texts):
        if groups.root(number) != groups.root(cited) and _may_follow(texts, number, cited):
            groups.join(cited, number, f"cites {name}")
    slugs = _Slugs({}, {}, set())
    for one in standing:
        slugs.by_title[one.key] = slugs.by_text[one.sha256] = one.slug
        slugs.taken.add(one.slug)
    for number, like, name in (*_renamed(texts), *_alike(texts)):
        if groups.root(number) != groups.root(like):
            groups.join(like, number, f"words of {name}")
    rows = [_lineage(group, texts, groups.reasons, slugs) for group in groups.groups()]
    return sorted(rows, key=lambda row: (-len(row.texts), row.slug))


def _renamed(texts: Sequence[tuple[Path, Resolution]]) -> list[tuple[int, int, str]]:
    """The texts whose title has all words of another's and more, and that have most of their words in
    common.
    """
    keys = [title_key(text.masthead.title, text.masthead.organ) for _, text in texts]
    sets = [frozenset(title.split()) for _, title in keys]
    runs: dict[int, set[tuple[str, ...]]] = {}
    rows = []
    for number, other in combinations(range(len(texts)), 2):
        one, two = sets[number], sets[other]
        if not one or not two or one == two or keys[number][0] != keys[other][0]:
            continue
        if not (one < two or two < one):
            continue
        before, after = (runs.setdefault(k, _runs(texts[k][1])) for k in (number, other))
        if len(before & after) >= _RENAMED * max(min(len(before), len(after)), 1):
            first, second = sorted((number, other), key=lambda k: texts[k][1].masthead.date or "")
            head = texts[first][1].masthead
            rows.append((second, first, head.symbol or head.number or texts[first][0].name))
    return rows


def _alike(texts: Sequence[tuple[Path, Resolution]]) -> list[tuple[int, int, str]]:
    """The texts without a title (those of the Security Council have none), each with the earlier one of its
    organ that shares most of its words.
    """
    heads = [text.masthead for _, text in texts]
    untitled = [k for k, head in enumerate(heads) if head.number and not _title_words(head.title)]
    runs = {k: _runs(texts[k][1]) for k in untitled}
    rows = []
    for number in untitled:
        text = texts[number][1]
        shares = [
            (len(runs[number] & runs[other]) / max(min(len(runs[number]), len(runs[other])), 1), other)
            for other in untitled
            if other != number
            and texts[other][1].masthead.organ == text.masthead.organ
            and _is_before(texts[other][1], text)
        ]
        if shares and max(shares)[0] >= _MUCH_ALIKE:
            other = max(shares, key=lambda pair: (pair[0], texts[pair[1]][1].masthead.date or ""))[1]
            rows.append((number, other, texts[other][1].masthead.number or ""))
    return rows


class _Groups:
    """Texts that belong together (union-find)."""

    def __init__(self, texts: Sequence[object]) -> None:
        self._parents = list(range(len(texts)))
        self.reasons: dict[int, str] = {}
        """Why a text joined others."""

    def root(self, number: int) -> int:
        """The text that stands for the group of a text."""
        while self._parents[number] != number:
            number = self._parents[number]
        return number

    def join(self, one: int, two: int, because: str) -> None:
        """Puts the groups of two texts together; `two` joined for a reason."""
        first, second = sorted((self.root(one), self.root(two)))
        if first != second:
            self._parents[second] = first
            self.reasons.setdefault(two, because)

    def groups(self) -> list[list[int]]:
        """The groups, each with the numbers of its texts."""
        rows: dict[int, list[int]] = {}
        for number in range(len(self._parents)):
            rows.setdefault(self.root(number), []).append(number)
        return list(rows.values())


def _by_title(texts: Sequence[tuple[Path, Resolution]]) -> dict[tuple[str, str], list[int]]:
    rows: dict[tuple[str, str], list[int]] = {}
    for number, (_, text) in enumerate(texts):
        key = title_key(text.masthead.title, text.masthead.organ)
        if key[1]:
            rows.setdefault(key, []).append(number)
    return rows


def _citations(texts: Sequence[tuple[Path, Resolution]]) -> list[tuple[int, int, str]]:
    """Which text cites which other of its organ, the number that it cites the newest first."""
    by_number: dict[tuple[str, str], list[int]] = {}
    for number, (_, text) in enumerate(texts):
        head = text.masthead
        if head.number:
            by_number.setdefault(((head.organ or "").casefold(), _plain(head.number)), []).append(number)
    rows = []
    for number, (_, text) in enumerate(texts):
        organ = (text.masthead.organ or "").casefold()
        reading = " ".join(paragraph.text for paragraph in text.paragraphs)
        rows += [
            (number, cited, name)
            for name in dict.fromkeys(_CITED.findall(reading))
            for cited in by_number.get((organ, _plain(name)), ())
            if cited != number and _is_before(texts[cited][1], text)
        ]
    dates = [text.masthead.date or "" for _, text in texts]
    return sorted(rows, key=lambda row: (row[0], _reversed(dates[row[1]]), row[1]))


def _plain(number: str) -> str:
    return number.replace(" ", "")


def _reversed(date: str) -> tuple[int, ...]:
    return tuple(-ord(sign) for sign in date)


def _is_before(one: Resolution, two: Resolution) -> bool:
    """Whether a text is older than another, as far as is known."""
    dates = one.masthead.date, two.masthead.date
    return dates[0] is None or dates[1] is None or dates[0] < dates[1]


def _may_follow(texts: Sequence[tuple[Path, Resolution]], number: int, cited: int) -> bool:
    """Whether a text may be the next one of a text that it cites: they share much of their words, and their
    titles do not speak of different subjects.
    """
    one, two = texts[cited][1], texts[number][1]
    keys = [title_key(text.masthead.title, text.masthead.organ)[1] for text in (one, two)]
    if all(keys) and not _share_of(keys[0].split(), keys[1].split()):
        return False
    before, after = _runs(one), _runs(two)
    return len(before & after) >= _ALIKE * max(min(len(before), len(after)), 1)


def _share_of(one: Sequence[str], two: Sequence[str]) -> bool:
    """Whether most words of the shorter title stand in the longer one."""
    shorter, longer = sorted((set(one), set(two)), key=len)
    return 3 * len(shorter & longer) >= 2 * len(shorter)


def _runs(text: Resolution) -> set[tuple[str, ...]]:
    """Every run of so many words of the paragraphs."""
    runs: set[tuple[str, ...]] = set()
    for paragraph in text.paragraphs:
        words = [word for word, _, _ in searched_words(paragraph.text)]
        runs |= {tuple(words[k : k + _WORDS]) for k in range(len(words) - _WORDS + 1)}
    return runs


def _lineage(
    group: Sequence[int],
    texts: Sequence[tuple[Path, Resolution]],
    reasons: dict[int, str],
    slugs: _Slugs,
) -> SortedLineage:
    """A group as a lineage, in the order of dates, drafts before what was adopted on the same day."""
    order = sorted(group, key=lambda number: _order(texts[number]))
    last = texts[order[-1]][1].masthead
    heads = [texts[number][1].masthead for number in reversed(order)]
    keys = [title_key(head.title, head.organ) for head in heads]
    hashes = [texts[number][1].sha256 for number in order]
    slug = next((slugs.by_title[key] for key in keys if key[1] and key in slugs.by_title), None)
    slug = slug or next((slugs.by_text[one] for one in hashes if one in slugs.by_text), None)
    is_standing = slug is not None
    if slug is None:
        slug = _free(_slug(texts[order[-1]]), slugs.taken)
    return SortedLineage(
        slug=slug,
        title=last.title,
        texts=tuple(
            SortedText(path=texts[n][0], text=texts[n][1], because=reasons.get(n, "")) for n in order
        ),
        is_standing=is_standing,
    )


def _free(name: str, taken: set[str]) -> str:
    """A name that no lineage has, with a number where another has it already; it is taken from then on."""
    free = next(one for one in chain((name,), (f"{name}-{k}" for k in count(2))) if one not in taken)
    taken.add(free)
    return free


def _order(entry: tuple[Path, Resolution]) -> tuple[str, bool, str]:
    head = entry[1].masthead
    return head.date or "", head.stage == "adopted", str(entry[0])


def _slug(entry: tuple[Path, Resolution]) -> str:
    """A name out of the title, cut at a word; without a title out of the number or the name of the file."""
    head = entry[1].masthead
    words = _title_words(head.title)
    if not words:
        words = [word for word, _, _ in searched_words(head.symbol or head.number or entry[0].stem)] or [
            "text"
        ]
    name = words[0][:_LONGEST_NAME]
    for word in words[1:]:
        if len(name) + 1 + len(word) > _LONGEST_NAME:
            break
        name = f"{name}-{word}"
    return name
