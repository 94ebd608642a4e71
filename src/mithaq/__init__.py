"""Mithaq reads Arabic reports and keeps a register of what they say, every value with its words."""

from mithaq.document import Document
from mithaq.reading import Reader
from mithaq.record import Record

__version__ = "0.1.0"
__all__ = ["Document", "Reader", "Record", "open_register"]


def __getattr__(name: str) -> object:
    """`open_register`, loaded when it is asked for: who only reads reports needs no database."""
    if name == "open_register":
        from mithaq.register import open_register

        return open_register
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
