"""Time expressions, as TIMEX3 (ISO-TimeML, ISO 24617-1) writes them, with the days that they cover."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from mithaq.span import Span


@dataclass(slots=True)
class Timex:
    """One time expression.

    `type` is DATE, TIME, DURATION or SET; `value` and `mod` are TIMEX3's; `earliest` and `latest` are the first and the
    last day that it can mean (None where the text fixes none); `anchor` is the id of the expression it is counted from,
    `"published"`, or None where it stands by itself. `relation` is the deadline relation that its preposition gives
    (by, until, within, on, before, after, from, during, since) or None.
    """

    id: str
    span: Span
    type: str
    value: str
    mod: str | None = None
    earliest: date | None = None
    latest: date | None = None
    anchor: str | None = None
    relation: str | None = None
    first: int = 0
    last: int = 0
    found_by: str = ""

    def to_json(self, text: str) -> dict[str, object]:
        """The form of `record.md`."""
        return {
            "id": self.id,
            **self.span.to_json(text),
            "type": self.type,
            "value": self.value,
            "mod": self.mod,
            "earliest": self.earliest.isoformat() if self.earliest else None,
            "latest": self.latest.isoformat() if self.latest else None,
            "anchor": self.anchor,
            "relation": self.relation,
            "found_by": self.found_by,
        }
