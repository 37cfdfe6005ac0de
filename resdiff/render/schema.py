"""The JSON Schemas (draft 2020-12) of what `--format json` prints."""

from __future__ import annotations

from typing import Any, get_args

from resdiff.core.compare import KINDS, REASONS
from resdiff.core.model import Stage

Schema = dict[str, Any]

_TEXT: Schema = {"type": "string"}
_MAYBE_TEXT: Schema = {"type": ["string", "null"]}
_MAYBE_COUNT: Schema = {"type": ["integer", "null"], "minimum": 0}
_COUNT: Schema = {"type": "integer", "minimum": 0}
_TRUTH: Schema = {"type": "boolean"}
_SHARE: Schema = {"type": ["number", "null"], "minimum": 0, "maximum": 1}


def _list(of: Schema) -> Schema:
    return {"type": "array", "items": of}


def _object(properties: dict[str, Schema], **more: object) -> Schema:
    return {"type": "object", "properties": properties, "required": list(properties), **more}


_VERB = _object({
    "phrase": _TEXT, "lemma": _TEXT, "kind": _TEXT, "scale": _MAYBE_TEXT, "strength": {"type": ["integer", "null"]},
    "modifiers": _list(_TEXT), "ordering": _list(_TEXT), "start": _COUNT, "end": _COUNT, "inner": _TRUTH,
})  # fmt: skip
_PARAGRAPH = _object({
    "id": _TEXT, "part": {"enum": ["preamble", "operative", "heading", "annex", "body"]}, "label": _MAYBE_TEXT,
    "level": {"type": "integer", "minimum": 1}, "parent": _MAYBE_TEXT, "line": {"type": "integer", "minimum": 1}, "page": _MAYBE_COUNT,
    "text": _TEXT, "marks": _list(_TEXT), "verbs": {"anyOf": [{"type": "null"}, _list(_VERB)]},
})  # fmt: skip
_MATTER: Schema = {
    "type": "object",
    "properties": {
        "kind": {"enum": ["masthead", "title", "sponsors", "organ", "adoption", "vote", "footnote", "furniture"]},
        "line": {"type": "integer", "minimum": 1}, "text": _TEXT, "mark": _MAYBE_TEXT, "paragraph": _MAYBE_TEXT,
    },
    "required": ["kind", "line", "text"],
}  # fmt: skip
_VOTE: Schema = {
    "anyOf": [
        {"type": "null"},
        _object({
            "manner": {"enum": ["recorded", "without a vote", "unanimous", "roll-call", "vote"]},
            "in_favour": _MAYBE_COUNT, "against": _MAYBE_COUNT, "abstaining": _MAYBE_COUNT,
            "names": {"type": "object", "additionalProperties": _list(_TEXT)}, "consistent": {"type": ["boolean", "null"]},
        }),
    ]
}  # fmt: skip
_NEGOTIATION = _object({"brackets": _COUNT, "unbalanced": _COUNT, "attributions": _list(_TEXT), "provisional": _list(_TEXT)})
_TEXT_PROPERTIES: dict[str, Schema] = {
    "source": _TEXT, "sha256": _TEXT, "symbol": _MAYBE_TEXT, "number": _MAYBE_TEXT, "title": _MAYBE_TEXT, "organ": _MAYBE_TEXT,
    "session": _MAYBE_TEXT, "agenda_item": _MAYBE_TEXT, "stage": {"enum": [*get_args(Stage), None]}, "date": _MAYBE_TEXT,
    "language": _TEXT, "sponsors": _list(_TEXT), "vote": _VOTE, "negotiation": _NEGOTIATION,
    "paragraphs": _list(_PARAGRAPH), "matter": _list(_MATTER), "warnings": _list(_TEXT),
}  # fmt: skip
_EDIT: Schema = {"type": "array", "prefixItems": [{"enum": ["equal", "delete", "insert"]}, _TEXT], "minItems": 2, "maxItems": 2}
_CHANGE = _object({
    "kind": {"enum": list(KINDS)}, "base": _list(_TEXT), "revised": _list(_TEXT), "moved": _TRUTH, "renumbered": _TRUTH, "by_hand": _TRUTH,
    "similarity": _SHARE, "confidence": _SHARE, "edits": _list(_EDIT),
    "verbs": _list(_object({
        "change": {"enum": ["kept", "added", "dropped", "replaced"]}, "base": _MAYBE_TEXT, "revised": _MAYBE_TEXT,
        "shift": {"enum": ["strengthened", "weakened", "recast", "disputed", "equal", None]},
    })),
    "hedges": _list(_object({"change": {"enum": ["added", "dropped"]}, "phrase": _TEXT})), "reasons": _list({"enum": list(REASONS)}),
})  # fmt: skip
_LEDGER_ROW: Schema = {
    "type": "object",
    "properties": {
        "lemma": _TEXT,
        "phrase": _TEXT,
        "paragraph": _TEXT,
        "from": _object({"lemma": _TEXT, "phrase": _TEXT, "paragraph": _TEXT}),
    },
    "required": ["lemma", "phrase", "paragraph"],
}
_SHIFTS = ("added", "dropped", "strengthened", "weakened", "recast", "disputed", "equal")
_COUNTS = ("unchanged", "edited", "added", "dropped", "split", "merged", "moved", "renumbered")


def comparison_schema() -> Schema:
    """The schema resdiff/comparison/1."""
    side = _object(_TEXT_PROPERTIES)
    votes = _object({
        "base": _VOTE, "revised": _VOTE, "changed_sides": _list(_object({"name": _TEXT, "from": _TEXT, "to": _TEXT})),
        "only_base": _list(_TEXT), "only_revised": _list(_TEXT),
    })  # fmt: skip
    told = _object({
        "schema": {"const": "resdiff/comparison/1"}, "resdiff": _TEXT, "options": {"type": "object"}, "base": side, "revised": side,
        "changes": _list(_CHANGE), "verbs": {"anyOf": [{"type": "null"}, _object({name: _list(_LEDGER_ROW) for name in _SHIFTS})]},
        "matter_changes": _list(_object({
            "kind": {"enum": ["title", "sponsors", "footnote"]}, "base": _MAYBE_TEXT, "revised": _MAYBE_TEXT, "paragraph": _MAYBE_TEXT,
        })),
        "vote": {"anyOf": [{"type": "null"}, votes]}, "summary": _object(dict.fromkeys(_COUNTS, _COUNT)), "warnings": _list(_TEXT),
    })  # fmt: skip
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "resdiff/comparison/1", **told}


def resolution_schema() -> Schema:
    """The schema resdiff/resolution/1."""
    told = _object({"schema": {"const": "resdiff/resolution/1"}, "resdiff": _TEXT, **_TEXT_PROPERTIES})
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "resdiff/resolution/1", **told}


def verbs_schema() -> Schema:
    """The schema resdiff/verbs/1."""
    verb = _object({"paragraph": _TEXT, "part": _TEXT, **_VERB["properties"]})
    told = _object(
        {
            "schema": {"const": "resdiff/verbs/1"},
            "resdiff": _TEXT,
            "source": _TEXT,
            "symbol": _MAYBE_TEXT,
            "language": _TEXT,
            "verbs": _list(verb),
        }
    )
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "resdiff/verbs/1", **told}


SCHEMAS = {"comparison": comparison_schema, "resolution": resolution_schema, "verbs": verbs_schema}
