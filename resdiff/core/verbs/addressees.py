"""Who is asked: the words between a verb and what it asks for.

The rules follow the notes with which asks were annotated: the words that name who, verbatim, up to the
infinitive, 'that' or 'in'; coordinated nouns belong to it.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from resdiff.core.languages import english_addressees, english_words
from resdiff.core.lexicon import Lexicon
from resdiff.core.patterns import compiled_late

_INFINITIVE = re.compile(
    rf",?(?: not)? to (?!{english_addressees.NO_INFINITIVE}\b)(?=[a-z-]+[\s,;:.]|[a-z-]+$)|,? to, "
)
_ASKING_NOUN = compiled_late(english_addressees.ASKING_NOUN)
_ADDRESSES = compiled_late(english_addressees.ADDRESSES)
_BY_WHOM = compiled_late(english_addressees.BY_WHOM)
_ASIDE = compiled_late(english_addressees.ASIDE_OF_REQUEST)
_GOVERNS = re.compile(rf"\b(?:{english_addressees.GOVERNS_INFINITIVE})$")
_THAT = re.compile(r"that,? ")
_CONDITION = re.compile(rf"(?:{english_addressees.CONDITION})\b")
_PREDICATE = re.compile(rf"(?:, | )(?:{english_addressees.PREDICATE})\b")
_PASSIVE = re.compile(english_addressees.PASSIVE)
_PASSIVE_INFINITIVE = compiled_late(english_addressees.PASSIVE_INFINITIVE)
_ENDS_NAME = re.compile(english_addressees.ENDS_ADDRESSEE)
_POSSESSIVE = compiled_late(english_addressees.POSSESSIVE)
_GERUND_OF_ACT = compiled_late(english_addressees.GERUND_OF_ACT)
_IN_NAME = re.compile(r"[A-Z]\w*$")
_NAME_FOLLOWS = re.compile(r" \w+ (?:the )?[A-Z]")
_HEAD_ENDS = re.compile(rf",? (?:{english_addressees.AFTER_HEAD})\b")
_BARE_VERB = re.compile(r"[a-z]+(?<!s)(?<!ing)(?<!ed)")
_TRAILING = re.compile(
    r"(?:,|,? and| as an? [a-z]+(?: [a-z]+){0,2}| [a-z]+ly| (?:on|in|of|for|to|with|by|from|under))+$"
)
_AMOUNT = re.compile(r"\d[\d,]{2,}")
_NAME = re.compile(
    r"(?:(?:the|all|its|their|other|relevant|each) )*(?:[A-Z][\w’'-]*)(?: (?:of the |of |and the |and |for )?"
    r"[A-Z][\w’'-]*)*(?= [a-z])"
)
_THE_NAME = re.compile(
    rf"\bthe {english_addressees.NEWLY_NAMED}"
    r"([A-Z][\w’'-]*(?: (?:of the |of |and the |and |for |on )?[A-Z][\w’'-]*)*)"
)
_THE_LONG_NAME = compiled_late(rf"{_THE_NAME.pattern}(?: in [A-Z][\w’'-]*(?: [A-Z][\w’'-]*)*)?")
_OF_NAME = re.compile(r" (?:of|for|on|in) ")
_LONGEST = 900
"""Characters of an addressee at most."""
_MOST_WORDS = 14
"""Words of an addressee that no infinitive follows."""


class Addressed(NamedTuple):
    """Who is asked, and where in the text what is asked begins."""

    addressee: str | None
    clause: int


def addressee_after(text: str, start: int, stop: int, lexicon: Lexicon) -> Addressed:
    """Who is asked by a verb that ends at `start`, in the passage up to `stop`; None where nobody is."""
    if not lexicon.parses_structure:
        return Addressed(None, start)
    if _ASKING_NOUN.search(text, 0, start) is not None:
        start = _behind_noun(text, start, stop)
    begin = _behind_connectives(text, start, stop, lexicon)
    passage = text[begin:stop]
    if (by := _BY_WHOM.match(passage, 0, _LONGEST)) is not None:
        return Addressed(_trimmed(by["who"], lexicon), begin)
    if passage.startswith(english_words.OPENS_ACT):
        return Addressed(None, begin)
    if (that := _THAT.match(passage)) is not None:
        return _subject(text, begin + that.end(), stop, lexicon)
    match = _infinitive_in(passage)
    if match is not None and (match.start() == 0 or _is_acted_upon(text, start, begin + match.start())):
        return Addressed(None, begin)
    named = _name_before_verb(passage, lexicon)
    if named is not None:
        return Addressed(_trimmed(named, lexicon), begin + len(named))
    if match is not None and match.start() <= _LONGEST:
        return _addressed(passage, begin, match.start(), lexicon)
    ending = passage.rstrip(" ,:;.")
    if match is None and passage.rstrip().endswith((":", ",", " and")):
        name = _trimmed(ending, lexicon)
        if name is not None and name.count(" ") < _MOST_WORDS:
            return Addressed(name, begin + len(ending))
    return Addressed(None, begin)


def _is_acted_upon(text: str, start: int, infinitive: int) -> bool:
    """Whether a verb that ends at `start` calls for what stands before the infinitive to be acted upon."""
    return text.endswith(" for", 0, start) and _PASSIVE_INFINITIVE.match(text, infinitive) is not None


def _behind_noun(text: str, start: int, stop: int) -> int:
    """Where the object of 'reiterates its request' begins: behind where that was made and what leads on to
    the name.
    """
    for pattern in (_ASIDE, _ADDRESSES):
        match = pattern.match(text, start, stop)
        start = match.end() if match is not None else start
    return start


def _infinitive_in(passage: str) -> re.Match[str] | None:
    """The infinitive of what is asked: not one that a word of the name governs, as 'those planning to'."""
    matches = list(_INFINITIVE.finditer(passage, 0, _LONGEST))
    free = (match for match in matches if _GOVERNS.search(passage, 0, match.start()) is None)
    return next(free, matches[0] if matches else _INFINITIVE.search(passage))


def _addressed(passage: str, begin: int, end: int, lexicon: Lexicon) -> Addressed:
    """Who is named in the passage before `end`; what only qualifies the name belongs to what is asked."""
    name = _trimmed(passage[:end], lexicon)
    place = passage.find(name) if name is not None else 0
    if name is None:
        return Addressed(None, begin)
    return Addressed(name, begin + (place + len(name) if place == 0 else end))


def _name_before_verb(passage: str, lexicon: Lexicon) -> str | None:
    """A name that a verb without 'to' follows: 'the Secretary-General implement', 'all States halt the'."""
    match = _NAME.match(passage)
    if match is None:
        return None
    words = [word for word in passage[match.end() :].split(maxsplit=3)[:3] if not word.endswith("ly")]
    if not words:
        return None
    is_verb = words[0] in lexicon.asking.task_verbs
    if words[0] in lexicon.within.after_nouns:
        return None
    if not is_verb and len(words) > 1 and _BARE_VERB.fullmatch(words[0]) is not None:
        is_verb = words[1] in english_addressees.DETERMINERS and _HEAD_ENDS.match(f" {words[0]}") is None
    return match[0] if is_verb else None


def _behind_connectives(text: str, start: int, stop: int, lexicon: Lexicon) -> int:
    """Where the object of a verb begins: behind blanks and what links it to the text before."""
    place = start
    while place < stop:
        while place < stop and text[place] in " ,]":
            place += 1
        link = lexicon.within.links.match(text, place, stop)
        if link is None:
            return place
        place = link.end()
    return place


def _subject(text: str, begin: int, stop: int, lexicon: Lexicon) -> Addressed:
    """The subject of 'that ... shall': who is to act."""
    passage = text[begin:stop]
    end = _predicate(passage, lexicon)
    if end is None or end > _LONGEST or _CONDITION.match(passage) is not None:
        return Addressed(None, begin)
    if _PASSIVE.match(passage, end) is not None:
        return Addressed(None, begin)
    return _addressed(passage, begin, end, lexicon)


def _predicate(passage: str, lexicon: Lexicon) -> int | None:
    """Where the predicate of a clause begins: 'shall', or a verb that says what is asked."""
    modal = _PREDICATE.search(passage)
    stop = modal.start() if modal is not None else len(passage)
    place = 0
    for word in passage[:stop].split(" "):
        if place and word.strip(",") in lexicon.asking.task_verbs:
            return place - 1
        place += len(word) + 1
    return modal.start() if modal is not None else None


def _trimmed(name: str, lexicon: Lexicon) -> str | None:
    """The words that name who, without what only qualifies it; None where they name nobody who can act."""
    segments: list[str] = []
    for segment in name.split(", "):
        first = segment.split(" ", 1)[0].lower()
        is_participle = first in english_addressees.SAID_OF_NAME or (
            first.endswith("ing") and first != "including"
        )
        is_qualifying = first in lexicon.asking.qualifying or (bool(segments) and is_participle)
        is_qualifying = is_qualifying and not segment.startswith(english_addressees.AS_WELL)
        if is_qualifying and segments:
            break
        if not is_qualifying:
            segments.append(segment)
    name = ", ".join(segments)
    for match in _ENDS_NAME.finditer(name):
        if match.start() and not (
            _IN_NAME.search(name, 0, match.start()) and _NAME_FOLLOWS.match(name, match.start())
        ):
            name = name[: match.start()]
            break
    name = _TRAILING.sub("", name.strip(" ,;:"))
    return name if name and _can_act(name, lexicon) else None


def _can_act(name: str, lexicon: Lexicon) -> bool:
    """Whether a noun phrase names somebody: 'the Fund', 'relevant entities', not 'the continuation of'."""
    if name.lower() in english_addressees.PRONOUNS:  # 'her', which is a determiner before a noun
        return True
    if _AMOUNT.search(name) is not None or name.split()[-1].lower() in english_addressees.DETERMINERS:
        return False
    if _GERUND_OF_ACT.match(name) is not None:
        return False
    owner = _POSSESSIVE.match(name)
    if owner is not None and not _can_act(name[owner.end() :], lexicon):
        return False
    end = _HEAD_ENDS.search(name)
    phrase = name[: end.start()] if end is not None else name
    first, *others = phrase.split(", ")
    if " " in first or not first.islower():  # no row of adjectives, 'regional, national and local bodies'
        phrase = first
    if not phrase or phrase.split(" ", 1)[0] in ("a", "an", "and", "to", "that") or phrase == "such":
        return False
    nouns = [noun.split()[-1] for noun in phrase.split(" and ") if noun.strip()]
    return all(_is_actor(noun, lexicon) for noun in (nouns if not others or phrase == first else nouns[-1:]))


def _is_actor(head: str, lexicon: Lexicon) -> bool:
    """Whether a noun may act: a name, or one that does not end as abstract nouns do."""
    head = head.strip("“”\"'")
    if head[:1].isupper() or head in lexicon.asking.actors:
        return True
    if head in lexicon.asking.abstract or head.endswith("ly"):
        return False
    return not head.endswith(lexicon.asking.abstract_endings)


def name_before(text: str, start: int, end: int, *, of_person: bool | None = None) -> str | None:
    """The last name with an article between two places, whom 'it' or 'him' means there: that of a person or,
    if `of_person` is false, of anything else.
    """
    names = [match[1] for match in _THE_NAME.finditer(text, start, end)]
    names = [name for name in names if of_person is None or is_person(name) == of_person]
    return names[-1] if names else None


def is_person(name: str) -> bool:
    """Whether a name is known to be that of a person in an office: 'Special Rapporteur on the right to'."""
    head = _OF_NAME.split(name, maxsplit=1)[0]
    return head.split()[-1] in english_addressees.PERSONS_IN_OFFICE


def long_name(name: str, text: str, end: int) -> str:
    """The name that a name of one word stands for: the last longer one before a place that has the word, as
    'Fund for Lights' for 'the Fund'; the same name where there is none.
    """
    if " " in name or not name[:1].isupper():
        return name
    names = [match[0].removeprefix("the ") for match in _THE_LONG_NAME.finditer(text, 0, end)]
    longer = [one for one in names if one != name and name in _OF_NAME.split(one, maxsplit=1)[0].split()]
    return longer[-1] if longer else name


def canonical(name: str, before: str | None) -> str:
    """The name of an addressee without articles; of a pronoun that of the addressee before it."""
    if name.lower() in english_addressees.PRONOUNS:
        return before or name
    words = name.split()
    while len(words) > 1 and words[0].lower() in english_addressees.DETERMINERS:
        del words[0]
    bare = " ".join(words)
    return english_addressees.FULL_NAMES.get(bare.lower(), bare[:1].upper() + bare[1:])
