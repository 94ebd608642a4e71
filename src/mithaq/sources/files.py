"""Text files: from the paths that a caller names to documents, one at a time."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from datetime import date
from typing import BinaryIO

from mithaq.document import Document
from mithaq.errors import InputError
from mithaq.text.decode import decode

STDIN = "-"
SUFFIX = ".txt"
LIMIT = 256 * 2**20  # bytes of one file: far beyond any report, so that a device or a disk image cannot fill the memory


def find_files(paths: Iterable[str]) -> Iterator[str]:
    """The files that `paths` name, in their order: a folder stands for all text files (`*.txt`) in and below it.

    Inside a folder the order is that of the names, and hidden files and folders are left out. A path that cannot be a
    report (missing, a folder without text files) comes back as it is: `load` says what is wrong with it.
    """
    for path in paths:
        if path == STDIN or not os.path.isdir(path):
            yield path
            continue
        found = False
        for name in _walk(path):
            found = True
            yield name
        if not found:
            yield path


def _walk(folder: str) -> Iterator[str]:
    unreadable: list[str] = []
    for root, folders, names in os.walk(folder, onerror=lambda e: unreadable.append(str(e.filename))):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            if name.lower().endswith(SUFFIX) and not name.startswith("."):
                yield os.path.join(root, name)
    yield from unreadable


def load(
    path: str, *, published: date | None = None, publisher: str | None = None, stdin: BinaryIO | None = None
) -> Document:
    """The document in the file at `path` (`-`: standard input, or `stdin`), its text decoded and otherwise untouched.

    InputError if the file cannot be opened or is not a text.
    """
    source = printable(path)
    try:
        if path == STDIN:
            data = (stdin or sys.stdin.buffer).read(LIMIT + 1)
        elif os.path.isdir(path):
            raise _folder(path, source)
        else:
            with open(path, "rb") as file:
                data = file.read(LIMIT + 1)
    except OSError as error:
        raise InputError(_reason(error), where=source, todo="check the path") from None
    except ValueError as error:  # a NUL in a path
        raise InputError(str(error), where=source, todo="check the path") from None
    if len(data) > LIMIT:
        raise InputError(
            f"larger than {LIMIT // 2**20} MB", where=source, todo="split it: one file is to be one report"
        )
    return Document(decode(data, source), source=source, published=published, publisher=publisher)


def _folder(path: str, source: str) -> InputError:
    if not os.access(path, os.R_OK | os.X_OK):
        return InputError("permission denied", where=source, todo="check who may read the folder")
    return InputError(f"no text files (*{SUFFIX}) in this folder", where=source, todo="name the files one by one")


def _reason(error: OSError) -> str:
    """What the system says, as the beginning of a sentence."""
    said = error.strerror or str(error)
    return said[:1].lower() + said[1:]


def printable(path: str) -> str:
    """The path as text: a byte of a name that is not UTF-8 is written as an escape."""
    return path.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")
