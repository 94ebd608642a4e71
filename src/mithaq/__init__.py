"""Mithaq reads Arabic reports and keeps a register of what they say, every value with its words."""

from mithaq.document import Document
from mithaq.reading import Reader
from mithaq.record import Record

__version__ = "0.1.0"
__all__ = ["Document", "Reader", "Record"]
