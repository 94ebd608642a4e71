"""A document: one report, its text exactly as it came, and what is known about it from outside."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import date
from functools import cached_property


@dataclass(frozen=True)
class Document:
    """One report. `text` is never changed; every offset of a record counts its code points.

    `source` is the path or URL as given; `published` the day of publication where the caller knows it.
    """

    text: str
    source: str = ""
    published: date | None = None
    publisher: str | None = None
    url: str | None = None

    @cached_property
    def id(self) -> str:
        """The identity of the exact text: the first 16 hex digits of its SHA-256 (FIPS 180-4)."""
        return hashlib.sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()[:16]
