"""Values as JSON in which nothing acts on a terminal or in a script."""

from __future__ import annotations

import json
from json.encoder import encode_basestring, encode_basestring_ascii

from resdiff.core.patterns import lazy
from resdiff.render.views.characters import ACTING

_encode_raw = json.JSONEncoder(ensure_ascii=False).encode
_ACTING = lazy(f"{ACTING.pattern}|[\ud800-\udfff]")


def encode(value: object) -> str:
    """A value as JSON on one line; characters that a terminal or a script would act on are escaped."""
    text = _encode_raw(value)
    return without_acting(text)


def without_acting(told: str) -> str:
    """JSON in which characters that a terminal or a script would act on are spelled as escapes."""
    return (
        told
        if told.isascii() and "\x7f" not in told
        else _ACTING.sub(lambda found: encode_basestring_ascii(found[0])[1:-1], told)
    )


def _text(text: str) -> str:
    """A string as JSON; characters that a terminal or a script would act on are escaped."""
    return without_acting(encode_basestring(text))
