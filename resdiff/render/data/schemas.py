"""The JSON Schemas (draft 2020-12) of what `--format json` prints, as the documents declare them."""

from __future__ import annotations

from typing import Any

import msgspec

from resdiff.render.data.ask_documents import AskChangesDocument, AsksDocument
from resdiff.render.data.ask_threads import AskThreadsDocument
from resdiff.render.data.concordance import ConcordanceDocument
from resdiff.render.data.documents import ComparisonDocument, ResolutionDocument, VerbsDocument
from resdiff.render.data.draft_outcomes import DraftDocument
from resdiff.render.data.history_documents import BlameDocument, HistoryDocument
from resdiff.render.data.precedents import PrecedentsDocument

DOCUMENTS = {
    "comparison": ComparisonDocument,
    "draft": DraftDocument,
    "resolution": ResolutionDocument,
    "verbs": VerbsDocument,
    "asks": AsksDocument,
    "ask-changes": AskChangesDocument,
    "ask-threads": AskThreadsDocument,
    "history": HistoryDocument,
    "blame": BlameDocument,
    "precedents": PrecedentsDocument,
    "concord": ConcordanceDocument,
}
"""By the names of the commands and subjects."""


def json_schema(name: str) -> dict[str, Any]:
    """The schema of a document of `DOCUMENTS`. Raises KeyError for any other name."""
    document = DOCUMENTS[name]
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": document.__struct_config__.tag,
        **msgspec.json.schema(document),
    }
