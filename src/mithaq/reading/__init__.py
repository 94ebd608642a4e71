"""Reading: from a document to its record. Pure and deterministic: no clock, no database, no network."""

from mithaq.reading.reader import Reader

__all__ = ["Reader"]
