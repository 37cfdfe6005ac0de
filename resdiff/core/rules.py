"""The version of every set of rules: what a store keeps is made anew where the rules that made it have
changed.

A version is raised by every change that may alter the result for any text; a test compares these numbers
with the results for the samples.
"""

from __future__ import annotations

READER = "15"
"""How documents become text: Word, OpenDocument, HTML, Akoma Ntoso, PDF, encodings."""
PARSER = "24"
"""How text becomes paragraphs, facts and footnotes."""
ALIGNER = "14"
"""Which paragraphs of two texts correspond."""
VERBS = "21"
"""Which verbs a paragraph has, and the lexicon that ranks them."""
COMPARER = "42"
"""Which words changed, why, and what became of verbs."""
FOLLOWER = "1"
"""How paragraphs and words are followed through the versions of a lineage."""

TEXTS = f"{READER}.{PARSER}"
"""What a parsed text was made by."""
COMPARISONS = f"{TEXTS}.{ALIGNER}.{VERBS}.{COMPARER}"
"""What a comparison and the verbs of its texts were made by."""
HISTORIES = f"{COMPARISONS}.{FOLLOWER}"
"""What a history was made by."""
