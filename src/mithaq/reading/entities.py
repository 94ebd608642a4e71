"""Entities of one report (a stub until the cast is written)."""

from __future__ import annotations

from mithaq.entity import Actor
from mithaq.grammar.actor import ActorPhrase
from mithaq.grammar.page import Page


class Cast:
    """Resolves actor phrases to names."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def actor(self, phrase: ActorPhrase, before: int) -> Actor:
        """The actor that a phrase names."""
        s = self.page.span(*(phrase.name or (phrase.first, phrase.last)))
        return Actor(s.cite(self.page.document.text), None, None, s)
