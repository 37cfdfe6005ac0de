"""Documents as JSON in which nothing acts on a terminal or in a script."""

from __future__ import annotations

from collections.abc import Iterator
from json.encoder import encode_basestring_ascii
from typing import Any

import msgspec

from resdiff.core.patterns import compiled_late
from resdiff.render.views.characters import ACTING

_ACTING = compiled_late(f"{ACTING.pattern}|[\ud800-\udfff]")


def json_lines(document: msgspec.Struct) -> Iterator[str]:
    """A document as JSON, in pieces: a line a field, and a line a record of a list of records."""
    yield from _struct(document)
    yield "\n"


def _struct(record: msgspec.Struct) -> Iterator[str]:
    """A record whose lists of records are written line by line."""
    config = record.__struct_config__
    between = "{"
    if config.tag_field is not None:
        yield f'{{"{config.tag_field}":{_encode(config.tag)}'
        between = ",\n"
    names = zip(record.__struct_fields__, record.__struct_encode_fields__, strict=True)
    for name, shown in names:
        value = getattr(record, name)
        if value is msgspec.UNSET:
            continue
        yield f'{between}"{shown}":'
        between = ",\n"
        if _is_list_of_records(value):
            yield "[\n" + _encode(value[0])
            for item in value[1:]:
                yield ",\n" + _encode(item)
            yield "]"
        elif isinstance(value, msgspec.Struct) and any(
            _is_list_of_records(getattr(value, field)) for field in value.__struct_fields__
        ):
            yield from _struct(value)
        else:
            yield _encode(value)
    yield "}"


def _is_list_of_records(value: Any) -> bool:
    return isinstance(value, tuple) and bool(value) and isinstance(value[0], msgspec.Struct)


def _encode(value: object) -> str:
    return without_acting(msgspec.json.encode(value).decode())


def without_acting(json: str) -> str:
    """JSON in which characters that a terminal or a script would act on are spelled as escapes."""
    if json.isascii() and "\x7f" not in json:
        return json
    return _ACTING.sub(lambda match: encode_basestring_ascii(match[0])[1:-1], json)
