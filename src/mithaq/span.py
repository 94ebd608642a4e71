"""A span: a half-open stretch of a text, in code points."""

from __future__ import annotations

from typing import NamedTuple


class Span(NamedTuple):
    """`text[start:end]`, offsets in code points."""

    start: int
    end: int

    def cite(self, text: str) -> str:
        """The words that stand there."""
        return text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        """Whether the two share at least one code point."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: Span) -> bool:
        """Whether `other` lies within this span."""
        return self.start <= other.start and other.end <= self.end

    def to_json(self, text: str) -> dict[str, object]:
        """The form that a record gives a span: its offsets and its words."""
        return {"start": self.start, "end": self.end, "text": text[self.start : self.end]}
