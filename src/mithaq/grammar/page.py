"""A page: one report in tokens, classified, as the rules of every dimension see it."""

from __future__ import annotations

import re
from functools import cache

from mithaq.document import Document
from mithaq.engine import Line
from mithaq.engine.alphabet import Alphabet, char_class
from mithaq.grammar.grammar import Grammar
from mithaq.record import Issue
from mithaq.span import Span
from mithaq.text.clitics import letters
from mithaq.text.fold import FILLER
from mithaq.text.tokens import Text

MARGIN = 64  # how many tokens beyond either end of a text may be asked for
_NO_WORDS = [""] * 2 * MARGIN
_NO_CLASSES = [frozenset[str]()] * 2 * MARGIN
_NO_MASKS = [0] * 2 * MARGIN


@cache
def _symbols(alphabet: Alphabet, names: tuple[str, ...]) -> re.Pattern[str]:
    """A pattern of the symbols that have one of the classes; no mark of clitics is among them."""
    return re.compile(char_class(frozenset[str]().union(*map(alphabet.having, names))))


class Page:
    """One report: its text, its lowest line, and the issues that reading meets."""

    def __init__(self, document: Document, grammar: Grammar, text: Text | None = None) -> None:
        self.document = document
        self.grammar = grammar
        self.text = text or Text(document.text)
        self.lines: dict[str, Line] = {}  # above each level that has run, by its name
        self.issues: list[Issue] = []
        self.memo: dict[str, object] = {}  # what a dimension works out once for the page
        self.classify()

    def classify(self) -> None:
        """Look every word up (again, when a word of `text` was repaired).

        Around a place a rule looks a few tokens ahead and back: the columns end in empty entries, which stand for what is
        outside the text on both sides, since a negative index counts from the end.
        """
        entries = self.grammar.look_up(self.text.words)
        self.line: Line = self.grammar.line(self.text, entries)
        self._places: dict[str, list[int]] | None = None
        self._having: dict[tuple[str, ...], list[int]] = {}
        self.units = [entry.unit for entry in entries]
        self._words = [*self.text.words, *_NO_WORDS]
        self._stems = [*self.line.stems, *_NO_WORDS]
        self._classes = [*[entry.classes for entry in entries], *_NO_CLASSES]
        self._masks = [*[entry.mask for entry in entries], *_NO_MASKS]

    def having(self, *names: str) -> list[int]:
        """The tokens that have one of the classes, in order; looked for once."""
        found = self._having.get(names)
        if found is None:
            symbols = _symbols(self.grammar.alphabet, names)
            found = self._having[names] = [m.start() >> 1 for m in symbols.finditer(self.line.symbols)]
        return found

    def where(self, wanted: frozenset[str]) -> list[int]:
        """The tokens whose folded word is one of those wanted, with its clitics or without, in order."""
        places = self._places
        if places is None:
            places = self._places = {}
            for i, (word, stem) in enumerate(zip(self.text.words, self.line.stems, strict=True)):
                places.setdefault(word, []).append(i)
                if stem != word:
                    places.setdefault(stem, []).append(i)
        found = [i for one in places.keys() & wanted for i in places[one]]
        return sorted(set(found)) if len(found) > 1 else found

    def __len__(self) -> int:
        return len(self.text.words)

    def word(self, token: int) -> str:
        """The folded word, with its clitics ("" up to `MARGIN` tokens outside the text)."""
        return self._words[token]

    def stem(self, token: int) -> str:
        """The folded word without its clitics ("" up to `MARGIN` tokens outside the text)."""
        return self._stems[token]

    def classes(self, token: int) -> frozenset[str]:
        """The classes of a token (none up to `MARGIN` tokens outside the text)."""
        return self._classes[token]

    def has(self, token: int, *names: str) -> bool:
        """Whether a token has one of the classes."""
        return not self._classes[token].isdisjoint(names)

    def mask(self, token: int) -> int:
        """The clitics of a token, as bits of `text.clitics`."""
        return self._masks[token]

    def span(self, first: int, last: int) -> Span:
        """The span of the tokens `[first, last)`, without the conjunction and the preposition written onto the first.

        A preposition that has swallowed the article (`للأسبوع`) stays in the span.
        """
        start = self.text.starts[first]
        mask = self._masks[first]
        if mask:
            for _ in range(letters(mask)):
                start += 1
                while self.text.folded[start] == FILLER:
                    start += 1
        return Span(start, self.text.ends[last - 1])

    def whole(self, first: int, last: int) -> Span:
        """The span of the tokens `[first, last)` with everything that is written onto them."""
        return Span(self.text.starts[first], self.text.ends[last - 1])

    def cite(self, first: int, last: int) -> str:
        """The original words of the tokens `[first, last)`, clitics included."""
        return self.document.text[self.text.starts[first] : self.text.ends[last - 1]]

    def issue(self, what: str, where: Span | None = None) -> None:
        """Note what was seen and could not be settled."""
        self.issues.append(Issue(what, where))
