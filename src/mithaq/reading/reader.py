"""The reader: one document in, one record out."""

from __future__ import annotations

from collections.abc import Iterable

from mithaq.collector import paused
from mithaq.document import Document
from mithaq.grammar.grammar import FilePath, Grammar, default_grammar, grammar_with
from mithaq.grammar.page import Page
from mithaq.reading.deeds import read_deeds
from mithaq.reading.entities import Cast
from mithaq.reading.fitness import examine
from mithaq.reading.mentions import read_mentions
from mithaq.reading.published import read_published
from mithaq.reading.repair import repair
from mithaq.reading.statements import read_statements
from mithaq.reading.times import read_times
from mithaq.record import Record
from mithaq.span import Span
from mithaq.text.tokens import Text


class Reader:
    """Reads documents. Make one and use it for every report: lexicons and rules are loaded once.

    `gazetteers` (CSV) and `lexicons` (TOML) are files with a user's own places, organisations, persons and roles, in the form
    that `docs/lexicon.md` gives; LexiconError says what is wrong with one.
    """

    def __init__(
        self, grammar: Grammar | None = None, *, gazetteers: Iterable[FilePath] = (), lexicons: Iterable[FilePath] = ()
    ) -> None:
        gazetteers, lexicons = tuple(gazetteers), tuple(lexicons)
        if grammar is not None and (gazetteers or lexicons):
            raise ValueError("a grammar has its lexicon already; make it by `grammar_with(gazetteers, lexicons)`")
        if gazetteers or lexicons:
            grammar = grammar_with(gazetteers, lexicons)
        self.grammar = grammar or default_grammar()

    def read(self, document: Document) -> Record:
        """The record of one document. What is made on the way goes with the page: no cycle is left to collect."""
        with paused():
            page = Page(document, self.grammar)
            try:
                return self._record(page)
            finally:
                page.memo.clear()  # its values know the page

    @staticmethod
    def _record(page: Page) -> Record:
        document = page.document
        repairs = repair(page)
        text = page.text
        record = Record(document, _title(text), document.publisher, read_published(page))
        record.issues = page.issues
        if not examine(page):
            record.language = "und"
            return record
        record.repairs = repairs
        record.joins = text.joins
        record.timexes = read_times(page, record.published)
        record.mentions = read_mentions(page)
        cast = Cast(page, record.mentions)
        record.entities = cast.entities()
        record.statements = read_statements(page, record.timexes, cast)
        read_deeds(page, record, cast)
        return record


def _title(text: Text) -> Span | None:
    """The first line, where another follows it."""
    if len(text.paragraphs) < 2:
        return None
    first, last = text.paragraphs[0]
    return text.span(first, last)
