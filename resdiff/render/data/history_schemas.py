"""The JSON Schemas (draft 2020-12) of what `resdiff history` and `resdiff blame` print with `--format
json`.
"""

from __future__ import annotations

from typing import get_args

from resdiff.core.history import Fate
from resdiff.core.history.survival import Ending
from resdiff.core.model import Stage
from resdiff.render.data.schemas import COUNT, MAYBE_COUNT, MAYBE_TEXT, TEXT, Schema, list_of, object_of

_DRAFT = "https://json-schema.org/draft/2020-12/schema"
_TURNOVER = (
    "kept",
    "edited",
    "added",
    "dropped",
    "reintroduced",
    "words_added",
    "words_dropped",
    "verbs_up",
    "verbs_down",
)
_VERSION = {"index": COUNT, "label": TEXT, "symbol": MAYBE_TEXT, "date": MAYBE_TEXT}


def _pair(first: Schema, second: Schema) -> Schema:
    return {"type": "array", "prefixItems": [first, second], "minItems": 2, "maxItems": 2}


def history_schema() -> Schema:
    """The schema resdiff/history/1; with --all a list of them, each with its `lineage`."""
    version = object_of(
        {
            **_VERSION,
            "stage": {"enum": [*get_args(Stage), None]},
            "shares": {"type": "object", "additionalProperties": COUNT},
            "turnover": {"anyOf": [{"type": "null"}, object_of(dict.fromkeys(_TURNOVER, COUNT))]},
        }
    )
    survival = object_of(
        {
            "curve": list_of(
                _pair({"type": "integer", "minimum": 1}, {"type": "number", "minimum": 0, "maximum": 1})
            ),
            "half_life": MAYBE_COUNT,
            "half_life_years": {"type": ["number", "null"], "minimum": 0},
        }
    )
    place = object_of(
        {"version": COUNT, "id": TEXT, "fate": {"enum": list(get_args(Fate))}, "verbs": list_of(TEXT)}
    )
    thread = object_of(
        {
            "thread": COUNT,
            "first": COUNT,
            "last": COUNT,
            "ended": {"enum": [*get_args(Ending), None]},
            "branched_from": MAYBE_COUNT,
            "joined_to": MAYBE_COUNT,
            "places": list_of(place),
        }
    )
    told = object_of(
        {
            "schema": {"const": "resdiff/history/1"},
            "versions": list_of(version),
            "survival": survival,
            "threads": list_of(thread),
            "warnings": list_of(TEXT),
        }
    )
    told["properties"]["lineage"] = TEXT
    return {"$schema": _DRAFT, "title": "resdiff/history/1", **told}


def blame_schema() -> Schema:
    """The schema resdiff/blame/1."""
    paragraph = object_of(
        {"id": TEXT, "line": {"type": "integer", "minimum": 1}, "runs": list_of(_pair(TEXT, COUNT))}
    )
    told = object_of(
        {
            "schema": {"const": "resdiff/blame/1"},
            "versions": list_of(object_of(_VERSION)),
            "paragraphs": list_of(paragraph),
        }
    )
    return {"$schema": _DRAFT, "title": "resdiff/blame/1", **told}


HISTORY_SCHEMAS = {"history": history_schema, "blame": blame_schema}
"""By the names of the commands."""
