"""Sources: from files to documents."""

from mithaq.sources.files import find_files, load

__all__ = ["find_files", "load"]
