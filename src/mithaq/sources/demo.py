"""The reports that ship with Mithaq (`src/mithaq/demo`): invented, for trying it and for its measurements."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import AbstractContextManager
from datetime import date
from importlib.resources import as_file, files
from pathlib import Path

from mithaq.document import Document
from mithaq.text.decode import decode


def documents(of: str = "") -> Iterator[Document]:
    """The reports in the order of their index, each with its day of publication and its outlet: five single ones, or with
    `of="register"` those that follow one agreement."""
    for document, _ in titled(of):
        yield document


def titled(of: str = "") -> Iterator[tuple[Document, str]]:
    """The same with the title that the index gives."""
    folder = files("mithaq") / "demo"
    shown = f"demo/{of}/" if of else "demo/"
    folder = folder / of if of else folder
    _, *rows = (folder / "index.tsv").read_text("utf-8").splitlines()
    for row in rows:
        name, published, outlet, title = row.split("\t")
        text = decode((folder / name).read_bytes(), name)
        yield Document(text, source=shown + name, published=date.fromisoformat(published), publisher=outlet), title


def places() -> AbstractContextManager[Path]:
    """The gazetteer of the invented places in the register's reports, as a file while the context lasts."""
    return as_file(files("mithaq") / "demo" / "register" / "places.csv")
