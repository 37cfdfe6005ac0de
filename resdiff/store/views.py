"""The views of the store: versions, paragraphs, changes, verbs, shifts and votes, for whoever opens the file
with another tool.

A view tells only what the rules of today have made; where something is not yet made, it says so. Changes and
shifts are those between a version and the one before it in its lineage.
"""

from __future__ import annotations

COUNTS = (
    "unchanged",
    "edited",
    "added",
    "dropped",
    "split",
    "merged",
    "moved",
    "renumbered",
    "strengthened",
    "weakened",
)
"""What is counted of a comparison."""

NOT_YET = "not yet: run resdiff store index"
_RULES = "(SELECT rules FROM current)"
_MARK = "CASE WHEN {}.dropped IS NULL THEN '' ELSE ' (dropped)' END"
_IS_SHOWN = "version.dropped IS NULL"
_IS_SUPERSEDED = (
    "EXISTS (SELECT 1 FROM version AS later WHERE later.supersedes = version.id AND later.dropped IS NULL)"
)
_BEFORE = """(SELECT before.id FROM version AS before WHERE before.lineage = version.lineage
AND before.place < version.place
    AND before.dropped IS NULL AND NOT EXISTS (SELECT 1 FROM version AS l
    WHERE l.supersedes = before.id AND l.dropped IS NULL)
    ORDER BY before.place DESC LIMIT 1)"""


def _ids(version: str, places: str) -> str:
    """The ids of the paragraphs at places that stand as JSON."""
    return f"""(SELECT group_concat(p.id, ' ') FROM json_each({places}) JOIN paragraph AS p
        ON p.version = {version} AND p.place = json_each.value + 1)"""


def _text(version: str, places: str) -> str:
    """Their readings, joined."""
    return f"""(SELECT group_concat(r.text, ' ') FROM json_each({places}) JOIN paragraph AS p
        ON p.version = {version} AND p.place = json_each.value + 1 JOIN reading AS r ON r.id = p.reading)"""


NEIGHBOURS = f"""CREATE VIEW neighbours AS SELECT version.lineage, version.id AS revised,
{_BEFORE} AS base FROM version
    WHERE {_IS_SHOWN} AND NOT {_IS_SUPERSEDED}"""

_VERSIONS = f"""CREATE VIEW versions AS SELECT lineage.slug AS lineage, version.label AS version,
version.place, version.stage,
    version.date, version.symbol, version.number, version.title, version.language, version.organ,
    version.session,
    json_extract(version.vote, '$.manner') AS manner, json_extract(version.vote, '$.in_favour') AS in_favour,
    json_extract(version.vote, '$.against') AS against, json_extract(version.vote,
    '$.abstaining') AS abstaining,
    (SELECT l.slug || '@' || b.label || {_MARK.format("b")} FROM version AS b
    JOIN lineage AS l ON l.id = b.lineage
        WHERE b.id = version.base_of) AS base_of,
    (SELECT s.label || {_MARK.format("s")} FROM version AS s WHERE s.id = version.supersedes) AS supersedes,
    version.reason,
    {_IS_SUPERSEDED} AS is_superseded, version.source, version.sha256, version.added, version.author,
    version.resdiff, version.parser,
    (SELECT count(*) FROM paragraph WHERE paragraph.version = version.id) AS paragraphs,
    CASE WHEN {_BEFORE} IS NULL OR {_IS_SUPERSEDED} THEN NULL WHEN EXISTS (SELECT 1
    FROM comparison WHERE comparison.base = {_BEFORE}
        AND comparison.revised = version.id AND comparison.rules = {_RULES}
        AND comparison.options = '') THEN 'yes'
        ELSE '{NOT_YET}' END AS compared
    FROM version JOIN lineage ON lineage.id = version.lineage WHERE {_IS_SHOWN}
    ORDER BY lineage.slug, version.place"""

_PARAGRAPHS = f"""CREATE VIEW paragraphs AS SELECT lineage.slug AS lineage, version.label AS version,
version.symbol, version.date,
    version.stage, paragraph.id AS paragraph, paragraph.part, paragraph.label, paragraph.level,
    paragraph.parent, paragraph.line,
    reading.text FROM paragraph JOIN version ON version.id = paragraph.version
    JOIN lineage ON lineage.id = version.lineage
    JOIN reading ON reading.id = paragraph.reading WHERE {_IS_SHOWN}
    ORDER BY lineage.slug, version.place, paragraph.place"""

_CHANGES = f"""CREATE VIEW changes AS SELECT lineage.slug AS lineage, one.label AS base,
two.label AS revised, two.symbol, two.date,
    change.place, change.kind, change.paragraphs, {_ids("one.id", "change.base")} AS base_paragraphs,
    {_ids("two.id", "change.revised")} AS revised_paragraphs, change.moved, change.renumbered,
    change.by_hand, change.similarity,
    change.reasons, {_text("one.id", "change.base")} AS base_text, {
    _text("two.id", "change.revised")
} AS revised_text
    FROM comparison JOIN change ON change.comparison = comparison.id
    JOIN version AS one ON one.id = comparison.base
    JOIN version AS two ON two.id = comparison.revised JOIN lineage ON lineage.id = two.lineage
    JOIN neighbours ON neighbours.revised = two.id AND neighbours.base = one.id
    WHERE comparison.rules = {_RULES} AND comparison.options = '' AND one.dropped IS NULL
    AND two.dropped IS NULL
    UNION ALL SELECT lineage, (SELECT v.version FROM versions AS v
    WHERE v.lineage = versions.lineage AND v.place < versions.place
        AND NOT v.is_superseded ORDER BY v.place DESC LIMIT 1), version, symbol, date,
        NULL, compared, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL
        FROM versions WHERE compared = '{NOT_YET}'"""

_VERBS = f"""CREATE VIEW verbs AS SELECT lineage.slug AS lineage, version.label AS version, version.symbol,
version.date, version.stage,
    paragraph.id AS paragraph, substr(reading.text, verb.begin + 1, verb."end" - verb.begin) AS phrase,
    json_extract(sense.details, '$.lemma') AS lemma, json_extract(sense.details, '$.part') AS part,
    json_extract(sense.details, '$.kind') AS kind,
    json_extract(sense.details, '$.scale') AS scale, json_extract(sense.details, '$.strength') AS strength,
    json_extract(sense.details, '$.source') AS source, verb.inner
    FROM verb JOIN version ON version.id = verb.version JOIN lineage ON lineage.id = version.lineage
    JOIN paragraph ON paragraph.version = verb.version AND paragraph.place = verb.paragraph + 1
    JOIN reading ON reading.id = paragraph.reading JOIN sense ON sense.id = verb.sense
    WHERE {_IS_SHOWN} AND version.verbs = {_RULES}
    UNION ALL SELECT lineage.slug, version.label, version.symbol, version.date, version.stage, NULL,
    '{NOT_YET}', NULL, NULL, NULL, NULL,
    NULL, NULL, NULL FROM version JOIN lineage ON lineage.id = version.lineage
    WHERE {_IS_SHOWN} AND version.verbs IS NOT {_RULES}"""

_SHIFTS = f"""CREATE VIEW shifts AS SELECT lineage.slug AS lineage, one.label AS base, two.label AS revised,
two.symbol, two.date,
    shift.change, shift.shift,
    (SELECT p.id FROM paragraph AS p WHERE p.version = one.id
    AND p.place = shift.base_paragraph + 1) AS base_paragraph,
    (SELECT p.id FROM paragraph AS p WHERE p.version = two.id
    AND p.place = shift.revised_paragraph + 1) AS revised_paragraph,
    (SELECT json_extract(s.details, '$.lemma') FROM verb AS v JOIN sense AS s ON s.id = v.sense
        WHERE v.version = one.id AND v.paragraph = shift.base_paragraph
        AND v.nth = shift.base_verb) AS base_lemma,
    (SELECT json_extract(s.details, '$.lemma') FROM verb AS v JOIN sense AS s ON s.id = v.sense
        WHERE v.version = two.id AND v.paragraph = shift.revised_paragraph
        AND v.nth = shift.revised_verb) AS revised_lemma
    FROM comparison JOIN shift ON shift.comparison = comparison.id
    JOIN version AS one ON one.id = comparison.base
    JOIN version AS two ON two.id = comparison.revised JOIN lineage ON lineage.id = two.lineage
    JOIN neighbours ON neighbours.revised = two.id AND neighbours.base = one.id
    WHERE comparison.rules = {_RULES} AND comparison.options = '' AND one.dropped IS NULL
    AND two.dropped IS NULL"""

_VOTES = f"""CREATE VIEW votes AS SELECT lineage.slug AS lineage, version.label AS version, version.symbol,
version.date,
    names.key AS side, name.value AS name
    FROM version JOIN lineage ON lineage.id = version.lineage, json_each(version.vote, '$.names') AS names,
    json_each(names.value) AS name
    WHERE {_IS_SHOWN} AND version.vote IS NOT NULL"""

VIEWS = (NEIGHBOURS, _VERSIONS, _PARAGRAPHS, _CHANGES, _VERBS, _SHIFTS, _VOTES)
"""In the order in which they build on one another."""
