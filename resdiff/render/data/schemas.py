"""The JSON Schemas (draft 2020-12) of what `--format json` prints."""

from __future__ import annotations

from typing import Any, get_args

from resdiff.core.compare import KINDS, REASONS
from resdiff.core.model import Stage

Schema = dict[str, Any]

TEXT: Schema = {"type": "string"}
MAYBE_TEXT: Schema = {"type": ["string", "null"]}
MAYBE_COUNT: Schema = {"type": ["integer", "null"], "minimum": 0}
COUNT: Schema = {"type": "integer", "minimum": 0}
_TRUTH: Schema = {"type": "boolean"}
SHARE: Schema = {"type": ["number", "null"], "minimum": 0, "maximum": 1}


def list_of(of: Schema) -> Schema:
    """A list of what a schema describes."""
    return {"type": "array", "items": of}


def object_of(properties: dict[str, Schema], **more: object) -> Schema:
    """An object that has all of these properties."""
    return {"type": "object", "properties": properties, "required": list(properties), **more}


_VERB = object_of(
    {
        "phrase": TEXT,
        "lemma": TEXT,
        "kind": TEXT,
        "scale": MAYBE_TEXT,
        "strength": {"type": ["integer", "null"]},
        "modifiers": list_of(TEXT),
        "ordering": list_of(TEXT),
        "start": COUNT,
        "end": COUNT,
        "inner": _TRUTH,
    }
)
_PARAGRAPH = object_of(
    {
        "id": TEXT,
        "part": {"enum": ["preamble", "operative", "heading", "annex", "body"]},
        "label": MAYBE_TEXT,
        "level": {"type": "integer", "minimum": 1},
        "parent": MAYBE_TEXT,
        "line": {"type": "integer", "minimum": 1},
        "page": MAYBE_COUNT,
        "text": TEXT,
        "marks": list_of(TEXT),
        "verbs": {"anyOf": [{"type": "null"}, list_of(_VERB)]},
    }
)
_MATTER: Schema = {
    "type": "object",
    "properties": {
        "kind": {
            "enum": ["masthead", "title", "sponsors", "organ", "adoption", "vote", "footnote", "furniture"]
        },
        "line": {"type": "integer", "minimum": 1},
        "text": TEXT,
        "mark": MAYBE_TEXT,
        "paragraph": MAYBE_TEXT,
    },
    "required": ["kind", "line", "text"],
}
_VOTE: Schema = {
    "anyOf": [
        {"type": "null"},
        object_of(
            {
                "manner": {"enum": ["recorded", "without a vote", "unanimous", "roll-call", "vote"]},
                "in_favour": MAYBE_COUNT,
                "against": MAYBE_COUNT,
                "abstaining": MAYBE_COUNT,
                "names": {"type": "object", "additionalProperties": list_of(TEXT)},
                "consistent": {"type": ["boolean", "null"]},
            }
        ),
    ]
}
_NEGOTIATION = object_of(
    {"brackets": COUNT, "unbalanced": COUNT, "attributions": list_of(TEXT), "provisional": list_of(TEXT)}
)
_TEXT_PROPERTIES: dict[str, Schema] = {
    "source": TEXT,
    "sha256": TEXT,
    "symbol": MAYBE_TEXT,
    "number": MAYBE_TEXT,
    "title": MAYBE_TEXT,
    "organ": MAYBE_TEXT,
    "session": MAYBE_TEXT,
    "agenda_item": MAYBE_TEXT,
    "stage": {"enum": [*get_args(Stage), None]},
    "date": MAYBE_TEXT,
    "language": TEXT,
    "sponsors": list_of(TEXT),
    "vote": _VOTE,
    "negotiation": _NEGOTIATION,
    "paragraphs": list_of(_PARAGRAPH),
    "matter": list_of(_MATTER),
    "warnings": list_of(TEXT),
}
_EDIT: Schema = {
    "type": "array",
    "prefixItems": [{"enum": ["equal", "delete", "insert"]}, TEXT],
    "minItems": 2,
    "maxItems": 2,
}
_CHANGE = object_of(
    {
        "kind": {"enum": list(KINDS)},
        "base": list_of(TEXT),
        "revised": list_of(TEXT),
        "moved": _TRUTH,
        "renumbered": _TRUTH,
        "by_hand": _TRUTH,
        "similarity": SHARE,
        "confidence": SHARE,
        "edits": list_of(_EDIT),
        "verbs": list_of(
            object_of(
                {
                    "change": {"enum": ["kept", "added", "dropped", "replaced"]},
                    "base": MAYBE_TEXT,
                    "revised": MAYBE_TEXT,
                    "shift": {"enum": ["strengthened", "weakened", "recast", "disputed", "equal", None]},
                }
            )
        ),
        "hedges": list_of(object_of({"change": {"enum": ["added", "dropped"]}, "phrase": TEXT})),
        "reasons": list_of({"enum": list(REASONS)}),
    }
)
_LEDGER_ROW: Schema = {
    "type": "object",
    "properties": {
        "lemma": TEXT,
        "phrase": TEXT,
        "paragraph": TEXT,
        "from": object_of({"lemma": TEXT, "phrase": TEXT, "paragraph": TEXT}),
    },
    "required": ["lemma", "phrase", "paragraph"],
}
_SHIFTS = ("added", "dropped", "strengthened", "weakened", "recast", "disputed", "equal")
_COUNTS = ("unchanged", "edited", "added", "dropped", "split", "merged", "moved", "renumbered")


def comparison_schema() -> Schema:
    """The schema resdiff/comparison/1."""
    side = object_of(_TEXT_PROPERTIES)
    votes = object_of(
        {
            "base": _VOTE,
            "revised": _VOTE,
            "changed_sides": list_of(object_of({"name": TEXT, "from": TEXT, "to": TEXT})),
            "only_base": list_of(TEXT),
            "only_revised": list_of(TEXT),
        }
    )
    told = object_of(
        {
            "schema": {"const": "resdiff/comparison/1"},
            "resdiff": TEXT,
            "options": {"type": "object"},
            "base": side,
            "revised": side,
            "changes": list_of(_CHANGE),
            "verbs": {
                "anyOf": [{"type": "null"}, object_of({name: list_of(_LEDGER_ROW) for name in _SHIFTS})]
            },
            "matter_changes": list_of(
                object_of(
                    {
                        "kind": {"enum": ["title", "sponsors", "footnote"]},
                        "base": MAYBE_TEXT,
                        "revised": MAYBE_TEXT,
                        "paragraph": MAYBE_TEXT,
                    }
                )
            ),
            "vote": {"anyOf": [{"type": "null"}, votes]},
            "summary": object_of(dict.fromkeys(_COUNTS, COUNT)),
            "warnings": list_of(TEXT),
        }
    )
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "resdiff/comparison/1",
        **told,
    }


def resolution_schema() -> Schema:
    """The schema resdiff/resolution/1."""
    told = object_of({"schema": {"const": "resdiff/resolution/1"}, "resdiff": TEXT, **_TEXT_PROPERTIES})
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "resdiff/resolution/1",
        **told,
    }


def verbs_schema() -> Schema:
    """The schema resdiff/verbs/1."""
    verb = object_of({"paragraph": TEXT, "part": TEXT, **_VERB["properties"]})
    told = object_of(
        {
            "schema": {"const": "resdiff/verbs/1"},
            "resdiff": TEXT,
            "source": TEXT,
            "symbol": MAYBE_TEXT,
            "language": TEXT,
            "verbs": list_of(verb),
        }
    )
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "resdiff/verbs/1", **told}


SCHEMAS = {"comparison": comparison_schema, "resolution": resolution_schema, "verbs": verbs_schema}
