"""The brief: what happened between two texts, the asks first, and what is not known."""

from __future__ import annotations

from resdiff.core.brief.builder import brief_of
from resdiff.core.brief.values import Brief, BriefItem, BriefSection, SectionName

__all__ = ["Brief", "BriefItem", "BriefSection", "SectionName", "brief_of"]
