"""The reports that ship with Mithaq (`src/mithaq/demo`): invented, for trying it and for its measurements."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from importlib.resources import files

from mithaq.document import Document
from mithaq.text.decode import decode


def documents() -> Iterator[Document]:
    """The reports in the order of their index, each with its day of publication and its outlet."""
    folder = files("mithaq") / "demo"
    _, *rows = (folder / "index.tsv").read_text("utf-8").splitlines()
    for row in rows:
        name, published, outlet, _ = row.split("\t")
        text = decode((folder / name).read_bytes(), name)
        yield Document(text, source=f"demo/{name}", published=date.fromisoformat(published), publisher=outlet)
